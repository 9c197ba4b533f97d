/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>
#include <math.h>
#include <string.h>

#include "app/etp-intake.h"
#include "app/etp-map-menu.h"
#include "app/etp-page-view.h"
#include "app/etp-window-private.h"
#include "canvas/etp-canvas-private.h"
#include "etp-test-build.h"
#include "model/etp-edit.h"
#include "model/etp-history.h"
#include "scene/etp-heads.h"
#include "scene/etp-scene-place.h"
#include "window-fixture.h"

/* A window with a map: what is typed and what is done in it is not lost when it is undone, and commands
 * mean what has the keyboard. */

static EtpApplication *application; /* owned by the fixture */

static const char *
get_redo (WindowFixture *fixture)
{
  return etp_history_get_redo_title (etp_journey_get_history (fixture->journey));
}
static void
select_card (WindowFixture *fixture, const char *id)
{
  g_autoptr (GPtrArray) one = g_ptr_array_new ();

  g_ptr_array_add (one, etp_journey_get_node (fixture->journey, id));
  etp_canvas_select_nodes (fixture->window->canvas, one);
}

/* What letters are typed into, once that has the keyboard; other: not this one. */
static GtkWidget *
wait_for_text (WindowFixture *fixture, GtkWidget *other)
{
  GtkWidget *focus;

  while ((focus = gtk_window_get_focus (GTK_WINDOW (fixture->window))) == NULL || focus == other
         || !is_text (focus, NULL))
    g_main_context_iteration (NULL, TRUE);
  return focus;
}

/* A field of a step in the inspector. */
static GtkWidget *
go_to_field (WindowFixture *fixture, guint field)
{
  GtkWidget *before = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  select_card (fixture, "visit");
  etp_window_show_field (fixture->window, field);
  return wait_for_text (fixture, before);
}

static char *
dup_text (GtkTextBuffer *buffer)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

/* What is typed on the map is the map's before it is saved or the window goes, also while an input method still
 * composes. */
static void
test_take_composed (WindowFixture *fixture, gconstpointer data)
{
  EtpNode *card = etp_journey_get_node (fixture->journey, "visit");
  GtkWidget *view;

  etp_canvas_edit (fixture->window->canvas, card, ETP_CARD_TITLE);
  view = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (GTK_IS_TEXT_VIEW (view));
  g_signal_emit_by_name (view, "preedit-changed", "객");
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "Composed", -1);
  etp_window_take_typing (fixture->window);
  g_assert_cmpstr (etp_node_get_text (card, ETP_CARD_TITLE), ==, "Composed");
  g_assert_false (etp_canvas_is_editing (fixture->window->canvas));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window))
                 == GTK_WIDGET (fixture->window->canvas));
}

/* Letters are taken back first, then steps: what was typed before is not written once more by that. */
static void
test_undo_in_text (WindowFixture *fixture, gconstpointer data)
{
  EtpNode *card = etp_journey_get_node (fixture->journey, "visit");
  g_autofree char *before = g_strdup (etp_node_get_text (card, ETP_CARD_TITLE));
  g_autofree char *text = NULL;
  GtkTextBuffer *buffer;

  g_assert_true (etp_edit_set_text (fixture->journey, card, ETP_CARD_TITLE, "Second", NULL));
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (go_to_field (fixture, ETP_CARD_TITLE)));
  gtk_text_buffer_insert_at_cursor (buffer, "x", -1);
  window_fixture_run (fixture, "undo");
  g_assert_cmpstr (etp_node_get_text (card, ETP_CARD_TITLE), ==, "Second");
  window_fixture_run (fixture, "undo");
  g_assert_cmpstr (etp_node_get_text (card, ETP_CARD_TITLE), ==, before);
  etp_window_take_typing (fixture->window);
  g_assert_cmpstr (etp_node_get_text (card, ETP_CARD_TITLE), ==, before);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  text = dup_text (buffer);
  g_assert_cmpstr (text, ==, before);
  g_assert_nonnull (get_redo (fixture));
}

