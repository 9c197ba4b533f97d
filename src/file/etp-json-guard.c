/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-file"
#include "config.h"

#include "etp-json-guard.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "etp-json-private.h"

/* The scanner: one loop over the bytes, an explicit stack of at most ETP_LIMIT_DEPTH frames, and
 * an array of tokens that grows. Nothing recurses, nothing depends on the content's shape.
 *
 * A repeated member is found when it is met: each frame has the hashes of its names, and 256 bits
 * that tell most new names apart without a look at the hashes. The hash is seeded anew in each
 * process, and an object has at most 256 members, so no input makes this slow.
 *
 * Typical: 0.1 to 5 MB of text and 5,000 to 500,000 tokens; 16 bytes a token, at most 32 MiB.
 */

typedef enum
{
  EXPECT_VALUE,
  EXPECT_FIRST_ITEM, /* a value or ] */
  EXPECT_FIRST_MEMBER, /* a name or } */
  EXPECT_MEMBER, /* a name */
  EXPECT_COLON,
  EXPECT_COMMA, /* or the end of the object or array */
  EXPECT_END, /* nothing but blanks */
} Expect;

typedef struct
{
  guint32 hash;
  guint32 token;
} Name;

typedef struct
{
  guint32 token; /* of the object or array */
  guint32 n_names; /* objects: members so far */
  guint32 first_name;
  gboolean is_object;
  guint64 seen[4]; /* bit (hash & 255) of each name so far */
} Frame;

typedef struct
{
  EtpJson *json; /* owned until the end */
  guint n_allocated;
  guint depth;
  Frame frames[ETP_LIMIT_DEPTH];
  Name names[ETP_LIMIT_DEPTH * ETP_LIMIT_MEMBERS];
  guint n_names;
  guint32 assets_key; /* token of the root's member "assets"; 0: none yet */
  gsize assets_length; /* bytes of its value */
  GError **error;
} Scan;

static gboolean
fail (Scan *scan, EtpFileError code, gsize offset, const char *reason)
{
  guint line, column;

  etp_json_get_place (scan->json, offset, &line, &column);
  etp_file_error_set (scan->error, code, NULL, line, column, "%s", reason);
  return FALSE;
}

/* What git leaves in a file when two people changed the same lines. */
static gboolean
is_merge_mark (Scan *scan, gsize offset)
{
  static const char *const marks[] = { "<<<<<<<", "=======", ">>>>>>>", "|||||||" };
  const EtpJson *json = scan->json;

  if (offset > 0 && json->text[offset - 1] != '\n')
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    if (json->length - offset >= 7 && memcmp (json->text + offset, marks[i], 7) == 0)
      return TRUE;
  return FALSE;
}

/* Something else stands where one of the signs of JSON is expected. */
static gboolean
fail_sign (Scan *scan, gsize offset, const char *reason)
{
  return fail (scan, ETP_FILE_ERROR_SYNTAX, offset,
               is_merge_mark (scan, offset)
                   ? _ ("Here two versions of the file were merged and the conflict was not "
                        "resolved.")
                   : reason);
}

static gboolean
fail_at_end (Scan *scan)
{
  return fail (scan, ETP_FILE_ERROR_TRUNCATED, scan->json->length,
               _ ("The file ends too early; perhaps it was not copied completely."));
}

static EtpJsonToken *
add_token (Scan *scan, EtpJsonKind kind, gsize from, gsize to)
{
  EtpJson *json = scan->json;
  EtpJsonToken *token;

  if (json->n_tokens == scan->n_allocated)
    {
      scan->n_allocated = MAX (256, scan->n_allocated + scan->n_allocated / 2);
      json->tokens = g_renew (EtpJsonToken, json->tokens, scan->n_allocated);
    }
  token = &json->tokens[json->n_tokens++];
  token->from = (guint32) from;
  token->to = (guint32) to;
  token->next = json->n_tokens;
  token->kind = (guint8) kind;
  token->is_escaped = FALSE;
  return token;
}

static gboolean
count_value (Scan *scan, gsize offset)
{
  if (++scan->json->n_values <= ETP_LIMIT_VALUES)
    return TRUE;
  return fail (scan, ETP_FILE_ERROR_TOO_LARGE, offset,
               _ ("The file holds more than 1,000,000 values."));
}

