/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What reading pictures from outside is made of: bytes into pixels, pixels into what a journey keeps. */
#pragma once

#include <gdk-pixbuf/gdk-pixbuf.h>

#include "etp-image-import.h"
#include "etp-image-source.h"

G_BEGIN_DECLS

/* Upright, with no side longer than longest (pixels). For errors see etp_image_import (). progress:
 * told how far it is between two values, or NULL. */
GdkPixbuf *etp_image_decode (GBytes *bytes,
                             int longest,
                             EtpImageProgress *progress,
                             GCancellable *cancellable,
                             GError **error);
/* Whether it is one of those pictures that stay small as JPEG. */
gboolean etp_image_is_photograph (GBytes *bytes);
/* Within the limits of an asset. */
EtpImage *etp_image_encode (GdkPixbuf *pixbuf,
                            gboolean is_photograph,
                            GCancellable *cancellable,
                            GError **error);
/* Not more than is read at all, however long the file says it is; too long is an ETP_IMAGE_ERROR. */
GBytes *etp_image_read_file (GFile *file,
                             EtpImageProgress *progress,
                             GCancellable *cancellable,
                             GError **error);
/* Sizes: at most longest a side. The same picture, or a smaller one. */
GdkPixbuf *etp_image_shrink (GdkPixbuf *pixbuf, int longest);
/* 0…1 of all that is to be done; may be NULL. */
void etp_image_progress_set (EtpImageProgress *self, double share);

G_END_DECLS
