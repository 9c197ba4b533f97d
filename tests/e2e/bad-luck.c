/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Loaded before the C library into the program under test: lets the calls fail that concern one
 * folder, as they do when a disk is full or a network share goes away. Nothing of this is in the
 * program.
 *
 *   ETP_BAD_LUCK_FOLDER   the folder, as the kernel names it
 *   ETP_BAD_LUCK_ORDER    a file: "write NUMBER", "access NUMBER" (asking whether one may write) or "all
 *                         NUMBER", NUMBER an errno; "slow NUMBER": asking what something is takes so many
 *                         milliseconds; no file: all is well
 */

/* Both names of each call stand here, so neither may be the other. */
#undef _FILE_OFFSET_BITS

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define REAL(name) ((__typeof__ (name) *) dlsym (RTLD_NEXT, #name))

static int
is_inside (const char *path)
{
  const char *folder = getenv ("ETP_BAD_LUCK_FOLDER");
  const size_t length = folder != NULL ? strlen (folder) : 0;

  return length > 0 && path != NULL && strncmp (path, folder, length) == 0
         && (path[length] == '/' || path[length] == '\0');
}

/* The errno to fail with, or how long it takes; 0: all is well. kind: "write", "access", "slow" or "". */
static int
get_order (const char *kind)
{
  const char *path = getenv ("ETP_BAD_LUCK_ORDER");
  char text[64] = "", what[16] = "";
  int fd = path != NULL ? REAL (open) (path, O_RDONLY | O_CLOEXEC) : -1;
  int number = 0;

  if (fd < 0)
    return 0;
  if (read (fd, text, sizeof text - 1) <= 0 || sscanf (text, "%15s %d", what, &number) != 2)
    number = 0;
  close (fd);
  if (strcmp (what, "all") == 0)
    return strcmp (kind, "slow") != 0 ? number : 0;
  return strcmp (what, kind) == 0 ? number : 0;
}

static int
fails (const char *path, const char *kind)
{
  const int before = errno;
  const int number = is_inside (path) ? get_order (kind) : 0;

  errno = number != 0 ? number : before;
  return number != 0;
}

static int
fails_at (int fd, const char *kind)
{
  const int before = errno;
  char link[64], path[PATH_MAX];
  ssize_t length;

  snprintf (link, sizeof link, "/proc/self/fd/%d", fd);
  length = readlink (link, path, sizeof path - 1);
  errno = before;
  if (length <= 0)
    return 0;
  path[length] = '\0';
  return fails (path, kind);
}

int
open (const char *path, int flags, ...)
{
  mode_t mode;
  va_list arguments;

  va_start (arguments, flags);
  mode = va_arg (arguments, mode_t);
  va_end (arguments);
  return fails (path, "") ? -1 : REAL (open) (path, flags, mode);
}

int
open64 (const char *path, int flags, ...)
{
  mode_t mode;
  va_list arguments;

  va_start (arguments, flags);
  mode = va_arg (arguments, mode_t);
  va_end (arguments);
  return fails (path, "") ? -1 : REAL (open64) (path, flags, mode);
}

int
stat (const char *path, struct stat *info)
{
  return fails (path, "") ? -1 : REAL (stat) (path, info);
}

int
stat64 (const char *path, struct stat64 *info)
{
  return fails (path, "") ? -1 : REAL (stat64) (path, info);
}

int
lstat (const char *path, struct stat *info)
{
  return fails (path, "") ? -1 : REAL (lstat) (path, info);
}

#ifdef STATX_BASIC_STATS
/* What GIO asks for what something is. */
int
statx (int folder, const char *path, int flags, unsigned int mask, struct statx *info)
{
  const int number = is_inside (path) ? get_order ("slow") : 0;

  if (number > 0)
    usleep ((useconds_t) number * 1000);
  return REAL (statx) (folder, path, flags, mask, info);
}
#endif

int
access (const char *path, int mode)
{
  return fails (path, (mode & W_OK) != 0 ? "access" : "") ? -1 : REAL (access) (path, mode);
}

int
faccessat (int folder, const char *path, int mode, int flags)
{
  return fails (path, (mode & W_OK) != 0 ? "access" : "")
             ? -1
             : REAL (faccessat) (folder, path, mode, flags);
}

char *
realpath (const char *path, char *resolved)
{
  return fails (path, "") ? NULL : REAL (realpath) (path, resolved);
}

ssize_t
write (int fd, const void *data, size_t length)
{
  return fails_at (fd, "write") ? -1 : REAL (write) (fd, data, length);
}

int
fsync (int fd)
{
  return fails_at (fd, "write") ? -1 : REAL (fsync) (fd);
}
