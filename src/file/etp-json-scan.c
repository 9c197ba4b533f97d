/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-file"
#include "config.h"

#include "etp-json-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* The guard's knowledge of single strings and numbers. Strings are the bulk of every document
 * (a picture is one string of a megabyte), so plain ASCII is taken eight bytes at a time. */

#define EIGHT(byte) (G_GUINT64_CONSTANT (0x0101010101010101) * (byte))

/* TRUE if all eight bytes may stand in a string as they are: no quote, no backslash, no control
 * character, nothing beyond ASCII. */
static inline gboolean
is_plain (const char *text)
{
  guint64 word, quote, backslash, control;

  memcpy (&word, text, sizeof word);
  quote = (word ^ EIGHT (0x22)) - EIGHT (0x01);
  backslash = (word ^ EIGHT (0x5c)) - EIGHT (0x01);
  control = word - EIGHT (0x20);
  /* Above 0x80 the subtractions say nothing; such words are not plain anyway. */
  return ((quote | backslash | control | word) & EIGHT (0x80)) == 0;
}

/* Length of the UTF-8 sequence at text, 0 if there is none, -1 if the text ends inside of it.
 * Surrogates, overlong forms and what is past U+10FFFF are none (Unicode 15, table 3-7). */
static int
measure_sequence (const char *text, gsize left)
{
  const guchar *bytes = (const guchar *) text;
  guchar low = 0x80, high = 0xbf;
  int length;

  if (bytes[0] >= 0xc2 && bytes[0] <= 0xdf)
    length = 2;
  else if (bytes[0] >= 0xe0 && bytes[0] <= 0xef)
    length = 3;
  else if (bytes[0] >= 0xf0 && bytes[0] <= 0xf4)
    length = 4;
  else
    return 0;
  if (bytes[0] == 0xe0)
    low = 0xa0;
  else if (bytes[0] == 0xed)
    high = 0x9f;
  else if (bytes[0] == 0xf0)
    low = 0x90;
  else if (bytes[0] == 0xf4)
    high = 0x8f;
  for (int i = 1; i < length; i++)
    {
      if ((gsize) i >= left)
        return -1;
      if (bytes[i] < low || bytes[i] > high)
        return 0;
      low = 0x80;
      high = 0xbf;
    }
  return length;
}

/* The four hexadecimal digits at text, or -1. */
static int
read_hex (const char *text, gsize left)
{
  int value = 0;

  if (left < 4)
    return -1;
  for (int i = 0; i < 4; i++)
    {
      int digit = g_ascii_xdigit_value (text[i]);

      if (digit < 0)
        return -1;
      value = value * 16 + digit;
    }
  return value;
}

/* TRUE if the text ends before four digits could stand there, all of what is there being digits. */
static gboolean
is_cut_off (const char *text, gsize left)
{
  gsize i = 0;

  while (i < left && i < 4 && g_ascii_isxdigit (text[i]))
    i++;
  return i == left && i < 4;
}

/* *offset is at the u of \u. */
static gboolean
scan_unicode_escape (const char *text, gsize length, gsize *offset, const char **reason)
{
  gsize digits = *offset + 1;
  int first = read_hex (text + digits, length - digits);
  int second;

  if (first < 0 && is_cut_off (text + digits, length - digits))
    {
      *offset = length;
      return FALSE;
    }
  if (first < 0)
    *reason = _ ("After \\u four hexadecimal digits are expected.");
  else if (first == 0)
    *reason = _ ("The character NUL (\\u0000) cannot be part of a text.");
  else if (first >= 0xdc00 && first <= 0xdfff)
    *reason = _ ("This is the second half of a surrogate pair without the first.");
  if (*reason != NULL)
    return FALSE;
  *offset = digits + 4;
  if (first < 0xd800 || first > 0xdbff)
    return TRUE;
  if (length - *offset < 6 && memchr (text + *offset, '"', length - *offset) == NULL)
    {
      *offset = length;
      return FALSE;
    }
  second = text[*offset] == '\\' && text[*offset + 1] == 'u'
               ? read_hex (text + *offset + 2, length - *offset - 2)
               : -1;
  if (second < 0xdc00 || second > 0xdfff)
    {
      *offset = digits - 1;
      *reason = _ ("This is the first half of a surrogate pair without the second.");
      return FALSE;
    }
  *offset += 6;
  return TRUE;
}

/* *offset is at the backslash. */
static gboolean
scan_escape (const char *text, gsize length, gsize *offset, const char **reason)
{
  if (*offset + 1 >= length)
    {
      *offset = length;
      return FALSE;
    }
  switch (text[*offset + 1])
    {
    case '"':
    case '\\':
    case '/':
    case 'b':
    case 'f':
    case 'n':
    case 'r':
    case 't':
      *offset += 2;
      return TRUE;
    case 'u':
      (*offset)++;
      return scan_unicode_escape (text, length, offset, reason);
    default:
      *reason = _ ("A backslash cannot stand before this character.");
      return FALSE;
    }
}

