/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Verbs that put a whole table onto a map. For the rules of all verbs see etp-edit-node.h. */
#pragma once

#include "etp-enums.h"
#include "etp-journey.h"

G_BEGIN_DECLS

/* A column or a row of the table. */
typedef struct
{
  EtpNode *node; /* the phase or lane that it goes into; NULL: a new one at the end */
  const char *name; /* of a new one; NULL or "": none */
  EtpLaneKind kind; /* of a new lane */
} EtpFillHead;

typedef struct
{
  guint lane, phase; /* numbers in the lists below */
  const char *title;
} EtpFillCard;

typedef struct
{
  const EtpFillHead *phases, *lanes;
  guint n_phases, n_lanes;
  const EtpFillCard *cards;
  guint n_cards;
} EtpFillTable;

/* New phases and lanes at the end of their lists, and new cards behind those of their cells, in the
 * order given; all of it is one step. cards (or NULL) gets the new cards, borrowed. */
gboolean
etp_edit_fill_map (EtpJourney *journey, const EtpFillTable *fill, GPtrArray *cards, GError **error);

G_END_DECLS
