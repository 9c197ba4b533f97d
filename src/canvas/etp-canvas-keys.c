/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-canvas"

#include "config.h"

#include "etp-canvas-links.h"
#include "etp-canvas-private.h"

#include <glib/gi18n-lib.h>

/* The canvas' commands and keys, one table: a command is an action of the class, so that menus,
 * keys, the command palette and tests use the same name. */

typedef void (*Command) (EtpCanvas *self);

static void
go_left (EtpCanvas *self)
{
  etp_canvas_go (self, ETP_GO_LEFT);
}

static void
go_right (EtpCanvas *self)
{
  etp_canvas_go (self, ETP_GO_RIGHT);
}

static void
go_up (EtpCanvas *self)
{
  etp_canvas_go (self, ETP_GO_UP);
}

static void
go_down (EtpCanvas *self)
{
  etp_canvas_go (self, ETP_GO_DOWN);
}

static void
go_next (EtpCanvas *self)
{
  etp_canvas_step (self, 1);
}

static void
go_previous (EtpCanvas *self)
{
  etp_canvas_step (self, -1);
}

static void
go_first (EtpCanvas *self)
{
  etp_canvas_go_to_end (self, FALSE);
}

static void
go_last (EtpCanvas *self)
{
  etp_canvas_go_to_end (self, TRUE);
}

static void
clear_selection (EtpCanvas *self)
{
  if (etp_canvas_cancel_tool (self) || etp_canvas_cancel_link (self))
    return;
  etp_canvas_select (self, ETP_ITEM_REF_NONE);
}

static void
extend_left (EtpCanvas *self)
{
  etp_canvas_extend (self, ETP_GO_LEFT);
}

static void
extend_right (EtpCanvas *self)
{
  etp_canvas_extend (self, ETP_GO_RIGHT);
}

static void
extend_up (EtpCanvas *self)
{
  etp_canvas_extend (self, ETP_GO_UP);
}

static void
extend_down (EtpCanvas *self)
{
  etp_canvas_extend (self, ETP_GO_DOWN);
}

static void
move_left (EtpCanvas *self)
{
  etp_canvas_move_selection (self, ETP_GO_LEFT);
}

static void
move_right (EtpCanvas *self)
{
  etp_canvas_move_selection (self, ETP_GO_RIGHT);
}

static void
move_up (EtpCanvas *self)
{
  etp_canvas_move_selection (self, ETP_GO_UP);
}

static void
move_down (EtpCanvas *self)
{
  etp_canvas_move_selection (self, ETP_GO_DOWN);
}

static void
add_below (EtpCanvas *self)
{
  if (!etp_canvas_add_beside_head (self) && !etp_canvas_add_behind_point (self))
    etp_canvas_add_here (self);
}

static void
duplicate (EtpCanvas *self)
{
  if (!etp_canvas_duplicate_head (self))
    etp_canvas_duplicate_selection (self);
}

/* The clipboard is the window's. */
static void
copy (EtpCanvas *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.copy", NULL);
}

static void
paste (EtpCanvas *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.paste", NULL);
}

static void
paste_here (EtpCanvas *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.paste-here", NULL);
}

static void
vote_up (EtpCanvas *self)
{
  etp_canvas_vote (self, 1);
}

static void
vote_down (EtpCanvas *self)
{
  etp_canvas_vote (self, -1);
}

