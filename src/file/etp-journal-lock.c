/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-file"
#include "config.h"

#include "etp-journal-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

/* A journal's folder and whose it is. The system drops the lock when its owner ends, however it
 * ends, so a lock that can be had belongs to a program that is gone. What the lock file says (the
 * owner's process and machine) is for people who look. */

#define JOURNAL_PREFIX "journal-"

char *
etp_journal_get_root (void)
{
  return g_build_filename (g_get_user_state_dir (), "etappe", "recovery", NULL);
}

static void
set_error (GError **error, int number, const char *folder)
{
  if (number == EWOULDBLOCK)
    etp_file_error_set (error, ETP_FILE_ERROR_IN_USE, folder, 0, 0, "%s",
                        _ ("Another running program is using this."));
  else
    etp_file_error_set_from_errno (error, number, folder);
}

/* A lock on a file that was removed between opening and locking it is worth nothing. */
static gboolean
is_still_there (int fd)
{
  struct stat st;

  if (fstat (fd, &st) == 0 && st.st_nlink > 0)
    return TRUE;
  errno = ENOENT;
  return FALSE;
}

static EtpJournalLock *
take_lock (const char *folder, int flags, GError **error)
{
  g_autofree char *path = g_build_filename (folder, "lock", NULL);
  int fd = open (path, O_RDWR | O_CLOEXEC | O_NOFOLLOW | flags, 0600);
  EtpJournalLock *lock;

  if (fd < 0 || flock (fd, LOCK_EX | LOCK_NB) != 0 || !is_still_there (fd))
    {
      set_error (error, errno, folder);
      if (fd >= 0)
        close (fd);
      return NULL;
    }
  lock = g_new0 (EtpJournalLock, 1);
  lock->folder = g_strdup (folder);
  lock->fd = fd;
  return lock;
}

/* Nobody depends on this text, so a full disk is no reason to fail here. */
static void
name_owner (EtpJournalLock *self)
{
  g_autofree char *text = g_strdup_printf ("%d %s\n", (int) getpid (), g_get_host_name ());
  gssize written = ftruncate (self->fd, 0) == 0 ? write (self->fd, text, strlen (text)) : -1;

  if (written < 0)
    g_debug ("The owner could not be named in %s: %s", self->folder, g_strerror (errno));
}

EtpJournalLock *
etp_journal_lock_create (GError **error)
{
  g_autofree char *root = etp_journal_get_root ();

  if (g_mkdir_with_parents (root, 0700) != 0)
    {
      set_error (error, errno, root);
      return NULL;
    }
  for (;;)
    {
      g_autofree char *name = g_strdup_printf ("%08x%08x", g_random_int (), g_random_int ());
      g_autofree char *folder = g_build_filename (root, name, NULL);
      EtpJournalLock *lock;

      if (g_mkdir (folder, 0700) == 0)
        {
          g_autoptr (GError) reason = NULL;

          lock = take_lock (folder, O_CREAT | O_EXCL, &reason);
          if (lock != NULL)
            name_owner (lock);
          /* Somebody who looks for what dead programs left may be quicker with the lock. */
          if (g_error_matches (reason, ETP_FILE_ERROR, ETP_FILE_ERROR_IN_USE))
            continue;
          if (reason != NULL)
            g_propagate_error (error, g_steal_pointer (&reason));
          return lock;
        }
      if (errno != EEXIST)
        {
          set_error (error, errno, folder);
          return NULL;
        }
    }
}

EtpJournalLock *
etp_journal_lock_take (const char *folder, GError **error)
{
  EtpJournalLock *lock = take_lock (folder, 0, error);

  if (lock != NULL)
    name_owner (lock);
  return lock;
}

void
etp_journal_lock_release (EtpJournalLock *self)
{
  close (self->fd);
  g_free (self->folder);
  g_free (self);
}

static void
remove_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
}

/* The lock goes last, so that nobody takes a folder that is half removed. */
void
etp_journal_lock_remove (EtpJournalLock *self)
{
  g_autofree char *assets = g_build_filename (self->folder, "assets", NULL);
  g_autofree char *path = g_build_filename (self->folder, "lock", NULL);
  g_autoptr (GArray) numbers = etp_journal_list_numbers (self->folder);

  for (guint i = 0; i < numbers->len; i++)
    {
      g_autofree char *journal = etp_journal_get_path (self->folder,
                                                       g_array_index (numbers, guint, i));

      g_unlink (journal);
    }
  remove_files (assets);
  g_rmdir (assets);
  g_unlink (path);
  if (g_rmdir (self->folder) != 0)
    g_debug ("%s is not empty: %s", self->folder, g_strerror (errno));
  etp_journal_lock_release (self);
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  const guint *x = a, *y = b;

  return (*x > *y) - (*x < *y);
}

GArray *
etp_journal_list_numbers (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      guint64 number;

      if (g_str_has_prefix (name, JOURNAL_PREFIX)
          && g_ascii_string_to_unsigned (name + strlen (JOURNAL_PREFIX), 10, 1, G_MAXUINT32,
                                         &number, NULL))
        {
          guint value = (guint) number;

          g_array_append_val (numbers, value);
        }
    }
  g_array_sort (numbers, compare_numbers);
  return numbers;
}

char *
etp_journal_get_path (const char *folder, guint number)
{
  g_autofree char *name = g_strdup_printf (JOURNAL_PREFIX "%u", number);

  return g_build_filename (folder, name, NULL);
}
