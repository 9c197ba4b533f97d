/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The preview of a pasted table: what becomes a phase, a lane and a card, to be corrected before it
 * is put onto the map. */
#pragma once

#include "etp-window.h"
#include "import/etp-sheet-plan.h"

G_BEGIN_DECLS

/* Takes the plan, which is for the map that the window shows now. */
void etp_table_dialog_show (EtpWindow *window, EtpSheetPlan *plan);

G_END_DECLS
