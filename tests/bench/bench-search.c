/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-bench"

#include "config.h"

#include "bench-stats.h"
#include "file/etp-load.h"
#include "model/etp-edit-node.h"
#include "model/etp-fields.h"
#include "model/etp-search.h"

/* What finding a word costs, in processor time: at once after opening, after the texts have been
 * folded in idle time, and where a single text is full of it. Usage: bench-search FILE
 *
 * Prints "first", "warm" and "long" with key=value in milliseconds. The words are in few, many and no
 * texts of the journeys of make-journeys.py. */

#define N_RUNS 15
#define LONG_BYTES 100000 /* of the single text */

static const char *const queries[] = { "gebuhr", "Karte mit", "nirgends", "STRASSE",
                                       "beratung am" };

static double
find (EtpSearch *search, const char *query, guint *n_hits)
{
  double start = bench_cpu_s ();
  g_autoptr (GArray) hits = etp_search_find (search, query, 0);

  *n_hits += hits->len;
  return bench_cpu_s () - start;
}

static void
print_runs (const char *name, double *runs, guint n, guint n_hits)
{
  double median = bench_median (runs, n);

  g_print ("%s median=%.2f p95=%.2f max=%.2f hits=%u\n", name, 1000 * median,
           1000 * bench_percentile (runs, n, 0.95), 1000 * runs[n - 1], n_hits);
}

static void
run_long (void)
{
  g_autoptr (EtpJourney) journey = etp_journey_new ();
  EtpNode *card = etp_edit_add (journey, ETP_LIST_CARDS, "", G_MAXUINT, NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (EtpSearch) search = NULL;
  double runs[N_RUNS];
  guint n_hits = 0;

  while (text->len < LONG_BYTES)
    g_string_append (text, "Größe um Größe, ");
  etp_edit_set_text (journey, card, ETP_CARD_TEXT, text->str, NULL);
  search = etp_search_new (journey);
  while (!etp_search_warm (search, G_USEC_PER_SEC))
    ;
  for (guint i = 0; i < N_RUNS; i++)
    runs[i] = find (search, "s", &n_hits);
  print_runs ("long", runs, N_RUNS, n_hits);
}

int
main (int argc, char **argv)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (EtpLoaded) loaded = NULL;
  g_autoptr (EtpSearch) search = NULL;
  g_autoptr (GError) error = NULL;
  double first[N_RUNS];
  double warm[N_RUNS * G_N_ELEMENTS (queries)];
  guint n_hits = 0;

  if (argc != 2)
    {
      g_printerr ("usage: bench-search FILE\n");
      return 2;
    }
  file = g_file_new_for_commandline_arg (argv[1]);
  loaded = etp_load_file (file, NULL, NULL, &error);
  if (loaded == NULL)
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }

  for (guint i = 0; i < N_RUNS; i++)
    {
      g_clear_object (&search);
      search = etp_search_new (loaded->journey);
      first[i] = find (search, queries[0], &n_hits);
    }
  print_runs ("first", first, N_RUNS, n_hits);

  n_hits = 0;
  while (!etp_search_warm (search, G_USEC_PER_SEC))
    ;
  for (guint i = 0; i < G_N_ELEMENTS (warm); i++)
    warm[i] = find (search, queries[i % G_N_ELEMENTS (queries)], &n_hits);
  print_runs ("warm", warm, G_N_ELEMENTS (warm), n_hits);
  run_long ();
  return 0;
}
