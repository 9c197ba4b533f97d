/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Export-internal: writing ZIP files, the container of PPTX and ODP. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* EtpZip: entry after entry into a spool, so that the memory it takes does not depend on their
 * size. Same entries, same bytes: every date is 1980-01-01. Entries know their size and checksum
 * in their own header and have no extra fields, as the first one of ODF must. */
typedef struct _EtpZip EtpZip;

typedef enum
{
  ETP_ZIP_DEFLATED,
  ETP_ZIP_STORED, /* as it is: pictures, which are packed already, and the type of ODF */
} EtpZipMethod;

EtpZip *etp_zip_new (void);
void etp_zip_free (EtpZip *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EtpZip, etp_zip_free)

/* One entry: begin, write any number of times, end. name is UTF-8 with slashes. Failures show at
 * the end, in etp_zip_finish(). */
void etp_zip_begin (EtpZip *self, const char *name, EtpZipMethod method);
void etp_zip_write (EtpZip *self, const void *data, gsize length);
void etp_zip_end (EtpZip *self);
/* All three at once. length -1: up to NUL. */
void
etp_zip_add (EtpZip *self, const char *name, EtpZipMethod method, const void *data, gssize length);
/* The whole file from its beginning; nothing can be added then. NULL with an ETP_EXPORT_ERROR if it
 * could not be written or is larger than a plain ZIP file can be (4 GiB, 65,535 entries). */
GInputStream *etp_zip_finish (EtpZip *self, GError **error);

G_END_DECLS
