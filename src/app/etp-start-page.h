/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* EtpStartPage: what a window without a map shows: the maps that were open before with how well
 * they are looked after, templates to begin with, examples. Everything on it is an action of the
 * window. Pictures come when they are made; the page never waits. */
#define ETP_TYPE_START_PAGE (etp_start_page_get_type ())
G_DECLARE_FINAL_TYPE (EtpStartPage, etp_start_page, ETP, START_PAGE, GtkWidget)

GtkWidget *etp_start_page_new (void);
/* The day that decides what is overdue; NULL: today. The page is made anew if it is another one than before: it
 * may be open for days. */
void etp_start_page_set_day (EtpStartPage *self, const char *day);
/* After a template was saved or removed. */
void etp_start_page_refresh_templates (EtpStartPage *self);
/* After that map was saved: of one that stands on the page, what it tells is read anew. */
void etp_start_page_look_again (EtpStartPage *self, GFile *file);

/* A row that opens a file by win.open-uri, for lists of files. Plain texts; subtitle NULL: none. */
GtkWidget *etp_start_page_create_row (GFile *file, const char *title, const char *subtitle);

G_END_DECLS
