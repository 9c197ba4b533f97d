/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-tests"

#include "config.h"

#include "lane-test.h"
#include "model/etp-edit-emotion.h"
#include "model/etp-edit.h"
#include "scene/etp-curve.h"

#include <math.h>

/* The emotion lane: what is drawn for whom, that the pieces of a curve meet, and that nothing which
 * people must read lies on anything else. */

#define END ETP_TEST_END

static void
add_lane (EtpJourney *journey, const char *persona)
{
  etp_test_add (journey, ETP_LIST_LANES, "emotion", ETP_LANE_KIND, "emotion", ETP_LANE_PERSONA,
                persona, END);
}

static void
add_persona (EtpJourney *journey, const char *id, const char *name)
{
  etp_test_add (journey, ETP_LIST_PERSONAS, id, ETP_PERSONA_NAME, name, END);
}

static EtpValue *
feel (const char *persona, double value, double target, const char *feeling, const char *ratings)
{
  return etp_test_value (&etp_emotion_table, ETP_EMOTION_PERSONA, persona, ETP_EMOTION_VALUE, value,
                         ETP_EMOTION_TARGET, target, ETP_EMOTION_FEELING, feeling,
                         ETP_EMOTION_RATINGS, ratings, END);
}

/* Takes the emotions; b may be NULL. */
static void
add_step (EtpJourney *journey, guint phase, guint number, EtpValue *a, EtpValue *b)
{
  g_autofree char *id = g_strdup_printf ("s%u", number);
  g_autofree char *phase_id = g_strdup_printf ("p%u", phase);

  if (b == NULL)
    etp_test_add (journey, ETP_LIST_CARDS, id, ETP_CARD_LANE, "steps", ETP_CARD_PHASE, phase_id,
                  ETP_CARD_TITLE, id, ETP_CARD_EMOTIONS, a, NULL, END);
  else
    etp_test_add (journey, ETP_LIST_CARDS, id, ETP_CARD_LANE, "steps", ETP_CARD_PHASE, phase_id,
                  ETP_CARD_TITLE, id, ETP_CARD_EMOTIONS, a, b, NULL, END);
}

static const double none = (double) NAN;

/* Three phases of three steps, one persona. */
static EtpJourney *
new_simple (void)
{
  static const double values[] = { 0.5, -1, 1.8, 0.2, 0.2, -2, 2, 1, -0.4 };
  EtpJourney *journey = lane_test_journey_new (3, "en");

  add_lane (journey, "");
  add_persona (journey, "max", "Max");
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    add_step (journey, i / 3, i, feel ("max", values[i], i < 3 ? 1 : none, "fine", ""), NULL);
  return journey;
}

/* Where the last path of a curve's piece begins and ends, on the map. */
static void
get_ends (const EtpLaneItem *piece, EtpCurvePoint *first, EtpCurvePoint *last)
{
  const EtpMark *mark = NULL;

  for (guint i = 0; i < piece->item->n_marks; i++)
    if (piece->item->marks[i].type == ETP_MARK_PATH
        && piece->item->marks[i].stroke == ETP_STROKE_SOLID)
      mark = &piece->item->marks[i];
  g_assert_nonnull (mark);
  *first = (EtpCurvePoint){ piece->x + (double) mark->path->points[0],
                            piece->y + (double) mark->path->points[1] };
  *last = (EtpCurvePoint){ piece->x + (double) mark->path->points[mark->path->n_points - 2],
                           piece->y + (double) mark->path->points[mark->path->n_points - 1] };
}

