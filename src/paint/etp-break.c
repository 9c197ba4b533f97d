/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-paint"

#include "config.h"

#include "etp-break.h"

/* The pair rules of UAX #14 for the few classes that plain text has, as Pango applies them, without
 * the cost of Pango's full analysis of each text (words, sentences, graphemes). Compared with
 * Pango by tests/paint/test-break.c.
 */

typedef enum
{
  CLASS_COMPLEX, /* not plain */
  CLASS_ALPHABETIC,
  CLASS_NUMERIC,
  CLASS_SPACE,
  CLASS_OPEN,
  CLASS_CLOSE,
  CLASS_CLOSE_PAREN,
  CLASS_EXCLAMATION,
  CLASS_INFIX,
  CLASS_SYMBOL,
  CLASS_HYPHEN,
  CLASS_AFTER,
  CLASS_BEFORE,
  CLASS_BOTH,
  CLASS_QUOTE,
  CLASS_GLUE,
  CLASS_PREFIX,
  CLASS_POSTFIX,
  CLASS_INSEPARABLE,
} BreakClass;

#define BIT(class) (1u << (class))

/* First and last code points of what is plain; gaps hold marks, controls, other scripts, emoji. */
static const struct
{
  gunichar first, last;
} plain_ranges[] = {
  { 0x0020, 0x007e }, { 0x00a0, 0x00ac }, { 0x00ae, 0x024f }, { 0x0370, 0x0482 },
  { 0x048a, 0x052f }, { 0x1e00, 0x1fff }, { 0x2010, 0x2027 }, { 0x202f, 0x205e },
  { 0x20a0, 0x20bf }, { 0x2100, 0x2138 }, { 0x213a, 0x214f }, { 0x2190, 0x22ff },
  { 0x25a0, 0x25fc }, { 0x2605, 0x2606 }, { 0x2713, 0x2713 }, { 0x2717, 0x2717 },
};

static BreakClass
class_of_break_type (GUnicodeBreakType type)
{
  switch (type)
    {
    case G_UNICODE_BREAK_ALPHABETIC:
    case G_UNICODE_BREAK_AMBIGUOUS:
      return CLASS_ALPHABETIC;
    case G_UNICODE_BREAK_NUMERIC:
      return CLASS_NUMERIC;
    case G_UNICODE_BREAK_SPACE:
      return CLASS_SPACE;
    case G_UNICODE_BREAK_OPEN_PUNCTUATION:
      return CLASS_OPEN;
    case G_UNICODE_BREAK_CLOSE_PUNCTUATION:
      return CLASS_CLOSE;
    case G_UNICODE_BREAK_CLOSE_PARANTHESIS:
      return CLASS_CLOSE_PAREN;
    case G_UNICODE_BREAK_EXCLAMATION:
      return CLASS_EXCLAMATION;
    case G_UNICODE_BREAK_INFIX_SEPARATOR:
      return CLASS_INFIX;
    case G_UNICODE_BREAK_SYMBOL:
      return CLASS_SYMBOL;
    case G_UNICODE_BREAK_HYPHEN:
      return CLASS_HYPHEN;
    case G_UNICODE_BREAK_AFTER:
      return CLASS_AFTER;
    case G_UNICODE_BREAK_BEFORE:
      return CLASS_BEFORE;
    case G_UNICODE_BREAK_BEFORE_AND_AFTER:
      return CLASS_BOTH;
    case G_UNICODE_BREAK_QUOTATION:
      return CLASS_QUOTE;
    case G_UNICODE_BREAK_NON_BREAKING_GLUE:
      return CLASS_GLUE;
    case G_UNICODE_BREAK_PREFIX:
      return CLASS_PREFIX;
    case G_UNICODE_BREAK_POSTFIX:
      return CLASS_POSTFIX;
    case G_UNICODE_BREAK_INSEPARABLE:
      return CLASS_INSEPARABLE;
    default:
      return CLASS_COMPLEX;
    }
}

