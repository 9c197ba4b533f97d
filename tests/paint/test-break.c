/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Where plain text may be broken: a table, and random texts against Pango. */

#include "config.h"

#include <pango/pango.h>
#include <string.h>

#include "paint/etp-break.h"

/* text with "#" at each place where a line may be broken, as etp-break.c sees it. */
static char *
mark_mine (const char *text)
{
  GString *out = g_string_new (NULL);
  gsize length = strlen (text);

  for (gsize at = 0; at < length;)
    {
      gsize next = at;
      gsize piece;

      while (text[next] == ' ')
        next++;
      g_string_append_len (out, text + at, (gssize) (next - at));
      piece = etp_break_get_piece (text + next, length - next);
      g_assert_cmpuint (piece, >, 0);
      if (at > 0 && (next == at || etp_break_is_allowed_at_spaces (text, text + at, text + next)))
        g_string_append_c (out, '#');
      g_string_append_len (out, text + next, (gssize) piece);
      at = next + piece;
    }
  return g_string_free (out, FALSE);
}

static char *
mark_pango (const char *text)
{
  GString *out = g_string_new (NULL);
  int n = (int) g_utf8_strlen (text, -1);
  g_autofree PangoLogAttr *attrs = g_new0 (PangoLogAttr, n + 1);
  const char *p = text;

  pango_get_log_attrs (text, (int) strlen (text), -1, pango_language_from_string ("de"), attrs,
                       n + 1);
  for (int i = 0; i < n; i++, p = g_utf8_next_char (p))
    {
      if (i > 0 && attrs[i].is_line_break)
        g_string_append_c (out, '#');
      g_string_append_len (out, p, g_utf8_next_char (p) - p);
    }
  return g_string_free (out, FALSE);
}

static void
test_table (void)
{
  static const struct
  {
    const char *text, *marked;
  } rows[] = {
    { "Der Kunde ruft an", "Der #Kunde #ruft #an" },
    { "Online-Shop und/oder App", "Online-#Shop #und/#oder #App" },
    { "zwei  Leerzeichen", "zwei  #Leerzeichen" },
    { "Wow ! Ja ?", "Wow ! #Ja ?" },
    { "( so ) oder (so)", "( so ) #oder #(so)" },
    { "\342\200\236Wow, schon da.\342\200\234", "\342\200\236Wow, #schon #da.\342\200\234" },
    { "3,5 % von 1.200 \342\202\254", "3,5 #% #von #1.200 #\342\202\254" },
    { "10:30\342\200\22312:00", "10:30\342\200\223#12:00" },
    { "ja \342\200\223 nein", "ja #\342\200\223 #nein" },
    { "a\302\240b c", "a\302\240b #c" },
    { "2026-11-03", "2026-11-03" },
    { "https://example.com/a", "https://#example.com/#a" },
    { "\303\234berlegung/Kauf", "\303\234berlegung/#Kauf" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *marked = mark_mine (rows[i].text);

      g_assert_true (etp_break_is_plain (rows[i].text, strlen (rows[i].text)));
      g_assert_cmpstr (marked, ==, rows[i].marked);
    }
}

static void
test_plain (void)
{
  static const struct
  {
    const char *text;
    gboolean plain;
  } rows[] = {
    { "Größe 42, naïve façade – „so“ … €", TRUE },
    { "Ελληνικά и Русский", TRUE },
    { "", TRUE },
    { "e\314\201", FALSE }, /* combining accent */
    { "שלום", FALSE },
    { "مرحبا", FALSE },
    { "日本語", FALSE },
    { "नमस्ते", FALSE },
    { "ไทย", FALSE },
    { "\360\237\230\200", FALSE },
    { "a\342\200\215b", FALSE }, /* zero width joiner */
    { "soft\302\255hyphen", FALSE },
    { "tab\there", FALSE },
    { "bell\a", FALSE },
    { "\342\200\256gnp.exe", FALSE }, /* right-to-left override */
    { "☺\357\270\217", FALSE }, /* emoji variation selector */
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%s", rows[i].text);
      g_assert_cmpint (etp_break_is_plain (rows[i].text, strlen (rows[i].text)), ==, rows[i].plain);
    }
}

/* Words and signs whose rules are the same in all versions of Unicode and Pango. */
static void
test_random (void)
{
  static const char *const words[] = { "Der",  "Kunde", "Straße", "Online-Shop", "und/oder",
                                       "(so)", "foo!",  "bar?",   "schon",       "Überlegung,",
                                       "it's", "x;y",   "a–b",    "12",          "3,5",
                                       "N/A",  "„Wow“", "Ä-Ö",    "ende." };

  if (pango_version () >= PANGO_VERSION_ENCODE (1, 52, 0))
    {
      g_test_skip ("this Pango has newer rules for quotation marks");
      return;
    }
  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *mine = NULL;
      g_autofree char *pango = NULL;
      int n = g_test_rand_int_range (1, 7);

      for (int k = 0; k < n; k++)
        g_string_append_printf (text, "%s%s", k == 0 ? "" : &"   "[g_test_rand_int_range (0, 3)],
                                words[g_test_rand_int_range (0, G_N_ELEMENTS (words))]);
      mine = mark_mine (text->str);
      pango = mark_pango (text->str);
      g_assert_cmpstr (mine, ==, pango);
    }
}

/* Long stretches without any place to break are cut, at characters, and lose nothing. */
static void
test_long (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gsize sum = 0;

  for (guint i = 0; i < 1000; i++)
    g_string_append (text, "ä");
  while (sum < text->len)
    {
      gsize piece = etp_break_get_piece (text->str + sum, text->len - sum);

      g_assert_cmpuint (piece, >, 0);
      g_assert_cmpuint (piece, <=, ETP_PIECE_MAX);
      g_assert_true (g_utf8_validate (text->str + sum, (gssize) piece, NULL));
      sum += piece;
    }
  g_assert_cmpuint (sum, ==, text->len);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/break/table", test_table);
  g_test_add_func ("/break/plain", test_plain);
  g_test_add_func ("/break/random", test_random);
  g_test_add_func ("/break/long", test_long);
  return g_test_run ();
}
