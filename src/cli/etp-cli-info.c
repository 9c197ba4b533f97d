/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-cli"

#include "config.h"

#include "etp-cli-info.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "model/etp-fields.h"
#include "model/etp-format.h"
#include "model/etp-outline.h"
#include "model/etp-tables.h"
#include "model/etp-words.h"

/* etappe-cli info: what a journey is about and how much is in it, a line for each fact. Labels are
 * in the interface's language, contents in the map's. */

static void
print_fact (const char *label, const char *value)
{
  g_autofree char *line = g_strdup (value);

  if (line[0] == '\0')
    return;
  g_strdelimit (line, "\n", ' ');
  /* Translators: a label and what stands for it: "Title: Max buys shoes". */
  etp_cli_print (_ ("%s: %s"), label, line);
  etp_cli_print ("\n");
}

static void
print_count (const char *label, guint count)
{
  g_autofree char *number = g_strdup_printf ("%u", count);

  print_fact (label, number);
}

static void
print_date (EtpJourney *journey, const char *label, EtpJourneyField field)
{
  g_autofree char *date = etp_format_date (etp_node_get_text (journey, field), NULL);

  print_fact (label, date);
}

static void
print_facts (EtpJourney *journey)
{
  print_fact (_ ("Title"), etp_node_get_text (journey, ETP_JOURNEY_TITLE));
  print_fact (_ ("Description"), etp_node_get_text (journey, ETP_JOURNEY_DESCRIPTION));
  print_fact (_ ("Language"), etp_node_get_text (journey, ETP_JOURNEY_LANGUAGE));
  print_fact (_ ("State"), etp_words_get_choice (NULL, etp_state_words,
                                                 etp_node_get_enum (journey, ETP_JOURNEY_STATE)));
  print_fact (_ ("Status"), etp_words_get_choice (NULL, etp_status_words,
                                                  etp_node_get_enum (journey, ETP_JOURNEY_STATUS)));
  print_fact (_ ("Owner"), etp_node_get_text (journey, ETP_JOURNEY_OWNER));
  print_date (journey, _ ("Workshop"), ETP_JOURNEY_WORKSHOP_DATE);
  print_date (journey, _ ("Next review"), ETP_JOURNEY_REVIEW_DUE);
}

/* "5 (Awareness, Consideration, …)" */
static void
print_names (EtpJourney *journey, const char *label, EtpListKind kind, guint field)
{
  EtpNodeList *list = etp_journey_get_list (journey, kind);
  guint n = etp_node_list_get_length (list);
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_printf (text, "%u", n);
  for (guint i = 0; i < n && i < 12; i++)
    g_string_append_printf (text, "%s%s", i == 0 ? " (" : ", ",
                            etp_node_get_text (etp_node_list_get (list, i), field));
  if (n > 0)
    g_string_append (text, n > 12 ? ", …)" : ")");
  print_fact (label, text->str);
}

static void
print_counts (EtpJourney *journey)
{
  static const struct
  {
    EtpListKind kind;
    const char *label;
  } rows[] = {
    { ETP_LIST_LANES, N_ ("Lanes") },       { ETP_LIST_CARDS, N_ ("Cards") },
    { ETP_LIST_CHANNELS, N_ ("Channels") }, { ETP_LIST_TOUCHPOINTS, N_ ("Touchpoints") },
    { ETP_LIST_LINKS, N_ ("Links") },       { ETP_LIST_MEASURES, N_ ("Measures") },
    { ETP_LIST_METRICS, N_ ("Metrics") },   { ETP_LIST_SOURCES, N_ ("Sources") },
    { ETP_LIST_COMMENTS, N_ ("Comments") }, { ETP_LIST_ASSETS, N_ ("Images") },
  };
  EtpOutline *outline = etp_journey_get_outline (journey);
  double share = etp_outline_get_evidence_share (outline);
  guint n_steps, n_parked;

  print_names (journey, _ ("Phases"), ETP_LIST_PHASES, ETP_PHASE_NAME);
  print_names (journey, _ ("Personas"), ETP_LIST_PERSONAS, ETP_PERSONA_NAME);
  etp_outline_get_steps (outline, &n_steps);
  etp_outline_get_parked (outline, &n_parked);
  print_count (_ ("Steps"), n_steps);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    print_count (_ (rows[i].label),
                 etp_node_list_get_length (etp_journey_get_list (journey, rows[i].kind)));
  print_count (_ ("In the parking lot"), n_parked);
  if (!isnan (share))
    {
      g_autofree char *percent = etp_format_percent (share, 0, NULL);

      print_fact (_ ("Observed or measured"), percent);
    }
}

static void
print_text (const char *name, EtpJourney *journey, gboolean is_first)
{
  if (!is_first)
    etp_cli_print ("\n");
  print_fact (_ ("File"), name);
  print_facts (journey);
  print_counts (journey);
}

/* Bytes, not text for people: UTF-8 whatever the terminal is set to. */
static void
print_json (const char *name, EtpJourney *journey)
{
  g_autofree char *line = etp_cli_info_dup_json (name, journey);

  puts (line);
}

int
etp_cli_info (int argc, char **argv)
{
  g_auto (GStrv) files = NULL;
  gboolean is_json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &is_json, N_ ("One line of JSON for each file"), NULL },
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
      g_autoptr (EtpLoaded) loaded = etp_cli_load (files[i], &error);
      g_autofree char *name = etp_cli_dup_name (files[i]);

      if (loaded == NULL)
        {
          etp_cli_warn (NULL, "%s", error->message);
          status = ETP_CLI_FAILED;
          continue;
        }
      if (is_json)
        print_json (name, loaded->journey);
      else
        print_text (name, loaded->journey, i == 0);
    }
  return status;
}
