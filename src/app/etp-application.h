/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "etp-document.h"
#include "etp-window.h"

G_BEGIN_DECLS

/* EtpApplication: the program on the desktop: its windows, its command line, what all windows
 * share. */
#define ETP_TYPE_APPLICATION (etp_application_get_type ())
G_DECLARE_FINAL_TYPE (EtpApplication, etp_application, ETP, APPLICATION, AdwApplication)

EtpApplication *etp_application_new (void);
/* Shows the file: in the window that has it open, else in preferred (or NULL) or another window
 * without a map, else in a new one. */
void etp_application_open_file (EtpApplication *self, GFile *file, EtpWindow *preferred);

/* Begins an untitled map with the bytes of a document: in preferred, if that is free, else in a
 * window of its own. */
gboolean
etp_application_begin (EtpApplication *self, GBytes *bytes, EtpWindow *preferred, GError **error);
/* Shows a document that was had back: instead of its file without changes, if that is open, else in a
 * free window, else in a new one. Returns that window. */
EtpWindow *etp_application_show_document (EtpApplication *self, EtpDocument *document);
/* The window that has the file open, under whatever name; NULL if there is none. */
EtpWindow *etp_application_find_window (EtpApplication *self, GFile *file);

G_END_DECLS
