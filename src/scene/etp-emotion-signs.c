/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-emotion-signs.h"
#include "etp-lane-cells.h"

#include <math.h>

/* Where step numbers, feelings and stars stand beside the points of one column. Everything stays
 * within the column, so that no other column has a say in it. Typical 3 points in a column, at
 * most some twenty for each curve: the rest is thinned out. */

#define PILL_MOST 240.0 /* wide; what is longer is broken into lines */
#define LEAST_PILL 40.0
#define PILL_GAP 6.0
#define STAR_SIZE 17.0
#define STAR_REACH 12.0 /* of it that must stay free */
#define EDGE 5.0 /* between labels and the column's edges */
#define CLEARANCE 2.0
#define SAMPLE 6.0
#define LEAST_NUMBER_SPACING 22.0
#define NAME_REACH 12.0
#define N_NEAR 9 /* candidates for a number right at its point */
#define SHARED_NUMBER 70.0
#define FEW_CURVES 3 /* more need their names before any feeling speaks */

static double
get_width (EtpMap *map, const char *text, EtpType type)
{
  return etp_measurer_get_width (map->measurer, text, etp_style_get_font (map->style, type));
}

double
etp_signs_get_pill_height (EtpMap *map)
{
  return etp_style_get_line_height (map->style, ETP_TYPE_SMALL_STRONG) + 6;
}

/* Where a line runs in the column, as short straight segments for the placer. */
static void
add_line (EtpEmotionBoard *self, const EtpEmotionLine *line, double cost)
{
  double x0, x1, x_before = 0, y_before = 0;
  gboolean has_before = FALSE;

  if (line->n < 2)
    return;
  etp_placer_begin_line (&self->placer);
  etp_map_get_piece (self->map, self->column, &x0, &x1);
  x0 = MAX (x0, line->knots[0].x);
  x1 = MIN (x1, line->knots[line->n - 1].x);
  for (double x = x0; x < x1 + SAMPLE; x += SAMPLE)
    {
      double here = MIN (x, x1);
      guint next = etp_curve_find_first (line->knots, line->n, here);
      double y = etp_curve_get_y (line->knots, line->slopes, line->n, here);

      if (has_before && next > 0 && !line->broken[next - 1])
        etp_placer_add_segment (&self->placer, x_before - self->column->x, y_before,
                                here - self->column->x, y, cost);
      has_before = TRUE;
      x_before = here;
      y_before = y;
    }
}

static void
add_signs (EtpEmotionBoard *self, const EtpEmotionCurve *curve)
{
  double reach = self->map->metrics->point_radius + 1;
  guint first, end;

  etp_emotion_curve_get_range (curve, (guint) (self->column - self->map->columns), &first, &end);
  for (guint i = first; i < end; i++)
    {
      const EtpEmotionPoint *point = &g_array_index (curve->points, EtpEmotionPoint, i);
      EtpEmotionSign sign = { .curve = curve, .point = point };

      if (!point->shown)
        continue;
      sign.x = point->x - self->column->x;
      sign.y = etp_curve_value_to_y (point->value, self->lane->height);
      sign.is_starred = etp_node_get_boolean (point->place->card, ETP_CARD_MOMENT_OF_TRUTH);
      g_snprintf (sign.number, sizeof sign.number, "%u.%u", point->place->step_phase,
                  point->place->step_index);
      etp_placer_add_box (&self->placer,
                          (EtpRect){ sign.x - reach, sign.y - reach, 2 * reach, 2 * reach });
      sign.top = sign.y - reach + 1;
      sign.bottom = sign.y + reach - 1;
      if (!isnan (point->low))
        {
          EtpRect spread = etp_emotion_point_get_spread (point, self->lane->height);

          spread.x -= self->column->x;
          sign.top = MIN (sign.top, spread.y);
          sign.bottom = MAX (sign.bottom, spread.y + spread.height);
          etp_placer_add_box (&self->placer, spread);
        }
      g_array_append_val (self->signs, sign);
    }
}

/* The moment is the step's, not the persona's: one star, at the strongest curve that has it. */
static void
choose_stars (EtpEmotionBoard *self)
{
  for (guint i = 0; i < self->signs->len; i++)
    {
      EtpEmotionSign *sign = &g_array_index (self->signs, EtpEmotionSign, i);

      for (guint k = 0; k < i && sign->is_starred; k++)
        sign->is_starred = g_array_index (self->signs, EtpEmotionSign, k).point->place
                           != sign->point->place;
    }
}

