/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-emotion.h"

#include "etp-signs.h"

#include <math.h>
#include <string.h>

#include "model/etp-edit-emotion.h"

/* From the journey's steps to curves: which personas have one, where its points stand, and which
 * of them keep a sign of their own where steps crowd. Linear in the number of emotions.
 * Typical 1 to 3 curves of 15 points, tested with 10,000. */

/* A document may ask for any height; a curve taller than this cannot be read at once. */
#define MOST_HEIGHT 1200.0
#define SPREAD_WIDTH 19.0
/* Points that would stand on each other are moved apart by this much, so that x grows. */
#define LEAST_STEP 1.0

typedef struct
{
  EtpMap *map;
  EtpEmotionLane *lane;
  GHashTable *by_id; /* persona's id → EtpEmotionCurve */
  const char *only; /* the persona that the lane is bound to, or NULL */
} Builder;

static void
curve_free (EtpEmotionCurve *self)
{
  g_array_unref (self->points);
  etp_emotion_line_clear (&self->as_is);
  etp_emotion_line_clear (&self->to_be);
  etp_emotion_line_clear (&self->ghost);
  g_free (self);
}

void
etp_emotion_lane_free (EtpEmotionLane *self)
{
  g_ptr_array_unref (self->curves);
  g_free (self);
}

static EtpEmotionCurve *
get_curve (Builder *self, const char *id)
{
  EtpEmotionCurve *curve = g_hash_table_lookup (self->by_id, id);

  if (curve != NULL)
    return curve;

  curve = g_new0 (EtpEmotionCurve, 1);
  curve->id = id;
  curve->points = g_array_new (FALSE, FALSE, sizeof (EtpEmotionPoint));
  g_hash_table_insert (self->by_id, (gpointer) id, curve);
  g_ptr_array_add (self->lane->curves, curve);
  return curve;
}

/* A room's votes: their mean is the value, their range the spread. */
static void
read_ratings (EtpEmotionPoint *point)
{
  const EtpRecord *record = etp_value_record (point->emotion);
  guint n = etp_record_get_length (record, ETP_EMOTION_RATINGS);
  double sum = 0, low = 2, high = -2;

  if (n == 0)
    return;
  for (guint i = 0; i < n; i++)
    {
      double rating = etp_record_get_number_at (record, ETP_EMOTION_RATINGS, i);

      rating = CLAMP (rating, -2, 2);
      sum += rating;
      low = MIN (low, rating);
      high = MAX (high, rating);
    }
  point->value = sum / n;
  if (n > 1)
    {
      point->low = low;
      point->high = high;
    }
}

static double
read_value (const EtpRecord *emotion, guint field)
{
  double value = etp_record_get_number (emotion, field);

  return isnan (value) ? value : CLAMP (value, -2, 2);
}

/* A second entry for the same persona is a finding of the check: the first one counts. */
static gboolean
has_point (Builder *self, const EtpPlace *place, const char *id)
{
  const EtpEmotionCurve *curve = g_hash_table_lookup (self->by_id, id);
  guint n = curve != NULL ? curve->points->len : 0;

  return n > 0 && g_array_index (curve->points, EtpEmotionPoint, n - 1).place == place;
}

static void
add_emotion (
    Builder *self, const EtpColumn *column, const EtpPlace *place, EtpValue *emotion, double x)
{
  const EtpRecord *record = etp_value_record (emotion);
  const char *id = etp_record_get_text (record, ETP_EMOTION_PERSONA);
  EtpEmotionPoint point = { .place = place,
                            .emotion = emotion,
                            .x = x,
                            .value = read_value (record, ETP_EMOTION_VALUE),
                            .target = read_value (record, ETP_EMOTION_TARGET),
                            .ghost = etp_emotion_read_ghost (self->map, place->card, id),
                            .low = (double) NAN,
                            .high = (double) NAN,
                            .column = (guint) (column - self->map->columns) };

  if (self->only != NULL && g_strcmp0 (self->only, id) != 0)
    return;
  read_ratings (&point);
  if ((isnan (point.value) && isnan (point.target) && isnan (point.ghost))
      || has_point (self, place, id))
    return;
  point.evidence = (guint8) MAX (0, etp_record_get_enum (record, ETP_EMOTION_EVIDENCE));
  g_array_append_val (get_curve (self, id)->points, point);
}

