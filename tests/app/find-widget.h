/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Ways to what is inside a widget, for the tests that need a display. Borrowed; NULL: there is none. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef gboolean (*FindWidgetFunc) (GtkWidget *widget, gconstpointer data);

/* The first of which is_it () says so, from the top down, the widget itself included. */
static inline GtkWidget *
find_widget (GtkWidget *widget, FindWidgetFunc is_it, gconstpointer data)
{
  GtkWidget *found = is_it (widget, data) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_widget (child, is_it, data);
  return found;
}

/* For find_widget (): of the type that data points to. */
static inline gboolean
is_of_type (GtkWidget *widget, gconstpointer data)
{
  return g_type_is_a (G_OBJECT_TYPE (widget), *(const GType *) data);
}

static inline GtkWidget *
find_of_type (GtkWidget *widget, GType type)
{
  return find_widget (widget, is_of_type, &type);
}

/* For find_widget (): what letters are typed into. */
static inline gboolean
is_text (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_TEXT (widget) || GTK_IS_TEXT_VIEW (widget);
}

/* Unfolds the sections of a form and shows its further fields: once more for those in sections. */
static inline void
open_everything (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      open_everything (child);
      if (GTK_IS_BUTTON (child)
          && (gtk_widget_has_css_class (child, "more")
              || gtk_widget_has_css_class (child, "section-head")))
        g_signal_emit_by_name (child, "clicked");
    }
}

/* All that waits to be done is done. */
static inline void
run_idle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

G_END_DECLS
