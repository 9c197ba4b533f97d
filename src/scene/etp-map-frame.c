/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-map-private.h"
#include "etp-stack.h"
#include "model/etp-format.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What stays the same from lane to lane: heads of phases and lanes, tinted bands, hairlines. Heads
 * are calm, the curve must beat them; bands are flat fills, so that the canvas paints them as one
 * colour each. */

#define NUMBER_X 28.0
#define NUMBER_Y 29.0
#define NUMBER_RADIUS 15.0
#define NAME_X 54.0
#define NAME_Y 16.0
#define LEAST_NAME 90.0 /* width */
#define GOAL_GAP 1.0
#define END_PADDING 14.0
#define HEAD_PADDING 7.0 /* below the goal */
#define BEZIER 0.5523 /* of a quarter of a circle */

#define SCALED(length) ((length) *map->metrics->scale) /* larger in a room */
#define CUT_SHARE 0.6 /* of a sheet: its columns are cut between cards, so that it is not full */

typedef struct
{
  double duration_width, name_width, goal_width;
  char *duration;
} HeadTexts;

double
etp_map_get_readable_width (const EtpMap *map, const EtpColumn *column)
{
  const double most = map->options->span_width;

  return most > 0 && column->width > most ? most * CUT_SHARE : column->width;
}

static void
measure_head (EtpMap *map, const EtpColumn *column, HeadTexts *texts)
{
  const char *duration = etp_node_get_text (column->phase, ETP_PHASE_DURATION);
  const char *name = etp_node_get_text (column->phase, ETP_PHASE_NAME);

  texts->duration = map->options->short_heads ? g_strdup ("")
                                              : etp_format_duration (duration, map->language);
  texts->duration_width = 0;
  if (texts->duration[0] != '\0')
    texts->duration_width = etp_measurer_get_width (
        map->measurer, texts->duration, etp_style_get_font (map->style, ETP_TYPE_SMALL));
  texts->goal_width = etp_map_get_readable_width (map, column) - SCALED (NAME_X) - END_PADDING;
  texts->name_width = texts->goal_width;
  if (texts->duration_width > 0)
    texts->name_width -= texts->duration_width + 10;
  /* A duration that leaves no room for the name goes below it, before the goal. */
  if (texts->name_width
      < MAX (LEAST_NAME,
             etp_measurer_get_widest_word (map->measurer, name,
                                           etp_style_get_font (map->style, ETP_TYPE_PHASE_NAME))))
    texts->name_width = texts->goal_width;
}

static double
get_text_height (EtpMap *map, const char *text, EtpType type, double width)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (EtpTextLine));

  etp_measurer_break_lines (map->measurer, text, etp_style_get_font (map->style, type), width,
                            lines);
  return etp_style_get_line_height (map->style, type) * (double) lines->len;
}

static gboolean
is_duration_below (const HeadTexts *texts)
{
  return texts->duration_width > 0 && texts->name_width >= texts->goal_width;
}

static double
get_number_end (EtpMap *map)
{
  return SCALED (NUMBER_Y) + SCALED (NUMBER_RADIUS) + HEAD_PADDING;
}

double
etp_map_get_phase_head_height (EtpMap *map, const EtpColumn *column)
{
  const char *name = etp_node_get_text (column->phase, ETP_PHASE_NAME);
  const char *goal = etp_node_get_text (column->phase, ETP_PHASE_GOAL);
  double line = etp_style_get_line_height (map->style, ETP_TYPE_PHASE_NAME);
  double y = NAME_Y;
  HeadTexts texts;

  if (column->collapsed)
    return map->options->short_heads ? get_number_end (map) : map->metrics->phase_head;
  measure_head (map, column, &texts);
  y += MAX (line, get_text_height (map, name, ETP_TYPE_PHASE_NAME, texts.name_width)) + GOAL_GAP;
  if (map->options->short_heads)
    {
      g_free (texts.duration);
      return MAX (y + HEAD_PADDING, get_number_end (map));
    }
  if (is_duration_below (&texts))
    y += get_text_height (map, texts.duration, ETP_TYPE_SMALL, texts.goal_width);
  y += get_text_height (map, goal, ETP_TYPE_PHASE_GOAL, texts.goal_width);
  g_free (texts.duration);
  return MAX (map->metrics->phase_head, y + HEAD_PADDING);
}

