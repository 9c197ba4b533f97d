/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-emotion.h"

/* A blueprint's lines across all phases: of interaction, of visibility, of internal interaction.
 * Each has its own stroke, so that they are told apart without reading; none is dotted, because
 * dots mean to-be. The head names the line, at its left end. */

#define HEIGHT 20.0
#define MIDDLE 13.0 /* where the name's letters have theirs */
#define TICK 5.0

/* How many lines stand above this one. */
static guint
get_order (EtpMap *map, const EtpRow *row)
{
  guint order = 0;

  for (const EtpRow *other = map->rows; other < row; other++)
    order += other->kind == ETP_LANE_KIND_LINE;
  return order;
}

static void
line_prepare (EtpMap *map, EtpRow *row)
{
  row->stamp = etp_stamp_mix (row->stamp, get_order (map, row));
}

static guint64
line_stamp (EtpMap *map, EtpRow *row, EtpColumn *column)
{
  guint index = (guint) (column - map->columns);

  return etp_stamp_mix (index == 0, index + 1 == map->n_columns);
}

static void
line_build (EtpMap *map, EtpRow *row, EtpColumn *column, EtpCellDraft *cell)
{
  guint order = get_order (map, row);
  gboolean is_last = column + 1 == map->columns + map->n_columns;
  gboolean is_first = column == map->columns;
  guint64 stamp = etp_stamp_mix (map->stamp, order * 4 + is_last * 2 + is_first);
  double x0, x1;
  EtpItem *item;

  etp_map_get_piece (map, column, &x0, &x1);
  x1 = is_last ? column->x + column->width : x1;
  stamp = etp_stamp_number (stamp, x1 - x0);
  etp_cell_draft_grow (cell, HEIGHT);
  item = etp_cell_draft_reuse (cell, ETP_ITEM_LINE, etp_node_get_id (row->lane), NULL, stamp);
  if (item == NULL)
    {
      EtpDraft *draft = etp_draft_new (ETP_ITEM_LINE, map->style, map->measurer);
      EtpRgba ink = etp_style_get_color (map->style, ETP_COLOR_DIM);
      double width = x1 - x0;

      etp_draft_set_node (draft, etp_node_get_id (row->lane), -1, NULL);
      etp_draft_line (draft, 0, MIDDLE, width, MIDDLE, ink, order == 1 ? 2.5 : 1.5,
                      order == 0 ? ETP_STROKE_SOLID : ETP_STROKE_DASHED);
      if (is_first)
        etp_draft_line (draft, 0, MIDDLE - TICK, 0, MIDDLE + TICK, ink, 1.5, ETP_STROKE_SOLID);
      if (is_last)
        etp_draft_line (draft, width, MIDDLE - TICK, width, MIDDLE + TICK, ink, 1.5,
                        ETP_STROKE_SOLID);
      item = etp_draft_finish (draft, width, HEIGHT, stamp);
    }
  etp_cell_draft_add (cell, item, x0 - column->x, 0);
}

const EtpLaneClass etp_lane_line = {
  .kind = ETP_LANE_KIND_LINE,
  .icon = ETP_ICON_LINE,
  .prepare = line_prepare,
  .stamp = line_stamp,
  .build = line_build,
};
