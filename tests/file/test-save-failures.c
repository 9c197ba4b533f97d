/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "file/etp-save.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "file-test.h"
#include "save-test.h"

/* The calls that saving makes are looked at, and made to fail, by standing in for those of the C
 * library: what is in this program wins over what is in a shared library. Nothing of this is in
 * the code that is tested. */

static struct
{
  gboolean is_on;
  gssize fail_at; /* write fails once so many bytes are written; -1: never */
  int fail_errno;
  gboolean fail_fsync, fail_rename;
  gboolean is_short; /* writes only a few bytes at a time */
  gsize written;
  GString *trace; /* of calls, by their first letters */
  const char *meanwhile; /* a file that somebody else writes while we do */
} watch;

ssize_t
write (int fd, const void *buffer, size_t length)
{
  if (watch.is_on)
    {
      g_string_append (watch.trace, "w");
      if (watch.meanwhile != NULL)
        file_test_write (watch.meanwhile, "somebody else's");
      if (watch.fail_at >= 0 && watch.written + length > (gsize) watch.fail_at)
        length = (gsize) watch.fail_at - watch.written;
      if (watch.is_short)
        length = MIN (length, 7);
      if (watch.fail_at >= 0 && length == 0)
        {
          errno = watch.fail_errno;
          return -1;
        }
      watch.written += length;
    }
  return syscall (SYS_write, fd, buffer, length);
}

int
fsync (int fd)
{
  struct stat st;

  if (watch.is_on && fstat (fd, &st) == 0)
    g_string_append (watch.trace, S_ISDIR (st.st_mode) ? "D" : "F");
  if (watch.is_on && watch.fail_fsync)
    {
      errno = EIO;
      return -1;
    }
  return (int) syscall (SYS_fsync, fd);
}

int
rename (const char *from, const char *to)
{
  if (watch.is_on)
    g_string_append (watch.trace, "R");
  if (watch.is_on && watch.fail_rename)
    {
      errno = EIO;
      return -1;
    }
  return (int) syscall (SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0);
}

/* A local file that is taken for one of a server: what GIO does with it is what counts. */
static gboolean is_remote;

gboolean
g_file_is_native (GFile *file)
{
  return !is_remote;
}

static void
watch_start (void)
{
  memset (&watch, 0, sizeof watch);
  watch.fail_at = -1;
  watch.fail_errno = ENOSPC;
  watch.trace = g_string_new (NULL);
  watch.is_on = TRUE;
}

static char *
watch_stop (void)
{
  watch.is_on = FALSE;
  return g_string_free (g_steal_pointer (&watch.trace), FALSE);
}

/* The order that a power cut cannot hurt. */
static void
test_order (SaveTest *f, gconstpointer data)
{
  g_autofree char *first = NULL, *second = NULL;

  watch_start ();
  save_test_save (f, NULL, ETP_SAVE_NONE, NULL);
  first = watch_stop ();
  g_assert_cmpstr (first, ==, "wFRD");
  watch_start ();
  save_test_save (f, NULL, ETP_SAVE_NONE, NULL);
  second = watch_stop ();
  g_assert_cmpstr (second, ==, "wFRD");
}

/* Whoever writes while we write is seen too: the file is looked at again right before it goes. */
static void
test_changed_meanwhile (SaveTest *f, gconstpointer data)
{
  g_autofree char *etag = NULL, *trace = NULL;
  g_autoptr (GError) error = NULL;

  save_test_save (f, NULL, ETP_SAVE_NONE, &etag);
  watch_start ();
  watch.meanwhile = f->path;
  g_assert_false (etp_save_bytes (f->file, f->bytes, etag, ETP_SAVE_NONE, NULL, NULL, &error));
  trace = watch_stop ();
  g_assert_error (error, ETP_FILE_ERROR, ETP_FILE_ERROR_CHANGED_ON_DISK);
  g_assert_null (strchr (trace, 'R'));
  save_test_assert_content (f->path, "somebody else's");
  save_test_assert_alone (f, 1);
}

