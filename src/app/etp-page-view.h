/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "etp-page-maker.h"

G_BEGIN_DECLS

/* EtpPageView: what an export will look like: one page, large, and all of them small to walk
 * through; of a text format how the file begins.
 *
 * Signals:
 *   made: another choice has been made into pages, or could not be.
 */
#define ETP_TYPE_PAGE_VIEW (etp_page_view_get_type ())
G_DECLARE_FINAL_TYPE (EtpPageView, etp_page_view, ETP, PAGE_VIEW, GtkWidget)

GtkWidget *etp_page_view_new (EtpPageMaker *maker); /* a reference is taken */
/* Shows this choice as soon as it is made; until then what is there stays. */
void etp_page_view_set_choice (EtpPageView *self, const EtpExportChoice *choice);
/* What came of it; borrowed, NULL while nothing was made yet and after an error. */
const EtpMade *etp_page_view_get_made (EtpPageView *self);

G_END_DECLS
