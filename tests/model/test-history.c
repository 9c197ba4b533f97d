/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-tests"

#include "config.h"

#include <string.h>

#include "etp-test-build.h"
#include "etp-test-dump.h"
#include "model/etp-change.h"
#include "model/etp-check.h"
#include "model/etp-history.h"

/* Changes, transactions, undo and redo, coalescing, serials, and who is told. */

typedef struct
{
  EtpJourney *journey;
  EtpHistory *history;
  EtpNode *phase;
} Fixture;

static gint64 now;

static gint64
get_now (void)
{
  return now;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->journey = etp_test_journey_new_sample ();
  fixture->history = etp_journey_get_history (fixture->journey);
  fixture->phase = etp_journey_get_node (fixture->journey, "aware");
  now = 0;
  etp_history_set_clock (fixture->history, get_now);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  etp_journey_assert_valid (fixture->journey);
  g_object_unref (fixture->journey);
}

static void
set_text (Fixture *fixture, guint field, const char *text)
{
  EtpDatum datum = etp_datum_text (&etp_list_get_table (ETP_LIST_PHASES)->fields[field], text);

  etp_change_set (fixture->journey, fixture->phase, field, &datum);
}

static void
rename_phase (Fixture *fixture, const char *name, const char *key)
{
  etp_history_begin (fixture->history, "Rename", key);
  set_text (fixture, ETP_PHASE_NAME, name);
  etp_history_commit (fixture->history);
}

static const char *
get_name (Fixture *fixture)
{
  return etp_node_get_text (fixture->phase, ETP_PHASE_NAME);
}

static void
test_four_changes (Fixture *fixture, gconstpointer data)
{
  EtpNodeList *phases = etp_journey_get_list (fixture->journey, ETP_LIST_PHASES);
  g_autoptr (EtpNode) added = etp_node_new (ETP_LIST_PHASES, NULL);
  g_autofree char *before = etp_test_dump (fixture->journey);
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  EtpNode *last = etp_node_list_get (phases, 2);

  etp_history_begin (fixture->history, "All at once", NULL);
  set_text (fixture, ETP_PHASE_NAME, "New");
  etp_change_insert (fixture->journey, added, 1);
  etp_change_move (fixture->journey, last, 0);
  etp_change_remove (fixture->journey, etp_journey_get_node (fixture->journey, "remark"));
  etp_history_commit (fixture->history);

  g_assert_true (etp_node_list_get (phases, 0) == last);
  g_assert_true (etp_node_list_get (phases, 2) == added);
  g_assert_cmpuint (strlen (etp_node_get_id (added)), ==, 8);
  g_assert_true (etp_journey_get_node (fixture->journey, etp_node_get_id (added)) == added);
  g_assert_null (etp_journey_get_node (fixture->journey, "remark"));
  after = etp_test_dump (fixture->journey);

  g_assert_cmpstr (etp_history_get_undo_title (fixture->history), ==, "All at once");
  g_assert_true (etp_history_undo (fixture->history));
  undone = etp_test_dump (fixture->journey);
  etp_test_assert_same_dump (before, undone);
  g_assert_null (etp_node_get_journey (added));
  g_assert_false (etp_history_undo (fixture->history));

  g_assert_cmpstr (etp_history_get_redo_title (fixture->history), ==, "All at once");
  g_assert_true (etp_history_redo (fixture->history));
  redone = etp_test_dump (fixture->journey);
  etp_test_assert_same_dump (after, redone);
  g_assert_false (etp_history_redo (fixture->history));
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  etp_history_begin (fixture->history, "Nothing", NULL);
  set_text (fixture, ETP_PHASE_NAME, "Awareness");
  etp_change_move (fixture->journey, fixture->phase, 0);
  etp_history_commit (fixture->history);

  g_assert_null (etp_history_get_undo_title (fixture->history));
  g_assert_cmpuint (etp_journey_get_serial (fixture->journey), ==, 0);
}