static void
test_pieces_meet (void)
{
  g_autoptr (EtpJourney) journey = new_simple ();
  g_autoptr (EtpScene) scene = etp_test_scene_new (journey, &(EtpViewOptions){ 0 }, NULL);
  g_autoptr (GArray) pieces = lane_test_list (scene, ETP_ITEM_CURVE);
  g_autoptr (GArray) points = lane_test_list (scene, ETP_ITEM_POINT);
  EtpCurvePoint first, last, before = { 0 };

  g_assert_cmpuint (pieces->len, ==, 3);
  g_assert_cmpuint (points->len, ==, 9);
  for (guint i = 0; i < pieces->len; i++)
    {
      get_ends (&g_array_index (pieces, EtpLaneItem, i), &first, &last);
      if (i > 0)
        {
          g_assert_cmpfloat_with_epsilon (first.x, before.x, 1e-3);
          g_assert_cmpfloat_with_epsilon (first.y, before.y, 1e-3);
        }
      before = last;
    }
  /* The curve goes from the first point to the last one. */
  get_ends (&g_array_index (pieces, EtpLaneItem, 0), &first, &last);
  g_assert_cmpfloat_with_epsilon (first.x, g_array_index (points, EtpLaneItem, 0).x + 12, 1e-3);
  g_assert_cmpfloat_with_epsilon (first.y, g_array_index (points, EtpLaneItem, 0).y + 12, 1e-3);
}

static guint
count_dotted (const EtpItem *item)
{
  guint n = 0;

  for (guint i = 0; i < item->n_marks; i++)
    n += item->marks[i].type == ETP_MARK_PATH && item->marks[i].stroke == ETP_STROKE_DOTTED;
  return n;
}

/* Dots mean to-be: only where somebody has set a target, and nowhere else in the whole scene. */
static void
test_targets (void)
{
  g_autoptr (EtpJourney) journey = new_simple ();
  g_autoptr (EtpScene) scene = etp_test_scene_new (journey, &(EtpViewOptions){ 0 }, NULL);
  g_autoptr (GArray) pieces = lane_test_list (scene, ETP_ITEM_CURVE);

  g_assert_cmpuint (count_dotted (g_array_index (pieces, EtpLaneItem, 0).item), ==, 1);
  g_assert_cmpuint (count_dotted (g_array_index (pieces, EtpLaneItem, 1).item), ==, 0);
  g_assert_cmpuint (count_dotted (g_array_index (pieces, EtpLaneItem, 2).item), ==, 0);
  for (EtpItemKind kind = ETP_ITEM_FILL; kind <= ETP_ITEM_FOOT; kind++)
    {
      g_autoptr (GArray) items = lane_test_list (scene, kind);

      for (guint i = 0; i < items->len && kind != ETP_ITEM_CURVE; i++)
        g_assert_cmpuint (count_dotted (g_array_index (items, EtpLaneItem, i).item), ==, 0);
    }
}

static void
test_names (void)
{
  g_autoptr (EtpJourney) journey = lane_test_journey_new (1, "de");
  EtpViewOptions options = { 0 };
  g_autoptr (EtpScene) scene = NULL;
  g_autoptr (GArray) points = NULL;
  const EtpItem *item;

  add_lane (journey, "");
  add_persona (journey, "max", "Max");
  add_step (journey, 0, 1, feel ("max", 1.6, none, "begeistert", ""), NULL);
  add_step (journey, 0, 2, feel ("max", none, none, "", "-2|-1|-1.5"), NULL);
  add_step (journey, 0, 3, feel ("max", 0, none, "", ""), NULL);
  scene = etp_test_scene_new (journey, &options, NULL);
  points = lane_test_list (scene, ETP_ITEM_POINT);
  g_assert_cmpuint (points->len, ==, 3);
  item = g_array_index (points, EtpLaneItem, 0).item;
  g_assert_cmpstr (item->name, ==, "s1");
  g_assert_cmpstr (item->node_id, ==, "s1");
  g_assert_cmpstr (item->sub, ==, "max");
  g_assert_cmpint (item->field, ==, ETP_CARD_EMOTIONS);
  g_assert_cmpstr (item->note, ==, "begeistert, +1,6");
  g_assert_true (lane_test_has_text (item, "1.1"));
  g_assert_true (lane_test_has_text (item, "begeistert"));
  /* A room's votes: their mean. */
  item = g_array_index (points, EtpLaneItem, 1).item;
  g_assert_cmpstr (item->note, ==, "−1,5");
  g_assert_cmpstr (g_array_index (points, EtpLaneItem, 2).item->note, ==, "0");
}

