/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-file"
#include "config.h"

#include "etp-journal-private.h"

#include <string.h>

#include "etp-json-private.h"
#include "etp-writer-private.h"

/* The first two records of a journal. The base is the document byte for byte; the texts of its
 * pictures are cut out, and the header says what belongs where:
 *
 *   { "format": "etappe-journal", "version": 1, "uri": …, "etag": …, "commits": 0,
 *     "length": 812345, "assets": [ { "at": 2345, "length": 80000, "hash": "…" } ] }
 */

#define JOURNAL_FORMAT "etappe-journal"
#define JOURNAL_VERSION 1
/* What is smaller is not worth a file. */
#define LEAST_CUT 4096

typedef struct
{
  guint64 at, length; /* in the document */
  char *hash; /* owned */
} Cut;

static void
clear_cut (gpointer cut)
{
  g_free (((Cut *) cut)->hash);
}

static GArray *
cuts_new (void)
{
  GArray *cuts = g_array_new (FALSE, FALSE, sizeof (Cut));

  g_array_set_clear_func (cuts, clear_cut);
  return cuts;
}

/* FALSE with errno. */
static gboolean
cut_token (EtpJournalAssets *assets, const EtpJson *json, guint token, GArray *cuts)
{
  const EtpJsonToken *t = &json->tokens[token];
  gsize skipped = (gsize) (json->text - (const char *) g_bytes_get_data (json->bytes, NULL));
  Cut cut = { .at = skipped + t->from, .length = t->to - t->from };

  if (t->kind != ETP_JSON_STRING || cut.length < LEAST_CUT)
    return TRUE;
  cut.hash = etp_journal_assets_store (assets, json->text + t->from, cut.length);
  if (cut.hash == NULL)
    return FALSE;
  g_array_append_val (cuts, cut);
  return TRUE;
}

/* Every long text that is a member of an asset, in the order of the document. */
static gboolean
find_cuts (EtpJournalAssets *assets, const EtpJson *json, GArray *cuts)
{
  guint list = etp_json_find_member (json, 0, "assets");
  guint end = list != 0 ? json->tokens[list].next : 0;

  for (guint item = list + 1; item < end; item = json->tokens[item].next)
    for (guint key = item + 1;
         json->tokens[item].kind == ETP_JSON_OBJECT && key < json->tokens[item].next;
         key = json->tokens[key + 1].next)
      if (!cut_token (assets, json, key + 1, cuts))
        return FALSE;
  return TRUE;
}

static void
write_cuts (EtpWriter *writer, const GArray *cuts)
{
  etp_writer_member (writer, "assets");
  etp_writer_begin_list (writer);
  for (guint i = 0; i < cuts->len; i++)
    {
      const Cut *cut = &g_array_index (cuts, Cut, i);

      etp_writer_item (writer);
      etp_writer_begin_object (writer);
      etp_writer_member (writer, "at");
      etp_writer_integer (writer, (gint64) cut->at);
      etp_writer_member (writer, "length");
      etp_writer_integer (writer, (gint64) cut->length);
      etp_writer_member (writer, "hash");
      etp_writer_text (writer, cut->hash);
      etp_writer_end_object (writer);
    }
  etp_writer_end_list (writer);
}

static GString *
compose_header (const EtpJournalHeader *header, const GArray *cuts)
{
  GString *out = g_string_new (NULL);
  g_autofree char *uri = header->file != NULL ? g_file_get_uri (header->file) : NULL;
  EtpWriter writer;

  etp_writer_init_on_line (&writer, out);
  etp_writer_begin_object (&writer);
  etp_writer_member (&writer, "format");
  etp_writer_text (&writer, JOURNAL_FORMAT);
  etp_writer_member (&writer, "version");
  etp_writer_integer (&writer, JOURNAL_VERSION);
  etp_writer_member (&writer, "uri");
  etp_writer_text (&writer, uri);
  etp_writer_member (&writer, "etag");
  etp_writer_text (&writer, header->etag);
  etp_writer_member (&writer, "commits");
  etp_writer_integer (&writer, (gint64) header->n_commits);
  etp_writer_member (&writer, "length");
  etp_writer_integer (&writer, (gint64) g_bytes_get_size (header->base));
  write_cuts (&writer, cuts);
  etp_writer_end_object (&writer);
  return out;
}

static GString *
cut_base (GBytes *base, const GArray *cuts)
{
  gsize length, done = 0;
  const char *data = g_bytes_get_data (base, &length);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < cuts->len; i++)
    {
      const Cut *cut = &g_array_index (cuts, Cut, i);

      g_string_append_len (out, data + done, (gssize) (cut->at - done));
      done = cut->at + cut->length;
    }
  g_string_append_len (out, data != NULL ? data + done : "", (gssize) (length - done));
  return out;
}

