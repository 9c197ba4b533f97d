/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Every command of the program, from the tables in which they stand: those of the window
 * (etp-shortcuts.c) and those of the map (canvas/etp-canvas-keys.c). What the window of shortcuts,
 * the command palette and the help page of keys show. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  const char *title, *section; /* not yet translated */
  char *
      keys; /* accelerators parted by spaces, those of the keypad left out; "0...9": any of them; "" if
               * there is none */
  const char *action; /* "win.open", "canvas.next"; NULL: a key that is no command */
  const char *told; /* those of the keys that mean something else in other places; NULL: none */
  gboolean edits; /* changes the map, but is not disabled where that may not be: it says why then */
} EtpCommand;

/* An array of EtpCommand, to be unreffed. A command of the map that the window passes on is listed
 * once, as the window's. Rows of one section follow each other. */
GArray *etp_commands_list (void);
/* Its keys as people know them ("Ctrl+F"), parted by parting; newly allocated. */
char *etp_command_dup_keys (const EtpCommand *self, const char *parting);

G_END_DECLS
