/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Shared by the files that show a drop. */
#pragma once

#include "etp-canvas-drop.h"
#include "etp-canvas-private.h"

G_BEGIN_DECLS

typedef struct
{
  EtpDropPlace place; /* borrows from the scene */
  double amount, target; /* map units */
} EtpDropSlide;

typedef struct
{
  double x, y; /* on the map, when it was noted; then: what is left to its place */
} EtpDropOffset;

struct _EtpDropView
{
  EtpDropPlace place;
  gboolean has_place;
  GArray *slides; /* of EtpDropSlide */
  GHashTable *faded; /* set of ids; owned reference; NULL: none */
  GHashTable *offsets; /* GRefString id → EtpDropOffset; NULL: nothing settles */
  EtpDropOffset drop; /* where what was dropped comes from */
  double progress; /* 0…1 of settling, eased */
  gint64 settle_start; /* frame time in µs; 0: the next frame */
  gint64 last_tick; /* µs */
  guint tick_id;
};

G_END_DECLS
