/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "file/etp-load.h"
#include "file/etp-monitor.h"
#include "file/etp-recovery.h"
#include "file/etp-save.h"

G_BEGIN_DECLS

/* EtpDocument: an open journey and all that keeps it from getting lost: its file and the state in
 * which that was read or saved last, who else writes it, and the crash journal, which every
 * document has from the start, untitled ones too. Knows no window.
 *
 * Signals:
 *   changed: the journey, whether it is modified or being saved, or its file is another one or
 *     another state of it.
 *   disk-changed (int state): an EtpMonitorState; as of etp_monitor.
 *   unprotected: the crash journal cannot be written (any more); see
 *     etp_document_get_journal_error(). Nothing that is done from now on survives a crash.
 */
#define ETP_TYPE_DOCUMENT (etp_document_get_type ())
G_DECLARE_FINAL_TYPE (EtpDocument, etp_document, ETP, DOCUMENT, GObject)

/* What was read from a file, or from bytes without one: an untitled map. */
EtpDocument *etp_document_new (const EtpLoaded *loaded);
/* The work of a program that died; takes the journal. Counts as modified until it is saved. */
EtpDocument *etp_document_new_recovered (const EtpLoaded *loaded, EtpJournal *journal);

EtpJourney *etp_document_get_journey (EtpDocument *self);
GFile *etp_document_get_file (EtpDocument *self); /* NULL: untitled */
/* What the file was when it was read or saved last, as etp_save_bytes() tells it; NULL: untitled. */
const char *etp_document_get_etag (EtpDocument *self);
/* It holds what its file does not; also while that was moved or deleted. */
gboolean etp_document_is_modified (EtpDocument *self);
/* Something was done in it that was not saved, whatever became of its file. */
gboolean etp_document_is_edited (EtpDocument *self);
/* Of a newer version: to look at only, until it is saved under another name. */
gboolean etp_document_is_newer (EtpDocument *self);
gboolean etp_document_is_saving (EtpDocument *self);
const GError *etp_document_get_journal_error (EtpDocument *self); /* NULL while all is well */
EtpMonitorState etp_document_get_disk_state (EtpDocument *self);
/* Looks whether somebody else wrote the file; answers by the signal. */
void etp_document_check_disk (EtpDocument *self);
/* The file as it is on disk now (its etag) may be overwritten: the person keeps what is open, or
 * both are the same. */
void etp_document_accept_disk (EtpDocument *self, const char *etag, gboolean is_same);

/* Saves the state of this moment; what is done meanwhile stays modified. file NULL: the own one;
 * another one becomes the own one when it is saved. Whatever is in another file is replaced: the
 * file dialog asked. Saves that are asked for during a save follow it. Errors are those of
 * etp_save_bytes(); the document is as it was then. */
void etp_document_save_async (EtpDocument *self,
                              GFile *file,
                              EtpSaveFlags flags,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
gboolean etp_document_save_finish (EtpDocument *self, GAsyncResult *result, GError **error);
/* The same into another file, which the document does not get to know; with or without the earlier
 * states that the map keeps. */
void etp_document_save_copy_async (EtpDocument *self,
                                   GFile *file,
                                   gboolean has_snapshots,
                                   EtpSaveFlags flags,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
gboolean etp_document_save_copy_finish (EtpDocument *self, GAsyncResult *result, GError **error);

/* The journey is done with, saved or by the person's will: its crash journal goes. A document that
 * is only unreferenced leaves its journal behind. */
void etp_document_close (EtpDocument *self);

G_END_DECLS
