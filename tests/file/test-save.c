/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "file/etp-save.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

#include "file-test.h"
#include "save-test.h"

static void
test_new (SaveTest *f, gconstpointer data)
{
  mode_t mask = umask (027);
  g_autofree char *etag = NULL, *now = NULL;
  struct stat st;

  save_test_save (f, NULL, ETP_SAVE_NONE, &etag);
  umask (mask);
  g_assert_cmpint (stat (f->path, &st), ==, 0);
  g_assert_cmpint (st.st_mode & 07777, ==, 0640);
  now = etp_etag_query (f->file, NULL, NULL, NULL);
  g_assert_true (etp_etag_is_same (etag, now));
  save_test_assert_alone (f, 1);
}

static void
test_must_be_new (SaveTest *f, gconstpointer data)
{
  save_test_save (f, NULL, ETP_SAVE_NEW, NULL);
  save_test_assert_refused (f, NULL, ETP_SAVE_NEW, ETP_FILE_ERROR_CHANGED_ON_DISK,
                            "of this name already");
}

static void
test_mode_and_owner (SaveTest *f, gconstpointer data)
{
  struct stat before, after;

  file_test_write (f->path, SAVE_TEST_OLD);
  g_assert_cmpint (g_chmod (f->path, 0604), ==, 0);
  if (geteuid () == 0)
    g_assert_cmpint (chown (f->path, 65534, 65534), ==, 0);
  g_assert_cmpint (stat (f->path, &before), ==, 0);
  save_test_save (f, NULL, ETP_SAVE_FOREIGN_OWNER, NULL);
  g_assert_cmpint (stat (f->path, &after), ==, 0);
  g_assert_cmpint (after.st_mode, ==, before.st_mode);
  g_assert_cmpint (after.st_uid, ==, before.st_uid);
  g_assert_cmpint (after.st_gid, ==, before.st_gid);
  g_assert_cmpint (after.st_ino, !=, before.st_ino);
}

#define NOTE "user.etappe.note"
#define ACCESS_LIST "system.posix_acl_access"

static gboolean
set_attribute (const char *path, const char *name, const void *value, gsize size)
{
  if (setxattr (path, name, value, size, 0) == 0)
    return TRUE;
  g_test_skip ("the file system has no such attributes");
  return FALSE;
}

static void
assert_attribute (const char *path, const char *name, const void *value, gsize size)
{
  char now[100];
  const gssize now_size = getxattr (path, name, now, sizeof now);

  g_assert_cmpint (now_size, >, 0);
  g_assert_cmpmem (now, (gsize) now_size, value, size);
}

static void
test_attributes (SaveTest *f, gconstpointer data)
{
  file_test_write (f->path, SAVE_TEST_OLD);
  if (!set_attribute (f->path, NOTE, "for Ada", 7))
    return;
  save_test_save (f, NULL, ETP_SAVE_NONE, NULL);
  assert_attribute (f->path, NOTE, "for Ada", 7);
}

/* As the kernel stores them (linux/posix_acl_xattr.h); no number of more than a byte, so that the
 * order of bytes is written down here. */
#define ENTRY(tag, may, who) tag, 0, may, 0, who
#define NOBODY 0xff, 0xff, 0xff, 0xff
#define SOMEBODY 77, 0, 0, 0
/* The owner and somebody may read and write, the group may not, though the mode says so. */
static const guint8 with_somebody[] = { 2,
                                        0,
                                        0,
                                        0,
                                        ENTRY (1, 6, NOBODY),
                                        ENTRY (2, 6, SOMEBODY),
                                        ENTRY (4, 0, NOBODY),
                                        ENTRY (16, 6, NOBODY),
                                        ENTRY (32, 0, NOBODY) };

static void
test_access_list (SaveTest *f, gconstpointer data)
{
  struct stat st;

  file_test_write (f->path, SAVE_TEST_OLD);
  if (!set_attribute (f->path, ACCESS_LIST, with_somebody, sizeof with_somebody))
    return;
  save_test_save (f, NULL, ETP_SAVE_NONE, NULL);
  assert_attribute (f->path, ACCESS_LIST, with_somebody, sizeof with_somebody);
  g_assert_cmpint (stat (f->path, &st), ==, 0);
  g_assert_cmpint (st.st_mode & 07777, ==, 0660);
}