static void
test_undo_in_number (WindowFixture *fixture, gconstpointer data)
{
  EtpNode *card = etp_journey_get_node (fixture->journey, "visit");
  GtkWidget *text;

  go_to_field (fixture, ETP_CARD_TITLE);
  window_fixture_click ("More Fields");
  window_fixture_click ("Time and Figures");
  text = go_to_field (fixture, ETP_CARD_COST);
  gtk_editable_set_text (GTK_EDITABLE (text), "5");
  g_signal_emit_by_name (text, "activate");
  g_assert_cmpfloat (etp_record_get_number (etp_node_record (card), ETP_CARD_COST), ==, 5);
  /* As by a key: newer versions of GTK take back nothing else. */
  gtk_editable_set_position (GTK_EDITABLE (text), -1);
  g_signal_emit_by_name (text, "insert-at-cursor", "6");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == text);
  window_fixture_run (fixture, "undo");
  g_assert_null (strchr (gtk_editable_get_text (GTK_EDITABLE (text)), '6'));
  g_assert_cmpfloat (etp_record_get_number (etp_node_record (card), ETP_CARD_COST), ==, 5);
  window_fixture_run (fixture, "undo");
  etp_window_take_typing (fixture->window);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_true (isnan (etp_record_get_number (etp_node_record (card), ETP_CARD_COST)));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (text)), ==, "");
  g_assert_nonnull (get_redo (fixture));
}

/* The button of a message means the map, whatever letters the keyboard could take back. */
static void
test_undo_of_message (WindowFixture *fixture, gconstpointer data)
{
  EtpNode *lane = etp_journey_get_node (fixture->journey, "pains");
  GtkWidget *text;

  etp_window_select_node (fixture->window, lane);
  window_fixture_run (fixture, "hide-lane");
  g_assert_true (etp_record_get_boolean (etp_node_record (lane), ETP_LANE_HIDDEN));
  window_fixture_run (fixture, "find");
  text = wait_for_text (fixture, NULL);
  gtk_editable_set_text (GTK_EDITABLE (text), "shop");
  window_fixture_click ("Undo");
  g_assert_false (etp_record_get_boolean (etp_node_record (lane), ETP_LANE_HIDDEN));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (text)), ==, "shop");
}

static EtpNode *
get_selected (WindowFixture *fixture)
{
  return etp_canvas_get_selected_node (fixture->window->canvas);
}

/* A row below the fields of a card, once it is there. */
static void
click_related (WindowFixture *fixture, const char *name)
{
  GtkWidget *label, *row = NULL;

  while (row == NULL || !gtk_widget_has_css_class (row, "related"))
    {
      GtkWidget *inspector = etp_window_get_inspector (fixture->window);

      g_main_context_iteration (NULL, TRUE);
      label = find_widget (inspector, window_fixture_is_label, name);
      row = label != NULL ? gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON) : NULL;
    }
  g_signal_emit_by_name (row, "clicked");
}

/* A phase or lane that goes by a command leaves the keyboard on a neighbour, whether its head is selected
 * or a card in it; undo selects what is back. */
static void
test_gone_by_command (WindowFixture *fixture, gconstpointer data)
{
  static const char *const commands[] = { "hide-lane", "delete-lane", "hide-phase",
                                          "delete-phase" };

  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    for (int of_card = 0; of_card < 2; of_card++)
      {
        const gboolean is_lane = g_str_has_suffix (commands[i], "lane");
        EtpNode *card = etp_journey_get_node (fixture->journey, "slow");
        g_autofree char *id = g_strdup (
            etp_node_get_text (card, is_lane ? ETP_CARD_LANE : ETP_CARD_PHASE));

        select_card (fixture, of_card ? "slow" : id);
        window_fixture_run (fixture, commands[i]);
        g_assert_nonnull (get_selected (fixture));
        g_assert_cmpint (etp_node_get_list (get_selected (fixture)), ==,
                         is_lane ? ETP_LIST_LANES : ETP_LIST_PHASES);
        g_assert_cmpstr (etp_node_get_id (get_selected (fixture)), !=, id);
        window_fixture_run (fixture, "undo");
        g_assert_nonnull (get_selected (fixture));
        g_assert_cmpstr (etp_node_get_id (get_selected (fixture)), ==, id);
      }
}

