/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-tests"

#include "config.h"

#include "lane-test.h"

#include <string.h>

#include <math.h>

/* The channels lane: tracks, stops and the ways between them, and that the words of a broken
 * hand-over are never cut off and lie on nothing. */

#define END ETP_TEST_END

static EtpJourney *
new_network (guint n_phases)
{
  EtpJourney *journey = lane_test_journey_new (n_phases, "en");

  etp_test_add (journey, ETP_LIST_LANES, "channels", ETP_LANE_KIND, "channels", END);
  etp_test_add (journey, ETP_LIST_CHANNELS, "shop", ETP_CHANNEL_NAME, "Shop", ETP_CHANNEL_KIND,
                "offline", END);
  etp_test_add (journey, ETP_LIST_CHANNELS, "web", ETP_CHANNEL_NAME, "Website", END);
  etp_test_add (journey, ETP_LIST_CHANNELS, "unused", ETP_CHANNEL_NAME, "Unused", END);
  etp_test_add (journey, ETP_LIST_CHANNELS, "phone", ETP_CHANNEL_NAME, "Telephone",
                ETP_CHANNEL_KIND, "offline", END);
  etp_test_add (journey, ETP_LIST_CHANNELS, "mail", ETP_CHANNEL_NAME, "E-mail", END);
  etp_test_add (journey, ETP_LIST_TOUCHPOINTS, "hotline", ETP_TOUCHPOINT_CHANNEL, "phone", END);
  return journey;
}

static void
add_step (EtpJourney *journey,
          guint phase,
          const char *id,
          const char *channels,
          const char *touchpoint,
          const char *personas)
{
  g_autofree char *phase_id = g_strdup_printf ("p%u", phase);

  etp_test_add (journey, ETP_LIST_CARDS, id, ETP_CARD_LANE, "steps", ETP_CARD_PHASE, phase_id,
                ETP_CARD_TITLE, id, ETP_CARD_CHANNELS, channels, ETP_CARD_TOUCHPOINT, touchpoint,
                ETP_CARD_PERSONAS, personas, END);
}

static void
add_handoff (EtpJourney *journey,
             const char *from,
             const char *to,
             const char *continuity,
             const char *loses)
{
  g_autofree char *id = g_strconcat ("h-", from, "-", to, NULL);

  etp_test_add (journey, ETP_LIST_LINKS, id, ETP_LINK_FROM, from, ETP_LINK_TO, to, ETP_LINK_KIND,
                "handoff", ETP_LINK_CONTINUITY, continuity, ETP_LINK_LOSES, loses, END);
}

static double
get_stop_y (GArray *stops, guint index)
{
  const EtpLaneItem *stop = &g_array_index (stops, EtpLaneItem, index);

  return stop->y + stop->item->height / 2;
}

/* Own channels before the touchpoint's; no stop without a channel or for one that is not there;
 * online above offline, each in the journey's order. */
static void
test_stops (void)
{
  g_autoptr (EtpJourney) journey = new_network (2);
  g_autoptr (EtpScene) scene = NULL;
  g_autoptr (GArray) stops = NULL;

  add_step (journey, 0, "a", "shop", "hotline", "");
  add_step (journey, 0, "b", "", "hotline", "");
  add_step (journey, 0, "c", "", "", "");
  add_step (journey, 1, "d", "gone", "", "");
  add_step (journey, 1, "e", "mail", "", "");
  add_step (journey, 1, "f", "web|shop", "", "");
  scene = etp_test_scene_new (journey, &(EtpViewOptions){ 0 }, NULL);
  stops = lane_test_list (scene, ETP_ITEM_STOP);
  g_assert_cmpuint (stops->len, ==, 4);
  g_assert_cmpstr (g_array_index (stops, EtpLaneItem, 0).item->name, ==, "a");
  g_assert_cmpstr (g_array_index (stops, EtpLaneItem, 0).item->note, ==, "Shop");
  g_assert_cmpstr (g_array_index (stops, EtpLaneItem, 1).item->note, ==, "Telephone");
  g_assert_cmpstr (g_array_index (stops, EtpLaneItem, 2).item->name, ==, "e");
  g_assert_cmpstr (g_array_index (stops, EtpLaneItem, 3).item->note, ==, "Website, Shop");
  g_assert_true (lane_test_has_text (g_array_index (stops, EtpLaneItem, 0).item, "1.1"));
  g_assert_true (lane_test_has_text (g_array_index (stops, EtpLaneItem, 3).item, "2.3"));
  /* From top to bottom: website, e-mail; shop, telephone. */
  g_assert_cmpfloat (g_array_index (stops, EtpLaneItem, 3).y, <, get_stop_y (stops, 2));
  g_assert_cmpfloat (get_stop_y (stops, 2), <, get_stop_y (stops, 0));
  g_assert_cmpfloat (get_stop_y (stops, 0), <, get_stop_y (stops, 1));
}

