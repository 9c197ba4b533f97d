/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-tests"

#include "config.h"

#include "model/etp-fold.h"
#include "model/etp-match.h"

static const struct
{
  const char *name, *query;
  EtpMatch match;
} rows[] = {
  { "Zoom in", "", ETP_MATCH_START },
  { "Zoom in", "zoo", ETP_MATCH_START },
  { "Zoom in", "in", ETP_MATCH_WORDS },
  { "Zoom in", "in zoom", ETP_MATCH_WORDS },
  { "Zoom in", "oom", ETP_MATCH_INSIDE },
  { "Zoom in", "i oom", ETP_MATCH_INSIDE },
  { "Zoom in", "zin", ETP_MATCH_LETTERS },
  { "Zoom in", "zoomx", ETP_MATCH_NONE },
  { "Zoom in", "niz", ETP_MATCH_NONE },
  { "Nächstes Element auswählen", "nachst", ETP_MATCH_START },
  { "Nächstes Element auswählen", "AUSWÄ", ETP_MATCH_WORDS },
  { "Nächstes Element auswählen", "wahlen", ETP_MATCH_INSIDE },
  { "Größe ändern", "grosse", ETP_MATCH_START },
  { "Datei schließen", "schliessen datei", ETP_MATCH_WORDS },
  { "", "a", ETP_MATCH_NONE },
};

static void
test_match (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *name = etp_fold (rows[i].name);
      g_autofree char *query = etp_fold (rows[i].query);

      g_test_message ("%s: %s", rows[i].name, rows[i].query);
      g_assert_cmpint (etp_match (name, query), ==, rows[i].match);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/match", test_match);
  return g_test_run ();
}
