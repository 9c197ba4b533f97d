/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-signs.h"
#include "etp-stack-spans.h"
#include "etp-stack.h"
#include "model/etp-edit-votes.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* All lanes of notes: what people do, think, need, what hurts and what could be better, and the
 * rows of a blueprint. One drawing, a look for each kind; an unknown kind is plain text. */

#define PADDING_X 11.0
#define PADDING_Y 10.0
#define ICON_SIZE 15.0
#define ICON_SPACE 23.0
#define NUMBER_GAP 7.0
#define NARROW 250.0 /* card: below, what it says may stand under number and signs */
#define SEVERITY_WIDTH 23.0
#define SIGN_GAP 6.0
#define EVIDENCE_RADIUS 4.0
#define NOTE_GAP 8.0
#define FOLD_SIZE 14.0

typedef enum
{
  SURFACE_CARD, /* white with a hairline ring */
  SURFACE_PAIN,
  SURFACE_GAIN,
  SURFACE_TINT, /* of the look's hue */
} Surface;

typedef struct
{
  Surface surface;
  EtpIcon icon;
  const char *hue; /* of icon and number; "" is the phase's colour */
  gboolean italic, quoted;
  gboolean with_owners; /* departments and systems stand on it */
} Look;

static const Look looks[ETP_N_LANE_KINDS] = {
  [ETP_LANE_KIND_ACTIONS] = { SURFACE_CARD, ETP_ICON_ACTION, "", FALSE, FALSE, FALSE },
  [ETP_LANE_KIND_THOUGHTS] = { SURFACE_CARD, ETP_ICON_NONE, "", TRUE, TRUE, FALSE },
  [ETP_LANE_KIND_NEEDS] = { SURFACE_CARD, ETP_ICON_NEED, "pink", FALSE, FALSE, FALSE },
  [ETP_LANE_KIND_QUESTIONS] = { SURFACE_CARD, ETP_ICON_QUESTION, "purple", FALSE, FALSE, FALSE },
  [ETP_LANE_KIND_QUOTES] = { SURFACE_TINT, ETP_ICON_QUOTE, "slate", TRUE, TRUE, FALSE },
  [ETP_LANE_KIND_GAINS] = { SURFACE_GAIN, ETP_ICON_GAIN, "green", FALSE, FALSE, FALSE },
  [ETP_LANE_KIND_PAINS] = { SURFACE_PAIN, ETP_ICON_PAIN, "red", FALSE, FALSE, FALSE },
  [ETP_LANE_KIND_OPPORTUNITIES] = { SURFACE_GAIN, ETP_ICON_OPPORTUNITY, "green", FALSE, FALSE,
                                    FALSE },
  [ETP_LANE_KIND_IDEAS] = { SURFACE_TINT, ETP_ICON_IDEA, "purple", FALSE, FALSE, FALSE },
  [ETP_LANE_KIND_MESSAGES] = { SURFACE_CARD, ETP_ICON_MESSAGE, "blue", FALSE, FALSE, FALSE },
  [ETP_LANE_KIND_EVIDENCE] = { SURFACE_CARD, ETP_ICON_EVIDENCE, "slate", FALSE, FALSE, FALSE },
  [ETP_LANE_KIND_FRONTSTAGE] = { SURFACE_TINT, ETP_ICON_FRONTSTAGE, "blue", FALSE, FALSE, TRUE },
  [ETP_LANE_KIND_BACKSTAGE] = { SURFACE_TINT, ETP_ICON_BACKSTAGE, "purple", FALSE, FALSE, TRUE },
  [ETP_LANE_KIND_SUPPORT] = { SURFACE_TINT, ETP_ICON_SUPPORT, "slate", FALSE, FALSE, TRUE },
  [ETP_LANE_KIND_DEPARTMENTS] = { SURFACE_CARD, ETP_ICON_DEPARTMENT, "teal", FALSE, FALSE, TRUE },
  [ETP_LANE_KIND_TEXT] = { SURFACE_CARD, ETP_ICON_NONE, "", FALSE, FALSE, FALSE },
};

typedef struct
{
  EtpMap *map;
  const EtpPlace *place;
  const Look *look;
  EtpIcon icon;
  EtpRgba color; /* the hue, as the document or the look says */
  EtpRgba surface, ink, accent;
  guint group;
  gint64 group_votes; /* of the cards gathered under it */
  gboolean folded;
  double width;
} Note;

