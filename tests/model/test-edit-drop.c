/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-tests"

#include "config.h"

#include "etp-test-build.h"
#include "model/etp-change.h"
#include "model/etp-check.h"
#include "model/etp-edit.h"
#include "model/etp-history.h"
#include "model/etp-outline.h"
#include "model/etp-tables.h"

/* Cards that are put somewhere by hand, and groups. After each test everything is undone, and the
 * journey has to be what it was. */

typedef struct
{
  EtpJourney *journey, *original;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->journey = etp_test_journey_new_sample ();
  self->original = etp_test_journey_new_sample ();
  etp_journey_seed_ids (self->journey, 1);
}

static char *
read_cell_of (EtpJourney *journey, const char *lane, const char *phase)
{
  EtpNode *lane_node = etp_journey_get_node (journey, lane);
  EtpNode *phase_node = etp_journey_get_node (journey, phase);
  GString *ids = g_string_new (NULL);
  const EtpPlace *const *places;
  guint n;

  places = etp_outline_get_cell (
      etp_journey_get_outline (journey),
      etp_node_list_get_index (etp_journey_get_list (journey, ETP_LIST_PHASES), phase_node),
      etp_node_list_get_index (etp_journey_get_list (journey, ETP_LIST_LANES), lane_node), &n);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (ids, i > 0 ? " %s" : "%s", etp_node_get_id (places[i]->card));
  return g_string_free (ids, FALSE);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  static const char *const lanes[] = { "touchpoints", "pains", "actions", "backstage" };
  static const char *const phases[] = { "aware", "consider", "buy" };
  EtpNodeList *cards = etp_journey_get_list (self->journey, ETP_LIST_CARDS);
  g_autoptr (GPtrArray) findings = NULL;

  etp_journey_assert_valid (self->journey);
  if (!etp_check (self->journey, &findings))
    g_error ("%s", ((EtpFinding *) findings->pdata[0])->message);
  while (etp_history_undo (etp_journey_get_history (self->journey)))
    etp_journey_assert_valid (self->journey);
  g_assert_cmpuint (
      etp_node_list_get_length (cards), ==,
      etp_node_list_get_length (etp_journey_get_list (self->original, ETP_LIST_CARDS)));
  for (guint i = 0; i < G_N_ELEMENTS (lanes); i++)
    for (guint j = 0; j < G_N_ELEMENTS (phases); j++)
      {
        g_autofree char *now = read_cell_of (self->journey, lanes[i], phases[j]);
        g_autofree char *before = read_cell_of (self->original, lanes[i], phases[j]);

        g_assert_cmpstr (now, ==, before);
      }
  g_object_unref (self->journey);
  g_object_unref (self->original);
}

static EtpNode *
get (Fixture *self, const char *id)
{
  EtpNode *node = etp_journey_get_node (self->journey, id);

  g_assert_nonnull (node);
  return node;
}

static GPtrArray *
get_several (Fixture *self, const char *ids)
{
  g_auto (GStrv) parts = g_strsplit (ids, " ", -1);
  GPtrArray *nodes = g_ptr_array_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    g_ptr_array_add (nodes, get (self, parts[i]));
  return nodes;
}

static void
assert_cell (Fixture *self, const char *lane, const char *phase, const char *expected)
{
  g_autofree char *ids = read_cell_of (self->journey, lane, phase);

  g_assert_cmpstr (ids, ==, expected);
}

static void
assert_text (Fixture *self, const char *card, guint field, const char *expected)
{
  g_assert_cmpstr (etp_node_get_text (get (self, card), field), ==, expected);
}

static void
assert_undo_title (Fixture *self, const char *expected)
{
  g_assert_cmpstr (etp_history_get_undo_title (etp_journey_get_history (self->journey)), ==,
                   expected);
}

/* How many cards gather under this one. */
static guint
count_members (Fixture *self, EtpNode *card)
{
  g_autoptr (GHashTable) groups = etp_card_index_groups (self->journey);
  const GPtrArray *members = g_hash_table_lookup (groups, etp_node_get_id (card));

  return members != NULL ? members->len : 0;
}

