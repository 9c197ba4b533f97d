/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "etp-test-build.h"
#include "file/etp-fragment.h"
#include "model/etp-check.h"
#include "model/etp-edit-node.h"
#include "model/etp-fields.h"
#include "model/etp-tables.h"

/* Phases and lanes with what lies in them, between two maps that have some of both in common: one
 * phase, and two lanes of pains, of which one has a name. */

static const EtpFragmentPlace anywhere = { NULL, NULL, G_MAXUINT, G_MAXUINT };

static EtpJourney *
create_map (const char *prefix)
{
  static const struct
  {
    EtpListKind list;
    const char *id;
    guint field;
    const char *text;
    const char *kind;
  } rows[] = {
    { ETP_LIST_PHASES, "buy", ETP_PHASE_NAME, "Purchase", NULL },
    { ETP_LIST_PHASES, "use", ETP_PHASE_NAME, "Use", NULL },
    { ETP_LIST_LANES, "ideas", ETP_LANE_NAME, "Notes", "ideas" },
    { ETP_LIST_LANES, "pains", ETP_LANE_NAME, "", "pains" },
    { ETP_LIST_LANES, "notes", ETP_LANE_NAME, "Notes", "pains" },
  };
  EtpJourney *journey = etp_journey_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *id = g_strconcat (prefix, rows[i].id, NULL);

      if (rows[i].kind != NULL)
        etp_test_add (journey, rows[i].list, id, rows[i].field, rows[i].text, ETP_LANE_KIND,
                      rows[i].kind, ETP_TEST_END);
      else
        etp_test_add (journey, rows[i].list, id, rows[i].field, rows[i].text, ETP_TEST_END);
    }
  return journey;
}

/* Beside what the other one has: a phase and a lane of its own, and cards everywhere. */
static EtpJourney *
create_source (void)
{
  EtpJourney *journey = create_map ("my-");

  etp_test_add (journey, ETP_LIST_PHASES, "lose", ETP_PHASE_NAME, "Loss", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_LANES, "own", ETP_LANE_NAME, "Own", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_CARDS, "plain", ETP_CARD_LANE, "my-pains", ETP_CARD_PHASE,
                "my-buy", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_CARDS, "named", ETP_CARD_LANE, "my-notes", ETP_CARD_PHASE,
                "my-buy", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_CARDS, "else", ETP_CARD_LANE, "own", ETP_CARD_PHASE, "my-buy",
                ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_CARDS, "wide", ETP_CARD_LANE, "my-notes", ETP_CARD_PHASE,
                "my-buy", ETP_CARD_UNTIL, "my-use", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_CARDS, "lost", ETP_CARD_LANE, "my-notes", ETP_CARD_PHASE, "lose",
                ETP_TEST_END);
  return journey;
}

static EtpFragment *
take (EtpJourney *journey, const char *id)
{
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GBytes) bytes = NULL;
  guint n_named;

  g_ptr_array_add (nodes, etp_journey_get_node (journey, id));
  all = etp_fragment_gather (journey, nodes, &n_named);
  bytes = etp_fragment_write (journey, (EtpNode *const *) all->pdata, all->len, NULL);
  return etp_fragment_read (bytes, NULL);
}

static guint
count (EtpJourney *journey, EtpListKind kind)
{
  return etp_node_list_get_length (etp_journey_get_list (journey, kind));
}

static void
assert_cell (EtpNode *card, const char *lane, const char *phase)
{
  g_assert_cmpstr (etp_node_get_text (card, ETP_CARD_LANE), ==, lane);
  g_assert_cmpstr (etp_node_get_text (card, ETP_CARD_PHASE), ==, phase);
}

/* Cards of a phase find the lanes that are called as theirs, by name and kind; one that is not there
 * comes along. */
static void
test_phase (void)
{
  g_autoptr (EtpJourney) source = create_source ();
  g_autoptr (EtpJourney) target = create_map ("your-");
  g_autoptr (EtpFragment) fragment = take (source, "my-buy");
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();
  EtpNodeList *lanes = etp_journey_get_list (target, ETP_LIST_LANES);
  const char *phase;

  g_assert_true (etp_fragment_insert (fragment, target, &anywhere, "Paste", nodes, NULL));
  etp_journey_assert_valid (target);
  g_assert_cmpuint (nodes->len, ==, 5);
  g_assert_cmpuint (count (target, ETP_LIST_PHASES), ==, 3);
  g_assert_cmpuint (count (target, ETP_LIST_LANES), ==, 4);
  phase = etp_node_get_id (nodes->pdata[0]);
  assert_cell (nodes->pdata[1], "your-pains", phase);
  assert_cell (nodes->pdata[2], "your-notes", phase);
  assert_cell (nodes->pdata[3], etp_node_get_id (etp_node_list_get (lanes, 3)), phase);
  g_assert_cmpstr (etp_node_get_text (etp_node_list_get (lanes, 3), ETP_LANE_NAME), ==, "Own");
  assert_cell (nodes->pdata[4], "your-notes", phase);

  /* Once more: by now all lanes are there. */
  g_assert_true (etp_fragment_insert (fragment, target, &anywhere, "Paste", NULL, NULL));
  g_assert_cmpuint (count (target, ETP_LIST_LANES), ==, 4);
}

