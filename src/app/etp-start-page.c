/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-start-page.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "etp-example.h"
#include "etp-place.h"
#include "etp-recent.h"

#define MAX_RECENT 5

struct _EtpStartPage
{
  GtkWidget parent;

  /* template children */
  GtkWidget *content;
  AdwPreferencesGroup *recent, *examples;
};

G_DEFINE_FINAL_TYPE (EtpStartPage, etp_start_page, GTK_TYPE_WIDGET)

GtkWidget *
etp_start_page_create_row (GFile *file, const char *title, const char *subtitle)
{
  g_autofree char *uri = g_file_get_uri (file);
  g_autofree char *plain_title = g_markup_escape_text (title, -1);
  g_autofree char *plain_subtitle = subtitle != NULL ? g_markup_escape_text (subtitle, -1) : NULL;
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), plain_title);
  if (plain_subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), plain_subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-uri");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", uri);
  return row;
}

static void
fill_recent (EtpStartPage *self)
{
  g_autoptr (GPtrArray) recent = etp_recent_list (gtk_recent_manager_get_default (), MAX_RECENT);

  for (guint i = 0; i < recent->len; i++)
    {
      GtkRecentInfo *info = g_ptr_array_index (recent, i);
      g_autoptr (GFile) file = g_file_new_for_uri (gtk_recent_info_get_uri (info));
      g_autoptr (GFile) folder = g_file_get_parent (file);
      g_autofree char *where = folder != NULL ? g_file_get_parse_name (folder) : NULL;

      adw_preferences_group_add (
          self->recent,
          etp_start_page_create_row (file, gtk_recent_info_get_display_name (info), where));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->recent), recent->len > 0);
}

static void
fill_examples (EtpStartPage *self)
{
  g_autofree char *folder = g_build_filename (etp_place_get_data_folder (), "examples", NULL);
  g_autoptr (GPtrArray) examples = etp_example_list (folder, etp_example_get_language ());

  for (guint i = 0; i < examples->len; i++)
    {
      GFile *example = g_ptr_array_index (examples, i);
      g_autofree char *title = etp_example_dup_title (example);

      adw_preferences_group_add (self->examples, etp_start_page_create_row (example, title, NULL));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->examples), examples->len > 0);
}

static void
etp_start_page_dispose (GObject *object)
{
  g_clear_pointer (&ETP_START_PAGE (object)->content, gtk_widget_unparent);
  G_OBJECT_CLASS (etp_start_page_parent_class)->dispose (object);
}

static void
etp_start_page_class_init (EtpStartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = etp_start_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, ETP_RESOURCE_PATH "/ui/start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, EtpStartPage, content);
  gtk_widget_class_bind_template_child (widget_class, EtpStartPage, recent);
  gtk_widget_class_bind_template_child (widget_class, EtpStartPage, examples);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
etp_start_page_init (EtpStartPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (self->content), ETP_APPLICATION_ID "-symbolic");
  fill_recent (self);
  fill_examples (self);
}

GtkWidget *
etp_start_page_new (void)
{
  return g_object_new (ETP_TYPE_START_PAGE, NULL);
}
