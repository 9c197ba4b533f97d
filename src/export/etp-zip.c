/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-export"

#include "config.h"

#include "etp-zip.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <zlib.h>

#include "etp-export.h"
#include "etp-spool.h"

/* The layout of PKWARE's APPNOTE 6.3, the plainest kind: no data descriptors, no ZIP64, no extra
 * fields. libarchive always writes extra fields, and then an OpenDocument is not known as one.
 * An entry is packed into a spool of its own first, because its header tells how long it became. */

#define LOCAL_HEADER 0x04034b50u
#define CENTRAL_HEADER 0x02014b50u
#define END_OF_DIRECTORY 0x06054b50u
#define VERSION_NEEDED 20 /* 2.0: deflate */
#define NAMES_ARE_UTF8 0x0800
#define FIRST_DATE 0x0021 /* 1980-01-01 */
#define CHUNK (64 * 1024)
#define MOST_ENTRIES 65534

struct _EtpZip
{
  EtpSpool spool; /* the file so far */
  EtpSpool entry; /* content of the entry that is being written */
  GByteArray *directory; /* the central directory so far */
  z_stream packer;
  guint8 *chunk; /* CHUNK bytes */
  char *name; /* of the entry that is being written; NULL: none is */
  EtpZipMethod method;
  guint32 checksum;
  guint64 size, packed_size; /* of that entry */
  guint64 offset; /* bytes in spool */
  guint n_entries;
  gboolean is_too_large;
};

EtpZip *
etp_zip_new (void)
{
  EtpZip *self = g_new0 (EtpZip, 1);

  etp_spool_init (&self->spool);
  self->directory = g_byte_array_new ();
  self->chunk = g_malloc (CHUNK);
  /* Negative window bits: raw, without zlib's own header. Fails only without memory, which ends
   * the program elsewhere too. */
  if (deflateInit2 (&self->packer, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY)
      != Z_OK)
    g_error ("zlib: %s", self->packer.msg != NULL ? self->packer.msg : "no memory");
  return self;
}

void
etp_zip_free (EtpZip *self)
{
  if (self->name != NULL)
    etp_spool_clear (&self->entry);
  etp_spool_clear (&self->spool);
  deflateEnd (&self->packer);
  g_byte_array_unref (self->directory);
  g_free (self->chunk);
  g_free (self->name);
  g_free (self);
}

static void
add_16 (GByteArray *out, guint value)
{
  const guint8 bytes[] = { (guint8) value, (guint8) (value >> 8) };

  g_byte_array_append (out, bytes, sizeof bytes);
}

static void
add_32 (GByteArray *out, guint64 value)
{
  add_16 (out, (guint) (value & 0xffff));
  add_16 (out, (guint) (value >> 16 & 0xffff));
}

void
etp_zip_begin (EtpZip *self, const char *name, EtpZipMethod method)
{
  g_return_if_fail (self->name == NULL);
  g_return_if_fail (name[0] != '\0' && name[0] != '/' && strlen (name) < 65536);

  self->name = g_strdup (name);
  self->method = method;
  self->size = self->packed_size = 0;
  self->checksum = (guint32) crc32 (0, NULL, 0);
  etp_spool_init (&self->entry);
}

static void
put (EtpZip *self, const void *data, gsize length)
{
  self->packed_size += length;
  etp_spool_append (&self->entry, data, length);
}

/* Packs length bytes, and with Z_FINISH what zlib still holds. */
static void
pack (EtpZip *self, const guint8 *data, guint length, int flush)
{
  int status;

  self->packer.next_in = (Bytef *) data;
  self->packer.avail_in = length;
  do
    {
      self->packer.next_out = self->chunk;
      self->packer.avail_out = CHUNK;
      status = deflate (&self->packer, flush);
      put (self, self->chunk, CHUNK - self->packer.avail_out);
    }
  while (self->packer.avail_out == 0 && status == Z_OK);
}

void
etp_zip_write (EtpZip *self, const void *data, gsize length)
{
  const guint8 *bytes = data;

  g_return_if_fail (self->name != NULL);

  self->size += length;
  while (length > 0)
    {
      guint n = (guint) MIN (length, (gsize) 1 << 30);

      self->checksum = (guint32) crc32 (self->checksum, bytes, n);
      if (self->method == ETP_ZIP_STORED)
        put (self, bytes, n);
      else
        pack (self, bytes, n, Z_NO_FLUSH);
      bytes += n;
      length -= n;
    }
}

