/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-channels.h"

#include "etp-emotion.h"
#include "etp-signs.h"
#include "etp-stack.h"

/* The channels lane draws the network that etp-channels-plan.c laid out: faint tracks, the
 * customer's path as a metro line, a stop for each step, and signs with words where a hand-over
 * breaks. */

#define PATH_WIDTH 3.5
#define FADED_WIDTH 2.0
#define RING 2.5

static void
channels_prepare (EtpMap *map, EtpRow *row)
{
  EtpChannelsLane *lane = etp_channels_lane_new (map, row);

  row->data = lane;
  row->data_free = (GDestroyNotify) etp_channels_lane_free;
  row->stamp = etp_stamp_mix (row->stamp, lane->stamp);
}

static guint64
mix_legs (guint64 stamp, const EtpChannelPath *path, double x0, double x1)
{
  for (guint i = etp_channel_path_find_leg (path, x0); i < path->legs->len; i++)
    {
      const EtpLeg *leg = &g_array_index (path->legs, EtpLeg, i);

      if (leg->x0 >= x1)
        break;
      stamp = etp_stamp_number (stamp, leg->x0 - x0);
      stamp = etp_stamp_number (stamp, leg->x1 - x0);
      stamp = etp_stamp_number (stamp, leg->y0);
      stamp = etp_stamp_number (stamp, leg->y1);
      stamp = etp_stamp_number (stamp, leg->x_switch - x0);
      stamp = etp_stamp_number (stamp, leg->radius);
    }
  return etp_stamp_mix (stamp, path->color);
}

static guint64
mix_handover (guint64 stamp, const EtpHandover *handover, double x0)
{
  stamp = etp_stamp_text (stamp, handover->text);
  stamp = etp_stamp_mix (stamp,
                         (guint64) handover->is_broken << 1 | (guint64) handover->has_leader);
  stamp = etp_stamp_number (stamp, handover->x - x0);
  stamp = etp_stamp_number (stamp, handover->y);
  stamp = etp_stamp_number (stamp, handover->leader_y);
  stamp = etp_stamp_number (stamp, handover->label.x - x0);
  stamp = etp_stamp_number (stamp, handover->label.y);
  return etp_stamp_number (stamp, handover->label.width);
}

static guint64
mix_step (guint64 stamp, const EtpChannelsLane *lane, const EtpChannelStep *step)
{
  stamp = etp_stamp_mix (stamp, etp_node_get_stamp (step->place->card));
  stamp = etp_stamp_mix (stamp, (guint64) step->place->step_phase << 32 | step->place->step_index);
  stamp = etp_stamp_mix (stamp, step->paths);
  for (guint i = 0; i < step->n; i++)
    stamp = etp_stamp_number (stamp, etp_channels_lane_get_stop (lane, step, i)->y);
  return stamp;
}

static guint64
channels_stamp (EtpMap *map, EtpRow *row, EtpColumn *column)
{
  const EtpChannelsLane *lane = row->data;
  guint index = (guint) (column - map->columns), first, end;
  guint64 stamp = etp_stamp_mix (lane->stamp, (index == 0) | (index + 1 == map->n_columns) << 1);
  double x0, x1;

  etp_map_get_piece (map, column, &x0, &x1);
  etp_channels_lane_get_range (lane, index, &first, &end);
  for (guint i = first; i < end; i++)
    {
      const EtpChannelStep *step = &g_array_index (lane->steps, EtpChannelStep, i);

      stamp = etp_stamp_number (mix_step (stamp, lane, step), step->x - x0);
    }
  /* The neighbours decide whether there is room for numbers. */
  if (first > 0 && first < end)
    stamp = etp_stamp_number (stamp, g_array_index (lane->steps, EtpChannelStep, first - 1).x - x0);
  if (end < lane->steps->len && first < end)
    stamp = etp_stamp_number (stamp, g_array_index (lane->steps, EtpChannelStep, end).x - x0);
  for (guint i = 0; i < lane->paths->len; i++)
    stamp = mix_legs (stamp, g_ptr_array_index (lane->paths, i), x0, x1);
  for (guint i = 0; i < lane->handovers->len; i++)
    {
      const EtpHandover *handover = g_ptr_array_index (lane->handovers, i);

      /* Words that reach into the last column take room from the names there. */
      if (handover->column == index
          || (index + 1 == map->n_columns && handover->label.x + handover->label.width > x0))
        stamp = mix_handover (stamp, handover, x0);
    }
  return stamp;
}

