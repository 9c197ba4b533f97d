/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-tests"

#include "config.h"

#include "etp-test-build.h"
#include "pages-test.h"
#include "scene-test.h"
#include "scene/etp-pages.h"

static void
test_map (void)
{
  g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
  g_autoptr (EtpPages) pages = pages_test_build (journey, NULL, NULL);
  const EtpPage *page;

  g_assert_cmpuint (etp_pages_get_n (pages), ==, 1);
  g_assert_null (etp_pages_get_nth (pages, 1));
  g_assert_cmpuint (etp_pages_get_notes (pages)->len, ==, 0);
  page = etp_pages_get_nth (pages, 0);
  g_assert_cmpint (page->kind, ==, ETP_PAGE_MAP);
  g_assert_cmpuint (page->n_parts, ==, 1);
  g_assert_cmpfloat (page->width, ==, etp_scene_get_width (page->parts[0].scene));
  g_assert_cmpfloat (page->height, ==, etp_scene_get_height (page->parts[0].scene));
  g_assert_cmpfloat (page->parts[0].source.width, ==, page->width);
  g_assert_cmpfloat (page->parts[0].scale, ==, 1);
  g_assert_cmpstr (page->title, ==, etp_node_get_text (journey, ETP_JOURNEY_TITLE));
}

