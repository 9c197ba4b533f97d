/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is looked for on the map, as a row of pills: each says what it lets through and goes with a
 * click; a button offers what there is to choose from. The bar is there while something is
 * filtered or somebody is choosing. */
#pragma once

#include "canvas/etp-canvas.h"

G_BEGIN_DECLS

#define ETP_TYPE_FILTER_BAR (etp_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (EtpFilterBar, etp_filter_bar, ETP, FILTER_BAR, GtkWidget)

/* Signals:
 *   changed: another filter is in force.
 */
GtkWidget *etp_filter_bar_new (EtpCanvas *canvas); /* borrowed: the same window holds both */
void etp_filter_bar_choose (EtpFilterBar *self); /* shows the bar and its choices */
void
etp_filter_bar_set (EtpFilterBar *self, EtpFilterKind kind, const char *value, gboolean wanted);
void etp_filter_bar_set_facts_only (EtpFilterBar *self, gboolean facts_only);
void etp_filter_bar_clear (EtpFilterBar *self);
const EtpFilter *etp_filter_bar_get_filter (EtpFilterBar *self); /* borrowed */

G_END_DECLS
