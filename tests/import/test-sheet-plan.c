/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-tests"

#include "config.h"

#include <string.h>

#include "etp-test-build.h"
#include "etp-test-dump.h"
#include "import/etp-sheet-plan.h"
#include "model/etp-check.h"
#include "model/etp-edit-emotion.h"
#include "model/etp-edit.h"
#include "model/etp-fields.h"
#include "model/etp-history.h"

/* What a table becomes on the sample journey. */

static EtpSheetPlan *
make_plan (EtpJourney *journey, const char *text)
{
  EtpSheet *sheet = etp_sheet_new (text, NULL);

  g_assert_nonnull (sheet);
  return etp_sheet_plan_new (sheet, journey, NULL, NULL);
}

static void
test_kinds (void)
{
  static const struct
  {
    const char *name;
    EtpLaneKind kind;
  } rows[] = {
    { "Touchpoints", ETP_LANE_KIND_TOUCHPOINTS },
    { "Kanäle / Kontaktpunkte", ETP_LANE_KIND_TOUCHPOINTS },
    { "Customer actions", ETP_LANE_KIND_ACTIONS },
    { "Handlungen", ETP_LANE_KIND_ACTIONS },
    { "Was denkt der Kunde?", ETP_LANE_KIND_THOUGHTS },
    { "Bedürfnisse", ETP_LANE_KIND_NEEDS },
    { "KUNDENZIELE", ETP_LANE_KIND_NEEDS },
    { "Pain points", ETP_LANE_KIND_PAINS },
    { "Hürden", ETP_LANE_KIND_PAINS },
    { "Opportunities", ETP_LANE_KIND_OPPORTUNITIES },
    { "Verbesserungspotenziale", ETP_LANE_KIND_OPPORTUNITIES },
    { "Lösungsideen", ETP_LANE_KIND_IDEAS },
    { "Backstage", ETP_LANE_KIND_BACKSTAGE },
    { "Zuständige Abteilung", ETP_LANE_KIND_DEPARTMENTS },
    { "Emotionen", ETP_LANE_KIND_EMOTION },
    { "Wie fühlt sich das an?", ETP_LANE_KIND_EMOTION },
    { "Kanäle", ETP_LANE_KIND_CHANNELS },
    { "KPIs", ETP_LANE_KIND_METRICS },
    { "Kennzahlen", ETP_LANE_KIND_METRICS },
    { "Maßnahmen", ETP_LANE_KIND_MEASURES },
    { "Repainting", ETP_LANE_KIND_TEXT }, /* only the beginning of a word counts */
    { "", ETP_LANE_KIND_TEXT },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_assert_cmpint (etp_sheet_guess_kind (rows[i].name), ==, rows[i].kind);
    }
}

