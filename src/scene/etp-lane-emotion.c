/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-emotion.h"
#include "etp-lane-cells.h"
#include "etp-stack.h"

#include <math.h>

/* The emotion lane: in each column a ground (neutral line, the area between it and the strongest
 * curve, the spread of a room's ratings), then one piece of each curve, then the points. Pieces
 * are split exactly where columns meet, in the middle of the gap. */

#define FADED_WIDTH 2.5
#define CROWD 6.0 /* map units a step */
#define CROWD_WIDTH 1.6
#define TO_BE_WIDTH 2.2
#define GHOST_WIDTH 2.0
#define GHOST_SHARE 0.65 /* of its own colour */
#define GHOST_NAME_GAP 4.0
#define AREA_TINT 0.12
#define SPREAD_TINT 0.16
#define SPREAD_EDGE 0.5
#define HATCH_ALPHA 0.55
/* The hatch runs on from column to column where the grounds' origins are whole periods apart. */
#define HATCH_PERIOD 8.0
#define LONE_TARGET 22.0 /* length of a target that has no neighbour */
#define FACE_SIZE 18.0
#define FACE_SPACE 30.0 /* at the right of the head */

static void
emotion_prepare (EtpMap *map, EtpRow *row)
{
  EtpEmotionLane *lane = etp_emotion_lane_new (map, row);

  row->data = lane;
  row->data_free = (GDestroyNotify) etp_emotion_lane_free;
  row->stamp = etp_stamp_mix (row->stamp, lane->stamp);
}

/* Knots of a piece and two beyond at each side: what its shape depends on. */
static guint64
mix_line (guint64 stamp, const EtpEmotionLine *line, double x0, double x1)
{
  guint first = etp_curve_find_first (line->knots, line->n, x0);
  guint end = etp_curve_find_first (line->knots, line->n, x1);

  first = first > 2 ? first - 2 : 0;
  end = MIN (end + 2, line->n);
  for (guint i = first; i < end; i++)
    {
      stamp = etp_stamp_number (stamp, line->knots[i].x - x0);
      stamp = etp_stamp_number (stamp, line->knots[i].y);
      stamp = etp_stamp_mix (stamp, line->broken[i]);
    }
  return etp_stamp_mix (stamp, line->n == 0 ? 0 : end == line->n);
}

/* Where the earlier state's name stands, if that is in this piece. */
static const EtpEmotionPoint *
get_named_point (const EtpEmotionCurve *curve, double x0, double x1)
{
  const EtpEmotionPoint *point;

  if (curve->ghost_point == G_MAXUINT)
    return NULL;
  point = &g_array_index (curve->points, EtpEmotionPoint, curve->ghost_point);
  return point->x >= x0 && point->x < x1 ? point : NULL;
}

static guint64
mix_ghost (guint64 stamp, const EtpEmotionCurve *curve, double x0, double x1)
{
  const EtpEmotionPoint *named = get_named_point (curve, x0, x1);

  stamp = mix_line (stamp, &curve->ghost, x0, x1);
  return named == NULL ? stamp : etp_stamp_number (stamp, named->ghost - named->value);
}

static guint64
mix_points (guint64 stamp, const EtpEmotionCurve *curve, const EtpColumn *column, guint index)
{
  guint first, end;

  etp_emotion_curve_get_range (curve, index, &first, &end);
  for (guint i = first; i < end; i++)
    {
      const EtpEmotionPoint *point = &g_array_index (curve->points, EtpEmotionPoint, i);

      if (point->place == NULL)
        continue;
      stamp = etp_stamp_mix (stamp, etp_node_get_stamp (point->place->card));
      stamp = etp_stamp_mix (stamp,
                             (guint64) point->place->step_phase << 32 | point->place->step_index);
      stamp = etp_stamp_number (stamp, point->x - column->x);
      /* The node's stamp does not know of a preview. */
      stamp = etp_stamp_number (etp_stamp_number (stamp, point->value), point->target);
      stamp = etp_stamp_text (stamp, etp_value_get_text (point->emotion, ETP_EMOTION_FEELING));
      stamp = etp_stamp_mix (stamp, (guint64) point->turn << 1 | point->shown);
    }
  return stamp;
}

