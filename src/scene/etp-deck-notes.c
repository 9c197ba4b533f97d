/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-deck-cards.h"

#include "etp-deck-facts.h"
#include "model/etp-tables.h"

/* Notes and hand-overs: all cards that are no steps. */

#define NOTE_PADDING 11.0

/* How notes of a kind look: as on the map. */
typedef enum
{
  LOOK_CARD,
  LOOK_PAIN,
  LOOK_GAIN,
  LOOK_TINT,
} Look;

static Look
get_look (EtpLaneKind kind)
{
  switch (kind)
    {
    case ETP_LANE_KIND_PAINS:
      return LOOK_PAIN;
    case ETP_LANE_KIND_GAINS:
    case ETP_LANE_KIND_OPPORTUNITIES:
      return LOOK_GAIN;
    case ETP_LANE_KIND_QUOTES:
    case ETP_LANE_KIND_IDEAS:
    case ETP_LANE_KIND_FRONTSTAGE:
    case ETP_LANE_KIND_BACKSTAGE:
    case ETP_LANE_KIND_SUPPORT:
      return LOOK_TINT;
    default:
      return LOOK_CARD;
    }
}

static const char *
get_hue (EtpLaneKind kind)
{
  switch (kind)
    {
    case ETP_LANE_KIND_IDEAS:
    case ETP_LANE_KIND_BACKSTAGE:
      return "purple";
    case ETP_LANE_KIND_FRONTSTAGE:
      return "blue";
    case ETP_LANE_KIND_QUOTES:
    case ETP_LANE_KIND_SUPPORT:
      return "slate";
    default:
      return "";
    }
}

static EtpIcon
get_icon (EtpLaneKind kind)
{
  switch (kind)
    {
    case ETP_LANE_KIND_ACTIONS:
      return ETP_ICON_ACTION;
    case ETP_LANE_KIND_THOUGHTS:
      return ETP_ICON_THOUGHT;
    case ETP_LANE_KIND_NEEDS:
      return ETP_ICON_NEED;
    case ETP_LANE_KIND_QUESTIONS:
      return ETP_ICON_QUESTION;
    case ETP_LANE_KIND_QUOTES:
      return ETP_ICON_QUOTE;
    case ETP_LANE_KIND_GAINS:
      return ETP_ICON_GAIN;
    case ETP_LANE_KIND_PAINS:
      return ETP_ICON_PAIN;
    case ETP_LANE_KIND_OPPORTUNITIES:
      return ETP_ICON_OPPORTUNITY;
    case ETP_LANE_KIND_IDEAS:
      return ETP_ICON_IDEA;
    case ETP_LANE_KIND_MESSAGES:
      return ETP_ICON_MESSAGE;
    case ETP_LANE_KIND_EVIDENCE:
      return ETP_ICON_EVIDENCE;
    case ETP_LANE_KIND_FRONTSTAGE:
      return ETP_ICON_FRONTSTAGE;
    case ETP_LANE_KIND_BACKSTAGE:
      return ETP_ICON_BACKSTAGE;
    case ETP_LANE_KIND_SUPPORT:
      return ETP_ICON_SUPPORT;
    case ETP_LANE_KIND_DEPARTMENTS:
      return ETP_ICON_DEPARTMENT;
    default:
      return etp_lane_class_get (kind)->icon;
    }
}

static gboolean
is_spoken (EtpLaneKind kind)
{
  return kind == ETP_LANE_KIND_THOUGHTS || kind == ETP_LANE_KIND_QUOTES;
}

/* Sets the surface; returns the ink of what stands on it, and of its number. */
static EtpRgba
dress_note (EtpDeck *self,
            EtpBox *box,
            const EtpColumn *column,
            const EtpRow *row,
            EtpNode *card,
            EtpRgba *ink)
{
  EtpStyle *style = self->map.style;
  Look look = get_look (row->kind);
  EtpRgba color = etp_style_get_named (style, get_hue (row->kind), column->color), surface;

  color = etp_style_get_named (style, etp_node_get_text (row->lane, ETP_LANE_COLOR), color);
  color = etp_style_get_named (style, etp_node_get_text (card, ETP_CARD_COLOR), color);
  *ink = etp_deck_get_ink (self);
  if (look == LOOK_PAIN || look == LOOK_GAIN)
    {
      gboolean pain = look == LOOK_PAIN;

      *ink = etp_deck_get_color (self, pain ? ETP_COLOR_PAIN_INK : ETP_COLOR_GAIN_INK);
      surface = etp_deck_get_color (self, pain ? ETP_COLOR_PAIN_SURFACE : ETP_COLOR_GAIN_SURFACE);
      etp_box_set_surface (box, surface, etp_style_get_surface_ring (style, *ink), NOTE_PADDING);
      return *ink;
    }
  if (look == LOOK_TINT)
    {
      etp_box_set_surface (box, etp_style_get_surface (style, color),
                           etp_style_get_surface_ring (style, color), NOTE_PADDING);
      return etp_style_get_text_ink (style, color);
    }
  etp_box_set_surface (box, etp_deck_get_color (self, ETP_COLOR_CARD),
                       etp_deck_get_color (self, ETP_COLOR_CARD_RING), NOTE_PADDING);
  box->is_card = TRUE;
  return etp_style_get_text_ink (style, color);
}

