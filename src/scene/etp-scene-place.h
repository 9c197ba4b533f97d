/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Where on the map something would be put: the cell (phase, lane) at a point, and the place among
 * its things. */
#pragma once

#include "etp-scene.h"

G_BEGIN_DECLS

typedef struct
{
  const char *phase_id, *lane_id; /* borrowed from the scene */
  const char *near_id; /* the thing beside which it would be put; NULL: the cell is empty */
  gboolean is_after; /* behind it, else before it */
  EtpRect cell; /* all of the cell, up to the neighbouring ones */
  EtpRect mark; /* where an insertion mark belongs; without height (or width, where things stand
                 * side by side) */
  EtpRect last; /* the cell's lowest thing; without size if it is empty: where the first would be */
} EtpScenePlace;

/* The place at (x, y) of the map. without: a set of node ids (or NULL) that do not count, because
 * they are being moved. FALSE above the first lane, left of the first phase and beyond the map.
 * Cost: the phase's slots and the cell's items. */
gboolean etp_scene_find_place (
    EtpScene *self, double x, double y, GHashTable *without, EtpScenePlace *place);
/* A cell, and in it the place behind the thing near_id (NULL or unknown: at the end). */
gboolean etp_scene_get_place (EtpScene *self,
                              const char *phase_id,
                              const char *lane_id,
                              const char *near_id,
                              EtpScenePlace *place);
/* TRUE for what lies in a cell and can be put elsewhere: cards, measures, metrics, images. */
gboolean etp_item_is_tile (const EtpItem *item);

G_END_DECLS
