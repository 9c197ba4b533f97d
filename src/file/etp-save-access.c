/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-file"
#include "config.h"

#include "etp-save-access.h"

#include <errno.h>
#include <string.h>
#include <sys/xattr.h>

/* A file that replaces another is a new one to the system: it has none of the old one's attributes,
 * and the access list that its folder gives to new files. Where there is a list, the group bits of
 * the mode are its mask, what anybody named in it may do at most, not what the group may. So a mode
 * without its list, or with another one, would let in people who were kept out. */

#define ACCESS_LIST "system.posix_acl_access"
#define USER "user."

/* What Linux allows for the names together and for one value; more than a few values that long
 * nobody hangs on a map. */
#define NAMES_BYTES 65536
#define VALUE_BYTES 65536
#define ALL_BYTES (1024 * 1024)

static gboolean
is_none (int error)
{
  return error == ENODATA || error == ENOTSUP || error == ENOSYS;
}

static void
copy_user_attributes (const char *old_path, int new_fd)
{
  g_autofree char *names = g_malloc (NAMES_BYTES), *value = g_malloc (VALUE_BYTES);
  const gssize length = listxattr (old_path, names, NAMES_BYTES);
  gssize left = ALL_BYTES;

  for (const char *name = names; name < names + length; name += strlen (name) + 1)
    {
      gssize size;

      if (!g_str_has_prefix (name, USER))
        continue;
      size = getxattr (old_path, name, value, VALUE_BYTES);
      if (size < 0 || size > left)
        continue;
      left -= size;
      /* One that does not fit or is not allowed is no reason not to save. */
      if (fsetxattr (new_fd, name, value, (gsize) size, 0) != 0)
        g_debug ("The attribute %s could not be kept: %s", name, g_strerror (errno));
    }
}

static gboolean
copy_access_list (const char *old_path, int new_fd)
{
  g_autofree char *list = g_malloc (VALUE_BYTES);
  const gssize size = getxattr (old_path, ACCESS_LIST, list, VALUE_BYTES);

  if (size >= 0)
    return fsetxattr (new_fd, ACCESS_LIST, list, (gsize) size, 0) == 0;
  if (!is_none (errno))
    return FALSE;
  return fremovexattr (new_fd, ACCESS_LIST) == 0 || is_none (errno);
}

gboolean
etp_save_copy_access (const char *old_path, int new_fd)
{
  copy_user_attributes (old_path, new_fd);
  return copy_access_list (old_path, new_fd);
}