static void
drop (Fixture *self, const char *ids, const char *lane, const char *phase, guint index)
{
  const EtpCardPlace place = { .lane = get (self, lane),
                               .phase = get (self, phase),
                               .index = index };
  g_autoptr (GPtrArray) cards = get_several (self, ids);
  g_autoptr (GError) error = NULL;

  g_assert_true (etp_edit_drop_cards (self->journey, cards, &place, &error));
  g_assert_no_error (error);
}

/* The index counts the cards that are not moved; notes follow their step into its phase. */
static void
test_drop (Fixture *self, gconstpointer data)
{
  drop (self, "advert", "touchpoints", "consider", 1);
  assert_cell (self, "touchpoints", "consider", "visit advert compare");
  assert_cell (self, "touchpoints", "aware", "");
  assert_undo_title (self, "Move Card");
  drop (self, "visit", "touchpoints", "consider", 2);
  assert_cell (self, "touchpoints", "consider", "advert compare visit");
  drop (self, "compare visit", "touchpoints", "buy", 0);
  assert_cell (self, "touchpoints", "buy", "compare visit order");
  assert_text (self, "slow", ETP_CARD_PHASE, "buy");
  assert_text (self, "slow", ETP_CARD_STEP, "visit");
  assert_undo_title (self, "Move 2 Cards");
}

/* A heading brings its notes along; a note that goes alone leaves the group. */
static void
test_drop_group (Fixture *self, gconstpointer data)
{
  drop (self, "talk", "actions", "buy", G_MAXUINT);
  assert_cell (self, "actions", "buy", "talk listen");
  assert_text (self, "listen", ETP_CARD_CLUSTER, "talk");
  drop (self, "listen", "actions", "aware", G_MAXUINT);
  assert_text (self, "listen", ETP_CARD_CLUSTER, "");
  assert_cell (self, "actions", "buy", "talk");
}

/* Steps are in no groups: what comes into their lane stands alone there. */
static void
test_drop_group_among_steps (Fixture *self, gconstpointer data)
{
  drop (self, "talk", "touchpoints", "aware", G_MAXUINT);
  assert_cell (self, "touchpoints", "aware", "advert talk listen");
  assert_text (self, "listen", ETP_CARD_CLUSTER, "");
  g_assert_null (etp_card_get_heading (get (self, "listen")));
  etp_history_undo (etp_journey_get_history (self->journey));
  assert_text (self, "listen", ETP_CARD_CLUSTER, "talk");
  g_assert_true (etp_card_get_heading (get (self, "listen")) == get (self, "talk"));
}

/* As many phases as before, as far as there are any. */
static void
test_drop_span (Fixture *self, gconstpointer data)
{
  drop (self, "campaign", "backstage", "consider", G_MAXUINT);
  assert_text (self, "campaign", ETP_CARD_UNTIL, "buy");
  drop (self, "campaign", "backstage", "buy", G_MAXUINT);
  assert_text (self, "campaign", ETP_CARD_UNTIL, "");
}

/* Into a group, and under a step. */
static void
test_drop_into (Fixture *self, gconstpointer data)
{
  EtpCardPlace place = { .lane = get (self, "actions"),
                         .phase = get (self, "aware"),
                         .index = G_MAXUINT,
                         .head = get (self, "talk") };
  g_autoptr (GPtrArray) thought = get_several (self, "thought");
  g_autoptr (GPtrArray) slow = get_several (self, "slow");

  g_assert_true (etp_edit_drop_cards (self->journey, thought, &place, NULL));
  assert_text (self, "thought", ETP_CARD_CLUSTER, "talk");
  assert_cell (self, "actions", "aware", "talk listen thought");
  place = (EtpCardPlace){ .lane = get (self, "pains"),
                          .phase = get (self, "consider"),
                          .index = G_MAXUINT,
                          .step = get (self, "compare") };
  g_assert_true (etp_edit_drop_cards (self->journey, slow, &place, NULL));
  assert_text (self, "slow", ETP_CARD_STEP, "compare");
}