gboolean
etp_journal_write_header (int fd, EtpJournalAssets *assets, const EtpJournalHeader *header)
{
  g_autoptr (EtpJson) json = etp_json_scan (header->base, NULL);
  g_autoptr (GArray) cuts = cuts_new ();
  g_autoptr (GString) text = NULL;
  g_autoptr (GString) base = NULL;

  if (json != NULL && !find_cuts (assets, json, cuts))
    return FALSE;
  text = compose_header (header, cuts);
  base = cut_base (header->base, cuts);
  return etp_journal_write_record (fd, text->str, text->len)
         && etp_journal_write_record (fd, base->str, base->len);
}

/* A whole number from 0, or -1. */
static gint64
get_integer (const EtpJson *json, guint object, const char *member)
{
  guint token = etp_json_find_member (json, object, member);

  if (token == 0 || json->tokens[token].kind != ETP_JSON_INTEGER)
    return -1;
  return MAX (etp_json_get_integer (json, token), -1);
}

static char *
dup_text (const EtpJson *json, guint object, const char *member)
{
  guint token = etp_json_find_member (json, object, member);

  if (token == 0 || json->tokens[token].kind != ETP_JSON_STRING)
    return NULL;
  return etp_json_dup_string (json, token);
}

/* Puts one picture back; left: of the cut base, moved on. */
static gboolean
restore_cut (const EtpJson *json,
             guint object,
             EtpJournalAssets *assets,
             GString *out,
             const char **left,
             gsize *left_length)
{
  gint64 at = get_integer (json, object, "at");
  gint64 length = get_integer (json, object, "length");
  g_autofree char *hash = dup_text (json, object, "hash");
  g_autoptr (GBytes) picture = hash != NULL ? etp_journal_assets_load (assets, hash) : NULL;
  gsize before;

  if (picture == NULL || at < (gint64) out->len || length != (gint64) g_bytes_get_size (picture))
    return FALSE;
  before = (gsize) at - out->len;
  if (before > *left_length)
    return FALSE;
  g_string_append_len (out, *left, (gssize) before);
  *left += before;
  *left_length -= before;
  g_string_append_len (out, g_bytes_get_data (picture, NULL), length);
  return TRUE;
}

static GBytes *
restore_base (const EtpJson *json, EtpJournalAssets *assets, const char *left, gsize left_length)
{
  gint64 length = get_integer (json, 0, "length");
  guint list = etp_json_find_member (json, 0, "assets");
  guint end = list != 0 ? json->tokens[list].next : 0;
  g_autoptr (GString) out = NULL;

  if (length < 0 || length > ETP_LIMIT_FILE_BYTES)
    return NULL;
  out = g_string_sized_new ((gsize) length + 1);
  for (guint item = list + 1; item < end; item = json->tokens[item].next)
    if (!restore_cut (json, item, assets, out, &left, &left_length))
      return NULL;
  g_string_append_len (out, left, (gssize) left_length);
  if (out->len != (gsize) length)
    return NULL;
  return g_string_free_to_bytes (g_steal_pointer (&out));
}

EtpJournalHeader *
etp_journal_read_header (GBytes *log, gsize *offset, EtpJournalAssets *assets)
{
  g_autoptr (EtpJournalHeader) header = g_new0 (EtpJournalHeader, 1);
  g_autoptr (GBytes) text = NULL;
  g_autoptr (EtpJson) json = NULL;
  g_autofree char *format = NULL, *uri = NULL;
  const char *payload;
  gsize length;

  if (!etp_journal_read_record (log, offset, &payload, &length))
    return NULL;
  text = g_bytes_new_from_bytes (
      log, (gsize) (payload - (const char *) g_bytes_get_data (log, NULL)), length);
  json = etp_json_scan (text, NULL);
  if (json == NULL || !etp_journal_read_record (log, offset, &payload, &length))
    return NULL;
  format = dup_text (json, 0, "format");
  if (g_strcmp0 (format, JOURNAL_FORMAT) != 0
      || get_integer (json, 0, "version") != JOURNAL_VERSION)
    return NULL;
  uri = dup_text (json, 0, "uri");
  header->file = uri != NULL && *uri != '\0' ? g_file_new_for_uri (uri) : NULL;
  header->etag = dup_text (json, 0, "etag");
  if (header->etag != NULL && *header->etag == '\0')
    g_clear_pointer (&header->etag, g_free);
  header->n_commits = (guint64) MAX (get_integer (json, 0, "commits"), 0);
  header->base = restore_base (json, assets, payload, length);
  return header->base != NULL ? g_steal_pointer (&header) : NULL;
}

GFile *
etp_journal_read_file (GBytes *log)
{
  g_autoptr (GBytes) text = NULL;
  g_autoptr (EtpJson) json = NULL;
  g_autofree char *uri = NULL;
  const char *payload;
  gsize length, offset = 0;

  if (!etp_journal_read_record (log, &offset, &payload, &length))
    return NULL;
  text = g_bytes_new (payload, length);
  json = etp_json_scan (text, NULL);
  uri = json != NULL ? dup_text (json, 0, "uri") : NULL;
  return uri != NULL && *uri != '\0' ? g_file_new_for_uri (uri) : NULL;
}

void
etp_journal_header_free (EtpJournalHeader *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->file);
  g_free (self->etag);
  g_clear_pointer (&self->base, g_bytes_unref);
  g_free (self);
}
