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

/* EtpPictures: decoded assets of one journey, the most recently used, in at most
 * ETP_PICTURES_BYTES but for a single one. At first they are for files: each is decoded when it is
 * asked for, whole, to at most ETP_LIMIT_ASSET_PIXELS a side, however small it is shown. Belongs to
 * one thread. */
typedef struct _EtpPictures EtpPictures;

#define ETP_PICTURES_BYTES (48 * 1024 * 1024)

EtpPictures *etp_pictures_new (void);
void etp_pictures_free (EtpPictures *self); /* also while something is being decoded */

/* From then on for a screen: nothing is decoded when it is asked for, but in a worker, one picture
 * after another, with about as many pixels as are shown. When more of a picture is there than before,
 * ready is called, from the main context of the caller; it may free the pictures. */
typedef void (*EtpPicturesReady) (const char *asset_id, gpointer user_data);
void etp_pictures_decode_later (EtpPictures *self, EtpPicturesReady ready, gpointer user_data);
gboolean etp_pictures_is_decoding (EtpPictures *self); /* a picture is still to come */

/* width, height: what the picture has to cover on the screen, in its pixels; of no use for files.
 * Borrowed until the next call or the next turn of the main loop; NULL if there is no such asset, if
 * it cannot be decoded, or if it is not there yet. May have fewer pixels than wanted until those are
 * there. */
cairo_surface_t *etp_pictures_get (
    EtpPictures *self, EtpJourney *journey, const char *asset_id, double width, double height);
gsize etp_pictures_get_bytes (EtpPictures *self); /* that the pixels take */

G_END_DECLS
