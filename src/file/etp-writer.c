/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-file"
#include "config.h"

#include "etp-writer.h"

#include "etp-load.h"
#include "etp-writer-private.h"

/* The canonical document. Made for git and for people who read it there:
 *
 *  - UTF-8 without byte order mark, lines end with LF, one LF at the end.
 *  - "format" and "version" first, then the members in the order of the tables; what stands at its
 *    default is not written, nor is an empty list; unknown members follow, in their order.
 *  - Objects and lists that lie less than four deep have one member or item on each line, indented
 *    by two spaces a level: the document, its lists, the objects in these, and lists of those.
 *    What lies deeper stands on one line: { "persona": "max", "value": -1.2 }. So an emotion, a
 *    vote, a review is a line of its own, and so is each text of a list.
 *  - The journey in a snapshot counts its depth anew.
 *  - In texts only quote, backslash and control characters are escaped, with the short form where
 *    there is one. Numbers are the shortest that read back the same (etp-json-write.h).
 *  - No time, no window, nothing random: the same journey gives the same bytes.
 */

/* What one node takes on average; the buffer is grown seldom then. */
#define BYTES_PER_NODE 512

G_STATIC_ASSERT (ETP_LIST_ASSETS == ETP_N_LISTS - 1); /* etp_writer_write() relies on it */

static gsize
estimate_size (EtpJourney *journey)
{
  gsize size = 4096;

  for (guint kind = 0; kind < ETP_N_LISTS; kind++)
    size += etp_node_list_get_length (etp_journey_get_list (journey, (EtpListKind) kind))
            * (gsize) BYTES_PER_NODE;
  return size;
}

static gboolean
is_left_out (EtpWriter *writer, EtpNode *node)
{
  return writer->left_out != NULL
         && g_hash_table_contains (writer->left_out, etp_node_get_id (node));
}

static void
append_list (EtpWriter *writer, EtpJourney *journey, EtpListKind kind)
{
  EtpNodeList *list = etp_journey_get_list (journey, kind);
  gboolean is_begun = FALSE;
  EtpNode *node;

  for (guint i = 0; (node = etp_node_list_get (list, i)) != NULL; i++)
    {
      if (is_left_out (writer, node))
        continue;
      if (!is_begun)
        {
          etp_writer_member (writer, etp_list_get_member (kind));
          etp_writer_begin_list (writer);
          is_begun = TRUE;
        }
      etp_writer_item (writer);
      etp_writer_node (writer, node);
    }
  if (is_begun)
    etp_writer_end_list (writer);
}

void
etp_writer_document (EtpWriter *self, EtpJourney *journey, guint without, gsize *assets_bytes)
{
  const EtpRecord *record = etp_node_record (ETP_NODE (journey));
  gsize before = 0;

  etp_writer_begin_object (self);
  etp_writer_member (self, "format");
  etp_writer_text (self, ETP_FORMAT_NAME);
  etp_writer_member (self, "version");
  etp_writer_integer (self, ETP_FORMAT_VERSION);
  etp_writer_fields (self, record);
  for (guint kind = 0; kind < ETP_N_LISTS; kind++)
    {
      before = self->out->len;
      if ((without & 1u << kind) == 0)
        append_list (self, journey, (EtpListKind) kind);
    }
  /* The assets are the last list. */
  if (assets_bytes != NULL)
    *assets_bytes = self->out->len - before;
  etp_writer_unknown (self, record);
  etp_writer_end_object (self);
}

GBytes *
etp_writer_write (EtpJourney *journey, gsize *assets_bytes)
{
  GString *out = g_string_sized_new (estimate_size (journey));
  EtpWriter writer;

  etp_writer_init (&writer, out);
  etp_writer_document (&writer, journey, 0, assets_bytes);
  g_string_append_c (out, '\n');
  return g_string_free_to_bytes (out);
}

GBytes *
etp_write_journey (EtpJourney *journey)
{
  gsize assets_bytes;

  g_return_val_if_fail (ETP_IS_JOURNEY (journey), NULL);

  return etp_writer_write (journey, &assets_bytes);
}
