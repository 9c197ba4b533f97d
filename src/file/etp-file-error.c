/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-file"
#include "config.h"

#include "etp-file-error.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* Errors of this domain carry their parts (GLib's extended errors), so that one error serves a
 * terminal (one line "name:line:column: reason") and a page of the window with its own layout. */

typedef struct
{
  char *name;
  char *reason;
  guint line, column;
} Parts;

static void
parts_init (Parts *parts)
{
}

static void
parts_copy (const Parts *from, Parts *to)
{
  g_return_if_fail (from != NULL && to != NULL);
  to->name = g_strdup (from->name);
  to->reason = g_strdup (from->reason);
  to->line = from->line;
  to->column = from->column;
}

static void
parts_clear (Parts *parts)
{
  g_return_if_fail (parts != NULL);
  g_free (parts->name);
  g_free (parts->reason);
}

typedef Parts EtpFileErrorPrivate;
#define etp_file_error_private_init parts_init
#define etp_file_error_private_copy parts_copy
#define etp_file_error_private_clear parts_clear

G_DEFINE_EXTENDED_ERROR (EtpFileError, etp_file_error)

/* NULL for an error of another domain. */
static Parts *
get_parts (const GError *error)
{
  return error->domain == ETP_FILE_ERROR ? etp_file_error_get_private (error) : NULL;
}

const char *
etp_file_error_get_reason (const GError *error)
{
  const Parts *parts = get_parts (error);

  return parts != NULL && parts->reason != NULL ? parts->reason : error->message;
}

const char *
etp_file_error_get_name (const GError *error)
{
  const Parts *parts = get_parts (error);

  return parts != NULL ? parts->name : NULL;
}

void
etp_file_error_get_place (const GError *error, guint *line, guint *column)
{
  const Parts *parts = get_parts (error);

  if (line != NULL)
    *line = parts != NULL ? parts->line : 0;
  if (column != NULL)
    *column = parts != NULL ? parts->column : 0;
}

static char *
compose_message (const Parts *parts)
{
  if (parts->name == NULL && parts->line == 0)
    return g_strdup (parts->reason);
  if (parts->line == 0)
    return g_strdup_printf ("%s: %s", parts->name, parts->reason);
  if (parts->name == NULL)
    return g_strdup_printf ("%u:%u: %s", parts->line, parts->column, parts->reason);
  return g_strdup_printf ("%s:%u:%u: %s", parts->name, parts->line, parts->column, parts->reason);
}

/* A reason may quote what stands in a file: line breaks would tear the message apart, and other
 * control characters could speak to the terminal. */
