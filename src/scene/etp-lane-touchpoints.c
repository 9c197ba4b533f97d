/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-signs.h"
#include "etp-stack-spans.h"
#include "etp-stack.h"
#include "model/etp-edit-votes.h"

#include <string.h>

/* The lane of the journey's steps. A step is a card: its number in the phase's colour before the
 * title, the channel's icon at the left with the evidence as a badge, signs at the top right for
 * which the title leaves room, text, and a line of facts. */

#define ICON_CIRCLE 32.0
#define ICON_SIZE 17.0
#define TEXT_X 56.0
#define SIGN 17.0
#define SIGN_GAP 4.0
#define NUMBER_GAP 7.0
#define BADGE 4.5
#define IMAGE_RATIO 0.42
#define NARROW 270.0 /* below, the title stands under the number */
#define SCALED(length) ((length) *map->metrics->scale) /* larger in a room */

static EtpIcon
get_channel_icon (EtpMap *map, const char *channel_id)
{
  EtpNode *channel = etp_journey_get_node (map->journey, channel_id);

  if (channel_id[0] == '\0' || channel == NULL || etp_node_get_list (channel) != ETP_LIST_CHANNELS)
    return ETP_ICON_NONE;
  return etp_icon_from_name (etp_node_get_text (channel, ETP_CHANNEL_ICON));
}

static EtpNode *
get_touchpoint (EtpMap *map, EtpNode *card)
{
  const char *id = etp_node_get_text (card, ETP_CARD_TOUCHPOINT);
  EtpNode *node = id[0] != '\0' ? etp_journey_get_node (map->journey, id) : NULL;

  return node != NULL && etp_node_get_list (node) == ETP_LIST_TOUCHPOINTS ? node : NULL;
}

/* The card's own icon, its first channel's, its touchpoint's channel's; else a person: what happens
 * without the company. */
static EtpIcon
get_icon (EtpMap *map, EtpNode *card)
{
  EtpNode *touchpoint = get_touchpoint (map, card);
  EtpIcon icon = etp_icon_from_name (etp_node_get_text (card, ETP_CARD_ICON));

  if (icon == ETP_ICON_NONE && etp_node_get_length (card, ETP_CARD_CHANNELS) > 0)
    icon = get_channel_icon (map, etp_node_get_text_at (card, ETP_CARD_CHANNELS, 0));
  if (icon == ETP_ICON_NONE && touchpoint != NULL)
    icon = get_channel_icon (map, etp_node_get_text (touchpoint, ETP_TOUCHPOINT_CHANNEL));
  if (icon != ETP_ICON_NONE)
    return icon;
  return touchpoint != NULL || etp_node_get_length (card, ETP_CARD_CHANNELS) > 0
             ? ETP_ICON_TOUCHPOINT
             : ETP_ICON_PERSON;
}

static const char *
get_title (EtpMap *map, EtpNode *card)
{
  const char *title = etp_node_get_text (card, ETP_CARD_TITLE);
  EtpNode *touchpoint = get_touchpoint (map, card);

  if (title[0] == '\0' && touchpoint != NULL)
    return etp_node_get_text (touchpoint, ETP_TOUCHPOINT_NAME);
  return title;
}

/* Star and bolt from the right edge inwards; returns the width that the title leaves free. */
static double
draw_signs (EtpMap *map, const EtpPlace *place, EtpDraft *draft, double right, double y)
{
  double width = 0;

  if (etp_node_get_boolean (place->card, ETP_CARD_MOMENT_OF_TRUTH))
    {
      etp_sign_star (draft, map->style,
                     (EtpRect){ right - SCALED (SIGN), y, SCALED (SIGN), SCALED (SIGN) });
      width += SCALED (SIGN) + SIGN_GAP;
    }
  if (place->pain)
    {
      etp_draft_icon (draft, ETP_ICON_PAIN,
                      (EtpRect){ right - width - SCALED (SIGN) + 1, y + 0.5, SCALED (SIGN) - 1,
                                 SCALED (SIGN) - 1 },
                      etp_style_get_color (map->style, ETP_COLOR_PAIN_INK));
      width += SCALED (SIGN) + SIGN_GAP;
    }
  return width > 0 ? width + 2 : 0;
}

