/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-file"
#include "config.h"

#include "etp-journal-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* Pictures lie beside the journal under the hash of what they are. A map may have 40 MiB of them
 * and each save starts a new journal, so they are written once and named ever after. */

EtpJournalAssets *
etp_journal_assets_new (const char *folder, EtpJournalSync *sync)
{
  EtpJournalAssets *self = g_new0 (EtpJournalAssets, 1);

  self->folder = g_build_filename (folder, "assets", NULL);
  self->used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->sync = sync;
  return self;
}

void
etp_journal_assets_free (EtpJournalAssets *self)
{
  g_free (self->folder);
  g_hash_table_unref (self->used);
  g_free (self);
}

/* Under another name first, so that what has the right one is whole. */
static gboolean
write_file (EtpJournalAssets *self, const char *path, const char *data, gsize length)
{
  g_autofree char *part = g_strconcat (path, ".part", NULL);
  int fd = open (part, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  gsize left = length;
  int number = 0;

  while (fd >= 0 && left > 0 && number == 0)
    {
      gssize written = write (fd, data + (length - left), left);

      if (written >= 0)
        left -= (gsize) written;
      else if (errno != EINTR)
        number = errno;
    }
  if (fd < 0 || (number == 0 && g_rename (part, path) != 0))
    number = errno;
  if (fd >= 0 && number == 0)
    {
      etp_journal_sync_add (self->sync, fd);
      etp_journal_sync_add_folder (self->sync, self->folder);
    }
  if (fd >= 0)
    close (fd);
  if (number != 0)
    g_unlink (part);
  errno = number;
  return number == 0;
}

/* A name alone says nothing: after a power cut its file may be there and empty. */
static gboolean
is_stored (const char *path, const char *data, gsize length)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, NULL);

  return file != NULL && g_mapped_file_get_length (file) == length
         && (length == 0 || memcmp (g_mapped_file_get_contents (file), data, length) == 0);
}

char *
etp_journal_assets_store (EtpJournalAssets *self, const char *data, gsize length)
{
  g_autofree char *hash = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) data,
                                                       length);
  g_autofree char *path = g_build_filename (self->folder, hash, NULL);

  if (g_mkdir (self->folder, 0700) == 0)
    {
      g_autofree char *parent = g_path_get_dirname (self->folder);

      etp_journal_sync_add_folder (self->sync, parent);
    }
  else if (errno != EEXIST)
    return NULL;
  if (!is_stored (path, data, length) && !write_file (self, path, data, length))
    return NULL;
  g_hash_table_add (self->used, g_strdup (hash));
  return g_steal_pointer (&hash);
}

GBytes *
etp_journal_assets_load (EtpJournalAssets *self, const char *hash)
{
  g_autofree char *path = NULL, *found = NULL;
  char *data;
  gsize length;

  /* The name comes out of a file: nothing but a hash may become a path. */
  if (strlen (hash) != 64 || strspn (hash, "0123456789abcdef") != 64)
    return NULL;
  path = g_build_filename (self->folder, hash, NULL);
  if (!g_file_get_contents (path, &data, &length, NULL))
    return NULL;
  found = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) data, length);
  if (strcmp (found, hash) != 0)
    {
      g_free (data);
      return NULL;
    }
  g_hash_table_add (self->used, g_strdup (hash));
  return g_bytes_new_take (data, length);
}

void
etp_journal_assets_tidy (EtpJournalAssets *self)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (!g_hash_table_contains (self->used, name))
      {
        g_autofree char *path = g_build_filename (self->folder, name, NULL);

        g_unlink (path);
      }
}
