/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-deck-persona-facts.h"

#include "etp-deck-facts.h"
#include "etp-deck-parts.h"
#include "model/etp-format.h"
#include "model/etp-tables.h"

#include <math.h>

/* What is known of a persona, as boxes. */

#define PORTRAIT 116.0
#define TRAIT_HEIGHT 18.0

static void
add_line (EtpDeck *self, EtpBox *box, const char *text, double before)
{
  etp_box_add (box, text, ETP_TYPE_SMALL, etp_deck_get_dim (self), before);
}

/* What somebody chose; what is so until somebody does is nothing that is known. */
static char *
dup_choice (EtpDeck *self, EtpNode *persona, guint field, const char *const *words)
{
  if (etp_record_is_default (etp_node_record (persona), field))
    return g_strdup ("");
  return g_strdup (
      etp_words_get_choice (self->map.language, words, etp_node_get_enum (persona, field)));
}

static void
add_facts (EtpDeck *self, EtpBox *box, EtpNode *persona)
{
  const char *language = self->map.language;
  double share = etp_node_get_number (persona, ETP_PERSONA_SHARE);
  g_autofree char *percent = etp_format_percent (share, 0, language);
  g_autofree char *who = etp_deck_join (
      g_strdup (etp_node_get_text (persona, ETP_PERSONA_GENDER)),
      g_strdup (etp_node_get_text (persona, ETP_PERSONA_LOCATION)), NULL);
  g_autofree char *relation = etp_deck_join (
      dup_choice (self, persona, ETP_PERSONA_KIND, etp_persona_kind_words),
      dup_choice (self, persona, ETP_PERSONA_RELATION, etp_relation_words), NULL);
  g_autofree char *segment = etp_deck_join (
      g_strdup (etp_node_get_text (persona, ETP_PERSONA_SEGMENT)),
      isnan (share) ? g_strdup ("") : etp_deck_say (language, ETP_SAY_SHARE, percent, NULL, NULL),
      NULL);

  add_line (self, box, who, 8);
  add_line (self, box, etp_node_get_text (persona, ETP_PERSONA_LIFE_STAGE), 2);
  add_line (self, box, etp_node_get_text (persona, ETP_PERSONA_INDUSTRY), 2);
  add_line (self, box, segment, 8);
  add_line (self, box, relation, 2);
}

EtpBox *
etp_deck_new_persona_panel (EtpDeck *self, EtpNode *persona, guint index)
{
  EtpRgba color = etp_style_get_persona (self->map.style, index,
                                         etp_node_get_text (persona, ETP_PERSONA_COLOR));
  g_autofree char *quote = etp_deck_dup_quoted (self,
                                                etp_node_get_text (persona, ETP_PERSONA_QUOTE));
  EtpBox *box = etp_box_new (ETP_ITEM_PERSONA);
  EtpPara *portrait;

  etp_box_set_surface (box, etp_style_get_surface (self->map.style, color),
                       etp_style_get_surface_ring (self->map.style, color), 22);
  etp_box_set_node (box, etp_node_get_id (persona), etp_node_get_text (persona, ETP_PERSONA_NAME));
  portrait = etp_box_add_drawing (box, etp_deck_draw_portrait,
                                  etp_deck_portrait_new (self, persona, index), PORTRAIT, 0);
  portrait->data_free = etp_deck_portrait_free;
  etp_box_add (box, etp_node_get_text (persona, ETP_PERSONA_NAME), ETP_TYPE_WIDE_NAME,
               etp_deck_get_ink (self), 16);
  etp_box_add (box, etp_node_get_text (persona, ETP_PERSONA_ROLE), ETP_TYPE_CARD_TEXT,
               etp_deck_get_ink (self), 0);
  add_facts (self, box, persona);
  etp_box_add (box, quote, ETP_TYPE_WIDE_ITALIC, etp_style_get_text_ink (self->map.style, color),
               18);
  return box;
}

typedef struct
{
  double value; /* 0 … 1 */
  EtpRgba color;
} Trait;

/* Where a persona stands between two ends. */
static void
draw_trait (EtpDraft *draft, EtpStyle *style, EtpRect rect, gpointer data)
{
  const Trait *trait = data;
  double y = rect.y + rect.height / 2, x = rect.x + 8 + trait->value * (rect.width - 16);

  etp_draft_box (draft, (EtpRect){ rect.x, y - 2, rect.width, 4 }, 2,
                 etp_style_get_color (style, ETP_COLOR_TRACK), 0, 0);
  etp_draft_circle (draft, x, y, 7, trait->color, etp_style_get_color (style, ETP_COLOR_PAPER), 2);
}