static void
test_rollback (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = etp_test_dump (fixture->journey);
  g_autofree char *after = NULL;

  etp_history_begin (fixture->history, "Outer", NULL);
  set_text (fixture, ETP_PHASE_NAME, "Outer");

  etp_history_begin (fixture->history, "Inner", NULL);
  set_text (fixture, ETP_PHASE_NAME, "Inner");
  etp_change_remove (fixture->journey, etp_journey_get_node (fixture->journey, "parked"));
  etp_history_rollback (fixture->history);
  g_assert_true (etp_history_is_open (fixture->history));
  g_assert_cmpstr (get_name (fixture), ==, "Outer");
  g_assert_nonnull (etp_journey_get_node (fixture->journey, "parked"));

  etp_history_rollback (fixture->history);
  g_assert_false (etp_history_is_open (fixture->history));
  after = etp_test_dump (fixture->journey);
  etp_test_assert_same_dump (before, after);
  g_assert_null (etp_history_get_undo_title (fixture->history));
}

static void
test_nesting (Fixture *fixture, gconstpointer data)
{
  etp_history_begin (fixture->history, "Outer", NULL);
  rename_phase (fixture, "A", "key");
  rename_phase (fixture, "B", "key");
  g_assert_null (etp_history_get_undo_title (fixture->history));
  etp_history_commit (fixture->history);

  g_assert_cmpstr (etp_history_get_undo_title (fixture->history), ==, "Outer");
  g_assert_true (etp_history_undo (fixture->history));
  g_assert_cmpstr (get_name (fixture), ==, "Awareness");
}

static void
test_redo_is_forgotten (Fixture *fixture, gconstpointer data)
{
  rename_phase (fixture, "A", NULL);
  rename_phase (fixture, "B", NULL);
  etp_history_undo (fixture->history);
  etp_history_undo (fixture->history);
  rename_phase (fixture, "C", NULL);
  g_assert_false (etp_history_redo (fixture->history));
  g_assert_true (etp_history_undo (fixture->history));
  g_assert_false (etp_history_undo (fixture->history));
}

static void
test_serials (Fixture *fixture, gconstpointer data)
{
  guint64 saved;

  rename_phase (fixture, "A", NULL);
  saved = etp_journey_get_serial (fixture->journey);
  rename_phase (fixture, "B", NULL);
  g_assert_cmpuint (etp_journey_get_serial (fixture->journey), !=, saved);
  etp_history_undo (fixture->history);
  g_assert_cmpuint (etp_journey_get_serial (fixture->journey), ==, saved);

  /* Another way on from there is another state, even where the redo stack was as high. */
  rename_phase (fixture, "B", NULL);
  g_assert_cmpuint (etp_journey_get_serial (fixture->journey), >, saved + 1);
  etp_history_undo (fixture->history);
  etp_history_undo (fixture->history);
  g_assert_cmpuint (etp_journey_get_serial (fixture->journey), ==, 0);
}

typedef struct
{
  const char *what;
  const char *key;
  gint64 pause;
  gboolean ended;
  guint steps; /* to undo both edits */
} CoalesceCase;

static const CoalesceCase coalesce_cases[] = {
  { "the same key", "key", 1000 * 1000, FALSE, 1 },
  { "at the last moment", "key", 1500 * 1000, FALSE, 1 },
  { "too late", "key", 1500 * 1000 + 1, FALSE, 2 },
  { "no key", NULL, 0, FALSE, 2 },
  { "another key", "other", 0, FALSE, 2 },
  { "ended", "key", 0, TRUE, 2 },
};

