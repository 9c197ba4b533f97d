/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Inside of file/ only: from a scanned text to a journey or its parts. */
#pragma once

#include "model/etp-change.h"
#include "etp-json-guard.h"

G_BEGIN_DECLS

typedef struct _EtpReader EtpReader;

struct _EtpReader
{
  const EtpJson *json; /* borrowed */
  GError **error;
  GHashTable *ids; /* owned; all ids that are written, once an object without one was met */
  guint n_nodes;
  guint n_derived; /* ids */
  /* Reads what stands in place of a field of bytes, for the journal; NULL: Base64. Returns NULL
   * without error if it is not what it should be. */
  GBytes *(*read_bytes) (EtpReader *self, guint token, gpointer user_data);
  gpointer user_data;
};

/* That it is a journey, and of which version; 1 or more. Errors here and below have a place and no
 * name. */
gboolean etp_reader_read_version (const EtpJson *json, guint *version, GError **error);

/* A whole document of the newest version (or a newer one: it comes back read-only), attached to
 * nothing. */
EtpJourney *etp_reader_read_journey (const EtpJson *json, GError **error);

/* The lists among an object's members, into an empty journey; other members are passed over.
 * For fragments. */
gboolean
etp_reader_read_lists (const EtpJson *json, guint object, EtpJourney *journey, GError **error);

/* One object of a list. Its id must be there. For the journal. */
EtpNode *etp_reader_read_node (EtpReader *self, guint token, EtpListKind list);

/* What would be past the limits when it is written again; see etp-reader-limits.c. */
gboolean etp_reader_check_list (EtpReader *self, guint array); /* before reading it */
gboolean etp_reader_check_derived (EtpReader *self, guint object); /* before deriving its id */
gboolean etp_reader_check_written (EtpReader *self, EtpJourney *journey);

/* One value, as the row says. Fails on a wrong type, range or form. */
gboolean
etp_reader_read_datum (EtpReader *self, const EtpField *field, guint token, EtpDatum *datum);

/* Sets the error at the place of a token; returns FALSE. */
gboolean etp_reader_fail (EtpReader *self, EtpFileError code, guint token, const char *reason);

/* The field that a key names, or -1. next is the field that most likely comes, and is moved on:
 * members mostly stand in the table's order. */
int etp_reader_find_field (const EtpReader *self, const EtpTable *table, guint key, guint *next);

/* A whole number; 3.0 and 3e0 are some too. FALSE: the token is none. */
gboolean etp_reader_get_integer (EtpReader *self, guint token, gint64 *integer);

G_END_DECLS
