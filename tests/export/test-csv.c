/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* CSV: what needs quotes and guards, signs, heads, and that every table can be written. */

#include "config.h"

#include <string.h>

#include "export-test.h"
#include "export/etp-grid.h"

/* A journey whose only card has this text, which is JSON inside of quotes. */
static EtpJourney *
load_card (const char *json)
{
  g_autofree char *text = g_strdup_printf (
      "{\"format\":\"etappe-journey\",\"version\":1,\"currency\":\"EUR\","
      "\"phases\":[{\"id\":\"p1\",\"name\":\"One\"}],"
      "\"personas\":[{\"id\":\"m\",\"name\":\"Max\"}],"
      "\"lanes\":[{\"id\":\"l\",\"name\":\"Steps\"}],"
      "\"cards\":[{\"id\":\"a\",\"lane\":\"l\",\"phase\":\"p1\",%s}]}",
      json);

  return export_test_load_text (text);
}

static char *
write_text (EtpJourney *journey, EtpExportOptions options)
{
  g_autoptr (GBytes) bytes = export_test_write (journey, "csv", options);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return g_strndup (data, length);
}

/* Past the quote that ends a cell. */
static const char *
find_quote (const char *p)
{
  while (p[0] != '"' || p[1] == '"')
    p += p[0] == '"' ? 2 : 1;
  return p + 1;
}

/* The cell under a key; the table has one row, and no cell before it holds the separator. */
static char *
dup_cell (const char *csv, const char *key, const char *separator)
{
  const char *end = strstr (csv, "\r\n");
  g_autofree char *head = g_strndup (csv, (gsize) (end - csv));
  g_auto (GStrv) heads = g_strsplit (head, separator, -1);
  g_autofree char *mark = g_strdup_printf ("[%s]", key);
  const char *cell = end + 2;
  const char *stop;

  for (guint i = 0; heads[i] != NULL; i++)
    {
      if (strstr (heads[i], mark) != NULL)
        {
          stop = cell[0] == '"' ? find_quote (cell + 1) : strstr (cell, separator);
          return g_strndup (cell, (gsize) (stop - cell));
        }
      cell = strstr (cell, separator) + 1;
    }
  g_assert_not_reached ();
}