static guint
count_curves (EtpScene *scene)
{
  g_autoptr (GArray) pieces = lane_test_list (scene, ETP_ITEM_CURVE);

  return pieces->len;
}

/* Everybody has a curve, known or not; a bound lane has one; far too many are cut. */
static void
test_personas (void)
{
  EtpViewOptions options = { 0 };
  static const struct
  {
    const char *bound;
    guint curves;
  } rows[] = { { "", 3 }, { "max", 1 }, { "nobody", 0 } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (EtpJourney) journey = lane_test_journey_new (1, "en");
      g_autoptr (EtpScene) scene = NULL;

      add_lane (journey, rows[i].bound);
      add_persona (journey, "max", "Max");
      add_step (journey, 0, 1, feel ("max", 1, none, "", ""), feel ("ghost", -1, none, "", ""));
      add_step (journey, 0, 2, feel ("", 0, none, "", ""), feel ("ghost", 1, none, "", ""));
      scene = etp_test_scene_new (journey, &options, NULL);
      g_assert_cmpuint (count_curves (scene), ==, rows[i].curves);
    }
}

/* The focused persona's curve is the strong one; the others step back and keep no pill. */
static void
test_focus (void)
{
  EtpViewOptions options = { .persona = "mia" };
  g_autoptr (EtpJourney) journey = lane_test_journey_new (1, "en");
  g_autoptr (EtpScene) scene = NULL;
  g_autoptr (GArray) points = NULL, pieces = NULL;
  float widths[2] = { 0, 0 };

  add_lane (journey, "");
  add_persona (journey, "max", "Max");
  add_persona (journey, "mia", "Mia");
  add_step (journey, 0, 1, feel ("max", 1, 1.5, "glad", ""), feel ("mia", -1, 1, "sad", ""));
  add_step (journey, 0, 2, feel ("max", -1, 1.5, "cross", ""), feel ("mia", 1, 1, "calm", ""));
  scene = etp_test_scene_new (journey, &options, NULL);
  pieces = lane_test_list (scene, ETP_ITEM_CURVE);
  points = lane_test_list (scene, ETP_ITEM_POINT);
  for (guint i = 0; i < 2; i++)
    {
      const EtpItem *item = g_array_index (pieces, EtpLaneItem, i).item;
      gboolean is_mia = g_strcmp0 (item->sub, "mia") == 0;

      widths[is_mia] = item->marks[item->n_marks - 1].stroke_width;
      g_assert_cmpuint (count_dotted (item), ==, is_mia ? 1 : 0);
    }
  g_assert_cmpfloat (widths[1], >, widths[0] * 1.5f);
  g_assert_cmpuint (points->len, ==, 4);
  for (guint i = 0; i < points->len; i++)
    {
      const EtpItem *item = g_array_index (points, EtpLaneItem, i).item;

      g_assert_false (lane_test_has_text (item, "glad"));
      g_assert_true (g_str_has_prefix (item->note, i < 2 ? "Max: " : "Mia: "));
    }
  g_assert_true (lane_test_has_text (g_array_index (points, EtpLaneItem, 2).item, "sad"));
}

static void
test_many_personas (void)
{
  g_autoptr (EtpJourney) journey = lane_test_journey_new (1, "en");
  EtpViewOptions options = { .persona = "p39" };
  g_autoptr (EtpScene) scene = NULL;
  g_autoptr (GArray) pieces = NULL;
  gboolean has_focus = FALSE;

  add_lane (journey, "");
  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *id = g_strdup_printf ("p%u", i);

      if (i > 0)
        add_persona (journey, id, id);
      add_step (journey, 0, i, feel (id, 1, none, "", ""), NULL);
    }
  scene = etp_test_scene_new (journey, &options, NULL);
  pieces = lane_test_list (scene, ETP_ITEM_CURVE);
  g_assert_cmpuint (pieces->len, ==, 12);
  for (guint i = 0; i < pieces->len; i++)
    has_focus |= g_strcmp0 (g_array_index (pieces, EtpLaneItem, i).item->sub, "p39") == 0;
  g_assert_true (has_focus);
}

