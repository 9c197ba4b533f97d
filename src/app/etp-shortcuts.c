/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-shortcuts.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/compat/etp-compat-shortcuts.h"
#include "canvas/etp-canvas.h"
#include "etp-commands.h"
#include "etp-presentation.h"

static const EtpShortcut general[] = {
  { N_ ("Begin a map"), "<Control>n", "win.new" },
  { N_ ("Begin a map with a template"), "<Control><Shift>n", "win.show-start" },
  { N_ ("Open a map"), "<Control>o", "win.open" },
  { N_ ("Save the map"), "<Control>s", "win.save" },
  { N_ ("Save the map under another name"), "<Control><Shift>s", "win.save-as" },
  { N_ ("Save the map as a template"), NULL, "win.save-template" },
  { N_ ("Take a snapshot"), NULL, "win.take-snapshot", TRUE },
  { N_ ("Snapshots: compare and restore"), NULL, "win.snapshots" },
  { N_ ("End the comparison with a snapshot"), NULL, "win.end-comparison" },
  { N_ ("Undo"), "<Control>z", "win.undo" },
  { N_ ("Redo"), "<Control><Shift>z <Control>y", "win.redo" },
  { N_ ("Save a copy"), NULL, "win.save-copy" },
  { N_ ("Export the map"), "<Control><Shift>e", "win.export" },
  { N_ ("Show the exported file"), NULL, "win.show-exported" },
  { N_ ("Print the map"), "<Control>p", "win.print" },
  { N_ ("Print the sheet of the persona or touchpoint"), NULL, "win.print-sheet::" },
  { N_ ("Revert to what is in the file"), "<Control>r", "win.reload" },
  { N_ ("Keep what is open although the file was changed"), NULL, "win.keep-mine" },
  { N_ ("Preferences"), "<Control>comma", "app.preferences" },
  { N_ ("Properties of the map"), "<Alt>Return", "win.properties" },
  { N_ ("Close the window"), "<Control>w", "window.close" },
  { N_ ("Main menu"), "F10", NULL },
  { N_ ("Show or hide the inspector"), "F9", "win.show-inspector" },
  { N_ ("Next part of the window"), "F6", "win.next-pane" },
  { N_ ("Previous part of the window"), "<Shift>F6", "win.previous-pane" },
  { N_ ("Keyboard shortcuts"), "<Control>question", "win.show-shortcuts" },
  { N_ ("Help"), "F1", "app.help" },
  { N_ ("About Etappe"), NULL, "app.about" },
  { N_ ("Quit"), "<Control>q", "app.quit" },
  { NULL }
};

static const EtpShortcut find[] = { { N_ ("Find"), "<Control>f", "win.find" },
                                    { N_ ("Next match"), "<Control>g F3", "win.find-next" },
                                    { N_ ("Previous match"), "<Control><Shift>g <Shift>F3",
                                      "win.find-previous" },
                                    { N_ ("Filter"), "<Control><Shift>f", "win.filter" },
                                    { N_ ("Facts only"), NULL, "win.facts-only" },
                                    { N_ ("Clear the filter"), NULL, "win.clear-filter" },
                                    { N_ ("Find a command"), "<Control><Shift>p", "win.palette" },
                                    { NULL } };

static const EtpShortcut chain[] = {
  { N_ ("Ask “How might we …?” about a pain point"), "<Control><Shift>m", "win.how-might-we",
    TRUE },
  { N_ ("Plan a measure for what is selected"), "<Control>m", "win.plan-measure", TRUE },
  { N_ ("Turn a link around"), NULL, "win.turn-link", TRUE },
  { N_ ("Make the link a flow"), NULL, "win.link-kind::flow", TRUE },
  { N_ ("Make the link a hand-over"), NULL, "win.link-kind::handoff", TRUE },
  { N_ ("Make the link a loop"), NULL, "win.link-kind::loop", TRUE },
  { N_ ("Make the link an answer"), NULL, "win.link-kind::answers", TRUE },
  { N_ ("Note that the link is seamless"), NULL, "win.link-continuity::seamless", TRUE },
  { N_ ("Note that the link causes friction"), NULL, "win.link-continuity::friction", TRUE },
  { N_ ("Note that the link is broken"), NULL, "win.link-continuity::broken", TRUE },
  { NULL },
};

