/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-export"

#include "config.h"

#include "etp-grid-private.h"

#include <glib/gi18n-lib.h>

#include "scene/etp-names.h"
#include "model/etp-fields.h"
#include "model/etp-outline.h"
#include "model/etp-tables.h"
#include "model/etp-words.h"
#include "scene/etp-hyphen.h"

/* Cards in the order in which a map is read, and the steps with what each persona feels at them. */

static void
fill_number (EtpGrid *self, const EtpGridSource *source, const EtpGridRow *row, EtpGridCell *cell)
{
  etp_grid_cell_take_text (cell, etp_names_dup_number (self->journey, row->node));
}

static void
add_number (EtpGrid *self)
{
  /* Translators: head of a column with step numbers such as 2.3. */
  etp_grid_add (self, "number", _ ("Number"), ETP_GRID_TEXT, fill_number);
  g_array_index (self->columns, EtpGridColumn, self->columns->len - 1).is_step_number = TRUE;
}

static EtpNode *
get_lane (EtpJourney *journey, EtpNode *card)
{
  EtpNode *lane = etp_journey_get_node (journey, etp_node_get_text (card, ETP_CARD_LANE));

  return lane != NULL && etp_node_get_list (lane) == ETP_LIST_LANES ? lane : NULL;
}

/* A lane without a name is called by its kind, as on the map. */
static void
fill_lane (EtpGrid *self, const EtpGridSource *source, const EtpGridRow *row, EtpGridCell *cell)
{
  EtpNode *lane = get_lane (self->journey, row->node);

  if (lane == NULL)
    etp_grid_cell_set_text (cell, etp_node_get_text (row->node, ETP_CARD_LANE));
  else
    etp_grid_cell_take_text (cell, etp_names_dup_lane (self->journey, lane));
}

static void
fill_kind (EtpGrid *self, const EtpGridSource *source, const EtpGridRow *row, EtpGridCell *cell)
{
  EtpNode *lane = get_lane (self->journey, row->node);

  if (lane != NULL)
    etp_grid_cell_take_text (cell, etp_hyphen_strip (etp_words_get_lane_kind (
                                       NULL, etp_node_get_enum (lane, ETP_LANE_KIND))));
}

static void
fill_votes (EtpGrid *self, const EtpGridSource *source, const EtpGridRow *row, EtpGridCell *cell)
{
  guint n = etp_node_get_length (row->node, ETP_CARD_VOTES);
  double sum = 0;

  for (guint i = 0; i < n; i++)
    {
      gint64 count = etp_value_get_integer (etp_node_get_value_at (row->node, ETP_CARD_VOTES, i),
                                            ETP_VOTE_COUNT);

      sum += count != ETP_ABSENT_INTEGER ? (double) count : 0;
    }
  if (n > 0)
    etp_grid_cell_set_number (cell, ETP_GRID_NUMBER, sum);
}

/* Phase by phase, in it lane by lane, without what is hidden; what is parked comes last. */
static void
add_cards (EtpGrid *self)
{
  EtpOutline *outline = etp_journey_get_outline (self->journey);
  EtpNode *const *parked;
  guint n;

  for (guint p = 0; p < etp_outline_get_n_phases (outline); p++)
    for (guint l = 0; l < etp_outline_get_n_lanes (outline); l++)
      {
        const EtpPlace *const *cell = etp_outline_get_cell (outline, p, l, &n);

        for (guint i = 0; i < n; i++)
          if (etp_names_is_shown (self->journey, cell[i]))
            etp_grid_add_row (self, cell[i]->card, 0);
      }
  parked = etp_outline_get_parked (outline, &n);
  for (guint i = 0; i < n; i++)
    etp_grid_add_row (self, parked[i], 0);
}

void
etp_grid_build_cards (EtpGrid *self)
{
  static const guint without[] = { ETP_CARD_LANE,  ETP_CARD_PHASE,    ETP_CARD_UNTIL,
                                   ETP_CARD_STEP,  ETP_CARD_CLUSTER,  ETP_CARD_TITLE,
                                   ETP_CARD_TEXT,  ETP_CARD_PERSONAS, ETP_CARD_TOUCHPOINT,
                                   ETP_CARD_IMAGE, ETP_CARD_CHANNELS, ETP_CARD_EMOTIONS,
                                   ETP_CARD_VOTES, G_MAXUINT };
  static const guint first[] = { ETP_CARD_TITLE, ETP_CARD_TEXT, ETP_CARD_PERSONAS,
                                 ETP_CARD_TOUCHPOINT, ETP_CARD_CHANNELS };
  static const guint feelings[] = { ETP_EMOTION_VALUE, ETP_EMOTION_TARGET, ETP_EMOTION_FEELING,
                                    ETP_EMOTION_NOTE };

  add_number (self);
  etp_grid_add_field (self, ETP_CARD_PHASE);
  etp_grid_add_field (self, ETP_CARD_UNTIL);
  etp_grid_add (self, "lane", _ ("Lane"), ETP_GRID_TEXT, fill_lane);
  etp_grid_add (self, "lane.kind", _ ("Kind of lane"), ETP_GRID_TEXT, fill_kind);
  for (guint i = 0; i < G_N_ELEMENTS (first); i++)
    etp_grid_add_field (self, first[i]);
  etp_grid_add_persona_columns (self, ETP_CARD_EMOTIONS, feelings, G_N_ELEMENTS (feelings));
  etp_grid_add_field (self, ETP_CARD_STEP);
  etp_grid_add_field (self, ETP_CARD_CLUSTER);
  etp_grid_add_fields (self, without);
  etp_grid_add (self, "votes", _ ("Votes"), ETP_GRID_NUMBER, fill_votes);
  etp_grid_add (self, "id", _ ("ID"), ETP_GRID_TEXT, etp_grid_fill_id);
  add_cards (self);
}

void
etp_grid_build_feelings (EtpGrid *self)
{
  static const guint feelings[] = { ETP_EMOTION_VALUE, ETP_EMOTION_TARGET, ETP_EMOTION_FEELING,
                                    ETP_EMOTION_EVIDENCE };
  guint n;
  const EtpPlace *const *steps = etp_outline_get_steps (etp_journey_get_outline (self->journey),
                                                        &n);

  add_number (self);
  etp_grid_add_field (self, ETP_CARD_PHASE);
  etp_grid_add_field (self, ETP_CARD_TITLE);
  etp_grid_add_field (self, ETP_CARD_TOUCHPOINT);
  etp_grid_add_field (self, ETP_CARD_CHANNELS);
  etp_grid_add_field (self, ETP_CARD_MOMENT_OF_TRUTH);
  etp_grid_add_persona_columns (self, ETP_CARD_EMOTIONS, feelings, G_N_ELEMENTS (feelings));
  etp_grid_add (self, "id", _ ("ID"), ETP_GRID_TEXT, etp_grid_fill_id);
  for (guint i = 0; i < n; i++)
    if (etp_names_is_felt (self->journey, steps[i]))
      etp_grid_add_row (self, steps[i]->card, 0);
}