static void
draw_icon (EtpMap *map, EtpNode *card, EtpDraft *draft, double y, EtpRgba color)
{
  double padding = map->metrics->card_padding;
  double x = padding + SCALED (ICON_CIRCLE) / 2;
  EtpRgba surface = etp_style_get_color (map->style, ETP_COLOR_CARD);
  EtpRgba tint = etp_style_get_head_tint (map->style, color);
  EtpRgba ink = etp_style_get_text_ink (map->style, color);

  y += SCALED (ICON_CIRCLE) / 2;
  etp_draft_circle (draft, x, y, SCALED (ICON_CIRCLE) / 2, tint, 0, 0);
  etp_draft_icon (draft, get_icon (map, card),
                  (EtpRect){ x - SCALED (ICON_SIZE) / 2, y - SCALED (ICON_SIZE) / 2,
                             SCALED (ICON_SIZE), SCALED (ICON_SIZE) },
                  ink);
  x += SCALED (ICON_CIRCLE) / 2 - SCALED (BADGE) + 0.5;
  y += SCALED (ICON_CIRCLE) / 2 - SCALED (BADGE) + 0.5;
  etp_draft_set_detail (draft, ETP_DETAIL_FULL, FALSE);
  etp_draft_circle (draft, x, y, SCALED (BADGE) + 2, surface, 0, 0);
  etp_sign_evidence (draft, x, y, SCALED (BADGE), etp_node_get_enum (card, ETP_CARD_EVIDENCE), ink,
                     surface);
  etp_draft_reset_detail (draft);
}

/* A picture over the whole width, under the title. */
static double
draw_image (EtpMap *map, EtpNode *card, EtpDraft *draft, double x, double y, double width)
{
  const char *id = etp_node_get_text (card, ETP_CARD_IMAGE);
  EtpNode *asset = id[0] != '\0' ? etp_journey_get_node (map->journey, id) : NULL;
  double height = MIN (width * IMAGE_RATIO, 160.0);

  if (asset == NULL || etp_node_get_list (asset) != ETP_LIST_ASSETS)
    return 0;
  etp_draft_image (draft, id, (EtpRect){ x, y + 5, width, height }, 6);
  return height + 7;
}

/* Is one line all that the card says? It then stands beside the middle of the icon. */
static gboolean
is_title_alone (EtpMap *map, EtpNode *card, EtpDraft *draft, double width)
{
  static const guint texts[] = { ETP_CARD_TEXT, ETP_CARD_IMAGE, ETP_CARD_DURATION,
                                 ETP_CARD_WAIT_TIME, ETP_CARD_JOURNEY };
  const char *title = get_title (map, card);

  for (guint i = 0; i < G_N_ELEMENTS (texts) && !map->options->titles; i++)
    if (etp_node_get_text (card, texts[i])[0] != '\0')
      return FALSE;
  return (map->options->titles
          || (etp_node_get_length (card, ETP_CARD_PERSONAS) == 0
              && !etp_node_get_boolean (card, ETP_CARD_INTERNAL) && etp_votes_count (card) == 0))
         && strchr (title, '\n') == NULL
         && etp_draft_text_width (draft, title, ETP_TYPE_CARD_TITLE) <= width;
}

/* Number, title, text and facts; returns where they end. */
static double
draw_texts (
    EtpMap *map, const EtpPlace *place, EtpDraft *draft, double width, double signs, EtpRgba color)
{
  EtpNode *card = place->card;
  EtpRgba ink = etp_style_get_color (map->style, ETP_COLOR_INK);
  EtpRgba dim = etp_style_get_color (map->style, ETP_COLOR_DIM);
  double padding = map->metrics->card_padding;
  double y = padding, text_width = width - SCALED (TEXT_X) - padding, indent = 0, height;
  double line = etp_style_get_line_height (map->style, ETP_TYPE_CARD_TITLE);
  g_autofree char *number = g_strdup_printf ("%u.%u", place->step_phase, place->step_index);
  EtpFlow flow;

  if (width >= NARROW)
    {
      indent = etp_draft_text_width (draft, number, ETP_TYPE_CARD_TITLE) + NUMBER_GAP;
      if (is_title_alone (map, card, draft, text_width - indent - signs))
        y += (SCALED (ICON_CIRCLE) - line) / 2;
    }
  etp_draft_text (draft, SCALED (TEXT_X), y, 0, number, ETP_TYPE_CARD_TITLE,
                  etp_style_get_text_ink (map->style, color), ETP_ALIGN_START);
  if (width < NARROW)
    {
      y += line;
      signs = 0;
    }
  height = etp_draft_text (draft, SCALED (TEXT_X) + indent, y,
                           MAX (text_width - indent - signs, 40), get_title (map, card),
                           ETP_TYPE_CARD_TITLE, ink, ETP_ALIGN_START);
  y += MAX (height, line) + 2;
  if (map->options->titles)
    return y;
  etp_draft_set_detail (draft, ETP_DETAIL_FULL, TRUE);
  y += draw_image (map, card, draft, SCALED (TEXT_X), y, text_width);
  y += etp_draft_text (draft, SCALED (TEXT_X), y, text_width,
                       etp_node_get_text (card, ETP_CARD_TEXT), ETP_TYPE_CARD_TEXT, dim,
                       ETP_ALIGN_START);
  etp_draft_set_detail (draft, ETP_DETAIL_FULL, FALSE);
  etp_flow_init (&flow, draft, map->style, SCALED (TEXT_X), y + 5, text_width);
  etp_flow_add_card (&flow, map, card, FALSE);
  etp_draft_reset_detail (draft);
  return y + (flow.n > 0 ? 5 : 0) + etp_flow_get_height (&flow, y + 5);
}

