/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-wrap.h"

#include <glib/gi18n-lib.h>

#define UNBOUNDED 8192 /* px: room for all on one line; in units of Pango far from an overflow */
#define GAP 6

struct _EtpWrap
{
  GtkLayoutManager parent;
};

G_DEFINE_FINAL_TYPE (EtpWrap, etp_wrap, GTK_TYPE_LAYOUT_MANAGER)

static GtkSizeRequestMode
etp_wrap_get_request_mode (GtkLayoutManager *layout, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* Goes over the lines; with allocate it places the children. Returns the height. */
static int
lay_out (GtkWidget *widget, int width, gboolean allocate)
{
  const gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int x = 0, y = 0, line_height = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int least, own_width, own_height;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &own_width, NULL, NULL);
      if (gtk_widget_get_hexpand (child))
        own_width = MAX (own_width, MIN (width, 120));
      own_width = MAX (least, MIN (own_width, width));
      if (x > 0 && x + own_width > width)
        {
          y += line_height + GAP;
          x = line_height = 0;
        }
      if (gtk_widget_get_hexpand (child))
        own_width = MAX (own_width, width - x);
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, own_width, NULL, &own_height, NULL,
                          NULL);
      if (allocate)
        gtk_widget_size_allocate (
            child, &(GtkAllocation){ is_rtl ? width - x - own_width : x, y, own_width, own_height },
            -1);
      line_height = MAX (line_height, own_height);
      x += own_width + GAP;
    }
  return y + line_height;
}

static void
etp_wrap_measure (GtkLayoutManager *layout,
                  GtkWidget *widget,
                  GtkOrientation orientation,
                  int for_size,
                  int *minimum,
                  int *natural,
                  int *minimum_baseline,
                  int *natural_baseline)
{
  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = lay_out (widget, for_size < 0 ? UNBOUNDED : for_size, FALSE);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int least, own;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &own, NULL, NULL);
      *minimum = MAX (*minimum, least);
      *natural += own + (*natural > 0 ? GAP : 0);
    }
}

static void
etp_wrap_allocate (GtkLayoutManager *layout, GtkWidget *widget, int width, int height, int baseline)
{
  lay_out (widget, width, TRUE);
}

static void
etp_wrap_class_init (EtpWrapClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = etp_wrap_get_request_mode;
  layout_class->measure = etp_wrap_measure;
  layout_class->allocate = etp_wrap_allocate;
}

static void
etp_wrap_init (EtpWrap *self)
{
}

GtkWidget *
etp_wrap_box_new (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (box, g_object_new (ETP_TYPE_WRAP, NULL));
  return box;
}

GtkWidget *
etp_chip_new (const char *text, GtkWidget *icon, GCallback removed, gpointer user_data)
{
  GtkWidget *chip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");
  g_autofree char *name = NULL;

  /* Translators: %s is what is taken away from a list: a tag, a channel. */
  name = g_strdup_printf (_ ("Remove “%s”"), text);
  gtk_widget_add_css_class (chip, "chip");
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (label, text);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (icon != NULL)
    gtk_box_append (GTK_BOX (chip), icon);
  gtk_box_append (GTK_BOX (chip), label);
  gtk_box_append (GTK_BOX (chip), button);
  g_object_set_data (G_OBJECT (button), "chip", chip);
  g_signal_connect (button, "clicked", removed, user_data);
  return chip;
}
