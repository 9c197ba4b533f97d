/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-file"
#include "config.h"

#include "etp-save.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "etp-etag.h"
#include "etp-save-access.h"

/* How a local file is replaced:
 *
 *   follow symbolic links → look at what is there, perhaps ask → temporary file in the same
 *   folder → write → owner, attributes and mode → fsync → is the old file still the one that was read? →
 *   rename → fsync the folder
 *
 * g_file_replace() does not serve: it truncates the target of a symbolic link in place and does
 * not flush a file that is new (measured with GLib 2.74). It is used only where there is no local
 * path. Until the rename nothing but the temporary file has been touched, so any failure leaves
 * the old file as it was.
 */

#define CHUNK_BYTES (256 * 1024)

typedef struct
{
  const char *name; /* for messages */
  char *target; /* the path behind all links */
  char *folder; /* of target */
  char *temporary; /* NULL when there is none (any more) */
  gboolean exists; /* there is a target */
  struct stat st; /* of the target, if it exists */
  int fd; /* of the temporary file, or -1 */
  char *known; /* the state that may be replaced; NULL: any */
  GChecksum *content; /* of what is written; NULL: nobody wants to know */
  GError **error;
} Saving;

static gboolean
fail (Saving *saving, EtpFileError code, const char *reason)
{
  etp_file_error_set (saving->error, code, saving->name, 0, 0, "%s", reason);
  return FALSE;
}

static gboolean
fail_errno (Saving *saving)
{
  etp_file_error_set_from_errno (saving->error, errno, saving->name);
  return FALSE;
}

/* Where a link that leads to nothing yet leads. realpath() does not say it, and creating the file
 * in place of the link would be a surprise. */
static char *
follow_link (const char *path)
{
  g_autofree char *place = g_strdup (path);

  for (int steps = 0; steps < 40; steps++)
    {
      g_autofree char *target = g_file_read_link (place, NULL);
      g_autofree char *folder = NULL;

      if (target == NULL)
        return g_steal_pointer (&place);
      folder = g_path_get_dirname (place);
      g_free (place);
      place = g_path_is_absolute (target) ? g_steal_pointer (&target)
                                          : g_build_filename (folder, target, NULL);
    }
  errno = ELOOP;
  return NULL;
}

/* Sets target, folder, exists and st. */
static gboolean
resolve (Saving *saving, const char *path)
{
  char *resolved = realpath (path, NULL);

  if (resolved == NULL && errno != ENOENT)
    return fail_errno (saving);
  saving->target = resolved != NULL ? g_strdup (resolved) : follow_link (path);
  free (resolved);
  if (saving->target == NULL)
    return fail_errno (saving);
  saving->folder = g_path_get_dirname (saving->target);
  saving->exists = stat (saving->target, &saving->st) == 0;
  if (!saving->exists && errno != ENOENT)
    return fail_errno (saving);
  if (!saving->exists && access (saving->folder, F_OK) != 0 && errno == ENOENT)
    return fail (saving, ETP_FILE_ERROR_NOT_FOUND,
                 _ ("The folder of this file does not exist, or not any more."));
  return TRUE;
}

static gboolean
check_etag (Saving *saving, EtpSaveFlags flags)
{
  g_autofree char *now = NULL;

  if ((flags & (ETP_SAVE_CHANGED_ON_DISK | ETP_SAVE_NEW)) == ETP_SAVE_CHANGED_ON_DISK)
    return TRUE;
  now = etp_etag_query_path (saving->target, saving->known);
  if (now == NULL)
    {
      if (errno != ENOENT)
        return fail_errno (saving);
      if (saving->known == NULL || (flags & ETP_SAVE_CHANGED_ON_DISK) != 0)
        return TRUE;
      return fail (saving, ETP_FILE_ERROR_CHANGED_ON_DISK,
                   _ ("Somebody else has moved or deleted the file in the meantime."));
    }
  if ((flags & ETP_SAVE_NEW) != 0)
    return fail (saving, ETP_FILE_ERROR_CHANGED_ON_DISK,
                 _ ("There is a file of this name already."));
  if (saving->known == NULL)
    return TRUE;
  if (etp_etag_is_same (now, saving->known))
    {
      /* So that the same content is read once. */
      g_free (saving->known);
      saving->known = g_steal_pointer (&now);
      return TRUE;
    }
  return fail (saving, ETP_FILE_ERROR_CHANGED_ON_DISK,
               _ ("Somebody else has changed the file in the meantime."));
}

