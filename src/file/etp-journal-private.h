/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Inside of file/ only: how a journal lies on disk.
 *
 *   $XDG_STATE_HOME/etappe/recovery/<16 hexadecimal digits>/
 *     lock             flock()ed by the program whose journal it is, as long as it runs
 *     journal-<n>      the highest n whose base is whole counts
 *     assets/<sha256>  pictures, which journals name by their hash
 *
 * A journal is a row of records: 8 hexadecimal digits of length, a blank, 64 of the SHA-256 of the
 * payload, LF, the payload, LF. The first is the header (JSON), the second the base (the
 * document's bytes without its pictures), each further one a commit: a JSON list of changes.
 */
#pragma once

#include "etp-journal.h"
#include "model/etp-change.h"

G_BEGIN_DECLS

/* Locks (etp-journal-lock.c). */
typedef struct
{
  char *folder; /* owned */
  int fd;
} EtpJournalLock;

char *etp_journal_get_root (void);
EtpJournalLock *etp_journal_lock_create (GError **error); /* with a new folder */
EtpJournalLock *etp_journal_lock_take (const char *folder, GError **error); /* IN_USE, NOT_FOUND */
void etp_journal_lock_release (EtpJournalLock *self);
void etp_journal_lock_remove (EtpJournalLock *self); /* the folder with all in it, then release */
/* Numbers of the journals in a folder, ascending; GArray of guint. */
GArray *etp_journal_list_numbers (const char *folder);
char *etp_journal_get_path (const char *folder, guint number);

/* Flushing (etp-journal-sync.c): a worker that makes files durable, in order. */
typedef struct _EtpJournalSync EtpJournalSync;
EtpJournalSync *etp_journal_sync_new (void);
void etp_journal_sync_add (EtpJournalSync *self, int fd); /* which may be closed afterwards */
/* The names in a folder, not what lies in it. */
void etp_journal_sync_add_folder (EtpJournalSync *self, const char *path);
/* FALSE: something could not be, since the last time that it was waited for. */
gboolean etp_journal_sync_wait (EtpJournalSync *self);
void etp_journal_sync_free (EtpJournalSync *self); /* waits */

/* Records (etp-journal-record.c). A failed write leaves nothing of the record behind; errno says
 * why. */
gboolean etp_journal_write_record (int fd, const char *payload, gsize length);
/* Whether the record at offset is one whose writing was cut off, with nothing behind it. */
gboolean etp_journal_is_unfinished (GBytes *log, gsize offset);
/* The record at *offset, which moves behind it. FALSE at the end and at a damaged or torn one. */
gboolean etp_journal_read_record (GBytes *log, gsize *offset, const char **payload, gsize *length);
/* How many records begin at offset or behind it; one there that has lost its frame counts too. */
guint etp_journal_count_records (GBytes *log, gsize offset);

/* Pictures (etp-journal-assets.c). used: set of the hashes that the journal names. */
typedef struct
{
  char *folder; /* owned */
  GHashTable *used; /* owned; of char * */
  EtpJournalSync *sync; /* borrowed; NULL when only read */
} EtpJournalAssets;

EtpJournalAssets *etp_journal_assets_new (const char *folder, EtpJournalSync *sync);
void etp_journal_assets_free (EtpJournalAssets *self);
/* The hash, to be freed; NULL with errno. */
char *etp_journal_assets_store (EtpJournalAssets *self, const char *data, gsize length);
GBytes *etp_journal_assets_load (EtpJournalAssets *self, const char *hash); /* NULL: not whole */
void etp_journal_assets_tidy (EtpJournalAssets *self); /* removes what is not used */

/* Header and base (etp-journal-base.c). */
typedef struct
{
  GFile *file; /* owned, or NULL */
  char *etag; /* owned, or NULL */
  guint64 n_commits; /* that are in the base already */
  GBytes *base; /* owned */
} EtpJournalHeader;

gboolean
etp_journal_write_header (int fd, EtpJournalAssets *assets, const EtpJournalHeader *header);
/* NULL if it is not whole. */
EtpJournalHeader *etp_journal_read_header (GBytes *log, gsize *offset, EtpJournalAssets *assets);
void etp_journal_header_free (EtpJournalHeader *self);
/* The document's file, even if no more than that is whole; NULL if it is not, or untitled. */
GFile *etp_journal_read_file (GBytes *log);

/* Commits (etp-journal-changes.c). */
/* Compact JSON; NULL with errno if a picture could not be stored. */
char *etp_journal_write_changes (EtpJournalAssets *assets, GPtrArray *changes, gsize *length);
/* Applies them inside of the open transaction. FALSE: they do not fit; some may be applied. */
gboolean etp_journal_apply_changes (EtpJourney *journey,
                                    EtpJournalAssets *assets,
                                    const char *payload,
                                    gsize length);

/* A journal that was found, brought back (etp-journal-replay.c). */
typedef struct
{
  EtpJourney *journey; /* owned; all commits are one step of its history */
  EtpJournalHeader *header; /* owned */
  guint number; /* of the file */
  guint64 n_commits; /* those of the header and those that were applied */
  gsize length; /* of the file up to the last good record */
  gboolean is_torn; /* something lay behind it */
  gboolean is_damaged; /* and that is not just a record whose writing was cut off */
  guint n_lost; /* the records of what is damaged; 0: nobody knows how many */
} EtpJournalReplay;

/* Errors: NOT_FOUND (no journal, or only such as were cut off before anything could be done),
 * DAMAGED. */
EtpJournalReplay *etp_journal_replay (const char *folder, GError **error);
void etp_journal_replay_free (EtpJournalReplay *self);

/* Goes on with a journal that was brought back; takes the lock. */
EtpJournal *
etp_journal_adopt (EtpJournalLock *lock, const EtpJournalReplay *replay, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EtpJournalHeader, etp_journal_header_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EtpJournalReplay, etp_journal_replay_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EtpJournalAssets, etp_journal_assets_free)

G_END_DECLS
