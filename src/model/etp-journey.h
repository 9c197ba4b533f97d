/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "etp-node-list.h"

G_BEGIN_DECLS

typedef struct _EtpHistory EtpHistory;

/* EtpJourney: the root of a document. Owns the lists, the index from id to node, and the history.
 *
 * Signals:
 *   committed (GPtrArray *ids): once for each transaction, undo and redo included, after it is
 *     complete; ids are the touched nodes' ids (GRefString, "" for the root), removed ones too.
 */
#define ETP_TYPE_JOURNEY (etp_journey_get_type ())
G_DECLARE_FINAL_TYPE (EtpJourney, etp_journey, ETP, JOURNEY, EtpNode)

EtpJourney *etp_journey_new (void); /* empty: no phases, no lanes */
EtpNodeList *etp_journey_get_list (EtpJourney *self, EtpListKind kind);
EtpNode *etp_journey_get_node (EtpJourney *self,
                               const char *id); /* borrowed; NULL if unknown; "" = root */
EtpHistory *etp_journey_get_history (EtpJourney *self);
/* The number of the state that the journey is in: grows with each commit, goes back with undo. */
guint64 etp_journey_get_serial (EtpJourney *self);
/* A newer version or a read-only file: verbs refuse with ETP_MODEL_ERROR_READ_ONLY. */
gboolean etp_journey_get_read_only (EtpJourney *self);
void etp_journey_set_read_only (EtpJourney *self, gboolean read_only);
/* New ids are 8 of [0-9a-z]; tests seed the generator. */
void etp_journey_seed_ids (EtpJourney *self, guint32 seed);

G_END_DECLS
