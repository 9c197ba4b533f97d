/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Export-internal: where an exporter puts its bytes until the file is complete. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Small results stay in memory, large ones go to a nameless temporary file, so that the memory that
 * an export takes does not depend on the size of its result. */
typedef struct
{
  GByteArray *memory; /* what is not in the file yet */
  int fd; /* -1: there is no file */
  int failed; /* errno of the first failure, else 0 */
} EtpSpool;

#define ETP_SPOOL_BYTES (4 * 1024 * 1024) /* kept in memory */

void etp_spool_init (EtpSpool *self);
void etp_spool_clear (EtpSpool *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EtpSpool, etp_spool_clear)

/* FALSE if the temporary file cannot be written; so do all that follow. */
gboolean etp_spool_append (EtpSpool *self, const void *data, gsize length);
/* All bytes from the beginning; the spool is empty then. NULL with an ETP_EXPORT_ERROR if any could
 * not be written. */
GInputStream *etp_spool_finish (EtpSpool *self, GError **error);

G_END_DECLS
