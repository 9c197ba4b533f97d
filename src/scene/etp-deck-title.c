/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-deck-chart.h"
#include "etp-deck-facts.h"
#include "etp-deck-parts.h"
#include "model/etp-format.h"
#include "model/etp-tables.h"

#include <math.h>
#include <string.h>

/* The first slide: which journey this is, whose and how far along; below it the journey's own curve
 * in the colours of its phases, without words. */

#define TOP 84.0
#define LOGO_WIDTH 180.0
#define LOGO_HEIGHT 64.0
#define CURVE_HEIGHT 230.0
#define SEAM 1.0
#define CURVE_TOP 30.0 /* free above the highest point */
#define PERSONA 64.0
#define MOST_PORTRAITS 8
#define MOST_LINES 4 /* of the title */

static char *
dup_people (EtpDeck *self)
{
  EtpNodeList *personas = etp_journey_get_list (self->map.journey, ETP_LIST_PERSONAS);
  GString *names = g_string_new (NULL);
  EtpNode *persona;

  for (guint i = 0; (persona = etp_node_list_get (personas, i)) != NULL; i++)
    {
      const char *name = etp_node_get_text (persona, ETP_PERSONA_NAME);
      const char *role = etp_node_get_text (persona, ETP_PERSONA_ROLE);

      if (name[0] == '\0')
        continue;
      if (names->len > 0)
        g_string_append (names, " · ");
      g_string_append (names, name);
      if (role[0] != '\0')
        g_string_append_printf (names, ", %s", role);
    }
  return g_string_free (names, FALSE);
}

static gboolean
has_portraits (EtpDeck *self)
{
  return etp_node_list_get_length (etp_journey_get_list (self->map.journey, ETP_LIST_PERSONAS)) > 0;
}

/* The first personas' portraits side by side. */
static void
draw_people (EtpDraft *draft, EtpStyle *style, EtpRect rect, gpointer data)
{
  EtpDeck *self = data;
  EtpNodeList *personas = etp_journey_get_list (self->map.journey, ETP_LIST_PERSONAS);
  guint n = MIN (etp_node_list_get_length (personas), (guint) MOST_PORTRAITS);

  for (guint i = 0; i < n; i++)
    {
      EtpDeckPortrait *portrait = etp_deck_portrait_new (self, etp_node_list_get (personas, i), i);

      etp_deck_draw_portrait (draft, style,
                              (EtpRect){ rect.x + i * (PERSONA + 10), rect.y, PERSONA, PERSONA },
                              portrait);
      etp_deck_portrait_free (portrait);
    }
}

static void
add_labelled (EtpDeck *self, EtpBox *box, const char *label, const char *value)
{
  g_autofree char *line = NULL;

  if (value[0] == '\0')
    return;
  line = g_strdup_printf ("%s: %s", label, value);
  etp_box_add (box, line, ETP_TYPE_SMALL, etp_deck_get_dim (self), 3);
}

static EtpBox *
make_facts (EtpDeck *self)
{
  EtpNode *root = ETP_NODE (self->map.journey);
  const char *language = self->map.language;
  const char *about = etp_node_get_text (root, ETP_JOURNEY_DESCRIPTION);
  g_autofree char *date = etp_format_date (etp_node_get_text (root, ETP_JOURNEY_WORKSHOP_DATE),
                                           language);
  g_autofree char *people = dup_people (self);
  g_autofree char *state = etp_deck_join (
      g_strdup (etp_words_get_choice (language, etp_state_words,
                                      etp_node_get_enum (root, ETP_JOURNEY_STATE))),
      g_strdup (etp_words_get_choice (language, etp_status_words,
                                      etp_node_get_enum (root, ETP_JOURNEY_STATUS))),
      g_strdup (date), NULL);
  EtpBox *box = etp_box_new (ETP_ITEM_LABEL);

  etp_box_add (box, about, ETP_TYPE_WIDE_TEXT, etp_deck_get_ink (self), 0);
  if (has_portraits (self))
    etp_box_add_drawing (box, draw_people, self, PERSONA, 18);
  etp_box_add (box, state, ETP_TYPE_FACTS, etp_deck_get_accent (self), 14);
  etp_box_add (box, people, ETP_TYPE_FACTS, etp_deck_get_dim (self), 6);
  add_labelled (self, box, etp_deck_get_word (self, ETP_WORD_OWNER),
                etp_node_get_text (root, ETP_JOURNEY_OWNER));
  add_labelled (self, box, etp_deck_get_word (self, ETP_WORD_CONTACT),
                etp_node_get_text (root, ETP_JOURNEY_CONTACT));
  return box;
}