static void
test_park (Fixture *self, gconstpointer data)
{
  const EtpCardPlace lot = { .index = G_MAXUINT };
  g_autoptr (GPtrArray) cards = get_several (self, "visit");

  g_assert_true (etp_edit_drop_cards (self->journey, cards, &lot, NULL));
  assert_text (self, "visit", ETP_CARD_LANE, "");
  assert_text (self, "visit", ETP_CARD_PHASE, "");
  drop (self, "visit", "touchpoints", "aware", 0);
  assert_cell (self, "touchpoints", "aware", "visit advert");
}

/* Copies of a group name each other; votes are of the original alone. */
static void
test_copy (Fixture *self, gconstpointer data)
{
  EtpCardPlace place = { .lane = get (self, "actions"), .phase = get (self, "buy"), .index = 0 };
  g_autoptr (GPtrArray) cards = get_several (self, "talk");
  g_autoptr (GPtrArray) order = get_several (self, "order");
  g_autoptr (GPtrArray) copies = g_ptr_array_new ();
  g_autoptr (GPtrArray) all = NULL;

  g_assert_true (etp_edit_copy_cards (self->journey, cards, &place, copies, NULL));
  g_assert_cmpuint (copies->len, ==, 1);
  all = etp_card_bring_groups (copies);
  g_assert_cmpuint (all->len, ==, 2);
  g_assert_cmpstr (etp_node_get_text (all->pdata[1], ETP_CARD_TITLE), ==, "Listens");
  assert_text (self, "listen", ETP_CARD_CLUSTER, "talk");
  assert_cell (self, "actions", "aware", "talk listen");
  assert_undo_title (self, "Copy Card");

  g_ptr_array_set_size (copies, 0);
  place.lane = get (self, "touchpoints");
  g_assert_true (etp_edit_copy_cards (self->journey, order, &place, copies, NULL));
  g_assert_cmpuint (etp_node_get_length (copies->pdata[0], ETP_CARD_VOTES), ==, 0);
}

static void
test_add (Fixture *self, gconstpointer data)
{
  const EtpCardPlace place = { .lane = get (self, "pains"),
                               .phase = get (self, "buy"),
                               .index = 0 };
  const EtpNewCard rows[] = { { .title = "First" },
                              { .title = "Second", .link = "https://example.org" } };
  g_autoptr (GPtrArray) cards = g_ptr_array_new ();

  g_assert_true (
      etp_edit_add_cards (self->journey, &place, rows, G_N_ELEMENTS (rows), cards, NULL));
  g_assert_cmpuint (cards->len, ==, 2);
  for (guint i = 0; i < cards->len; i++)
    {
      g_assert_cmpstr (etp_node_get_text (cards->pdata[i], ETP_CARD_TITLE), ==, rows[i].title);
      g_assert_cmpstr (etp_node_get_text (cards->pdata[i], ETP_CARD_PHASE), ==, "buy");
      g_assert_cmpstr (etp_node_get_text (cards->pdata[i], ETP_CARD_LINK), ==,
                       i == 0 ? "" : rows[i].link);
    }
}

/* In a lane of measures what comes is measures of the phase, in one step; pictures are refused there, and all
 * is where no cards are. */
