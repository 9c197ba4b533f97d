/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "etp-test-build.h"
#include "model/etp-check.h"
#include "model/etp-capture.h"
#include "model/etp-edit.h"
#include "model/etp-history.h"
#include "model/etp-tables.h"

static const struct
{
  const char *line;
  EtpCaptureCode code;
  guint phase, lane, step;
  const char *text;
} lines[] = {
  { "", ETP_CAPTURE_PLAIN, 0, 0, 0, "" },
  { "   ", ETP_CAPTURE_PLAIN, 0, 0, 0, "" },
  { "Text", ETP_CAPTURE_PLAIN, 0, 0, 0, "Text" },
  { "3g text", ETP_CAPTURE_CELL, 3, 6, 0, "text" },
  { "3G Größe", ETP_CAPTURE_CELL, 3, 6, 0, "Größe" },
  { "  3g   text ", ETP_CAPTURE_CELL, 3, 6, 0, "text " },
  { "3g", ETP_CAPTURE_CELL, 3, 6, 0, "" },
  { "12a x", ETP_CAPTURE_CELL, 12, 0, 0, "x" },
  { "2.3 text", ETP_CAPTURE_STEP, 2, 0, 3, "text" },
  { "2.3", ETP_CAPTURE_STEP, 2, 0, 3, "" },
  { "10.12\tx", ETP_CAPTURE_STEP, 10, 0, 12, "x" },
  { "p text", ETP_CAPTURE_PARKED, 0, 0, 0, "text" },
  { "P Überweisung", ETP_CAPTURE_PARKED, 0, 0, 0, "Überweisung" },
  { "p", ETP_CAPTURE_PARKED, 0, 0, 0, "" },
  { "3 Kunden warten", ETP_CAPTURE_PLAIN, 0, 0, 0, "3 Kunden warten" },
  { "3", ETP_CAPTURE_PLAIN, 0, 0, 0, "3" },
  { "3ä text", ETP_CAPTURE_PLAIN, 0, 0, 0, "3ä text" },
  { "3gg text", ETP_CAPTURE_PLAIN, 0, 0, 0, "3gg text" },
  { "24h", ETP_CAPTURE_CELL, 24, 7, 0, "" }, /* text where there are fewer than 24 phases */
  { "3g: text", ETP_CAPTURE_PLAIN, 0, 0, 0, "3g: text" },
  { "0g text", ETP_CAPTURE_PLAIN, 0, 0, 0, "0g text" },
  { "2. Punkt", ETP_CAPTURE_PLAIN, 0, 0, 0, "2. Punkt" },
  { "2.3.4 x", ETP_CAPTURE_PLAIN, 0, 0, 0, "2.3.4 x" },
  { "2.0 x", ETP_CAPTURE_PLAIN, 0, 0, 0, "2.0 x" },
  { "2,3 x", ETP_CAPTURE_PLAIN, 0, 0, 0, "2,3 x" },
  { "12345g x", ETP_CAPTURE_PLAIN, 0, 0, 0, "12345g x" },
  { "99999999999999999999.1 x", ETP_CAPTURE_PLAIN, 0, 0, 0, "99999999999999999999.1 x" },
  { "paket", ETP_CAPTURE_PLAIN, 0, 0, 0, "paket" },
  { "-3g x", ETP_CAPTURE_PLAIN, 0, 0, 0, "-3g x" },
};

static void
test_parse (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      EtpCaptureLine parsed;

      g_test_message ("“%s”", lines[i].line);
      etp_capture_parse (lines[i].line, &parsed);
      g_assert_cmpint (parsed.code, ==, lines[i].code);
      g_assert_cmpuint (parsed.phase, ==, lines[i].phase);
      g_assert_cmpuint (parsed.lane, ==, lines[i].lane);
      g_assert_cmpuint (parsed.step, ==, lines[i].step);
      g_assert_cmpstr (parsed.text, ==, lines[i].text);
    }
}

