/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-tests"

#include "config.h"

#include <string.h>

#include "app/etp-page-maker.h"
#include "etp-test-build.h"
#include "file/etp-writer.h"

static void
on_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

static EtpPageMaker *
create_maker (EtpJourney *journey)
{
  g_autoptr (GBytes) bytes = etp_write_journey (journey);

  return etp_page_maker_new (bytes);
}

static EtpMade *
make (EtpPageMaker *maker, const EtpExportChoice *choice, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  etp_page_maker_make_async (maker, choice, on_done, &result);
  return etp_page_maker_make_finish (maker, wait_for (&result), error);
}

static GdkTexture *
paint (EtpPageMaker *maker, guint page, int width, int height)
{
  g_autoptr (GAsyncResult) result = NULL;

  etp_page_maker_paint_async (maker, page, width, height, on_done, &result);
  return etp_page_maker_paint_finish (maker, wait_for (&result), NULL);
}

/* A3 lies before its reader, painted to fit. */
static void
test_pages (void)
{
  g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
  g_autoptr (EtpPageMaker) maker = create_maker (journey);
  g_autoptr (EtpExportChoice) choice = etp_export_choice_load (FALSE);
  g_autoptr (GError) error = NULL;
  g_autoptr (EtpMade) made = make (maker, choice, &error);
  g_autoptr (GdkTexture) texture = NULL;
  g_autoptr (GdkTexture) none = NULL;
  g_autofree guchar *pixels = NULL;
  guint n_ink = 0;

  g_assert_no_error (error);
  g_assert_cmpuint (made->n_pages, >=, 1);
  g_assert_cmpfloat_with_epsilon (made->pages[0].width, 420 / 25.4 * 96, 0.5);
  g_assert_cmpfloat_with_epsilon (made->pages[0].height, 297 / 25.4 * 96, 0.5);
  g_assert_cmpuint (strlen (made->going), >, 0);
  texture = paint (maker, 0, 420, 420);
  g_assert_cmpint (gdk_texture_get_width (texture), ==, 420);
  g_assert_cmpint (gdk_texture_get_height (texture), ==, 297);
  pixels = g_malloc (420 * 297 * 4);
  gdk_texture_download (texture, pixels, 420 * 4);
  for (guint i = 0; i < 420 * 297; i++)
    n_ink += pixels[4 * i] < 250;
  g_assert_cmpuint (n_ink, >, 2000);
  none = paint (maker, made->n_pages, 100, 100);
  g_assert_null (none);
}

static void
test_text (void)
{
  g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
  g_autoptr (EtpPageMaker) maker = create_maker (journey);
  g_autoptr (EtpExportChoice) choice = etp_export_choice_load (FALSE);
  g_autoptr (EtpMade) made = NULL;

  choice->format = etp_exporter_get ("csv");
  made = make (maker, choice, NULL);
  g_assert_cmpuint (made->n_pages, ==, 0);
  g_assert_nonnull (strchr (made->text, ','));
}

/* For people outside something stays, and the dialog is told what. */
static void
test_external (void)
{
  g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
  g_autoptr (EtpPageMaker) maker = create_maker (journey);
  g_autoptr (EtpExportChoice) choice = etp_export_choice_load (FALSE);
  g_autoptr (EtpMade) all = make (maker, choice, NULL);
  g_autoptr (EtpMade) made = NULL;

  choice->external = TRUE;
  made = make (maker, choice, NULL);
  g_assert_cmpuint (all->staying->len, ==, 0);
  g_assert_cmpuint (made->staying->len, >, 0);
}

/* Only the last of several choices is made. */
static void
test_superseded (void)
{
  g_autoptr (EtpJourney) journey = etp_test_journey_new_large (300, 6);
  g_autoptr (EtpPageMaker) maker = create_maker (journey);
  g_autoptr (EtpExportChoice) choice = etp_export_choice_load (FALSE);
  GAsyncResult *results[5] = { NULL };
  guint n_made = 0;

  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    etp_page_maker_make_async (maker, choice, on_done, &results[i]);
  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (EtpMade) made = etp_page_maker_make_finish (maker, wait_for (&results[i]), &error);

      n_made += made != NULL;
      if (made == NULL)
        g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      if (i + 1 == G_N_ELEMENTS (results))
        g_assert_nonnull (made);
      g_object_unref (results[i]);
    }
  g_assert_cmpuint (n_made, <, G_N_ELEMENTS (results));
}