static void
test_heads (void)
{
  static const struct
  {
    const char *text;
    gboolean has_row, has_column;
  } rows[] = {
    { "\tA\tB\nX\t1\t2", TRUE, TRUE }, /* the corner is empty */
    { "A\tB\n1\t2", TRUE, TRUE }, /* short */
    { "one\ttwo", FALSE, TRUE }, /* a single row is no head */
    { "Consideration\tElse\nA long text that nobody would write over a column of a table\tx", TRUE,
      FALSE },
    { "A long text that nobody would write over a column of a table\tx\n"
      "Pain points\tNobody answers",
      FALSE, TRUE },
    { "\"two\nlines\"\tb\n\"two\nlines\"\tc", FALSE, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
      g_autoptr (EtpSheetPlan) plan = make_plan (journey, rows[i].text);

      g_assert_true (etp_sheet_plan_get_head_row (plan) == rows[i].has_row);
      g_assert_true (etp_sheet_plan_get_head_column (plan) == rows[i].has_column);
    }
}

static guint
count_cards (EtpJourney *journey, const char *title)
{
  EtpNodeList *cards = etp_journey_get_list (journey, ETP_LIST_CARDS);
  EtpNode *card;
  guint n = 0;

  for (guint i = 0; (card = etp_node_list_get (cards, i)) != NULL; i++)
    n += g_str_equal (etp_node_get_text (card, ETP_CARD_TITLE), title);
  return n;
}

/* Phases are found whatever their case and number, lanes by name or kind; the rest is made; a head
 * that is empty goes on with the one before; undo takes all of it back at once. */
static void
test_apply (void)
{
  g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
  g_autoptr (EtpSheetPlan) plan = make_plan (journey, "\t2. CONSIDERATION\tGoodbye\t\n"
                                                      "Hürden\t\"- slow\n• dear\"\tcold\tlate\n"
                                                      "\tmore\t\t\n"
                                                      "Stimmen\tgood\t\tbad\n"
                                                      "Rest\tx\ty\tz\n");
  EtpNodeList *phases = etp_journey_get_list (journey, ETP_LIST_PHASES);
  EtpNodeList *lanes = etp_journey_get_list (journey, ETP_LIST_LANES);
  const guint old_phases = etp_node_list_get_length (phases);
  const guint old_lanes = etp_node_list_get_length (lanes);
  g_autofree char *before = etp_test_dump (journey);
  g_autofree char *undone = NULL;
  g_autoptr (GPtrArray) cards = g_ptr_array_new ();
  EtpSheetCounts n;

  g_assert_true (etp_sheet_plan_has_phase (plan, 1));
  g_assert_false (etp_sheet_plan_has_phase (plan, 2));
  g_assert_cmpstr (etp_sheet_plan_get_phase_name (plan, 3), ==, "Goodbye");
  g_assert_cmpint (etp_sheet_plan_get_kind (plan, 1), ==, ETP_LANE_KIND_PAINS);
  g_assert_true (etp_sheet_plan_is_continued (plan, 2));
  g_assert_cmpint (etp_sheet_plan_get_kind (plan, 3), ==, ETP_LANE_KIND_TEXT);
  etp_sheet_plan_set_kind (plan, 3, ETP_LANE_KIND_QUOTES);
  etp_sheet_plan_set_kind (plan, 4, ETP_SHEET_LEAVE_OUT);
  etp_sheet_plan_count (plan, &n);
  g_assert_cmpuint (n.n_phases, ==, 1);
  g_assert_cmpuint (n.n_lanes, ==, 2);
  g_assert_cmpuint (n.n_cards, ==, 7);

  g_assert_true (etp_sheet_plan_apply (plan, cards, NULL));
  etp_journey_assert_valid (journey);
  g_assert_cmpuint (cards->len, ==, 7);
  g_assert_cmpuint (etp_node_list_get_length (phases), ==, old_phases + 1);
  g_assert_cmpuint (etp_node_list_get_length (lanes), ==, old_lanes + 2);
  g_assert_cmpuint (count_cards (journey, "slow"), ==, 1);
  g_assert_cmpuint (count_cards (journey, "dear"), ==, 1);
  g_assert_cmpuint (count_cards (journey, "x"), ==, 0);
  g_assert_cmpstr (etp_node_get_text (etp_node_list_get (lanes, old_lanes), ETP_LANE_NAME), ==,
                   "Hürden");
  g_assert_cmpint (etp_node_get_enum (etp_node_list_get (lanes, old_lanes + 1), ETP_LANE_KIND), ==,
                   ETP_LANE_KIND_QUOTES);

  g_assert_true (etp_history_undo (etp_journey_get_history (journey)));
  g_assert_false (etp_history_undo (etp_journey_get_history (journey)));
  undone = etp_test_dump (journey);
  etp_test_assert_same_dump (before, undone);
}

static EtpNode *
find_named (EtpJourney *journey, EtpListKind list, guint field, const char *name)
{
  EtpNodeList *nodes = etp_journey_get_list (journey, list);
  EtpNode *node;

  for (guint i = 0; (node = etp_node_list_get (nodes, i)) != NULL; i++)
    if (g_str_equal (etp_node_get_text (node, field), name))
      return node;
  return NULL;
}

static void
assert_told (const EtpSheetPlan *plan, guint row, guint column, const char *wanted)
{
  g_autofree char *told = etp_sheet_plan_dup_told (plan, row, column);

  g_assert_cmpstr (told, ==, wanted);
}

static void
assert_feeling (EtpJourney *journey, const char *title, double value, const char *feeling)
{
  EtpNode *card = find_named (journey, ETP_LIST_CARDS, ETP_CARD_TITLE, title);
  EtpValue *emotion = etp_record_get_value_at (etp_node_record (card), ETP_CARD_EMOTIONS, 0);

  g_assert_cmpfloat_with_epsilon (etp_emotion_get_level (emotion), value, 1e-9);
  g_assert_cmpstr (etp_value_get_text (emotion, ETP_EMOTION_FEELING), ==, feeling);
}

/* Feelings and channels belong to steps, metrics and measures are no cards; all of it is one step. */
static void
test_objects (void)
{
  g_autoptr (EtpJourney) journey = etp_journey_new ();
  g_autoptr (EtpSheetPlan)
      plan = make_plan (journey, "\tBefore\tAfter\n"
                                 "Touchpoints\t\"Ad\nSite\"\tCall\n"
                                 "Feelings\t\"4 curious\n2\"\t5\n"
                                 "Channels\tWeb\tPhone, mail\n"
                                 "KPIs\tVisits: 1,200 per month; Rate 3 %\tNPS 40 (target 50)\n"
                                 "Waiting\t2 days\t3 days\n"
                                 "To-dos\t\"FAQ (Jo Li, by 2027-02-01)\nChat\"\t\n");
  EtpNodeList *lanes = etp_journey_get_list (journey, ETP_LIST_LANES);
  EtpNodeList *metrics = etp_journey_get_list (journey, ETP_LIST_METRICS);
  g_autofree char *before = etp_test_dump (journey);
  g_autofree char *undone = NULL;
  EtpSheetCounts n;
  EtpNode *metric, *measure, *step;

  g_assert_cmpint (etp_sheet_plan_get_kind (plan, 5), ==,
                   ETP_LANE_KIND_METRICS); /* by its numbers */
  assert_told (plan, 2, 1, "+1 · curious\n−1");
  assert_told (plan, 4, 2, "NPS: 40 · Target 50");
  assert_told (plan, 5, 1, "Waiting: 2 days");
  etp_sheet_plan_count (plan, &n);
  g_assert_cmpuint (n.n_cards, ==, 3);
  g_assert_cmpuint (n.n_feelings, ==, 3);
  g_assert_cmpuint (n.n_channels, ==, 3);
  g_assert_cmpuint (n.n_metrics, ==, 5);
  g_assert_cmpuint (n.n_measures, ==, 2);
  g_assert_cmpuint (n.n_lanes, ==, 5); /* one lane shows all metrics */

  g_assert_true (etp_sheet_plan_apply (plan, NULL, NULL));
  etp_journey_assert_valid (journey);
  g_assert_cmpuint (etp_node_list_get_length (lanes), ==, 5);
  g_assert_cmpuint (etp_node_list_get_length (etp_journey_get_list (journey, ETP_LIST_CARDS)), ==,
                    3);
  assert_feeling (journey, "Ad", 1, "curious");
  assert_feeling (journey, "Site", -1, "");
  assert_feeling (journey, "Call", 2, "");
  step = find_named (journey, ETP_LIST_CARDS, ETP_CARD_TITLE, "Site");
  g_assert_cmpuint (etp_node_get_length (step, ETP_CARD_CHANNELS), ==, 1); /* one for all steps */
  step = find_named (journey, ETP_LIST_CARDS, ETP_CARD_TITLE, "Call");
  g_assert_cmpuint (etp_node_get_length (step, ETP_CARD_CHANNELS), ==, 2);
  metric = find_named (journey, ETP_LIST_METRICS, ETP_METRIC_NAME, "Visits");
  g_assert_cmpint (etp_node_get_enum (metric, ETP_METRIC_PERIOD), ==, ETP_PERIOD_MONTH);
  g_assert_cmpfloat (etp_record_get_number (etp_value_record (etp_record_get_value_at (
                                                etp_node_record (metric), ETP_METRIC_VALUES, 0)),
                                            ETP_READING_VALUE),
                     ==, 1200);
  metric = find_named (journey, ETP_LIST_METRICS, ETP_METRIC_NAME, "NPS");
  g_assert_cmpfloat (etp_node_get_number (metric, ETP_METRIC_TARGET), ==, 50);
  g_assert_cmpuint (etp_node_list_get_length (metrics), ==, 5);
  measure = find_named (journey, ETP_LIST_MEASURES, ETP_MEASURE_TITLE, "FAQ");
  g_assert_cmpstr (etp_node_get_text (measure, ETP_MEASURE_OWNER), ==, "Jo Li");
  g_assert_cmpstr (etp_node_get_text (measure, ETP_MEASURE_DUE), ==, "2027-02-01");

  g_assert_true (etp_history_undo (etp_journey_get_history (journey)));
  g_assert_false (etp_history_undo (etp_journey_get_history (journey)));
  undone = etp_test_dump (journey);
  etp_test_assert_same_dump (before, undone);
}

/* Without steps in the table and on the map there are new ones, of which nothing is made up. */
static void
test_steps (void)
{
  g_autoptr (EtpJourney) journey = etp_journey_new ();
  g_autoptr (EtpSheetPlan) plan = make_plan (journey, "\tBefore\tAfter\n"
                                                      "Mood\tgood\tbad\n"
                                                      "Channels\tWeb\t\n");
  EtpNodeList *cards = etp_journey_get_list (journey, ETP_LIST_CARDS);

  g_assert_true (etp_sheet_plan_apply (plan, NULL, NULL));
  etp_journey_assert_valid (journey);
  g_assert_cmpuint (etp_node_list_get_length (cards), ==, 2);
  assert_feeling (journey, "Web", 1, "");
  assert_feeling (journey, "", -1, "");
}

/* A phase over two columns and a lane over two rows: each says something of a step of its own. */
static void
test_continued (void)
{
  g_autoptr (EtpJourney) journey = etp_journey_new ();
  g_autoptr (EtpJourney) other = etp_journey_new ();
  g_autoptr (EtpSheetPlan) plan = make_plan (journey, "\tBefore\t\tAfter\n"
                                                      "Mood\t2\t-1\t1\n"
                                                      "Touchpoints\tAd\tSite\tCall\n"
                                                      "Channels\tWeb, TV\tMail\t\n");
  g_autoptr (EtpSheetPlan) rows = make_plan (other, "\tBefore\tAfter\n"
                                                    "Touchpoints\tAd\tCall\n"
                                                    "\tSite\tShop\n"
                                                    "Mood\t2\t1\n"
                                                    "\t-1\t-2\n");
  EtpNode *step;

  g_assert_true (etp_sheet_plan_apply (plan, NULL, NULL));
  etp_journey_assert_valid (journey);
  g_assert_cmpuint (etp_node_list_get_length (etp_journey_get_list (journey, ETP_LIST_CARDS)), ==,
                    3);
  assert_feeling (journey, "Ad", 2, "");
  assert_feeling (journey, "Site", -1, "");
  assert_feeling (journey, "Call", 1, "");
  step = find_named (journey, ETP_LIST_CARDS, ETP_CARD_TITLE, "Ad");
  g_assert_cmpuint (etp_node_get_length (step, ETP_CARD_CHANNELS), ==, 2);
  step = find_named (journey, ETP_LIST_CARDS, ETP_CARD_TITLE, "Site");
  g_assert_cmpuint (etp_node_get_length (step, ETP_CARD_CHANNELS), ==, 1);

  g_assert_true (etp_sheet_plan_apply (rows, NULL, NULL));
  etp_journey_assert_valid (other);
  assert_feeling (other, "Ad", 2, "");
  assert_feeling (other, "Site", -1, "");
  assert_feeling (other, "Call", 1, "");
  assert_feeling (other, "Shop", -2, "");
}

/* A merged cell is a card that lies over several phases. */
static void
test_merged (void)
{
  static const char html[] =
      "<table><tr><td></td><td>One</td><td>Two</td><td>Three</td></tr>"
      "<tr><td>Pains</td><td colspan=2>wide</td><td>narrow</td></tr></table>";
  g_autoptr (EtpJourney) journey = etp_journey_new ();
  g_autoptr (EtpSheetPlan) plan = etp_sheet_plan_new (
      etp_sheet_new_from_html (html, sizeof html - 1, NULL), journey, NULL, NULL);
  EtpNode *two;

  g_assert_true (etp_sheet_plan_apply (plan, NULL, NULL));
  etp_journey_assert_valid (journey);
  two = find_named (journey, ETP_LIST_PHASES, ETP_PHASE_NAME, "Two");
  g_assert_cmpstr (etp_node_get_text (find_named (journey, ETP_LIST_CARDS, ETP_CARD_TITLE, "wide"),
                                      ETP_CARD_UNTIL),
                   ==, etp_node_get_id (two));
  g_assert_cmpstr (
      etp_node_get_text (find_named (journey, ETP_LIST_CARDS, ETP_CARD_TITLE, "narrow"),
                         ETP_CARD_UNTIL),
      ==, "");
}

/* What is hidden gets nothing unseen: rather one that is shown, else it is shown from then on, in the
 * same step. */
static void
test_hidden (void)
{
  g_autoptr (EtpJourney) journey = etp_journey_new ();
  g_autoptr (EtpSheetPlan) plan = NULL;
  g_autofree char *before = NULL;
  g_autofree char *undone = NULL;
  EtpNode *phase, *lane, *mood;
  EtpNode *card;

  phase = etp_test_add (journey, ETP_LIST_PHASES, "old", ETP_PHASE_NAME, "Before", ETP_PHASE_HIDDEN,
                        TRUE, ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_PHASES, "now", ETP_PHASE_NAME, "Before", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_PHASES, "late", ETP_PHASE_NAME, "After", ETP_PHASE_HIDDEN, TRUE,
                ETP_TEST_END);
  lane = etp_test_add (journey, ETP_LIST_LANES, "hidden", ETP_LANE_NAME, "Rest", ETP_LANE_HIDDEN,
                       TRUE, ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_LANES, "shown", ETP_LANE_NAME, "Rest", ETP_TEST_END);
  mood = etp_test_add (journey, ETP_LIST_LANES, "mood", ETP_LANE_KIND, "emotion", ETP_LANE_HIDDEN,
                       TRUE, ETP_TEST_END);
  before = etp_test_dump (journey);
  plan = make_plan (journey, "\tBefore\tAfter\nRest\tx\ty\nMood\t1\t2\n");
  g_assert_true (etp_sheet_plan_apply (plan, NULL, NULL));
  etp_journey_assert_valid (journey);
  card = find_named (journey, ETP_LIST_CARDS, ETP_CARD_TITLE, "x");
  g_assert_cmpstr (etp_node_get_text (card, ETP_CARD_PHASE), ==, "now");
  g_assert_cmpstr (etp_node_get_text (card, ETP_CARD_LANE), ==, "shown");
  card = find_named (journey, ETP_LIST_CARDS, ETP_CARD_TITLE, "y");
  g_assert_cmpstr (etp_node_get_text (card, ETP_CARD_PHASE), ==, "late");
  g_assert_false (etp_node_get_boolean (etp_journey_get_node (journey, "late"), ETP_PHASE_HIDDEN));
  g_assert_false (etp_node_get_boolean (mood, ETP_LANE_HIDDEN));
  g_assert_true (etp_node_get_boolean (phase, ETP_PHASE_HIDDEN));
  g_assert_true (etp_node_get_boolean (lane, ETP_LANE_HIDDEN));
  g_assert_true (etp_history_undo (etp_journey_get_history (journey)));
  undone = etp_test_dump (journey);
  etp_test_assert_same_dump (before, undone);
}

/* What is hidden stays so where the table names it, but has nothing for it. */
static void
test_hidden_and_empty (void)
{
  static const struct
  {
    const char *id;
    guint field;
    gboolean is_hidden;
  } rows[] = {
    { "late", ETP_PHASE_HIDDEN, TRUE },  { "wide", ETP_PHASE_HIDDEN, FALSE },
    { "rest", ETP_LANE_HIDDEN, TRUE },   { "mood", ETP_LANE_HIDDEN, FALSE },
    { "steps", ETP_LANE_HIDDEN, FALSE },
  };
  static const char html[] = "<table><tr><td></td><td>Before</td><td>Wide</td><td>After</td></tr>"
                             "<tr><td>Steps</td><td></td><td></td><td></td></tr>"
                             "<tr><td>Pains</td><td colspan=2>x</td><td></td></tr>"
                             "<tr><td>Rest</td><td></td><td></td><td></td></tr>"
                             "<tr><td>Mood</td><td>1</td><td></td><td></td></tr></table>";
  g_autoptr (EtpJourney) journey = etp_journey_new ();
  g_autoptr (EtpSheetPlan) plan = NULL;

  etp_test_add (journey, ETP_LIST_PHASES, "now", ETP_PHASE_NAME, "Before", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_PHASES, "wide", ETP_PHASE_NAME, "Wide", ETP_PHASE_HIDDEN, TRUE,
                ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_PHASES, "late", ETP_PHASE_NAME, "After", ETP_PHASE_HIDDEN, TRUE,
                ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_LANES, "steps", ETP_LANE_NAME, "Steps", ETP_LANE_KIND,
                "touchpoints", ETP_LANE_HIDDEN, TRUE, ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_LANES, "rest", ETP_LANE_NAME, "Rest", ETP_LANE_KIND, "text",
                ETP_LANE_HIDDEN, TRUE, ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_LANES, "mood", ETP_LANE_KIND, "emotion", ETP_LANE_HIDDEN, TRUE,
                ETP_TEST_END);
  plan = etp_sheet_plan_new (etp_sheet_new_from_html (html, sizeof html - 1, NULL), journey, NULL,
                             NULL);
  g_assert_true (etp_sheet_plan_apply (plan, NULL, NULL));
  etp_journey_assert_valid (journey);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%s", rows[i].id);
      g_assert_cmpint (
          etp_node_get_boolean (etp_journey_get_node (journey, rows[i].id), rows[i].field), ==,
          rows[i].is_hidden);
    }
}

