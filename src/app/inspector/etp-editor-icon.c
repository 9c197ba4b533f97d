/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-editor-private.h"

#include <glib/gi18n-lib.h>

#include "etp-drawing.h"

/* An icon of the shipped set, chosen in a grid that is made when it is opened. */

#define N_COLUMNS 7

struct _EtpEditorIcon
{
  EtpEditor parent;

  /* borrowed: children */
  GtkWidget *button, *drawing, *name;
  GtkWidget *popover, *grid; /* NULL until it is first opened */

  /* state */
  EtpIcon icon;
};

G_DECLARE_FINAL_TYPE (EtpEditorIcon, etp_editor_icon, ETP, EDITOR_ICON, EtpEditor)
G_DEFINE_FINAL_TYPE (EtpEditorIcon, etp_editor_icon, ETP_TYPE_EDITOR)

static void
etp_editor_icon_show (EtpEditor *editor, const EtpDatum *datum, gboolean mixed)
{
  EtpEditorIcon *self = (EtpEditorIcon *) editor;
  const char *text = datum->u.text != NULL ? datum->u.text : "";
  const char *name;

  self->icon = etp_icon_from_name (text);
  name = self->icon == ETP_ICON_NONE && text[0] != '\0' ? text : etp_drawing_get_name (self->icon);
  etp_drawing_set_icon (self->drawing, self->icon);
  gtk_widget_set_visible (self->drawing, self->icon != ETP_ICON_NONE);
  gtk_label_set_label (GTK_LABEL (self->name), mixed ? "—" : name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, mixed ? "" : name, -1);
}

static void
on_icon_clicked (GtkWidget *button, EtpEditorIcon *self)
{
  const EtpIcon icon = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "icon"));

  gtk_popover_popdown (GTK_POPOVER (self->popover));
  etp_editor_write_text (ETP_EDITOR (self), icon != ETP_ICON_NONE ? etp_icon_get (icon)->name : "");
}

static GtkWidget *
create_icon_button (EtpEditorIcon *self, EtpIcon icon)
{
  GtkWidget *button = gtk_button_new ();
  const char *name = etp_drawing_get_name (icon);

  gtk_button_set_child (GTK_BUTTON (button),
                        icon != ETP_ICON_NONE ? etp_drawing_new (icon, 20) : etp_swatch_new (""));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (button), "icon", GUINT_TO_POINTER (icon));
  g_signal_connect (button, "clicked", G_CALLBACK (on_icon_clicked), self);
  return button;
}

/* The icon that the card has is marked, and has the keyboard. */
static void
mark_chosen (EtpEditorIcon *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (self->grid); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      const gboolean is_chosen = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (child), "icon"))
                                 == self->icon;

      if (!is_chosen)
        {
          gtk_widget_unset_state_flags (child, GTK_STATE_FLAG_CHECKED);
          continue;
        }
      gtk_widget_set_state_flags (child, GTK_STATE_FLAG_CHECKED, FALSE);
      gtk_widget_grab_focus (child);
    }
}

static void
on_opened (EtpEditorIcon *self)
{
  GtkWidget *scroller;
  int n = 0;

  if (self->popover == NULL)
    {
      self->grid = gtk_grid_new ();
      for (guint icon = 0; icon < ETP_N_ICONS; icon++)
        {
          gtk_grid_attach (GTK_GRID (self->grid), create_icon_button (self, icon), n % N_COLUMNS,
                           n / N_COLUMNS, 1, 1);
          n++;
        }
      scroller = gtk_scrolled_window_new ();
      gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                      GTK_POLICY_AUTOMATIC);
      gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 320);
      gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
      gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->grid);
      self->popover = gtk_popover_new ();
      gtk_popover_set_child (GTK_POPOVER (self->popover), scroller);
      gtk_widget_set_parent (self->popover, self->button);
    }
  gtk_popover_popup (GTK_POPOVER (self->popover));
  mark_chosen (self);
}

static void
etp_editor_icon_dispose (GObject *object)
{
  EtpEditorIcon *self = (EtpEditorIcon *) object;

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  G_OBJECT_CLASS (etp_editor_icon_parent_class)->dispose (object);
}

static void
etp_editor_icon_class_init (EtpEditorIconClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = etp_editor_icon_dispose;
  ETP_EDITOR_CLASS (klass)->show = etp_editor_icon_show;
}

static void
etp_editor_icon_init (EtpEditorIcon *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->drawing = etp_drawing_new (ETP_ICON_NONE, 16);
  self->name = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->name), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), self->drawing);
  gtk_box_append (GTK_BOX (box), self->name);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("pan-down-symbolic"));
  self->button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->button), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_HAS_POPUP,
                                  TRUE, -1);
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (on_opened), self);
}

EtpEditor *
etp_editor_icon_new (const EtpField *row)
{
  EtpEditorIcon *self = g_object_new (etp_editor_icon_get_type (), NULL);

  etp_editor_init_row (ETP_EDITOR (self), row);
  etp_editor_set_control (ETP_EDITOR (self), self->button, TRUE);
  return ETP_EDITOR (self);
}