/* What the local header and the central directory say alike. */
static void
add_facts (EtpZip *self, GByteArray *out)
{
  add_16 (out, VERSION_NEEDED);
  add_16 (out, g_str_is_ascii (self->name) ? 0 : NAMES_ARE_UTF8);
  add_16 (out, self->method == ETP_ZIP_STORED ? 0 : Z_DEFLATED);
  add_16 (out, 0); /* midnight */
  add_16 (out, FIRST_DATE);
  add_32 (out, self->checksum);
  add_32 (out, self->packed_size);
  add_32 (out, self->size);
  add_16 (out, (guint) strlen (self->name));
  add_16 (out, 0); /* no extra field */
}

static void
append (EtpZip *self, const void *data, gsize length)
{
  etp_spool_append (&self->spool, data, length);
  self->offset += length;
}

/* The packed entry behind its header. */
static void
copy_entry (EtpZip *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GInputStream) content = etp_spool_finish (&self->entry, &error);
  gssize n = -1;

  while (content != NULL
         && (n = g_input_stream_read (content, self->chunk, CHUNK, NULL, &error)) > 0)
    append (self, self->chunk, (gsize) n);
  if (n < 0 && self->spool.failed == 0)
    self->spool.failed = self->entry.failed != 0 ? self->entry.failed : EIO;
}

void
etp_zip_end (EtpZip *self)
{
  g_autoptr (GByteArray) header = g_byte_array_new ();
  guint name_length;

  g_return_if_fail (self->name != NULL);

  name_length = (guint) strlen (self->name);
  if (self->method == ETP_ZIP_DEFLATED)
    {
      pack (self, NULL, 0, Z_FINISH);
      deflateReset (&self->packer);
    }
  if (self->size > G_MAXUINT32 || self->packed_size > G_MAXUINT32
      || self->offset + self->packed_size > G_MAXUINT32 || ++self->n_entries > MOST_ENTRIES)
    self->is_too_large = TRUE;

  add_32 (self->directory, CENTRAL_HEADER);
  add_16 (self->directory, VERSION_NEEDED); /* made by: no system's own attributes */
  add_facts (self, self->directory);
  add_16 (self->directory, 0); /* no comment */
  add_16 (self->directory, 0); /* first disk */
  add_16 (self->directory, 0); /* internal attributes */
  add_32 (self->directory, 0); /* external attributes */
  add_32 (self->directory, self->offset);
  g_byte_array_append (self->directory, (const guint8 *) self->name, name_length);

  add_32 (header, LOCAL_HEADER);
  add_facts (self, header);
  g_byte_array_append (header, (const guint8 *) self->name, name_length);
  append (self, header->data, header->len);
  copy_entry (self);
  etp_spool_clear (&self->entry);
  g_clear_pointer (&self->name, g_free);
}

void
etp_zip_add (EtpZip *self, const char *name, EtpZipMethod method, const void *data, gssize length)
{
  etp_zip_begin (self, name, method);
  etp_zip_write (self, data, length < 0 ? strlen (data) : (gsize) length);
  etp_zip_end (self);
}

GInputStream *
etp_zip_finish (EtpZip *self, GError **error)
{
  g_autoptr (GByteArray) end = g_byte_array_new ();
  const guint64 start = self->offset;

  g_return_val_if_fail (self->name == NULL, NULL);

  append (self, self->directory->data, self->directory->len);
  add_32 (end, END_OF_DIRECTORY);
  add_32 (end, 0); /* this disk, disk of the directory */
  add_16 (end, self->n_entries);
  add_16 (end, self->n_entries);
  add_32 (end, self->directory->len);
  add_32 (end, start);
  add_16 (end, 0); /* no comment */
  append (self, end->data, end->len);
  if (self->is_too_large || self->offset > G_MAXUINT32)
    {
      g_set_error_literal (error, ETP_EXPORT_ERROR, ETP_EXPORT_ERROR_TOO_LARGE,
                           _ ("The presentation would be larger than 4 GiB."));
      return NULL;
    }
  return etp_spool_finish (&self->spool, error);
}
