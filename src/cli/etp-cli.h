/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The command line: its table of commands and what they share. */
#pragma once

#include <gio/gio.h>

#include "file/etp-load.h"

G_BEGIN_DECLS

/* Exit codes. */
enum
{
  ETP_CLI_OK = 0,
  ETP_CLI_FINDINGS = 1,
  ETP_CLI_FAILED = 2, /* a file cannot be read or written, or wrong usage */
};

/* A command: one row, one file. */
typedef struct
{
  const char *name;
  const char *summary; /* N_() */
  int (*run) (int argc, char **argv); /* argv[0] is the command's name */
} EtpCliCommand;

const EtpCliCommand *etp_cli_find_command (const char *name); /* NULL */

/* One file each: etp-cli-<command>.c */
int etp_cli_check (int argc, char **argv);
int etp_cli_export (int argc, char **argv);
int etp_cli_format (int argc, char **argv);
int etp_cli_info (int argc, char **argv);
int etp_cli_new (int argc, char **argv);

/* The whole program. argv is in the locale's encoding. */
int etp_cli_main (int argc, char **argv);

/* Reads the options of a command and answers --help and --version. entries ends with a zero entry.
 * FALSE: the command ends with *status. */
gboolean etp_cli_parse (int argc, char **argv, const GOptionEntry *entries, int *status);
/* Wrong usage: one line on standard error. Returns ETP_CLI_FAILED. */
int etp_cli_fail_usage (const char *format, ...) G_GNUC_PRINTF (1, 2);
/* A message about the world on standard error: "name: message" (name NULL: the message alone). */
void etp_cli_warn (const char *name, const char *format, ...) G_GNUC_PRINTF (2, 3);
/* Text for people on standard output. */
void etp_cli_print (const char *format, ...) G_GNUC_PRINTF (1, 2);

/* A standard stream that the caller has closed is occupied, so that no file gets its number, and
 * with it messages. Called first of all. */
void etp_cli_occupy_streams (void);
/* What was printed may not have arrived (a full disk): then says so and returns ETP_CLI_FAILED, else
 * status. */
int etp_cli_finish_output (int status);
/* Wrong names in a call: empty ones, and "-" twice. files and output may be NULL. 0 if all is well. */
int etp_cli_check_names (char **files, const char *output);

/* "-" is standard input; name is what it is called in messages. */
gboolean etp_cli_is_stream (const char *path);
char *etp_cli_dup_name (const char *path);
EtpLoaded *etp_cli_load (const char *path, GError **error);
/* The file that an option names, "--logo", of so many bytes at most. New; NULL: that it cannot be read,
 * why, and what to do has been said on standard error. */
GBytes *etp_cli_read_option (const char *option, const char *path, gsize most);
/* Writes to a file as a whole, or to standard output for "-". etag: see etp_save_bytes(); new_file:
 * refuse to replace anything. Refuses what would vanish with a sandbox. */
gboolean etp_cli_save (
    const char *path, GInputStream *content, const char *etag, gboolean new_file, GError **error);
gboolean etp_cli_save_bytes (
    const char *path, GBytes *bytes, const char *etag, gboolean new_file, GError **error);

/* "[2/5] name" on standard error, if that is a terminal and there are several files. */
void etp_cli_show_progress (guint index, guint n_files, const char *path);
void etp_cli_end_progress (void);

/* The file that tells of a Flatpak sandbox. */
#define ETP_CLI_FLATPAK_INFO "/.flatpak-info"
/* TRUE if a file written at path (absolute) would vanish with the sandbox that info_path describes:
 * it lies neither in a folder that the sandbox shares with the host nor in the app's own. FALSE if
 * there is no such sandbox. */
gboolean etp_cli_sandbox_hides (const char *info_path, const char *path);

G_END_DECLS
