/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Exporters: what the bytes hold, and that the same journey gives the same bytes. Files as other
 * programs see them are looked at by test-files.py. */

#include "config.h"

#include <string.h>

#include "export-test.h"
#include "export/etp-svg-marks.h"
#include "model/etp-edit-node.h"
#include "model/etp-fields.h"

/* Characters that have a meaning in XML, in PDF strings or in attributes of tags, controls, and
 * what XML cannot hold. */
#define HOSTILE                                                                                    \
  "<&>\\\"' ]]> --> \\u0001\\u001f\\u007f \\ufffe \\\\ (a) %s \xe2\x80\xae \xf0\x9f\x98\x80"

static const char hostile[] =
    "{\"format\":\"etappe-journey\",\"version\":1,\"language\":\"de\\\"><x\","
    "\"title\":\"" HOSTILE "\",\"description\":\"" HOSTILE "\",\"owner\":\"" HOSTILE "\","
    "\"phases\":[{\"id\":\"p\",\"name\":\"" HOSTILE "\"}],"
    "\"lanes\":[{\"id\":\"l\",\"name\":\"" HOSTILE "\"}],"
    "\"cards\":[{\"id\":\"c\",\"lane\":\"l\",\"phase\":\"p\",\"title\":\"" HOSTILE "\","
    "\"text\":\"" HOSTILE "\",\"link\":\"https://example.com/'] uri='x\\\\\\\"<\"},"
    "{\"id\":\"c-2\",\"lane\":\"l\",\"phase\":\"p\",\"title\":\"javascript\","
    "\"link\":\"javascript:alert(1)\"}]}";

static void
test_table (void)
{
  static const char *const heads[] = { "%PDF-",
                                       "<?xml",
                                       "\x89PNG",
#ifdef ETP_HAS_XLSX
                                       "PK\003\004",
#endif
                                       "Number [number],Phase [phase],",
                                       "# Small\n",
                                       "<!DOCTYPE html>\n<html lang=\"",
                                       "PK\003\004",
                                       "PK\003\004",
                                       "%PDF-",
                                       "# Minutes: Small\n",
                                       "<!DOCTYPE html>\n<html lang=\"",
                                       "BEGIN:VCALENDAR\r\n" };
  g_autofree char *name = NULL;
  g_autofree char *minutes = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    {
      const EtpExporter *exporter = etp_exporter_get_nth (i);
      g_autoptr (EtpJourney) journey = export_test_load_text (export_test_small);
      g_autoptr (GBytes)
          bytes = export_test_write (journey, exporter->name, (EtpExportOptions){ 0 });

      g_assert_true (etp_exporter_get (exporter->name) == exporter);
      g_assert_cmpmem (g_bytes_get_data (bytes, NULL), strlen (heads[i]), heads[i],
                       strlen (heads[i]));
    }
  g_assert_null (etp_exporter_get_nth (G_N_ELEMENTS (heads)));
  g_assert_cmpstr (etp_exporter_get_ending (etp_exporter_get ("pdf")), ==, "pdf");
  g_assert_cmpstr (etp_exporter_get_ending (etp_exporter_get ("minutes-html")), ==, "html");
  name = etp_exporter_dup_file_name (etp_exporter_get ("pdf"), "a/map");
  minutes = etp_exporter_dup_file_name (etp_exporter_get ("minutes-html"), "a/map");
  g_assert_cmpstr (name, ==, "a/map.pdf");
  g_assert_cmpstr (minutes, ==, "a/map-minutes.html");
  g_assert_null (etp_exporter_get ("docx"));
  g_assert_true (etp_exporter_get ("PDF") == etp_exporter_get ("pdf"));
}

static gboolean
is_picture (const char *format)
{
  static const char *const formats[] = { "pdf", "svg", "png", "pptx", "odp", "minutes-pdf", NULL };

  return g_strv_contains (formats, format);
}

