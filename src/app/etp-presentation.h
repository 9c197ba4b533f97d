/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "canvas/etp-canvas.h"
#include "etp-shortcuts.h"

G_BEGIN_DECLS

/* EtpPresentation: a map on the whole screen, phase by phase, with the presenter's notes in a second
 * window. It follows what is edited meanwhile, and edits nothing itself. Destroyed when it ends: by
 * Escape, by closing its window, or with the map. */
#define ETP_TYPE_PRESENTATION (etp_presentation_get_type ())
G_DECLARE_FINAL_TYPE (EtpPresentation, etp_presentation, ETP, PRESENTATION, GtkWindow)

/* Presents what source, the canvas of the editor's window, shows, and comes on the screen: on
 * another one than the editor, if there is one, which then also opens the notes. */
EtpPresentation *etp_presentation_start (GtkWindow *editor, EtpCanvas *source);
void etp_presentation_end (EtpPresentation *self);

/* Which of n monitors the map goes to: one that the editor is not on, if there is one. own: the
 * editor's; G_MAXUINT: not known. */
guint etp_presentation_choose_monitor (guint n, guint own);

/* Notes from now on which monitors the window of an editor is on; before it is realized. */
void etp_presentation_watch_editor (GtkWindow *editor);
/* TRUE for the connector of a laptop's own screen, such as eDP-1. NULL: not known. */
gboolean etp_presentation_is_built_in (const char *connector);

/* Which of n monitors the notes go to: not the map's, if there is another; the editor's rather than
 * any. own: the editor's, G_MAXUINT: not known; map: the map's. */
guint etp_presentation_choose_notes_monitor (guint n, guint own, guint map);

/* Its keys, for the tables of commands; "present.next" and so on are actions of its windows. */
extern const EtpShortcut etp_presentation_shortcuts[];
/* The action, without its prefix, that a key's value stands for; NULL: none. */
const char *etp_presentation_find_command (guint key);
/* The same for a key that stands for none itself, from what it is in other layouts than the one that it was
 * pressed in: who writes Cyrillic or Greek, and clickers, have letters and signs there. keys, values:
 * as gdk_display_map_keycode () tells them. */
const char *etp_presentation_find_command_of (const GdkKeymapKey *keys,
                                              const guint *values,
                                              guint n,
                                              guint layout);

G_END_DECLS