static void
add_traits (EtpDeck *self, GPtrArray *boxes, EtpNode *persona, EtpRgba color)
{
  guint n = etp_node_get_length (persona, ETP_PERSONA_TRAITS);
  EtpBox *box;

  if (n == 0)
    return;
  box = etp_deck_new_part (self, etp_deck_get_saying (self->map.language, ETP_SAY_TRAITS));
  for (guint i = 0; i < n; i++)
    {
      EtpValue *value = etp_node_get_value_at (persona, ETP_PERSONA_TRAITS, i);
      double share = etp_value_get_number (value, ETP_TRAIT_VALUE);
      const char *low = etp_value_get_text (value, ETP_TRAIT_LOW);
      const char *high = etp_value_get_text (value, ETP_TRAIT_HIGH);
      g_autofree char *ends = NULL;

      etp_box_add (box, etp_value_get_text (value, ETP_TRAIT_NAME), ETP_TYPE_CARD_TEXT,
                   etp_deck_get_ink (self), 6);
      if (!isnan (share))
        {
          Trait *trait = g_new (Trait, 1);

          *trait = (Trait){ CLAMP (share / 100, 0, 1), color };
          etp_box_add_drawing (box, draw_trait, trait, TRAIT_HEIGHT, 2)->data_free = g_free;
        }
      ends = low[0] != '\0' && high[0] != '\0' ? g_strdup_printf ("%s – %s", low, high)
                                               : g_strconcat (low, high, NULL);
      add_line (self, box, ends, 0);
    }
  g_ptr_array_add (boxes, box);
}

static void
add_amount (EtpDeck *self, EtpBox *box, EtpSaying saying, char *amount)
{
  g_autofree char *own = amount;
  g_autofree char *line = etp_deck_say (self->map.language, saying, own, NULL, NULL);

  if (own[0] != '\0')
    etp_deck_add_bullet (self, box, line);
}

static char *
dup_money (EtpDeck *self, double amount)
{
  if (isnan (amount))
    return g_strdup ("");
  return etp_format_money (amount,
                           etp_node_get_text (ETP_NODE (self->map.journey), ETP_JOURNEY_CURRENCY),
                           self->map.language);
}

static void
add_value (EtpDeck *self, GPtrArray *boxes, EtpNode *persona)
{
  EtpValue *value = etp_node_get_value (persona, ETP_PERSONA_VALUE);
  const char *language = self->map.language;
  EtpBox *box;

  if (value == NULL)
    return;
  box = etp_deck_new_part (self, etp_deck_get_saying (language, ETP_SAY_VALUE));
  add_amount (self, box, ETP_SAY_ORDER_VALUE,
              dup_money (self, etp_value_get_number (value, ETP_LIFETIME_ORDER_VALUE)));
  add_amount (
      self, box, ETP_SAY_ORDERS,
      etp_format_number (etp_value_get_number (value, ETP_LIFETIME_ORDERS_PER_YEAR), 1, language));
  add_amount (self, box, ETP_SAY_YEARS,
              etp_format_number (etp_value_get_number (value, ETP_LIFETIME_YEARS), 1, language));
  add_amount (self, box, ETP_SAY_MARGIN,
              etp_format_percent (etp_value_get_number (value, ETP_LIFETIME_MARGIN), 1, language));
  add_amount (
      self, box, ETP_SAY_DISCOUNT,
      etp_format_percent (etp_value_get_number (value, ETP_LIFETIME_DISCOUNT_RATE), 1, language));
  add_amount (self, box, ETP_SAY_ACQUISITION,
              dup_money (self, etp_value_get_number (value, ETP_LIFETIME_ACQUISITION_COST)));
  if (box->paras->len > 1)
    g_ptr_array_add (boxes, box);
  else
    etp_box_free (box);
}

