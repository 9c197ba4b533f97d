/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-document-private.h"

#include "file/etp-writer.h"

/* The crash journal of a document. What is in no file is in there: where one cannot go on, another one
 * takes its place, and where there is none, that is told. */

void
etp_document_set_journal (EtpDocument *self, EtpJournal *journal)
{
  self->journal = journal;
  if (journal != NULL)
    g_signal_connect_object (journal, "failed", G_CALLBACK (etp_document_tell_unprotected), self,
                             G_CONNECT_SWAPPED);
}

void
etp_document_start_journal (EtpDocument *self, GBytes *base, guint64 n_commits)
{
  g_clear_error (&self->journal_error);
  etp_document_set_journal (self, etp_journal_new (self->journey, self->file, self->etag, base,
                                                   n_commits, &self->journal_error));
}

/* There is none, or it cannot go on: one in a folder of its own gets another chance. What was closed needs
 * none any more. */
static void
replace_journal (EtpDocument *self, guint64 n_commits)
{
  g_autoptr (GBytes) now = NULL;

  if (self->is_closed)
    return;
  now = etp_write_journey (self->journey);
  if (self->journal != NULL)
    etp_journal_close (self->journal);
  g_clear_object (&self->journal);
  etp_document_start_journal (self, now, n_commits);
  if (self->journal == NULL)
    etp_document_tell_unprotected (self);
}

/* The journal cannot begin anew, or there is none: another one in a folder of its own takes its place.
 * It may be all that there is of what was done, so it goes only when there is another one. */
static void
move_journal (EtpDocument *self, guint64 n_commits)
{
  g_autoptr (EtpJournal) old = self->journal;
  g_autoptr (GBytes) now = etp_write_journey (self->journey);

  etp_document_start_journal (self, now, n_commits);
  if (self->journal != NULL && old != NULL)
    etp_journal_close (old);
  if (self->journal != NULL)
    return;
  self->journal = g_steal_pointer (&old);
  etp_document_tell_unprotected (self);
}

/* What is open is in no file any more, whether it was edited or not: that was moved or deleted, or somebody
 * else changed it and the person keeps what is open. */
void
etp_document_keep_in_journal (EtpDocument *self)
{
  if (self->is_closed)
    return;
  g_clear_error (&self->journal_error);
  if (self->journal == NULL || !etp_journal_keep (self->journal, self->etag, NULL))
    move_journal (self, 1);
}

/* It is in its file again, as it was: the journal holds nothing beyond that. One that stays as it was offers
 * too much at worst. */
void
etp_document_settle_journal (EtpDocument *self)
{
  g_autoptr (GBytes) now = NULL;

  if (self->journal == NULL)
    return;
  g_clear_error (&self->journal_error);
  now = etp_write_journey (self->journey);
  if (!etp_journal_restart (self->journal, self->file, self->etag, now,
                            etp_journal_get_mark (self->journal), NULL))
    move_journal (self, 0);
}

/* The journal begins anew with what was saved, unless it was replaced meanwhile. It must not go on where
 * that fails: its folder may be gone, and it names what was the file before. Without it there is room
 * for another one. */
void
etp_document_renew_journal (
    EtpDocument *self, GBytes *saved, guint64 serial, EtpJournal *journal, guint64 mark)
{
  g_clear_error (&self->journal_error);
  if (self->journal == NULL || self->journal != journal
      || !etp_journal_restart (self->journal, self->file, self->etag, saved, mark, NULL))
    replace_journal (self, etp_journey_get_serial (self->journey) != serial);
}

const GError *
etp_document_get_journal_error (EtpDocument *self)
{
  const GError *error = NULL;

  g_return_val_if_fail (ETP_IS_DOCUMENT (self), NULL);

  if (self->journal != NULL)
    error = etp_journal_get_error (self->journal);
  return error != NULL ? error : self->journal_error;
}

void
etp_document_close (EtpDocument *self)
{
  g_return_if_fail (ETP_IS_DOCUMENT (self));

  self->is_closed = TRUE;
  if (self->journal != NULL)
    etp_journal_close (self->journal);
  g_clear_object (&self->journal);
}
