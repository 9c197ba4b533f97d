/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Export-internal: reading packages of Office Open XML: parts, their types and what they lead to. */
#pragma once

#include "etp-unzip.h"

G_BEGIN_DECLS

typedef struct
{
  char *id, *type; /* the last word of its type: "slideLayout" */
  char *full_type;
  char *target; /* name of a part of the package; as it is written if is_external */
  gboolean is_external;
} EtpOpcRelation;

typedef struct
{
  EtpUnzip *unzip;
  GHashTable *overrides; /* of char *, name in lower case, to content type */
  GHashTable *defaults; /* of char *, ending in lower case, to content type */
} EtpOpc;

/* FALSE with an ETP_EXPORT_ERROR if the bytes are no such package. */
gboolean etp_opc_init (EtpOpc *self, GBytes *bytes, GError **error);
void etp_opc_clear (EtpOpc *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EtpOpc, etp_opc_clear)

const char *etp_opc_get_type_of (EtpOpc *self, const char *name); /* NULL: it has none */
/* Of a part, "" for the package: EtpOpcRelation, none if there are none. NULL with an error. */
GPtrArray *etp_opc_list_relations (EtpOpc *self, const char *name, GError **error);
/* The first of a type; NULL. */
const EtpOpcRelation *etp_opc_find_relation (GPtrArray *relations, const char *type);
const EtpOpcRelation *etp_opc_find_relation_id (GPtrArray *relations, const char *id);

/* Walks the elements of a part of XML. element and attribute names are given without prefix, but
 * "r:id" as it is. FALSE with an ETP_EXPORT_ERROR. */
typedef void (*EtpOpcVisit) (const char *element,
                             gboolean is_end,
                             const char *const *names,
                             const char *const *values,
                             gpointer data);
gboolean
etp_opc_walk (EtpOpc *self, const char *name, EtpOpcVisit visit, gpointer data, GError **error);
/* Of the names and values that a visit gets; NULL. */
const char *etp_opc_get (const char *const *names, const char *const *values, const char *name);

G_END_DECLS