/* The phase that a new map begins with becomes the first of the table's, unless something is there. */
static void
test_blank_map (void)
{
  static const char table[] = "\tBefore\tAfter\nPains\tx\ty\n";
  g_autoptr (EtpJourney) journey = etp_journey_new ();
  g_autoptr (EtpJourney) used = etp_journey_new ();
  EtpNodeList *phases = etp_journey_get_list (journey, ETP_LIST_PHASES);
  g_autoptr (EtpSheetPlan) plan = NULL;
  g_autoptr (EtpSheetPlan) again = NULL;
  g_autofree char *before = NULL;
  g_autofree char *undone = NULL;
  EtpSheetCounts n;

  etp_test_add (journey, ETP_LIST_PHASES, "p", ETP_PHASE_NAME, "First phase", ETP_TEST_END);
  before = etp_test_dump (journey);
  plan = make_plan (journey, table);
  etp_sheet_plan_count (plan, &n);
  g_assert_cmpuint (n.n_phases, ==, 2);
  g_assert_false (etp_sheet_plan_has_phase (plan, 1));
  g_assert_true (etp_sheet_plan_apply (plan, NULL, NULL));
  g_assert_cmpuint (etp_node_list_get_length (phases), ==, 2);
  g_assert_cmpstr (etp_node_get_text (etp_node_list_get (phases, 0), ETP_PHASE_NAME), ==, "Before");
  g_assert_cmpstr (etp_node_get_id (etp_node_list_get (phases, 0)), ==, "p");
  g_assert_true (etp_history_undo (etp_journey_get_history (journey)));
  undone = etp_test_dump (journey);
  etp_test_assert_same_dump (before, undone);

  etp_test_add (used, ETP_LIST_PHASES, "p", ETP_PHASE_NAME, "First phase", ETP_TEST_END);
  etp_test_add (used, ETP_LIST_LANES, "l", ETP_LANE_KIND, "ideas", ETP_TEST_END);
  etp_test_add (used, ETP_LIST_CARDS, "c", ETP_CARD_LANE, "l", ETP_CARD_PHASE, "p", ETP_CARD_TITLE,
                "Here", ETP_TEST_END);
  again = make_plan (used, table);
  g_assert_true (etp_sheet_plan_apply (again, NULL, NULL));
  g_assert_cmpuint (etp_node_list_get_length (etp_journey_get_list (used, ETP_LIST_PHASES)), ==, 3);
}

