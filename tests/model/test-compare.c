/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-tests"

#include "config.h"

#include <math.h>

#include "etp-test-build.h"
#include "model/etp-change.h"
#include "model/etp-compare.h"
#include "model/etp-edit.h"
#include "model/etp-history.h"
#include "model/etp-outline.h"

/* Two states of the sample: what one verb did to one of them is what the comparison says. */

static EtpNode *
get (EtpJourney *journey, const char *id)
{
  EtpNode *node = etp_journey_get_node (journey, id);

  g_assert_nonnull (node);
  return node;
}

static void
move_to (EtpJourney *journey, const char *card, const char *lane, const char *phase, guint index)
{
  g_autoptr (GPtrArray) cards = g_ptr_array_new ();

  g_ptr_array_add (cards, get (journey, card));
  g_assert_true (etp_edit_move_cards (journey, cards, lane != NULL ? get (journey, lane) : NULL,
                                      phase != NULL ? get (journey, phase) : NULL, index, NULL));
}

static void
do_nothing (EtpJourney *journey)
{
}

static void
do_and_undo (EtpJourney *journey)
{
  g_assert_true (etp_edit_remove (journey, get (journey, "consider"), NULL));
  g_assert_true (etp_history_undo (etp_journey_get_history (journey)));
}

static void
add_two_cards (EtpJourney *journey)
{
  g_assert_nonnull (etp_edit_add (journey, ETP_LIST_CARDS, "One", 0, NULL));
  g_assert_nonnull (etp_edit_add (journey, ETP_LIST_CARDS, "Two", 3, NULL));
}

static void
add_three_cards (EtpJourney *journey)
{
  add_two_cards (journey);
  g_assert_nonnull (etp_edit_add (journey, ETP_LIST_CARDS, "Three", G_MAXUINT, NULL));
}

static void
add_blank_card (EtpJourney *journey)
{
  g_assert_nonnull (etp_edit_add (journey, ETP_LIST_CARDS, "", 0, NULL));
}

static void
add_half_blank (EtpJourney *journey)
{
  add_blank_card (journey);
  g_assert_nonnull (etp_edit_add (journey, ETP_LIST_CARDS, "One", 1, NULL));
}

static void
remove_card (EtpJourney *journey)
{
  g_assert_true (etp_edit_remove (journey, get (journey, "parked"), NULL));
}

static void
move_to_purchase (EtpJourney *journey)
{
  move_to (journey, "smaller", "opportunities", "buy", 0);
}

static void
move_within_cell (EtpJourney *journey)
{
  move_to (journey, "unclear", "pains", "consider", 0);
}

static void
park (EtpJourney *journey)
{
  move_to (journey, "smaller", NULL, NULL, 0);
}

static void
reword (EtpJourney *journey)
{
  g_assert_true (
      etp_edit_set_text (journey, get (journey, "slow"), ETP_CARD_TITLE, "Pages hang", NULL));
}

static void
reword_two (EtpJourney *journey)
{
  reword (journey);
  g_assert_true (
      etp_edit_set_text (journey, get (journey, "unclear"), ETP_CARD_TEXT, "Which size?", NULL));
}

static void
change_severity (EtpJourney *journey)
{
  EtpDatum datum = etp_datum_integer (1);

  g_assert_true (etp_edit_set (journey, get (journey, "slow"), ETP_CARD_SEVERITY, &datum, NULL));
}

static void
let_curve_fall (EtpJourney *journey)
{
  g_assert_true (etp_edit_set_emotion_value (journey, get (journey, "order"), get (journey, "max"),
                                             -0.4, NULL));
}

static void
let_curve_rise (EtpJourney *journey)
{
  g_assert_true (
      etp_edit_set_emotion_value (journey, get (journey, "visit"), get (journey, "max"), -1, NULL));
}

static void
add_point (EtpJourney *journey)
{
  g_assert_true (etp_edit_set_emotion_value (journey, get (journey, "compare"),
                                             get (journey, "eva"), 0.5, NULL));
}

static void
remove_points (EtpJourney *journey)
{
  g_assert_true (
      etp_edit_remove_emotion (journey, get (journey, "order"), get (journey, "max"), NULL));
}

static void
move_target (EtpJourney *journey)
{
  g_assert_true (etp_edit_set_emotion_target (journey, get (journey, "advert"),
                                              get (journey, "eva"), 0.4, NULL));
}

static void
name_feeling (EtpJourney *journey)
{
  g_assert_true (etp_edit_set_emotion_feeling (journey, get (journey, "order"),
                                               get (journey, "max"), "proud", NULL));
}

static void
swap_phases (EtpJourney *journey)
{
  g_assert_true (etp_edit_move (journey, get (journey, "buy"), 0, NULL));
}

