/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-deck-chart.h"

#include "etp-signs.h"
#include "model/etp-curve-text.h"
#include "model/etp-edit-emotion.h"

#include <math.h>
#include <string.h>

/* The curve is the map's emotion lane, built over all shown phases, so that it comes from the phase
 * before and goes on into the next; a slide takes the cells of the phases that it shows. */

#define FACE 20.0
#define FACE_GAP 10.0
#define AXIS_GAP 14.0
#define LEAST_FACE 12.0
#define FACE_SPACE 2.0
#define LEGEND_SIGN 24.0
#define LEGEND_WORD 6.0
#define LEGEND_GAP 18.0
#define LEGEND_LINE 26.0

void
etp_deck_chart_init (EtpDeckChart *self,
                     EtpDeck *deck,
                     double column_width,
                     double height,
                     EtpJourney *ghost,
                     gboolean few_feelings)
{
  double x = 0;

  *self = (EtpDeckChart){ .deck = deck, .map = deck->map, .metrics = *deck->map.metrics };
  self->view = *deck->map.options;
  self->view.ghost = ghost;
  self->view.few_feelings = few_feelings;
  self->metrics.emotion_height = height;
  self->map.metrics = &self->metrics;
  self->map.options = &self->view;
  self->map.side_by_side = FALSE;
  self->map.columns = g_memdup2 (deck->map.columns, deck->map.n_columns * sizeof (EtpColumn));
  for (guint i = 0; i < self->map.n_columns; i++)
    {
      self->map.columns[i].x = x;
      self->map.columns[i].width = column_width;
      self->map.columns[i].collapsed = FALSE;
      x += column_width + self->metrics.phase_gap;
    }
  /* There is a lane where there are curves. */
  self->lane = g_object_new (G_OBJECT_TYPE (deck->map.rows[0].lane), NULL);
  self->row = (EtpRow){ .lane = self->lane, .kind = ETP_LANE_KIND_EMOTION, .height = height };
  etp_lane_emotion.prepare (&self->map, &self->row);
}

void
etp_deck_chart_clear (EtpDeckChart *self)
{
  self->row.data_free (self->row.data);
  g_clear_object (&self->lane);
  g_free (self->map.columns);
}

guint
etp_deck_chart_get_n_curves (const EtpDeckChart *self)
{
  const EtpEmotionLane *lane = self->row.data;

  return lane->curves->len;
}

static void
add_band (EtpDeckChart *self, const EtpColumn *column, double x, double y, double radius)
{
  EtpDraft *draft = etp_draft_new (ETP_ITEM_LINE, self->map.style, self->map.measurer);

  etp_draft_set_place (draft, ETP_LAYER_BACK, ETP_PIN_NONE, 0);
  etp_draft_box (draft, (EtpRect){ 0, 0, column->width, self->metrics.emotion_height }, radius,
                 column->tint, 0, 0);
  etp_deck_add (self->deck,
                etp_draft_finish (draft, column->width, self->metrics.emotion_height,
                                  etp_deck_next_stamp (self->deck)),
                x, y);
}

/* The items of a cell, moved to the slide. */
static void
add_cell (EtpDeckChart *self, EtpColumn *column, double x, double y)
{
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (EtpBuiltCell));
  EtpCellDraft *draft = etp_cell_draft_new (NULL, NULL, NULL, 0, column->width);

  etp_lane_emotion.build (&self->map, &self->row, column, draft);
  etp_cell_draft_finish (draft, cells);
  for (guint i = 0; i < cells->len; i++)
    {
      EtpBuiltCell *built = &g_array_index (cells, EtpBuiltCell, i);

      for (guint k = 0; k < built->cell->n_items; k++)
        etp_deck_add (self->deck, etp_item_ref (built->cell->items[k].item),
                      x + built->cell->items[k].x, y + built->y + built->cell->items[k].y);
      etp_cell_unref (built->cell);
    }
}

