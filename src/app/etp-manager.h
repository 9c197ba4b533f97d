/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "model/etp-journey.h"

G_BEGIN_DECLS

/* EtpManager: the lists of a journey and its tags, to add, edit, reorder, merge and remove entries and
 * to see where they are used. The content of a dialog.
 *
 * Signals:
 *   node-activated (EtpNode *node): somebody wants to see a node on the map.
 *   sheet-asked (EtpNode *node): somebody wants a sheet about a persona or touchpoint printed.
 */
#define ETP_TYPE_MANAGER (etp_manager_get_type ())
G_DECLARE_FINAL_TYPE (EtpManager, etp_manager, ETP, MANAGER, GtkWidget)

/* window: of the map, for undo; it outlives the manager. kind: which list is shown first, an index of
 * etp_manager_kinds_get (). */
GtkWidget *etp_manager_new (GtkWidget *window, EtpJourney *journey, guint kind);

G_END_DECLS
