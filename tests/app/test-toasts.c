/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/etp-toasts.h"

#include "canvas-fixture.h"
#include "etp-test-build.h"
#include "model/etp-edit.h"
#include "model/etp-fields.h"
#include "model/etp-history.h"

typedef struct
{
  GtkWidget *window;
  AdwToastOverlay *toasts;
  EtpJourney *journey;
} Fixture;

static void
set_up (Fixture *self)
{
  self->window = adw_window_new ();
  self->toasts = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());
  self->journey = etp_test_journey_new_sample ();
  adw_toast_overlay_set_child (self->toasts, gtk_label_new ("content"));
  adw_window_set_content (ADW_WINDOW (self->window), GTK_WIDGET (self->toasts));
  gtk_window_set_default_size (GTK_WINDOW (self->window), 400, 300);
  gtk_window_present (GTK_WINDOW (self->window));
}

static void
tear_down (Fixture *self)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  g_object_unref (self->journey);
}

static GtkWidget *
find (GtkWidget *widget, const char *text)
{
  GtkWidget *found = NULL;

  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_label (GTK_LABEL (widget)), text)
      && gtk_widget_get_mapped (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, text);
  return found;
}

static gboolean
says (GtkWidget *widget, const char *text)
{
  return find (widget, text) != NULL;
}

static void
wait_for (Fixture *self, const char *text, const char *gone)
{
  while (!says (GTK_WIDGET (self->toasts), text)
         || (gone != NULL && says (GTK_WIDGET (self->toasts), gone)))
    g_main_context_iteration (NULL, TRUE);
}

static void
edit (Fixture *self, const char *title)
{
  g_assert_true (
      etp_edit_set_text (self->journey, ETP_NODE (self->journey), ETP_JOURNEY_TITLE, title, NULL));
}

/* What is said now is seen now. */
static void
test_newest_first (void)
{
  Fixture fixture;

  set_up (&fixture);
  etp_toasts_show (fixture.toasts, "a is written", "Show", "win.show", NULL);
  etp_toasts_show (fixture.toasts, "b is written", NULL, NULL, NULL);
  etp_toasts_show (fixture.toasts, "<c> is written", NULL, NULL, NULL);
  wait_for (&fixture, "&lt;c&gt; is written", "a is written");
  g_assert_false (says (GTK_WIDGET (fixture.toasts), "b is written"));
  tear_down (&fixture);
}

/* A message that is too long for a line has several, and all of them are seen. */
static void
test_long (void)
{
  const char *text = "The map is as it was in “After the first workshop with the shop in Freiburg”";
  Fixture fixture;
  GtkWidget *label;
  graphene_rect_t bounds;

  set_up (&fixture);
  while (gtk_widget_get_width (GTK_WIDGET (fixture.toasts)) == 0)
    g_main_context_iteration (NULL, TRUE);
  etp_toasts_show (fixture.toasts, text, "Undo", "win.undo", fixture.journey);
  wait_for (&fixture, text, NULL);
  label = find (GTK_WIDGET (fixture.toasts), text);
  while (gtk_widget_get_width (label) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (gtk_widget_compute_bounds (label, GTK_WIDGET (fixture.toasts), &bounds));
  g_assert_cmpfloat (bounds.origin.x, >=, 0);
  g_assert_cmpfloat (bounds.origin.x + bounds.size.width, <=,
                     gtk_widget_get_width (GTK_WIDGET (fixture.toasts)));
  g_assert_cmpint (pango_layout_get_line_count (gtk_label_get_layout (GTK_LABEL (label))), >, 1);
  tear_down (&fixture);
}

/* Something else that is said does not take the undo away; the next step does. */
static void
test_undo_stays_while_true (void)
{
  Fixture fixture;

  set_up (&fixture);
  edit (&fixture, "one");
  etp_toasts_show (fixture.toasts, "one", "Undo", "win.undo", fixture.journey);
  wait_for (&fixture, "one", NULL);
  etp_toasts_show (fixture.toasts, "b is written", NULL, NULL, NULL);
  wait_for (&fixture, "b is written", "one");
  etp_toasts_show (fixture.toasts, "c is written", NULL, NULL, NULL);
  wait_for (&fixture, "c is written", "b is written");
  wait_for (&fixture, "one", "c is written"); /* its time is over */

  edit (&fixture, "two");
  while (says (GTK_WIDGET (fixture.toasts), "one"))
    g_main_context_iteration (NULL, TRUE);
  etp_toasts_show (fixture.toasts, "two", "Undo", "win.undo", fixture.journey);
  wait_for (&fixture, "two", NULL);
  etp_toasts_end_undo (fixture.toasts);
  while (says (GTK_WIDGET (fixture.toasts), "two"))
    g_main_context_iteration (NULL, TRUE);
  tear_down (&fixture);
}

int
main (int argc, char **argv)
{
  if (!canvas_fixture_start (&argc, &argv))
    return 0;
  adw_init ();
  g_test_add_func ("/app/toasts/long", test_long);
  g_test_add_func ("/app/toasts/newest-first", test_newest_first);
  g_test_add_func ("/app/toasts/undo-stays-while-true", test_undo_stays_while_true);
  return g_test_run ();
}
