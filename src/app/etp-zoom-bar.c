/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-zoom-bar.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "etp-late-menu.h"
#include "etp-shy-box.h"
#include "etp-shy-title.h"

struct _EtpZoomBar
{
  GtkWidget parent;

  /* template children */
  GtkWidget *box;
  GtkWidget *undo_box, *undo, *redo;
  GtkLabel *selection;
  GtkMenuButton *zoom;
  GMenuModel *zoom_menu;
  GtkButton *parked;

  /* borrowed: the same window holds both */
  EtpCanvas *canvas;

  /* state */
  guint zoom_id; /* source: another zoom is to be shown */
};

G_DEFINE_FINAL_TYPE (EtpZoomBar, etp_zoom_bar, GTK_TYPE_WIDGET)

enum
{
  PROP_SHOWS_UNDO = 1,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

static void
update_zoom (EtpZoomBar *self)
{
  const double percent = etp_canvas_get_zoom (self->canvas)
                         / etp_canvas_get_text_scale (self->canvas) * 100;
  g_autofree char *text = NULL;

  if (percent < 10)
    /* Translators: a small zoom in per cent; %.1f is a number such as 4.3. */
    text = g_strdup_printf (_ ("%.1f%%"), percent);
  else
    /* Translators: the zoom in per cent; %d is a whole number such as 72. */
    text = g_strdup_printf (_ ("%d%%"), (int) lround (percent));
  gtk_menu_button_set_label (self->zoom, text);
}

static void
on_zoom_idle (gpointer user_data)
{
  EtpZoomBar *self = user_data;

  self->zoom_id = 0;
  update_zoom (self);
}

/* The zoom is often chosen while the map is laid out; a new label would ask for another layout in the
 * middle of that one. */
static void
on_zoom_changed (EtpZoomBar *self)
{
  if (self->zoom_id == 0)
    {
      self->zoom_id = g_idle_add_once (on_zoom_idle, self);
      g_source_set_priority (g_main_context_find_source_by_id (NULL, self->zoom_id),
                             G_PRIORITY_HIGH_IDLE);
    }
}

static void
update_selection (EtpZoomBar *self)
{
  EtpScene *scene = etp_canvas_get_scene (self->canvas);
  const EtpItemRef ref = etp_canvas_get_selection (self->canvas);
  const EtpItem *item;

  if (scene == NULL || etp_item_ref_is_none (ref))
    {
      gtk_label_set_label (self->selection, "");
      gtk_widget_set_tooltip_text (GTK_WIDGET (self->selection), NULL);
      return;
    }
  item = etp_scene_get_item (scene, ref);
  gtk_label_set_label (self->selection, item->name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->selection), item->name);
}

static void
etp_zoom_bar_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SHOWS_UNDO)
    g_value_set_boolean (value, gtk_widget_get_visible (ETP_ZOOM_BAR (object)->undo_box));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
etp_zoom_bar_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SHOWS_UNDO)
    gtk_widget_set_visible (ETP_ZOOM_BAR (object)->undo_box, g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
etp_zoom_bar_dispose (GObject *object)
{
  EtpZoomBar *self = ETP_ZOOM_BAR (object);

  g_clear_handle_id (&self->zoom_id, g_source_remove);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (etp_zoom_bar_parent_class)->dispose (object);
}

static void
etp_zoom_bar_class_init (EtpZoomBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = etp_zoom_bar_dispose;
  G_OBJECT_CLASS (klass)->get_property = etp_zoom_bar_get_property;
  G_OBJECT_CLASS (klass)->set_property = etp_zoom_bar_set_property;
  properties[PROP_SHOWS_UNDO] = g_param_spec_boolean ("shows-undo", NULL, NULL, FALSE,
                                                      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPERTIES, properties);
  g_type_ensure (ETP_TYPE_SHY_BOX);
  g_type_ensure (ETP_TYPE_SHY_TITLE);
  gtk_widget_class_set_template_from_resource (widget_class, ETP_RESOURCE_PATH "/ui/zoom-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, EtpZoomBar, box);
  gtk_widget_class_bind_template_child (widget_class, EtpZoomBar, undo_box);
  gtk_widget_class_bind_template_child (widget_class, EtpZoomBar, undo);
  gtk_widget_class_bind_template_child (widget_class, EtpZoomBar, redo);
  gtk_widget_class_bind_template_child (widget_class, EtpZoomBar, selection);
  gtk_widget_class_bind_template_child (widget_class, EtpZoomBar, zoom);
  gtk_widget_class_bind_template_child (widget_class, EtpZoomBar, zoom_menu);
  gtk_widget_class_bind_template_child (widget_class, EtpZoomBar, parked);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
etp_zoom_bar_init (EtpZoomBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  etp_late_menu_set (self->zoom, self->zoom_menu);
}

void
etp_zoom_bar_set_canvas (EtpZoomBar *self, EtpCanvas *canvas)
{
  g_return_if_fail (ETP_IS_ZOOM_BAR (self));
  g_return_if_fail (self->canvas == NULL);

  self->canvas = canvas;
  g_signal_connect_object (canvas, "notify::zoom", G_CALLBACK (on_zoom_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (canvas, "selection-changed", G_CALLBACK (update_selection), self,
                           G_CONNECT_SWAPPED);
  update_zoom (self);
}

void
etp_zoom_bar_name_undo (EtpZoomBar *self, gboolean is_redo, const char *text)
{
  GtkWidget *button;

  g_return_if_fail (ETP_IS_ZOOM_BAR (self));

  button = is_redo ? self->redo : self->undo;
  gtk_widget_set_tooltip_text (button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

void
etp_zoom_bar_set_parked (EtpZoomBar *self, guint n)
{
  g_autofree char *text = NULL;

  g_return_if_fail (ETP_IS_ZOOM_BAR (self));

  /* Translators: a button that shows the parking lot; %u is how many cards lie there. */
  text = g_strdup_printf (_ ("Parking Lot (%u)"), n);
  gtk_widget_set_visible (GTK_WIDGET (self->parked), n > 0);
  gtk_button_set_label (self->parked, text);
}
