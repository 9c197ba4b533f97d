/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Figures of repeated runs. All sort the values that they are given. */
double bench_median (double *values, guint n);
double bench_percentile (double *values, guint n, double share);

/* Seconds of processor time of this process, all threads. */
double bench_cpu_s (void);

/* How b compares with a where the runs took turns, a[0] b[0] a[1] …: only the two of a pair are
 * compared, since the machine's other work hits both alike. */
typedef struct
{
  double ratio, ratio_min, ratio_max; /* median of b/a, least, largest */
  double a, b; /* medians */
  double spread_min, spread_max; /* a against the a before it: the noise */
} BenchPairs;

void bench_pairs (const double *a, const double *b, guint n, BenchPairs *result);
/* "ratio=… min=… max=… a=… b=… spread_min=… spread_max=…" without a newline */
void bench_pairs_print (const BenchPairs *self);

G_END_DECLS
