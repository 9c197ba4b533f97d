/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-color-popover.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "app/compat/etp-compat-color.h"
#include "scene/etp-style.h"
#include "app/compat/etp-compat-mnemonic.h"

/* Four swatches a row, the keyboard walks them as it does any row of buttons. */

#define COLUMNS 4
#define SWATCH_PX 26

static const struct
{
  const char *color, *name; /* NC_() */
} hues[] = {
  { "blue", NC_ ("colour", "Blue") },     { "teal", NC_ ("colour", "Teal") },
  { "purple", NC_ ("colour", "Purple") }, { "pink", NC_ ("colour", "Pink") },
  { "amber", NC_ ("colour", "Amber") },   { "green", NC_ ("colour", "Green") },
  { "red", NC_ ("colour", "Red") },       { "slate", NC_ ("colour", "Slate") },
};

typedef struct
{
  char *node_id, *color;
  EtpColorChosen chosen;
  GObject *owner; /* owned */
} Choice;

static void
free_choice (gpointer data)
{
  Choice *choice = data;

  g_free (choice->node_id);
  g_free (choice->color);
  g_object_unref (choice->owner);
  g_free (choice);
}

static Choice *
get_choice (GtkWidget *popover)
{
  return g_object_get_data (G_OBJECT (popover), "etp-choice");
}

/* The popover may be gone when chosen returns. */
static void
choose (GtkWidget *popover, const char *color)
{
  Choice *choice = get_choice (popover);
  const EtpColorChosen chosen = choice->chosen;
  g_autofree char *node_id = g_strdup (choice->node_id);
  g_autoptr (GObject) owner = g_object_ref (choice->owner);

  gtk_popover_popdown (GTK_POPOVER (popover));
  chosen (color, node_id, owner);
}

static EtpRgba
get_rgba (const char *color)
{
  const gboolean is_dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  g_autoptr (EtpStyle) style = etp_style_new (is_dark ? ETP_STYLE_DARK : ETP_STYLE_LIGHT);

  return etp_style_get_named (style, color, etp_style_get_color (style, ETP_COLOR_DIM));
}

static void
draw_swatch (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer user_data)
{
  const EtpRgba rgba = get_rgba (user_data);

  cairo_set_source_rgb (cr, (rgba >> 24) / 255.0, (rgba >> 16 & 0xff) / 255.0,
                        (rgba >> 8 & 0xff) / 255.0);
  cairo_arc (cr, width / 2.0, height / 2.0, MIN (width, height) / 2.0 - 1, 0, 2 * G_PI);
  cairo_fill (cr);
}

static void
on_hue_clicked (GtkButton *button, gpointer user_data)
{
  choose (gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_POPOVER), user_data);
}

static GtkWidget *
create_swatch (gsize i, gboolean is_chosen)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *area = gtk_drawing_area_new ();

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (area), SWATCH_PX);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (area), SWATCH_PX);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_swatch, (gpointer) hues[i].color,
                                  NULL);
  gtk_button_set_child (GTK_BUTTON (button), area);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), is_chosen);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "swatch");
  gtk_widget_set_tooltip_text (button, g_dpgettext2 (NULL, "colour", hues[i].name));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  g_dpgettext2 (NULL, "colour", hues[i].name), -1);
  g_signal_connect (button, "clicked", G_CALLBACK (on_hue_clicked), (gpointer) hues[i].color);
  return button;
}

static void
on_default_clicked (GtkButton *button, GtkWidget *popover)
{
  choose (popover, "");
}

static void
on_custom_chosen (const GdkRGBA *rgba, gpointer user_data)
{
  Choice *choice = g_object_get_data (user_data, "etp-choice");
  g_autofree char *color = g_strdup_printf (
      "#%02x%02x%02x", (guint) lround ((double) rgba->red * 255),
      (guint) lround ((double) rgba->green * 255), (guint) lround ((double) rgba->blue * 255));

  choice->chosen (color, choice->node_id, choice->owner);
}

/* The popover goes, what it knows stays until the dialog is closed. */
static void
on_custom_clicked (GtkButton *button, GtkWidget *popover)
{
  Choice *choice = get_choice (popover);
  g_autoptr (GObject) keeper = g_object_new (G_TYPE_OBJECT, NULL);
  Choice *copy = g_new (Choice, 1);
  GtkWindow *root = GTK_WINDOW (gtk_widget_get_root (popover));
  const EtpRgba rgba = get_rgba (choice->color);
  const GdkRGBA color = { (float) (rgba >> 24) / 255.0f, (float) (rgba >> 16 & 0xff) / 255.0f,
                          (float) (rgba >> 8 & 0xff) / 255.0f, 1.0f };

  *copy = (Choice){ g_strdup (choice->node_id), g_strdup (choice->color), choice->chosen,
                    g_object_ref (choice->owner) };
  g_object_set_data_full (keeper, "etp-choice", copy, free_choice);
  gtk_popover_popdown (GTK_POPOVER (popover));
  etp_compat_choose_color (root, _ ("Choose a Colour"), &color, on_custom_chosen, keeper);
}

/* Here, whatever the popover is a child of does with the focus. */
static gboolean
on_key_pressed (
    GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, GtkWidget *box)
{
  static const struct
  {
    guint key;
    GtkDirectionType direction;
  } moves[] = {
    { GDK_KEY_Left, GTK_DIR_LEFT },       { GDK_KEY_Right, GTK_DIR_RIGHT },
    { GDK_KEY_Up, GTK_DIR_UP },           { GDK_KEY_Down, GTK_DIR_DOWN },
    { GDK_KEY_Tab, GTK_DIR_TAB_FORWARD }, { GDK_KEY_ISO_Left_Tab, GTK_DIR_TAB_BACKWARD },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (moves); i++)
    if (moves[i].key == key)
      {
        if (!gtk_widget_child_focus (box, moves[i].direction))
          gtk_widget_error_bell (box);
        return GDK_EVENT_STOP;
      }
  return GDK_EVENT_PROPAGATE;
}

static GtkWidget *
create_button (const char *label, GCallback on_clicked, GtkWidget *popover)
{
  GtkWidget *button = etp_compat_mnemonic_button_new (label);

  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", on_clicked, popover, 0);
  return button;
}

GtkWidget *
etp_color_popover_new (const char *node_id,
                       const char *color,
                       EtpColorChosen chosen,
                       GObject *owner)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *grid = gtk_grid_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  Choice *choice = g_new (Choice, 1);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_pressed), box);
  gtk_widget_add_controller (popover, keys);
  *choice = (Choice){ g_strdup (node_id), g_strdup (color), chosen, g_object_ref (owner) };
  g_object_set_data_full (G_OBJECT (popover), "etp-choice", choice, free_choice);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 3);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 3);
  for (gsize i = 0; i < G_N_ELEMENTS (hues); i++)
    gtk_grid_attach (GTK_GRID (grid), create_swatch (i, g_str_equal (hues[i].color, color)),
                     (int) i % COLUMNS, (int) i / COLUMNS, 1, 1);
  gtk_box_append (GTK_BOX (box), grid);
  gtk_box_append (GTK_BOX (box),
                  create_button (_ ("_Default Colour"), G_CALLBACK (on_default_clicked), popover));
  gtk_box_append (GTK_BOX (box),
                  create_button (_ ("_Custom Colour…"), G_CALLBACK (on_custom_clicked), popover));
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Colours"), -1);
  return popover;
}
