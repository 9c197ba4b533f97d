/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-channels.h"

/* The names of the channels lane: at the left in its head, at the right within the last column, and
 * the personas' at the ends of their paths. */

#define EDGE 8.0
#define NAME_PADDING 5.0
#define ICON_SIZE 15.0
#define NAME_SPACE 28.0 /* kept free before a name that repeats its track's */

/* A label of the last column; adds it where it is, returns nothing. */
static void
add_end_label (EtpMap *map,
               EtpColumn *column,
               const char *id,
               const char *sub,
               const char *text,
               EtpType type,
               EtpRgba ink,
               EtpRect at,
               EtpCellDraft *cell)
{
  guint64 stamp = etp_stamp_mix (etp_stamp_mix (map->stamp, column->tint), ink);
  EtpItem *item;

  stamp = etp_stamp_number (etp_stamp_text (stamp, text), at.width);
  item = etp_cell_draft_reuse (cell, ETP_ITEM_LABEL, id, sub, stamp);
  if (item == NULL)
    {
      EtpDraft *draft = etp_draft_new (ETP_ITEM_LABEL, map->style, map->measurer);

      etp_draft_set_node (draft, id, id != NULL ? ETP_CHANNEL_NAME : -1, sub);
      etp_draft_box (draft, (EtpRect){ 0, 0, at.width, at.height }, 4, column->tint, 0, 0);
      etp_draft_text (draft, NAME_PADDING, 0, 0, text, type, ink, ETP_ALIGN_START);
      item = etp_draft_finish (draft, at.width, at.height, stamp);
    }
  etp_cell_draft_add (cell, item, at.x - column->x, at.y);
}

/* Whose path it is, where it ends: hue alone does not say it. */
static void
add_path_name (EtpMap *map,
               EtpColumn *column,
               const EtpChannelPath *path,
               EtpPlacer *placer,
               EtpCellDraft *cell)
{
  double line = etp_style_get_line_height (map->style, ETP_TYPE_SMALL_STRONG);
  double width, side, down, x, y;
  const EtpLeg *last;
  EtpRect at;

  if (path->name == NULL || path->name[0] == '\0' || path->legs->len == 0)
    return;
  last = &g_array_index (path->legs, EtpLeg, path->legs->len - 1);
  x = last->x1;
  y = last->y1;
  if (x < column->x)
    return;
  width = etp_measurer_get_width (map->measurer, path->name,
                                  etp_style_get_font (map->style, ETP_TYPE_SMALL_STRONG))
          + 2 * NAME_PADDING;
  side = ETP_CHANNELS_STOP_RADIUS + width / 2 + 1;
  down = ETP_CHANNELS_STOP_RADIUS + line / 2 + 4;
  {
    EtpCandidate candidates[] = { { x + side, y, 0 },
                                  { x + side, y + line, 4 },
                                  { x + side, y - line, 5 },
                                  { x, y + down, 10 },
                                  { x, y + down + line, 14 },
                                  { x + side, y + 2 * line, 16 },
                                  { x, y - down - line, 20 },
                                  { x + side, y - 2 * line, 20 },
                                  { x, y + down + 2 * line, 24 },
                                  { x, y - down - 2 * line, 30 } };

    if (etp_placer_choose (placer, width, line, candidates, G_N_ELEMENTS (candidates), &at)
        >= ETP_PLACER_BOX)
      return;
  }
  etp_placer_add_box (placer, at);
  add_end_label (map, column, NULL, path->persona, path->name, ETP_TYPE_SMALL_STRONG,
                 path->faded ? etp_style_get_color (map->style, ETP_COLOR_DIM) : path->color, at,
                 cell);
}

/* What hand-overs put into a column: signs and words, also those of the column before. */
static void
add_handovers (const EtpChannelsLane *lane, EtpPlacer *placer)
{
  double r = ETP_CHANNELS_SIGN_RADIUS;

  for (guint i = 0; i < lane->handovers->len; i++)
    {
      const EtpHandover *handover = g_ptr_array_index (lane->handovers, i);

      etp_placer_add_box (placer, (EtpRect){ handover->x - r, handover->y - r, 2 * r, 2 * r });
      etp_placer_add_box (placer, handover->label);
    }
}

