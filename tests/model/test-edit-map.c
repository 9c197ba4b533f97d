/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-tests"

#include "config.h"

#include <math.h>

#include "etp-test-build.h"
#include "etp-test-dump.h"
#include "model/etp-check.h"
#include "model/etp-edit.h"
#include "model/etp-history.h"
#include "model/etp-outline.h"
#include "model/etp-tables.h"

/* The verbs of phases and lanes: copies, what is hidden, and what each change is called. */

typedef struct
{
  EtpJourney *journey;
  char *before;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->journey = etp_test_journey_new_sample ();
  fixture->before = etp_test_dump (fixture->journey);
}

/* Whatever a test did: one step each, and undone all is as it was. */
static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autofree char *undone = NULL;

  etp_journey_assert_valid (fixture->journey);
  while (etp_history_undo (etp_journey_get_history (fixture->journey)))
    ;
  undone = etp_test_dump (fixture->journey);
  etp_test_assert_same_dump (fixture->before, undone);
  g_free (fixture->before);
  g_object_unref (fixture->journey);
}

static EtpNode *
get (Fixture *fixture, const char *id)
{
  EtpNode *node = etp_journey_get_node (fixture->journey, id);

  g_assert_nonnull (node);
  return node;
}

static guint
count_cards (Fixture *fixture, guint field, EtpNode *node)
{
  EtpNodeList *cards = etp_journey_get_list (fixture->journey, ETP_LIST_CARDS);
  EtpNode *card;
  guint n = 0;

  for (guint i = 0; (card = etp_node_list_get (cards, i)) != NULL; i++)
    n += g_str_equal (etp_node_get_text (card, field), etp_node_get_id (node));
  return n;
}

static const char *
undo_title (Fixture *fixture)
{
  return etp_history_get_undo_title (etp_journey_get_history (fixture->journey));
}

/* A table's cards go behind those of their cells; what has no node is made; one step. */
static void
test_fill (Fixture *fixture, gconstpointer data)
{
  EtpNode *phase = get (fixture, "consider");
  EtpNodeList *phases = etp_journey_get_list (fixture->journey, ETP_LIST_PHASES);
  EtpNodeList *lanes = etp_journey_get_list (fixture->journey, ETP_LIST_LANES);
  const guint n_phases = etp_node_list_get_length (phases);
  const guint n_lanes = etp_node_list_get_length (lanes);
  const guint n_cards = count_cards (fixture, ETP_CARD_PHASE, phase);
  const EtpFillHead columns[] = { { .node = phase }, { .name = "After" } };
  const EtpFillHead rows[] = { { .name = "Mood", .kind = ETP_LANE_KIND_TEXT } };
  const EtpFillCard cards[] = { { 0, 0, "One" }, { 0, 1, "Two" }, { 0, 0, "Three" } };
  const EtpFillTable fill = { columns, rows, 2, 1, cards, 3 };
  g_autoptr (GPtrArray) news = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  EtpNode *lane;

  g_assert_true (etp_edit_fill_map (fixture->journey, &fill, news, NULL));
  g_assert_cmpuint (etp_node_list_get_length (phases), ==, n_phases + 1);
  g_assert_cmpuint (etp_node_list_get_length (lanes), ==, n_lanes + 1);
  g_assert_cmpuint (count_cards (fixture, ETP_CARD_PHASE, phase), ==, n_cards + 2);
  lane = etp_node_list_get (lanes, n_lanes);
  g_assert_cmpstr (etp_node_get_text (lane, ETP_LANE_NAME), ==, "Mood");
  g_assert_cmpint (etp_node_get_enum (lane, ETP_LANE_KIND), ==, ETP_LANE_KIND_TEXT);
  g_assert_cmpuint (news->len, ==, 3);
  g_assert_cmpstr (etp_node_get_text (news->pdata[2], ETP_CARD_TITLE), ==, "Three");
  g_assert_cmpstr (etp_node_get_text (news->pdata[2], ETP_CARD_LANE), ==, etp_node_get_id (lane));
  g_assert_cmpstr (undo_title (fixture), ==, "Paste Table");

  g_assert_true (etp_history_undo (etp_journey_get_history (fixture->journey)));
  g_assert_cmpuint (etp_node_list_get_length (phases), ==, n_phases);
  etp_journey_set_read_only (fixture->journey, TRUE);
  g_assert_false (etp_edit_fill_map (fixture->journey, &fill, NULL, &error));
  g_assert_error (error, ETP_MODEL_ERROR, ETP_MODEL_ERROR_READ_ONLY);
  etp_journey_set_read_only (fixture->journey, FALSE);
}