/* What stands in the way of replacing the file that is there. */
static gboolean
check_target (Saving *saving, EtpSaveFlags flags)
{
  if (!saving->exists)
    return TRUE;
  if (S_ISDIR (saving->st.st_mode))
    return fail (saving, ETP_FILE_ERROR_IS_FOLDER, _ ("This is a folder, not a file."));
  if (!S_ISREG (saving->st.st_mode))
    return fail (saving, ETP_FILE_ERROR_FAILED,
                 _ ("This is no ordinary file, so it cannot be replaced."));
  if (faccessat (AT_FDCWD, saving->target, W_OK, AT_EACCESS) != 0)
    return fail (saving, ETP_FILE_ERROR_PERMISSION, _ ("The file is write-protected."));
  if (saving->st.st_nlink > 1 && (flags & ETP_SAVE_HARD_LINKS) == 0)
    return fail (saving, ETP_FILE_ERROR_HARD_LINKS,
                 _ ("The file has several names (hard links); the other names would keep the "
                    "old content."));
  if (saving->st.st_uid != geteuid () && (flags & ETP_SAVE_FOREIGN_OWNER) == 0)
    return fail (saving, ETP_FILE_ERROR_FOREIGN_OWNER,
                 _ ("The file belongs to somebody else; it would change its owner."));
  return TRUE;
}

static gboolean
open_temporary (Saving *saving)
{
  /* A new file gets what the umask leaves; one that replaces another is closed to others until it
   * has that one's mode. */
  int mode = saving->exists ? 0600 : 0666;

  saving->temporary = g_build_filename (saving->folder, ".etappe-XXXXXX", NULL);
  saving->fd = g_mkstemp_full (saving->temporary, O_RDWR | O_CLOEXEC, mode);
  if (saving->fd >= 0)
    return TRUE;
  g_clear_pointer (&saving->temporary, g_free);
  if (errno == EACCES || errno == EPERM)
    return fail (saving, ETP_FILE_ERROR_PERMISSION,
                 _ ("The folder allows no new files, so nothing can be saved there safely."));
  return fail_errno (saving);
}

static gboolean
write_chunk (Saving *saving, const char *data, gsize length)
{
  if (saving->content != NULL)
    g_checksum_update (saving->content, (const guchar *) data, (gssize) length);
  while (length > 0)
    {
      gssize written = write (saving->fd, data, length);

      if (written < 0 && errno == EINTR)
        continue;
      if (written < 0)
        return fail_errno (saving);
      data += written;
      length -= (gsize) written;
    }
  return TRUE;
}

static gboolean
write_all (Saving *saving, GInputStream *source, GCancellable *cancellable)
{
  g_autofree char *chunk = g_malloc (CHUNK_BYTES);

  for (;;)
    {
      gssize length;

      /* Streams in memory do not look at it. */
      if (g_cancellable_set_error_if_cancelled (cancellable, saving->error))
        return FALSE;
      length = g_input_stream_read (source, chunk, CHUNK_BYTES, cancellable, saving->error);
      if (length <= 0)
        return length == 0;
      if (!write_chunk (saving, chunk, (gsize) length))
        return FALSE;
    }
}

/* Owner before mode: changing the owner may clear bits of the mode. The owner can be kept only by
 * root; the person has agreed (or it is the own one anyway). A group that cannot be kept loses
 * what it was allowed, else strangers of the new group would get it; so does one whose share stands
 * in an access list that cannot be kept. The mode comes last: it opens the file. */
