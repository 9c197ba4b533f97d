/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* EtpWrap: lays its widget's children out one after another, in as many lines as it takes. */
#define ETP_TYPE_WRAP (etp_wrap_get_type ())
G_DECLARE_FINAL_TYPE (EtpWrap, etp_wrap, ETP, WRAP, GtkLayoutManager)

/* A box with this layout. */
GtkWidget *etp_wrap_box_new (void);

/* A chip: a text and a button that takes it away. removed is called with the chip. */
GtkWidget *etp_chip_new (const char *text, GtkWidget *icon, GCallback removed, gpointer user_data);

G_END_DECLS