static void
test_duplicate_phase (Fixture *fixture, gconstpointer data)
{
  EtpNode *phase = get (fixture, "consider");
  EtpNodeList *phases = etp_journey_get_list (fixture->journey, ETP_LIST_PHASES);
  guint n_cards = count_cards (fixture, ETP_CARD_PHASE, phase);
  EtpNode *copy = etp_edit_duplicate_phase (fixture->journey, phase, NULL);
  EtpOutline *outline;
  guint n_steps;

  g_assert_nonnull (copy);
  g_assert_true (etp_node_list_get (phases, 2) == copy);
  g_assert_cmpstr (etp_node_get_text (copy, ETP_PHASE_NAME), ==, "Consideration");
  g_assert_cmpstr (etp_node_get_text (copy, ETP_PHASE_COLOR), ==, "purple");
  g_assert_cmpuint (n_cards, >, 2);
  g_assert_cmpuint (count_cards (fixture, ETP_CARD_PHASE, phase), ==, n_cards);
  g_assert_cmpuint (count_cards (fixture, ETP_CARD_PHASE, copy), ==, n_cards);
  outline = etp_journey_get_outline (fixture->journey);
  etp_outline_get_phase_steps (outline, 2, &n_steps);
  g_assert_cmpuint (n_steps, ==, 2);
  g_assert_cmpstr (undo_title (fixture), ==, "Duplicate Phase");
}

/* The copies of notes stand under the copies of their steps. */
static void
test_duplicate_keeps_alignment (Fixture *fixture, gconstpointer data)
{
  EtpNode *copy = etp_edit_duplicate_phase (fixture->journey, get (fixture, "consider"), NULL);
  EtpNodeList *cards = etp_journey_get_list (fixture->journey, ETP_LIST_CARDS);
  guint n_aligned = 0;
  EtpNode *card;

  for (guint i = 0; (card = etp_node_list_get (cards, i)) != NULL; i++)
    {
      EtpNode *step = etp_journey_get_node (fixture->journey,
                                            etp_node_get_text (card, ETP_CARD_STEP));

      if (!g_str_equal (etp_node_get_text (card, ETP_CARD_PHASE), etp_node_get_id (copy))
          || etp_node_get_text (card, ETP_CARD_STEP)[0] == '\0')
        continue;
      g_assert_nonnull (step);
      g_assert_cmpstr (etp_node_get_text (step, ETP_CARD_PHASE), ==, etp_node_get_id (copy));
      n_aligned++;
    }
  g_assert_cmpuint (n_aligned, >, 0);
}

static void
test_duplicate_lane (Fixture *fixture, gconstpointer data)
{
  EtpNode *lane = get (fixture, "pains");
  EtpNodeList *lanes = etp_journey_get_list (fixture->journey, ETP_LIST_LANES);
  guint index = etp_node_list_get_index (lanes, lane);
  EtpNode *copy = etp_edit_duplicate_lane (fixture->journey, lane, NULL);

  g_assert_nonnull (copy);
  g_assert_cmpuint (etp_node_list_get_index (lanes, copy), ==, index + 1);
  g_assert_cmpint (etp_node_get_enum (copy, ETP_LANE_KIND), ==, ETP_LANE_KIND_PAINS);
  g_assert_cmpuint (count_cards (fixture, ETP_CARD_LANE, copy), ==,
                    count_cards (fixture, ETP_CARD_LANE, lane));
  g_assert_cmpuint (count_cards (fixture, ETP_CARD_LANE, copy), >, 0);
  g_assert_cmpstr (undo_title (fixture), ==, "Duplicate Lane");
}