/* Slides tell what has changed since a snapshot. */
static void
test_before (void)
{
  g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
  EtpNode *snapshot = etp_node_list_get (etp_journey_get_list (journey, ETP_LIST_SNAPSHOTS), 0);
  g_autoptr (EtpPageMaker) maker = create_maker (journey);
  g_autoptr (EtpExportChoice) choice = etp_export_choice_load (FALSE);
  g_autoptr (GError) error = NULL;
  g_autoptr (EtpMade) without = NULL;
  g_autoptr (EtpMade) with = NULL;

  choice->format = etp_exporter_get ("pptx");
  without = make (maker, choice, NULL);
  choice->before = g_strdup (etp_node_get_id (snapshot));
  with = make (maker, choice, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (with->n_pages, >, without->n_pages);
}

static void
test_error (void)
{
  g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
  g_autoptr (EtpPageMaker) maker = create_maker (journey);
  g_autoptr (EtpExportChoice) choice = etp_export_choice_load (FALSE);
  g_autoptr (GError) error = NULL;
  g_autoptr (EtpMade) made = NULL;

  choice->lanes = g_strdup ("no such lane");
  made = make (maker, choice, &error);
  g_assert_null (made);
  g_assert_nonnull (error);
  g_clear_pointer (&choice->lanes, g_free);
  made = make (maker, choice, NULL);
  g_assert_nonnull (made);
}

/* A master that can be used: pages in its room, and the word that its ornament is not shown. */
static void
test_ornament (void)
{
  g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
  g_autoptr (EtpPageMaker) maker = create_maker (journey);
  g_autoptr (EtpExportChoice) choice = etp_export_choice_load (FALSE);
  static const char *const formats[] = { "pptx", "odp" };

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (EtpMade) plain = NULL;
      g_autoptr (EtpMade) made = NULL;
      const EtpExportOptions options = { 0 };

      choice->format = etp_exporter_get (formats[i]);
      plain = make (maker, choice, NULL);
      g_assert_cmpuint (plain->notes->len, ==, 0);
      choice->template_bytes = etp_exporter_write (choice->format, journey, &options, NULL, NULL);
      choice->template_for = choice->format;
      made = make (maker, choice, NULL);
      g_assert_nonnull (made);
      g_assert_cmpuint (made->n_pages, >, 1);
      g_assert_cmpuint (made->notes->len, ==, 1);
      g_assert_nonnull (strstr (g_ptr_array_index (made->notes, 0), "in the file"));
      g_clear_pointer (&choice->template_bytes, g_bytes_unref);
    }
}

/* A presentation that is none is told at once; one for another format counts for nothing. */
static void
test_template (void)
{
  g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
  g_autoptr (EtpPageMaker) maker = create_maker (journey);
  g_autoptr (EtpExportChoice) choice = etp_export_choice_load (FALSE);
  static const char *const formats[] = { "pptx", "odp" };

  choice->template_bytes = g_bytes_new_static ("no presentation", 15);
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (EtpMade) made = NULL;

      choice->format = etp_exporter_get (formats[i]);
      choice->template_for = choice->format;
      g_assert_null (make (maker, choice, &error));
      g_assert_nonnull (error);
      g_clear_error (&error);
      choice->template_for = etp_exporter_get (formats[1 - i]);
      made = make (maker, choice, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (made->n_pages, >, 1);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/app/page-maker/pages", test_pages);
  g_test_add_func ("/app/page-maker/text", test_text);
  g_test_add_func ("/app/page-maker/external", test_external);
  g_test_add_func ("/app/page-maker/superseded", test_superseded);
  g_test_add_func ("/app/page-maker/before", test_before);
  g_test_add_func ("/app/page-maker/error", test_error);
  g_test_add_func ("/app/page-maker/template", test_template);
  g_test_add_func ("/app/page-maker/ornament", test_ornament);
  return g_test_run ();
}