/* What the folder gives to new files is not for one that was there already. */
static void
test_list_of_folder (SaveTest *f, gconstpointer data)
{
  char list[100];

  file_test_write (f->path, SAVE_TEST_OLD);
  g_assert_cmpint (g_chmod (f->path, 0660), ==, 0);
  if (!set_attribute (f->folder, "system.posix_acl_default", with_somebody, sizeof with_somebody))
    return;
  save_test_save (f, NULL, ETP_SAVE_NONE, NULL);
  g_assert_cmpint ((int) getxattr (f->path, ACCESS_LIST, list, sizeof list), <, 0);
}

static void
test_foreign_owner (SaveTest *f, gconstpointer data)
{
  if (geteuid () != 0)
    {
      g_test_skip ("only root can give a file away");
      return;
    }
  file_test_write (f->path, SAVE_TEST_OLD);
  g_assert_cmpint (chown (f->path, 65534, 65534), ==, 0);
  save_test_assert_refused (f, NULL, ETP_SAVE_NONE, ETP_FILE_ERROR_FOREIGN_OWNER,
                            "belongs to somebody else");
  save_test_assert_content (f->path, SAVE_TEST_OLD);
  save_test_save (f, NULL, ETP_SAVE_FOREIGN_OWNER, NULL);
}

static void
test_hard_links (SaveTest *f, gconstpointer data)
{
  g_autofree char *other = g_build_filename (f->folder, "other", NULL);

  file_test_write (f->path, SAVE_TEST_OLD);
  g_assert_cmpint (link (f->path, other), ==, 0);
  save_test_assert_refused (f, NULL, ETP_SAVE_NONE, ETP_FILE_ERROR_HARD_LINKS, "several names");
  save_test_assert_content (f->path, SAVE_TEST_OLD);
  save_test_save (f, NULL, ETP_SAVE_HARD_LINKS, NULL);
  save_test_assert_content (other, SAVE_TEST_OLD);
}

/* The link stays a link, what it leads to is replaced beside itself. */
static void
test_symbolic_link (SaveTest *f, gconstpointer data)
{
  g_autofree char *sub = g_build_filename (f->folder, "sub", NULL);
  g_autofree char *target = g_build_filename (sub, "real.journey", NULL);
  g_autofree char *between = g_build_filename (f->folder, "between", NULL);
  struct stat st;

  g_assert_cmpint (g_mkdir (sub, 0755), ==, 0);
  file_test_write (target, SAVE_TEST_OLD);
  g_assert_cmpint (symlink ("sub/real.journey", between), ==, 0);
  g_assert_cmpint (symlink (between, f->path), ==, 0);
  save_test_save (f, NULL, ETP_SAVE_NONE, NULL);
  save_test_assert_content (target, SAVE_TEST_NEW);
  g_assert_cmpint (lstat (f->path, &st), ==, 0);
  g_assert_true (S_ISLNK (st.st_mode));
  g_assert_cmpint (lstat (between, &st), ==, 0);
  g_assert_true (S_ISLNK (st.st_mode));
}

/* A link to a file that is not there yet makes that file. */
static void
test_dangling_link (SaveTest *f, gconstpointer data)
{
  g_autofree char *target = g_build_filename (f->folder, "later.journey", NULL);
  struct stat st;

  g_assert_cmpint (symlink ("later.journey", f->path), ==, 0);
  save_test_save (f, NULL, ETP_SAVE_NONE, NULL);
  save_test_assert_content (target, SAVE_TEST_NEW);
  g_assert_cmpint (lstat (f->path, &st), ==, 0);
  g_assert_true (S_ISLNK (st.st_mode));
}

static void
test_link_loop (SaveTest *f, gconstpointer data)
{
  g_assert_cmpint (symlink ("a.journey", f->path), ==, 0);
  save_test_assert_refused (f, NULL, ETP_SAVE_NONE, ETP_FILE_ERROR_FAILED, "");
}

static void
test_folder (SaveTest *f, gconstpointer data)
{
  g_assert_cmpint (g_mkdir (f->path, 0755), ==, 0);
  save_test_assert_refused (f, NULL, ETP_SAVE_NONE, ETP_FILE_ERROR_IS_FOLDER, "folder");
}

static void
test_not_ordinary (SaveTest *f, gconstpointer data)
{
  g_assert_cmpint (mkfifo (f->path, 0600), ==, 0);
  save_test_assert_refused (f, NULL, ETP_SAVE_NONE, ETP_FILE_ERROR_FAILED, "no ordinary file");
}

