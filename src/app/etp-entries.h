/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  ETP_ENTRIES_ADD,
  ETP_ENTRIES_REMOVE,
  ETP_ENTRIES_UP,
  ETP_ENTRIES_DOWN,
} EtpEntriesCommand;

/* EtpEntries: a list of names, each with how often it is used, a search above it and buttons below it.
 * It knows no journey; whoever fills it does what it asks for.
 *
 * Signals:
 *   selected (): another entry, or none.
 *   activated (gboolean by_key): somebody wants to see more of what is selected.
 *   command (guint command): an EtpEntriesCommand about what is selected.
 *   dropped (char *key, guint position): an entry was dragged to before that position.
 */
#define ETP_TYPE_ENTRIES (etp_entries_get_type ())
G_DECLARE_FINAL_TYPE (EtpEntries, etp_entries, ETP, ENTRIES, GtkWidget)

typedef struct
{
  char *key; /* says which one it is */
  char *name; /* plain text */
  guint n_uses;
} EtpEntry;

EtpEntry *etp_entry_new (const char *key, const char *name, guint n_uses);
void etp_entry_free (gpointer entry);

GtkWidget *etp_entries_new (void);
/* entries: of EtpEntry. What was selected stays selected if it is among them; nothing is told. */
void etp_entries_fill (EtpEntries *self, GPtrArray *entries);
/* They have an order of their own. */
void etp_entries_set_movable (EtpEntries *self, gboolean is_movable);
/* What is said in place of a list of nothing. */
void etp_entries_set_empty (EtpEntries *self, const char *text);
/* A search that does not find it ends. */
void etp_entries_select (EtpEntries *self, const char *key, gboolean grab_focus);
/* Of what the search finds, that in the place or the nearest one; none if it finds nothing. */
void etp_entries_select_near (EtpEntries *self, guint position);
void etp_entries_end_search (EtpEntries *self);
const char *etp_entries_get_selected (EtpEntries *self); /* key, or NULL */
guint etp_entries_get_position (EtpEntries *self); /* of what is selected; G_MAXUINT: nothing is */
/* Position of the one seen before (step: −1) or behind (1) what is selected; G_MAXUINT: none is. */
guint etp_entries_get_neighbour (EtpEntries *self, int step);

G_END_DECLS
