/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-tests"

#include "config.h"

#include <string.h>

#include "app/etp-export-choice.h"
#include "app/etp-state.h"

static void
assert_paper (const EtpExportChoice *choice, const char *paper, gboolean is_portrait)
{
  EtpPaper sheet;

  g_assert_true (etp_paper_parse (etp_export_choice_get_page (choice), &sheet));
  g_assert_cmpstr (sheet.name, ==, paper);
  g_assert_cmpint (etp_paper_is_portrait (&sheet), ==, is_portrait);
}

static void
test_first (void)
{
  g_autoptr (EtpExportChoice) choice = etp_export_choice_load (FALSE);

  g_assert_cmpstr (choice->format->name, ==, "pdf");
  g_assert_cmpstr (choice->pages->name, ==, "poster");
  assert_paper (choice, "A3", FALSE);
  g_assert_cmpint (choice->style, ==, ETP_STYLE_PAPER);
  g_assert_false (choice->external);
  g_assert_null (choice->lanes);
}

/* What belongs to one map is not remembered; files and paper are remembered apart. */
static void
test_remember (void)
{
  g_autoptr (EtpExportChoice) choice = etp_export_choice_load (FALSE);
  g_autoptr (EtpExportChoice) again = NULL;
  g_autoptr (EtpExportChoice) print = NULL;

  etp_export_choice_set_page (choice, "A1-portrait"); /* of the poster */
  choice->pages = etp_pages_kind_get ("cards");
  etp_export_choice_set_page (choice, "500x700mm");
  choice->about[ETP_ABOUT_PERSONA] = g_strdup ("max");
  choice->format = etp_exporter_get ("csv");
  choice->pages = etp_pages_kind_get ("tiles");
  choice->external = choice->has_date = TRUE;
  choice->preset = etp_csv_preset_get_nth (0);
  choice->lanes = g_strdup ("a,b");
  g_free (choice->footer);
  choice->footer = g_strdup ("Seite\n“x” ; =");
  choice->scale = 4;
  etp_export_choice_save (choice, FALSE);

  again = etp_export_choice_load (FALSE);
  g_assert_cmpstr (again->format->name, ==, "csv");
  g_assert_cmpstr (again->pages->name, ==, "tiles");
  assert_paper (again, "A4", FALSE);
  again->pages = etp_pages_kind_get ("poster");
  assert_paper (again, "A1", TRUE);
  again->format = etp_exporter_get ("pdf");
  again->pages = etp_pages_kind_get ("cards");
  g_assert_cmpstr (etp_export_choice_get_page (again), ==, "500x700mm");
  g_assert_null (again->about[ETP_ABOUT_PERSONA]);
  g_assert_true (again->external && again->has_date);
  g_assert_true (again->preset == choice->preset);
  g_assert_cmpstr (again->footer, ==, choice->footer);
  g_assert_cmpuint (again->scale, ==, 4);
  g_assert_null (again->lanes);

  print = etp_export_choice_load (TRUE);
  g_assert_cmpstr (print->format->name, ==, "pdf");
  g_assert_false (print->external);
}

/* Whatever somebody wrote into the file. */
static void
test_nonsense (void)
{
  static const char *const keys[] = { "format", "pages",  "paper",  "style",
                                      "scale",  "detail", "preset", "external" };
  g_autoptr (GKeyFile) state = etp_state_read ();
  g_autoptr (EtpExportChoice) choice = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    g_key_file_set_string (state, "Export", keys[i], i % 2 == 0 ? "no such" : "-7");
  etp_state_write (state);
  choice = etp_export_choice_load (FALSE);
  g_assert_cmpstr (choice->format->name, ==, "pdf");
  g_assert_nonnull (choice->pages);
  choice->pages = etp_pages_kind_get ("poster");
  assert_paper (choice, "A3", FALSE);
  g_assert_cmpint (choice->style, ==, ETP_STYLE_PAPER);
  g_assert_cmpuint (choice->scale, ==, 2);
  g_assert_null (choice->preset);
}

/* Cards are cut from another sheet than a canvas is printed on. */
static void
test_own_paper (void)
{
  g_autoptr (EtpExportChoice) choice = etp_export_choice_load (FALSE);
  const EtpPagesKind *kind;

  for (guint i = 0; (kind = etp_pages_kind_get_nth (i)) != NULL; i++)
    {
      const char *own = etp_pages_kind_get_paper (kind);
      EtpPaper paper;

      choice->pages = kind;
      g_assert_true (kind->has_paper == (own != NULL));
      if (own == NULL)
        continue;
      g_assert_true (etp_paper_parse (own, &paper));
      assert_paper (choice, paper.name, etp_paper_is_portrait (&paper));
    }
}

/* Formats that have pages of their own have paper of their own. */
static void
test_own_pages (void)
{
  static const struct
  {
    const char *format, *pages, *paper;
    gboolean is_portrait;
  } rows[] = {
    { "pdf", "poster", "A3", FALSE },         { "png", "map", "A4", FALSE },
    { "pptx", "deck", "A4", FALSE },          { "odp", "deck", "A4", FALSE },
    { "minutes-pdf", "minutes", "A4", TRUE },
  };
  g_autoptr (EtpExportChoice) choice = etp_export_choice_load (FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      choice->format = etp_exporter_get (rows[i].format);
      g_assert_cmpstr (etp_export_choice_get_pages (choice)->name, ==, rows[i].pages);
      assert_paper (choice, rows[i].paper, rows[i].is_portrait);
    }
}

static void
test_options (void)
{
  g_autoptr (EtpExportChoice) choice = etp_export_choice_load (TRUE);
  g_autofree char *page = NULL;
  g_autofree char *date = NULL;
  g_autofree char *other = NULL;
  g_autofree char *no_date = NULL;
  EtpExportOptions options;

  choice->has_date = TRUE;
  etp_export_choice_set_page (choice, "A3-portrait");
  etp_export_choice_get_options (choice, NULL, &page, &date, &options);
  g_assert_cmpstr (options.page, ==, "A3-portrait");
  g_assert_cmpuint (strlen (options.date), ==, strlen ("2026-01-31"));
  g_assert_null (options.header);
  choice->has_date = FALSE;
  /* Of another size, and sheets about somebody. */
  g_clear_pointer (&page, g_free);
  choice->pages = etp_pages_kind_get ("persona");
  etp_export_choice_set_page (choice, "500x700mm");
  choice->about[ETP_ABOUT_PERSONA] = g_strdup ("max");
  g_clear_pointer (&date, g_free);
  etp_export_choice_get_options (choice, NULL, &page, &date, &options);
  g_assert_cmpstr (options.page, ==, "500x700mm");
  g_assert_cmpstr (options.about, ==, "max");
  choice->pages = etp_pages_kind_get ("poster");
  etp_export_choice_get_options (choice, "100.00x200.00mm", &other, &no_date, &options);
  g_assert_null (options.about);
  g_assert_cmpstr (options.page, ==, "100.00x200.00mm");
  g_assert_null (options.date);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/app/export-choice/first", test_first);
  g_test_add_func ("/app/export-choice/remember", test_remember);
  g_test_add_func ("/app/export-choice/nonsense", test_nonsense);
  g_test_add_func ("/app/export-choice/own-paper", test_own_paper);
  g_test_add_func ("/app/export-choice/own-pages", test_own_pages);
  g_test_add_func ("/app/export-choice/options", test_options);
  return g_test_run ();
}
