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
 * open now and then. What there is to choose from may be every card of the map: it is kept as names, and
 * only what is shown of it has a row, from the time that it is shown. */

#define SEARCH_FROM 8 /* shorter lists are read at a glance */
/* Of what is chosen, and of the rest: more are counted and searched, not shown. */
#define MOST_ROWS 200

typedef struct
{
  char *id, *name; /* owned */
  char *folded; /* owned; NULL until something is searched for */
  GtkWidget *icon; /* owned, or NULL */
  GtkWidget *row; /* borrowed: a child of the list; NULL: it was never shown */
  gboolean is_chosen, is_shown;
} Entry;

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
  GtkLabel *more; /* how many are not shown */

  /* owned */
  GPtrArray *entries; /* of Entry */
  char *create_title;
  char *wanted; /* what is typed, folded */

  /* borrowed */
  EtpPickerFunc picked;
  EtpPickerReadFunc read;
  gpointer user_data;
};

G_DEFINE_FINAL_TYPE (EtpPicker, etp_picker, GTK_TYPE_POPOVER)

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_free (entry->id);
  g_free (entry->name);
  g_free (entry->folded);
  g_clear_object (&entry->icon);
  g_free (entry);
}

static const Entry *
get_entry (gpointer row)
{
  return g_object_get_data (G_OBJECT (row), "entry");
}

static void
pick_id (EtpPicker *self, const char *id)
{
  g_object_ref (self);
  gtk_popover_popdown (GTK_POPOVER (self));
  self->picked (self, id, self->user_data);
  g_object_unref (self);
}

static void
pick (EtpPicker *self, GtkListBoxRow *row)
{
  const Entry *entry = get_entry (row);

  if (entry != NULL)
    {
      pick_id (self, entry->id);
      return;
    }
  /* What has no name yet is named first. */
  if (GTK_WIDGET (row) == self->create_row && self->wanted == NULL)
    {
      g_object_set (self->search, "placeholder-text", _ ("Type a name"), NULL);
      gtk_widget_grab_focus (GTK_WIDGET (self->search));
      return;
    }
  pick_id (self, g_object_get_data (G_OBJECT (row), "id"));
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
  const Entry *entry = get_entry (row);

  if (GTK_WIDGET (row) == self->read_row)
    return g_object_get_data (G_OBJECT (row), "id") != NULL;
  return entry == NULL || entry->is_shown;
}

static gboolean
is_wanted (EtpPicker *self, Entry *entry)
{
  if (self->wanted == NULL)
    return TRUE;
  if (entry->folded == NULL)
    entry->folded = etp_fold (entry->name);
  return strstr (entry->folded, self->wanted) != NULL;
}

