/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-tests"

#include "config.h"

#include <string.h>

#include "etp-test-build.h"
#include "etp-test-random.h"
#include "model/etp-edit.h"
#include "model/etp-fold.h"
#include "model/etp-history.h"
#include "model/etp-search.h"
#include "model/etp-tables.h"

/* Folding, finding, and where in the original it was. */

static const struct
{
  const char *text, *folded;
} folds[] = {
  { "", "" },
  { "Plain ASCII, 123!", "plain ascii, 123!" },
  { "Größe", "grosse" },
  { "GRÖSSE", "grosse" },
  { "GRÖẞE", "grosse" },
  { "Gro\xcc\x88\xc3\x9f"
    "e",
    "grosse" }, /* o and a combining diaeresis */
  { "Žluťoučký kůň", "zlutoucky kun" },
  { "ÅNGSTRÖM", "angstrom" },
  { "ﬁnal", "final" },
  { "Ｗｉｄｅ", "wide" },
  { "İstanbul", "istanbul" },
  { "ΣΊΣΥΦΟΣ", "σισυφοσ" },
  { "Ёлка", "елка" },
  { "x²", "x2" },
  { "😀", "😀" },
  { "\xcc\x88", "" }, /* nothing but a mark */
};

static void
test_fold (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (folds); i++)
    {
      g_autofree char *folded = etp_fold (folds[i].text);

      g_assert_cmpstr (folded, ==, folds[i].folded);
    }
}

static const struct
{
  const char *text, *query, *found; /* found: the part of text, NULL for none */
} parts[] = {
  { "Die Größe passt nicht", "grosse", "Größe" },
  { "Die Größe passt nicht", "GRÖ", "Grö" },
  { "Die Größe passt nicht", "sse p", "ße p" },
  { "Die Größe passt nicht", "s", "ß" }, /* half of ß is the whole of it */
  { "Gro\xcc\x88\xc3\x9f"
    "e",
    "gro", "Gro\xcc\x88" }, /* with its mark */
  { "cafe\xcc\x81 noir", "café", "cafe\xcc\x81" },
  { "café noir", "cafe\xcc\x81", "café" },
  { "zwei\nZeilen", "zwei zeilen", "zwei\nZeilen" },
  { "final ﬁnal", "ﬁn", "fin" },
  { "ﬁnal", "in", "ﬁn" },
  { "😀 smile", "smile", "smile" },
  { "Überraschung", "uber", "Über" },
  { "anything", "nothing at all", NULL },
  { "anything", "", NULL },
  { "anything", "\xcc\x88", NULL },
};

static void
test_parts (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr (EtpJourney) journey = etp_journey_new ();
      g_autoptr (EtpSearch) search = NULL;
      g_autoptr (GArray) hits = NULL;
      g_autofree char *found = NULL;
      const EtpHit *hit;

      g_test_message ("%s in %s", parts[i].query, parts[i].text);
      etp_test_add (journey, ETP_LIST_CARDS, "a", ETP_CARD_TEXT, parts[i].text, ETP_TEST_END);
      search = etp_search_new (journey);
      hits = etp_search_find (search, parts[i].query, 1);
      g_assert_cmpuint (hits->len, ==, parts[i].found != NULL ? 1 : 0);
      if (hits->len == 0)
        continue;
      hit = &g_array_index (hits, EtpHit, 0);
      g_assert_cmpuint (hit->field, ==, ETP_CARD_TEXT);
      found = g_strndup (etp_hit_get_text (hit) + hit->start, hit->end - hit->start);
      g_assert_cmpstr (found, ==, parts[i].found);
    }
}

/* What etp_fold_map_back() says, found out character by character. */
static void
map_plainly (const char *text, gsize start, gsize end, gsize *text_start, gsize *text_end)
{
  gboolean began = FALSE;

  *text_start = *text_end = 0;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gsize next = (gsize) (g_utf8_next_char (p) - text);
      g_autofree char *before = g_strndup (text, (gsize) (p - text));
      g_autofree char *with = g_strndup (text, next);
      g_autofree char *folded_before = etp_fold (before);
      g_autofree char *folded_with = etp_fold (with);
      const gsize from = strlen (folded_before), to = strlen (folded_with);

      if (from >= end && to > from)
        return;
      if (!began && to > start)
        {
          *text_start = (gsize) (p - text);
          began = TRUE;
        }
      if (began)
        *text_end = next;
    }
}

/* One walk says of each place what a walk of its own would say, also where several places lie in one
 * character, and where characters become longer, shorter or nothing. */
