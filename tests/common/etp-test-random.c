/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-tests"

#include "config.h"

#include "etp-test-random.h"

#include <math.h>

#include "etp-test-build.h"
#include "model/etp-change.h"
#include "model/etp-edit.h"
#include "model/etp-history.h"
#include "model/etp-tables.h"
#include "model/etp-usage.h"

/* A random person: one function for each verb of the table. */

static GPtrArray *
pick_several (EtpJourney *journey, GRand *random, EtpListKind list)
{
  GPtrArray *nodes = g_ptr_array_new ();
  guint n = (guint) g_rand_int_range (random, 1, 4);

  for (guint i = 0; i < n; i++)
    {
      EtpNode *node = etp_test_pick (journey, random, list);

      if (node != NULL && !g_ptr_array_find (nodes, node, NULL))
        g_ptr_array_add (nodes, node);
    }
  return nodes;
}

static gboolean
set_random_field (EtpJourney *journey, GRand *random, EtpNode *node)
{
  const EtpTable *table;
  EtpDatum datum;
  guint field;

  if (node == NULL)
    return FALSE;
  table = etp_node_record (node)->table;
  field = (guint) g_rand_int_range (random, 0, (gint32) table->n_fields);
  datum = etp_test_random_datum (journey, random, &table->fields[field]);
  return etp_edit_set (journey, node, field, &datum, NULL);
}

/* Into a cell, or into the parking lot where there are no cells. */
static gboolean
add_card (EtpJourney *journey, GRand *random, guint position)
{
  EtpNode *lane = etp_test_pick (journey, random, ETP_LIST_LANES);
  EtpNode *phase = etp_test_pick (journey, random, ETP_LIST_PHASES);
  gboolean has_cell = lane != NULL && phase != NULL;

  return etp_edit_add_card (journey, has_cell ? lane : NULL, has_cell ? phase : NULL, position,
                            etp_test_pick_text (random), NULL)
         != NULL;
}

static gboolean
add_node (EtpJourney *journey, GRand *random, EtpListKind list)
{
  g_autoptr (EtpNode) node = NULL;
  const EtpTable *table = etp_list_get_table (list);
  guint position = (guint) g_rand_int_range (random, 0, 8);

  if (list == ETP_LIST_CARDS)
    return add_card (journey, random, position);
  if (list == ETP_LIST_COMMENTS)
    return etp_edit_add_comment (journey, ETP_NODE (journey), etp_test_pick_text (random), "Ada",
                                 "2026-03-03", NULL)
           != NULL;
  if (g_rand_boolean (random))
    return etp_edit_add (journey, list, etp_test_pick_text (random), position, NULL) != NULL;

  node = etp_node_new (list, NULL);
  for (guint i = 0; i < table->n_fields; i++)
    {
      EtpDatum datum = etp_test_random_datum (journey, random, &table->fields[i]);

      etp_node_init_datum (node, i, &datum);
    }
  return etp_edit_insert (journey, node, position, NULL);
}

/* Some into one cell of a lane, the others into another. */
static gboolean
move_apart (EtpJourney *journey,
            GRand *random,
            GPtrArray *cards,
            EtpNode *lane,
            EtpNode *phase,
            guint index)
{
  EtpNode *other = etp_test_pick (journey, random, ETP_LIST_PHASES);
  g_autoptr (GPtrArray) some = g_ptr_array_new ();
  g_autoptr (GPtrArray) others = g_ptr_array_new ();
  const EtpCardMove moves[] = { { some, lane, phase, index }, { others, lane, other, G_MAXUINT } };

  for (guint i = 0; i < cards->len; i++)
    g_ptr_array_add (i % 2 == 0 ? some : others, cards->pdata[i]);
  return etp_edit_move_to_cells (journey, moves, G_N_ELEMENTS (moves), NULL);
}