static void
test_coalescing (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (coalesce_cases); i++)
    {
      const CoalesceCase *c = &coalesce_cases[i];
      guint64 before = etp_journey_get_serial (fixture->journey);
      guint steps = 0;

      g_test_message ("%s", c->what);
      etp_history_end_coalescing (fixture->history);
      rename_phase (fixture, "A", c->key != NULL ? "key" : NULL);
      now += c->pause;
      if (c->ended)
        etp_history_end_coalescing (fixture->history);
      rename_phase (fixture, "B", c->key);
      g_assert_cmpstr (get_name (fixture), ==, "B");

      for (; etp_journey_get_serial (fixture->journey) != before; steps++)
        g_assert_true (etp_history_undo (fixture->history));
      g_assert_cmpuint (steps, ==, c->steps);
      g_assert_cmpstr (get_name (fixture), ==, "Awareness");
      for (guint redone = 0; redone < steps; redone++)
        g_assert_true (etp_history_redo (fixture->history));
      g_assert_cmpstr (get_name (fixture), ==, "B");
      while (etp_history_undo (fixture->history))
        ;
    }
}

static void
test_coalescing_mixed (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = etp_test_dump (fixture->journey);
  g_autofree char *undone = NULL;

  rename_phase (fixture, "A", "key");
  for (guint i = 0; i < 3; i++)
    {
      etp_history_begin (fixture->history, "More", "key");
      set_text (fixture, ETP_PHASE_GOAL, i == 0 ? "G" : "H");
      set_text (fixture, ETP_PHASE_NAME, i == 1 ? "B" : "C");
      etp_history_commit (fixture->history);
    }
  g_assert_true (etp_history_undo (fixture->history));
  g_assert_false (etp_history_undo (fixture->history));
  undone = etp_test_dump (fixture->journey);
  etp_test_assert_same_dump (before, undone);
  g_assert_true (etp_history_redo (fixture->history));
  g_assert_cmpstr (get_name (fixture), ==, "C");
  g_assert_cmpstr (etp_node_get_text (fixture->phase, ETP_PHASE_GOAL), ==, "H");
}

static void
count_changes (EtpJourney *journey, GPtrArray *changes, gpointer user_data)
{
  *(guint *) user_data += changes->len;
}

/* Sliding several to and fro is one change for each, also where one of them has the value already. */
static void
test_coalescing_several (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "Consideration", "A", "B", "A", "C" };
  EtpNodeList *phases = etp_journey_get_list (fixture->journey, ETP_LIST_PHASES);
  g_autofree char *before = etp_test_dump (fixture->journey);
  g_autofree char *after = NULL, *undone = NULL, *redone = NULL;
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      etp_history_begin (fixture->history, "Slide", "key");
      for (guint j = 0; j < 3; j++)
        {
          EtpDatum datum = etp_datum_text (
              &etp_list_get_table (ETP_LIST_PHASES)->fields[ETP_PHASE_NAME], names[i]);

          etp_change_set (fixture->journey, etp_node_list_get (phases, j), ETP_PHASE_NAME, &datum);
        }
      etp_history_commit (fixture->history);
    }
  after = etp_test_dump (fixture->journey);
  etp_journey_set_recorder (fixture->journey, count_changes, &n);
  g_assert_true (etp_history_undo (fixture->history));
  etp_journey_set_recorder (fixture->journey, NULL, NULL);
  g_assert_cmpuint (n, ==, 3);
  undone = etp_test_dump (fixture->journey);
  etp_test_assert_same_dump (before, undone);
  g_assert_true (etp_history_redo (fixture->history));
  redone = etp_test_dump (fixture->journey);
  etp_test_assert_same_dump (after, redone);
}

/* What comes or goes in between keeps its place among what is set. */
static void
test_coalescing_around (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = etp_test_dump (fixture->journey);
  g_autofree char *undone = NULL;

  rename_phase (fixture, "A", "key");
  etp_history_begin (fixture->history, "More", "key");
  etp_change_move (fixture->journey, fixture->phase, 1);
  set_text (fixture, ETP_PHASE_NAME, "B");
  etp_history_commit (fixture->history);
  rename_phase (fixture, "C", "key");
  g_assert_true (etp_history_undo (fixture->history));
  g_assert_false (etp_history_undo (fixture->history));
  undone = etp_test_dump (fixture->journey);
  etp_test_assert_same_dump (before, undone);
  g_assert_true (etp_history_redo (fixture->history));
  g_assert_cmpstr (get_name (fixture), ==, "C");
}

