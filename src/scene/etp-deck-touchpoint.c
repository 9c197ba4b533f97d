/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-deck-cards.h"
#include "etp-deck-facts.h"
#include "etp-deck-parts.h"
#include "model/etp-tables.h"

#include <math.h>
#include <string.h>

/* The sheet about a touchpoint: what it is on a panel at the left, who uses it how much, the steps
 * at which customers meet it, and what hurts or could be better there. */

#define PANEL 300.0
#define PANEL_GAP 36.0
#define COLUMN_GAP 28.0
#define NARROWEST 290.0
#define MOST_COLUMNS 5
#define GAP 16.0
#define ICON 64.0
#define BAR_HEIGHT 16.0
#define MOST_LEVEL 5

typedef struct
{
  EtpDeck *deck;
  EtpNode *touchpoint;
  EtpIcon icon;
  EtpRgba color;
  GPtrArray *steps; /* of const EtpPlace: shown steps at which it is met */
} Sheet;

static void
draw_icon (EtpDraft *draft, EtpStyle *style, EtpRect rect, gpointer data)
{
  const Sheet *sheet = data;
  double inset = rect.height * 0.26;

  etp_draft_box (draft, (EtpRect){ rect.x, rect.y, rect.height, rect.height }, rect.height / 2,
                 etp_style_get_head_tint (style, sheet->color), 0, 0);
  etp_draft_icon (
      draft, sheet->icon,
      (EtpRect){ rect.x + inset, rect.y + inset, rect.height - 2 * inset, rect.height - 2 * inset },
      etp_style_get_text_ink (style, sheet->color));
}

static void
add_fact (Sheet *self, EtpBox *box, const char *heading, const char *text)
{
  EtpDeck *deck = self->deck;

  if (text[0] == '\0')
    return;
  etp_box_add (box, heading, ETP_TYPE_SMALL_STRONG,
               etp_style_get_text_ink (deck->map.style, self->color), 12);
  etp_box_add (box, text, ETP_TYPE_CARD_TEXT, etp_deck_get_ink (deck), 0);
}

static const char *
get_choice (Sheet *self, guint field, const char *const *words)
{
  return etp_words_get_choice (self->deck->map.language, words,
                               etp_node_get_enum (self->touchpoint, field));
}

static EtpBox *
make_panel (Sheet *self)
{
  EtpDeck *deck = self->deck;
  const char *language = deck->map.language;
  const EtpRecord *record = etp_node_record (self->touchpoint);
  EtpNode *channel = etp_deck_get_named (deck, record, ETP_TOUCHPOINT_CHANNEL, ETP_LIST_CHANNELS);
  EtpNode *unit = etp_deck_get_named (deck, record, ETP_TOUCHPOINT_UNIT, ETP_LIST_UNITS);
  const char *name = etp_node_get_text (self->touchpoint, ETP_TOUCHPOINT_NAME);
  g_autofree char *systems = etp_deck_dup_names (deck, record, ETP_TOUCHPOINT_SYSTEMS,
                                                 ETP_LIST_SYSTEMS, ETP_SYSTEM_NAME);
  EtpBox *box = etp_box_new (ETP_ITEM_PERSONA);

  etp_box_set_surface (box, etp_style_get_surface (deck->map.style, self->color),
                       etp_style_get_surface_ring (deck->map.style, self->color), 22);
  etp_box_set_node (box, etp_node_get_id (self->touchpoint), name);
  etp_box_add_drawing (box, draw_icon, self, ICON, 0);
  if (channel != NULL)
    {
      g_autofree char *line = etp_deck_join (
          g_strdup (etp_node_get_text (channel, ETP_CHANNEL_NAME)),
          g_strdup (etp_words_get_choice (language, etp_channel_kind_words,
                                          etp_node_get_enum (channel, ETP_CHANNEL_KIND))),
          NULL);

      add_fact (self, box, etp_deck_get_word (deck, ETP_WORD_CHANNEL), line);
    }
  add_fact (self, box, etp_deck_get_saying (language, ETP_SAY_TOUCHPOINT_PRESENCE),
            get_choice (self, ETP_TOUCHPOINT_PRESENCE, etp_presence_words));
  add_fact (self, box, etp_deck_get_saying (language, ETP_SAY_TOUCHPOINT_CONTACT),
            get_choice (self, ETP_TOUCHPOINT_CONTACT, etp_contact_words));
  add_fact (self, box, etp_deck_get_saying (language, ETP_SAY_TOUCHPOINT_OPERATOR),
            get_choice (self, ETP_TOUCHPOINT_OPERATOR, etp_operator_words));
  if (unit != NULL)
    add_fact (self, box, etp_deck_get_saying (language, ETP_SAY_TOUCHPOINT_UNIT),
              etp_node_get_text (unit, ETP_UNIT_NAME));
  add_fact (self, box, etp_deck_get_saying (language, ETP_SAY_TOUCHPOINT_SYSTEMS), systems);
  return box;
}

