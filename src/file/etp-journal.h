/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/etp-journey.h"
#include "etp-file-error.h"

G_BEGIN_DECLS

/* EtpJournal: what saves a person's work when the program or the machine dies. It lies in
 * $XDG_STATE_HOME/etappe/recovery, never beside the document, and belongs to one open journey,
 * with or without a file. It begins with a full copy of the bytes that the journey was built from
 * and gets each commit written at once (survives kill -9) and flushed by a worker within a second
 * (survives a power cut). What to do with the journals of dead programs: etp-recovery.h. */
#define ETP_TYPE_JOURNAL (etp_journal_get_type ())
G_DECLARE_FINAL_TYPE (EtpJournal, etp_journal, ETP, JOURNAL, GObject)

/* Starts to record the commits of the journey, whose state now is that of base (EtpLoaded's bytes,
 * or etp_write_journey() of a new one). file and etag NULL: untitled. n_commits: so many of those
 * that base holds are not in the file; 0: it is what the file is. Recording takes the journey's
 * recorder (etp_journey_set_recorder). Errors: NO_SPACE, PERMISSION, FAILED. */
EtpJournal *etp_journal_new (EtpJourney *journey,
                             GFile *file,
                             const char *etag,
                             GBytes *base,
                             guint64 n_commits,
                             GError **error);

/* Saving: take the mark in the same moment as the bytes (etp_write_journey), save them, then
 * restart with what was saved. Commits from behind the mark are carried over. The new journal is
 * complete before the old one goes; on error the old one goes on. */
guint64 etp_journal_get_mark (EtpJournal *self);
gboolean etp_journal_restart (
    EtpJournal *self, GFile *file, const char *etag, GBytes *saved, guint64 mark, GError **error);

/* The file is gone, or another one by now (its etag) and the person keeps the journey all the same: the
 * journal begins anew with the journey as it is, which counts as something that the file does not
 * hold, edited or not. On error the old one goes on. */
gboolean etp_journal_keep (EtpJournal *self, const char *etag, GError **error);

/* The journey was closed, saved or by the person's will: the journal is removed. An object that is
 * only unreferenced leaves its journal behind for recovery. */
void etp_journal_close (EtpJournal *self);

/* Set once a commit could not be written: from then on nothing is recorded until the next restart.
 * Notified as the signal "failed" (no arguments), once. NULL while all is well. */
const GError *etp_journal_get_error (EtpJournal *self);

/* Waits until all that is written has reached the disk. FALSE if it could not; told once. */
gboolean etp_journal_flush (EtpJournal *self);

G_END_DECLS
