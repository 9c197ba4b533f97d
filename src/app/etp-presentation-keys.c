/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-presentation-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Commands and keys of a presentation. Clickers send Page Up and Page Down, B or a full stop, and
 * Escape, whatever alphabet the keyboard writes. The keys are taken before any control gets them,
 * except while a phase is picked. */

const EtpShortcut etp_presentation_shortcuts[] = {
  { N_ ("Present the map"), "F5", "win.present" },
  { N_ ("Next phase"), "Page_Down Right space Return", "present.next" },
  { N_ ("Previous phase"), "Page_Up Left BackSpace", "present.previous" },
  { N_ ("Next lane of the phase"), "Down", "present.down" },
  { N_ ("Previous lane of the phase"), "Up", "present.up" },
  { N_ ("The whole map"), "Home", "present.first" },
  { N_ ("Last phase"), "End", "present.last" },
  { N_ ("Go lane by lane or phase by phase"), "l", "present.step-lanes" },
  { N_ ("Pick a phase from all of them"), "Tab", "present.overview" },
  { N_ ("Pointer spot"), "p", "present.spot" },
  { N_ ("Black screen"), "b period", "present.black" },
  { N_ ("White screen"), "w comma", "present.white" },
  { N_ ("Show or hide the notes"), "n", "present.notes" },
  { N_ ("Present on the other screen"), "s", "present.swap-screens" },
  { N_ ("End the presentation"), "Escape", "present.end" },
  { NULL },
};

/* The same on the keypad, and what shifted keys are called. */
static const struct
{
  guint key;
  const char *action;
} other_keys[] = {
  { GDK_KEY_KP_Page_Down, "next" }, { GDK_KEY_KP_Right, "next" },
  { GDK_KEY_KP_Enter, "next" },     { GDK_KEY_KP_Page_Up, "previous" },
  { GDK_KEY_KP_Left, "previous" },  { GDK_KEY_KP_Down, "down" },
  { GDK_KEY_KP_Up, "up" },          { GDK_KEY_KP_Home, "first" },
  { GDK_KEY_KP_End, "last" },       { GDK_KEY_ISO_Left_Tab, "overview" },
  { GDK_KEY_KP_Decimal, "black" },
};

#define LAST_LATIN 0xff /* keys' values: letters and signs as in Latin-1, no keypad, no arrows */

static const char *const moves[] = { "next", "previous", "down",  "up",   "first",
                                     "last", "spot",     "black", "white" };

static gboolean
run (EtpPresentation *self, const char *name)
{
  GActionGroup *group = G_ACTION_GROUP (self->actions);

  if (!g_action_group_get_action_enabled (group, name))
    return FALSE;
  g_action_group_activate_action (group, name, NULL);
  return TRUE;
}

const char *
etp_presentation_find_command (guint key)
{
  for (gsize i = 0; i < G_N_ELEMENTS (other_keys); i++)
    if (other_keys[i].key == key)
      return other_keys[i].action;
  key = gdk_keyval_to_lower (key);
  for (const EtpShortcut *row = etp_presentation_shortcuts; row->title != NULL; row++)
    {
      g_auto (GStrv) keys = g_strsplit (row->keys, " ", -1);

      for (guint i = 0; keys[i] != NULL && g_str_has_prefix (row->action, "present."); i++)
        if (gdk_keyval_from_name (keys[i]) == key)
          return row->action + strlen ("present.");
    }
  return NULL;
}

const char *
etp_presentation_find_command_of (const GdkKeymapKey *keys,
                                  const guint *values,
                                  guint n,
                                  guint layout)
{
  const char *command = NULL;

  for (guint i = 0; i < n; i++)
    {
      const char *found = keys[i].level == 0 && values[i] <= LAST_LATIN
                              ? etp_presentation_find_command (values[i])
                              : NULL;

      if (found != NULL && keys[i].group == (int) layout)
        return NULL; /* something else is meant, as with Shift */
      /* A Latin letter that means nothing here means nothing; the colon is a clicker's full stop. */
      if (keys[i].group == (int) layout && keys[i].level == 0 && values[i] < 0x80
          && values[i] != GDK_KEY_colon)
        return NULL;
      if (command == NULL)
        command = found;
    }
  return command;
}

/* What the key is called in the other layouts of the keyboard. */
static const char *
find_elsewhere (GtkEventController *controller, guint code)
{
  GdkEvent *event = gtk_event_controller_get_current_event (controller);
  GtkWidget *widget = gtk_event_controller_get_widget (controller);
  g_autofree GdkKeymapKey *keys = NULL;
  g_autofree guint *values = NULL;
  int n = 0;

  if (event == NULL
      || !gdk_display_map_keycode (gtk_widget_get_display (widget), code, &keys, &values, &n))
    return NULL;
  return etp_presentation_find_command_of (keys, values, (guint) n,
                                           gdk_key_event_get_layout (event));
}

static gboolean
on_key (GtkEventControllerKey *controller,
        guint key,
        guint code,
        GdkModifierType state,
        EtpPresentation *self)
{
  const char *command;

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return FALSE;
  command = etp_presentation_find_command (key);
  if (command == NULL)
    command = find_elsewhere (GTK_EVENT_CONTROLLER (controller), code);
  return command != NULL && run (self, command);
}

