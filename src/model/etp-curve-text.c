/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-model"

#include "config.h"

#include "etp-curve-text.h"

#include <math.h>
#include <string.h>

#include "etp-edit-emotion.h"
#include "etp-feelings.h"
#include "etp-fields.h"
#include "etp-format.h"
#include "etp-outline.h"
#include "etp-words.h"

/* Turns are told, slopes are not: a curve of 40 steps has a handful of them. Linear in the number
 * of emotions. */

/* What differs by less is told as one. */
#define LEAST_RISE 0.3
/* A to-be curve this near is where the curve is. */
#define LEAST_GAP 0.5

/* Whole parts of a sentence in both languages; %1$s is a value with its feeling, %2$s a step. */
static const struct
{
  const char *english, *german;
} templates[] = {
  { "There is no emotion yet.", "Es gibt noch keine Emotion." },
  { "One point only: %1$s at %2$s.", "Nur ein Punkt: %1$s bei %2$s." },
  { "Stays at %1$s up to %2$s.", "Bleibt bei %1$s bis %2$s." },
  { "Starts at %1$s", "Beginnt bei %1$s" },
  { ", rises to %1$s at %2$s", ", steigt auf %1$s bei %2$s" },
  { ", falls to %1$s at %2$s", ", fällt auf %1$s bei %2$s" },
  { ", ends at %1$s at %2$s.", ", endet bei %1$s bei %2$s." },
  { " Farthest from the to-be curve at %2$s: %1$s.",
    " Am weitesten vom Soll entfernt bei %2$s: %1$s." },
  { "%1$s instead of %2$s", "%1$s statt %2$s" },
};

typedef enum
{
  PART_NOTHING,
  PART_ONE,
  PART_FLAT,
  PART_START,
  PART_RISE,
  PART_FALL,
  PART_END,
  PART_GAP,
  PART_INSTEAD,
} Part;

typedef struct
{
  const EtpPlace *place; /* borrowed */
  double value, target; /* NAN: none */
  const char *feeling; /* borrowed; "" */
} Point;

typedef struct
{
  GArray *points; /* of Point, owned */
  const EtpPlace *last; /* borrowed; the step that was looked at last */
} Curve;

char *
etp_emotion_format (double value, const char *language)
{
  g_autofree char *number = etp_format_number (fabs (value), 1, language);

  if (isnan (value) || fabs (value) < 0.05)
    return g_strdup (isnan (value) ? "" : "0");
  return g_strconcat (value < 0 ? "−" : "+", number, NULL);
}

gboolean
etp_emotion_parse (const char *text, double *value)
{
  g_autoptr (GString) number = g_string_new (NULL);
  char *end = NULL;
  double read;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      if (c == ',')
        g_string_append_c (number, '.');
      else if (c == 0x2212 || c == 0x2013) /* minus, en dash */
        g_string_append_c (number, '-');
      else if (c < 0x80 && strchr ("0123456789.+-", (int) c) != NULL)
        g_string_append_c (number, (char) c);
      else if (!g_unichar_isspace (c))
        return FALSE;
    }
  if (number->len == 0)
    return FALSE;
  read = g_ascii_strtod (number->str, &end);
  if (*end != '\0' || isnan (read) || read < -2.05 || read > 2.05)
    return FALSE;
  *value = CLAMP (round (read * 10) / 10, -2, 2) + 0.0;
  return TRUE;
}

static const char *
get_template (Part part, const char *language)
{
  return etp_words_is_german (language) ? templates[part].german : templates[part].english;
}

static void
replace_place (GString *text, const char *place, const char *word)
{
  char *at = strstr (text->str, place);
  const gssize start = at != NULL ? at - text->str : -1;

  if (start < 0)
    return;
  g_string_erase (text, start, (gssize) strlen (place));
  g_string_insert (text, start, word);
}

/* Fills a part; the second place first, because words may look like a place themselves. */
static void
append_part (GString *text, Part part, const char *language, const char *first, const char *second)
{
  const char *template = get_template (part, language);
  g_autoptr (GString) filled = g_string_new (template);
  const char *one = strstr (template, "%1$s"), *two = strstr (template, "%2$s");

  if (two != NULL && one != NULL && two < one)
    {
      replace_place (filled, "%1$s", first);
      replace_place (filled, "%2$s", second);
    }
  else
    {
      if (two != NULL)
        replace_place (filled, "%2$s", second);
      replace_place (filled, "%1$s", first);
    }
  g_string_append (text, filled->str);
}

