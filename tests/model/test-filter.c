/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-tests"

#include "config.h"

#include <string.h>

#include "etp-test-build.h"
#include "model/etp-edit-merge.h"
#include "model/etp-edit-node.h"
#include "model/etp-filter.h"
#include "model/etp-history.h"
#include "model/etp-tables.h"

/* What a filter lets through, one small journey and a table of questions. */

static EtpValue *
feeling (const char *persona, const char *evidence)
{
  return etp_test_value (&etp_emotion_table, ETP_EMOTION_PERSONA, persona, ETP_EMOTION_VALUE, 1.0,
                         ETP_EMOTION_EVIDENCE, evidence, ETP_TEST_END);
}

static EtpJourney *
create_journey (void)
{
  EtpJourney *journey = etp_journey_new ();

  etp_test_set_root (journey, ETP_JOURNEY_TAGS, "wichtig|später", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_UNITS, "sales", ETP_UNIT_NAME, "Vertrieb", ETP_UNIT_LEAD, "Lea",
                ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_PERSONAS, "anna", ETP_PERSONA_NAME, "Anna", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_PERSONAS, "max", ETP_PERSONA_NAME, "Max", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_CHANNELS, "shop", ETP_CHANNEL_NAME, "Filiale", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_CHANNELS, "web", ETP_CHANNEL_NAME, "Web", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_TOUCHPOINTS, "counter", ETP_TOUCHPOINT_CHANNEL, "shop",
                ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_PHASES, "p", ETP_PHASE_NAME, "Kauf", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_LANES, "l", ETP_LANE_KIND, "touchpoints", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_LANES, "pains", ETP_LANE_KIND, "pains", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_CARDS, "plain", ETP_CARD_LANE, "l", ETP_CARD_PHASE, "p",
                ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_CARDS, "anna-shop", ETP_CARD_LANE, "l", ETP_CARD_PHASE, "p",
                ETP_CARD_PERSONAS, "anna", ETP_CARD_TOUCHPOINT, "counter", ETP_CARD_TAGS, "wichtig",
                ETP_CARD_EMOTIONS, feeling ("anna", "measured"), NULL, ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_CARDS, "max-web", ETP_CARD_LANE, "l", ETP_CARD_PHASE, "p",
                ETP_CARD_PERSONAS, "max", ETP_CARD_CHANNELS, "web", ETP_CARD_UNITS, "sales",
                ETP_CARD_EMOTIONS, feeling ("max", "assumed"), NULL, ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_CARDS, "seen", ETP_CARD_LANE, "l", ETP_CARD_PHASE, "p",
                ETP_CARD_PERSONAS, "anna|max", ETP_CARD_CHANNELS, "web|shop", ETP_CARD_EVIDENCE,
                "observed", ETP_CARD_TAGS, "später|wichtig", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_CARDS, "pain", ETP_CARD_LANE, "pains", ETP_CARD_PHASE, "p",
                ETP_CARD_STEP, "anna-shop", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_MEASURES, "fix", ETP_MEASURE_TITLE, "Mehr Personal",
                ETP_MEASURE_CARDS, "pain", ETP_MEASURE_OWNER, "Kim", ETP_MEASURE_TAGS, "später",
                ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_METRICS, "nps", ETP_METRIC_AT, "max-web", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_LINKS, "hand", ETP_LINK_FROM, "anna-shop", ETP_LINK_TO, "seen",
                ETP_TEST_END);
  return journey;
}

/* filter: words "persona=anna", "channel=web", "tag=…", "owner=…", "facts", parted by blanks;
 * matches: of all that can be judged. */
