/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-tests"

#include "config.h"

#include "deck-test.h"
#include "etp-test-build.h"
#include "model/etp-fields.h"
#include "pages-test.h"
#include "scene-test.h"

/* Sheets that tell about a persona or a touchpoint. */

static GPtrArray *
build_sheet (EtpJourney *journey, const char *id, double width, double height, double *scale)
{
  g_autoptr (EtpStyle) style = etp_style_new (ETP_STYLE_PAPER);
  g_autoptr (EtpMeasurer) measurer = etp_test_measurer_new ();

  return etp_deck_build_sheet (journey, etp_journey_get_node (journey, id), width, height, style,
                               measurer, scale);
}

/* All that is known of somebody is there, larger where there is more room. */
static void
test_persona (void)
{
  g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
  static const char *const texts[] = { "Max", "Find boots that fit", "Pay once", "Website, Store",
                                       "40% of customers" };
  double small, large;
  g_autoptr (GPtrArray) a4 = build_sheet (journey, "max", 1000, 700, &small);
  g_autoptr (GPtrArray) a2 = build_sheet (journey, "max", 2000, 1400, &large);

  g_assert_cmpuint (a4->len, ==, 1);
  g_assert_cmpuint (a2->len, ==, 1);
  g_assert_cmpfloat (large, >, 1.5 * small);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (!deck_test_has_text (a4, "persona", texts[i]))
      g_error ("no “%s”", texts[i]);
  /* The curve below it. */
  g_assert_true (deck_test_has_text (a2, "persona", "Consideration"));
}

static void
test_touchpoint (void)
{
  g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
  double scale;
  g_autoptr (GPtrArray) search = build_sheet (journey, "search", 1000, 700, &scale);
  g_autoptr (GPtrArray) counter = build_sheet (journey, "counter", 1000, 700, &scale);
  g_autoptr (GPtrArray) unused = NULL;

  g_assert_true (deck_test_has_text (search, "touchpoint", "Search page"));
  g_assert_true (deck_test_has_text (search, "touchpoint", "Visits the shop"));
  g_assert_true (deck_test_has_text (search, "touchpoint", "Pages load slowly")); /* at this step */
  g_assert_true (deck_test_has_text (search, "touchpoint", "Max: 4/5"));
  g_assert_true (deck_test_has_text (counter, "touchpoint", "Orders by phone"));
  g_assert_false (deck_test_has_text (counter, "touchpoint", "Pages load slowly"));
  etp_test_add (journey, ETP_LIST_TOUCHPOINTS, "none", ETP_TOUCHPOINT_NAME, "Fair", ETP_TEST_END);
  unused = build_sheet (journey, "none", 1000, 700, &scale);
  g_assert_true (deck_test_has_text (unused, "touchpoint", "On no step of this map."));
}

/* What has no room on one sheet goes on on the next; nothing is smaller than 9 pt, nothing lost. */
static void
test_long (void)
{
  g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
  g_autoptr (GString) text = g_string_new (NULL);
  EtpPaper paper;
  EtpPagesOptions options = { .kind = "persona", .paper = &paper, .about = "talker" };
  g_autoptr (EtpPages) pages = NULL;
  double scale;
  g_autoptr (GPtrArray) slides = NULL;

  for (guint i = 0; i < 3000; i++)
    g_string_append_printf (text, "word%u ", i);
  g_string_append (text, "\nthe end");
  etp_test_add (journey, ETP_LIST_PERSONAS, "talker", ETP_PERSONA_NAME, "Ann",
                ETP_PERSONA_DAILY_ROUTINE, text->str, ETP_TEST_END);
  slides = build_sheet (journey, "talker", 700, 1000, &scale);
  g_assert_cmpuint (slides->len, >, 1);
  g_assert_true (deck_test_has_text (slides, "persona", "the end"));
  g_assert_true (etp_paper_parse ("A4-portrait", &paper));
  pages = pages_test_build (journey, &options, NULL);
  g_assert_cmpuint (etp_pages_get_n (pages), >, 1);
  for (guint i = 0; i < etp_pages_get_n (pages); i++)
    pages_test_check_page (etp_pages_get_nth (pages, i));
}

