/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-bench"

#include "config.h"

#include "bench-stats.h"

#include <stdlib.h>
#include <time.h>

static int
compare_doubles (const void *a, const void *b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

double
bench_median (double *values, guint n)
{
  qsort (values, n, sizeof *values, compare_doubles);
  return n % 2 == 1 ? values[n / 2] : (values[n / 2 - 1] + values[n / 2]) / 2;
}

double
bench_percentile (double *values, guint n, double share)
{
  qsort (values, n, sizeof *values, compare_doubles);
  return values[MIN (n - 1, (guint) (share * n))];
}

double
bench_cpu_s (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

void
bench_pairs (const double *a, const double *b, guint n, BenchPairs *result)
{
  g_autofree double *ratios = g_new (double, n);
  g_autofree double *sorted_a = g_memdup2 (a, n * sizeof *a);
  g_autofree double *sorted_b = g_memdup2 (b, n * sizeof *b);

  result->spread_min = result->spread_max = 1;
  for (guint i = 0; i < n; i++)
    {
      ratios[i] = b[i] / a[i];
      if (i == 0)
        continue;
      result->spread_min = MIN (result->spread_min, a[i] / a[i - 1]);
      result->spread_max = MAX (result->spread_max, a[i] / a[i - 1]);
    }
  result->ratio = bench_median (ratios, n);
  result->ratio_min = ratios[0];
  result->ratio_max = ratios[n - 1];
  result->a = bench_median (sorted_a, n);
  result->b = bench_median (sorted_b, n);
}

void
bench_pairs_print (const BenchPairs *self)
{
  g_print ("ratio=%.3f min=%.3f max=%.3f a=%.4f b=%.4f spread_min=%.2f spread_max=%.2f",
           self->ratio, self->ratio_min, self->ratio_max, self->a, self->b, self->spread_min,
           self->spread_max);
}
