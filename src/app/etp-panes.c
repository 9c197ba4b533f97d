/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-panes.h"

struct _EtpPanes
{
  GtkWidget parent;

  /* borrowed: children */
  GtkWidget *list, *line, *side;
  GtkWidget *back; /* in the side */

  /* state */
  int list_width, narrow_width;
  guint narrow_id; /* source: to be said that there is room for both or not */
  gboolean is_narrow, shows_detail;
};

G_DEFINE_FINAL_TYPE (EtpPanes, etp_panes, GTK_TYPE_WIDGET)

enum
{
  PROP_NARROW = 1,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

static void
etp_panes_measure (GtkWidget *widget,
                   GtkOrientation orientation,
                   int for_size,
                   int *minimum,
                   int *natural,
                   int *minimum_baseline,
                   int *natural_baseline)
{
  EtpPanes *self = ETP_PANES (widget);
  int list[2], side[2];

  gtk_widget_measure (self->list, orientation, -1, &list[0], &list[1], NULL, NULL);
  gtk_widget_measure (self->side, orientation, -1, &side[0], &side[1], NULL, NULL);
  *minimum = MAX (list[0], side[0]);
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? list[1] + side[1] : MAX (list[1], side[1]);
}

static void
on_narrow_changed (gpointer user_data)
{
  EtpPanes *self = user_data;

  self->narrow_id = 0;
  gtk_widget_set_visible (self->back, self->is_narrow);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
}

/* Children take no less than they need. */
static void
place (GtkWidget *child, int x, int width, int height)
{
  int least_width, least_height;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL, NULL);
  width = MAX (width, least_width);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &least_height, NULL, NULL, NULL);
  gtk_widget_allocate (child, width, MAX (height, least_height), -1,
                       gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((float) x, 0)));
}

static int
get_least_width (GtkWidget *child)
{
  int least;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  return least;
}

/* With large text either of both may need more than the width it was given. The way back is in the side
 * only where that is narrow, which then needs no less: what was narrow does not waver. */
static void
etp_panes_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  EtpPanes *self = ETP_PANES (widget);
  const int least_list = get_least_width (self->list), least_side = get_least_width (self->side);
  const int both = self->list_width >= 0 ? MAX (self->list_width, least_list) + least_side
                                         : least_list + MAX (-self->list_width, least_side);
  const gboolean is_narrow = width < MAX (self->narrow_width, both + 1);
  const gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  const int list = self->list_width >= 0 ? MAX (self->list_width, least_list)
                                         : width - MAX (-self->list_width, least_side) - 1;
  const int side = width - list - 1;

  if (is_narrow != self->is_narrow)
    {
      self->is_narrow = is_narrow;
      /* Not while sizes are given out. */
      if (self->narrow_id == 0)
        self->narrow_id = g_idle_add_once (on_narrow_changed, self);
    }
  gtk_widget_set_child_visible (self->list, !is_narrow || !self->shows_detail);
  gtk_widget_set_child_visible (self->side, !is_narrow || self->shows_detail);
  gtk_widget_set_child_visible (self->line, !is_narrow);
  if (is_narrow)
    {
      place (self->shows_detail ? self->side : self->list, 0, width, height);
      return;
    }
  place (self->list, is_rtl ? side + 1 : 0, list, height);
  place (self->line, is_rtl ? side : list, 1, height);
  place (self->side, is_rtl ? 0 : list + 1, side, height);
}

static void
on_back (EtpPanes *self)
{
  etp_panes_show_detail (self, FALSE);
  gtk_widget_child_focus (self->list, GTK_DIR_TAB_FORWARD);
}

static void
etp_panes_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_NARROW)
    g_value_set_boolean (value, ETP_PANES (object)->is_narrow);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
etp_panes_dispose (GObject *object)
{
  EtpPanes *self = ETP_PANES (object);

  g_clear_handle_id (&self->narrow_id, g_source_remove);
  g_clear_pointer (&self->list, gtk_widget_unparent);
  g_clear_pointer (&self->line, gtk_widget_unparent);
  g_clear_pointer (&self->side, gtk_widget_unparent);
  G_OBJECT_CLASS (etp_panes_parent_class)->dispose (object);
}

static void
etp_panes_class_init (EtpPanesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = etp_panes_dispose;
  object_class->get_property = etp_panes_get_property;
  widget_class->measure = etp_panes_measure;
  widget_class->size_allocate = etp_panes_size_allocate;
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
etp_panes_init (EtpPanes *self)
{
}

GtkWidget *
etp_panes_new (
    GtkWidget *list, GtkWidget *detail, int list_width, int narrow_width, const char *back)
{
  EtpPanes *self = g_object_new (ETP_TYPE_PANES, NULL);
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->list_width = list_width;
  self->narrow_width = narrow_width;
  self->list = list;
  self->line = gtk_separator_new (GTK_ORIENTATION_VERTICAL);
  self->side = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->back = gtk_button_new ();
  gtk_box_append (GTK_BOX (content), gtk_image_new_from_icon_name ("go-previous-symbolic"));
  gtk_box_append (GTK_BOX (content), gtk_label_new (back));
  gtk_button_set_child (GTK_BUTTON (self->back), content);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->back), GTK_ACCESSIBLE_PROPERTY_LABEL, back,
                                  -1);
  gtk_widget_add_css_class (self->back, "flat");
  gtk_widget_add_css_class (self->back, "way-back");
  gtk_widget_set_halign (self->back, GTK_ALIGN_START);
  gtk_widget_set_visible (self->back, FALSE);
  g_signal_connect_swapped (self->back, "clicked", G_CALLBACK (on_back), self);
  gtk_widget_set_vexpand (detail, TRUE);
  gtk_box_append (GTK_BOX (self->side), self->back);
  gtk_box_append (GTK_BOX (self->side), detail);
  gtk_widget_set_parent (self->list, GTK_WIDGET (self));
  gtk_widget_set_parent (self->line, GTK_WIDGET (self));
  gtk_widget_set_parent (self->side, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

gboolean
etp_panes_is_narrow (EtpPanes *self)
{
  g_return_val_if_fail (ETP_IS_PANES (self), FALSE);

  return self->is_narrow;
}

void
etp_panes_show_detail (EtpPanes *self, gboolean detail)
{
  g_return_if_fail (ETP_IS_PANES (self));

  if (self->shows_detail == detail)
    return;
  self->shows_detail = detail;
  if (self->is_narrow)
    {
      gtk_widget_set_child_visible (self->list, !detail);
      gtk_widget_set_child_visible (self->side, detail);
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