static void
test_add_measures (Fixture *self, gconstpointer data)
{
  static const char *const elsewhere[] = { "metrics", "emotion", "channels" };
  EtpCardPlace place = { .lane = get (self, "measures"), .phase = get (self, "buy"), .index = 0 };
  g_autoptr (GBytes) picture = g_bytes_new_static ("picture", 7);
  const EtpNewCard rows[] = { { .title = "First" },
                              { .title = "https://example.org", .link = "https://example.org" } };
  const EtpNewCard pictures[] = { { .title = "First" },
                                  { .picture = picture, .picture_type = "image/png" } };
  g_autoptr (GPtrArray) news = g_ptr_array_new ();
  guint64 serial;

  g_assert_true (etp_edit_add_cards (self->journey, &place, rows, G_N_ELEMENTS (rows), news, NULL));
  assert_undo_title (self, "Add 2 Measures");
  g_assert_cmpuint (news->len, ==, 2);
  for (guint i = 0; i < news->len; i++)
    {
      g_assert_cmpint (etp_node_get_list (news->pdata[i]), ==, ETP_LIST_MEASURES);
      g_assert_cmpstr (etp_node_get_text (news->pdata[i], ETP_MEASURE_TITLE), ==, rows[i].title);
      g_assert_cmpstr (etp_node_get_text (news->pdata[i], ETP_MEASURE_PHASE), ==, "buy");
    }
  g_assert_true (etp_edit_add_cards (self->journey, &place, rows, 1, NULL, NULL));
  assert_undo_title (self, "Add Measure");

  serial = etp_journey_get_serial (self->journey);
  g_assert_false (etp_edit_add_cards (self->journey, &place, pictures, 2, NULL, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (elsewhere); i++)
    {
      g_autoptr (GError) error = NULL;

      place.lane = get (self, elsewhere[i]);
      g_assert_false (etp_edit_add_cards (self->journey, &place, rows, 2, NULL, &error));
      g_assert_error (error, ETP_MODEL_ERROR, ETP_MODEL_ERROR_REFUSED);
    }
  g_assert_cmpuint (etp_journey_get_serial (self->journey), ==, serial);
}

/* Under a step, and in its order among the notes there; where notes stand under no steps it does not
 * count. */
static void
test_add_under_step (Fixture *self, gconstpointer data)
{
  EtpCardPlace place = { .lane = get (self, "pains"),
                         .phase = get (self, "consider"),
                         .index = G_MAXUINT,
                         .step = get (self, "compare") };
  const EtpNewCard row = { .title = "New" };
  g_autoptr (GPtrArray) cards = g_ptr_array_new ();

  g_assert_true (etp_edit_add_cards (self->journey, &place, &row, 1, cards, NULL));
  g_assert_cmpstr (etp_node_get_text (cards->pdata[0], ETP_CARD_STEP), ==, "compare");
  place.lane = get (self, "touchpoints");
  g_assert_true (etp_edit_add_cards (self->journey, &place, &row, 1, cards, NULL));
  g_assert_cmpstr (etp_node_get_text (cards->pdata[1], ETP_CARD_STEP), ==, "");
}

/* A new heading in the cell of the first; every wording is kept. */
static void
test_group (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) cards = get_several (self, "slow unclear");
  g_autoptr (GPtrArray) more = get_several (self, "talk thought");
  EtpNode *head = etp_edit_group_cards (self->journey, cards, "Group", NULL);

  g_assert_nonnull (head);
  assert_undo_title (self, "Group Cards");
  g_assert_cmpstr (etp_node_get_text (head, ETP_CARD_TITLE), ==, "Group");
  g_assert_cmpstr (etp_node_get_text (head, ETP_CARD_LANE), ==, "pains");
  g_assert_cmpuint (count_members (self, head), ==, 2);
  assert_text (self, "slow", ETP_CARD_TITLE, "Pages load slowly");
  /* One of them heads a group already: the other joins it. */
  g_assert_true (etp_edit_group_cards (self->journey, more, "Group", NULL) == get (self, "talk"));
  assert_text (self, "thought", ETP_CARD_CLUSTER, "talk");
  assert_text (self, "thought", ETP_CARD_LANE, "actions");
}

/* A group that is dropped onto a lone note comes to that, with all its notes, and takes it in. */
static void
test_group_onto (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) cards = get_several (self, "talk");
  g_autoptr (GPtrArray) lone = get_several (self, "thought");
  EtpNode *head = get (self, "talk");

  g_assert_true (etp_edit_group_onto (self->journey, get (self, "unclear"), cards, "Group", NULL)
                 == head);
  assert_undo_title (self, "Group Cards");
  assert_text (self, "talk", ETP_CARD_LANE, "pains");
  assert_text (self, "talk", ETP_CARD_PHASE, "consider");
  assert_text (self, "talk", ETP_CARD_STEP, "compare");
  assert_text (self, "listen", ETP_CARD_LANE, "pains");
  assert_text (self, "listen", ETP_CARD_CLUSTER, "talk");
  assert_text (self, "unclear", ETP_CARD_LANE, "pains");
  assert_text (self, "unclear", ETP_CARD_CLUSTER, "talk");
  assert_cell (self, "pains", "consider", "slow talk listen unclear");
  /* One that heads nothing makes a new heading there. */
  head = etp_edit_group_onto (self->journey, get (self, "slow"), lone, "Group", NULL);
  g_assert_nonnull (head);
  assert_text (self, "thought", ETP_CARD_LANE, "pains");
  g_assert_cmpstr (etp_node_get_text (head, ETP_CARD_LANE), ==, "pains");
}

