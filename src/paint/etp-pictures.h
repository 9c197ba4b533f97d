/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The journey's pictures, decoded. */
#pragma once

#include <cairo.h>

#include "model/etp-journey.h"

G_BEGIN_DECLS

/* What the first bytes of a picture say; PNG and JPEG are known. */
typedef struct
{
  const char *mime_type; /* "image/png", "image/jpeg" */
  guint width, height; /* pixels, as stored */
  guint n_components; /* JPEG: 1 grey, 3 colour, 4 print colours; PNG: 0 */
} EtpPictureInfo;

/* Pictures of more pixels are not decoded. */
#define ETP_PICTURE_MAX_PIXELS (40 * 1000 * 1000)

/* FALSE if the bytes are no picture that can be shown, or one that is too large. */
gboolean etp_picture_get_info (GBytes *bytes, EtpPictureInfo *info);

/* EtpPictures: decoded assets of one journey, a bounded number of bytes, the most recently used. */
typedef struct _EtpPictures EtpPictures;

EtpPictures *etp_pictures_new (void);
void etp_pictures_free (EtpPictures *self);
/* Borrowed until the next call; NULL if there is no such asset or it cannot be decoded. */
cairo_surface_t *etp_pictures_get (EtpPictures *self, EtpJourney *journey, const char *asset_id);

G_END_DECLS