static guint64
emotion_stamp (EtpMap *map, EtpRow *row, EtpColumn *column)
{
  const EtpEmotionLane *lane = row->data;
  guint index = (guint) (column - map->columns);
  double x0, x1;
  guint64 stamp = etp_stamp_mix (lane->stamp, (index == 0) | (index + 1 == map->n_columns) << 1);

  etp_map_get_piece (map, column, &x0, &x1);
  stamp = etp_stamp_number (stamp, x0 - floor (x0 / HATCH_PERIOD) * HATCH_PERIOD);
  for (guint i = 0; i < lane->curves->len; i++)
    {
      const EtpEmotionCurve *curve = g_ptr_array_index (lane->curves, i);

      stamp = mix_line (stamp, &curve->as_is, x0, x1);
      stamp = mix_line (stamp, &curve->to_be, x0, x1);
      stamp = mix_ghost (stamp, curve, x0, x1);
      stamp = mix_points (stamp, curve, column, index);
    }
  return stamp;
}

/* The parts of a line over x0 … x1, split where they cross the neutral line. */
static GArray *
collect_parts (const EtpEmotionLine *line, double x0, double x1, double neutral)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (EtpBezier));
  guint i = etp_curve_find_first (line->knots, line->n, x0);

  for (i = i > 0 ? i - 1 : 0; i + 1 < line->n && line->knots[i].x < x1; i++)
    {
      EtpBezier part, rest;
      double x;

      if (line->knots[i + 1].x <= x0)
        continue;
      part = etp_curve_get_segment (line->knots, line->slopes, i);
      part = etp_bezier_split (&part, x0, x1);
      if (etp_bezier_find_x (&part, neutral, &x))
        {
          rest = etp_bezier_split (&part, x, x1);
          part = etp_bezier_split (&part, x0, x);
          g_array_append_val (parts, part);
          part = rest;
        }
      g_array_append_val (parts, part);
    }
  return parts;
}

static gboolean
is_above (const EtpBezier *part, double neutral)
{
  return part->p[0].y + part->p[3].y < 2 * neutral;
}

/* The area between the strongest curve and the neutral line: a tint above it, a hatch below. */
static void
draw_area (EtpDraft *draft,
           const EtpEmotionCurve *curve,
           double x0,
           double x1,
           double origin,
           double neutral,
           EtpStyle *style)
{
  g_autoptr (GArray) parts = collect_parts (&curve->as_is, x0, x1, neutral);
  EtpRgba tint = etp_rgba_with_alpha (curve->color, AREA_TINT);
  EtpRgba hatch = etp_rgba_with_alpha (etp_style_get_color (style, ETP_COLOR_WARM_HATCH),
                                       HATCH_ALPHA);

  for (guint i = 0; i < parts->len; i++)
    {
      const EtpBezier *part = &g_array_index (parts, EtpBezier, i);
      gboolean above = is_above (part, neutral);

      if (i == 0 || is_above (part - 1, neutral) != above)
        {
          etp_draft_move_to (draft, part->p[0].x - origin, neutral);
          etp_draft_line_to (draft, part->p[0].x - origin, part->p[0].y);
        }
      etp_draft_curve_to (draft, part->p[1].x - origin, part->p[1].y, part->p[2].x - origin,
                          part->p[2].y, part->p[3].x - origin, part->p[3].y);
      if (i + 1 == parts->len || is_above (part + 1, neutral) != above)
        {
          etp_draft_line_to (draft, part->p[3].x - origin, neutral);
          etp_draft_close (draft);
          etp_draft_fill (draft, above ? tint : hatch, above ? ETP_FILL_SOLID : ETP_FILL_HATCH);
        }
    }
}

