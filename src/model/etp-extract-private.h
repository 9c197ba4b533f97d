/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* For etp-extract*.c only. */
#pragma once

#include "etp-extract.h"
#include "etp-fields.h"
#include "etp-references.h"

G_BEGIN_DECLS

typedef struct
{
  EtpJourney *journey; /* borrowed */
  const EtpExtractOptions *options;
  GHashTable *gone; /* set of ids, borrowed from the journey: what is not copied */
  GHashTable *bare; /* likewise: lanes, phases and steps of which next to nothing is copied */
  EtpExtractCounts *counts;
} EtpExtract;

/* Phases that are left of those that a card spans. */
typedef struct
{
  const char *first, *last; /* ids, borrowed */
} EtpExtractSpan;

/* Fills gone and bare. Assets are left to who copies. */
void etp_extract_mark (EtpExtract *self);
/* Whether the values of a metric are amounts of money. */
gboolean etp_extract_is_in_money (const EtpExtract *self, EtpNode *metric);
/* FALSE: the card lies in no phase, or in none that is left. */
gboolean etp_extract_find_span (const EtpExtract *self, EtpNode *card, EtpExtractSpan *span);
/* Nothing that anybody sees or hears: white space, control and format characters. Without looking
 * for it, whoever gets a name that is none would write an empty heading for it. */
gboolean etp_extract_is_blank (const char *text);
/* Whether it was named; FALSE if everything is wanted. */
gboolean etp_extract_is_chosen (const char *const *choice, const char *id);

G_END_DECLS
