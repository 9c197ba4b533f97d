/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "etp-record.h"

G_BEGIN_DECLS

/* The root's lists, in the order in which the document writes them. */
typedef enum
{
  ETP_LIST_UNITS,
  ETP_LIST_SYSTEMS,
  ETP_LIST_SOURCES,
  ETP_LIST_OFFERS,
  ETP_LIST_PERSONAS,
  ETP_LIST_CHANNELS,
  ETP_LIST_TOUCHPOINTS,
  ETP_LIST_PHASES,
  ETP_LIST_KEY_MOMENTS,
  ETP_LIST_LANES,
  ETP_LIST_CARDS,
  ETP_LIST_LINKS,
  ETP_LIST_MEASURES,
  ETP_LIST_METRICS,
  ETP_LIST_VOTE_ROUNDS,
  ETP_LIST_SNAPSHOTS,
  ETP_LIST_COMMENTS,
  ETP_LIST_ASSETS,
  ETP_N_LISTS
} EtpListKind;

const EtpTable *etp_list_get_table (EtpListKind list);
const char *etp_list_get_member (EtpListKind list); /* "keyMoments" */

/* EtpNode: an object of the document with an id. Abstract base; each subclass (EtpPhase, EtpCard,
 * …, and EtpJourney itself, whose id is "") is a table of fields given to
 * etp_node_class_install() from its class_init. Properties are read-only to g_object_set();
 * only changes (etp-change.h, model-internal) write. Not thread-safe: a node belongs to the
 * thread of its journey. */
#define ETP_TYPE_NODE (etp_node_get_type ())
G_DECLARE_DERIVABLE_TYPE (EtpNode, etp_node, ETP, NODE, GObject)

struct _EtpNodeClass
{
  GObjectClass parent_class;
  const EtpTable *table;
  EtpListKind list; /* ETP_N_LISTS for the root */
  GParamSpec **properties; /* of field f at f + 1 */
};

void etp_node_class_install (EtpNodeClass *klass, const EtpTable *table, EtpListKind list);

const char *etp_node_get_id (EtpNode *self); /* a GRefString; "" for the root */
EtpListKind etp_node_get_list (EtpNode *self);
typedef struct _EtpJourney EtpJourney;
EtpJourney *etp_node_get_journey (EtpNode *self); /* borrowed; NULL while it is in none */
/* Changes with every write to the node, undo included; unique over all nodes of the process. */
guint64 etp_node_get_stamp (EtpNode *self);
const EtpRecord *etp_node_record (EtpNode *self);

/* Every one of these is a thin call to etp_record_…; fields are ETP_CARD_TITLE and so on. */
#define etp_node_get_text(n, f) etp_record_get_text (etp_node_record (ETP_NODE (n)), (f))
#define etp_node_get_boolean(n, f) etp_record_get_boolean (etp_node_record (ETP_NODE (n)), (f))
#define etp_node_get_enum(n, f) etp_record_get_enum (etp_node_record (ETP_NODE (n)), (f))
#define etp_node_get_word(n, f) etp_record_get_word (etp_node_record (ETP_NODE (n)), (f))
#define etp_node_get_integer(n, f) etp_record_get_integer (etp_node_record (ETP_NODE (n)), (f))
#define etp_node_get_number(n, f) etp_record_get_number (etp_node_record (ETP_NODE (n)), (f))
#define etp_node_get_length(n, f) etp_record_get_length (etp_node_record (ETP_NODE (n)), (f))
#define etp_node_get_text_at(n, f, i)                                                              \
  etp_record_get_text_at (etp_node_record (ETP_NODE (n)), (f), (i))
#define etp_node_get_value_at(n, f, i)                                                             \
  etp_record_get_value_at (etp_node_record (ETP_NODE (n)), (f), (i))
#define etp_node_get_value(n, f) etp_record_get_value (etp_node_record (ETP_NODE (n)), (f))
#define etp_node_get_bytes(n, f) etp_record_get_bytes (etp_node_record (ETP_NODE (n)), (f))

G_END_DECLS
