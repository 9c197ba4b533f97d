/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-tests"

#include "config.h"

#include "file/etp-load.h"
#include "paint/etp-text.h"
#include "pages-test.h"

/* All kinds of pages of the examples, with texts as Pango sets them: on whatever paper nothing is cut
 * off and nothing is smaller than 9 pt. */

static void
test_example (gconstpointer data)
{
  static const char *const papers[] = { "A4", "A4-portrait", "letter", "A3", "A1" };
  g_autofree char *path = g_build_filename (g_getenv ("ETP_SOURCE_ROOT"), "data", "examples",
                                            (const char *) data, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (EtpLoaded) loaded = etp_load_file (file, NULL, NULL, &error);
  g_autoptr (EtpStyle) style = etp_style_new (ETP_STYLE_PAPER);
  g_autoptr (EtpText) text = etp_text_new ();
  const EtpPagesKind *kind;

  g_assert_no_error (error);
  for (guint i = 0; (kind = etp_pages_kind_get_nth (i)) != NULL; i++)
    for (guint p = 0; p < (kind->has_paper ? G_N_ELEMENTS (papers) : 1); p++)
      {
        EtpPaper paper;
        EtpPagesOptions options = { .kind = kind->name };
        g_autoptr (EtpPages) pages = NULL;

        g_test_message ("%s on %s", kind->name, papers[p]);
        g_assert_true (etp_paper_parse (papers[p], &paper));
        if (kind->has_paper)
          options.paper = &paper;
        pages = etp_pages_new (loaded->journey, &options, style, ETP_MEASURER (text), &error);
        g_assert_no_error (error);
        for (guint n = 0; n < etp_pages_get_n (pages); n++)
          pages_test_check_page (etp_pages_get_nth (pages, n));
        pages_test_check_whole (pages);
      }
}

int
main (int argc, char *argv[])
{
  static const char *const examples[] = { "webshop.de.journey",     "webshop.en.journey",
                                          "b2b.de.journey",         "b2b.en.journey",
                                          "omnichannel.de.journey", "omnichannel.en.journey" };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (examples); i++)
    {
      g_autofree char *name = g_strconcat ("/paint/pages/", examples[i], NULL);

      g_test_add_data_func (name, examples[i], test_example);
    }
  return g_test_run ();
}
