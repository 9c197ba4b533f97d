/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "lane-test.h"

#include <math.h>

/* Long names and feelings, and entries that contradict each other: nothing lies on anything else,
 * nothing is left out. */

#define END ETP_TEST_END
#define LONG "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"

static const double none = (double) NAN;

static EtpValue *
feel (const char *persona, double value, double target, const char *feeling)
{
  return etp_test_value (&etp_emotion_table, ETP_EMOTION_PERSONA, persona, ETP_EMOTION_VALUE, value,
                         ETP_EMOTION_TARGET, target, ETP_EMOTION_FEELING, feeling, END);
}

/* Takes the emotions; b may be NULL. */
static void
add_step (EtpJourney *journey, const char *id, const char *channel, EtpValue *a, EtpValue *b)
{
  if (b == NULL)
    etp_test_add (journey, ETP_LIST_CARDS, id, ETP_CARD_LANE, "steps", ETP_CARD_PHASE, "p0",
                  ETP_CARD_CHANNELS, channel, ETP_CARD_EMOTIONS, a, NULL, END);
  else
    etp_test_add (journey, ETP_LIST_CARDS, id, ETP_CARD_LANE, "steps", ETP_CARD_PHASE, "p0",
                  ETP_CARD_CHANNELS, channel, ETP_CARD_EMOTIONS, a, b, NULL, END);
}

static EtpJourney *
new_journey (const char *kind, const char *name, const char *persona)
{
  EtpJourney *journey = lane_test_journey_new (1, "en");

  etp_test_add (journey, ETP_LIST_PERSONAS, "max", ETP_PERSONA_NAME, "Max", END);
  etp_test_add (journey, ETP_LIST_PERSONAS, "mia", ETP_PERSONA_NAME, "Mia", END);
  etp_test_add (journey, ETP_LIST_CHANNELS, "web", ETP_CHANNEL_NAME, LONG, END);
  etp_test_add (journey, ETP_LIST_CHANNELS, "shop", ETP_CHANNEL_NAME, LONG, ETP_CHANNEL_KIND,
                "offline", END);
  etp_test_add (journey, ETP_LIST_LANES, "lane", ETP_LANE_KIND, kind, ETP_LANE_NAME, name,
                ETP_LANE_PERSONA, persona, ETP_LANE_INTERNAL, TRUE, END);
  add_step (journey, "a", "web", feel ("max", 1, none, "fine"), NULL);
  add_step (journey, "b", "shop", feel ("max", -1, none, "bad"), NULL);
  return journey;
}

/* Words and icons of a lane's head. */
static GArray *
list_head (EtpScene *scene)
{
  GArray *boxes = g_array_new (FALSE, FALSE, sizeof (EtpRect));

  for (guint c = 0; c < etp_scene_get_n_cells (scene); c++)
    {
      const EtpCell *cell = etp_scene_get_cell (scene, c)->cell;

      for (guint i = 0; i < cell->n_items; i++)
        {
          const EtpItem *item = cell->items[i].item;

          for (guint k = 0; k < item->n_marks; k++)
            if (item->kind == ETP_ITEM_LANE_HEAD && g_strcmp0 (item->node_id, "lane") == 0
                && (item->marks[k].type == ETP_MARK_TEXT || item->marks[k].type == ETP_MARK_ICON))
              g_array_append_val (boxes, item->marks[k].rect);
        }
    }
  return boxes;
}

static void
check_head (EtpJourney *journey)
{
  g_autoptr (EtpScene) scene = etp_test_scene_new (journey, &(EtpViewOptions){ 0 }, NULL);
  g_autoptr (GArray) boxes = list_head (scene);

  g_assert_cmpuint (boxes->len, >, 3);
  for (guint i = 0; i < boxes->len; i++)
    {
      const EtpRect *a = &g_array_index (boxes, EtpRect, i);

      g_assert_cmpfloat (a->x, >=, 0);
      for (guint k = 0; k < i; k++)
        {
          const EtpRect *b = &g_array_index (boxes, EtpRect, k);

          g_assert_false (a->x < b->x + b->width - 1 && b->x < a->x + a->width - 1
                          && a->y < b->y + b->height - 1 && b->y < a->y + a->height - 1);
        }
    }
}

/* A name of many lines keeps off the faces of the scale and the names of channels. */
static void
test_names (void)
{
  static const char *const kinds[] = { "emotion", "channels" };
  static const char *const names[] = { "", "What they feel along the way", LONG };
  static const char *const personas[] = { "", "max" };

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    for (guint n = 0; n < G_N_ELEMENTS (names); n++)
      for (guint p = 0; p < G_N_ELEMENTS (personas); p++)
        {
          g_autoptr (EtpJourney) journey = new_journey (kinds[k], names[n], personas[p]);

          check_head (journey);
        }
}

