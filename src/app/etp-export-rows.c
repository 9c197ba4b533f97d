/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-export-dialog-private.h"

#include <glib/gi18n-lib.h>

#include "export/etp-grid.h"
#include "model/etp-fields.h"

/* The rows of choices. They are made of the tables of formats, kinds of pages, papers and tables, so
 * that a new row there appears here by itself. */

static const struct
{
  EtpStyleKind style;
  const char *label;
} styles[] = {
  { ETP_STYLE_PAPER, N_ ("Paper") },
  { ETP_STYLE_LIGHT, N_ ("Light") },
  { ETP_STYLE_DARK, N_ ("Dark") },
};

static const guint scales[] = { 1, 2, 4, 8 };

GtkWidget *
etp_export_dialog_add_group (AdwPreferencesPage *page, const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  if (title != NULL)
    adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (group));
  return group;
}

GtkWidget *
etp_export_dialog_add_switch (EtpExportDialog *self,
                              GtkWidget *group,
                              const char *title,
                              const char *subtitle,
                              gboolean is_active,
                              GCallback callback)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_switch_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_switch_set_active (GTK_SWITCH (button), is_active);
  g_signal_connect (button, "notify::active", callback, self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return button;
}

static void
on_chosen (AdwComboRow *row, GParamSpec *pspec, EtpExportDialog *self)
{
  EtpChosenFunc func = (EtpChosenFunc) g_object_get_data (G_OBJECT (row), "chosen");
  const guint index = adw_combo_row_get_selected (row);

  if (self->is_filling || index == GTK_INVALID_LIST_POSITION)
    return;
  func (self, index);
  etp_export_dialog_changed (self);
}

GtkWidget *
etp_export_dialog_add_combo (EtpExportDialog *self,
                             GtkWidget *group,
                             const char *title,
                             GPtrArray *labels,
                             guint selected,
                             EtpChosenFunc func)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  for (guint i = 0; i < labels->len; i++)
    gtk_string_list_append (list, g_ptr_array_index (labels, i));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (list));
  /* Below the title it has room for long words. */
  adw_combo_row_set_use_subtitle (ADW_COMBO_ROW (row), TRUE);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), selected);
  g_object_set_data (G_OBJECT (row), "chosen", (gpointer) func);
  g_signal_connect (row, "notify::selected", G_CALLBACK (on_chosen), self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return row;
}

/* Format */

static void
choose_format (EtpExportDialog *self, guint index)
{
  self->choice->format = etp_exporter_get_nth (index);
}

static void
add_format (EtpExportDialog *self, GtkWidget *group)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  const EtpExporter *format;
  guint selected = 0;

  for (guint i = 0; (format = etp_exporter_get_nth (i)) != NULL; i++)
    {
      g_ptr_array_add (labels, (gpointer) _ (format->label));
      if (format == self->choice->format)
        selected = i;
    }
  self->format = etp_export_dialog_add_combo (self, group, _ ("Format"), labels, selected,
                                              choose_format);
}

/* Pages. A printer has its own paper: one page as large as the map is not for it. */

static gboolean
is_offered (const EtpExportDialog *self, const EtpPagesKind *kind)
{
  return self->target == ETP_EXPORT_TO_FILE || kind->has_paper || g_str_equal (kind->name, "deck");
}

static const EtpPagesKind *
get_kind (const EtpExportDialog *self, guint index)
{
  const EtpPagesKind *kind;

  for (guint i = 0; (kind = etp_pages_kind_get_nth (i)) != NULL; i++)
    if (is_offered (self, kind) && index-- == 0)
      return kind;
  return NULL;
}

static void
choose_pages (EtpExportDialog *self, guint index)
{
  self->choice->pages = get_kind (self, index);
}

static void
add_pages (EtpExportDialog *self, GtkWidget *group)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  const EtpPagesKind *kind;
  guint selected = 0;

  for (guint i = 0; (kind = get_kind (self, i)) != NULL; i++)
    {
      g_ptr_array_add (labels, (gpointer) _ (kind->label));
      if (kind == self->choice->pages)
        selected = i;
    }
  self->choice->pages = get_kind (self, selected);
  self->pages = etp_export_dialog_add_combo (self, group, _ ("Pages"), labels, selected,
                                             choose_pages);
}

static void
choose_detail (EtpExportDialog *self, guint index)
{
  self->choice->detail = (EtpPagesDetail) index;
}

static void
choose_slides (EtpExportDialog *self, guint index)
{
  self->choice->is_narrow = index == 1;
}