static void
test_no_folder (SaveTest *f, gconstpointer data)
{
  g_autofree char *path = g_build_filename (f->folder, "none", "a.journey", NULL);

  g_set_object (&f->file, NULL);
  f->file = g_file_new_for_path (path);
  save_test_assert_refused (f, NULL, ETP_SAVE_NONE, ETP_FILE_ERROR_NOT_FOUND,
                            "The folder of this file");
}

/* Root may write everything, so as root this is tried as somebody else. */
static void
test_permission (SaveTest *f, gconstpointer data)
{
  gboolean is_root = geteuid () == 0;

  file_test_write (f->path, SAVE_TEST_OLD);
  g_assert_cmpint (g_chmod (f->path, 0444), ==, 0);
  g_assert_cmpint (g_chmod (f->folder, 0777), ==, 0);
  if (is_root)
    g_assert_cmpint (seteuid (65534), ==, 0);
  save_test_assert_refused (f, NULL, ETP_SAVE_FOREIGN_OWNER, ETP_FILE_ERROR_PERMISSION,
                            "write-protected");
  if (is_root)
    g_assert_cmpint (seteuid (0), ==, 0);
  g_assert_cmpint (g_chmod (f->path, 0666), ==, 0);
  g_assert_cmpint (g_chmod (f->folder, 0555), ==, 0);
  if (is_root)
    g_assert_cmpint (seteuid (65534), ==, 0);
  save_test_assert_refused (f, NULL, ETP_SAVE_FOREIGN_OWNER, ETP_FILE_ERROR_PERMISSION,
                            "no new files");
  if (is_root)
    g_assert_cmpint (seteuid (0), ==, 0);
  g_assert_cmpint (g_chmod (f->folder, 0700), ==, 0);
  save_test_assert_content (f->path, SAVE_TEST_OLD);
}

static void
test_changed (SaveTest *f, gconstpointer data)
{
  g_autofree char *etag = NULL;

  file_test_write (f->path, SAVE_TEST_OLD);
  etag = etp_etag_query (f->file, NULL, NULL, NULL);
  file_test_write (f->path, "somebody else's");
  save_test_assert_refused (f, etag, ETP_SAVE_NONE, ETP_FILE_ERROR_CHANGED_ON_DISK,
                            "changed the file");
  save_test_assert_content (f->path, "somebody else's");
  save_test_save (f, etag, ETP_SAVE_CHANGED_ON_DISK, NULL);
}

/* Somebody else wrote the same into it: nothing to ask about. Other words of the same length are. */
static void
test_same_content (SaveTest *f, gconstpointer data)
{
  struct timespec times[2] = { { 1000, 1 }, { 1000, 1 } };
  g_autofree char *first = NULL, *second = NULL, *now = NULL;
  g_autoptr (GBytes) other = file_test_bytes ("shorter");

  save_test_save (f, NULL, ETP_SAVE_NONE, &first);
  g_assert_cmpint (utimensat (AT_FDCWD, f->path, times, 0), ==, 0);
  now = etp_etag_query (f->file, first, NULL, NULL);
  g_assert_true (etp_etag_is_same (now, first));
  g_assert_cmpstr (now, !=, first);
  g_assert_true (etp_save_bytes (f->file, other, first, ETP_SAVE_NONE, &second, NULL, NULL));
  file_test_write (f->path, "SHORTER");
  save_test_assert_refused (f, second, ETP_SAVE_NONE, ETP_FILE_ERROR_CHANGED_ON_DISK,
                            "changed the file");
  save_test_assert_content (f->path, "SHORTER");
}

static void
test_deleted (SaveTest *f, gconstpointer data)
{
  g_autofree char *etag = NULL;

  file_test_write (f->path, SAVE_TEST_OLD);
  etag = etp_etag_query (f->file, NULL, NULL, NULL);
  g_assert_cmpint (g_unlink (f->path), ==, 0);
  save_test_assert_refused (f, etag, ETP_SAVE_NONE, ETP_FILE_ERROR_CHANGED_ON_DISK,
                            "moved or deleted");
  save_test_save (f, etag, ETP_SAVE_CHANGED_ON_DISK, NULL);
}

