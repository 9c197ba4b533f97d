/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "etp-canvas.h"

G_BEGIN_DECLS

/* EtpSpotlight: what lies over a canvas while its map is presented: what is not talked about steps
 * back, and a soft ring follows the pointer. It is the target of pointer and
 * keyboard there; the canvas below only shows.
 *
 * Signals:
 *   resized: it, and the canvas below, has another size. Emitted in idle time.
 *   clicked (int button): pressed and released at once: 1, 2, 3; 8 and 9 are back and forward.
 */
#define ETP_TYPE_SPOTLIGHT (etp_spotlight_get_type ())
G_DECLARE_FINAL_TYPE (EtpSpotlight, etp_spotlight, ETP, SPOTLIGHT, GtkWidget)

GtkWidget *etp_spotlight_new (EtpCanvas *canvas); /* borrowed: the same window holds both */
/* What of the map (map units) is lit, with the heads of its phase, which begin at head_y, and of its
 * lane; the light moves there within motion_ms, at once for 0 or where the system asks for no motion. */
void etp_spotlight_set_lit (EtpSpotlight *self, const EtpRect *lit, double head_y, guint motion_ms);
/* The ring follows the pointer; without it, only while the first button is held. */
void etp_spotlight_set_spot (EtpSpotlight *self, gboolean has_spot);

G_END_DECLS