static void
add_tracks (EtpMap *map, EtpRow *row, EtpColumn *column, EtpCellDraft *cell)
{
  const EtpChannelsLane *lane = row->data;
  guint64 stamp = etp_stamp_mix (map->stamp, lane->stamp);
  double x0, x1;
  EtpItem *item;

  etp_map_get_piece (map, column, &x0, &x1);
  /* They end with the last band. */
  if (column + 1 == map->columns + map->n_columns)
    x1 = column->x + column->width;
  stamp = etp_stamp_number (stamp, x1 - x0);
  item = etp_cell_draft_reuse (cell, ETP_ITEM_AXIS, NULL, NULL, stamp);
  if (item == NULL)
    {
      EtpDraft *draft = etp_draft_new (ETP_ITEM_AXIS, map->style, map->measurer);

      etp_draft_set_place (draft, ETP_LAYER_BACK, ETP_PIN_NONE, 0);
      for (guint i = 0; i < lane->tracks->len; i++)
        {
          double y = g_array_index (lane->tracks, EtpTrack, i).y;

          etp_draft_move_to (draft, 0, y);
          etp_draft_line_to (draft, x1 - x0, y);
        }
      etp_draft_stroke (draft, etp_style_get_color (map->style, ETP_COLOR_TRACK), 1,
                        ETP_STROKE_SOLID);
      item = etp_draft_finish (draft, x1 - x0, lane->height, stamp);
    }
  etp_cell_draft_add (cell, item, x0 - column->x, 0);
}

static void
add_path (
    EtpMap *map, EtpRow *row, EtpColumn *column, const EtpChannelPath *path, EtpCellDraft *cell)
{
  const EtpChannelsLane *lane = row->data;
  EtpRgba color = path->faded ? etp_rgba_mix (path->color, column->tint, 0.45) : path->color;
  guint64 stamp = etp_stamp_mix (map->stamp, color);
  double x0, x1;
  EtpItem *item;

  etp_map_get_piece (map, column, &x0, &x1);
  stamp = etp_stamp_number (etp_stamp_number (stamp, x1 - x0), lane->height);
  stamp = mix_legs (stamp, path, x0, x1);
  item = etp_cell_draft_reuse (cell, ETP_ITEM_LINE, NULL, path->persona, stamp);
  if (item == NULL)
    {
      EtpDraft *draft = etp_draft_new (ETP_ITEM_LINE, map->style, map->measurer);

      etp_draft_set_node (draft, NULL, -1, path->persona);
      etp_channel_path_trace (path, x0, x1, draft);
      etp_draft_stroke (draft, color, path->faded ? FADED_WIDTH : PATH_WIDTH, ETP_STROKE_SOLID);
      item = etp_draft_finish (draft, x1 - x0, lane->height, stamp);
    }
  etp_cell_draft_add (cell, item, x0 - column->x, 0);
}

/* "Telefon", "Telefon, E-Mail" */
static char *
dup_channels (const EtpChannelsLane *lane, const EtpChannelStep *step)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < step->n; i++)
    {
      const EtpTrack *track = etp_channels_lane_get_stop (lane, step, i);

      g_string_append (text, i > 0 ? ", " : "");
      g_string_append (text, etp_node_get_text (track->channel, ETP_CHANNEL_NAME));
    }
  return g_string_free (text, FALSE);
}

/* The paths that come by, from the first to the last of them. */
static void
get_shifts (const EtpChannelsLane *lane,
            const EtpChannelStep *step,
            double *low,
            double *high,
            EtpRgba *color)
{
  gboolean found = FALSE;

  *low = *high = 0;
  *color = 0;
  for (guint i = 0; i < lane->paths->len; i++)
    {
      const EtpChannelPath *path = g_ptr_array_index (lane->paths, i);

      if ((step->paths & 1u << i) == 0)
        continue;
      *low = found ? *low : path->shift;
      *high = path->shift;
      *color = found ? 0 : path->color;
      found = TRUE;
    }
}

