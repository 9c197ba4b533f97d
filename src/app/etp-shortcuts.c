/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-shortcuts.h"

#include <glib/gi18n-lib.h>

#include "app/compat/etp-compat-shortcuts.h"

static const EtpShortcut general[] = {
  { N_ ("Open a map"), "<Control>o", "win.open" },
  { N_ ("Undo"), "<Control>z", "win.undo" },
  { N_ ("Redo"), "<Control><Shift>z <Control>y", "win.redo" },
  { N_ ("Read the file again"), "<Control>r", "win.reload" },
  { N_ ("Close the window"), "<Control>w", "window.close" },
  { N_ ("Main menu"), "F10", NULL },
  { N_ ("Next part of the window"), "F6", "win.next-pane" },
  { N_ ("Previous part of the window"), "<Shift>F6", "win.previous-pane" },
  { N_ ("Keyboard shortcuts"), "<Control>question", "win.show-shortcuts" },
  { N_ ("Help"), "F1", "app.help" },
  { N_ ("Quit"), "<Control>q", "app.quit" },
  { NULL }
};

static const EtpShortcut zoom[] = { { N_ ("Zoom in"), "<Control>plus", "win.zoom-in" },
                                    { N_ ("Zoom out"), "<Control>minus", "win.zoom-out" },
                                    { N_ ("Original size"), "<Control>0", "win.zoom-original" },
                                    { N_ ("Fit the whole map"), "<Control>1", "win.fit-map" },
                                    { N_ ("Fit a phase"), "<Control>2", "win.fit-phase" },
                                    { N_ ("Fit the width"), "<Control>3", "win.fit-width" },
                                    { NULL } };

static const EtpShortcut move[] = {
  { N_ ("Move the map to the left or right"), "<Control>Left <Control>Right", NULL },
  { N_ ("Move the map up or down"), "<Control>Up <Control>Down", NULL },
  { N_ ("Move the map by a page"), "Page_Up Page_Down", NULL },
  { N_ ("Drag the map with the pointer"), "space", NULL },
  { NULL }
};

static const EtpShortcut selection[] = {
  { N_ ("Select the neighbour on the left or right"), "Left Right", NULL },
  { N_ ("Select the neighbour above or below"), "Up Down", NULL },
  { N_ ("Select the next or previous item"), "n <Shift>n", NULL },
  { N_ ("Select the first or last item"), "Home End", NULL },
  { N_ ("Clear the selection"), "Escape", NULL },
  { N_ ("Leave the map"), "Tab <Shift>Tab", NULL },
  { NULL }
};

static const EtpShortcutList lists[] = {
  { N_ ("General"), general },
  { N_ ("Zoom"), zoom },
  { N_ ("Move the Map"), move },
  { N_ ("Select"), selection },
};

const EtpShortcutList *
etp_shortcuts_get (guint *n_lists)
{
  *n_lists = G_N_ELEMENTS (lists);
  return lists;
}

void
etp_shortcuts_bind (GtkApplication *application)
{
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    for (const EtpShortcut *shortcut = lists[i].shortcuts; shortcut->title != NULL; shortcut++)
      {
        g_auto (GStrv) keys = g_strsplit (shortcut->keys, " ", -1);

        if (shortcut->action != NULL)
          gtk_application_set_accels_for_action (application, shortcut->action,
                                                 (const char *const *) keys);
      }
}

void
etp_shortcuts_show (GtkWindow *parent)
{
  EtpShortcutSection sections[G_N_ELEMENTS (lists)];
  g_autoptr (GArray) rows = g_array_new (TRUE, TRUE, sizeof (EtpShortcutRow));
  guint starts[G_N_ELEMENTS (lists)];

  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      starts[i] = rows->len;
      for (const EtpShortcut *shortcut = lists[i].shortcuts;; shortcut++)
        {
          const EtpShortcutRow row = { shortcut->title != NULL ? _ (shortcut->title) : NULL,
                                       shortcut->keys };

          g_array_append_val (rows, row);
          if (shortcut->title == NULL)
            break;
        }
    }
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    sections[i] = (EtpShortcutSection){ _ (lists[i].title),
                                        &g_array_index (rows, EtpShortcutRow, starts[i]) };
  etp_compat_show_shortcuts (parent, sections, G_N_ELEMENTS (sections));
}
