/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-map.h"
#include "etp-lane-cells.h"
#include "etp-signs.h"

#include "model/etp-format.h"
#include "model/etp-tables.h"
#include "model/etp-edit-votes.h"

/* The measures lane shows the journey's measures in their phase, each as a tile: what, who, until
 * when, how far. Whether one is overdue is not shown: a picture must not depend on the day on
 * which it is made. Cards that somebody put into the lane follow as notes. Typical 1 to 3 a phase. */

#define ACCENT_WIDTH 4.0
#define PADDING 11.0
#define TEXT_LEFT 16.0
#define PILL_HEIGHT 22.0
#define PILL_PADDING 9.0
#define NO_BREAK_SPACE "\302\240"

guint
etp_lane_cells_find_measure (EtpMap *map, EtpNode *measure)
{
  EtpNode *phase = etp_journey_get_node (map->journey,
                                         etp_node_get_text (measure, ETP_MEASURE_PHASE));
  guint n = etp_node_get_length (measure, ETP_MEASURE_CARDS);

  if (phase != NULL && etp_node_get_list (phase) == ETP_LIST_PHASES)
    return etp_node_list_get_index (etp_journey_get_list (map->journey, ETP_LIST_PHASES), phase);
  for (guint i = 0; i < n; i++)
    {
      guint index = etp_lane_cells_find_card (map,
                                              etp_node_get_text_at (measure, ETP_MEASURE_CARDS, i));

      if (index != G_MAXUINT)
        return index;
    }
  return G_MAXUINT;
}

static void
measures_prepare (EtpMap *map, EtpRow *row)
{
  EtpNodeList *measures = etp_journey_get_list (map->journey, ETP_LIST_MEASURES);
  guint n = etp_node_list_get_length (measures);
  EtpLaneCells *cells = etp_lane_cells_new (map);

  for (guint i = 0; i < n; i++)
    {
      EtpNode *measure = etp_node_list_get (measures, i);
      guint phase = etp_lane_cells_find_measure (map, measure);

      if (phase != G_MAXUINT)
        etp_lane_cells_add (cells, phase, measure);
    }
  row->data = cells;
  row->data_free = (GDestroyNotify) etp_lane_cells_free;
  etp_lane_cells_prepare_notes (cells, map, row);
}

static EtpNode *
get_unit (EtpMap *map, EtpNode *measure)
{
  const char *id = etp_node_get_text (measure, ETP_MEASURE_UNIT);
  EtpNode *unit = id[0] != '\0' ? etp_journey_get_node (map->journey, id) : NULL;

  return unit != NULL && etp_node_get_list (unit) == ETP_LIST_UNITS ? unit : NULL;
}

static guint64
mix_measure (EtpMap *map, guint64 stamp, EtpNode *measure)
{
  EtpNode *unit = get_unit (map, measure);

  stamp = etp_stamp_mix (stamp, etp_node_get_stamp (measure));
  return etp_stamp_mix (stamp, unit != NULL ? etp_node_get_stamp (unit) : 0);
}

static guint64
measures_stamp (EtpMap *map, EtpRow *row, EtpColumn *column)
{
  guint n;
  EtpNode *const *measures = etp_lane_cells_get (row->data, column->index, &n);
  guint64 stamp = etp_lane_cells_get_notes_stamp (row->data, map, row, column);

  for (guint i = 0; i < n; i++)
    stamp = mix_measure (map, stamp, measures[i]);
  return etp_stamp_mix (stamp, n);
}

/* "Team Shop · Lukas Brandt · bis 31.3.2027" */
static char *
dup_facts (EtpMap *map, EtpNode *measure)
{
  EtpNode *unit = get_unit (map, measure);
  const char *finished = etp_node_get_text (measure, ETP_MEASURE_FINISHED);
  const char *due = etp_node_get_text (measure, ETP_MEASURE_DUE);
  gboolean is_done = etp_node_get_enum (measure, ETP_MEASURE_STATUS) == ETP_MEASURE_STATUS_DONE
                     && finished[0] != '\0';
  g_autofree char *date = etp_format_date_short (is_done ? finished : due, map->language);
  const char *parts[4] = { NULL };
  g_autofree char *when = NULL;
  guint n = 0;

  if (date[0] != '\0')
    when = is_done ? g_steal_pointer (&date)
                   : g_strconcat (etp_words_get (map->language, ETP_WORD_UNTIL), NO_BREAK_SPACE,
                                  date, NULL);
  if (unit != NULL && etp_node_get_text (unit, ETP_UNIT_NAME)[0] != '\0')
    parts[n++] = etp_node_get_text (unit, ETP_UNIT_NAME);
  if (etp_node_get_text (measure, ETP_MEASURE_OWNER)[0] != '\0')
    parts[n++] = etp_node_get_text (measure, ETP_MEASURE_OWNER);
  if (when != NULL)
    parts[n++] = when;
  return g_strjoinv (" · ", (char **) parts);
}

