/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-file"
#include "config.h"

#include "etp-load.h"

#include <gio/gfiledescriptorbased.h>
#include <glib/gi18n-lib.h>
#include <sys/stat.h>

#include "model/etp-limits.h"
#include "etp-etag.h"
#include "etp-json-guard.h"
#include "etp-reader.h"
#include "etp-save.h"
#include "etp-upgrade.h"

/* bytes → guard → upgrade of older versions → detached journey. Nothing here touches a journey
 * that is open. The journey of an asynchronous load is built in the worker and handed over whole:
 * nobody else has seen it before. */

/* Leads from version v to v + 1; there is none yet, version 1 being the first. */
static const EtpUpgradeStep upgrade_steps[ETP_FORMAT_VERSION + 1] = { NULL };

void
etp_loaded_free (EtpLoaded *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->journey);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_object (&self->file);
  g_free (self->etag);
  g_free (self);
}

/* Places in messages about an older document are those of its upgraded text. */
static gboolean
read_document (EtpLoaded *loaded, GError **error)
{
  g_autoptr (EtpJson) json = etp_json_scan (loaded->bytes, error);
  g_autoptr (GBytes) upgraded = NULL;

  if (json == NULL || !etp_reader_read_version (json, &loaded->version, error))
    return FALSE;
  upgraded = etp_upgrade (loaded->bytes, loaded->version, ETP_FORMAT_VERSION, upgrade_steps, error);
  if (upgraded == NULL)
    return FALSE;
  if (upgraded != loaded->bytes)
    {
      g_clear_pointer (&json, etp_json_free);
      json = etp_json_scan (upgraded, error);
    }
  loaded->journey = json != NULL ? etp_reader_read_journey (json, error) : NULL;
  return loaded->journey != NULL;
}

EtpLoaded *
etp_load_bytes (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (EtpLoaded) loaded = g_new0 (EtpLoaded, 1);
  g_autoptr (GError) local = NULL;

  loaded->bytes = g_bytes_ref (bytes);
  if (!read_document (loaded, &local))
    {
      etp_file_error_add_name (local, name);
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  loaded->is_newer = loaded->version > ETP_FORMAT_VERSION;
  return g_steal_pointer (&loaded);
}

/* At most max_bytes + 1, which is enough to see that it is too much. size_hint may be wrong. */
static GBytes *
read_stream (GInputStream *stream,
             gsize size_hint,
             gsize max_bytes,
             const char *name,
             GCancellable *cancellable,
             GError **error)
{
  gsize allocated = CLAMP (size_hint, 64 * 1024, max_bytes) + 1;
  g_autofree char *buffer = g_malloc (allocated);
  g_autoptr (GError) io = NULL;
  gsize length = 0;

  for (;;)
    {
      gsize got;

      if (!g_input_stream_read_all (stream, buffer + length, allocated - length, &got, cancellable,
                                    &io))
        {
          etp_file_error_set_from_io (error, io, name);
          return NULL;
        }
      length += got;
      if (length < allocated)
        return g_bytes_new_take (g_steal_pointer (&buffer), length);
      if (length > max_bytes)
        break;
      allocated = MIN (allocated * 2, max_bytes + 1);
      buffer = g_realloc (buffer, allocated);
    }
  etp_file_error_set (error, ETP_FILE_ERROR_TOO_LARGE, name, 0, 0,
                      /* Translators: %u is a number of mebibytes. */
                      _ ("The file has more than %u MiB."), (guint) (max_bytes >> 20));
  return NULL;
}

/* The state of the open file, not of what has its name by now: st of a local one, else what GIO
 * calls it. */
static gboolean
query_stat (GFileInputStream *stream, struct stat *st)
{
  return G_IS_FILE_DESCRIPTOR_BASED (stream)
         && fstat (g_file_descriptor_based_get_fd (G_FILE_DESCRIPTOR_BASED (stream)), st) == 0;
}

static char *
query_etag (GFileInputStream *stream, gsize *size)
{
  g_autoptr (GFileInfo) info = NULL;

  info = g_file_input_stream_query_info (
      stream, G_FILE_ATTRIBUTE_ETAG_VALUE "," G_FILE_ATTRIBUTE_STANDARD_SIZE, NULL, NULL);
  if (info == NULL)
    return NULL;
  *size = (gsize) MAX (g_file_info_get_size (info), 0);
  return etp_etag_from_info (info);
}

static char *
dup_etag (const struct stat *st, GBytes *bytes)
{
  g_autofree char *checksum = g_compute_checksum_for_bytes (ETP_ETAG_CHECKSUM, bytes);

  return etp_etag_from_stat (st, checksum);
}

static GBytes *
load_contents (GFile *file,
               const char *name,
               gsize max_bytes,
               char **etag,
               GCancellable *cancellable,
               GError **error)
{
  g_autofree char *path = g_file_get_parse_name (file);
  g_autofree char *state = NULL, *told = NULL;
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GError) io = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gboolean is_local;
  struct stat st;
  gsize size = 0;

  if (name == NULL)
    name = path;
  /* Some servers do not say the state with what they give, only when they are asked. */
  if (etag != NULL && !g_file_is_native (file))
    state = etp_etag_query (file, NULL, cancellable, NULL);
  stream = g_file_read (file, cancellable, &io);
  if (stream == NULL)
    {
      etp_file_error_set_from_io (error, io, name);
      return NULL;
    }
  /* Taken before reading, or even opening: a change while reading is seen as a change later, never
   * missed. */
  is_local = query_stat (stream, &st);
  if (is_local)
    size = (gsize) MAX (st.st_size, 0);
  else
    told = query_etag (stream, &size);
  if (told != NULL && told[0] != '\0')
    {
      g_free (state);
      state = g_steal_pointer (&told);
    }
  bytes = read_stream (G_INPUT_STREAM (stream), size, max_bytes, name, cancellable, error);
  if (bytes != NULL && etag != NULL)
    *etag = is_local ? dup_etag (&st, bytes) : g_steal_pointer (&state);
  return g_steal_pointer (&bytes);
}

