/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* EtpPair: two things side by side where there is room for both, else one above the other. */
#define ETP_TYPE_PAIR (etp_pair_get_type ())
G_DECLARE_FINAL_TYPE (EtpPair, etp_pair, ETP, PAIR, GtkWidget)

/* Side by side from this width on; the first is first_width wide then and takes first_share of the
 * height else. All in pixels, the share 0…1. */
GtkWidget *etp_pair_new (
    GtkWidget *first, GtkWidget *second, int wide_from, int first_width, double first_share);

G_END_DECLS
