/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-sheets-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "etp-map-private.h"
#include "etp-signs.h"

/* Cards to cut out and put on the wall: eight on an A4 sheet. A card has its number, title and text,
 * and says below where it belongs. What does not fit on one card goes on on the next, which says so;
 * nothing is cut off. */

#define CARD_WIDTH 340.0 /* at least */
#define CARD_HEIGHT 240.0
#define PADDING 16.0
#define BAR 6.0
#define FOOT 22.0 /* of the line that says where the card belongs */
#define SIGN 18.0
#define PICTURE_WIDTH 116.0
#define PICTURE_HEIGHT 72.0
#define PICTURE_ASPECT 1.8 /* of a large one, as on slides */
#define TITLE_SPACE 5.0
#define MARK 9.0 /* of a cut line at the sheet's edge */

typedef struct
{
  EtpPagesJob *job;
  EtpMap map;
  EtpPagesFrame frame;
  guint n_across, n_down;
  double width, height; /* of a card */
  GPtrArray *cards; /* of EtpDraft, finished but for their place */
} Cards;

/* One card of the journey, on one or more cards of paper. */
typedef struct
{
  const EtpPlace *place;
  EtpNode *lane;
  EtpRgba color;
  char *title; /* owned */
  const char *text;
  EtpType title_type, text_type;
} Face;

static EtpRgba
get_color (const Cards *self, const EtpPlace *place)
{
  for (guint i = 0; i < self->map.n_columns; i++)
    if (self->map.columns[i].index == place->phase)
      return self->map.columns[i].color;
  return self->map.accent;
}

static char *
dup_title (const Cards *self, const EtpPlace *place)
{
  const char *title = etp_node_get_text (place->card, ETP_CARD_TITLE);
  const char *id = etp_node_get_text (place->card, ETP_CARD_TOUCHPOINT);
  EtpNode *touchpoint = id[0] != '\0' ? etp_journey_get_node (self->map.journey, id) : NULL;

  if (title[0] == '\0' && touchpoint != NULL
      && etp_node_get_list (touchpoint) == ETP_LIST_TOUCHPOINTS)
    title = etp_node_get_text (touchpoint, ETP_TOUCHPOINT_NAME);
  if (place->step_phase > 0)
    return g_strdup_printf ("%u.%u %s", place->step_phase, place->step_index, title);
  return g_strdup (title);
}

/* "Purchase · Pain Points" */
static char *
dup_foot (const Cards *self, const Face *face)
{
  EtpNode *phase = etp_node_list_get (etp_journey_get_list (self->map.journey, ETP_LIST_PHASES),
                                      face->place->phase);
  const char *lane = etp_node_get_text (face->lane, ETP_LANE_NAME);

  if (lane[0] == '\0')
    lane = etp_words_get_lane_kind (self->map.language,
                                    etp_node_get_enum (face->lane, ETP_LANE_KIND));
  return g_strdup_printf ("%u %s · %s", face->place->phase + 1,
                          etp_node_get_text (phase, ETP_PHASE_NAME), lane);
}

/* Whether the card has a picture of the journey. */
static const char *
get_picture (const Cards *self, const Face *face)
{
  const char *id = etp_node_get_text (face->place->card, ETP_CARD_IMAGE);
  EtpNode *asset = id[0] != '\0' ? etp_journey_get_node (self->map.journey, id) : NULL;

  return asset != NULL && etp_node_get_list (asset) == ETP_LIST_ASSETS ? id : NULL;
}

/* The frame of a card; returns the y at which texts begin. */
static double
begin_card (Cards *self, const Face *face, guint part, EtpDraft *draft)
{
  g_autofree char *foot = dup_foot (self, face);
  EtpStyle *style = self->job->style;
  double y = self->height - PADDING - etp_style_get_line_height (style, ETP_TYPE_SMALL);

  etp_draft_set_place (draft, ETP_LAYER_BODY, ETP_PIN_NONE, 0);
  etp_draft_set_node (draft, etp_node_get_id (face->place->card), -1, NULL);
  etp_draft_set_name (draft, face->title);
  etp_draft_box (draft, (EtpRect){ PADDING, PADDING - BAR, self->width - 2 * PADDING, BAR },
                 BAR / 2, face->color, 0, 0);
  etp_draft_text (draft, PADDING, y, self->width - 2 * PADDING - 60, foot, ETP_TYPE_SMALL,
                  etp_style_get_color (style, ETP_COLOR_DIM), ETP_ALIGN_START);
  if (part > 0)
    {
      g_autofree char *number = g_strdup_printf ("(%u)", part + 1);

      etp_draft_text (draft, self->width - PADDING, y, 0, number, ETP_TYPE_SMALL,
                      etp_style_get_color (style, ETP_COLOR_DIM), ETP_ALIGN_END);
    }
  return PADDING + BAR;
}