static gboolean
names_are_equal (Scan *scan, guint a, guint b)
{
  const EtpJsonToken *x = &scan->json->tokens[a];
  const EtpJsonToken *y = &scan->json->tokens[b];
  g_autofree char *first = NULL, *second = NULL;

  if (!x->is_escaped && !y->is_escaped)
    return x->to - x->from == y->to - y->from
           && memcmp (scan->json->text + x->from, scan->json->text + y->from, x->to - x->from) == 0;
  first = etp_json_dup_string (scan->json, a);
  second = etp_json_dup_string (scan->json, b);
  return strcmp (first, second) == 0;
}

static gboolean
fail_repeated (Scan *scan, guint first, guint second)
{
  g_autofree char *name = etp_json_dup_string (scan->json, second);
  g_autofree char *shown = etp_json_shorten (name);
  guint line, column, line_before;

  etp_json_get_place (scan->json, scan->json->tokens[first].from, &line_before, NULL);
  etp_json_get_place (scan->json, scan->json->tokens[second].from - 1, &line, &column);
  etp_file_error_set (scan->error, ETP_FILE_ERROR_SYNTAX, NULL, line, column,
                      /* Translators: the name of a member of a JSON object, a line number. */
                      _ ("“%s” stands twice in the same object, first in line %u; "
                         "only one of them can be meant."),
                      shown, line_before);
  return FALSE;
}

static guint32
hash_name (Scan *scan, guint token)
{
  const EtpJsonToken *name = &scan->json->tokens[token];
  g_autofree char *decoded = NULL;

  if (!name->is_escaped)
    return etp_json_hash (scan->json->text + name->from, name->to - name->from);
  decoded = etp_json_dup_string (scan->json, token);
  return etp_json_hash (decoded, strlen (decoded));
}

/* Notes the name that was just read as the newest token; refuses one that was there. */
static gboolean
add_name (Scan *scan)
{
  guint token = scan->json->n_tokens - 1;
  Frame *frame = &scan->frames[scan->depth - 1];
  guint32 hash = hash_name (scan, token);
  guint64 *word = &frame->seen[(hash >> 6) & 3];
  guint64 bit = G_GUINT64_CONSTANT (1) << (hash & 63);

  if (frame->n_names == ETP_LIMIT_MEMBERS)
    return fail (scan, ETP_FILE_ERROR_TOO_LARGE, scan->json->tokens[token].from - 1,
                 _ ("An object has more than 256 members."));
  if (*word & bit)
    {
      const Name *names = &scan->names[frame->first_name];

      for (guint i = 0; i < frame->n_names; i++)
        if (names[i].hash == hash && names_are_equal (scan, names[i].token, token))
          return fail_repeated (scan, names[i].token, token);
    }
  *word |= bit;
  scan->names[scan->n_names++] = (Name){ hash, token };
  frame->n_names++;
  if (scan->depth == 1 && scan->json->tokens[token].to - scan->json->tokens[token].from == 6
      && memcmp (scan->json->text + scan->json->tokens[token].from, "assets", 6) == 0)
    scan->assets_key = token;
  return TRUE;
}

static gboolean
open_container (Scan *scan, gsize offset, gboolean is_object)
{
  Frame *frame;

  if (!count_value (scan, offset))
    return FALSE;
  if (scan->depth == ETP_LIMIT_DEPTH)
    return fail (scan, ETP_FILE_ERROR_TOO_LARGE, offset,
                 _ ("Objects and lists lie more than 64 deep inside each other."));
  frame = &scan->frames[scan->depth++];
  frame->token = scan->json->n_tokens;
  frame->n_names = 0;
  frame->first_name = scan->n_names;
  frame->is_object = is_object;
  memset (frame->seen, 0, sizeof frame->seen);
  add_token (scan, is_object ? ETP_JSON_OBJECT : ETP_JSON_ARRAY, offset, offset + 1);
  return TRUE;
}

static void
close_container (Scan *scan, gsize offset)
{
  Frame *frame = &scan->frames[--scan->depth];
  EtpJsonToken *token = &scan->json->tokens[frame->token];

  token->to = (guint32) (offset + 1);
  token->next = scan->json->n_tokens;
  scan->n_names = frame->first_name;
  if (scan->depth == 1 && scan->assets_key != 0 && frame->token == scan->assets_key + 1)
    scan->assets_length = token->to - token->from;
}

