/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-bench"

#include "config.h"

#include "bench-stats.h"

#include <spawn.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

/* Runs two commands in turn, A B A B …, and prints what the second costs as a ratio of the first:
 * the machine's other work hits both of a pair alike, so only ratios within a pair are compared.
 *
 * Usage: bench-pair PAIRS A… -- B…
 *
 * Prints one line of key=value about their processor time in seconds, start to end (see
 * bench-stats.h), and the largest peak of memory of each in KiB. */

typedef struct
{
  double cpu_s;
  long peak_kib;
} Cost;

static double
seconds (struct timeval time)
{
  return (double) time.tv_sec + (double) time.tv_usec / 1e6;
}

static gboolean
run (char **argv, Cost *cost)
{
  struct rusage usage;
  int status;
  pid_t pid;
  int code = posix_spawnp (&pid, argv[0], NULL, NULL, argv, environ);

  if (code != 0)
    {
      g_printerr ("%s: %s\n", argv[0], g_strerror (code));
      return FALSE;
    }
  if (wait4 (pid, &status, 0, &usage) != pid || !WIFEXITED (status) || WEXITSTATUS (status) != 0)
    {
      g_printerr ("%s: failed\n", argv[0]);
      return FALSE;
    }
  cost->cpu_s = seconds (usage.ru_utime) + seconds (usage.ru_stime);
  cost->peak_kib = usage.ru_maxrss;
  return TRUE;
}

static void
print_result (const Cost *a, const Cost *b, guint n)
{
  g_autofree double *cpu_a = g_new (double, n);
  g_autofree double *cpu_b = g_new (double, n);
  BenchPairs pairs;
  long peak_a = 0, peak_b = 0;

  for (guint i = 0; i < n; i++)
    {
      cpu_a[i] = a[i].cpu_s;
      cpu_b[i] = b[i].cpu_s;
      peak_a = MAX (peak_a, a[i].peak_kib);
      peak_b = MAX (peak_b, b[i].peak_kib);
    }
  bench_pairs (cpu_a, cpu_b, n, &pairs);
  bench_pairs_print (&pairs);
  g_print (" memory_a=%ld memory_b=%ld\n", peak_a, peak_b);
}

int
main (int argc, char **argv)
{
  guint n = argc > 1 ? (guint) g_ascii_strtoull (argv[1], NULL, 10) : 0;
  g_autofree Cost *a = NULL;
  g_autofree Cost *b = NULL;
  Cost warm;
  int split = 2;

  while (split < argc && strcmp (argv[split], "--") != 0)
    split++;
  if (n == 0 || split <= 2 || split + 1 >= argc)
    {
      g_printerr ("usage: bench-pair PAIRS A... -- B...\n");
      return 2;
    }
  argv[split] = NULL;

  a = g_new0 (Cost, n);
  b = g_new0 (Cost, n);
  if (!run (argv + 2, &warm) || !run (argv + split + 1, &warm))
    return 1;
  for (guint i = 0; i < n; i++)
    if (!run (argv + 2, &a[i]) || !run (argv + split + 1, &b[i]))
      return 1;
  print_result (a, b, n);
  return 0;
}
