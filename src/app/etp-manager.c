/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-manager-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/compat/etp-compat-drop-down.h"
#include "app/inspector/etp-naming.h"
#include "etp-toasts.h"
#include "model/etp-fields.h"
#include "model/etp-usage.h"

/* An entry is known by a key: the id of its node, or the tag itself. */

#define LIST_WIDTH 260
#define NARROW_WIDTH 580

G_DEFINE_FINAL_TYPE (EtpManager, etp_manager, GTK_TYPE_WIDGET)

static guint activated_signal, sheet_signal;

gboolean
etp_manager_is_of_tags (EtpManager *self)
{
  return self->kind->list == ETP_N_LISTS;
}

void
etp_manager_tell (EtpManager *self, const char *text, gboolean can_undo)
{
  etp_toasts_show (self->toasts, text, can_undo ? _ ("_Undo") : NULL,
                   can_undo ? "manager.undo" : NULL, can_undo ? self->journey : NULL);
}

/* ---- what is shown ---- */

GPtrArray *
etp_manager_dup_entries (EtpManager *self)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func (etp_entry_free);
  g_autoptr (GHashTable) counts = NULL;
  EtpNode *node;

  if (etp_manager_is_of_tags (self))
    {
      g_auto (GStrv) tags = etp_tags_dup_sorted (self->journey);

      counts = etp_tags_count (self->journey);
      for (guint i = 0; tags[i] != NULL; i++)
        g_ptr_array_add (entries,
                         etp_entry_new (tags[i], tags[i],
                                        GPOINTER_TO_UINT (g_hash_table_lookup (counts, tags[i]))));
      return entries;
    }
  counts = etp_usage_count (self->journey);
  for (guint i = 0;
       (node = etp_node_list_get (etp_journey_get_list (self->journey, self->kind->list), i))
       != NULL;
       i++)
    {
      g_autofree char *name = etp_naming_dup (node);
      const char *id = etp_node_get_id (node);

      g_ptr_array_add (
          entries, etp_entry_new (id, name, GPOINTER_TO_UINT (g_hash_table_lookup (counts, id))));
    }
  return entries;
}

EtpNode *
etp_manager_get_node (EtpManager *self)
{
  const char *key = etp_manager_is_of_tags (self) ? NULL : etp_entries_get_selected (self->entries);

  return key != NULL ? etp_journey_get_node (self->journey, key) : NULL;
}

char *
etp_manager_dup_name (EtpManager *self, const char *key)
{
  EtpNode *node = etp_manager_is_of_tags (self) ? NULL : etp_journey_get_node (self->journey, key);

  return node != NULL ? etp_naming_dup (node) : g_strdup (key);
}

static void
show_detail (EtpManager *self)
{
  const char *key = etp_entries_get_selected (self->entries);

  if (key == NULL)
    etp_manager_detail_set_nothing (self->detail, _ (self->kind->title), _ (self->kind->empty));
  else if (etp_manager_is_of_tags (self))
    etp_manager_detail_set_tag (self->detail, self->journey, key);
  else
    etp_manager_detail_set_node (self->detail, self->journey, etp_manager_get_node (self));
}

/* What is typed about the entry before counts. A tag that is renamed by that would be selected instead. */
static void
on_selected (EtpManager *self)
{
  g_autofree char *key = g_strdup (etp_entries_get_selected (self->entries));

  etp_manager_detail_flush (self->detail);
  if (key != NULL && g_strcmp0 (etp_entries_get_selected (self->entries), key) != 0)
    etp_entries_select (self->entries, key, FALSE);
  else
    show_detail (self);
}

/* The list as it is now; where the selected entry has gone, the one in its place is selected. */
void
etp_manager_update (EtpManager *self)
{
  g_autoptr (GPtrArray) entries = etp_manager_dup_entries (self);
  const guint position = etp_entries_get_position (self->entries);

  g_clear_handle_id (&self->update_id, g_source_remove);
  etp_entries_fill (self->entries, entries);
  if (etp_entries_get_selected (self->entries) == NULL)
    etp_entries_select_near (self->entries, position);
  show_detail (self);
  if (entries->len == 0)
    etp_panes_show_detail (self->panes, FALSE);
}

