/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-window-private.h"

#include <glib/gi18n-lib.h>

#include "model/etp-fields.h"
#include "app/compat/etp-compat-mnemonic.h"

/* What stands in the place of a map without a phase and a lane to be seen: where to begin. It is made
 * when it is first needed. */

static gboolean
has_shown (EtpJourney *journey, EtpListKind list, guint hidden)
{
  EtpNodeList *nodes = etp_journey_get_list (journey, list);
  EtpNode *node;

  for (guint i = 0; (node = etp_node_list_get (nodes, i)) != NULL; i++)
    if (!etp_node_get_boolean (node, hidden))
      return TRUE;
  return FALSE;
}

static GtkWidget *
create_button (const char *label, const char *action, gboolean is_first)
{
  GtkWidget *button = etp_compat_mnemonic_button_new (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "pill");
  if (is_first)
    gtk_widget_add_css_class (button, "suggested-action");
  return button;
}

static GtkWidget *
create_page (void)
{
  GtkWidget *page = adw_status_page_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), ETP_APPLICATION_ID "-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _ ("Nothing on This Map Yet"));
  adw_status_page_set_description (ADW_STATUS_PAGE (page),
                                   _ ("Phases are its columns, from the first impulse to after the "
                                      "purchase. Lanes are its rows: "
                                      "what the customer does, feels and needs."));
  gtk_box_append (GTK_BOX (box), create_button (_ ("Add _Phase"), "win.add-phase", TRUE));
  gtk_box_append (GTK_BOX (box), create_button (_ ("Add _Lane…"), "win.add-lane", FALSE));
  adw_status_page_set_child (ADW_STATUS_PAGE (page), box);
  gtk_widget_set_hexpand (page, TRUE);
  return page;
}

void
etp_window_update_empty (EtpWindow *self)
{
  EtpJourney *journey = etp_window_get_journey (self);
  const gboolean is_empty = journey != NULL
                            && !has_shown (journey, ETP_LIST_PHASES, ETP_PHASE_HIDDEN)
                            && !has_shown (journey, ETP_LIST_LANES, ETP_LANE_HIDDEN);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (is_empty == (self->empty_page != NULL && gtk_widget_get_visible (self->empty_page)))
    return;
  if (self->empty_page == NULL)
    {
      self->empty_page = create_page ();
      gtk_widget_insert_after (self->empty_page, gtk_widget_get_parent (self->scroller),
                               self->scroller);
    }
  gtk_widget_set_visible (self->empty_page, is_empty);
  gtk_widget_set_visible (self->scroller, !is_empty);
  if (is_empty && (focus == NULL || gtk_widget_is_ancestor (focus, self->scroller)))
    etp_window_focus_map (self);
}

void
etp_window_focus_map (EtpWindow *self)
{
  if (self->empty_page != NULL && gtk_widget_get_visible (self->empty_page))
    gtk_widget_child_focus (self->empty_page, GTK_DIR_TAB_FORWARD);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}