guint64
etp_map_get_phase_head_stamp (EtpMap *map, const EtpColumn *column, double height)
{
  guint64 stamp = etp_stamp_mix (map->stamp, etp_node_get_stamp (column->phase));
  guint n = 0;

  etp_outline_get_phase_steps (map->outline, column->index, &n);
  stamp = etp_stamp_mix (stamp, (guint64) column->color << 32 | column->number);
  stamp = etp_stamp_number (etp_stamp_number (stamp, column->width), height);
  return etp_stamp_mix (stamp, (guint64) n << 1 | column->collapsed);
}

/* A rectangle with rounded upper corners of rx × ry. */
static void
draw_roof (
    EtpDraft *draft, double top, double width, double bottom, double rx, double ry, EtpRgba color)
{
  double kx = rx * (1 - BEZIER), ky = ry * (1 - BEZIER);

  etp_draft_move_to (draft, 0, bottom);
  etp_draft_line_to (draft, 0, top + ry);
  etp_draft_curve_to (draft, 0, top + ky, kx, top, rx, top);
  etp_draft_line_to (draft, width - rx, top);
  etp_draft_curve_to (draft, width - kx, top, width, top + ky, width, top + ry);
  etp_draft_line_to (draft, width, bottom);
  etp_draft_close (draft);
  etp_draft_fill (draft, color, ETP_FILL_SOLID);
}

static void
draw_number (EtpMap *map, const EtpColumn *column, EtpDraft *draft, double x)
{
  g_autofree char *number = g_strdup_printf ("%u", column->number);
  double line = etp_style_get_line_height (map->style, ETP_TYPE_PHASE_NUMBER);

  etp_draft_circle (draft, x, SCALED (NUMBER_Y), SCALED (NUMBER_RADIUS), column->color, 0, 0);
  etp_draft_set_detail (draft, ETP_DETAIL_BARS, FALSE);
  etp_draft_text (draft, x, SCALED (NUMBER_Y) - line / 2, 0, number, ETP_TYPE_PHASE_NUMBER,
                  etp_rgba_ink_on (column->color), ETP_ALIGN_CENTER);
  etp_draft_reset_detail (draft);
}

static void
draw_head_texts (EtpMap *map, const EtpColumn *column, EtpDraft *draft)
{
  EtpRgba ink = etp_style_get_color (map->style, ETP_COLOR_INK);
  EtpRgba dim = etp_style_get_color (map->style, ETP_COLOR_DIM);
  double line = etp_style_get_line_height (map->style, ETP_TYPE_PHASE_NAME);
  double small = etp_style_get_line_height (map->style, ETP_TYPE_SMALL);
  double y = NAME_Y, height;
  HeadTexts texts;

  measure_head (map, column, &texts);
  /* Names are read from three steps away: they stay text at every zoom but the smallest. */
  etp_draft_set_detail (draft, ETP_DETAIL_BARS, TRUE);
  height = etp_draft_text (draft, SCALED (NAME_X), y, texts.name_width,
                           etp_node_get_text (column->phase, ETP_PHASE_NAME), ETP_TYPE_PHASE_NAME,
                           ink, ETP_ALIGN_START);
  y += MAX (line, height) + GOAL_GAP;
  etp_draft_reset_detail (draft);
  if (is_duration_below (&texts))
    y += etp_draft_text (draft, SCALED (NAME_X), y, texts.goal_width, texts.duration,
                         ETP_TYPE_SMALL, dim, ETP_ALIGN_START);
  else
    etp_draft_text (draft, etp_map_get_readable_width (map, column) - END_PADDING,
                    NAME_Y + 1 + (line - small) / 2, 0, texts.duration, ETP_TYPE_SMALL, dim,
                    ETP_ALIGN_END);
  if (!map->options->short_heads)
    etp_draft_text (draft, SCALED (NAME_X), y, texts.goal_width,
                    etp_node_get_text (column->phase, ETP_PHASE_GOAL), ETP_TYPE_PHASE_GOAL, dim,
                    ETP_ALIGN_START);
  g_free (texts.duration);
}