static gboolean
is_of_same_persona (EtpValue *a, EtpValue *b)
{
  return strcmp (etp_value_get_text (a, ETP_EMOTION_PERSONA),
                 etp_value_get_text (b, ETP_EMOTION_PERSONA))
         == 0;
}

static void
add_step (Builder *self, const EtpColumn *column, const EtpPlace *place)
{
  const EtpRecord *card = etp_node_record (place->card);
  const EtpViewOptions *options = self->map->options;
  EtpValue *preview = place->card == options->preview_card ? options->preview_emotion : NULL;
  guint n = etp_record_get_length (card, ETP_CARD_EMOTIONS);
  double x;

  if (n == 0 && preview == NULL)
    return;
  x = column->x + etp_map_get_step_x (self->map, column, place);
  for (guint i = 0; i < n; i++)
    {
      EtpValue *emotion = etp_record_get_value_at (card, ETP_CARD_EMOTIONS, i);

      if (preview != NULL && is_of_same_persona (emotion, preview))
        {
          add_emotion (self, column, place, preview, x);
          preview = NULL;
        }
      else
        add_emotion (self, column, place, emotion, x);
    }
  if (preview != NULL)
    add_emotion (self, column, place, preview, x);
}

static gboolean
is_preview (Builder *self, EtpNode *card, const char *persona)
{
  const EtpViewOptions *options = self->map->options;

  return options->preview_emotion != NULL && options->preview_card == card
         && g_strcmp0 (etp_value_get_text (options->preview_emotion, ETP_EMOTION_PERSONA), persona)
                == 0;
}

/* A point that is gone today stays one of the ghost's. */
static void
add_gone (Builder *self, const EtpColumn *column, const EtpPlace *place)
{
  EtpJourney *ghost = self->map->options->ghost;
  EtpNode *old = ghost != NULL ? etp_journey_get_node (ghost, etp_node_get_id (place->card)) : NULL;
  guint n = old != NULL && etp_node_get_list (old) == ETP_LIST_CARDS
                ? etp_node_get_length (old, ETP_CARD_EMOTIONS)
                : 0;

  for (guint i = 0; i < n; i++)
    {
      EtpValue *emotion = etp_node_get_value_at (old, ETP_CARD_EMOTIONS, i);
      const char *persona = etp_value_get_text (emotion, ETP_EMOTION_PERSONA);
      EtpEmotionPoint point = { .place = place,
                                .emotion = emotion,
                                .x = column->x + etp_map_get_step_x (self->map, column, place),
                                .value = (double) NAN,
                                .target = (double) NAN,
                                .ghost = etp_emotion_read_ghost (self->map, place->card, persona),
                                .low = (double) NAN,
                                .high = (double) NAN,
                                .column = (guint) (column - self->map->columns) };

      if (etp_card_get_emotion (place->card, persona) != NULL || isnan (point.ghost)
          || is_preview (self, place->card, persona)
          || (self->only != NULL && g_strcmp0 (self->only, persona) != 0))
        continue;
      g_array_append_val (get_curve (self, persona)->points, point);
    }
}

static int
compare_points (gconstpointer a, gconstpointer b)
{
  const EtpEmotionPoint *left = a, *right = b;

  if (left->x != right->x)
    return left->x < right->x ? -1 : 1;
  return left->place->step_index < right->place->step_index ? -1 : 1;
}

/* Puts the points that a column has added to a curve, from first on, in order and apart. A
 * collapsed phase has no room for signs: the curve goes through the mean of its steps. */
static void
settle_column (EtpEmotionCurve *curve, const EtpColumn *column, guint first)
{
  EtpEmotionPoint *points;
  guint n = curve->points->len - first;
  gboolean sorted = TRUE;

  if (n == 0)
    return;
  points = &g_array_index (curve->points, EtpEmotionPoint, first);
  if (column->collapsed)
    {
      EtpEmotionPoint mean = { .x = column->x + column->width / 2,
                               .value = etp_emotion_points_get_mean (points, n, ETP_EMOTION_AS_IS),
                               .target = etp_emotion_points_get_mean (points, n, ETP_EMOTION_TO_BE),
                               .ghost = etp_emotion_points_get_mean (points, n, ETP_EMOTION_GHOST),
                               .low = (double) NAN,
                               .high = (double) NAN,
                               .column = points[0].column };

      points[0] = mean;
      g_array_set_size (curve->points, first + 1);
      return;
    }
  for (guint i = 1; i < n; i++)
    sorted = sorted && points[i - 1].x <= points[i].x;
  if (!sorted)
    qsort (points, n, sizeof *points, compare_points);
  /* Steps that share a place (in two lanes, side by side) are moved apart. In a crowd the buckets
   * do it; moving there would push points out of their column. */
  if (n * LEAST_STEP < column->width / 2)
    for (guint i = 1; i < n; i++)
      points[i].x = MAX (points[i].x, points[i - 1].x + LEAST_STEP);
}