static void
test_reproducible (void)
{
  static const EtpStyleKind styles[] = { ETP_STYLE_PAPER, ETP_STYLE_LIGHT, ETP_STYLE_DARK };

  for (guint f = 0; etp_exporter_get_nth (f) != NULL; f++)
    {
      g_autoptr (GBytes) last = NULL;

      for (guint s = 0; s < G_N_ELEMENTS (styles); s++)
        {
          EtpExportOptions options = { .style = styles[s], .scale = 0.5 };
          const char *format = etp_exporter_get_nth (f)->name;
          g_autoptr (EtpJourney) a = export_test_load_example ("webshop.de.journey");
          g_autoptr (EtpJourney) b = export_test_load_example ("webshop.de.journey");
          g_autoptr (GBytes) first = export_test_write (a, format, options);
          g_autoptr (GBytes) second = export_test_write (b, format, options);

          g_assert_true (g_bytes_equal (first, second));
          /* A style is one of pictures. */
          if (last != NULL)
            g_assert_true (g_bytes_equal (first, last) != is_picture (format));
          g_clear_pointer (&last, g_bytes_unref);
          last = g_steal_pointer (&first);
        }
    }
}

/* Since 1.18 cairo compresses what stands beside the drawing: page sizes, dates. */
static gboolean
tells_plainly (void)
{
  return cairo_version () < CAIRO_VERSION_ENCODE (1, 18, 0);
}

static void
test_pdf_date (void)
{
  g_autoptr (EtpJourney) journey = export_test_load_text (export_test_small);
  g_autoptr (GBytes) without = NULL;
  g_autoptr (GBytes) with = NULL;

  g_unsetenv ("SOURCE_DATE_EPOCH");
  without = export_test_write (journey, "pdf", (EtpExportOptions){ 0 });
  g_assert_false (export_test_has_text (without, "CreationDate"));
  g_setenv ("SOURCE_DATE_EPOCH", "86400", TRUE);
  with = export_test_write (journey, "pdf", (EtpExportOptions){ 0 });
  if (tells_plainly ())
    g_assert_true (export_test_has_text (with, "CreationDate (19700102000000"));
  else
    g_assert_false (g_bytes_equal (with, without));
  g_unsetenv ("SOURCE_DATE_EPOCH");
}

static void
test_pdf_page (void)
{
  static const struct
  {
    const char *page, *box;
  } rows[] = {
    { "A4", "/MediaBox [ 0 0 841.8" },
    { "A3-portrait", "/MediaBox [ 0 0 841.8" },
    { "letter", "/MediaBox [ 0 0 792 612 ]" },
  };
  g_autoptr (EtpJourney) journey = export_test_load_text (export_test_small);
  g_autoptr (GError) error = NULL;
  EtpExportOptions unknown = { .page = "A9x" };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GBytes)
          bytes = export_test_write (journey, "pdf", (EtpExportOptions){ .page = rows[i].page });

      g_assert_true (!tells_plainly () || export_test_has_text (bytes, rows[i].box));
    }
  g_assert_null (etp_exporter_write (etp_exporter_get ("pdf"), journey, &unknown, NULL, &error));
  g_assert_error (error, ETP_EXPORT_ERROR, ETP_EXPORT_ERROR_UNKNOWN_PAGE);
  g_assert_nonnull (strstr (error->message, "A9x"));
}

/* A map of more than 14,400 points is scaled, and says so. */
static void
test_pdf_large (void)
{
  g_autoptr (GString) text = g_string_new ("{\"format\":\"etappe-journey\",\"version\":1,"
                                           "\"lanes\":[{\"id\":\"l\"}],\"phases\":[");
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (EtpJourney) large = NULL;
  g_autoptr (EtpJourney) usual = export_test_load_text (export_test_small);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) other = NULL;

  for (guint i = 0; i < 70; i++)
    g_string_append_printf (text, "%s{\"id\":\"p%u\",\"name\":\"P\"}", i > 0 ? "," : "", i);
  g_string_append (text, "]}");
  large = export_test_load_text (text->str);
  other = export_test_write (usual, "pdf", (EtpExportOptions){ .notes = notes });
  g_assert_cmpuint (notes->len, ==, 0);
  bytes = export_test_write (large, "pdf", (EtpExportOptions){ .notes = notes });
  g_assert_cmpuint (notes->len, ==, 1);
  g_assert_true (!tells_plainly () || export_test_has_text (bytes, "/MediaBox [ 0 0 14400 "));
}

