/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "etp-document.h"

G_BEGIN_DECLS

/* EtpWindow: one journey in a window, or the way to one: the start page, a spinner while a large
 * file is read, or what is wrong with it. */
#define ETP_TYPE_WINDOW (etp_window_get_type ())
G_DECLARE_FINAL_TYPE (EtpWindow, etp_window, ETP, WINDOW, AdwApplicationWindow)

EtpWindow *etp_window_new (GtkApplication *application);
void etp_window_show_start (EtpWindow *self);
/* Reads the file and shows it, or says why not. */
void etp_window_open (EtpWindow *self, GFile *file);
/* Begins an untitled map with the bytes of a document (a template). The window must be free. */
gboolean etp_window_begin (EtpWindow *self, GBytes *bytes, GError **error);
/* Shows the document instead of what is shown. */
void etp_window_set_document (EtpWindow *self, EtpDocument *document);
/* TRUE if nothing is lost when another document is shown. */
gboolean etp_window_may_replace (EtpWindow *self);
GFile *etp_window_get_file (EtpWindow *self); /* NULL if none was opened; also of a broken one */
/* TRUE if another file may be opened in it: it shows no map and is not reading one. */
gboolean etp_window_is_free (EtpWindow *self);

G_END_DECLS
