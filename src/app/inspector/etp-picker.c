/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-picker.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "canvas/etp-unparent.h"
#include "model/etp-fold.h"

/* Made when it is opened and dropped when it is closed: a form has dozens of these, of which one is
 * open now and then. */

#define SEARCH_FROM 8 /* shorter lists are read at a glance */

struct _EtpPicker
{
  GtkPopover parent;

  /* borrowed: children */
  GtkListBox *list;
  GtkEditable *search;
  GtkWidget *create_row; /* NULL: nothing can be created */
  GtkLabel *create_label;
  GtkWidget *read_row; /* NULL: what is typed is only searched for */
  GtkLabel *read_label;
  GtkWidget *read_icon;

  /* owned */
  char *create_title;
  char *wanted; /* what is typed, folded */

  /* borrowed */
  EtpPickerFunc picked;
  EtpPickerReadFunc read;
  gpointer user_data;

  /* state */
  guint n_rows;
  GtkWidget *chosen; /* the row of the first thing that is chosen, or NULL */
};

G_DEFINE_FINAL_TYPE (EtpPicker, etp_picker, GTK_TYPE_POPOVER)

typedef struct
{
  EtpPickerListFunc list;
  EtpPickerFunc picked;
  gpointer user_data;
} Opener;

static void
pick (EtpPicker *self, GtkListBoxRow *row)
{
  /* What has no name yet is named first. */
  if (GTK_WIDGET (row) == self->create_row && self->wanted == NULL)
    {
      g_object_set (self->search, "placeholder-text", _ ("Type a name"), NULL);
      gtk_widget_grab_focus (GTK_WIDGET (self->search));
      return;
    }
  g_object_ref (self);
  gtk_popover_popdown (GTK_POPOVER (self));
  self->picked (self, g_object_get_data (G_OBJECT (row), "id"), self->user_data);
  g_object_unref (self);
}

const char *
etp_picker_get_new_name (EtpPicker *self)
{
  return gtk_editable_get_text (self->search);
}

static gboolean
filter_row (GtkListBoxRow *row, gpointer user_data)
{
  EtpPicker *self = user_data;
  const char *folded = g_object_get_data (G_OBJECT (row), "folded");

  if (GTK_WIDGET (row) == self->read_row)
    return g_object_get_data (G_OBJECT (row), "id") != NULL;
  return folded == NULL || self->wanted == NULL || strstr (folded, self->wanted) != NULL;
}

static void
read_typed (EtpPicker *self, const char *text)
{
  char *id = self->read (text, self->read_icon);

  g_object_set_data_full (G_OBJECT (self->read_row), "id", id, g_free);
  if (id == NULL)
    return;
  gtk_label_set_label (self->read_label, id);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->read_row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  id, -1);
}

static void
on_search_changed (EtpPicker *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->search)));

  g_free (self->wanted);
  self->wanted = text[0] != '\0' ? etp_fold (text) : NULL;
  if (self->read != NULL)
    read_typed (self, text);
  gtk_list_box_invalidate_filter (self->list);
  if (self->create_label != NULL)
    {
      g_autofree char *title = NULL;

      if (text[0] != '\0')
        /* Translators: %s is a name that somebody typed. */
        title = g_strdup_printf (_ ("Create “%s”"), text);
      gtk_label_set_label (self->create_label, title != NULL ? title : self->create_title);
    }
}

static gboolean
is_chosen_row (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "is-chosen") != NULL;
}

/* How well a row fits what is typed; 0: not at all. What is chosen already is hardly looked for, unless
 * just that was typed. */
static guint
rate (EtpPicker *self, GtkListBoxRow *row)
{
  const char *folded = g_object_get_data (G_OBJECT (row), "folded");

  if (folded == NULL) /* what is typed itself */
    return filter_row (row, self) ? 2 : 0;
  if (strcmp (folded, self->wanted) == 0)
    return 5;
  if (strstr (folded, self->wanted) == NULL)
    return 0;
  if (is_chosen_row (row))
    return 1;
  return g_str_has_prefix (folded, self->wanted) ? 4 : 3;
}

/* Enter takes the first of those that fit best; where nothing was typed, and where it has been chosen
 * before, all stays as it is. */
static void
on_search_activate (EtpPicker *self)
{
  GtkListBoxRow *row, *best = NULL;
  guint best_rate = 0;

  for (int i = 0;
       self->wanted != NULL && (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      const guint row_rate = rate (self, row);

      if (row_rate > best_rate)
        {
          best = row;
          best_rate = row_rate;
        }
    }
  if (best != NULL && !is_chosen_row (best))
    pick (self, best);
  else if (best != NULL || self->wanted == NULL)
    gtk_popover_popdown (GTK_POPOVER (self));
}

static gboolean
on_search_key (
    GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, EtpPicker *self)
{
  if (key != GDK_KEY_Down)
    return FALSE;
  return gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
}

static void
etp_picker_closed (GtkPopover *popover)
{
  if (GTK_POPOVER_CLASS (etp_picker_parent_class)->closed != NULL)
    GTK_POPOVER_CLASS (etp_picker_parent_class)->closed (popover);
  /* Not while it is still being closed. */
  etp_unparent_later (GTK_WIDGET (popover));
}

static void
etp_picker_finalize (GObject *object)
{
  EtpPicker *self = ETP_PICKER (object);

  g_free (self->create_title);
  g_free (self->wanted);
  G_OBJECT_CLASS (etp_picker_parent_class)->finalize (object);
}

static void
etp_picker_class_init (EtpPickerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = etp_picker_finalize;
  GTK_POPOVER_CLASS (klass)->closed = etp_picker_closed;
}

static void
etp_picker_init (EtpPicker *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->search = GTK_EDITABLE (gtk_search_entry_new ());
  g_object_set (self->search, "placeholder-text", _ ("Search"), NULL);
  g_signal_connect_swapped (self->search, "changed", G_CALLBACK (on_search_changed), self);
  g_signal_connect_swapped (self->search, "activate", G_CALLBACK (on_search_activate), self);
  g_signal_connect_swapped (self->search, "stop-search", G_CALLBACK (gtk_popover_popdown), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_search_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self->search), keys);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_list_box_set_filter_func (self->list, filter_row, self, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "picker");
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (pick), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 320);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->search));
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_popover_set_child (GTK_POPOVER (self), box);
}

