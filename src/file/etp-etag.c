/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-file"
#include "config.h"

#include "etp-etag.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "etp-save.h"

/* A local file's state is its time of writing to the nanosecond and its size. Not its inode:
 * the document portal's file system hands out new ones at will. GIO's own etag has only
 * microseconds and no size; it serves where there is no local path.
 *
 * Programs that keep folders in step, version control and touch write files anew that stay the
 * same. So the checksum of what was read or written goes along, "STATE sha256=…", and where
 * only the time differs the content decides. A file that was not read has no checksum. */

#define CHECKSUM " sha256="
#define WEAK "W/"
#define CHUNK_BYTES (256 * 1024)

char *
etp_etag_from_stat (const struct stat *st, const char *checksum)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT ".%09ld:%" G_GINT64_FORMAT "%s%s",
                          (gint64) st->st_mtim.tv_sec, (long) st->st_mtim.tv_nsec,
                          (gint64) st->st_size, checksum != NULL ? CHECKSUM : "",
                          checksum != NULL ? checksum : "");
}

/* A web server may call a state weak (RFC 9110, 8.8.1) while the file is new, and no more a second
 * later, though it is the same. */
char *
etp_etag_from_info (GFileInfo *info)
{
  const char *etag = g_file_info_has_attribute (info, G_FILE_ATTRIBUTE_ETAG_VALUE)
                         ? g_file_info_get_etag (info)
                         : NULL;

  return g_strdup (etag != NULL && g_str_has_prefix (etag, WEAK) ? etag + strlen (WEAK) : etag);
}

static gsize
get_state_length (const char *etag)
{
  const char *checksum = strstr (etag, CHECKSUM);

  return checksum != NULL ? (gsize) (checksum - etag) : strlen (etag);
}

gboolean
etp_etag_is_same (const char *a, const char *b)
{
  gsize length;

  if (a == NULL || b == NULL)
    return a == b;
  length = get_state_length (a);
  if (length == get_state_length (b) && strncmp (a, b, length) == 0)
    return TRUE;
  a = strstr (a, CHECKSUM);
  b = strstr (b, CHECKSUM);
  return a != NULL && b != NULL && strcmp (a, b) == 0;
}

/* Reading is worth while only if the content may be the same. */
static gboolean
may_be_same (const struct stat *st, const char *known)
{
  const char *size = strchr (known, ':');

  return S_ISREG (st->st_mode) && size != NULL && strstr (size, CHECKSUM) != NULL
         && g_ascii_strtoll (size + 1, NULL, 10) == (gint64) st->st_size;
}

static char *
read_checksum (int fd)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (ETP_ETAG_CHECKSUM);
  g_autofree guchar *chunk = g_malloc (CHUNK_BYTES);

  for (;;)
    {
      const gssize length = read (fd, chunk, CHUNK_BYTES);

      if (length == 0)
        return g_strdup (g_checksum_get_string (checksum));
      if (length < 0 && errno != EINTR)
        return NULL;
      if (length > 0)
        g_checksum_update (checksum, chunk, length);
    }
}

char *
etp_etag_query_path (const char *path, const char *known)
{
  g_autofree char *now = NULL, *checksum = NULL;
  struct stat st;
  int fd;

  if (stat (path, &st) != 0)
    return NULL;
  now = etp_etag_from_stat (&st, NULL);
  if (known == NULL)
    return g_steal_pointer (&now);
  if (etp_etag_is_same (now, known))
    return g_strdup (known);
  fd = may_be_same (&st, known) ? open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK) : -1;
  if (fd < 0)
    return g_steal_pointer (&now);
  /* The state of what is open, before reading: who writes meanwhile changes it. */
  if (fstat (fd, &st) == 0)
    checksum = read_checksum (fd);
  close (fd);
  return etp_etag_from_stat (&st, checksum);
}

char *
etp_etag_query (GFile *file, const char *known, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GError) io = NULL;
  g_autofree char *name = g_file_get_parse_name (file);
  const char *path = g_file_is_native (file) ? g_file_peek_path (file) : NULL;

  if (path != NULL)
    {
      char *etag = etp_etag_query_path (path, known);

      if (etag == NULL)
        etp_file_error_set_from_errno (error, errno, name);
      return etag;
    }
  info = g_file_query_info (file, G_FILE_ATTRIBUTE_ETAG_VALUE, G_FILE_QUERY_INFO_NONE, cancellable,
                            &io);
  if (info == NULL)
    {
      etp_file_error_set_from_io (error, io, name);
      return NULL;
    }
  return etp_etag_from_info (info);
}
