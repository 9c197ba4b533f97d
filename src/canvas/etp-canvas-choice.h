/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Shared by the files that change what is selected together: etp-canvas-choice.c, -choice-nodes.c,
 * -keep.c and -tool-band.c. */
#pragma once

#include "etp-canvas-private.h"

G_BEGIN_DECLS

struct _EtpChoice
{
  GHashTable *items; /* set of EtpItem, by identity; owned references */
  EtpItem *anchor; /* owned; NULL: the selected item */
  EtpItem *passing; /* owned: the selected item, if it is chosen only while the keyboard is at it */
};

typedef void (*EtpCanvasVisit) (EtpCanvas *self, EtpItemRef ref, EtpItem *item, gpointer user_data);

GHashTable *etp_canvas_new_choice (void); /* an empty set of EtpItem */
/* Calls for every focusable item of the scene, in order. */
void etp_canvas_visit_items (EtpCanvas *self, EtpCanvasVisit visit, gpointer user_data);
EtpItem *etp_canvas_get_primary (EtpCanvas *self); /* the selected item; borrowed; NULL: none */
/* A range that began at anchor may end at item. */
gboolean etp_canvas_may_end_at (const EtpItem *anchor, const EtpItem *item);
/* The selected item is going to be another one, and what is chosen stays: an empty cell, which is no thing
 * and is only passed, does not. */
void etp_canvas_leave_cell (EtpCanvas *self);
/* The new set, which is taken, is the chosen one; ref is in it, or none and then its first. */
void etp_canvas_take_choice (EtpCanvas *self, GHashTable *items, EtpItemRef ref, gboolean shows);
/* The same where the map stays where it is and changed (of EtpItemRef, in the scene's order) has all that
 * is in one of both sets only, perhaps with others. */
void etp_canvas_take_changed_choice (EtpCanvas *self,
                                     GHashTable *items,
                                     EtpItemRef ref,
                                     const GArray *changed);

G_END_DECLS