/* The only path mark of a piece of the way, its points on the map. */
static void
get_path (const EtpLaneItem *piece, GArray *points)
{
  const EtpMark *mark = lane_test_find_mark (piece->item, ETP_MARK_PATH, 0);

  for (guint i = 0; mark != NULL && i + 1 < mark->path->n_points; i += 2)
    {
      EtpRect point = { piece->x + (double) mark->path->points[i],
                        piece->y + (double) mark->path->points[i + 1], 0, 0 };

      g_array_append_val (points, point);
    }
}

static void
test_way (void)
{
  g_autoptr (EtpJourney) journey = new_network (3);
  g_autoptr (EtpScene) scene = NULL;
  g_autoptr (GArray) stops = NULL, pieces = NULL, points = NULL;
  const EtpRect *first, *last;

  add_step (journey, 0, "a", "web", "", "");
  add_step (journey, 0, "b", "shop", "", "");
  add_step (journey, 2, "c", "mail", "", "");
  scene = etp_test_scene_new (journey, &(EtpViewOptions){ 0 }, NULL);
  stops = lane_test_list (scene, ETP_ITEM_STOP);
  pieces = lane_test_list_in (scene, ETP_ITEM_LINE, "channels");
  points = g_array_new (FALSE, FALSE, sizeof (EtpRect));
  g_assert_cmpuint (pieces->len, ==, 3);
  for (guint i = 0; i < pieces->len; i++)
    {
      guint before = points->len;

      get_path (&g_array_index (pieces, EtpLaneItem, i), points);
      g_assert_cmpuint (points->len, >, before);
      if (i > 0)
        {
          /* One way, without a gap: the second corner of a switch in the gap between two phases is
           * part of the left piece. */
          const EtpRect *end = &g_array_index (points, EtpRect, before - 1);
          const EtpRect *start = &g_array_index (points, EtpRect, before);

          g_assert_cmpfloat_with_epsilon (end->x, start->x, 1e-3);
          g_assert_cmpfloat_with_epsilon (end->y, start->y, 1e-3);
        }
    }
  first = &g_array_index (points, EtpRect, 0);
  last = &g_array_index (points, EtpRect, points->len - 1);
  g_assert_cmpfloat_with_epsilon (first->y, get_stop_y (stops, 0), 1e-3);
  g_assert_cmpfloat_with_epsilon (last->y, get_stop_y (stops, 2), 1e-3);
  g_assert_cmpfloat_with_epsilon (last->x,
                                  g_array_index (stops, EtpLaneItem, 2).x
                                      + g_array_index (stops, EtpLaneItem, 2).item->width / 2,
                                  1e-3);
  /* It only ever goes on. */
  for (guint i = 1; i < points->len; i++)
    g_assert_cmpfloat (g_array_index (points, EtpRect, i).x, >=,
                       g_array_index (points, EtpRect, i - 1).x - 1e-3);
}

static void
test_personas (void)
{
  static const struct
  {
    const char *personas; /* of the second step */
    guint paths;
  } rows[] = { { "", 1 }, { "mia", 2 } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (EtpJourney) journey = new_network (1);
      g_autoptr (EtpScene) scene = NULL;
      g_autoptr (GArray) pieces = NULL;

      etp_test_add (journey, ETP_LIST_PERSONAS, "max", ETP_PERSONA_NAME, "Max", END);
      etp_test_add (journey, ETP_LIST_PERSONAS, "mia", ETP_PERSONA_NAME, "Mia", END);
      add_step (journey, 0, "a", "web", "", "");
      add_step (journey, 0, "b", "shop", "", rows[i].personas);
      add_step (journey, 0, "c", "mail", "", "");
      scene = etp_test_scene_new (journey, &(EtpViewOptions){ 0 }, NULL);
      pieces = lane_test_list_in (scene, ETP_ITEM_LINE, "channels");
      g_assert_cmpuint (pieces->len, ==, rows[i].paths);
    }
}

