/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Small drawings in forms and lists: swatches of colours and the map's own icons. */
#pragma once

#include <gtk/gtk.h>

#include "scene/etp-icon.h"

G_BEGIN_DECLS

/* A round swatch of 16 pixels of a palette name or #rrggbb; "": a crossed circle, for none. */
GtkWidget *etp_swatch_new (const char *color);
void etp_swatch_set_color (GtkWidget *swatch, const char *color);
/* What that looks like in the present style; FALSE for "" and what is no colour. */
gboolean etp_swatch_get_rgba (const char *color, GdkRGBA *rgba);

/* An icon of the map in the colour of text; size in pixels. */
GtkWidget *etp_drawing_new (EtpIcon icon, int size);
void etp_drawing_set_icon (GtkWidget *drawing, EtpIcon icon);
/* What an icon of the shipped set is called; translated. */
const char *etp_drawing_get_name (EtpIcon icon);

G_END_DECLS