/* Each on sheets of all sizes, several at once, and with something at the edges. */
static void
test_papers (void)
{
  static const char *const papers[] = { "A4",     "A4-portrait",      "A3-landscape", "A0",
                                        "letter", "tabloid-portrait", "200x200mm",    "20x8in" };
  static const struct
  {
    const char *kind, *about;
    guint n; /* sheets at least */
  } rows[] = { { "persona", "max,eva", 2 }, { "touchpoints", "counter,search", 2 } };

  for (guint p = 0; p < G_N_ELEMENTS (papers); p++)
    for (guint r = 0; r < G_N_ELEMENTS (rows); r++)
      {
        g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
        EtpPaper paper;
        EtpPagesOptions options = { .kind = rows[r].kind,
                                    .paper = &paper,
                                    .about = rows[r].about,
                                    .header = "Above",
                                    .footer = "Below" };
        g_autoptr (GError) error = NULL;
        g_autoptr (EtpPages) pages = NULL;

        g_assert_true (etp_paper_parse (papers[p], &paper));
        pages = pages_test_build (journey, &options, &error);
        g_assert_no_error (error);
        g_assert_cmpuint (etp_pages_get_n (pages), >=, rows[r].n);
        for (guint i = 0; i < etp_pages_get_n (pages); i++)
          {
            const EtpPage *page = etp_pages_get_nth (pages, i);

            pages_test_check_page (page);
            g_assert_cmpint (page->kind, ==, ETP_PAGE_SHEET);
            g_assert_true (pages_test_shows_text (page, "Above"));
            g_assert_true (pages_test_shows_text (page, "Below"));
          }
        pages_test_check_whole (pages);
      }
}

/* The empty persona asks about every channel, and is larger on larger paper. */
static void
test_empty_persona (void)
{
  g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
  static const char *const papers[] = { "A4-portrait", "A4", "A1", "500x700mm" };
  double before = 0;

  for (guint i = 0; i < 6; i++)
    {
      g_autofree char *id = g_strdup_printf ("channel%u", i);

      etp_test_add (journey, ETP_LIST_CHANNELS, id, ETP_CHANNEL_NAME, id, ETP_TEST_END);
    }
  for (guint p = 0; p < G_N_ELEMENTS (papers); p++)
    {
      EtpPaper paper;
      EtpPagesOptions options = { .kind = "persona", .paper = &paper };
      g_autoptr (EtpPages) pages = NULL;
      const EtpPage *page;

      g_assert_true (etp_paper_parse (papers[p], &paper));
      pages = pages_test_build (journey, &options, NULL);
      g_assert_cmpuint (etp_pages_get_n (pages), ==, 1);
      page = etp_pages_get_nth (pages, 0);
      pages_test_check_page (page);
      for (guint i = 0; i < 6; i++)
        {
          g_autofree char *id = g_strdup_printf ("channel%u", i);

          g_assert_true (pages_test_shows_text (page, id));
        }
      if (p == 2)
        g_assert_cmpfloat (page->parts[0].scale, >, 1.5 * before);
      before = page->parts[0].scale;
    }
}

/* More channels than the box has room for: all the same each is there to be ticked, once. */
static void
test_many_channels (void)
{
  static const char *const names[] = { "A4", "A3", "A1-portrait" };

  for (guint p = 0; p < G_N_ELEMENTS (names); p++)
    {
      g_autoptr (EtpJourney) journey = etp_journey_new ();
      EtpPaper paper;
      EtpPagesOptions options = { .kind = "persona", .paper = &paper };
      g_autoptr (EtpPages) pages = NULL;

      for (guint i = 0; i < 150; i++)
        {
          g_autofree char *id = g_strdup_printf ("channel%u", i);
          g_autofree char *name = g_strdup_printf ("A channel of a rather long name %u", i);

          etp_test_add (journey, ETP_LIST_CHANNELS, id, ETP_CHANNEL_NAME, name, ETP_TEST_END);
        }
      g_assert_true (etp_paper_parse (names[p], &paper));
      pages = pages_test_build (journey, &options, NULL);
      g_assert_cmpuint (etp_pages_get_n (pages), >, 1);
      for (guint i = 0; i < etp_pages_get_n (pages); i++)
        pages_test_check_page (etp_pages_get_nth (pages, i));
      for (guint c = 0; c < 150; c++)
        {
          g_autofree char *name = g_strdup_printf ("A channel of a rather long name %u", c);
          guint n = 0;

          for (guint i = 0; i < etp_pages_get_n (pages); i++)
            n += pages_test_shows_text (etp_pages_get_nth (pages, i), name);
          g_assert_cmpuint (n, ==, 1);
        }
    }
}

