/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* EtpSection: rows in a box, below a heading that folds them away. Emits "toggled" with whether it is
 * open now when a person did that. */
#define ETP_TYPE_SECTION (etp_section_get_type ())
G_DECLARE_FINAL_TYPE (EtpSection, etp_section, ETP, SECTION, GtkWidget)

typedef void (*EtpSectionFunc) (EtpSection *section, gpointer user_data);

/* title NULL: no heading, never folded. Plain text. */
GtkWidget *etp_section_new (const char *title);
void etp_section_set_title (EtpSection *self, const char *title);
const char *etp_section_get_title (EtpSection *self); /* NULL: without a heading */
/* Who adds the rows: now (is_open), or when it is first unfolded. */
void etp_section_set_fill_func (EtpSection *self,
                                EtpSectionFunc fill,
                                gpointer user_data,
                                gboolean is_open);
gboolean etp_section_is_filled (EtpSection *self);
void etp_section_add (EtpSection *self, GtkWidget *row);
void etp_section_set_open (EtpSection *self, gboolean is_open);

G_END_DECLS