/* "−1.6 frustrated". */
static char *
dup_value (const Point *point, const char *language)
{
  g_autofree char *value = etp_emotion_format (point->value, language);

  return g_strconcat (value, " ",
                      point->feeling[0] != '\0' ? point->feeling
                                                : etp_feelings_get_plain (language, point->value),
                      NULL);
}

/* "2.1 Search in the shop". */
static char *
dup_step (const Point *point)
{
  const char *title = etp_node_get_text (point->place->card, ETP_CARD_TITLE);

  return g_strdup_printf ("%u.%u%s%s", point->place->step_phase, point->place->step_index,
                          title[0] != '\0' ? " " : "", title);
}

static void
append_point (GString *text, Part part, const char *language, const Point *point)
{
  g_autofree char *value = dup_value (point, language);
  g_autofree char *step = dup_step (point);

  append_part (text, part, language, value, step);
}

static gboolean
is_hidden (EtpJourney *journey, const EtpPlace *step)
{
  EtpNodeList *phases = etp_journey_get_list (journey, ETP_LIST_PHASES);

  return etp_node_get_boolean (etp_node_list_get (phases, step->phase), ETP_PHASE_HIDDEN);
}

static void
curve_free (gpointer data)
{
  Curve *curve = data;

  g_array_unref (curve->points);
  g_free (curve);
}

static Curve *
take_curve (GHashTable *curves, const char *persona_id)
{
  Curve *curve = g_hash_table_lookup (curves, persona_id);

  if (curve == NULL)
    {
      curve = g_new0 (Curve, 1);
      curve->points = g_array_new (FALSE, FALSE, sizeof (Point));
      g_hash_table_insert (curves, (gpointer) persona_id, curve);
    }
  return curve;
}

/* Of several emotions of one persona at one step the first counts, as everywhere. */
static void
collect_point (Curve *curve, const EtpPlace *step, EtpValue *emotion)
{
  const Point point = { .place = step,
                        .value = etp_emotion_get_level (emotion),
                        .target = etp_value_get_number (emotion, ETP_EMOTION_TARGET),
                        .feeling = etp_value_get_text (emotion, ETP_EMOTION_FEELING) };

  if (curve->last == step)
    return;
  curve->last = step;
  if (!isnan (point.value))
    g_array_append_val (curve->points, point);
}

/* By the ids of personas, which the journey lends; in one walk for all of them. persona_id NULL: all. */
static GHashTable *
collect_curves (EtpJourney *journey, const char *persona_id)
{
  GHashTable *curves = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, curve_free);
  guint n;
  const EtpPlace *const *steps = etp_outline_get_steps (etp_journey_get_outline (journey), &n);

  for (guint i = 0; i < n; i++)
    {
      const EtpRecord *record = etp_node_record (steps[i]->card);
      const guint n_emotions = etp_record_get_length (record, ETP_CARD_EMOTIONS);

      /* What nobody sees is no part of what is told about the picture. */
      if (n_emotions == 0 || is_hidden (journey, steps[i]))
        continue;
      for (guint j = 0; j < n_emotions; j++)
        {
          EtpValue *emotion = etp_record_get_value_at (record, ETP_CARD_EMOTIONS, j);
          const char *id = etp_value_get_text (emotion, ETP_EMOTION_PERSONA);

          if (persona_id == NULL || strcmp (id, persona_id) == 0)
            collect_point (take_curve (curves, id), steps[i], emotion);
        }
    }
  return curves;
}

/* The next point at which the curve turns by at least LEAST_RISE, or the last one. */
static guint
find_turn (const GArray *points, guint from)
{
  guint best = from;
  int direction = 0;

  for (guint i = from + 1; i < points->len; i++)
    {
      const double start = g_array_index (points, Point, from).value;
      const double value = g_array_index (points, Point, i).value;
      const double extreme = g_array_index (points, Point, best).value;

      if (direction == 0 && fabs (value - start) >= LEAST_RISE - 1e-9)
        direction = value > start ? 1 : -1;
      if (direction == 0)
        continue;
      if (best == from || direction * (value - extreme) > 0)
        best = i;
      else if (direction * (extreme - value) >= LEAST_RISE - 1e-9)
        return best;
    }
  return points->len - 1;
}