static gboolean
move_node (EtpJourney *journey, GRand *random, EtpListKind list)
{
  g_autoptr (GPtrArray) nodes = pick_several (journey, random, list);
  EtpNode *lane = etp_test_pick (journey, random, ETP_LIST_LANES);
  EtpNode *phase = etp_test_pick (journey, random, ETP_LIST_PHASES);
  guint position = (guint) g_rand_int_range (random, 0, 8);

  if (nodes->len == 0)
    return FALSE;
  if (list == ETP_LIST_CARDS && lane != NULL && phase != NULL && g_rand_boolean (random))
    switch (g_rand_int_range (random, 0, 3))
      {
      case 0:
        return etp_edit_move_cards (journey, nodes, lane, phase, position, NULL);
      case 1:
        return etp_edit_move_step (journey, nodes->pdata[0], phase, position, NULL);
      default:
        return move_apart (journey, random, nodes, lane, phase, position);
      }

  return etp_edit_move (journey, nodes->pdata[0], position, NULL);
}

static gboolean
run_list_verb (EtpJourney *journey, GRand *random, EtpVerb verb)
{
  EtpListKind list = (EtpListKind) (verb / ETP_N_VERB_ACTIONS);
  EtpNode *node = etp_test_pick (journey, random, list);

  switch (verb % ETP_N_VERB_ACTIONS)
    {
    case ETP_VERB_ACTION_ADD:
      return add_node (journey, random, list);
    case ETP_VERB_ACTION_EDIT:
      return set_random_field (journey, random, node);
    case ETP_VERB_ACTION_REMOVE:
      return node != NULL && etp_edit_remove (journey, node, NULL);
    default:
      return move_node (journey, random, list);
    }
}

/* Anywhere, now and then into a group or under a step. */
static gboolean
drop_cards (EtpJourney *journey, GRand *random, EtpVerb verb, GPtrArray *cards)
{
  EtpCardPlace place = { .lane = etp_test_pick (journey, random, ETP_LIST_LANES),
                         .phase = etp_test_pick (journey, random, ETP_LIST_PHASES),
                         .index = (guint) g_rand_int_range (random, 0, 5) };

  if (place.lane == NULL || place.phase == NULL)
    place.lane = place.phase = NULL;
  if (g_rand_int_range (random, 0, 4) == 0)
    place.head = etp_test_pick (journey, random, ETP_LIST_CARDS);
  if (g_rand_int_range (random, 0, 4) == 0)
    place.step = etp_test_pick (journey, random, ETP_LIST_CARDS);
  return verb == ETP_VERB_CARD_COPY ? etp_edit_copy_cards (journey, cards, &place, NULL, NULL)
                                    : etp_edit_drop_cards (journey, cards, &place, NULL);
}

static gboolean
add_cards (EtpJourney *journey, GRand *random)
{
  g_autoptr (GBytes) picture = g_bytes_new_static ("picture", 7);
  const EtpNewCard rows[] = { { .title = etp_test_pick_text (random) },
                              { .picture = picture, .picture_type = "image/png" } };
  EtpCardPlace place = { .lane = etp_test_pick (journey, random, ETP_LIST_LANES),
                         .phase = etp_test_pick (journey, random, ETP_LIST_PHASES),
                         .index = (guint) g_rand_int_range (random, 0, 5) };

  if (place.lane == NULL || place.phase == NULL)
    place.lane = place.phase = NULL;
  return etp_edit_add_cards (journey, &place, rows, (guint) g_rand_int_range (random, 1, 3), NULL,
                             NULL);
}

