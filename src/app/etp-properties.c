/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-properties.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "app/compat/etp-compat-dialog.h"
#include "etp-typing.h"
#include "model/etp-edit.h"
#include "model/etp-fields.h"

static const guint text_fields[] = { ETP_JOURNEY_TITLE, ETP_JOURNEY_OWNER, ETP_JOURNEY_CONTACT };

/* What is typed is one step of undo for each field, as everywhere; a text that may not be is
 * marked and the one before stays. */
static void
on_text_changed (GtkEditable *row, EtpJourney *journey)
{
  const guint field = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "field"));

  if (etp_edit_set_text (journey, ETP_NODE (journey), field, gtk_editable_get_text (row), NULL))
    gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (row), "error");
}

static GtkWidget *
create_texts (EtpJourney *journey)
{
  GtkWidget *group = adw_preferences_group_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (text_fields); i++)
    {
      const EtpField *field = &etp_node_record (ETP_NODE (journey))->table->fields[text_fields[i]];
      const char *text = etp_node_get_text (journey, text_fields[i]);
      GtkWidget *row = adw_entry_row_new ();

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (field->label));
      gtk_editable_set_text (GTK_EDITABLE (row), text);
      etp_typing_keep_whole (GTK_EDITABLE (row), text, !etp_journey_get_read_only (journey));
      g_object_set_data (G_OBJECT (row), "field", GUINT_TO_POINTER (text_fields[i]));
      g_signal_connect_object (row, "changed", G_CALLBACK (on_text_changed), journey,
                               G_CONNECT_DEFAULT);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
    }
  return group;
}

static GtkWidget *
add_fact (GtkWidget *group, const char *title, const char *fact)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *plain = g_markup_escape_text (fact, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), plain);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return row;
}

static char *
count_content (EtpJourney *journey)
{
  const guint n_phases = etp_node_list_get_length (etp_journey_get_list (journey, ETP_LIST_PHASES));
  const guint n_lanes = etp_node_list_get_length (etp_journey_get_list (journey, ETP_LIST_LANES));
  const guint n_cards = etp_node_list_get_length (etp_journey_get_list (journey, ETP_LIST_CARDS));
  g_autofree char *phases = g_strdup_printf (ngettext ("%u phase", "%u phases", n_phases),
                                             n_phases);
  g_autofree char *lanes = g_strdup_printf (ngettext ("%u lane", "%u lanes", n_lanes), n_lanes);
  g_autofree char *cards = g_strdup_printf (ngettext ("%u card", "%u cards", n_cards), n_cards);

  /* Translators: a list: "5 phases, 9 lanes, 27 cards". */
  return g_strdup_printf (_ ("%s, %s, %s"), phases, lanes, cards);
}

static void
on_file_known (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) row = user_data;
  g_autoptr (GFileInfo) info = g_file_query_info_finish (G_FILE (source), result, NULL);
  g_autoptr (GDateTime) modified = info != NULL ? g_file_info_get_modification_date_time (info)
                                                : NULL;
  g_autoptr (GDateTime) local = modified != NULL ? g_date_time_to_local (modified) : NULL;
  g_autofree char *size = NULL, *when = NULL, *text = NULL;

  if (local == NULL)
    return;
  size = g_format_size ((guint64) g_file_info_get_size (info));
  when = g_date_time_format (local, "%x %X");
  /* Translators: the first %s is date and time, the second a size, such as "72.4 kB". */
  text = g_strdup_printf (_ ("%s, %s"), when, size);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
}

static GtkWidget *
create_facts (EtpDocument *document)
{
  GtkWidget *group = adw_preferences_group_new ();
  GFile *file = etp_document_get_file (document);
  g_autofree char *content = count_content (etp_document_get_journey (document));
  g_autofree char *place = file != NULL ? g_file_get_parse_name (file) : NULL;
  GtkWidget *row;

  add_fact (group, _ ("Content"), content);
  add_fact (group, _ ("File"), file != NULL ? place : _ ("Not saved yet"));
  if (file == NULL)
    return group;
  row = add_fact (group, _ ("Last saved"), "");
  g_file_query_info_async (file, G_FILE_ATTRIBUTE_TIME_MODIFIED "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                           G_FILE_QUERY_INFO_NONE, G_PRIORITY_DEFAULT, NULL, on_file_known,
                           g_object_ref (row));
  return group;
}

void
etp_properties_show (GtkWindow *parent, EtpDocument *document)
{
  GtkWidget *page = adw_preferences_page_new ();

  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (create_texts (
                                                             etp_document_get_journey (document))));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page),
                            ADW_PREFERENCES_GROUP (create_facts (document)));
  etp_compat_dialog_show (parent, _ ("Properties of the Map"), page, NULL, NULL, 480, 520);
}
