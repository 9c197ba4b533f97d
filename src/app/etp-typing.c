/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-typing.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Bytes that GTK takes into an entry, without the last one, which is 0. */
#define MOST (G_MAXUINT16 - 1)
#define LONGEST_CHARACTER 4 /* bytes; goes in as a whole or not */

#define SHOWN "etp-shown" /* data of the entry: what it was filled with */

void
etp_typing_set_text (GtkEditable *entry, const char *text)
{
  char *copy = g_strdup (text); /* may be part of what is there */

  gtk_editable_set_enable_undo (entry, FALSE);
  if (strcmp (gtk_editable_get_text (entry), copy) != 0)
    gtk_editable_set_text (entry, copy);
  gtk_editable_set_enable_undo (entry, TRUE);
  /* Not what it should show: an entry holds no more than 65,535 bytes, and the rest is not gone because
   * of that. */
  g_object_set_data_full (G_OBJECT (entry), SHOWN, g_strdup (gtk_editable_get_text (entry)),
                          g_free);
  g_free (copy);
}

void
etp_typing_end_undo (GtkEditable *entry)
{
  gtk_editable_set_enable_undo (entry, FALSE);
  gtk_editable_set_enable_undo (entry, TRUE);
}

gboolean
etp_typing_is_other (GtkEditable *entry)
{
  const char *shown = g_object_get_data (G_OBJECT (entry), SHOWN);

  return strcmp (gtk_editable_get_text (entry), shown != NULL ? shown : "") != 0;
}

gboolean
etp_typing_shows_all (GtkEditable *entry, const char *text)
{
  return strcmp (gtk_editable_get_text (entry), text) == 0;
}

void
etp_typing_keep_whole (GtkEditable *entry, const char *text, gboolean is_editable)
{
  const gboolean is_whole = etp_typing_shows_all (entry, text);

  gtk_editable_set_editable (entry, is_editable && is_whole);
  gtk_widget_set_tooltip_text (
      GTK_WIDGET (entry),
      is_whole ? NULL : _ ("This text is too long for one line. Edit it in the inspector."));
}

gboolean
etp_typing_is_full (GtkEditable *entry)
{
  return strlen (gtk_editable_get_text (entry)) > MOST - LONGEST_CHARACTER;
}

static gboolean
on_save (GtkWidget *popover, GVariant *parameter, gpointer user_data)
{
  g_object_ref (popover);
  gtk_popover_popdown (GTK_POPOVER (popover));
  gtk_widget_activate_action (popover, "win.save", NULL);
  g_object_unref (popover);
  return GDK_EVENT_STOP;
}

/* The window knows of the text, too; without a step of the map only the text does. */
static gboolean
on_command (GtkWidget *popover, GVariant *parameter, gpointer name)
{
  GtkRoot *root = gtk_widget_get_root (popover);

  if (!G_IS_ACTION_GROUP (root) || !g_action_group_get_action_enabled (G_ACTION_GROUP (root), name))
    return GDK_EVENT_PROPAGATE;
  g_action_group_activate_action (G_ACTION_GROUP (root), name, NULL);
  return GDK_EVENT_STOP;
}

static void
add (GtkEventController *controller, const char *keys, GtkShortcutFunc func, const char *name)
{
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string (keys),
                        gtk_callback_action_new (func, (gpointer) name, NULL)));
}

void
etp_typing_add_keys (GtkWidget *popover)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  add (controller, "<Control>s", on_save, NULL);
  add (controller, "<Control>z", on_command, "undo");
  add (controller, "<Control><Shift>z|<Control>y", on_command, "redo");
  gtk_widget_add_controller (popover, controller);
}