/* A write that fails at byte n, for every n, leaves the old file whole. */
static void
test_write_fails (SaveTest *f, gconstpointer data)
{
  for (gsize n = 0; n < strlen (SAVE_TEST_NEW); n++)
    {
      g_autofree char *trace = NULL;
      g_autofree char *new_etag = NULL;
      g_autoptr (GError) error = NULL;

      file_test_write (f->path, SAVE_TEST_OLD);
      watch_start ();
      watch.fail_at = (gssize) n;
      watch.fail_errno = n % 2 == 0 ? ENOSPC : EDQUOT;
      watch.is_short = n % 3 == 0;
      g_assert_false (
          etp_save_bytes (f->file, f->bytes, NULL, ETP_SAVE_NONE, &new_etag, NULL, &error));
      trace = watch_stop ();
      file_test_assert_error (error, ETP_FILE_ERROR_NO_SPACE, "not enough space");
      g_assert_null (new_etag);
      save_test_assert_content (f->path, SAVE_TEST_OLD);
      save_test_assert_alone (f, 1);
    }
}

static void
test_short_writes (SaveTest *f, gconstpointer data)
{
  g_autofree char *trace = NULL;

  watch_start ();
  watch.is_short = TRUE;
  save_test_save (f, NULL, ETP_SAVE_NONE, NULL);
  trace = watch_stop ();
  g_assert_true (g_str_has_prefix (trace, "wwwwF"));
}

static void
test_other_failures (SaveTest *f, gconstpointer data)
{
  for (int i = 0; i < 2; i++)
    {
      g_autofree char *trace = NULL;
      g_autoptr (GError) error = NULL;

      file_test_write (f->path, SAVE_TEST_OLD);
      watch_start ();
      watch.fail_fsync = i == 0;
      watch.fail_rename = i == 1;
      g_assert_false (etp_save_bytes (f->file, f->bytes, NULL, ETP_SAVE_NONE, NULL, NULL, &error));
      trace = watch_stop ();
      file_test_assert_error (error, ETP_FILE_ERROR_UNREACHABLE, "share fails");
      save_test_assert_content (f->path, SAVE_TEST_OLD);
      save_test_assert_alone (f, 1);
    }
}

/* What the system says becomes what a person can act on. */
static void
test_causes (SaveTest *f, gconstpointer data)
{
  static const struct
  {
    int number;
    EtpFileError code;
    const char *words;
  } rows[] = {
    { ENOSPC, ETP_FILE_ERROR_NO_SPACE, "not enough space" },
    { EFBIG, ETP_FILE_ERROR_NO_SPACE, "not enough space" },
    { EROFS, ETP_FILE_ERROR_PERMISSION, "not written" },
    { ENAMETOOLONG, ETP_FILE_ERROR_FAILED, "Choose a shorter one." },
    { ELOOP, ETP_FILE_ERROR_FAILED, "leads to itself" },
    { EOPNOTSUPP, ETP_FILE_ERROR_FAILED, "neither be read nor written" },
    { EIO, ETP_FILE_ERROR_UNREACHABLE, "share fails" },
    { ESTALE, ETP_FILE_ERROR_UNREACHABLE, "cannot be reached" },
    { ENOTCONN, ETP_FILE_ERROR_UNREACHABLE, "cannot be reached" },
    { EHOSTDOWN, ETP_FILE_ERROR_UNREACHABLE, "cannot be reached" },
    { EHOSTUNREACH, ETP_FILE_ERROR_UNREACHABLE, "cannot be reached" },
    { ENETUNREACH, ETP_FILE_ERROR_UNREACHABLE, "cannot be reached" },
    { ETIMEDOUT, ETP_FILE_ERROR_UNREACHABLE, "cannot be reached" },
    { ECONNRESET, ETP_FILE_ERROR_UNREACHABLE, "cannot be reached" },
    { ENODEV, ETP_FILE_ERROR_UNREACHABLE, "cannot be reached" },
    { ENOMEM, ETP_FILE_ERROR_FAILED, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *trace = NULL;
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", g_strerror (rows[i].number));
      file_test_write (f->path, SAVE_TEST_OLD);
      watch_start ();
      watch.fail_at = 3;
      watch.fail_errno = rows[i].number;
      g_assert_false (etp_save_bytes (f->file, f->bytes, NULL, ETP_SAVE_NONE, NULL, NULL, &error));
      trace = watch_stop ();
      file_test_assert_error (error, rows[i].code, rows[i].words);
      save_test_assert_content (f->path, SAVE_TEST_OLD);
      save_test_assert_alone (f, 1);
    }
}

/* A disk that is really full. */
static void
test_full_disk (SaveTest *f, gconstpointer data)
{
  g_autofree char *mount_point = g_build_filename (f->folder, "disk", NULL);
  g_autofree char *path = g_build_filename (mount_point, "a.journey", NULL);
  g_autofree char *old = g_strnfill (40 * 1024, 'o');
  g_autofree char *big = g_strnfill (40 * 1024, 'n');
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) bytes = file_test_bytes (big);
  g_autoptr (GError) error = NULL;
  g_autofree char *found = NULL;

  g_assert_cmpint (g_mkdir (mount_point, 0700), ==, 0);
  if (mount ("none", mount_point, "tmpfs", 0, "size=64k") != 0)
    {
      g_test_skip ("a small tmpfs cannot be mounted here");
      return;
    }
  file_test_write (path, old);
  g_assert_false (etp_save_bytes (file, bytes, NULL, ETP_SAVE_NONE, NULL, NULL, &error));
  found = file_test_read (path);
  g_assert_cmpint (umount (mount_point), ==, 0);
  g_assert_cmpstr (found, ==, old);
  file_test_assert_error (error, ETP_FILE_ERROR_NO_SPACE, "not enough space");
}

