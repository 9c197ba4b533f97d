/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-tests"

#include "config.h"

#include <string.h>

#include "etp-test-build.h"
#include "etp-test-dump.h"
#include "model/etp-check.h"
#include "model/etp-edit.h"
#include "model/etp-history.h"
#include "model/etp-spot.h"
#include "model/etp-tables.h"

/* Cards that get another lane or phase where a datum is edited, and what is offered at a spot. */

typedef struct
{
  EtpJourney *journey;
  GPtrArray *nodes;
  char *before;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->journey = etp_test_journey_new_sample ();
  fixture->nodes = g_ptr_array_new ();
  fixture->before = etp_test_dump (fixture->journey);
}

/* Whatever a test did last is one step, and nothing of it stays. */
static void
undo (Fixture *fixture)
{
  EtpHistory *history = etp_journey_get_history (fixture->journey);
  g_autofree char *after = NULL;

  etp_journey_assert_valid (fixture->journey);
  g_assert_true (etp_history_undo (history));
  after = etp_test_dump (fixture->journey);
  etp_test_assert_same_dump (fixture->before, after);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_free (fixture->before);
  g_ptr_array_unref (fixture->nodes);
  g_object_unref (fixture->journey);
}

static EtpNode *
get (Fixture *fixture, const char *id)
{
  EtpNode *node = etp_journey_get_node (fixture->journey, id);

  g_assert_nonnull (node);
  return node;
}

/* ids: of one kind, "a|b". */
static EtpSpot
get_spot (Fixture *fixture, const char *ids, guint field)
{
  g_auto (GStrv) split = g_strsplit (ids, "|", -1);

  g_ptr_array_set_size (fixture->nodes, 0);
  for (guint i = 0; split[i] != NULL; i++)
    g_ptr_array_add (fixture->nodes, get (fixture, split[i]));
  return (EtpSpot){
    .journey = fixture->journey, .nodes = fixture->nodes, .field = field, .column = -1, .item = -1
  };
}

static void
write_text (Fixture *fixture, const char *ids, guint field, const char *text)
{
  const EtpSpot spot = get_spot (fixture, ids, field);
  EtpDatum datum = etp_datum_text (etp_spot_get_row (&spot), text);
  g_autoptr (GError) error = NULL;
  gboolean done = etp_spot_write (&spot, &datum, &error);

  g_assert_no_error (error);
  g_assert_true (done);
}

static void
assert_refused (Fixture *fixture, const char *ids, guint field, const char *text)
{
  const EtpSpot spot = get_spot (fixture, ids, field);
  EtpDatum datum = etp_datum_text (etp_spot_get_row (&spot), text);
  g_autoptr (GError) error = NULL;
  g_autofree char *after = NULL;

  g_assert_false (etp_spot_write (&spot, &datum, &error));
  g_assert_error (error, ETP_MODEL_ERROR, ETP_MODEL_ERROR_REFUSED);
  after = etp_test_dump (fixture->journey);
  etp_test_assert_same_dump (fixture->before, after);
}

static void
assert_text (Fixture *fixture, const char *id, guint field, const char *text)
{
  g_assert_cmpstr (etp_node_get_text (get (fixture, id), field), ==, text);
}

static void
assert_title (Fixture *fixture, const char *title)
{
  g_assert_cmpstr (etp_history_get_undo_title (etp_journey_get_history (fixture->journey)), ==,
                   title);
}

/* A step goes into another phase with the notes under it. */
static void
test_step (Fixture *fixture, gconstpointer data)
{
  write_text (fixture, "visit", ETP_CARD_PHASE, "aware");
  assert_title (fixture, "Move Card");
  assert_text (fixture, "visit", ETP_CARD_PHASE, "aware");
  assert_text (fixture, "visit", ETP_CARD_LANE, "touchpoints");
  assert_text (fixture, "slow", ETP_CARD_PHASE, "aware");
  assert_text (fixture, "slow", ETP_CARD_STEP, "visit");
  undo (fixture);
}

/* Notes that are chosen with their step stay under it, whatever was chosen first; what lies in the
 * phase already stays where it is. */
