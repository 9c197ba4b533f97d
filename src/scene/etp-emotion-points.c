/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-emotion-signs.h"
#include "etp-signs.h"

#include <math.h>

#include "model/etp-format.h"

/* The points of the curves in one column, each an item with its number, feeling and star, and the
 * personas' names at the curves' ends. */

#define REACH 12.0 /* half the bounds of a point: what a finger hits */
#define RING 2.5

/* The outline of a point's shape round the origin of the item; half: its left side only. */
static void
trace_shape (EtpDraft *draft, guint shape, double r, gboolean half)
{
  const double k = 0.5522847498 * r; /* a quarter of a circle as a cubic */
  const double c = REACH, s = r * 0.9, d = r * 1.25, t = r * 1.3;

  etp_draft_move_to (draft, c,
                     shape == 1   ? c - s
                     : shape == 2 ? c - d
                     : shape == 3 ? c - t
                                  : c - r);
  switch (shape)
    {
    case 1:
      etp_draft_line_to (draft, c - s, c - s);
      etp_draft_line_to (draft, c - s, c + s);
      etp_draft_line_to (draft, half ? c : c + s, c + s);
      if (!half)
        etp_draft_line_to (draft, c + s, c - s);
      break;
    case 2:
      etp_draft_line_to (draft, c - d, c);
      etp_draft_line_to (draft, c, c + d);
      if (!half)
        etp_draft_line_to (draft, c + d, c);
      break;
    case 3:
      etp_draft_line_to (draft, c - t * 0.95, c + t * 0.65);
      etp_draft_line_to (draft, half ? c : c + t * 0.95, c + t * 0.65);
      break;
    default:
      etp_draft_curve_to (draft, c - k, c - r, c - r, c - k, c - r, c);
      etp_draft_curve_to (draft, c - r, c + k, c - k, c + r, c, c + r);
      if (half)
        break;
      etp_draft_curve_to (draft, c + k, c + r, c + r, c + k, c + r, c);
      etp_draft_curve_to (draft, c + r, c - k, c + k, c - r, c, c - r);
      break;
    }
  etp_draft_close (draft);
}

static EtpRgba
get_color (EtpEmotionBoard *self, const EtpEmotionCurve *curve)
{
  return curve->faded ? etp_rgba_mix (curve->color, self->column->tint, 0.45) : curve->color;
}

static void
draw_shape (EtpEmotionBoard *self, const EtpEmotionSign *sign, EtpDraft *draft)
{
  EtpRgba color = get_color (self, sign->curve);
  EtpRgba inside = etp_style_get_color (self->map->style, ETP_COLOR_CARD);
  double r = self->map->metrics->point_radius - RING / 2;

  trace_shape (draft, sign->curve->shape, r, FALSE);
  etp_draft_fill (draft, sign->point->evidence == ETP_EVIDENCE_MEASURED ? color : inside,
                  ETP_FILL_SOLID);
  if (sign->point->evidence == ETP_EVIDENCE_OBSERVED)
    {
      trace_shape (draft, sign->curve->shape, r, TRUE);
      etp_draft_fill (draft, color, ETP_FILL_SOLID);
    }
  trace_shape (draft, sign->curve->shape, r, FALSE);
  etp_draft_stroke (draft, color, RING, ETP_STROKE_SOLID);
}

static char *
format_value (EtpMap *map, double value)
{
  g_autofree char *number = etp_format_number (fabs (value), 1, map->language);

  if (fabs (value) < 0.05)
    return g_strdup ("0");
  return g_strconcat (value < 0 ? "−" : "+", number, NULL);
}