/* A pipe that nobody writes to would keep whoever does not ask for one waiting for ever. */
static gboolean
is_pipe (GFile *file, const char *name, GError **error)
{
  const char *path = g_file_is_native (file) ? g_file_peek_path (file) : NULL;
  struct stat st;

  if (path == NULL || stat (path, &st) != 0 || !S_ISFIFO (st.st_mode))
    return FALSE;
  etp_file_error_set (error, ETP_FILE_ERROR_FAILED, name != NULL ? name : path, 0, 0, "%s",
                      _ ("This is a pipe, not a file."));
  return TRUE;
}

GBytes *
etp_load_contents (GFile *file,
                   const char *name,
                   gsize max_bytes,
                   char **etag,
                   GCancellable *cancellable,
                   GError **error)
{
  return !is_pipe (file, name, error)
             ? load_contents (file, name, max_bytes, etag, cancellable, error)
             : NULL;
}

EtpLoaded *
etp_load_file (GFile *file, const char *name, GCancellable *cancellable, GError **error)
{
  g_autofree char *path = g_file_get_parse_name (file);
  g_autofree char *etag = NULL;
  g_autoptr (GBytes) bytes = NULL;
  EtpLoaded *loaded;

  if (name == NULL)
    name = path;
  bytes = load_contents (file, name, ETP_LIMIT_FILE_BYTES, &etag, cancellable, error);
  if (bytes == NULL)
    return NULL;
  loaded = etp_load_bytes (bytes, name, error);
  if (loaded == NULL)
    return NULL;
  loaded->file = g_object_ref (file);
  loaded->etag = g_steal_pointer (&etag);
  return loaded;
}

EtpLoaded *
etp_load_stream (GInputStream *stream, const char *name, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes)
      bytes = read_stream (stream, 0, ETP_LIMIT_FILE_BYTES, name, cancellable, error);

  return bytes != NULL ? etp_load_bytes (bytes, name, error) : NULL;
}

static void
load_in_worker (GTask *task, gpointer source, gpointer name, GCancellable *cancellable)
{
  GFile *file = source;
  GError *error = NULL;
  EtpLoaded *loaded = NULL;

  if (!is_pipe (file, name, &error))
    loaded = etp_load_file (file, name, cancellable, &error);
  if (loaded != NULL)
    g_task_return_pointer (task, loaded, (GDestroyNotify) etp_loaded_free);
  else
    g_task_return_error (task, error);
}

void
etp_load_file_async (GFile *file,
                     const char *name,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (file, cancellable, callback, user_data);

  g_task_set_source_tag (task, etp_load_file_async);
  g_task_set_task_data (task, g_strdup (name), g_free);
  g_task_run_in_thread (task, load_in_worker);
}

EtpLoaded *
etp_load_file_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, etp_load_file_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
