/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Inside of file/ only: the writing of parts, for the journal and for fragments. */
#pragma once

#include "model/etp-change.h"

G_BEGIN_DECLS

typedef struct _EtpWriter EtpWriter;

/* Begin with etp_writer_init(); members of an object are written between begin and end. */
struct _EtpWriter
{
  GString *out; /* borrowed */
  guint depth; /* objects and lists that are open */
  gboolean is_empty; /* nothing stands yet in the innermost of them */
  GHashTable *left_out; /* borrowed; ids of nodes that are not written; NULL: none */
  /* Writes a value in place of a field of bytes, for the journal; NULL: Base64. */
  void (*write_bytes) (EtpWriter *self, GBytes *bytes, gpointer user_data);
  gpointer user_data;
};

void etp_writer_init (EtpWriter *self, GString *out);
/* Everything on one line, for the journal. */
void etp_writer_init_on_line (EtpWriter *self, GString *out);

void etp_writer_begin_object (EtpWriter *self);
void etp_writer_begin_list (EtpWriter *self);
void etp_writer_end_object (EtpWriter *self);
void etp_writer_end_list (EtpWriter *self);
void etp_writer_member (EtpWriter *self, const char *name); /* its value follows */
void etp_writer_item (EtpWriter *self); /* the item follows */
void etp_writer_text (EtpWriter *self, const char *text);
void etp_writer_integer (EtpWriter *self, gint64 integer);

/* The object of the document without the lists in a mask of 1 << EtpListKind. assets_bytes (or
 * NULL): how many bytes the member "assets" takes. */
void etp_writer_document (EtpWriter *self, EtpJourney *journey, guint without, gsize *assets_bytes);
/* The document; assets_bytes: how many of its bytes are the value of "assets". */
GBytes *etp_writer_write (EtpJourney *journey, gsize *assets_bytes);

/* An object with id (none for the root) and fields and what is unknown. */
void etp_writer_node (EtpWriter *self, EtpNode *node);
/* The members of a record that are not at their default; unknown ones are not among them. */
void etp_writer_fields (EtpWriter *self, const EtpRecord *record);
void etp_writer_unknown (EtpWriter *self, const EtpRecord *record);
/* A value that is not at its default. */
void etp_writer_datum (EtpWriter *self, const EtpDatum *datum);

G_END_DECLS
