/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "model/etp-journey.h"
#include "etp-file-error.h"

G_BEGIN_DECLS

#define ETP_FORMAT_NAME "etappe-journey"
#define ETP_FORMAT_VERSION 1

/* What came out of a load: a journey that is attached to nothing yet, and what has to be known
 * about its file to save it again, to watch it and to recover it. */
typedef struct
{
  EtpJourney *journey; /* owned; read-only when the document is of a newer version */
  GBytes *bytes; /* owned; what was read: the base of the recovery journal */
  GFile *file; /* owned; NULL for bytes and standard input */
  char *etag; /* owned; the state of the file that was read; NULL without a file */
  guint version; /* as written in the document */
  gboolean is_newer; /* version > ETP_FORMAT_VERSION: say so and open to look at */
} EtpLoaded;

/* All are all or nothing: a failed load touches nothing. Errors are of ETP_FILE_ERROR and say file,
 * place, what was found and what was expected.
 * name is what people call the file in messages; NULL: its path. */
EtpLoaded *etp_load_file (GFile *file, const char *name, GCancellable *cancellable, GError **error);
void etp_load_file_async (GFile *file,
                          const char *name,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data);
EtpLoaded *etp_load_file_finish (GAsyncResult *result, GError **error);

/* Standard input and other streams; reads to the end, at most to the size limit. */
EtpLoaded *
etp_load_stream (GInputStream *stream, const char *name, GCancellable *cancellable, GError **error);
EtpLoaded *etp_load_bytes (GBytes *bytes, const char *name, GError **error);

void etp_loaded_free (EtpLoaded *self);

/* The bytes of a file of any kind but a pipe, at most max_bytes (else TOO_LARGE), with its etag. */
GBytes *etp_load_contents (GFile *file,
                           const char *name,
                           gsize max_bytes,
                           char **etag,
                           GCancellable *cancellable,
                           GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EtpLoaded, etp_loaded_free)

G_END_DECLS
