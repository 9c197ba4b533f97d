/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-canvas"

#include "config.h"

#include "etp-proxy-group.h"

#include "etp-canvas.h"
#include "etp-proxy.h"

#include <math.h>

struct _EtpProxyGroup
{
  GtkWidget parent;

  /* owned */
  char *name, *key;
  /* borrowed */
  const EtpCell *cell;
  /* state */
  EtpRect place;
};

G_DEFINE_FINAL_TYPE (EtpProxyGroup, etp_proxy_group, GTK_TYPE_WIDGET)

void
etp_proxy_allocate (GtkWidget *child, double zoom, int x_px, int y_px)
{
  const EtpRect *place = ETP_IS_PROXY (child) ? etp_proxy_get_place (ETP_PROXY (child))
                                              : &ETP_PROXY_GROUP (child)->place;
  const GtkAllocation allocation = {
    x_px + (int) lround (place->x * zoom),
    y_px + (int) lround (place->y * zoom),
    MAX (1, (int) lround (place->width * zoom)),
    MAX (1, (int) lround (place->height * zoom)),
  };

  gtk_widget_size_allocate (child, &allocation, -1);
}

static void
etp_proxy_group_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GtkWidget *canvas = gtk_widget_get_ancestor (widget, ETP_TYPE_CANVAS);
  const double zoom = etp_canvas_get_zoom (ETP_CANVAS (canvas));

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    etp_proxy_allocate (child, zoom, 0, 0);
}

static void
etp_proxy_group_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (etp_proxy_group_parent_class)->dispose (object);
}

static void
etp_proxy_group_finalize (GObject *object)
{
  EtpProxyGroup *self = ETP_PROXY_GROUP (object);

  g_free (self->name);
  g_free (self->key);
  G_OBJECT_CLASS (etp_proxy_group_parent_class)->finalize (object);
}

static void
etp_proxy_group_class_init (EtpProxyGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = etp_proxy_group_dispose;
  G_OBJECT_CLASS (klass)->finalize = etp_proxy_group_finalize;
  widget_class->size_allocate = etp_proxy_group_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "proxygroup");
}

static void
etp_proxy_group_init (EtpProxyGroup *self)
{
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

EtpProxyGroup *
etp_proxy_group_new (GtkAccessibleRole role)
{
  return g_object_new (ETP_TYPE_PROXY_GROUP, "accessible-role", role, NULL);
}

gboolean
etp_proxy_group_set_name (EtpProxyGroup *self, const char *name)
{
  if (g_strcmp0 (self->name, name) == 0)
    return FALSE;
  g_free (self->name);
  self->name = g_strdup (name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name != NULL ? name : "", -1);
  return TRUE;
}

void
etp_proxy_group_set_key (EtpProxyGroup *self, const char *key)
{
  g_free (self->key);
  self->key = g_strdup (key);
}

const char *
etp_proxy_group_get_key (EtpProxyGroup *self)
{
  return self->key;
}

void
etp_proxy_group_set_cell (EtpProxyGroup *self, const EtpCell *cell)
{
  self->cell = cell;
}

const EtpCell *
etp_proxy_group_get_cell (EtpProxyGroup *self)
{
  return self->cell;
}

void
etp_proxy_group_set_place (EtpProxyGroup *self, const EtpRect *place)
{
  self->place = *place;
}