static void
test_cancelled (SaveTest *f, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  file_test_write (f->path, SAVE_TEST_OLD);
  g_cancellable_cancel (cancellable);
  g_assert_false (
      etp_save_bytes (f->file, f->bytes, NULL, ETP_SAVE_NONE, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  save_test_assert_content (f->path, SAVE_TEST_OLD);
  save_test_assert_alone (f, 1);
}

/* Where there is no local path GIO replaces the file, and its etag is compared. */
static void
test_remote (SaveTest *f, gconstpointer data)
{
  g_autofree char *first = NULL, *second = NULL, *now = NULL, *trace = NULL;

  is_remote = TRUE;
  watch_start ();
  save_test_save (f, NULL, ETP_SAVE_NEW, &first);
  trace = watch_stop ();
  g_assert_null (strchr (trace, 'D'));
  save_test_assert_refused (f, NULL, ETP_SAVE_NEW, ETP_FILE_ERROR_CHANGED_ON_DISK,
                            "of this name already");
  save_test_save (f, first, ETP_SAVE_NONE, &second);
  now = etp_etag_query (f->file, NULL, NULL, NULL);
  g_assert_cmpstr (second, ==, now);
  save_test_assert_refused (f, "1:1", ETP_SAVE_NONE, ETP_FILE_ERROR_CHANGED_ON_DISK,
                            "changed the file");
  save_test_save (f, "1:1", ETP_SAVE_CHANGED_ON_DISK, NULL);
  is_remote = FALSE;
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  SAVE_TEST_ADD ("/save-failures/order", test_order);
  SAVE_TEST_ADD ("/save-failures/changed-meanwhile", test_changed_meanwhile);
  SAVE_TEST_ADD ("/save-failures/write-fails", test_write_fails);
  SAVE_TEST_ADD ("/save-failures/short-writes", test_short_writes);
  SAVE_TEST_ADD ("/save-failures/other-failures", test_other_failures);
  SAVE_TEST_ADD ("/save-failures/causes", test_causes);
  SAVE_TEST_ADD ("/save-failures/full-disk", test_full_disk);
  SAVE_TEST_ADD ("/save-failures/cancelled", test_cancelled);
  SAVE_TEST_ADD ("/save-failures/remote", test_remote);
  return g_test_run ();
}