typedef struct
{
  gint64 level;
  EtpRgba color;
} Usage;

/* Five parts of a bar, as many of them filled as somebody uses it. */
static void
draw_usage (EtpDraft *draft, EtpStyle *style, EtpRect rect, gpointer data)
{
  const Usage *usage = data;
  const double gap = 4, width = (MIN (rect.width, 260) - (MOST_LEVEL - 1) * gap) / MOST_LEVEL;

  for (guint i = 0; i < MOST_LEVEL; i++)
    {
      const gboolean is_filled = (gint64) i < usage->level;

      etp_draft_box (draft, (EtpRect){ rect.x + i * (width + gap), rect.y + 3, width, 10 }, 3,
                     is_filled ? usage->color : etp_style_get_color (style, ETP_COLOR_PAPER),
                     is_filled ? usage->color : etp_style_get_color (style, ETP_COLOR_TRACK), 1);
    }
}

static EtpBox *
make_usage (Sheet *self)
{
  EtpDeck *deck = self->deck;
  EtpNodeList *personas = etp_journey_get_list (deck->map.journey, ETP_LIST_PERSONAS);
  guint n = etp_node_get_length (self->touchpoint, ETP_TOUCHPOINT_USAGE);
  EtpBox *box = NULL;

  for (guint i = 0; i < n; i++)
    {
      EtpValue *value = etp_node_get_value_at (self->touchpoint, ETP_TOUCHPOINT_USAGE, i);
      EtpNode *persona = etp_deck_get_named (deck, etp_value_record (value), ETP_USAGE_PERSONA,
                                             ETP_LIST_PERSONAS);
      gint64 level = etp_value_get_integer (value, ETP_USAGE_LEVEL);
      g_autofree char *line = NULL;
      guint index;
      Usage *usage;

      if (persona == NULL || level == ETP_ABSENT_INTEGER)
        continue;
      if (box == NULL)
        box = etp_deck_new_part (
            deck, etp_deck_get_saying (deck->map.language, ETP_SAY_TOUCHPOINT_USAGE));
      index = etp_node_list_get_index (personas, persona);
      line = g_strdup_printf ("%s: %" G_GINT64_FORMAT "/%d",
                              etp_node_get_text (persona, ETP_PERSONA_NAME), level, MOST_LEVEL);
      etp_box_add (box, line, ETP_TYPE_CARD_TEXT, etp_deck_get_ink (deck), 6);
      usage = g_new (Usage, 1);
      *usage = (Usage){ level,
                        etp_style_get_persona (deck->map.style, index,
                                               etp_node_get_text (persona, ETP_PERSONA_COLOR)) };
      etp_box_add_drawing (box, draw_usage, usage, BAR_HEIGHT, 2)->data_free = g_free;
    }
  return box;
}

static void
find_steps (Sheet *self)
{
  g_autoptr (GPtrArray) steps = etp_deck_list_places (self->deck, ETP_LANE_KIND_TOUCHPOINTS);
  const char *id = etp_node_get_id (self->touchpoint);

  for (guint i = 0; i < steps->len; i++)
    {
      const EtpPlace *place = g_ptr_array_index (steps, i);

      if (strcmp (etp_node_get_text (place->card, ETP_CARD_TOUCHPOINT), id) == 0)
        g_ptr_array_add (self->steps, (gpointer) place);
    }
}

static gboolean
is_at_its_steps (Sheet *self, const EtpPlace *note)
{
  for (guint i = 0; i < self->steps->len; i++)
    {
      const EtpPlace *step = g_ptr_array_index (self->steps, i);

      if (note->step_phase == step->step_phase && note->step_index == step->step_index)
        return TRUE;
    }
  return FALSE;
}

static const EtpColumn *
find_column (EtpDeck *self, guint phase)
{
  for (guint i = 0; i < self->map.n_columns; i++)
    if (self->map.columns[i].index == phase)
      return &self->map.columns[i];
  return &self->map.columns[0];
}

/* Notes of a kind of lane that stand at one of its steps. */
static void
add_notes (Sheet *self, GPtrArray *boxes, EtpLaneKind kind)
{
  EtpDeck *deck = self->deck;
  g_autoptr (GPtrArray) notes = etp_deck_list_places (deck, kind);

  for (guint i = 0; i < notes->len; i++)
    {
      const EtpPlace *note = g_ptr_array_index (notes, i);

      if (note->step_phase == 0 || !is_at_its_steps (self, note))
        continue;
      for (guint r = 0; r < deck->map.n_rows; r++)
        if (deck->map.rows[r].index == note->lane)
          g_ptr_array_add (boxes, etp_deck_new_note (deck, find_column (deck, note->phase),
                                                     &deck->map.rows[r], note));
    }
}