static void
test_guard (void)
{
  static const struct
  {
    const char *json, *cell;
  } rows[] = {
    { "plain", "plain" },
    { "=1+1", "'=1+1" },
    { "+49 761", "'+49 761" },
    { "-5", "'-5" },
    { "@SUM(A1)", "'@SUM(A1)" },
    { "\\t=1", "'\t=1" },
    { "\\n=1", "\"'\n=1\"" },
    { "\\r=1", "\"'\r=1\"" },
    { "＝1", "'＝1" },
    { "＋1", "'＋1" },
    { "－1", "'－1" },
    { "＠1", "'＠1" },
    { "'=1", "''=1" },
    { "''@1", "'''@1" },
    { "'quoted'", "'quoted'" },
    { "a=1", "a=1" },
    { "=HYPERLINK(\\\"http://x\\\",\\\"y\\\")", "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"" },
    { "a,b", "\"a,b\"" },
    { "a;b", "a;b" },
    { "say \\\"hi\\\"", "\"say \"\"hi\"\"\"" },
    { " pad", "\" pad\"" },
    { "two\\nlines", "\"two\nlines\"" },
    { "äöü 😀", "äöü 😀" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *json = g_strdup_printf ("\"title\":\"%s\"", rows[i].json);
      g_autoptr (EtpJourney) journey = load_card (json);
      g_autofree char *csv = write_text (journey, (EtpExportOptions){ 0 });
      g_autofree char *cell = dup_cell (csv, "title", ",");

      g_assert_cmpstr (cell, ==, rows[i].cell);
    }
}

/* Numbers are numbers: no guard, whatever their sign. */
static void
test_signs (void)
{
  static const char json[] = "\"title\":\"T\",\"revenue\":-1234.5,\"cost\":0.1,"
                             "\"emotions\":[{\"persona\":\"m\",\"value\":-1.5}]";
  g_autoptr (EtpJourney) journey = load_card (json);
  g_autofree char *plain = write_text (journey, (EtpExportOptions){ 0 });
  g_autofree char *german = write_text (
      journey, (EtpExportOptions){ .separator = ';', .decimal = ',', .bom = TRUE });
  g_autofree char *feeling = dup_cell (plain, "emotions.m.value", ",");
  g_autofree char *revenue = dup_cell (german, "revenue", ";");
  g_autofree char *cost = dup_cell (german, "cost", ";");
  g_autofree char *number = dup_cell (plain, "number", ",");

  g_assert_cmpstr (feeling, ==, "-1.5");
  g_assert_cmpstr (revenue, ==, "-1234,5");
  g_assert_cmpstr (cost, ==, "0,1");
  g_assert_cmpstr (number, ==, "1.1");
  g_assert_true (g_str_has_prefix (german, "\xef\xbb\xbfNumber [number];Phase [phase];"));
  g_assert_nonnull (strstr (german, "\r\nStep 1.1;One;"));
  g_assert_true (g_str_has_prefix (plain, "Number [number],"));
  g_assert_true (g_str_has_suffix (plain, "\r\n"));
}

/* Keys are those of the document, and no column has the key of another. */
static void
test_heads (void)
{
  g_autoptr (EtpJourney) journey = export_test_load_example ("b2b.en.journey");

  for (guint t = 0; etp_grid_get_nth_name (t) != NULL; t++)
    {
      g_autoptr (EtpGrid) grid = etp_grid_new (journey, etp_grid_get_nth_name (t));
      g_autoptr (GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);

      g_assert_cmpuint (g_utf8_strlen (etp_grid_get_title (grid), -1), <=, 31);
      g_assert_cmpuint (etp_grid_get_n_columns (grid), >, 4);
      for (guint c = 0; c < etp_grid_get_n_columns (grid); c++)
        {
          const EtpGridColumn *column = etp_grid_get_column (grid, c);

          g_assert_true (g_hash_table_add (keys, column->key));
          g_assert_cmpstr (column->label, !=, "");
        }
      g_assert_true (g_hash_table_contains (keys, "id")
                     || g_hash_table_contains (keys, "metric.id"));
      for (guint r = 0; r < etp_grid_get_n_rows (grid); r++)
        {
          const EtpGridCell *cells = etp_grid_read_row (grid, r);

          for (guint c = 0; c < etp_grid_get_n_columns (grid); c++)
            if (cells[c].type != ETP_GRID_EMPTY)
              g_assert_cmpint (cells[c].type, ==, etp_grid_get_column (grid, c)->type);
        }
    }
}

static void
test_tables (void)
{
  g_autoptr (EtpJourney) journey = export_test_load_example ("webshop.de.journey");
  g_autofree char *history = write_text (journey, (EtpExportOptions){ .table = "history" });
  EtpExportOptions unknown = { .table = "sheep" };
  g_autoptr (GError) error = NULL;

  g_assert_true (g_str_has_prefix (history, "Metric [metric],Date [date],Value [value],"));
  g_assert_nonnull (strstr (history, "Neue Besucher,2026-05-31,15200,"));
  g_assert_null (etp_exporter_write (etp_exporter_get ("csv"), journey, &unknown, NULL, &error));
  g_assert_error (error, ETP_EXPORT_ERROR, ETP_EXPORT_ERROR_UNKNOWN_TABLE);
  g_assert_nonnull (strstr (error->message, "sheep"));
  g_assert_nonnull (strstr (error->message, "history"));
}

/* A journey of very many personas has columns for the first of them, and says so. */
static void
test_many_personas (void)
{
  GString *text = g_string_new ("{\"format\":\"etappe-journey\",\"version\":1,\"personas\":[");
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (EtpJourney) journey = NULL;
  g_autofree char *csv = NULL;

  for (guint i = 0; i < ETP_GRID_MAX_PERSONAS + 3; i++)
    g_string_append_printf (text, "%s{\"id\":\"m%u\",\"name\":\"M\"}", i > 0 ? "," : "", i);
  g_string_append (text, "]}");
  journey = export_test_load_text (text->str);
  g_string_free (text, TRUE);
  csv = write_text (journey, (EtpExportOptions){ .notes = notes });
  g_assert_nonnull (strstr (csv, "[emotions.m63.value]"));
  g_assert_null (strstr (csv, "[emotions.m64.value]"));
  g_assert_cmpuint (notes->len, ==, 1);
  g_assert_nonnull (strstr (g_ptr_array_index (notes, 0), "3 personas"));
}

/* A feeling without a persona, or with one that is not there, is not lost. */
static void
test_nobody (void)
{
  g_autoptr (EtpJourney) journey = load_card (
      "\"title\":\"T\",\"emotions\":[{\"value\":1},{\"persona\":\"gone\",\"value\":-1}]");
  g_autofree char *csv = write_text (journey, (EtpExportOptions){ 0 });
  g_autofree char *nobody = dup_cell (csv, "emotions.value", ",");
  g_autofree char *gone = dup_cell (csv, "emotions.gone.value", ",");

  g_assert_cmpstr (nobody, ==, "1");
  g_assert_cmpstr (gone, ==, "-1");
}

/* Where a room has voted, its mean is the value; the sub-journey is called as on the map. */
static void
test_votes (void)
{
  g_autoptr (EtpJourney) journey = load_card (
      "\"title\":\"T\",\"journey\":\"../Intern/Kuendigung.journey\",\"emotions\":["
      "{\"persona\":\"m\",\"value\":1.5,\"ratings\":[-2,-1,-2]}]");
  g_autofree char *cards = write_text (journey, (EtpExportOptions){ 0 });
  g_autofree char *feelings = write_text (journey, (EtpExportOptions){ .table = "feelings" });
  g_autofree char *of_card = dup_cell (cards, "emotions.m.value", ",");
  g_autofree char *of_step = dup_cell (feelings, "emotions.m.value", ",");
  g_autofree char *name = dup_cell (cards, "journey", ",");

  g_assert_cmpstr (of_card, ==, "-1.7");
  g_assert_cmpstr (of_step, ==, "-1.7");
  g_assert_cmpstr (name, ==, "Kuendigung");
}

/* What a map hides no table tells of, but the curve stands on its steps. */
static void
test_hidden (void)
{
  g_autoptr (EtpJourney) journey = export_test_load_text (
      "{\"format\":\"etappe-journey\",\"version\":1,"
      "\"phases\":[{\"id\":\"p\",\"name\":\"P\"},{\"id\":\"q\",\"hidden\":true}],"
      "\"lanes\":[{\"id\":\"l\",\"hidden\":true},{\"id\":\"e\",\"kind\":\"emotion\"},"
      "{\"id\":\"t\",\"kind\":\"text\"}],"
      "\"cards\":[{\"id\":\"a\",\"lane\":\"l\",\"phase\":\"p\",\"title\":\"Step\"},"
      "{\"id\":\"b\",\"lane\":\"t\",\"phase\":\"p\",\"title\":\"Shown\"},"
      "{\"id\":\"c\",\"lane\":\"t\",\"phase\":\"q\",\"title\":\"Gone\"},"
      "{\"id\":\"d\",\"title\":\"Parked\"}],"
      "\"measures\":[{\"id\":\"m\",\"title\":\"Do\",\"cards\":[\"c\",\"b\"]}]}");
  g_autofree char *measures = write_text (journey, (EtpExportOptions){ .table = "measures" });
  g_autofree char *cards = write_text (journey, (EtpExportOptions){ 0 });
  g_autofree char *feelings = write_text (journey, (EtpExportOptions){ .table = "feelings" });

  g_assert_null (strstr (cards, "Step,"));
  g_assert_null (strstr (cards, "Gone"));
  g_assert_nonnull (strstr (cards, "Shown"));
  g_assert_nonnull (strstr (cards, "Parked"));
  g_assert_nonnull (strstr (feelings, "Step"));
  g_assert_null (strstr (measures, "Gone"));
  g_assert_nonnull (strstr (measures, "Shown"));
}

int
main (int argc, char **argv)
{
  g_setenv ("LC_ALL", "C.UTF-8", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv/guard", test_guard);
  g_test_add_func ("/csv/signs", test_signs);
  g_test_add_func ("/csv/heads", test_heads);
  g_test_add_func ("/csv/tables", test_tables);
  g_test_add_func ("/csv/many-personas", test_many_personas);
  g_test_add_func ("/csv/nobody", test_nobody);
  g_test_add_func ("/csv/votes", test_votes);
  g_test_add_func ("/csv/hidden", test_hidden);
  return g_test_run ();
}
