/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-compat-alert.h"
#include "etp-compat-mnemonic.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

void
etp_compat_alert (GtkWindow *parent, const char *heading, const char *body)
{
#if ADW_CHECK_VERSION(1, 5, 0)
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (heading, NULL));

  adw_alert_dialog_set_body (dialog, body);
  adw_alert_dialog_add_response (dialog, "close", _ ("_Close"));
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (parent));
#else
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, heading, NULL));

  adw_message_dialog_set_body (dialog, body);
  adw_message_dialog_add_response (dialog, "close", _ ("_Close"));
  etp_compat_name_buttons (GTK_WIDGET (dialog));
  gtk_window_present (GTK_WINDOW (dialog));
#endif
}