/* Long runs of blanks, and texts that are no cells of such rows, take no time and lose nothing. */
static void
test_long_cells (void)
{
  static const char *const kinds[] = { "Mood", "KPIs", "To-dos", "Channels", "Else" };
  g_autofree char *blanks = g_strnfill (200000, ' ');
  g_autofree char *letters = g_strnfill (200000, 'a');

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (EtpJourney) journey = etp_journey_new ();
      g_autofree char *text = g_strdup_printf ("\tA\tB\n%s\t1%s2\t%s\n", kinds[i], blanks, letters);
      g_autoptr (EtpSheetPlan) plan = make_plan (journey, text);
      g_autofree char *told = etp_sheet_plan_dup_told (plan, 1, 2);

      g_assert_nonnull (strstr (told, letters));
      g_assert_true (etp_sheet_plan_apply (plan, NULL, NULL));
      etp_journey_assert_valid (journey);
    }
}

/* Phases down and aspects across. */
static void
test_turn (void)
{
  g_autoptr (EtpJourney) journey = etp_journey_new ();
  g_autoptr (EtpSheetPlan) plan = make_plan (journey, "\tPains\tIdeas\nBefore\tx\ty\nAfter\tz\t\n");

  g_assert_true (etp_sheet_plan_turn (plan, NULL));
  g_assert_cmpstr (etp_sheet_plan_get_phase_name (plan, 2), ==, "After");
  g_assert_cmpint (etp_sheet_plan_get_kind (plan, 1), ==, ETP_LANE_KIND_PAINS);
  assert_told (plan, 2, 1, "y");
}