/* "begeistert, +1,6"; with several curves the persona stands before it. */
static char *
dup_note (EtpEmotionBoard *self, const EtpEmotionSign *sign)
{
  const char *feeling = etp_value_get_text (sign->point->emotion, ETP_EMOTION_FEELING);
  g_autofree char *value = format_value (self->map, sign->point->value);
  GString *note = g_string_new (NULL);

  if (self->lane->curves->len > 1)
    g_string_append_printf (note, "%s: ", sign->curve->name);
  if (feeling[0] != '\0')
    g_string_append_printf (note, "%s, ", feeling);
  g_string_append (note, value);
  if (sign->is_starred)
    g_string_append_printf (note, ", %s",
                            etp_words_get (self->map->language, ETP_WORD_MOMENT_OF_TRUTH));
  return g_string_free (note, FALSE);
}

static void
name_point (EtpEmotionBoard *self, const EtpEmotionSign *sign, EtpDraft *draft)
{
  const char *title = etp_node_get_text (sign->point->place->card, ETP_CARD_TITLE);
  g_autofree char *name = title[0] != '\0'
                              ? g_strdup (title)
                              : g_strconcat (etp_words_get (self->map->language, ETP_WORD_STEP),
                                             " ", sign->number, NULL);
  g_autofree char *note = dup_note (self, sign);

  etp_draft_set_node (draft, etp_node_get_id (sign->point->place->card), ETP_CARD_EMOTIONS,
                      sign->curve->id);
  etp_draft_set_place (draft, ETP_LAYER_FRONT, ETP_PIN_NONE,
                       ETP_CAN_FOCUS | ETP_CAN_EDIT | ETP_CAN_MOVE);
  etp_draft_set_name (draft, name);
  etp_draft_set_note (draft, note);
}

static guint64
mix_rect (guint64 stamp, const EtpEmotionSign *sign, const EtpRect *rect)
{
  if (rect->width == 0)
    return etp_stamp_mix (stamp, 0);
  stamp = etp_stamp_number (stamp, rect->x - sign->x);
  stamp = etp_stamp_number (stamp, rect->y - sign->y);
  return etp_stamp_number (stamp, rect->width);
}

static guint64
get_stamp (EtpEmotionBoard *self, const EtpEmotionSign *sign)
{
  guint64 stamp = etp_stamp_mix (self->map->stamp, sign->curve->stamp);

  stamp = etp_stamp_mix (stamp, etp_node_get_stamp (sign->point->place->card));
  stamp = etp_stamp_number (stamp, sign->point->value);
  stamp = etp_stamp_text (stamp, etp_value_get_text (sign->point->emotion, ETP_EMOTION_FEELING));
  stamp = etp_stamp_mix (stamp,
                         (guint64) sign->point->evidence << 1 | (self->lane->curves->len > 1));
  stamp = etp_stamp_mix (stamp, self->column->tint);
  stamp = etp_stamp_text (stamp, sign->number);
  stamp = etp_stamp_mix (stamp, (guint64) sign->is_starred << 1 | (guint64) sign->is_backed);
  stamp = mix_rect (stamp, sign, &sign->star_at);
  stamp = mix_rect (stamp, sign, &sign->number_at);
  return mix_rect (stamp, sign, &sign->pill_at);
}

static void
draw_labels (EtpEmotionBoard *self, const EtpEmotionSign *sign, double x, double y, EtpDraft *draft)
{
  EtpStyle *style = self->map->style;
  double line = etp_style_get_line_height (style, ETP_TYPE_SMALL_STRONG);
  const EtpRect *at = &sign->number_at;

  if (at->width > 0 && sign->is_backed)
    etp_draft_box (draft, (EtpRect){ at->x - x - 2, at->y - y, at->width + 4, at->height }, 5,
                   self->column->tint, 0, 0);
  if (at->width > 0)
    etp_draft_text (draft, at->x - x, at->y - y + (at->height - line) / 2, 0, sign->number,
                    ETP_TYPE_SMALL_STRONG, etp_style_get_color (style, ETP_COLOR_DIM),
                    ETP_ALIGN_START);
  at = &sign->pill_at;
  if (at->width > 0)
    {
      EtpRect box = { at->x - x, at->y - y, at->width, at->height };
      gboolean is_long = box.height > line + 6;

      etp_draft_set_detail (draft, ETP_DETAIL_BARS, FALSE);
      etp_draft_box (draft, box, MIN (box.height, line + 6) / 2, sign->curve->color, 0, 0);
      etp_draft_set_detail (draft, ETP_DETAIL_TITLES, FALSE);
      etp_draft_text (draft, box.x + (is_long ? ETP_EMOTION_PILL_PADDING : box.width / 2),
                      box.y + 3, is_long ? box.width - 2 * ETP_EMOTION_PILL_PADDING : 0,
                      etp_value_get_text (sign->point->emotion, ETP_EMOTION_FEELING),
                      ETP_TYPE_SMALL_STRONG, etp_rgba_ink_on (sign->curve->color),
                      ETP_ALIGN_CENTER);
    }
  at = &sign->star_at;
  if (at->width > 0)
    etp_sign_star (draft, style, (EtpRect){ at->x - x, at->y - y, at->width, at->height });
}

