/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/etp-journey.h"
#include "etp-file-error.h"

G_BEGIN_DECLS

#define ETP_FRAGMENT_MIME_TYPE "application/vnd.etappe.fragment+json"

/* A fragment is a piece of a journey that stands for itself, for the clipboard and for dragging:
 * the chosen nodes, whatever these need (personas, channels, touchpoints, assets, sources …), and what
 * names them, for the journey that they are cut from.
 * It carries a token that says from which open journey it comes. */
typedef struct _EtpFragment EtpFragment;

/* Names this open journey among all journeys of all programs; borrowed. */
const char *etp_journey_get_token (EtpJourney *journey);

/* Nodes and what goes with them: the notes of groups, the cards of phases and lanes, then (past the
 * first *n_named, without a text of its own) the measures of phases, metrics measured at any of them,
 * links among them and comments on them. */
GPtrArray *etp_fragment_gather (EtpJourney *journey, GPtrArray *nodes, guint *n_named);

/* The fragment of these nodes as bytes, and (if plain is not NULL) the same as plain text for
 * other programs. Nodes of the same list keep the journey's order. Free both. */
GBytes *
etp_fragment_write (EtpJourney *journey, EtpNode *const *nodes, guint n_nodes, char **plain);

/* What a text editor gets: name, and what a card says, in a block for each. Free it. */
char *etp_fragment_write_plain (EtpNode *const *nodes, guint n_nodes);

/* Bytes from outside: they pass the guard. Errors as of loading, without a name. */
EtpFragment *etp_fragment_read (GBytes *bytes, GError **error);
void etp_fragment_free (EtpFragment *self);

gboolean etp_fragment_is_from (const EtpFragment *self, EtpJourney *journey);
guint etp_fragment_get_length (const EtpFragment *self);
/* A chosen node, in a journey of the fragment's own; borrowed. */
EtpNode *etp_fragment_get_node (const EtpFragment *self, guint index);

/* Where a fragment goes. */
typedef struct
{
  EtpNode *lane; /* of the cell for cards; NULL for both: cards stay in their lane and phase as */
  EtpNode *phase; /* far as the journey has these, else they come to the parking lot */
  guint index; /* in the cell: before its index-th card; G_MAXUINT: after its last */
  guint position; /* of anything that is no card: in its list; G_MAXUINT: at the end */
  /* Of the phase. Where it was pointed at all notes come under it, otherwise those whose own step is not
   * there; NULL: these come under none. */
  EtpNode *step;
  gboolean step_is_pointed;
} EtpFragmentPlace;

/* Inserts copies with new ids in one step that can be undone, titled title ("Paste", translated).
 * Cards that come with their phase go to the lanes that are called as theirs are, which are made if
 * there are none; cards that come with their lane to such phases, or else to the parking lot. What was
 * cut there gets back its links to others and the notes that stood under it, and measures and insights
 * name it again, once.
 * References among the nodes follow; needed nodes whose name the journey has already are shared,
 * not doubled; references to what is not there are dropped, but those that a file of this very journey
 * held as they are. Measures come to the place's phase, and
 * so do metrics, but those of a card that is there. Cards that spanned several phases span as many
 * from where they lie. Votes, comments and metrics of what is
 * chosen stay with the original while the journey has it, or with one copy of what was cut; measures
 * of a phase that was cut there get the new one. nodes (may be NULL) is given the new nodes of the
 * chosen ones, borrowed. Errors: of ETP_MODEL_ERROR (read-only, limits); nothing is changed then. */
gboolean etp_fragment_insert (const EtpFragment *self,
                              EtpJourney *journey,
                              const EtpFragmentPlace *place,
                              const char *title,
                              GPtrArray *nodes,
                              GError **error);

/* Moves the fragment's cards, which come from this journey, to a cell; one step. Cards that have
 * gone since are passed over. */
gboolean etp_fragment_move (const EtpFragment *self,
                            EtpJourney *journey,
                            const EtpFragmentPlace *place,
                            GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EtpFragment, etp_fragment_free)

G_END_DECLS
