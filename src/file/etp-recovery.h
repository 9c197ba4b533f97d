/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "etp-journal.h"
#include "etp-load.h"

G_BEGIN_DECLS

/* The work of a program that died: what can be had back. */
typedef struct
{
  char *folder; /* owned; the journal's folder: its name in this list */
  GFile *file; /* owned; the document, or NULL for an untitled map */
  char *title; /* owned; the journey's title as it was last, perhaps "" */
  gint64 time; /* of the last commit, in microseconds since 1970 (UTC) */
  guint n_commits; /* that can be had back */
  gboolean is_torn; /* the last commit was cut off while being written and is lost */
  gboolean is_damaged; /* commits behind those that can be had back are lost */
  guint n_lost; /* so many; 0: nobody knows, or none */
  gboolean is_unreadable; /* damaged from the beginning: nothing can be had back */
  /* the document on disk is known not to be the one that the journal began with */
  gboolean disk_differs;
  gboolean is_gone; /* because there is none */
} EtpRecoverable;

/* The journals whose owners are dead and that hold something: those without a commit, and those
 * whose result equals the file on disk, are removed on the way. Journals of running programs are
 * left alone. What is damaged is listed and stays until it is recovered or discarded. A document
 * that does not answer within some seconds, on a network share that hangs, does not keep what is here
 * from being listed. GPtrArray of EtpRecoverable, newest first; empty if there is none. Blocking:
 * call it from a worker. */
GPtrArray *etp_recovery_list (void);

/* Brings the journey back: the base with all commits, as one step that can be undone. The result
 * holds file and etag of the base, so that saving asks if the file was changed since; it counts as
 * modified, whatever its serial is. Recording goes on in the same journal. Errors: IN_USE (another program was faster), DAMAGED, NOT_FOUND. */
EtpLoaded *
etp_recovery_recover (const EtpRecoverable *recoverable, EtpJournal **journal, GError **error);
/* The same in a worker: reading and doing everything again takes as long as the map is large. The
 * recoverable need not live on. What nobody takes by finish stays to be recovered. */
void etp_recovery_recover_async (const EtpRecoverable *recoverable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
EtpLoaded *etp_recovery_recover_finish (GAsyncResult *result, EtpJournal **journal, GError **error);

/* Throws it away. Errors: IN_USE, FAILED. */
gboolean etp_recovery_discard (const EtpRecoverable *recoverable, GError **error);

/* TRUE if another running program has the file open. Blocking. */
gboolean etp_recovery_is_open_elsewhere (GFile *file);

void etp_recoverable_free (EtpRecoverable *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EtpRecoverable, etp_recoverable_free)

G_END_DECLS
