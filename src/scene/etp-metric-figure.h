/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Scene-internal: the last value of a metric in the form in which it fits its tile. */
#pragma once

#include "etp-map.h"
#include "etp-metric.h"

G_BEGIN_DECLS

typedef struct
{
  char *text; /* owned */
  EtpType type;
  double width, height; /* of the text */
  double wrap; /* width of its lines; 0: it stands on one line */
} EtpMetricFigure;

/* For a tile with room for a line of this width; last may be NULL. */
void etp_metric_figure_init (
    EtpMetricFigure *self, EtpMap *map, EtpNode *metric, const EtpMetricReading *last, double room);
void etp_metric_figure_clear (EtpMetricFigure *self);

G_END_DECLS