/* A collapsed phase says how many steps it hides. */
static void
draw_collapsed_head (EtpMap *map, const EtpColumn *column, EtpDraft *draft)
{
  g_autofree char *count = NULL;
  guint n = 0;
  double middle = column->width / 2, width;

  etp_outline_get_phase_steps (map->outline, column->index, &n);
  count = g_strdup_printf ("%u", n);
  width = 15 + etp_draft_text_width (draft, count, ETP_TYPE_SMALL_STRONG);
  etp_draft_icon (draft, ETP_ICON_TOUCHPOINT, (EtpRect){ middle - width / 2, 54, 12, 12 },
                  etp_style_get_color (map->style, ETP_COLOR_DIM));
  etp_draft_text (draft, middle - width / 2 + 15, 52, 0, count, ETP_TYPE_SMALL_STRONG,
                  etp_style_get_color (map->style, ETP_COLOR_DIM), ETP_ALIGN_START);
}

char *
etp_map_dup_phase_label (const EtpColumn *column)
{
  const char *name = etp_node_get_text (column->phase, ETP_PHASE_NAME);

  if (name[0] == '\0')
    /* Translators: a phase without a name, for a screen reader: "Phase 2". */
    return g_strdup_printf (_ ("Phase %u"), column->number);
  /* Translators: a phase with its number and name, for a screen reader: "Phase 2 Purchase". */
  return g_strdup_printf (_ ("Phase %u %s"), column->number, name);
}

/* What a screen reader adds to a phase: what it hides while it is collapsed, and the customer's goal.
 * NULL: nothing. */
static char *
dup_head_note (EtpMap *map, const EtpColumn *column)
{
  const char *goal = etp_node_get_text (column->phase, ETP_PHASE_GOAL);
  g_autofree char *hidden = NULL;
  guint n = 0;

  if (!column->collapsed)
    return goal[0] != '\0' ? g_strdup (goal) : NULL;
  etp_outline_get_phase_steps (map->outline, column->index, &n);
  /* Translators: a phase that is folded together, for a screen reader; %u is how many steps it has. */
  hidden = g_strdup_printf (ngettext ("collapsed, %u step", "collapsed, %u steps", n), n);
  return goal[0] != '\0' ? g_strconcat (hidden, ", ", goal, NULL) : g_steal_pointer (&hidden);
}

void
etp_map_build_phase_head (
    EtpMap *map, const EtpColumn *column, double height, EtpCellDraft *cell, guint64 stamp)
{
  const char *id = etp_node_get_id (column->phase);
  EtpItem *item = etp_cell_draft_reuse (cell, ETP_ITEM_PHASE_HEAD, id, NULL, stamp);
  double radius = MIN (map->metrics->phase_radius, column->width / 2);
  double bar = map->metrics->phase_bar;
  EtpDraft *draft;

  if (item == NULL)
    {
      g_autofree char *label = etp_map_dup_phase_label (column);
      g_autofree char *note = dup_head_note (map, column);

      draft = etp_draft_new (ETP_ITEM_PHASE_HEAD, map->style, map->measurer);
      etp_draft_set_node (draft, id, -1, NULL);
      etp_draft_set_name (draft, label);
      etp_draft_set_note (draft, note);
      etp_draft_set_place (draft, ETP_LAYER_BODY, map->options->paper ? ETP_PIN_NONE : ETP_PIN_TOP,
                           ETP_CAN_FOCUS | ETP_CAN_EDIT | ETP_CAN_MOVE | ETP_CAN_FOLD
                               | (column->collapsed ? ETP_IS_FOLDED : 0));
      /* Only as far down as the bar is bent: below, its colour would shine through at the edges. */
      draw_roof (draft, 0, column->width, radius, radius, radius, column->color);
      draw_roof (draft, bar, column->width, height, radius, radius - bar, column->head);
      draw_number (map, column, draft, column->collapsed ? column->width / 2 : SCALED (NUMBER_X));
      if (column->collapsed && !map->options->short_heads)
        draw_collapsed_head (map, column, draft);
      else if (!column->collapsed)
        draw_head_texts (map, column, draft);
      item = etp_draft_finish (draft, column->width, height, stamp);
    }
  etp_cell_draft_add (cell, item, 0, 0);
}

