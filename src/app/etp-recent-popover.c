/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-recent-popover.h"

#include <glib/gi18n-lib.h>

#include "etp-recent.h"
#include "etp-start-page.h"

#define MAX_RECENT 10

struct _EtpRecentPopover
{
  GtkPopover parent;
};

G_DEFINE_FINAL_TYPE (EtpRecentPopover, etp_recent_popover, GTK_TYPE_POPOVER)

static GtkWidget *
create_list (EtpRecentPopover *self, GPtrArray *recent)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "recent");
  for (guint i = 0; i < recent->len; i++)
    {
      GtkRecentInfo *info = g_ptr_array_index (recent, i);
      g_autoptr (GFile) file = g_file_new_for_uri (gtk_recent_info_get_uri (info));

      gtk_list_box_append (
          GTK_LIST_BOX (list),
          etp_start_page_create_row (file, gtk_recent_info_get_display_name (info), NULL));
    }
  gtk_widget_set_size_request (list, 280, -1);
  g_signal_connect_swapped (list, "row-activated", G_CALLBACK (gtk_popover_popdown), self);
  return list;
}

static void
on_show (EtpRecentPopover *self)
{
  g_autoptr (GPtrArray) recent = etp_recent_list (gtk_recent_manager_get_default (), MAX_RECENT);
  GtkWidget *nothing;

  if (recent->len > 0)
    {
      gtk_popover_set_child (GTK_POPOVER (self), create_list (self, recent));
      return;
    }
  nothing = gtk_label_new (_ ("No map has been opened yet."));
  gtk_widget_add_css_class (nothing, "dim-label");
  gtk_popover_set_child (GTK_POPOVER (self), nothing);
}

static void
etp_recent_popover_class_init (EtpRecentPopoverClass *klass)
{
}

static void
etp_recent_popover_init (EtpRecentPopover *self)
{
  g_signal_connect (self, "show", G_CALLBACK (on_show), NULL);
}

GtkWidget *
etp_recent_popover_new (void)
{
  return g_object_new (ETP_TYPE_RECENT_POPOVER, NULL);
}
