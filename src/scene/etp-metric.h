/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a metric's readings mean, before anything is drawn. */
#pragma once

#include "model/etp-fields.h"
#include "model/etp-node.h"

G_BEGIN_DECLS

typedef enum
{
  ETP_METRIC_UNJUDGED, /* no reading or no target */
  ETP_METRIC_MET,
  ETP_METRIC_MISSED,
} EtpMetricResult;

typedef struct
{
  const char *date; /* borrowed; "" if unknown */
  double value;
} EtpMetricReading;

typedef struct
{
  GArray *readings; /* EtpMetricReading, the oldest first; those without date come first */
  EtpMetricResult result; /* of the last reading against the target */
  gboolean is_alarming; /* the last reading is beyond the warning threshold */
  int direction; /* of all readings: 1 up, −1 down, 0 level or unknown */
  int trend; /* the same as people see it: 1 for the better, −1 for the worse */
} EtpMetricState;

void etp_metric_read (EtpNode *metric, EtpMetricState *state);
void etp_metric_state_clear (EtpMetricState *state);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EtpMetricState, etp_metric_state_clear)
/* The last reading; NULL if there is none. */
const EtpMetricReading *etp_metric_state_get_last (const EtpMetricState *state);

/* "18.400", "2,9 %", "4,6 / 5": in the form of the map's language. New. */
char *etp_metric_format (double value, const char *unit, const char *language);
/* The same from a million on in short: "1,23 Mio. EUR", "1.23 million EUR". New. */
char *etp_metric_format_short (double value, const char *unit, const char *language);
/* What the last reading is about: "10/2026", "Oct 2026", "Q3 2026", "2026"; for shorter periods its day;
 * without a date "pro Monat" and the like. New; "" where nothing is known. */
char *etp_metric_format_period (EtpNode *metric, const char *date, const char *language);

G_END_DECLS