/* A card in what is collapsed gives way to the head. */
static void
test_collapse_by_command (WindowFixture *fixture, gconstpointer data)
{
  select_card (fixture, "slow");
  window_fixture_run (fixture, "collapse-lane");
  g_assert_true (get_selected (fixture) == etp_journey_get_node (fixture->journey, "pains"));
}

static gboolean
is_title_of (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_LABEL (widget) && strcmp (gtk_label_get_text (GTK_LABEL (widget)), data) == 0;
}

/* A command in the palette, which is open then. */
static GtkWidget *
find_offer (const char *title, GtkWidget **palette)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      *palette = window;
      if (g_strcmp0 (gtk_window_get_title (GTK_WINDOW (window)), "Commands") == 0)
        return find_widget (window, is_title_of, title);
    }
  g_assert_not_reached ();
}

/* Where a parked card has the keyboard it is that which is deleted, not the card on the map. */
static void
test_palette_of_parked (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *palette, *offer;

  select_card (fixture, "slow");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window->canvas), "canvas.park", NULL);
  window_fixture_run (fixture, "show-parking-lot");
  run_idle ();
  select_card (fixture, "visit");
  window_fixture_run (fixture, "palette");
  g_assert_false (gtk_widget_is_sensitive (find_offer ("Cut", &palette)));
  offer = find_offer ("Delete", &palette);
  g_assert_true (gtk_widget_is_sensitive (offer));
  g_signal_emit_by_name (gtk_widget_get_ancestor (offer, GTK_TYPE_LIST_BOX), "row-activated",
                         gtk_widget_get_ancestor (offer, GTK_TYPE_LIST_BOX_ROW));
  run_idle ();
  g_assert_nonnull (etp_journey_get_node (fixture->journey, "visit"));
  g_assert_true (etp_history_undo (etp_journey_get_history (fixture->journey)));
  g_assert_nonnull (etp_journey_get_node (fixture->journey, "slow"));
}

static gboolean
is_row_of (GtkWidget *widget, gconstpointer card)
{
  return g_strcmp0 (g_object_get_data (G_OBJECT (widget), "card"), card) == 0;
}

static gboolean
is_button_to_close (GtkWidget *widget, gconstpointer data)
{
  return g_strcmp0 (gtk_widget_get_tooltip_text (widget), "Close the Parking Lot") == 0;
}

/* The row with the keyboard may be another one than the selected one; without any the map is meant. */
static void
test_palette_of_row (WindowFixture *fixture, gconstpointer data)
{
  static const char *const cards[] = { "slow", "visit" };
  GtkWidget *window = GTK_WIDGET (fixture->window), *row, *palette, *offer;
  const char *meant;

  for (gsize i = 0; i < G_N_ELEMENTS (cards); i++)
    {
      select_card (fixture, cards[i]);
      gtk_widget_activate_action (GTK_WIDGET (fixture->window->canvas), "canvas.park", NULL);
    }
  window_fixture_run (fixture, "show-parking-lot");
  run_idle ();
  row = find_widget (window, is_row_of, cards[0]);
  meant = gtk_list_box_row_is_selected (GTK_LIST_BOX_ROW (row)) ? cards[1] : cards[0];
  row = find_widget (window, is_row_of, meant);
  gtk_widget_grab_focus (row);
  g_assert_false (gtk_list_box_row_is_selected (GTK_LIST_BOX_ROW (row)));
  window_fixture_run (fixture, "palette");
  offer = find_offer ("Delete", &palette);
  g_signal_emit_by_name (gtk_widget_get_ancestor (offer, GTK_TYPE_LIST_BOX), "row-activated",
                         gtk_widget_get_ancestor (offer, GTK_TYPE_LIST_BOX_ROW));
  run_idle ();
  for (gsize i = 0; i < G_N_ELEMENTS (cards); i++)
    g_assert_true ((etp_journey_get_node (fixture->journey, cards[i]) == NULL)
                   == g_str_equal (meant, cards[i]));

  gtk_widget_grab_focus (find_widget (window, is_button_to_close, NULL));
  select_card (fixture, "buy");
  window_fixture_run (fixture, "palette");
  g_assert_true (gtk_widget_is_sensitive (find_offer ("Cut", &palette)));
  gtk_window_destroy (GTK_WINDOW (palette));
}