static void
change_title (EtpJourney *journey)
{
  g_assert_true (etp_edit_set_text (journey, ETP_NODE (journey), ETP_JOURNEY_TITLE, "Shoes", NULL));
}

static void
change_goal (EtpJourney *journey)
{
  g_assert_true (etp_edit_set_text (journey, ETP_NODE (journey), ETP_JOURNEY_GOAL, "Walk", NULL));
}

static void
add_offer_and_unit (EtpJourney *journey)
{
  g_assert_nonnull (etp_edit_add (journey, ETP_LIST_OFFERS, "Socks", 0, NULL));
  g_assert_nonnull (etp_edit_add (journey, ETP_LIST_UNITS, "Law", 0, NULL));
}

static void
add_snapshot (EtpJourney *journey)
{
  g_assert_nonnull (etp_edit_add (journey, ETP_LIST_SNAPSHOTS, "Now", 0, NULL));
}

static void
do_much (EtpJourney *journey)
{
  change_title (journey);
  add_two_cards (journey);
  move_to_purchase (journey);
  reword (journey);
  let_curve_fall (journey);
}

static const struct
{
  const char *name;
  void (*change) (EtpJourney *journey);
  const char *words;
} rows[] = {
  { "nothing", do_nothing, "nothing has changed" },
  { "undone", do_and_undo, "nothing has changed" },
  { "add", add_two_cards, "2 cards added (“One”, “Two”)" },
  { "add-three", add_three_cards, "3 cards added (“One”, “Two” …)" },
  { "add-blank", add_blank_card, "1 card added" },
  { "add-half-blank", add_half_blank, "2 cards added (“One” …)" },
  { "remove", remove_card, "1 card removed (“Loyalty card”)" },
  { "move", move_to_purchase, "1 card moved to Purchase (“Smaller images”)" },
  { "order", move_within_cell, "1 card moved (“Größe unklar”)" },
  { "park", park, "1 card moved to the parking lot (“Smaller images”)" },
  { "reword", reword, "“Pages load slowly” reworded" },
  { "reword-two", reword_two, "2 cards reworded (“Pages load slowly”, “Größe unklar”)" },
  { "severity", change_severity, "1 card changed (“Pages load slowly”)" },
  { "fall", let_curve_fall, "curve at 3.1 (Max) fell from 1.8 to −0.4" },
  { "rise", let_curve_rise, "curve at 2.1 (Max) rose from −1.2 to −1" },
  { "point", add_point, "curve has a new point at 2.2 (Eva Müller): 0.5" },
  { "no-point", remove_points,
    "curve lost its point at 3.1 (Max) (it was 1.8), to-be curve lost its point at 3.1 (Max) (it "
    "was 2)" },
  { "target", move_target, "to-be curve at 1.1 (Eva Müller) fell from 0.5 to 0.4" },
  { "feeling", name_feeling, "1 card changed (“Orders by phone”)" },
  { "phases", swap_phases, "1 phase moved (“Purchase”)" },
  { "title", change_title, "title changed to “Shoes”" },
  { "goal", change_goal, "details of the journey changed" },
  { "others", add_offer_and_unit, "2 other entries added (“Law”, “Socks”)" },
  { "snapshot", add_snapshot, "1 snapshot added (“Now”)" },
  { "much", do_much,
    "title changed to “Shoes”, 2 cards added (“One”, “Two”), 1 card moved to Purchase (“Smaller "
    "images”), “Pages load slowly” reworded, curve at 3.1 (Max) fell from 1.8 to −0.4" },
};

static void
test_row (gconstpointer data)
{
  const guint row = GPOINTER_TO_UINT (data);
  g_autoptr (EtpJourney) before = etp_test_journey_new_sample ();
  g_autoptr (EtpJourney) after = etp_test_journey_new_sample ();
  g_autoptr (EtpComparison) comparison = NULL;
  g_autofree char *words = NULL;

  rows[row].change (after);
  comparison = etp_compare (before, after, ETP_COMPARE_ALL);
  words = etp_comparison_dup_summary (comparison, 0);
  g_assert_cmpstr (words, ==, rows[row].words);
  g_assert_cmpint (etp_comparison_is_empty (comparison), ==,
                   g_str_equal (words, "nothing has changed"));
}

/* Backwards, what was added is removed. */
static void
test_backwards (void)
{
  g_autoptr (EtpJourney) before = etp_test_journey_new_sample ();
  g_autoptr (EtpJourney) after = etp_test_journey_new_sample ();
  g_autoptr (EtpComparison) comparison = NULL;

  add_two_cards (after);
  move_to_purchase (after);
  comparison = etp_compare (after, before, ETP_COMPARE_ALL);
  g_assert_cmpuint (etp_comparison_count (comparison, ETP_LIST_CARDS, ETP_DIFFERENCE_REMOVED), ==,
                    2);
  g_assert_cmpuint (etp_comparison_count (comparison, ETP_LIST_CARDS, ETP_DIFFERENCE_MOVED), ==, 1);
  g_assert_cmpuint (etp_comparison_count (comparison, ETP_LIST_CARDS, ETP_DIFFERENCE_ADDED), ==, 0);
}