/* What says nothing else has its picture below the title, as large as it goes. */
static gboolean
is_picture_large (const Cards *self, const Face *face)
{
  const double width = self->width - 2 * PADDING;
  const double title = etp_sheet_text_height (self->job->style, self->job->measurer, face->title,
                                              width - 2 * SIGN, face->title_type);

  return get_picture (self, face) != NULL && face->text[0] == '\0'
         && self->height - 2 * PADDING - BAR - FOOT - title - TITLE_SPACE >= PICTURE_HEIGHT;
}

static void
draw_large_picture (const Cards *self, const Face *face, EtpDraft *draft, double y)
{
  double height = self->height - PADDING - FOOT - TITLE_SPACE - y;
  double width = MIN (height * PICTURE_ASPECT, self->width - 2 * PADDING);

  height = width / PICTURE_ASPECT;
  etp_draft_image (draft, get_picture (self, face), (EtpRect){ PADDING, y, width, height }, 6);
}

/* Star and bolt at the upper right, beside them a small picture; returns the width that they take
 * from the title. */
static double
draw_signs (Cards *self, const Face *face, EtpDraft *draft, double y)
{
  EtpStyle *style = self->job->style;
  const char *picture = is_picture_large (self, face) ? NULL : get_picture (self, face);
  double x = self->width - PADDING;

  if (picture != NULL)
    {
      x -= PICTURE_WIDTH;
      etp_draft_image (draft, picture, (EtpRect){ x, y + 2, PICTURE_WIDTH, PICTURE_HEIGHT }, 6);
      x -= PADDING;
    }
  if (etp_node_get_boolean (face->place->card, ETP_CARD_MOMENT_OF_TRUTH))
    {
      x -= SIGN;
      etp_sign_star (draft, style, (EtpRect){ x, y + 3, SIGN, SIGN });
      x -= 4;
    }
  if (face->place->pain)
    {
      x -= SIGN;
      etp_draft_icon (draft, ETP_ICON_PAIN, (EtpRect){ x, y + 3, SIGN, SIGN },
                      etp_style_get_color (style, ETP_COLOR_PAIN_INK));
      x -= 4;
    }
  return self->width - PADDING - x;
}

/* As many lines of text as fit into the room, from a byte on; returns where the next begin, or the
 * end of the text. */
static gsize
draw_lines (Cards *self, const Face *face, EtpDraft *draft, gsize from, double y, EtpType type)
{
  EtpStyle *style = self->job->style;
  const char *text = type == face->title_type ? face->title : face->text;
  double line = etp_style_get_line_height (style, type);
  double room = self->height - PADDING - FOOT - y, width = self->width - 2 * PADDING;
  guint fit = (guint) MAX (floor (room / line), 0);
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (EtpTextLine));
  g_autofree char *shown = NULL;
  gsize end = strlen (text + from);

  etp_measurer_break_lines (self->job->measurer, text + from, etp_style_get_font (style, type),
                            width, lines);
  if (lines->len > fit)
    end = g_array_index (lines, EtpTextLine, fit).start;
  shown = g_strndup (text + from, end);
  g_strchomp (shown);
  etp_draft_text (draft, PADDING, y, width, shown, type, etp_style_get_color (style, ETP_COLOR_INK),
                  ETP_ALIGN_START);
  return from + end;
}

