/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "etp-canvas.h"

G_BEGIN_DECLS

/* EtpOverview: a whole map in a strip: its phases, cards as blocks, the curve, and what of it is in
 * the window. A press moves the window there, a drag goes on. It shares the canvas' scene and paints
 * it once for each scene and size. Not in the chain of the keyboard: the arrows on the map do the
 * same. */
#define ETP_TYPE_OVERVIEW (etp_overview_get_type ())
G_DECLARE_FINAL_TYPE (EtpOverview, etp_overview, ETP, OVERVIEW, GtkWidget)

typedef enum
{
  ETP_OVERVIEW_MAP, /* everything, small */
  ETP_OVERVIEW_CURVE, /* the phases' names and the curve of the feelings */
} EtpOverviewPart;

GtkWidget *etp_overview_new (EtpCanvas *canvas, EtpOverviewPart part); /* borrowed */
/* TRUE if there is more of the map than the window would show without the overview. */
gboolean etp_overview_is_needed (EtpOverview *self);

G_END_DECLS
