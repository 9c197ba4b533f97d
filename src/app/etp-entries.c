/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-entries.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "etp-entry-row.h"
#include "model/etp-fold.h"

struct _EtpEntries
{
  GtkWidget parent;

  /* borrowed: children */
  GtkWidget *box;
  GtkListBox *list;
  GtkWidget *search, *empty;
  GtkWidget *remove_button, *up_button, *down_button;

  /* owned */
  char *needle; /* folded text that is searched for */

  /* state */
  gboolean is_movable, is_filling;
};

G_DEFINE_FINAL_TYPE (EtpEntries, etp_entries, GTK_TYPE_WIDGET)

enum
{
  SELECTED,
  ACTIVATED,
  COMMAND,
  DROPPED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
is_wanted (GtkListBoxRow *widget, gpointer user_data)
{
  EtpEntries *self = user_data;
  g_autofree char *name = etp_fold (etp_entry_row_get (widget)->name);

  return self->needle == NULL || strstr (name, self->needle) != NULL;
}

/* The first row that is looked for, from a position on (step: 1) or back (−1); NULL: there is none. */
static GtkListBoxRow *
find_wanted (EtpEntries *self, int position, int step)
{
  GtkListBoxRow *widget = NULL;

  for (; position >= 0; position += step)
    if ((widget = gtk_list_box_get_row_at_index (self->list, position)) == NULL
        || is_wanted (widget, self))
      return widget;
  return NULL;
}

/* That in the place, else the next one, else the one before. */
static GtkListBoxRow *
find_nearest (EtpEntries *self, guint position)
{
  GtkListBoxRow *widget;
  int n = 0;

  while (gtk_list_box_get_row_at_index (self->list, n) != NULL)
    n++;
  position = MIN (position, (guint) n);
  widget = find_wanted (self, (int) position, 1);
  return widget != NULL ? widget : find_wanted (self, (int) position - 1, -1);
}

static void
update_buttons (EtpEntries *self)
{
  gtk_widget_set_sensitive (self->remove_button, etp_entries_get_position (self) != G_MAXUINT);
  gtk_widget_set_sensitive (self->up_button, etp_entries_get_neighbour (self, -1) != G_MAXUINT);
  gtk_widget_set_sensitive (self->down_button, etp_entries_get_neighbour (self, 1) != G_MAXUINT);
  gtk_widget_set_visible (self->up_button, self->is_movable);
  gtk_widget_set_visible (self->down_button, self->is_movable);
}

static void
on_row_selected (EtpEntries *self)
{
  update_buttons (self);
  if (!self->is_filling)
    g_signal_emit (self, signals[SELECTED], 0);
}

static void
on_row_activated (EtpEntries *self)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));

  g_signal_emit (self, signals[ACTIVATED], 0, gtk_window_get_focus_visible (window));
}

/* Commands are about what can be seen: nothing hidden stays selected. */
static void
on_search_changed (EtpEntries *self)
{
  GtkListBoxRow *selected = gtk_list_box_get_selected_row (self->list);

  g_free (self->needle);
  self->needle = etp_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  gtk_list_box_invalidate_filter (self->list);
  if (selected == NULL || !is_wanted (selected, self))
    etp_entries_select_near (self, etp_entries_get_position (self));
  update_buttons (self);
}

/* Escape in the search only ends the search. */
static void
on_stop_search (EtpEntries *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
}

/* ---- dragging ---- */

static GdkContentProvider *
on_drag_prepare (GtkDragSource *source, double x, double y, gpointer user_data)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
  EtpEntries *self = ETP_ENTRIES (gtk_widget_get_ancestor (widget, ETP_TYPE_ENTRIES));
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);

  if (!self->is_movable)
    return NULL;
  gtk_drag_source_set_icon (source, paintable, (int) x, (int) y);
  return gdk_content_provider_new_typed (G_TYPE_STRING,
                                         etp_entry_row_get (GTK_LIST_BOX_ROW (widget))->key);
}

static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, gpointer user_data)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));
  EtpEntries *self = ETP_ENTRIES (gtk_widget_get_ancestor (widget, ETP_TYPE_ENTRIES));
  guint position = (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (widget));

  if (y > gtk_widget_get_height (widget) / 2.0)
    position++;
  g_signal_emit (self, signals[DROPPED], 0, g_value_get_string (value), position);
  return TRUE;
}

static void
add_drag (GtkWidget *widget)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_STRING, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (on_drag_prepare), NULL);
  g_signal_connect (target, "drop", G_CALLBACK (on_drop), NULL);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (target));
}

/* ---- rows ---- */

/* TRUE if the keyboard is in a row. */
static gboolean
has_focus (EtpEntries *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list));
}