static BreakClass
class_of (gunichar c)
{
  /* Unicode 17 made a class of its own of these hyphens and dashes; lines are to break alike with
   * every GLib. */
  if (c == 0x2010 || c == 0x2012 || c == 0x2013)
    return CLASS_AFTER;
  for (guint i = 0; i < G_N_ELEMENTS (plain_ranges) && c >= plain_ranges[i].first; i++)
    if (c <= plain_ranges[i].last)
      return class_of_break_type (g_unichar_break_type (c));
  return CLASS_COMPLEX;
}

static BreakClass
class_at (const char *text)
{
  static guint8 ascii[128]; /* class + 1; 0: not known yet. Writes of equal bytes: any thread */
  guchar c = (guchar) *text;

  if (c >= 128)
    return class_of (g_utf8_get_char (text));
  if (ascii[c] == 0)
    ascii[c] = (guint8) (class_of (c) + 1);
  return ascii[c] - 1;
}

gboolean
etp_break_is_plain (const char *text, gsize length)
{
  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    if (class_at (p) == CLASS_COMPLEX)
      return FALSE;
  return TRUE;
}

/* The numbers of LB 24 and 25, and LB 28 to 30: what stays together with a letter or figure. */
static gboolean
is_run_together (BreakClass before, BreakClass after)
{
  const guint word = BIT (CLASS_ALPHABETIC) | BIT (CLASS_NUMERIC);
  const guint sign = BIT (CLASS_PREFIX) | BIT (CLASS_POSTFIX);

  if (BIT (before) & word)
    return (BIT (after) & (word | sign | BIT (CLASS_OPEN))) != 0;
  if (BIT (before) & sign)
    return (BIT (after) & word) != 0;
  if (before == CLASS_CLOSE_PAREN)
    return (BIT (after) & word) != 0;
  if (before == CLASS_INFIX)
    return (BIT (after) & word) != 0;
  return after == CLASS_NUMERIC && (before == CLASS_HYPHEN || before == CLASS_SYMBOL);
}

/* May a line end between two characters with no space between them? */
static gboolean
is_break_allowed (BreakClass before, BreakClass after)
{
  const guint never_before = BIT (CLASS_CLOSE) | BIT (CLASS_CLOSE_PAREN) | BIT (CLASS_EXCLAMATION)
                             | BIT (CLASS_INFIX) | BIT (CLASS_SYMBOL) | BIT (CLASS_QUOTE);
  const guint never_after = BIT (CLASS_OPEN) | BIT (CLASS_QUOTE) | BIT (CLASS_GLUE);

  if ((BIT (after) & never_before) || (BIT (before) & never_after))
    return FALSE;
  if (after == CLASS_GLUE)
    return before == CLASS_HYPHEN || before == CLASS_AFTER;
  if (after == CLASS_AFTER || after == CLASS_HYPHEN || after == CLASS_INSEPARABLE
      || before == CLASS_BEFORE)
    return FALSE;
  if (before == CLASS_BOTH || after == CLASS_BOTH)
    return before != after;
  return !is_run_together (before, after);
}

gsize
etp_break_get_piece (const char *text, gsize length)
{
  const char *end = text + length;
  const char *p = text;
  BreakClass before;

  if (length == 0)
    return 0;
  before = class_at (p);
  if (before == CLASS_SPACE)
    return 0;
  for (p = g_utf8_next_char (p); p < end; p = g_utf8_next_char (p))
    {
      BreakClass after = class_at (p);

      if (after == CLASS_SPACE || is_break_allowed (before, after) || p - text > ETP_PIECE_MAX - 4)
        break;
      before = after;
    }
  return (gsize) (p - text);
}

gboolean
etp_break_is_allowed_at_spaces (const char *start, const char *before, const char *after)
{
  const guint never = BIT (CLASS_CLOSE) | BIT (CLASS_CLOSE_PAREN) | BIT (CLASS_EXCLAMATION)
                      | BIT (CLASS_INFIX) | BIT (CLASS_SYMBOL);
  BreakClass first = class_at (after);
  BreakClass last;

  if (BIT (first) & never)
    return FALSE;
  if (before == start)
    return TRUE;
  last = class_at (g_utf8_prev_char (before));
  if (last == CLASS_OPEN || (last == CLASS_QUOTE && first == CLASS_OPEN))
    return FALSE;
  return last != CLASS_BOTH || first != CLASS_BOTH;
}
