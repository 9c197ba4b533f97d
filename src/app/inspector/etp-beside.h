/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* EtpBeside: lays out two children side by side, the second as wide as it likes at the end. Where
 * that leaves the first too little, as with large text, the second stands below it. */
#define ETP_TYPE_BESIDE (etp_beside_get_type ())
G_DECLARE_FINAL_TYPE (EtpBeside, etp_beside, ETP, BESIDE, GtkLayoutManager)

/* A box with this layout and these children. */
GtkWidget *etp_beside_box_new (GtkWidget *first, GtkWidget *second);

G_END_DECLS
