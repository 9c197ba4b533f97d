/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-tests"

#include "config.h"

#include "etp-test-build.h"
#include "etp-test-dump.h"
#include "import/etp-sheet-plan.h"
#include "model/etp-check.h"
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
    { "Emotionen", ETP_LANE_KIND_TEXT }, /* a lane of emotions shows no cards */
    { "Repainting", ETP_LANE_KIND_TEXT }, /* only the beginning of a word counts */
    { "", ETP_LANE_KIND_TEXT },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_assert_cmpint (etp_sheet_guess_kind (rows[i].name), ==, rows[i].kind);
      g_assert_true (etp_lane_kind_shows_cards ((int) rows[i].kind));
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
                                                      "Stimmung\tgood\t\tbad\n"
                                                      "Rest\tx\ty\tz\n");
  EtpNodeList *phases = etp_journey_get_list (journey, ETP_LIST_PHASES);
  EtpNodeList *lanes = etp_journey_get_list (journey, ETP_LIST_LANES);
  const guint old_phases = etp_node_list_get_length (phases);
  const guint old_lanes = etp_node_list_get_length (lanes);
  g_autofree char *before = etp_test_dump (journey);
  g_autofree char *undone = NULL;
  g_autoptr (GPtrArray) cards = g_ptr_array_new ();
  guint n_phases, n_lanes, n_cards;

  g_assert_true (etp_sheet_plan_has_phase (plan, 1));
  g_assert_false (etp_sheet_plan_has_phase (plan, 2));
  g_assert_cmpstr (etp_sheet_plan_get_phase_name (plan, 3), ==, "Goodbye");
  g_assert_cmpint (etp_sheet_plan_get_kind (plan, 1), ==, ETP_LANE_KIND_PAINS);
  g_assert_true (etp_sheet_plan_is_continued (plan, 2));
  g_assert_cmpint (etp_sheet_plan_get_kind (plan, 3), ==, ETP_LANE_KIND_TEXT);
  etp_sheet_plan_set_kind (plan, 3, ETP_LANE_KIND_QUOTES);
  etp_sheet_plan_set_kind (plan, 4, ETP_SHEET_LEAVE_OUT);
  etp_sheet_plan_count (plan, &n_phases, &n_lanes, &n_cards);
  g_assert_cmpuint (n_phases, ==, 1);
  g_assert_cmpuint (n_lanes, ==, 2);
  g_assert_cmpuint (n_cards, ==, 7);

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
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import/sheet-plan/kinds", test_kinds);
  g_test_add_func ("/import/sheet-plan/heads", test_heads);
  g_test_add_func ("/import/sheet-plan/apply", test_apply);
  g_test_add_func ("/import/sheet-plan/without-heads", test_without_heads);
  g_test_add_func ("/import/sheet-plan/gone", test_gone);

  return g_test_run ();
}
