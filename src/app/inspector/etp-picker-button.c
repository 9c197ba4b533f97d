/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-picker.h"

/* The button that shows what is chosen. */

typedef struct
{
  EtpPickerListFunc list;
  EtpPickerFunc picked;
  gpointer user_data;
} Opener;

static void
on_button_clicked (GtkWidget *button, Opener *opener)
{
  etp_picker_open (button, opener->list, opener->picked, opener->user_data);
}

static void
free_opener (gpointer data, GClosure *closure)
{
  g_free (data);
}

/* An open picker goes with its button. */
static void
on_button_destroyed (GtkWidget *button)
{
  GtkWidget *child = gtk_widget_get_first_child (button);

  while (child != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (child);

      if (ETP_IS_PICKER (child))
        gtk_widget_unparent (child);
      child = next;
    }
}

GtkWidget *
etp_picker_button_new (EtpPickerListFunc list, EtpPickerFunc picked, gpointer user_data)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *label = gtk_label_new (NULL);
  Opener *opener = g_new (Opener, 1);

  opener->list = list;
  opener->picked = picked;
  opener->user_data = user_data;
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("pan-down-symbolic"));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "pick");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_HAS_POPUP, TRUE,
                                  -1);
  g_signal_connect_data (button, "clicked", G_CALLBACK (on_button_clicked), opener, free_opener, 0);
  g_signal_connect (button, "destroy", G_CALLBACK (on_button_destroyed), NULL);
  return button;
}

void
etp_picker_button_set_text (GtkWidget *button, const char *text)
{
  GtkWidget *box = gtk_button_get_child (GTK_BUTTON (button));
  GtkLabel *label = GTK_LABEL (gtk_widget_get_first_child (box));

  gtk_label_set_label (label, text[0] != '\0' ? text : "—");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text, -1);
}
