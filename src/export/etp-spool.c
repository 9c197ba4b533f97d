/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-export"

#include "config.h"

#include "etp-spool.h"

#include <gio/gunixinputstream.h>
#include <errno.h>
#include <glib/gi18n-lib.h>
#include <unistd.h>

#include "etp-export.h"

/* A PNG of ten thousand cards has 50 to 150 MB, the program that draws it needs 50. The temporary
 * file loses its name at once, so nothing is left behind whatever happens. */

void
etp_spool_init (EtpSpool *self)
{
  self->memory = g_byte_array_new ();
  self->fd = -1;
  self->failed = 0;
}

void
etp_spool_clear (EtpSpool *self)
{
  g_clear_pointer (&self->memory, g_byte_array_unref);
  if (self->fd >= 0)
    close (self->fd);
  self->fd = -1;
}

static gboolean
open_file (EtpSpool *self)
{
  g_autofree char *path = NULL;

  if (self->fd >= 0)
    return TRUE;
  self->fd = g_file_open_tmp ("etappe-XXXXXX", &path, NULL);
  if (self->fd < 0)
    {
      self->failed = errno != 0 ? errno : EIO;
      return FALSE;
    }
  unlink (path);
  return TRUE;
}

/* Moves what is in memory to the file. */
static gboolean
spill (EtpSpool *self)
{
  const guint8 *data = self->memory->data;
  gsize rest = self->memory->len;

  if (self->failed != 0 || !open_file (self))
    return FALSE;
  while (rest > 0)
    {
      gssize n = write (self->fd, data, rest);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        {
          self->failed = n < 0 ? errno : EIO;
          return FALSE;
        }
      data += n;
      rest -= (gsize) n;
    }
  g_byte_array_set_size (self->memory, 0);
  return TRUE;
}

gboolean
etp_spool_append (EtpSpool *self, const void *data, gsize length)
{
  const guint8 *bytes = data;

  while (length > 0 && self->failed == 0)
    {
      gsize n = MIN (length, ETP_SPOOL_BYTES - self->memory->len);

      g_byte_array_append (self->memory, bytes, (guint) n);
      bytes += n;
      length -= n;
      if (self->memory->len == ETP_SPOOL_BYTES)
        spill (self);
    }
  return self->failed == 0;
}

GInputStream *
etp_spool_finish (EtpSpool *self, GError **error)
{
  if (self->fd >= 0 && spill (self) && lseek (self->fd, 0, SEEK_SET) != 0)
    self->failed = errno;
  if (self->failed != 0)
    {
      g_set_error (error, ETP_EXPORT_ERROR, ETP_EXPORT_ERROR_FAILED,
                   /* Translators: %s is what the system says: "No space left on device". */
                   _ ("The result does not fit into the folder for temporary files: %s"),
                   g_strerror (self->failed));
      return NULL;
    }
  if (self->fd < 0)
    {
      g_autoptr (GBytes) bytes = g_byte_array_free_to_bytes (g_steal_pointer (&self->memory));

      return g_memory_input_stream_new_from_bytes (bytes);
    }
  return g_unix_input_stream_new (g_steal_fd (&self->fd), TRUE);
}