static const struct
{
  const char *filter, *matches;
} rows[] = {
  { "", "anna max shop web plain anna-shop max-web seen pain hand fix nps" },
  { "persona=anna", "anna shop web plain anna-shop seen pain hand fix" },
  { "persona=max", "max shop web plain max-web seen nps" },
  { "persona=anna persona=max",
    "anna max shop web plain anna-shop max-web seen pain hand fix nps" },
  { "persona=gone", "shop web plain" },
  { "channel=shop", "anna max shop anna-shop seen pain hand fix" },
  { "channel=web", "anna max web max-web seen nps" },
  { "tag=wichtig", "anna max shop web anna-shop seen hand" },
  { "tag=später", "anna max shop web seen fix" },
  { "tag=Wichtig", "anna max shop web" },
  { "owner=Kim", "anna max shop web pain fix" },
  { "owner=Lea", "anna max shop web max-web nps" },
  { "owner=Kim owner=Lea", "anna max shop web max-web pain fix nps" },
  { "facts", "anna max shop web anna-shop seen hand fix nps" },
  { "facts persona=max", "max shop web seen nps" },
  { "persona=anna channel=web", "anna web seen" },
  { "persona=anna channel=shop tag=wichtig facts", "anna shop anna-shop seen hand" },
};

static EtpFilter *
parse (const char *text)
{
  static const char *const names[] = { "persona=", "channel=", "tag=", "owner=" };
  EtpFilter *filter = etp_filter_new ();
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (g_str_equal (words[i], "facts"))
        etp_filter_set_facts_only (filter, TRUE);
      for (guint kind = 0; kind < ETP_N_FILTER_KINDS; kind++)
        if (g_str_has_prefix (words[i], names[kind]))
          etp_filter_set (filter, kind, words[i] + strlen (names[kind]), TRUE);
    }
  return filter;
}

static void
test_matches (void)
{
  static const EtpListKind judged[] = { ETP_LIST_PERSONAS, ETP_LIST_CHANNELS, ETP_LIST_CARDS,
                                        ETP_LIST_LINKS,    ETP_LIST_MEASURES, ETP_LIST_METRICS };
  g_autoptr (EtpJourney) journey = create_journey ();

  for (guint row = 0; row < G_N_ELEMENTS (rows); row++)
    {
      g_autoptr (EtpFilter) filter = parse (rows[row].filter);
      g_autoptr (GHashTable) others = etp_filter_find_others (filter, journey);
      g_autoptr (GString) found = g_string_new (NULL);

      for (guint i = 0; i < G_N_ELEMENTS (judged); i++)
        {
          EtpNodeList *list = etp_journey_get_list (journey, judged[i]);
          EtpNode *node;

          for (guint j = 0; (node = etp_node_list_get (list, j)) != NULL; j++)
            {
              const char *id = etp_node_get_id (node);
              const gboolean matches = etp_filter_matches (filter, node);

              /* All at once and one by one is the same. */
              g_assert_cmpint (g_hash_table_contains (others, id), ==, !matches);
              if (matches)
                g_string_append_printf (found, "%s%s", found->len > 0 ? " " : "", id);
            }
        }
      g_test_message ("%s", rows[row].filter);
      g_assert_cmpstr (found->str, ==, rows[row].matches);
    }
}

/* A measure is for a card also where only a link says so, whichever way it was drawn; other links say
 * nothing. */
