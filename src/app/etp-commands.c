/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-commands.h"

#include <string.h>

#include "app/compat/etp-compat-shortcuts.h"
#include "canvas/etp-canvas.h"
#include "etp-shortcuts.h"

/* Typical: 100 rows in 12 sections. */

static void
clear_command (gpointer data)
{
  g_free (((EtpCommand *) data)->keys);
}

/* Rows of a section that is there already go to its end. */
static void
insert (GArray *commands, EtpCommand command)
{
  guint place = commands->len;

  for (guint i = commands->len; i > 0; i--)
    if (g_strcmp0 (g_array_index (commands, EtpCommand, i - 1).section, command.section) == 0)
      {
        place = i;
        break;
      }
  g_array_insert_val (commands, place, command);
}

/* canvas.fit-map when there is win.fit-map. */
static gboolean
is_passed_on (GArray *commands, const char *action)
{
  const char *name = strchr (action, '.') + 1;

  for (guint i = 0; i < commands->len; i++)
    {
      const char *other = g_array_index (commands, EtpCommand, i).action;

      if (other != NULL && g_str_has_prefix (other, "win.") && g_str_equal (other + 4, name))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_of_keypad (const char *key)
{
  return strstr (key, "KP_") != NULL || strstr (key, "ISO_") != NULL;
}

static char *
join_keys (const char *const *keys, const char *told)
{
  GString *joined = g_string_new (NULL);

  for (; *keys != NULL; keys++)
    if (!is_of_keypad (*keys))
      g_string_append_printf (joined, "%s%s", joined->len > 0 ? " " : "", *keys);
  if (told != NULL)
    g_string_append_printf (joined, "%s%s", joined->len > 0 ? " " : "", told);
  return g_string_free (joined, FALSE);
}

GArray *
etp_commands_list (void)
{
  GArray *commands = g_array_new (FALSE, FALSE, sizeof (EtpCommand));
  guint n_lists = 0;
  const EtpShortcutList *lists = etp_shortcuts_get (&n_lists);
  EtpCanvasCommand row;

  g_array_set_clear_func (commands, clear_command);
  for (guint i = 0; i < n_lists; i++)
    for (const EtpShortcut *shortcut = lists[i].shortcuts; shortcut->title != NULL; shortcut++)
      insert (commands, (EtpCommand){ shortcut->title, lists[i].title,
                                      g_strdup (shortcut->keys != NULL ? shortcut->keys : ""),
                                      shortcut->action, .edits = shortcut->edits });
  for (guint i = 0; etp_canvas_get_command (i, &row); i++)
    if (row.title != NULL && !is_passed_on (commands, row.action))
      insert (commands, (EtpCommand){ row.title, row.section, join_keys (row.keys, row.told),
                                      row.action, row.told, row.edits });
  return commands;
}

char *
etp_command_dup_keys (const EtpCommand *self, const char *parting)
{
  g_auto (GStrv) each = g_strsplit (self->keys, " ", -1);
  GString *labels = g_string_new (NULL);

  for (guint i = 0; each[i] != NULL; i++)
    {
      g_autofree char *label = etp_compat_shortcuts_dup_label (each[i]);

      if (label != NULL)
        g_string_append_printf (labels, "%s%s", labels->len > 0 ? parting : "", label);
    }
  return g_string_free (labels, FALSE);
}
