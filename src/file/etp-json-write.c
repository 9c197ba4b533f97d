/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-file"
#include "config.h"

#include "etp-json-write.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "model/etp-limits.h"

/* The library's own generator writes 1e+22.0 and inf.0 and seventeen digits for 0.1, so JSON is
 * written here. Every document passes through these few functions: a journey of 10,000 cards has
 * 300,000 strings and 50,000 numbers. */

static void
append_escape (GString *out, guchar c)
{
  static const char *const names[0x20] = {
    ['\b'] = "\\b", ['\f'] = "\\f", ['\n'] = "\\n", ['\r'] = "\\r", ['\t'] = "\\t"
  };

  if (c == '"')
    g_string_append (out, "\\\"");
  else if (c == '\\')
    g_string_append (out, "\\\\");
  else if (names[c] != NULL)
    g_string_append (out, names[c]);
  else
    g_string_append_printf (out, "\\u%04x", c);
}

void
etp_json_append_string (GString *out, const char *text)
{
  static const gboolean must_escape[256] = { [0 ... 0x1f] = TRUE, ['"'] = TRUE, ['\\'] = TRUE };

  g_string_append_c (out, '"');
  for (;;)
    {
      const char *run = text;

      while (!must_escape[(guchar) *text])
        text++;
      g_string_append_len (out, run, text - run);
      if (*text == '\0')
        break;
      append_escape (out, (guchar) *text++);
    }
  g_string_append_c (out, '"');
}

/* Numbers with at most three decimals, which is nearly all: thousandths as a whole number. Below
 * 1e15 thousandths a decimal text and its double belong to each other one to one, so the text
 * without trailing zeros is the shortest. */
static gboolean
append_simple_number (GString *out, double number)
{
  double thousandths = nearbyint (number * 1000.0);
  char buffer[24];
  char *c = buffer + sizeof buffer;
  guint64 left;
  gboolean in_fraction = FALSE;

  if (fabs (thousandths) >= 1e15 || !(thousandths / 1000.0 >= number)
      || !(thousandths / 1000.0 <= number))
    return FALSE;
  left = (guint64) fabs (thousandths);
  for (int i = 0; i < 3; i++)
    {
      if (in_fraction || left % 10 != 0)
        {
          *--c = (char) ('0' + left % 10);
          in_fraction = TRUE;
        }
      left /= 10;
    }
  if (in_fraction)
    *--c = '.';
  do
    *--c = (char) ('0' + left % 10);
  while ((left /= 10) != 0);
  if (number < 0)
    *--c = '-';
  g_string_append_len (out, c, buffer + sizeof buffer - c);
  return TRUE;
}

/* The fewest digits that read back: 15 always do for what came from 15, 17 always do; only below
 * the normal range fewer than 15 can be the whole truth. exponent: of the first digit. */
static int
find_digits (double number, char *digits, int *exponent)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  int precision = fabs (number) < 2.2250738585072014e-308 ? 1 : 15;
  int n = 0;
  char *c;

  for (;; precision++)
    {
      char format[8];

      g_snprintf (format, sizeof format, "%%.%de", precision - 1);
      g_ascii_formatd (text, sizeof text, format, fabs (number));
      if (precision == 17
          || !(g_ascii_strtod (text, NULL) < fabs (number)
               || g_ascii_strtod (text, NULL) > fabs (number)))
        break;
    }
  for (c = text; *c != 'e'; c++)
    if (g_ascii_isdigit (*c))
      digits[n++] = *c;
  *exponent = atoi (c + 1);
  while (n > 1 && digits[n - 1] == '0')
    n--;
  return n;
}

static void
append_zeros (GString *out, int n)
{
  for (int i = 0; i < n; i++)
    g_string_append_c (out, '0');
}

void
etp_json_append_number (GString *out, double number)
{
  char digits[24];
  int exponent, n;

  if (append_simple_number (out, number))
    return;
  n = find_digits (number, digits, &exponent);
  if (number < 0)
    g_string_append_c (out, '-');
  if (exponent >= 0 && exponent < 18)
    {
      int whole = MIN (n, exponent + 1);

      g_string_append_len (out, digits, whole);
      append_zeros (out, exponent + 1 - whole);
      if (n > whole)
        g_string_append_c (out, '.');
      g_string_append_len (out, digits + whole, n - whole);
    }
  else if (exponent < 0 && exponent >= -6)
    {
      g_string_append (out, "0.");
      append_zeros (out, -exponent - 1);
      g_string_append_len (out, digits, n);
    }
  else
    {
      g_string_append_c (out, digits[0]);
      if (n > 1)
        g_string_append_c (out, '.');
      g_string_append_len (out, digits + 1, n - 1);
      g_string_append_printf (out, "e%+d", exponent);
    }
}

void
etp_json_append_break (GString *out, guint indent)
{
  static const char spaces[] = "\n                                                                ";

  if (indent <= 64)
    {
      g_string_append_len (out, spaces, 1 + (gssize) indent);
      return;
    }
  g_string_append_c (out, '\n');
  for (guint i = 0; i < indent; i++)
    g_string_append_c (out, ' ');
}

/* Behind the closing quote of the string that begins at json. */
static const char *
skip_string (const char *json)
{
  for (json++; *json != '"'; json++)
    if (*json == '\\')
      json++;
  return json + 1;
}

/* What separates two items, or an item from the bracket, at this depth. */
static void
append_gap (GString *out, gboolean is_spread, gboolean wants_blank, guint indent)
{
  if (is_spread)
    etp_json_append_break (out, indent);
  else if (wants_blank)
    g_string_append_c (out, ' ');
}

void
etp_json_append_laid_out (GString *out, const char *json, guint depth, guint indent)
{
  guint level = 0; /* containers of json that are open */

  for (const char *c = json; *c != '\0';)
    {
      const char *end;

      switch (*c)
        {
        case '{':
        case '[':
          g_string_append_c (out, *c);
          level++;
          if (c[1] == '}' || c[1] == ']')
            {
              level--;
              g_string_append_c (out, *++c);
            }
          else
            append_gap (out, depth + level <= ETP_JSON_SPREAD, *c == '{', indent + 2 * level);
          c++;
          break;
        case '}':
        case ']':
          level--;
          append_gap (out, depth + level < ETP_JSON_SPREAD, *c == '}', indent + 2 * level);
          g_string_append_c (out, *c++);
          break;
        case ',':
          g_string_append_c (out, *c++);
          append_gap (out, depth + level <= ETP_JSON_SPREAD, TRUE, indent + 2 * level);
          break;
        case ':':
          g_string_append (out, ": ");
          c++;
          break;
        default:
          end = *c == '"' ? skip_string (c) : c + strcspn (c, ",:{}[]");
          g_string_append_len (out, c, end - c);
          c = end;
        }
    }
}
