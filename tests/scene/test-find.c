/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-tests"

#include "config.h"

#include <string.h>

#include "etp-test-build.h"
#include "model/etp-fields.h"
#include "model/etp-fold.h"
#include "scene-test.h"
#include "scene/etp-fade.h"
#include "scene/etp-find.h"

/* What is found where on the map, and what steps back. */

static EtpJourney *
create_journey (void)
{
  EtpJourney *journey = etp_journey_new ();

  etp_test_add (journey, ETP_LIST_SOURCES, "study", ETP_SOURCE_TITLE, "Größenstudie", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_PHASES, "p", ETP_PHASE_NAME, "Kauf", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_PHASES, "q", ETP_PHASE_NAME, "Nutzung", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_LANES, "l", ETP_LANE_KIND, "touchpoints", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_CARDS, "late", ETP_CARD_LANE, "l", ETP_CARD_PHASE, "q",
                ETP_CARD_TITLE, "Die Größe passt", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_CARDS, "early", ETP_CARD_LANE, "l", ETP_CARD_PHASE, "p",
                ETP_CARD_TITLE, "GRÖSSE wählen, 2.1", ETP_CARD_TEXT, "noch eine grosse",
                ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_CARDS, "parked", ETP_CARD_TITLE, "Große Frage", ETP_TEST_END);
  return journey;
}

static char *
join (GArray *things)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < things->len; i++)
    {
      const EtpFound *thing = &g_array_index (things, EtpFound, i);

      g_string_append_printf (text, "%s%s%s", i > 0 ? " " : "", etp_node_get_id (thing->node),
                              etp_item_ref_is_none (thing->ref) ? "!" : "");
    }
  return g_string_free (text, FALSE);
}

static const struct
{
  const char *query, *found; /* ids; ! not on the map */
} rows[] = {
  { "grösse", "early late study! parked!" },
  { "GROSSE", "early late study! parked!" },
  { "passt", "late" },
  { "nutz", "q" },
  { "2.1", "late early" }, /* the step first, then the text */
  { "1.1", "early" },
  { " 2.1 ", "late" },
  { "2.2", "" },
  { "0.1", "" },
  { "2.1.1", "" },
  { "frage", "parked!" },
  { "", "" },
};

static void
test_things (void)
{
  g_autoptr (EtpJourney) journey = create_journey ();
  g_autoptr (EtpScene) scene = etp_test_scene_new (journey, NULL, NULL);
  g_autoptr (EtpSearch) search = etp_search_new (journey);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GArray) things = etp_find_things (search, scene, journey, rows[i].query);
      g_autofree char *found = join (things);

      g_test_message ("%s", rows[i].query);
      g_assert_cmpstr (found, ==, rows[i].found);
      for (guint j = 0; j < things->len; j++)
        {
          const EtpFound *thing = &g_array_index (things, EtpFound, j);

          g_assert_nonnull (thing->text);
          if (!etp_item_ref_is_none (thing->ref))
            g_assert_cmpstr (etp_scene_get_item (scene, thing->ref)->node_id, ==,
                             etp_node_get_id (thing->node));
        }
    }
}

/* The words of a card lie within it, one rectangle for each hit in a line, as wide as the measurer
 * says that they are. */
static void
test_words (void)
{
  g_autoptr (EtpJourney) journey = create_journey ();
  g_autoptr (EtpScene) scene = etp_test_scene_new (journey, NULL, NULL);
  g_autoptr (EtpMeasurer) measurer = etp_test_measurer_new ();
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (EtpFoundWord));
  g_autofree char *folded = etp_fold ("größe");
  EtpItemRef ref = etp_scene_find_node (scene, "early", ETP_ITEM_CARD);
  const EtpItem *item = etp_scene_get_item (scene, ref);
  double widths[2] = { 0, 0 };

  etp_find_words (item, folded, words);
  g_assert_cmpuint (words->len, ==, 2);
  for (guint i = 0; i < words->len; i++)
    {
      EtpFoundWord *word = &g_array_index (words, EtpFoundWord, i);
      const EtpRect rect = etp_found_word_measure (word, item, measurer);

      g_assert_cmpfloat (rect.x, >=, 0);
      g_assert_cmpfloat (rect.y, >=, 0);
      g_assert_cmpfloat (rect.x + rect.width, <=, item->width);
      g_assert_cmpfloat (rect.y + rect.height, <=, item->height);
      widths[i] = rect.width;
      /* Asked again it says the same. */
      g_assert_cmpfloat (etp_found_word_measure (word, item, measurer).x, ==, rect.x);
    }
  /* Six letters, semibold 14 in the title, 13 in the text. */
  g_assert_cmpfloat_with_epsilon (widths[0], 6 * 14 * 0.6, 0.1);
  g_assert_cmpfloat_with_epsilon (widths[1], 6 * 13 * 0.55, 0.1);

  g_array_set_size (words, 0);
  etp_find_words (item, "", words);
  etp_find_words (item, "nichts", words);
  g_assert_cmpuint (words->len, ==, 0);
}