/* Who turns a table by mistake turns it back. */
static void
test_turn_back (void)
{
  static const char html[] =
      "<table><tr><td>Title</td></tr><tr><td>Phase</td><td>Before</td>"
      "<td>After</td></tr><tr><td>Pains</td><td colspan=2>x</td></tr></table>";
  g_autoptr (EtpJourney) journey = etp_journey_new ();
  EtpSheetPlan *plan = etp_sheet_plan_new (etp_sheet_new_from_html (html, strlen (html), NULL),
                                           journey, NULL, NULL);
  const guint n_above = etp_sheet_get_n_above (etp_sheet_plan_get_sheet (plan));

  g_assert_cmpuint (etp_sheet_get_span (etp_sheet_plan_get_sheet (plan), 1, 1), ==, 2);
  g_assert_cmpuint (n_above, ==, 1);
  g_assert_true (etp_sheet_plan_turn (plan, NULL));
  g_assert_cmpuint (etp_sheet_get_span (etp_sheet_plan_get_sheet (plan), 1, 1), ==, 1);
  g_assert_true (etp_sheet_plan_turn (plan, NULL));
  g_assert_cmpuint (etp_sheet_get_span (etp_sheet_plan_get_sheet (plan), 1, 1), ==, 2);
  g_assert_cmpuint (etp_sheet_get_n_above (etp_sheet_plan_get_sheet (plan)), ==, n_above);
  etp_sheet_plan_set_n_above (plan, 0);
  g_assert_cmpstr (etp_sheet_get (etp_sheet_plan_get_sheet (plan), 0, 0), ==, "Title");
  etp_sheet_plan_free (plan);
}

