/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* EtpNotice: a line across the window that says something about the open file, with at most one
 * thing to do about it. (AdwBanner comes with libadwaita 1.3.)
 *
 * Signals:
 *   activated: the button was pressed.
 */
#define ETP_TYPE_NOTICE (etp_notice_get_type ())
G_DECLARE_FINAL_TYPE (EtpNotice, etp_notice, ETP, NOTICE, GtkWidget)

/* button NULL: nothing can be done about it but to close the notice. Plain texts. */
void etp_notice_show (EtpNotice *self, const char *text, const char *button);
void etp_notice_hide (EtpNotice *self);

G_END_DECLS
