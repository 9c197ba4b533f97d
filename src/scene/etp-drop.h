/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Where cards would go that are let go at a point of a map. */
#pragma once

#include "etp-scene.h"

G_BEGIN_DECLS

typedef struct
{
  /* borrowed from the scene and the journey; ids */
  const char *phase_id, *lane_id;
  const char *head_id; /* of the group that they come into; NULL: none */
  const char *onto_id; /* a single note on whose middle the point is: both become a group */
  const char *step_id; /* side by side: notes come under this step; NULL: as they are */
  guint index; /* before the index-th card of the cell that is not moved; G_MAXUINT: last */
  EtpRect cell; /* the place's phase and lane, on the map */
  EtpRect mark; /* where the first card would begin; upright and thin between steps side by side */
  /* What stands in the cells [first_cell, first_cell + n_cells) between left and right and begins at
   * below or further down makes room by this much. */
  guint first_cell, n_cells;
  double below, left, right, room;
} EtpDropPlace;

typedef struct
{
  EtpJourney *journey; /* that the scene shows */
  GHashTable *moved; /* set of ids: cards that are moved, as if they were gone; NULL: none */
  EtpNode *card; /* the first of them, if it is one of the journey's, else NULL */
  double height; /* of the card, map units */
  gboolean can_group; /* they are notes, which can be put onto others */
} EtpDrop;

/* FALSE: at this point no card can be put, because the lane shows none. Between places it is the
 * nearest. */
gboolean
etp_drop_find (const EtpDrop *self, EtpScene *scene, double x, double y, EtpDropPlace *place);
/* Side by side: the step under which a note comes that is put at x into a cell of the map; cell: its
 * phase's column. NULL: under none, as in any other arrangement. Borrowed. */
EtpNode *
etp_drop_find_step (EtpScene *scene, EtpNode *lane, EtpNode *phase, const EtpRect *cell, double x);
/* The same, and the part of the cell below that step; slot is left as it is where there is none. */
EtpNode *etp_drop_find_slot (
    EtpScene *scene, EtpNode *lane, EtpNode *phase, const EtpRect *cell, double x, EtpRect *slot);
/* The same place: nothing has to be shown anew. */
gboolean etp_drop_place_equal (const EtpDropPlace *a, const EtpDropPlace *b);

/* The sign on a heading at which its group is folded and unfolded, with room around it for a finger,
 * in the item's coordinates; FALSE: the item heads none. */
gboolean etp_item_find_fold_sign (const EtpItem *item, EtpRect *rect);

G_END_DECLS
