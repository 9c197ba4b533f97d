/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-section.h"

struct _EtpSection
{
  GtkWidget parent;

  /* borrowed: children */
  GtkWidget *head; /* NULL: no heading */
  GtkWidget *arrow, *title;
  GtkWidget *rows;

  /* borrowed */
  EtpSectionFunc fill; /* NULL: it is filled */
  gpointer fill_data;

  /* state */
  gboolean is_open;
};

G_DEFINE_FINAL_TYPE (EtpSection, etp_section, GTK_TYPE_WIDGET)

enum
{
  TOGGLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

void
etp_section_set_open (EtpSection *self, gboolean is_open)
{
  EtpSectionFunc fill = self->fill;

  self->is_open = is_open;
  if (is_open && fill != NULL)
    {
      self->fill = NULL;
      fill (self, self->fill_data);
    }
  gtk_widget_set_visible (self->rows, is_open);
  if (self->head == NULL)
    return;
  gtk_image_set_from_icon_name (GTK_IMAGE (self->arrow),
                                is_open ? "pan-down-symbolic" : "pan-end-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->head), GTK_ACCESSIBLE_STATE_EXPANDED, is_open,
                               -1);
}

static void
on_head_clicked (EtpSection *self)
{
  etp_section_set_open (self, !self->is_open);
  g_signal_emit (self, signals[TOGGLED], 0, self->is_open);
}

static void
etp_section_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (etp_section_parent_class)->dispose (object);
}

static void
etp_section_class_init (EtpSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = etp_section_dispose;
  signals[TOGGLED] = g_signal_new ("toggled", ETP_TYPE_SECTION, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
etp_section_init (EtpSection *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  self->is_open = TRUE;
  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->rows, "card");
  gtk_widget_add_css_class (self->rows, "rows");
  gtk_widget_set_parent (self->rows, GTK_WIDGET (self));
}

GtkWidget *
etp_section_new (const char *title)
{
  EtpSection *self = g_object_new (ETP_TYPE_SECTION, NULL);
  GtkWidget *box;

  if (title == NULL)
    return GTK_WIDGET (self);
  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->title = gtk_label_new (NULL);
  self->arrow = gtk_image_new_from_icon_name ("pan-down-symbolic");
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->title), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->title, TRUE);
  gtk_widget_add_css_class (self->title, "heading");
  gtk_box_append (GTK_BOX (box), self->title);
  gtk_box_append (GTK_BOX (box), self->arrow);
  self->head = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->head), box);
  gtk_widget_add_css_class (self->head, "flat");
  gtk_widget_add_css_class (self->head, "section-head");
  g_signal_connect_swapped (self->head, "clicked", G_CALLBACK (on_head_clicked), self);
  gtk_widget_insert_before (self->head, GTK_WIDGET (self), self->rows);
  etp_section_set_title (self, title);
  return GTK_WIDGET (self);
}

void
etp_section_set_title (EtpSection *self, const char *title)
{
  g_return_if_fail (ETP_IS_SECTION (self));
  g_return_if_fail (self->head != NULL);

  gtk_label_set_label (GTK_LABEL (self->title), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->head), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

const char *
etp_section_get_title (EtpSection *self)
{
  g_return_val_if_fail (ETP_IS_SECTION (self), NULL);

  return self->head != NULL ? gtk_label_get_label (GTK_LABEL (self->title)) : NULL;
}

void
etp_section_set_fill_func (EtpSection *self,
                           EtpSectionFunc fill,
                           gpointer user_data,
                           gboolean is_open)
{
  g_return_if_fail (ETP_IS_SECTION (self));

  self->fill = fill;
  self->fill_data = user_data;
  etp_section_set_open (self, is_open);
}

gboolean
etp_section_is_filled (EtpSection *self)
{
  g_return_val_if_fail (ETP_IS_SECTION (self), FALSE);

  return self->fill == NULL;
}

void
etp_section_add (EtpSection *self, GtkWidget *row)
{
  g_return_if_fail (ETP_IS_SECTION (self));

  gtk_box_append (GTK_BOX (self->rows), row);
}