/* Titles above the table are left out, and so is what else people say is none of it. */
static void
test_above (void)
{
  static const struct
  {
    const char *text;
    guint n_above;
  } rows[] = {
    { "Journey 2026\n\n\tBefore\tAfter\nPains\tx\ty\n", 2 },
    { "Journey 2026\t\t\nPhase\tBefore\tAfter\nPains\tx\ty\n", 1 },
    { "\tBefore\tAfter\nPains\tx\ty\n", 0 },
    { "\tBefore\t\nPains\tx\ty\n", 0 }, /* a phase over two columns */
    { "Pains\t\t\nIdeas\tx\ty\n", 0 }, /* what a lane is called */
    { "Journey 2026\nBefore\tAfter\n", 0 }, /* the title of two columns may be anything */
    { "Journey 2026\t\t\nBy\t\t\nOf\t\t\nx\t\t\n", 0 }, /* no table behind them */
  };
  g_autoptr (EtpJourney) journey = etp_journey_new ();
  g_autoptr (EtpSheetPlan) plan = NULL;
  g_autofree char *told = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_clear_pointer (&plan, etp_sheet_plan_free);
      plan = make_plan (journey, rows[i].text);
      g_assert_cmpuint (etp_sheet_get_n_above (etp_sheet_plan_get_sheet (plan)), ==,
                        rows[i].n_above);
    }
  g_clear_pointer (&plan, etp_sheet_plan_free);
  plan = make_plan (journey, "By\tJo\t\n\tBefore\tAfter\nPains\tx\ty\n");
  etp_sheet_plan_set_n_above (plan, 1);
  g_assert_true (etp_sheet_plan_get_head_row (plan));
  g_assert_cmpstr (etp_sheet_plan_get_phase_name (plan, 2), ==, "After");
  g_assert_cmpint (etp_sheet_plan_get_kind (plan, 1), ==, ETP_LANE_KIND_PAINS);
  assert_told (plan, 1, 1, "x");
  etp_sheet_plan_set_n_above (plan, 99);
  g_assert_cmpuint (etp_sheet_get_n_rows (etp_sheet_plan_get_sheet (plan)), ==, 1);
  etp_sheet_plan_set_n_above (plan, 0);
  g_assert_cmpuint (etp_sheet_get_n_rows (etp_sheet_plan_get_sheet (plan)), ==, 3);
  g_assert_cmpstr (etp_sheet_get (etp_sheet_plan_get_sheet (plan), 0, 1), ==, "Jo");
}

