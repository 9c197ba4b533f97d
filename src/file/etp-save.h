/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "etp-file-error.h"

G_BEGIN_DECLS

/* Atomic saving, for journeys and exports alike. At any moment the file holds either its whole old
 * or its whole new content, also after a crash, a full disk or a power cut. Symbolic links are
 * followed, never replaced. Mode, owner, access list and user attributes of an existing file are
 * kept, as far as the system allows.
 *
 * Three answers ask the person first; with the flag of the same name the caller says that the
 * person agreed: CHANGED_ON_DISK (etag does not fit), HARD_LINKS (the other names keep the old
 * content), FOREIGN_OWNER (the file may change its owner). */
typedef enum
{
  ETP_SAVE_NONE = 0,
  ETP_SAVE_CHANGED_ON_DISK = 1 << 0,
  ETP_SAVE_HARD_LINKS = 1 << 1,
  ETP_SAVE_FOREIGN_OWNER = 1 << 2,
  ETP_SAVE_NEW = 1 << 3, /* there must be no such file yet, else CHANGED_ON_DISK */
} EtpSaveFlags;

/* etag: the state of the file as it was read or last saved (written anew with the same content, it
 * is still that); NULL: whatever is there is replaced.
 * new_etag (may be NULL): the state after saving; free it. Errors are of ETP_FILE_ERROR; the old
 * file is whole then. */
gboolean etp_save_bytes (GFile *file,
                         GBytes *bytes,
                         const char *etag,
                         EtpSaveFlags flags,
                         char **new_etag,
                         GCancellable *cancellable,
                         GError **error);
/* The same with all that can be read from source, a local file or memory; reading may fail with any
 * error of G_IO_ERROR. */
gboolean etp_save_stream (GFile *file,
                          GInputStream *source,
                          const char *etag,
                          EtpSaveFlags flags,
                          char **new_etag,
                          GCancellable *cancellable,
                          GError **error);
void etp_save_bytes_async (GFile *file,
                           GBytes *bytes,
                           const char *etag,
                           EtpSaveFlags flags,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
gboolean etp_save_bytes_finish (GAsyncResult *result, char **new_etag, GError **error);

/* The state of a file now. known: one from loading or saving to compare with, so that a local file
 * that was written anew with the same content is found to be the same (reads it, so not in the main
 * thread); or NULL. NULL with error when it cannot be known (NOT_FOUND: the file is gone). */
char *etp_etag_query (GFile *file, const char *known, GCancellable *cancellable, GError **error);
/* Whether two states, each may be NULL, are one, or of the same content. */
gboolean etp_etag_is_same (const char *a, const char *b);

G_END_DECLS
