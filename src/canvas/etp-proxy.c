/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-canvas"

#include "config.h"

#include "etp-proxy.h"

#include "etp-canvas-private.h"

/* A leaf of the tree for assistive technology. There are as many as focusable items, so it holds
 * nothing but the item. */

struct _EtpProxy
{
  GtkWidget parent;

  EtpItem *item; /* owned */
  EtpRect place;
  gboolean is_selected;
};

G_DEFINE_FINAL_TYPE (EtpProxy, etp_proxy, GTK_TYPE_WIDGET)

static GtkAccessibleRole
get_role (const EtpItem *item)
{
  switch ((EtpItemKind) item->kind)
    {
    case ETP_ITEM_TITLE:
    case ETP_ITEM_PHASE_HEAD: /* GTK 4.8 passes on no column headers */
      return GTK_ACCESSIBLE_ROLE_HEADING;
    case ETP_ITEM_LANE_HEAD:
      return GTK_ACCESSIBLE_ROLE_ROW_HEADER;
    case ETP_ITEM_IMAGE:
      return GTK_ACCESSIBLE_ROLE_IMG;
    case ETP_ITEM_FILL:
    case ETP_ITEM_CARD:
    case ETP_ITEM_MEASURE:
    case ETP_ITEM_METRIC:
    case ETP_ITEM_AXIS:
    case ETP_ITEM_CURVE:
    case ETP_ITEM_POINT:
    case ETP_ITEM_STOP:
    case ETP_ITEM_LINK:
    case ETP_ITEM_LABEL:
    case ETP_ITEM_LINE:
    case ETP_ITEM_PERSONA:
    case ETP_ITEM_FOOT:
    case ETP_ITEM_CELL:
    default:
      return GTK_ACCESSIBLE_ROLE_LIST_ITEM;
    }
}

/* What assistive technology can do with an item: commands of the canvas on the selection. */
static const struct
{
  const char *action, *command;
} passed_on[] = {
  { "card.open", "canvas.activate" }, { "card.edit", "canvas.edit" },
  { "card.delete", "canvas.delete" }, { "card.duplicate", "canvas.duplicate" },
  { "card.add-below", "canvas.add" }, { "card.menu", "canvas.menu" },
};

static void
run_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  EtpProxy *self = ETP_PROXY (widget);
  EtpCanvas *canvas = ETP_CANVAS (gtk_widget_get_ancestor (widget, ETP_TYPE_CANVAS));
  const EtpItemRef found = etp_canvas_find_item (canvas, self->item);
  const EtpItemRef ref = etp_item_ref_is_none (found) ? found
                                                      : etp_canvas_grab_focus_at (canvas, found);

  if (etp_item_ref_is_none (ref))
    return;
  etp_canvas_select (canvas, ref);
  for (gsize i = 0; i < G_N_ELEMENTS (passed_on); i++)
    if (g_str_equal (action, passed_on[i].action))
      gtk_widget_activate_action (GTK_WIDGET (canvas), passed_on[i].command, NULL);
}

static void
etp_proxy_finalize (GObject *object)
{
  EtpProxy *self = ETP_PROXY (object);

  g_clear_pointer (&self->item, etp_item_unref);
  G_OBJECT_CLASS (etp_proxy_parent_class)->finalize (object);
}

static void
etp_proxy_class_init (EtpProxyClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = etp_proxy_finalize;
  gtk_widget_class_set_css_name (widget_class, "proxy");
  gtk_widget_class_install_action (widget_class, "card.focus", NULL, run_action);
  for (gsize i = 0; i < G_N_ELEMENTS (passed_on); i++)
    gtk_widget_class_install_action (widget_class, passed_on[i].action, NULL, run_action);
}

static void
etp_proxy_init (EtpProxy *self)
{
}

EtpProxy *
etp_proxy_new (EtpItem *item)
{
  EtpProxy *self = g_object_new (ETP_TYPE_PROXY, "accessible-role", get_role (item), "focusable",
                                 TRUE, "can-target", FALSE, NULL);

  self->item = etp_item_ref (item);
  /* Without a word about it some roles count as what cannot be selected. */
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, FALSE, -1);
  return self;
}

EtpItem *
etp_proxy_get_item (EtpProxy *self)
{
  return self->item;
}

gboolean
etp_proxy_fits (EtpProxy *self, const EtpItem *item)
{
  return self->item->kind == item->kind && self->item->field == item->field
         && g_strcmp0 (self->item->node_id, item->node_id) == 0
         && g_strcmp0 (self->item->sub, item->sub) == 0;
}

#define OWN "etp-own-description" /* of the few that say something else */

void
etp_proxy_set_item (EtpProxy *self, EtpItem *item, const char *description)
{
  etp_item_ref (item);
  etp_item_unref (self->item);
  self->item = item;
  g_object_set_data (G_OBJECT (self), OWN, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  item->name != NULL ? item->name : "",
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
  if ((item->can & ETP_CAN_FOLD) != 0)
    gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED,
                                 (item->can & ETP_IS_FOLDED) == 0, -1);
  else
    gtk_accessible_reset_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED);
}

void
etp_proxy_set_description (EtpProxy *self, const char *description)
{
  g_object_set_data (G_OBJECT (self), OWN, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description, -1);
}

void
etp_proxy_say (EtpProxy *self, const char *text, const char *description)
{
  g_autofree char *own = g_strdup (description);
  g_autofree char *both = own[0] != '\0' ? g_strdup_printf ("%s, %s", text, own) : g_strdup (text);

  if (text[0] == '\0')
    {
      etp_proxy_set_description (self, own);
      return;
    }
  etp_proxy_set_description (self, both);
  g_object_set_data_full (G_OBJECT (self), OWN, g_steal_pointer (&own), g_free);
}

void
etp_proxy_set_place (EtpProxy *self, const EtpRect *place)
{
  self->place = *place;
}

const EtpRect *
etp_proxy_get_place (EtpProxy *self)
{
  return &self->place;
}

void
etp_proxy_set_selected (EtpProxy *self, gboolean selected)
{
  if (self->is_selected == selected)
    return;
  self->is_selected = selected;
  if (!selected && g_object_get_data (G_OBJECT (self), OWN) != NULL)
    etp_proxy_say (self, "", g_object_get_data (G_OBJECT (self), OWN));
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
}
