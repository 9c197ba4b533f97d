/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-shy-box.h"

/* Its smallest width is nothing at all, so that it never keeps a window from becoming narrow. */

#define SPACING 6

struct _EtpShyBox
{
  GtkWidget parent;

  /* state */
  gboolean at_end, is_cut;
  guint cut_id; /* source: that is to be told */
};

enum
{
  PROP_CUT = 1,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

static void etp_shy_box_buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (EtpShyBox,
                               etp_shy_box,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE,
                                                      etp_shy_box_buildable_init))

static GtkBuildableIface *parent_buildable;

static void
etp_shy_box_add_child (GtkBuildable *buildable,
                       GtkBuilder *builder,
                       GObject *child,
                       const char *type)
{
  if (GTK_IS_WIDGET (child))
    etp_shy_box_append (ETP_SHY_BOX (buildable), GTK_WIDGET (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
etp_shy_box_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = etp_shy_box_add_child;
}

static void
etp_shy_box_measure (GtkWidget *widget,
                     GtkOrientation orientation,
                     int for_size,
                     int *minimum,
                     int *natural,
                     int *minimum_baseline,
                     int *natural_baseline)
{
  int n = 0;

  *minimum = *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int least, most;

      if (!gtk_widget_get_visible (child))
        continue;
      gtk_widget_measure (child, orientation, -1, &least, &most, NULL, NULL);
      if (orientation == GTK_ORIENTATION_HORIZONTAL)
        *natural += most + (n++ > 0 ? SPACING : 0);
      else
        {
          *minimum = MAX (*minimum, least);
          *natural = MAX (*natural, most);
        }
    }
}

static void
on_cut_changed (gpointer user_data)
{
  EtpShyBox *self = user_data;

  self->cut_id = 0;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CUT]);
}

/* Told later: whoever hears of it shows other widgets, and sizes are being given out. */
static void
set_cut (EtpShyBox *self, gboolean is_cut)
{
  if (is_cut == self->is_cut)
    return;
  self->is_cut = is_cut;
  if (self->cut_id == 0)
    self->cut_id = g_idle_add_once (on_cut_changed, self);
}

/* GTK tells assistive technology of what is hidden, but not of what its parent does not show. */
static void
show (GtkWidget *child, gboolean shown)
{
  if (shown == gtk_widget_get_child_visible (child))
    return;
  gtk_widget_set_child_visible (child, shown);
  gtk_accessible_update_state (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_STATE_HIDDEN, !shown, -1);
}

static void
etp_shy_box_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  EtpShyBox *self = ETP_SHY_BOX (widget);
  const gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  const gboolean from_right = self->at_end != is_rtl;
  int used = 0;
  gboolean has_room = TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkAllocation place = { 0, 0, 0, height };

      if (!gtk_widget_get_visible (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &place.width, NULL, NULL);
      if (used > 0)
        used += SPACING;
      has_room = has_room && used + place.width <= width;
      show (child, has_room);
      if (!has_room)
        {
          /* Not where it was in a wider window: assistive technology would look for it there. */
          gtk_widget_size_allocate (child, &place, -1);
          continue;
        }
      place.x = from_right ? width - used - place.width : used;
      used += place.width;
      gtk_widget_size_allocate (child, &place, -1);
    }
  set_cut (self, !has_room);
}

static void
etp_shy_box_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_CUT)
    g_value_set_boolean (value, ETP_SHY_BOX (object)->is_cut);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
etp_shy_box_dispose (GObject *object)
{
  GtkWidget *child;

  g_clear_handle_id (&ETP_SHY_BOX (object)->cut_id, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (etp_shy_box_parent_class)->dispose (object);
}

static void
etp_shy_box_class_init (EtpShyBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = etp_shy_box_dispose;
  G_OBJECT_CLASS (klass)->get_property = etp_shy_box_get_property;
  properties[PROP_CUT] = g_param_spec_boolean ("cut", NULL, NULL, FALSE,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPERTIES, properties);
  widget_class->measure = etp_shy_box_measure;
  widget_class->size_allocate = etp_shy_box_size_allocate;
}

static void
etp_shy_box_init (EtpShyBox *self)
{
}

GtkWidget *
etp_shy_box_new (void)
{
  return g_object_new (ETP_TYPE_SHY_BOX, NULL);
}

void
etp_shy_box_append (EtpShyBox *self, GtkWidget *child)
{
  g_return_if_fail (ETP_IS_SHY_BOX (self));

  gtk_widget_insert_before (child, GTK_WIDGET (self), NULL);
}

void
etp_shy_box_set_at_end (EtpShyBox *self, gboolean at_end)
{
  g_return_if_fail (ETP_IS_SHY_BOX (self));

  self->at_end = at_end;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
