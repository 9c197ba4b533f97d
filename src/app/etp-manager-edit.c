/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-manager-private.h"

#include <glib/gi18n-lib.h>

#include "app/compat/etp-compat-question.h"
#include "app/inspector/etp-picker.h"
#include "model/etp-edit.h"
#include "model/etp-usage.h"

/* What a manager does to its entries: add, rename, remove, reorder, merge. */

/* What the tags are known by is their name, so the selection has to be told of another one. */
void
etp_manager_rename_tag (EtpManager *self, const char *from, const char *to)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *old = g_strdup (from), *name = g_strstrip (g_strdup (to)), *text = NULL;
  g_autoptr (GHashTable) counts = etp_tags_count (self->journey);
  const gboolean is_merged = g_hash_table_contains (counts, name);

  if (!etp_edit_rename_tag (self->journey, old, name, &error))
    {
      etp_manager_tell (self, error->message, FALSE);
      etp_manager_update (self);
      return;
    }
  etp_manager_update (self);
  etp_entries_select (self->entries, name, FALSE);
  if (!is_merged)
    return;
  /* Translators: the names of two entries of a list. */
  text = g_strdup_printf (_ ("“%1$s” has become part of “%2$s”"), old, name);
  etp_manager_tell (self, text, TRUE);
}

/* A name that no tag has, as a tag is nothing but its name. */
static char *
dup_new_tag (EtpManager *self)
{
  g_autoptr (GHashTable) counts = etp_tags_count (self->journey);
  char *name = g_strdup (_ (self->kind->create));

  for (guint i = 2; g_hash_table_contains (counts, name); i++)
    {
      g_free (name);
      name = g_strdup_printf ("%s %u", _ (self->kind->create), i);
    }
  return name;
}

static void
add (EtpManager *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *key = NULL;

  if (etp_manager_is_of_tags (self))
    {
      key = dup_new_tag (self);
      if (!etp_edit_add_tag (self->journey, key, &error))
        g_clear_pointer (&key, g_free);
    }
  else
    {
      EtpNode *node = etp_edit_add (self->journey, self->kind->list, _ (self->kind->create),
                                    G_MAXUINT, &error);

      key = node != NULL ? g_strdup (etp_node_get_id (node)) : NULL;
    }
  if (key == NULL)
    {
      etp_manager_tell (self, error->message, FALSE);
      return;
    }
  etp_manager_update (self);
  etp_entries_select (self->entries, key, FALSE);
  etp_panes_show_detail (self->panes, TRUE);
  etp_manager_detail_edit_name (self->detail);
}

static void
remove_entry (EtpManager *self, const char *key)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = etp_manager_dup_name (self, key), *text = NULL;
  EtpNode *node = etp_journey_get_node (self->journey, key);
  gboolean is_gone;

  if (etp_manager_is_of_tags (self))
    is_gone = etp_edit_remove_tag (self->journey, key, &error);
  else
    is_gone = node != NULL && etp_edit_remove (self->journey, node, &error);
  if (!is_gone)
    {
      if (error != NULL)
        etp_manager_tell (self, error->message, FALSE);
      return;
    }
  etp_manager_update (self);
  /* Translators: %s is the name of an entry of a list. */
  text = g_strdup_printf (_ ("“%s” deleted"), name);
  etp_manager_tell (self, text, TRUE);
}

typedef struct
{
  EtpManager *manager; /* owned */
  char *key;
} Removal;

static void
on_removal_answered (const char *answer, gpointer user_data)
{
  Removal *removal = user_data;

  /* The dialog may have been closed meanwhile. */
  if (g_str_equal (answer, "delete") && gtk_widget_get_root (GTK_WIDGET (removal->manager)) != NULL)
    remove_entry (removal->manager, removal->key);
  g_object_unref (removal->manager);
  g_free (removal->key);
  g_free (removal);
}