/* A name that crowds a stop, a path or words is left out: it stands at the other end already. */
static void
add_track_name (
    EtpMap *map, EtpColumn *column, const EtpTrack *track, EtpPlacer *placer, EtpCellDraft *cell)
{
  const char *name = etp_node_get_text (track->channel, ETP_CHANNEL_NAME);
  EtpFont font = etp_style_get_font (map->style, ETP_TYPE_SMALL);
  double line = etp_style_get_line_height (map->style, ETP_TYPE_SMALL);
  double width = etp_measurer_get_width (map->measurer, name, font) + 2 * NAME_PADDING;
  double wide = width + NAME_SPACE;
  EtpCandidate candidate = { column->x + column->width - EDGE - wide / 2, track->y, 0 };
  EtpRect at;

  if (width > column->width / 2
      || etp_placer_choose (placer, wide, line, &candidate, 1, &at) >= ETP_PLACER_BAD)
    return;
  at.x += NAME_SPACE;
  at.width = width;
  etp_placer_add_box (placer, at);
  add_end_label (map, column, etp_node_get_id (track->channel), NULL, name, ETP_TYPE_SMALL,
                 etp_style_get_color (map->style, ETP_COLOR_DIM), at, cell);
}

/* The names once more where the tracks end, as far as the last column has room beside the path. */
void
etp_channels_lane_add_end_names (EtpMap *map,
                                 const EtpChannelsLane *lane,
                                 EtpColumn *column,
                                 EtpCellDraft *cell)
{
  guint index = (guint) (column - map->columns);
  EtpPlacer placer;

  etp_placer_init (&placer,
                   (EtpRect){ column->x + EDGE, 0, column->width - 2 * EDGE, lane->height }, 2);
  etp_channels_lane_add_obstacles (map, lane, index, &placer);
  add_handovers (lane, &placer);
  for (guint i = 0; i < lane->paths->len; i++)
    add_path_name (map, column, g_ptr_array_index (lane->paths, i), &placer, cell);
  for (guint i = 0; i < lane->tracks->len; i++)
    add_track_name (map, column, &g_array_index (lane->tracks, EtpTrack, i), &placer, cell);
  etp_placer_clear (&placer);
}

/* The channels' names where the tracks begin, and the two groups' captions. */
double
etp_channels_lane_build_head (EtpMap *map, EtpRow *row, EtpDraft *head, double y)
{
  const EtpChannelsLane *lane = row->data;
  double right = map->metrics->lane_head_width - 14;
  double line = etp_style_get_line_height (map->style, ETP_TYPE_SMALL);
  EtpRgba dim = etp_style_get_color (map->style, ETP_COLOR_DIM);

  for (guint i = 0; i < lane->tracks->len; i++)
    {
      const EtpTrack *track = &g_array_index (lane->tracks, EtpTrack, i);
      const char *name = etp_node_get_text (track->channel, ETP_CHANNEL_NAME);
      EtpIcon icon = etp_icon_from_name (etp_node_get_text (track->channel, ETP_CHANNEL_ICON));
      double width = ETP_CHANNELS_NAME_WIDTH, half;
      g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (EtpTextLine));

      etp_measurer_break_lines (map->measurer, name,
                                etp_style_get_font (map->style, ETP_TYPE_SMALL), width, lines);
      half = MAX (map->metrics->channel_spacing, lines->len * line + 4) / 2;
      if (lane->is_grouped && (i == 0 || track->is_offline != (track - 1)->is_offline))
        etp_draft_text (head, right, track->y - half - line, 0,
                        etp_words_get (map->language, track->is_offline ? ETP_WORD_CHANNEL_OFFLINE
                                                                        : ETP_WORD_CHANNEL_ONLINE),
                        ETP_TYPE_SMALL_STRONG, dim, ETP_ALIGN_END);
      etp_draft_icon (
          head, icon,
          (EtpRect){ right - ICON_SIZE, track->y - ICON_SIZE / 2, ICON_SIZE, ICON_SIZE }, dim);
      etp_draft_text (head, right - ICON_SIZE - 7 - width, track->y - lines->len * line / 2, width,
                      name, ETP_TYPE_SMALL, etp_style_get_color (map->style, ETP_COLOR_INK),
                      ETP_ALIGN_END);
    }
  return MAX (y, lane->height);
}