/* A column and a row that may be there already, and new ones. */
static gboolean
fill_map (EtpJourney *journey, GRand *random)
{
  const EtpFillHead phases[] = { { .node = etp_test_pick (journey, random, ETP_LIST_PHASES),
                                   .name = etp_test_pick_text (random) },
                                 { .name = etp_test_pick_text (random) } };
  const EtpFillHead lanes[] = {
    { .node = etp_test_pick (journey, random, ETP_LIST_LANES), .kind = ETP_LANE_KIND_IDEAS },
    { .name = etp_test_pick_text (random), .kind = ETP_LANE_KIND_TEXT }
  };
  const EtpFillCard cards[] = { { 0, 0, etp_test_pick_text (random) },
                                { 0, 0, "Second" },
                                { 1, 0, etp_test_pick_text (random), 1 } };
  const EtpFillMetric metrics[] = { { 0, "Visits", "%", ETP_PERIOD_MONTH, 3.5, NAN,
                                      "2026-10-31" } };
  const EtpFillMeasure measures[] = {
    { 0, { etp_test_pick_text (random), "Jo", "2027-02-01", ETP_MEASURE_STATUS_PLANNED } }
  };
  const EtpFillStep steps[] = { { 0, 0, 1, etp_test_pick_text (random), NAN, NULL, NULL },
                                { 0, 0, 2, NULL, 1.5, "glad", NULL },
                                { 0, 1, 2, NULL, NAN, NULL, etp_test_pick_text (random) } };
  const EtpFillTable fill = { .phases = phases,
                              .lanes = lanes,
                              .n_phases = (guint) g_rand_int_range (random, 1, 3),
                              .n_lanes = 2,
                              .cards = cards,
                              .n_cards = 3,
                              .metrics = metrics,
                              .n_metrics = 1,
                              .measures = measures,
                              .n_measures = 1,
                              .steps = steps,
                              .n_steps = G_N_ELEMENTS (steps),
                              .persona = etp_test_pick (journey, random, ETP_LIST_PERSONAS) };

  return etp_edit_fill_map (journey, &fill, NULL, NULL);
}

static gboolean
run_card_verb (EtpJourney *journey, GRand *random, EtpVerb verb)
{
  g_autoptr (GPtrArray) cards = pick_several (journey, random, ETP_LIST_CARDS);
  EtpNode *card = etp_test_pick (journey, random, ETP_LIST_CARDS);
  EtpNode *measure = etp_test_pick (journey, random, ETP_LIST_MEASURES);
  EtpNode *round = etp_test_pick (journey, random, ETP_LIST_VOTE_ROUNDS);
  EtpNode *phase = etp_test_pick (journey, random, ETP_LIST_PHASES);
  gboolean nothing = g_rand_int_range (random, 0, 5) == 0;

  if (card == NULL || cards->len == 0)
    return FALSE;

  switch (verb)
    {
    case ETP_VERB_CARD_PARK:
      return etp_edit_park_cards (journey, cards, NULL);
    case ETP_VERB_CARD_ALIGN:
      return etp_edit_align_card (journey, cards->pdata[0], nothing ? NULL : card, NULL);
    case ETP_VERB_CARD_CLUSTER:
      return etp_edit_cluster_cards (journey, cards, nothing ? NULL : card, NULL);
    case ETP_VERB_CARD_ADD_SEVERAL:
      return add_cards (journey, random);
    case ETP_VERB_CARD_DROP:
    case ETP_VERB_CARD_COPY:
      return drop_cards (journey, random, verb, cards);
    case ETP_VERB_CARD_GROUP:
      return (nothing ? etp_edit_group_cards (journey, cards, "New Group", NULL)
                      : etp_edit_group_onto (journey, card, cards, "New Group", NULL))
             != NULL;
    case ETP_VERB_CARD_UNGROUP:
      return etp_edit_ungroup_cards (journey, cards, "New Group", NULL);
    case ETP_VERB_CARD_EXTEND:
      return etp_edit_extend_card (journey, card, nothing ? NULL : phase, NULL);
    case ETP_VERB_CARD_DUPLICATE:
      return etp_edit_duplicate_cards (journey, cards, NULL, NULL);
    case ETP_VERB_LINK_CONNECT:
      return etp_edit_connect (journey, card, cards->pdata[0],
                               (EtpLinkKind) g_rand_int_range (random, 0, ETP_N_LINK_KINDS), NULL)
             != NULL;
    case ETP_VERB_MEASURE_ADD_FROM_CARDS:
      return etp_edit_add_measure_for_cards (journey, cards, etp_test_pick_text (random), NULL)
             != NULL;
    case ETP_VERB_LINK_TURN:
      {
        EtpNode *link = etp_test_pick (journey, random, ETP_LIST_LINKS);

        return link != NULL && etp_edit_turn_link (journey, link, NULL);
      }
    case ETP_VERB_CARD_ANSWER:
      return etp_edit_answer_card (journey, card, nothing ? NULL : etp_test_pick_text (random),
                                   NULL)
             != NULL;
    case ETP_VERB_MEASURE_PLAN:
      return etp_edit_plan_measure (journey, cards,
                                    &(EtpMeasurePlan){ etp_test_pick_text (random), "Jana",
                                                       nothing ? "" : "2027-02-28",
                                                       ETP_MEASURE_STATUS_PLANNED },
                                    NULL)
             != NULL;
    case ETP_VERB_CARD_VOTE:
      if (measure != NULL && g_rand_boolean (random))
        g_ptr_array_add (cards, measure);
      return etp_edit_vote (journey, cards, nothing ? NULL : round, "Dots",
                            g_rand_int_range (random, -2, 4), NULL);
    case ETP_VERB_VOTES_SET:
      return etp_edit_set_votes (journey, cards, nothing ? round : NULL, "Dots",
                                 (guint) g_rand_int_range (random, 0, 9), NULL);
    default:
      g_assert_not_reached ();
    }
}

