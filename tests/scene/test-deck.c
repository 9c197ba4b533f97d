/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-tests"

#include "config.h"

#include "deck-test.h"
#include "etp-test-build.h"
#include "model/etp-tables.h"
#include "lane-test.h"
#include "scene-test.h"
#include "scene/etp-icon.h"
#include "scene/etp-pages.h"

#include <string.h>

/* Decks: what stands on which slide, and that whatever a journey holds goes on slides whole. */

#define END ETP_TEST_END

static char *
dump (GPtrArray *slides)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < slides->len; i++)
    {
      const EtpDeckSlide *slide = g_ptr_array_index (slides, i);
      g_autofree char *scene = etp_scene_dump (slide->scene);
      g_autofree char *furniture = etp_scene_dump (slide->furniture);

      g_string_append_printf (text, "slide %u %s \"%s\"\n%s%s", i + 1, slide->role, slide->title,
                              scene, furniture);
    }
  return g_string_free (text, FALSE);
}

static void
test_golden (void)
{
  static const struct
  {
    const char *name;
    EtpDeckRatio ratio;
  } rows[] = { { "deck-wide", ETP_DECK_WIDE }, { "deck-classic", ETP_DECK_CLASSIC } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
      EtpDeckOptions options = { .ratio = rows[i].ratio, .today = "2026-10-01" };
      g_autoptr (GPtrArray) slides = deck_test_build_checked (journey, &options);
      g_autofree char *text = dump (slides);

      etp_test_assert_golden (rows[i].name, text);
    }
}

/* In the order in which a room hears them; a persona of whom there is only a name has no slide. */
static void
test_roles (void)
{
  static const char *const roles[] = { "title",    "findings",      "scope",    "persona",
                                       "overview", "phase",         "phase",    "phase",
                                       "pains",    "opportunities", "measures", "decisions",
                                       "metrics",  "method" };
  g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
  EtpDeckOptions options = { .today = "2026-10-01" };
  g_autoptr (GPtrArray) slides = deck_test_build (journey, &options);
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  for (guint i = 0; i < slides->len; i++)
    {
      const EtpDeckSlide *slide = g_ptr_array_index (slides, i);

      if (strstr (slide->title, "(2\302\240of") == NULL
          && strstr (slide->title, "(3\302\240of") == NULL)
        g_ptr_array_add (found, (gpointer) slide->role);
    }
  g_assert_cmpuint (found->len, ==, G_N_ELEMENTS (roles));
  for (guint i = 0; i < found->len; i++)
    g_assert_cmpstr (g_ptr_array_index (found, i), ==, roles[i]);
}

