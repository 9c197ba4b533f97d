/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What can go wrong with a file, sorted by what a person can do about it. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  ETP_FILE_ERROR_FAILED, /* anything else; the message carries the system's words */
  ETP_FILE_ERROR_NOT_FOUND, /* no such file or folder */
  ETP_FILE_ERROR_PERMISSION, /* may not be read, or not be written */
  ETP_FILE_ERROR_IS_FOLDER, /* a folder where a file is expected */
  ETP_FILE_ERROR_TOO_LARGE, /* past one of the limits of etp-limits.h */
  ETP_FILE_ERROR_EMPTY, /* no content at all */
  ETP_FILE_ERROR_NOT_JSON, /* not even the beginning of JSON */
  ETP_FILE_ERROR_TRUNCATED, /* good so far, but it ends too early */
  ETP_FILE_ERROR_SYNTAX, /* broken JSON, or JSON that can be read in two ways */
  ETP_FILE_ERROR_NOT_A_JOURNEY, /* sound JSON of something else */
  ETP_FILE_ERROR_NEWER_VERSION, /* a newer version that this one cannot even show */
  ETP_FILE_ERROR_INVALID, /* a journey with a wrong type, number, id … */
  ETP_FILE_ERROR_CHANGED_ON_DISK, /* saving: somebody else wrote or removed the file; ask */
  ETP_FILE_ERROR_HARD_LINKS, /* saving: the file has several names; ask */
  ETP_FILE_ERROR_FOREIGN_OWNER, /* saving: the file belongs to somebody else; ask */
  ETP_FILE_ERROR_NO_SPACE, /* the disk or the quota is full */
  ETP_FILE_ERROR_IN_USE, /* another running program holds this journal */
  ETP_FILE_ERROR_UNREACHABLE, /* the drive or the network share is gone or fails */
  ETP_FILE_ERROR_DAMAGED, /* a journal whose content does not match its checksums */
} EtpFileError;

/* Errors carry the place where they were found. The message is ready to be shown on one line:
 * "webshop.journey:12:5: reason", or "webshop.journey: reason" where there is no place. */
#define ETP_FILE_ERROR (etp_file_error_quark ())
GQuark etp_file_error_quark (void);

/* The parts of an error of this domain, for a message with its own layout; borrowed. Line and
 * column count from 1, columns in characters; 0 when there is no place. For an error of any other
 * domain: its message, no name, 0. */
const char *etp_file_error_get_reason (const GError *error); /* a whole sentence, translated */
const char *etp_file_error_get_name (const GError *error); /* of the file, or NULL */
void etp_file_error_get_place (const GError *error, guint *line, guint *column);

/* Sets error with its parts. name is what people call the file (NULL: none). */
void etp_file_error_set (GError **error,
                         EtpFileError code,
                         const char *name,
                         guint line,
                         guint column,
                         const char *format,
                         ...) G_GNUC_PRINTF (6, 7);
/* Gives the name to an error of this domain that has none yet. */
void etp_file_error_add_name (GError *error, const char *name);
/* Translates an error of GIO about the file called name into one of this domain. */
void etp_file_error_set_from_io (GError **error, const GError *io, const char *name);
/* The same for errno. */
void etp_file_error_set_from_errno (GError **error, int number, const char *name);

G_END_DECLS