static void
add_face (Cards *self, const Face *face)
{
  gsize at = 0, end = strlen (face->text);
  guint part = 0;

  do
    {
      EtpDraft *draft = etp_draft_new (ETP_ITEM_CARD, self->job->style, self->job->measurer);
      double y = begin_card (self, face, part, draft);
      double signs = part == 0 ? draw_signs (self, face, draft, y) : 0;

      y += etp_draft_text (draft, PADDING, y, self->width - 2 * PADDING - signs, face->title,
                           part == 0 ? face->title_type : ETP_TYPE_CARD_TITLE,
                           etp_style_get_color (self->job->style, ETP_COLOR_INK), ETP_ALIGN_START);
      y += TITLE_SPACE;
      if (part == 0 && is_picture_large (self, face))
        draw_large_picture (self, face, draft, y);
      else if (part == 0 && get_picture (self, face) != NULL)
        y = MAX (y, PADDING + BAR + PICTURE_HEIGHT + 2 * TITLE_SPACE);
      if (at < end)
        at = draw_lines (self, face, draft, at, y, face->text_type);
      g_ptr_array_add (self->cards, draft);
      part++;
    }
  while (at < end && part < ETP_PAGES_MOST);
}

/* Little text is large, to be read on a wall. */
static EtpType
choose_text_type (const Cards *self, const Face *face)
{
  const double width = self->width - 2 * PADDING;
  const double title = etp_sheet_text_height (self->job->style, self->job->measurer, face->title,
                                              width - 60, face->title_type);
  const double text = etp_sheet_text_height (self->job->style, self->job->measurer, face->text,
                                             width, ETP_TYPE_WIDE_TEXT);

  return get_picture (self, face) == NULL
                 && title + text + 2 * TITLE_SPACE <= self->height - 2 * PADDING - BAR - FOOT
             ? ETP_TYPE_WIDE_TEXT
             : ETP_TYPE_FACTS;
}

static void
add_place (Cards *self, const EtpPlace *place, EtpNode *lane)
{
  Face face = { .place = place,
                .lane = lane,
                .color = get_color (self, place),
                .title = dup_title (self, place),
                .text = etp_node_get_text (place->card, ETP_CARD_TEXT),
                .title_type = ETP_TYPE_WIDE_NAME,
                .text_type = ETP_TYPE_FACTS };
  double width = self->width - 2 * PADDING, room = self->height - 2 * PADDING - BAR - FOOT;

  /* A long title is smaller; one that fills the card by itself is the text. */
  if (etp_sheet_text_height (self->job->style, self->job->measurer, face.title, width - 60,
                             ETP_TYPE_WIDE_NAME)
      > room * 0.5)
    face.title_type = ETP_TYPE_CARD_TITLE;
  face.text_type = choose_text_type (self, &face);
  if (face.title[0] != '\0'
      && etp_sheet_text_height (self->job->style, self->job->measurer, face.title, width - 60,
                                ETP_TYPE_CARD_TITLE)
             > room * 0.6)
    {
      g_autofree char *all = g_strconcat (face.title, "\n", face.text, NULL);

      g_free (face.title);
      face.title = g_strdup ("");
      face.text = all;
      face.text_type = ETP_TYPE_FACTS;
      add_face (self, &face);
    }
  else
    add_face (self, &face);
  g_free (face.title);
}

/* Phase by phase, in each from the first lane to the last. */
static void
add_cards (Cards *self)
{
  for (guint c = 0; c < self->map.n_columns; c++)
    for (guint r = 0; r < self->map.n_rows; r++)
      {
        guint n = 0;
        const EtpPlace *const *places = etp_outline_get_cell (
            self->map.outline, self->map.columns[c].index, self->map.rows[r].index, &n);

        for (guint i = 0; i < n; i++)
          add_place (self, places[i], self->map.rows[r].lane);
      }
}

/* Dashed lines between the cards, and round them. */
static void
add_cut_lines (const Cards *self, EtpSheetDraft *sheet)
{
  EtpDraft *draft = etp_sheet_draft_begin (sheet, ETP_ITEM_LINE, ETP_LAYER_BACK);
  EtpRgba ink = etp_style_get_color (self->job->style, ETP_COLOR_DIM);
  const EtpRect *inner = &self->frame.inner;

  for (guint i = 0; i <= self->n_across; i++)
    etp_draft_line (draft, inner->x + i * self->width, inner->y - MARK, inner->x + i * self->width,
                    inner->y + inner->height + MARK, ink, 0.5, ETP_STROKE_DASHED);
  for (guint i = 0; i <= self->n_down; i++)
    etp_draft_line (draft, inner->x - MARK, inner->y + i * self->height,
                    inner->x + inner->width + MARK, inner->y + i * self->height, ink, 0.5,
                    ETP_STROKE_DASHED);
  etp_sheet_draft_add (sheet, draft, 0, 0, self->frame.width, self->frame.height);
}