static void
init_note (
    Note *self, EtpMap *map, EtpRow *row, EtpColumn *column, const EtpPlace *place, double width)
{
  EtpRgba ink = etp_style_get_color (map->style, ETP_COLOR_INK);
  EtpRgba card = etp_style_get_color (map->style, ETP_COLOR_CARD);
  EtpIcon own = etp_icon_from_name (etp_node_get_text (place->card, ETP_CARD_ICON));
  EtpRgba hue = etp_style_get_named (map->style, looks[row->kind].hue, column->color);

  *self = (Note){ .map = map,
                  .place = place,
                  .look = &looks[row->kind],
                  .icon = own,
                  .surface = card,
                  .ink = ink,
                  .width = width };
  if (own == ETP_ICON_NONE)
    self->icon = self->look->icon;
  hue = etp_style_get_named (map->style, etp_node_get_text (row->lane, ETP_LANE_COLOR), hue);
  self->color = etp_style_get_named (map->style, etp_node_get_text (place->card, ETP_CARD_COLOR),
                                     hue);
  self->accent = etp_style_get_text_ink (map->style, self->color);
  if (self->look->surface == SURFACE_TINT)
    self->surface = etp_style_get_surface (map->style, self->color);
  if (self->look->surface == SURFACE_PAIN)
    {
      self->surface = etp_style_get_color (map->style, ETP_COLOR_PAIN_SURFACE);
      self->ink = etp_style_get_color (map->style, ETP_COLOR_PAIN_INK);
    }
  if (self->look->surface == SURFACE_GAIN)
    {
      self->surface = etp_style_get_color (map->style, ETP_COLOR_GAIN_SURFACE);
      self->ink = etp_style_get_color (map->style, ETP_COLOR_GAIN_INK);
    }
  if (self->look->surface == SURFACE_PAIN || self->look->surface == SURFACE_GAIN)
    self->accent = self->ink;
}

/* What the note says: its title, else its text, in the language's quotation marks if it is a
 * thought and has none of its own. */
static char *
dup_saying (const Note *self)
{
  const char *title = etp_node_get_text (self->place->card, ETP_CARD_TITLE);
  const char *open = etp_words_get (self->map->language, ETP_WORD_QUOTE_OPEN);
  const char *close = etp_words_get (self->map->language, ETP_WORD_QUOTE_CLOSE);

  if (title[0] == '\0')
    title = etp_node_get_text (self->place->card, ETP_CARD_TEXT);
  if (!self->look->quoted || title[0] == '\0' || g_str_has_prefix (title, open)
      || g_str_has_prefix (title, "\"") || g_str_has_prefix (title, "»"))
    return g_strdup (title);
  return g_strconcat (open, title, close, NULL);
}

/* Severity, evidence and the number of gathered cards, from the right edge inwards; returns the
 * width that the title leaves free. */
static double
draw_signs (const Note *self, EtpDraft *draft)
{
  EtpNode *card = self->place->card;
  gint64 severity = etp_node_get_integer (card, ETP_CARD_SEVERITY);
  int evidence = etp_node_get_enum (card, ETP_CARD_EVIDENCE);
  double right = self->width - PADDING_X, x = right;

  etp_draft_set_detail (draft, ETP_DETAIL_FULL, FALSE);
  if (self->group > 0)
    {
      g_autofree char *count = g_strdup_printf ("%u", self->group);

      x -= SIGN_GAP
           + etp_draft_pill (draft, x, PADDING_Y - 2, count,
                             etp_style_get_head_tint (self->map->style, self->color),
                             etp_style_get_text_ink (self->map->style, self->color), ETP_ALIGN_END);
      if (!self->map->options->paper)
        {
          x -= FOLD_SIZE + 1;
          etp_draft_icon (draft, self->folded ? ETP_ICON_UNFOLD : ETP_ICON_FOLD,
                          (EtpRect){ x, PADDING_Y + 9 - FOLD_SIZE / 2, FOLD_SIZE, FOLD_SIZE },
                          self->accent);
          x -= SIGN_GAP;
        }
    }
  if (evidence > ETP_EVIDENCE_ASSUMED)
    {
      etp_sign_evidence (draft, x - EVIDENCE_RADIUS, PADDING_Y + 9, EVIDENCE_RADIUS, evidence,
                         self->accent, self->surface);
      x -= 2 * EVIDENCE_RADIUS + SIGN_GAP;
    }
  if (severity != ETP_ABSENT_INTEGER && severity > 0 && self->look->surface == SURFACE_PAIN)
    {
      etp_sign_severity (draft, x - SEVERITY_WIDTH, PADDING_Y + 3, severity, self->ink,
                         self->surface);
      x -= SEVERITY_WIDTH + SIGN_GAP;
    }
  etp_draft_reset_detail (draft);
  return right - x;
}