static void
test_step_and_note (Fixture *fixture, gconstpointer data)
{
  EtpNodeList *cards = etp_journey_get_list (fixture->journey, ETP_LIST_CARDS);

  write_text (fixture, "slow|advert|compare|visit", ETP_CARD_PHASE, "aware");
  assert_title (fixture, "Move 4 Cards");
  assert_text (fixture, "slow", ETP_CARD_PHASE, "aware");
  assert_text (fixture, "slow", ETP_CARD_STEP, "visit");
  assert_text (fixture, "unclear", ETP_CARD_STEP, "compare");
  assert_text (fixture, "slow", ETP_CARD_LANE, "pains");
  g_assert_cmpuint (etp_node_list_get_index (cards, get (fixture, "advert")), ==, 0);
  undo (fixture);
}

/* They come into a cell in the order in which they lie. */
static void
test_order (Fixture *fixture, gconstpointer data)
{
  EtpNodeList *cards = etp_journey_get_list (fixture->journey, ETP_LIST_CARDS);

  write_text (fixture, "compare|visit", ETP_CARD_PHASE, "buy");
  g_assert_cmpuint (etp_node_list_get_index (cards, get (fixture, "order")), <,
                    etp_node_list_get_index (cards, get (fixture, "visit")));
  g_assert_cmpuint (etp_node_list_get_index (cards, get (fixture, "visit")), <,
                    etp_node_list_get_index (cards, get (fixture, "compare")));
  undo (fixture);
}

/* A group follows its heading, into another phase, another lane and the parking lot. */
static void
test_group (Fixture *fixture, gconstpointer data)
{
  write_text (fixture, "talk", ETP_CARD_PHASE, "buy");
  assert_text (fixture, "listen", ETP_CARD_PHASE, "buy");
  assert_text (fixture, "listen", ETP_CARD_CLUSTER, "talk");
  undo (fixture);
  write_text (fixture, "talk", ETP_CARD_LANE, "thoughts");
  assert_text (fixture, "listen", ETP_CARD_LANE, "thoughts");
  assert_text (fixture, "listen", ETP_CARD_CLUSTER, "talk");
  undo (fixture);
  write_text (fixture, "talk", ETP_CARD_LANE, "");
  assert_text (fixture, "talk", ETP_CARD_PHASE, "");
  assert_text (fixture, "listen", ETP_CARD_LANE, "");
  assert_text (fixture, "listen", ETP_CARD_CLUSTER, "talk");
  undo (fixture);
}

/* What goes over two phases goes over two from the other one on. */
static void
test_span (Fixture *fixture, gconstpointer data)
{
  write_text (fixture, "campaign|thought", ETP_CARD_PHASE, "consider");
  assert_text (fixture, "campaign", ETP_CARD_UNTIL, "buy");
  assert_text (fixture, "thought", ETP_CARD_PHASE, "consider");
  undo (fixture);
}

/* What is parked lies somewhere as soon as both are said, the one or the other first. */
static void
test_parked (Fixture *fixture, gconstpointer data)
{
  EtpHistory *history = etp_journey_get_history (fixture->journey);

  write_text (fixture, "parked", ETP_CARD_PHASE, "buy");
  assert_text (fixture, "parked", ETP_CARD_PHASE, "buy");
  write_text (fixture, "parked|smaller", ETP_CARD_LANE, "pains");
  assert_text (fixture, "parked", ETP_CARD_LANE, "pains");
  assert_text (fixture, "parked", ETP_CARD_PHASE, "buy");
  assert_text (fixture, "smaller", ETP_CARD_LANE, "pains");
  assert_text (fixture, "smaller", ETP_CARD_PHASE, "consider");
  g_assert_true (etp_history_undo (history));
  undo (fixture);
}

static const struct
{
  const char *ids;
  guint field;
  const char *text;
} refusals[] = {
  { "thought", ETP_CARD_LANE, "emotion" }, /* shows no cards */
  { "thought|parked", ETP_CARD_LANE, "line" },
  { "parked", ETP_CARD_LANE, "channels" },
  { "pains", ETP_LANE_KIND, "emotion" },
  { "touchpoints", ETP_LANE_KIND, "actions" }, /* steps are no notes */
  { "text|thoughts", ETP_LANE_KIND, "line" }, /* one of them holds cards */
};

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_test_message ("%s: %s", refusals[i].ids, refusals[i].text);
      assert_refused (fixture, refusals[i].ids, refusals[i].field, refusals[i].text);
      g_assert_false (etp_history_undo (etp_journey_get_history (fixture->journey)));
    }
}

