/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-map-private.h"

/* Title block and foot as scenes of their own: a sheet that shows a part of the map has them in its
 * own width. */

typedef void (*BlockFunc) (EtpMap *map, double width, EtpCellDraft *cell);

static void
build_title (EtpMap *map, double width, EtpCellDraft *cell)
{
  etp_map_build_title (map, width, cell, etp_map_get_title_stamp (map, width));
}

/* The legend tells of what the lanes find out before their cells are built. */
static void
prepare_rows (EtpMap *map)
{
  for (guint r = 0; r < map->n_rows; r++)
    {
      const EtpLaneClass *klass = etp_lane_class_get (map->rows[r].kind);

      if (!map->rows[r].collapsed && klass->prepare != NULL)
        klass->prepare (map, &map->rows[r]);
    }
}

static void
clear_map (EtpMap *map)
{
  for (guint r = 0; r < map->n_rows; r++)
    if (map->rows[r].data_free != NULL && map->rows[r].data != NULL)
      map->rows[r].data_free (map->rows[r].data);
  g_free (map->columns);
  g_free (map->rows);
}

static EtpScene *
build_block (EtpMap *map, BlockFunc func, double width)
{
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (EtpBuiltCell));
  EtpScene *scene;
  EtpCellDraft *draft;
  double height;

  etp_map_begin (map);
  prepare_rows (map);
  draft = etp_cell_draft_new (NULL, NULL, NULL, 0, width);
  func (map, width, draft);
  height = etp_cell_draft_finish (draft, cells);
  scene = etp_scene_new (map->style, map->language);
  etp_scene_begin_group (scene, NULL, "", (EtpRect){ 0, 0, width, height });
  etp_scene_begin_slot (scene, NULL, NULL, 0, 0, 0, height);
  for (guint i = 0; i < cells->len; i++)
    etp_scene_add_cell (scene, g_array_index (cells, EtpBuiltCell, i).cell,
                        g_array_index (cells, EtpBuiltCell, i).y);
  etp_scene_set_size (scene, width, height);
  clear_map (map);
  return scene;
}

double
etp_map_measure_columns (EtpJourney *journey,
                         const EtpViewOptions *options,
                         EtpStyle *style,
                         guint *n)
{
  EtpMap map = { .journey = journey, .options = options, .style = style };
  double width = 0;

  etp_map_begin (&map);
  for (guint i = 0; i < map.n_columns; i++)
    width += map.columns[i].width;
  *n = map.n_columns;
  clear_map (&map);
  return width;
}

EtpScene *
etp_map_build_title_scene (EtpJourney *journey,
                           const EtpViewOptions *options,
                           EtpStyle *style,
                           EtpMeasurer *measurer,
                           double width)
{
  EtpMap map = { .journey = journey, .options = options, .style = style, .measurer = measurer };

  return build_block (&map, build_title, width);
}

EtpScene *
etp_map_build_foot_scene (EtpJourney *journey,
                          const EtpViewOptions *options,
                          EtpStyle *style,
                          EtpMeasurer *measurer,
                          double width)
{
  EtpMap map = { .journey = journey, .options = options, .style = style, .measurer = measurer };

  return build_block (&map, etp_map_build_foot, width);
}

EtpScene *
etp_map_build_heads_scene (EtpJourney *journey,
                           const EtpViewOptions *options,
                           EtpStyle *style,
                           EtpMeasurer *measurer)
{
  EtpMap map = { .journey = journey, .options = options, .style = style, .measurer = measurer };
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (EtpBuiltCell));
  double height = 0, width = 0;
  EtpScene *scene;

  etp_map_begin (&map);
  for (guint c = 0; c < map.n_columns; c++)
    {
      height = MAX (height, etp_map_get_phase_head_height (&map, &map.columns[c]));
      width = map.columns[c].x + map.columns[c].width;
    }
  scene = etp_scene_new (style, map.language);
  etp_scene_begin_group (scene, NULL, "", (EtpRect){ 0, 0, width, height });
  for (guint c = 0; c < map.n_columns; c++)
    {
      const EtpColumn *column = &map.columns[c];
      EtpCellDraft *draft = etp_cell_draft_new (NULL, NULL, NULL, c, column->width);

      etp_map_build_phase_head (&map, column, height, draft, 0);
      etp_scene_begin_slot (scene, NULL, NULL, 0, column->x, 0, height);
      g_array_set_size (cells, 0);
      etp_cell_draft_finish (draft, cells);
      for (guint i = 0; i < cells->len; i++)
        etp_scene_add_cell (scene, g_array_index (cells, EtpBuiltCell, i).cell, 0);
    }
  etp_scene_set_size (scene, width, height);
  clear_map (&map);
  return scene;
}
