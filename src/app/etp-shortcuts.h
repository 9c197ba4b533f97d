/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* All keys of the program in one table: what the window of shortcuts shows, and what the
 * application binds. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct
{
  const char *title; /* N_(); NULL: a section ends */
  const char *keys; /* accelerators parted by spaces */
  const char *action; /* "win.open": bound for the whole window; NULL: bound where it is used */
} EtpShortcut;

typedef struct
{
  const char *title; /* N_() */
  const EtpShortcut *shortcuts;
} EtpShortcutList;

const EtpShortcutList *etp_shortcuts_get (guint *n_lists);
void etp_shortcuts_bind (GtkApplication *application);
void etp_shortcuts_show (GtkWindow *parent);

G_END_DECLS
