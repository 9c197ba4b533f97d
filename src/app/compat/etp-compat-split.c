/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-compat-split.h"

#include <adwaita.h>

/* Around libadwaita's own widget, to tell it at which width the panel lies over the content: neither
 * of both decides that as is wanted here, and breakpoints are younger than the oldest version that
 * is supported. */

struct _EtpCompatSplit
{
  GtkWidget parent;

  /* owned */
  GtkWidget *split;

  /* borrowed: a child of split */
  GtkWidget *panel;

  /* state */
  int panel_width, narrow_width;
  gboolean show_panel, is_narrow;
  guint narrow_id; /* source: what is narrow has changed */
};

G_DEFINE_FINAL_TYPE (EtpCompatSplit, etp_compat_split, GTK_TYPE_WIDGET)

enum
{
  PROP_SHOW_PANEL = 1,
  PROP_NARROW,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

#if ADW_CHECK_VERSION(1, 4, 0)

#define SHOWN_PROPERTY "show-sidebar"

static GtkWidget *
create_split (GtkWidget *content, int panel_width)
{
  return g_object_new (ADW_TYPE_OVERLAY_SPLIT_VIEW, "content", content, "sidebar-position",
                       GTK_PACK_END, "min-sidebar-width", (double) panel_width, "max-sidebar-width",
                       (double) panel_width, "sidebar-width-unit", ADW_LENGTH_UNIT_PX,
                       "enable-show-gesture", FALSE, "enable-hide-gesture", FALSE, "pin-sidebar",
                       TRUE, "show-sidebar", FALSE, NULL);
}

static void
set_panel (GtkWidget *split, GtkWidget *panel, int panel_width)
{
  adw_overlay_split_view_set_sidebar (ADW_OVERLAY_SPLIT_VIEW (split), panel);
}

static void
apply_narrow (GtkWidget *split, gboolean is_narrow)
{
  adw_overlay_split_view_set_collapsed (ADW_OVERLAY_SPLIT_VIEW (split), is_narrow);
}

#else

#define SHOWN_PROPERTY "reveal-flap"

static GtkWidget *
create_split (GtkWidget *content, int panel_width)
{
  return g_object_new (ADW_TYPE_FLAP, "content", content, "flap-position", GTK_PACK_END,
                       "fold-policy", ADW_FLAP_FOLD_POLICY_NEVER, "swipe-to-open", FALSE,
                       "swipe-to-close", FALSE, "locked", TRUE, "reveal-flap", FALSE, NULL);
}

static void
set_panel (GtkWidget *split, GtkWidget *panel, int panel_width)
{
  AdwFlap *flap = ADW_FLAP (split);

  gtk_widget_set_size_request (panel, panel_width, -1);
  gtk_widget_add_css_class (panel, "background");
  adw_flap_set_separator (flap, gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  adw_flap_set_flap (flap, panel);
  /* The flap divides the speed with which it slides in by the width that it was last given: without
   * one, each step of the first time would be no number. */
  if (gtk_widget_get_mapped (split))
    {
      gtk_widget_measure (split, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_allocate (split, gtk_widget_get_width (split), gtk_widget_get_height (split), -1,
                           NULL);
    }
}

static void
apply_narrow (GtkWidget *split, gboolean is_narrow)
{
  adw_flap_set_fold_policy (ADW_FLAP (split),
                            is_narrow ? ADW_FLAP_FOLD_POLICY_ALWAYS : ADW_FLAP_FOLD_POLICY_NEVER);
}

#endif

static void
on_shown_changed (EtpCompatSplit *self)
{
  gboolean shown;

  g_object_get (self->split, SHOWN_PROPERTY, &shown, NULL);
  if (shown == self->show_panel || self->panel == NULL)
    return;
  self->show_panel = shown;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_PANEL]);
}

/* Not while sizes are given out: what asks for a new size then is not heard. */
static void
on_narrow_changed (gpointer user_data)
{
  EtpCompatSplit *self = user_data;

  self->narrow_id = 0;
  apply_narrow (self->split, self->is_narrow);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
}

static void
etp_compat_split_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  EtpCompatSplit *self = ETP_COMPAT_SPLIT (widget);