static EtpRgba
get_status_color (EtpMap *map, int status)
{
  static const char *const names[ETP_N_MEASURE_STATUSES] = {
    [ETP_MEASURE_STATUS_IDEA] = "slate",  [ETP_MEASURE_STATUS_PLANNED] = "blue",
    [ETP_MEASURE_STATUS_DOING] = "amber", [ETP_MEASURE_STATUS_DONE] = "green",
    [ETP_MEASURE_STATUS_DROPPED] = "",
  };

  return etp_style_get_named (map->style, status >= 0 ? names[status] : "",
                              etp_style_get_color (map->style, ETP_COLOR_DIM));
}

/* Text on a tint of its own colour: darker, or in the dark lighter, until it can be read. */
static EtpRgba
get_ink_on (EtpMap *map, EtpRgba color, EtpRgba surface)
{
  EtpRgba ink = etp_style_get_color (map->style, ETP_COLOR_INK);
  double share = 1;

  while (share > 0 && etp_rgba_contrast (etp_rgba_mix (color, ink, share), surface) < 4.6)
    share -= 0.1;
  return etp_rgba_mix (color, ink, MAX (share, 0));
}

/* Returns the width of the pill, 0 for an unknown status. */
static double
draw_status (EtpMap *map, EtpDraft *draft, double right, double y, int status)
{
  const char *word = etp_words_get_choice (map->language, etp_measure_status_words, status);
  EtpRgba color = get_status_color (map, status);
  EtpRgba card = etp_style_get_color (map->style, ETP_COLOR_CARD);
  EtpRgba surface = etp_rgba_mix (color, card, etp_style_is_dark (map->style) ? 0.2 : 0.11);
  EtpRgba ink = get_ink_on (map, color, surface);
  double width = etp_draft_text_width (draft, word, ETP_TYPE_SMALL_STRONG) + 2 * PILL_PADDING;
  double line = etp_style_get_line_height (map->style, ETP_TYPE_SMALL_STRONG);

  if (word[0] == '\0')
    return 0;
  etp_draft_box (draft, (EtpRect){ right - width, y, width, PILL_HEIGHT }, PILL_HEIGHT / 2, surface,
                 0, 0);
  etp_draft_text (draft, right - PILL_PADDING, y + (PILL_HEIGHT - line) / 2, 0, word,
                  ETP_TYPE_SMALL_STRONG, ink, ETP_ALIGN_END);
  return width;
}

/* The left edge in the status's colour, rounded as the tile is. */
static void
draw_accent (EtpDraft *draft, double height, double radius, EtpRgba color)
{
  const double k = 0.5522847498 * radius;

  etp_draft_move_to (draft, radius, 0);
  etp_draft_curve_to (draft, radius - k, 0, 0, radius - k, 0, radius);
  etp_draft_line_to (draft, 0, height - radius);
  etp_draft_curve_to (draft, 0, height - radius + k, radius - k, height, radius, height);
  etp_draft_curve_to (draft, ACCENT_WIDTH, height, ACCENT_WIDTH, height - radius, ACCENT_WIDTH,
                      height - radius);
  etp_draft_line_to (draft, ACCENT_WIDTH, radius);
  etp_draft_curve_to (draft, ACCENT_WIDTH, radius, ACCENT_WIDTH, 0, radius, 0);
  etp_draft_close (draft);
  etp_draft_fill (draft, color, ETP_FILL_SOLID);
}

/* What a screen reader says besides the name: status, facts, votes. */
static char *
dup_note (const char *status, const char *facts, gint64 votes)
{
  g_autofree char *counted = votes > 0 ? etp_votes_dup_words (votes) : g_strdup ("");

  return g_strdup_printf ("%s%s%s%s%s", status, facts[0] != '\0' ? ", " : "", facts,
                          counted[0] != '\0' ? ", " : "", counted);
}

