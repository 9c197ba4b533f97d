/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-tiles-private.h"

#include "etp-sheet-draft.h"
#include "model/etp-fields.h"
#include "model/etp-words.h"

/* What makes sheets into a poster: marks at their edges, and the plan. */

#define MARK_NEAR 4.0 /* from what is shown to a mark, and how long it is */
#define MARK_LENGTH 13.0
#define MARK_WIDTH 0.75
#define N_LETTERS 26

#define PLAN_WIDEST 230.0
#define PLAN_HIGHEST 150.0 /* of its cells together */
#define CELL_WIDEST 40.0
#define CELL_SHAPE 0.62
#define LABEL_ROOM 26.0 /* narrower cells have no label */
#define CAPTION_WIDTH 190.0
#define PLAN_SPACE 4.0 /* between its rows */

/* A, B … Z, AA, AB …; rows count from 1. */
char *
etp_tile_dup_label (guint column, guint row)
{
  GString *label = g_string_new (NULL);

  for (guint rest = column + 1; rest > 0; rest = (rest - 1) / N_LETTERS)
    g_string_prepend_c (label, (char) ('A' + (int) ((rest - 1) % N_LETTERS)));
  g_string_append_printf (label, "%u", row + 1);
  return g_string_free (label, FALSE);
}

/* At both ends of a line down or across the sheet, in its margins. */
static void
add_mark_pair (const EtpPagesFrame *frame, EtpDraft *draft, double at, gboolean is_down)
{
  double end = is_down ? frame->height : frame->width;

  for (guint i = 0; i < 2; i++)
    {
      double near = i == 0 ? frame->margin - MARK_NEAR : end - frame->margin + MARK_NEAR;
      double far = i == 0 ? near - MARK_LENGTH : near + MARK_LENGTH;

      etp_draft_move_to (draft, is_down ? at : near, is_down ? near : at);
      etp_draft_line_to (draft, is_down ? at : far, is_down ? far : at);
    }
}

/* All marks of one look are one path: a poster may have a thousand. */
static void
add_mark_lines (const EtpTiles *tiles, const EtpTile *tile, EtpDraft *draft, gboolean glue)
{
  gboolean is_last_column = tile->column + 1 == tiles->columns->len;
  gboolean is_last_row = tile->row + 1 == tiles->rows->len;
  const EtpPagesFrame *frame = &tiles->frame;
  const double right = tile->content.x + (tile->across->cut - tile->across->start) * tiles->scale;
  const double below = tile->content.y + (tile->down->cut - tile->down->start) * tiles->scale;

  if (!glue)
    {
      add_mark_pair (frame, draft, tile->column > 0 ? tile->content.x : frame->inner.x, TRUE);
      add_mark_pair (frame, draft, tile->row > 0 ? tile->content.y : frame->inner.y, FALSE);
    }
  if (glue != is_last_column)
    add_mark_pair (frame, draft, right, TRUE);
  if (glue != is_last_row)
    add_mark_pair (frame, draft, below, FALSE);
  if (glue && is_last_column && is_last_row)
    return;
  etp_draft_stroke (draft, etp_style_get_color (tiles->job->style, ETP_COLOR_INK), MARK_WIDTH,
                    glue ? ETP_STROKE_DASHED : ETP_STROKE_SOLID);
}

void
etp_tile_add_marks (const EtpTiles *tiles, const EtpTile *tile, EtpPage *page)
{
  const char *language = etp_node_get_text (tiles->job->journey, ETP_JOURNEY_LANGUAGE);
  EtpSheetDraft *sheet = etp_sheet_draft_new (tiles->job->style, tiles->job->measurer, language);
  EtpDraft *draft = etp_sheet_draft_begin (sheet, ETP_ITEM_LINE, ETP_LAYER_BODY);
  g_autoptr (EtpScene) scene = NULL;

  add_mark_lines (tiles, tile, draft, FALSE);
  add_mark_lines (tiles, tile, draft, TRUE);
  etp_sheet_draft_add (sheet, draft, 0, 0, tiles->frame.width, tiles->frame.height);
  scene = etp_sheet_draft_finish (sheet, tiles->frame.width, tiles->frame.height);
  etp_page_add_part (page, scene, NULL, 0, 0, 1)->is_furniture = TRUE;
}

