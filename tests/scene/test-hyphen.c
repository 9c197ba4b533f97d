/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-tests"

#include "config.h"

#include "scene/etp-hyphen.h"

#include <string.h>

/* Soft hyphens: seen where a line ends at one, gone everywhere else. */

#define SHY "\302\255"

static const struct
{
  const char *text;
  guint starts[3]; /* of lines, in bytes; 0 after the first: no more */
  const char *lines[3];
} cases[] = {
  { "Prozess", { 0 }, { "Prozess" } },
  { "Vor" SHY "gang", { 0 }, { "Vorgang" } },
  { "Vor" SHY "gang", { 0, 5 }, { "Vor-", "gang" } },
  { "Ab" SHY "lauf" SHY "plan", { 0, 10 }, { "Ablauf-", "plan" } },
  { "a" SHY "b c" SHY "d e", { 0, 5, 8 }, { "ab ", "c-", "d e" } },
  { "end" SHY, { 0 }, { "end" } },
  { "end" SHY "\nnext", { 0, 6 }, { "end", "next" } },
};

static void
test_resolve (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *text = cases[i].text;
      guint length = (guint) strlen (text);
      g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (EtpTextLine));
      g_autofree char *shown = NULL;

      for (guint j = 0; j < 3 && cases[i].lines[j] != NULL; j++)
        {
          guint start = cases[i].starts[j];
          guint end = j < 2 && cases[i].starts[j + 1] > 0 ? cases[i].starts[j + 1] : length;
          EtpTextLine line = { .start = start, .length = end - start };

          if (end < length && text[end - 1] == '\n')
            line.length--;
          g_array_append_val (lines, line);
        }
      shown = etp_hyphen_resolve (text, lines);
      for (guint j = 0; j < lines->len; j++)
        {
          const EtpTextLine *line = &g_array_index (lines, EtpTextLine, j);
          g_autofree char *found = g_strndup (shown + line->start, line->length);

          g_assert_cmpstr (found, ==, cases[i].lines[j]);
        }
      g_assert_false (etp_hyphen_is_in (shown));
    }
}

static void
test_strip (void)
{
  g_autofree char *stripped = etp_hyphen_strip (SHY "Ab" SHY SHY "lauf" SHY);

  g_assert_cmpstr (stripped, ==, "Ablauf");
  g_assert_true (etp_hyphen_is_in ("Ab" SHY "lauf"));
  g_assert_false (etp_hyphen_is_in ("Ab-lauf"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/hyphen/resolve", test_resolve);
  g_test_add_func ("/scene/hyphen/strip", test_strip);
  return g_test_run ();
}