/* Words of the scale that are wider than the head are broken. */
static void
test_scale (void)
{
  g_autoptr (EtpJourney) journey = new_journey ("emotion", "Feelings", "");

  etp_test_set_root (
      journey, ETP_JOURNEY_EMOTION_SCALE,
      etp_test_value (&etp_emotion_scale_table, ETP_EMOTION_SCALE_LABELS,
                      "worse than ever before|bad|so|good|beyond all that could be expected", END),
      END);
  check_head (journey);
}

/* A long feeling is broken into lines and stays within its column. */
static void
test_feeling (void)
{
  g_autoptr (EtpJourney) journey = lane_test_journey_new (1, "en");
  g_autoptr (EtpScene) scene = NULL;
  g_autoptr (GArray) points = NULL;
  const EtpLaneItem *point;
  const EtpMark *text = NULL;

  etp_test_add (journey, ETP_LIST_LANES, "lane", ETP_LANE_KIND, "emotion", END);
  add_step (journey, "a", "", feel ("max", -1, none, LONG), NULL);
  scene = etp_test_scene_new (journey, &(EtpViewOptions){ 0 }, NULL);
  points = lane_test_list (scene, ETP_ITEM_POINT);
  g_assert_cmpuint (points->len, ==, 1);
  point = &g_array_index (points, EtpLaneItem, 0);
  for (guint i = 0; i < point->item->n_marks; i++)
    if (g_strcmp0 (point->item->marks[i].text, LONG) == 0)
      text = &point->item->marks[i];
  g_assert_nonnull (text);
  g_assert_cmpfloat (text->rect.width, <=, 240);
  g_assert_cmpfloat (text->rect.height, >, 20);
}

/* Of two entries for the same persona at one step the first one counts: one point, no drop. */
static void
test_twice (void)
{
  g_autoptr (EtpJourney) journey = lane_test_journey_new (1, "en");
  g_autoptr (EtpScene) scene = NULL;
  g_autoptr (GArray) points = NULL;

  etp_test_add (journey, ETP_LIST_LANES, "lane", ETP_LANE_KIND, "emotion", END);
  add_step (journey, "a", "", feel ("max", 1, none, ""), feel ("max", -1, none, ""));
  add_step (journey, "b", "", feel ("max", 1, none, ""), feel ("mia", -1, none, ""));
  scene = etp_test_scene_new (journey, &(EtpViewOptions){ 0 }, NULL);
  points = lane_test_list (scene, ETP_ITEM_POINT);
  g_assert_cmpuint (points->len, ==, 3);
  for (guint i = 0; i < points->len; i++)
    {
      const EtpItem *item = g_array_index (points, EtpLaneItem, i).item;

      g_assert_cmpstr (item->note, ==, g_strcmp0 (item->sub, "max") == 0 ? "max: +1" : "mia: −1");
    }
}

/* A persona of whom only the to-be is known has its name at the end of the dots. */
static void
test_to_be (void)
{
  g_autoptr (EtpJourney) journey = new_journey ("emotion", "", "");
  g_autoptr (EtpScene) scene = NULL;
  g_autoptr (GArray) names = NULL;

  add_step (journey, "c", "", feel ("mia", none, 1.5, ""), NULL);
  scene = etp_test_scene_new (journey, &(EtpViewOptions){ 0 }, NULL);
  names = lane_test_list_in (scene, ETP_ITEM_LABEL, "lane");
  g_assert_cmpuint (names->len, ==, 2);
}

/* The head of a phase has room for a duration of several lines and what follows it. */
static void
test_duration (void)
{
  g_autoptr (EtpJourney) journey = lane_test_journey_new (1, "en");
  g_autoptr (EtpScene) scene = NULL;
  g_autoptr (GArray) heads = NULL;
  const EtpItem *head;

  etp_test_set (journey, "p0", ETP_PHASE_NAME, LONG);
  etp_test_set (journey, "p0", ETP_PHASE_GOAL, LONG LONG);
  etp_test_set (journey, "p0", ETP_PHASE_DURATION, "P3Y6M4DT12H30M5S");
  scene = etp_test_scene_new (journey, &(EtpViewOptions){ 0 }, NULL);
  heads = lane_test_list (scene, ETP_ITEM_PHASE_HEAD);
  g_assert_cmpuint (heads->len, ==, 1);
  head = g_array_index (heads, EtpLaneItem, 0).item;
  for (guint i = 0; i < head->n_marks; i++)
    if (head->marks[i].type == ETP_MARK_TEXT)
      g_assert_cmpfloat (head->marks[i].rect.y + head->marks[i].rect.height, <=, head->height - 5);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/lane/long/names", test_names);
  g_test_add_func ("/scene/lane/long/scale", test_scale);
  g_test_add_func ("/scene/lane/long/feeling", test_feeling);
  g_test_add_func ("/scene/lane/long/twice", test_twice);
  g_test_add_func ("/scene/lane/long/to-be", test_to_be);
  g_test_add_func ("/scene/lane/long/duration", test_duration);
  return g_test_run ();
}