static void
draw_stops (EtpMap *map,
            const EtpChannelsLane *lane,
            const EtpChannelStep *step,
            EtpDraft *draft,
            double top,
            double middle)
{
  double r = ETP_CHANNELS_STOP_RADIUS - RING / 2, low, high, first, last;
  EtpRgba inside = etp_style_get_color (map->style, ETP_COLOR_CARD), color;

  get_shifts (lane, step, &low, &high, &color);
  if (color == 0)
    color = etp_style_get_color (map->style, ETP_COLOR_PATH);
  first = last = etp_channels_lane_get_stop (lane, step, 0)->y;
  for (guint i = 1; i < step->n; i++)
    {
      double y = etp_channels_lane_get_stop (lane, step, i)->y;

      first = MIN (first, y);
      last = MAX (last, y);
    }
  if (first < last)
    etp_draft_line (draft, middle, first - top, middle, last - top, color, RING, ETP_STROKE_SOLID);
  for (guint i = step->n; i-- > 0;)
    {
      double y = etp_channels_lane_get_stop (lane, step, i)->y - top;

      /* The path comes by at the first one; there it covers all paths. */
      if (i == 0)
        etp_draft_box (draft, (EtpRect){ middle - r, y + low - r, 2 * r, high - low + 2 * r }, r,
                       inside, color, RING);
      else
        etp_draft_circle (draft, middle, y, r - 1.5, inside, color, RING);
    }
}

static void
add_stop (EtpMap *map, EtpRow *row, EtpColumn *column, guint index, EtpCellDraft *cell)
{
  const EtpChannelsLane *lane = row->data;
  const EtpChannelStep *step = &g_array_index (lane->steps, EtpChannelStep, index);
  const char *id = etp_node_get_id (step->place->card);
  double r = ETP_CHANNELS_STOP_RADIUS + 2, top, bottom, x = step->x - column->x - r;
  char number[24];
  EtpRect at = etp_channels_lane_get_number (map, lane, index, number, sizeof number);
  guint64 stamp = mix_step (etp_stamp_mix (map->stamp, lane->stamp), lane, step);
  EtpItem *item;

  etp_channels_lane_get_extent (lane, step, &top, &bottom);
  stamp = etp_stamp_number (stamp, at.width);
  item = etp_cell_draft_reuse (cell, ETP_ITEM_STOP, id, NULL, stamp);
  if (item == NULL)
    {
      EtpDraft *draft = etp_draft_new (ETP_ITEM_STOP, map->style, map->measurer);
      const char *title = etp_node_get_text (step->place->card, ETP_CARD_TITLE);
      g_autofree char *channels = dup_channels (lane, step);
      g_autofree char *name = title[0] != '\0'
                                  ? g_strdup (title)
                                  : g_strconcat (etp_words_get (map->language, ETP_WORD_STEP), " ",
                                                 number, NULL);

      etp_draft_set_node (draft, id, ETP_CARD_CHANNELS, NULL);
      etp_draft_set_place (draft, ETP_LAYER_FRONT, ETP_PIN_NONE, ETP_CAN_FOCUS | ETP_CAN_EDIT);
      etp_draft_set_name (draft, name);
      etp_draft_set_note (draft, channels);
      draw_stops (map, lane, step, draft, top, r);
      if (at.width > 0)
        etp_draft_text (draft, r, at.y - top, 0, number, ETP_TYPE_SMALL_STRONG,
                        etp_style_get_color (map->style, ETP_COLOR_DIM), ETP_ALIGN_CENTER);
      item = etp_draft_finish (draft, 2 * r, bottom - top, stamp);
    }
  etp_cell_draft_add (cell, item, x, top);
}

