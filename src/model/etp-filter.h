/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "etp-journey.h"

G_BEGIN_DECLS

/* EtpFilter: what somebody wants to look at. Values of one kind are alternatives (this channel or
 * that one), kinds narrow each other (this persona, and only facts). It holds ids and words, no
 * nodes, so it outlives edits; what it names and is gone matches nothing until it is pruned. */
typedef enum
{
  ETP_FILTER_PERSONA, /* ids */
  ETP_FILTER_CHANNEL, /* ids */
  ETP_FILTER_TAG, /* words, exactly as written */
  ETP_FILTER_OWNER, /* names, exactly as written */
  ETP_N_FILTER_KINDS
} EtpFilterKind;

typedef struct _EtpFilter EtpFilter;

EtpFilter *etp_filter_new (void); /* lets everything through */
EtpFilter *etp_filter_copy (const EtpFilter *self);
void etp_filter_free (EtpFilter *self);

void etp_filter_set (EtpFilter *self, EtpFilterKind kind, const char *value, gboolean wanted);
gboolean etp_filter_has (const EtpFilter *self, EtpFilterKind kind, const char *value);
/* What is wanted of a kind, in the order in which it was set; of char *, borrowed. */
const GPtrArray *etp_filter_get_values (const EtpFilter *self, EtpFilterKind kind);
/* Only what was observed or measured. */
void etp_filter_set_facts_only (EtpFilter *self, gboolean facts_only);
gboolean etp_filter_get_facts_only (const EtpFilter *self);
gboolean etp_filter_is_empty (const EtpFilter *self);
void etp_filter_clear (EtpFilter *self);
/* Takes out what the journey does not have any more, or takes what stands for it (etp-heirs.h), so
 * that what is left to choose from (see etp_filter_list_values) is all that counts. TRUE: there was
 * something. */
gboolean etp_filter_prune (EtpFilter *self, EtpJourney *journey);
gboolean etp_filter_equal (const EtpFilter *a, const EtpFilter *b);

/* Whether a node is what is looked for. Cards, measures, metrics, links, personas and channels are
 * judged; whatever else there is matches always. A card without personas concerns all of them; an
 * aligned note belongs to its step's personas and channels unless it names its own; a card's
 * channels include its touchpoint's; its owners are those of the measures for it and the leads of
 * its departments. A measure is judged by its own owner and tags, else by its cards. */
gboolean etp_filter_matches (const EtpFilter *self, EtpNode *node);
/* A persona's curve; "": a feeling that is nobody's. */
gboolean etp_filter_matches_persona (const EtpFilter *self, const char *persona_id);
/* What a step says about a persona's feeling: the step, the persona and the evidence match. */
gboolean etp_filter_matches_emotion (const EtpFilter *self, EtpNode *card, const char *persona_id);
/* The ids (GRefString, owned by the set) of all nodes that do not match, in O(nodes). */
GHashTable *etp_filter_find_others (const EtpFilter *self, EtpJourney *journey);

/* How many of the cards on the map match, and how many there are: those that have a cell in a phase and
 * a lane that are shown. */
guint etp_filter_count_cards (const EtpFilter *self, EtpJourney *journey, guint *n_all);

/* What there is to choose from in a journey: ids or words, each once, in the document's order; of
 * char *, to be unreffed. */
GPtrArray *etp_filter_list_values (EtpJourney *journey, EtpFilterKind kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EtpFilter, etp_filter_free)

G_END_DECLS