typedef struct
{
  guint n_texts, n_tspans, n_links;
  GHashTable *ids;
  GString *text; /* of all text elements */
  guint depth; /* inside of text */
  gboolean has_title;
} Seen;

static void
on_start (GMarkupParseContext *context,
          const char *name,
          const char **names,
          const char **values,
          gpointer user_data,
          GError **error)
{
  Seen *seen = user_data;

  seen->n_texts += strcmp (name, "text") == 0;
  seen->n_tspans += strcmp (name, "tspan") == 0;
  seen->n_links += strcmp (name, "a") == 0;
  seen->has_title |= strcmp (name, "title") == 0;
  seen->depth += strcmp (name, "tspan") == 0;
  for (guint i = 0; names[i] != NULL; i++)
    {
      if (strcmp (names[i], "id") == 0)
        g_assert_true (g_hash_table_add (seen->ids, g_strdup (values[i])));
      g_assert_false (g_str_has_prefix (values[i], "javascript:"));
    }
  g_assert_cmpstr (name, !=, "script");
}

static void
on_end (GMarkupParseContext *context, const char *name, gpointer user_data, GError **error)
{
  Seen *seen = user_data;

  seen->depth -= strcmp (name, "tspan") == 0;
}

static void
on_text (GMarkupParseContext *context,
         const char *text,
         gsize length,
         gpointer user_data,
         GError **error)
{
  Seen *seen = user_data;

  if (seen->depth > 0)
    g_string_append_len (seen->text, text, (gssize) length);
}

static void
parse_svg (GBytes *bytes, Seen *seen)
{
  static const GMarkupParser parser = { .start_element = on_start,
                                        .end_element = on_end,
                                        .text = on_text };
  g_autoptr (GMarkupParseContext)
      context = g_markup_parse_context_new (&parser, G_MARKUP_DEFAULT_FLAGS, seen, NULL);
  g_autoptr (GError) error = NULL;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  g_assert_true (g_utf8_validate (data, (gssize) length, NULL));
  g_markup_parse_context_parse (context, data, (gssize) length, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);
}

static void
test_svg_text (void)
{
  g_autoptr (EtpJourney) journey = export_test_load_text (export_test_small);
  g_autoptr (GBytes) bytes = export_test_write (journey, "svg", (EtpExportOptions){ 0 });
  Seen seen = { .ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
                .text = g_string_new (NULL) };
  static const char *const words[] = { "Small", "One", "Two", "Alpha", "Beta", "Steps" };
  static const char *const ids[] = { "card-a", "card-b", "map-title" };

  parse_svg (bytes, &seen);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    g_assert_nonnull (strstr (seen.text->str, words[i]));
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    g_assert_true (g_hash_table_contains (seen.ids, ids[i]));
  g_assert_true (seen.has_title);
  g_assert_cmpuint (seen.n_texts, >, 8);
  g_assert_cmpuint (seen.n_tspans, >=, seen.n_texts);
  g_assert_true (export_test_has_text (bytes, "role=\"img\""));
  g_hash_table_unref (seen.ids);
  g_string_free (seen.text, TRUE);
}

/* Viewers show nothing of a picture whose language is empty or no tag. */
static void
test_svg_language (void)
{
  static const char *const rows[][2] = { { "", NULL },
                                         { "de", "xml:lang=\"de\"" },
                                         { "Deutsch bitte", "xml:lang=\"en\"" } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = g_strdup_printf ("{\"format\": \"etappe-journey\", \"version\": 1, "
                                               "\"language\": \"%s\", \"title\": \"T\"}",
                                               rows[i][0]);
      g_autoptr (EtpJourney) journey = export_test_load_text (text);
      g_autoptr (GBytes) bytes = export_test_write (journey, "svg", (EtpExportOptions){ 0 });

      g_assert_false (export_test_has_text (bytes, "xml:lang=\"\""));
      if (rows[i][1] != NULL)
        g_assert_true (export_test_has_text (bytes, rows[i][1]));
    }
}