static void
append_turns (GString *text, const GArray *points, const char *language)
{
  guint last = 0;

  append_point (text, PART_START, language, &g_array_index (points, Point, 0));
  for (guint turn = find_turn (points, 0); turn + 1 < points->len;
       last = turn, turn = find_turn (points, turn))
    append_point (text,
                  g_array_index (points, Point, turn).value
                          > g_array_index (points, Point, last).value
                      ? PART_RISE
                      : PART_FALL,
                  language, &g_array_index (points, Point, turn));
  append_point (text, PART_END, language, &g_array_index (points, Point, points->len - 1));
}

static gboolean
is_flat (const GArray *points)
{
  double low = 2, high = -2;

  for (guint i = 0; i < points->len; i++)
    {
      low = MIN (low, g_array_index (points, Point, i).value);
      high = MAX (high, g_array_index (points, Point, i).value);
    }
  return high - low < LEAST_RISE - 1e-9;
}

static void
append_gap (GString *text, const GArray *points, const char *language)
{
  const Point *worst = NULL;
  double gap = LEAST_GAP - 1e-9;

  for (guint i = 0; i < points->len; i++)
    {
      const Point *point = &g_array_index (points, Point, i);

      if (isnan (point->target) || fabs (point->target - point->value) <= gap)
        continue;
      gap = fabs (point->target - point->value);
      worst = point;
    }
  if (worst != NULL)
    {
      g_autofree char *value = etp_emotion_format (worst->value, language);
      g_autofree char *target = etp_emotion_format (worst->target, language);
      g_autofree char *step = dup_step (worst);
      g_autoptr (GString) both = g_string_new (NULL);

      append_part (both, PART_INSTEAD, language, value, target);
      append_part (text, PART_GAP, language, both->str, step);
    }
}

/* points NULL: there are none. */
static void
describe_one (const GArray *points, const char *language, GString *text)
{
  if (points == NULL || points->len == 0)
    {
      g_string_append (text, get_template (PART_NOTHING, language));
      return;
    }
  if (points->len == 1)
    append_point (text, PART_ONE, language, &g_array_index (points, Point, 0));
  else if (is_flat (points))
    {
      const Point *last = &g_array_index (points, Point, points->len - 1);

      append_point (text, PART_FLAT, language, last);
    }
  else
    append_turns (text, points, language);
  append_gap (text, points, language);
}

/* NULL: the persona has none. */
static const GArray *
get_points (GHashTable *curves, const char *persona_id)
{
  const Curve *curve = g_hash_table_lookup (curves, persona_id);

  return curve != NULL && curve->points->len > 0 ? curve->points : NULL;
}

char *
etp_curve_describe (EtpJourney *journey, const char *persona_id, const char *language)
{
  EtpNodeList *personas = etp_journey_get_list (journey, ETP_LIST_PERSONAS);
  g_autoptr (GHashTable) curves = collect_curves (journey, persona_id);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  GString *text = g_string_new (NULL);
  EtpNode *persona;

  if (persona_id != NULL)
    g_ptr_array_add (ids, (gpointer) persona_id);
  else
    {
      for (guint i = 0; (persona = etp_node_list_get (personas, i)) != NULL; i++)
        if (get_points (curves, etp_node_get_id (persona)) != NULL)
          g_ptr_array_add (ids, (gpointer) etp_node_get_id (persona));
      if (ids->len == 0 || get_points (curves, "") != NULL)
        g_ptr_array_add (ids, (gpointer) "");
    }
  for (guint i = 0; i < ids->len; i++)
    {
      const char *id = g_ptr_array_index (ids, i);

      persona = id[0] != '\0' ? etp_journey_get_node (journey, id) : NULL;
      if (i > 0)
        g_string_append_c (text, ' ');
      if (ids->len > 1 && persona != NULL)
        g_string_append_printf (text, "%s: ", etp_node_get_text (persona, ETP_PERSONA_NAME));
      describe_one (get_points (curves, id), language, text);
    }
  return g_string_free (text, FALSE);
}
