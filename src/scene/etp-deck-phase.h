/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Scene-internal: the slides of a phase, for etp-deck-phases.c and etp-deck-phase-curve.c. */
#pragma once

#include "etp-deck-private.h"

G_BEGIN_DECLS

#define ETP_PHASE_GUTTER 56.0 /* left of the cards, as of the title's words */
#define ETP_PHASE_CARD_GAP 12.0

/* How close a phase is set, so that no slide is begun for a card or two. */
typedef struct
{
  double text; /* share of its size */
  double easy, lowest; /* height of the curve */
  double picture; /* 0: as large as pictures are */
  gboolean parted; /* curve and cards are on slides of their own */
} EtpPhaseSqueeze;

typedef struct
{
  EtpDeck *deck;
  const EtpColumn *column;
  const EtpPlace *const *steps;
  const EtpPhaseSqueeze *squeeze;
  guint n_steps, n; /* columns of cards */
  gboolean aligned; /* each step has a column of its own */
  double x, width; /* of the first column and of each */
  double step; /* from column to column */
} EtpPhaseLayout;

/* The curve stands on steps even where their lane is hidden. */
gboolean etp_phase_shows_step (const EtpPhaseLayout *self, const EtpPlace *place);
/* Whether anything is felt in the phase. */
gboolean etp_phase_has_points (EtpPhaseLayout *self);
/* Of the highest card of the first row of steps. */
double etp_phase_get_steps_height (const EtpPhaseLayout *self);
/* The curve with its legend, as high as the steps and notes of this height leave it. */
void etp_phase_add_curve (EtpPhaseLayout *self, double notes);

G_END_DECLS
