/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/etp-preview.h"

#include "etp-test-build.h"
#include "file/etp-writer.h"
#include "model/etp-fields.h"
#include "remote.h"

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(EtpPreview **) user_data = etp_preview_load_finish (result, NULL);
}

static EtpPreview *
load (Remote *remote)
{
  EtpPreview *preview = NULL;

  etp_preview_load_async (G_FILE (remote), ETP_STYLE_LIGHT, NULL, on_loaded, &preview);
  while (preview == NULL)
    g_main_context_iteration (NULL, TRUE);
  return preview;
}

static void
set_title (Remote *remote, const char *title)
{
  g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();

  etp_test_set_root (journey, ETP_JOURNEY_TITLE, title, ETP_TEST_END);
  g_bytes_unref (remote->content);
  remote->content = etp_write_journey (journey);
}

/* A map of a server without states is shown as any other; it is read anew each time. */
static void
test_without_state (void)
{
  g_autoptr (Remote) remote = g_object_new (TYPE_REMOTE, NULL);
  g_autoptr (EtpPreview) first = NULL, second = NULL;

  remote->version = 0;
  set_title (remote, "First");
  first = load (remote);
  g_assert_cmpstr (first->health->title, ==, "First");
  g_assert_nonnull (first->picture);
  set_title (remote, "Second");
  second = load (remote);
  g_assert_cmpstr (second->health->title, ==, "Second");
}

/* With a state it comes from the cache until that is another one. */
static void
test_with_state (void)
{
  g_autoptr (Remote) remote = g_object_new (TYPE_REMOTE, NULL);
  g_autoptr (EtpPreview) first = NULL, second = NULL, third = NULL;

  set_title (remote, "First");
  first = load (remote);
  set_title (remote, "Second");
  second = load (remote);
  g_assert_cmpstr (second->health->title, ==, "First");
  remote->version++;
  third = load (remote);
  g_assert_cmpstr (third->health->title, ==, "Second");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/app/preview/without-state", test_without_state);
  g_test_add_func ("/app/preview/with-state", test_with_state);
  return g_test_run ();
}
