/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-export"

#include "config.h"

#include "etp-xml.h"

#include <string.h>

/* Text of documents may hold any character that JSON can; XML 1.0 cannot, and a program that meets
 * one such character refuses the whole file. HTML forbids a few more, which nobody can see: the
 * second block of controls, and what Unicode says is no character. */

#define NEXT_LINE 0x85 /* the second byte of U+0085 */

/* Length of the valid XML character at p; 0: to be dropped. */
static gsize
get_length (const char *p)
{
  guchar c = (guchar) *p;

  if (c < 0x80)
    return (c >= 0x20 && c != 0x7f) || c == '\n' || c == '\t' ? 1 : 0;
  if (c == 0xc2 && (guchar) p[1] < 0xa0) /* U+0080 … U+009F */
    return 0;
  if (c >= 0xef)
    {
      const gunichar character = g_utf8_get_char (p);

      /* The last two of each plane, and a range in the first. */
      if ((character & 0xfffe) == 0xfffe || (character >= 0xfdd0 && character <= 0xfdef))
        return 0;
    }
  return (gsize) (g_utf8_next_char (p) - p);
}

static const char *
get_entity (char c, gboolean is_value)
{
  switch (c)
    {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\n':
      return is_value ? "&#10;" : NULL;
    case '\t':
      return is_value ? "&#9;" : NULL;
    default:
      return NULL;
    }
}

static void
add_escaped (GString *out, const char *text, gssize length, gboolean is_value)
{
  const char *end = text + (length < 0 ? strlen (text) : (gsize) length);
  const char *done = text;

  for (const char *p = text; p < end;)
    {
      gsize n = get_length (p);
      const char *entity = get_entity (*p, is_value);

      if (n == 0 || entity != NULL)
        {
          g_string_append_len (out, done, p - done);
          if (entity != NULL)
            g_string_append (out, entity);
          else if ((guchar) p[0] == 0xc2 && (guchar) p[1] == NEXT_LINE)
            g_string_append_c (out, ' ');
          p = done = g_utf8_next_char (p);
        }
      else
        p += n;
    }
  g_string_append_len (out, done, end - done);
}

void
etp_xml_add_text (GString *out, const char *text, gssize length)
{
  add_escaped (out, text, length, FALSE);
}

void
etp_xml_add_value (GString *out, const char *text, gssize length)
{
  add_escaped (out, text, length, TRUE);
}

void
etp_xml_add_int (GString *out, gint64 number)
{
  char digits[24];
  guint n = sizeof digits;
  guint64 rest = number < 0 ? (guint64) 0 - (guint64) number : (guint64) number;

  do
    {
      digits[--n] = (char) ('0' + rest % 10);
      rest /= 10;
    }
  while (rest > 0);
  if (number < 0)
    digits[--n] = '-';
  g_string_append_len (out, digits + n, (gssize) (sizeof digits - n));
}

void
etp_xml_add_rgb (GString *out, guint32 color)
{
  for (guint shift = 28; shift >= 8; shift -= 4)
    g_string_append_c (out, "0123456789ABCDEF"[color >> shift & 0xf]);
}