/* From the lowest to the highest vote of a room. */
static void
draw_spread (EtpDraft *draft,
             const EtpEmotionLane *lane,
             const EtpEmotionCurve *curve,
             guint column,
             double x0)
{
  double weight = curve->faded ? 0.5 : 1;
  EtpRgba tint = etp_rgba_with_alpha (curve->color, SPREAD_TINT * weight);
  EtpRgba edge = etp_rgba_with_alpha (curve->color, SPREAD_EDGE * weight);
  guint first, end;

  etp_emotion_curve_get_range (curve, column, &first, &end);
  for (guint i = first; i < end; i++)
    {
      const EtpEmotionPoint *point = &g_array_index (curve->points, EtpEmotionPoint, i);
      EtpRect rect;

      if (!point->shown || isnan (point->low))
        continue;
      rect = etp_emotion_point_get_spread (point, lane->height);
      rect.x -= x0;
      etp_draft_box (draft, rect, rect.width / 2, tint, edge, 1.25);
    }
}

static void
add_ground (EtpMap *map, EtpRow *row, EtpColumn *column, EtpCellDraft *cell)
{
  const EtpEmotionLane *lane = row->data;
  guint index = (guint) (column - map->columns);
  guint64 stamp = etp_stamp_mix (etp_stamp_mix (map->stamp, column->tint), lane->stamp);
  double neutral = etp_curve_value_to_y (0, lane->height);
  double x0, x1, origin, end;
  EtpDraft *draft;
  EtpItem *item;

  etp_map_get_piece (map, column, &x0, &x1);
  origin = floor (x0 / HATCH_PERIOD) * HATCH_PERIOD;
  end = column + 1 == map->columns + map->n_columns ? column->x + column->width : x1;
  stamp = etp_stamp_number (etp_stamp_number (stamp, x1 - x0), x0 - origin);
  stamp = etp_stamp_number (stamp, end - origin);
  for (guint i = 0; i < lane->curves->len; i++)
    {
      const EtpEmotionCurve *curve = g_ptr_array_index (lane->curves, i);

      stamp = mix_line (stamp, &curve->as_is, x0, x1);
      stamp = mix_points (stamp, curve, column, index);
    }
  item = etp_cell_draft_reuse (cell, ETP_ITEM_AXIS, NULL, NULL, stamp);
  if (item == NULL)
    {
      draft = etp_draft_new (ETP_ITEM_AXIS, map->style, map->measurer);
      etp_draft_set_place (draft, ETP_LAYER_BACK, ETP_PIN_NONE, 0);
      if (lane->curves->len > 0)
        draw_area (draft, g_ptr_array_index (lane->curves, 0), x0, x1, origin, neutral, map->style);
      etp_draft_line (draft, x0 - origin, neutral, end - origin, neutral,
                      etp_style_get_color (map->style, ETP_COLOR_TRACK), 1, ETP_STROKE_DASHED);
      for (guint i = lane->curves->len; i-- > 0;)
        draw_spread (draft, lane, g_ptr_array_index (lane->curves, i), index, origin);
      item = etp_draft_finish (draft, x1 - origin, lane->height, stamp);
    }
  etp_cell_draft_add (cell, item, origin - column->x, 0);
}

/* Targets that have no neighbour to draw a line to. */
static void
draw_lone_targets (EtpDraft *draft, const EtpEmotionLine *line, double x0, double x1)
{
  for (guint i = etp_curve_find_first (line->knots, line->n, x0);
       i < line->n && line->knots[i].x < x1; i++)
    {
      double x = line->knots[i].x - x0, y = line->knots[i].y;

      if ((i > 0 && !line->broken[i - 1]) || (i + 1 < line->n && !line->broken[i]))
        continue;
      etp_draft_move_to (draft, x - LONE_TARGET / 2, y);
      etp_draft_line_to (draft, x + LONE_TARGET / 2, y);
    }
}

/* Where hundreds of steps crowd, a strong line would be a blot. */
static double
get_width (EtpMap *map, const EtpEmotionCurve *curve, double x0, double x1)
{
  const EtpEmotionLine *line = &curve->as_is;
  guint n = etp_curve_find_first (line->knots, line->n, x1)
            - etp_curve_find_first (line->knots, line->n, x0);

  if (n * CROWD > x1 - x0)
    return CROWD_WIDTH;
  return curve->faded ? FADED_WIDTH : map->metrics->curve_width;
}