static void
test_joined (void)
{
  static const struct
  {
    const char *from, *to, *kind, *filter;
    gboolean card, measure;
  } links[] = {
    { "train", "max-web", "answers", "owner=Mia", TRUE, TRUE },
    { "max-web", "train", "answers", "owner=Mia", TRUE, TRUE },
    { "train", "max-web", "flow", "owner=Mia", FALSE, TRUE },
    { "train", "plain", "answers", "owner=Mia", FALSE, TRUE },
    { "train", "max-web", "answers", "owner=Kim", FALSE, FALSE },
    { "train", "max-web", "answers", "channel=web", TRUE, TRUE },
    { "train", "max-web", "answers", "channel=shop", FALSE, FALSE },
    { "train", "max-web", "answers", "persona=anna", FALSE, FALSE },
    { "train", "max-web", "flow", "persona=anna", FALSE, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    {
      g_autoptr (EtpJourney) journey = create_journey ();
      g_autoptr (EtpFilter) filter = parse (links[i].filter);
      EtpNode *measure = etp_test_add (journey, ETP_LIST_MEASURES, "train", ETP_MEASURE_OWNER,
                                       "Mia", ETP_TEST_END);

      etp_test_add (journey, ETP_LIST_LINKS, "joins", ETP_LINK_FROM, links[i].from, ETP_LINK_TO,
                    links[i].to, ETP_LINK_KIND, links[i].kind, ETP_TEST_END);
      g_test_message ("%s %s %s: %s", links[i].from, links[i].kind, links[i].to, links[i].filter);
      g_assert_cmpint (etp_filter_matches (filter, etp_journey_get_node (journey, "max-web")), ==,
                       links[i].card);
      g_assert_cmpint (etp_filter_matches (filter, measure), ==, links[i].measure);
    }
}

/* On the map, of all that are there. */
static void
test_count (void)
{
  static const struct
  {
    const char *filter;
    guint n, n_shown; /* with all lanes; without the pains */
  } counts[] = {
    { "", 5, 4 },
    { "persona=anna", 4, 3 },
    { "persona=anna channel=shop tag=wichtig facts", 2, 2 },
    { "owner=Kim", 1, 0 },
    { "persona=gone", 1, 1 },
  };
  g_autoptr (EtpJourney) journey = create_journey ();

  etp_test_add (journey, ETP_LIST_CARDS, "parked", ETP_TEST_END);
  for (guint hides = 0; hides < 2; hides++)
    for (guint row = 0; row < G_N_ELEMENTS (counts); row++)
      {
        g_autoptr (EtpFilter) filter = parse (counts[row].filter);
        EtpDatum hidden = etp_datum_boolean (hides);
        guint n, n_all;

        g_assert_true (etp_edit_set (journey, etp_journey_get_node (journey, "pains"),
                                     ETP_LANE_HIDDEN, &hidden, NULL));
        n = etp_filter_count_cards (filter, journey, &n_all);
        g_test_message ("%s", counts[row].filter);
        g_assert_cmpuint (n, ==, hides ? counts[row].n_shown : counts[row].n);
        g_assert_cmpuint (n_all, ==, hides ? 4 : 5);
      }
}

static const struct
{
  const char *filter, *card, *persona;
  gboolean matches;
} feelings[] = {
  { "", "anna-shop", "anna", TRUE },
  { "persona=anna", "anna-shop", "anna", TRUE },
  { "persona=max", "anna-shop", "anna", FALSE },
  { "facts", "anna-shop", "anna", TRUE },
  { "facts", "max-web", "max", FALSE },
  { "facts", "seen", "anna", FALSE },
  { "channel=web", "max-web", "max", TRUE },
  { "channel=web", "anna-shop", "anna", FALSE },
};

static void
test_emotions (void)
{
  g_autoptr (EtpJourney) journey = create_journey ();

  for (guint i = 0; i < G_N_ELEMENTS (feelings); i++)
    {
      g_autoptr (EtpFilter) filter = parse (feelings[i].filter);
      EtpNode *card = etp_journey_get_node (journey, feelings[i].card);

      g_test_message ("%s: %s", feelings[i].filter, feelings[i].card);
      g_assert_cmpint (etp_filter_matches_emotion (filter, card, feelings[i].persona), ==,
                       feelings[i].matches);
    }
}

static void
test_value (void)
{
  g_autoptr (EtpFilter) filter = parse ("persona=anna tag=wichtig facts");
  g_autoptr (EtpFilter) copy = etp_filter_copy (filter);

  g_assert_true (etp_filter_equal (filter, copy));
  g_assert_false (etp_filter_is_empty (filter));
  etp_filter_set (copy, ETP_FILTER_TAG, "wichtig", FALSE);
  g_assert_false (etp_filter_equal (filter, copy));
  g_assert_true (etp_filter_has (filter, ETP_FILTER_TAG, "wichtig"));
  g_assert_false (etp_filter_has (copy, ETP_FILTER_TAG, "wichtig"));
  /* Twice is once. */
  etp_filter_set (copy, ETP_FILTER_PERSONA, "anna", TRUE);
  g_assert_cmpuint (etp_filter_get_values (copy, ETP_FILTER_PERSONA)->len, ==, 1);
  etp_filter_clear (copy);
  g_assert_true (etp_filter_is_empty (copy));
}

static void
test_choices (void)
{
  static const char *const expected[ETP_N_FILTER_KINDS] = { "anna max", "shop web",
                                                            "wichtig später", "Kim Lea" };
  g_autoptr (EtpJourney) journey = create_journey ();

  for (guint kind = 0; kind < ETP_N_FILTER_KINDS; kind++)
    {
      g_autoptr (GPtrArray) values = etp_filter_list_values (journey, kind);
      g_autofree char *joined = NULL;

      g_ptr_array_add (values, NULL);
      joined = g_strjoinv (" ", (char **) values->pdata);
      g_assert_cmpstr (joined, ==, expected[kind]);
    }
}

/* What is gone does not count any more; a name that another one took the place of is gone. */
static void
test_prune (void)
{
  g_autoptr (EtpJourney) journey = create_journey ();
  g_autoptr (EtpFilter) filter = etp_filter_new ();

  etp_filter_set (filter, ETP_FILTER_PERSONA, "anna", TRUE);
  etp_filter_set (filter, ETP_FILTER_PERSONA, "max", TRUE);
  etp_filter_set (filter, ETP_FILTER_CHANNEL, "web", TRUE);
  etp_filter_set (filter, ETP_FILTER_TAG, "später", TRUE);
  etp_filter_set (filter, ETP_FILTER_OWNER, "Kim", TRUE);
  etp_filter_set_facts_only (filter, TRUE);
  g_assert_false (etp_filter_prune (filter, journey));

  g_assert_true (etp_edit_remove (journey, etp_journey_get_node (journey, "anna"), NULL));
  g_assert_true (etp_edit_remove_tag (journey, "später", NULL));
  g_assert_true (etp_edit_set_text (journey, etp_journey_get_node (journey, "fix"),
                                    ETP_MEASURE_OWNER, "Lea", NULL));
  g_assert_true (etp_filter_prune (filter, journey));
  g_assert_false (etp_filter_has (filter, ETP_FILTER_PERSONA, "anna"));
  g_assert_true (etp_filter_has (filter, ETP_FILTER_PERSONA, "max"));
  g_assert_true (etp_filter_has (filter, ETP_FILTER_CHANNEL, "web"));
  g_assert_cmpuint (etp_filter_get_values (filter, ETP_FILTER_TAG)->len, ==, 0);
  g_assert_cmpuint (etp_filter_get_values (filter, ETP_FILTER_OWNER)->len, ==, 0);
  g_assert_true (etp_filter_get_facts_only (filter));
  g_assert_false (etp_filter_prune (filter, journey));
}

static void
assert_values (EtpFilter *filter, EtpFilterKind kind, const char *expected)
{
  const GPtrArray *values = etp_filter_get_values (filter, kind);
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; i < values->len; i++)
    g_string_append_printf (joined, "%s%s", i > 0 ? "|" : "", (const char *) values->pdata[i]);
  g_assert_cmpstr (joined->str, ==, expected);
}

/* A tag that is renamed is followed, also when that is undone, and as part of another one. */
static void
test_follow (void)
{
  g_autoptr (EtpJourney) journey = create_journey ();
  g_autoptr (EtpFilter) filter = etp_filter_new ();
  EtpHistory *history = etp_journey_get_history (journey);

  etp_test_add (journey, ETP_LIST_CARDS, "other", ETP_CARD_TAGS, "web", ETP_TEST_END);
  etp_filter_set (filter, ETP_FILTER_TAG, "später", TRUE);
  g_assert_true (etp_edit_rename_tag (journey, "später", "bald", NULL));
  g_assert_true (etp_edit_rename_tag (journey, "bald", "gleich", NULL));
  g_assert_true (etp_filter_prune (filter, journey));
  assert_values (filter, ETP_FILTER_TAG, "gleich");
  g_assert_false (etp_filter_prune (filter, journey));
  g_assert_true (etp_history_undo (history));
  g_assert_true (etp_filter_prune (filter, journey));
  assert_values (filter, ETP_FILTER_TAG, "bald");
  g_assert_true (etp_history_redo (history));
  g_assert_true (etp_filter_prune (filter, journey));
  assert_values (filter, ETP_FILTER_TAG, "gleich");

  g_assert_true (etp_edit_rename_tag (journey, "gleich", "web", NULL));
  g_assert_true (etp_filter_prune (filter, journey));
  assert_values (filter, ETP_FILTER_TAG, "web");
  /* What it became part of is another one: without that nothing is left of it. */
  g_assert_true (etp_edit_remove_tag (journey, "web", NULL));
  g_assert_true (etp_filter_prune (filter, journey));
  assert_values (filter, ETP_FILTER_TAG, "");
}

static void
set_tags (EtpJourney *journey, const char *id, const char *const *tags)
{
  EtpNode *card = etp_journey_get_node (journey, id);
  EtpDatum datum = etp_datum_texts (&etp_node_record (card)->table->fields[ETP_CARD_TAGS], tags);

  g_assert_true (etp_edit_set (journey, card, ETP_CARD_TAGS, &datum, NULL));
}

/* A tag of a name that another one had before is not that one. */
static void
test_follow_returned (void)
{
  g_autoptr (EtpJourney) journey = create_journey ();
  g_autoptr (EtpFilter) filter = etp_filter_new ();
  const char *const none[] = { NULL };

  etp_filter_set (filter, ETP_FILTER_TAG, "später", TRUE);
  g_assert_true (etp_edit_rename_tag (journey, "später", "bald", NULL));
  g_assert_true (etp_filter_prune (filter, journey));
  assert_values (filter, ETP_FILTER_TAG, "bald");

  set_tags (journey, "plain", (const char *const[]){ "später", NULL });
  etp_filter_set (filter, ETP_FILTER_TAG, "bald", FALSE);
  etp_filter_set (filter, ETP_FILTER_TAG, "später", TRUE);
  g_assert_false (etp_filter_prune (filter, journey));
  set_tags (journey, "plain", none);
  g_assert_true (etp_filter_prune (filter, journey));
  assert_values (filter, ETP_FILTER_TAG, "");
}

/* Nor is it once something else was undone. */
static void
test_follow_returned_undone (void)
{
  g_autoptr (EtpJourney) journey = create_journey ();
  g_autoptr (EtpFilter) filter = etp_filter_new ();
  const char *const none[] = { NULL };

  g_assert_true (etp_edit_rename_tag (journey, "später", "bald", NULL));
  set_tags (journey, "plain", (const char *const[]){ "später", NULL });
  g_assert_true (etp_edit_add_tag (journey, "neu", NULL));
  g_assert_true (etp_history_undo (etp_journey_get_history (journey)));
  etp_filter_set (filter, ETP_FILTER_TAG, "später", TRUE);
  g_assert_false (etp_filter_prune (filter, journey));
  set_tags (journey, "plain", none);
  g_assert_true (etp_filter_prune (filter, journey));
  assert_values (filter, ETP_FILTER_TAG, "");
}

/* An owner who is called as a tag was neither keeps that from being followed nor is followed as it is. */
static void
test_follow_beside_owner (void)
{
  g_autoptr (EtpJourney) journey = create_journey ();
  g_autoptr (EtpFilter) filter = etp_filter_new ();
  EtpNode *measure = etp_node_list_get (etp_journey_get_list (journey, ETP_LIST_MEASURES), 0);

  etp_test_add (journey, ETP_LIST_MEASURES, "theirs", ETP_MEASURE_OWNER, "bald", ETP_TEST_END);
  g_assert_true (etp_edit_set_text (journey, measure, ETP_MEASURE_OWNER, "später", NULL));
  etp_filter_set (filter, ETP_FILTER_TAG, "später", TRUE);
  etp_filter_set (filter, ETP_FILTER_OWNER, "später", TRUE);
  g_assert_true (etp_edit_rename_tag (journey, "später", "bald", NULL));
  g_assert_true (etp_filter_prune (filter, journey));
  assert_values (filter, ETP_FILTER_TAG, "bald");
  g_assert_false (etp_filter_prune (filter, journey));
  g_assert_true (etp_history_undo (etp_journey_get_history (journey)));
  g_assert_true (etp_filter_prune (filter, journey));
  assert_values (filter, ETP_FILTER_TAG, "später");
  assert_values (filter, ETP_FILTER_OWNER, "später");

  g_assert_true (etp_history_redo (etp_journey_get_history (journey)));
  g_assert_true (etp_edit_set_text (journey, measure, ETP_MEASURE_OWNER, "Lea", NULL));
  g_assert_true (etp_filter_prune (filter, journey));
  assert_values (filter, ETP_FILTER_TAG, "bald");
  assert_values (filter, ETP_FILTER_OWNER, "");
}

/* Whoever undoes two steps and redoes them has the filter as it was. */
static void
test_follow_redone (void)
{
  g_autoptr (EtpJourney) journey = create_journey ();
  g_autoptr (EtpFilter) filter = etp_filter_new ();
  EtpHistory *history = etp_journey_get_history (journey);

  etp_filter_set (filter, ETP_FILTER_TAG, "später", TRUE);
  set_tags (journey, "plain", (const char *const[]){ "wichtig", NULL });
  g_assert_true (etp_edit_rename_tag (journey, "später", "bald", NULL));
  g_assert_true (etp_filter_prune (filter, journey));
  g_assert_true (etp_history_undo (history));
  g_assert_true (etp_filter_prune (filter, journey));
  g_assert_true (etp_history_undo (history));
  g_assert_false (etp_filter_prune (filter, journey));
  g_assert_true (etp_history_redo (history));
  g_assert_false (etp_filter_prune (filter, journey));
  g_assert_true (etp_history_redo (history));
  g_assert_true (etp_filter_prune (filter, journey));
  assert_values (filter, ETP_FILTER_TAG, "bald");
}

/* Entries that become one count as that one, once. */
static void
test_follow_merged (void)
{
  g_autoptr (EtpJourney) journey = create_journey ();
  g_autoptr (EtpFilter) filter = etp_filter_new ();

  etp_test_add (journey, ETP_LIST_CARDS, "tagged", ETP_CARD_TAGS, "a|b", ETP_TEST_END);
  etp_filter_set (filter, ETP_FILTER_PERSONA, "anna", TRUE);
  g_assert_true (etp_edit_merge (journey, etp_journey_get_node (journey, "max"),
                                 etp_journey_get_node (journey, "anna"), NULL));
  g_assert_true (etp_filter_prune (filter, journey));
  assert_values (filter, ETP_FILTER_PERSONA, "max");
  etp_filter_set (filter, ETP_FILTER_TAG, "a", TRUE);
  etp_filter_set (filter, ETP_FILTER_TAG, "b", TRUE);
  g_assert_true (etp_edit_rename_tag (journey, "a", "b", NULL));
  g_assert_true (etp_filter_prune (filter, journey));
  assert_values (filter, ETP_FILTER_TAG, "b");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/filter/matches", test_matches);
  g_test_add_func ("/model/filter/joined", test_joined);
  g_test_add_func ("/model/filter/count", test_count);
  g_test_add_func ("/model/filter/emotions", test_emotions);
  g_test_add_func ("/model/filter/value", test_value);
  g_test_add_func ("/model/filter/choices", test_choices);
  g_test_add_func ("/model/filter/prune", test_prune);
  g_test_add_func ("/model/filter/follow", test_follow);
  g_test_add_func ("/model/filter/follow-returned", test_follow_returned);
  g_test_add_func ("/model/filter/follow-returned-undone", test_follow_returned_undone);
  g_test_add_func ("/model/filter/follow-beside-owner", test_follow_beside_owner);
  g_test_add_func ("/model/filter/follow-redone", test_follow_redone);
  g_test_add_func ("/model/filter/follow-merged", test_follow_merged);
  return g_test_run ();
}
