/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-map-private.h"

#include <math.h>

#include "etp-heads.h"

/* The grid of a journey map before anything is drawn in it: which phases are columns and how wide,
 * which lanes are rows, and the stamp of what everything depends on. */

#define STEP_WIDTH 232.0 /* of a card at least, side by side */

static guint64
mix_list (guint64 stamp, EtpJourney *journey, EtpListKind kind)
{
  EtpNodeList *list = etp_journey_get_list (journey, kind);
  guint n = etp_node_list_get_length (list);

  for (guint i = 0; i < n; i++)
    stamp = etp_stamp_mix (stamp, etp_node_get_stamp (etp_node_list_get (list, i)));
  return etp_stamp_mix (stamp, n);
}

static const char *
get_accent (EtpMap *map)
{
  EtpValue *theme = etp_node_get_value (ETP_NODE (map->journey), ETP_JOURNEY_THEME);

  return theme != NULL ? etp_value_get_text (theme, ETP_THEME_ACCENT) : "";
}

static void
init_map (EtpMap *map)
{
  map->outline = etp_journey_get_outline (map->journey);
  map->metrics = etp_style_get_metrics (map->style);
  map->language = etp_node_get_text (ETP_NODE (map->journey), ETP_JOURNEY_LANGUAGE);
  map->side_by_side = etp_node_get_enum (ETP_NODE (map->journey), ETP_JOURNEY_ARRANGEMENT)
                      == ETP_ARRANGEMENT_SIDE_BY_SIDE;
  map->accent = etp_style_get_phase (map->style, 0, 1, "", get_accent (map));
  map->inventory_stamp = mix_list (1, map->journey, ETP_LIST_CHANNELS);
  map->inventory_stamp = mix_list (map->inventory_stamp, map->journey, ETP_LIST_TOUCHPOINTS);
  map->inventory_stamp = mix_list (map->inventory_stamp, map->journey, ETP_LIST_PERSONAS);
  map->inventory_stamp = mix_list (map->inventory_stamp, map->journey, ETP_LIST_ASSETS);
  map->inventory_stamp = mix_list (map->inventory_stamp, map->journey, ETP_LIST_UNITS);
  map->inventory_stamp = mix_list (map->inventory_stamp, map->journey, ETP_LIST_SYSTEMS);
  map->stamp = etp_stamp_mix (etp_style_get_kind (map->style), map->options->paper != FALSE);
  map->stamp = etp_stamp_mix (map->stamp, map->options->titles != FALSE);
  map->stamp = etp_stamp_mix (map->stamp, map->options->hide_prompts != FALSE);
  map->stamp = etp_stamp_number (map->stamp, map->metrics->scale);
  map->stamp = etp_stamp_mix (map->stamp, etp_style_is_narrow_room (map->style) != FALSE);
  map->stamp = etp_stamp_number (map->stamp, map->options->free_strip);
  if (map->options->few_feelings)
    map->stamp = etp_stamp_mix (map->stamp, 1);
  map->is_blank = etp_outline_get_n_places (map->outline) == 0;
  if (map->options->paper || etp_style_is_paper (map->style))
    map->stamp = etp_stamp_mix (map->stamp, map->is_blank);
  map->stamp = etp_stamp_text (map->stamp, map->language);
  map->stamp = etp_stamp_text (map->stamp, map->options->persona);
  if (map->options->ghost != NULL)
    {
      map->stamp = etp_stamp_mix (map->stamp, (guint64) (gsize) map->options->ghost);
      map->stamp = etp_stamp_text (map->stamp, map->options->ghost_name);
    }
  map->stamp = etp_stamp_mix (map->stamp, (guint64) map->side_by_side << 32 | map->accent);
}

static double
get_column_width (EtpMap *map, EtpNode *phase, guint index)
{
  double wanted = etp_node_get_number (phase, ETP_PHASE_WIDTH);
  double width = map->metrics->phase_width;
  guint n = 0;

  if (etp_node_get_boolean (phase, ETP_PHASE_COLLAPSED))
    return map->metrics->collapsed_width;
  if (!isnan (wanted) && wanted > 0)
    width = round (CLAMP (wanted, ETP_PHASE_NARROWEST, ETP_PHASE_WIDEST) * map->metrics->scale);
  if (map->side_by_side)
    {
      etp_outline_get_phase_steps (map->outline, index, &n);
      width = MAX (width, 2 * map->metrics->card_inset + n * STEP_WIDTH * map->metrics->scale
                              + (n > 0 ? n - 1 : 0) * map->metrics->card_gap);
    }
  if (map->options->column_share > 0)
    width = MAX (floor (width * map->options->column_share),
                 ETP_PHASE_NARROWEST * map->metrics->scale);
  return width;
}

static void
add_columns (EtpMap *map)
{
  EtpNodeList *phases = etp_journey_get_list (map->journey, ETP_LIST_PHASES);
  guint n = etp_node_list_get_length (phases);
  double x = map->metrics->margin + map->metrics->lane_head_width;
  const char *accent = get_accent (map);

  map->columns = g_new0 (EtpColumn, n);
  for (guint i = 0; i < n; i++)
    {
      EtpNode *phase = etp_node_list_get (phases, i);
      EtpColumn *column = &map->columns[map->n_columns];

      if (etp_node_get_boolean (phase, ETP_PHASE_HIDDEN))
        continue;
      column->phase = phase;
      column->index = i;
      column->number = i + 1;
      column->collapsed = etp_node_get_boolean (phase, ETP_PHASE_COLLAPSED);
      column->x = x;
      column->width = get_column_width (map, phase, i);
      column->color = etp_style_get_phase (map->style, i, n,
                                           etp_node_get_text (phase, ETP_PHASE_COLOR), accent);
      column->tint = etp_style_get_phase_tint (map->style, column->color);
      column->head = etp_style_get_head_tint (map->style, column->color);
      x += column->width + map->metrics->phase_gap;
      map->n_columns++;
    }
}

static void
add_rows (EtpMap *map)
{
  EtpNodeList *lanes = etp_journey_get_list (map->journey, ETP_LIST_LANES);
  guint n = etp_node_list_get_length (lanes);

  map->rows = g_new0 (EtpRow, n);
  for (guint i = 0; i < n; i++)
    {
      EtpNode *lane = etp_node_list_get (lanes, i);
      EtpRow *row = &map->rows[map->n_rows];
      int kind = etp_node_get_enum (lane, ETP_LANE_KIND);
      double height = etp_node_get_number (lane, ETP_LANE_HEIGHT);

      if (etp_node_get_boolean (lane, ETP_LANE_HIDDEN)
          || (map->options->only_curves && kind != ETP_LANE_KIND_EMOTION))
        continue;
      row->lane = lane;
      row->index = i;
      row->kind = kind < 0 ? ETP_LANE_KIND_TEXT : (EtpLaneKind) kind;
      row->collapsed = etp_node_get_boolean (lane, ETP_LANE_COLLAPSED);
      row->stamp = etp_stamp_mix (etp_node_get_stamp (lane), row->kind);
      row->height = isnan (height) || row->collapsed ? 0 : round (MIN (height, ETP_LANE_HIGHEST));
      map->n_rows++;
    }
}

void
etp_map_begin (EtpMap *map)
{
  init_map (map);
  add_columns (map);
  add_rows (map);
}
