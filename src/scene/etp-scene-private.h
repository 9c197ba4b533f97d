/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Scene-internal: how views make a scene, and what the files of the scene share. */
#pragma once

#include "etp-scene.h"

G_BEGIN_DECLS

/* A slot is what a view builds or shares as a whole: the content of one phase in one lane. Its
 * cells follow each other; there are several when it holds more than ETP_CELL_MAX items. */
typedef struct
{
  char *phase_id; /* GRefString or NULL */
  char *lane_id; /* GRefString or NULL */
  guint64 stamp; /* of all that the slot shows */
  double x, y; /* of its origin, on the map */
  double height; /* of its content */
  guint first_cell, n_cells;
} EtpSceneSlot;

typedef struct
{
  char *lane_id, *name; /* GRefStrings */
} EtpSceneLane;

struct _EtpScene
{
  GObject parent_instance;

  /* Owned */
  EtpStyle *style;
  char *language; /* GRefString */
  GArray *groups; /* of EtpGroup */
  GArray *slots; /* of EtpSceneSlot */
  GArray *cells; /* of EtpPlacedCell */
  GArray *lanes; /* of EtpSceneLane, top to bottom */

  /* State */
  guint64 frames_stamp; /* of what the frames of all phases have in common */
  double width, height, pin_top, pin_left, pin_inset;
};

/* Making one: groups in order, in each the slots, in each the cells. */
EtpScene *etp_scene_new (EtpStyle *style, const char *language);
void etp_scene_set_size (EtpScene *self, double width, double height);
/* inset: between the viewport's left edge and what is pinned to it. */
void etp_scene_set_pins (EtpScene *self, double top, double left, double inset);
void etp_scene_add_lane (EtpScene *self, const char *lane_id, const char *name);
void etp_scene_begin_group (EtpScene *self, const char *node_id, const char *name, EtpRect rect);
void etp_scene_begin_slot (EtpScene *self,
                           const char *phase_id,
                           const char *lane_id,
                           guint64 stamp,
                           double x,
                           double y,
                           double height);
void etp_scene_add_cell (EtpScene *self, EtpCell *cell, double y); /* takes cell; y from the slot */

/* The slot of the scene before; index is where it probably is. NULL if there is none. */
const EtpSceneSlot *
etp_scene_find_slot (EtpScene *self, const char *phase_id, const char *lane_id, guint index);

/* Takes the items, which are n EtpPlaced allocated with g_malloc, and the references in them. */
EtpCell *etp_cell_new (const char *phase_id,
                       const char *lane_id,
                       guint part,
                       EtpPlaced *items,
                       guint n,
                       double width,
                       double height);
EtpCell *etp_cell_ref (EtpCell *self);
void etp_cell_unref (EtpCell *self);

/* An item's bounds where it lies, without pins. */
EtpRect etp_scene_get_own_rect (EtpScene *self, EtpItemRef ref);

G_END_DECLS