static gboolean
scan_sequence (const char *text, gsize length, gsize *offset, const char **reason)
{
  int bytes = measure_sequence (text + *offset, length - *offset);

  if (bytes > 0)
    {
      *offset += (gsize) bytes;
      return TRUE;
    }
  if (bytes < 0)
    *offset = length;
  else
    *reason = _ ("This is not UTF-8; the file must be saved in this encoding.");
  return FALSE;
}

static const char *
explain_control (char c)
{
  if (c == '\0')
    return _ ("The character NUL cannot be part of a text.");
  if (c == '\n' || c == '\r')
    return _ ("The text has no closing quote on this line.");
  return _ ("A control character in a text must be written with a backslash.");
}

gboolean
etp_json_scan_string (
    const char *text, gsize length, gsize *offset, gboolean *is_escaped, const char **reason)
{
  while (*offset < length)
    {
      guchar c;

      while (*offset + 8 <= length && is_plain (text + *offset))
        *offset += 8;
      if (*offset == length)
        return FALSE;
      c = (guchar) text[*offset];
      if (c == '"')
        return TRUE;
      if (c < 0x20)
        {
          *reason = explain_control ((char) c);
          return FALSE;
        }
      if (c == '\\')
        {
          *is_escaped = TRUE;
          if (!scan_escape (text, length, offset, reason))
            return FALSE;
        }
      else if (c < 0x80)
        (*offset)++;
      else if (!scan_sequence (text, length, offset, reason))
        return FALSE;
    }
  return FALSE;
}

static gsize
skip_digits (const char *text, gsize length, gsize offset)
{
  while (offset < length && g_ascii_isdigit (text[offset]))
    offset++;
  return offset;
}

/* Digits without sign, no leading zero: at most 9223372036854775807 (…808 if negative). */
static gboolean
fits_int64 (const char *digits, gsize length, gboolean is_negative)
{
  const char *limit = is_negative ? "9223372036854775808" : "9223372036854775807";

  if (length != strlen (limit))
    return length < strlen (limit);
  return memcmp (digits, limit, length) <= 0;
}

/* A number with fraction or exponent is refused when it rounds to infinity. Only one with an
 * exponent of some length or with very many digits can. */
static gboolean
fits_double (const char *text, gsize from, gsize to, gsize exponent)
{
  g_autofree char *number = NULL;

  if (exponent - from < 200 && to - exponent < 4)
    return TRUE;
  number = g_strndup (text + from, to - from);
  return !isinf (g_ascii_strtod (number, NULL));
}

/* The digits that must stand at *offset, behind a point or an exponent. */
static gboolean
scan_digits (const char *text, gsize length, gsize *offset, const char **reason)
{
  gsize end = skip_digits (text, length, *offset);

  if (end == *offset && end < length)
    *reason = _ ("A digit is expected here.");
  if (end == *offset)
    return FALSE;
  *offset = end;
  return TRUE;
}

/* Fraction and exponent, both optional. *exponent is set behind the fraction. */
static gboolean
scan_tail (const char *text, gsize length, gsize *offset, gsize *exponent, const char **reason)
{
  if (*offset < length && text[*offset] == '.')
    {
      (*offset)++;
      if (!scan_digits (text, length, offset, reason))
        return FALSE;
    }
  *exponent = *offset;
  if (*offset < length && (text[*offset] == 'e' || text[*offset] == 'E'))
    {
      (*offset)++;
      if (*offset < length && (text[*offset] == '+' || text[*offset] == '-'))
        (*offset)++;
      return scan_digits (text, length, offset, reason);
    }
  return TRUE;
}

gboolean
etp_json_scan_number (
    const char *text, gsize length, gsize *offset, gboolean *is_integer, const char **reason)
{
  gsize start = *offset, digits, exponent;
  gboolean is_negative = text[start] == '-';

  digits = start + (is_negative ? 1 : 0);
  *offset = digits;
  if (!scan_digits (text, length, offset, reason))
    return FALSE;
  if (text[digits] == '0' && *offset > digits + 1)
    {
      *reason = _ ("A number cannot begin with a zero before other digits.");
      *offset = digits;
      return FALSE;
    }
  *is_integer = *offset == length
                || (text[*offset] != '.' && text[*offset] != 'e' && text[*offset] != 'E');
  if (*is_integer && fits_int64 (text + digits, *offset - digits, is_negative))
    return TRUE;
  if (!*is_integer && !scan_tail (text, length, offset, &exponent, reason))
    return FALSE;
  if (!*is_integer && fits_double (text, start, *offset, exponent))
    return TRUE;
  *reason = _ ("The number is too large.");
  *offset = start;
  return FALSE;
}