/* In a text over many lines: each word in its line, from the top down, also where letters become more
 * or fewer when they are folded; those across two lines in both. */
static void
test_words_of_long_text (void)
{
  static const char *const queries[] = { "sse", "i", "l e" };
  const guint n = 500;
  g_autoptr (EtpJourney) journey = create_journey ();
  g_autoptr (EtpScene) scene = NULL;
  g_autoptr (EtpMeasurer) measurer = etp_test_measurer_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  const EtpItem *item;

  for (guint i = 0; i < n; i++)
    g_string_append (text, "Größe ﬁel e\xcc\x81 auf. İ\n");
  etp_test_add (journey, ETP_LIST_CARDS, "long", ETP_CARD_LANE, "l", ETP_CARD_PHASE, "p",
                ETP_CARD_TITLE, "x", ETP_CARD_TEXT, text->str, ETP_TEST_END);
  scene = etp_test_scene_new (journey, NULL, NULL);
  item = etp_scene_get_item (scene, etp_scene_find_node (scene, "long", ETP_ITEM_CARD));
  for (guint q = 0; q < G_N_ELEMENTS (queries); q++)
    {
      g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (EtpFoundWord));
      guint last_line = 0;

      etp_find_words (item, queries[q], words);
      /* Once in each line of the text, and the letter twice. */
      g_assert_cmpuint (words->len, >=, q == 1 ? 2 * n : n);
      for (guint i = 0; i < words->len; i++)
        {
          EtpFoundWord *word = &g_array_index (words, EtpFoundWord, i);
          const EtpMark *mark = &item->marks[word->mark];
          const EtpTextLine *line = &mark->lines[word->line];
          g_autofree char *part = g_strndup (mark->text + word->start, word->end - word->start);
          g_autofree char *folded = etp_fold (part);
          EtpRect rect;

          g_assert_cmpuint (word->line, >=, last_line);
          last_line = word->line;
          g_assert_cmpuint (word->start, >=, line->start);
          g_assert_cmpuint (word->end, <=, line->start + line->length);
          /* Half of a letter is the whole of it; a word may be cut by the end of a line. */
          g_assert_true (strstr (folded, queries[q]) != NULL
                         || strstr (queries[q], folded) != NULL);
          g_assert_false (word->is_measured);
          g_assert_cmpfloat (word->rect.width, ==, (double) line->width);
          rect = etp_found_word_measure (word, item, measurer);
          g_assert_cmpfloat (rect.width, <=, (double) line->width + 0.1);
          g_assert_cmpfloat_with_epsilon (
              rect.y, mark->rect.y + word->line * (double) mark->line_height, 0.01);
        }
    }
}

/* In the sample: which kinds of items fade for a persona, and that heads never do. */
static void
test_fade (void)
{
  g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
  g_autoptr (EtpScene) scene = etp_test_scene_new (journey, NULL, NULL);
  g_autoptr (EtpFilter) filter = etp_filter_new ();
  EtpNodeList *personas = etp_journey_get_list (journey, ETP_LIST_PERSONAS);
  const char *first = etp_node_get_id (etp_node_list_get (personas, 0));
  g_autoptr (EtpFade) fade = NULL;
  guint n_faded = 0, n_clear = 0, n_curves = 0;

  etp_filter_set (filter, ETP_FILTER_PERSONA, "nobody", TRUE);
  fade = etp_fade_new (filter, journey);
  for (guint i = 0; i < etp_scene_get_n_cells (scene); i++)
    {
      const EtpCell *cell = etp_scene_get_cell (scene, i)->cell;

      for (guint j = 0; j < cell->n_items; j++)
        {
          const EtpItem *item = cell->items[j].item;
          const gboolean is_faded = etp_fade_has (fade, item);

          if (item->kind == ETP_ITEM_PHASE_HEAD || item->kind == ETP_ITEM_LANE_HEAD
              || item->kind == ETP_ITEM_FILL || item->kind == ETP_ITEM_TITLE)
            g_assert_false (is_faded);
          if (item->kind == ETP_ITEM_CURVE && g_strcmp0 (item->sub, first) == 0)
            {
              g_assert_true (is_faded);
              n_curves++;
            }
          n_faded += is_faded;
          n_clear += !is_faded;
        }
    }
  g_assert_cmpuint (n_curves, >, 0);
  g_assert_cmpuint (n_faded, >, n_curves);
  g_assert_cmpuint (n_clear, >, 5);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/find/things", test_things);
  g_test_add_func ("/scene/find/words", test_words);
  g_test_add_func ("/scene/find/words-of-long-text", test_words_of_long_text);
  g_test_add_func ("/scene/fade/persona", test_fade);
  return g_test_run ();
}