static void
add_steps (Builder *self)
{
  g_autoptr (GArray) firsts = g_array_new (FALSE, TRUE, sizeof (guint));
  GPtrArray *curves = self->lane->curves;

  for (guint c = 0; c < self->map->n_columns; c++)
    {
      EtpColumn *column = &self->map->columns[c];
      guint n;
      const EtpPlace *const *steps = etp_outline_get_phase_steps (self->map->outline, column->index,
                                                                  &n);

      for (guint i = 0; i < n; i++)
        {
          add_step (self, column, steps[i]);
          add_gone (self, column, steps[i]);
        }
      g_array_set_size (firsts, curves->len);
      for (guint i = 0; i < curves->len; i++)
        {
          EtpEmotionCurve *curve = g_ptr_array_index (curves, i);

          settle_column (curve, column, g_array_index (firsts, guint, i));
          g_array_index (firsts, guint, i) = curve->points->len;
        }
    }
}

/* Signs that would overlap are left out, the ends of the crowd first to go; the curve itself
 * still shows every extreme. */
static void
thin_points (EtpEmotionCurve *curve, double radius)
{
  double last = -G_MAXDOUBLE;

  for (guint i = 0; i < curve->points->len; i++)
    {
      EtpEmotionPoint *point = &g_array_index (curve->points, EtpEmotionPoint, i);

      point->shown = point->place != NULL && !isnan (point->value)
                     && point->x - last >= ETP_EMOTION_CROWD * radius;
      if (point->shown)
        last = point->x;
    }
}

static void
find_turns (EtpEmotionCurve *curve, double height)
{
  g_autofree EtpCurvePoint *line = g_new (EtpCurvePoint, curve->points->len);
  guint n = 0;

  for (guint i = 0; i < curve->points->len; i++)
    {
      const EtpEmotionPoint *point = &g_array_index (curve->points, EtpEmotionPoint, i);

      if (!isnan (point->value))
        line[n++] = (EtpCurvePoint){ point->x, etp_curve_value_to_y (point->value, height) };
    }
  for (guint i = 0, k = 0; i < curve->points->len; i++)
    {
      EtpEmotionPoint *point = &g_array_index (curve->points, EtpEmotionPoint, i);

      if (!isnan (point->value))
        point->turn = (guint8) etp_curve_get_turn (line, n, k++);
    }
}

/* Names, colours and shapes: known personas in the journey's order, then the others as they come. */
static void
dress_curves (Builder *self)
{
  EtpNodeList *personas = etp_journey_get_list (self->map->journey, ETP_LIST_PERSONAS);
  guint n = etp_node_list_get_length (personas), n_unknown = 0;
  const char *focus = self->map->options->persona;
  gboolean has_focus = focus != NULL && g_hash_table_contains (self->by_id, focus);

  for (guint i = 0; i < self->lane->curves->len; i++)
    {
      EtpEmotionCurve *curve = g_ptr_array_index (self->lane->curves, i);
      EtpNode *node = etp_journey_get_node (self->map->journey, curve->id);
      guint index;

      if (node != NULL && curve->id[0] != '\0' && etp_node_get_list (node) == ETP_LIST_PERSONAS)
        {
          curve->persona = node;
          index = etp_node_list_get_index (personas, node);
          curve->name = etp_node_get_text (node, ETP_PERSONA_NAME);
        }
      else
        {
          index = n + n_unknown++;
          curve->name = curve->id;
        }
      if (curve->name[0] == '\0')
        curve->name = etp_words_get (self->map->language, ETP_WORD_PERSONA);
      curve->shape = index;
      curve->color = etp_style_get_persona (
          self->map->style, index,
          curve->persona != NULL ? etp_node_get_text (curve->persona, ETP_PERSONA_COLOR) : "");
      curve->faded = has_focus && g_strcmp0 (curve->id, focus) != 0;
    }
}

