/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/etp-intake.h"

#include <string.h>

#include "app/etp-window-private.h"
#include "window-fixture.h"

/* What comes from outside into a window with a map. */

static EtpApplication *application; /* owned by the fixture */

/* A file beside the map. */
static GFile *
write_file (WindowFixture *fixture, const char *name, const char *bytes, gsize length)
{
  GFile *file = g_file_new_build_filename (fixture->folder, name, NULL);

  g_assert_true (g_file_replace_contents (file, bytes, length, NULL, FALSE, G_FILE_CREATE_NONE,
                                          NULL, NULL, NULL));
  return file;
}

static GdkContentProvider *
provide (const char *type, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return gdk_content_provider_new_for_bytes (type, bytes);
}

static GdkContentProvider *
provide_file (WindowFixture *fixture, const char *name, const char *text)
{
  g_autoptr (GFile) file = write_file (fixture, name, text, strlen (text));
  g_autoptr (GSList) files = g_slist_prepend (NULL, file);

  return gdk_content_provider_new_typed (GDK_TYPE_FILE_LIST, files);
}

static GdkContentProvider *
provide_card (WindowFixture *fixture)
{
  g_autoptr (GPtrArray) one = g_ptr_array_new ();

  g_ptr_array_add (one, etp_journey_get_node (fixture->journey, "visit"));
  return etp_window_provide (fixture->window, one);
}

/* What is pasted is still being read when its window is closed: it goes nowhere. */
static void
test_close_while_reading (WindowFixture *fixture, gconstpointer data)
{
  static const char table[] = "<table><tr><td>a<td>b<tr><td>c<td>d</table>";
  GdkContentProvider *rich[] = { provide ("text/html", table), provide ("text/plain", "a\tb") };
  GdkContentProvider *const contents[] = {
    provide ("text/plain", "one\ntwo"),
    provide_card (fixture),
    provide ("image/png", "none"),
    provide_file (fixture, "other.journey", "{}"),
    provide_file (fixture, "a.txt", "one"),
    gdk_content_provider_new_union (rich, G_N_ELEMENTS (rich)),
  };

  for (gsize i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      g_autoptr (GdkContentProvider) content = contents[i];
      g_autoptr (EtpJourney) journey = g_object_ref (fixture->journey);
      const guint64 serial = etp_journey_get_serial (journey);
      GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (fixture->window));

      g_assert_true (gdk_clipboard_set_content (clipboard, content));
      etp_window_select_node (fixture->window, etp_journey_get_node (journey, "visit"));
      window_fixture_run (fixture, "paste");
      etp_window_destroy (fixture->window, FALSE);
      while (fixture->window != NULL) /* until all is read */
        g_main_context_iteration (NULL, TRUE);
      g_assert_cmpuint (etp_journey_get_serial (journey), ==, serial);
      g_assert_cmpuint (g_list_model_get_n_items (gtk_window_get_toplevels ()), ==, 0);
      window_fixture_tear_down (fixture, NULL);
      window_fixture_set_up (fixture, NULL);
    }
}

int
main (int argc, char **argv)
{
  application = window_fixture_start (&argc, &argv);
  if (application == NULL)
    return 0;
#define ADD(path, func, data)                                                                      \
  g_test_add (path, WindowFixture, data, window_fixture_set_up, func, window_fixture_tear_down)
  ADD ("/app/intake/close-while-reading", test_close_while_reading, NULL);
#undef ADD
  return window_fixture_end ();
}
