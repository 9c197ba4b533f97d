/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-cli"

#include "config.h"

#include "etp-cli.h"

#include <glib/gi18n-lib.h>

#include "file/etp-writer.h"

/* etappe-cli format: the one canonical writing. A file that is written so already is not touched;
 * one that somebody changes meanwhile is not overwritten. */

/* ETP_CLI_FINDINGS: it was (or with check_only: would be) written differently. */
static int
format_file (const char *path, gboolean check_only, GError **error)
{
  g_autoptr (EtpLoaded) loaded = etp_cli_load (path, error);
  g_autoptr (GBytes) bytes = NULL;
  gboolean is_canonical;

  if (loaded == NULL)
    return ETP_CLI_FAILED;
  if (loaded->is_newer)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                           _ ("It was written by a newer version of Etappe and stays as it is."));
      return ETP_CLI_FAILED;
    }
  bytes = etp_write_journey (loaded->journey);
  is_canonical = g_bytes_equal (bytes, loaded->bytes);
  if (!check_only && (etp_cli_is_stream (path) || !is_canonical)
      && !etp_cli_save_bytes (path, bytes, loaded->etag, FALSE, error))
    return ETP_CLI_FAILED;
  return is_canonical ? ETP_CLI_OK : ETP_CLI_FINDINGS;
}

int
etp_cli_format (int argc, char **argv)
{
  g_auto (GStrv) files = NULL;
  gboolean check_only = FALSE;
  const GOptionEntry entries[] = {
    { "check", 0, 0, G_OPTION_ARG_NONE, &check_only,
      N_ ("Write nothing; name the files that would change"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &files, NULL, N_ ("FILE…") },
    { NULL },
  };
  int status;

  if (!etp_cli_parse (argc, argv, entries, &status))
    return status;
  if (files == NULL)
    return etp_cli_fail_usage (_ ("A file is missing."));
  status = etp_cli_check_names (files, NULL);
  if (status != ETP_CLI_OK)
    return status;
  for (guint i = 0; files[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *name = etp_cli_dup_name (files[i]);
      int result;

      etp_cli_show_progress (i, g_strv_length (files), files[i]);
      result = format_file (files[i], check_only, &error);
      if (result == ETP_CLI_FAILED)
        etp_cli_warn (error->domain == ETP_FILE_ERROR ? NULL : name, "%s", error->message);
      else if (!check_only)
        result = ETP_CLI_OK;
      else if (result == ETP_CLI_FINDINGS)
        etp_cli_print ("%s\n", name);
      status = MAX (status, result);
    }
  etp_cli_end_progress ();
  return status;
}