static void
add_fixed (EtpExportDialog *self, GtkWidget *group)
{
  g_autoptr (GPtrArray) detail = g_ptr_array_new ();
  g_autoptr (GPtrArray) slides = g_ptr_array_new ();

  /* Translators: what is done with text that does not fit on the sheet at a readable size. */
  g_ptr_array_add (detail, (gpointer) _ ("Titles, then more sheets"));
  g_ptr_array_add (detail, (gpointer) _ ("More sheets"));
  g_ptr_array_add (detail, (gpointer) _ ("Titles only"));
  g_ptr_array_add (detail, (gpointer) _ ("Smaller text"));
  self->detail = etp_export_dialog_add_combo (self, group, _ ("Where room is short"), detail,
                                              (guint) self->choice->detail, choose_detail);
  g_ptr_array_add (slides, (gpointer) "16:9");
  g_ptr_array_add (slides, (gpointer) "4:3");
  self->slides = etp_export_dialog_add_combo (self, group, _ ("Slides"), slides,
                                              self->choice->is_narrow, choose_slides);
}

/* Slides: what has changed since. The first is nothing. */

static void
choose_before (EtpExportDialog *self, guint index)
{
  EtpNodeList *snapshots = etp_journey_get_list (self->journey, ETP_LIST_SNAPSHOTS);

  g_clear_pointer (&self->choice->before, g_free);
  if (index > 0)
    self->choice->before = g_strdup (etp_node_get_id (etp_node_list_get (snapshots, index - 1)));
}

static void
add_before (EtpExportDialog *self, GtkWidget *group)
{
  EtpNodeList *snapshots = etp_journey_get_list (self->journey, ETP_LIST_SNAPSHOTS);
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  g_ptr_array_add (labels, (gpointer) _ ("Not shown"));
  for (guint i = 0; i < etp_node_list_get_length (snapshots); i++)
    {
      const char *name = etp_node_get_text (etp_node_list_get (snapshots, i), ETP_SNAPSHOT_NAME);

      g_ptr_array_add (labels, (gpointer) (name[0] != '\0' ? name : _ ("Snapshot")));
    }
  /* Translators: the row in which an earlier state of the map is chosen to compare with. */
  self->before = etp_export_dialog_add_combo (self, group, _ ("Changes since"), labels, 0,
                                              choose_before);
}

/* Style and size of pictures */

static void
choose_style (EtpExportDialog *self, guint index)
{
  self->choice->style = styles[index].style;
}

static void
choose_scale (EtpExportDialog *self, guint index)
{
  self->choice->scale = scales[index];
}

static void
add_look (EtpExportDialog *self, GtkWidget *group)
{
  g_autoptr (GPtrArray) style_labels = g_ptr_array_new ();
  g_autoptr (GPtrArray) scale_labels = g_ptr_array_new_with_free_func (g_free);
  guint style = 0, scale = 1;

  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    {
      g_ptr_array_add (style_labels, (gpointer) _ (styles[i].label));
      if (styles[i].style == self->choice->style)
        style = i;
    }
  self->choice->style = styles[style].style;
  self->style = etp_export_dialog_add_combo (self, group, _ ("Style"), style_labels, style,
                                             choose_style);
  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      /* Translators: how much finer than on the screen a picture is. */
      g_ptr_array_add (scale_labels, g_strdup_printf (_ ("%u times as fine"), scales[i]));
      if (scales[i] == self->choice->scale)
        scale = i;
    }
  self->choice->scale = scales[scale];
  self->scale = etp_export_dialog_add_combo (self, group, _ ("Resolution"), scale_labels, scale,
                                             choose_scale);
}

/* Tables */

static void
choose_table (EtpExportDialog *self, guint index)
{
  g_free (self->choice->table);
  self->choice->table = g_strdup (etp_grid_get_nth_name (index));
}

/* The first is none. */
static void
choose_preset (EtpExportDialog *self, guint index)
{
  self->choice->preset = index > 0 ? etp_csv_preset_get_nth (index - 1) : NULL;
}

static const char *
get_preset_label (const EtpCsvPreset *preset)
{
  if (g_str_equal (preset->name, "excel-de"))
    return _ ("German Excel");
  if (g_str_equal (preset->name, "excel-en"))
    return _ ("English Excel");
  return preset->name;
}