/* The row of that key, from a position on; NULL: there is none. */
static GtkListBoxRow *
find_row (EtpEntries *self, guint position, const char *key)
{
  GtkListBoxRow *widget;

  for (; (widget = gtk_list_box_get_row_at_index (self->list, (int) position)) != NULL; position++)
    if (strcmp (etp_entry_row_get (widget)->key, key) == 0)
      return widget;
  return NULL;
}

static void
remove_others (EtpEntries *self, GPtrArray *entries)
{
  g_autoptr (GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);
  GtkListBoxRow *widget;
  int i = 0;

  for (guint j = 0; j < entries->len; j++)
    g_hash_table_add (keys, ((EtpEntry *) entries->pdata[j])->key);
  while ((widget = gtk_list_box_get_row_at_index (self->list, i)) != NULL)
    if (g_hash_table_contains (keys, etp_entry_row_get (widget)->key))
      i++;
    else
      gtk_list_box_remove (self->list, GTK_WIDGET (widget));
}

static void
put_row (EtpEntries *self, guint position, const EtpEntry *entry)
{
  GtkListBoxRow *widget = find_row (self, position, entry->key);

  if (widget == NULL)
    {
      GtkWidget *row = etp_entry_row_new (entry);

      add_drag (row);
      gtk_list_box_insert (self->list, row, (int) position);
      return;
    }
  etp_entry_row_update (widget, entry);
  if (gtk_list_box_row_get_index (widget) == (int) position)
    return;
  g_object_ref (widget);
  gtk_list_box_remove (self->list, GTK_WIDGET (widget));
  gtk_list_box_insert (self->list, GTK_WIDGET (widget), (int) position);
  g_object_unref (widget);
}

/* A row stays that of its entry: it may be about to be clicked. The focus goes along with what is
 * selected, from which the arrow keys are expected to go on; where that has gone, it stays in its
 * place. */
void
etp_entries_fill (EtpEntries *self, GPtrArray *entries)
{
  g_autofree char *selected = NULL;
  GtkListBoxRow *widget;
  gboolean had_focus;
  guint position;

  g_return_if_fail (ETP_IS_ENTRIES (self));

  selected = g_strdup (etp_entries_get_selected (self));
  position = etp_entries_get_position (self);
  had_focus = has_focus (self);
  self->is_filling = TRUE;
  gtk_list_box_unselect_all (self->list);
  remove_others (self, entries);
  for (guint i = 0; i < entries->len; i++)
    put_row (self, i, entries->pdata[i]);
  gtk_list_box_invalidate_filter (self->list);
  if (selected != NULL)
    etp_entries_select (self, selected, had_focus);
  widget = find_nearest (self, position);
  if (had_focus && !has_focus (self) && entries->len > 0)
    gtk_widget_grab_focus (widget != NULL ? GTK_WIDGET (widget) : self->search);
  self->is_filling = FALSE;
  update_buttons (self);
}

void
etp_entries_set_movable (EtpEntries *self, gboolean is_movable)
{
  g_return_if_fail (ETP_IS_ENTRIES (self));

  self->is_movable = is_movable;
  update_buttons (self);
}

void
etp_entries_set_empty (EtpEntries *self, const char *text)
{
  g_return_if_fail (ETP_IS_ENTRIES (self));

  gtk_label_set_label (GTK_LABEL (self->empty), text);
}

void
etp_entries_select (EtpEntries *self, const char *key, gboolean grab_focus)
{
  GtkListBoxRow *widget;

  g_return_if_fail (ETP_IS_ENTRIES (self));

  widget = find_row (self, 0, key);
  if (widget == NULL)
    return;
  gtk_list_box_select_row (self->list, widget);
  if (!is_wanted (widget, self))
    etp_entries_end_search (self);
  if (grab_focus)
    gtk_widget_grab_focus (GTK_WIDGET (widget));
}

void
etp_entries_select_near (EtpEntries *self, guint position)
{
  g_return_if_fail (ETP_IS_ENTRIES (self));

  gtk_list_box_select_row (self->list, find_nearest (self, position == G_MAXUINT ? 0 : position));
}

void
etp_entries_end_search (EtpEntries *self)
{
  g_return_if_fail (ETP_IS_ENTRIES (self));

  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
}

const char *
etp_entries_get_selected (EtpEntries *self)
{
  GtkListBoxRow *widget = gtk_list_box_get_selected_row (self->list);

  return widget != NULL ? etp_entry_row_get (widget)->key : NULL;
}

guint
etp_entries_get_position (EtpEntries *self)
{
  GtkListBoxRow *widget = gtk_list_box_get_selected_row (self->list);

  return widget != NULL ? (guint) gtk_list_box_row_get_index (widget) : G_MAXUINT;
}

guint
etp_entries_get_neighbour (EtpEntries *self, int step)
{
  GtkListBoxRow *widget = gtk_list_box_get_selected_row (self->list);

  if (widget != NULL)
    widget = find_wanted (self, gtk_list_box_row_get_index (widget) + step, step);
  return widget != NULL ? (guint) gtk_list_box_row_get_index (widget) : G_MAXUINT;
}