/* Each kind of pages of small and of large maps on all sorts of paper: whatever does not fit goes on
 * further pages, and every text has 9 pt at least. Nothing but too many pages or too small a sheet
 * may be refused. */
static void
test_all (gconstpointer data)
{
  static const guint n_cards[] = { 0, 300, 1000 };
  static const char *const papers[] = {
    "A4",     "A4-portrait",    "A3",      "A1-portrait", "A0",
    "letter", "legal-portrait", "tabloid", "500x700mm",   "200x200mm"
  };
  const EtpPagesKind *kind = data;

  for (guint m = 0; m < G_N_ELEMENTS (n_cards); m++)
    for (guint p = 0; p < (kind->has_paper ? G_N_ELEMENTS (papers) : 2); p++)
      {
        g_autoptr (EtpJourney) journey = n_cards[m] == 0
                                             ? etp_test_journey_new_sample ()
                                             : etp_test_journey_new_large (n_cards[m], 6);
        EtpPaper paper;
        EtpPagesOptions options = { .kind = kind->name, .ratio = p == 0 ? 16.0 / 9 : 4.0 / 3 };
        g_autoptr (GError) error = NULL;
        g_autoptr (EtpPages) pages = NULL;

        g_assert_true (etp_paper_parse (papers[p], &paper));
        if (kind->has_paper)
          options.paper = &paper;
        g_test_message ("%u cards on %s", n_cards[m], papers[p]);
        pages = pages_test_build (journey, &options, &error);
        if (pages == NULL)
          g_assert_true (g_error_matches (error, ETP_PAGES_ERROR, ETP_PAGES_ERROR_TOO_MANY)
                         || g_error_matches (error, ETP_PAGES_ERROR, ETP_PAGES_ERROR_PAPER));
        for (guint i = 0; pages != NULL && i < etp_pages_get_n (pages); i++)
          pages_test_check_page (etp_pages_get_nth (pages, i));
        if (pages != NULL)
          pages_test_check_whole (pages);
        /* Sheets of an office's printer are never refused for a map of the usual size. */
        if (m == 0 && p < 9)
          g_assert_no_error (error);
      }
}

static void
test_failures (void)
{
  g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
  EtpPaper paper;
  EtpPagesOptions options = { .kind = "persona", .paper = &paper };
  g_autoptr (GError) error = NULL;

  g_assert_true (etp_paper_parse ("A4", &paper));
  options.about = "search"; /* a touchpoint */
  g_assert_null (pages_test_build (journey, &options, &error));
  g_assert_error (error, ETP_PAGES_ERROR, ETP_PAGES_ERROR_EMPTY);
  g_clear_error (&error);
  g_assert_true (etp_paper_parse ("60x80mm", &paper));
  options.about = "max";
  g_assert_null (pages_test_build (journey, &options, &error));
  g_assert_error (error, ETP_PAGES_ERROR, ETP_PAGES_ERROR_PAPER);
}

int
main (int argc, char *argv[])
{
  const EtpPagesKind *kind;

  g_setenv ("LANGUAGE", "C", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/sheets/persona", test_persona);
  g_test_add_func ("/scene/sheets/touchpoint", test_touchpoint);
  g_test_add_func ("/scene/sheets/long", test_long);
  g_test_add_func ("/scene/sheets/papers", test_papers);
  g_test_add_func ("/scene/sheets/failures", test_failures);
  g_test_add_func ("/scene/sheets/empty-persona", test_empty_persona);
  g_test_add_func ("/scene/sheets/many-channels", test_many_channels);
  for (guint i = 0; (kind = etp_pages_kind_get_nth (i)) != NULL; i++)
    {
      g_autofree char *path = g_strconcat ("/scene/sheets/all/", kind->name, NULL);

      g_test_add_data_func (path, kind, test_all);
    }
  return g_test_run ();
}
