/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-cli"

#include "config.h"

#include "etp-cli.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "file/etp-json-guard.h"
#include "model/etp-check.h"

/* etappe-cli check: findings as "file:line:column: message", so that editors and CI understand
 * them. Findings come in document order, so lines are counted on from the one before: a file with
 * thousands of findings is still walked once.
 */

typedef struct
{
  const char *name; /* of the file, as people call it */
  EtpJson *json;
  gsize offset; /* whose place this is: */
  guint line, column;
} Places;

/* Moves to a byte of the text. */
static void
seek (Places *places, gsize offset)
{
  const char *text = places->json->text;

  if (offset < places->offset)
    {
      places->offset = 0;
      places->line = places->column = 1;
    }
  for (; places->offset < offset; places->offset++)
    {
      guchar c = (guchar) text[places->offset];

      if (c == '\n')
        {
          places->line++;
          places->column = 1;
        }
      else if ((c & 0xc0) != 0x80)
        places->column++;
    }
}

/* The place of what path names, or of the nearest thing around it that stands in the document. */
static void
seek_path (Places *places, const char *path)
{
  g_autofree char *around = g_strdup (path);
  guint token = 0;

  while (!etp_json_find_path (places->json, around, &token) && around[0] != '\0')
    {
      char *slash = strrchr (around, '/');

      around[slash != NULL ? slash - around : 0] = '\0';
    }
  /* A text's token begins behind its quote. */
  seek (places, places->json->tokens[token].from
                    - (places->json->tokens[token].kind == ETP_JSON_STRING ? 1 : 0));
}

static void
print_finding (Places *places, const char *path, EtpSeverity severity, const char *message)
{
  seek_path (places, path);
  if (severity == ETP_SEVERITY_HINT)
    /* Translators: file name, line, column, and a finding that may be meant so. */
    etp_cli_print (_ ("%s:%u:%u: hint: %s"), places->name, places->line, places->column, message);
  else if (severity == ETP_SEVERITY_WARNING)
    /* Translators: file name, line, column, and a finding that can be lived with. */
    etp_cli_print (_ ("%s:%u:%u: warning: %s"), places->name, places->line, places->column,
                   message);
  else
    etp_cli_print ("%s:%u:%u: %s", places->name, places->line, places->column, message);
  etp_cli_print ("\n");
}

static int
check_file (const char *path)
{
  g_autofree char *name = etp_cli_dup_name (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (EtpLoaded) loaded = etp_cli_load (path, &error);
  g_autoptr (EtpJson) json = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  Places places = { .name = name, .line = 1, .column = 1 };

  if (loaded == NULL)
    {
      etp_cli_warn (NULL, "%s", error->message);
      return ETP_CLI_FAILED;
    }
  json = etp_json_scan (loaded->bytes, &error);
  if (json == NULL)
    {
      etp_cli_warn (name, "%s", error->message);
      return ETP_CLI_FAILED;
    }
  places.json = json;
  etp_cli_end_progress ();
  if (loaded->is_newer)
    print_finding (&places, "/version", ETP_SEVERITY_WARNING,
                   _ ("The document was written by a newer version of Etappe."));
  etp_check (loaded->journey, &findings);
  for (guint i = 0; i < findings->len; i++)
    {
      const EtpFinding *finding = g_ptr_array_index (findings, i);

      print_finding (&places, finding->path, finding->severity, finding->message);
    }
  return findings->len > 0 || loaded->is_newer ? ETP_CLI_FINDINGS : ETP_CLI_OK;
}

int
etp_cli_check (int argc, char **argv)
{
  g_auto (GStrv) files = NULL;
  const GOptionEntry entries[] = {
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
      int result;

      etp_cli_show_progress (i, g_strv_length (files), files[i]);
      result = check_file (files[i]);
      status = MAX (status, result);
    }
  etp_cli_end_progress ();
  return status;
}