/* What is recorded is never merged, and undo is recorded as what it does. */
static void
on_changes (EtpJourney *journey, GPtrArray *changes, gpointer user_data)
{
  for (guint i = 0; i < changes->len; i++)
    {
      const EtpChange *change = changes->pdata[i];

      g_assert_cmpint (change->kind, ==, ETP_CHANGE_SET);
      g_string_append_printf (user_data, "%s %s>%s;", change->id, change->from.u.text,
                              change->to.u.text);
    }
}

static void
on_committed (EtpJourney *journey, GPtrArray *ids, gpointer user_data)
{
  g_assert_cmpuint (ids->len, ==, 1);
  g_string_append (user_data, "signal;");
}

static void
test_recorder (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) record = g_string_new (NULL);

  etp_journey_set_recorder (fixture->journey, on_changes, record);
  g_signal_connect (fixture->journey, "committed", G_CALLBACK (on_committed), record);
  rename_phase (fixture, "A", "key");
  rename_phase (fixture, "B", "key");
  etp_history_undo (fixture->history);
  etp_history_redo (fixture->history);
  etp_journey_set_recorder (fixture->journey, NULL, NULL);

  g_assert_cmpstr (record->str, ==,
                   "aware Awareness>A;signal;aware A>B;signal;"
                   "aware B>Awareness;signal;aware Awareness>B;signal;");
}

static void
on_notify (GObject *object, GParamSpec *pspec, gpointer user_data)
{
  g_string_append_printf (user_data, "%s;", pspec->name);
}

static void
on_items_changed (GListModel *model, guint at, guint removed, guint added, gpointer user_data)
{
  g_string_append_printf (user_data, "%u-%u+%u;", at, removed, added);
}

static void
on_history_changed (EtpHistory *history, gpointer user_data)
{
  *(guint *) user_data += 1;
}

static void
test_signals (Fixture *fixture, gconstpointer data)
{
  EtpNodeList *phases = etp_journey_get_list (fixture->journey, ETP_LIST_PHASES);
  g_autoptr (GString) log = g_string_new (NULL);
  g_autoptr (EtpNode) added = etp_node_new (ETP_LIST_PHASES, "added");
  guint64 stamp = etp_node_get_stamp (fixture->phase);
  guint n_changed = 0;

  g_signal_connect (fixture->phase, "notify", G_CALLBACK (on_notify), log);
  g_signal_connect (phases, "items-changed", G_CALLBACK (on_items_changed), log);
  g_signal_connect (fixture->history, "changed", G_CALLBACK (on_history_changed), &n_changed);

  etp_history_begin (fixture->history, "Edit", NULL);
  set_text (fixture, ETP_PHASE_GOAL, "G");
  etp_change_insert (fixture->journey, added, G_MAXUINT);
  etp_change_move (fixture->journey, added, 1);
  etp_change_remove (fixture->journey, added);
  etp_history_commit (fixture->history);
  g_assert_cmpstr (log->str, ==, "goal;3-0+1;1-3+3;1-1+0;");
  g_assert_cmpuint (etp_node_get_stamp (fixture->phase), >, stamp);
  g_assert_cmpuint (n_changed, ==, 1);

  g_string_truncate (log, 0);
  etp_history_undo (fixture->history);
  g_assert_cmpstr (log->str, ==, "1-0+1;1-3+3;3-1+0;goal;");
  g_assert_cmpuint (n_changed, ==, 2);
}

static void
on_committed_edit (EtpJourney *journey, GPtrArray *ids, gpointer user_data)
{
  Fixture *fixture = user_data;

  if (g_str_equal (get_name (fixture), "A"))
    rename_phase (fixture, "from the handler", NULL);
}

