/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* EtpErrorPage: says what is wrong with a file and where. Its buttons are actions: win.reload,
 * win.open, error.copy (the message). */
#define ETP_TYPE_ERROR_PAGE (etp_error_page_get_type ())
G_DECLARE_FINAL_TYPE (EtpErrorPage, etp_error_page, ETP, ERROR_PAGE, GtkWidget)

GtkWidget *etp_error_page_new (void);
/* name: what people call the file. */
void etp_error_page_set_error (EtpErrorPage *self, const char *name, const GError *error);

/* "Line 12, column 5"; NULL where there is no place. */
char *etp_error_page_dup_place (const GError *error);

G_END_DECLS