static void
add_point (EtpEmotionBoard *self, const EtpEmotionSign *sign, EtpCellDraft *cell)
{
  const char *id = etp_node_get_id (sign->point->place->card);
  guint64 stamp = get_stamp (self, sign);
  EtpItem *item = etp_cell_draft_reuse (cell, ETP_ITEM_POINT, id, sign->curve->id, stamp);
  double x = sign->x - REACH, y = sign->y - REACH;

  if (item == NULL)
    {
      EtpDraft *draft = etp_draft_new (ETP_ITEM_POINT, self->map->style, self->map->measurer);

      name_point (self, sign, draft);
      draw_shape (self, sign, draft);
      draw_labels (self, sign, x, y, draft);
      item = etp_draft_finish (draft, 2 * REACH, 2 * REACH, stamp);
    }
  etp_cell_draft_add (cell, item, x, y);
}

/* The persona's name where its curve ends. */
static void
add_end_name (EtpEmotionBoard *self, guint index, EtpCellDraft *cell)
{
  const EtpEmotionCurve *curve = g_ptr_array_index (self->lane->curves, index);
  const EtpRect *rect = &self->names[index];
  guint64 stamp = etp_stamp_mix (self->map->stamp, curve->stamp);
  EtpItem *item;

  if (rect->width == 0)
    return;
  stamp = etp_stamp_number (etp_stamp_mix (stamp, self->column->tint), rect->width);
  item = etp_cell_draft_reuse (cell, ETP_ITEM_LABEL, NULL, curve->id, stamp);
  if (item == NULL)
    {
      EtpDraft *draft = etp_draft_new (ETP_ITEM_LABEL, self->map->style, self->map->measurer);

      etp_draft_set_node (draft, NULL, -1, curve->id);
      etp_draft_set_place (draft, ETP_LAYER_FRONT, ETP_PIN_NONE, 0);
      etp_draft_text (draft, 0, 0, rect->width + 2, curve->name, ETP_TYPE_SMALL_STRONG,
                      get_color (self, curve), ETP_ALIGN_START);
      item = etp_draft_finish (draft, rect->width, rect->height, stamp);
    }
  etp_cell_draft_add (cell, item, rect->x, rect->y);
}

void
etp_emotion_build_points (EtpMap *map,
                          const EtpEmotionLane *lane,
                          const EtpColumn *column,
                          EtpCellDraft *cell)
{
  EtpEmotionBoard board;

  etp_emotion_board_init (&board, map, lane, column);
  for (guint i = lane->curves->len; i-- > 0;)
    add_end_name (&board, i, cell);
  /* From left to right for the keyboard, the strongest curve's points above the others. */
  for (guint i = lane->curves->len; i-- > 0;)
    for (guint k = 0; k < board.signs->len; k++)
      {
        const EtpEmotionSign *sign = &g_array_index (board.signs, EtpEmotionSign, k);

        if (sign->curve == g_ptr_array_index (lane->curves, i))
          add_point (&board, sign, cell);
      }
  etp_emotion_board_clear (&board);
}
