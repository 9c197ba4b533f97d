/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Canvas-internal: how a cell is painted when its items are too small to be cached one by one. */
#pragma once

#include "scene/etp-scene.h"

G_BEGIN_DECLS

/* Which items of a cell are merged into one bitmap a layer, and which stand alone: flat rectangles
 * (colour nodes) and pinned items. */
typedef struct
{
  gboolean has_layer[ETP_LAYER_FRONT + 1];
  EtpRect ink[ETP_LAYER_FRONT + 1]; /* of the merged items, in the cell */
  guint n_merged;
  guint n_single;
  guint16 *singles; /* item indices */
} EtpCellPlan;

/* The plans of all cells of one scene. */
typedef struct _EtpCellPlans EtpCellPlans;

EtpCellPlans *etp_cell_plans_new (void);
void etp_cell_plans_free (EtpCellPlans *self);

/* Takes over the plans of the cells that both scenes share, makes those of the others, and calls
 * gone for each cell that is in the scene before only (and still alive then). */
typedef void (*EtpCellGone) (const EtpCell *cell, gpointer user_data);
void etp_cell_plans_set_scene (EtpCellPlans *self,
                               EtpScene *scene,
                               EtpCellGone gone,
                               gpointer user_data);
const EtpCellPlan *etp_cell_plans_get (EtpCellPlans *self, guint cell);
/* Indices of the cells that hold pinned items. */
const guint *etp_cell_plans_get_pinned (EtpCellPlans *self, guint *n_cells);
/* TRUE if the item is drawn into its cell's bitmap. */
gboolean etp_cell_plan_merges (const EtpItem *item);

G_END_DECLS