static void
test_walk (void)
{
  static const char *const pieces[] = {
    "a",  "Z",        " ", "ß", "ẞ", "İ", "ﬁ", "ﬃ", "ﷺ", "ö", "o\xcc\x88", "e\xcc\x81\xcc\xa3",
    "Ｗ", "\xcc\x88", "😀", "²",
  };
  guint32 seed = (guint32) g_test_rand_int_range (0, G_MAXINT32);
  GRand *random = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint round = 0; round < 200; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *folded = NULL;
      EtpFoldWalk walk = { 0 };
      gsize length;

      for (guint i = 0; i < 12; i++)
        g_string_append (text,
                         pieces[g_rand_int_range (random, 0, (gint32) G_N_ELEMENTS (pieces))]);
      folded = etp_fold (text->str);
      length = (gsize) g_rand_int_range (random, 1, 4);
      walk.text = text->str;
      for (gsize at = 0; at < strlen (folded) + 2; at += length)
        {
          gsize start, end, expected_start, expected_end;

          etp_fold_map_back (&walk, at, at + length, &start, &end);
          map_plainly (text->str, at, at + length, &expected_start, &expected_end);
          g_assert_cmpuint (start, ==, expected_start);
          g_assert_cmpuint (end, ==, expected_end);
        }
    }
  g_rand_free (random);
}

/* A long text that is full of hits: each has its own place. */
static void
test_long (void)
{
  static const char *const queries[] = { "ss", "i", "fe", "nothing" };
  static const char *const found[] = { "ß", "ﬁ İ", "fe\xcc\x81", NULL }; /* in turn, by blanks */
  const guint n = 5000;
  g_autoptr (EtpJourney) journey = etp_journey_new ();
  g_autoptr (EtpSearch) search = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (text, "Größe ﬁ cafe\xcc\x81 İ\n");
  etp_test_add (journey, ETP_LIST_CARDS, "a", ETP_CARD_TITLE, "ﬁ", ETP_CARD_TEXT, text->str,
                ETP_TEST_END);
  search = etp_search_new (journey);
  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr (GArray) hits = etp_search_find (search, queries[i], 0);
      g_autoptr (GArray) first = etp_search_find_first (search, queries[i]);
      g_auto (GStrv) turns = g_strsplit (found[i] != NULL ? found[i] : "", " ", -1);
      const guint n_turns = g_strv_length (turns);
      gsize last = 0;
      guint n_in_text = 0;

      g_assert_cmpuint (first->len, ==, found[i] != NULL ? 1 : 0);
      for (guint j = 0; j < hits->len; j++)
        {
          const EtpHit *hit = &g_array_index (hits, EtpHit, j);
          const char *turn = turns[n_in_text % n_turns];

          if (hit->field != ETP_CARD_TEXT)
            continue;
          g_assert_cmpuint (hit->start, >=, last);
          g_assert_cmpuint (hit->end - hit->start, ==, strlen (turn));
          g_assert_true (strncmp (text->str + hit->start, turn, strlen (turn)) == 0);
          last = hit->end;
          n_in_text++;
        }
      g_assert_cmpuint (n_in_text, ==, n * n_turns);
      if (first->len > 0)
        g_assert_cmpuint (g_array_index (first, EtpHit, 0).field, ==,
                          g_array_index (hits, EtpHit, 0).field);
    }
}

/* Every text field of every object, nested ones and lists included, is looked at. */
static guint
count_texts (const EtpRecord *record, const char *text)
{
  guint n = 0;

  for (guint i = 0; i < record->table->n_fields; i++)
    {
      const EtpField *row = &record->table->fields[i];

      if (row->type == ETP_FIELD_VALUE && etp_record_get_value (record, i) != NULL)
        n += count_texts (etp_value_record (etp_record_get_value (record, i)), text);
      for (guint j = 0; row->type == ETP_FIELD_VALUES && j < etp_record_get_length (record, i); j++)
        n += count_texts (etp_value_record (etp_record_get_value_at (record, i, j)), text);
      for (guint j = 0; row->type == ETP_FIELD_TEXTS && j < etp_record_get_length (record, i); j++)
        n += strstr (etp_record_get_text_at (record, i, j), text) != NULL;
      if ((row->flags & ETP_FIELD_SEARCH) != 0 && row->type == ETP_FIELD_TEXT)
        n += strstr (etp_record_get_text (record, i), text) != NULL;
    }
  return n;
}

static void
test_everywhere (void)
{
  static const char *const words[] = { "shop", "a", "survey", "Ada", "slow", "top", "address" };
  g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
  g_autoptr (EtpSearch) search = etp_search_new (journey);

  for (guint w = 0; w < G_N_ELEMENTS (words); w++)
    {
      g_autoptr (GArray) hits = etp_search_find (search, words[w], 0);
      g_autoptr (GHashTable) places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      guint expected = count_texts (etp_node_record (ETP_NODE (journey)), words[w]);
      guint exact = 0;

      for (guint list = 0; list < ETP_N_LISTS; list++)
        {
          EtpNodeList *nodes = etp_journey_get_list (journey, (EtpListKind) list);
          EtpNode *node;

          for (guint i = 0; (node = etp_node_list_get (nodes, i)) != NULL; i++)
            expected += count_texts (etp_node_record (node), words[w]);
        }
      for (guint i = 0; i < hits->len; i++)
        {
          const EtpHit *hit = &g_array_index (hits, EtpHit, i);
          const char *text = etp_hit_get_text (hit);
          g_autofree char *place = g_strdup_printf ("%s %u %d %d", etp_node_get_id (hit->node),
                                                    hit->field, hit->item, hit->column);

          g_assert_cmpint (g_ascii_strncasecmp (text + hit->start, words[w], strlen (words[w])), ==,
                           0);
          if (strstr (text, words[w]) != NULL && g_hash_table_add (places, g_strdup (place)))
            exact++;
        }
      g_assert_cmpuint (expected, >, 0);
      g_assert_cmpuint (exact, ==, expected);
      g_assert_cmpuint (etp_search_count (search, words[w]), ==, hits->len);
    }
}