/* Boxes of what people read at the points, on the map. */
static GArray *
list_labels (GArray *points)
{
  GArray *labels = g_array_new (FALSE, FALSE, sizeof (EtpRect));

  for (guint i = 0; i < points->len; i++)
    {
      const EtpLaneItem *point = &g_array_index (points, EtpLaneItem, i);

      for (guint k = 0; k < point->item->n_marks; k++)
        {
          const EtpMark *mark = &point->item->marks[k];
          EtpRect rect = { point->x + mark->rect.x, point->y + mark->rect.y + 2, mark->rect.width,
                           mark->rect.height - 4 };

          if (mark->type == ETP_MARK_TEXT)
            g_array_append_val (labels, rect);
        }
    }
  return labels;
}

static gboolean
overlaps (const EtpRect *a, const EtpRect *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height
         && b->y < a->y + a->height;
}

static void
check_labels (EtpScene *scene)
{
  g_autoptr (GArray) points = lane_test_list (scene, ETP_ITEM_POINT);
  g_autoptr (GArray) pieces = lane_test_list (scene, ETP_ITEM_CURVE);
  g_autoptr (GArray) labels = list_labels (points);
  const EtpLaneItem *piece = &g_array_index (pieces, EtpLaneItem, 0);

  for (guint i = 0; i < labels->len; i++)
    {
      const EtpRect *label = &g_array_index (labels, EtpRect, i);

      g_assert_cmpfloat (label->y, >=, piece->y);
      g_assert_cmpfloat (label->y + label->height, <=, piece->y + piece->item->height);
      for (guint k = 0; k < i; k++)
        g_assert_false (overlaps (label, &g_array_index (labels, EtpRect, k)));
      for (guint k = 0; k < points->len; k++)
        {
          const EtpLaneItem *point = &g_array_index (points, EtpLaneItem, k);
          EtpRect circle = { point->x + 5, point->y + 5, 14, 14 };

          g_assert_false (overlaps (label, &circle));
        }
    }
}

static void
test_labels (void)
{
  static const char *const feelings[] = { "", "happy", "very disappointed", "no" };

  for (guint round = 0; round < 150; round++)
    {
      g_autoptr (EtpJourney) journey = lane_test_journey_new (4, "en");
      g_autoptr (EtpScene) scene = NULL;
      guint n = 4 + round % 28;

      add_lane (journey, "");
      add_persona (journey, "max", "Max");
      add_persona (journey, "mia", "Mia with a longer name");
      for (guint i = 0; i < n; i++)
        {
          double a = g_test_rand_int_range (-20, 21) / 10.0;
          double b = g_test_rand_int_range (-20, 21) / 10.0;

          add_step (
              journey, i * 4 / n, i, feel ("max", a, b, feelings[g_test_rand_int_range (0, 4)], ""),
              round % 2 == 0 ? feel ("mia", b, none, feelings[g_test_rand_int_range (0, 4)], "")
                             : NULL);
        }
      scene = etp_test_scene_new (journey, &(EtpViewOptions){ 0 }, NULL);
      check_labels (scene);
    }
}

/* With room to spare every step has its number and every peak its feeling. */
static void
test_all_labelled (void)
{
  g_autoptr (EtpJourney) journey = new_simple ();
  g_autoptr (EtpScene) scene = etp_test_scene_new (journey, &(EtpViewOptions){ 0 }, NULL);
  g_autoptr (GArray) points = lane_test_list (scene, ETP_ITEM_POINT);

  for (guint i = 0; i < points->len; i++)
    {
      const EtpItem *item = g_array_index (points, EtpLaneItem, i).item;
      g_autofree char *number = g_strdup_printf ("%u.%u", i / 3 + 1, i % 3 + 1);

      g_assert_true (lane_test_has_text (item, number));
      g_assert_true (lane_test_has_text (item, "fine"));
    }
}

