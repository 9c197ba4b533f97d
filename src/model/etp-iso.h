/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* ISO 8601 as the document uses it: calendar dates and durations. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* YYYY-MM-DD, year 0001…9999, a day that exists in its month. The out arguments may be NULL. */
gboolean etp_iso_parse_date (const char *text, int *year, int *month, int *day);

typedef struct
{
  guint years, months, weeks, days, hours, minutes, seconds;
} EtpIsoDuration;

/* P[nY][nM][nW][nD][T[nH][nM][nS]] with at least one part, whole numbers up to 999,999.
 * duration may be NULL. */
gboolean etp_iso_parse_duration (const char *text, EtpIsoDuration *duration);
/* Its length in days, a month counted as 30.44 days and a year as 365.25: to compare and to sum. */
double etp_iso_duration_get_days (const EtpIsoDuration *duration);

G_END_DECLS
