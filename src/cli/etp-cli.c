/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-cli"

#include "config.h"

#include "etp-cli.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

/* The table of commands, and how a command line is understood. Standard output carries results
 * only; everything else goes to standard error. */

#define PROGRAM "etappe-cli"

static const EtpCliCommand commands[] = {
  { "export", N_ ("Write journeys as posters, slides, tables and texts"), etp_cli_export },
  { "check", N_ ("Report what is wrong with journeys"), etp_cli_check },
  { "format", N_ ("Write journeys in their canonical form"), etp_cli_format },
  { "new", N_ ("Write a new journey"), etp_cli_new },
  { "info", N_ ("Show what is in journeys"), etp_cli_info },
};

const EtpCliCommand *
etp_cli_find_command (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (commands[i].name, name) == 0)
      return &commands[i];
  return NULL;
}

/* GLib's own functions for printing convert to the locale's encoding: good for messages, not for
 * the bytes of a document. */
void
etp_cli_print (const char *format, ...)
{
  va_list args;
  g_autofree char *text = NULL;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  g_print ("%s", text);
}

void
etp_cli_warn (const char *name, const char *format, ...)
{
  va_list args;
  g_autofree char *text = NULL;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  etp_cli_end_progress ();
  if (name != NULL)
    g_printerr ("%s: %s\n", name, text);
  else
    g_printerr ("%s\n", text);
}

int
etp_cli_fail_usage (const char *format, ...)
{
  va_list args;
  g_autofree char *text = NULL;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  g_strdelimit (text, "\n", ' ');
  g_printerr ("%s: %s\n", g_get_prgname (), text);
  return ETP_CLI_FAILED;
}

static void
print_version (void)
{
  etp_cli_print ("Etappe %s\n", ETP_VERSION);
}

gboolean
etp_cli_parse (int argc, char **argv, const GOptionEntry *entries, int *status)
{
  const EtpCliCommand *command = etp_cli_find_command (argv[0]);
  gboolean version = FALSE, help = FALSE;
  const GOptionEntry common[] = {
    { "help", 'h', 0, G_OPTION_ARG_NONE, &help, N_ ("Show this help"), NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, &version, N_ ("Show the version"), NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_strdup_printf ("%s %s", PROGRAM, argv[0]);

  g_set_prgname (name);
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_summary (context, _ (command->summary));
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, common, GETTEXT_PACKAGE);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      *status = etp_cli_fail_usage ("%s", error->message);
      return FALSE;
    }
  *status = ETP_CLI_OK;
  if (help)
    {
      g_autofree char *text = g_option_context_get_help (context, TRUE, NULL);

      etp_cli_print ("%s", text);
    }
  else if (version)
    print_version ();
  return !help && !version;
}

static int
print_help (void)
{
  etp_cli_print (
      "%s\n  %s %s\n\n%s\n\n%s\n", _ ("Usage:"), PROGRAM, _ ("COMMAND [OPTION…] [FILE…]"),
      _ ("Export, check and format customer journey maps without a display."), _ ("Commands:"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    etp_cli_print ("  %-8s %s\n", commands[i].name, _ (commands[i].summary));
  etp_cli_print ("\n%s\n", _ ("“etappe-cli COMMAND --help” explains a command; “-” stands for "
                              "standard input or output."));
  return ETP_CLI_OK;
}

int
etp_cli_main (int argc, char **argv)
{
  const EtpCliCommand *command;

  etp_cli_occupy_streams ();
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, ETP_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  g_set_prgname (PROGRAM);
  if (argc < 2)
    return etp_cli_fail_usage (_ ("A command is missing; “etappe-cli --help” lists them."));
  if (strcmp (argv[1], "--help") == 0 || strcmp (argv[1], "-h") == 0)
    return etp_cli_finish_output (print_help ());
  if (strcmp (argv[1], "--version") == 0)
    {
      print_version ();
      return etp_cli_finish_output (ETP_CLI_OK);
    }
  command = etp_cli_find_command (argv[1]);
  if (command == NULL)
    {
      g_autofree char *name = g_filename_display_name (argv[1]);

      /* Translators: %s is what was typed. */
      return etp_cli_fail_usage (_ ("There is no command “%s”; “etappe-cli --help” lists them."),
                                 name);
    }
  return etp_cli_finish_output (command->run (argc - 1, argv + 1));
}
