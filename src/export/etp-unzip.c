/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-export"

#include "config.h"

#include "etp-unzip.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <zlib.h>

#include "etp-export.h"

/* A reader of the central directory. libarchive would bring the libraries of ten other formats into
 * a command line that starts in milliseconds, and reads what stands outside of the directory, too.
 * Nothing is unpacked before it is asked for. */

#define LOCAL_HEADER 0x04034b50u
#define CENTRAL_HEADER 0x02014b50u
#define END_OF_DIRECTORY 0x06054b50u
#define LOCAL_BYTES 30
#define CENTRAL_BYTES 46
#define END_BYTES 22
#define MOST_COMMENT 65535
#define MOST_NAME 512
#define IS_ENCRYPTED 1
#define MANY (1024 * 1024)

typedef struct
{
  guint flags, method;
  guint32 checksum, packed_size, size, offset; /* offset of the local header */
} Entry;

struct _EtpUnzip
{
  GBytes *bytes;
  const guint8 *data; /* of bytes */
  gsize length;
  GHashTable *entries; /* of char *, in lower case, to Entry * */
  guint64 total; /* unpacked so far */
};

static guint
get_16 (const guint8 *p)
{
  return (guint) p[0] | (guint) p[1] << 8;
}

static guint32
get_32 (const guint8 *p)
{
  return (guint32) get_16 (p) | (guint32) get_16 (p + 2) << 16;
}

static gboolean
fail (GError **error, const char *message)
{
  g_set_error_literal (error, ETP_EXPORT_ERROR, ETP_EXPORT_ERROR_FAILED, message);
  return FALSE;
}

static gboolean
fail_damaged (GError **error)
{
  return fail (error, _ ("The file is damaged."));
}

/* The end of the central directory: the last place that looks like one and fits exactly. */
static const guint8 *
find_end (const EtpUnzip *self)
{
  gsize lowest;

  if (self->length < END_BYTES)
    return NULL;
  lowest = self->length > END_BYTES + MOST_COMMENT ? self->length - END_BYTES - MOST_COMMENT : 0;
  for (gsize at = self->length - END_BYTES + 1; at-- > lowest;)
    if (get_32 (self->data + at) == END_OF_DIRECTORY
        && at + END_BYTES + get_16 (self->data + at + 20) == self->length)
      return self->data + at;
  return NULL;
}

/* A name that leads out of wherever one might put it, or that a program could read in two ways. */
static gboolean
is_bad_name (const char *name)
{
  g_auto (GStrv) steps = NULL;

  if (name[0] == '\0' || name[0] == '/' || strchr (name, '\\') != NULL
      || !g_utf8_validate (name, -1, NULL))
    return TRUE;
  steps = g_strsplit (name, "/", -1);
  return g_strv_contains ((const char *const *) steps, "..")
         || g_strv_contains ((const char *const *) steps, ".");
}

/* One record of the directory; how many bytes it has, or 0. */
static gsize
read_record (EtpUnzip *self, const guint8 *p, gsize rest)
{
  g_autofree char *name = NULL;
  g_autofree char *key = NULL;
  g_autofree Entry *entry = NULL;
  gsize name_length, length;

  if (rest < CENTRAL_BYTES || get_32 (p) != CENTRAL_HEADER)
    return 0;
  name_length = get_16 (p + 28);
  length = CENTRAL_BYTES + name_length + get_16 (p + 30) + get_16 (p + 32);
  if (length > rest || name_length > MOST_NAME)
    return 0;
  name = g_strndup ((const char *) p + CENTRAL_BYTES, name_length);
  if (strlen (name) != name_length || is_bad_name (name))
    return 0;
  key = g_ascii_strdown (name, -1);
  entry = g_new0 (Entry, 1);
  entry->flags = get_16 (p + 8);
  entry->method = get_16 (p + 10);
  entry->checksum = get_32 (p + 16);
  entry->packed_size = get_32 (p + 20);
  entry->size = get_32 (p + 24);
  entry->offset = get_32 (p + 42);
  if (!g_hash_table_insert (self->entries, g_steal_pointer (&key), g_steal_pointer (&entry)))
    return 0; /* twice the same name: two programs would see two files */
  return length;
}

static gboolean
read_directory (EtpUnzip *self, const guint8 *end, GError **error)
{
  const guint n = get_16 (end + 10);
  const guint64 size = get_32 (end + 12), start = get_32 (end + 16);
  const guint64 end_at = (guint64) (end - self->data);
  const guint8 *p;
  guint64 rest = size;

  if (get_16 (end + 4) != 0 || get_16 (end + 6) != 0 || start + size > end_at)
    return fail_damaged (error);
  if (n > ETP_UNZIP_MAX_ENTRIES)
    return fail (error, _ ("The file has too many parts."));
  p = self->data + start;
  for (guint i = 0; i < n; i++)
    {
      gsize length = read_record (self, p, (gsize) rest);

      if (length == 0)
        return fail_damaged (error);
      p += length;
      rest -= length;
    }
  return TRUE;
}

