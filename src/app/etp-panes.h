/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* EtpPanes: a list and, beside it, what is chosen from it; where there is no room for both, one after
 * the other with a way back.
 *
 * Properties:
 *   narrow (boolean, read-only, notified): one of both is to be seen.
 */
#define ETP_TYPE_PANES (etp_panes_get_type ())
G_DECLARE_FINAL_TYPE (EtpPanes, etp_panes, ETP, PANES, GtkWidget)

/* list_width in pixels, the other one gets the rest; negative: the width of the detail. Narrower than
 * narrow_width there is room for one. back: what the button that leads to the list is called. */
GtkWidget *etp_panes_new (
    GtkWidget *list, GtkWidget *detail, int list_width, int narrow_width, const char *back);
gboolean etp_panes_is_narrow (EtpPanes *self);
/* Which of both is seen where there is room for one. */
void etp_panes_show_detail (EtpPanes *self, gboolean detail);

G_END_DECLS
