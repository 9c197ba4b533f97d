/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A message with one button: AdwAlertDialog from libadwaita 1.5 on, AdwMessageDialog before. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* heading and body are plain text. */
void etp_compat_alert (GtkWindow *parent, const char *heading, const char *body);

G_END_DECLS
