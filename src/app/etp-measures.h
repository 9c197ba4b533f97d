/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "model/etp-journey.h"

G_BEGIN_DECLS

/* EtpMeasures: all measures of a journey in a table, to sort, to see what is overdue, and to edit
 * beside it. The content of a dialog.
 *
 * Signals:
 *   node-activated (EtpNode *node): somebody wants to see a measure on the map.
 */
#define ETP_TYPE_MEASURES (etp_measures_get_type ())
G_DECLARE_FINAL_TYPE (EtpMeasures, etp_measures, ETP, MEASURES, GtkWidget)

/* window: of the map, for undo; it outlives this. today: YYYY-MM-DD, what is due before is overdue. */
GtkWidget *etp_measures_new (GtkWidget *window, EtpJourney *journey, const char *today);

G_END_DECLS
