/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-presentation-private.h"

#include <glib/gi18n-lib.h>

/* The buttons of the bar below a presentation. */

void
etp_presentation_add_button (
    GtkWidget *bar, const char *icon, const char *name, const char *action, gboolean toggles)
{
  GtkWidget *button = toggles ? gtk_toggle_button_new () : gtk_button_new ();

  gtk_button_set_icon_name (GTK_BUTTON (button), icon);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_add_css_class (button, "flat");
  /* Every one has its key; Space and Enter go on with the talk. */
  gtk_widget_set_focusable (button, FALSE);
  gtk_box_append (GTK_BOX (bar), button);
}

/* Of two children the second stands for the first where there is no room for that. */
static void
measure_either (GtkWidget *widget,
                GtkOrientation orientation,
                int for_size,
                int *minimum,
                int *natural,
                int *minimum_baseline,
                int *natural_baseline)
{
  GtkWidget *wide = gtk_widget_get_first_child (widget);
  int wide_minimum, wide_natural, least, most;

  gtk_widget_measure (wide, orientation, -1, &wide_minimum, &wide_natural, NULL, NULL);
  gtk_widget_measure (gtk_widget_get_next_sibling (wide), orientation, -1, &least, &most, NULL,
                      NULL);
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? MIN (wide_minimum, least)
                                                       : MAX (wide_minimum, least);
  *natural = MAX (wide_natural, *minimum);
}

static void
allocate_either (GtkWidget *widget, int width, int height, int baseline)
{
  GtkWidget *wide = gtk_widget_get_first_child (widget);
  GtkWidget *narrow = gtk_widget_get_next_sibling (wide);
  gboolean has_room;
  int least;

  gtk_widget_measure (wide, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  has_room = width >= least;
  gtk_widget_set_child_visible (wide, has_room);
  gtk_widget_set_child_visible (narrow, !has_room);
  gtk_widget_allocate (has_room ? wide : narrow, width, height, baseline, NULL);
}

GtkWidget *
etp_presentation_create_tools (void)
{
  static const struct
  {
    const char *icon, *name, *action;
    gboolean toggles;
  } tools[] = {
    { "view-list-symbolic", N_ ("Lane by Lane"), "present.step-lanes", TRUE },
    { "view-grid-symbolic", N_ ("All Phases"), "present.overview", TRUE },
    { "find-location-symbolic", N_ ("Pointer Spot"), "present.spot", TRUE },
    { "document-edit-symbolic", N_ ("Presenter’s Notes"), "present.notes", TRUE },
    { "weather-clear-night-symbolic", N_ ("Black Screen"), "present.black", FALSE },
  };
  GtkWidget *either = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (tools); i++)
    {
      etp_presentation_add_button (box, tools[i].icon, _ (tools[i].name), tools[i].action,
                                   tools[i].toggles);
      g_menu_append (menu, _ (tools[i].name), tools[i].action);
    }
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_menu_button_set_direction (GTK_MENU_BUTTON (button), GTK_ARROW_UP);
  gtk_widget_set_tooltip_text (button, _ ("More"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (button)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("More"), -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_focusable (button, FALSE);
  gtk_box_append (GTK_BOX (either), box);
  gtk_box_append (GTK_BOX (either), button);
  gtk_widget_set_layout_manager (either,
                                 gtk_custom_layout_new (NULL, measure_either, allocate_either));
  return either;
}
