/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Export-internal: the pictures of a presentation, each once. */
#pragma once

#include "etp-zip.h"
#include "model/etp-journey.h"

G_BEGIN_DECLS

typedef struct
{
  char *name; /* "image1.png" */
  GBytes *bytes;
  const char *mime_type; /* static */
  guint width, height; /* pixels */
  double natural_width, natural_height; /* inches, as the file says, else at 96 pixels each */
} EtpMedium;

typedef struct
{
  EtpJourney *journey; /* borrowed */
  GPtrArray *media; /* of EtpMedium, owned, in the order in which they were first asked for */
  GHashTable *by_hash; /* of char * to EtpMedium *: same content, same file */
  GHashTable *by_asset; /* of char * to EtpMedium * or NULL */
} EtpSlideMedia;

void etp_slide_media_init (EtpSlideMedia *self, EtpJourney *journey);
void etp_slide_media_clear (EtpSlideMedia *self);
/* The picture of an asset; NULL if there is none that can be shown. */
const EtpMedium *etp_slide_media_get (EtpSlideMedia *self, const char *asset_id);
/* Writes all of them, as they are, below folder ("ppt/media/"). */
void etp_slide_media_write (EtpSlideMedia *self, EtpZip *zip, const char *folder);

/* What of a picture is cut off at each side so that the rest covers a box: shares of its size. */
void etp_medium_get_crop (
    const EtpMedium *self, double width, double height, double *across, double *down);

G_END_DECLS
