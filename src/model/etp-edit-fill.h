/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Verbs that put a whole table onto a map. For the rules of all verbs see etp-edit-node.h. */
#pragma once

#include "etp-edit-answer.h"
#include "etp-enums.h"
#include "etp-journey.h"

G_BEGIN_DECLS

/* A column or a row of the table. */
typedef struct
{
  EtpNode *node; /* the phase or lane that it goes into; NULL: a new one at the end */
  gboolean is_empty; /* nothing is in it: where the node is hidden it stays so */
  gboolean is_renamed; /* that node gets the name */
  const char *name; /* of a new one; NULL or "": none */
  EtpLaneKind kind; /* of a new lane */
} EtpFillHead;

typedef struct
{
  guint lane, phase; /* numbers in the lists below */
  const char *title;
  guint until; /* the last phase that it covers; one before its own counts for nothing */
} EtpFillCard;

/* A metric that is measured in a phase. */
typedef struct
{
  guint phase;
  const char *name, *unit; /* NULL or "": none */
  int period; /* EtpPeriod, or -1 */
  double value, target; /* NAN: none */
  const char *date; /* YYYY-MM-DD, of the value */
} EtpFillMetric;

/* A measure that improves a phase. */
typedef struct
{
  guint phase;
  EtpMeasurePlan plan;
} EtpFillMeasure;

/* What is said of a step of a phase: how it feels, or which channel it uses. Of the n things that are
 * said of a phase the number-th belongs to its number-th step; a single channel belongs to all of
 * them. The steps are those of the same table, or else those of the map of which nothing of the kind
 * is said yet; where there are too few, new ones are made. */
typedef struct
{
  guint phase;
  guint number, n;
  const char *channel; /* its name, whatever its case; NULL: it is a feeling */
  double value; /* −2 … +2; NAN: none */
  const char *feeling, *note; /* NULL or "": none */
} EtpFillStep;

typedef struct
{
  const EtpFillHead *phases, *lanes;
  guint n_phases, n_lanes;
  const EtpFillCard *cards;
  guint n_cards;
  const EtpFillMetric *metrics;
  guint n_metrics;
  const EtpFillMeasure *measures;
  guint n_measures;
  const EtpFillStep *steps;
  guint n_steps;
  EtpNode *persona; /* whose feelings they are, or NULL */
} EtpFillTable;

/* New phases and lanes at the end of their lists, new cards behind those of their cells, metrics,
 * measures and channels at the end of theirs, in the order given; all of it is one step. cards (or
 * NULL) gets the new cards, borrowed. */
gboolean
etp_edit_fill_map (EtpJourney *journey, const EtpFillTable *fill, GPtrArray *cards, GError **error);

G_END_DECLS
