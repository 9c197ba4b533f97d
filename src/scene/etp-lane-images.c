/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-signs.h"
#include "etp-stack-spans.h"
#include "etp-stack.h"
#include "model/etp-edit-votes.h"

/* The storyboard: pictures that tell the steps, each with a caption. A card without picture shows
 * an empty frame with its icon, so that the story can be told before it is drawn; but the heading of
 * a group is a note as elsewhere. */

#define SHAPE 0.52 /* height of a picture for its width */
#define LOWEST 84.0
#define HIGHEST 320.0 /* over several phases; a wider frame shows the picture in its middle */
#define CAPTION_GAP 7.0
#define VOTES_GAP 3.0
#define ICON_SIZE 30.0

static EtpNode *
get_asset (EtpMap *map, EtpNode *card)
{
  const char *id = etp_node_get_text (card, ETP_CARD_IMAGE);
  EtpNode *asset = id[0] != '\0' ? etp_journey_get_node (map->journey, id) : NULL;

  return asset != NULL && etp_node_get_list (asset) == ETP_LIST_ASSETS ? asset : NULL;
}

/* As much of the frame as keeps the shape of all other pictures. */
static EtpRect
get_picture (EtpRect frame)
{
  double width = MIN (frame.width, frame.height / SHAPE);

  return (EtpRect){ frame.x + (frame.width - width) / 2, frame.y, width, frame.height };
}

static void
draw_frame (EtpMap *map, EtpColumn *column, EtpNode *card, EtpRect rect, EtpDraft *draft)
{
  double radius = map->metrics->card_radius;
  EtpNode *asset = get_asset (map, card);
  EtpIcon icon = etp_icon_from_name (etp_node_get_text (card, ETP_CARD_ICON));

  etp_draft_box (draft, rect, radius, column->head, 0, 0);
  if (asset == NULL)
    etp_draft_icon (draft, icon != ETP_ICON_NONE ? icon : ETP_ICON_IMAGE,
                    (EtpRect){ rect.x + (rect.width - ICON_SIZE) / 2,
                               rect.y + (rect.height - ICON_SIZE) / 2, ICON_SIZE, ICON_SIZE },
                    column->color);
  else
    etp_draft_image (draft, etp_node_get_id (asset), get_picture (rect), radius);
  etp_draft_box (draft, rect, radius, 0, etp_style_get_color (map->style, ETP_COLOR_CARD_RING), 1);
}

static guint64
get_stamp (EtpMap *map, EtpColumn *column, const EtpPlace *place, double width)
{
  EtpNode *asset = get_asset (map, place->card);
  guint64 stamp = etp_stamp_mix (map->stamp, map->inventory_stamp);

  stamp = etp_stamp_mix (stamp, etp_node_get_stamp (place->card));
  stamp = etp_stamp_mix (stamp, asset != NULL ? etp_node_get_stamp (asset) : 0);
  stamp = etp_stamp_mix (stamp, (guint64) column->color << 32 | column->head);
  stamp = etp_stamp_mix (stamp, (guint64) place->step_phase << 32 | place->step_index);
  stamp = etp_stamp_mix (stamp, place->pain != FALSE);
  return etp_span_stamp (map, place, etp_stamp_number (stamp, width));
}

/* The step's number, where the picture belongs to one, stands before the caption. */
static double
draw_number (EtpColumn *column, const EtpPlace *place, EtpDraft *draft, double y)
{
  char number[24];

  if (place->step_phase == 0)
    return 0;
  g_snprintf (number, sizeof number, "%u.%u", place->step_phase, place->step_index);
  etp_draft_text (draft, 2, y, 0, number, ETP_TYPE_MEASURE_TITLE, column->color, ETP_ALIGN_START);
  return etp_draft_text_width (draft, number, ETP_TYPE_MEASURE_TITLE) + 7;
}

