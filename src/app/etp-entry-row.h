/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A row of a list of entries: the name, and how often it is used. */
#pragma once

#include "etp-entries.h"

G_BEGIN_DECLS

GtkWidget *etp_entry_row_new (const EtpEntry *entry); /* a GtkListBoxRow */
const EtpEntry *etp_entry_row_get (GtkListBoxRow *widget); /* what it shows; borrowed */
void etp_entry_row_update (GtkListBoxRow *widget, const EtpEntry *entry);

G_END_DECLS