/* Names at the ends of many curves find room or are left out; feelings leave them alone. */
static void
test_end_names (void)
{
  for (guint round = 0; round < 40; round++)
    {
      g_autoptr (EtpJourney) journey = lane_test_journey_new (2, "en");
      g_autoptr (EtpScene) scene = NULL;
      g_autoptr (GArray) names = NULL, points = NULL, labels = NULL;

      add_lane (journey, "");
      for (guint i = 0; i < 20; i++)
        {
          g_autofree char *id = g_strdup_printf ("q%u", i);
          g_autofree char *name = g_strdup_printf ("%.*s %u", 3 + (int) i % 8, "Charlotte", i);
          double value = round == 0 ? 0 : g_test_rand_int_range (-20, 21) / 10.0;

          add_persona (journey, id, name);
          for (guint step = 0; step < 2; step++)
            add_step (journey, step, 2 * i + step, feel (id, value, none, "happy", ""), NULL);
        }
      scene = etp_test_scene_new (journey, &(EtpViewOptions){ 0 }, NULL);
      names = lane_test_list_in (scene, ETP_ITEM_LABEL, "emotion");
      points = lane_test_list (scene, ETP_ITEM_POINT);
      labels = list_labels (points);
      g_assert_cmpuint (names->len, >, 0);
      for (guint i = 0; i < names->len; i++)
        {
          const EtpLaneItem *name = &g_array_index (names, EtpLaneItem, i);
          EtpRect rect = { name->x, name->y + 2, name->item->width, name->item->height - 4 };

          g_array_append_val (labels, rect);
        }
      for (guint i = 0; i < labels->len; i++)
        for (guint k = 0; k < i; k++)
          g_assert_false (
              overlaps (&g_array_index (labels, EtpRect, i), &g_array_index (labels, EtpRect, k)));
    }
}

/* Without emotions the lane asks its question on the screen; on paper only an empty map does. */
static void
test_prompt (gconstpointer data)
{
  const gboolean is_blank = GPOINTER_TO_INT (data);
  g_autoptr (EtpJourney) journey = lane_test_journey_new (2, "en");

  add_lane (journey, "");
  if (!is_blank)
    etp_test_add (journey, ETP_LIST_CARDS, "s", ETP_CARD_LANE, "steps", ETP_CARD_PHASE, "p0", END);
  etp_test_set (journey, "emotion", ETP_LANE_PROMPT, "How does it feel?");
  for (guint paper = 0; paper < 2; paper++)
    {
      g_autoptr (EtpScene)
          scene = etp_test_scene_new (journey, &(EtpViewOptions){ .paper = paper != 0 }, NULL);
      g_autoptr (GArray) labels = lane_test_list_in (scene, ETP_ITEM_LABEL, "emotion");

      g_assert_cmpuint (labels->len, ==, paper != 0 && !is_blank ? 0 : 2);
      if (paper == 0)
        {
          /* Nor where it is shown to others; a scene that asked before is no excuse. */
          g_autoptr (EtpScene) shown = etp_test_scene_new (
              journey, &(EtpViewOptions){ .hide_prompts = TRUE }, scene);
          g_autoptr (GArray) others = lane_test_list_in (shown, ETP_ITEM_LABEL, "emotion");

          g_assert_cmpuint (others->len, ==, 0);
        }
    }
}