/* The etag is that of our own file, even if somebody replaces it at once. */
static void
test_two_saves (SaveTest *f, gconstpointer data)
{
  g_autofree char *first = NULL, *second = NULL;

  save_test_save (f, NULL, ETP_SAVE_NONE, &first);
  save_test_save (f, first, ETP_SAVE_NONE, &second);
  g_assert_nonnull (second);
}

typedef struct
{
  gboolean is_done, is_saved;
  char *etag;
  GError *error;
} Answer;

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  Answer *answer = data;

  answer->is_saved = etp_save_bytes_finish (result, &answer->etag, &answer->error);
  answer->is_done = TRUE;
}

static void
test_async (SaveTest *f, gconstpointer data)
{
  Answer good = { 0 }, bad = { 0 };
  g_autofree char *now = NULL;

  etp_save_bytes_async (f->file, f->bytes, NULL, ETP_SAVE_NONE, NULL, on_saved, &good);
  g_assert_true (file_test_wait (&good.is_done));
  g_assert_no_error (good.error);
  g_assert_true (good.is_saved);
  now = etp_etag_query (f->file, NULL, NULL, NULL);
  g_assert_true (etp_etag_is_same (good.etag, now));
  etp_save_bytes_async (f->file, f->bytes, "1:1", ETP_SAVE_NONE, NULL, on_saved, &bad);
  g_assert_true (file_test_wait (&bad.is_done));
  g_assert_false (bad.is_saved);
  g_assert_null (bad.etag);
  g_assert_error (bad.error, ETP_FILE_ERROR, ETP_FILE_ERROR_CHANGED_ON_DISK);
  g_clear_error (&bad.error);
  g_free (good.etag);
}

/* Two writes of the same length in the same second are told apart. */
static void
test_etag (SaveTest *f, gconstpointer data)
{
  struct timespec times[2] = { { 1000, 1 }, { 1000, 1 } };
  g_autofree char *first = NULL, *second = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (etp_etag_query (f->file, NULL, NULL, &error));
  g_assert_error (error, ETP_FILE_ERROR, ETP_FILE_ERROR_NOT_FOUND);
  file_test_write (f->path, SAVE_TEST_OLD);
  g_assert_cmpint (utimensat (AT_FDCWD, f->path, times, 0), ==, 0);
  first = etp_etag_query (f->file, NULL, NULL, NULL);
  times[1].tv_nsec = 2;
  g_assert_cmpint (utimensat (AT_FDCWD, f->path, times, 0), ==, 0);
  second = etp_etag_query (f->file, NULL, NULL, NULL);
  g_assert_cmpstr (first, !=, second);
  g_assert_false (etp_etag_is_same (first, second));
  g_assert_false (etp_etag_is_same (first, NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  SAVE_TEST_ADD ("/save/new", test_new);
  SAVE_TEST_ADD ("/save/must-be-new", test_must_be_new);
  SAVE_TEST_ADD ("/save/mode-and-owner", test_mode_and_owner);
  SAVE_TEST_ADD ("/save/attributes", test_attributes);
  SAVE_TEST_ADD ("/save/access-list", test_access_list);
  SAVE_TEST_ADD ("/save/list-of-folder", test_list_of_folder);
  SAVE_TEST_ADD ("/save/foreign-owner", test_foreign_owner);
  SAVE_TEST_ADD ("/save/hard-links", test_hard_links);
  SAVE_TEST_ADD ("/save/symbolic-link", test_symbolic_link);
  SAVE_TEST_ADD ("/save/dangling-link", test_dangling_link);
  SAVE_TEST_ADD ("/save/link-loop", test_link_loop);
  SAVE_TEST_ADD ("/save/folder", test_folder);
  SAVE_TEST_ADD ("/save/not-ordinary", test_not_ordinary);
  SAVE_TEST_ADD ("/save/no-folder", test_no_folder);
  SAVE_TEST_ADD ("/save/permission", test_permission);
  SAVE_TEST_ADD ("/save/changed", test_changed);
  SAVE_TEST_ADD ("/save/deleted", test_deleted);
  SAVE_TEST_ADD ("/save/two-saves", test_two_saves);
  SAVE_TEST_ADD ("/save/async", test_async);
  SAVE_TEST_ADD ("/save/etag", test_etag);
  SAVE_TEST_ADD ("/save/same-content", test_same_content);
  return g_test_run ();
}
