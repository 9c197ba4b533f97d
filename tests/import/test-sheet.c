/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-tests"

#include "config.h"

#include <string.h>

#include "import/etp-sheet.h"

/* Tables as spreadsheets write them. A sheet is told as its cells with | between and / behind rows. */

static char *
tell (const EtpSheet *sheet)
{
  GString *told = g_string_new (NULL);

  for (guint i = 0; i < etp_sheet_get_n_rows (sheet); i++)
    for (guint j = 0; j < etp_sheet_get_n_columns (sheet); j++)
      g_string_append_printf (told, "%s%s", etp_sheet_get (sheet, i, j),
                              j + 1 < etp_sheet_get_n_columns (sheet) ? "|" : "/");
  return g_string_free (told, FALSE);
}

static void
test_read (void)
{
  static const struct
  {
    const char *text, *told;
  } rows[] = {
    { "a\tb\nc\td", "a|b/c|d/" },
    { "a\tb\r\nc\td\r\n", "a|b/c|d/" },
    { "a\tb\rc\td", "a|b/c|d/" },
    { "a\n\tb\n", "a|/|b/" },
    { "\ta\t\n\t\t\n\tb\tc\n\n", "a|/|/b|c/" }, /* empty edges go, an empty row inside stays */
    { "  a \t b", "a|b/" },
    { "\"a\nb\"\tc", "a\nb|c/" },
    { "\"a\r\nb\"\tc", "a\nb|c/" },
    { "\"say \"\"hi\"\"\"\tb", "say \"hi\"|b/" },
    { "\"a\tb\"\tc", "a\tb|c/" },
    { "\"hi\" he said\tb", "\"hi\" he said|b/" }, /* no cell in quotes */
    { "5\" pipe\tb", "5\" pipe|b/" },
    { "\"never ends\tb\nc", "\"never ends|b/c|/" },
    { "\"\"\tb", "b/" },
    { "Größe\t😀\n", "Größe|😀/" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (EtpSheet) sheet = etp_sheet_new (rows[i].text, NULL);
      g_autofree char *told = NULL;

      g_assert_nonnull (sheet);
      told = tell (sheet);
      g_assert_cmpstr (told, ==, rows[i].told);
      g_assert_true (etp_sheet_is_table (rows[i].text)
                     == (g_strstr_len (rows[i].text, -1, "\t") != NULL));
      g_assert_cmpstr (etp_sheet_get (sheet, 99, 99), ==, "");
    }
}

/* A list of a word processor has tabs, and is no table for that. */
static void
test_lists (void)
{
  static const struct
  {
    const char *line, *rest;
  } rows[] = {
    { "- one", "one" },
    { "•\tone", "one" },
    { "  ◦ one", "one" },
    { "\t▪\tone", "one" },
    { "* [ ] one", "one" },
    { "- [x] one", "one" },
    { "12.\tone", "one" },
    { "2. reminder", "2. reminder" },
    { "-5 %", "-5 %" },
    { "*bold* one", "*bold* one" },
    { "[ ] one", "[ ] one" },
    { " one", " one" },
    { "-", "-" },
    { "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpstr (etp_sheet_skip_list_sign (rows[i].line), ==, rows[i].rest);
  g_assert_false (etp_sheet_is_table ("•\tone\r\n•\ttwo\r\n"));
  g_assert_false (etp_sheet_is_table ("1.\tone\n2.\ttwo"));
  g_assert_true (etp_sheet_is_table ("•\tone\ttwo"));
  g_assert_true (etp_sheet_is_table ("Name\tWhat\n-\tone"));
}

static void
test_markdown (void)
{
  static const char table[] =
      "\n|  | Before | After |\r\n|:--|---|--:|\r\n| Pains | a \\| b | c<br>d |\r\n";
  g_autoptr (EtpSheet) sheet = etp_sheet_new (table, NULL);
  g_autofree char *told = tell (sheet);

  g_assert_true (etp_sheet_is_table (table));
  g_assert_cmpstr (told, ==, "|Before|After/Pains|a | b|c\nd/");
  g_assert_false (etp_sheet_is_table ("| a |\n| b |\n| c |"));
  g_assert_false (etp_sheet_is_table ("| a | b |\n|---|---|\nand more\n"));
  g_assert_false (etp_sheet_is_table ("|"));
}

static void
test_nothing (void)
{
  static const char *const texts[] = { "", "\n\n", "\t\t\n \t\r\n" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (etp_sheet_new (texts[i], &error));
      g_assert_error (error, ETP_SHEET_ERROR, ETP_SHEET_ERROR_EMPTY);
    }
}

static EtpSheet *
make (guint n_rows, guint n_columns, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n_rows; i++)
    for (guint j = 0; j < n_columns; j++)
      g_string_append (text, j + 1 < n_columns ? "x\t" : "x\n");
  return etp_sheet_new (text->str, error);
}

/* At the limits, and one past them. */
static void
test_limits (void)
{
  g_autoptr (EtpSheet) tall = make (ETP_SHEET_MAX_ROWS, 2, NULL);
  g_autoptr (EtpSheet) wide = make (2, ETP_SHEET_MAX_COLUMNS, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (etp_sheet_get_n_rows (tall), ==, ETP_SHEET_MAX_ROWS);
  g_assert_cmpuint (etp_sheet_get_n_columns (wide), ==, ETP_SHEET_MAX_COLUMNS);
  g_assert_null (make (ETP_SHEET_MAX_ROWS + 1, 2, &error));
  g_assert_error (error, ETP_SHEET_ERROR, ETP_SHEET_ERROR_TOO_LARGE);
  g_clear_error (&error);
  g_assert_null (make (2, ETP_SHEET_MAX_COLUMNS + 1, &error));
  g_assert_error (error, ETP_SHEET_ERROR, ETP_SHEET_ERROR_TOO_LARGE);
}

/* Anything may be on the clipboard. */
static void
test_random (void)
{
  static const char signs[] = "\"\"\t\t\n\r ab";
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (guint i = 0; i < 20000; i++)
    {
      char text[24] = { 0 };
      g_autoptr (EtpSheet) sheet = NULL;

      for (gint32 j = g_rand_int_range (random, 0, 23); j > 0; j--)
        text[j - 1] = signs[g_rand_int_range (random, 0, sizeof (signs) - 1)];
      sheet = etp_sheet_new (text, NULL);
      if (sheet != NULL)
        g_free (tell (sheet));
    }
}

static void
test_csv (void)
{
  static const struct
  {
    const char *bytes;
    gsize length; /* 0: up to its end */
    const char *told;
  } rows[] = {
    { "a,b\nc,d\n", 0, "a|b/c|d/" },
    { ";Kauf;Nutzung\r\nGedanken;\"1,5; genau\";x\r\n", 0, "|Kauf|Nutzung/Gedanken|1,5; genau|x/" },
    { "a\tb, c\td\n", 0, "a|b, c|d/" },
    { "\"a,b,c,d\";e\nf;\"g\nh\"", 0, "a,b,c,d|e/f|g\nh/" },
    { "\xef\xbb\xbf"
      "a;b\n",
      0, "a|b/" },
    { "Gr\xf6\xdf"
      "e;\x80\n",
      0, "Größe|€/" }, /* Windows */
    { "\xff\xfe\xe4\0\t\0b\0", 8, "ä|b/" },
    { "one\ntwo\n", 0, "one/two/" },
  };
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const gsize length = rows[i].length > 0 ? rows[i].length : strlen (rows[i].bytes);
      g_autoptr (EtpSheet) sheet = etp_sheet_new_from_csv (rows[i].bytes, length, NULL);
      g_autofree char *told = NULL;

      g_assert_nonnull (sheet);
      told = tell (sheet);
      g_assert_cmpstr (told, ==, rows[i].told);
    }
  g_assert_null (etp_sheet_new_from_csv ("a\0b", 3, &error));
  g_assert_nonnull (error);
  g_assert_null (etp_sheet_new_from_csv ("", 0, NULL));
}

/* Quotes of a spreadsheet around lines of a cell, and those that people wrote. */
static void
test_column (void)
{
  static const struct
  {
    const char *text, *told;
  } rows[] = {
    { "\"a\nb\"\n", "a\nb/" },
    { "\"a\r\nb\"\r\n", "a\nb/" },
    { "one\n\"a\nsay \"\"hi\"\"\"\ntwo\n", "one/a\nsay \"hi\"/two/" },
    { "\"I like it\"\n\"I do not\"\n", NULL },
    { "\"Great\nquality\", said Anna\n", NULL },
    { "\"never ends\nb\n", NULL },
    { "5\" pipe\nb", NULL },
    { "a\nb\n", NULL },
    { "\"a\nb\"\tc\n", NULL }, /* two columns */
    { "\"\n\"\n", NULL },
    { "", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (EtpSheet) sheet = etp_sheet_new_from_column (rows[i].text);
      g_autofree char *told = sheet != NULL ? tell (sheet) : NULL;

      g_assert_cmpstr (told, ==, rows[i].told);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import/sheet/read", test_read);
  g_test_add_func ("/import/sheet/lists", test_lists);
  g_test_add_func ("/import/sheet/markdown", test_markdown);
  g_test_add_func ("/import/sheet/nothing", test_nothing);
  g_test_add_func ("/import/sheet/column", test_column);
  g_test_add_func ("/import/sheet/csv", test_csv);
  g_test_add_func ("/import/sheet/limits", test_limits);
  g_test_add_func ("/import/sheet/random", test_random);

  return g_test_run ();
}