void
etp_presentation_attach (EtpPresentation *self, GtkWidget *window)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_insert_action_group (window, "present", G_ACTION_GROUP (self->actions));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key), self, G_CONNECT_DEFAULT);
  gtk_widget_add_controller (window, keys);
}

void
etp_presentation_enable_moves (EtpPresentation *self, gboolean enabled)
{
  for (gsize i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), moves[i]);

      g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
    }
}

gboolean
etp_presentation_get_state (EtpPresentation *self, const char *action)
{
  g_autoptr (GVariant)
      state = g_action_group_get_action_state (G_ACTION_GROUP (self->actions), action);

  return g_variant_get_boolean (state);
}

void
etp_presentation_set_state (EtpPresentation *self, const char *action, gboolean state)
{
  if (etp_presentation_get_state (self, action) != state)
    g_action_group_change_action_state (G_ACTION_GROUP (self->actions), action,
                                        g_variant_new_boolean (state));
}

static void
on_move (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  static const struct
  {
    const char *action;
    EtpTalkMove move, by_lanes;
  } rows[] = {
    { "next", ETP_TALK_NEXT, ETP_TALK_NEXT_STEP },
    { "previous", ETP_TALK_PREVIOUS, ETP_TALK_PREVIOUS_STEP },
    { "down", ETP_TALK_DOWN, ETP_TALK_DOWN },
    { "up", ETP_TALK_UP, ETP_TALK_UP },
    { "first", ETP_TALK_FIRST, ETP_TALK_FIRST },
    { "last", ETP_TALK_LAST, ETP_TALK_LAST },
  };
  EtpPresentation *self = user_data;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    if (g_str_equal (rows[i].action, g_action_get_name (G_ACTION (action))))
      etp_presentation_go (self, etp_presentation_get_state (self, "step-lanes") ? rows[i].by_lanes
                                                                                 : rows[i].move);
}

static void
on_step_lanes (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  g_simple_action_set_state (action, state);
}

static void
on_overview (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  EtpPresentation *self = user_data;
  const gboolean is_shown = g_variant_get_boolean (state);

  g_simple_action_set_state (action, state);
  etp_presentation_enable_moves (self, TRUE);
  etp_presentation_set_state (self, "black", FALSE);
  etp_presentation_set_state (self, "white", FALSE);
  etp_presentation_enable_moves (self, !is_shown);
  gtk_stack_set_visible_child_name (self->stack, is_shown ? "overview" : "map");
  if (is_shown)
    etp_presentation_fill_overview (self);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->light));
}

static void
on_spot (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  EtpPresentation *self = user_data;

  g_simple_action_set_state (action, state);
  etp_spotlight_set_spot (self->light, g_variant_get_boolean (state));
}

static void
on_curtain (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  EtpPresentation *self = user_data;
  const gboolean is_white = g_str_equal (g_action_get_name (G_ACTION (action)), "white");

  g_simple_action_set_state (action, state);
  if (g_variant_get_boolean (state))
    {
      etp_presentation_set_state (self, is_white ? "black" : "white", FALSE);
      gtk_widget_remove_css_class (self->curtain, is_white ? "black" : "white");
      gtk_widget_add_css_class (self->curtain, is_white ? "white" : "black");
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->curtain), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      is_white ? _ ("White screen") : _ ("Black screen"), -1);
    }
  gtk_widget_set_visible (self->curtain, g_variant_get_boolean (state));
  gtk_widget_grab_focus (g_variant_get_boolean (state) ? self->curtain : GTK_WIDGET (self->light));
}

static void
on_notes (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  g_simple_action_set_state (action, state);
  etp_presentation_show_notes (user_data, g_variant_get_boolean (state));
}

static void
on_swap_screens (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  etp_presentation_swap_screens (user_data);
}

static void
on_end (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  EtpPresentation *self = user_data;

  if (etp_presentation_get_state (self, "overview"))
    etp_presentation_set_state (self, "overview", FALSE);
  else
    etp_presentation_end (self);
}

void
etp_presentation_add_actions (EtpPresentation *self)
{
  static const GActionEntry actions[] = {
    { .name = "next", .activate = on_move },
    { .name = "previous", .activate = on_move },
    { .name = "down", .activate = on_move },
    { .name = "up", .activate = on_move },
    { .name = "first", .activate = on_move },
    { .name = "last", .activate = on_move },
    { .name = "step-lanes", .state = "false", .change_state = on_step_lanes },
    { .name = "overview", .state = "false", .change_state = on_overview },
    { .name = "spot", .state = "false", .change_state = on_spot },
    { .name = "black", .state = "false", .change_state = on_curtain },
    { .name = "white", .state = "false", .change_state = on_curtain },
    { .name = "notes", .state = "false", .change_state = on_notes },
    { .name = "swap-screens", .activate = on_swap_screens },
    { .name = "end", .activate = on_end },
  };

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), actions, G_N_ELEMENTS (actions),
                                   self);
  etp_presentation_watch_screens (self);
}