static void
test_group_refused (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) steps = get_several (self, "visit compare");
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (etp_edit_group_cards (self->journey, steps, "Group", &error));
  g_assert_error (error, ETP_MODEL_ERROR, ETP_MODEL_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_null (etp_edit_group_cards (self->journey, none, "Group", &error));
  g_assert_error (error, ETP_MODEL_ERROR, ETP_MODEL_ERROR_REFUSED);
}

/* A heading that nobody named goes, one that says something stays as a note. */
static void
test_ungroup (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) cards = get_several (self, "slow unclear");
  g_autoptr (GPtrArray) heads = get_several (self, "talk");
  EtpNode *head = etp_edit_group_cards (self->journey, cards, "Group", NULL);
  g_autofree char *id = g_strdup (etp_node_get_id (head));

  g_ptr_array_add (heads, head);
  g_assert_true (etp_edit_ungroup_cards (self->journey, heads, "Group", NULL));
  assert_undo_title (self, "Ungroup Cards");
  g_assert_null (etp_journey_get_node (self->journey, id));
  assert_text (self, "slow", ETP_CARD_CLUSTER, "");
  assert_text (self, "listen", ETP_CARD_CLUSTER, "");
  assert_text (self, "talk", ETP_CARD_TITLE, "Talks to friends");
}

/* A heading on which somebody remarked something stays, and the remark with it. */
static void
test_ungroup_remarked (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) cards = get_several (self, "slow unclear");
  g_autoptr (GPtrArray) heads = g_ptr_array_new ();
  EtpNode *head = etp_edit_group_cards (self->journey, cards, "Group", NULL);
  g_autoptr (EtpNode) remark = etp_node_new (ETP_LIST_COMMENTS, NULL);
  EtpDatum on = etp_datum_text (&etp_list_get_table (ETP_LIST_COMMENTS)->fields[ETP_COMMENT_ON],
                                etp_node_get_id (head));

  etp_node_init_datum (remark, ETP_COMMENT_ON, &on);
  g_assert_true (etp_edit_insert (self->journey, remark, G_MAXUINT, NULL));
  g_ptr_array_add (heads, head);
  g_assert_true (etp_edit_ungroup_cards (self->journey, heads, "Group", NULL));
  g_assert_true (etp_journey_get_node (self->journey, etp_node_get_id (head)) == head);
  g_assert_nonnull (etp_node_get_journey (remark));
  g_assert_cmpuint (count_members (self, head), ==, 0);
}

/* Nor does it matter in which order notes and heading were chosen. */
static void
test_ungroup_notes_first (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) cards = get_several (self, "slow unclear");
  EtpNode *head = etp_edit_group_cards (self->journey, cards, "Group", NULL);
  g_autofree char *id = g_strdup (etp_node_get_id (head));

  g_ptr_array_add (cards, head);
  g_assert_true (etp_edit_ungroup_cards (self->journey, cards, "Group", NULL));
  g_assert_null (etp_journey_get_node (self->journey, id));
  assert_text (self, "slow", ETP_CARD_CLUSTER, "");
  assert_text (self, "unclear", ETP_CARD_CLUSTER, "");
}

/* Several groups become one: the notes of each heading that joins it come along, also where these are
 * named before it, and no card is lost on the way. */
static void
test_group_groups (Fixture *self, gconstpointer data)
{
  static const char *const notes[] = { "slow", "unclear", "talk", "listen", "thought" };
  g_autoptr (GPtrArray) pains = get_several (self, "slow unclear");
  g_autoptr (GPtrArray) all = get_several (self, "listen talk thought");
  EtpNode *first = etp_edit_group_cards (self->journey, pains, "Group", NULL), *head;

  g_assert_nonnull (first);
  g_ptr_array_add (all, first);
  head = etp_edit_group_cards (self->journey, all, "Group", NULL);
  g_assert_nonnull (head);
  g_assert_true (head != first);
  for (guint i = 0; i < G_N_ELEMENTS (notes); i++)
    {
      assert_text (self, notes[i], ETP_CARD_CLUSTER, etp_node_get_id (head));
      assert_text (self, notes[i], ETP_CARD_LANE, "actions");
      assert_text (self, notes[i], ETP_CARD_PHASE, "aware");
    }
  g_assert_cmpstr (etp_node_get_text (first, ETP_CARD_CLUSTER), ==, etp_node_get_id (head));
  g_assert_cmpuint (count_members (self, first), ==, 0);
}