GPtrArray *
etp_deck_list_persona_wishes (EtpDeck *self, EtpNode *persona)
{
  const EtpRecord *record = etp_node_record (persona);
  const char *language = self->map.language;
  GPtrArray *boxes = g_ptr_array_new ();
  const char *summary = etp_node_get_text (persona, ETP_PERSONA_SUMMARY);

  if (summary[0] != '\0')
    {
      EtpBox *box = etp_box_new (ETP_ITEM_LABEL);

      etp_box_add (box, summary, ETP_TYPE_FACTS, etp_deck_get_ink (self), 0);
      g_ptr_array_add (boxes, box);
    }
  etp_deck_add_list_part (self, boxes, etp_deck_get_saying (language, ETP_SAY_GOALS), record,
                          ETP_PERSONA_GOALS);
  etp_deck_add_list_part (self, boxes, etp_deck_get_saying (language, ETP_SAY_NEEDS), record,
                          ETP_PERSONA_NEEDS);
  etp_deck_add_list_part (self, boxes, etp_deck_get_saying (language, ETP_SAY_CHALLENGES), record,
                          ETP_PERSONA_CHALLENGES);
  etp_deck_add_list_part (self, boxes, etp_deck_get_saying (language, ETP_SAY_MOTIVATIONS), record,
                          ETP_PERSONA_MOTIVATIONS);
  etp_deck_add_list_part (self, boxes, etp_deck_get_word (self, ETP_WORD_EXPECTATIONS), record,
                          ETP_PERSONA_EXPECTATIONS);
  etp_deck_add_list_part (self, boxes, etp_deck_get_saying (language, ETP_SAY_INDUSTRY_NEEDS),
                          record, ETP_PERSONA_INDUSTRY_NEEDS);
  return boxes;
}

static const struct
{
  guint field;
  EtpSaying heading;
} habits[] = {
  { ETP_PERSONA_DECISION_PROCESS, ETP_SAY_DECISION_PROCESS },
  { ETP_PERSONA_BUYING_BEHAVIOUR, ETP_SAY_BUYING_BEHAVIOUR },
  { ETP_PERSONA_KNOWLEDGE, ETP_SAY_KNOWLEDGE },
  { ETP_PERSONA_TECH_BACKGROUND, ETP_SAY_TECH_BACKGROUND },
  { ETP_PERSONA_DIGITAL_DEMANDS, ETP_SAY_DIGITAL_DEMANDS },
  { ETP_PERSONA_DAILY_ROUTINE, ETP_SAY_DAILY_ROUTINE },
};

GPtrArray *
etp_deck_list_persona_habits (EtpDeck *self, EtpNode *persona, EtpRgba color)
{
  const EtpRecord *record = etp_node_record (persona);
  GPtrArray *boxes = g_ptr_array_new ();
  EtpBox *basis;
  guint n_sections = etp_node_get_length (persona, ETP_PERSONA_SECTIONS);
  g_autofree char *channels = etp_deck_dup_names (self, record, ETP_PERSONA_CHANNELS,
                                                  ETP_LIST_CHANNELS, ETP_CHANNEL_NAME);

  for (guint i = 0; i < G_N_ELEMENTS (habits); i++)
    etp_deck_add_part (self, boxes, etp_deck_get_saying (self->map.language, habits[i].heading),
                       etp_record_get_text (record, habits[i].field));
  etp_deck_add_list_part (self, boxes, etp_deck_get_saying (self->map.language, ETP_SAY_INTERESTS),
                          record, ETP_PERSONA_INTERESTS);
  etp_deck_add_part (
      self, boxes, etp_deck_get_saying (self->map.language, ETP_SAY_PREFERRED_CHANNELS), channels);
  for (guint i = 0; i < n_sections; i++)
    {
      EtpValue *section = etp_node_get_value_at (persona, ETP_PERSONA_SECTIONS, i);

      etp_deck_add_part (self, boxes, etp_value_get_text (section, ETP_SECTION_TITLE),
                         etp_value_get_text (section, ETP_SECTION_TEXT));
    }
  add_traits (self, boxes, persona, color);
  add_value (self, boxes, persona);
  if (etp_record_is_default (record, ETP_PERSONA_EVIDENCE)
      && etp_record_get_length (record, ETP_PERSONA_SOURCES) == 0)
    return boxes;
  basis = etp_deck_new_part (self, etp_deck_get_word (self, ETP_WORD_DATA_BASIS));
  etp_deck_add_evidence (self, basis, record, ETP_PERSONA_EVIDENCE, ETP_PERSONA_SOURCES, 3);
  g_ptr_array_add (boxes, basis);
  return boxes;
}

char *
etp_deck_dup_persona_title (EtpDeck *self, EtpNode *persona)
{
  const char *name = etp_node_get_text (persona, ETP_PERSONA_NAME);
  const char *age = etp_node_get_text (persona, ETP_PERSONA_AGE);
  const char *role = etp_node_get_text (persona, ETP_PERSONA_ROLE);

  if (name[0] == '\0')
    name = etp_deck_get_word (self, ETP_WORD_PERSONA);
  return g_strconcat (name, age[0] != '\0' ? ", " : "", age, role[0] != '\0' ? ", " : "", role,
                      NULL);
}