static gboolean
on_update (gpointer user_data)
{
  EtpManager *self = user_data;

  self->update_id = 0;
  etp_manager_update (self);
  return G_SOURCE_REMOVE;
}

/* Once for all that happens before the next frame. */
static void
queue_update (EtpManager *self)
{
  if (self->update_id == 0)
    self->update_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE + 10, on_update, self, NULL);
}

static void
show_kind (EtpManager *self, const EtpManagerKind *kind)
{
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();

  etp_manager_detail_flush (self->detail);
  self->kind = kind;
  etp_entries_fill (self->entries, nothing); /* nothing of the other list stays selected */
  etp_entries_end_search (self->entries);
  etp_entries_set_movable (self->entries, !etp_manager_is_of_tags (self));
  etp_entries_set_empty (self->entries, _ (kind->empty));
  etp_panes_show_detail (self->panes, FALSE);
  etp_manager_update (self);
}

static void
on_kind_chosen (EtpManager *self)
{
  guint n_kinds;
  const EtpManagerKind *kinds = etp_manager_kinds_get (&n_kinds);
  const guint chosen = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->chooser));

  if (chosen < n_kinds && self->kind != &kinds[chosen])
    show_kind (self, &kinds[chosen]);
}

static void
on_activated (EtpManager *self, gboolean by_key)
{
  etp_panes_show_detail (self->panes, TRUE);
  if (by_key || etp_panes_is_narrow (self->panes))
    etp_manager_detail_grab_focus (self->detail);
}

/* Other lists are shown here, all else on the map. */
static void
on_used_activated (EtpManager *self, EtpNode *node)
{
  guint n_kinds;
  const EtpManagerKind *kinds = etp_manager_kinds_get (&n_kinds);
  g_autoptr (EtpNode) kept = g_object_ref (node);

  etp_manager_detail_flush (self->detail);
  for (guint i = 0; i < n_kinds; i++)
    if (kinds[i].list == etp_node_get_list (kept) && kinds[i].list != ETP_N_LISTS)
      {
        gtk_drop_down_set_selected (GTK_DROP_DOWN (self->chooser), i);
        etp_entries_select (self->entries, etp_node_get_id (kept), TRUE);
        return;
      }
  g_signal_emit (self, activated_signal, 0, kept);
}

static void
on_sheet (EtpManager *self, EtpNode *node)
{
  etp_manager_detail_flush (self->detail);
  g_signal_emit (self, sheet_signal, 0, node);
}

/* ---- the widget ---- */

static void
run_history (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EtpManager *self = ETP_MANAGER (widget);

  etp_manager_detail_flush (self->detail);
  gtk_widget_activate_action (
      self->window, g_str_equal (name, "manager.undo") ? "win.undo-step" : "win.redo-step", NULL);
}

/* What is typed stays when the dialog goes. */
static void
etp_manager_unmap (GtkWidget *widget)
{
  etp_manager_detail_flush (ETP_MANAGER (widget)->detail);
  GTK_WIDGET_CLASS (etp_manager_parent_class)->unmap (widget);
}

static void
etp_manager_dispose (GObject *object)
{
  EtpManager *self = ETP_MANAGER (object);
  GtkWidget *child;

  g_clear_handle_id (&self->update_id, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->journey);
  G_OBJECT_CLASS (etp_manager_parent_class)->dispose (object);
}