/* Cut to the width where it is longer. */
static char *
dup_short (EtpDraft *draft, const char *text, double width)
{
  double whole = etp_draft_text_width (draft, text, ETP_TYPE_SMALL);
  glong n = g_utf8_strlen (text, -1);
  g_autofree char *start = NULL;

  if (whole <= width)
    return g_strdup (text);
  start = g_utf8_substring (text, 0, MAX (0, (glong) ((double) n * width / whole) - 3));
  return g_strconcat (start, "…", NULL);
}

/* The name stands on the side of the line where today's curve is not. */
static void
draw_ghost_name (
    EtpMap *map, EtpDraft *draft, const EtpEmotionPoint *point, double x0, double x1, double height)
{
  g_autofree char *name = dup_short (draft, map->options->ghost_name, x1 - x0);
  double line = etp_style_get_line_height (map->style, ETP_TYPE_SMALL);
  double width = MIN (etp_draft_text_width (draft, name, ETP_TYPE_SMALL), x1 - x0);
  double x = CLAMP (point->x - x0 - width / 2, 0, x1 - x0 - width);
  double y = etp_curve_value_to_y (point->ghost, height);

  y += point->ghost > point->value ? -line - GHOST_NAME_GAP : GHOST_NAME_GAP;
  etp_draft_text (draft, x, CLAMP (y, 0, height - line), 0, name, ETP_TYPE_SMALL,
                  etp_style_get_color (map->style, ETP_COLOR_DIM), ETP_ALIGN_START);
}

/* How it was: thin, dashed and faint, with the state's name. */
static void
draw_ghost (EtpMap *map,
            EtpDraft *draft,
            const EtpEmotionCurve *curve,
            EtpRgba color,
            double x0,
            double x1,
            double height)
{
  const EtpEmotionPoint *named = get_named_point (curve, x0, x1);

  etp_emotion_line_trace (&curve->ghost, x0, x1, draft);
  etp_draft_stroke (draft, color, GHOST_WIDTH, ETP_STROKE_DASHED);
  if (named != NULL)
    draw_ghost_name (map, draft, named, x0, x1, height);
}

static void
add_curve (
    EtpMap *map, EtpRow *row, EtpColumn *column, const EtpEmotionCurve *curve, EtpCellDraft *cell)
{
  const EtpEmotionLane *lane = row->data;
  EtpRgba color = curve->faded ? etp_rgba_mix (curve->color, column->tint, 0.45) : curve->color;
  guint64 stamp = etp_stamp_mix (etp_stamp_mix (map->stamp, curve->stamp), column->tint);
  double x0, x1;
  EtpDraft *draft;
  EtpItem *item;

  etp_map_get_piece (map, column, &x0, &x1);
  stamp = etp_stamp_number (etp_stamp_number (stamp, x1 - x0), lane->height);
  stamp = mix_line (mix_line (stamp, &curve->as_is, x0, x1), &curve->to_be, x0, x1);
  stamp = mix_ghost (stamp, curve, x0, x1);
  item = etp_cell_draft_reuse (cell, ETP_ITEM_CURVE, NULL, curve->id, stamp);
  if (item == NULL)
    {
      draft = etp_draft_new (ETP_ITEM_CURVE, map->style, map->measurer);
      etp_draft_set_node (draft, NULL, -1, curve->id);
      etp_draft_set_name (draft, curve->name);
      if (curve->ghost.n > 0 && !curve->faded)
        draw_ghost (map, draft, curve, etp_rgba_mix (curve->color, column->tint, GHOST_SHARE), x0,
                    x1, lane->height);
      if (!curve->faded)
        {
          etp_emotion_line_trace (&curve->to_be, x0, x1, draft);
          draw_lone_targets (draft, &curve->to_be, x0, x1);
          etp_draft_stroke (draft, color, TO_BE_WIDTH, ETP_STROKE_DOTTED);
        }
      etp_emotion_line_trace (&curve->as_is, x0, x1, draft);
      etp_draft_stroke (draft, color, get_width (map, curve, x0, x1), ETP_STROKE_SOLID);
      item = etp_draft_finish (draft, x1 - x0, lane->height, stamp);
    }
  etp_cell_draft_add (cell, item, x0 - column->x, 0);
}

