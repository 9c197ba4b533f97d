/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-file"
#include "config.h"

#include "etp-journal-private.h"

#include <glib/gi18n-lib.h>

#include "model/etp-history.h"
#include "etp-load.h"

/* From a journal's folder to the journey as it was last. Commits are applied in order until the
 * first record that is not whole or does not fit; what lies behind it is lost, for it was made on
 * top of that one. */

void
etp_journal_replay_free (EtpJournalReplay *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->journey);
  etp_journal_header_free (self->header);
  g_free (self);
}

/* Applies at most max_commits records. FALSE: one of them does not fit; *n_applied is its index. */
static gboolean
apply_records (EtpJournalReplay *self,
               GBytes *log,
               gsize offset,
               EtpJournalAssets *assets,
               guint max_commits,
               guint *n_applied)
{
  EtpHistory *history = etp_journey_get_history (self->journey);
  const char *payload;
  gsize length;
  gboolean fits = TRUE;

  *n_applied = 0;
  self->length = offset;
  etp_history_begin (history, _ ("Recover Changes"), NULL);
  while (fits && *n_applied < max_commits
         && etp_journal_read_record (log, &offset, &payload, &length))
    {
      fits = etp_journal_apply_changes (self->journey, assets, payload, length);
      if (fits)
        {
          self->length = offset;
          (*n_applied)++;
        }
    }
  etp_history_commit (history);
  return fits;
}

/* A commit that does not fit may be half applied, so the good ones are applied once more. */
static gboolean
build (EtpJournalReplay *self, GBytes *log, gsize offset, EtpJournalAssets *assets)
{
  guint n_applied = G_MAXUINT;
  gboolean fits;

  do
    {
      g_autoptr (EtpLoaded) loaded = etp_load_bytes (self->header->base, NULL, NULL);

      if (loaded == NULL)
        return FALSE;
      g_set_object (&self->journey, loaded->journey);
      fits = apply_records (self, log, offset, assets, n_applied, &n_applied);
    }
  while (!fits);
  self->n_commits = self->header->n_commits + n_applied;
  self->is_torn = self->length < g_bytes_get_size (log);
  self->is_damaged = self->is_torn && !etp_journal_is_unfinished (log, self->length);
  if (self->is_damaged)
    self->n_lost = etp_journal_count_records (log, self->length);
  return TRUE;
}

/* is_unfinished: its beginning was cut off, so that it never had a commit. */
static EtpJournalReplay *
replay_file (const char *folder, guint number, gboolean *is_unfinished)
{
  g_autoptr (EtpJournalReplay) replay = g_new0 (EtpJournalReplay, 1);
  g_autoptr (EtpJournalAssets) assets = etp_journal_assets_new (folder, NULL);
  g_autofree char *path = etp_journal_get_path (folder, number);
  g_autoptr (GBytes) log = NULL;
  char *data;
  gsize length, offset = 0;

  *is_unfinished = FALSE;
  if (!g_file_get_contents (path, &data, &length, NULL))
    return NULL;
  log = g_bytes_new_take (data, length);
  replay->number = number;
  replay->header = etp_journal_read_header (log, &offset, assets);
  *is_unfinished = replay->header == NULL && etp_journal_is_unfinished (log, offset);
  if (replay->header == NULL || !build (replay, log, offset, assets))
    return NULL;
  return g_steal_pointer (&replay);
}

EtpJournalReplay *
etp_journal_replay (const char *folder, GError **error)
{
  g_autoptr (GArray) numbers = etp_journal_list_numbers (folder);
  gboolean is_damaged = FALSE;

  for (guint i = numbers->len; i-- > 0;)
    {
      gboolean is_unfinished;
      EtpJournalReplay *replay = replay_file (folder, g_array_index (numbers, guint, i),
                                              &is_unfinished);

      if (replay != NULL && is_damaged) /* what went on in a newer one */
        {
          replay->is_damaged = TRUE;
          replay->n_lost = 0;
        }
      if (replay != NULL)
        return replay;
      is_damaged = is_damaged || !is_unfinished;
    }
  if (!is_damaged)
    etp_file_error_set (error, ETP_FILE_ERROR_NOT_FOUND, folder, 0, 0, "%s",
                        _ ("There is nothing to recover any more."));
  else
    etp_file_error_set (error, ETP_FILE_ERROR_DAMAGED, folder, 0, 0, "%s",
                        _ ("The recovery data is damaged and cannot be read."));
  return NULL;
}