static void
etp_manager_class_init (EtpManagerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = etp_manager_dispose;
  widget_class->unmap = etp_manager_unmap;
  activated_signal = g_signal_new ("node-activated", ETP_TYPE_MANAGER, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, ETP_TYPE_NODE);
  sheet_signal = g_signal_new ("sheet-asked", ETP_TYPE_MANAGER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               NULL, G_TYPE_NONE, 1, ETP_TYPE_NODE);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "manager.undo", NULL, run_history);
  gtk_widget_class_install_action (widget_class, "manager.redo", NULL, run_history);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "manager.undo",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "manager.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_y, GDK_CONTROL_MASK, "manager.redo",
                                       NULL);
}

static GtkWidget *
create_chooser (void)
{
  guint n_kinds;
  const EtpManagerKind *kinds = etp_manager_kinds_get (&n_kinds);
  GtkStringList *titles = gtk_string_list_new (NULL);
  GtkWidget *chooser;

  for (guint i = 0; i < n_kinds; i++)
    gtk_string_list_append (titles, _ (kinds[i].title));
  chooser = gtk_drop_down_new (G_LIST_MODEL (titles), NULL);
  gtk_widget_add_css_class (chooser, "entries-kind");
  etp_compat_drop_down_set_name (chooser, _ ("List"));
  return chooser;
}

static void
etp_manager_init (EtpManager *self)
{
  GtkWidget *side = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->chooser = create_chooser ();
  self->entries = ETP_ENTRIES (etp_entries_new ());
  self->detail = ETP_MANAGER_DETAIL (etp_manager_detail_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->entries), TRUE);
  gtk_box_append (GTK_BOX (side), self->chooser);
  gtk_box_append (GTK_BOX (side), GTK_WIDGET (self->entries));
  self->panes = ETP_PANES (etp_panes_new (side, GTK_WIDGET (self->detail), LIST_WIDTH, NARROW_WIDTH,
                                          _ ("Back to the List")));
  self->toasts = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());
  adw_toast_overlay_set_child (self->toasts, GTK_WIDGET (self->panes));
  gtk_widget_set_parent (GTK_WIDGET (self->toasts), GTK_WIDGET (self));
  g_signal_connect_swapped (self->entries, "selected", G_CALLBACK (on_selected), self);
  g_signal_connect_swapped (self->entries, "activated", G_CALLBACK (on_activated), self);
  g_signal_connect_swapped (self->entries, "command", G_CALLBACK (etp_manager_run_command), self);
  g_signal_connect_swapped (self->entries, "dropped", G_CALLBACK (etp_manager_drop), self);
  g_signal_connect_swapped (self->detail, "used-activated", G_CALLBACK (on_used_activated), self);
  g_signal_connect_swapped (self->detail, "tag-renamed", G_CALLBACK (etp_manager_rename_tag), self);
  g_signal_connect_swapped (self->detail, "sheet", G_CALLBACK (on_sheet), self);
  g_signal_connect_swapped (self->detail, "merge", G_CALLBACK (etp_manager_open_merge), self);
}

/* The list has the keyboard first; its kind was chosen in the menu already. */
static void
on_map (EtpManager *self)
{
  const char *selected = etp_entries_get_selected (self->entries);

  g_signal_handlers_disconnect_by_func (self, on_map, NULL);
  if (selected != NULL)
    etp_entries_select (self->entries, selected, TRUE);
}

GtkWidget *
etp_manager_new (GtkWidget *window, EtpJourney *journey, guint kind)
{
  EtpManager *self = g_object_new (ETP_TYPE_MANAGER, NULL);
  guint n_kinds;
  const EtpManagerKind *kinds = etp_manager_kinds_get (&n_kinds);

  g_return_val_if_fail (kind < n_kinds, NULL);

  self->window = window;
  self->journey = g_object_ref (journey);
  g_signal_connect_object (journey, "committed", G_CALLBACK (queue_update), self,
                           G_CONNECT_SWAPPED);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->chooser), kind);
  g_signal_connect_swapped (self->chooser, "notify::selected", G_CALLBACK (on_kind_chosen), self);
  show_kind (self, &kinds[kind]);
  g_signal_connect (self, "map", G_CALLBACK (on_map), NULL);
  return GTK_WIDGET (self);
}