static gboolean
run_emotion_verb (EtpJourney *journey, GRand *random, EtpVerb verb)
{
  EtpNode *card = etp_test_pick (journey, random, ETP_LIST_CARDS);
  EtpNode *persona = etp_test_pick (journey, random, ETP_LIST_PERSONAS);
  EtpNode *lane = etp_test_pick (journey, random, ETP_LIST_LANES);
  EtpNode *phase = etp_test_pick (journey, random, ETP_LIST_PHASES);
  double level = g_rand_double_range (random, -2, 2);
  const double ratings[] = { level, 0, 1 };

  if (card == NULL)
    return FALSE;
  if (g_rand_int_range (random, 0, 5) == 0)
    level = NAN;

  switch (verb)
    {
    case ETP_VERB_EMOTION_SET_VALUE:
      return etp_edit_set_emotion_value (journey, card, persona, level, NULL);
    case ETP_VERB_EMOTION_SET_TARGET:
      return etp_edit_set_emotion_target (journey, card, persona, level, NULL);
    case ETP_VERB_EMOTION_SET_FEELING:
      return etp_edit_set_emotion_feeling (journey, card, persona, etp_test_pick_text (random),
                                           NULL);
    case ETP_VERB_EMOTION_RATE:
      return etp_edit_set_emotion_ratings (journey, card, persona, ratings,
                                           (guint) g_rand_int_range (random, 0, 4), NULL);
    case ETP_VERB_EMOTION_REMOVE:
      return g_rand_boolean (random) ? etp_edit_remove_emotion (journey, card, persona, NULL)
                                     : etp_edit_remove_emotion_point (
                                         journey, card, persona, g_rand_boolean (random), NULL);
    case ETP_VERB_STEP_ADD:
      return lane != NULL && phase != NULL
             && etp_edit_add_step (journey, lane, phase, (guint) g_rand_int_range (random, 0, 4),
                                   persona, g_rand_boolean (random), level, NULL)
                    != NULL;
    default:
      g_assert_not_reached ();
    }
}

static gboolean
move_measures (EtpJourney *journey, GRand *random)
{
  g_autoptr (GPtrArray) measures = pick_several (journey, random, ETP_LIST_MEASURES);
  EtpNode *phase = etp_test_pick (journey, random, ETP_LIST_PHASES);

  return phase != NULL && etp_edit_move_measures (journey, measures, phase, NULL);
}

static gboolean
duplicate_results (EtpJourney *journey, GRand *random)
{
  g_autoptr (GPtrArray) results = pick_several (journey, random, ETP_LIST_MEASURES);
  g_autoptr (GPtrArray) copies = g_ptr_array_new ();
  EtpNode *metric = etp_test_pick (journey, random, ETP_LIST_METRICS);

  if (metric != NULL)
    g_ptr_array_add (results, metric);
  return etp_edit_duplicate_results (journey, results, copies, NULL);
}