void
etp_deck_chart_add (EtpDeckChart *self, guint first, guint n, double x, double y, double radius)
{
  double origin = self->map.columns[first].x;

  for (guint i = first; radius >= 0 && i < first + n; i++)
    add_band (self, &self->map.columns[i], x + self->map.columns[i].x - origin, y, radius);
  for (guint i = first; i < first + n; i++)
    add_cell (self, &self->map.columns[i], x + self->map.columns[i].x - origin, y);
}

/* The journey's own words for −2 … +2, or signs. */
static const char *
get_label (EtpDeckChart *self, guint index)
{
  static const char *const signs[] = { "− −", "−", "0", "+", "+ +" };
  EtpValue *scale = etp_node_get_value (ETP_NODE (self->map.journey), ETP_JOURNEY_EMOTION_SCALE);

  if (scale == NULL || index >= etp_value_get_length (scale, ETP_EMOTION_SCALE_LABELS))
    return signs[index];
  return etp_record_get_text_at (etp_value_record (scale), ETP_EMOTION_SCALE_LABELS, index);
}

/* Without room for all of them the faces speak for themselves. */
static gboolean
have_labels_room (EtpDeckChart *self, double room)
{
  EtpFont font = etp_style_get_font (self->map.style, ETP_TYPE_AXIS);

  for (guint i = 0; i < 5; i++)
    {
      const char *label = get_label (self, i);

      if (strchr (label, '\n') != NULL
          || etp_measurer_get_width (self->map.measurer, label, font) > room)
        return FALSE;
    }
  return TRUE;
}

/* Those who do not see the curve hear of it here. */
void
etp_deck_chart_add_axis (EtpDeckChart *self, double left, double right, double y)
{
  EtpDraft *draft = etp_draft_new (ETP_ITEM_AXIS, self->map.style, self->map.measurer);
  double width = right - left, line = etp_style_get_line_height (self->map.style, ETP_TYPE_AXIS);
  EtpRgba dim = etp_deck_get_dim (self->deck);
  double step = etp_curve_value_to_y (0, self->metrics.emotion_height)
                - etp_curve_value_to_y (1, self->metrics.emotion_height);
  const guint every = step < LEAST_FACE + FACE_SPACE ? 2 : 1; /* on a low chart not all have room */
  double face = CLAMP (floor (every * step) - 5, LEAST_FACE, FACE);
  g_autofree char *told = etp_curve_describe (self->map.journey, NULL, self->map.language);
  gboolean labelled = step >= line && have_labels_room (self, width - AXIS_GAP - FACE - FACE_GAP);

  etp_draft_set_name (draft, etp_deck_get_word (self->deck, ETP_WORD_EMOTION_CURVE));
  etp_draft_set_note (draft, told);
  for (guint i = 0; i < 5; i += every)
    {
      double middle = etp_curve_value_to_y ((double) i - 2, self->metrics.emotion_height);
      const char *label = get_label (self, i);

      etp_draft_icon (
          draft, ETP_ICON_FACE_VERY_SAD + i,
          (EtpRect){ width - AXIS_GAP - (FACE + face) / 2, middle - face / 2, face, face }, dim);
      if (!labelled)
        continue;
      etp_draft_text (draft, width - AXIS_GAP - FACE - FACE_GAP, middle - line / 2, 0, label,
                      ETP_TYPE_AXIS, dim, ETP_ALIGN_END);
    }
  etp_deck_add (self->deck,
                etp_draft_finish (draft, width, self->metrics.emotion_height,
                                  etp_deck_next_stamp (self->deck)),
                left, y);
}

gboolean
etp_deck_chart_shows (EtpDeck *deck, const char *card, const char *feeling)
{
  for (guint i = 0; i < deck->slide->items->len; i++)
    {
      const EtpItem *item = g_array_index (deck->slide->items, EtpPlaced, i).item;

      if (item->kind != ETP_ITEM_POINT || g_strcmp0 (item->node_id, card) != 0)
        continue;
      for (guint k = 0; k < item->n_marks; k++)
        if (item->marks[k].type == ETP_MARK_TEXT && strcmp (item->marks[k].text, feeling) == 0)
          return TRUE;
    }
  return FALSE;
}

typedef struct
{
  EtpDeck *deck;
  EtpDraft *draft;
  double x, y, width;
} Legend;