static void
emotion_build (EtpMap *map, EtpRow *row, EtpColumn *column, EtpCellDraft *cell)
{
  const EtpEmotionLane *lane = row->data;

  etp_cell_draft_grow (cell, lane->height);
  add_ground (map, row, column, cell);
  for (guint i = lane->curves->len; i-- > 0;)
    add_curve (map, row, column, g_ptr_array_index (lane->curves, i), cell);
  if (lane->curves->len == 0)
    etp_map_build_prompt (map, row, column, cell);
  if (column->collapsed)
    return;
  if (map->options->to_be)
    etp_emotion_build_targets (map, lane, column, cell);
  etp_emotion_build_points (map, lane, column, cell);
}

/* A label of the scale, its end at x, around the height of its value but not above top; long ones
 * are broken. */
static void
draw_label (EtpMap *map, EtpDraft *head, double x, double middle, double top, const char *label)
{
  EtpFont font = etp_style_get_font (map->style, ETP_TYPE_AXIS);
  double height = etp_style_get_line_height (map->style, ETP_TYPE_AXIS);
  EtpRgba dim = etp_style_get_color (map->style, ETP_COLOR_DIM);

  if (etp_measurer_get_width (map->measurer, label, font) <= x)
    {
      etp_draft_text (head, x, middle - height / 2, 0, label, ETP_TYPE_AXIS, dim, ETP_ALIGN_END);
      return;
    }
  height = etp_map_get_text_height (map, label, ETP_TYPE_AXIS, x);
  etp_draft_text (head, 0, MAX (middle - height / 2, top), x, label, ETP_TYPE_AXIS, dim,
                  ETP_ALIGN_END);
}

/* Faces with signs, or with the journey's own words, at −2 … +2; the labels of a scale go from
 * the worst to the best. */
static double
emotion_build_head (EtpMap *map, EtpRow *row, EtpDraft *head, double y)
{
  static const char *const signs[] = { "− −", "−", "0", "+", "+ +" };
  const EtpEmotionLane *lane = row->data;
  EtpValue *scale = etp_node_get_value (ETP_NODE (map->journey), ETP_JOURNEY_EMOTION_SCALE);
  double right = map->metrics->lane_head_width - 14;
  double line = etp_style_get_line_height (map->style, ETP_TYPE_AXIS);
  EtpRgba dim = etp_style_get_color (map->style, ETP_COLOR_DIM);

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      double middle = etp_curve_value_to_y ((double) i - 2, lane->height);
      const char *label = signs[i];

      if (scale != NULL && i < etp_value_get_length (scale, ETP_EMOTION_SCALE_LABELS))
        label = etp_record_get_text_at (etp_value_record (scale), ETP_EMOTION_SCALE_LABELS, i);
      etp_draft_icon (head, ETP_ICON_FACE_VERY_SAD + i,
                      (EtpRect){ right - FACE_SIZE, middle - FACE_SIZE / 2, FACE_SIZE, FACE_SIZE },
                      dim);
      /* A long name or a bound persona may reach down to the first face: then it speaks alone. */
      if (middle - line / 2 < y - 8)
        continue;
      draw_label (map, head, right - FACE_SIZE - 8, middle, y - 6, label);
    }
  return lane->height;
}

const EtpLaneClass etp_lane_emotion = {
  .kind = ETP_LANE_KIND_EMOTION,
  .icon = ETP_ICON_EMOTION,
  .prepare = emotion_prepare,
  .stamp = emotion_stamp,
  .build = emotion_build,
  .build_head = emotion_build_head,
  .head_space = FACE_SPACE,
};