static const EtpShortcut manage[] = {
  { N_ ("Manage personas"), NULL, "win.manage-personas" },
  { N_ ("Manage channels"), NULL, "win.manage-channels" },
  { N_ ("Manage touchpoints: the inventory"), NULL, "win.manage-touchpoints" },
  { N_ ("Manage sources"), NULL, "win.manage-sources" },
  { N_ ("Manage departments"), NULL, "win.manage-departments" },
  { N_ ("Manage systems"), NULL, "win.manage-systems" },
  { N_ ("Manage offers"), NULL, "win.manage-offers" },
  { N_ ("Manage key moments"), NULL, "win.manage-key-moments" },
  { N_ ("Manage tags"), NULL, "win.manage-tags" },
  { N_ ("List of all measures"), NULL, "win.show-measures" },
  { N_ ("Write down the most important insights"), NULL, "win.show-insights" },
  { NULL },
};

static const EtpShortcut curve[] = {
  { N_ ("Edit the curve of the next persona"), NULL, "win.next-persona" },
  { N_ ("Tell the emotion curve in words"), NULL, "win.describe-curve" },
  { NULL },
};

static const EtpShortcut capture[] = {
  { N_ ("Open the capture line"), "<Control>k F4", "win.capture" },
  { N_ ("Show the parking lot"), "<Shift>F4", "win.show-parking-lot" },
  { N_ ("Send a parked card to the map"), NULL, "win.send-parked" },
  { N_ ("Begin a round of votes"), NULL, "win.begin-votes" },
  { N_ ("Close the round of votes"), NULL, "win.close-votes" },
  { N_ ("Sort the lane by votes"), NULL, "win.sort-by-votes" },
  { NULL },
};

static const EtpShortcut zoom[] = { { N_ ("Overview of the map"), "F7", "win.overview" },
                                    { N_ ("Room style for the projector"), "F8", "win.room-style" },
                                    { N_ ("Zoom in"), "<Control>plus", "win.zoom-in" },
                                    { N_ ("Zoom out"), "<Control>minus", "win.zoom-out" },
                                    { N_ ("Original size"), "<Control>0", "win.zoom-original" },
                                    { N_ ("Fit the whole map"), "<Control>1", "win.fit-map" },
                                    { N_ ("Fit a phase"), "<Control>2", "win.fit-phase" },
                                    { N_ ("Fit the width"), "<Control>3", "win.fit-width" },
                                    { NULL } };

static const EtpShortcut lanes[] = {
  { N_ ("Add a phase"), "<Control><Alt>p", "win.add-phase" },
  { N_ ("Add a lane"), "<Control><Alt>l", "win.add-lane" },
  { N_ ("Insert a phase before"), NULL, "win.insert-phase-before" },
  { N_ ("Insert a phase after"), NULL, "win.insert-phase-after" },
  { N_ ("Rename the phase"), NULL, "win.rename-phase" },
  { N_ ("Move the phase to the left"), NULL, "win.move-phase-left" },
  { N_ ("Move the phase to the right"), NULL, "win.move-phase-right" },
  { N_ ("Make the phase wider"), NULL, "win.widen-phase" },
  { N_ ("Make the phase narrower"), NULL, "win.narrow-phase" },
  { N_ ("Give the phase its own width back"), NULL, "win.reset-phase-width" },
  { N_ ("Collapse or expand the phase"), NULL, "win.collapse-phase" },
  { N_ ("Choose the colour of the phase"), NULL, "win.color-phase" },
  { N_ ("Hide the phase"), NULL, "win.hide-phase" },
  { N_ ("Duplicate the phase"), NULL, "win.duplicate-phase" },
  { N_ ("Delete the phase"), NULL, "win.delete-phase" },
  { N_ ("Insert a lane above"), NULL, "win.insert-lane-above" },
  { N_ ("Insert a lane below"), NULL, "win.insert-lane-below" },
  { N_ ("Rename the lane"), NULL, "win.rename-lane" },
  { N_ ("Change the kind of the lane"), NULL, "win.change-lane-kind" },
  { N_ ("Move the lane up"), NULL, "win.move-lane-up" },
  { N_ ("Move the lane down"), NULL, "win.move-lane-down" },
  { N_ ("Make the lane taller"), NULL, "win.heighten-lane" },
  { N_ ("Make the lane lower"), NULL, "win.lower-lane" },
  { N_ ("Give the lane its own height back"), NULL, "win.reset-lane-height" },
  { N_ ("Collapse or expand the lane"), NULL, "win.collapse-lane" },
  { N_ ("Choose the colour of the lane"), NULL, "win.color-lane" },
  { N_ ("Hide the lane"), NULL, "win.hide-lane" },
  { N_ ("Duplicate the lane"), NULL, "win.duplicate-lane" },
  { N_ ("Delete the lane"), NULL, "win.delete-lane" },
  { N_ ("Show all hidden phases and lanes"), NULL, "win.show-hidden" },
  { NULL }
};