static void
test_hostile (void)
{
  g_autoptr (EtpJourney) journey = export_test_load_text (hostile);
  g_autoptr (GBytes) svg = export_test_write (journey, "svg", (EtpExportOptions){ 0 });
  g_autoptr (GBytes) pdf = export_test_write (journey, "pdf", (EtpExportOptions){ 0 });
  g_autoptr (GBytes) png = export_test_write (journey, "png", (EtpExportOptions){ .scale = 0.5 });
  Seen seen = { .ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
                .text = g_string_new (NULL) };

  parse_svg (svg, &seen);
  g_assert_nonnull (strstr (seen.text->str, "<&>"));
  g_assert_null (strchr (seen.text->str, '\001'));
  g_assert_cmpuint (seen.n_links, ==, 1);
  g_assert_true (export_test_has_text (pdf, "%PDF-"));
  g_assert_false (export_test_has_text (pdf, "javascript:"));
  g_assert_cmpuint (g_bytes_get_size (png), >, 1000);
  g_hash_table_unref (seen.ids);
  g_string_free (seen.text, TRUE);
}

static void
test_svg_number (void)
{
  static const struct
  {
    double number;
    const char *text;
  } rows[] = {
    { 0, "0" },         { 1, "1" },         { -1, "-1" },      { 0.5, "0.5" },
    { 12.34, "12.34" }, { -0.004, "0" },    { 1.005, "1.01" }, { 99.999, "100" },
    { -7.1, "-7.1" },   { 32848, "32848" }, { 0.05, "0.05" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GString) out = g_string_new (NULL);

      etp_svg_add_number (out, rows[i].number);
      if (rows[i].number != 1.005) /* lies on either side of its half */
        g_assert_cmpstr (out->str, ==, rows[i].text);
    }
}

static void
test_cancel (void)
{
  g_autoptr (EtpJourney) journey = export_test_load_text (export_test_small);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  for (guint f = 0; etp_exporter_get_nth (f) != NULL; f++)
    {
      EtpExportOptions options = { 0 };
      g_autoptr (GError) error = NULL;

      g_assert_null (
          etp_exporter_write (etp_exporter_get_nth (f), journey, &options, cancellable, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    }
}

/* For people outside an earlier state is as the journey of today allows. */
static void
test_before (void)
{
  g_autoptr (EtpJourney) journey = export_test_load_text (export_test_small);
  g_autoptr (EtpJourney) before = export_test_load_text (export_test_small);
  EtpDatum datum = etp_datum_boolean (TRUE);

  g_assert_true (
      etp_edit_set (journey, etp_journey_get_node (journey, "a"), ETP_CARD_INTERNAL, &datum, NULL));
  for (guint external = 0; external < 2; external++)
    {
      EtpExportOptions options = { .before = before, .external = external > 0 };
      g_autoptr (GError) error = NULL;
      g_autoptr (EtpJourney) copy = etp_export_extract_before (journey, &options, &error);

      g_assert_no_error (error);
      g_assert_cmpint (etp_journey_get_node (copy, "a") == NULL, ==, external > 0);
      g_assert_nonnull (etp_journey_get_node (copy, "b"));
    }
}

/* A journey with nothing in it is still a picture, a table, a text. */
static void
test_empty (void)
{
  for (guint f = 0; etp_exporter_get_nth (f) != NULL; f++)
    {
      g_autoptr (EtpJourney) journey = etp_journey_new ();
      g_autoptr (GBytes) bytes = export_test_write (journey, etp_exporter_get_nth (f)->name,
                                                    (EtpExportOptions){ 0 });

      g_assert_cmpuint (g_bytes_get_size (bytes), >, 20);
    }
}

int
main (int argc, char **argv)
{
  g_setenv ("LANGUAGE", "C", TRUE); /* the words of a map without a language are the program's */
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/table", test_table);
  g_test_add_func ("/export/reproducible", test_reproducible);
  g_test_add_func ("/export/empty", test_empty);
  g_test_add_func ("/export/before", test_before);
  g_test_add_func ("/export/hostile", test_hostile);
  g_test_add_func ("/export/cancel", test_cancel);
  g_test_add_func ("/export/pdf/date", test_pdf_date);
  g_test_add_func ("/export/pdf/page", test_pdf_page);
  g_test_add_func ("/export/pdf/large", test_pdf_large);
  g_test_add_func ("/export/svg/text", test_svg_text);
  g_test_add_func ("/export/svg/language", test_svg_language);
  g_test_add_func ("/export/svg/number", test_svg_number);
  return g_test_run ();
}