/* Without a map nothing that concerns one is offered. */
static void
test_palette_of_start (WindowFixture *fixture, gconstpointer data)
{
  static const char *const titles[] = { "Draw a link to another card", "Paste", "Delete",
                                        "Turn a link around", "Tell the emotion curve in words" };
  EtpWindow *window = etp_window_new (GTK_APPLICATION (application));
  GtkWidget *palette;

  gtk_window_set_default_size (GTK_WINDOW (window), 1200, 800);
  gtk_window_present (GTK_WINDOW (window));
  while (gtk_widget_get_width (GTK_WIDGET (window)) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_action_group_activate_action (G_ACTION_GROUP (window), "palette", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++)
    g_assert_false (gtk_widget_is_sensitive (find_offer (titles[i], &palette)));
  g_assert_true (gtk_widget_is_sensitive (find_offer ("Open a map", &palette)));
  gtk_window_destroy (GTK_WINDOW (palette));
  etp_window_destroy (window, TRUE);
}

/* What would only say that nothing may be changed is not offered as if it could be done. */
static void
test_palette_of_read_only (WindowFixture *fixture, gconstpointer data)
{
  static const char *const edits[] = { "Cut",
                                       "Delete",
                                       "Edit the text",
                                       "Dissolve the group",
                                       "Add a phase",
                                       "Take a snapshot",
                                       "Plan a measure for what is selected",
                                       "Make the link a loop" };
  static const char *const looks[] = { "Copy", "Find", "Open its menu", "Fit the whole map",
                                       "Edit the to-be curve, or the curve as it is" };
  GtkWidget *palette;

  etp_journey_set_read_only (fixture->journey, TRUE);
  etp_window_update_actions (fixture->window);
  select_card (fixture, "slow");
  window_fixture_run (fixture, "palette");
  for (gsize i = 0; i < G_N_ELEMENTS (edits); i++)
    g_assert_false (gtk_widget_is_sensitive (find_offer (edits[i], &palette)));
  for (gsize i = 0; i < G_N_ELEMENTS (looks); i++)
    g_assert_true (gtk_widget_is_sensitive (find_offer (looks[i], &palette)));
  gtk_window_destroy (GTK_WINDOW (palette));

  etp_journey_set_read_only (fixture->journey, FALSE);
  etp_window_update_actions (fixture->window);
  window_fixture_run (fixture, "palette");
  for (gsize i = 0; i < G_N_ELEMENTS (edits); i++)
    g_assert_true (gtk_widget_is_sensitive (find_offer (edits[i], &palette)));
  gtk_window_destroy (GTK_WINDOW (palette));
}

/* What is typed in a popover counts before it is asked whether there are changes. */
static void
test_popover (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *text;

  select_card (fixture, "slow");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window->canvas), "canvas.set-votes", NULL);
  text = wait_for_text (fixture, NULL);
  g_assert_nonnull (gtk_widget_get_ancestor (text, GTK_TYPE_POPOVER));
  gtk_editable_set_text (GTK_EDITABLE (text), "7");
  g_assert_false (etp_window_has_changes (fixture->window));
  etp_window_take_typing (fixture->window);
  g_assert_true (etp_window_has_changes (fixture->window));
}

static double
get_shown_width (WindowFixture *fixture, const char *id)
{
  g_autoptr (GArray)
      heads = etp_heads_list (etp_canvas_get_scene (fixture->window->canvas), ETP_LIST_PHASES);
  const EtpHead *head = &g_array_index (heads, EtpHead, etp_heads_find (heads, id));

  return head->end - head->start;
}

