/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "etp-form-order.h"

G_BEGIN_DECLS

/* EtpForm: the fields of one kind of thing in foldable sections, as an order says. Made once for
 * each order and filled again and again; the long tail is made when it is first asked for. */
#define ETP_TYPE_FORM (etp_form_get_type ())
G_DECLARE_FINAL_TYPE (EtpForm, etp_form, ETP, FORM, GtkWidget)

GtkWidget *etp_form_new (const EtpFormOrder *order);
const EtpFormOrder *etp_form_get_order (EtpForm *self);
/* One node or several of the order's table; refs the array, which is not to be written to. With
 * several, what says something about one thing only is left out. */
void etp_form_set_nodes (EtpForm *self, EtpJourney *journey, GPtrArray *nodes);
/* Something that belongs to the everyday, below its sections; once. */
void etp_form_set_extra (EtpForm *self, GtkWidget *extra);
GtkWidget *etp_form_get_extra (EtpForm *self); /* borrowed; or NULL */
/* The journey has changed. */
void etp_form_refresh (EtpForm *self);
/* Puts the keyboard into a field and returns the section that it is in, borrowed; NULL: it is not
 * shown. */
GtkWidget *etp_form_focus_field (EtpForm *self, guint field);
/* Writes what is typed and not yet written. */
void etp_form_flush (EtpForm *self);

G_END_DECLS
