/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "etp-journey.h"

G_BEGIN_DECLS

/* EtpOutline: the journey's cards sorted into their places: what the scene, the check, the command
 * line and the keyboard need to know, computed once for each state of the journey in O(cards).
 * Immutable snapshot, borrowed from the journey, valid until its next commit.
 *
 * A cell is (phase index, lane index). A card whose phase or lane is dangling, and a card with
 * neither, lies in the parking lot. A phase or lane index is its position in its list (hidden and
 * collapsed ones count). */
typedef struct _EtpOutline EtpOutline;

typedef struct
{
  EtpNode *card; /* borrowed */
  guint phase, lane; /* indices */
  guint until; /* last phase index that it covers; = phase for most */
  guint step_phase; /* for a step: its own number; for an aligned note: its step's; 0 = none */
  guint step_index; /* 1-based, as in "2.3" */
  guint
      step; /* aligned note: index of the step's place in etp_outline_get_place(); else G_MAXUINT */
  gboolean pain; /* a step that shows the pain bolt */
} EtpPlace;

EtpOutline *etp_journey_get_outline (EtpJourney *journey);
guint etp_outline_get_n_phases (EtpOutline *self);
guint etp_outline_get_n_lanes (EtpOutline *self);
guint etp_outline_get_n_places (EtpOutline *self);
const EtpPlace *etp_outline_get_place (EtpOutline *self, guint index); /* in card order */
const EtpPlace *etp_outline_find (EtpOutline *self, EtpNode *card); /* NULL: parking lot */
/* The places of one cell, in order; length through n. NULL if empty. */
const EtpPlace *const *etp_outline_get_cell (EtpOutline *self, guint phase, guint lane, guint *n);
/* All steps, in phase order and card order over all touchpoints lanes: the journey from left to right. */
const EtpPlace *const *etp_outline_get_steps (EtpOutline *self, guint *n);
const EtpPlace *const *etp_outline_get_phase_steps (EtpOutline *self, guint phase, guint *n);
EtpNode *const *etp_outline_get_parked (EtpOutline *self, guint *n);
EtpNode *etp_outline_get_step (EtpOutline *self, guint phase_number, guint index); /* "2.3"; NULL */
/* Share of cards and emotions whose evidence is observed or measured, 0…1; NAN if there is nothing. */
double etp_outline_get_evidence_share (EtpOutline *self);

G_END_DECLS