static gboolean
keep_owner_and_mode (Saving *saving)
{
  mode_t mode = saving->st.st_mode & 07777;

  if (!saving->exists)
    return TRUE;
  if (fchown (saving->fd, saving->st.st_uid, saving->st.st_gid) != 0
      && fchown (saving->fd, (uid_t) -1, saving->st.st_gid) != 0)
    mode &= ~(mode_t) (S_ISUID | S_ISGID | S_IRWXG);
  if (!etp_save_copy_access (saving->target, saving->fd))
    mode &= ~(mode_t) S_IRWXG;
  if (fchmod (saving->fd, mode) != 0)
    return fail_errno (saving);
  return TRUE;
}

/* A folder that may not be opened, or a file system that cannot flush folders, is no failure: the
 * new file is in its place. */
static gboolean
flush_folder (Saving *saving)
{
  int fd = open (saving->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  gboolean is_flushed = fd < 0 || fsync (fd) == 0 || errno == EINVAL || errno == ENOTSUP;

  if (!is_flushed)
    fail_errno (saving);
  if (fd >= 0)
    close (fd);
  return is_flushed;
}

static gboolean
put_in_place (Saving *saving, EtpSaveFlags flags, char **new_etag)
{
  struct stat st;

  if ((flags & ETP_SAVE_NEW) != 0
      && renameat2 (AT_FDCWD, saving->temporary, AT_FDCWD, saving->target, RENAME_NOREPLACE) == 0)
    g_clear_pointer (&saving->temporary, g_free);
  else if ((flags & ETP_SAVE_NEW) != 0 && errno == EEXIST)
    return fail (saving, ETP_FILE_ERROR_CHANGED_ON_DISK,
                 _ ("There is a file of this name already."));
  if (saving->temporary != NULL && rename (saving->temporary, saving->target) != 0)
    return fail_errno (saving);
  g_clear_pointer (&saving->temporary, g_free);
  /* By the descriptor: what has the name now may be somebody else's already. */
  if (fstat (saving->fd, &st) != 0)
    return fail_errno (saving);
  if (new_etag != NULL)
    *new_etag = etp_etag_from_stat (&st, g_checksum_get_string (saving->content));
  return flush_folder (saving);
}

static gboolean
save_steps (Saving *saving,
            const char *path,
            GInputStream *source,
            EtpSaveFlags flags,
            char **new_etag,
            GCancellable *cancellable)
{
  if (!resolve (saving, path) || !check_target (saving, flags) || !check_etag (saving, flags)
      || !open_temporary (saving) || !write_all (saving, source, cancellable)
      || !keep_owner_and_mode (saving))
    return FALSE;
  if (fsync (saving->fd) != 0)
    return fail_errno (saving);
  return check_etag (saving, flags) && put_in_place (saving, flags, new_etag);
}

static gboolean
save_local (const char *path,
            const char *name,
            GInputStream *source,
            const char *etag,
            EtpSaveFlags flags,
            char **new_etag,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (GChecksum) content = new_etag != NULL ? g_checksum_new (ETP_ETAG_CHECKSUM) : NULL;
  Saving saving = {
    .name = name, .fd = -1, .known = g_strdup (etag), .content = content, .error = error
  };
  gboolean is_saved = save_steps (&saving, path, source, flags, new_etag, cancellable);

  if (saving.fd >= 0)
    close (saving.fd);
  if (saving.temporary != NULL)
    unlink (saving.temporary);
  g_free (saving.temporary);
  g_free (saving.known);
  g_free (saving.target);
  g_free (saving.folder);
  return is_saved;
}

/* Not every server says with what it has taken which state that is now (WebDAV does not). Not
 * knowing it would make the own save somebody else's change, and the next one would replace
 * whatever is there. */
static void
ask_for_etag (GFile *file, char **etag, GCancellable *cancellable)
{
  if (etag == NULL || (*etag != NULL && **etag != '\0'))
    return;
  g_free (*etag);
  *etag = etp_etag_query (file, NULL, cancellable, NULL);
}

static gboolean
save_remote (GFile *file,
             const char *name,
             GInputStream *source,
             const char *etag,
             EtpSaveFlags flags,
             char **new_etag,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (GError) io = NULL;
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  GMemoryOutputStream *content = G_MEMORY_OUTPUT_STREAM (memory);
  gsize length;

  if ((flags & ETP_SAVE_NEW) != 0 && g_file_query_exists (file, cancellable))
    {
      etp_file_error_set (error, ETP_FILE_ERROR_CHANGED_ON_DISK, name, 0, 0, "%s",
                          _ ("There is a file of this name already."));
      return FALSE;
    }
  if ((flags & ETP_SAVE_CHANGED_ON_DISK) != 0)
    etag = NULL;
  if (g_output_stream_splice (memory, source, G_OUTPUT_STREAM_SPLICE_NONE, cancellable, error) < 0)
    return FALSE;
  length = g_memory_output_stream_get_data_size (content);
  if (g_file_replace_contents (file, length > 0 ? g_memory_output_stream_get_data (content) : "",
                               length, etag, FALSE, G_FILE_CREATE_NONE, new_etag, cancellable, &io))
    {
      ask_for_etag (file, new_etag, cancellable);
      return TRUE;
    }
  etp_file_error_set_from_io (error, io, name);
  return FALSE;
}

gboolean
etp_save_stream (GFile *file,
                 GInputStream *source,
                 const char *etag,
                 EtpSaveFlags flags,
                 char **new_etag,
                 GCancellable *cancellable,
                 GError **error)
{
  g_autofree char *name = g_file_get_parse_name (file);

  if (new_etag != NULL)
    *new_etag = NULL;
  if (g_file_is_native (file) && g_file_peek_path (file) != NULL)
    return save_local (g_file_peek_path (file), name, source, etag, flags, new_etag, cancellable,
                       error);
  return save_remote (file, name, source, etag, flags, new_etag, cancellable, error);
}

gboolean
etp_save_bytes (GFile *file,
                GBytes *bytes,
                const char *etag,
                EtpSaveFlags flags,
                char **new_etag,
                GCancellable *cancellable,
                GError **error)
{
  g_autoptr (GInputStream) source = g_memory_input_stream_new_from_bytes (bytes);

  return etp_save_stream (file, source, etag, flags, new_etag, cancellable, error);
}

typedef struct
{
  GFile *file;
  GBytes *bytes;
  char *etag;
  EtpSaveFlags flags;
} Job;

static void
job_free (Job *job)
{
  g_object_unref (job->file);
  g_bytes_unref (job->bytes);
  g_free (job->etag);
  g_free (job);
}

static void
run_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  char *new_etag = NULL;
  GError *error = NULL;

  if (etp_save_bytes (job->file, job->bytes, job->etag, job->flags, &new_etag, cancellable, &error))
    g_task_return_pointer (task, new_etag, g_free);
  else
    {
      g_free (new_etag);
      g_task_return_error (task, error);
    }
}

void
etp_save_bytes_async (GFile *file,
                      GBytes *bytes,
                      const char *etag,
                      EtpSaveFlags flags,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->file = g_object_ref (file);
  job->bytes = g_bytes_ref (bytes);
  job->etag = g_strdup (etag);
  job->flags = flags;
  g_task_set_source_tag (task, etp_save_bytes_async);
  /* Whether it was saved is told as it is, even if it was cancelled at the last moment. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, run_job);
}

gboolean
etp_save_bytes_finish (GAsyncResult *result, char **new_etag, GError **error)
{
  g_autofree char *etag = NULL;
  gboolean is_saved;

  g_return_val_if_fail (g_async_result_is_tagged (result, etp_save_bytes_async), FALSE);
  is_saved = !g_task_had_error (G_TASK (result));
  etag = g_task_propagate_pointer (G_TASK (result), error);
  if (new_etag != NULL)
    *new_etag = g_steal_pointer (&etag);
  return is_saved;
}