static gboolean
scan_word (Scan *scan, gsize *offset, const char *word, EtpJsonKind kind)
{
  gsize length = strlen (word);
  gsize left = scan->json->length - *offset;

  if (left < length && memcmp (scan->json->text + *offset, word, left) == 0)
    return fail_at_end (scan);
  if (left < length || memcmp (scan->json->text + *offset, word, length) != 0)
    return fail (scan, ETP_FILE_ERROR_SYNTAX, *offset,
                 _ ("A value is expected here: a text in quotes, a number, true, false, null, "
                    "an object or a list."));
  add_token (scan, kind, *offset, *offset + length);
  *offset += length;
  return TRUE;
}

static gboolean
scan_string_token (Scan *scan, gsize *offset, EtpJsonKind kind)
{
  gsize start = *offset + 1;
  gsize place = start;
  gboolean is_escaped = FALSE;
  const char *reason = NULL;

  if (!etp_json_scan_string (scan->json->text, scan->json->length, &place, &is_escaped, &reason))
    return place >= scan->json->length && reason == NULL
               ? fail_at_end (scan)
               : fail (scan, ETP_FILE_ERROR_SYNTAX, place, reason);
  add_token (scan, kind, start, place)->is_escaped = (guint8) is_escaped;
  *offset = place + 1;
  return TRUE;
}

static gboolean
scan_number_token (Scan *scan, gsize *offset)
{
  gsize place = *offset;
  gboolean is_integer = TRUE;
  const char *reason = NULL;

  if (!etp_json_scan_number (scan->json->text, scan->json->length, &place, &is_integer, &reason))
    return place >= scan->json->length && reason == NULL
               ? fail_at_end (scan)
               : fail (scan, ETP_FILE_ERROR_SYNTAX, place, reason);
  add_token (scan, is_integer ? ETP_JSON_INTEGER : ETP_JSON_NUMBER, *offset, place);
  *offset = place;
  return TRUE;
}

static gboolean
scan_scalar (Scan *scan, gsize *offset)
{
  if (!count_value (scan, *offset))
    return FALSE;
  switch (scan->json->text[*offset])
    {
    case '"':
      return scan_string_token (scan, offset, ETP_JSON_STRING);
    case 't':
      return scan_word (scan, offset, "true", ETP_JSON_TRUE);
    case 'f':
      return scan_word (scan, offset, "false", ETP_JSON_FALSE);
    case 'n':
      return scan_word (scan, offset, "null", ETP_JSON_NULL);
    case '-':
    case '0' ... '9':
      return scan_number_token (scan, offset);
    default:
      if (scan->json->n_tokens == 0)
        return fail (scan, ETP_FILE_ERROR_NOT_JSON, *offset,
                     _ ("This is no JSON text, so it cannot be a journey."));
      return fail_sign (scan, *offset,
                        _ ("A value is expected here: a text in quotes, a number, true, false, "
                           "null, an object or a list."));
    }
}

static gboolean
scan_value (Scan *scan, gsize *offset, Expect *expect)
{
  char c = scan->json->text[*offset];

  if (c == '{' || c == '[')
    {
      if (!open_container (scan, *offset, c == '{'))
        return FALSE;
      *expect = c == '{' ? EXPECT_FIRST_MEMBER : EXPECT_FIRST_ITEM;
      (*offset)++;
      return TRUE;
    }
  *expect = scan->depth == 0 ? EXPECT_END : EXPECT_COMMA;
  return scan_scalar (scan, offset);
}

static gboolean
scan_close (Scan *scan, gsize *offset, Expect *expect)
{
  close_container (scan, *offset);
  *expect = scan->depth == 0 ? EXPECT_END : EXPECT_COMMA;
  (*offset)++;
  return TRUE;
}

static gboolean
scan_member (Scan *scan, gsize *offset, Expect *expect)
{
  char c = scan->json->text[*offset];

  if (c == '}' && *expect == EXPECT_FIRST_MEMBER)
    return scan_close (scan, offset, expect);
  if (c == '}')
    return fail_sign (scan, *offset, _ ("After the comma another member is expected."));
  if (c != '"')
    return fail_sign (scan, *offset, _ ("The name of a member in double quotes is expected here."));
  *expect = EXPECT_COLON;
  return scan_string_token (scan, offset, ETP_JSON_KEY) && add_name (scan);
}