/* What is used is not gone by mistake. */
static void
ask_removal (EtpManager *self)
{
  static const EtpAnswer answers[] = {
    { "cancel", N_ ("_Cancel"), ETP_ANSWER_PLAIN },
    { "delete", N_ ("_Delete"), ETP_ANSWER_DESTRUCTIVE },
    { NULL },
  };
  g_autoptr (GPtrArray) nodes = NULL;
  g_autofree char *key = NULL, *name = NULL, *heading = NULL, *body = NULL;
  Removal *removal;

  /* A tag that gets another name by that is known by it from here on. */
  etp_manager_detail_flush (self->detail);
  key = g_strdup (etp_entries_get_selected (self->entries));
  if (key == NULL)
    return;
  nodes = etp_manager_is_of_tags (self) ? etp_tags_dup_nodes (self->journey, key)
                                        : etp_usage_dup (self->journey, key);
  if (nodes->len == 0)
    {
      remove_entry (self, key);
      return;
    }
  name = etp_manager_dup_name (self, key);
  removal = g_new (Removal, 1);
  removal->manager = g_object_ref (self);
  removal->key = g_steal_pointer (&key);
  /* Translators: %s is the name of an entry of a list. */
  heading = g_strdup_printf (_ ("Delete “%s”?"), name);
  body = g_strdup_printf (ngettext ("It is used in one place, which will do without it.",
                                    "It is used in %u places, which will do without it.",
                                    nodes->len),
                          nodes->len);
  etp_compat_ask (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), heading, body, NULL,
                  answers, on_removal_answered, removal);
}

static void
move_to (EtpManager *self, EtpNode *node, guint position)
{
  g_autoptr (GError) error = NULL;

  if (!etp_edit_move (self->journey, node, position, &error))
    etp_manager_tell (self, error->message, FALSE);
  etp_manager_update (self);
  etp_entries_select (self->entries, etp_node_get_id (node), TRUE);
}

void
etp_manager_run_command (EtpManager *self, guint command)
{
  const int step = command == ETP_ENTRIES_UP ? -1 : 1;
  EtpNode *node = etp_manager_get_node (self);
  guint next;

  if (command == ETP_ENTRIES_REMOVE)
    {
      ask_removal (self);
      return;
    }
  etp_manager_detail_flush (self->detail);
  next = etp_entries_get_neighbour (self->entries, step);
  if (command == ETP_ENTRIES_ADD)
    add (self);
  else if (node != NULL && next != G_MAXUINT)
    move_to (self, node, next);
}

void
etp_manager_drop (EtpManager *self, const char *key, guint position)
{
  EtpNodeList *nodes;
  EtpNode *node = etp_manager_is_of_tags (self) ? NULL : etp_journey_get_node (self->journey, key);

  if (node == NULL || etp_node_get_list (node) != self->kind->list)
    return;
  nodes = etp_journey_get_list (self->journey, self->kind->list);
  if (etp_node_list_get_index (nodes, node) < position)
    position--;
  move_to (self, node, position);
}

static void
fill_merge (EtpPicker *picker, gpointer user_data)
{
  EtpManager *self = user_data;
  g_autoptr (GPtrArray) entries = etp_manager_dup_entries (self);
  const char *selected = etp_entries_get_selected (self->entries);

  for (guint i = 0; i < entries->len; i++)
    {
      const EtpEntry *entry = entries->pdata[i];

      if (g_strcmp0 (entry->key, selected) != 0)
        etp_picker_add (picker, entry->key, entry->name, NULL, FALSE);
    }
}

static void
on_merge_picked (EtpPicker *picker, const char *key, gpointer user_data)
{
  EtpManager *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = g_strdup (etp_entries_get_selected (self->entries));
  g_autofree char *name = NULL, *other = NULL, *text = NULL;
  EtpNode *node = etp_manager_get_node (self), *drop;

  if (kept == NULL || key == NULL)
    return;
  name = etp_manager_dup_name (self, kept);
  other = etp_manager_dup_name (self, key);
  if (etp_manager_is_of_tags (self))
    etp_edit_rename_tag (self->journey, key, kept, &error);
  else if (node != NULL && (drop = etp_journey_get_node (self->journey, key)) != NULL)
    etp_edit_merge (self->journey, node, drop, &error);
  etp_manager_update (self);
  etp_entries_select (self->entries, kept, FALSE);
  if (error != NULL)
    {
      etp_manager_tell (self, error->message, FALSE);
      return;
    }
  text = g_strdup_printf (_ ("“%1$s” has become part of “%2$s”"), other, name);
  etp_manager_tell (self, text, TRUE);
}

void
etp_manager_open_merge (EtpManager *self, GtkWidget *button)
{
  etp_manager_detail_flush (self->detail);
  etp_picker_open (button, fill_merge, on_merge_picked, self);
}
