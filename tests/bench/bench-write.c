/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-bench"

#include "config.h"

#include "bench-stats.h"
#include "file/etp-load.h"
#include "file/etp-writer.h"

#include <json-glib/json-glib.h>

/* What writing a journey costs in the process, without the disk, as a ratio of json-glib's bare
 * parse of the same document. Usage: bench-write PAIRS FILE */

static double
parse (GBytes *bytes)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  double start = bench_cpu_s ();
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (!json_parser_load_from_data (parser, data, (gssize) size, &error))
    g_error ("%s", error->message);
  g_clear_object (&parser);
  return bench_cpu_s () - start;
}

static double
write_journey (EtpJourney *journey)
{
  double start = bench_cpu_s ();

  g_bytes_unref (etp_write_journey (journey));
  return bench_cpu_s () - start;
}

int
main (int argc, char **argv)
{
  guint n = argc == 3 ? (guint) g_ascii_strtoull (argv[1], NULL, 10) : 0;
  g_autofree double *a = NULL;
  g_autofree double *b = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (EtpLoaded) loaded = NULL;
  g_autoptr (GError) error = NULL;
  BenchPairs pairs;

  if (n == 0)
    {
      g_printerr ("usage: bench-write PAIRS FILE\n");
      return 2;
    }
  file = g_file_new_for_commandline_arg (argv[2]);
  loaded = etp_load_file (file, NULL, NULL, &error);
  if (loaded == NULL)
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }

  a = g_new (double, n);
  b = g_new (double, n);
  parse (loaded->bytes);
  write_journey (loaded->journey);
  for (guint i = 0; i < n; i++)
    {
      a[i] = parse (loaded->bytes);
      b[i] = write_journey (loaded->journey);
    }
  bench_pairs (a, b, n, &pairs);
  bench_pairs_print (&pairs);
  g_print ("\n");
  return 0;
}