static const struct
{
  const char *ids;
  guint field;
  const char *name; /* NULL: nothing */
  gboolean may;
} names[] = {
  { "thought", ETP_CARD_LANE, "pains", TRUE },
  { "thought", ETP_CARD_LANE, "thoughts", TRUE },
  { "thought", ETP_CARD_LANE, "emotion", FALSE },
  { "thought", ETP_CARD_LANE, "line", FALSE },
  { "thought", ETP_CARD_LANE, NULL, TRUE },
  { "thought", ETP_CARD_PHASE, NULL, TRUE },
  { "visit", ETP_CARD_STEP, "visit", FALSE }, /* itself */
  { "slow|visit", ETP_CARD_STEP, "visit", FALSE },
  { "slow", ETP_CARD_STEP, "visit", TRUE },
  { "slow", ETP_CARD_STEP, NULL, TRUE },
  { "slow", ETP_CARD_STEP, "order", FALSE }, /* of another phase */
  { "slow", ETP_CARD_STEP, "unclear", FALSE }, /* no step */
  { "parked", ETP_CARD_STEP, "visit", FALSE },
  { "slow|thought", ETP_CARD_STEP, "compare", FALSE }, /* one of them lies elsewhere */
  { "slow|thought", ETP_CARD_STEP, "visit", TRUE }, /* chosen for one of them already */
  { "slow", ETP_CARD_CLUSTER, "unclear", TRUE },
  { "slow", ETP_CARD_CLUSTER, "smaller", FALSE }, /* of another lane */
  { "slow", ETP_CARD_CLUSTER, "parked", FALSE },
  { "visit", ETP_CARD_CLUSTER, "compare", FALSE }, /* steps are in no groups */
  { "talk", ETP_CARD_CLUSTER, "listen", FALSE }, /* heads none */
  { "listen", ETP_CARD_CLUSTER, "talk", TRUE },
  { "listen", ETP_CARD_CLUSTER, NULL, TRUE },
  { "handover", ETP_LINK_FROM, NULL, FALSE },
  { "handover", ETP_LINK_TO, NULL, FALSE },
  { "handover", ETP_LINK_FROM, "order", FALSE }, /* its other end */
  { "handover", ETP_LINK_TO, "compare", FALSE },
  { "handover", ETP_LINK_TO, "order", TRUE },
  { "handover|answer", ETP_LINK_FROM, "slow", FALSE }, /* the other end of one of them */
};

static void
test_names (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const EtpSpot spot = get_spot (fixture, names[i].ids, names[i].field);
      EtpNode *node = names[i].name != NULL ? get (fixture, names[i].name) : NULL;

      g_test_message ("%s: %s", names[i].ids, names[i].name);
      g_assert_cmpint (etp_spot_may_name (&spot, node), ==, names[i].may);
    }
}

static const struct
{
  const char *ids, *word;
  gboolean may;
} words[] = {
  { "pains", "pains", TRUE }, /* as it is */
  { "pains", "opportunities", TRUE }, { "pains", "emotion", FALSE },
  { "pains", "touchpoints", FALSE },  { "touchpoints", "actions", FALSE },
  { "text", "emotion", TRUE }, /* holds nothing */
  { "text|pains", "emotion", FALSE }, { "text|pains", "gains", TRUE },
};

static void
test_words (Fixture *fixture, gconstpointer data)
{
  EtpSpot spot;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      spot = get_spot (fixture, words[i].ids, ETP_LANE_KIND);
      g_test_message ("%s: %s", words[i].ids, words[i].word);
      g_assert_cmpint (etp_spot_may_say (&spot, words[i].word), ==, words[i].may);
    }
  spot = get_spot (fixture, "max", ETP_PERSONA_KIND);
  g_assert_true (etp_spot_may_say (&spot, "business"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func)                                                                            \
  g_test_add ("/model/spot-place/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("step", test_step);
  ADD ("step-and-note", test_step_and_note);
  ADD ("order", test_order);
  ADD ("group", test_group);
  ADD ("span", test_span);
  ADD ("parked", test_parked);
  ADD ("refused", test_refused);
  ADD ("names", test_names);
  ADD ("words", test_words);
  return g_test_run ();
}