/* The step's number and what the note says beside it, left of the signs; on a narrow card below
 * them, where a long word would be cut up otherwise. */
static double
draw_saying (const Note *self, EtpDraft *draft, double x, double y, double width, double signs)
{
  const EtpPlace *place = self->place;
  g_autofree char *saying = dup_saying (self);
  gboolean is_heading = self->group > 0
                        || (etp_node_get_text (place->card, ETP_CARD_TITLE)[0] != '\0'
                            && etp_node_get_text (place->card, ETP_CARD_TEXT)[0] != '\0');
  EtpType type = self->look->italic ? ETP_TYPE_NOTE_ITALIC : ETP_TYPE_NOTE;
  double left = x, beside = width - signs, top = y, height;

  if (is_heading && !self->look->italic)
    type = ETP_TYPE_MEASURE_TITLE;
  if (place->step_phase > 0)
    {
      g_autofree char *number = g_strdup_printf ("%u.%u", place->step_phase, place->step_index);
      double number_width = etp_draft_text_width (draft, number, ETP_TYPE_MEASURE_TITLE);

      etp_draft_text (draft, x, y, 0, number, ETP_TYPE_MEASURE_TITLE, self->accent,
                      ETP_ALIGN_START);
      left += number_width + NUMBER_GAP;
      beside -= number_width + NUMBER_GAP;
    }
  if (self->width < NARROW && beside < width
      && beside < etp_measurer_get_widest_word (self->map->measurer, saying,
                                                etp_style_get_font (self->map->style, type)))
    {
      y += etp_style_get_line_height (self->map->style, type);
      left = x;
      beside = width;
    }
  height = etp_draft_text (draft, left, y, MAX (beside, 40), saying, type, self->ink,
                           ETP_ALIGN_START);
  y += MAX (height, etp_style_get_line_height (self->map->style, type));
  return y - top;
}

static double
draw_content (const Note *self, EtpDraft *draft)
{
  EtpNode *card = self->place->card;
  double x = PADDING_X, y = PADDING_Y, width;
  double signs = draw_signs (self, draft);
  EtpFlow flow;

  if (self->icon != ETP_ICON_NONE)
    {
      const double scale = self->map->metrics->scale; /* larger in a room */

      etp_draft_icon (draft, self->icon,
                      (EtpRect){ x, y + 1.5 * scale, ICON_SIZE * scale, ICON_SIZE * scale },
                      self->accent);
      x += ICON_SPACE * scale;
    }
  width = self->width - x - PADDING_X;
  y += draw_saying (self, draft, x, y, width, signs);
  if (self->map->options->titles)
    return y + PADDING_Y;
  etp_draft_set_detail (draft, ETP_DETAIL_FULL, TRUE);
  if (etp_node_get_text (card, ETP_CARD_TITLE)[0] != '\0')
    y += etp_draft_text (draft, x, y + 1, width, etp_node_get_text (card, ETP_CARD_TEXT),
                         ETP_TYPE_CARD_TEXT, etp_style_get_color (self->map->style, ETP_COLOR_DIM),
                         ETP_ALIGN_START);
  etp_draft_set_detail (draft, ETP_DETAIL_FULL, FALSE);
  etp_flow_init (&flow, draft, self->map->style, x, y + 3, width);
  flow.more_votes = self->group_votes;
  etp_flow_add_card (&flow, self->map, card, self->look->with_owners);
  etp_draft_reset_detail (draft);
  return y + (flow.n > 0 ? 3 : 0) + etp_flow_get_height (&flow, y + 3) + PADDING_Y;
}

/* What a screen reader says of a heading, before the rest. */
static char *
dup_group_note (const Note *self, const char *note)
{
  g_autofree char *count = NULL;
  g_autoptr (GString) said = NULL;

  if (self->group == 0)
    return g_strdup (note);
  /* Translators: of a heading of notes; %u is how many there are. */
  count = g_strdup_printf (ngettext ("group of %u note", "group of %u notes", self->group),
                           self->group);
  said = g_string_new (count);
  if (self->folded)
    /* Translators: what a screen reader says of a group of notes that shows its heading only. */
    g_string_append_printf (said, ", %s", _ ("folded"));
  if (note != NULL)
    g_string_append_printf (said, ", %s", note);
  return g_string_free (g_steal_pointer (&said), FALSE);
}

