/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-lane-cells.h"
#include "etp-map-private.h"

#include <glib/gi18n-lib.h>

/* The head of a lane: icon, name, whom it is about, and what its class adds. */

#define SCALED(length) ((length) *map->metrics->scale) /* larger in a room */

#define LANE_ICON 17.0
#define LANE_NAME_X 27.0
#define LANE_TOP 5.0 /* so that the name stands beside the first line of a card */

/* The lane's icon: its class's; the kinds that share the notes' file have one each. */
static EtpIcon
get_lane_icon (const EtpRow *row)
{
  const EtpLaneClass *klass = etp_lane_class_get (row->kind);

  return klass == &etp_lane_notes ? (EtpIcon) (ETP_ICON_TOUCHPOINT + (guint) row->kind)
                                  : klass->icon;
}

G_STATIC_ASSERT (ETP_ICON_TEXT - ETP_ICON_TOUCHPOINT + 1 == ETP_N_LANE_KINDS);

/* Small lines below the name: whom the lane is about, and that it stays in the house. */
static double
draw_lane_facts (EtpMap *map, EtpRow *row, EtpDraft *draft, double y, double width)
{
  const char *persona_id = etp_node_get_text (row->lane, ETP_LANE_PERSONA);
  EtpNode *persona = etp_journey_get_node (map->journey, persona_id);
  EtpRgba dim = etp_style_get_color (map->style, ETP_COLOR_DIM);

  if (persona_id[0] != '\0' && persona != NULL && etp_node_get_list (persona) == ETP_LIST_PERSONAS)
    y += etp_draft_text (draft, SCALED (LANE_NAME_X), y, width,
                         etp_node_get_text (persona, ETP_PERSONA_NAME), ETP_TYPE_SMALL, dim,
                         ETP_ALIGN_START);
  if (!etp_node_get_boolean (row->lane, ETP_LANE_INTERNAL))
    return y;
  etp_draft_icon (draft, ETP_ICON_INTERNAL, (EtpRect){ SCALED (LANE_NAME_X), y + 2, 12, 12 }, dim);
  return y
         + etp_draft_text (draft, SCALED (LANE_NAME_X) + 17, y, width - 17,
                           etp_words_get (map->language, ETP_WORD_INTERNAL), ETP_TYPE_SMALL, dim,
                           ETP_ALIGN_START);
}

double
etp_map_get_lane_text_height (EtpMap *map, const EtpRow *row)
{
  const EtpLaneClass *klass = etp_lane_class_get (row->kind);
  const char *persona_id = etp_node_get_text (row->lane, ETP_LANE_PERSONA);
  double small = etp_style_get_line_height (map->style, ETP_TYPE_SMALL);
  double width = map->metrics->lane_head_width - SCALED (LANE_NAME_X) - 8;
  double height = etp_map_get_text_height (map, etp_map_get_lane_name (map, row),
                                           ETP_TYPE_LANE_NAME, width - klass->head_space);

  if (persona_id[0] != '\0')
    height += small;
  return etp_node_get_boolean (row->lane, ETP_LANE_INTERNAL) ? height + small : height;
}

static double
draw_lane_head (EtpMap *map, EtpRow *row, EtpDraft *draft)
{
  const EtpLaneClass *klass = etp_lane_class_get (row->kind);
  EtpRgba ink = etp_style_get_color (map->style, ETP_COLOR_INK);
  EtpRgba color = etp_style_get_named (map->style, etp_node_get_text (row->lane, ETP_LANE_COLOR),
                                       ink);
  const char *name = etp_map_get_lane_name (map, row);
  double width = map->metrics->lane_head_width - SCALED (LANE_NAME_X) - 8;
  double narrow = row->collapsed ? width : width - klass->head_space;
  double top = row->collapsed ? 0 : LANE_TOP;
  double y = top;

  if (etp_draft_text_width (draft, name, ETP_TYPE_LANE_NAME) > width)
    width = narrow;

  etp_draft_icon (draft, get_lane_icon (row),
                  (EtpRect){ 0, y + 1, SCALED (LANE_ICON), SCALED (LANE_ICON) },
                  etp_style_get_text_ink (map->style, color));
  etp_draft_set_detail (draft, ETP_DETAIL_BARS, TRUE);
  y += etp_draft_text (draft, SCALED (LANE_NAME_X), y, width, name, ETP_TYPE_LANE_NAME, ink,
                       ETP_ALIGN_START);
  etp_draft_reset_detail (draft);
  if (row->collapsed)
    return y;
  y = draw_lane_facts (map, row, draft, y + 1, narrow);
  if (klass->build_head != NULL)
    {
      const double below = klass->build_head (map, row, draft, y + 6);

      y = MAX (y, below);
    }
  return y;
}

double
etp_map_build_lane_head (EtpMap *map, EtpRow *row, EtpCellDraft *cell, guint64 stamp)
{
  const char *id = etp_node_get_id (row->lane);
  EtpItem *item = etp_cell_draft_reuse (cell, ETP_ITEM_LANE_HEAD, id, NULL, stamp);
  EtpDraft *draft;
  guint n = 0;

  if (item == NULL)
    {
      g_autofree char *note = NULL;
      double height;

      for (guint c = 0; c < map->n_columns; c++)
        n += etp_map_count_cell (map, row, &map->columns[c]);
      draft = etp_draft_new (ETP_ITEM_LANE_HEAD, map->style, map->measurer);
      etp_draft_set_node (draft, id, -1, NULL);
      etp_draft_set_name (draft, etp_map_get_lane_name (map, row));
      if (row->collapsed)
        {
          /* Translators: a lane that is folded together, for a screen reader. */
          note = g_strdup_printf (ngettext ("collapsed, %u card", "collapsed, %u cards", n), n);
          etp_draft_set_note (draft, note);
        }
      etp_draft_set_place (draft, ETP_LAYER_BODY, map->options->paper ? ETP_PIN_NONE : ETP_PIN_LEFT,
                           ETP_CAN_FOCUS | ETP_CAN_EDIT | ETP_CAN_MOVE | ETP_CAN_FOLD
                               | (row->collapsed ? ETP_IS_FOLDED : 0));
      height = draw_lane_head (map, row, draft);
      item = etp_draft_finish (draft, map->metrics->lane_head_width, MAX (height, row->height),
                               stamp);
    }
  etp_cell_draft_add (cell, item, 0, 0);
  return item->height;
}
