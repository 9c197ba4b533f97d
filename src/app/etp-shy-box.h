/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* EtpShyBox: a row of which only as much is shown as there is room for; the others are not there,
 * also not for the keyboard and the screen reader. For header bars in narrow windows: what it holds
 * must be reachable in another way too.
 *
 * Properties:
 *   cut (boolean, read-only, notified): there is no room for all of it. */
#define ETP_TYPE_SHY_BOX (etp_shy_box_get_type ())
G_DECLARE_FINAL_TYPE (EtpShyBox, etp_shy_box, ETP, SHY_BOX, GtkWidget)

GtkWidget *etp_shy_box_new (void);
/* The first child is the last to go. at_end: it stands at the end of the row. */
void etp_shy_box_append (EtpShyBox *self, GtkWidget *child);
void etp_shy_box_set_at_end (EtpShyBox *self, gboolean at_end);

G_END_DECLS