/* The room's style shows phases wider than they are: they do not become so with the first step. */
static void
test_width_in_room (WindowFixture *fixture, gconstpointer data)
{
  EtpNode *phase = etp_journey_get_node (fixture->journey, "buy");
  EtpDatum width = etp_datum_number (400);

  g_assert_true (etp_edit_set (fixture->journey, phase, ETP_PHASE_WIDTH, &width, NULL));
  g_action_group_change_action_state (G_ACTION_GROUP (fixture->window), "room-style",
                                      g_variant_new_boolean (TRUE));
  while (get_shown_width (fixture, "buy") <= 400)
    g_main_context_iteration (NULL, TRUE);
  select_card (fixture, "buy");
  window_fixture_run (fixture, "widen-phase");
  g_assert_cmpfloat (etp_node_get_number (phase, ETP_PHASE_WIDTH), ==, 424);
  window_fixture_run (fixture, "narrow-phase");
  g_assert_cmpfloat (etp_node_get_number (phase, ETP_PHASE_WIDTH), ==, 400);
}

static gboolean
is_said (WindowFixture *fixture, const char *text)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_autofree char *said = NULL;

  g_assert_nonnull (focus);
  said = gtk_test_accessible_check_property (GTK_ACCESSIBLE (focus),
                                             GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "");
  g_assert_nonnull (said);
  return strstr (said, text) != NULL;
}

/* Which curve is meant from now on is said with what has the keyboard, be it a step or its point. */
static void
test_say_curve (WindowFixture *fixture, gconstpointer data)
{
  const EtpItem point = { .kind = ETP_ITEM_POINT,
                          .node_id = (char *) "visit",
                          .sub = (char *) "max" };
  EtpCanvas *canvas = fixture->window->canvas;

  if (gtk_get_minor_version () >= 14)
    {
      g_test_skip ("announced");
      return;
    }
  select_card (fixture, "visit");
  etp_canvas_update_accessible (canvas);
  gtk_widget_grab_focus (GTK_WIDGET (canvas));
  gtk_widget_activate_action (GTK_WIDGET (canvas), "canvas.toggle-to-be", NULL);
  g_assert_true (is_said (fixture, "To-be curve"));
  gtk_widget_activate_action (GTK_WIDGET (canvas), "canvas.toggle-to-be", NULL);
  g_assert_true (is_said (fixture, "Curve as it is"));
  window_fixture_run (fixture, "next-persona");
  g_assert_true (is_said (fixture, "Emotion curve of: "));
  etp_canvas_select (canvas, etp_canvas_find_item (canvas, &point));
  gtk_widget_activate_action (GTK_WIDGET (canvas), "canvas.toggle-to-be", NULL);
  g_assert_true (is_said (fixture, "To-be curve"));
  /* The button of the menu, to which the keyboard goes back, says it. */
  g_action_group_change_action_state (G_ACTION_GROUP (fixture->window), "persona",
                                      g_variant_new_string (""));
  g_assert_false (is_said (fixture, "Emotion curve of: "));
}

/* What belongs to a card is gone to from the inspector; what is not to be seen leaves the card selected. */
static void
test_related (WindowFixture *fixture, gconstpointer data)
{
  EtpNode *slow = etp_journey_get_node (fixture->journey, "slow");
  EtpNode *lane = etp_journey_get_node (fixture->journey, "pains");
  EtpDatum hidden = etp_datum_boolean (TRUE);

  go_to_field (fixture, ETP_CARD_TITLE);
  click_related (fixture, "Pages load slowly");
  g_assert_true (get_selected (fixture) == slow);
  select_card (fixture, "visit");
  g_assert_true (etp_edit_set (fixture->journey, lane, ETP_LANE_HIDDEN, &hidden, NULL));
  click_related (fixture, "Pages load slowly");
  g_assert_cmpstr (etp_node_get_id (get_selected (fixture)), ==, "visit");
  while (window_fixture_find_label ("“Pages load slowly” is not to be seen on the map now") == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
has_entry (GMenuModel *menu, const char *action)
{
  gboolean has_it = FALSE;

  for (int i = 0; i < g_menu_model_get_n_items (menu) && !has_it; i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);
      g_autofree char *own = NULL;

      if (g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_ACTION, "s", &own))
        has_it = strcmp (own, action) == 0;
      else if (section != NULL)
        has_it = has_entry (section, action);
    }
  return has_it;
}

static gboolean
is_in_menu (WindowFixture *fixture, const char *action)
{
  g_autoptr (GMenu) menu = etp_map_menu_new (fixture->window->canvas);

  return has_entry (G_MENU_MODEL (menu), action);
}