static const struct
{
  const char *action;
  Command run;
  const char *keys[5]; /* as gtk_accelerator_parse() reads them, up to the first NULL */
  const char *title; /* N_(): what people call it */
  const char *section; /* N_(): of the keys, from here on; NULL: that of the row before */
  const char *told; /* keys that do it only where something fits is selected; bound elsewhere */
  gboolean edits; /* with a section: its commands change the map */
  gboolean looks; /* but this one does not */
} commands[] = {
  { "canvas.zoom-in",
    etp_canvas_zoom_in,
    { "<Control>plus", "<Control>equal", "<Control>KP_Add", "ZoomIn" },
    N_ ("Zoom in"),
    N_ ("Zoom") },
  { "canvas.zoom-out",
    etp_canvas_zoom_out,
    { "<Control>minus", "<Control>KP_Subtract", "ZoomOut" },
    N_ ("Zoom out") },
  { "canvas.zoom-original",
    etp_canvas_zoom_original,
    { "<Control>0", "<Control>KP_0" },
    N_ ("Original size") },
  { "canvas.fit-map",
    etp_canvas_fit_map,
    { "<Control>1", "<Control>KP_1" },
    N_ ("Fit the whole map") },
  { "canvas.fit-width",
    etp_canvas_fit_width,
    { "<Control>3", "<Control>KP_3" },
    N_ ("Fit the width") },
  { "canvas.fit-phase",
    etp_canvas_fit_phase,
    { "<Control>2", "<Control>KP_2" },
    N_ ("Fit a phase") },
  { "canvas.go-left",
    go_left,
    { "Left", "KP_Left" },
    N_ ("Select the neighbour on the left"),
    N_ ("Select") },
  { "canvas.go-right",
    go_right,
    { "Right", "KP_Right" },
    N_ ("Select the neighbour on the right") },
  { "canvas.go-up", go_up, { "Up", "KP_Up" }, N_ ("Select the neighbour above") },
  { "canvas.go-down", go_down, { "Down", "KP_Down" }, N_ ("Select the neighbour below") },
  { "canvas.next", go_next, { "n" }, N_ ("Select the next item") },
  { "canvas.previous", go_previous, { "<Shift>n" }, N_ ("Select the previous item") },
  { "canvas.first", go_first, { "Home", "KP_Home" }, N_ ("Select the first item") },
  { "canvas.last", go_last, { "End", "KP_End" }, N_ ("Select the last item") },
  { "canvas.extend-left",
    extend_left,
    { "<Shift>Left", "<Shift>KP_Left" },
    N_ ("Select also to the left") },
  { "canvas.extend-right",
    extend_right,
    { "<Shift>Right", "<Shift>KP_Right" },
    N_ ("Select also to the right") },
  { "canvas.extend-up", extend_up, { "<Shift>Up", "<Shift>KP_Up" }, N_ ("Select also above") },
  { "canvas.extend-down",
    extend_down,
    { "<Shift>Down", "<Shift>KP_Down" },
    N_ ("Select also below") },
  { "canvas.keep-left",
    etp_canvas_keep_left,
    { "<Control><Shift>Left", "<Control><Shift>KP_Left" },
    N_ ("Go on to the left and keep the selection") },
  { "canvas.keep-right",
    etp_canvas_keep_right,
    { "<Control><Shift>Right", "<Control><Shift>KP_Right" },
    N_ ("Go on to the right and keep the selection") },
  { "canvas.keep-up",
    etp_canvas_keep_up,
    { "<Control><Shift>Up", "<Control><Shift>KP_Up" },
    N_ ("Go on upwards and keep the selection") },
  { "canvas.keep-down",
    etp_canvas_keep_down,
    { "<Control><Shift>Down", "<Control><Shift>KP_Down" },
    N_ ("Go on downwards and keep the selection") },
  { "canvas.toggle-kept",
    etp_canvas_toggle_kept,
    { "<Control>space" },
    N_ ("Keep it selected, or take it out of the selection") },
  { "canvas.select-all",
    etp_canvas_select_all,
    { "<Control>a" },
    N_ ("Select all: the cell, again the lane, again the map") },
  { "canvas.select-lane",
    etp_canvas_select_lane,
    { "<Control><Shift>l" },
    N_ ("Select all of the lane") },
  { "canvas.select-phase",
    etp_canvas_select_phase,
    { "<Control><Shift>h" },
    N_ ("Select all of the phase") },
  { "canvas.select-also", etp_canvas_select_also, { NULL } }, /* only in the menu of a finger */
  { "canvas.clear-selection", clear_selection, { "Escape" }, N_ ("Clear the selection") },
  { "canvas.activate",
    etp_canvas_activate_selection,
    { "Return", "KP_Enter", "ISO_Enter" },
    N_ ("Open what is selected") },
  { "canvas.explain", etp_canvas_explain, { "<Control>F1" }, N_ ("Explain what is selected") },
  { "canvas.edit-emotion",
    etp_canvas_edit_emotion,
    { "e" },
    N_ ("Edit the emotion of the step"),
    N_ ("Emotion Curve"),
    .edits = TRUE },
  { "canvas.raise-emotion",
    etp_canvas_raise_emotion,
    { "plus", "KP_Add" },
    N_ ("Raise the point by 0.1"),
    .told = "<Alt>Up" },
  { "canvas.lower-emotion",
    etp_canvas_lower_emotion,
    { "minus", "KP_Subtract" },
    N_ ("Lower the point by 0.1"),
    .told = "<Alt>Down" },
  { "canvas.raise-emotion-much",
    etp_canvas_raise_emotion_much,
    { "<Alt><Shift>Up" },
    N_ ("Raise the point by 1") },
  { "canvas.lower-emotion-much",
    etp_canvas_lower_emotion_much,
    { "<Alt><Shift>Down" },
    N_ ("Lower the point by 1") },
  { "canvas.move-step-left",
    etp_canvas_move_step_left,
    { NULL },
    N_ ("Move the point’s step to the left"),
    .told = "<Alt>Left" },
  { "canvas.move-step-right",
    etp_canvas_move_step_right,
    { NULL },
    N_ ("Move the point’s step to the right"),
    .told = "<Alt>Right" },
  { "canvas.remove-emotion",
    etp_canvas_remove_emotion,
    { NULL },
    N_ ("Remove the point of the curve"),
    .told = "Delete BackSpace" },
  { "canvas.toggle-to-be",
    etp_canvas_toggle_to_be,
    { "t" },
    N_ ("Edit the to-be curve, or the curve as it is"),
    .looks = TRUE },
  { "canvas.edit",
    etp_canvas_edit_selection,
    { "F2" },
    N_ ("Edit the text"),
    N_ ("Cards"),
    .edits = TRUE },
  { "canvas.add",
    add_below,
    { "<Control>Return", "Insert", "<Control>KP_Enter", "KP_Insert" },
    N_ ("Add a card below, a phase after or a lane below") },
  { "canvas.cut", etp_canvas_cut_selection, { "<Control>x", "<Shift>Delete" }, N_ ("Cut") },
  { "canvas.copy", copy, { "<Control>c", "<Control>Insert" }, N_ ("Copy"), .looks = TRUE },
  { "canvas.paste", paste, { "<Control>v", "<Shift>Insert" }, N_ ("Paste") },
  { "canvas.paste-here", paste_here, { NULL } }, /* where the menu was asked for */
  { "canvas.duplicate", duplicate, { "<Control>d" }, N_ ("Duplicate") },
  { "canvas.delete",
    etp_canvas_delete_selection,
    { "Delete", "KP_Delete", "BackSpace" },
    N_ ("Delete") },
  { "canvas.move-left",
    move_left,
    { "<Alt>Left", "<Alt>KP_Left" },
    N_ ("Move to the left, into the phase before") },
  { "canvas.move-right",
    move_right,
    { "<Alt>Right", "<Alt>KP_Right" },
    N_ ("Move to the right, into the next phase") },
  { "canvas.move-up",
    move_up,
    { "<Alt>Up", "<Alt>KP_Up" },
    N_ ("Move up, then into the lane above") },
  { "canvas.move-down",
    move_down,
    { "<Alt>Down", "<Alt>KP_Down" },
    N_ ("Move down, then into the lane below") },
  { "canvas.link", etp_canvas_begin_link, { "l" }, N_ ("Draw a link to another card") },
  { "canvas.vote-up", vote_up, { "v" }, N_ ("Vote for it") },
  { "canvas.vote-down", vote_down, { "<Shift>v" }, N_ ("Take back a vote") },
  { "canvas.set-votes",
    etp_canvas_set_votes,
    { NULL },
    N_ ("Type a count of votes"),
    .told = "0...9" },
  { "canvas.park", etp_canvas_park, { "<Control><Alt>k" }, N_ ("Move to the parking lot") },
  { "canvas.menu",
    etp_canvas_show_menu,
    { "Menu", "<Shift>F10" },
    N_ ("Open its menu"),
    .looks = TRUE },
  { "canvas.extend-card",
    etp_canvas_extend_card,
    { "<Shift><Alt>Right" },
    N_ ("Extend the card over the next phase") },
  { "canvas.shorten-card",
    etp_canvas_shorten_card,
    { "<Shift><Alt>Left" },
    N_ ("Shorten the card by a phase") },
  { "canvas.group",
    etp_canvas_group,
    { "g" },
    N_ ("Group the selected notes"),
    N_ ("Groups"),
    .edits = TRUE },
  { "canvas.ungroup", etp_canvas_ungroup, { "<Shift>g" }, N_ ("Dissolve the group") },
  { "canvas.fold", etp_canvas_fold, { "f" }, N_ ("Fold or unfold the group") },
  { "canvas.grow-head",
    etp_canvas_grow_head,
    { "<Alt>plus", "<Alt>equal", "<Alt>KP_Add" },
    N_ ("Make the phase wider or the lane taller"),
    N_ ("Phases and Lanes"),
    .edits = TRUE },
  { "canvas.shrink-head",
    etp_canvas_shrink_head,
    { "<Alt>minus", "<Alt>KP_Subtract" },
    N_ ("Make the phase narrower or the lane lower") },
  { "canvas.collapse-head",
    etp_canvas_collapse_head,
    { "c" },
    N_ ("Collapse or expand the phase or lane") },
  { "canvas.hide-head",
    etp_canvas_hide_head,
    { "<Control><Alt>h" },
    N_ ("Hide the phase or lane") },
  { "canvas.color-head",
    etp_canvas_color_head,
    { "<Shift>c" },
    N_ ("Choose the colour of the phase or lane") },
  { "canvas.pan-left",
    etp_canvas_pan_left,
    { "<Control>Left", "<Control>KP_Left" },
    N_ ("Move the map to the left"),
    N_ ("Move the Map") },
  { "canvas.pan-right",
    etp_canvas_pan_right,
    { "<Control>Right", "<Control>KP_Right" },
    N_ ("Move the map to the right") },
  { "canvas.pan-up",
    etp_canvas_pan_up,
    { "<Control>Up", "<Control>KP_Up" },
    N_ ("Move the map up") },
  { "canvas.pan-down",
    etp_canvas_pan_down,
    { "<Control>Down", "<Control>KP_Down" },
    N_ ("Move the map down") },
  { "canvas.page-up",
    etp_canvas_page_up,
    { "Page_Up", "KP_Page_Up" },
    N_ ("Move the map up by a page") },
  { "canvas.page-down",
    etp_canvas_page_down,
    { "Page_Down", "KP_Page_Down" },
    N_ ("Move the map down by a page") },
};