/* Without heads it goes into the phases and lanes that there are, and past them into new ones. */
static void
test_without_heads (void)
{
  g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
  g_autoptr (EtpSheetPlan) plan = make_plan (journey, "a\tb\nc\td");
  EtpNodeList *cards = etp_journey_get_list (journey, ETP_LIST_CARDS);
  const guint n = etp_node_list_get_length (cards);

  etp_sheet_plan_set_head_row (plan, FALSE);
  etp_sheet_plan_set_head_column (plan, FALSE);
  g_assert_true (etp_sheet_plan_has_phase (plan, 0));
  g_assert_true (etp_sheet_plan_has_lane (plan, 0));
  g_assert_true (etp_sheet_plan_apply (plan, NULL, NULL));
  g_assert_cmpuint (etp_node_list_get_length (cards), ==, n + 4);
  etp_journey_assert_valid (journey);
}

/* Two tables are looked at side by side: what comes with one is there for the other, and what was
 * corrected meanwhile stays. */
static void
test_update (void)
{
  g_autoptr (EtpJourney) journey = etp_journey_new ();
  EtpNodeList *phases = etp_journey_get_list (journey, ETP_LIST_PHASES);
  EtpNodeList *lanes = etp_journey_get_list (journey, ETP_LIST_LANES);
  g_autoptr (EtpSheetPlan) first = NULL;
  g_autoptr (EtpSheetPlan) second = NULL;

  etp_test_add (journey, ETP_LIST_PHASES, "p", ETP_PHASE_NAME, "First phase", ETP_TEST_END);
  first = make_plan (journey, "\tBefore\tAfter\nRest\ta\tb\n");
  second = make_plan (journey, "\tOnce\tAfter\nRest\tc\td\nNotes\te\tf\nGone\tg\th\n");
  etp_sheet_plan_set_kind (second, 1, ETP_LANE_KIND_IDEAS);
  etp_sheet_plan_set_kind (second, 2, ETP_LANE_KIND_IDEAS);
  etp_sheet_plan_set_kind (second, 3, ETP_SHEET_LEAVE_OUT);
  g_assert_false (etp_sheet_plan_update (second));
  g_assert_true (etp_sheet_plan_apply (first, NULL, NULL));
  g_assert_true (etp_sheet_plan_update (second));
  g_assert_false (etp_sheet_plan_update (second));
  g_assert_false (etp_sheet_plan_has_phase (second, 1));
  g_assert_true (etp_sheet_plan_has_phase (second, 2));
  g_assert_true (etp_sheet_plan_has_lane (second, 1));
  g_assert_cmpint (etp_sheet_plan_get_kind (second, 1), ==, ETP_SHEET_INTO_LANE);
  g_assert_cmpint (etp_sheet_plan_get_kind (second, 2), ==, ETP_LANE_KIND_IDEAS);
  g_assert_cmpint (etp_sheet_plan_get_kind (second, 3), ==, ETP_SHEET_LEAVE_OUT);
  g_assert_true (etp_sheet_plan_apply (second, NULL, NULL));
  etp_journey_assert_valid (journey);
  g_assert_cmpuint (etp_node_list_get_length (phases), ==, 3);
  g_assert_cmpstr (etp_node_get_text (etp_node_list_get (phases, 0), ETP_PHASE_NAME), ==, "Before");
  g_assert_cmpuint (etp_node_list_get_length (lanes), ==, 2);
}