static void
test_words (void)
{
  g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
  EtpDeckOptions options = { .today = "2026-10-01" };
  g_autoptr (GPtrArray) slides = deck_test_build (journey, &options);
  static const struct
  {
    const char *role, *text;
  } rows[] = {
    { "title", "Buying hiking boots" },
    { "findings", "Slow pages cost orders" },
    { "scope", "A first mountain tour" },
    { "persona", "Find boots that fit" },
    { "overview", "Lowest at 2.1 Visits the shop (Max), highest at 3.1 Orders by phone (Max)" },
    { "overview", "Awareness" },
    { "phase", "Consideration: lowest point of the journey at 2.1 Visits the shop" },
    { "phase", "2.2 → 3.1: Broken hand-over" },
    { "phase", "the address" },
    { "phase", "“Will they fit?”" },
    { "pains", "2 pain points, the most severe: Pages load slowly (2.1)" },
    { "pains", "4/5" },
    { "pains", "Smaller images" },
    { "opportunities", "Compress images" },
    { "measures", "1 measure: 1 overdue, 1 in progress" },
    { "measures", "Ada" },
    { "measures", "30 Sep 2026" },
    { "measures", "Conversion rate: 3.5% expected" },
    { "decisions", "Set a new date or stop" },
    { "metrics", "The metric misses its target" },
    { "metrics", "2.4%" },
    { "method", "Survey 2026" },
    { "method", "Next review: 1 December 2026" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      if (!deck_test_has_text (slides, rows[i].role, rows[i].text))
        g_test_message ("%s: %s", rows[i].role, rows[i].text);
      g_assert_true (deck_test_has_text (slides, rows[i].role, rows[i].text));
    }
  etp_test_set_root (journey, ETP_JOURNEY_LANGUAGE, "de", END);
  g_ptr_array_unref (slides);
  slides = deck_test_build_checked (journey, &options);
  g_assert_true (deck_test_has_text (slides, "decisions", "Neuer Termin oder Abbruch"));
  g_assert_true (deck_test_has_text (slides, "measures", "1 Maßnahme: 1 überfällig, 1 in Arbeit"));
}

/* Without insights what can be counted is said, and that it is no more than that. */
static void
test_derived (void)
{
  g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
  g_autoptr (GPtrArray) slides = NULL;

  etp_test_set_root (journey, ETP_JOURNEY_INSIGHTS, NULL, END);
  slides = deck_test_build_checked (journey, NULL);
  g_assert_true (deck_test_has_text (slides, "findings", "no insights have been written down"));
  g_assert_true (
      deck_test_has_text (slides, "findings", "2.1 Visits the shop (Max): −1.2 frustriert"));
  g_assert_true (deck_test_has_text (slides, "findings",
                                     "2.2 Compares offers → 3.1 Orders by phone: the address"));
  g_assert_false (deck_test_has_text (slides, "findings", "with the most votes"));
}

static void
test_empty (void)
{
  g_autoptr (EtpJourney) journey = etp_journey_new ();
  g_autoptr (GPtrArray) slides = deck_test_build_checked (journey, NULL);

  g_assert_cmpuint (slides->len, ==, 1);
  g_assert_cmpuint (deck_test_count (slides, "title"), ==, 1);
}

/* Whose titles are white space is called as if it had none. */
static void
test_untitled (void)
{
  g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
  g_autoptr (GPtrArray) slides = NULL;

  etp_test_set (journey, "", ETP_JOURNEY_TITLE, " \n ");
  etp_test_set (journey, "aware", ETP_PHASE_NAME, "\n");
  slides = deck_test_build_checked (journey, NULL);
  g_assert_true (deck_test_has_text (slides, "title", "Untitled Map"));
  for (guint i = 0; i < slides->len; i++)
    {
      g_autofree char *title = g_strdup (
          ((const EtpDeckSlide *) g_ptr_array_index (slides, i))->title);

      g_assert_cmpstr (g_strstrip (title), !=, "");
    }
}

/* Nobody asks people outside who is responsible: the names were taken out. */
static void
test_external (void)
{
  for (guint external = 0; external < 2; external++)
    {
      g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
      EtpDeckOptions options = { .external = external > 0 };
      g_autoptr (GPtrArray) slides = NULL;

      etp_test_set (journey, "compress", ETP_MEASURE_OWNER, "");
      etp_test_set (journey, "compress", ETP_MEASURE_UNIT, "");
      slides = deck_test_build_checked (journey, &options);
      g_assert_cmpint (deck_test_has_text (slides, "decisions", "Name who is responsible"), ==,
                       external == 0);
      g_assert_cmpint (deck_test_has_text (slides, "measures", "Who"), ==, external == 0);
    }
}

static void
test_changes (void)
{
  g_autoptr (EtpJourney) before = etp_test_journey_new_sample ();
  g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
  EtpDeckOptions options = { .before = before,
                             .before_name = "First round",
                             .before_date = "2026-03-01" };
  g_autoptr (GPtrArray) slides = deck_test_build_checked (journey, &options);

  g_assert_cmpuint (deck_test_count (slides, "changes"), ==, 0);
  g_ptr_array_unref (slides);
  etp_test_add (journey, ETP_LIST_CARDS, "new", ETP_CARD_LANE, "pains", ETP_CARD_PHASE, "buy",
                ETP_CARD_TITLE, "Nobody calls back", END);
  etp_test_set (journey, "slow", ETP_CARD_TITLE,
                "Pages load far too slowly for anybody on a bus, "
                "and nobody knows why they do so");
  etp_test_set (journey, "campaign", ETP_CARD_PHASE, "buy");
  slides = deck_test_build_checked (journey, &options);
  g_assert_true (
      deck_test_has_text (slides, "changes", "What has changed since “First round”, 1 March 2026"));
  g_assert_true (deck_test_has_text (slides, "changes", "Nobody calls back"));
  g_assert_true (deck_test_has_text (
      slides, "changes",
      "Pages load slowly → Pages load far too slowly for anybody on a bus, and nobody knows why"));
  g_assert_true (deck_test_has_text (slides, "changes", "Campaign → Purchase"));
}

static char *
repeat (const char *words, guint n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s%u ", words, i);
  return g_string_free (text, FALSE);
}

/* Every text of the sample as long as a slide and longer: it goes on, on further slides. */
static void
test_long (void)
{
  g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
  EtpNodeList *cards = etp_journey_get_list (journey, ETP_LIST_CARDS);
  g_autofree char *title = repeat ("title ", 40);
  g_autofree char *text = repeat ("and words of a long text ", 200);
  g_autofree char *name = repeat ("Verylongname", 9);
  g_autofree char *word = g_strnfill (900, 'w');

  for (guint i = 0; i < etp_node_list_get_length (cards); i++)
    {
      const char *id = etp_node_get_id (etp_node_list_get (cards, i));

      etp_test_set (journey, id, ETP_CARD_TITLE, i % 3 == 2 ? word : title);
      etp_test_set (journey, id, ETP_CARD_TEXT, text);
    }
  etp_test_set (journey, "", ETP_JOURNEY_TITLE, title);
  etp_test_set (journey, "", ETP_JOURNEY_SCENARIO, text);
  etp_test_set (journey, "aware", ETP_PHASE_NAME, title);
  etp_test_set (journey, "buy", ETP_PHASE_NAME, name);
  etp_test_set (journey, "buy", ETP_PHASE_GOAL, text);
  etp_test_set (journey, "max", ETP_PERSONA_NAME, name);
  etp_test_set (journey, "max", ETP_PERSONA_QUOTE, text);
  etp_test_set (journey, "compress", ETP_MEASURE_TITLE, title);
  etp_test_set (journey, "compress", ETP_MEASURE_DESCRIPTION, text);
  etp_test_set (journey, "conversion", ETP_METRIC_NAME, title);
  etp_test_set (journey, "survey", ETP_SOURCE_TITLE, text);
  etp_test_set (journey, "handover", ETP_LINK_LOSES, text);
  for (guint ratio = 0; ratio < 2; ratio++)
    {
      EtpDeckOptions options = { .ratio = (EtpDeckRatio) ratio, .header = "Confidential" };
      g_autoptr (GPtrArray) slides = deck_test_build_checked (journey, &options);

      g_assert_cmpuint (deck_test_count (slides, "phase"), >, 20);
      g_assert_cmpuint (deck_test_count (slides, "measures"), >, 1);
    }
}

static void
test_large (void)
{
  static const struct
  {
    guint n_cards, n_phases;
  } rows[] = { { 1000, 5 }, { 1000, 40 }, { 40, 40 }, { 3, 1 } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (EtpJourney)
          journey = etp_test_journey_new_large (rows[i].n_cards, rows[i].n_phases);
      g_autoptr (GPtrArray) slides = deck_test_build_checked (journey, NULL);

      g_assert_cmpuint (deck_test_count (slides, "phase"), >=, rows[i].n_phases);
      if (rows[i].n_phases == 40)
        g_assert_cmpuint (deck_test_count (slides, "overview"), >, 4);
    }
}

/* What was not chosen is hidden by whoever makes the extract; so it is not there. */
static void
test_hidden (void)
{
  g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
  g_autoptr (GPtrArray) slides = NULL;

  etp_test_set (journey, "touchpoints", ETP_LANE_HIDDEN, "true");
  etp_test_set (journey, "pains", ETP_LANE_HIDDEN, "true");
  etp_test_set (journey, "aware", ETP_PHASE_HIDDEN, "true");
  slides = deck_test_build_checked (journey, NULL);
  g_assert_cmpuint (deck_test_count (slides, "pains"), ==, 0);
  g_assert_false (deck_test_has_text (slides, "phase", "Sees an advert"));
  g_assert_false (deck_test_has_text (slides, "phase", "Website"));
  g_assert_true (deck_test_has_text (slides, "phase", "begeistert"));
  g_assert_false (deck_test_has_text (slides, "overview", "Awareness"));
  g_assert_true (deck_test_has_text (slides, "overview", "Consideration"));
}

/* Insights and metrics do not name what is hidden. */
static void
test_hidden_names (void)
{
  g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
  g_autoptr (GPtrArray) slides = deck_test_build (journey, NULL);

  g_assert_true (deck_test_has_text (slides, "findings", "Pages load slowly"));
  g_assert_true (deck_test_has_text (slides, "metrics", "Purchase"));
  g_ptr_array_unref (slides);
  etp_test_set (journey, "pains", ETP_LANE_HIDDEN, "true");
  etp_test_set (journey, "buy", ETP_PHASE_HIDDEN, "true");
  slides = deck_test_build_checked (journey, NULL);
  g_assert_true (deck_test_has_text (slides, "findings", "2.1 Visits the shop"));
  g_assert_false (deck_test_has_text (slides, NULL, "Pages load slowly"));
  g_assert_false (deck_test_has_text (slides, "metrics", "Purchase"));
}

/* Hand-overs from and to what is hidden are neither named nor counted. */
static void
test_hidden_handover (void)
{
  static const struct
  {
    const char *id;
    guint field;
  } rows[] = { { "buy", ETP_PHASE_HIDDEN }, { "touchpoints", ETP_LANE_HIDDEN } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
      g_autoptr (GPtrArray) slides = NULL;

      etp_test_set_root (journey, ETP_JOURNEY_INSIGHTS, NULL, END);
      slides = deck_test_build (journey, NULL);
      g_assert_true (deck_test_has_text (slides, "findings", "the address"));
      g_assert_true (deck_test_has_text (slides, "phase", "the address"));
      g_ptr_array_unref (slides);
      etp_test_set (journey, rows[i].id, rows[i].field, "true");
      slides = deck_test_build_checked (journey, NULL);
      g_assert_false (deck_test_has_text (slides, NULL, "the address"));
    }
}

/* The drawing that stands beside a text of a slide; ETP_ICON_NONE if there is none. */
static guint
find_icon (GPtrArray *slides, const char *text)
{
  for (guint s = 0; s < slides->len; s++)
    {
      EtpScene *scene = ((const EtpDeckSlide *) g_ptr_array_index (slides, s))->scene;

      for (guint c = 0; c < etp_scene_get_n_cells (scene); c++)
        for (guint i = 0; i < etp_scene_get_cell (scene, c)->cell->n_items; i++)
          {
            const EtpItem *item = etp_scene_get_cell (scene, c)->cell->items[i].item;
            guint icon = ETP_ICON_NONE;

            for (guint m = 0; m < item->n_marks; m++)
              if (item->marks[m].type == ETP_MARK_ICON)
                icon = item->marks[m].icon;
              else if (item->marks[m].type == ETP_MARK_TEXT
                       && g_strcmp0 (item->marks[m].text, text) == 0)
                return icon;
          }
    }
  return ETP_ICON_NONE;
}

/* Where a room has voted, the face is that of its mean, as the number beside it. */
static void
test_face (void)
{
  g_autoptr (EtpJourney) journey = lane_test_journey_new (1, "en");
  g_autoptr (GPtrArray) slides = NULL;

  etp_test_add (journey, ETP_LIST_LANES, "curve", ETP_LANE_KIND, "emotion", END);
  etp_test_add (journey, ETP_LIST_PERSONAS, "max", ETP_PERSONA_NAME, "Max", END);
  /* So many that the last ones go on a slide without the curve: what is felt stands on their cards. */
  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *id = g_strdup_printf ("step-%u", i);

      etp_test_add (
          journey, ETP_LIST_CARDS, id, ETP_CARD_LANE, "steps", ETP_CARD_PHASE, "p0", ETP_CARD_TITLE,
          id, ETP_CARD_JOURNEY, "../HR/Dismissal.journey", ETP_CARD_EMOTIONS,
          etp_test_value (&etp_emotion_table, ETP_EMOTION_PERSONA, "max", ETP_EMOTION_VALUE, 2.0,
                          ETP_EMOTION_RATINGS, "-2|-2|-2", ETP_EMOTION_FEELING, "angry", END),
          NULL, END);
    }
  slides = deck_test_build_checked (journey, NULL);
  g_assert_cmpuint (find_icon (slides, "−2 angry"), ==, ETP_ICON_FACE_VERY_SAD);
  g_assert_true (deck_test_has_text (slides, "phase", "Dismissal"));
  g_assert_false (deck_test_has_text (slides, "phase", "HR/"));
}