guint
etp_map_count_cell (EtpMap *map, const EtpRow *row, const EtpColumn *column)
{
  const EtpLaneClass *klass = etp_lane_class_get (row->kind);
  guint n = 0;

  etp_outline_get_cell (map->outline, column->index, row->index, &n);
  return n + (klass->count != NULL ? klass->count (row, column) : 0);
}

void
etp_map_build_count (EtpMap *map, EtpRow *row, EtpColumn *column, EtpCellDraft *cell)
{
  guint n = etp_map_count_cell (map, row, column);
  g_autofree char *count = g_strdup_printf ("%u", n);
  double height = etp_style_get_line_height (map->style, ETP_TYPE_LANE_NAME);
  EtpDraft *draft;

  etp_cell_draft_grow (cell, height);
  if (n == 0)
    return;
  draft = etp_draft_new (ETP_ITEM_LABEL, map->style, map->measurer);
  etp_draft_text (draft, 0, 2, column->width - 2 * map->metrics->card_inset, count,
                  ETP_TYPE_SMALL_STRONG, etp_style_get_color (map->style, ETP_COLOR_DIM),
                  column->collapsed ? ETP_ALIGN_CENTER : ETP_ALIGN_START);
  etp_cell_draft_add (
      cell,
      etp_draft_finish (draft, column->width - 2 * map->metrics->card_inset, height,
                        etp_stamp_number (etp_stamp_mix (map->stamp, n), column->width)),
      map->metrics->card_inset, 0);
}

void
etp_map_build_prompt (EtpMap *map, EtpRow *row, EtpColumn *column, EtpCellDraft *cell)
{
  const char *prompt = etp_node_get_text (row->lane, ETP_LANE_PROMPT);
  double width = etp_map_get_readable_width (map, column) - 2 * map->metrics->card_inset - 22;
  guint64 stamp = etp_stamp_text (etp_stamp_number (map->stamp, width), prompt);
  EtpItem *item;

  /* On paper only an empty canvas asks, to be filled in by hand. */
  if (prompt[0] == '\0' || map->options->hide_prompts
      || ((map->options->paper || etp_style_is_paper (map->style)) && !map->is_blank))
    return;
  item = etp_cell_draft_reuse (cell, ETP_ITEM_LABEL, NULL, "prompt", stamp);
  if (item == NULL)
    {
      EtpDraft *draft = etp_draft_new (ETP_ITEM_LABEL, map->style, map->measurer);
      double height;

      etp_draft_set_node (draft, NULL, -1, "prompt");
      etp_draft_set_detail (draft, ETP_DETAIL_FULL, FALSE);
      height = etp_draft_text (draft, 0, 0, width, prompt, ETP_TYPE_NOTE_ITALIC,
                               etp_style_get_color (map->style, ETP_COLOR_DIM), ETP_ALIGN_START);
      item = etp_draft_finish (draft, width, height, stamp);
    }
  etp_cell_draft_add (cell, item, map->metrics->card_inset + 11, 8);
  etp_cell_draft_grow (cell, item->height + 16);
}

