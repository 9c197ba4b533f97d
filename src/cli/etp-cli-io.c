/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-cli"

#include "config.h"

#include "etp-cli.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixinputstream.h>
#include <gio/gunixoutputstream.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "file/etp-file-error.h"
#include "file/etp-save.h"

/* Files and streams of the command line. */

static gboolean progress_is_shown;

void
etp_cli_occupy_streams (void)
{
  /* Each is opened for what it is not used for: using it fails, as it should. */
  static const int modes[] = { O_WRONLY, O_RDONLY, O_RDONLY };

  for (int fd = 0; fd < (int) G_N_ELEMENTS (modes); fd++)
    if (fcntl (fd, F_GETFD) < 0 && open ("/dev/null", modes[fd]) != fd)
      g_assert_not_reached (); /* the lowest free number is this one */
}

int
etp_cli_finish_output (int status)
{
  errno = 0;
  if (fflush (stdout) == 0 && !ferror (stdout))
    return status;
  /* Translators: where results go if no file is named; stands before an error. */
  etp_cli_warn (_ ("standard output"), "%s",
                errno != 0 ? g_strerror (errno) : _ ("Not everything could be written."));
  return ETP_CLI_FAILED;
}

int
etp_cli_check_names (char **files, const char *output)
{
  guint n_streams = 0;

  if (output != NULL && output[0] == '\0')
    return etp_cli_fail_usage (_ ("The name after “-o” is empty."));
  for (guint i = 0; files != NULL && files[i] != NULL; i++)
    {
      if (files[i][0] == '\0')
        return etp_cli_fail_usage (_ ("The name of a file is empty."));
      if (etp_cli_is_stream (files[i]) && ++n_streams > 1)
        return etp_cli_fail_usage (_ ("“-” can be given only once."));
    }
  return ETP_CLI_OK;
}

gboolean
etp_cli_is_stream (const char *path)
{
  return strcmp (path, "-") == 0;
}

char *
etp_cli_dup_name (const char *path)
{
  if (etp_cli_is_stream (path))
    return g_strdup (_ ("standard input"));
  return g_filename_display_name (path);
}

EtpLoaded *
etp_cli_load (const char *path, GError **error)
{
  g_autofree char *name = etp_cli_dup_name (path);
  g_autoptr (GFile) file = NULL;

  if (etp_cli_is_stream (path))
    {
      g_autoptr (GInputStream) stream = g_unix_input_stream_new (STDIN_FILENO, FALSE);

      return etp_load_stream (stream, name, NULL, error);
    }
  file = g_file_new_for_path (path);
  return etp_load_file (file, name, NULL, error);
}

static GBytes *
read_limited (GFile *file, gsize most, GError **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, error);
  g_autoptr (GByteArray) all = g_byte_array_new ();
  guint8 buffer[16384];
  gssize n = 1;

  if (stream == NULL)
    return NULL;
  while (n > 0 && all->len <= most)
    {
      n = g_input_stream_read (G_INPUT_STREAM (stream), buffer, sizeof buffer, NULL, error);
      if (n < 0)
        return NULL;
      g_byte_array_append (all, buffer, (guint) n);
    }
  if (all->len <= most)
    return g_byte_array_free_to_bytes (g_steal_pointer (&all));
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("The file is too large."));
  return NULL;
}

GBytes *
etp_cli_read_option (const char *option, const char *path, gsize most)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *name = g_filename_display_name (path);
  g_autoptr (GError) io = NULL;
  g_autoptr (GError) error = NULL;
  GBytes *bytes = read_limited (file, most, &io);

  if (bytes != NULL)
    return bytes;
  etp_file_error_set_from_io (&error, io, NULL);
  if (g_error_matches (error, ETP_FILE_ERROR, ETP_FILE_ERROR_NOT_FOUND))
    /* Translators: %s is an option to be typed as it is, "--logo". */
    etp_cli_warn (name, _ ("There is no such file. Check the path after “%s”."), option);
  else
    /* Translators: the first %s is an option to be typed as it is, "--logo", the second a sentence
     * that says why: "This is a folder, not a file." */
    etp_cli_warn (name, _ ("The file after “%s” cannot be read. %s"), option, error->message);
  return NULL;
}

static gboolean
write_stdout (GInputStream *content, GError **error)
{
  g_autoptr (GOutputStream) stream = g_unix_output_stream_new (STDOUT_FILENO, FALSE);

  return g_output_stream_splice (stream, content, G_OUTPUT_STREAM_SPLICE_NONE, NULL, error) >= 0;
}

gboolean
etp_cli_save (
    const char *path, GInputStream *content, const char *etag, gboolean new_file, GError **error)
{
  g_autoptr (GFile) file = NULL;
  g_autofree char *full = NULL;
  g_autofree char *name = NULL;
  EtpSaveFlags flags = ETP_SAVE_HARD_LINKS | ETP_SAVE_FOREIGN_OWNER;

  if (etp_cli_is_stream (path))
    return write_stdout (content, error);
  file = g_file_new_for_path (path);
  full = g_file_get_path (file);
  name = g_filename_display_name (path);
  if (etp_cli_sandbox_hides (ETP_CLI_FLATPAK_INFO, full))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED,
                   /* Translators: %s is the name of a file. */
                   _ ("“%s” would vanish with the sandbox; write to standard output with “-o -” "
                      "instead."),
                   name);
      return FALSE;
    }
  if (new_file && g_file_query_exists (file, NULL))
    {
      /* Translators: %s is the name of a file. */
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS, _ ("“%s” exists already."), name);
      return FALSE;
    }
  if (new_file)
    flags |= ETP_SAVE_NEW;
  return etp_save_stream (file, content, etag, flags, NULL, NULL, error);
}

gboolean
etp_cli_save_bytes (
    const char *path, GBytes *bytes, const char *etag, gboolean new_file, GError **error)
{
  g_autoptr (GInputStream) content = g_memory_input_stream_new_from_bytes (bytes);

  return etp_cli_save (path, content, etag, new_file, error);
}

void
etp_cli_show_progress (guint index, guint n_files, const char *path)
{
  g_autofree char *name = NULL;

  if (n_files < 2 || !isatty (STDERR_FILENO))
    return;
  name = etp_cli_dup_name (path);
  g_printerr ("\r\033[K[%u/%u] %s", index + 1, n_files, name);
  progress_is_shown = TRUE;
}

void
etp_cli_end_progress (void)
{
  if (progress_is_shown)
    g_printerr ("\r\033[K");
  progress_is_shown = FALSE;
}