static gboolean
run_result_verb (EtpJourney *journey, GRand *random, EtpVerb verb)
{
  static const char *const days[] = { "2026-01-31", "2026-02-15", "2026-03-31" };
  EtpNode *measure = etp_test_pick (journey, random, ETP_LIST_MEASURES);
  EtpNode *metric = etp_test_pick (journey, random, ETP_LIST_METRICS);
  EtpNode *persona = etp_test_pick (journey, random, ETP_LIST_PERSONAS);
  EtpNode *touchpoint = etp_test_pick (journey, random, ETP_LIST_TOUCHPOINTS);
  const char *day = days[g_rand_int_range (random, 0, G_N_ELEMENTS (days))];
  gint64 score = g_rand_int_range (random, 1, 6);

  switch (verb)
    {
    case ETP_VERB_MEASURE_MOVE_TO:
      return measure != NULL && move_measures (journey, random);
    case ETP_VERB_RESULT_DUPLICATE:
      return measure != NULL && duplicate_results (journey, random);
    case ETP_VERB_MEASURE_RATE:
      return measure != NULL && etp_edit_rate_measure (journey, measure, persona, score, NULL);
    case ETP_VERB_METRIC_RECORD:
      return metric != NULL
             && etp_edit_record_metric (journey, metric, day, g_rand_double (random),
                                        etp_test_pick (journey, random, ETP_LIST_SOURCES), NULL);
    case ETP_VERB_METRIC_FORGET:
      return metric != NULL && etp_edit_forget_metric (journey, metric, day, NULL);
    case ETP_VERB_TOUCHPOINT_SET_USAGE:
      return touchpoint != NULL && persona != NULL
             && etp_edit_set_usage (journey, touchpoint, persona, score, NULL);
    default:
      g_assert_not_reached ();
    }
}

static gboolean
merge_nodes (EtpJourney *journey, GRand *random, EtpVerb verb)
{
  const EtpListKind list = etp_verb_get_row (verb)->list;
  EtpNodeList *nodes = etp_journey_get_list (journey, list);
  const guint n = etp_node_list_get_length (nodes);
  EtpNode *keep = etp_test_pick (journey, random, list);

  /* With the one behind it: two picks would mostly be the same in a short list. */
  return n > 1
         && etp_edit_merge (
             journey, keep,
             etp_node_list_get (nodes, (etp_node_list_get_index (nodes, keep) + 1) % n), NULL);
}

static gboolean
run_tag_verb (EtpJourney *journey, GRand *random, EtpVerb verb)
{
  g_auto (GStrv) tags = etp_tags_dup_sorted (journey);
  const guint n = g_strv_length (tags);
  const guint index = n > 0 ? (guint) g_rand_int_range (random, 0, (gint32) n) : 0;
  const char *tag = tags[index];
  const char *other = n > 0 ? tags[(index + 1) % n] : NULL;
  g_autofree char *name = g_strdup_printf ("tag %u", g_rand_int (random));

  if (verb == ETP_VERB_TAG_ADD)
    return etp_edit_add_tag (journey, name, NULL);
  if (tag == NULL)
    return FALSE;
  if (verb == ETP_VERB_TAG_REMOVE)
    return etp_edit_remove_tag (journey, tag, NULL);
  if (verb == ETP_VERB_TAG_RENAME)
    return etp_edit_rename_tag (journey, tag, name, NULL);
  return n > 1 && etp_edit_rename_tag (journey, tag, other, NULL);
}

static gboolean
import_random_asset (EtpJourney *journey, GRand *random)
{
  guint32 content = g_rand_int (random);
  g_autoptr (GBytes) bytes = g_bytes_new (&content, sizeof content);

  return etp_edit_import_asset (journey, "image/png", bytes, NULL) != NULL;
}

