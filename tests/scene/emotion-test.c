/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-tests"

#include "config.h"

#include "emotion-test.h"

#define END ETP_TEST_END

void
emotion_test_add_lane (EtpJourney *journey, const char *persona)
{
  etp_test_add (journey, ETP_LIST_LANES, "emotion", ETP_LANE_KIND, "emotion", ETP_LANE_PERSONA,
                persona, END);
}

void
emotion_test_add_persona (EtpJourney *journey, const char *id, const char *name)
{
  etp_test_add (journey, ETP_LIST_PERSONAS, id, ETP_PERSONA_NAME, name, END);
}

EtpValue *
emotion_test_feel (
    const char *persona, double value, double target, const char *feeling, const char *ratings)
{
  return etp_test_value (&etp_emotion_table, ETP_EMOTION_PERSONA, persona, ETP_EMOTION_VALUE, value,
                         ETP_EMOTION_TARGET, target, ETP_EMOTION_FEELING, feeling,
                         ETP_EMOTION_RATINGS, ratings, END);
}

void
emotion_test_add_step (EtpJourney *journey, guint phase, guint number, EtpValue *a, EtpValue *b)
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

EtpJourney *
emotion_test_new_simple (void)
{
  static const double values[] = { 0.5, -1, 1.8, 0.2, 0.2, -2, 2, 1, -0.4 };
  EtpJourney *journey = lane_test_journey_new (3, "en");

  emotion_test_add_lane (journey, "");
  emotion_test_add_persona (journey, "max", "Max");
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    emotion_test_add_step (
        journey, i / 3, i,
        emotion_test_feel ("max", values[i], i < 3 ? 1 : EMOTION_TEST_NONE, "fine", ""), NULL);
  return journey;
}

GArray *
emotion_test_list_labels (GArray *points)
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

gboolean
emotion_test_overlaps (const EtpRect *a, const EtpRect *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height
         && b->y < a->y + a->height;
}

void
emotion_test_check_labels (EtpScene *scene)
{
  g_autoptr (GArray) points = lane_test_list (scene, ETP_ITEM_POINT);
  g_autoptr (GArray) pieces = lane_test_list (scene, ETP_ITEM_CURVE);
  g_autoptr (GArray) labels = emotion_test_list_labels (points);
  const EtpLaneItem *piece = &g_array_index (pieces, EtpLaneItem, 0);

  for (guint i = 0; i < labels->len; i++)
    {
      const EtpRect *label = &g_array_index (labels, EtpRect, i);

      g_assert_cmpfloat (label->y, >=, piece->y);
      g_assert_cmpfloat (label->y + label->height, <=, piece->y + piece->item->height);
      for (guint k = 0; k < i; k++)
        g_assert_false (emotion_test_overlaps (label, &g_array_index (labels, EtpRect, k)));
      for (guint k = 0; k < points->len; k++)
        {
          const EtpLaneItem *point = &g_array_index (points, EtpLaneItem, k);
          EtpRect circle = { point->x + 5, point->y + 5, 14, 14 };

          g_assert_false (emotion_test_overlaps (label, &circle));
        }
    }
}