/* What is typed, after "1b" (lane of actions) was the last target. */
static const struct
{
  const char *line, *code, *text;
} places[] = {
  { "plain", "1b", "plain" },
  { "2c x", "2c", "x" },
  { "9c x", "1b", "9c x" }, /* there is no phase 9 */
  { "2z x", "1b", "2z x" },
  { "2.1 x", "2.1", "x" },
  { "2.9 Sekunden", "1b", "2.9 Sekunden" },
  { "24h Hotline", "1b", "24h Hotline" },
  { "2x gefragt", "1b", "2x gefragt" },
  { "2s x", "2s", "x" }, /* the last lane that takes notes */
  { "2u x", "P", "2u x" },
  { "2v x", "1b", "2v x" },
  { "5b x", "P", "5b x" }, /* there are three phases */
  { "5b", "P", "5b" },
  { "6b x", "1b", "6b x" },
  { "2.4 x", "P", "2.4 x" }, /* and two steps in the second */
  { "2.5 x", "1b", "2.5 x" },
  { "4.1 x", "P", "4.1 x" },
  { "3 Kunden warten", "1b", "3 Kunden warten" },
  { "p x", "P", "x" },
};

static EtpNode *
get (EtpJourney *journey, const char *id)
{
  EtpNode *node = etp_journey_get_node (journey, id);

  g_assert_nonnull (node);
  return node;
}

static void
test_resolve (void)
{
  g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
  const EtpCaptureTarget last = { get (journey, "actions"), get (journey, "aware"), NULL };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      EtpCaptureTarget target;
      const char *text = etp_capture_resolve (journey, places[i].line, &last, &target);
      g_autofree char *code = etp_capture_dup_code (journey, &target);

      g_test_message ("“%s”", places[i].line);
      g_assert_cmpstr (code, ==, places[i].code);
      g_assert_cmpstr (text, ==, places[i].text);
    }
}

/* What names a hidden phase is no text of the cell before. */
static void
test_hidden_phase (void)
{
  g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
  const EtpCaptureTarget last = { get (journey, "actions"), get (journey, "aware"), NULL };
  EtpDatum hidden = etp_datum_boolean (TRUE);

  g_assert_true (
      etp_edit_set (journey, get (journey, "consider"), ETP_PHASE_HIDDEN, &hidden, NULL));
  for (guint i = 0; i < 2; i++)
    {
      const char *line = i == 0 ? "2c too slow" : "2.1 too slow";
      EtpCaptureTarget target;

      g_assert_true (etp_capture_is_astray (journey, line));
      g_assert_cmpstr (etp_capture_resolve (journey, line, &last, &target), ==, line);
      g_assert_null (target.lane);
    }
  g_assert_false (etp_capture_is_astray (journey, "3c too slow"));
  g_assert_false (etp_capture_is_astray (journey, "p too slow"));
}

/* Under a step: the lane used last, or that of thoughts. */
static void
test_step (void)
{
  g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
  EtpCaptureTarget last = { get (journey, "actions"), get (journey, "aware"), NULL };
  EtpCaptureTarget target;
  g_autofree char *words = NULL;

  etp_capture_resolve (journey, "2.1", &last, &target);
  g_assert_true (target.lane == last.lane);
  g_assert_true (target.step == get (journey, "visit"));
  last.lane = get (journey, "touchpoints");
  etp_capture_resolve (journey, "2.1", &last, &target);
  g_assert_true (target.lane == get (journey, "thoughts"));
  last = (EtpCaptureTarget){ NULL };
  etp_capture_resolve (journey, "2.1", &last, &target);
  g_assert_true (target.lane == get (journey, "thoughts"));
  words = etp_capture_dup_words (journey, &target);
  g_assert_true (g_str_has_prefix (words, "2.1 "));
  g_assert_nonnull (g_strstr_len (words, -1, " › "));
}

/* Letters stand for what is shown and takes notes. */
static void
test_letters (void)
{
  g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
  g_autofree char *emotion = etp_capture_dup_letter (get (journey, "emotion"));
  g_autofree char *actions = etp_capture_dup_letter (get (journey, "actions"));
  g_autofree char *phase = etp_capture_dup_letter (get (journey, "consider"));
  g_autofree char *after = NULL;
  EtpDatum hidden = etp_datum_boolean (TRUE);
  EtpCaptureTarget target = { get (journey, "actions"), get (journey, "aware"), NULL };

  g_assert_cmpstr (emotion, ==, "");
  g_assert_cmpstr (actions, ==, "b");
  g_assert_cmpstr (phase, ==, "2");
  g_assert_true (
      etp_edit_set (journey, get (journey, "touchpoints"), ETP_LANE_HIDDEN, &hidden, NULL));
  after = etp_capture_dup_letter (get (journey, "actions"));
  g_assert_cmpstr (after, ==, "a");
  hidden = etp_datum_boolean (TRUE);
  g_assert_true (etp_edit_set (journey, get (journey, "actions"), ETP_LANE_HIDDEN, &hidden, NULL));
  etp_capture_check (journey, &target);
  g_assert_null (target.lane);
}