static void
place_star (EtpEmotionBoard *self, EtpEmotionSign *sign)
{
  /* Beside the point, with the star's own arms allowed to reach into the clearance. */
  double near = self->map->metrics->point_radius + 3 + STAR_REACH / 2, slant = near * 0.7;
  double overhang = (STAR_SIZE - STAR_REACH) / 2;
  double up = sign->top - sign->y - 3 - STAR_REACH / 2;
  double down = sign->bottom - sign->y + 3 + STAR_REACH / 2;
  EtpCandidate candidates[] = {
    { sign->x + near, sign->y, 0 },          { sign->x + slant, sign->y + up, 2 },
    { sign->x + slant, sign->y + down, 3 },  { sign->x - slant, sign->y + up, 4 },
    { sign->x - slant, sign->y + down, 5 },  { sign->x - near, sign->y, 6 },
    { sign->x, sign->y + up, 30 },           { sign->x, sign->y + down, 30 },
    { sign->x + near + 8, sign->y - 9, 40 }, { sign->x + near + 8, sign->y + 9, 40 },
    { sign->x - near - 8, sign->y - 9, 44 }, { sign->x - near - 8, sign->y + 9, 44 },
  };
  EtpRect rect;

  if (!sign->is_starred)
    return;
  /* A star may touch its own curve, as it stands at the point; it is small and has an outline. */
  if (etp_placer_choose (&self->placer, STAR_REACH, STAR_REACH, candidates,
                         G_N_ELEMENTS (candidates), &rect)
      >= 2 * ETP_PLACER_BOX)
    return;
  etp_placer_add_box (&self->placer, rect);
  sign->star_at = (EtpRect){ rect.x - overhang, rect.y - overhang, STAR_SIZE, STAR_SIZE };
}

/* TRUE where a label lies between the neutral line and the strongest curve below it. */
static gboolean
is_hatched (EtpEmotionBoard *self, EtpRect rect)
{
  const EtpEmotionCurve *curve = g_ptr_array_index (self->lane->curves, 0);
  double x = self->column->x + rect.x + rect.width / 2;

  return curve->as_is.n > 0 && rect.y + rect.height > etp_curve_value_to_y (0, self->lane->height)
         && rect.y < etp_curve_get_y (curve->as_is.knots, curve->as_is.slopes, curve->as_is.n, x);
}

/* TRUE where a number of the same step stands near: points above each other share it. */
static gboolean
has_number (EtpEmotionBoard *self, const EtpEmotionSign *sign)
{
  for (guint i = 0; i < self->signs->len; i++)
    {
      const EtpEmotionSign *other = &g_array_index (self->signs, EtpEmotionSign, i);

      if (other->point->place == sign->point->place && other->number_at.width > 0
          && fabs (other->y - sign->y) < SHARED_NUMBER)
        return TRUE;
    }
  return FALSE;
}

static void
place_number (EtpEmotionBoard *self, EtpEmotionSign *sign, guint most)
{
  double width = get_width (self->map, sign->number, ETP_TYPE_SMALL_STRONG);
  double height = etp_style_get_line_height (self->map->style, ETP_TYPE_SMALL_STRONG) - 2;
  double radius = self->map->metrics->point_radius;
  double up = sign->top - height / 2 - 3, down = sign->bottom + height / 2 + 3;
  double side = radius + width / 2 + 4, slant = side * 0.75;
  /* A pill stands on the outer side of a turn, the number on the inner one. */
  gboolean above = sign->point->turn == ETP_TURN_VALLEY;
  double near = above ? up : down, far = above ? down : up;
  EtpCandidate candidates[] = {
    { sign->x, near, 0 },
    { sign->x - slant, near - (above ? -4 : 4), 4 },
    { sign->x + slant, near - (above ? -4 : 4), 5 },
    { sign->x, far, 12 },
    { sign->x - slant, far + (above ? -4 : 4), 14 },
    { sign->x + slant, far + (above ? -4 : 4), 15 },
    { sign->x + side, sign->y, 20 },
    { sign->x - side, sign->y, 21 },
    { sign->x, near + (above ? -10 : 10), 22 },
    { sign->x, far + (above ? 10 : -10), 30 },
    { sign->x, near + (above ? -20 : 20), 36 },
    { sign->x, far + (above ? 20 : -20), 42 },
    { sign->x - side, near, 30 },
    { sign->x + side, near, 31 },
    { sign->x - side, far, 34 },
    { sign->x + side, far, 35 },
    { sign->x, near + (above ? -32 : 32), 60 },
    { sign->x, far + (above ? 32 : -32), 64 },
  };
  EtpRect rect;
  double cost;

  if (has_number (self, sign))
    return;
  cost = etp_placer_choose (&self->placer, width, height, candidates,
                            MIN (most, G_N_ELEMENTS (candidates)), &rect);
  if (cost >= ETP_PLACER_BAD)
    return;
  sign->number_at = rect;
  sign->is_backed = cost >= ETP_PLACER_FAINT || is_hatched (self, rect);
  etp_placer_add_box (&self->placer, rect);
}