/* Thousands of steps in one phase stay a picture of bounded size. */
static void
test_crowd (void)
{
  g_autoptr (EtpJourney) journey = lane_test_journey_new (1, "en");
  g_autoptr (EtpScene) scene = NULL;
  g_autoptr (GArray) points = NULL, pieces = NULL;
  const EtpMark *mark;

  add_lane (journey, "");
  add_persona (journey, "max", "Max");
  for (guint i = 0; i < 3000; i++)
    add_step (journey, 0, i, feel ("max", (i * 7 % 41) / 10.0 - 2, none, "fine", ""), NULL);
  scene = etp_test_scene_new (journey, &(EtpViewOptions){ 0 }, NULL);
  points = lane_test_list (scene, ETP_ITEM_POINT);
  pieces = lane_test_list (scene, ETP_ITEM_CURVE);
  g_assert_cmpuint (points->len, >, 10);
  g_assert_cmpuint (points->len, <, 30);
  mark = lane_test_find_mark (g_array_index (pieces, EtpLaneItem, 0).item, ETP_MARK_PATH, 0);
  g_assert_cmpuint (mark->path->n_points, <, 2000);
  check_labels (scene);
}

/* A collapsed phase has no points, but the curve goes on through the mean of its steps. */
static void
test_collapsed (void)
{
  g_autoptr (EtpJourney) journey = new_simple ();
  g_autoptr (EtpScene) scene = NULL;
  g_autoptr (GArray) points = NULL, pieces = NULL;
  EtpCurvePoint first, last;

  etp_test_set (journey, "p1", ETP_PHASE_COLLAPSED, "true");
  scene = etp_test_scene_new (journey, &(EtpViewOptions){ 0 }, NULL);
  points = lane_test_list (scene, ETP_ITEM_POINT);
  pieces = lane_test_list (scene, ETP_ITEM_CURVE);
  g_assert_cmpuint (points->len, ==, 6);
  g_assert_cmpuint (pieces->len, ==, 3);
  get_ends (&g_array_index (pieces, EtpLaneItem, 1), &first, &last);
  g_assert_cmpfloat (last.x - first.x, >, 60);
}

/* One edited value touches its own column and at most its neighbours. */
static void
test_edit_is_local (void)
{
  g_autoptr (EtpJourney) journey = lane_test_journey_new (12, "en");
  EtpViewOptions options = { 0 };
  g_autoptr (EtpScene) before = NULL, after = NULL;
  g_autoptr (GArray) old = NULL, new = NULL;
  guint fresh = 0;

  add_lane (journey, "");
  add_persona (journey, "max", "Max");
  for (guint i = 0; i < 36; i++)
    add_step (journey, i / 3, i, feel ("max", (i * 7 % 41) / 10.0 - 2, none, "", ""), NULL);
  before = etp_test_scene_new (journey, &options, NULL);
  etp_test_set (journey, "s16", ETP_CARD_TITLE, "Another title");
  after = etp_test_scene_new (journey, &options, before);
  old = lane_test_list (before, ETP_ITEM_CURVE);
  new = lane_test_list (after, ETP_ITEM_CURVE);
  g_assert_cmpuint (old->len, ==, 12);
  for (guint i = 0; i < old->len; i++)
    g_assert_true (g_array_index (old, EtpLaneItem, i).item
                   == g_array_index (new, EtpLaneItem, i).item);

  g_assert_true (etp_edit_set_emotion_value (journey, etp_journey_get_node (journey, "s16"),
                                             etp_journey_get_node (journey, "max"), 1.9, NULL));
  g_set_object (&before, after);
  g_clear_object (&after);
  after = etp_test_scene_new (journey, &options, before);
  g_clear_pointer (&new, g_array_unref);
  new = lane_test_list (after, ETP_ITEM_CURVE);
  for (guint i = 0; i < old->len; i++)
    fresh += g_array_index (old, EtpLaneItem, i).item != g_array_index (new, EtpLaneItem, i).item;
  g_assert_cmpuint (fresh, >=, 1);
  g_assert_cmpuint (fresh, <=, 3);
}