static void
test_move (void)
{
  g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
  EtpCaptureTarget target = { NULL };

  g_assert_false (etp_capture_move (journey, &target, -1, 0));
  g_assert_true (etp_capture_move (journey, &target, 1, 0));
  g_assert_true (target.lane == get (journey, "touchpoints"));
  g_assert_true (target.phase == get (journey, "aware"));
  g_assert_false (etp_capture_move (journey, &target, 0, -1));
  g_assert_true (etp_capture_move (journey, &target, 0, 1));
  g_assert_true (target.lane == get (journey, "actions")); /* not the curve */
  g_assert_true (etp_capture_move (journey, &target, 1, 0));
  g_assert_true (target.phase == get (journey, "consider"));
  g_assert_true (etp_capture_move (journey, &target, -1, 0));
  g_assert_true (etp_capture_move (journey, &target, -1, 0));
  g_assert_null (target.lane);
}

/* A note is no picture, nor a measure; but where there is nothing else it may become one. */
static void
test_first (void)
{
  g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
  EtpNodeList *lanes = etp_journey_get_list (journey, ETP_LIST_LANES);
  EtpCaptureTarget target = { NULL };
  EtpNode *pictures = etp_edit_insert_lane (journey, 0, ETP_LANE_KIND_IMAGES, NULL, NULL);

  g_assert_nonnull (etp_edit_insert_lane (journey, 1, ETP_LANE_KIND_MEASURES, NULL, NULL));
  g_assert_true (etp_capture_find_first (journey, &target));
  g_assert_true (target.lane == get (journey, "touchpoints"));
  g_assert_true (target.phase == get (journey, "aware"));

  for (guint i = 0; i < etp_node_list_get_length (lanes); i++)
    {
      EtpDatum hidden = etp_datum_boolean (TRUE);

      if (i > 1)
        g_assert_true (
            etp_edit_set (journey, etp_node_list_get (lanes, i), ETP_LANE_HIDDEN, &hidden, NULL));
    }
  g_assert_true (etp_capture_find_first (journey, &target));
  g_assert_true (target.lane == pictures);
}

static void
test_add (void)
{
  g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
  EtpHistory *history = etp_journey_get_history (journey);
  EtpNode *step = get (journey, "visit");
  EtpNode *thoughts = get (journey, "thoughts"), *consider = get (journey, "consider");
  EtpNode *note = etp_edit_add_note (journey, thoughts, consider, step, "Which?", NULL);

  g_assert_nonnull (note);
  g_assert_cmpstr (etp_node_get_text (note, ETP_CARD_STEP), ==, etp_node_get_id (step));
  g_assert_cmpstr (etp_node_get_text (note, ETP_CARD_TITLE), ==, "Which?");
  g_assert_cmpstr (etp_history_get_undo_title (history), ==, "Add Note");
  etp_history_undo (history);
  g_assert_cmpstr (etp_history_get_undo_title (history), !=, "Add Note");

  note = etp_edit_add_note (journey, NULL, NULL, NULL, "Later", NULL);
  g_assert_cmpstr (etp_node_get_text (note, ETP_CARD_PHASE), ==, "");
  note = etp_edit_add_note (journey, get (journey, "measures"), consider, step, "Do it", NULL);
  g_assert_cmpint (etp_node_get_list (note), ==, ETP_LIST_MEASURES);
  g_assert_cmpstr (etp_node_get_text (note, ETP_MEASURE_PHASE), ==, "consider");
  etp_journey_assert_valid (journey);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/capture/parse", test_parse);
  g_test_add_func ("/capture/resolve", test_resolve);
  g_test_add_func ("/capture/hidden-phase", test_hidden_phase);
  g_test_add_func ("/capture/step", test_step);
  g_test_add_func ("/capture/letters", test_letters);
  g_test_add_func ("/capture/move", test_move);
  g_test_add_func ("/capture/first", test_first);
  g_test_add_func ("/capture/add", test_add);
  return g_test_run ();
}
