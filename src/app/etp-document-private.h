/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Shared by the files of the document: etp-document.c its file and how it is saved, -journal.c its crash
 * journal. */
#pragma once

#include "etp-document.h"

G_BEGIN_DECLS

struct _EtpDocument
{
  GObject parent;

  /* owned */
  EtpJourney *journey;
  GFile *file; /* NULL: untitled */
  char *etag; /* of the file as it was read or saved last; NULL: untitled */
  EtpMonitor *monitor; /* NULL: untitled */
  EtpJournal *journal; /* NULL: it could not be made, or the document may not be edited */
  GError
      *journal_error; /* why there is no journal, or none that holds what is in no file any more */
  GQueue *saves; /* of GTask; the first one is running */

  /* state */
  guint64 saved_serial;
  gboolean is_recovered; /* and was not saved since */
  gboolean is_newer;
  gboolean is_closed; /* though somebody may hold it yet */
};

/* etp-document.c */
void etp_document_tell_unprotected (EtpDocument *self); /* emits the signal */

/* etp-document-journal.c */
/* Takes the journal; NULL: there is none. */
void etp_document_set_journal (EtpDocument *self, EtpJournal *journal);
/* base, n_commits: as of etp_journal_new(). */
void etp_document_start_journal (EtpDocument *self, GBytes *base, guint64 n_commits);
/* What is open is in no file any more. */
void etp_document_keep_in_journal (EtpDocument *self);
/* What is open is in its file again, as it was. */
void etp_document_settle_journal (EtpDocument *self);
/* It was saved in the state of that serial. journal: the one that there was then, or NULL; mark: how far
 * it had come. */
void etp_document_renew_journal (
    EtpDocument *self, GBytes *saved, guint64 serial, EtpJournal *journal, guint64 mark);

G_END_DECLS
