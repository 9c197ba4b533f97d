/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the list of etp-recovery-dialog.h says of one map. */
#pragma once

#include <gtk/gtk.h>

#include "file/etp-recovery.h"

G_BEGIN_DECLS

/* What the map is called, at least by its file. Free it. */
char *etp_recovery_row_dup_title (const EtpRecoverable *recoverable);
/* TRUE if what was left behind may be all that there is of the map. */
gboolean etp_recovery_row_is_only_copy (const EtpRecoverable *recoverable);
/* Appends the title, and below it where the map was, how much of it can be had back and what is lost. */
void etp_recovery_row_add_lines (GtkBox *box, const EtpRecoverable *recoverable);

G_END_DECLS