/* Room for a sign with its word; returns where the sign's box begins. */
static double
add_entry (Legend *self, const char *word)
{
  double used = LEGEND_SIGN + LEGEND_WORD, x;
  double text = etp_draft_text_width (self->draft, word, ETP_TYPE_FOOT);
  double line = etp_style_get_line_height (self->deck->map.style, ETP_TYPE_FOOT), height;

  if (self->x > 0 && self->x + used + text > self->width)
    {
      self->x = 0;
      self->y += LEGEND_LINE;
    }
  x = self->x;
  height = etp_draft_text (self->draft, x + used, self->y + (LEGEND_LINE - line) / 2,
                           MIN (ceil (text) + 1, self->width - x - used), word, ETP_TYPE_FOOT,
                           etp_deck_get_dim (self->deck), ETP_ALIGN_START);
  self->x += used + text + LEGEND_GAP;
  self->y += MAX (0, height - line);
  return x;
}

/* TRUE if a persona has a point in a phase (NULL: in any). */
static gboolean
has_point (EtpDeck *deck, const char *persona, const EtpColumn *column)
{
  for (guint c = 0; c < deck->map.n_columns; c++)
    {
      guint n;
      const EtpPlace *const *steps = etp_outline_get_phase_steps (deck->map.outline,
                                                                  deck->map.columns[c].index, &n);

      for (guint i = 0; i < n && (column == NULL || column == &deck->map.columns[c]); i++)
        if (etp_card_get_emotion (steps[i]->card, persona) != NULL)
          return TRUE;
    }
  return FALSE;
}

static void
add_personas (Legend *self, const EtpColumn *column)
{
  EtpNodeList *personas = etp_journey_get_list (self->deck->map.journey, ETP_LIST_PERSONAS);
  guint n = etp_node_list_get_length (personas);

  for (guint i = 0; i < n; i++)
    {
      EtpNode *persona = etp_node_list_get (personas, i);
      EtpRgba color = etp_style_get_persona (self->deck->map.style, i,
                                             etp_node_get_text (persona, ETP_PERSONA_COLOR));
      double x;

      if (etp_node_get_text (persona, ETP_PERSONA_NAME)[0] == '\0'
          || !has_point (self->deck, etp_node_get_id (persona), column))
        continue;
      x = add_entry (self, etp_node_get_text (persona, ETP_PERSONA_NAME));
      etp_sign_curve (self->draft, x, self->y + LEGEND_LINE / 2, LEGEND_SIGN,
                      etp_sign_get_shape (i), color);
    }
}

/* Which signs the shown points use. */
typedef struct
{
  gboolean evidence[ETP_N_EVIDENCES], target, star, spread;
} Used;

static void
find_used (EtpDeck *deck, Used *used)
{
  for (guint c = 0; c < deck->map.n_columns; c++)
    {
      guint n;
      const EtpPlace *const *steps = etp_outline_get_phase_steps (deck->map.outline,
                                                                  deck->map.columns[c].index, &n);

      for (guint i = 0; i < n; i++)
        {
          EtpNode *card = steps[i]->card;
          guint n_emotions = etp_node_get_length (card, ETP_CARD_EMOTIONS);

          for (guint k = 0; k < n_emotions; k++)
            {
              EtpValue *emotion = etp_node_get_value_at (card, ETP_CARD_EMOTIONS, k);
              int evidence = MAX (0, etp_value_get_enum (emotion, ETP_EMOTION_EVIDENCE));

              used->evidence[evidence] = TRUE;
              used->target |= !isnan (etp_value_get_number (emotion, ETP_EMOTION_TARGET));
              used->spread |= etp_value_get_length (emotion, ETP_EMOTION_RATINGS) > 1;
              used->star |= etp_node_get_boolean (card, ETP_CARD_MOMENT_OF_TRUTH);
            }
        }
    }
}

