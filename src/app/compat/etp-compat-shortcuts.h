/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The window of keyboard shortcuts: AdwShortcutsDialog from libadwaita 1.8 on, a window of rows
 * before (GtkShortcutsWindow is deprecated in between, where the dialog does not exist yet). */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct
{
  const char *title; /* translated; NULL ends the list */
  const char *accelerator; /* "<Control>o"; several parted by spaces; "0...9": any of them */
} EtpShortcutRow;

typedef struct
{
  const char *title; /* translated */
  const EtpShortcutRow *rows;
} EtpShortcutSection;

/* One of these as people know it: "Ctrl+O", "0…9"; newly allocated. NULL: it is none. */
char *etp_compat_shortcuts_dup_label (const char *accelerator);

void
etp_compat_show_shortcuts (GtkWindow *parent, const EtpShortcutSection *sections, guint n_sections);

G_END_DECLS