static void
add_sheet (Cards *self, guint index, guint n)
{
  EtpPagesJob *job = self->job;
  guint a_sheet = self->n_across * self->n_down;
  g_autofree char *title = g_strdup_printf ("%s %u / %u", etp_pages_get_title (job->journey),
                                            index + 1, n);
  EtpPage *page = etp_pages_add (job->pages, ETP_PAGE_SHEET, self->frame.width, self->frame.height,
                                 title);
  EtpSheetDraft *sheet = etp_sheet_draft_new (job->style, job->measurer, self->map.language);
  g_autoptr (EtpScene) scene = NULL;

  add_cut_lines (self, sheet);
  for (guint i = 0; i < a_sheet && index * a_sheet + i < self->cards->len; i++)
    etp_sheet_draft_add (sheet, self->cards->pdata[index * a_sheet + i],
                         self->frame.inner.x + i % self->n_across * self->width,
                         self->frame.inner.y + i / self->n_across * self->height, self->width,
                         self->height);
  scene = etp_sheet_draft_finish (sheet, self->frame.width, self->frame.height);
  etp_page_add_part (page, scene, NULL, 0, 0, 1);
  etp_pages_frame_add (&self->frame, job, page, NULL);
}

static gboolean
plan_grid (Cards *self, GError **error)
{
  EtpPagesJob *job = self->job;

  etp_pages_frame_init (&self->frame, job, job->paper.width, job->paper.height,
                        job->paper.margin + MARK, FALSE);
  self->n_across = (guint) MAX (floor (self->frame.inner.width / CARD_WIDTH), 0);
  self->n_down = (guint) MAX (floor (self->frame.inner.height / CARD_HEIGHT), 0);
  if (self->n_across == 0 || self->n_down == 0)
    {
      g_autofree char *paper = etp_paper_dup_label (&job->paper);

      g_set_error (error, ETP_PAGES_ERROR, ETP_PAGES_ERROR_PAPER,
                   /* Translators: %s is a size of paper: "60 × 80 mm". */
                   _ ("Sheets of %s are too small for a card."), paper);
      return FALSE;
    }
  self->width = self->frame.inner.width / self->n_across;
  self->height = self->frame.inner.height / self->n_down;
  return TRUE;
}

static gboolean
add_sheets (Cards *self, GError **error)
{
  guint a_sheet = self->n_across * self->n_down;
  guint n = (self->cards->len + a_sheet - 1) / a_sheet;

  if (n == 0)
    {
      g_set_error_literal (error, ETP_PAGES_ERROR, ETP_PAGES_ERROR_EMPTY,
                           _ ("There are no cards."));
      return FALSE;
    }
  if (n > ETP_PAGES_MOST)
    {
      g_set_error (error, ETP_PAGES_ERROR, ETP_PAGES_ERROR_TOO_MANY,
                   /* Translators: %d is a number of sheets of paper. */
                   _ ("The cards would fill more than %d sheets; choose some of the phases."),
                   ETP_PAGES_MOST);
      return FALSE;
    }
  for (guint i = 0; i < n; i++)
    add_sheet (self, i, n);
  return TRUE;
}

gboolean
etp_sheets_build_cards (EtpPagesJob *job, GError **error)
{
  EtpViewOptions options = { .paper = TRUE };
  Cards self = { .job = job,
                 .map = { .journey = job->journey,
                          .options = &options,
                          .style = job->style,
                          .measurer = job->measurer } };
  gboolean done;

  if (!plan_grid (&self, error))
    return FALSE;
  etp_map_begin (&self.map);
  self.cards = g_ptr_array_new ();
  add_cards (&self);
  done = add_sheets (&self, error);
  for (guint i = 0; !done && i < self.cards->len; i++)
    etp_item_unref (etp_draft_finish (self.cards->pdata[i], 0, 0, 0));
  g_ptr_array_unref (self.cards);
  g_free (self.map.columns);
  g_free (self.map.rows);
  return done;
}