static void
add_signs (Legend *self, const char *ghost)
{
  EtpStyle *style = self->deck->map.style;
  EtpRgba color = etp_deck_get_color (self->deck, ETP_COLOR_PATH);
  EtpRgba paper = etp_deck_get_color (self->deck, ETP_COLOR_PAPER);
  Used used = { 0 };
  double x;

  find_used (self->deck, &used);
  for (int i = ETP_N_EVIDENCES - 1; i >= 0; i--)
    if (used.evidence[i])
      {
        x = add_entry (self,
                       etp_deck_get_word (self->deck, (EtpWord) (ETP_WORD_EVIDENCE_ASSUMED + i)));
        etp_sign_evidence (self->draft, x + LEGEND_SIGN / 2, self->y + LEGEND_LINE / 2, 7, i, color,
                           paper);
      }
  if (used.target)
    {
      x = add_entry (self, etp_deck_get_word (self->deck, ETP_WORD_STATE_TO_BE));
      etp_draft_line (self->draft, x, self->y + LEGEND_LINE / 2, x + LEGEND_SIGN,
                      self->y + LEGEND_LINE / 2, color, 2.2, ETP_STROKE_DOTTED);
    }
  if (ghost != NULL)
    {
      x = add_entry (self, ghost);
      etp_draft_line (self->draft, x, self->y + LEGEND_LINE / 2, x + LEGEND_SIGN,
                      self->y + LEGEND_LINE / 2, color, 2, ETP_STROKE_DASHED);
    }
  if (used.spread)
    {
      x = add_entry (self, etp_deck_get_word (self->deck, ETP_WORD_SPREAD_OF_RATINGS));
      etp_draft_box (self->draft,
                     (EtpRect){ x + LEGEND_SIGN / 2 - 6, self->y + LEGEND_LINE / 2 - 10, 12, 20 },
                     6, etp_rgba_mix (color, paper, 0.26), 0, 0);
    }
  if (used.star)
    {
      x = add_entry (self, etp_deck_get_word (self->deck, ETP_WORD_MOMENT_OF_TRUTH));
      etp_sign_star (self->draft, style, (EtpRect){ x + 3, self->y + LEGEND_LINE / 2 - 9, 18, 18 });
    }
}

EtpItem *
etp_deck_new_persona_legend (EtpDeck *self, const EtpColumn *column, double width)
{
  Legend legend = { self, NULL, 0, 0, width };

  if (self->n_curves < 2)
    return NULL;
  legend.draft = etp_draft_new (ETP_ITEM_FOOT, self->map.style, self->map.measurer);
  etp_draft_set_name (legend.draft, etp_deck_get_word (self, ETP_WORD_PERSONAS));
  add_personas (&legend, column);
  return etp_draft_finish (legend.draft, width, legend.y + LEGEND_LINE, etp_deck_next_stamp (self));
}

static void
add_icon (Legend *self, EtpIcon icon, EtpColorRole role, const char *word)
{
  double x = add_entry (self, word);

  etp_draft_icon (self->draft, icon, (EtpRect){ x + 3, self->y + LEGEND_LINE / 2 - 9, 18, 18 },
                  etp_deck_get_color (self->deck, role));
}

EtpItem *
etp_deck_new_legend (EtpDeck *self, const char *ghost, gboolean with_counts)
{
  Legend legend = { self, etp_draft_new (ETP_ITEM_FOOT, self->map.style, self->map.measurer), 0, 0,
                    self->right - self->left };
  double height;

  etp_draft_set_name (legend.draft, etp_deck_get_word (self, ETP_WORD_LEGEND));
  if (self->n_curves > 1)
    add_personas (&legend, NULL);
  add_signs (&legend, ghost);
  if (with_counts)
    {
      add_icon (&legend, ETP_ICON_PAIN, ETP_COLOR_PAIN_INK,
                etp_deck_get_word (self, ETP_WORD_PAIN_POINT));
      add_icon (&legend, ETP_ICON_OPPORTUNITY, ETP_COLOR_GAIN_INK,
                etp_deck_get_word (self, ETP_WORD_OPPORTUNITY));
    }
  height = legend.y + LEGEND_LINE;
  return etp_draft_finish (legend.draft, legend.width, height, etp_deck_next_stamp (self));
}