static void
test_edit_in_handler (Fixture *fixture, gconstpointer data)
{
  g_signal_connect (fixture->journey, "committed", G_CALLBACK (on_committed_edit), fixture);
  rename_phase (fixture, "A", NULL);
  g_assert_cmpstr (get_name (fixture), ==, "from the handler");
  etp_history_undo (fixture->history);
  g_signal_handlers_disconnect_by_func (fixture->journey, on_committed_edit, fixture);
  g_assert_cmpuint (etp_journey_get_serial (fixture->journey), !=, 0);
  while (etp_history_undo (fixture->history))
    ;
  g_assert_cmpstr (get_name (fixture), ==, "Awareness");
}

static void
test_build (Fixture *fixture, gconstpointer data)
{
  g_autoptr (EtpJourney) journey = etp_journey_new ();
  g_autoptr (EtpNode) a = etp_node_new (ETP_LIST_PHASES, "same");
  g_autoptr (EtpNode) b = etp_node_new (ETP_LIST_CARDS, "same");

  g_assert_true (etp_journey_build_add (journey, a));
  g_assert_false (etp_journey_build_add (journey, b));
  g_assert_true (etp_journey_get_node (journey, "same") == a);
  g_assert_true (etp_journey_get_node (journey, "") == ETP_NODE (journey));
  g_assert_null (etp_journey_get_node (journey, "other"));
  g_assert_null (etp_history_get_undo_title (etp_journey_get_history (journey)));
}

static void
test_outlives_journey (Fixture *fixture, gconstpointer data)
{
  g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
  g_autoptr (EtpHistory) history = g_object_ref (etp_journey_get_history (journey));
  g_autoptr (EtpNode) node = g_object_ref (etp_journey_get_node (journey, "visit"));

  g_clear_object (&journey);
  g_assert_null (etp_node_get_journey (node));
  g_assert_cmpstr (etp_node_get_text (node, ETP_CARD_TITLE), ==, "Visits the shop");
  g_assert_false (etp_history_undo (history));
}

static void
test_write_outside (Fixture *fixture, gconstpointer data)
{
  if (g_test_subprocess ())
    {
      set_text (fixture, ETP_PHASE_NAME, "never");
      return;
    }

  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*outside a transaction*");
}

#define ADD(name, func) g_test_add ("/model/history/" name, Fixture, NULL, set_up, func, tear_down)

/* All of a run is one step, with a pause and another field in between; what comes after is not. */
static void
test_run (Fixture *fixture, gconstpointer data)
{
  etp_history_begin_run (fixture->history);
  rename_phase (fixture, "One", "name");
  now += 10 * G_USEC_PER_SEC;
  rename_phase (fixture, "Two", NULL);
  etp_history_end_run (fixture->history);
  rename_phase (fixture, "Three", "name");
  g_assert_true (etp_history_undo (fixture->history));
  g_assert_cmpstr (etp_node_get_text (fixture->phase, ETP_PHASE_NAME), ==, "Two");
  g_assert_true (etp_history_undo (fixture->history));
  g_assert_null (etp_history_get_undo_title (fixture->history));
  g_assert_true (etp_history_redo (fixture->history));
  g_assert_cmpstr (etp_node_get_text (fixture->phase, ETP_PHASE_NAME), ==, "Two");
}

/* A cancelled run leaves nothing to undo or redo; one that undo has ended takes nothing back. */
static void
test_cancelled_run (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = g_strdup (etp_node_get_text (fixture->phase, ETP_PHASE_NAME));
  const guint64 serial = etp_journey_get_serial (fixture->journey);

  etp_history_begin_run (fixture->history);
  g_assert_false (etp_history_cancel_run (fixture->history));
  etp_history_begin_run (fixture->history);
  rename_phase (fixture, "One", NULL);
  rename_phase (fixture, "Two", NULL);
  g_assert_true (etp_history_cancel_run (fixture->history));
  g_assert_cmpstr (etp_node_get_text (fixture->phase, ETP_PHASE_NAME), ==, before);
  g_assert_cmpuint (etp_journey_get_serial (fixture->journey), ==, serial);
  g_assert_null (etp_history_get_undo_title (fixture->history));
  g_assert_null (etp_history_get_redo_title (fixture->history));

  rename_phase (fixture, "One", NULL);
  etp_history_begin_run (fixture->history);
  rename_phase (fixture, "Two", NULL);
  g_assert_true (etp_history_undo (fixture->history));
  g_assert_false (etp_history_cancel_run (fixture->history));
  g_assert_cmpstr (etp_node_get_text (fixture->phase, ETP_PHASE_NAME), ==, "One");
}