/* Number, title and text, and dots for votes, below the picture; returns where they end. */
static double
draw_caption (
    EtpMap *map, EtpColumn *column, const EtpPlace *place, double width, double y, EtpDraft *draft)
{
  const char *title = etp_node_get_text (place->card, ETP_CARD_TITLE);
  const char *text = etp_node_get_text (place->card, ETP_CARD_TEXT);
  const gboolean is_said = title[0] != '\0' || text[0] != '\0' || place->step_phase != 0;
  double line = etp_style_get_line_height (map->style, ETP_TYPE_MEASURE_TITLE), caption, x;
  EtpFlow flow;

  if (is_said)
    y += CAPTION_GAP;
  x = draw_number (column, place, draft, y);
  caption = etp_draft_text (draft, x + 2, y, width - x - 4, title, ETP_TYPE_MEASURE_TITLE,
                            etp_style_get_color (map->style, ETP_COLOR_INK), ETP_ALIGN_START);
  y += MAX (caption, x > 0 ? line : 0);
  if (!map->options->titles || title[0] == '\0')
    y += etp_draft_text (draft, 2, y, width - 4, text, ETP_TYPE_SMALL,
                         etp_style_get_color (map->style, ETP_COLOR_DIM), ETP_ALIGN_START);
  if (map->options->titles || etp_votes_count (place->card) == 0)
    return y;
  y += is_said ? VOTES_GAP : CAPTION_GAP;
  etp_flow_init (&flow, draft, map->style, 2, y, width - 4);
  etp_flow_add_votes (&flow, etp_votes_count (place->card));
  return y + etp_flow_get_height (&flow, y);
}

static EtpItem *
make_picture (
    EtpMap *map, EtpColumn *column, const EtpPlace *place, double width, EtpCellDraft *cell)
{
  const char *id = etp_node_get_id (place->card);
  g_autofree char *own = etp_card_dup_note (place->card, place->pain, 0);
  g_autofree char *note = etp_span_dup_note (map, place, own);
  double height = CLAMP (width * SHAPE, LOWEST, HIGHEST);
  guint64 stamp = get_stamp (map, column, place, width);
  EtpItem *item = etp_cell_draft_reuse (cell, ETP_ITEM_CARD, id, NULL, stamp);
  EtpDraft *draft;

  if (item != NULL)
    return item;

  draft = etp_draft_new (ETP_ITEM_CARD, map->style, map->measurer);
  etp_draft_set_node (draft, id, -1, NULL);
  etp_draft_set_place (draft, ETP_LAYER_BODY, ETP_PIN_NONE,
                       ETP_CAN_FOCUS | ETP_CAN_EDIT | ETP_CAN_MOVE);
  etp_draft_set_name (draft, etp_card_get_spoken (place->card, map->language));
  etp_draft_set_note (draft, note);
  draw_frame (map, column, place->card, (EtpRect){ 0, 0, width, height }, draft);
  height = draw_caption (map, column, place, width, height, draft);
  return etp_draft_finish (draft, width, height, stamp);
}

/* A heading that has a picture of its own does not lose it. */
static EtpItem *
make_card (EtpMap *map,
           EtpRow *row,
           EtpColumn *column,
           const EtpPlace *place,
           double width,
           guint group,
           EtpCellDraft *cell)
{
  if (group > 0 && get_asset (map, place->card) == NULL)
    return etp_note_make (map, row, column, place, width, group, cell);
  return make_picture (map, column, place, width, cell);
}

static void
images_prepare (EtpMap *map, EtpRow *row)
{
  etp_stack_prepare (map, row, make_card, map->metrics->card_gap + 2);
}

static void
images_build (EtpMap *map, EtpRow *row, EtpColumn *column, EtpCellDraft *cell)
{
  etp_stack_build (map, row, column, make_card, map->metrics->card_gap + 2, cell);
  if (etp_cell_draft_is_empty (cell))
    etp_map_build_prompt (map, row, column, cell);
}

const EtpLaneClass etp_lane_images = {
  .kind = ETP_LANE_KIND_IMAGES,
  .icon = ETP_ICON_IMAGE,
  .prepare = images_prepare,
  .stamp = etp_stack_get_stamp,
  .build = images_build,
};