static void
test_kinds (void)
{
  g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
  const EtpPagesKind *kind;
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (etp_pages_kind_get (NULL)->name, ==, "map");
  g_assert_null (etp_pages_kind_get ("tapestry"));
  g_assert_true (etp_pages_kind_get ("fit") == etp_pages_kind_get ("poster"));
  for (guint i = 0; (kind = etp_pages_kind_get_nth (i)) != NULL; i++)
    {
      EtpPagesOptions options = { .kind = kind->name };

      g_autoptr (EtpPages) pages = pages_test_build (journey, &options, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (etp_pages_get_n (pages), >=, 1);
      g_assert_true (etp_pages_kind_get (kind->name) == kind);
    }
  g_assert_null (pages_test_build (journey, &(EtpPagesOptions){ .kind = "tapestry" }, &error));
  g_assert_error (error, ETP_PAGES_ERROR, ETP_PAGES_ERROR_UNKNOWN_KIND);
}

/* Shapes of maps and sheets that they are put on. */
static const struct
{
  const char *name;
  guint n_cards, n_phases; /* 0: the sample */
} maps[] = {
  { "sample", 0, 0 },  { "small", 12, 3 }, { "medium", 100, 5 },
  { "wide", 120, 24 }, { "high", 300, 2 }, { "large", 600, 8 },
};
static const char *const papers[] = {
  "A4",     "A4-portrait",      "A3-landscape", "A2",     "A0",
  "letter", "tabloid-portrait", "200x200mm",    "20x8in",
};

static EtpJourney *
make_map (guint index)
{
  EtpJourney *journey;

  if (maps[index].n_cards == 0)
    return etp_test_journey_new_sample ();
  journey = etp_test_journey_new_large (maps[index].n_cards, maps[index].n_phases);
  etp_test_set_root (journey, ETP_JOURNEY_TITLE, maps[index].name, ETP_TEST_END);
  return journey;
}

static void
append_page (GString *text, const EtpPage *page)
{
  g_string_append_printf (text, "  %s %.0f×%.0f", page->label != NULL ? page->label : "-",
                          page->width, page->height);
  for (guint i = 0; i < page->n_parts; i++)
    {
      const EtpPagePart *part = &page->parts[i];

      g_string_append_printf (text, "%s [%.0f %.0f %.0f %.0f] %.0f,%.0f", i > 0 ? ";" : ":",
                              part->source.x, part->source.y, part->source.width,
                              part->source.height, part->x, part->y);
      if (part->scale != 1)
        g_string_append_printf (text, " ×%.3f", part->scale);
    }
  g_string_append_c (text, '\n');
}

static void
append_pages (GString *text, EtpPages *pages)
{
  const EtpPage *page;

  for (guint i = 0; (page = etp_pages_get_nth (pages, i)) != NULL; i++)
    append_page (text, page);
  for (guint i = 0; i < etp_pages_get_notes (pages)->len; i++)
    g_string_append_printf (text, "  note: %s\n", (char *) etp_pages_get_notes (pages)->pdata[i]);
}

/* Every map on every sheet; what lies where is compared for the small ones. */
static void
test_sheets (gconstpointer data)
{
  const char *kind = data;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *golden = g_strconcat ("pages-", kind, NULL);

  for (guint m = 0; m < G_N_ELEMENTS (maps); m++)
    for (guint p = 0; p < G_N_ELEMENTS (papers); p++)
      {
        g_autoptr (EtpJourney) journey = make_map (m);
        EtpPaper paper;
        EtpPagesOptions options = { .kind = kind, .paper = &paper };
        g_autoptr (GError) error = NULL;
        g_autoptr (EtpPages) pages = NULL;

        g_assert_true (etp_paper_parse (papers[p], &paper));
        pages = pages_test_build (journey, &options, &error);
        g_assert_no_error (error);
        for (guint i = 0; i < etp_pages_get_n (pages); i++)
          pages_test_check_page (etp_pages_get_nth (pages, i));
        pages_test_check_whole (pages);
        g_string_append_printf (text, "%s on %s: %u\n", maps[m].name, papers[p],
                                etp_pages_get_n (pages));
        if (m < 3)
          append_pages (text, pages);
      }
  etp_test_assert_golden (golden, text->str);
}

/* Sheets to write on: what they ask for is there, and nothing that is known already. */
static void
test_canvases (void)
{
  static const struct
  {
    const char *kind, *with, *without;
  } rows[] = {
    { "canvas", "Consideration", "Pages load slowly" },
    { "work", "Pages load slowly", NULL },
    { "persona", "Goals", "Max" },
    { "persona", "Website", "Find boots that fit" }, /* channels to be ticked */
    { "touchpoints", "Max: never … always", "Counter" },
    { "cards", "2.1 Pages load slowly", "Loyalty card" },
    { "cards", "On the way to work.\nShe remembers it.", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
      EtpPaper paper;
      EtpPagesOptions options = { .kind = rows[i].kind, .paper = &paper };
      g_autoptr (EtpPages) pages = NULL;
      gboolean has = FALSE;

      g_assert_true (etp_paper_parse (i < 2 ? "A0" : "A4-portrait", &paper));
      pages = pages_test_build (journey, &options, NULL);
      for (guint k = 0; k < etp_pages_get_n (pages); k++)
        {
          pages_test_check_page (etp_pages_get_nth (pages, k));
          has |= pages_test_shows_text (etp_pages_get_nth (pages, k), rows[i].with);
          g_assert_false (rows[i].without != NULL
                          && pages_test_shows_text (etp_pages_get_nth (pages, k), rows[i].without));
        }
      if (!has)
        g_error ("%s: no “%s”", rows[i].kind, rows[i].with);
    }
}

/* Each row of a work poster has room in every cell, and there are more rows. */
static void
test_work (void)
{
  g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
  EtpPaper paper;
  g_autoptr (EtpPages) poster = NULL;
  g_autoptr (EtpPages) work = NULL;
  guint n = etp_node_list_get_length (etp_journey_get_list (journey, ETP_LIST_LANES));

  g_assert_true (etp_paper_parse ("200x300in", &paper) == FALSE);
  g_assert_true (etp_paper_parse ("150x200in", &paper));
  poster = pages_test_build (journey, &(EtpPagesOptions){ .kind = "poster", .paper = &paper },
                             NULL);
  work = pages_test_build (journey, &(EtpPagesOptions){ .kind = "work", .paper = &paper }, NULL);
  g_assert_cmpfloat (etp_scene_get_height (etp_pages_get_nth (work, 0)->parts[0].scene), >,
                     etp_scene_get_height (etp_pages_get_nth (poster, 0)->parts[0].scene)
                         + n * 100);
}

/* A long text goes on on further cards; nothing of it is lost. */
static void
test_long_card (void)
{
  g_autoptr (EtpJourney) journey = etp_journey_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) shown = g_string_new (NULL);
  g_autoptr (EtpPages) pages = NULL;
  const EtpCell *cell;

  for (guint i = 0; i < 300; i++)
    g_string_append_printf (text, "%sword%u", i > 0 ? " " : "", i);
  etp_test_add (journey, ETP_LIST_PHASES, "p", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_LANES, "l", ETP_LANE_KIND, "thoughts", ETP_TEST_END);
  etp_test_add (journey, ETP_LIST_CARDS, "c", ETP_CARD_LANE, "l", ETP_CARD_PHASE, "p",
                ETP_CARD_TITLE, "Long", ETP_CARD_TEXT, text->str, ETP_TEST_END);
  pages = pages_test_build (journey, &(EtpPagesOptions){ .kind = "cards" }, NULL);
  cell = etp_scene_get_cell (etp_pages_get_nth (pages, 0)->parts[0].scene, 0)->cell;
  for (guint k = 0; k < cell->n_items; k++)
    for (guint m = 0; m < cell->items[k].item->n_marks; m++)
      {
        const EtpMark *mark = &cell->items[k].item->marks[m];

        if (mark->type == ETP_MARK_TEXT && g_str_has_prefix (mark->text, "word"))
          {
            g_assert_cmpfloat (mark->rect.y + mark->n_lines * (double) mark->line_height, <=,
                               cell->items[k].item->height);
            g_string_append_printf (shown, "%s%s", shown->len > 0 ? " " : "", mark->text);
          }
      }
  g_assert_cmpstr (shown->str, ==, text->str);
  g_assert_null (pages_test_build (journey, &(EtpPagesOptions){ .kind = "tapestry" }, NULL));
}

/* The picture of a card that says nothing else is large, whatever its title leaves; beside words it
 * is small. */
static void
test_card_picture (void)
{
  static const struct
  {
    const char *title, *text;
    gboolean is_large;
  } rows[] = {
    { "Counter", "", TRUE },
    { "Counter", "Somebody stands there.", FALSE },
    { "A title of so many words that it goes on line after line and leaves nothing below it for a "
      "picture that would be worth to be looked at, be it on paper or on a wall, in a room where "
      "many "
      "people stand and want to see what is on it",
      "", FALSE },
  };

  for (guint r = 0; r < G_N_ELEMENTS (rows); r++)
    {
      g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
      g_autoptr (EtpPages) pages = NULL;
      double height = 0;

      etp_test_add (journey, ETP_LIST_LANES, "shown", ETP_LANE_KIND, "images", ETP_TEST_END);
      etp_test_add (journey, ETP_LIST_CARDS, "portrait", ETP_CARD_LANE, "shown", ETP_CARD_PHASE,
                    "aware", ETP_CARD_TITLE, rows[r].title, ETP_CARD_TEXT, rows[r].text,
                    ETP_CARD_IMAGE, "face", ETP_TEST_END);
      pages = pages_test_build (journey, &(EtpPagesOptions){ .kind = "cards" }, NULL);
      for (guint i = 0; i < etp_pages_get_n (pages); i++)
        {
          EtpScene *scene = etp_pages_get_nth (pages, i)->parts[0].scene;
          const EtpItemRef ref = etp_scene_find_node (scene, "portrait", ETP_ITEM_CARD);
          const EtpItem *item = etp_item_ref_is_none (ref) ? NULL : etp_scene_get_item (scene, ref);

          for (guint m = 0; item != NULL && m < item->n_marks; m++)
            if (item->marks[m].type == ETP_MARK_IMAGE)
              height = item->marks[m].rect.height;
        }
      g_assert_cmpfloat (height, >, 0);
      g_assert_cmpint (height > 80, ==, rows[r].is_large);
    }
}

static void
test_detail (void)
{
  g_autoptr (EtpJourney) journey = etp_test_journey_new_large (60, 5);
  guint n[3];

  for (guint detail = ETP_PAGES_AUTO; detail <= ETP_PAGES_TITLES; detail++)
    {
      EtpPaper paper;
      EtpPagesOptions options = { .kind = "poster",
                                  .paper = &paper,
                                  .detail = (EtpPagesDetail) detail };
      g_autoptr (EtpPages) pages = NULL;

      g_assert_true (etp_paper_parse ("A2-landscape", &paper));
      pages = pages_test_build (journey, &options, NULL);
      n[detail] = etp_pages_get_n (pages);
    }
  g_assert_cmpuint (n[ETP_PAGES_FULL], >, 1);
  g_assert_cmpuint (n[ETP_PAGES_AUTO], ==, 1);
  g_assert_cmpuint (n[ETP_PAGES_TITLES], ==, 1);
}

/* A sheet of which nobody says how it lies lies as the map does. */
static void
test_turned (void)
{
  g_autoptr (EtpJourney) high = etp_test_journey_new_large (60, 2);
  g_autoptr (EtpJourney) wide = etp_test_journey_new_large (24, 8);
  EtpPaper paper;
  EtpPagesOptions options = { .kind = "poster", .paper = &paper };
  g_autoptr (EtpPages) upright = NULL;
  g_autoptr (EtpPages) lying = NULL;
  g_autoptr (EtpPages) told = NULL;

  g_assert_true (etp_paper_parse ("A0", &paper));
  upright = pages_test_build (high, &options, NULL);
  lying = pages_test_build (wide, &options, NULL);
  g_assert_true (etp_paper_parse ("A0-landscape", &paper));
  told = pages_test_build (high, &options, NULL);
  g_assert_cmpuint (etp_pages_get_n (upright), ==, 1);
  g_assert_cmpfloat (etp_pages_get_nth (upright, 0)->height, >,
                     etp_pages_get_nth (upright, 0)->width);
  g_assert_cmpfloat (etp_pages_get_nth (lying, 0)->height, <, etp_pages_get_nth (lying, 0)->width);
  g_assert_cmpfloat (etp_pages_get_nth (told, 0)->height, <, etp_pages_get_nth (told, 0)->width);
}

static void
test_scale (void)
{
  g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
  g_autoptr (EtpPages)
      one = pages_test_build (journey, &(EtpPagesOptions){ .kind = "tiles" }, NULL);
  g_autoptr (EtpPages)
      two = pages_test_build (journey, &(EtpPagesOptions){ .kind = "tiles", .scale = 1.4 }, NULL);

  g_assert_cmpuint (etp_pages_get_n (two), >, etp_pages_get_n (one));
  pages_test_check_whole (two);
}

static void
test_failures (void)
{
  g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
  g_autoptr (EtpJourney) endless = etp_test_journey_new_large (9000, 60);
  EtpPaper paper;
  g_autoptr (GError) error = NULL;

  g_assert_true (etp_paper_parse ("50x50mm", &paper));
  g_assert_null (
      pages_test_build (journey, &(EtpPagesOptions){ .kind = "tiles", .paper = &paper }, &error));
  g_assert_error (error, ETP_PAGES_ERROR, ETP_PAGES_ERROR_PAPER);
  g_clear_error (&error);
  g_assert_null (
      pages_test_build (journey, &(EtpPagesOptions){ .kind = "poster", .paper = &paper }, &error));
  g_assert_error (error, ETP_PAGES_ERROR, ETP_PAGES_ERROR_PAPER);
  g_clear_error (&error);
  g_assert_true (etp_paper_parse ("A4", &paper));
  g_assert_null (
      pages_test_build (endless, &(EtpPagesOptions){ .kind = "tiles", .paper = &paper }, &error));
  g_assert_error (error, ETP_PAGES_ERROR, ETP_PAGES_ERROR_TOO_MANY);
}

/* Nothing in it at all: still a page that says what it is. */
static void
test_empty (void)
{
  static const char *const kinds[] = { "map", "poster", "tiles" };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (EtpJourney) journey = etp_journey_new ();
      g_autoptr (EtpPages)
          pages = pages_test_build (journey, &(EtpPagesOptions){ .kind = kinds[i] }, NULL);

      g_assert_cmpuint (etp_pages_get_n (pages), ==, 1);
      pages_test_check_page (etp_pages_get_nth (pages, 0));
    }
}

