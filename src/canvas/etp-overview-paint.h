/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Canvas-internal: the small pictures of a whole map. */
#pragma once

#include "etp-canvas.h"

G_BEGIN_DECLS

/* The region's top left corner is at (x, y) of the widget. */
typedef struct
{
  EtpRect region; /* of the map */
  double x, y; /* px */
  double scale_x, scale_y; /* px for a map unit */
} EtpOverviewPlace;

#define ETP_OVERVIEW_NAMES 30 /* px: the phases' names above the curve */

/* The part of the map that holds the curve: from the first to the last phase, as high as its lane;
 * the heads where there is no curve. */
EtpRect etp_overview_find_curve (EtpScene *scene);
void etp_overview_paint_map (cairo_t *cr,
                             EtpCanvas *canvas,
                             EtpScene *scene,
                             const EtpOverviewPlace *place);
void etp_overview_paint_curve (cairo_t *cr,
                               EtpCanvas *canvas,
                               EtpScene *scene,
                               const EtpOverviewPlace *place,
                               GtkWidget *widget);
GdkRGBA etp_overview_get_rgba (EtpRgba color, double alpha);

G_END_DECLS
