/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-tests"

#include "config.h"

#include "etp-test-build.h"
#include "scene-test.h"
#include "scene/etp-pages.h"

static EtpPages *
build (EtpJourney *journey, const EtpPagesOptions *options, GError **error)
{
  g_autoptr (EtpStyle) style = etp_style_new (ETP_STYLE_PAPER);
  g_autoptr (EtpMeasurer) measurer = etp_test_measurer_new ();

  return etp_pages_new (journey, options, style, measurer, error);
}

static void
test_map (void)
{
  g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
  g_autoptr (EtpPages) pages = build (journey, NULL, NULL);
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
  for (guint i = 0; (kind = etp_pages_kind_get_nth (i)) != NULL; i++)
    {
      EtpPagesOptions options = { .kind = kind->name };
      g_autoptr (EtpPages) pages = build (journey, &options, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (etp_pages_get_n (pages), >=, 1);
      g_assert_true (etp_pages_kind_get (kind->name) == kind);
    }
  g_assert_null (build (journey, &(EtpPagesOptions){ .kind = "tapestry" }, &error));
  g_assert_error (error, ETP_PAGES_ERROR, ETP_PAGES_ERROR_UNKNOWN_KIND);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/pages/map", test_map);
  g_test_add_func ("/scene/pages/kinds", test_kinds);
  return g_test_run ();
}
