/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Scene-internal: cards that cover several columns, for etp-stack.c. */
#pragma once

#include "etp-map-private.h"

G_BEGIN_DECLS

/* A card over several columns; where a view sets it anew after some of them, the part that the first
 * ones have, or a further one. */
typedef struct
{
  const EtpPlace *place;
  EtpItem *item; /* owned */
  guint first, last; /* columns */
  double y;
  double height; /* of the highest of its parts; of further parts not known */
} EtpSpan;

typedef struct
{
  GArray *spans; /* of EtpSpan, by their first columns, there in the order of the cards */
  GArray *pieces; /* of EtpSpan: further parts */
  double *starts; /* for each column: where its own cards begin, below what comes from the left */
} EtpSpans;

EtpSpans *etp_spans_new (guint n_columns);
void etp_spans_free (gpointer spans);

/* The shown columns that a card covers. FALSE if there are none, or just its own. */
gboolean
etp_span_find_columns (const EtpMap *map, const EtpPlace *place, guint *first, guint *last);
gboolean etp_span_is_needed (const EtpMap *map, const EtpPlace *place);
/* What a screen reader says of a card: that it covers further phases, if it does, then note (may be
 * NULL). NULL if there is nothing to say. */
char *etp_span_dup_note (const EtpMap *map, const EtpPlace *place, const char *note);
/* Mixes into stamp what that note and its look depend on beyond the card itself. */
guint64 etp_span_stamp (const EtpMap *map, const EtpPlace *place, guint64 stamp);
/* TRUE if a card of the row spans phases; such rows are rare. */
gboolean etp_span_is_in_row (const EtpMap *map, const EtpRow *row);
/* Whether a column is the last of its sheet when all lie on so many sheets, as many on each as it
 * goes, and one more on the first ones if need be; 0 sheets: never. */
gboolean etp_span_ends_sheet (guint n_columns, guint n_sheets, guint column);
/* The last column of a part that begins in from, at most last. */
guint etp_span_find_end (const EtpMap *map, guint from, guint last);
/* Of a card from one column to another. */
double etp_span_get_width (const EtpMap *map, guint first, guint last);

G_END_DECLS
