/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-tests"

#include "config.h"

#include "etp-test-build.h"
#include "model/etp-fields.h"
#include "pages-test.h"
#include "scene-test.h"

/* How a map is spread over sheets that are glued together. */

/* A card over more columns than a sheet holds: all that it says is whole on each sheet that it
 * reaches, as it is on one sheet for all. */
static void
test_span (void)
{
  static const char *const names[] = { "A4-portrait", "A4", "A3", "letter" };
  const char *text = "What holds all the way from the first impulse to the last reminder.";

  for (guint p = 0; p < G_N_ELEMENTS (names); p++)
    {
      g_autoptr (EtpJourney) journey = etp_journey_new ();
      g_autoptr (EtpPages) pages = NULL;
      EtpPaper paper;
      EtpPagesOptions options = { .kind = "tiles", .paper = &paper };
      guint n = 0, n_columns = 0;

      for (guint i = 1; i <= 7; i++)
        {
          g_autofree char *id = g_strdup_printf ("p%u", i);

          etp_test_add (journey, ETP_LIST_PHASES, id, ETP_PHASE_NAME, id, ETP_TEST_END);
        }
      etp_test_add (journey, ETP_LIST_LANES, "l", ETP_LANE_KIND, "thoughts", ETP_TEST_END);
      etp_test_add (journey, ETP_LIST_CARDS, "c", ETP_CARD_LANE, "l", ETP_CARD_PHASE, "p2",
                    ETP_CARD_UNTIL, "p7", ETP_CARD_TITLE, "Trust", ETP_CARD_TEXT, text,
                    ETP_TEST_END);
      etp_test_add (journey, ETP_LIST_CARDS, "d", ETP_CARD_LANE, "l", ETP_CARD_PHASE, "p4",
                    ETP_CARD_TITLE, "Below it", ETP_TEST_END);
      g_assert_true (etp_paper_parse (names[p], &paper));
      pages = pages_test_build (journey, &options, NULL);
      pages_test_check_whole (pages);
      for (guint i = 0; i < etp_pages_get_n (pages); i++)
        {
          const EtpPage *page = etp_pages_get_nth (pages, i);

          pages_test_check_page (page);
          n_columns += page->label != NULL && page->label[1] == '1';
          n += pages_test_shows_whole (page, "c");
        }
      g_assert_cmpuint (n, >=, n_columns - (n_columns > 6));
      g_assert_cmpuint (n, >, 1);
    }
}

/* A card in each of so many phases. */
static EtpJourney *
new_row (guint n)
{
  EtpJourney *journey = etp_journey_new ();

  etp_test_add (journey, ETP_LIST_LANES, "l", ETP_LANE_KIND, "thoughts", ETP_TEST_END);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *phase = g_strdup_printf ("p%u", i), *card = g_strdup_printf ("c%u", i);

      etp_test_add (journey, ETP_LIST_PHASES, phase, ETP_PHASE_NAME, phase, ETP_TEST_END);
      etp_test_add (journey, ETP_LIST_CARDS, card, ETP_CARD_LANE, "l", ETP_CARD_PHASE, phase,
                    ETP_CARD_TITLE, card, ETP_TEST_END);
    }
  return journey;
}

/* Columns are spread over the sheets evenly: not four and then one. */
static void
test_even (void)
{
  static const char *const names[] = { "A4", "A3", "A3-portrait", "letter", "A1" };
  guint n_uneven = 0;

  for (guint p = 0; p < G_N_ELEMENTS (names); p++)
    for (guint n = 2; n <= 11; n++)
      {
        g_autoptr (EtpJourney) journey = new_row (n);
        EtpPaper paper;
        EtpPagesOptions options = { .kind = "tiles", .paper = &paper };
        g_autoptr (EtpPages) pages = NULL;
        guint n_sheets = 0, most = 0, least = n;

        g_assert_true (etp_paper_parse (names[p], &paper));
        pages = pages_test_build (journey, &options, NULL);
        pages_test_check_whole (pages);
        for (guint i = 0; i < etp_pages_get_n (pages); i++)
          {
            guint n_here = 0;

            for (guint c = 0; c < n; c++)
              {
                g_autofree char *card = g_strdup_printf ("c%u", c);

                n_here += pages_test_shows_whole (etp_pages_get_nth (pages, i), card);
              }
            n_sheets += n_here > 0;
            most = MAX (most, n_here);
            least = n_here > 0 ? MIN (least, n_here) : least;
          }
        g_assert_cmpuint (most - least, <=, 1);
        g_assert_cmpuint (n_sheets, ==, (n + most - 1) / most);
        n_uneven += most != least;
      }
  g_assert_cmpuint (n_uneven, >, 0);
}

/* Whether a line of text lies on both sides of y. */
static gboolean
cuts_line (EtpScene *scene, double y)
{
  for (guint c = 0; c < etp_scene_get_n_cells (scene); c++)
    {
      const EtpPlacedCell *placed = etp_scene_get_cell (scene, c);

      for (guint i = 0; i < placed->cell->n_items; i++)
        for (guint m = 0; m < placed->cell->items[i].item->n_marks; m++)
          {
            const EtpMark *mark = &placed->cell->items[i].item->marks[m];
            const double top = placed->y + placed->cell->items[i].y + mark->rect.y;

            for (guint l = 0; mark->type == ETP_MARK_TEXT && l < mark->n_lines; l++)
              if (top + l * (double) mark->line_height < y - 0.1
                  && top + (l + 1) * (double) mark->line_height > y + 0.1)
                return TRUE;
          }
    }
  return FALSE;
}

/* A title that is longer than a sheet goes on on further sheets; the map begins on one of its own. */
static void
test_long_title (void)
{
  static const char *const names[] = { "A4", "letter-portrait", "200x150mm" };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 900; i++)
    g_string_append_printf (text, "%sword%u", i > 0 ? " " : "", i);
  for (guint p = 0; p < G_N_ELEMENTS (names); p++)
    {
      g_autoptr (EtpJourney) journey = new_row (5);
      EtpPaper paper;
      EtpPagesOptions options = { .kind = "tiles", .paper = &paper };
      g_autoptr (EtpPages) pages = NULL;
      double shown = 0;
      guint n_covers = 0;

      etp_test_set_root (journey, ETP_JOURNEY_DESCRIPTION, text->str, ETP_TEST_END);
      g_assert_true (etp_paper_parse (names[p], &paper));
      pages = pages_test_build (journey, &options, NULL);
      for (guint i = 0; i < etp_pages_get_n (pages); i++)
        {
          const EtpPage *page = etp_pages_get_nth (pages, i);

          pages_test_check_page (page);
          if (page->label != NULL)
            continue;
          n_covers++;
          g_assert_cmpfloat_with_epsilon (page->parts[0].source.y, shown, 1e-6);
          shown += page->parts[0].source.height;
          g_assert_false (cuts_line (page->parts[0].scene, shown));
        }
      g_assert_cmpuint (n_covers, >, 1);
      g_assert_cmpfloat_with_epsilon (
          shown, etp_scene_get_height (etp_pages_get_nth (pages, 0)->parts[0].scene), 1e-6);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/pages/span", test_span);
  g_test_add_func ("/scene/pages/even", test_even);
  g_test_add_func ("/scene/pages/long-title", test_long_title);
  return g_test_run ();
}