static void
blank_controls (char *text)
{
  for (char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    if (g_unichar_iscntrl (g_utf8_get_char (c)))
      memset (c, ' ', (gsize) (g_utf8_next_char (c) - c));
}

void
etp_file_error_set (GError **error,
                    EtpFileError code,
                    const char *name,
                    guint line,
                    guint column,
                    const char *format,
                    ...)
{
  g_autofree char *message = NULL, *reason = NULL;
  Parts parts = { .name = g_strdup (name), .line = line, .column = column };
  Parts *held;
  va_list args;

  va_start (args, format);
  reason = g_strdup_vprintf (format, args);
  va_end (args);
  parts.reason = g_utf8_make_valid (reason, -1);
  blank_controls (parts.reason);
  message = compose_message (&parts);
  g_set_error_literal (error, ETP_FILE_ERROR, (int) code, message);
  held = error != NULL ? get_parts (*error) : NULL;
  if (held != NULL)
    *held = parts;
  else
    parts_clear (&parts);
}

void
etp_file_error_add_name (GError *error, const char *name)
{
  Parts *parts = get_parts (error);

  if (parts == NULL || parts->name != NULL || name == NULL)
    return;
  parts->name = g_strdup (name);
  g_free (error->message);
  error->message = compose_message (parts);
}

typedef struct
{
  int io;
  EtpFileError code;
  const char *reason;
} Translation;

#define UNREACHABLE N_ ("The drive or network share cannot be reached any more.")

static const Translation translations[] = {
  { G_IO_ERROR_NOT_FOUND, ETP_FILE_ERROR_NOT_FOUND, N_ ("There is no such file or folder.") },
  { G_IO_ERROR_NOT_DIRECTORY, ETP_FILE_ERROR_NOT_FOUND, N_ ("There is no such file or folder.") },
  { G_IO_ERROR_PERMISSION_DENIED, ETP_FILE_ERROR_PERMISSION,
    N_ ("You do not have the permission to do this.") },
  { G_IO_ERROR_READ_ONLY, ETP_FILE_ERROR_PERMISSION, N_ ("This can be read, but not written.") },
  { G_IO_ERROR_IS_DIRECTORY, ETP_FILE_ERROR_IS_FOLDER, N_ ("This is a folder, not a file.") },
  { G_IO_ERROR_FILENAME_TOO_LONG, ETP_FILE_ERROR_FAILED,
    N_ ("This name is too long for the folder. Choose a shorter one.") },
  { G_IO_ERROR_TOO_MANY_LINKS, ETP_FILE_ERROR_FAILED,
    N_ ("This is a link that leads to itself, not to a file.") },
  { G_IO_ERROR_NOT_SUPPORTED, ETP_FILE_ERROR_FAILED,
    N_ ("Files in such a place can neither be read nor written.") },
  { G_IO_ERROR_NO_SPACE, ETP_FILE_ERROR_NO_SPACE, N_ ("There is not enough space on the disk.") },
  { G_IO_ERROR_NOT_MOUNTED, ETP_FILE_ERROR_UNREACHABLE, UNREACHABLE },
  { G_IO_ERROR_HOST_NOT_FOUND, ETP_FILE_ERROR_UNREACHABLE, UNREACHABLE },
  { G_IO_ERROR_HOST_UNREACHABLE, ETP_FILE_ERROR_UNREACHABLE, UNREACHABLE },
  { G_IO_ERROR_NETWORK_UNREACHABLE, ETP_FILE_ERROR_UNREACHABLE, UNREACHABLE },
  { G_IO_ERROR_NOT_CONNECTED, ETP_FILE_ERROR_UNREACHABLE, UNREACHABLE },
  { G_IO_ERROR_CONNECTION_REFUSED, ETP_FILE_ERROR_UNREACHABLE, UNREACHABLE },
  { G_IO_ERROR_CONNECTION_CLOSED, ETP_FILE_ERROR_UNREACHABLE, UNREACHABLE },
  { G_IO_ERROR_TIMED_OUT, ETP_FILE_ERROR_UNREACHABLE, UNREACHABLE },
  { G_IO_ERROR_WRONG_ETAG, ETP_FILE_ERROR_CHANGED_ON_DISK,
    N_ ("Somebody else has changed the file in the meantime.") },
};

void
etp_file_error_set_from_io (GError **error, const GError *io, const char *name)
{
  if (io->domain == G_IO_ERROR && io->code == G_IO_ERROR_CANCELLED)
    {
      g_propagate_error (error, g_error_copy (io));
      return;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (translations); i++)
    if (io->domain == G_IO_ERROR && io->code == translations[i].io)
      {
        etp_file_error_set (error, translations[i].code, name, 0, 0, "%s",
                            _ (translations[i].reason));
        return;
      }
  etp_file_error_set (error, ETP_FILE_ERROR_FAILED, name, 0, 0, "%s", io->message);
}

/* What the system says when a network share goes away under a program. */
static gboolean
is_gone (int number)
{
  switch (number)
    {
    case ESTALE:
    case ENOTCONN:
    case ESHUTDOWN:
    case EHOSTDOWN:
    case ENONET:
    case ENODEV:
    case ENXIO:
    case ENOMEDIUM:
      return TRUE;
    default:
      return FALSE;
    }
}

void
etp_file_error_set_from_errno (GError **error, int number, const char *name)
{
  g_autoptr (GError) io = NULL;

  if (number == EDQUOT || number == EFBIG)
    number = ENOSPC;
  else if (is_gone (number))
    number = EHOSTUNREACH;
  if (number == ENOMEM) /* GIO would say that the disk is full */
    {
      etp_file_error_set (error, ETP_FILE_ERROR_FAILED, name, 0, 0, "%s", g_strerror (number));
      return;
    }
  if (number == EIO || number == EREMOTEIO)
    {
      etp_file_error_set (error, ETP_FILE_ERROR_UNREACHABLE, name, 0, 0, "%s",
                          _ ("The drive or network share fails: what was to be read or written did "
                             "not get there."));
      return;
    }
  io = g_error_new_literal (G_IO_ERROR, (int) g_io_error_from_errno (number), g_strerror (number));
  etp_file_error_set_from_io (error, io, name);
}