static void
draw_handover (EtpMap *map, const EtpHandover *handover, EtpDraft *draft, double r)
{
  EtpRgba ink = etp_style_get_color (map->style,
                                     handover->is_broken ? ETP_COLOR_PAIN_INK : ETP_COLOR_DIM);
  EtpRgba surface = etp_style_get_color (map->style, handover->is_broken ? ETP_COLOR_PAIN_SURFACE
                                                                         : ETP_COLOR_CARD);
  EtpRect box = handover->label;
  double cross = r * 0.36;

  box.x -= handover->x - r;
  box.y -= handover->y - r;
  if (handover->has_leader)
    etp_draft_line (draft, r, MAX (2 * r, handover->leader_y - handover->y + r), r, box.y, ink, 1,
                    ETP_STROKE_SOLID);
  etp_draft_box (draft, box, 7, surface, handover->is_broken ? 0 : ink, 1);
  etp_draft_text (draft, box.x + ETP_CHANNELS_LABEL_PADDING, box.y + ETP_CHANNELS_LABEL_PADDING / 2,
                  box.width - 2 * ETP_CHANNELS_LABEL_PADDING, handover->text, ETP_TYPE_SMALL_STRONG,
                  ink, ETP_ALIGN_START);
  if (!handover->is_broken)
    {
      etp_sign_friction (draft, r, r, r, ink, surface);
      return;
    }
  etp_draft_circle (draft, r, r, r - 1, surface, ink, 2);
  etp_draft_move_to (draft, r - cross, r - cross);
  etp_draft_line_to (draft, r + cross, r + cross);
  etp_draft_move_to (draft, r + cross, r - cross);
  etp_draft_line_to (draft, r - cross, r + cross);
  etp_draft_stroke (draft, ink, 2, ETP_STROKE_SOLID);
}

static void
add_handover (EtpMap *map, EtpColumn *column, const EtpHandover *handover, EtpCellDraft *cell)
{
  const char *id = etp_node_get_id (handover->link);
  double r = ETP_CHANNELS_SIGN_RADIUS;
  guint64 stamp = mix_handover (map->stamp, handover, handover->x);
  EtpItem *item;

  stamp = etp_stamp_number (stamp, handover->label.height);
  item = etp_cell_draft_reuse (cell, ETP_ITEM_LINK, id, NULL, stamp);
  if (item == NULL)
    {
      EtpDraft *draft = etp_draft_new (ETP_ITEM_LINK, map->style, map->measurer);

      etp_draft_set_node (draft, id, -1, NULL);
      etp_draft_set_place (draft, ETP_LAYER_FRONT, ETP_PIN_NONE, ETP_CAN_FOCUS | ETP_CAN_EDIT);
      etp_draft_set_name (draft, etp_words_get (map->language, handover->is_broken
                                                                   ? ETP_WORD_CONTINUITY_BROKEN
                                                                   : ETP_WORD_CONTINUITY_FRICTION));
      etp_draft_set_note (draft, handover->text);
      draw_handover (map, handover, draft, r);
      item = etp_draft_finish (draft, 2 * r, 2 * r, stamp);
    }
  etp_cell_draft_add (cell, item, handover->x - column->x - r, handover->y - r);
}

static void
channels_build (EtpMap *map, EtpRow *row, EtpColumn *column, EtpCellDraft *cell)
{
  const EtpChannelsLane *lane = row->data;
  guint index = (guint) (column - map->columns), first, end;

  etp_cell_draft_grow (cell, lane->height);
  if (lane->tracks->len == 0)
    {
      etp_map_build_prompt (map, row, column, cell);
      return;
    }
  add_tracks (map, row, column, cell);
  for (guint i = lane->paths->len; i-- > 0;)
    add_path (map, row, column, g_ptr_array_index (lane->paths, i), cell);
  if (index + 1 == map->n_columns && !column->collapsed)
    etp_channels_lane_add_end_names (map, row->data, column, cell);
  etp_channels_lane_get_range (lane, index, &first, &end);
  for (guint i = first; i < end; i++)
    if (g_array_index (lane->steps, EtpChannelStep, i).n > 0)
      add_stop (map, row, column, i, cell);
  for (guint i = 0; i < lane->handovers->len; i++)
    {
      const EtpHandover *handover = g_ptr_array_index (lane->handovers, i);

      if (handover->column == index)
        add_handover (map, column, handover, cell);
    }
}

const EtpLaneClass etp_lane_channels = {
  .kind = ETP_LANE_KIND_CHANNELS,
  .icon = ETP_ICON_CHANNELS,
  .prepare = channels_prepare,
  .stamp = channels_stamp,
  .build = channels_build,
  .build_head = etp_channels_lane_build_head,
};