static gboolean
edit_journey (EtpJourney *journey, GRand *random)
{
  const EtpField *row = &etp_journey_table.fields[ETP_JOURNEY_BRIEF];
  guint column = (guint) g_rand_int_range (random, 0, ETP_N_BRIEF_FIELDS);
  EtpDatum datum;

  if (g_rand_boolean (random))
    return set_random_field (journey, random, ETP_NODE (journey));

  datum = etp_test_random_datum (journey, random, &row->columns->fields[column]);
  return etp_edit_set_nested (journey, ETP_NODE (journey), ETP_JOURNEY_BRIEF, column, &datum, NULL);
}

static gboolean
edit_several (EtpJourney *journey, GRand *random)
{
  EtpListKind list = (EtpListKind) g_rand_int_range (random, 0, ETP_N_LISTS);
  g_autoptr (GPtrArray) nodes = pick_several (journey, random, list);
  const EtpTable *table = etp_list_get_table (list);
  guint field = (guint) g_rand_int_range (random, 0, (gint32) table->n_fields);
  EtpDatum datum = etp_test_random_datum (journey, random, &table->fields[field]);

  return etp_edit_set_several (journey, nodes, field, &datum, NULL);
}

static gboolean
remove_several (EtpJourney *journey, GRand *random)
{
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();

  for (guint i = 0; i < 2; i++)
    {
      EtpNode *node = etp_test_pick (journey, random,
                                     (EtpListKind) g_rand_int_range (random, 0, ETP_N_LISTS));

      if (node != NULL && !g_ptr_array_find (nodes, node, NULL))
        g_ptr_array_add (nodes, node);
    }
  return nodes->len == 2 && etp_edit_remove_several (journey, nodes, NULL);
}

/* What is done to one field of a phase or lane has a verb of its own. */
static const struct
{
  EtpVerb verb;
  EtpListKind list;
  guint field;
} field_verbs[] = {
  { ETP_VERB_PHASE_RENAME, ETP_LIST_PHASES, ETP_PHASE_NAME },
  { ETP_VERB_PHASE_RESIZE, ETP_LIST_PHASES, ETP_PHASE_WIDTH },
  { ETP_VERB_PHASE_COLOR, ETP_LIST_PHASES, ETP_PHASE_COLOR },
  { ETP_VERB_PHASE_COLLAPSE, ETP_LIST_PHASES, ETP_PHASE_COLLAPSED },
  { ETP_VERB_PHASE_EXPAND, ETP_LIST_PHASES, ETP_PHASE_COLLAPSED },
  { ETP_VERB_PHASE_HIDE, ETP_LIST_PHASES, ETP_PHASE_HIDDEN },
  { ETP_VERB_PHASE_SHOW, ETP_LIST_PHASES, ETP_PHASE_HIDDEN },
  { ETP_VERB_LANE_RENAME, ETP_LIST_LANES, ETP_LANE_NAME },
  { ETP_VERB_LANE_SET_KIND, ETP_LIST_LANES, ETP_LANE_KIND },
  { ETP_VERB_LANE_RESIZE, ETP_LIST_LANES, ETP_LANE_HEIGHT },
  { ETP_VERB_LANE_COLOR, ETP_LIST_LANES, ETP_LANE_COLOR },
  { ETP_VERB_LANE_COLLAPSE, ETP_LIST_LANES, ETP_LANE_COLLAPSED },
  { ETP_VERB_LANE_EXPAND, ETP_LIST_LANES, ETP_LANE_COLLAPSED },
  { ETP_VERB_LANE_HIDE, ETP_LIST_LANES, ETP_LANE_HIDDEN },
  { ETP_VERB_LANE_SHOW, ETP_LIST_LANES, ETP_LANE_HIDDEN },
};

static gboolean
set_map_field (EtpJourney *journey, GRand *random, gsize i)
{
  EtpNode *node = etp_test_pick (journey, random, field_verbs[i].list);
  const EtpTable *table = etp_list_get_table (field_verbs[i].list);
  EtpDatum datum;

  if (node == NULL)
    return FALSE;
  if (table->fields[field_verbs[i].field].type == ETP_FIELD_BOOLEAN)
    datum = etp_datum_boolean (!etp_node_get_boolean (node, field_verbs[i].field));
  else
    datum = etp_test_random_datum (journey, random, &table->fields[field_verbs[i].field]);
  return etp_edit_set (journey, node, field_verbs[i].field, &datum, NULL);
}

