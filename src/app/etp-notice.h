/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* EtpNotice: a line across the window that says something about the open file, with what can be
 * done about it below. (AdwBanner comes with libadwaita 1.3 and has one button.)
 *
 * Signals:
 *   dismissed: the person closed it.
 */
#define ETP_TYPE_NOTICE (etp_notice_get_type ())
G_DECLARE_FINAL_TYPE (EtpNotice, etp_notice, ETP, NOTICE, GtkWidget)

typedef struct
{
  const char *label; /* N_(), with mnemonic; NULL: the buttons end */
  const char *action; /* "win.reload" */
} EtpNoticeButton;

/* Plain text. buttons NULL: nothing can be done about it but to close the notice. */
void etp_notice_show (EtpNotice *self, const char *text, const EtpNoticeButton *buttons);
void etp_notice_hide (EtpNotice *self);

G_END_DECLS