static double
get_pill_y (const EtpEmotionSign *sign, double direction, double away)
{
  return direction < 0 ? sign->top - away : sign->bottom + away;
}

static void
place_pill (EtpEmotionBoard *self, EtpEmotionSign *sign)
{
  const char *feeling = etp_value_get_text (sign->point->emotion, ETP_EMOTION_FEELING);
  double most = MIN (PILL_MOST, self->placer.area.width) - 2 * ETP_EMOTION_PILL_PADDING;
  double text = get_width (self->map, feeling, ETP_TYPE_SMALL_STRONG);
  double width = MIN (text, most) + 2 * ETP_EMOTION_PILL_PADDING;
  double height =
      etp_signs_get_pill_height (self->map)
      + (text <= most ? 0
                      : etp_map_get_text_height (self->map, feeling, ETP_TYPE_SMALL_STRONG, most)
                            - etp_style_get_line_height (self->map->style, ETP_TYPE_SMALL_STRONG));
  double away = PILL_GAP + height / 2;
  double out = sign->point->turn == ETP_TURN_PEAK                       ? -1
               : sign->point->turn == ETP_TURN_VALLEY                   ? 1
               : sign->y < etp_curve_value_to_y (0, self->lane->height) ? -1
                                                                        : 1;
  static const double steps[] = { 0, 6, 12, 18, 26, 36 };
  static const double shifts[] = { 0, -0.3, 0.3, -0.55, 0.55 };
  EtpCandidate candidates[2 * G_N_ELEMENTS (steps) * G_N_ELEMENTS (shifts)];
  guint n = 0;
  EtpRect rect;

  if (feeling[0] == '\0' || sign->curve->faded || most < LEAST_PILL
      || (self->map->options->few_feelings && sign->point->turn == ETP_TURN_NONE))
    return;
  for (guint side = 0; side < 2; side++)
    for (guint step = 0; step < G_N_ELEMENTS (steps); step++)
      for (guint shift = 0; shift < G_N_ELEMENTS (shifts); shift++)
        candidates[n++] =
            (EtpCandidate){ sign->x + shifts[shift] * width,
                            get_pill_y (sign, side == 0 ? out : -out, away + steps[step]),
                            side * 70 + steps[step] * 1.5 + fabs (shifts[shift]) * 24 };
  if (etp_placer_choose (&self->placer, width, height, candidates, n, &rect) >= ETP_PLACER_BAD)
    return;
  sign->pill_at = rect;
  etp_placer_add_box (&self->placer, rect);
}

/* A persona's name where its curve ends, when there is more than one curve; none without room. */
static void
place_name (EtpEmotionBoard *self, const EtpEmotionCurve *curve, EtpRect *rect)
{
  const EtpEmotionLine *line = curve->as_is.n > 0 ? &curve->as_is : &curve->to_be;
  double height = etp_style_get_line_height (self->map->style, ETP_TYPE_SMALL_STRONG);
  double width = MIN (get_width (self->map, curve->name, ETP_TYPE_SMALL_STRONG),
                      self->placer.area.width);
  double x, y, side = NAME_REACH + width / 2 + 2, up = NAME_REACH + height / 2 + 2;

  if (line->n == 0)
    return;
  x = line->knots[line->n - 1].x - self->column->x;
  y = line->knots[line->n - 1].y;
  if (x < 0 || x > self->column->width)
    return;
  {
    EtpCandidate candidates[] = {
      { x + side, y, 0 },
      { x + side, y - 12, 8 },
      { x + side, y + 12, 8 },
      { x, y - up, 20 },
      { x, y + up, 20 },
      { x, y - up - 20, 40 },
      { x, y + up + 20, 40 },
      { x, y - up - 34, 55 },
      { x, y + up + 34, 55 },
      { x - side, y - up - 10, 60 },
      { x - side, y + up + 10, 60 },
      { x + side, y - 24, 70 },
      { x + side, y + 24, 70 },
    };
    EtpRect at;

    /* A name over other words would make both unreadable; over a line it may stand. */
    if (etp_placer_choose (&self->placer, width, height, candidates, G_N_ELEMENTS (candidates), &at)
        >= ETP_PLACER_BOX)
      return;
    *rect = at;
  }
  etp_placer_add_box (&self->placer, *rect);
}