/* Which lane of the map it stands in. */
static void
add_kicker (EtpDeck *self, EtpBox *box, const EtpRow *row, EtpRgba accent)
{
  EtpPara *para = etp_box_add (box, etp_map_get_lane_name (&self->map, row), ETP_TYPE_SMALL_STRONG,
                               accent, 0);

  para->sign = ETP_SIGN_ICON;
  para->value = get_icon (row->kind);
  para->color = accent;
}

EtpBox *
etp_deck_new_note (EtpDeck *self, const EtpColumn *column, const EtpRow *row, const EtpPlace *place)
{
  EtpNode *card = place->card;
  const char *title = etp_node_get_text (card, ETP_CARD_TITLE);
  const char *text = etp_node_get_text (card, ETP_CARD_TEXT);
  gint64 severity = etp_node_get_integer (card, ETP_CARD_SEVERITY);
  g_autofree char *named = etp_deck_dup_named (self, card);
  g_autofree char *quote = etp_deck_dup_quoted (self, etp_node_get_text (card, ETP_CARD_QUOTE));
  g_autofree char *saying = NULL;
  EtpBox *box = etp_box_new (ETP_ITEM_CARD);
  gboolean has_both = title[0] != '\0' && text[0] != '\0';
  EtpRgba ink, accent = dress_note (self, box, column, row, card, &ink);
  EtpType type = is_spoken (row->kind) ? ETP_TYPE_NOTE_ITALIC
                 : has_both            ? ETP_TYPE_MEASURE_TITLE
                                       : ETP_TYPE_NOTE;

  saying = is_spoken (row->kind) ? etp_deck_dup_quoted (self, title[0] != '\0' ? title : text)
                                 : g_strdup (title[0] != '\0' ? title : text);
  etp_box_set_node (box, etp_node_get_id (card), named);
  etp_deck_set_resume (self, box, named);
  add_kicker (self, box, row, accent);
  etp_deck_set_number (etp_box_add (box, saying, type, ink, 1), place, accent);
  etp_deck_add_picture (self, box, card);
  if (has_both)
    etp_box_add (box, text, ETP_TYPE_CARD_TEXT, etp_deck_get_dim (self), 2);
  etp_box_add (box, quote, ETP_TYPE_NOTE_ITALIC, etp_deck_get_ink (self), 4);
  if (severity != ETP_ABSENT_INTEGER && severity > 0 && row->kind == ETP_LANE_KIND_PAINS)
    {
      g_autofree char *line = g_strdup_printf (
          "%s %" G_GINT64_FORMAT, etp_deck_get_word (self, ETP_WORD_SEVERITY), severity);
      EtpPara *para = etp_box_add (box, line, ETP_TYPE_SMALL, etp_deck_get_dim (self), 4);

      para->sign = ETP_SIGN_SEVERITY;
      para->value = (int) severity;
      para->color = ink;
    }
  etp_deck_add_times (self, box, card);
  etp_deck_add_facts (self, box, place,
                      row->kind >= ETP_LANE_KIND_FRONTSTAGE
                          && row->kind <= ETP_LANE_KIND_DEPARTMENTS);
  return box;
}

EtpBox *
etp_deck_new_handover (EtpDeck *self, EtpNode *link)
{
  EtpBox *box = etp_box_new (ETP_ITEM_CARD);
  gboolean broken = etp_node_get_enum (link, ETP_LINK_CONTINUITY) == ETP_LINK_CONTINUITY_BROKEN;
  EtpNode *from = etp_journey_get_node (self->map.journey, etp_node_get_text (link, ETP_LINK_FROM));
  EtpNode *to = etp_journey_get_node (self->map.journey, etp_node_get_text (link, ETP_LINK_TO));
  g_autofree char *start = etp_deck_dup_number (self, from);
  g_autofree char *end = etp_deck_dup_number (self, to);
  g_autofree char *path = etp_deck_say (self->map.language, ETP_SAY_TO_STEP, start, end, NULL);
  g_autofree char *heading = g_strdup_printf (
      "%s: %s", path,
      etp_words_get_choice (self->map.language, etp_link_continuity_words,
                            etp_node_get_enum (link, ETP_LINK_CONTINUITY)));
  EtpRgba ink = broken ? etp_deck_get_color (self, ETP_COLOR_BAD) : etp_deck_get_dim (self);
  EtpPara *para;

  etp_box_set_surface (box, etp_deck_get_color (self, ETP_COLOR_CARD),
                       etp_deck_get_color (self, ETP_COLOR_CARD_RING), NOTE_PADDING);
  box->is_card = TRUE;
  etp_box_set_node (box, etp_node_get_id (link), heading);
  para = etp_box_add (box, heading, ETP_TYPE_SMALL_STRONG, ink, 0);
  para->sign = ETP_SIGN_ICON;
  para->value = broken ? ETP_ICON_BROKEN : ETP_ICON_CHANNELS;
  para->color = ink;
  etp_box_add (box, etp_node_get_text (link, ETP_LINK_LOSES), ETP_TYPE_NOTE,
               etp_deck_get_ink (self), 2);
  etp_box_add (box, etp_node_get_text (link, ETP_LINK_NOTE), ETP_TYPE_SMALL,
               etp_deck_get_dim (self), 2);
  return box;
}
