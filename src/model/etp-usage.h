/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Where things are used: which nodes name an entry of a list, which wear a tag. */
#pragma once

#include "etp-journey.h"

G_BEGIN_DECLS

/* How many nodes name each node, the journey among them: id (borrowed) → count as GUINT_TO_POINTER. */
GHashTable *etp_usage_count (EtpJourney *journey);
/* The nodes that name an id, each once, in the document's order; borrowed. */
GPtrArray *etp_usage_dup (EtpJourney *journey, const char *id);

/* The field of a node's tags, or -1. */
int etp_tags_get_field (EtpNode *node);
/* All tags of cards, measures and the journey: tag (borrowed until the next edit) → count of nodes as
 * GUINT_TO_POINTER. */
GHashTable *etp_tags_count (EtpJourney *journey);
/* The same tags, sorted as the person's language does. */
char **etp_tags_dup_sorted (EtpJourney *journey);
/* The nodes that wear a tag, in the document's order; borrowed. */
GPtrArray *etp_tags_dup_nodes (EtpJourney *journey, const char *tag);

G_END_DECLS
