/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Printing: the pages of a PDF, laid out for the paper that the printer has. */
#pragma once

#include <gtk/gtk.h>

#include "etp-export-choice.h"

G_BEGIN_DECLS

/* is_printed: it was sent, or shown. error: why it could not be, or NULL. */
typedef void (*EtpPrintFunc) (gboolean is_printed, const GError *error, gpointer user_data);

/* Asks for printer and paper and prints; in a sandbox through the portal. What was chosen there is
 * remembered. func is called once. */
void etp_print (GtkWindow *parent,
                EtpJourney *journey,
                const EtpExportChoice *choice,
                EtpPrintFunc func,
                gpointer user_data);

/* The operation that does it, for tests to send into a file. */
GtkPrintOperation *etp_print_operation_new (EtpJourney *journey, const EtpExportChoice *choice);
/* Why it gave up; borrowed, NULL if it did not. */
const GError *etp_print_operation_get_error (GtkPrintOperation *operation);

G_END_DECLS