static int
compare_curves (gconstpointer a, gconstpointer b)
{
  const EtpEmotionCurve *left = *(EtpEmotionCurve *const *) a;
  const EtpEmotionCurve *right = *(EtpEmotionCurve *const *) b;

  if (left->faded != right->faded)
    return left->faded - right->faded;
  return left->shape < right->shape ? -1 : left->shape > right->shape;
}

static guint64
get_look (const EtpEmotionCurve *curve)
{
  guint64 stamp = etp_stamp_text (curve->color, curve->id);

  stamp = etp_stamp_text (stamp, curve->name);
  stamp = etp_stamp_mix (stamp, curve->shape);
  return etp_stamp_mix (stamp, (guint64) curve->faded);
}

static double
get_height (EtpMap *map, EtpRow *row)
{
  double wanted = etp_node_get_number (row->lane, ETP_LANE_HEIGHT);

  return isnan (wanted) ? map->metrics->emotion_height : MAX (wanted, map->metrics->emotion_height);
}

/* Whose curve alone the lane shows; NULL: all, also where the persona that it names is not there. */
static const char *
get_bound_persona (EtpMap *map, EtpRow *row)
{
  const char *id = etp_node_get_text (row->lane, ETP_LANE_PERSONA);
  EtpNode *persona = id[0] != '\0' ? etp_journey_get_node (map->journey, id) : NULL;

  return persona != NULL && etp_node_get_list (persona) == ETP_LIST_PERSONAS ? id : NULL;
}

EtpEmotionLane *
etp_emotion_lane_new (EtpMap *map, EtpRow *row)
{
  EtpEmotionLane *lane = g_new0 (EtpEmotionLane, 1);
  Builder builder = { map, lane, g_hash_table_new (g_str_hash, g_str_equal),
                      get_bound_persona (map, row) };

  lane->curves = g_ptr_array_new_with_free_func ((GDestroyNotify) curve_free);
  lane->height = get_height (map, row);
  add_steps (&builder);
  dress_curves (&builder);
  g_hash_table_unref (builder.by_id);

  g_ptr_array_sort (lane->curves, compare_curves);
  if (lane->curves->len > ETP_EMOTION_MAX_CURVES)
    g_ptr_array_set_size (lane->curves, ETP_EMOTION_MAX_CURVES);
  lane->stamp = etp_stamp_number (lane->curves->len, lane->height);
  lane->stamp = etp_stamp_mix (lane->stamp, map->options->to_be != FALSE);
  for (guint i = 0; i < lane->curves->len; i++)
    {
      EtpEmotionCurve *curve = g_ptr_array_index (lane->curves, i);

      curve->shape = etp_sign_get_shape (curve->shape);
      curve->ghost_point = G_MAXUINT;
      etp_emotion_line_make (&curve->as_is, curve->points, lane->height, ETP_EMOTION_AS_IS);
      etp_emotion_line_make (&curve->to_be, curve->points, lane->height, ETP_EMOTION_TO_BE);
      if (map->options->ghost != NULL)
        etp_emotion_line_make (&curve->ghost, curve->points, lane->height, ETP_EMOTION_GHOST);
      thin_points (curve, map->metrics->point_radius);
      find_turns (curve, lane->height);
      curve->stamp = get_look (curve);
      lane->stamp = etp_stamp_mix (lane->stamp, curve->stamp);
    }
  if (map->options->ghost != NULL && map->options->ghost_name != NULL)
    etp_emotion_name_ghost (lane);
  return lane;
}

void
etp_emotion_curve_get_range (const EtpEmotionCurve *self, guint column, guint *first, guint *end)
{
  const EtpEmotionPoint *points = (const EtpEmotionPoint *) (gpointer) self->points->data;
  guint low = 0, high = self->points->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (points[middle].column < column)
        low = middle + 1;
      else
        high = middle;
    }
  *first = low;
  while (low < self->points->len && points[low].column == column)
    low++;
  *end = low;
}

EtpRect
etp_emotion_point_get_spread (const EtpEmotionPoint *self, double height)
{
  double top = etp_curve_value_to_y (self->high, height) - SPREAD_WIDTH / 2;
  double bottom = etp_curve_value_to_y (self->low, height) + SPREAD_WIDTH / 2;

  return (EtpRect){ self->x - SPREAD_WIDTH / 2, top, SPREAD_WIDTH, bottom - top };
}

void
etp_map_get_piece (EtpMap *map, const EtpColumn *column, double *x0, double *x1)
{
  double half = map->metrics->phase_gap / 2;

  *x0 = column->x - half;
  *x1 = column->x + column->width + half;
}