static void
test_pages (void)
{
  g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
  g_autoptr (EtpStyle) style = etp_style_new (ETP_STYLE_PAPER);
  g_autoptr (EtpMeasurer) measurer = etp_test_measurer_new ();
  EtpPagesOptions options = { .kind = "deck", .ratio = 4.0 / 3, .footer = "Boots Ltd" };
  g_autoptr (GError) error = NULL;
  g_autoptr (EtpPages) pages = etp_pages_new (journey, &options, style, measurer, &error);
  const EtpPage *page;

  g_assert_no_error (error);
  page = etp_pages_get_nth (pages, 1);
  g_assert_cmpint (page->kind, ==, ETP_PAGE_SLIDE);
  g_assert_cmpstr (page->role, ==, "findings");
  g_assert_cmpstr (page->title, ==, "The most important insights");
  g_assert_cmpfloat (page->width, ==, 960);
  g_assert_cmpfloat (page->height, ==, 720);
  g_assert_cmpuint (page->n_parts, ==, 2);
  g_assert_false (page->parts[0].is_furniture);
  g_assert_true (page->parts[1].is_furniture);
}

/* A paragraph that is parted leaves no line of it alone. */
static void
test_no_line_alone (void)
{
  for (guint n_words = 200; n_words < 900; n_words += 7)
    {
      g_autoptr (EtpJourney) journey = etp_journey_new ();
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GPtrArray) slides = NULL;
      guint n_pieces = 0;

      for (guint i = 0; i < n_words; i++)
        g_string_append_printf (text, "%sword%u", i > 0 ? " " : "", i);
      etp_test_add (journey, ETP_LIST_PERSONAS, "p", ETP_PERSONA_NAME, "Ann",
                    ETP_PERSONA_DAILY_ROUTINE, text->str, END);
      slides = deck_test_build (journey, NULL);
      for (guint s = 0; s < slides->len; s++)
        {
          EtpScene *scene = ((const EtpDeckSlide *) g_ptr_array_index (slides, s))->scene;

          for (guint c = 0; c < etp_scene_get_n_cells (scene); c++)
            for (guint i = 0; i < etp_scene_get_cell (scene, c)->cell->n_items; i++)
              {
                const EtpItem *item = etp_scene_get_cell (scene, c)->cell->items[i].item;

                for (guint m = 0; m < item->n_marks; m++)
                  if (item->marks[m].type == ETP_MARK_TEXT
                      && strstr (item->marks[m].text, "word") != NULL)
                    {
                      n_pieces++;
                      g_assert_cmpuint (item->marks[m].n_lines, >, 1);
                    }
              }
        }
      g_assert_cmpuint (n_pieces, >, 0);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/deck/golden", test_golden);
  g_test_add_func ("/deck/roles", test_roles);
  g_test_add_func ("/deck/words", test_words);
  g_test_add_func ("/deck/derived", test_derived);
  g_test_add_func ("/deck/empty", test_empty);
  g_test_add_func ("/deck/untitled", test_untitled);
  g_test_add_func ("/deck/external", test_external);
  g_test_add_func ("/deck/changes", test_changes);
  g_test_add_func ("/deck/long", test_long);
  g_test_add_func ("/deck/large", test_large);
  g_test_add_func ("/deck/hidden", test_hidden);
  g_test_add_func ("/deck/hidden-handover", test_hidden_handover);
  g_test_add_func ("/deck/hidden-names", test_hidden_names);
  g_test_add_func ("/deck/face", test_face);
  g_test_add_func ("/deck/pages", test_pages);

  g_test_add_func ("/scene/deck/no-line-alone", test_no_line_alone);
  return g_test_run ();
}