static guint
count_dashed (const EtpItem *item)
{
  guint n = 0;

  for (guint i = 0; i < item->n_marks; i++)
    n += item->marks[i].type == ETP_MARK_PATH && item->marks[i].stroke == ETP_STROKE_DASHED;
  return n;
}

/* The curve of an earlier state: at the steps that both have, also where today says nothing; its
 * name once, in the piece where most has changed. */
static void
test_ghost (void)
{
  g_autoptr (EtpJourney) journey = new_simple ();
  g_autoptr (EtpJourney) then = new_simple ();
  EtpViewOptions options = { .ghost = then, .ghost_name = "Before" };
  g_autoptr (EtpScene) plain = etp_test_scene_new (journey, &(EtpViewOptions){ 0 }, NULL);
  g_autoptr (EtpScene) same = etp_test_scene_new (journey, &options, plain);
  g_autoptr (EtpScene) changed = NULL, after = NULL;
  g_autoptr (GArray) pieces = lane_test_list (same, ETP_ITEM_CURVE);
  EtpNode *max = etp_journey_get_node (journey, "max");
  g_autofree char *text = NULL;

  /* Nothing has changed: a line, but no name. */
  for (guint i = 0; i < pieces->len; i++)
    {
      g_assert_cmpuint (count_dashed (g_array_index (pieces, EtpLaneItem, i).item), ==, 1);
      g_assert_false (lane_test_has_text (g_array_index (pieces, EtpLaneItem, i).item, "Before"));
    }

  g_assert_true (
      etp_edit_set_emotion_value (journey, etp_journey_get_node (journey, "s1"), max, 0, NULL));
  g_assert_true (
      etp_edit_set_emotion_value (journey, etp_journey_get_node (journey, "s5"), max, 1, NULL));
  g_assert_true (etp_edit_remove (journey, etp_journey_get_node (journey, "s7"), NULL));
  changed = etp_test_scene_new (journey, &options, same);
  g_clear_pointer (&pieces, g_array_unref);
  pieces = lane_test_list (changed, ETP_ITEM_CURVE);
  g_assert_false (lane_test_has_text (g_array_index (pieces, EtpLaneItem, 0).item, "Before"));
  g_assert_true (lane_test_has_text (g_array_index (pieces, EtpLaneItem, 1).item, "Before"));
  g_assert_false (lane_test_has_text (g_array_index (pieces, EtpLaneItem, 2).item, "Before"));
  text = etp_scene_dump (changed);
  etp_test_assert_golden ("ghost", text);

  /* Where the comparison ends, all is as it was without. */
  after = etp_test_scene_new (journey, &(EtpViewOptions){ 0 }, changed);
  g_clear_pointer (&pieces, g_array_unref);
  pieces = lane_test_list (after, ETP_ITEM_CURVE);
  for (guint i = 0; i < pieces->len; i++)
    g_assert_cmpuint (count_dashed (g_array_index (pieces, EtpLaneItem, i).item), ==, 0);
}

/* A point that is gone today stays one of the ghost's. */
static void
test_ghost_gone (void)
{
  g_autoptr (EtpJourney) journey = new_simple ();
  g_autoptr (EtpJourney) then = new_simple ();
  EtpViewOptions options = { .ghost = then };
  g_autoptr (EtpScene) scene = NULL;
  g_autoptr (GArray) before = NULL, points = NULL;
  g_autoptr (EtpScene) plain = etp_test_scene_new (then, &options, NULL);
  const EtpMark *old, *new;

  g_assert_true (etp_edit_remove_emotion (journey, etp_journey_get_node (journey, "s4"),
                                          etp_journey_get_node (journey, "max"), NULL));
  scene = etp_test_scene_new (journey, &options, NULL);
  points = lane_test_list (scene, ETP_ITEM_POINT);
  g_assert_cmpuint (points->len, ==, 8);
  before = lane_test_list (plain, ETP_ITEM_CURVE);
  g_clear_pointer (&points, g_array_unref);
  points = lane_test_list (scene, ETP_ITEM_CURVE);
  old = lane_test_find_mark (g_array_index (before, EtpLaneItem, 1).item, ETP_MARK_PATH, 0);
  new = lane_test_find_mark (g_array_index (points, EtpLaneItem, 1).item, ETP_MARK_PATH, 0);
  g_assert_cmpint (new->stroke, ==, ETP_STROKE_DASHED);
  g_assert_cmpmem (old->path->points, old->path->n_points * sizeof *old->path->points,
                   new->path->points, new->path->n_points * sizeof *new->path->points);
}