/* What would be done to one of several phases alone is not in their menu. */
static void
test_menu_of_several (WindowFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) phases = g_ptr_array_new ();

  g_ptr_array_add (phases, etp_journey_get_node (fixture->journey, "aware"));
  etp_canvas_select_nodes (fixture->window->canvas, phases);
  g_assert_true (is_in_menu (fixture, "win.hide-phase"));
  g_assert_true (is_in_menu (fixture, "canvas.delete"));
  g_ptr_array_add (phases, etp_journey_get_node (fixture->journey, "consider"));
  etp_canvas_select_nodes (fixture->window->canvas, phases);
  g_assert_false (is_in_menu (fixture, "win.hide-phase"));
  g_assert_true (is_in_menu (fixture, "canvas.delete"));
}

/* Whether the menu of a free place in a lane has the entry. */
static gboolean
is_in_menu_of_place (WindowFixture *fixture, const char *lane, const char *action)
{
  EtpCanvas *canvas = fixture->window->canvas;
  EtpScenePlace place;

  etp_canvas_select (canvas, ETP_ITEM_REF_NONE);
  g_assert_true (
      etp_scene_get_place (etp_canvas_get_scene (canvas), "consider", lane, NULL, &place));
  canvas->menu_x = place.cell.x + place.cell.width / 2;
  canvas->menu_y = place.cell.y + place.cell.height / 2;
  canvas->has_menu_place = TRUE;
  return is_in_menu (fixture, action);
}

/* Where a lane has no cards, all of its cards cannot be selected. */
static void
test_menu_of_lanes (WindowFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *lane;
    gboolean has_cards;
  } rows[] = { { "pains", TRUE }, { "emotion", FALSE }, { "channels", FALSE } };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_assert_true (is_in_menu_of_place (fixture, rows[i].lane, "canvas.select-phase"));
      g_assert_cmpint (is_in_menu_of_place (fixture, rows[i].lane, "canvas.select-lane"), ==,
                       rows[i].has_cards);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      select_card (fixture, rows[i].lane); /* its head */
      g_assert_true (is_in_menu (fixture, "win.hide-lane"));
      g_assert_cmpint (is_in_menu (fixture, "canvas.select-lane"), ==, rows[i].has_cards);
    }
}

/* What has been learnt is edited like the title beside it, not offered what is for the map. */
static void
test_menu_of_insights (WindowFixture *fixture, gconstpointer data)
{
  const EtpItem insights = { .kind = ETP_ITEM_LABEL, .node_id = (char *) "" };
  EtpCanvas *canvas = fixture->window->canvas;

  etp_canvas_select (canvas, etp_canvas_find_item (canvas, &insights));
  g_assert_false (etp_item_ref_is_none (etp_canvas_get_selection (canvas)));
  g_assert_true (is_in_menu (fixture, "canvas.edit"));
  g_assert_false (is_in_menu (fixture, "win.add-phase"));
}

/* What comes from outside goes under the step whose slot it was let go in. */
static void
test_intake_under_step (WindowFixture *fixture, gconstpointer data)
{
  EtpIntake *intake = etp_intake_new (
      fixture->window, etp_journey_get_node (fixture->journey, "pains"),
      etp_journey_get_node (fixture->journey, "consider"), G_MAXUINT);
  EtpNode *card;

  etp_intake_set_step (intake, etp_journey_get_node (fixture->journey, "compare"), TRUE);
  etp_intake_add_text (intake, "From outside");
  etp_intake_run (intake);
  card = etp_canvas_get_selected_node (fixture->window->canvas);
  g_assert_cmpstr (etp_node_get_text (card, ETP_CARD_TITLE), ==, "From outside");
  g_assert_cmpstr (etp_node_get_text (card, ETP_CARD_STEP), ==, "compare");
}

/* For find_widget (): a button that is called that. */
static gboolean
is_button (GtkWidget *widget, gconstpointer name)
{
  const char *tooltip = gtk_widget_get_tooltip_text (widget);

  return GTK_IS_BUTTON (widget)
         && (g_strcmp0 (tooltip, name) == 0
             || find_widget (widget, window_fixture_is_label, name) != NULL);
}

