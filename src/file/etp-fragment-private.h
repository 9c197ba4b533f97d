/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Inside of file/ only. */
#pragma once

#include "etp-fragment.h"

G_BEGIN_DECLS

#define ETP_FRAGMENT_FORMAT "etappe-fragment"
#define ETP_FRAGMENT_VERSION 1

struct _EtpFragment
{
  EtpJourney
      *journey; /* owned; the chosen nodes and those around them, under their old ids, and the
                          insights that name some of them */
  GPtrArray *chosen; /* owned; of EtpNode, borrowed from journey */
  GHashTable *chosen_set; /* owned; the same */
  char *token; /* owned; of the journey that it comes from */
  GHashTable
      *phases; /* owned; id of a phase there → its number, from 1; empty: no card spans any */
  GPtrArray
      *notes; /* owned; of char *: the id of a note that stayed there, of its step, and so on */
  GHashTable *dangling; /* owned; set of char *: what the chosen ones name, and was not there */
};

/* The lists whose objects come along when something names them. */
gboolean etp_fragment_is_needed_list (EtpListKind list);

/* A fragment on its way into a journey, inside a transaction. Everything in it is borrowed. */
typedef struct
{
  const EtpFragment *fragment;
  EtpJourney *journey;
  GHashTable *ids; /* id in the fragment → id in the journey; both GRefString, borrowed */
  GHashTable *taken; /* nodes of the journey that stand for one of the fragment's */
  gboolean is_same; /* the fragment comes from this journey */
  gboolean keeps_dangling; /* a name of what was never there is kept as it is, in this journey */
  const EtpFragmentPlace *place;
  GPtrArray *copies; /* of EtpNode, borrowed; beside originals */
  GPtrArray *originals;
  GPtrArray *left_behind; /* measures of the fragment that the journey still has */
} EtpFragmentInsertion;

/* The id in the journey of what has this id in the fragment, borrowed, or NULL. */
const char *etp_fragment_map_id (EtpFragmentInsertion *self, const char *id);

/* TRUE: this field stays with the original. The dots that people put onto something are not doubled
 * with it. What was cut takes them along, once. */
gboolean etp_fragment_is_left_out (EtpFragmentInsertion *self, EtpNode *original, guint field);

/* TRUE: it came along with what it is about, and belongs to that alone. What somebody said about
 * something is not said twice, what was measured there was not measured at a copy, and a copy has no
 * links but to what was copied with it. */
gboolean etp_fragment_is_kept_by_original (EtpFragmentInsertion *self, EtpNode *original);

/* A measure that came along with its phase is not made twice. When its phase was cut it stayed, without
 * a phase. One that only names what was chosen stayed as well. NULL: neither of these. */
EtpNode *etp_fragment_find_left_behind (EtpFragmentInsertion *self, EtpNode *original);

/* A measure that stayed when its phase was cut gets the new phase, and all that went with the old
 * one; any that stayed gets what was cut of the cards that it named, and its metric. */
void etp_fragment_take_up (EtpFragmentInsertion *self, EtpNode *original);

/* Notes that stayed when their step was cut stand under it again where it came back to their phase, unless
 * they have another one by now; insights name what came back of their cards. */
void etp_fragment_take_up_rest (EtpFragmentInsertion *self);

/* What is not there any more has an heir now. */
void etp_fragment_note_heirs (EtpFragmentInsertion *self);

/* Copies come to their place, as far as it names one. */
gboolean etp_fragment_place (EtpFragmentInsertion *self, GError **error);

G_END_DECLS
