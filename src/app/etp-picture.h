/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Small pictures of what scenes show, painted once, and pictures of the journey as they are. */
#pragma once

#include <gdk/gdk.h>

#include "paint/etp-paint.h"

G_BEGIN_DECLS

typedef void (*EtpPictureFunc) (cairo_t *cr, gpointer user_data);

/* A picture of this size in pixels on a ground of that colour; func paints it. Any thread. */
GdkTexture *
etp_picture_new (int width, int height, EtpRgba ground, EtpPictureFunc func, gpointer user_data);
/* An area of a scene, as large as it fits, in the middle across and from the top down. */
GdkTexture *etp_picture_new_of_area (
    EtpPainter *painter, EtpScene *scene, const EtpRect *area, int width, int height);
/* An asset of the journey; NULL: there is none of that id, or the map would not show it either. */
GdkTexture *etp_picture_new_of_asset (EtpJourney *journey, const char *id);

G_END_DECLS