static void
test_returning (Fixture *fixture, gconstpointer data)
{
  g_autoptr (EtpNode) added = etp_node_new (ETP_LIST_PHASES, "new");
  g_autoptr (EtpNode) passing = etp_node_new (ETP_LIST_PHASES, "passing");
  g_autoptr (GPtrArray) none = etp_history_list_returning (fixture->history, FALSE);
  g_autoptr (GPtrArray) undone = NULL;
  g_autoptr (GPtrArray) redone = NULL;

  g_assert_cmpuint (none->len, ==, 0);
  etp_history_begin (fixture->history, "Replace", NULL);
  etp_change_insert (fixture->journey, added, 1);
  etp_change_insert (fixture->journey, passing, 1);
  etp_change_remove (fixture->journey, passing);
  etp_change_remove (fixture->journey, etp_journey_get_node (fixture->journey, "remark"));
  etp_history_commit (fixture->history);

  undone = etp_history_list_returning (fixture->history, FALSE);
  g_assert_true (g_ptr_array_find_with_equal_func (undone, "remark", g_str_equal, NULL));
  g_assert_false (g_ptr_array_find_with_equal_func (undone, "new", g_str_equal, NULL));
  etp_history_undo (fixture->history);
  g_assert_nonnull (etp_journey_get_node (fixture->journey, "remark"));
  redone = etp_history_list_returning (fixture->history, TRUE);
  g_assert_true (g_ptr_array_find_with_equal_func (redone, "new", g_str_equal, NULL));
  g_assert_false (g_ptr_array_find_with_equal_func (redone, "remark", g_str_equal, NULL));
}

/* A phase that was hidden comes back as well. */
static void
test_shown_again (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) undone = NULL;
  g_autoptr (GPtrArray) redone = NULL;
  EtpDatum hidden = etp_datum_boolean (TRUE);

  etp_history_begin (fixture->history, "Hide", NULL);
  etp_change_set (fixture->journey, fixture->phase, ETP_PHASE_HIDDEN, &hidden);
  etp_history_commit (fixture->history);
  undone = etp_history_list_returning (fixture->history, FALSE);
  g_assert_cmpuint (undone->len, ==, 1);
  g_assert_cmpstr (undone->pdata[0], ==, etp_node_get_id (fixture->phase));
  etp_history_undo (fixture->history);
  redone = etp_history_list_returning (fixture->history, TRUE);
  g_assert_cmpuint (redone->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("four-changes", test_four_changes);
  ADD ("empty", test_empty);
  ADD ("rollback", test_rollback);
  ADD ("nesting", test_nesting);
  ADD ("redo-is-forgotten", test_redo_is_forgotten);
  ADD ("serials", test_serials);
  ADD ("coalescing", test_coalescing);
  ADD ("coalescing-mixed", test_coalescing_mixed);
  ADD ("coalescing-several", test_coalescing_several);
  ADD ("coalescing-around", test_coalescing_around);
  ADD ("recorder", test_recorder);
  ADD ("signals", test_signals);
  ADD ("edit-in-handler", test_edit_in_handler);
  ADD ("build", test_build);
  ADD ("outlives-journey", test_outlives_journey);
  ADD ("write-outside", test_write_outside);
  ADD ("returning", test_returning);
  ADD ("shown-again", test_shown_again);
  ADD ("run", test_run);
  ADD ("cancelled-run", test_cancelled_run);
  return g_test_run ();
}