static void
add_plan_cell (const EtpTiles *self,
               EtpSheetDraft *sheet,
               guint column,
               guint row,
               double width,
               double height,
               double top)
{
  EtpStyle *style = self->job->style;
  EtpRgba ink = etp_style_get_color (style, ETP_COLOR_INK);
  EtpRgba dim = etp_style_get_color (style, ETP_COLOR_DIM);
  gboolean is_here = column == 0 && row == 0;
  EtpDraft *draft = etp_sheet_draft_begin (sheet, ETP_ITEM_LABEL, ETP_LAYER_BODY);
  double line = etp_style_get_line_height (style, ETP_TYPE_SMALL_STRONG);
  g_autofree char *label = etp_tile_dup_label (column, row);

  etp_draft_box (draft, (EtpRect){ 0.5, 0.5, MAX (width - 3, 1), MAX (height - 3, 1) }, 2,
                 is_here ? etp_rgba_mix (ink, etp_style_get_color (style, ETP_COLOR_PAPER), 0.12)
                         : 0,
                 dim, 0.75);
  if (width >= LABEL_ROOM && height >= line)
    etp_draft_text (draft, (width - 2) / 2, (height - 2 - line) / 2, 0, label,
                    is_here ? ETP_TYPE_SMALL_STRONG : ETP_TYPE_SMALL, ink, ETP_ALIGN_CENTER);
  etp_sheet_draft_add (sheet, draft, column * width, top + row * height, width, height);
}

static gboolean
is_sheet (const EtpTiles *self, guint column, guint row)
{
  return column == 0 || g_array_index (self->rows, EtpTilePiece, row).start < self->grid.height;
}

typedef struct
{
  double cell_width, cell_height, width, heading, how;
} Plan;

static Plan
get_plan (const EtpTiles *self, guint n_columns, guint n_rows)
{
  EtpStyle *style = self->job->style;
  const char *language = etp_node_get_text (self->job->journey, ETP_JOURNEY_LANGUAGE);
  Plan plan = { .cell_width = MIN (PLAN_WIDEST / n_columns, CELL_WIDEST) };

  plan.cell_height = plan.cell_width * CELL_SHAPE;
  if (plan.cell_width >= LABEL_ROOM)
    plan.cell_height = MAX (plan.cell_height,
                            etp_style_get_line_height (style, ETP_TYPE_SMALL) + 4);
  plan.cell_height = MIN (plan.cell_height, PLAN_HIGHEST / n_rows);
  plan.width = MAX (n_columns * plan.cell_width, CAPTION_WIDTH);
  plan.heading = etp_style_get_line_height (style, ETP_TYPE_SMALL_STRONG) + PLAN_SPACE;
  plan.how = etp_sheet_text_height (style, self->job->measurer,
                                    etp_words_get (language, ETP_WORD_SHEETS_HOW), plan.width,
                                    ETP_TYPE_SMALL)
             + PLAN_SPACE;
  return plan;
}

void
etp_tile_measure_plan (
    const EtpTiles *tiles, guint n_columns, guint n_rows, double *width, double *height)
{
  Plan plan = get_plan (tiles, n_columns, n_rows);

  *width = plan.width;
  *height = plan.heading + n_rows * plan.cell_height + plan.how;
}

EtpScene *
etp_tile_build_plan (const EtpTiles *self)
{
  EtpStyle *style = self->job->style;
  const char *language = etp_node_get_text (self->job->journey, ETP_JOURNEY_LANGUAGE);
  EtpSheetDraft *sheet = etp_sheet_draft_new (style, self->job->measurer, language);
  guint n_rows = self->rows->len;
  Plan plan = get_plan (self, self->columns->len, n_rows);
  double bottom = plan.heading + n_rows * plan.cell_height;

  etp_sheet_draft_text (sheet, ETP_ITEM_LABEL, 0, 0, plan.width,
                        etp_words_get (language, ETP_WORD_SHEETS), ETP_TYPE_SMALL_STRONG,
                        etp_style_get_color (style, ETP_COLOR_INK), ETP_ALIGN_START);
  for (guint r = 0; r < n_rows; r++)
    for (guint c = 0; c < self->columns->len; c++)
      if (is_sheet (self, c, r))
        add_plan_cell (self, sheet, c, r, plan.cell_width, plan.cell_height, plan.heading);
  etp_sheet_draft_text (sheet, ETP_ITEM_LABEL, 0, bottom + PLAN_SPACE, plan.width,
                        etp_words_get (language, ETP_WORD_SHEETS_HOW), ETP_TYPE_SMALL,
                        etp_style_get_color (style, ETP_COLOR_DIM), ETP_ALIGN_START);
  return etp_sheet_draft_finish (sheet, plan.width, bottom + plan.how);
}
