/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "model/etp-journey.h"

G_BEGIN_DECLS

/* Shows the snapshots of a journey: when each was taken, what has changed since, and buttons for
 * the actions win.compare-snapshot, win.restore-snapshot and win.remove-snapshot of the parent,
 * each with the snapshot's id. */
void etp_snapshots_dialog_show (GtkWindow *parent, EtpJourney *journey);

G_END_DECLS