static GPtrArray *
make_boxes (Sheet *self)
{
  EtpDeck *deck = self->deck;
  const char *language = deck->map.language;
  GPtrArray *boxes = g_ptr_array_new ();
  EtpBox *usage = make_usage (self), *box;

  if (self->steps->len > 0)
    g_ptr_array_add (
        boxes, etp_deck_new_part (deck, etp_deck_get_saying (language, ETP_SAY_TOUCHPOINT_STEPS)));
  else
    etp_deck_add_part (deck, boxes, etp_deck_get_saying (language, ETP_SAY_TOUCHPOINT_STEPS),
                       etp_deck_get_saying (language, ETP_SAY_TOUCHPOINT_NO_STEP));
  for (guint i = 0; i < self->steps->len; i++)
    {
      const EtpPlace *place = g_ptr_array_index (self->steps, i);

      box = etp_deck_new_step (deck, find_column (deck, place->phase), place, TRUE);
      g_ptr_array_add (boxes, box);
    }
  add_notes (self, boxes, ETP_LANE_KIND_PAINS);
  add_notes (self, boxes, ETP_LANE_KIND_GAINS);
  add_notes (self, boxes, ETP_LANE_KIND_OPPORTUNITIES);
  if (usage != NULL)
    g_ptr_array_add (boxes, usage);
  etp_deck_add_part (deck, boxes, etp_deck_get_saying (language, ETP_SAY_TOUCHPOINT_NOTE),
                     etp_node_get_text (self->touchpoint, ETP_TOUCHPOINT_NOTE));
  etp_deck_add_part (deck, boxes, etp_deck_get_saying (language, ETP_SAY_TOUCHPOINT_PRIVACY),
                     etp_node_get_text (self->touchpoint, ETP_TOUCHPOINT_PRIVACY));
  return boxes;
}

static void
choose_look (Sheet *self)
{
  EtpDeck *deck = self->deck;
  EtpNode *channel = etp_deck_get_named (deck, etp_node_record (self->touchpoint),
                                         ETP_TOUCHPOINT_CHANNEL, ETP_LIST_CHANNELS);

  self->color = deck->map.accent;
  self->icon = channel != NULL ? etp_icon_from_name (etp_node_get_text (channel, ETP_CHANNEL_ICON))
                               : ETP_ICON_NONE;
  if (self->icon == ETP_ICON_NONE)
    self->icon = ETP_ICON_CHANNELS;
}

void
etp_deck_add_touchpoint_sheet (EtpDeck *deck, EtpNode *touchpoint)
{
  g_autoptr (GPtrArray) steps = g_ptr_array_new ();
  Sheet self = { deck, touchpoint, ETP_ICON_NONE, 0, steps };
  const char *name = etp_node_get_text (touchpoint, ETP_TOUCHPOINT_NAME);
  double x = deck->left + PANEL + PANEL_GAP, room = deck->right - x, width;
  guint n = (guint) CLAMP ((room + COLUMN_GAP) / (NARROWEST + COLUMN_GAP), 1, MOST_COLUMNS);
  EtpStackBox stacks[MOST_COLUMNS + 1];
  g_autoptr (GPtrArray) boxes = NULL;

  find_steps (&self);
  choose_look (&self);
  etp_deck_begin (deck, "touchpoint",
                  name[0] != '\0' ? name : etp_deck_get_word (deck, ETP_WORD_TOUCHPOINT),
                  G_MAXUINT);
  etp_deck_add_context (deck, ETP_WORD_TOUCHPOINT);
  width = floor ((room - (n - 1) * COLUMN_GAP) / n);
  etp_stack_box_init (&stacks[0], deck->left, PANEL);
  g_ptr_array_add (stacks[0].boxes, make_panel (&self));
  for (guint i = 0; i < n; i++)
    {
      etp_stack_box_init (&stacks[i + 1], x + i * (width + COLUMN_GAP), width);
      stacks[i + 1].gap = GAP;
    }
  boxes = make_boxes (&self);
  for (guint i = 0, k = 1; i < boxes->len; i++)
    {
      /* The first step stays below its heading. */
      if (i != 1 || steps->len == 0)
        k = 1 + etp_deck_find_lowest_stack (&stacks[1], n);
      etp_deck_stack (deck, &stacks[k], g_ptr_array_index (boxes, i));
    }
  etp_deck_flow (deck, stacks, n + 1, 0, 0);
  etp_deck_end (deck);
}