/* Keys of the map that are no commands; those that are stand in the canvas' own table. */
static const EtpShortcut move[] = { { N_ ("Drag the map with the pointer"), "space", NULL },
                                    { NULL } };

static const EtpShortcut selection[] = { { N_ ("Leave the map"), "Tab <Shift>Tab", NULL },
                                         { NULL } };

static const EtpShortcutList lists[] = {
  { N_ ("General"), general },
  { N_ ("Find"), find },
  { N_ ("Phases and Lanes"), lanes },
  { N_ ("From Pain to Measure"), chain },
  { N_ ("Capture and Votes"), capture },
  { N_ ("Manage"), manage },
  { N_ ("Emotion Curve"), curve },
  { N_ ("Presenting"), etp_presentation_shortcuts },
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

/* A command that the map has as well, "canvas.zoom-in" for "win.zoom-in", has that one's further keys
 * too, so that those of the keypad do it wherever the keyboard is. They are not told. */
static void
add_keys_of_map (GStrvBuilder *builder, const EtpShortcut *shortcut, const char *const *told)
{
  EtpCanvasCommand command;

  if (!g_str_has_prefix (shortcut->action, "win."))
    return;
  for (guint i = 0; etp_canvas_get_command (i, &command); i++)
    if (g_str_equal (strchr (command.action, '.'), strchr (shortcut->action, '.')))
      for (guint j = 0; command.keys[j] != NULL; j++)
        if (!g_strv_contains (told, command.keys[j]))
          g_strv_builder_add (builder, command.keys[j]);
}

void
etp_shortcuts_bind (GtkApplication *application)
{
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    for (const EtpShortcut *shortcut = lists[i].shortcuts; shortcut->title != NULL; shortcut++)
      {
        g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
        g_auto (GStrv) told = NULL;
        g_auto (GStrv) keys = NULL;

        /* Those of a presentation are keys of its own windows only. */
        if (shortcut->action == NULL || shortcut->keys == NULL
            || g_str_has_prefix (shortcut->action, "present."))
          continue;
        told = g_strsplit (shortcut->keys, " ", -1);
        g_strv_builder_addv (builder, (const char **) told);
        add_keys_of_map (builder, shortcut, (const char *const *) told);
        keys = g_strv_builder_end (builder);
        gtk_application_set_accels_for_action (application, shortcut->action,
                                               (const char *const *) keys);
      }
}

void
etp_shortcuts_show (GtkWindow *parent)
{
  g_autoptr (GArray) commands = etp_commands_list ();
  g_autoptr (GArray) sections = g_array_new (FALSE, FALSE, sizeof (EtpShortcutSection));
  /* As many rows as commands and ends of sections at most, so that they stay where they are. */
  g_autofree EtpShortcutRow *rows = g_new0 (EtpShortcutRow, 2 * commands->len + 1);
  EtpShortcutRow *row = rows;
  const char *section = NULL;

  for (guint i = 0; i < commands->len; i++)
    {
      const EtpCommand *command = &g_array_index (commands, EtpCommand, i);

      if (g_strcmp0 (command->section, section) != 0)
        {
          const EtpShortcutSection next = { _ (command->section), section != NULL ? ++row : row };

          g_array_append_val (sections, next);
          section = command->section;
        }
      *row++ = (EtpShortcutRow){ _ (command->title), command->keys };
    }
  etp_compat_show_shortcuts (parent, (const EtpShortcutSection *) sections->data, sections->len);
}