/* The signs of the lane, without the lines between the cards. */
static GArray *
list_signs (EtpScene *scene)
{
  GArray *signs = lane_test_list (scene, ETP_ITEM_LINK);

  for (guint i = signs->len; i > 0; i--)
    if (g_array_index (signs, EtpLaneItem, i - 1).item->sub != NULL)
      g_array_remove_index (signs, i - 1);
  return signs;
}

static void
test_signs (void)
{
  static const struct
  {
    const char *continuity, *loses, *name, *note;
  } rows[] = {
    { "broken", "The cart", "Broken hand-over", "The cart" },
    { "broken", "", "Broken hand-over", "Broken hand-over" },
    { "friction", "The name", "Friction", "The name" },
    { "seamless", "nothing", NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (EtpJourney) journey = new_network (1);
      g_autoptr (EtpScene) scene = NULL;
      g_autoptr (GArray) signs = NULL;

      add_step (journey, 0, "a", "web", "", "");
      add_step (journey, 0, "b", "shop", "", "");
      add_handoff (journey, "a", "b", rows[i].continuity, rows[i].loses);
      scene = etp_test_scene_new (journey, &(EtpViewOptions){ 0 }, NULL);
      signs = list_signs (scene);
      g_assert_cmpuint (signs->len, ==, rows[i].name != NULL);
      if (rows[i].name == NULL)
        continue;
      g_assert_cmpstr (g_array_index (signs, EtpLaneItem, 0).item->name, ==, rows[i].name);
      g_assert_cmpstr (g_array_index (signs, EtpLaneItem, 0).item->note, ==, rows[i].note);
      g_assert_true (lane_test_has_text (g_array_index (signs, EtpLaneItem, 0).item, rows[i].note));
    }
}

static gboolean
overlaps (const EtpRect *a, const EtpRect *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height
         && b->y < a->y + a->height;
}

static void
check_words (EtpScene *scene)
{
  g_autoptr (GArray) signs = list_signs (scene);
  g_autoptr (GArray) stops = lane_test_list (scene, ETP_ITEM_STOP);
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (EtpRect));

  for (guint i = 0; i < signs->len; i++)
    {
      const EtpLaneItem *sign = &g_array_index (signs, EtpLaneItem, i);
      const EtpMark *mark = lane_test_find_mark (sign->item, ETP_MARK_TEXT, 0);
      EtpRect rect = { sign->x + mark->rect.x, sign->y + mark->rect.y, mark->rect.width,
                       mark->rect.height };

      g_assert_cmpfloat (rect.x, >=, 0);
      g_assert_cmpfloat (rect.x + rect.width, <=, etp_scene_get_width (scene));
      g_assert_cmpfloat (rect.y + rect.height, <=, etp_scene_get_height (scene));
      for (guint k = 0; k < stops->len; k++)
        {
          const EtpLaneItem *stop = &g_array_index (stops, EtpLaneItem, k);
          EtpRect box = { stop->x, stop->y, stop->item->width, stop->item->height };

          g_assert_false (overlaps (&rect, &box));
        }
      for (guint k = 0; k < words->len; k++)
        g_assert_false (overlaps (&rect, &g_array_index (words, EtpRect, k)));
      g_array_append_val (words, rect);
    }
}

static void
test_words (void)
{
  static const char *const channels[] = { "shop", "web", "phone", "mail", "" };

  for (guint round = 0; round < 120; round++)
    {
      g_autoptr (EtpJourney) journey = new_network (4);
      g_autoptr (EtpScene) scene = NULL;
      guint n = 4 + round % 12;

      for (guint i = 0; i < n; i++)
        {
          g_autofree char *id = g_strdup_printf ("s%u", i);

          add_step (journey, i * 4 / n, id, channels[g_test_rand_int_range (0, 5)], "", "");
        }
      for (guint i = 0; i + 1 < n; i += 1 + (guint) g_test_rand_int_range (0, 3))
        {
          g_autofree char *from = g_strdup_printf ("s%u", i);
          g_autofree char *to = g_strdup_printf ("s%u", i + 1);

          add_handoff (journey, from, to, i % 3 == 0 ? "friction" : "broken",
                       i % 2 == 0 ? "The cart" : "All that was said about the size in the shop");
        }
      scene = etp_test_scene_new (journey, &(EtpViewOptions){ 0 }, NULL);
      check_words (scene);
    }
}

