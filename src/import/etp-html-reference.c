/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-import"

#include "config.h"

#include "etp-sheet-private.h"

#include <string.h>

/* Names of characters in HTML: those of Latin-1 by their numbers, and what office programs use of
 * the others. What has another name stays as it is written. */

#define LONGEST 10 /* bytes of a name */

static const char *const latin1[] = {
  "nbsp",   "iexcl",  "cent",   "pound",  "curren", "yen",    "brvbar", "sect",   "uml",
  "copy",   "ordf",   "laquo",  "not",    "shy",    "reg",    "macr",   "deg",    "plusmn",
  "sup2",   "sup3",   "acute",  "micro",  "para",   "middot", "cedil",  "sup1",   "ordm",
  "raquo",  "frac14", "frac12", "frac34", "iquest", "Agrave", "Aacute", "Acirc",  "Atilde",
  "Auml",   "Aring",  "AElig",  "Ccedil", "Egrave", "Eacute", "Ecirc",  "Euml",   "Igrave",
  "Iacute", "Icirc",  "Iuml",   "ETH",    "Ntilde", "Ograve", "Oacute", "Ocirc",  "Otilde",
  "Ouml",   "times",  "Oslash", "Ugrave", "Uacute", "Ucirc",  "Uuml",   "Yacute", "THORN",
  "szlig",  "agrave", "aacute", "acirc",  "atilde", "auml",   "aring",  "aelig",  "ccedil",
  "egrave", "eacute", "ecirc",  "euml",   "igrave", "iacute", "icirc",  "iuml",   "eth",
  "ntilde", "ograve", "oacute", "ocirc",  "otilde", "ouml",   "divide", "oslash", "ugrave",
  "uacute", "ucirc",  "uuml",   "yacute", "thorn",  "yuml",
};
G_STATIC_ASSERT (G_N_ELEMENTS (latin1) == 96);

static const struct
{
  const char *name;
  gunichar character;
} others[] = {
  { "amp", '&' },       { "lt", '<' },       { "gt", '>' },        { "quot", '"' },
  { "apos", '\'' },     { "ndash", 0x2013 }, { "mdash", 0x2014 },  { "lsquo", 0x2018 },
  { "rsquo", 0x2019 },  { "sbquo", 0x201a }, { "ldquo", 0x201c },  { "rdquo", 0x201d },
  { "bdquo", 0x201e },  { "bull", 0x2022 },  { "hellip", 0x2026 }, { "lsaquo", 0x2039 },
  { "rsaquo", 0x203a }, { "euro", 0x20ac },  { "trade", 0x2122 },  { "minus", 0x2212 },
  { "rarr", 0x2192 },   { "larr", 0x2190 },  { "check", 0x2713 },  { "le", 0x2264 },
  { "ge", 0x2265 },     { "ne", 0x2260 },    { "oelig", 0x153 },   { "OElig", 0x152 },
  { "scaron", 0x161 },  { "Scaron", 0x160 }, { "ensp", 0x2002 },   { "emsp", 0x2003 },
  { "thinsp", 0x2009 }, { "zwnj", 0x200c },  { "zwj", 0x200d },
};

/* Name → character, made once. A text may be nothing but references. */
static gunichar
find_name (const char *name)
{
  static GHashTable *names = NULL;

  if (name[0] == '\0' || name[1] == '\0')
    return 0;
  if (g_once_init_enter (&names))
    {
      GHashTable *table = g_hash_table_new (g_str_hash, g_str_equal);

      for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
        g_hash_table_insert (table, (gpointer) others[i].name,
                             GUINT_TO_POINTER (others[i].character));
      for (gsize i = 0; i < G_N_ELEMENTS (latin1); i++)
        g_hash_table_insert (table, (gpointer) latin1[i], GUINT_TO_POINTER (0xa0 + (guint) i));
      g_once_init_leave (&names, table);
    }
  return GPOINTER_TO_UINT (g_hash_table_lookup (names, name));
}

static gunichar
find_number (const char *digits)
{
  const gboolean is_hex = *digits == 'x' || *digits == 'X';
  char *end;
  const guint64 number = g_ascii_strtoull (digits + (is_hex ? 1 : 0), &end, is_hex ? 16 : 10);

  if (*end != '\0' || end == digits + (is_hex ? 1 : 0) || number == 0 || number > 0x10ffff
      || !g_unichar_validate ((gunichar) number))
    return 0;
  /* What controls nothing in a cell. */
  return number < 0x20 && number != '\n' && number != '\t' ? ' ' : (gunichar) number;
}

gunichar
etp_html_read_reference (const char *text, const char *end, const char **behind)
{
  char name[LONGEST + 1] = { 0 };
  const char *at = text + 1;
  gunichar character;

  for (gsize i = 0; at < end && i < LONGEST && (g_ascii_isalnum (*at) || *at == '#'); i++)
    name[i] = *at++;
  character = *name == '#' ? find_number (name + 1) : find_name (name);
  *behind = at < end && *at == ';' ? at + 1 : at;
  return character;
}