static EtpItem *
draw_step (EtpMap *map, const EtpPlace *place, double width, EtpRgba color, guint64 stamp)
{
  EtpNode *card = place->card;
  double padding = map->metrics->card_padding, height, signs;
  const char *title = get_title (map, card);
  g_autofree char *name = g_strdup_printf (
      "%u.%u %s", place->step_phase, place->step_index,
      title[0] != '\0' ? title : etp_card_get_spoken (card, map->language));
  g_autofree char *own = etp_card_dup_note (card, place->pain, 0);
  g_autofree char *note = etp_span_dup_note (map, place, own);
  EtpDraft *draft = etp_draft_new (ETP_ITEM_CARD, map->style, map->measurer);
  EtpItem *item;

  etp_draft_set_node (draft, etp_node_get_id (card), -1, NULL);
  etp_draft_set_name (draft, name);
  etp_draft_set_note (draft, note);
  etp_draft_set_place (draft, ETP_LAYER_BODY, ETP_PIN_NONE,
                       ETP_CAN_FOCUS | ETP_CAN_EDIT | ETP_CAN_MOVE);
  etp_draft_card (draft, (EtpRect){ 0, 0, width, 0 }, map->metrics->card_radius,
                  etp_style_get_color (map->style, ETP_COLOR_CARD),
                  etp_style_get_color (map->style, ETP_COLOR_CARD_RING));
  draw_icon (map, card, draft, padding, color);
  signs = draw_signs (map, place, draft, width - padding, padding + 1);
  height = draw_texts (map, place, draft, width, signs, color) + padding;
  height = MAX (height, 2 * padding + SCALED (ICON_CIRCLE));
  etp_draft_set_card_height (draft, height);
  item = etp_draft_finish (draft, width, height, stamp);
  return item;
}

static EtpItem *
make_step (EtpMap *map,
           EtpRow *row,
           EtpColumn *column,
           const EtpPlace *place,
           double width,
           guint group,
           EtpCellDraft *cell)
{
  EtpRgba color = etp_style_get_named (map->style, etp_node_get_text (place->card, ETP_CARD_COLOR),
                                       column->color);
  guint64 stamp = etp_stamp_mix (map->stamp, map->inventory_stamp);
  EtpItem *item;

  stamp = etp_stamp_mix (stamp, etp_node_get_stamp (place->card));
  stamp = etp_stamp_mix (stamp, (guint64) place->step_phase << 33 | (guint64) place->step_index << 1
                                    | (place->pain != FALSE));
  stamp = etp_span_stamp (map, place, etp_stamp_number (etp_stamp_mix (stamp, color), width));
  item = etp_cell_draft_reuse (cell, ETP_ITEM_CARD, etp_node_get_id (place->card), NULL, stamp);
  return item != NULL ? item : draw_step (map, place, width, color, stamp);
}

static void
touchpoints_prepare (EtpMap *map, EtpRow *row)
{
  etp_stack_prepare (map, row, make_step, map->metrics->card_gap);
}

static void
touchpoints_build (EtpMap *map, EtpRow *row, EtpColumn *column, EtpCellDraft *cell)
{
  etp_stack_build (map, row, column, make_step, map->metrics->card_gap, cell);
  if (etp_cell_draft_is_empty (cell))
    etp_map_build_prompt (map, row, column, cell);
}

const EtpLaneClass etp_lane_touchpoints = {
  .kind = ETP_LANE_KIND_TOUCHPOINTS,
  .icon = ETP_ICON_TOUCHPOINT,
  .prepare = touchpoints_prepare,
  .stamp = etp_stack_get_stamp,
  .build = touchpoints_build,
};