/* Cards of a lane find the phases, but no phase comes along. */
static void
test_lane (void)
{
  g_autoptr (EtpJourney) source = create_source ();
  g_autoptr (EtpJourney) target = create_map ("your-");
  g_autoptr (EtpFragment) fragment = take (source, "my-notes");
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();
  const char *lane;

  g_assert_true (etp_fragment_insert (fragment, target, &anywhere, "Paste", nodes, NULL));
  etp_journey_assert_valid (target);
  g_assert_cmpuint (nodes->len, ==, 4);
  g_assert_cmpuint (count (target, ETP_LIST_PHASES), ==, 2);
  g_assert_cmpuint (count (target, ETP_LIST_LANES), ==, 4);
  lane = etp_node_get_id (nodes->pdata[0]);
  assert_cell (nodes->pdata[1], lane, "your-buy");
  assert_cell (nodes->pdata[2], lane, "your-buy");
  g_assert_cmpstr (etp_node_get_text (nodes->pdata[2], ETP_CARD_UNTIL), ==, "your-use");
  assert_cell (nodes->pdata[3], "", "");
}

static void
hide (EtpJourney *journey, const char *id, guint field)
{
  EtpNode *node = etp_journey_get_node (journey, id);
  EtpDatum yes = etp_datum_boolean (TRUE);

  g_assert_true (etp_edit_set (journey, node, field, &yes, NULL));
}

/* Cards do not go unseen into what is hidden. */
static void
test_hidden (void)
{
  g_autoptr (EtpJourney) source = create_source ();
  g_autoptr (EtpJourney) target = create_map ("your-");
  g_autoptr (EtpFragment) phase = take (source, "my-buy");
  g_autoptr (EtpFragment) lane = take (source, "my-pains");
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();

  hide (target, "your-pains", ETP_LANE_HIDDEN);
  hide (target, "your-buy", ETP_PHASE_HIDDEN);
  g_assert_true (etp_fragment_insert (phase, target, &anywhere, "Paste", nodes, NULL));
  g_assert_cmpuint (count (target, ETP_LIST_LANES), ==, 5);
  assert_cell (
      nodes->pdata[1],
      etp_node_get_id (etp_node_list_get (etp_journey_get_list (target, ETP_LIST_LANES), 3)),
      etp_node_get_id (nodes->pdata[0]));
  g_assert_true (etp_fragment_insert (lane, target, &anywhere, "Paste", nodes, NULL));
  /* The phase that was pasted just now. */
  assert_cell (nodes->pdata[6], etp_node_get_id (nodes->pdata[5]),
               etp_node_get_id (nodes->pdata[0]));
}

/* What was hidden where it comes from goes into what is hidden here: no lane is made anew each time. */
static void
test_hidden_there (void)
{
  g_autoptr (EtpJourney) source = create_source ();
  g_autoptr (EtpJourney) target = create_map ("your-");
  g_autoptr (EtpFragment) phase = NULL;

  hide (source, "own", ETP_LANE_HIDDEN);
  phase = take (source, "my-buy");
  for (guint i = 0; i < 2; i++)
    {
      g_assert_true (etp_fragment_insert (phase, target, &anywhere, "Paste", NULL, NULL));
      g_assert_cmpuint (count (target, ETP_LIST_LANES), ==, 4);
    }
}

/* Where they come from they stay in their own lanes and phases, whatever these are called. */
static void
test_same (void)
{
  g_autoptr (EtpJourney) journey = create_source ();
  g_autoptr (EtpFragment) phase = take (journey, "my-buy");
  g_autoptr (EtpFragment) lane = take (journey, "my-notes");
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();

  g_assert_true (etp_edit_remove (journey, etp_journey_get_node (journey, "my-buy"), NULL));
  g_assert_true (etp_fragment_insert (phase, journey, &anywhere, "Paste", nodes, NULL));
  g_assert_cmpuint (count (journey, ETP_LIST_LANES), ==, 4);
  assert_cell (nodes->pdata[3], "own", etp_node_get_id (nodes->pdata[0]));
  g_assert_true (etp_fragment_insert (lane, journey, &anywhere, "Paste", nodes, NULL));
  assert_cell (nodes->pdata[8], etp_node_get_id (nodes->pdata[5]), "lose");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fragment/places/phase", test_phase);
  g_test_add_func ("/fragment/places/lane", test_lane);
  g_test_add_func ("/fragment/places/hidden", test_hidden);
  g_test_add_func ("/fragment/places/hidden-there", test_hidden_there);
  g_test_add_func ("/fragment/places/same", test_same);
  return g_test_run ();
}