/* The strongest curve over the whole width, in pieces of the phases' colours over a tint. */
static void
draw_curve (EtpDeck *self, EtpDeckChart *chart, EtpDraft *draft)
{
  const EtpEmotionLane *lane = chart->row.data;
  const EtpEmotionCurve *curve = g_ptr_array_index (lane->curves, 0);
  const EtpEmotionLine *line = &curve->as_is;
  EtpRgba paper = etp_deck_get_color (self, ETP_COLOR_PAPER);

  for (guint i = 0; i < chart->map.n_columns; i++)
    {
      const EtpColumn *column = &chart->map.columns[i];
      double x0 = column->x, x1 = column->x + column->width;
      /* The next one lies over its edge: no seam between them. */
      double from = MAX (x0, line->knots[0].x);
      double to = MIN (x1 + SEAM, line->knots[line->n - 1].x);

      if (to <= from)
        continue;
      etp_draft_move_to (draft, from, CURVE_HEIGHT);
      etp_draft_line_to (draft, from, etp_curve_get_y (line->knots, line->slopes, line->n, from));
      for (guint k = 0; k < line->n; k++)
        {
          EtpBezier piece;

          if (k + 1 >= line->n || line->knots[k + 1].x <= from || line->knots[k].x >= to)
            continue;
          piece = etp_curve_get_segment (line->knots, line->slopes, k);
          piece = etp_bezier_split (&piece, from, to);
          etp_draft_curve_to (draft, piece.p[1].x, piece.p[1].y, piece.p[2].x, piece.p[2].y,
                              piece.p[3].x, piece.p[3].y);
        }
      etp_draft_line_to (draft, to, CURVE_HEIGHT);
      etp_draft_close (draft);
      etp_draft_fill (draft, etp_rgba_mix (column->color, paper, 0.1), ETP_FILL_SOLID);
    }
}

static void
stroke_curve (EtpDeckChart *chart, EtpDraft *draft)
{
  const EtpEmotionLane *lane = chart->row.data;
  const EtpEmotionCurve *curve = g_ptr_array_index (lane->curves, 0);
  const EtpEmotionLine *line = &curve->as_is;

  for (guint i = 0; i < chart->map.n_columns; i++)
    {
      const EtpColumn *column = &chart->map.columns[i];
      double x0 = column->x, x1 = column->x + column->width;

      for (guint k = 0; k + 1 < line->n; k++)
        {
          EtpBezier piece;

          if (line->knots[k + 1].x <= x0 || line->knots[k].x >= x1)
            continue;
          piece = etp_curve_get_segment (line->knots, line->slopes, k);
          piece = etp_bezier_split (&piece, x0, x1);
          etp_draft_move_to (draft, piece.p[0].x, piece.p[0].y);
          etp_draft_curve_to (draft, piece.p[1].x, piece.p[1].y, piece.p[2].x, piece.p[2].y,
                              piece.p[3].x, piece.p[3].y);
        }
      etp_draft_stroke (draft, column->color, 5, ETP_STROKE_SOLID);
    }
}

/* It goes on, level, to the edges of the slide. */
static void
stroke_ends (EtpDeck *self, EtpDeckChart *chart, EtpDraft *draft)
{
  const EtpEmotionLane *lane = chart->row.data;
  const EtpEmotionLine *line =
      &((const EtpEmotionCurve *) g_ptr_array_index (lane->curves, 0))->as_is;
  const EtpCurvePoint *first = &line->knots[0], *last = &line->knots[line->n - 1];
  EtpRgba paper = etp_deck_get_color (self, ETP_COLOR_PAPER);
  const struct
  {
    double x0, x1, y;
    EtpRgba color;
  } ends[] = { { 0, first->x, first->y, chart->map.columns[0].color },
               { last->x, self->width, last->y,
                 chart->map.columns[chart->map.n_columns - 1].color } };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      double x0 = i == 0 ? ends[i].x0 : ends[i].x0 - SEAM;
      double x1 = i == 0 ? ends[i].x1 + SEAM : ends[i].x1;

      etp_draft_move_to (draft, x0, CURVE_HEIGHT);
      etp_draft_line_to (draft, x0, ends[i].y);
      etp_draft_line_to (draft, x1, ends[i].y);
      etp_draft_line_to (draft, x1, CURVE_HEIGHT);
      etp_draft_close (draft);
      etp_draft_fill (draft, etp_rgba_mix (ends[i].color, paper, 0.1), ETP_FILL_SOLID);
      etp_draft_line (draft, ends[i].x0, ends[i].y, ends[i].x1, ends[i].y, ends[i].color, 5,
                      ETP_STROKE_SOLID);
    }
}