/* ---- commands ---- */

static void
on_command (GtkWidget *button, EtpEntries *self)
{
  const guint command = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "command"));

  g_signal_emit (self, signals[COMMAND], 0, command);
}

static gboolean
on_key_command (GtkWidget *widget, GVariant *command, gpointer user_data)
{
  EtpEntries *self = ETP_ENTRIES (gtk_widget_get_ancestor (widget, ETP_TYPE_ENTRIES));

  g_signal_emit (self, signals[COMMAND], 0, g_variant_get_uint32 (command));
  return TRUE;
}

static void
add_keys (GtkWidget *list)
{
  static const struct
  {
    guint key;
    GdkModifierType modifiers;
    EtpEntriesCommand command;
  } keys[] = {
    { GDK_KEY_Up, GDK_ALT_MASK, ETP_ENTRIES_UP },
    { GDK_KEY_Down, GDK_ALT_MASK, ETP_ENTRIES_DOWN },
    { GDK_KEY_Delete, 0, ETP_ENTRIES_REMOVE },
    { GDK_KEY_Insert, 0, ETP_ENTRIES_ADD },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      GtkShortcut *shortcut = gtk_shortcut_new (
          gtk_keyval_trigger_new (keys[i].key, keys[i].modifiers),
          gtk_callback_action_new (on_key_command, NULL, NULL));

      gtk_shortcut_set_arguments (shortcut, g_variant_new_uint32 (keys[i].command));
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
    }
  gtk_widget_add_controller (list, controller);
}

static GtkWidget *
add_button (
    EtpEntries *self, GtkWidget *bar, const char *icon, const char *name, EtpEntriesCommand command)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, name);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (button), "command", GUINT_TO_POINTER (command));
  g_signal_connect (button, "clicked", G_CALLBACK (on_command), self);
  gtk_box_append (GTK_BOX (bar), button);
  return button;
}

static void
etp_entries_dispose (GObject *object)
{
  EtpEntries *self = ETP_ENTRIES (object);

  /* Going, the list says that nothing is selected. */
  self->is_filling = TRUE;
  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  self->list = NULL;
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->needle, g_free);
  G_OBJECT_CLASS (etp_entries_parent_class)->dispose (object);
}

static void
etp_entries_class_init (EtpEntriesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = etp_entries_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[SELECTED] = g_signal_new ("selected", ETP_TYPE_ENTRIES, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 0);
  signals[ACTIVATED] = g_signal_new ("activated", ETP_TYPE_ENTRIES, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  signals[COMMAND] = g_signal_new ("command", ETP_TYPE_ENTRIES, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[DROPPED] = g_signal_new ("dropped", ETP_TYPE_ENTRIES, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_UINT);
}

static GtkWidget *
create_list (EtpEntries *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->empty = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->empty), TRUE);
  gtk_label_set_justify (GTK_LABEL (self->empty), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (self->empty, "dim-label");
  gtk_widget_add_css_class (self->empty, "item");
  gtk_list_box_set_placeholder (self->list, self->empty);
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  gtk_list_box_set_filter_func (self->list, is_wanted, self, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  g_signal_connect_swapped (self->list, "row-selected", G_CALLBACK (on_row_selected), self);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (on_row_activated), self);
  add_keys (GTK_WIDGET (self->list));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->list));
  gtk_widget_set_vexpand (scroller, TRUE);
  return scroller;
}

static void
etp_entries_init (EtpEntries *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  self->search = gtk_search_entry_new ();
  gtk_widget_add_css_class (self->search, "entries-search");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Search the List"), -1);
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (on_search_changed), self);
  g_signal_connect_swapped (self->search, "stop-search", G_CALLBACK (on_stop_search), self);
  gtk_box_append (GTK_BOX (self->box), self->search);
  gtk_box_append (GTK_BOX (self->box), create_list (self));
  gtk_widget_add_css_class (bar, "entries-bar");
  add_button (self, bar, "list-add-symbolic", _ ("Add an Entry"), ETP_ENTRIES_ADD);
  self->remove_button = add_button (self, bar, "user-trash-symbolic", _ ("Delete the Entry"),
                                    ETP_ENTRIES_REMOVE);
  self->up_button = add_button (self, bar, "go-up-symbolic", _ ("Move the Entry Up"),
                                ETP_ENTRIES_UP);
  self->down_button = add_button (self, bar, "go-down-symbolic", _ ("Move the Entry Down"),
                                  ETP_ENTRIES_DOWN);
  gtk_widget_set_hexpand (self->up_button, TRUE);
  gtk_widget_set_halign (self->up_button, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (self->box), bar);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  update_buttons (self);
}

GtkWidget *
etp_entries_new (void)
{
  return g_object_new (ETP_TYPE_ENTRIES, NULL);
}