/* A channel's name at the right keeps away from stops and from words, or is left out. */
static void
test_end_names (void)
{
  static const struct
  {
    guint n; /* steps in the only phase: the more, the farther right the last one */
    gboolean shown; /* the name of the last one's track */
  } rows[] = { { 1, TRUE }, { 14, FALSE } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (EtpJourney) journey = new_network (1);
      g_autoptr (EtpScene) scene = NULL;
      g_autoptr (GArray) labels = NULL;
      gboolean shown = FALSE;

      for (guint k = 0; k < rows[i].n; k++)
        {
          g_autofree char *id = g_strdup_printf ("s%u", k);

          add_step (journey, 0, id, k + 1 < rows[i].n ? "mail" : "phone", "", "");
        }
      scene = etp_test_scene_new (journey, &(EtpViewOptions){ 0 }, NULL);
      labels = lane_test_list_in (scene, ETP_ITEM_LABEL, "channels");
      for (guint k = 0; k < labels->len; k++)
        shown |= lane_test_has_text (g_array_index (labels, EtpLaneItem, k).item, "Telephone");
      g_assert_true (shown == rows[i].shown);
    }
}

/* The legend on paper explains the signs that the lane draws, and no other. */
static void
test_legend (void)
{
  static const char *const words[] = { "Friction", "Broken hand-over" };
  static const char *const continuities[] = { "friction", "broken", "seamless" };

  for (guint i = 0; i < G_N_ELEMENTS (continuities); i++)
    {
      g_autoptr (EtpJourney) journey = new_network (1);
      g_autoptr (EtpScene) scene = NULL;
      g_autofree char *text = NULL;

      add_step (journey, 0, "a", "web", "", "");
      add_step (journey, 0, "b", "shop", "", "");
      add_handoff (journey, "a", "b", continuities[i], "The name");
      scene = etp_test_scene_new (journey, &(EtpViewOptions){ .paper = TRUE }, NULL);
      text = etp_scene_dump (scene);
      for (guint k = 0; k < G_N_ELEMENTS (words); k++)
        g_assert_true ((strstr (text, words[k]) != NULL) == (i == k));
    }
}

static void
test_crowd (void)
{
  g_autoptr (EtpJourney) journey = new_network (1);
  g_autoptr (EtpScene) scene = NULL;
  g_autoptr (GArray) stops = NULL;

  for (guint i = 0; i < 3000; i++)
    {
      g_autofree char *id = g_strdup_printf ("s%u", i);

      add_step (journey, 0, id, i % 2 == 0 ? "web" : "shop", "", "");
    }
  scene = etp_test_scene_new (journey, &(EtpViewOptions){ 0 }, NULL);
  stops = lane_test_list (scene, ETP_ITEM_STOP);
  g_assert_cmpuint (stops->len, >, 20);
  g_assert_cmpuint (stops->len, <, 60);
}

static void
test_empty (void)
{
  g_autoptr (EtpJourney) journey = new_network (2);
  g_autoptr (EtpScene) scene = etp_test_scene_new (journey, &(EtpViewOptions){ 0 }, NULL);
  g_autoptr (GArray) stops = lane_test_list (scene, ETP_ITEM_STOP);

  g_assert_cmpuint (stops->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/lane/channels/stops", test_stops);
  g_test_add_func ("/scene/lane/channels/way", test_way);
  g_test_add_func ("/scene/lane/channels/personas", test_personas);
  g_test_add_func ("/scene/lane/channels/signs", test_signs);
  g_test_add_func ("/scene/lane/channels/words", test_words);
  g_test_add_func ("/scene/lane/channels/end-names", test_end_names);
  g_test_add_func ("/scene/lane/channels/legend", test_legend);
  g_test_add_func ("/scene/lane/channels/crowd", test_crowd);
  g_test_add_func ("/scene/lane/channels/empty", test_empty);
  return g_test_run ();
}