static gboolean
scan_comma (Scan *scan, gsize *offset, Expect *expect)
{
  char c = scan->json->text[*offset];
  const Frame *frame = &scan->frames[scan->depth - 1];

  if (c == (frame->is_object ? '}' : ']'))
    return scan_close (scan, offset, expect);
  if (c == ',')
    {
      *expect = frame->is_object ? EXPECT_MEMBER : EXPECT_VALUE;
      (*offset)++;
      return TRUE;
    }
  return fail_sign (scan, *offset,
                    frame->is_object ? _ ("A comma or the end of the object (}) is expected here.")
                                     : _ ("A comma or the end of the list (]) is expected here."));
}

static gboolean
scan_item (Scan *scan, gsize *offset, Expect *expect)
{
  if (scan->json->text[*offset] == ']' && *expect == EXPECT_FIRST_ITEM)
    return scan_close (scan, offset, expect);
  if (scan->json->text[*offset] == ']' && scan->depth > 0
      && !scan->frames[scan->depth - 1].is_object)
    return fail_sign (scan, *offset, _ ("After the comma another item is expected."));
  return scan_value (scan, offset, expect);
}

static gboolean
scan_step (Scan *scan, gsize *offset, Expect *expect)
{
  switch (*expect)
    {
    case EXPECT_VALUE:
    case EXPECT_FIRST_ITEM:
      return scan_item (scan, offset, expect);
    case EXPECT_FIRST_MEMBER:
    case EXPECT_MEMBER:
      return scan_member (scan, offset, expect);
    case EXPECT_COLON:
      if (scan->json->text[*offset] != ':')
        return fail_sign (scan, *offset, _ ("A colon is expected after the name of the member."));
      (*offset)++;
      *expect = EXPECT_VALUE;
      return TRUE;
    case EXPECT_COMMA:
      return scan_comma (scan, offset, expect);
    case EXPECT_END:
    default:
      return fail_sign (scan, *offset,
                        _ ("There is something else after the end of the document."));
    }
}

/* The share of the text that is not pictures has a limit of its own. */
static gboolean
check_text_share (Scan *scan, gsize offset)
{
  if (offset - MIN (offset, scan->assets_length) <= ETP_LIMIT_TEXT_BYTES)
    return TRUE;
  return fail (scan, ETP_FILE_ERROR_TOO_LARGE, offset,
               _ ("Without its pictures the file has more than 16 MiB."));
}

static gboolean
scan_text (Scan *scan)
{
  const char *text = scan->json->text;
  gsize length = scan->json->length;
  gsize offset = 0;
  Expect expect = EXPECT_VALUE;

  for (;;)
    {
      while (offset < length
             && (text[offset] == ' ' || text[offset] == '\n' || text[offset] == '\r'
                 || text[offset] == '\t'))
        offset++;
      if (offset == length)
        break;
      if (!scan_step (scan, &offset, &expect))
        return FALSE;
    }
  if (expect == EXPECT_END)
    return check_text_share (scan, length);
  if (scan->json->n_tokens == 0)
    {
      etp_file_error_set (scan->error, ETP_FILE_ERROR_EMPTY, NULL, 0, 0, "%s",
                          _ ("The file is empty."));
      return FALSE;
    }
  return fail_at_end (scan);
}

EtpJson *
etp_json_scan (GBytes *bytes, GError **error)
{
  g_autoptr (EtpJson) json = g_new0 (EtpJson, 1);
  g_autofree Scan *scan = g_new (Scan, 1);

  json->bytes = g_bytes_ref (bytes);
  json->text = g_bytes_get_data (bytes, &json->length);
  if (json->length > ETP_LIMIT_FILE_BYTES)
    {
      etp_file_error_set (error, ETP_FILE_ERROR_TOO_LARGE, NULL, 0, 0, "%s",
                          _ ("The file has more than 64 MiB."));
      return NULL;
    }
  if (json->length >= 3 && memcmp (json->text, "\xef\xbb\xbf", 3) == 0)
    {
      json->text += 3;
      json->length -= 3;
    }
  scan->json = json;
  scan->n_allocated = 0;
  scan->depth = 0;
  scan->n_names = 0;
  scan->assets_key = 0;
  scan->assets_length = 0;
  scan->error = error;
  if (!scan_text (scan))
    return NULL;
  return g_steal_pointer (&json);
}

void
etp_json_free (EtpJson *self)
{
  if (self == NULL)
    return;
  g_bytes_unref (self->bytes);
  g_free (self->tokens);
  g_free (self);
}