static void
set_hidden (Fixture *fixture, const char *id, guint field)
{
  EtpDatum datum = etp_datum_boolean (TRUE);

  g_assert_true (etp_edit_set (fixture->journey, get (fixture, id), field, &datum, NULL));
}

static void
test_show_all (Fixture *fixture, gconstpointer data)
{
  EtpHistory *history = etp_journey_get_history (fixture->journey);

  set_hidden (fixture, "aware", ETP_PHASE_HIDDEN);
  g_assert_cmpstr (undo_title (fixture), ==, "Hide Phase");
  set_hidden (fixture, "gains", ETP_LANE_HIDDEN);
  g_assert_cmpstr (undo_title (fixture), ==, "Hide Lane");
  g_assert_true (etp_edit_show_all (fixture->journey, NULL));
  g_assert_false (etp_node_get_boolean (get (fixture, "aware"), ETP_PHASE_HIDDEN));
  g_assert_false (etp_node_get_boolean (get (fixture, "gains"), ETP_LANE_HIDDEN));
  g_assert_cmpstr (undo_title (fixture), ==, "Show Hidden Lanes and Phases");
  g_assert_true (etp_history_undo (history));
  g_assert_true (etp_node_get_boolean (get (fixture, "aware"), ETP_PHASE_HIDDEN));
  g_assert_true (etp_node_get_boolean (get (fixture, "gains"), ETP_LANE_HIDDEN));
}

/* Nothing that lies in a lane may vanish from the map because it is of another kind now. */
static void
test_may_become (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *id;
    EtpLaneKind kind;
    gboolean may;
  } rows[] = {
    { "pains", ETP_LANE_KIND_PAINS, FALSE },       { "pains", ETP_LANE_KIND_IDEAS, TRUE },
    { "pains", ETP_LANE_KIND_EMOTION, FALSE },     { "pains", ETP_LANE_KIND_METRICS, FALSE },
    { "pains", ETP_LANE_KIND_TOUCHPOINTS, FALSE }, { "touchpoints", ETP_LANE_KIND_ACTIONS, FALSE },
    { "line", ETP_LANE_KIND_EMOTION, TRUE },       { "emotion", ETP_LANE_KIND_ACTIONS, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (
        etp_lane_may_become (fixture->journey, get (fixture, rows[i].id), rows[i].kind), ==,
        rows[i].may);
}

static void
set (Fixture *fixture, EtpNode *node, guint field, const char *text)
{
  g_assert_true (etp_edit_set_text (fixture->journey, node, field, text, NULL));
}

/* The words of a kind go with it, in the same step; words of one's own stay. */
static void
test_other_kind (Fixture *fixture, gconstpointer data)
{
  static const char template[] = "Why stay with us at the next step?";
  static const struct
  {
    const char *language, *name, *prompt, *kind;
    const char *left, *question;
  } rows[] = {
    { "en", "Gains", template, "questions", "", "" },
    { "en", "gains", template, "questions", "", "" },
    { "de", "Pluspunkte", template, "ideas", "", "" },
    { "en", "Joys", template, "questions", "Joys", template },
    { "en", "Gains", template, "gains", "Gains", template },
    { "en", "", template, "questions", "", template },
    { "en", "Gains", "Why?", "questions", "", "Why?" },
    { "en", "Gains", "Where does it hurt?", "questions", "", "Where does it hurt?" },
  };
  EtpHistory *history = etp_journey_get_history (fixture->journey);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      EtpNode *lane = get (fixture, "gains");
      g_autofree char *before = NULL, *undone = NULL;

      set (fixture, ETP_NODE (fixture->journey), ETP_JOURNEY_LANGUAGE, rows[i].language);
      set (fixture, lane, ETP_LANE_NAME, rows[i].name);
      set (fixture, lane, ETP_LANE_PROMPT, rows[i].prompt);
      etp_history_end_coalescing (history);
      before = etp_test_dump (fixture->journey);
      set (fixture, lane, ETP_LANE_KIND, rows[i].kind);
      g_assert_cmpstr (etp_node_get_text (lane, ETP_LANE_NAME), ==, rows[i].left);
      g_assert_cmpstr (etp_node_get_text (lane, ETP_LANE_PROMPT), ==, rows[i].question);
      if (i == 4)
        continue; /* nothing has changed */
      g_assert_true (etp_history_undo (history));
      undone = etp_test_dump (fixture->journey);
      etp_test_assert_same_dump (before, undone);
    }
}

