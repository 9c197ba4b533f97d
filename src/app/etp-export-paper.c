/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-export-dialog-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "scene/etp-paper.h"

/* The sheet: one of those that are known, lying or upright, or one of any size. */

static guint
count_names (void)
{
  return g_strv_length ((char **) etp_paper_get_names ());
}

static EtpPaper
get_paper (const EtpExportDialog *self)
{
  EtpPaper paper;

  etp_paper_parse (etp_export_choice_get_page (self->choice), &paper);
  return paper;
}

static void
set_size (EtpExportDialog *self, double width_mm, double height_mm)
{
  g_autofree char *page = g_strdup_printf ("%.0fx%.0fmm", width_mm, height_mm);

  etp_export_choice_set_page (self->choice, page);
}

static void
set_named (EtpExportDialog *self, const char *name, gboolean is_portrait)
{
  g_autofree char *page = g_strconcat (name, is_portrait ? "-portrait" : "-landscape", NULL);

  etp_export_choice_set_page (self->choice, page);
}

static void
choose_paper (EtpExportDialog *self, guint index)
{
  const EtpPaper paper = get_paper (self);

  if (index < count_names ())
    set_named (self, etp_paper_get_names ()[index], etp_paper_is_portrait (&paper));
  else
    /* What was chosen before is where one begins. */
    set_size (self, paper.width / ETP_PAPER_MM, paper.height / ETP_PAPER_MM);
}

static void
choose_lying (EtpExportDialog *self, guint index)
{
  const EtpPaper paper = get_paper (self);

  if (paper.name != NULL)
    set_named (self, paper.name, index == 1);
}

static void
on_size_changed (GtkSpinButton *spin, EtpExportDialog *self)
{
  if (self->is_filling)
    return;
  set_size (self, gtk_spin_button_get_value (self->width_mm),
            gtk_spin_button_get_value (self->height_mm));
  etp_export_dialog_changed (self);
}

static GtkWidget *
add_length (EtpExportDialog *self, GtkWidget *group, const char *title, GtkSpinButton **spin)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_spin_button_new_with_range (ETP_PAPER_LEAST_MM, ETP_PAPER_MOST_MM, 10);

  gtk_spin_button_set_digits (GTK_SPIN_BUTTON (button), 0);
  gtk_spin_button_set_numeric (GTK_SPIN_BUTTON (button), TRUE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect (button, "value-changed", G_CALLBACK (on_size_changed), self);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  *spin = GTK_SPIN_BUTTON (button);
  return row;
}

void
etp_export_dialog_add_paper (EtpExportDialog *self, GtkWidget *group)
{
  const char *const *names = etp_paper_get_names ();
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) lying = g_ptr_array_new ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      EtpPaper paper;

      etp_paper_parse (names[i], &paper);
      g_ptr_array_add (labels, etp_paper_dup_label (&paper));
    }
  g_ptr_array_add (labels, g_strdup (C_ ("sheet of paper", "Another size")));
  self->paper = etp_export_dialog_add_combo (self, group, _ ("Paper"), labels, 0, choose_paper);
  g_ptr_array_add (lying, (gpointer) _ ("Landscape"));
  g_ptr_array_add (lying, (gpointer) C_ ("sheet of paper", "Portrait"));
  self->lying = etp_export_dialog_add_combo (self, group, _ ("Orientation"), lying, 0,
                                             choose_lying);
  self->width_row = add_length (self, group, _ ("Width in millimetres"), &self->width_mm);
  self->height_row = add_length (self, group, _ ("Height in millimetres"), &self->height_mm);
}

/* Each kind of pages has its own. */
void
etp_export_dialog_update_paper (EtpExportDialog *self, gboolean on_paper)
{
  const char *const *names = etp_paper_get_names ();
  const EtpPaper paper = get_paper (self);
  guint index = count_names ();

  for (guint i = 0; names[i] != NULL; i++)
    if (g_strcmp0 (names[i], paper.name) == 0)
      index = i;
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->paper), index);
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->lying), etp_paper_is_portrait (&paper) ? 1 : 0);
  if (paper.name == NULL)
    {
      gtk_spin_button_set_value (self->width_mm, round (paper.width / ETP_PAPER_MM));
      gtk_spin_button_set_value (self->height_mm, round (paper.height / ETP_PAPER_MM));
    }
  gtk_widget_set_visible (self->paper, on_paper);
  gtk_widget_set_visible (self->lying, on_paper && paper.name != NULL);
  gtk_widget_set_visible (self->width_row, on_paper && paper.name == NULL);
  gtk_widget_set_visible (self->height_row, on_paper && paper.name == NULL);
}