/* On paper each of many curves is named below, by a sample that no other has; one alone is not. */
static void
test_legend (void)
{
  for (guint n = 1; n <= 12; n += 11)
    {
      g_autoptr (EtpJourney) journey = lane_test_journey_new (3, "en");
      g_autoptr (EtpScene) scene = NULL;
      g_autoptr (GHashTable)
          samples = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      const EtpItem *foot;

      add_lane (journey, "");
      for (guint i = 0; i < n; i++)
        {
          g_autofree char *id = g_strdup_printf ("person%u", i);
          g_autofree char *name = g_strdup_printf ("A rather long name %u", i);

          add_persona (journey, id, name);
          add_step (journey, i % 3, i, feel (id, i % 2, none, "", ""), NULL);
        }
      scene = etp_test_scene_new (journey, &(EtpViewOptions){ .paper = TRUE }, NULL);
      foot = etp_scene_get_item (scene, etp_scene_find_node (scene, "", ETP_ITEM_FOOT));
      for (guint i = 0; i < n; i++)
        {
          g_autofree char *name = g_strdup_printf ("A rather long name %u", i);

          g_assert_true (lane_test_has_text (foot, name) == (n > 1));
        }
      for (guint i = 0; n > 1 && i + 2 < foot->n_marks; i++)
        if (foot->marks[i].type == ETP_MARK_TEXT
            && g_str_has_prefix (foot->marks[i].text, "A rather"))
          {
            const EtpMark *sign = &foot->marks[i + 2]; /* after the line through it */
            g_autofree char *look = g_strdup_printf ("%08x %d %g %u", sign->fill_color, sign->type,
                                                     (double) sign->radius,
                                                     sign->path != NULL ? sign->path->n_points : 0);

            g_hash_table_add (samples, g_steal_pointer (&look));
          }
      g_assert_cmpuint (g_hash_table_size (samples), ==, n > 1 ? n : 0);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/lane/emotion/pieces", test_pieces_meet);
  g_test_add_func ("/scene/lane/emotion/targets", test_targets);
  g_test_add_func ("/scene/lane/emotion/names", test_names);
  g_test_add_func ("/scene/lane/emotion/personas", test_personas);
  g_test_add_func ("/scene/lane/emotion/focus", test_focus);
  g_test_add_func ("/scene/lane/emotion/many-personas", test_many_personas);
  g_test_add_func ("/scene/lane/emotion/labels", test_labels);
  g_test_add_func ("/scene/lane/emotion/all-labelled", test_all_labelled);
  g_test_add_func ("/scene/lane/emotion/end-names", test_end_names);
  g_test_add_data_func ("/scene/lane/emotion/prompt/blank", GINT_TO_POINTER (TRUE), test_prompt);
  g_test_add_data_func ("/scene/lane/emotion/prompt/step", GINT_TO_POINTER (FALSE), test_prompt);
  g_test_add_func ("/scene/lane/emotion/crowd", test_crowd);
  g_test_add_func ("/scene/lane/emotion/collapsed", test_collapsed);
  g_test_add_func ("/scene/lane/emotion/local", test_edit_is_local);
  g_test_add_func ("/scene/lane/emotion/ghost", test_ghost);
  g_test_add_func ("/scene/lane/emotion/ghost-gone", test_ghost_gone);
  g_test_add_func ("/scene/lane/emotion/legend", test_legend);
  return g_test_run ();
}