static void
add_table (EtpExportDialog *self, GtkWidget *group)
{
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) presets = g_ptr_array_new ();
  const EtpCsvPreset *preset;
  const char *name;
  guint table = 0, chosen = 0;

  for (guint i = 0; (name = etp_grid_get_nth_name (i)) != NULL; i++)
    {
      g_autoptr (EtpGrid) grid = etp_grid_new (self->journey, name);

      g_ptr_array_add (tables, g_strdup (etp_grid_get_title (grid)));
      if (g_strcmp0 (name, self->choice->table) == 0)
        table = i;
    }
  choose_table (self, table);
  self->table = etp_export_dialog_add_combo (self, group, _ ("Table"), tables, table, choose_table);
  g_ptr_array_add (presets, (gpointer) _ ("Any program"));
  for (guint i = 0; (preset = etp_csv_preset_get_nth (i)) != NULL; i++)
    {
      g_ptr_array_add (presets, (gpointer) get_preset_label (preset));
      if (preset == self->choice->preset)
        chosen = i + 1;
    }
  self->preset = etp_export_dialog_add_combo (self, group, _ ("To be opened with"), presets, chosen,
                                              choose_preset);
}

/* What stands on each page */

static void
on_header_changed (GtkEditable *row, EtpExportDialog *self)
{
  g_free (self->choice->header);
  self->choice->header = g_strdup (gtk_editable_get_text (row));
  etp_export_dialog_changed (self);
}

static void
on_footer_changed (GtkEditable *row, EtpExportDialog *self)
{
  g_free (self->choice->footer);
  self->choice->footer = g_strdup (gtk_editable_get_text (row));
  etp_export_dialog_changed (self);
}

static void
on_date_changed (GtkSwitch *button, GParamSpec *pspec, EtpExportDialog *self)
{
  self->choice->has_date = gtk_switch_get_active (button);
  etp_export_dialog_changed (self);
}

static void
add_entry (EtpExportDialog *self, const char *title, const char *text, GCallback callback)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
  g_signal_connect (row, "changed", callback, self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->edges), row);
}

void
etp_export_dialog_add_edges (EtpExportDialog *self, AdwPreferencesPage *page)
{
  self->edges = etp_export_dialog_add_group (page, _ ("On Each Page"));
  add_entry (self, _ ("Header"), self->choice->header, G_CALLBACK (on_header_changed));
  add_entry (self, _ ("Footer"), self->choice->footer, G_CALLBACK (on_footer_changed));
  etp_export_dialog_add_switch (self, self->edges, _ ("Today’s date"), NULL, self->choice->has_date,
                                G_CALLBACK (on_date_changed));
  etp_export_dialog_add_logo (self, self->edges);
}

void
etp_export_dialog_add_rows (EtpExportDialog *self, AdwPreferencesPage *page)
{
  GtkWidget *group = etp_export_dialog_add_group (page, NULL);

  add_format (self, group);
  add_pages (self, group);
  etp_export_dialog_add_about (self, group);
  etp_export_dialog_add_paper (self, group);
  add_fixed (self, group);
  add_before (self, group);
  etp_export_dialog_add_template (self, group);
  add_look (self, group);
  add_table (self, group);
}

void
etp_export_dialog_update_rows (EtpExportDialog *self)
{
  const guint uses = self->choice->format->uses;
  const gboolean has_pages = (uses & ETP_EXPORT_USES_PAGES) != 0;
  const gboolean on_paper = (uses & (ETP_EXPORT_USES_PAGES | ETP_EXPORT_USES_PAPER)) != 0
                            && etp_export_choice_get_pages (self->choice)->has_paper;
  const gboolean has_slides = (uses & ETP_EXPORT_USES_SLIDES) != 0
                              || (has_pages && g_str_equal (self->choice->pages->name, "deck"));

  etp_export_dialog_update_paper (self, on_paper);
  etp_export_dialog_update_about (self, has_pages);
  gtk_widget_set_visible (self->format, self->target == ETP_EXPORT_TO_FILE);
  gtk_widget_set_visible (self->pages, has_pages);
  gtk_widget_set_visible (self->detail,
                          has_pages && g_str_equal (self->choice->pages->name, "poster"));
  gtk_widget_set_visible (self->slides, has_slides);
  gtk_widget_set_visible (self->before, has_slides
                                            && etp_node_list_get_length (etp_journey_get_list (
                                                   self->journey, ETP_LIST_SNAPSHOTS))
                                                   > 0);
  etp_export_dialog_update_template (self);
  gtk_widget_set_visible (self->template_row, (uses & ETP_EXPORT_USES_TEMPLATE) != 0);
  gtk_widget_set_visible (self->style, (uses & ETP_EXPORT_USES_STYLE) != 0);
  gtk_widget_set_visible (self->scale, (uses & ETP_EXPORT_USES_SCALE) != 0);
  gtk_widget_set_visible (self->table, (uses & ETP_EXPORT_USES_TABLE) != 0);
  gtk_widget_set_visible (self->preset, (uses & ETP_EXPORT_USES_TABLE) != 0);
  gtk_widget_set_visible (self->edges, has_pages || has_slides || on_paper);
}