static GtkWidget *
create_row (const char *name, GtkWidget *icon, gboolean is_chosen, GtkLabel **label_out)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new (name);
  GtkWidget *check = gtk_image_new_from_icon_name ("object-select-symbolic");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 14);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 34);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_opacity (check, is_chosen ? 1 : 0);
  if (icon != NULL)
    gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), check);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (label_out != NULL)
    *label_out = GTK_LABEL (label);
  return row;
}

void
etp_picker_add (
    EtpPicker *self, const char *id, const char *name, GtkWidget *icon, gboolean is_chosen)
{
  GtkWidget *row = create_row (name, icon, is_chosen, NULL);

  g_object_set_data_full (G_OBJECT (row), "id", g_strdup (id), g_free);
  g_object_set_data_full (G_OBJECT (row), "folded", etp_fold (name), g_free);
  if (is_chosen)
    g_object_set_data (G_OBJECT (row), "is-chosen", row);
  gtk_list_box_append (self->list, row);
  self->n_rows++;
  if (is_chosen && self->chosen == NULL)
    self->chosen = row;
}

void
etp_picker_set_create (EtpPicker *self, const char *title)
{
  self->create_title = g_strdup (title);
  self->create_row = create_row (title, gtk_image_new_from_icon_name ("list-add-symbolic"), FALSE,
                                 &self->create_label);
  g_object_set (self->search, "placeholder-text", _ ("Search or new name"), NULL);
  gtk_list_box_append (self->list, self->create_row);
}

void
etp_picker_set_read (EtpPicker *self,
                     GtkWidget *icon,
                     const char *placeholder,
                     EtpPickerReadFunc read)
{
  self->read = read;
  self->read_icon = icon;
  self->read_row = create_row ("", icon, FALSE, &self->read_label);
  g_object_set (self->search, "placeholder-text", placeholder, NULL);
  gtk_list_box_append (self->list, self->read_row);
}

void
etp_picker_open (GtkWidget *widget,
                 EtpPickerListFunc list,
                 EtpPickerFunc picked,
                 gpointer user_data)
{
  EtpPicker *self = g_object_new (ETP_TYPE_PICKER, NULL);
  gboolean has_search;

  self->picked = picked;
  self->user_data = user_data;
  list (self, user_data);
  has_search = self->create_row != NULL || self->read != NULL || self->n_rows >= SEARCH_FROM;
  gtk_widget_set_visible (GTK_WIDGET (self->search), has_search);
  gtk_widget_set_parent (GTK_WIDGET (self), widget);
  gtk_popover_popup (GTK_POPOVER (self));
  if (has_search)
    gtk_widget_grab_focus (GTK_WIDGET (self->search));
  else if (self->chosen != NULL)
    gtk_widget_grab_focus (self->chosen);
  else
    gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
}

static void
on_button_clicked (GtkWidget *button, Opener *opener)
{
  etp_picker_open (button, opener->list, opener->picked, opener->user_data);
}

static void
free_opener (gpointer data, GClosure *closure)
{
  g_free (data);
}

/* An open picker goes with its button. */
static void
on_button_destroyed (GtkWidget *button)
{
  GtkWidget *child = gtk_widget_get_first_child (button);

  while (child != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (child);

      if (ETP_IS_PICKER (child))
        gtk_widget_unparent (child);
      child = next;
    }
}

GtkWidget *
etp_picker_button_new (EtpPickerListFunc list, EtpPickerFunc picked, gpointer user_data)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *label = gtk_label_new (NULL);
  Opener *opener = g_new (Opener, 1);

  opener->list = list;
  opener->picked = picked;
  opener->user_data = user_data;
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("pan-down-symbolic"));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "pick");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_HAS_POPUP, TRUE,
                                  -1);
  g_signal_connect_data (button, "clicked", G_CALLBACK (on_button_clicked), opener, free_opener, 0);
  g_signal_connect (button, "destroy", G_CALLBACK (on_button_destroyed), NULL);
  return button;
}

void
etp_picker_button_set_text (GtkWidget *button, const char *text)
{
  GtkWidget *box = gtk_button_get_child (GTK_BUTTON (button));
  GtkLabel *label = GTK_LABEL (gtk_widget_get_first_child (box));

  gtk_label_set_label (label, text[0] != '\0' ? text : "—");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text, -1);
}