/* Of a map that is only looked at snapshots can be compared, but neither taken, restored nor removed. */
static void
test_read_only_snapshots (WindowFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *name;
    gboolean looks_only;
  } buttons[] = {
    { "Compare", TRUE },
    { "Restore", FALSE },
    { "Remove Before the workshop", FALSE },
    { "Take a Snapshot…", FALSE },
  };
  GtkWidget *label;

  for (int may_edit = 0; may_edit < 2; may_edit++)
    {
      GtkWidget *dialog;

      etp_journey_set_read_only (fixture->journey, !may_edit);
      window_fixture_run (fixture, "snapshots");
      while ((label = window_fixture_find_label ("Before the workshop")) == NULL)
        g_main_context_iteration (NULL, TRUE);
      dialog = GTK_WIDGET (gtk_widget_get_root (label));
      for (gsize i = 0; i < G_N_ELEMENTS (buttons); i++)
        {
          GtkWidget *button = find_widget (dialog, is_button, buttons[i].name);

          g_test_message ("%s", buttons[i].name);
          g_assert_nonnull (button);
          g_assert_cmpint (gtk_widget_get_sensitive (button), ==,
                           may_edit || buttons[i].looks_only);
        }
      gtk_window_close (GTK_WINDOW (dialog));
      run_idle ();
    }
}

static void
on_gone (gpointer is_gone, GObject *where)
{
  *(gboolean *) is_gone = TRUE;
}

/* The export is closed before its pages are ready: what is ready then is nobody's any more. */
static void
test_quick_export (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *label, *dialog, *view;
  gboolean is_gone = FALSE;

  window_fixture_run (fixture, "export");
  while ((label = window_fixture_find_label ("Export")) == NULL)
    g_main_context_iteration (NULL, TRUE);
  dialog = GTK_WIDGET (gtk_widget_get_root (label));
  view = find_of_type (dialog, ETP_TYPE_PAGE_VIEW);
  g_object_weak_ref (G_OBJECT (view), on_gone, &is_gone);
  gtk_window_destroy (GTK_WINDOW (dialog));
  while (!is_gone)
    g_main_context_iteration (NULL, TRUE);
}

int
main (int argc, char **argv)
{
  application = window_fixture_start (&argc, &argv);
  if (application == NULL)
    return 0;
#define ADD(path, func, data)                                                                      \
  g_test_add (path, WindowFixture, data, window_fixture_set_up, func, window_fixture_tear_down)
  ADD ("/app/window/take-composed", test_take_composed, NULL);
  ADD ("/app/window/undo-in-text", test_undo_in_text, NULL);
  ADD ("/app/window/undo-in-number", test_undo_in_number, NULL);
  ADD ("/app/window/undo-of-message", test_undo_of_message, NULL);
  ADD ("/app/window/gone-by-command", test_gone_by_command, NULL);
  ADD ("/app/window/collapse-by-command", test_collapse_by_command, NULL);
  ADD ("/app/window/palette-of-parked", test_palette_of_parked, NULL);
  ADD ("/app/window/palette-of-row", test_palette_of_row, NULL);
  ADD ("/app/window/palette-of-read-only", test_palette_of_read_only, NULL);
  ADD ("/app/window/palette-of-start", test_palette_of_start, NULL);
  ADD ("/app/window/read-only-snapshots", test_read_only_snapshots, NULL);
  ADD ("/app/window/popover", test_popover, NULL);
  ADD ("/app/window/width-in-room", test_width_in_room, NULL);
  ADD ("/app/window/say-curve", test_say_curve, NULL);
  ADD ("/app/window/related", test_related, NULL);
  ADD ("/app/window/menu-of-several", test_menu_of_several, NULL);
  ADD ("/app/window/menu-of-lanes", test_menu_of_lanes, NULL);
  ADD ("/app/window/menu-of-insights", test_menu_of_insights, NULL);
  ADD ("/app/window/intake-under-step", test_intake_under_step, NULL);
  ADD ("/app/window/quick-export", test_quick_export, NULL);
#undef ADD
  return window_fixture_end ();
}
