/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What Excel can hold: texts, names of sheets, rows. Whether other programs read the same out of a
 * workbook is looked at by test-tables.py. */

#include "config.h"

#include <string.h>

#include "export-test.h"
#include "export/etp-xlsx.h"

static void
test_text (void)
{
  static const struct
  {
    const char *text, *cell;
  } rows[] = {
    { "plain äöü 😀", "plain äöü 😀" },
    { "=1+1", "=1+1" },
    { "_x0041_", "_x005F_x0041_" },
    { "a_xABcd_b_x12_", "a_x005F_xABcd_b_x12_" },
    { "_xyz01_", "_xyz01_" },
    { "_x0041", "_x0041" },
    { "a\001b\033c\177d", "abcd" },
    { "a\r\nb\tc", "a\nb\tc" },
    { "a\xef\xbf\xbe\xef\xbf\xbfz", "az" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      guint n_cut = 0;
      g_autofree char *cell = etp_xlsx_dup_text (rows[i].text, &n_cut);

      g_assert_cmpstr (cell, ==, rows[i].cell);
      g_assert_cmpuint (n_cut, ==, 0);
    }
}

/* What looks like a command of headers is none, and nothing is longer than the 255 characters that
 * there are. */
static void
test_headers (void)
{
  static const struct
  {
    const char *title, *header;
  } rows[] = {
    { "Max & Co", "&L&\"-,Bold\"Max && Co" },
    { "&P&D", "&L&\"-,Bold\"&&P&&D" },
    { "two\nlines\001", "&L&\"-,Bold\"two lines " },
    { "", "&L&\"-,Bold\"" },
  };
  g_autofree char *many = g_strnfill (4000, '&');
  g_autofree char *longest = etp_xlsx_dup_header (many);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *header = etp_xlsx_dup_header (rows[i].title);

      g_assert_cmpstr (header, ==, rows[i].header);
    }
  g_assert_cmpint (g_utf8_strlen (longest, -1), <, 255);
  g_assert_true (g_str_has_suffix (longest, "&&…"));
}

static guint
count_units (const char *text)
{
  glong n = 0;
  g_autofree gunichar2 *units = g_utf8_to_utf16 (text, -1, NULL, &n, NULL);

  g_assert_nonnull (units);
  return (guint) n;
}

/* part repeated until there are so many UTF-16 units. */
static char *
repeat (const char *part, guint n_units)
{
  GString *text = g_string_new (NULL);
  guint n = count_units (part);

  for (guint i = 0; i + n <= n_units; i += n)
    g_string_append (text, part);
  return g_string_free (text, FALSE);
}

/* At the limit nothing is cut; past it, to the limit and never within a character. */
static void
test_length (void)
{
  static const struct
  {
    const char *part;
    guint n_units;
    gboolean is_cut;
  } rows[] = {
    { "a", ETP_XLSX_MAX_CELL, FALSE },           { "a", ETP_XLSX_MAX_CELL + 1, TRUE },
    { "ä", ETP_XLSX_MAX_CELL, FALSE },           { "ä", 1000000, TRUE },
    { "😀", ETP_XLSX_MAX_CELL - 1, FALSE },       { "😀", ETP_XLSX_MAX_CELL + 1, TRUE },
    { "_x0041_", ETP_XLSX_MAX_CELL / 2, FALSE }, { "_x0041_", ETP_XLSX_MAX_CELL, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = repeat (rows[i].part, rows[i].n_units);
      guint n_cut = 0;
      g_autofree char *cell = etp_xlsx_dup_text (text, &n_cut);

      g_assert_cmpuint (n_cut, ==, rows[i].is_cut ? 1 : 0);
      g_assert_true (g_utf8_validate (cell, -1, NULL));
      g_assert_cmpuint (count_units (cell), <=, ETP_XLSX_MAX_CELL);
      g_assert_true (g_str_has_suffix (cell, "…") == rows[i].is_cut);
      if (rows[i].part[0] == '_')
        g_assert_cmpuint (count_units (cell), >, rows[i].is_cut ? 30000 : 10000);
      else
        g_assert_cmpuint (count_units (cell), >=, ETP_XLSX_MAX_CELL - 2);
    }
}

static void
test_sheet_names (void)
{
  static const struct
  {
    const char *name, *sheet;
  } rows[] = {
    { "Cards", "Cards" },
    { "cards", "cards 2" },
    { "CARDS", "CARDS 3" },
    { "a[b]c:d*e?f/g\\h", "a b c d e f g h" },
    { "'quoted'", "quoted" },
    { "", "-" },
    { "???", "- 2" },
    { "A name that is longer than a sheet's", "A name that is longer than a sh" },
    { "A name that is longer than a sheet's", "A name that is longer than a 2" },
    { "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀", "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀" },
    { "x\001y\nz", "x y z" },
  };
  g_autoptr (GHashTable) used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *name = etp_xlsx_dup_sheet_name (rows[i].name, used);

      g_assert_cmpstr (name, ==, rows[i].sheet);
      g_assert_cmpuint (count_units (name), <=, ETP_XLSX_MAX_SHEET_NAME);
    }
}

static void
test_rows (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (etp_xlsx_check_rows ("Cards", 0, &error));
  g_assert_true (etp_xlsx_check_rows ("Cards", 1048575, &error));
  g_assert_no_error (error);
  g_assert_false (etp_xlsx_check_rows ("Cards", 1048576, &error));
  g_assert_error (error, ETP_EXPORT_ERROR, ETP_EXPORT_ERROR_TOO_LARGE);
  g_assert_nonnull (strstr (error->message, "1048575"));
}

/* What was cut is told. */
static void
test_note (void)
{
  g_autofree char *text = repeat ("a", 40000);
  g_autofree char *json = g_strdup_printf (
      "{\"format\":\"etappe-journey\",\"version\":1,\"cards\":[{\"id\":\"a\",\"text\":\"%s\"},"
      "{\"id\":\"b\",\"title\":\"%s\"},{\"id\":\"c\",\"title\":\"short\"}]}",
      text, text);
  g_autoptr (EtpJourney) journey = export_test_load_text (json);
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GBytes)
      bytes = export_test_write (journey, "xlsx", (EtpExportOptions){ .notes = notes });

  g_assert_cmpuint (notes->len, ==, 1);
  g_assert_nonnull (strstr (g_ptr_array_index (notes, 0), "2 texts"));
  g_assert_true (export_test_has_text (bytes, "PK\003\004"));
}

int
main (int argc, char **argv)
{
  g_setenv ("LC_ALL", "C.UTF-8", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/xlsx/text", test_text);
  g_test_add_func ("/xlsx/length", test_length);
  g_test_add_func ("/xlsx/sheet-names", test_sheet_names);
  g_test_add_func ("/xlsx/rows", test_rows);
  g_test_add_func ("/xlsx/note", test_note);
  g_test_add_func ("/xlsx/headers", test_headers);
  return g_test_run ();
}
