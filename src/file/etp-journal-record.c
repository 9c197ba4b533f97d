/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-file"
#include "config.h"

#include "etp-journal-private.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

/* The frame around each record. Length and checksum tell a record that is whole from one that was
 * cut off while being written, and from whatever a disk may return after a power cut. */

#define LENGTH_DIGITS 8
#define HASH_DIGITS 64
#define FRAME_BYTES (LENGTH_DIGITS + 1 + HASH_DIGITS + 1)

static char *
hash_payload (const char *payload, gsize length)
{
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) payload, length);
}

static gboolean
write_all (int fd, const char *data, gsize length)
{
  while (length > 0)
    {
      gssize written = write (fd, data, length);

      if (written < 0 && errno == EINTR)
        continue;
      if (written < 0)
        return FALSE;
      data += written;
      length -= (gsize) written;
    }
  return TRUE;
}

gboolean
etp_journal_write_record (int fd, const char *payload, gsize length)
{
  g_autofree char *hash = hash_payload (payload, length);
  g_autoptr (GString) record = g_string_sized_new (FRAME_BYTES + length + 1);
  off_t before = lseek (fd, 0, SEEK_END);
  int number;

  if (before < 0)
    return FALSE;
  g_string_append_printf (record, "%08" G_GSIZE_MODIFIER "x %s\n", length, hash);
  g_string_append_len (record, payload, (gssize) length);
  g_string_append_c (record, '\n');
  if (write_all (fd, record->str, record->len))
    return TRUE;
  number = errno;
  /* If even this fails the rest is found by its checksum. */
  if (ftruncate (fd, before) != 0)
    g_debug ("A part of a record stays in the journal: %s", g_strerror (errno));
  errno = number;
  return FALSE;
}

/* Whether what stands there begins like a record does. */
static gboolean
is_frame (const char *text)
{
  return strspn (text, "0123456789abcdef") == LENGTH_DIGITS && text[LENGTH_DIGITS] == ' '
         && strspn (text + LENGTH_DIGITS + 1, "0123456789abcdef") == HASH_DIGITS
         && text[FRAME_BYTES - 1] == '\n';
}

/* The file of a crash or a power cut may end anywhere, or in zeros that were never filled. A length
 * that was damaged looks alike, but other records follow it. */
gboolean
etp_journal_is_unfinished (GBytes *log, gsize offset)
{
  gsize size, left;
  const char *data = g_bytes_get_data (log, &size);
  g_autofree char *rest = NULL;

  g_return_val_if_fail (offset <= size, FALSE);
  while (size > offset && data[size - 1] == '\0')
    size--;
  left = size - offset;
  rest = g_strndup (data + offset, left);
  if (strlen (rest) < left) /* zeros in between */
    return FALSE;
  if (left >= FRAME_BYTES
      && (!is_frame (rest) || g_ascii_strtoull (rest, NULL, 16) + 1 <= left - FRAME_BYTES))
    return FALSE;
  for (const char *line = strchr (rest, '\n'); line != NULL; line = strchr (line + 1, '\n'))
    if (is_frame (line + 1))
      return FALSE;
  return TRUE;
}

guint
etp_journal_count_records (GBytes *log, gsize offset)
{
  gsize size;
  const char *data = g_bytes_get_data (log, &size);
  const char *end = data + size;
  guint n = size > offset;

  /* Records end in LF, and a payload is one line. */
  for (const char *line = data + offset;
       (line = memchr (line, '\n', (gsize) (end - line))) != NULL && end - ++line > FRAME_BYTES;)
    n += is_frame (line);
  return n;
}

gboolean
etp_journal_read_record (GBytes *log, gsize *offset, const char **payload, gsize *length)
{
  gsize size;
  const char *data = g_bytes_get_data (log, &size);
  const char *frame;
  g_autofree char *digits = NULL, *hash = NULL;
  guint64 stated;

  if (size - *offset < FRAME_BYTES)
    return FALSE;
  frame = data + *offset;
  digits = g_strndup (frame, LENGTH_DIGITS);
  if (!g_ascii_string_to_unsigned (digits, 16, 0, G_MAXUINT32, &stated, NULL)
      || stated + 1 > size - *offset - FRAME_BYTES)
    return FALSE;
  hash = hash_payload (frame + FRAME_BYTES, stated);
  if (memcmp (frame + LENGTH_DIGITS + 1, hash, HASH_DIGITS) != 0)
    return FALSE;
  *payload = frame + FRAME_BYTES;
  *length = stated;
  *offset += FRAME_BYTES + stated + 1;
  return TRUE;
}