static void
test_order_and_max (void)
{
  g_autoptr (EtpJourney) journey = etp_journey_new ();
  g_autoptr (EtpSearch) search = NULL;
  g_autoptr (GArray) hits = NULL;

  etp_test_add (journey, ETP_LIST_CARDS, "b", ETP_CARD_TITLE, "ab ab", ETP_CARD_TEXT, "ab",
                ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_PHASES, "a", ETP_PHASE_NAME, "ab", ETP_TEST_END);
  search = etp_search_new (journey);
  hits = etp_search_find (search, "AB", 3);
  g_assert_cmpuint (hits->len, ==, 3);
  g_assert_cmpstr (etp_node_get_id (g_array_index (hits, EtpHit, 0).node), ==, "a");
  g_assert_cmpuint (g_array_index (hits, EtpHit, 1).start, ==, 0);
  g_assert_cmpuint (g_array_index (hits, EtpHit, 2).start, ==, 3);
  g_assert_cmpuint (etp_search_count (search, "ab"), ==, 4);

  /* One for each node, the first of its texts. */
  g_array_unref (hits);
  hits = etp_search_find_first (search, "ab");
  g_assert_cmpuint (hits->len, ==, 2);
  g_assert_cmpstr (etp_node_get_id (g_array_index (hits, EtpHit, 0).node), ==, "a");
  g_assert_cmpstr (etp_node_get_id (g_array_index (hits, EtpHit, 1).node), ==, "b");
  g_assert_cmpuint (g_array_index (hits, EtpHit, 1).field, ==, ETP_CARD_TITLE);
}

/* A search that lives along with edits always knows what a new one finds. */
static void
test_edits (void)
{
  guint32 seed = (guint32) g_test_rand_int_range (0, G_MAXINT32);
  GRand *random = g_rand_new_with_seed (seed);
  g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
  g_autoptr (EtpSearch) search = etp_search_new (journey);

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < 100; i++)
    {
      g_autoptr (EtpSearch) fresh = NULL;

      etp_test_random_edits (journey, random, 4);
      if (i % 3 == 0)
        etp_history_undo (etp_journey_get_history (journey));
      fresh = etp_search_new (journey);
      g_assert_cmpuint (etp_search_count (search, "größe"), ==, etp_search_count (fresh, "größe"));
      g_assert_cmpuint (etp_search_count (search, "e"), ==, etp_search_count (fresh, "e"));
    }
  g_rand_free (random);
}

static void
test_warming (void)
{
  g_autoptr (EtpJourney) journey = etp_test_journey_new_large (2000, 5);
  g_autoptr (EtpSearch) search = etp_search_new (journey);
  g_autoptr (GArray) hits = NULL;
  guint slices = 1;

  while (!etp_search_warm (search, 0))
    slices++;
  g_assert_cmpuint (slices, >, 10);
  g_assert_true (etp_search_warm (search, 0));
  g_assert_cmpuint (etp_search_count (search, "freundin"), ==, 2000);

  /* Hits outlive what they were found in. */
  hits = etp_search_find (search, "Angebot 7", 1);
  g_assert_true (etp_edit_remove (journey, g_array_index (hits, EtpHit, 0).node, NULL));
  g_clear_object (&journey);
  g_clear_object (&search);
  g_assert_cmpstr (etp_hit_get_text (&g_array_index (hits, EtpHit, 0)), ==, "Vergleicht Angebot 7");
}

static void
test_idle (void)
{
  g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
  g_autoptr (EtpSearch) search = etp_search_new (journey);

  g_assert_true (g_main_context_pending (NULL));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_false (g_main_context_pending (NULL));
  g_assert_true (etp_edit_set_text (journey, ETP_NODE (journey), ETP_JOURNEY_TITLE, "x", NULL));
  g_assert_true (g_main_context_pending (NULL));
  g_clear_object (&search);
  g_assert_false (g_main_context_pending (NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/search/fold", test_fold);
  g_test_add_func ("/model/search/parts", test_parts);
  g_test_add_func ("/model/search/walk", test_walk);
  g_test_add_func ("/model/search/long", test_long);
  g_test_add_func ("/model/search/everywhere", test_everywhere);
  g_test_add_func ("/model/search/order-and-max", test_order_and_max);
  g_test_add_func ("/model/search/edits", test_edits);
  g_test_add_func ("/model/search/warming", test_warming);
  g_test_add_func ("/model/search/idle", test_idle);

  return g_test_run ();
}
