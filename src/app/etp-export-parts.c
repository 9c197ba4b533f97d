/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-export-dialog-private.h"

#include <glib/gi18n-lib.h>

#include "model/etp-fields.h"
#include "model/etp-words.h"

/* Lanes, phases and personas to be ticked. As long as just what the map shows is ticked nothing is
 * chosen, so that other maps do not inherit it. */

typedef struct
{
  EtpExportDialog *dialog; /* borrowed: the rows go with it */
  EtpListKind list;
  char **chosen; /* in the choice */
  GPtrArray *checks; /* of GtkCheckButton, in the journey's order */
  GtkWidget *row;
} Part;

static void
part_free (gpointer data)
{
  Part *part = data;

  g_ptr_array_unref (part->checks);
  g_free (part);
}

static gboolean
is_shown (EtpNode *node)
{
  switch (etp_node_get_list (node))
    {
    case ETP_LIST_LANES:
      return !etp_node_get_boolean (node, ETP_LANE_HIDDEN);
    case ETP_LIST_PHASES:
      return !etp_node_get_boolean (node, ETP_PHASE_HIDDEN);
    default:
      return TRUE;
    }
}

/* What people call it; free. */
static char *
dup_name (EtpJourney *journey, EtpNode *node, guint index)
{
  const char *language = etp_node_get_text (journey, ETP_JOURNEY_LANGUAGE);
  const char *name;

  switch (etp_node_get_list (node))
    {
    case ETP_LIST_LANES:
      name = etp_node_get_text (node, ETP_LANE_NAME);
      if (name[0] == '\0')
        name = etp_words_get_lane_kind (language, etp_node_get_enum (node, ETP_LANE_KIND));
      return g_strdup (name);
    case ETP_LIST_PHASES:
      name = etp_node_get_text (node, ETP_PHASE_NAME);
      return g_strdup_printf ("%u %s", index + 1, name);
    default:
      name = etp_node_get_text (node, ETP_PERSONA_NAME);
      return g_strdup (name[0] != '\0' ? name : _ ("Persona"));
    }
}

static void
update_part (Part *part)
{
  EtpNodeList *nodes = etp_journey_get_list (part->dialog->journey, part->list);
  g_autoptr (GString) ids = g_string_new (NULL);
  gboolean is_usual = TRUE;
  guint n = 0;
  g_autofree char *subtitle = NULL;

  for (guint i = 0; i < part->checks->len; i++)
    {
      EtpNode *node = etp_node_list_get (nodes, i);
      const gboolean is_chosen = gtk_check_button_get_active (g_ptr_array_index (part->checks, i));

      is_usual &= is_chosen == is_shown (node);
      n += is_chosen;
      if (is_chosen)
        g_string_append_printf (ids, "%s%s", ids->len > 0 ? "," : "", etp_node_get_id (node));
    }
  g_free (*part->chosen);
  *part->chosen = is_usual || n == 0 ? NULL : g_strdup (ids->str);
  if (n == 0)
    subtitle = g_strdup (_ ("None ticked: as on the map"));
  else
    /* Translators: how many things of a list are chosen, and how many there are. */
    subtitle = g_strdup_printf (_ ("%u of %u"), n, part->checks->len);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (part->row), subtitle);
}

static void
on_toggled (GtkCheckButton *check, Part *part)
{
  update_part (part);
  etp_export_dialog_changed (part->dialog);
}

static void
add_check (Part *part, EtpNode *node, guint index)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  g_autofree char *name = dup_name (part->dialog->journey, node, index);
  g_autofree char *plain = g_markup_escape_text (name, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), plain);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), is_shown (node));
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  g_signal_connect (check, "toggled", G_CALLBACK (on_toggled), part);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (part->row), row);
  g_ptr_array_add (part->checks, check);
}

static void
add_part (
    EtpExportDialog *self, GtkWidget *group, const char *title, EtpListKind list, char **chosen)
{
  EtpNodeList *nodes = etp_journey_get_list (self->journey, list);
  const guint n = etp_node_list_get_length (nodes);
  Part *part;

  if (n < 2)
    return; /* nothing to choose from */
  part = g_new (Part, 1);
  *part = (Part){ self, list, chosen, g_ptr_array_new (), adw_expander_row_new () };
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (part->row), title);
  for (guint i = 0; i < n; i++)
    add_check (part, etp_node_list_get (nodes, i), i);
  update_part (part);
  g_object_set_data_full (G_OBJECT (part->row), "part", part, part_free);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), part->row);
}

static void
on_external_changed (GtkSwitch *button, GParamSpec *pspec, EtpExportDialog *self)
{
  self->choice->external = gtk_switch_get_active (button);
  etp_export_dialog_changed (self);
}

static GtkLabel *
add_label (GtkWidget *box, const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

GtkWidget *
etp_export_dialog_create_words (EtpExportDialog *self)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  self->going = add_label (words, NULL);
  self->staying = add_label (words, "dim-label");
  gtk_widget_add_css_class (words, "going-out");
  return words;
}

void
etp_export_dialog_add_parts (EtpExportDialog *self, AdwPreferencesPage *page)
{
  GtkWidget *group = etp_export_dialog_add_group (page, _ ("What Goes Out"));

  add_part (self, group, _ ("Lanes"), ETP_LIST_LANES, &self->choice->lanes);
  add_part (self, group, _ ("Phases"), ETP_LIST_PHASES, &self->choice->phases);
  add_part (self, group, _ ("Personas"), ETP_LIST_PERSONAS, &self->choice->personas);
  etp_export_dialog_add_switch (
      self, group, _ ("For people outside"),
      _ ("Without comments, votes, money, owners and what is marked internal."),
      self->choice->external, G_CALLBACK (on_external_changed));
}