/* A phase that goes while one looks at the table: nothing happens but an error. */
static void
test_gone (void)
{
  g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
  g_autoptr (EtpSheetPlan) plan = make_plan (journey, "\tConsideration\nHürden\tx");
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_assert_true (etp_edit_remove (journey, etp_journey_get_node (journey, "consider"), NULL));
  before = etp_test_dump (journey);
  g_assert_false (etp_sheet_plan_apply (plan, NULL, &error));
  g_assert_error (error, ETP_MODEL_ERROR, ETP_MODEL_ERROR_NOT_FOUND);
  after = etp_test_dump (journey);
  etp_test_assert_same_dump (before, after);
}

int
main (int argc, char *argv[])
{
  g_setenv ("LANGUAGE", "C", TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import/sheet-plan/kinds", test_kinds);
  g_test_add_func ("/import/sheet-plan/heads", test_heads);
  g_test_add_func ("/import/sheet-plan/apply", test_apply);
  g_test_add_func ("/import/sheet-plan/objects", test_objects);
  g_test_add_func ("/import/sheet-plan/steps", test_steps);
  g_test_add_func ("/import/sheet-plan/continued", test_continued);
  g_test_add_func ("/import/sheet-plan/merged", test_merged);
  g_test_add_func ("/import/sheet-plan/hidden", test_hidden);
  g_test_add_func ("/import/sheet-plan/hidden-and-empty", test_hidden_and_empty);
  g_test_add_func ("/import/sheet-plan/blank-map", test_blank_map);
  g_test_add_func ("/import/sheet-plan/long-cells", test_long_cells);
  g_test_add_func ("/import/sheet-plan/turn", test_turn);
  g_test_add_func ("/import/sheet-plan/turn-back", test_turn_back);
  g_test_add_func ("/import/sheet-plan/above", test_above);
  g_test_add_func ("/import/sheet-plan/without-heads", test_without_heads);
  g_test_add_func ("/import/sheet-plan/update", test_update);
  g_test_add_func ("/import/sheet-plan/gone", test_gone);

  return g_test_run ();
}
