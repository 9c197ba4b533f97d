/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Paint-internal: the bytes of one picture into pixels. Any thread. */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

#include "etp-pictures.h"

G_BEGIN_DECLS

/* The picture of which info was got, upright, as a new surface; NULL: it cannot be decoded, or was
 * cancelled. longest: no side has more pixels than this; 0: it is for a file, which means at most
 * ETP_LIMIT_ASSET_PIXELS, scaled after all was decoded, and with the bytes of a photograph that a
 * PDF may take as they are. is_turned: width and height are not those of info, but of each other. */
cairo_surface_t *etp_picture_decode (GBytes *bytes,
                                     const EtpPictureInfo *info,
                                     int longest,
                                     GCancellable *cancellable,
                                     gboolean *is_turned);

G_END_DECLS