EtpUnzip *
etp_unzip_new (GBytes *bytes, GError **error)
{
  g_autoptr (EtpUnzip) self = g_new0 (EtpUnzip, 1);
  const guint8 *end;

  self->bytes = g_bytes_ref (bytes);
  self->data = g_bytes_get_data (bytes, &self->length);
  self->entries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (self->length > ETP_UNZIP_MAX_FILE)
    {
      fail (error, _ ("The file is too large."));
      return NULL;
    }
  end = find_end (self);
  if (end == NULL)
    {
      fail (error, _ ("This is no ZIP file."));
      return NULL;
    }
  if (!read_directory (self, end, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
etp_unzip_free (EtpUnzip *self)
{
  g_hash_table_unref (self->entries);
  g_bytes_unref (self->bytes);
  g_free (self);
}

static const Entry *
find_entry (EtpUnzip *self, const char *name)
{
  g_autofree char *key = g_ascii_strdown (name, -1);

  return g_hash_table_lookup (self->entries, key);
}

gboolean
etp_unzip_has (EtpUnzip *self, const char *name)
{
  return find_entry (self, name) != NULL;
}

/* Where the packed bytes begin; NULL if they lie outside of the file. */
static const guint8 *
find_content (const EtpUnzip *self, const Entry *entry)
{
  const guint8 *header;
  guint64 start = entry->offset;

  if (start + LOCAL_BYTES > self->length)
    return NULL;
  header = self->data + start;
  if (get_32 (header) != LOCAL_HEADER)
    return NULL;
  start += LOCAL_BYTES + (guint64) get_16 (header + 26) + get_16 (header + 28);
  if (start + entry->packed_size > self->length)
    return NULL;
  return self->data + start;
}

/* Exactly size bytes into out, or FALSE: an entry that has more than it says is damaged. */
static gboolean
inflate_into (const guint8 *packed, guint32 packed_size, guint8 *out, guint32 size)
{
  z_stream stream = {
    .next_in = (Bytef *) packed, .avail_in = packed_size, .next_out = out, .avail_out = size
  };
  int status;

  if (inflateInit2 (&stream, -15) != Z_OK)
    return FALSE;
  status = inflate (&stream, Z_FINISH);
  inflateEnd (&stream);
  return status == Z_STREAM_END && stream.total_out == size;
}

/* What is wrong with an entry before anything is unpacked; NULL: nothing. Translated. */
static const char *
find_fault (const EtpUnzip *self, const Entry *entry)
{
  if ((entry->flags & IS_ENCRYPTED) != 0)
    return _ ("The file is encrypted.");
  if (entry->method != 0 && entry->method != Z_DEFLATED)
    return _ ("The file is packed in a way that is not known.");
  if (entry->size > ETP_UNZIP_MAX_ENTRY || self->total + entry->size > ETP_UNZIP_MAX_TOTAL)
    return _ ("The file holds too much.");
  if (entry->size > MANY && entry->size / ETP_UNZIP_MAX_RATIO > entry->packed_size)
    return _ ("The file holds too much.");
  return NULL;
}

GBytes *
etp_unzip_read (EtpUnzip *self, const char *name, GError **error)
{
  const Entry *entry = find_entry (self, name);
  const guint8 *packed;
  const char *fault;
  g_autofree guint8 *out = NULL;

  if (entry == NULL)
    {
      g_set_error (error, ETP_EXPORT_ERROR, ETP_EXPORT_ERROR_FAILED,
                   /* Translators: %s is a name like "ppt/presentation.xml". */
                   _ ("The file has no part “%s”."), name);
      return NULL;
    }
  fault = find_fault (self, entry);
  packed = find_content (self, entry);
  if (fault != NULL || packed == NULL)
    {
      fail (error, fault != NULL ? fault : _ ("The file is damaged."));
      return NULL;
    }
  self->total += entry->size;
  out = g_malloc (MAX (entry->size, 1u));
  if (entry->method == 0 && entry->packed_size == entry->size)
    memcpy (out, packed, entry->size);
  else if (entry->method == 0 || !inflate_into (packed, entry->packed_size, out, entry->size))
    {
      fail_damaged (error);
      return NULL;
    }
  if ((guint32) crc32 (crc32 (0, NULL, 0), out, entry->size) != entry->checksum)
    {
      fail_damaged (error);
      return NULL;
    }
  return g_bytes_new_take (g_steal_pointer (&out), entry->size);
}
