/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Scene-internal: the search for the place under a point. */
#pragma once

#include "etp-drop.h"
#include "etp-scene-private.h"
#include "model/etp-fields.h"
#include "model/etp-outline.h"

G_BEGIN_DECLS

#define ETP_DROP_NO_STEP G_MAXUINT

/* What is put below each other in a slot: a card or a whole group. */
typedef struct
{
  EtpNode *card; /* of a group: its heading */
  double x, width, top, bottom;
  double card_bottom; /* of the heading alone */
  guint step; /* index in the phase of the step that it is under; ETP_DROP_NO_STEP: none */
  guint index; /* among the cell's cards that are not moved */
  gboolean is_group;
} EtpDropUnit;

/* A point for which a place is looked for. */
typedef struct
{
  const EtpDrop *drop;
  EtpScene *scene;
  EtpOutline *outline;
  const EtpSceneSlot *slot;
  const EtpGroup *group;
  guint phase, lane; /* indices in the journey */
  EtpLaneKind kind;
  double x, y;
  double bottom; /* of the row's content */
  GArray *units; /* of EtpDropUnit */
  GHashTable *indices, *positions; /* while units are collected: see etp-drop-units.c */
  EtpDropPlace *place;
} EtpDropSearch;

/* Fills units with what the slot shows and is not moved, from top to bottom. */
void etp_drop_collect_units (EtpDropSearch *self);

G_END_DECLS
