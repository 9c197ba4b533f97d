/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-tests"

#include "config.h"

#include "emotion-test.h"

/* The emotion lane: nothing which people must read lies on anything else, and nothing is missing that
 * has room. */

static void
test_labels (void)
{
  static const char *const feelings[] = { "", "happy", "very disappointed", "no" };

  for (guint round = 0; round < 150; round++)
    {
      g_autoptr (EtpJourney) journey = lane_test_journey_new (4, "en");
      g_autoptr (EtpScene) scene = NULL;
      guint n = 4 + round % 28;

      emotion_test_add_lane (journey, "");
      emotion_test_add_persona (journey, "max", "Max");
      emotion_test_add_persona (journey, "mia", "Mia with a longer name");
      for (guint i = 0; i < n; i++)
        {
          double a = g_test_rand_int_range (-20, 21) / 10.0;
          double b = g_test_rand_int_range (-20, 21) / 10.0;

          emotion_test_add_step (
              journey, i * 4 / n, i,
              emotion_test_feel ("max", a, b, feelings[g_test_rand_int_range (0, 4)], ""),
              round % 2 == 0 ? emotion_test_feel ("mia", b, EMOTION_TEST_NONE,
                                                  feelings[g_test_rand_int_range (0, 4)], "")
                             : NULL);
        }
      scene = etp_test_scene_new (journey, &(EtpViewOptions){ 0 }, NULL);
      emotion_test_check_labels (scene);
    }
}

/* With room to spare every step has its number and every peak its feeling. */
static void
test_all_labelled (void)
{
  g_autoptr (EtpJourney) journey = emotion_test_new_simple ();
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

      emotion_test_add_lane (journey, "");
      for (guint i = 0; i < 20; i++)
        {
          g_autofree char *id = g_strdup_printf ("q%u", i);
          g_autofree char *name = g_strdup_printf ("%.*s %u", 3 + (int) i % 8, "Charlotte", i);
          double value = round == 0 ? 0 : g_test_rand_int_range (-20, 21) / 10.0;

          emotion_test_add_persona (journey, id, name);
          for (guint step = 0; step < 2; step++)
            emotion_test_add_step (journey, step, 2 * i + step,
                                   emotion_test_feel (id, value, EMOTION_TEST_NONE, "happy", ""),
                                   NULL);
        }
      scene = etp_test_scene_new (journey, &(EtpViewOptions){ 0 }, NULL);
      names = lane_test_list_in (scene, ETP_ITEM_LABEL, "emotion");
      points = lane_test_list (scene, ETP_ITEM_POINT);
      labels = emotion_test_list_labels (points);
      g_assert_cmpuint (names->len, >, 0);
      for (guint i = 0; i < names->len; i++)
        {
          const EtpLaneItem *name = &g_array_index (names, EtpLaneItem, i);
          EtpRect rect = { name->x, name->y + 2, name->item->width, name->item->height - 4 };

          g_array_append_val (labels, rect);
        }
      for (guint i = 0; i < labels->len; i++)
        for (guint k = 0; k < i; k++)
          g_assert_false (emotion_test_overlaps (&g_array_index (labels, EtpRect, i),
                                                 &g_array_index (labels, EtpRect, k)));
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

  emotion_test_add_lane (journey, "");
  emotion_test_add_persona (journey, "max", "Max");
  for (guint i = 0; i < 3000; i++)
    emotion_test_add_step (
        journey, 0, i,
        emotion_test_feel ("max", (i * 7 % 41) / 10.0 - 2, EMOTION_TEST_NONE, "fine", ""), NULL);
  scene = etp_test_scene_new (journey, &(EtpViewOptions){ 0 }, NULL);
  points = lane_test_list (scene, ETP_ITEM_POINT);
  pieces = lane_test_list (scene, ETP_ITEM_CURVE);
  g_assert_cmpuint (points->len, >, 10);
  g_assert_cmpuint (points->len, <, 30);
  mark = lane_test_find_mark (g_array_index (pieces, EtpLaneItem, 0).item, ETP_MARK_PATH, 0);
  g_assert_cmpuint (mark->path->n_points, <, 2000);
  emotion_test_check_labels (scene);
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

      emotion_test_add_lane (journey, "");
      for (guint i = 0; i < n; i++)
        {
          g_autofree char *id = g_strdup_printf ("person%u", i);
          g_autofree char *name = g_strdup_printf ("A rather long name %u", i);

          emotion_test_add_persona (journey, id, name);
          emotion_test_add_step (journey, i % 3, i,
                                 emotion_test_feel (id, i % 2, EMOTION_TEST_NONE, "", ""), NULL);
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
  g_test_add_func ("/scene/lane/emotion/labels", test_labels);
  g_test_add_func ("/scene/lane/emotion/all-labelled", test_all_labelled);
  g_test_add_func ("/scene/lane/emotion/end-names", test_end_names);
  g_test_add_func ("/scene/lane/emotion/crowd", test_crowd);
  g_test_add_func ("/scene/lane/emotion/legend", test_legend);
  return g_test_run ();
}