static gboolean
run_map_verb (EtpJourney *journey, GRand *random, EtpVerb verb)
{
  EtpNode *phase = etp_test_pick (journey, random, ETP_LIST_PHASES);
  EtpNode *lane = etp_test_pick (journey, random, ETP_LIST_LANES);

  for (gsize i = 0; i < G_N_ELEMENTS (field_verbs); i++)
    if (field_verbs[i].verb == verb)
      return set_map_field (journey, random, i);
  if (verb == ETP_VERB_PHASE_DUPLICATE)
    return phase != NULL && etp_edit_duplicate_phase (journey, phase, NULL) != NULL;
  if (verb == ETP_VERB_LANE_DUPLICATE)
    return lane != NULL && etp_edit_duplicate_lane (journey, lane, NULL) != NULL;
  return etp_edit_show_all (journey, NULL);
}

static gboolean
restore_sample (EtpJourney *journey, GRand *random)
{
  g_autoptr (EtpJourney) state = etp_test_journey_new_sample ();

  /* Some other state, mostly: not always the same one. */
  for (guint i = 0; i < 3; i++)
    etp_test_random_verb (state, random,
                          (EtpVerb) g_rand_int_range (random, 0, ETP_VERB_FIRST_SPECIAL));
  return etp_edit_restore (journey, state, NULL);
}

static gboolean
add_note (EtpJourney *journey, GRand *random)
{
  EtpNode *lane = etp_test_pick (journey, random, ETP_LIST_LANES);
  EtpNode *phase = etp_test_pick (journey, random, ETP_LIST_PHASES);
  EtpNode *step = g_rand_boolean (random) ? etp_test_pick (journey, random, ETP_LIST_CARDS) : NULL;
  gboolean has_cell = lane != NULL && phase != NULL && g_rand_int_range (random, 0, 5) > 0;

  return etp_edit_add_note (journey, has_cell ? lane : NULL, has_cell ? phase : NULL, step,
                            etp_test_pick_text (random), NULL)
         != NULL;
}

/* Most lanes are in the order of their votes already. */
static gboolean
sort_lane (EtpJourney *journey, GRand *random)
{
  EtpNodeList *lanes = etp_journey_get_list (journey, ETP_LIST_LANES);
  guint n = etp_node_list_get_length (lanes);
  guint first = n > 0 ? (guint) g_rand_int_range (random, 0, (gint32) n) : 0;

  for (guint i = 0; i < n; i++)
    if (etp_edit_sort_lane_by_votes (journey, etp_node_list_get (lanes, (first + i) % n), NULL))
      return TRUE;
  return FALSE;
}

