/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The heads of a scene as a row of stretches: phases from left to right, lanes from top to bottom.
 * What a dragged head and a dragged edge need to know, without a display. */
#pragma once

#include "etp-scene.h"

G_BEGIN_DECLS

/* What a person may choose for a phase's width and a lane's height, in map units. */
#define ETP_PHASE_NARROWEST 240.0 /* below, words of cards with signs would be cut up */
#define ETP_PHASE_WIDEST 1600.0 /* beyond, lines are too long to be read */
#define ETP_LANE_LOWEST 40.0
#define ETP_LANE_HIGHEST 1600.0 /* more than a screen is air, and files of gigabytes */

/* Where a head's column or row lies along its axis, in map units. */
typedef struct
{
  const char *node_id; /* borrowed from the scene */
  EtpItemRef ref;
  double start, end;
} EtpHead;

/* The shown phases (list ETP_LIST_PHASES) or lanes (ETP_LIST_LANES), in the order in which they
 * stand; a new GArray of EtpHead, good for as long as the scene is. */
GArray *etp_heads_list (EtpScene *scene, EtpListKind list);

/* The head of a node, or G_MAXUINT. */
guint etp_heads_find (GArray *heads, const char *node_id);

/* The gap in which a head that is dragged to `at` comes to lie: 0 before the first head, n behind
 * the last. It changes where the pointer crosses the middle of a head. */
guint etp_heads_find_gap (GArray *heads, double at);
/* TRUE if a head that lies at index would not move by going into the gap. */
gboolean etp_heads_is_own_gap (guint index, guint gap);
/* Where the gap lies: in the middle of the air between two heads, or half the air of its neighbours
 * (`air`, if there is only one head) outside. */
double etp_heads_get_gap_place (GArray *heads, guint gap, double air);

/* For etp_edit_move (): the position, in the journey's list, after which a node that goes into the
 * gap stands directly before or behind the shown neighbour of the gap; hidden ones count. */
guint etp_heads_get_position (GArray *heads, EtpNodeList *nodes, EtpNode *node, guint gap);

/* The head whose far edge (right or lower) lies within tolerance of `at`, the nearest one; or
 * G_MAXUINT. */
guint etp_heads_find_edge (GArray *heads, double at, double tolerance);

/* What documents say of a size that is shown: a style (scale: of its metrics) that shows texts larger,
 * as a room's does, shows phases as much wider. */
double etp_heads_get_own_size (EtpListKind list, double shown, double scale);

/* What is set as width or height for a wished size: rounded and within the limits; NAN, which is no
 * wish at all, within snap of `own`, the size that it would have by itself (NAN: not known). */
double etp_heads_fit_size (EtpListKind list, double size, double own, double snap);

G_END_DECLS