/* A flat rectangle. sub tells the pieces of one cell apart. */
static void
add_fill (EtpMap *map, EtpCellDraft *cell, const char *sub, EtpRect rect, EtpRgba color)
{
  guint64 stamp = etp_stamp_number (etp_stamp_number (etp_stamp_mix (7, color), rect.width),
                                    rect.height);
  EtpItem *item = etp_cell_draft_reuse (cell, ETP_ITEM_FILL, NULL, sub, stamp);

  if (item == NULL)
    {
      EtpDraft *draft = etp_draft_new (ETP_ITEM_FILL, map->style, map->measurer);

      etp_draft_set_node (draft, NULL, -1, sub);
      etp_draft_set_place (draft, ETP_LAYER_BACK, ETP_PIN_NONE, 0);
      etp_draft_box (draft, (EtpRect){ 0, 0, rect.width, rect.height }, 0, color, 0, 0);
      item = etp_draft_finish (draft, rect.width, rect.height, stamp);
    }
  etp_cell_draft_add (cell, item, rect.x, rect.y);
}

static EtpRgba
get_line_color (EtpMap *map, EtpRgba ground)
{
  EtpRgba line = etp_style_get_color (map->style, ETP_COLOR_HAIRLINE);

  return etp_rgba_mix (line, ground, (line & 0xff) / 255.0);
}

void
etp_map_build_hairline (EtpMap *map, double x, double y, double width, EtpCellDraft *cell)
{
  EtpRgba paper = etp_style_get_color (map->style, ETP_COLOR_PAPER);

  add_fill (map, cell, "line", (EtpRect){ x, y, width, 1 }, get_line_color (map, paper));
}

/* The rounded end of a band. */
static void
add_cap (EtpMap *map, const EtpColumn *column, double y, double radius, EtpCellDraft *cell)
{
  guint64 stamp = etp_stamp_number (etp_stamp_mix (11, column->tint), column->width);
  EtpItem *item = etp_cell_draft_reuse (cell, ETP_ITEM_LINE, NULL, "cap", stamp);
  double k = radius * (1 - BEZIER), width = column->width;

  if (item == NULL)
    {
      EtpDraft *draft = etp_draft_new (ETP_ITEM_LINE, map->style, map->measurer);

      etp_draft_set_node (draft, NULL, -1, "cap");
      etp_draft_set_place (draft, ETP_LAYER_BACK, ETP_PIN_NONE, 0);
      etp_draft_move_to (draft, 0, 0);
      etp_draft_line_to (draft, width, 0);
      etp_draft_curve_to (draft, width, radius - k, width - k, radius, width - radius, radius);
      etp_draft_line_to (draft, radius, radius);
      etp_draft_curve_to (draft, k, radius, 0, radius - k, 0, 0);
      etp_draft_close (draft);
      etp_draft_fill (draft, column->tint, ETP_FILL_SOLID);
      item = etp_draft_finish (draft, width, radius, stamp);
    }
  etp_cell_draft_add (cell, item, 0, y);
}

void
etp_map_build_band (EtpMap *map,
                    const EtpColumn *column,
                    double top,
                    double height,
                    GArray *lines,
                    double gap,
                    EtpCellDraft *cell)
{
  EtpRgba paper = etp_style_get_color (map->style, ETP_COLOR_PAPER);
  double radius = MIN (map->metrics->phase_radius, column->width / 2);

  add_fill (map, cell, "band", (EtpRect){ 0, top, column->width, height - top - radius },
            column->tint);
  add_cap (map, column, height - radius, radius, cell);
  for (guint i = 0; i < lines->len; i++)
    {
      double y = g_array_index (lines, double, i);

      add_fill (map, cell, "line", (EtpRect){ 0, y, column->width, 1 },
                get_line_color (map, column->tint));
      if (gap > 0)
        add_fill (map, cell, "gap", (EtpRect){ column->width, y, gap, 1 },
                  get_line_color (map, paper));
    }
}

GArray *
etp_map_list_hairlines (const EtpMap *map, double top)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint r = 1; r < map->n_rows; r++)
    {
      const EtpRow *row = &map->rows[r];
      double y = row->y - map->metrics->lane_space / 2 - top;

      if (row->kind != ETP_LANE_KIND_LINE && row[-1].kind != ETP_LANE_KIND_LINE)
        g_array_append_val (lines, y);
    }
  return lines;
}
