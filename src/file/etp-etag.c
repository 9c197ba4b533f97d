/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-file"
#include "config.h"

#include "etp-etag.h"

#include <errno.h>

#include "etp-save.h"

/* A local file's state is its time of writing to the nanosecond and its size. Not its inode:
 * the document portal's file system hands out new ones at will. GIO's own etag has only
 * microseconds and no size; it serves where there is no local path. */

char *
etp_etag_from_stat (const struct stat *st)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT ".%09ld:%" G_GINT64_FORMAT,
                          (gint64) st->st_mtim.tv_sec, (long) st->st_mtim.tv_nsec,
                          (gint64) st->st_size);
}

char *
etp_etag_from_info (GFileInfo *info)
{
  return g_strdup (g_file_info_get_etag (info));
}

char *
etp_etag_query (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GError) io = NULL;
  g_autofree char *name = g_file_get_parse_name (file);
  const char *path = g_file_is_native (file) ? g_file_peek_path (file) : NULL;
  struct stat st;

  if (path != NULL && stat (path, &st) == 0)
    return etp_etag_from_stat (&st);
  if (path != NULL)
    {
      etp_file_error_set_from_errno (error, errno, name);
      return NULL;
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
