/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-tests"

#include "config.h"

#include "lane-test.h"

/* Measures, metrics, pictures and lines: in which phase they stand and what they say. */

#define END ETP_TEST_END

static EtpScene *
build (EtpJourney *journey)
{
  EtpViewOptions options = { 0 };

  return etp_test_scene_new (journey, &options, NULL);
}

/* A step "s" in the second of three phases, that names touchpoint "t" of channel "c". */
static EtpJourney *
new_journey (const char *kind, const char *language)
{
  EtpJourney *journey = lane_test_journey_new (3, language);

  etp_test_add (journey, ETP_LIST_LANES, "tiles", ETP_LANE_KIND, kind, END);
  etp_test_add (journey, ETP_LIST_CHANNELS, "c", END);
  etp_test_add (journey, ETP_LIST_TOUCHPOINTS, "t", ETP_TOUCHPOINT_CHANNEL, "c", END);
  etp_test_add (journey, ETP_LIST_CARDS, "s", ETP_CARD_LANE, "steps", ETP_CARD_PHASE, "p1",
                ETP_CARD_TOUCHPOINT, "t", END);
  etp_test_add (journey, ETP_LIST_CARDS, "parked", ETP_CARD_TITLE, "Later", END);
  return journey;
}

static void
test_measure_phases (void)
{
  static const struct
  {
    const char *phase, *cards, *expected;
  } rows[] = {
    { "p2", "s", "p2" },    { "", "s", "p1" },        { "gone", "s", "p1" },
    { "", "parked", NULL }, { "", "parked|s", "p1" }, { "", "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (EtpJourney) journey = new_journey ("measures", "en");
      g_autoptr (EtpScene) scene = NULL;
      g_autoptr (GArray) tiles = NULL;

      etp_test_add (journey, ETP_LIST_MEASURES, "m", ETP_MEASURE_TITLE, "Do it", ETP_MEASURE_PHASE,
                    rows[i].phase, ETP_MEASURE_CARDS, rows[i].cards, END);
      scene = build (journey);
      tiles = lane_test_list (scene, ETP_ITEM_MEASURE);
      g_assert_cmpuint (tiles->len, ==, rows[i].expected != NULL);
      if (rows[i].expected != NULL)
        g_assert_cmpstr (g_array_index (tiles, EtpLaneItem, 0).phase, ==, rows[i].expected);
    }
}

static void
test_measure_words (void)
{
  static const struct
  {
    const char *language, *status, *owner, *unit, *due, *finished;
    const char *word, *facts;
  } rows[] = {
    { "de", "doing", "", "u", "2027-03-31", "", "In Arbeit", "Team Shop · bis\302\24031.3.2027" },
    { "en", "planned", "Kim", "u", "", "", "Planned", "Team Shop · Kim" },
    { "de", "done", "Kim", "", "2027-03-31", "2027-03-02", "Erledigt", "Kim · 2.3.2027" },
    { "en", "done", "", "", "", "", "Done", NULL },
    { "en", "idea", "", "gone", "", "", "Idea", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (EtpJourney) journey = new_journey ("measures", rows[i].language);
      g_autoptr (EtpScene) scene = NULL;
      g_autoptr (GArray) tiles = NULL;
      const EtpItem *item;

      etp_test_add (journey, ETP_LIST_UNITS, "u", ETP_UNIT_NAME, "Team Shop", END);
      etp_test_add (journey, ETP_LIST_MEASURES, "m", ETP_MEASURE_TITLE, "Do it", ETP_MEASURE_PHASE,
                    "p0", ETP_MEASURE_STATUS, rows[i].status, ETP_MEASURE_OWNER, rows[i].owner,
                    ETP_MEASURE_UNIT, rows[i].unit, ETP_MEASURE_DUE, rows[i].due,
                    ETP_MEASURE_FINISHED, rows[i].finished, END);
      scene = build (journey);
      tiles = lane_test_list (scene, ETP_ITEM_MEASURE);
      g_assert_cmpuint (tiles->len, ==, 1);
      item = g_array_index (tiles, EtpLaneItem, 0).item;
      g_assert_cmpstr (item->name, ==, "Do it");
      g_assert_true (lane_test_has_text (item, "Do it"));
      g_assert_true (lane_test_has_text (item, rows[i].word));
      if (rows[i].facts != NULL)
        g_assert_true (lane_test_has_text (item, rows[i].facts));
      g_assert_true (g_str_has_prefix (item->note, rows[i].word));
      g_assert_cmpfloat (item->height, >=, 58);
    }
}

/* Votes are shown as on cards: a few as dots, many as a number. */
static void
test_measure_votes (void)
{
  static const struct
  {
    int count;
    const char *note, *number;
  } rows[] = { { 0, "Planned", NULL },
               { 1, "Planned, 1 vote", NULL },
               { 12, "Planned, 12 votes", "12" } };
  double height = 0;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (EtpJourney) journey = new_journey ("measures", "en");
      g_autoptr (EtpScene) scene = NULL;
      g_autoptr (GArray) tiles = NULL;
      const EtpItem *item;

      etp_test_add (journey, ETP_LIST_VOTE_ROUNDS, "dots", END);
      etp_test_add (journey, ETP_LIST_MEASURES, "m", ETP_MEASURE_TITLE, "Do it", ETP_MEASURE_PHASE,
                    "p0", ETP_MEASURE_STATUS, "planned", ETP_MEASURE_OWNER, "", ETP_MEASURE_VOTES,
                    etp_test_value (&etp_vote_table, ETP_VOTE_ROUND, "dots", ETP_VOTE_COUNT,
                                    rows[i].count, END),
                    NULL, END);
      scene = build (journey);
      tiles = lane_test_list (scene, ETP_ITEM_MEASURE);
      g_assert_cmpuint (tiles->len, ==, 1);
      item = g_array_index (tiles, EtpLaneItem, 0).item;
      g_assert_cmpstr (item->note, ==, rows[i].note);
      if (rows[i].number != NULL)
        g_assert_true (lane_test_has_text (item, rows[i].number));
      g_assert_cmpfloat (item->height, >=, height);
      height = item->height;
    }
}

/* Cards of a measures lane are notes below its tiles. */
static void
test_measure_notes (void)
{
  g_autoptr (EtpJourney) journey = new_journey ("measures", "en");
  g_autoptr (EtpScene) scene = NULL;
  g_autoptr (GArray) tiles = NULL, cards = NULL;
  const EtpLaneItem *tile, *card;

  etp_test_add (journey, ETP_LIST_MEASURES, "m", ETP_MEASURE_TITLE, "Do it", ETP_MEASURE_PHASE,
                "p0", END);
  etp_test_add (journey, ETP_LIST_CARDS, "n", ETP_CARD_LANE, "tiles", ETP_CARD_PHASE, "p0",
                ETP_CARD_TITLE, "A note", END);
  scene = build (journey);
  tiles = lane_test_list_in (scene, ETP_ITEM_MEASURE, "tiles");
  cards = lane_test_list_in (scene, ETP_ITEM_CARD, "tiles");
  g_assert_cmpuint (tiles->len, ==, 1);
  g_assert_cmpuint (cards->len, ==, 1);
  tile = &g_array_index (tiles, EtpLaneItem, 0);
  card = &g_array_index (cards, EtpLaneItem, 0);
  g_assert_cmpfloat (card->y, >=, tile->y + tile->item->height);
}

static void
test_metric_phases (void)
{
  static const struct
  {
    const char *at, *expected;
  } rows[] = { { "p2", "p2" }, { "s", "p1" },    { "t", "p1" },     { "c", "p1" },
               { "", "p0" },   { "gone", "p0" }, { "parked", "p0" } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (EtpJourney) journey = new_journey ("metrics", "en");
      g_autoptr (EtpScene) scene = NULL;
      g_autoptr (GArray) tiles = NULL;

      etp_test_add (journey, ETP_LIST_METRICS, "m", ETP_METRIC_NAME, "Returns", ETP_METRIC_AT,
                    rows[i].at, END);
      scene = build (journey);
      tiles = lane_test_list (scene, ETP_ITEM_METRIC);
      g_assert_cmpuint (tiles->len, ==, 1);
      g_assert_cmpstr (g_array_index (tiles, EtpLaneItem, 0).phase, ==, rows[i].expected);
    }
}

static gboolean
has_icon (const EtpItem *item, EtpIcon icon)
{
  for (guint i = 0; i < item->n_marks; i++)
    if (item->marks[i].type == ETP_MARK_ICON && item->marks[i].icon == icon)
      return TRUE;
  return FALSE;
}

/* Met or missed: a sign, a word for who cannot see, and the number in the language's form. */
static void
test_metric_words (void)
{
  static const struct
  {
    const char *language;
    double value;
    const char *shown, *target, *note;
    EtpIcon sign;
  } rows[] = {
    { "de", 2.9, "2,9\302\240%", "Ziel 3,5\302\240%",
      "2,9\302\240%, Ziel 3,5\302\240%, Ziel verfehlt", ETP_ICON_EXCLAMATION },
    { "en", 3.5, "3.5%", "Target 3.5%", "3.5%, Target 3.5%, Target met", ETP_ICON_CHECK },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (EtpJourney) journey = new_journey ("metrics", rows[i].language);
      g_autoptr (EtpScene) scene = NULL;
      g_autoptr (GArray) tiles = NULL;
      const EtpItem *item;

      etp_test_add (journey, ETP_LIST_METRICS, "m", ETP_METRIC_NAME, "Conversion", ETP_METRIC_UNIT,
                    "%", ETP_METRIC_TARGET, 3.5, ETP_METRIC_VALUES,
                    etp_test_value (&etp_reading_table, ETP_READING_DATE, "2026-09-30",
                                    ETP_READING_VALUE, 3.0, END),
                    etp_test_value (&etp_reading_table, ETP_READING_DATE, "2026-10-31",
                                    ETP_READING_VALUE, rows[i].value, END),
                    NULL, END);
      scene = build (journey);
      tiles = lane_test_list (scene, ETP_ITEM_METRIC);
      item = g_array_index (tiles, EtpLaneItem, 0).item;
      g_assert_cmpstr (item->name, ==, "Conversion");
      g_assert_cmpstr (item->note, ==, rows[i].note);
      g_assert_true (lane_test_has_text (item, rows[i].shown));
      g_assert_true (lane_test_has_text (item, rows[i].target));
      g_assert_true (has_icon (item, rows[i].sign));
      g_assert_cmpfloat (item->height, >=, 66);
    }
}

/* However large the figure and long its unit: all texts stay on the tile and off each other. */
static void
test_metric_fits (void)
{
  static const struct
  {
    const char *language, *unit;
    double value;
    const char *shown, *target; /* NULL: any */
  } rows[] = {
    { "de", "EUR", 1e15, "1\302\240Brd.\302\240EUR", "Ziel 1.000.000.000.000.000\302\240EUR" },
    { "en", "", 1e15, "1,000,000,000,000,000", NULL },
    { "en", "USD", -999999999999999, NULL, NULL },
    { "de", "Kundinnen und Kunden in allen Filialen im Jahr", 1234567.89, NULL,
      "Ziel 1.234.567,89" },
    { "de", "%", 20, "20\302\240%", "Ziel 20\302\240%" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (EtpJourney) journey = new_journey ("metrics", rows[i].language);
      g_autoptr (EtpScene) scene = NULL;
      g_autoptr (GArray) tiles = NULL;
      const EtpItem *item;

      etp_test_add (journey, ETP_LIST_METRICS, "m", ETP_METRIC_NAME, "Sales", ETP_METRIC_UNIT,
                    rows[i].unit, ETP_METRIC_TARGET, rows[i].value, ETP_METRIC_VALUES,
                    etp_test_value (&etp_reading_table, ETP_READING_DATE, "2026-09-30",
                                    ETP_READING_VALUE, rows[i].value / 2, END),
                    etp_test_value (&etp_reading_table, ETP_READING_DATE, "2026-10-31",
                                    ETP_READING_VALUE, rows[i].value, END),
                    NULL, END);
      scene = build (journey);
      tiles = lane_test_list (scene, ETP_ITEM_METRIC);
      item = g_array_index (tiles, EtpLaneItem, 0).item;
      g_assert_true (rows[i].shown == NULL || lane_test_has_text (item, rows[i].shown));
      g_assert_true (rows[i].target == NULL || lane_test_has_text (item, rows[i].target));
      for (guint k = 0; k < item->n_marks; k++)
        {
          const EtpRect *rect = &item->marks[k].rect;

          if (item->marks[k].type != ETP_MARK_TEXT)
            continue;
          g_assert_cmpfloat (rect->x, >=, 0);
          g_assert_cmpfloat (rect->x + rect->width, <=, item->width);
          g_assert_cmpfloat (rect->y + rect->height, <=, item->height);
        }
    }
}

/* An alarm has a stronger edge in high contrast, where tints hardly tell. */
static void
test_metric_alarm (void)
{
  static const struct
  {
    EtpStyleKind kind;
    float ring;
  } rows[] = { { ETP_STYLE_LIGHT, 1 }, { ETP_STYLE_CONTRAST, 3 }, { ETP_STYLE_CONTRAST_DARK, 3 } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (EtpJourney) journey = new_journey ("metrics", "en");
      g_autoptr (EtpStyle) style = etp_style_new (rows[i].kind);
      g_autoptr (EtpMeasurer) measurer = etp_test_measurer_new ();
      g_autoptr (EtpScene) scene = NULL;
      g_autoptr (GArray) tiles = NULL;
      const EtpItem *item;
      float widest = 0;

      etp_test_add (journey, ETP_LIST_METRICS, "m", ETP_METRIC_WARNING, 50.0, ETP_METRIC_VALUES,
                    etp_test_value (&etp_reading_table, ETP_READING_VALUE, 20.0, END), NULL, END);
      scene = etp_view_build (NULL, journey, &(EtpViewOptions){ 0 }, style, measurer, NULL);
      tiles = lane_test_list (scene, ETP_ITEM_METRIC);
      item = g_array_index (tiles, EtpLaneItem, 0).item;
      for (guint k = 0; k < item->n_marks; k++)
        if (item->marks[k].type == ETP_MARK_BOX && item->marks[k].stroke_color != 0)
          widest = MAX (widest, item->marks[k].stroke_width);
      g_assert_cmpfloat (widest, ==, rows[i].ring);
    }
}

/* A picture over several phases keeps its shape and a sensible height. */
static void
test_wide_images (void)
{
  static const char *const until[] = { "p1", "p2", "p3" };

  for (guint i = 0; i < G_N_ELEMENTS (until); i++)
    {
      g_autoptr (EtpJourney) journey = lane_test_journey_new (4, "en");
      g_autoptr (EtpScene) scene = NULL;
      g_autoptr (GArray) cards = NULL;
      const EtpMark *mark;

      etp_test_add (journey, ETP_LIST_LANES, "tiles", ETP_LANE_KIND, "images", END);
      etp_test_add (journey, ETP_LIST_ASSETS, "a", ETP_ASSET_TYPE, "image/png", END);
      etp_test_add (journey, ETP_LIST_CARDS, "i", ETP_CARD_LANE, "tiles", ETP_CARD_PHASE, "p0",
                    ETP_CARD_UNTIL, until[i], ETP_CARD_IMAGE, "a", END);
      scene = build (journey);
      cards = lane_test_list_in (scene, ETP_ITEM_CARD, "tiles");
      mark = lane_test_find_mark (g_array_index (cards, EtpLaneItem, 0).item, ETP_MARK_IMAGE, 0);
      g_assert_nonnull (mark);
      g_assert_cmpfloat_with_epsilon (mark->rect.height / mark->rect.width, 0.52, 0.01);
      g_assert_cmpfloat (mark->rect.height, <=, 320);
    }
}

static void
test_images (void)
{
  g_autoptr (EtpJourney) journey = new_journey ("images", "en");
  g_autoptr (EtpScene) scene = NULL;
  g_autoptr (GArray) cards = NULL;
  const EtpItem *with, *without;

  etp_test_add (journey, ETP_LIST_ASSETS, "a", ETP_ASSET_TYPE, "image/png", END);
  etp_test_add (journey, ETP_LIST_CARDS, "i1", ETP_CARD_LANE, "tiles", ETP_CARD_PHASE, "p0",
                ETP_CARD_TITLE, "At home", ETP_CARD_IMAGE, "a", END);
  etp_test_add (journey, ETP_LIST_CARDS, "i2", ETP_CARD_LANE, "tiles", ETP_CARD_PHASE, "p1",
                ETP_CARD_TITLE, "In the shop", ETP_CARD_IMAGE, "gone", END);
  scene = build (journey);
  cards = lane_test_list_in (scene, ETP_ITEM_CARD, "tiles");
  g_assert_cmpuint (cards->len, ==, 2);
  with = g_array_index (cards, EtpLaneItem, 0).item;
  without = g_array_index (cards, EtpLaneItem, 1).item;
  g_assert_nonnull (lane_test_find_mark (with, ETP_MARK_IMAGE, 0));
  g_assert_null (lane_test_find_mark (without, ETP_MARK_IMAGE, 0));
  g_assert_true (has_icon (without, ETP_ICON_IMAGE));
  g_assert_true (lane_test_has_text (with, "At home"));
}

/* What has a picture and no words is called an image, in the map's language, in every lane that shows
 * cards; what is said of it goes first. */
static void
test_image_names (void)
{
  static const struct
  {
    const char *kind, *language, *title, *text, *image, *name;
  } rows[] = {
    { "images", "en", "", "", "a", "Image" },
    { "images", "de", "", "", "a", "Bild" },
    { "images", "en", "", "At the shelf", "a", "At the shelf" },
    { "images", "en", "Shelf", "At the shelf", "a", "Shelf" },
    { "images", "en", "", "", "", "" },
    { "ideas", "de", "", "", "a", "Bild" },
    { "ideas", "en", "", "At the shelf", "a", "At the shelf" },
    { "ideas", "en", "", "", "", "" },
    { "touchpoints", "en", "", "", "a", "1.1 Image" },
    { "touchpoints", "en", "Shelf", "", "a", "1.1 Shelf" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (EtpJourney) journey = new_journey (rows[i].kind, rows[i].language);
      g_autoptr (EtpScene) scene = NULL;
      g_autoptr (GArray) cards = NULL;

      etp_test_add (journey, ETP_LIST_ASSETS, "a", ETP_ASSET_TYPE, "image/png", END);
      etp_test_add (journey, ETP_LIST_CARDS, "i", ETP_CARD_LANE, "tiles", ETP_CARD_PHASE, "p0",
                    ETP_CARD_TITLE, rows[i].title, ETP_CARD_TEXT, rows[i].text, ETP_CARD_IMAGE,
                    rows[i].image, END);
      scene = build (journey);
      cards = lane_test_list_in (scene, ETP_ITEM_CARD, "tiles");
      g_assert_cmpuint (cards->len, ==, 1);
      g_test_message ("row %u", i);
      g_assert_cmpstr (g_array_index (cards, EtpLaneItem, 0).item->name, ==, rows[i].name);
    }
}

/* Votes stand below the caption, or below the picture where there is none; not among titles alone. */
static void
test_image_votes (void)
{
  static const struct
  {
    const char *title;
    gboolean titles, is_shown;
  } rows[] = {
    { "At home", FALSE, TRUE },
    { "", FALSE, TRUE },
    { "At home", TRUE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (EtpJourney) journey = new_journey ("images", "en");
      EtpViewOptions options = { .titles = rows[i].titles };
      g_autoptr (EtpScene) scene = NULL;
      g_autoptr (GArray) cards = NULL;
      const EtpItem *with, *without;

      etp_test_add (journey, ETP_LIST_VOTE_ROUNDS, "dots", END);
      etp_test_add (
          journey, ETP_LIST_CARDS, "i1", ETP_CARD_LANE, "tiles", ETP_CARD_PHASE, "p0",
          ETP_CARD_TITLE, rows[i].title, ETP_CARD_VOTES,
          etp_test_value (&etp_vote_table, ETP_VOTE_ROUND, "dots", ETP_VOTE_COUNT, 12, END), NULL,
          END);
      etp_test_add (journey, ETP_LIST_CARDS, "i2", ETP_CARD_LANE, "tiles", ETP_CARD_PHASE, "p1",
                    ETP_CARD_TITLE, rows[i].title, END);
      scene = etp_test_scene_new (journey, &options, NULL);
      cards = lane_test_list_in (scene, ETP_ITEM_CARD, "tiles");
      with = g_array_index (cards, EtpLaneItem, 0).item;
      without = g_array_index (cards, EtpLaneItem, 1).item;
      g_assert_cmpstr (with->note, ==, "12 votes");
      g_assert_cmpint (lane_test_has_text (with, "12"), ==, rows[i].is_shown);
      if (rows[i].is_shown)
        g_assert_cmpfloat (with->height, >, without->height);
      else
        g_assert_cmpfloat (with->height, ==, without->height);
    }
}

/* What gathers pictures says how many and folds, as in lanes of notes; a picture of its own stays. */
static void
test_image_groups (void)
{
  static const struct
  {
    const char *image;
    gboolean is_folded;
  } rows[] = { { "", FALSE }, { "", TRUE }, { "a", FALSE } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (EtpJourney) journey = new_journey ("images", "en");
      g_autoptr (EtpScene) scene = NULL;
      g_autoptr (GArray) cards = NULL;
      g_autoptr (GHashTable) folded = g_hash_table_new (g_str_hash, g_str_equal);
      EtpViewOptions options = { .folded = folded };
      const EtpItem *heading;
      gboolean is_note = rows[i].image[0] == '\0';

      if (rows[i].is_folded)
        g_hash_table_add (folded, (gpointer) "h");
      etp_test_add (journey, ETP_LIST_ASSETS, "a", ETP_ASSET_TYPE, "image/png", END);
      etp_test_add (journey, ETP_LIST_CARDS, "h", ETP_CARD_LANE, "tiles", ETP_CARD_PHASE, "p0",
                    ETP_CARD_TITLE, "Scenes", ETP_CARD_IMAGE, rows[i].image, END);
      for (guint k = 0; k < 3; k++)
        {
          g_autofree char *id = g_strdup_printf ("i%u", k);

          etp_test_add (journey, ETP_LIST_CARDS, id, ETP_CARD_LANE, "tiles", ETP_CARD_PHASE, "p0",
                        ETP_CARD_TITLE, id, ETP_CARD_IMAGE, "a", ETP_CARD_CLUSTER, "h", END);
        }
      scene = etp_test_scene_new (journey, &options, NULL);
      cards = lane_test_list_in (scene, ETP_ITEM_CARD, "tiles");
      g_assert_cmpuint (cards->len, ==, rows[i].is_folded ? 1 : 4);
      heading = g_array_index (cards, EtpLaneItem, 0).item;
      g_assert_cmpstr (heading->node_id, ==, "h");
      g_assert_true (lane_test_has_text (heading, "Scenes"));
      g_assert_cmpint (lane_test_has_text (heading, "3"), ==, is_note);
      g_assert_cmpint ((heading->can & ETP_CAN_FOLD) != 0, ==, is_note);
      g_assert_cmpint ((heading->can & ETP_IS_FOLDED) != 0, ==, rows[i].is_folded);
      g_assert_false (has_icon (heading, ETP_ICON_IMAGE));
      g_assert_cmpint (lane_test_find_mark (heading, ETP_MARK_IMAGE, 0) != NULL, ==, !is_note);
      if (!rows[i].is_folded)
        g_assert_nonnull (
            lane_test_find_mark (g_array_index (cards, EtpLaneItem, 1).item, ETP_MARK_IMAGE, 0));
    }
}

/* A line goes through all columns in pieces that meet, and its name comes from its order. */
static void
test_lines (void)
{
  g_autoptr (EtpJourney) journey = lane_test_journey_new (3, "de");
  static const char *const names[] = { "Interaktionslinie", "Sichtbarkeitslinie", "Eigene Linie",
                                       "Interne Interaktionslinie" };
  g_autoptr (EtpScene) scene = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *id = g_strdup_printf ("l%u", i);

      etp_test_add (journey, ETP_LIST_LANES, id, ETP_LANE_KIND, "line", ETP_LANE_NAME,
                    i == 2 ? names[i] : "", END);
    }
  scene = build (journey);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *id = g_strdup_printf ("l%u", i);
      g_autoptr (GArray) pieces = lane_test_list_in (scene, ETP_ITEM_LINE, id);
      EtpItemRef head = etp_scene_find_node (scene, id, ETP_ITEM_LANE_HEAD);

      g_assert_cmpuint (pieces->len, ==, 3);
      for (guint k = 1; k < 3; k++)
        {
          const EtpLaneItem *piece = &g_array_index (pieces, EtpLaneItem, k);

          g_assert_cmpfloat (piece->x, ==, piece[-1].x + piece[-1].item->width);
        }
      g_assert_false (etp_item_ref_is_none (head));
      g_assert_cmpstr (etp_scene_get_item (scene, head)->name, ==, names[i]);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/lane/measures/phases", test_measure_phases);
  g_test_add_func ("/scene/lane/measures/words", test_measure_words);
  g_test_add_func ("/scene/lane/measures/votes", test_measure_votes);
  g_test_add_func ("/scene/lane/measures/notes", test_measure_notes);
  g_test_add_func ("/scene/lane/metrics/phases", test_metric_phases);
  g_test_add_func ("/scene/lane/metrics/words", test_metric_words);
  g_test_add_func ("/scene/lane/metrics/fits", test_metric_fits);
  g_test_add_func ("/scene/lane/metrics/alarm", test_metric_alarm);
  g_test_add_func ("/scene/lane/images", test_images);
  g_test_add_func ("/scene/lane/images/names", test_image_names);
  g_test_add_func ("/scene/lane/images/votes", test_image_votes);
  g_test_add_func ("/scene/lane/images/groups", test_image_groups);
  g_test_add_func ("/scene/lane/images/wide", test_wide_images);
  g_test_add_func ("/scene/lane/lines", test_lines);
  return g_test_run ();
}
