/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/etp-window-private.h"
#include "model/etp-edit.h"
#include "window-fixture.h"

/* Which curve is drawn, and whose: the button of the personas, its menu, and what is told. */

static void
remove_persona (WindowFixture *fixture, const char *id)
{
  g_assert_true (
      etp_edit_remove (fixture->journey, etp_journey_get_node (fixture->journey, id), NULL));
}

/* What the menu offers to choose, as "max,": the target of each row with a comma behind it. */
static void
append_targets (GMenuModel *menu, GString *targets)
{
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);
      g_autofree char *target = NULL;

      if (section != NULL)
        append_targets (section, targets);
      if (g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_TARGET, "s", &target))
        g_string_append_printf (targets, "%s,", target);
    }
}

static void
assert_choice (WindowFixture *fixture, const char *shown, const char *offered)
{
  GtkMenuButton *button = GTK_MENU_BUTTON (fixture->window->persona_button);
  g_autoptr (GString) targets = g_string_new (NULL);

  g_assert_cmpstr (gtk_label_get_label (fixture->window->persona_label), ==, shown);
  gtk_menu_button_popup (button);
  append_targets (gtk_menu_button_get_menu_model (button), targets);
  gtk_menu_button_popdown (button);
  g_assert_cmpstr (targets->str, ==, offered);
}

static void
choose (WindowFixture *fixture, const char *id)
{
  g_action_group_change_action_state (G_ACTION_GROUP (fixture->window), "persona",
                                      g_variant_new_string (id));
}

/* A curve that was drawn before the first persona is nobody's: hers is another one, which can be chosen. */
static void
test_nobody_and_one (WindowFixture *fixture, gconstpointer data)
{
  EtpCanvas *canvas = fixture->window->canvas;
  EtpNode *step = etp_journey_get_node (fixture->journey, "compare");

  assert_choice (fixture, "All Personas", "max,eva,,");
  remove_persona (fixture, "eva");
  assert_choice (fixture, "Max", ",");
  g_assert_true (etp_edit_set_emotion_level (fixture->journey, step, NULL, FALSE, 1, NULL, NULL));
  assert_choice (fixture, "All Personas", "max,,");
  choose (fixture, "max");
  g_assert_cmpstr (etp_canvas_get_persona (canvas), ==, "max");
  assert_choice (fixture, "Max", "max,,");
  window_fixture_run (fixture, "next-persona");
  g_assert_null (etp_canvas_get_persona (canvas));
  window_fixture_run (fixture, "next-persona");
  g_assert_cmpstr (etp_canvas_get_persona (canvas), ==, "max");

  /* Without it she is the only one again. */
  g_assert_true (etp_edit_remove_emotion (fixture->journey, step, NULL, NULL));
  assert_choice (fixture, "Max", ",");
}

static void
wait_for_label (const char *text)
{
  while (window_fixture_find_label (text) == NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* The key T is told also where no point shows that it is the other curve that is drawn from now on, and how
 * to come back. */
static void
test_tell_to_be (WindowFixture *fixture, gconstpointer data)
{
  EtpCanvas *canvas = fixture->window->canvas;

  gtk_widget_activate_action (GTK_WIDGET (canvas), "canvas.toggle-to-be", NULL);
  g_assert_true (etp_canvas_get_edits_to_be (canvas));
  wait_for_label ("You draw the to-be curve now");
  window_fixture_click ("Back to the Curve as It Is");
  g_assert_false (etp_canvas_get_edits_to_be (canvas));
  wait_for_label ("You draw the curve as it is again");
}

int
main (int argc, char **argv)
{
  if (window_fixture_start (&argc, &argv) == NULL)
    return 0;
#define ADD(path, func)                                                                            \
  g_test_add (path, WindowFixture, NULL, window_fixture_set_up, func, window_fixture_tear_down)
  ADD ("/app/whose-curve/nobody-and-one", test_nobody_and_one);
  ADD ("/app/whose-curve/tell-to-be", test_tell_to_be);
#undef ADD
  return window_fixture_end ();
}