static EtpDatum
create_datum (const EtpField *row, const char *text)
{
  if (row->type == ETP_FIELD_BOOLEAN)
    return etp_datum_boolean (text != NULL);
  if (row->type == ETP_FIELD_NUMBER)
    return etp_datum_number (text != NULL ? g_ascii_strtod (text, NULL) : (double) NAN);
  return etp_datum_text (row, text != NULL ? text : "");
}

/* What a change of a field is called in the undo button; text NULL: back to the default. */
static void
test_titles (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *id;
    guint field;
    const char *text, *title;
  } rows[] = {
    { "aware", ETP_PHASE_NAME, "First", "Rename Phase" },
    { "aware", ETP_PHASE_WIDTH, "400", "Resize Phase" },
    { "aware", ETP_PHASE_WIDTH, NULL, "Resize Phase" },
    { "aware", ETP_PHASE_COLOR, "teal", "Colour Phase" },
    { "aware", ETP_PHASE_COLLAPSED, "yes", "Collapse Phase" },
    { "aware", ETP_PHASE_COLLAPSED, NULL, "Expand Phase" },
    { "aware", ETP_PHASE_HIDDEN, "yes", "Hide Phase" },
    { "aware", ETP_PHASE_HIDDEN, NULL, "Show Phase" },
    { "aware", ETP_PHASE_GOAL, "Other", "Edit Phase" },
    { "gains", ETP_LANE_NAME, "Joy", "Rename Lane" },
    { "gains", ETP_LANE_KIND, "ideas", "Change Kind of Lane" },
    { "gains", ETP_LANE_HEIGHT, "300", "Resize Lane" },
    { "gains", ETP_LANE_COLOR, "red", "Colour Lane" },
    { "gains", ETP_LANE_COLLAPSED, "yes", "Collapse Lane" },
    { "gains", ETP_LANE_COLLAPSED, NULL, "Expand Lane" },
    { "gains", ETP_LANE_HIDDEN, "yes", "Hide Lane" },
    { "gains", ETP_LANE_HIDDEN, NULL, "Show Lane" },
    { "gains", ETP_LANE_PROMPT, "What?", "Edit Lane" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      EtpNode *node = get (fixture, rows[i].id);
      EtpDatum datum = create_datum (&etp_node_record (node)->table->fields[rows[i].field],
                                     rows[i].text);

      g_assert_true (etp_edit_set (fixture->journey, node, rows[i].field, &datum, NULL));
      g_assert_cmpstr (undo_title (fixture), ==, rows[i].title);
      etp_history_end_coalescing (etp_journey_get_history (fixture->journey));
    }
}

#define ADD(name, func) g_test_add ("/model/edit-map/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("duplicate-phase", test_duplicate_phase);
  ADD ("duplicate-keeps-alignment", test_duplicate_keeps_alignment);
  ADD ("duplicate-lane", test_duplicate_lane);
  ADD ("show-all", test_show_all);
  ADD ("fill", test_fill);
  ADD ("may-become", test_may_become);
  ADD ("other-kind", test_other_kind);
  ADD ("titles", test_titles);

  return g_test_run ();
}