static void
add_curve (EtpDeck *self)
{
  EtpDeckChart chart;
  const EtpEmotionLane *lane;
  EtpDraft *draft;

  if (!self->has_emotions)
    return;
  etp_deck_chart_init (&chart, self,
                       (self->width - (self->map.n_columns - 1) * self->map.metrics->phase_gap)
                           / self->map.n_columns,
                       CURVE_HEIGHT, NULL, FALSE);
  lane = chart.row.data;
  if (((const EtpEmotionCurve *) g_ptr_array_index (lane->curves, 0))->as_is.n > 1)
    {
      /* Columns meet: there are no bands between which a gap would be. */
      for (guint i = 0; i < chart.map.n_columns; i++)
        chart.map.columns[i].width += i + 1 < chart.map.n_columns ? self->map.metrics->phase_gap
                                                                  : 0;
      draft = etp_draft_new (ETP_ITEM_CURVE, self->map.style, self->map.measurer);
      etp_draft_set_place (draft, ETP_LAYER_BACK, ETP_PIN_NONE, 0);
      etp_draft_set_name (draft, etp_deck_get_word (self, ETP_WORD_EMOTION_CURVE));
      draw_curve (self, &chart, draft);
      stroke_curve (&chart, draft);
      stroke_ends (self, &chart, draft);
      etp_deck_add (self,
                    etp_draft_finish (draft, self->width, CURVE_HEIGHT, etp_deck_next_stamp (self)),
                    0, self->height - CURVE_HEIGHT);
    }
  etp_deck_chart_clear (&chart);
}

static void
add_logo (EtpDeck *self)
{
  EtpValue *theme = etp_node_get_value (ETP_NODE (self->map.journey), ETP_JOURNEY_THEME);
  const char *logo = theme != NULL ? etp_value_get_text (theme, ETP_THEME_LOGO) : "";
  EtpNode *asset = logo[0] != '\0' ? etp_journey_get_node (self->map.journey, logo) : NULL;
  EtpDraft *draft;

  if (asset == NULL || etp_node_get_list (asset) != ETP_LIST_ASSETS)
    return;
  draft = etp_draft_new (ETP_ITEM_IMAGE, self->map.style, self->map.measurer);
  etp_draft_set_name (draft, "Logo");
  etp_draft_image (draft, logo, (EtpRect){ 0, 0, LOGO_WIDTH, LOGO_HEIGHT }, 0);
  etp_deck_add (self, etp_draft_finish (draft, LOGO_WIDTH, LOGO_HEIGHT, etp_deck_next_stamp (self)),
                self->right - LOGO_WIDTH, 40);
}

/* As large as four lines allow; what is longer goes on on the next slide. */
static EtpType
choose_type (EtpDeck *self, const char *title, double width)
{
  static const EtpType types[] = { ETP_TYPE_WIDE_TITLE, ETP_TYPE_MAP_TITLE, ETP_TYPE_SLIDE_TITLE };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (EtpTextLine));

      etp_measurer_break_lines (self->map.measurer, title,
                                etp_style_get_font (self->map.style, types[i]), width, lines);
      if (lines->len <= (i == 0 ? 2 : (guint) MOST_LINES))
        return types[i];
    }
  return ETP_TYPE_WIDE_NAME;
}

/* On somebody else's slide: what it says, where they have room for it. */
static void
add_framed (EtpDeck *self, const char *title)
{
  const EtpSlideFrame *frame = self->options->frame;

  etp_deck_set_room (self, &frame->cover);
  etp_deck_begin (self, "title", title, G_MAXUINT);
  etp_deck_flow_box (self, make_facts (self), 0);
  etp_deck_end (self);
  etp_deck_set_room (self, &frame->content);
}

/* On our own. */
static void
add_own (EtpDeck *self, const char *title)
{
  const char *kicker = etp_deck_get_word (self, ETP_WORD_CUSTOMER_JOURNEY);
  double width = self->right - self->left;
  EtpBox *box = etp_box_new (ETP_ITEM_TITLE);
  EtpBox *top = etp_box_new (ETP_ITEM_LABEL);

  etp_deck_begin_cover (self, "title", title, TOP);
  etp_box_add (top, kicker, ETP_TYPE_PHASE_NAME, etp_deck_get_accent (self), 0);
  etp_box_set_node (box, NULL, title);
  etp_box_add (box, title, choose_type (self, title, width), etp_deck_get_ink (self), 0);
  add_logo (self);
  etp_deck_flow_box (self, top, 12);
  etp_deck_flow_box (self, box, 22);
  etp_deck_flow_box (self, make_facts (self), 0);
  /* Never behind words; it lies low enough where nobody is at their best. */
  if (self->slide->is_cover && self->y < self->height - CURVE_HEIGHT + CURVE_TOP)
    add_curve (self);
  etp_deck_end (self);
}

void
etp_deck_add_title (EtpDeck *self)
{
  g_autofree char *title = g_strdup (
      etp_node_get_text (ETP_NODE (self->map.journey), ETP_JOURNEY_TITLE));

  g_strstrip (g_strdelimit (title, "\n", ' '));
  if (title[0] == '\0')
    {
      g_free (title);
      title = g_strdup (etp_deck_get_word (self, ETP_WORD_UNTITLED));
    }
  if (self->options->frame != NULL)
    add_framed (self, title);
  else
    add_own (self, title);
}