  if (orientation == GTK_ORIENTATION_VERTICAL)
    for_size = -1;
  gtk_widget_measure (self->split, orientation, for_size, minimum, natural, NULL, NULL);
  /* The window may become as narrow as it likes: then the panel lies over the content. */
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = MIN (*minimum, self->panel_width);
}

static void
etp_compat_split_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  EtpCompatSplit *self = ETP_COMPAT_SPLIT (widget);
  const gboolean is_narrow = width < self->narrow_width;
  int least_width, least_height;

  if (is_narrow != self->is_narrow)
    {
      self->is_narrow = is_narrow;
      if (self->narrow_id == 0)
        self->narrow_id = g_idle_add_once (on_narrow_changed, self);
    }
  /* For the one frame until it is folded it may get less than it needs. */
  gtk_widget_measure (self->split, GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL, NULL);
  gtk_widget_measure (self->split, GTK_ORIENTATION_VERTICAL, -1, &least_height, NULL, NULL, NULL);
  gtk_widget_allocate (self->split, MAX (width, least_width), MAX (height, least_height), baseline,
                       NULL);
}

static void
etp_compat_split_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  EtpCompatSplit *self = ETP_COMPAT_SPLIT (object);

  switch (id)
    {
    case PROP_SHOW_PANEL:
      g_value_set_boolean (value, self->show_panel);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->is_narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
etp_compat_split_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SHOW_PANEL)
    etp_compat_split_set_show_panel (ETP_COMPAT_SPLIT (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
etp_compat_split_dispose (GObject *object)
{
  EtpCompatSplit *self = ETP_COMPAT_SPLIT (object);

  g_clear_handle_id (&self->narrow_id, g_source_remove);
  self->panel = NULL;
  g_clear_pointer (&self->split, gtk_widget_unparent);
  G_OBJECT_CLASS (etp_compat_split_parent_class)->dispose (object);
}

static void
etp_compat_split_class_init (EtpCompatSplitClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = etp_compat_split_dispose;
  object_class->get_property = etp_compat_split_get_property;
  object_class->set_property = etp_compat_split_set_property;
  widget_class->measure = etp_compat_split_measure;
  widget_class->size_allocate = etp_compat_split_size_allocate;
  properties[PROP_SHOW_PANEL] = g_param_spec_boolean ("show-panel", NULL, NULL, FALSE,
                                                      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY
                                                          | G_PARAM_STATIC_STRINGS);
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
etp_compat_split_init (EtpCompatSplit *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
etp_compat_split_new (GtkWidget *content, int panel_width, int narrow_width)
{
  EtpCompatSplit *self = g_object_new (ETP_TYPE_COMPAT_SPLIT, NULL);

  self->panel_width = panel_width;
  self->narrow_width = narrow_width;
  self->split = create_split (content, panel_width);
  gtk_widget_set_parent (self->split, GTK_WIDGET (self));
  g_signal_connect_object (self->split, "notify::" SHOWN_PROPERTY, G_CALLBACK (on_shown_changed),
                           self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
etp_compat_split_set_panel (EtpCompatSplit *self, GtkWidget *panel)
{
  g_return_if_fail (ETP_IS_COMPAT_SPLIT (self));
  g_return_if_fail (self->panel == NULL);

  self->panel = panel;
  set_panel (self->split, panel, self->panel_width);
}

GtkWidget *
etp_compat_split_get_panel (EtpCompatSplit *self)
{
  g_return_val_if_fail (ETP_IS_COMPAT_SPLIT (self), NULL);

  return self->panel;
}

void
etp_compat_split_set_show_panel (EtpCompatSplit *self, gboolean show_panel)
{
  g_return_if_fail (ETP_IS_COMPAT_SPLIT (self));
  g_return_if_fail (self->panel != NULL || !show_panel);

  g_object_set (self->split, SHOWN_PROPERTY, show_panel, NULL);
}

gboolean
etp_compat_split_get_show_panel (EtpCompatSplit *self)
{
  g_return_val_if_fail (ETP_IS_COMPAT_SPLIT (self), FALSE);

  return self->show_panel;
}

gboolean
etp_compat_split_is_narrow (EtpCompatSplit *self)
{
  g_return_val_if_fail (ETP_IS_COMPAT_SPLIT (self), FALSE);

  return self->is_narrow;
}
