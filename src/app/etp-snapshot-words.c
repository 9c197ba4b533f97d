/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-snapshot-words.h"

#include <glib/gi18n-lib.h>

#include "file/etp-snapshot.h"
#include "model/etp-compare.h"

/* One snapshot is read at a time: each is a whole map in memory while it is looked at. What is said is always
 * compared with the journey as it is in that moment. */

#define MAX_PARTS 6 /* of what has changed */

typedef struct
{
  char *id; /* owned */
  GtkLabel *label; /* weak */
  gboolean is_told; /* its words are those of the journey as it is now */
} Entry;

/* Shared with the reading that is under way. */
struct _EtpSnapshotWords
{
  EtpJourney *journey; /* owned */
  GPtrArray *entries; /* of Entry, owned */
  GCancellable *freed; /* owned; cancelled when nobody wants to know any more */
  Entry *reading; /* borrowed from entries, or NULL */
};

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_clear_weak_pointer (&entry->label);
  g_free (entry->id);
  g_free (entry);
}

static void
clear (gpointer data)
{
  EtpSnapshotWords *self = data;

  g_object_unref (self->journey);
  g_object_unref (self->freed);
  g_ptr_array_unref (self->entries);
}

EtpSnapshotWords *
etp_snapshot_words_new (EtpJourney *journey)
{
  EtpSnapshotWords *self = g_rc_box_new0 (EtpSnapshotWords);

  self->journey = g_object_ref (journey);
  self->freed = g_cancellable_new ();
  self->entries = g_ptr_array_new_with_free_func (entry_free);
  return self;
}

void
etp_snapshot_words_free (EtpSnapshotWords *self)
{
  g_cancellable_cancel (self->freed);
  g_rc_box_release_full (self, clear);
}

/* What has changed since, or why that cannot be said. */
static char *
dup_words (EtpSnapshotWords *self, EtpJourney *state, const GError *error)
{
  g_autoptr (EtpComparison) comparison = NULL;
  g_autofree char *words = NULL;

  if (state == NULL)
    return g_strdup (error->message);
  comparison = etp_compare (state, self->journey, ETP_COMPARE_CONTENT);
  if (etp_comparison_is_empty (comparison))
    return g_strdup (_ ("Nothing has changed since then."));
  words = etp_comparison_dup_summary (comparison, MAX_PARTS);
  /* Translators: %s is a list of changes: “2 cards added, 1 phase moved”. */
  return g_strdup_printf (_ ("Since then: %s"), words);
}

/* The first that is not told; those whose label is gone go, too. */
static Entry *
find_next (EtpSnapshotWords *self)
{
  for (guint i = 0; i < self->entries->len;)
    {
      Entry *entry = self->entries->pdata[i];

      if (entry->label == NULL)
        g_ptr_array_remove_index (self->entries, i);
      else if (!entry->is_told)
        return entry;
      else
        i++;
    }
  return NULL;
}

static void on_read (GObject *source, GAsyncResult *result, gpointer user_data);

static void
read_next (EtpSnapshotWords *self)
{
  EtpNode *snapshot;

  while (self->reading == NULL && (self->reading = find_next (self)) != NULL)
    {
      snapshot = etp_journey_get_node (self->journey, self->reading->id);
      if (snapshot != NULL && etp_node_get_list (snapshot) == ETP_LIST_SNAPSHOTS)
        {
          etp_snapshot_read_async (snapshot, self->freed, on_read, g_rc_box_acquire (self));
          return;
        }
      g_ptr_array_remove (self->entries, self->reading); /* its row will go */
      self->reading = NULL;
    }
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  EtpSnapshotWords *self = user_data;
  Entry *entry = g_steal_pointer (&self->reading);
  g_autoptr (GError) error = NULL;
  g_autoptr (EtpJourney) state = etp_snapshot_read_finish (result, &error);

  if (!g_cancellable_is_cancelled (self->freed))
    {
      if (entry->label != NULL)
        {
          g_autofree char *words = dup_words (self, state, error);

          gtk_label_set_label (entry->label, words);
        }
      entry->is_told = TRUE;
      read_next (self);
    }
  g_rc_box_release_full (self, clear);
}

void
etp_snapshot_words_add (EtpSnapshotWords *self, const char *id, GtkLabel *label)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->id = g_strdup (id);
  g_set_weak_pointer (&entry->label, label);
  g_ptr_array_add (self->entries, entry);
  read_next (self);
}

void
etp_snapshot_words_renew (EtpSnapshotWords *self)
{
  for (guint i = 0; i < self->entries->len; i++)
    ((Entry *) self->entries->pdata[i])->is_told = FALSE;
  read_next (self);
}