static void
test_frame (void)
{
  static const char *const kinds[] = { "map", "poster", "tiles" };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
      EtpPagesOptions plain = { .kind = kinds[i] };
      EtpPagesOptions options = { .kind = kinds[i],
                                  .header = "Above",
                                  .footer = "Below",
                                  .date = "5 March 2026",
                                  .logo = TRUE,
                                  .logo_ratio = 2 };
      g_autoptr (EtpPages) without = pages_test_build (journey, &plain, NULL);
      g_autoptr (EtpPages) with = pages_test_build (journey, &options, NULL);

      g_assert_false (pages_test_shows_text (etp_pages_get_nth (without, 0), "Above"));
      for (guint k = 0; k < etp_pages_get_n (with); k++)
        {
          const EtpPage *page = etp_pages_get_nth (with, k);

          g_assert_true (pages_test_shows_text (page, "Above"));
          g_assert_true (pages_test_shows_text (page, "Below"));
          g_assert_true (pages_test_shows_text (page, "5 March 2026"));
          g_assert_true (pages_test_shows_text (page, "face")); /* the logo's id */
          pages_test_check_page (page);
        }
    }
}

int
main (int argc, char *argv[])
{
  g_setenv ("LANGUAGE", "C", TRUE); /* the words of a map without a language are the program's */
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/pages/map", test_map);
  g_test_add_func ("/scene/pages/kinds", test_kinds);
  g_test_add_data_func ("/scene/pages/sheets/tiles", "tiles", test_sheets);
  g_test_add_data_func ("/scene/pages/sheets/poster", "poster", test_sheets);
  g_test_add_func ("/scene/pages/canvases", test_canvases);
  g_test_add_func ("/scene/pages/work", test_work);
  g_test_add_func ("/scene/pages/long-card", test_long_card);
  g_test_add_func ("/scene/pages/card-picture", test_card_picture);
  g_test_add_func ("/scene/pages/detail", test_detail);
  g_test_add_func ("/scene/pages/turned", test_turned);
  g_test_add_func ("/scene/pages/scale", test_scale);
  g_test_add_func ("/scene/pages/failures", test_failures);
  g_test_add_func ("/scene/pages/empty", test_empty);
  g_test_add_func ("/scene/pages/frame", test_frame);
  return g_test_run ();
}
