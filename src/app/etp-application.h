/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

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

G_END_DECLS
