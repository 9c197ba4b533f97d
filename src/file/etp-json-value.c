/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-file"
#include "config.h"

#include "etp-json-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "etp-json-write.h"

/* Reading single values from a scanned text. The guard has checked everything, so nothing here can
 * fail: no bounds beyond the token's own, no bad escape, no bad number. */

static guint32
get_hex (const char *digits)
{
  guint32 value = 0;

  for (int i = 0; i < 4; i++)
    value = value * 16 + (guint32) g_ascii_xdigit_value (digits[i]);
  return value;
}

/* text is at the u; returns the bytes behind it that belong to the character. */
static gsize
decode_unicode (const char *text, char *out, gsize *written)
{
  guint32 character = get_hex (text + 1);
  gsize length = 5;

  if (character >= 0xd800 && character <= 0xdbff)
    {
      guint32 second = get_hex (text + 7);

      character = 0x10000 + ((character - 0xd800) << 10) + (second - 0xdc00);
      length = 11;
    }
  *written = (gsize) g_unichar_to_utf8 (character, out);
  return length;
}

gsize
etp_json_decode (const char *text, gsize length, char *out)
{
  static const char plain[] = "\"\\/bfnrt";
  static const char meant[] = "\"\\/\b\f\n\r\t";
  const char *end = text + length;
  char *start = out;

  while (text < end)
    {
      const char *backslash = memchr (text, '\\', (gsize) (end - text));
      gsize run = (gsize) ((backslash != NULL ? backslash : end) - text);

      memcpy (out, text, run);
      out += run;
      text += run;
      if (backslash == NULL)
        break;
      text++;
      if (*text == 'u')
        {
          gsize written;

          text += decode_unicode (text, out, &written);
          out += written;
        }
      else
        *out++ = meant[strchr (plain, *text++) - plain];
    }
  return (gsize) (out - start);
}

char *
etp_json_dup_string (const EtpJson *self, guint token)
{
  const EtpJsonToken *t = &self->tokens[token];
  gsize length = t->to - t->from;
  char *out;

  if (!t->is_escaped)
    return g_strndup (self->text + t->from, length);
  out = g_malloc (length + 1);
  out[etp_json_decode (self->text + t->from, length, out)] = '\0';
  return out;
}

gboolean
etp_json_is_text (const EtpJson *self, guint token, const char *text)
{
  const EtpJsonToken *t = &self->tokens[token];
  g_autofree char *decoded = NULL;

  if (!t->is_escaped)
    return strlen (text) == t->to - t->from
           && memcmp (text, self->text + t->from, t->to - t->from) == 0;
  decoded = etp_json_dup_string (self, token);
  return strcmp (decoded, text) == 0;
}

/* Up to 15 digits and a small power of ten are exact in doubles, so that one multiplication or
 * division rounds once, as strtod would (Clinger 1990). */
static gboolean
read_simple_number (const char *text, gsize length, double *number)
{
  static const double powers[] = { 1e0, 1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                   1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15 };
  gboolean is_negative = text[0] == '-';
  gsize decimals = 0;
  gboolean in_fraction = FALSE;
  guint64 digits = 0;

  if (length > 16)
    return FALSE;
  for (gsize i = is_negative ? 1 : 0; i < length; i++)
    {
      if (text[i] == '.')
        {
          in_fraction = TRUE;
          continue;
        }
      if (!g_ascii_isdigit (text[i]))
        return FALSE;
      digits = digits * 10 + (guint64) (text[i] - '0');
      decimals += in_fraction ? 1 : 0;
    }
  if (digits >= G_GUINT64_CONSTANT (1000000000000000))
    return FALSE;
  *number = (double) digits / powers[decimals];
  if (is_negative)
    *number = -*number;
  return TRUE;
}

double
etp_json_get_number (const EtpJson *self, guint token)
{
  const EtpJsonToken *t = &self->tokens[token];
  g_autofree char *copy = NULL;
  double number;

  if (read_simple_number (self->text + t->from, t->to - t->from, &number))
    return number;
  copy = g_strndup (self->text + t->from, t->to - t->from);
  return g_ascii_strtod (copy, NULL);
}

