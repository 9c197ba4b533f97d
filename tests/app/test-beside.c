/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <gtk/gtk.h>

#include "app/inspector/etp-beside.h"

/* A label that may become narrower and a control that may not. */
static GtkWidget *
create_box (int control_width)
{
  GtkWidget *label = gtk_label_new ("Next review of what is assumed");
  GtkWidget *control = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_CHAR);
  gtk_widget_set_size_request (control, control_width, 20);
  return etp_beside_box_new (label, control);
}

static void
assert_stacked (GtkWidget *box, int width, gboolean expected)
{
  GtkWidget *first = gtk_widget_get_first_child (box);
  GtkWidget *second = gtk_widget_get_last_child (box);
  graphene_rect_t a, b;
  int height;

  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
  gtk_widget_allocate (box, width, height, -1, NULL);
  g_assert_true (gtk_widget_compute_bounds (first, box, &a));
  g_assert_true (gtk_widget_compute_bounds (second, box, &b));
  g_assert_cmpint (b.origin.y >= a.origin.y + a.size.height, ==, expected);
  /* Never one on the other, never past the edges. */
  g_assert_true (b.origin.x >= a.origin.x + a.size.width
                 || b.origin.y >= a.origin.y + a.size.height);
  g_assert_cmpfloat (b.origin.x + b.size.width, <=, width);
  g_assert_cmpfloat (b.origin.y + b.size.height, <=, height);
}

static void
test_room (void)
{
  g_autoptr (GtkWidget) box = g_object_ref_sink (create_box (100));

  assert_stacked (box, 400, FALSE);
  assert_stacked (box, 200, FALSE);
  assert_stacked (box, 120, TRUE);
}

static void
test_wide_control (void)
{
  g_autoptr (GtkWidget) box = g_object_ref_sink (create_box (230));
  int minimum;

  assert_stacked (box, 400, FALSE);
  assert_stacked (box, 310, TRUE);
  gtk_widget_measure (box, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, ==, 230);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/beside/room", test_room);
  g_test_add_func ("/app/beside/wide-control", test_wide_control);
  return g_test_run ();
}
