/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Model-internal, except for file/ (reader, journal, fragments): the only door to a write. */
#pragma once

#include "etp-journey.h"

G_BEGIN_DECLS

/* The four primitive changes. Each is addressed by id and knows its own inverse; undo, redo, the
 * crash journal, diff and merge speak nothing else. */
typedef enum
{
  ETP_CHANGE_SET, /* field of node id: from → to */
  ETP_CHANGE_INSERT, /* node into list at position */
  ETP_CHANGE_REMOVE, /* node out of list at position */
  ETP_CHANGE_MOVE, /* node within its list: from position → to position */
} EtpChangeKind;

typedef struct
{
  EtpChangeKind kind;
  char *id; /* GRefString */
  EtpListKind list;
  guint field; /* SET */
  EtpDatum from, to; /* SET */
  EtpNode *node; /* INSERT, REMOVE: the node itself, owned */
  guint from_position; /* REMOVE, MOVE */
  guint to_position; /* INSERT, MOVE: index after the change */
} EtpChange;

/* Inside a transaction only (asserted). Each applies and records. */
void etp_change_set (EtpJourney *journey, EtpNode *node, guint field, EtpDatum *to); /* takes to */
void etp_change_insert (EtpJourney *journey, EtpNode *node, guint position); /* refs; clamped */
void etp_change_remove (EtpJourney *journey, EtpNode *node);
void etp_change_move (EtpJourney *journey, EtpNode *node, guint position);

/* A node that is in no journey yet: build it, then insert it. id NULL: a new one when inserted. */
EtpNode *etp_node_new (EtpListKind list, const char *id);
void etp_node_init_datum (EtpNode *self, guint field, EtpDatum *datum); /* takes the datum */
void etp_node_init_unknown (EtpNode *self, const char *name, const char *json);

/* Building a detached journey without history (the reader, the journal's base).
 * etp_journey_build_add() returns FALSE for an id that is there already. */
gboolean etp_journey_build_add (EtpJourney *self, EtpNode *node); /* refs; appends to its list */

/* Listening: func is called with the changes of each committed transaction, in order, before
 * "committed" is emitted; undo and redo deliver the inverse or repeated changes. For the journal.
 * The array is borrowed for the call. */
typedef void (*EtpChangesFunc) (EtpJourney *journey, GPtrArray *changes, gpointer user_data);
void etp_journey_set_recorder (EtpJourney *self, EtpChangesFunc func, gpointer user_data);
/* Nobody listens any more, unless somebody else took over since. */
void etp_journey_drop_recorder (EtpJourney *self, gpointer user_data);

GType etp_list_get_type (EtpListKind list);

G_END_DECLS