static void
tell_more (EtpPicker *self, guint n)
{
  g_autofree char *text = NULL;

  if (n > 0)
    text = g_strdup_printf (
        /* Translators: below a list that is too long to be shown as a whole; %u is how many it does
         * not show. */
        ngettext ("%u more: search for it", "%u more: search for them", n), n);
  else
    text = g_strdup ("");
  if (strcmp (text, gtk_label_get_label (self->more)) == 0)
    return;
  gtk_label_set_label (self->more, text);
  gtk_widget_set_visible (GTK_WIDGET (self->more), n > 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
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

static GtkWidget *
create_entry_row (Entry *entry)
{
  GtkWidget *row = create_row (entry->name, entry->icon, entry->is_chosen, NULL);

  g_object_set_data (G_OBJECT (row), "entry", entry);
  return row;
}

/* Shows what fits what is typed, and the first of that only where it is too much. */
static void
update_rows (EtpPicker *self)
{
  guint n_shown[2] = { 0, 0 }, n_more = 0;
  int place = 0;

  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = self->entries->pdata[i];
      guint *n = &n_shown[entry->is_chosen ? 1 : 0];
      const gboolean fits = is_wanted (self, entry);

      entry->is_shown = fits && *n < MOST_ROWS;
      *n += entry->is_shown ? 1 : 0;
      n_more += fits && !entry->is_shown ? 1 : 0;
      if (entry->is_shown && entry->row == NULL)
        {
          entry->row = create_entry_row (entry);
          gtk_list_box_insert (self->list, entry->row, place);
        }
      place += entry->row != NULL ? 1 : 0;
    }
  tell_more (self, n_more);
  gtk_list_box_invalidate_filter (self->list);
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
  update_rows (self);
  if (self->create_label != NULL)
    {
      g_autofree char *title = NULL;

      if (text[0] != '\0')
        /* Translators: %s is a name that somebody typed. */
        title = g_strdup_printf (_ ("Create “%s”"), text);
      gtk_label_set_label (self->create_label, title != NULL ? title : self->create_title);
    }
}

/* How well something fits what is typed; 0: not at all. What is chosen already is hardly looked for, unless
 * just that was typed. */
static guint
rate (EtpPicker *self, Entry *entry)
{
  if (!is_wanted (self, entry))
    return 0;
  if (strcmp (entry->folded, self->wanted) == 0)
    return 5;
  if (entry->is_chosen)
    return 1;
  return g_str_has_prefix (entry->folded, self->wanted) ? 4 : 3;
}

/* The row that takes what is typed as it is, or NULL. */
static GtkWidget *
find_row_for_typed (EtpPicker *self)
{
  if (self->create_row != NULL)
    return self->create_row;
  return self->read_row != NULL && g_object_get_data (G_OBJECT (self->read_row), "id") != NULL
             ? self->read_row
             : NULL;
}

/* Enter takes the first of those that fit best, shown or not, else what is typed itself; where nothing was
 * typed, and where it has been chosen before, all stays as it is. */
static void
on_search_activate (EtpPicker *self)
{
  GtkWidget *typed = find_row_for_typed (self);
  const Entry *best = NULL;
  guint best_rate = 0;

  for (guint i = 0; self->wanted != NULL && i < self->entries->len; i++)
    {
      const guint entry_rate = rate (self, self->entries->pdata[i]);

      if (entry_rate > best_rate)
        {
          best = self->entries->pdata[i];
          best_rate = entry_rate;
        }
    }
  if (best_rate > 1 && !best->is_chosen)
    pick_id (self, best->id);
  else if (self->wanted != NULL && best_rate <= 1 && typed != NULL)
    pick (self, GTK_LIST_BOX_ROW (typed));
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

  g_ptr_array_unref (self->entries);
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

  self->entries = g_ptr_array_new_with_free_func (entry_free);
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
  self->more = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->more, TRUE);
  gtk_label_set_max_width_chars (self->more, 34);
  gtk_widget_add_css_class (GTK_WIDGET (self->more), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->more), "caption");
  gtk_widget_set_visible (GTK_WIDGET (self->more), FALSE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->more));
  gtk_popover_set_child (GTK_POPOVER (self), box);
}

void
etp_picker_add (
    EtpPicker *self, const char *id, const char *name, GtkWidget *icon, gboolean is_chosen)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->id = g_strdup (id);
  entry->name = g_strdup (name);
  entry->icon = icon != NULL ? g_object_ref_sink (icon) : NULL;
  entry->is_chosen = is_chosen;
  g_ptr_array_add (self->entries, entry);
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

/* Of the first thing that is chosen, or NULL. */
static GtkWidget *
find_chosen_row (EtpPicker *self)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = self->entries->pdata[i];

      if (entry->is_chosen)
        return entry->row;
    }
  return NULL;
}

void
etp_picker_open (GtkWidget *widget,
                 EtpPickerListFunc list,
                 EtpPickerFunc picked,
                 gpointer user_data)
{
  EtpPicker *self = g_object_new (ETP_TYPE_PICKER, NULL);
  GtkWidget *chosen;
  gboolean has_search;

  self->picked = picked;
  self->user_data = user_data;
  list (self, user_data);
  update_rows (self);
  chosen = find_chosen_row (self);
  has_search = self->create_row != NULL || self->read != NULL || self->entries->len >= SEARCH_FROM;
  gtk_widget_set_visible (GTK_WIDGET (self->search), has_search);
  gtk_widget_set_parent (GTK_WIDGET (self), widget);
  gtk_popover_popup (GTK_POPOVER (self));
  if (has_search)
    gtk_widget_grab_focus (GTK_WIDGET (self->search));
  else if (chosen != NULL)
    gtk_widget_grab_focus (chosen);
  else
    gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
}
