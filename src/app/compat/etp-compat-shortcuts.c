/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-compat-shortcuts.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "app/inspector/etp-beside.h"
#include "app/inspector/etp-wrap.h"
#include "etp-compat-window.h"

char *
etp_compat_shortcuts_dup_label (const char *accelerator)
{
  g_auto (GStrv) ends = g_strsplit (accelerator, "...", 2);
  GString *label = g_string_new (NULL);

  for (guint i = 0; ends[i] != NULL; i++)
    {
      g_autofree char *end = NULL;
      GdkModifierType modifiers = 0;
      guint key = 0;

      if (!gtk_accelerator_parse (ends[i], &key, &modifiers))
        {
          g_string_free (label, TRUE);
          return NULL;
        }
      end = gtk_accelerator_get_label (key, modifiers);
      g_string_append_printf (label, "%s%s", i > 0 ? "…" : "", end);
    }
  return g_string_free (label, FALSE);
}

#if ADW_CHECK_VERSION(1, 8, 0)

void
etp_compat_show_shortcuts (GtkWindow *parent, const EtpShortcutSection *sections, guint n_sections)
{
  AdwDialog *dialog = adw_shortcuts_dialog_new ();

  for (guint i = 0; i < n_sections; i++)
    {
      AdwShortcutsSection *section = adw_shortcuts_section_new (sections[i].title);

      for (const EtpShortcutRow *row = sections[i].rows; row->title != NULL; row++)
        adw_shortcuts_section_add (section, adw_shortcuts_item_new (row->title, row->accelerator));
      adw_shortcuts_dialog_add (ADW_SHORTCUTS_DIALOG (dialog), section);
    }
  adw_dialog_present (dialog, GTK_WIDGET (parent));
}

#else

/* The keys of a row as people know them: "Ctrl+O"; a dash if it has none. */
static GtkWidget *
create_keys (const char *accelerators)
{
  GtkWidget *box = etp_wrap_box_new ();
  g_auto (GStrv) each = g_strsplit (accelerators, " ", -1);

  for (guint i = 0; each[i] != NULL; i++)
    {
      g_autofree char *text = etp_compat_shortcuts_dup_label (each[i]);
      GtkWidget *label;

      if (text == NULL)
        continue;
      label = gtk_label_new (text);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_widget_add_css_class (label, "key");
      gtk_box_append (GTK_BOX (box), label);
    }
  if (each[0] == NULL)
    {
      GtkWidget *none = gtk_label_new ("–");

      gtk_widget_add_css_class (none, "dim-label");
      gtk_box_append (GTK_BOX (box), none);
    }
  return box;
}

static GtkWidget *
create_row (const EtpShortcutRow *row)
{
  GtkWidget *line = adw_preferences_row_new ();
  GtkWidget *title = gtk_label_new (row->title);
  GtkWidget *box = etp_beside_box_new (title, create_keys (row->accelerator));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (line), row->title);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (title), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (title), 10); /* in a line, else the keys go below */
  gtk_widget_add_css_class (box, "shortcut");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (line), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (line), FALSE);
  return line;
}

static GtkWidget *
create_group (const EtpShortcutSection *section)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), section->title);
  for (const EtpShortcutRow *row = section->rows; row->title != NULL; row++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), create_row (row));
  return group;
}

static void
close_on_escape (GtkWidget *window)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys), gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                        gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (window, keys);
}

void
etp_compat_show_shortcuts (GtkWindow *parent, const EtpShortcutSection *sections, guint n_sections)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *page = adw_preferences_page_new ();

  etp_compat_window_init (GTK_WINDOW (window));
  for (guint i = 0; i < n_sections; i++)
    adw_preferences_page_add (ADW_PREFERENCES_PAGE (page),
                              ADW_PREFERENCES_GROUP (create_group (&sections[i])));
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), page);
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_window_set_title (GTK_WINDOW (window), _ ("Keyboard Shortcuts"));
  gtk_window_set_default_size (GTK_WINDOW (window), 560, 640);
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  close_on_escape (window);
  gtk_window_present (GTK_WINDOW (window));
}

#endif