/* Each card that names a heading is in its group, in the order of all cards; the groups stay so while
 * cards leave them. */
static void
test_index_groups (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) cards = get_several (self, "slow unclear thought");
  EtpNode *head = etp_edit_group_cards (self->journey, cards, "Group", NULL), *card;
  g_autoptr (GHashTable) groups = etp_card_index_groups (self->journey);
  g_autoptr (GHashTable) n_seen = g_hash_table_new (NULL, NULL);
  EtpNodeList *list = etp_journey_get_list (self->journey, ETP_LIST_CARDS);
  g_autoptr (GPtrArray) alone = get_several (self, "advert picture");
  g_autoptr (GPtrArray) mixed = get_several (self, "search advert listen");
  const GPtrArray *kept;

  for (guint i = 0; (card = etp_node_list_get (list, i)) != NULL; i++)
    {
      const char *id = etp_node_get_text (card, ETP_CARD_CLUSTER);
      GPtrArray *members = g_hash_table_lookup (groups, id);
      const guint n = GPOINTER_TO_UINT (g_hash_table_lookup (n_seen, members));

      if (id[0] == '\0')
        continue;
      g_assert_nonnull (members);
      g_assert_cmpuint (n, <, members->len);
      g_assert_true (members->pdata[n] == card);
      g_hash_table_insert (n_seen, members, GUINT_TO_POINTER (n + 1));
    }
  g_assert_cmpuint (count_members (self, get (self, "talk")), ==, 1);
  g_assert_cmpuint (count_members (self, head), ==, 3);
  g_assert_cmpuint (g_hash_table_size (groups), ==, 2);
  g_assert_false (etp_cards_have_group (alone));
  g_assert_true (etp_cards_have_group (mixed));
  mixed->pdata[2] = get (self, "talk");
  g_assert_true (etp_cards_have_group (mixed));
  g_ptr_array_set_size (mixed, 0);
  g_assert_false (etp_cards_have_group (mixed));

  g_assert_true (etp_edit_cluster_cards (self->journey, cards, NULL, NULL));
  kept = g_hash_table_lookup (groups, etp_node_get_id (head));
  g_assert_nonnull (kept);
  g_assert_cmpuint (kept->len, ==, 3);
}

/* A group is parked with its heading and is one there too. */
static void
test_park_group (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) cards = get_several (self, "talk");

  g_assert_true (etp_edit_park_cards (self->journey, cards, NULL));
  assert_text (self, "talk", ETP_CARD_PHASE, "");
  assert_text (self, "listen", ETP_CARD_PHASE, "");
  assert_text (self, "listen", ETP_CARD_CLUSTER, "talk");
}

#define ADD(name, func)                                                                            \
  g_test_add ("/model/edit-drop/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("drop", test_drop);
  ADD ("drop-group", test_drop_group);
  ADD ("drop-group-among-steps", test_drop_group_among_steps);
  ADD ("drop-span", test_drop_span);
  ADD ("drop-into", test_drop_into);
  ADD ("park", test_park);
  ADD ("copy", test_copy);
  ADD ("add", test_add);
  ADD ("add-measures", test_add_measures);
  ADD ("add-under-step", test_add_under_step);
  ADD ("group", test_group);
  ADD ("group-onto", test_group_onto);
  ADD ("group-refused", test_group_refused);
  ADD ("ungroup", test_ungroup);
  ADD ("ungroup-remarked", test_ungroup_remarked);
  ADD ("ungroup-notes-first", test_ungroup_notes_first);
  ADD ("group-groups", test_group_groups);
  ADD ("index-groups", test_index_groups);
  ADD ("park-group", test_park_group);
  return g_test_run ();
}