static void
run_command (GtkWidget *widget, const char *action, GVariant *parameter)
{
  /* What is looked at may change while somebody types; anything else is done with what was typed. */
  if (!g_str_has_prefix (action, "canvas.zoom") && !g_str_has_prefix (action, "canvas.pan")
      && !g_str_has_prefix (action, "canvas.page"))
    etp_canvas_end_editing (ETP_CANVAS (widget), FALSE);
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i].action, action))
      commands[i].run (ETP_CANVAS (widget));
}

void
etp_canvas_class_install_keys (GtkWidgetClass *klass)
{
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      gtk_widget_class_install_action (klass, commands[i].action, NULL, run_command);
      for (gsize j = 0; commands[i].keys[j] != NULL; j++)
        {
          GdkModifierType modifiers = 0;
          guint key = 0;

          if (gtk_accelerator_parse (commands[i].keys[j], &key, &modifiers))
            gtk_widget_class_add_binding_action (klass, key, modifiers, commands[i].action, NULL);
          else
            g_critical ("No such key: %s", commands[i].keys[j]);
        }
    }
}

gboolean
etp_canvas_get_command (guint index, EtpCanvasCommand *command)
{
  guint first = index;

  if (index >= G_N_ELEMENTS (commands))
    return FALSE;
  while (commands[first].section == NULL)
    first--;
  *command = (EtpCanvasCommand){
    commands[index].action, commands[index].title, commands[first].section,
    commands[index].keys,   commands[index].told,  commands[first].edits && !commands[index].looks
  };
  return TRUE;
}