static gboolean
run_special_verb (EtpJourney *journey, GRand *random, EtpVerb verb)
{
  const char *insights[] = { etp_test_pick_text (random), "Second", NULL };
  guint position = (guint) g_rand_int_range (random, 0, 6);

  if (verb >= ETP_VERB_PHASE_DUPLICATE && verb <= ETP_VERB_MAP_SHOW_ALL)
    return run_map_verb (journey, random, verb);
  switch (verb)
    {
    case ETP_VERB_JOURNEY_EDIT:
      return edit_journey (journey, random);
    case ETP_VERB_MAP_FILL:
      return fill_map (journey, random);
    case ETP_VERB_INSIGHTS_SET:
      return etp_edit_set_insights (journey, insights, NULL);
    case ETP_VERB_PHASE_INSERT:
      return etp_edit_insert_phase (journey, position, etp_test_pick_text (random), NULL) != NULL;
    case ETP_VERB_LANE_INSERT:
      return etp_edit_insert_lane (journey, position,
                                   (EtpLaneKind) g_rand_int_range (random, 0, ETP_N_LANE_KINDS),
                                   etp_test_pick_text (random), NULL)
             != NULL;
    case ETP_VERB_ASSET_IMPORT:
      return import_random_asset (journey, random);
    case ETP_VERB_SNAPSHOT_TAKE:
      return etp_edit_take_snapshot (journey, etp_test_pick_text (random), "2026-03-01", "",
                                     "{\"format\":\"etappe-journey\",\"version\":1}", NULL)
             != NULL;
    case ETP_VERB_SNAPSHOT_RESTORE:
      return restore_sample (journey, random);
    case ETP_VERB_NOTE_ADD:
      return add_note (journey, random);
    case ETP_VERB_VOTES_BEGIN:
      return etp_edit_begin_votes (journey, etp_test_pick_text (random), NULL) != NULL;
    case ETP_VERB_VOTES_CLOSE:
      return etp_edit_close_votes (journey, NULL);
    case ETP_VERB_LANE_SORT_BY_VOTES:
      return sort_lane (journey, random);
    case ETP_VERB_SEVERAL_EDIT:
      return edit_several (journey, random);
    case ETP_VERB_SEVERAL_REMOVE:
      return remove_several (journey, random);
    case ETP_VERB_MEASURE_RATE:
    case ETP_VERB_MEASURE_MOVE_TO:
    case ETP_VERB_RESULT_DUPLICATE:
    case ETP_VERB_METRIC_RECORD:
    case ETP_VERB_METRIC_FORGET:
    case ETP_VERB_TOUCHPOINT_SET_USAGE:
      return run_result_verb (journey, random, verb);
    case ETP_VERB_UNIT_MERGE:
    case ETP_VERB_SYSTEM_MERGE:
    case ETP_VERB_SOURCE_MERGE:
    case ETP_VERB_OFFER_MERGE:
    case ETP_VERB_PERSONA_MERGE:
    case ETP_VERB_CHANNEL_MERGE:
    case ETP_VERB_TOUCHPOINT_MERGE:
      return merge_nodes (journey, random, verb);
    case ETP_VERB_TAG_ADD:
    case ETP_VERB_TAG_RENAME:
    case ETP_VERB_TAG_MERGE:
    case ETP_VERB_TAG_REMOVE:
      return run_tag_verb (journey, random, verb);
    case ETP_VERB_EMOTION_SET_VALUE:
    case ETP_VERB_EMOTION_SET_TARGET:
    case ETP_VERB_EMOTION_SET_FEELING:
    case ETP_VERB_EMOTION_RATE:
    case ETP_VERB_EMOTION_REMOVE:
    case ETP_VERB_STEP_ADD:
      return run_emotion_verb (journey, random, verb);
    default:
      return run_card_verb (journey, random, verb);
    }
}

gboolean
etp_test_random_verb (EtpJourney *journey, GRand *random, EtpVerb verb)
{
  return verb < ETP_VERB_FIRST_SPECIAL ? run_list_verb (journey, random, verb)
                                       : run_special_verb (journey, random, verb);
}

static void
shuffle (EtpVerb *deck, GRand *random)
{
  for (guint i = 0; i < ETP_N_VERBS; i++)
    deck[i] = (EtpVerb) i;
  for (guint i = ETP_N_VERBS - 1; i > 0; i--)
    {
      guint j = (guint) g_rand_int_range (random, 0, (gint32) i + 1);
      EtpVerb verb = deck[i];

      deck[i] = deck[j];
      deck[j] = verb;
    }
}

void
etp_test_random_edits_counted (EtpJourney *journey, GRand *random, guint n, guint *succeeded)
{
  EtpVerb deck[ETP_N_VERBS];

  for (guint i = 0; i < n; i++)
    {
      EtpVerb verb;

      if (i % ETP_N_VERBS == 0)
        shuffle (deck, random);
      verb = deck[i % ETP_N_VERBS];
      if (etp_test_random_verb (journey, random, verb))
        succeeded[verb]++;
      if (g_rand_int_range (random, 0, 3) == 0)
        etp_history_end_coalescing (etp_journey_get_history (journey));
    }
}

void
etp_test_random_edits (EtpJourney *journey, GRand *random, guint n)
{
  guint succeeded[ETP_N_VERBS] = { 0 };

  etp_test_random_edits_counted (journey, random, n, succeeded);
}