/* A phase without a name is no parking lot. */
static void
test_unnamed_phase (void)
{
  g_autoptr (EtpJourney) before = etp_test_journey_new_sample ();
  g_autoptr (EtpJourney) after = etp_test_journey_new_sample ();
  g_autoptr (EtpComparison) comparison = NULL;
  g_autofree char *words = NULL, *one = NULL;

  g_assert_true (etp_edit_set_text (before, get (before, "buy"), ETP_PHASE_NAME, "", NULL));
  g_assert_true (etp_edit_set_text (after, get (after, "buy"), ETP_PHASE_NAME, "", NULL));
  move_to_purchase (after);
  comparison = etp_compare (before, after, ETP_COMPARE_ALL);
  words = etp_comparison_dup_summary (comparison, 3);
  g_assert_cmpstr (words, ==, "1 card moved to Phase 3 (“Smaller images”)");
  one = etp_difference_dup_words (comparison->differences->pdata[0]);
  g_assert_cmpstr (one, ==, "Card “Smaller images” moved to Phase 3");
}

/* Phases that are called the same are told apart by their numbers. */
static void
test_namesakes (void)
{
  g_autoptr (EtpJourney) before = etp_test_journey_new_sample ();
  g_autoptr (EtpJourney) after = etp_test_journey_new_sample ();
  const char *name = etp_node_get_text (get (before, "buy"), ETP_PHASE_NAME);
  g_autoptr (EtpComparison) moved = NULL, removed = NULL;
  g_autofree char *summary = NULL, *one = NULL, *gone = NULL;

  g_assert_true (etp_edit_set_text (before, get (before, "aware"), ETP_PHASE_NAME, name, NULL));
  g_assert_true (etp_edit_set_text (after, get (after, "aware"), ETP_PHASE_NAME, name, NULL));
  move_to_purchase (after);
  moved = etp_compare (before, after, ETP_COMPARE_ALL);
  summary = etp_comparison_dup_summary (moved, 3);
  g_assert_cmpstr (summary, ==, "1 card moved to Phase 3 Purchase (“Smaller images”)");
  one = etp_difference_dup_words (moved->differences->pdata[0]);
  g_assert_cmpstr (one, ==, "Card “Smaller images” moved to Phase 3 Purchase");

  g_assert_true (etp_edit_remove (after, get (after, "aware"), NULL));
  removed = etp_compare (before, after, ETP_COMPARE_ALL);
  for (guint i = 0; i < removed->differences->len; i++)
    if (((EtpDifference *) removed->differences->pdata[i])->list == ETP_LIST_PHASES)
      gone = etp_difference_dup_words (removed->differences->pdata[i]);
  g_assert_cmpstr (gone, ==, "Phase 1 “Purchase” removed");
}

static void
test_content_only (void)
{
  g_autoptr (EtpJourney) before = etp_test_journey_new_sample ();
  g_autoptr (EtpJourney) after = etp_test_journey_new_sample ();
  g_autoptr (EtpComparison) comparison = NULL;

  g_assert_true (etp_edit_remove (after, get (after, "before"), NULL));
  comparison = etp_compare (before, after, ETP_COMPARE_CONTENT);
  g_assert_true (etp_comparison_is_empty (comparison));
}

/* What another program added to the journey itself is no part of the map, and restoring a snapshot leaves it
 * as it is; in the file it is a change as any other. What it added to a card is part of that. */
static void
test_unknown_of_journey (void)
{
  g_autoptr (EtpJourney) before = etp_test_journey_new_sample ();
  g_autoptr (EtpJourney) after = etp_test_journey_new_sample ();
  g_autoptr (EtpComparison) content = NULL, all = NULL, of_card = NULL;

  etp_node_init_unknown (ETP_NODE (after), "x-tool", "1");
  content = etp_compare (before, after, ETP_COMPARE_CONTENT);
  g_assert_true (etp_comparison_is_empty (content));
  all = etp_compare (before, after, ETP_COMPARE_ALL);
  g_assert_cmpuint (etp_comparison_count (all, ETP_N_LISTS, ETP_DIFFERENCE_CHANGED), ==, 1);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (EtpNode) card = etp_node_new (ETP_LIST_CARDS, "extra");

      if (i == 0)
        etp_node_init_unknown (card, "x-tool", "1");
      g_assert_true (etp_journey_build_add (i == 0 ? before : after, card));
    }
  of_card = etp_compare (before, after, ETP_COMPARE_CONTENT);
  g_assert_cmpuint (etp_comparison_count (of_card, ETP_LIST_CARDS, ETP_DIFFERENCE_CHANGED), ==, 1);
}

