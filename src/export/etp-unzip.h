/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Export-internal: reading ZIP files that somebody else made. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* EtpUnzip: the entries of a ZIP file in memory, found by name. The file is hostile: everything in
 * it is checked against the limits below, names are only keys and never paths. */
typedef struct _EtpUnzip EtpUnzip;

#define ETP_UNZIP_MAX_FILE (256 * 1024 * 1024)
#define ETP_UNZIP_MAX_ENTRIES 10000
#define ETP_UNZIP_MAX_ENTRY (64 * 1024 * 1024) /* unpacked */
#define ETP_UNZIP_MAX_TOTAL (512 * 1024 * 1024) /* unpacked, of all that is read */
#define ETP_UNZIP_MAX_RATIO 200 /* of an entry of more than a MiB; XML reaches 60 */

/* NULL with an ETP_EXPORT_ERROR if the bytes are no ZIP file that can be read. */
EtpUnzip *etp_unzip_new (GBytes *bytes, GError **error);
void etp_unzip_free (EtpUnzip *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EtpUnzip, etp_unzip_free)

/* Upper and lower case ASCII letters are the same, as OPC wants it. */
gboolean etp_unzip_has (EtpUnzip *self, const char *name);
/* The unpacked content, newly allocated. NULL with an ETP_EXPORT_ERROR if there is no such entry,
 * it is damaged, encrypted, packed in another way or beyond the limits. */
GBytes *etp_unzip_read (EtpUnzip *self, const char *name, GError **error);

G_END_DECLS