static EtpItem *
draw_note (const Note *self, guint64 stamp)
{
  EtpMap *map = self->map;
  EtpNode *card = self->place->card;
  const char *name = etp_card_get_spoken (card, map->language);
  g_autofree char *own = etp_card_dup_note (card, FALSE, self->group_votes);
  g_autofree char *grouped = dup_group_note (self, own);
  g_autofree char *note = etp_span_dup_note (map, self->place, grouped);
  g_autofree char *numbered = NULL;
  EtpDraft *draft = etp_draft_new (ETP_ITEM_CARD, map->style, map->measurer);
  double height;

  if (self->place->step_phase > 0)
    name = numbered = g_strdup_printf ("%u.%u %s", self->place->step_phase, self->place->step_index,
                                       name);
  etp_draft_set_node (draft, etp_node_get_id (card), -1, NULL);
  etp_draft_set_name (draft, name);
  etp_draft_set_note (draft, note);
  etp_draft_set_place (draft, ETP_LAYER_BODY, ETP_PIN_NONE,
                       ETP_CAN_FOCUS | ETP_CAN_EDIT | ETP_CAN_MOVE
                           | (self->group > 0 ? ETP_CAN_FOLD : 0)
                           | (self->folded ? ETP_IS_FOLDED : 0));
  if (self->look->surface == SURFACE_CARD)
    etp_draft_card (draft, (EtpRect){ 0, 0, self->width, 0 }, map->metrics->note_radius,
                    self->surface, etp_style_get_color (map->style, ETP_COLOR_CARD_RING));
  else
    etp_draft_box (draft, (EtpRect){ 0, 0, self->width, 0 }, map->metrics->note_radius,
                   self->surface, etp_style_get_surface_ring (map->style, self->accent), 1);
  height = draw_content (self, draft);
  etp_draft_set_card_height (draft, height);
  return etp_draft_finish (draft, self->width, height, stamp);
}

/* Votes of the cards of the cell that gather under the card. */
static gint64
count_group_votes (EtpMap *map, const EtpPlace *heading)
{
  const char *id = etp_node_get_id (heading->card);
  gint64 votes = 0;
  guint n;
  const EtpPlace *const *places = etp_outline_get_cell (map->outline, heading->phase, heading->lane,
                                                        &n);

  for (guint i = 0; i < n; i++)
    if (strcmp (etp_node_get_text (places[i]->card, ETP_CARD_CLUSTER), id) == 0)
      votes += etp_votes_count (places[i]->card);
  return votes;
}

EtpItem *
etp_note_make (EtpMap *map,
               EtpRow *row,
               EtpColumn *column,
               const EtpPlace *place,
               double width,
               guint group,
               EtpCellDraft *cell)
{
  guint64 stamp = etp_stamp_mix (map->stamp, map->inventory_stamp);
  gint64 votes = group > 0 ? count_group_votes (map, place) : 0;
  gboolean folded = group > 0 && etp_map_is_folded (map, place->card);
  EtpItem *item;
  Note note;

  stamp = etp_stamp_mix (stamp, etp_node_get_stamp (place->card));
  stamp = etp_stamp_mix (stamp, (guint64) place->step_phase << 32 | place->step_index);
  stamp = etp_stamp_mix (stamp, (guint64) row->kind << 32 | group);
  stamp = etp_stamp_text (stamp, etp_node_get_text (row->lane, ETP_LANE_COLOR));
  if (group > 0)
    stamp = etp_stamp_mix (stamp, (guint64) votes << 1 | (folded != FALSE));
  stamp = etp_stamp_number (etp_stamp_mix (stamp, column->color), width);
  stamp = etp_span_stamp (map, place, stamp);
  item = etp_cell_draft_reuse (cell, ETP_ITEM_CARD, etp_node_get_id (place->card), NULL, stamp);
  if (item != NULL)
    return item;
  init_note (&note, map, row, column, place, width);
  note.group = group;
  note.group_votes = votes;
  note.folded = folded;
  return draw_note (&note, stamp);
}

static void
notes_prepare (EtpMap *map, EtpRow *row)
{
  etp_stack_prepare (map, row, etp_note_make, NOTE_GAP);
}

static void
notes_build (EtpMap *map, EtpRow *row, EtpColumn *column, EtpCellDraft *cell)
{
  etp_stack_build (map, row, column, etp_note_make, NOTE_GAP, cell);
  if (etp_cell_draft_is_empty (cell))
    etp_map_build_prompt (map, row, column, cell);
}

const EtpLaneClass etp_lane_notes = {
  .kind = ETP_LANE_KIND_TEXT,
  .icon = ETP_ICON_TEXT,
  .prepare = notes_prepare,
  .stamp = etp_stack_get_stamp,
  .build = notes_build,
};