static void
test_short_summary (void)
{
  g_autoptr (EtpJourney) before = etp_test_journey_new_sample ();
  g_autoptr (EtpJourney) after = etp_test_journey_new_sample ();
  g_autoptr (EtpComparison) comparison = NULL;
  g_autofree char *words = NULL;

  do_much (after);
  comparison = etp_compare (before, after, ETP_COMPARE_ALL);
  words = etp_comparison_dup_summary (comparison, 2);
  g_assert_cmpstr (words, ==,
                   "title changed to “Shoes”, 2 cards added (“One”, “Two”), 3 more changes");
}

static void
test_lines (void)
{
  g_autoptr (EtpJourney) before = etp_test_journey_new_sample ();
  g_autoptr (EtpJourney) after = etp_test_journey_new_sample ();
  g_autoptr (EtpComparison) comparison = NULL;
  g_autoptr (GString) lines = g_string_new (NULL);

  do_much (after);
  remove_card (after);
  comparison = etp_compare (before, after, ETP_COMPARE_ALL);
  for (guint i = 0; i < comparison->differences->len; i++)
    {
      g_autofree char *line = etp_difference_dup_words (comparison->differences->pdata[i]);

      g_string_append_printf (lines, "%s\n", line);
    }
  g_assert_cmpstr (lines->str, ==,
                   "Journey “Buying hiking boots” is now “Shoes”\n"
                   "Card “One” added\n"
                   "Card “Two” added\n"
                   "Card “Orders by phone” changed\n"
                   "Card “Pages load slowly” is now “Pages hang”\n"
                   "Card “Smaller images” moved to Purchase\n"
                   "Card “Loyalty card” removed\n");
}

/* The least moves: one card taken from the end to the front is one, not all the others. */
static void
test_least_moves (void)
{
  g_autoptr (EtpJourney) before = etp_test_journey_new_large (1000, 5);
  g_autoptr (EtpJourney) after = etp_test_journey_new_large (1000, 5);
  EtpOutline *outline = etp_journey_get_outline (after);
  g_autoptr (EtpComparison) comparison = NULL;
  const EtpPlace *const *steps;
  guint n;

  steps = etp_outline_get_phase_steps (outline, 1, &n);
  g_assert_cmpuint (n, >, 10);
  move_to (after, etp_node_get_id (steps[n - 1]->card),
           etp_node_get_text (steps[n - 1]->card, ETP_CARD_LANE),
           etp_node_get_text (steps[n - 1]->card, ETP_CARD_PHASE), 0);
  comparison = etp_compare (before, after, ETP_COMPARE_ALL);
  g_assert_cmpuint (etp_comparison_count (comparison, ETP_LIST_CARDS, ETP_DIFFERENCE_MOVED), ==, 1);
  g_assert_cmpuint (comparison->differences->len, ==, 1);
}

/* Long and many-lined names are cut to a line. */
static void
test_names (void)
{
  g_autoptr (EtpJourney) before = etp_test_journey_new_sample ();
  g_autoptr (EtpJourney) after = etp_test_journey_new_sample ();
  g_autoptr (EtpComparison) comparison = NULL;
  g_autofree char *longest = g_strnfill (100000, 'x');
  g_autofree char *words = NULL;

  g_assert_true (etp_edit_set_text (after, get (after, "slow"), ETP_CARD_TITLE, longest, NULL));
  comparison = etp_compare (before, after, ETP_COMPARE_ALL);
  words = etp_difference_dup_words (comparison->differences->pdata[0]);
  g_assert_cmpuint (g_utf8_strlen (words, -1), <, 120);
}

int
main (int argc, char **argv)
{
  /* Numbers follow the interface's language. */
  g_setenv ("LANGUAGE", "en", TRUE);
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/compare/words/", rows[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_row);
    }
  g_test_add_func ("/compare/backwards", test_backwards);
  g_test_add_func ("/compare/unnamed-phase", test_unnamed_phase);
  g_test_add_func ("/compare/namesakes", test_namesakes);
  g_test_add_func ("/compare/content-only", test_content_only);
  g_test_add_func ("/compare/unknown-of-journey", test_unknown_of_journey);
  g_test_add_func ("/compare/short-summary", test_short_summary);
  g_test_add_func ("/compare/lines", test_lines);
  g_test_add_func ("/compare/least-moves", test_least_moves);
  g_test_add_func ("/compare/names", test_names);
  return g_test_run ();
}
