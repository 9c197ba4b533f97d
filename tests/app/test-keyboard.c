/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/etp-window-private.h"
#include "model/etp-fields.h"
#include "window-fixture.h"

/* A window with a map: what the keyboard is at is meant, and it is somewhere when that has gone. */

static void
set_up (WindowFixture *fixture, gconstpointer data)
{
  window_fixture_open (fixture, NULL);
}

static EtpNode *
get (WindowFixture *fixture, const char *id)
{
  EtpNode *node = etp_journey_get_node (fixture->journey, id);

  g_assert_nonnull (node);
  return node;
}

/* Of several pains the one is answered on which Enter was pressed, not the first on the map. */
static void
test_answer (WindowFixture *fixture, gconstpointer data)
{
  static const char *const ids[][2] = { { "unclear", "slow" }, { "slow", "unclear" } };

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (GPtrArray) nodes = g_ptr_array_new ();
      EtpNodeList *links = etp_journey_get_list (fixture->journey, ETP_LIST_LINKS);
      const guint n = etp_node_list_get_length (links);

      g_ptr_array_add (nodes, get (fixture, ids[i][0]));
      g_ptr_array_add (nodes, get (fixture, ids[i][1]));
      etp_canvas_select_nodes (fixture->window->canvas, nodes);
      window_fixture_run (fixture, "how-might-we");
      etp_canvas_end_typing (fixture->window->canvas);
      g_assert_cmpuint (etp_node_list_get_length (links), ==, n + 1);
      g_assert_cmpstr (etp_node_get_text (etp_node_list_get (links, n), ETP_LINK_TO), ==,
                       ids[i][0]);
    }
}

int
main (int argc, char **argv)
{
  if (window_fixture_start (&argc, &argv) == NULL)
    return 0;
#define ADD(path, func)                                                                            \
  g_test_add (path, WindowFixture, NULL, set_up, func, window_fixture_tear_down)
  ADD ("/app/keyboard/answer", test_answer);
#undef ADD
  return window_fixture_end ();
}