/* Dots as on cards, below the facts. */
static void
draw_votes (EtpMap *map, EtpDraft *draft, double y, double width, gint64 votes)
{
  EtpFlow flow;

  etp_flow_init (&flow, draft, map->style, TEXT_LEFT, y, width);
  etp_flow_add_votes (&flow, votes);
}

static EtpItem *
make_tile (EtpMap *map, EtpNode *measure, double width, guint64 stamp)
{
  EtpDraft *draft = etp_draft_new (ETP_ITEM_MEASURE, map->style, map->measurer);
  const char *title = etp_node_get_text (measure, ETP_MEASURE_TITLE);
  int status = etp_node_get_enum (measure, ETP_MEASURE_STATUS);
  const char *word = etp_words_get_choice (map->language, etp_measure_status_words, status);
  g_autofree char *facts = map->options->titles ? g_strdup ("") : dup_facts (map, measure);
  const gint64 votes = map->options->titles ? 0 : etp_votes_count (measure);
  g_autofree char *note = dup_note (word, facts, votes);
  EtpRgba dim = etp_style_get_color (map->style, ETP_COLOR_DIM);
  gboolean is_dropped = status == ETP_MEASURE_STATUS_DROPPED;
  double pill = word[0] != '\0' ? etp_draft_text_width (draft, word, ETP_TYPE_SMALL_STRONG)
                                      + 2 * PILL_PADDING + PADDING
                                : 0;
  double title_width = width - TEXT_LEFT - PADDING - pill;
  double inner = width - TEXT_LEFT - PADDING;
  double facts_height = etp_map_get_text_height (map, facts, ETP_TYPE_SMALL, inner);
  double votes_height = votes > 0 ? etp_flow_get_line_height (map->style) : 0;
  double title_height, height;

  title_height = MAX (etp_map_get_text_height (map, title, ETP_TYPE_MEASURE_TITLE, title_width),
                      18);
  height = MAX (PADDING + title_height + 3 + facts_height + votes_height + PADDING,
                map->options->titles ? 0 : map->metrics->measure_height);
  etp_draft_set_node (draft, etp_node_get_id (measure), -1, NULL);
  etp_draft_set_name (draft,
                      title[0] != '\0' ? title : etp_words_get (map->language, ETP_WORD_MEASURE));
  etp_draft_set_note (draft, note);
  etp_draft_set_place (draft, ETP_LAYER_BODY, ETP_PIN_NONE,
                       ETP_CAN_FOCUS | ETP_CAN_EDIT | ETP_CAN_MOVE);
  etp_draft_card (draft, (EtpRect){ 0, 0, width, height }, map->metrics->card_radius,
                  etp_style_get_color (map->style, ETP_COLOR_CARD),
                  etp_style_get_color (map->style, ETP_COLOR_CARD_RING));
  draw_accent (draft, height, map->metrics->card_radius, get_status_color (map, status));
  etp_draft_text (draft, TEXT_LEFT, PADDING, title_width, title, ETP_TYPE_MEASURE_TITLE,
                  is_dropped ? dim : etp_style_get_color (map->style, ETP_COLOR_INK),
                  ETP_ALIGN_START);
  etp_draft_text (draft, TEXT_LEFT, PADDING + title_height + 3, inner, facts, ETP_TYPE_SMALL, dim,
                  ETP_ALIGN_START);
  draw_votes (map, draft, PADDING + title_height + 3 + facts_height, inner, votes);
  draw_status (map, draft, width - PADDING, PADDING - 2, status);
  return etp_draft_finish (draft, width, height, stamp);
}

static void
measures_build (EtpMap *map, EtpRow *row, EtpColumn *column, EtpCellDraft *cell)
{
  etp_lane_cells_build (row->data, map, row, column, ETP_ITEM_MEASURE, mix_measure, make_tile,
                        cell);
}

const EtpLaneClass etp_lane_measures = {
  .kind = ETP_LANE_KIND_MEASURES,
  .icon = ETP_ICON_MEASURE,
  .prepare = measures_prepare,
  .stamp = measures_stamp,
  .build = measures_build,
  .count = etp_lane_cells_count,
};