/* TRUE where some points have no room for a sign, or signs none for numbers. */
static gboolean
is_crowded (EtpEmotionBoard *self)
{
  for (guint i = 0; i < self->lane->curves->len; i++)
    {
      const EtpEmotionCurve *curve = g_ptr_array_index (self->lane->curves, i);
      double last = -G_MAXDOUBLE;
      guint first, end;

      etp_emotion_curve_get_range (curve, (guint) (self->column - self->map->columns), &first,
                                   &end);
      for (; first < end; first++)
        {
          const EtpEmotionPoint *point = &g_array_index (curve->points, EtpEmotionPoint, first);

          if (isnan (point->value))
            continue;
          if (!point->shown || point->x - last < LEAST_NUMBER_SPACING)
            return TRUE;
          last = point->x;
        }
    }
  return FALSE;
}

/* In a crowd only the best and the worst feeling speak. */
static void
place_extremes (EtpEmotionBoard *self)
{
  EtpEmotionSign *best = NULL, *worst = NULL;

  for (guint i = 0; i < self->signs->len; i++)
    {
      EtpEmotionSign *sign = &g_array_index (self->signs, EtpEmotionSign, i);

      if (etp_value_get_text (sign->point->emotion, ETP_EMOTION_FEELING)[0] == '\0')
        continue;
      if (best == NULL || sign->y < best->y)
        best = sign;
      if (worst == NULL || sign->y > worst->y)
        worst = sign;
    }
  if (best != NULL)
    place_pill (self, best);
  if (worst != NULL && worst != best)
    place_pill (self, worst);
}

static void
place_names (EtpEmotionBoard *self)
{
  for (guint i = 0; i < self->lane->curves->len && self->lane->curves->len > 1; i++)
    place_name (self, g_ptr_array_index (self->lane->curves, i), &self->names[i]);
}

static void
place_labels (EtpEmotionBoard *self)
{
  gboolean many = self->lane->curves->len > FEW_CURVES;

  choose_stars (self);
  if (is_crowded (self))
    {
      place_names (self);
      place_extremes (self);
      return;
    }
  for (guint i = 0; i < self->signs->len; i++)
    place_star (self, &g_array_index (self->signs, EtpEmotionSign, i));
  if (many)
    place_names (self);
  for (guint i = 0; i < self->signs->len; i++)
    place_pill (self, &g_array_index (self->signs, EtpEmotionSign, i));
  if (!many)
    place_names (self);
  for (guint i = 0; i < self->signs->len; i++)
    place_number (self, &g_array_index (self->signs, EtpEmotionSign, i), N_NEAR);
  /* Each step shows its number somewhere, if need be farther away. */
  for (guint i = 0; i < self->signs->len; i++)
    place_number (self, &g_array_index (self->signs, EtpEmotionSign, i), G_MAXUINT);
}

void
etp_emotion_board_init (EtpEmotionBoard *self,
                        EtpMap *map,
                        const EtpEmotionLane *lane,
                        const EtpColumn *column)
{
  *self = (EtpEmotionBoard){ .map = map, .lane = lane, .column = column };
  self->signs = g_array_new (FALSE, FALSE, sizeof (EtpEmotionSign));
  etp_placer_init (&self->placer, (EtpRect){ EDGE, 0, column->width - 2 * EDGE, lane->height },
                   CLEARANCE);
  for (guint i = 0; i < lane->curves->len; i++)
    {
      const EtpEmotionCurve *curve = g_ptr_array_index (lane->curves, i);

      add_line (self, &curve->as_is, curve->faded ? ETP_PLACER_FAINT : ETP_PLACER_LINE);
      add_line (self, &curve->to_be, curve->faded ? ETP_PLACER_FAINT / 4 : ETP_PLACER_FAINT);
      add_signs (self, curve);
    }
  place_labels (self);
}

void
etp_emotion_board_clear (EtpEmotionBoard *self)
{
  etp_placer_clear (&self->placer);
  g_clear_pointer (&self->signs, g_array_unref);
}
