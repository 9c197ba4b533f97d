/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-map-private.h"

#include <glib/gi18n-lib.h>

/* A cell in which nothing lies can be stood on all the same: the arrows walk the map as a grid, and
 * what is added is added there. It shows nothing; its only mark is the room of its first card, or of
 * the lane's question, along which the selection's ring runs. Not on paper. */

#define HEIGHT 25.0

/* What runs through all phases is not made of things in cells. */
static gboolean
holds_things (const EtpRow *row)
{
  return row->kind != ETP_LANE_KIND_EMOTION && row->kind != ETP_LANE_KIND_CHANNELS
         && row->kind != ETP_LANE_KIND_LINE;
}

void
etp_map_build_empty (EtpMap *map, EtpRow *row, EtpColumn *column, EtpCellDraft *cell)
{
  const double inset = map->metrics->card_inset;
  const double width = MAX (1.0, column->width - 2 * inset);
  const double height = MAX (HEIGHT, etp_cell_draft_get_height (cell));
  const guint64 stamp = etp_stamp_number (etp_stamp_number (etp_stamp_mix (map->stamp, 1), width),
                                          height);
  const char *lane_id = etp_node_get_id (row->lane);
  const char *phase_id = etp_node_get_id (column->phase);
  EtpDraft *draft;
  EtpItem *item;

  if (map->options->paper || !holds_things (row) || etp_cell_draft_has_focus (cell))
    return;
  /* A card that spans over the cell lies in it; the lane's question does not. */
  if (etp_node_get_text (row->lane, ETP_LANE_PROMPT)[0] == '\0'
      && etp_cell_draft_get_height (cell) > 0)
    return;
  item = etp_cell_draft_reuse (cell, ETP_ITEM_CELL, lane_id, phase_id, stamp);
  if (item == NULL)
    {
      draft = etp_draft_new (ETP_ITEM_CELL, map->style, map->measurer);
      etp_draft_set_node (draft, lane_id, -1, phase_id);
      /* Translators: what a screen reader calls the place for a phase's cards in a lane when there
       * are none. */
      etp_draft_set_name (draft, _ ("Empty cell"));
      etp_draft_set_place (draft, ETP_LAYER_BACK, ETP_PIN_NONE, ETP_CAN_FOCUS);
      etp_draft_box (draft, (EtpRect){ 0, 0, width, height }, map->metrics->note_radius, 0, 0, 0);
      item = etp_draft_finish (draft, width, height, stamp);
    }
  etp_cell_draft_add (cell, item, inset, 0);
  etp_cell_draft_grow (cell, height);
}