gint64
etp_json_get_integer (const EtpJson *self, guint token)
{
  const EtpJsonToken *t = &self->tokens[token];
  const char *text = self->text + t->from;
  gboolean is_negative = text[0] == '-';
  guint64 value = 0;

  for (gsize i = is_negative ? 1 : 0; i < t->to - t->from; i++)
    value = value * 10 + (guint64) (text[i] - '0');
  return is_negative ? (gint64) (0 - value) : (gint64) value;
}

static void
append_compact_scalar (const EtpJson *self, guint token, GString *out)
{
  const EtpJsonToken *t = &self->tokens[token];
  g_autofree char *decoded = NULL;

  if (t->kind != ETP_JSON_STRING && t->kind != ETP_JSON_KEY)
    {
      g_string_append_len (out, self->text + t->from, t->to - t->from);
      return;
    }
  decoded = etp_json_dup_string (self, token);
  etp_json_append_string (out, decoded);
}

/* Not recursive: open objects and arrays are kept on a stack, as in the guard. */
void
etp_json_append_compact (const EtpJson *self, guint token, GString *out)
{
  guint stack[ETP_LIMIT_DEPTH];
  guint depth = 0;
  guint end = self->tokens[token].next;
  gboolean needs_comma = FALSE;

  for (guint i = token; i < end || depth > 0;)
    {
      const EtpJsonToken *t;

      if (depth > 0 && i == self->tokens[stack[depth - 1]].next)
        {
          depth--;
          g_string_append_c (out, self->tokens[stack[depth]].kind == ETP_JSON_OBJECT ? '}' : ']');
          needs_comma = TRUE;
          continue;
        }
      t = &self->tokens[i];
      if (needs_comma)
        g_string_append_c (out, ',');
      needs_comma = FALSE;
      if (t->kind == ETP_JSON_OBJECT || t->kind == ETP_JSON_ARRAY)
        {
          g_string_append_c (out, t->kind == ETP_JSON_OBJECT ? '{' : '[');
          stack[depth++] = i;
        }
      else
        {
          append_compact_scalar (self, i, out);
          needs_comma = t->kind != ETP_JSON_KEY;
          if (t->kind == ETP_JSON_KEY)
            g_string_append_c (out, ':');
        }
      i++;
    }
}

char *
etp_json_shorten (const char *text)
{
  glong length = g_utf8_strlen (text, -1);
  g_autofree char *start = g_utf8_substring (text, 0, MIN (length, 40));

  for (char *c = start; *c != '\0'; c++)
    if ((guchar) *c < 0x20 || *c == 0x7f)
      *c = ' ';
  return length > 40 ? g_strconcat (start, "…", NULL) : g_steal_pointer (&start);
}

char *
etp_json_describe (const EtpJson *self, guint token)
{
  const EtpJsonToken *t = &self->tokens[token];
  g_autofree char *text = NULL, *shown = NULL;

  switch (t->kind)
    {
    case ETP_JSON_OBJECT:
      return g_strdup (_ ("an object ({…})"));
    case ETP_JSON_ARRAY:
      return g_strdup (_ ("a list ([…])"));
    case ETP_JSON_STRING:
      text = etp_json_dup_string (self, token);
      shown = etp_json_shorten (text);
      /* Translators: %s is a text found in a file. */
      return g_strdup_printf (_ ("the text “%s”"), shown);
    default:
      text = g_strndup (self->text + t->from, MIN (t->to - t->from, 60));
      return etp_json_shorten (text);
    }
}

guint32
etp_json_hash (const char *bytes, gsize length)
{
  static gsize seed = 0;
  guint32 hash;

  if (g_once_init_enter (&seed))
    g_once_init_leave (&seed, (gsize) g_random_int () | 1);
  hash = (guint32) seed;
  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guchar) bytes[i]) * 16777619u;
  return hash ^ (hash >> 15);
}

guint
etp_json_hash_text (gconstpointer text)
{
  return etp_json_hash (text, strlen (text));
}
