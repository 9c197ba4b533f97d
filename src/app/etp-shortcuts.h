/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The commands of the window and their keys in one table, which the application binds; those of the
 * map stand in canvas/etp-canvas-keys.c. Together: etp-commands.h. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct
{
  const char *title; /* N_(); NULL: a section ends */
  const char *keys; /* accelerators parted by spaces; NULL: a command without a key */
  const char *action; /* "win.open": bound for the whole window; NULL: bound where it is used */
  gboolean edits; /* changes the map, but is not disabled where that may not be: it says why then */
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
