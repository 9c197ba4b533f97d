/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>
#include <string.h>

#include "app/etp-capture-bar.h"
#include "app/etp-filter-bar.h"
#include "app/etp-parking-lot.h"
#include "app/etp-votes-popover.h"
#include "app/etp-window-private.h"
#include "model/etp-capture.h"
#include "model/etp-edit.h"
#include "model/etp-history.h"
#include "window-fixture.h"

/* A window with the sample map: where parked cards and notes go, what becomes of texts that are too long for
 * a line, and of a filter whose values change. */

#define VERY_LONG 100000

static void
set_up (WindowFixture *fixture, gconstpointer version)
{
  window_fixture_open (fixture, version);
}

static const char *
get_text (WindowFixture *fixture, const char *id, guint field)
{
  return etp_node_get_text (window_fixture_get (fixture, id), field);
}

static void
set_state (WindowFixture *fixture, const char *action, gboolean state)
{
  g_action_group_change_action_state (G_ACTION_GROUP (fixture->window), action,
                                      g_variant_new_boolean (state));
}

/* NULL: nothing. */
static void
select_node (WindowFixture *fixture, const char *id)
{
  if (id != NULL)
    etp_window_select_node (fixture->window, window_fixture_get (fixture, id));
  else
    etp_canvas_select (fixture->window->canvas, ETP_ITEM_REF_NONE);
}

static GtkWidget *
find (WindowFixture *fixture, GType type)
{
  GtkWidget *widget = find_of_type (GTK_WIDGET (fixture->window), type);

  g_assert_nonnull (widget);
  return widget;
}

static void
wait_for_label (WindowFixture *fixture, const char *text)
{
  while (find_widget (GTK_WIDGET (fixture->window), window_fixture_is_label, text) == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static const char *
get_undo (WindowFixture *fixture)
{
  return etp_history_get_undo_title (etp_journey_get_history (fixture->journey));
}

static gboolean
hangs_at (GtkWidget *widget, gconstpointer parent)
{
  return GTK_IS_POPOVER (widget) && gtk_widget_get_parent (widget) == parent;
}

/* Opens the text of the first parked card; NULL: it is not opened. */
static GtkPopover *
edit_parked (WindowFixture *fixture)
{
  GtkWidget *lot;

  set_state (fixture, "show-parking-lot", TRUE);
  lot = find (fixture, ETP_TYPE_PARKING_LOT);
  gtk_widget_activate_action (lot, "parking.edit", NULL);
  return GTK_POPOVER (find_widget (lot, hangs_at, lot));
}

/* An entry would cut it. */
static void
test_long_text (WindowFixture *fixture, gconstpointer data)
{
  EtpNode *card = window_fixture_get (fixture, "parked");
  g_autofree char *text = g_strnfill (VERY_LONG, 'x');
  g_autofree char *title = NULL;
  GtkPopover *popover;

  g_assert_true (etp_edit_set_text (fixture->journey, card, ETP_CARD_TITLE, text, NULL));
  etp_history_end_coalescing (etp_journey_get_history (fixture->journey));
  title = g_strdup (get_undo (fixture));
  popover = edit_parked (fixture);
  if (popover != NULL)
    gtk_popover_popdown (popover);
  run_idle ();
  g_assert_cmpuint (strlen (etp_node_get_text (card, ETP_CARD_TITLE)), ==, VERY_LONG);
  g_assert_null (popover);
  wait_for_label (fixture,
                  "This text is too long for one line. Send the card to the map to edit it.");

  g_assert_true (etp_edit_set_text (fixture->journey, card, ETP_CARD_TITLE, "short", NULL));
  popover = edit_parked (fixture);
  g_assert_nonnull (popover);
  gtk_editable_set_text (GTK_EDITABLE (gtk_popover_get_child (popover)), "shorter");
  gtk_popover_popdown (popover);
  run_idle ();
  g_assert_cmpstr (etp_node_get_text (card, ETP_CARD_TITLE), ==, "shorter");
}

/* In the window of the map's properties, too: there a text that is cut is only looked at. */
static void
test_long_property (WindowFixture *fixture, gconstpointer data)
{
  static const guint fields[] = { ETP_JOURNEY_TITLE, ETP_JOURNEY_OWNER };
  g_autofree char *very_long = g_strnfill (VERY_LONG, 'x');
  const char *texts[] = { very_long, "Sales" };
  GtkWidget *label, *row = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    g_assert_true (etp_edit_set_text (fixture->journey, ETP_NODE (fixture->journey), fields[i],
                                      texts[i], NULL));
  window_fixture_run (fixture, "properties");
  while ((label = window_fixture_find_label ("Properties of the Map")) == NULL)
    g_main_context_iteration (NULL, TRUE);
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      GtkWidget *text;

      row = i == 0 ? find_of_type (GTK_WIDGET (gtk_widget_get_root (label)), ADW_TYPE_ENTRY_ROW)
                   : gtk_widget_get_next_sibling (row);
      text = find_of_type (row, GTK_TYPE_TEXT);
      gtk_editable_set_position (GTK_EDITABLE (text), -1);
      g_signal_emit_by_name (text, "backspace");
      g_assert_cmpint (gtk_widget_get_tooltip_text (row) != NULL, ==, i == 0);
    }
  g_assert_cmpuint (strlen (etp_node_get_text (fixture->journey, ETP_JOURNEY_TITLE)), ==,
                    VERY_LONG);
  g_assert_cmpstr (etp_node_get_text (fixture->journey, ETP_JOURNEY_OWNER), ==, "Sale");
  gtk_window_close (GTK_WINDOW (gtk_widget_get_root (label)));
  run_idle ();
}

/* A heading goes to the map with its group, as it came. */
static void
test_send_group (WindowFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) cards = g_ptr_array_new ();

  g_ptr_array_add (cards, window_fixture_get (fixture, "talk"));
  g_assert_true (etp_edit_park_cards (fixture->journey, cards, NULL));
  g_assert_cmpstr (get_text (fixture, "listen", ETP_CARD_PHASE), ==, "");
  select_node (fixture, "smaller");
  window_fixture_run (fixture, "send-parked"); /* the first */
  g_assert_cmpstr (get_text (fixture, "talk", ETP_CARD_LANE), ==, "opportunities");
  g_assert_cmpstr (get_text (fixture, "listen", ETP_CARD_LANE), ==, "opportunities");
  g_assert_cmpstr (get_text (fixture, "listen", ETP_CARD_PHASE), ==, "consider");
  g_assert_cmpstr (get_text (fixture, "listen", ETP_CARD_CLUSTER), ==, "talk");
  g_assert_cmpstr (get_undo (fixture), ==, "Move Card");
}

/* Lets the capture line aim at a cell, by its code. */
static EtpCaptureBar *
aim (WindowFixture *fixture, const char *lane, const char *phase)
{
  EtpCaptureTarget target = { window_fixture_get (fixture, lane),
                              window_fixture_get (fixture, phase), NULL };
  g_autofree char *code = etp_capture_dup_code (fixture->journey, &target);
  GtkWidget *bar, *entry;

  set_state (fixture, "capture", TRUE);
  bar = find (fixture, ETP_TYPE_CAPTURE_BAR);
  entry = find_of_type (bar, GTK_TYPE_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), code);
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
  return ETP_CAPTURE_BAR (bar);
}

/* What is selected comes before where notes go, and no card goes where it would not be seen. */
static void
test_send_while_capturing (WindowFixture *fixture, gconstpointer data)
{
  select_node (fixture, "smaller");
  aim (fixture, "measures", "buy");
  window_fixture_run (fixture, "send-parked");
  g_assert_cmpstr (get_text (fixture, "parked", ETP_CARD_LANE), ==, "opportunities");
  window_fixture_run (fixture, "undo-step");
  g_assert_cmpstr (get_text (fixture, "parked", ETP_CARD_LANE), ==, "");

  select_node (fixture, NULL);
  window_fixture_run (fixture, "send-parked");
  wait_for_label (fixture, "First select a place for cards on the map.");
  g_assert_cmpstr (get_text (fixture, "parked", ETP_CARD_LANE), ==, "");

  aim (fixture, "pains", "buy");
  window_fixture_run (fixture, "send-parked");
  g_assert_cmpstr (get_text (fixture, "parked", ETP_CARD_LANE), ==, "pains");
  g_assert_cmpstr (get_text (fixture, "parked", ETP_CARD_PHASE), ==, "buy");
}

/* Whatever is chosen on the map is where notes go, in the cell that was chosen last as well. */
static void
test_choose_target (WindowFixture *fixture, gconstpointer data)
{
  EtpNode *lane = NULL, *phase = NULL;
  EtpCaptureBar *bar;

  select_node (fixture, "visit");
  bar = aim (fixture, "pains", "buy");
  g_assert_true (etp_capture_bar_get_target (bar, &lane, &phase));
  g_assert_true (lane == window_fixture_get (fixture, "pains")
                 && phase == window_fixture_get (fixture, "buy"));
  select_node (fixture, "compare");
  g_assert_true (etp_capture_bar_get_target (bar, &lane, &phase));
  g_assert_true (lane == window_fixture_get (fixture, "touchpoints")
                 && phase == window_fixture_get (fixture, "consider"));
}

/* Notes go to the first cell for them where nothing is chosen; a picture lies above it on many maps. */
static void
test_first_target (WindowFixture *fixture, gconstpointer data)
{
  EtpNode *lane = NULL, *phase = NULL;

  g_assert_nonnull (
      etp_edit_insert_lane (fixture->journey, 0, ETP_LANE_KIND_IMAGES, "Storyboard", NULL));
  select_node (fixture, NULL);
  set_state (fixture, "capture", TRUE);
  g_assert_true (etp_capture_bar_get_target (ETP_CAPTURE_BAR (find (fixture, ETP_TYPE_CAPTURE_BAR)),
                                             &lane, &phase));
  g_assert_true (lane == window_fixture_get (fixture, "touchpoints")
                 && phase == window_fixture_get (fixture, "aware"));
}

static void
type (EtpCaptureBar *bar, const char *line)
{
  GtkWidget *entry = find_of_type (GTK_WIDGET (bar), GTK_TYPE_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (entry), line);
  g_signal_emit_by_name (entry, "activate");
}

/* The end of what was pasted is missing: it becomes no note, and is not taken away. A longest character may
 * leave a few bytes free. */
static void
test_long_note (WindowFixture *fixture, gconstpointer data)
{
  static const char *const letters[] = { "x", "\xf0\x9f\x99\x82" };
  EtpNodeList *cards = etp_journey_get_list (fixture->journey, ETP_LIST_CARDS);
  const guint n_cards = etp_node_list_get_length (cards);
  EtpCaptureBar *bar = aim (fixture, "pains", "buy");
  GtkWidget *entry = find_of_type (GTK_WIDGET (bar), GTK_TYPE_ENTRY);

  for (gsize i = 0; i < G_N_ELEMENTS (letters); i++)
    for (guint n_before = 0; n_before < 4; n_before++)
      {
        GString *line = g_string_new (NULL);

        for (guint k = 0; k < n_before; k++)
          g_string_append_c (line, 'y');
        while (line->len < VERY_LONG)
          g_string_append (line, letters[i]);
        type (bar, line->str);
        g_assert_cmpuint (etp_node_list_get_length (cards), ==, n_cards);
        g_assert_cmpuint (strlen (gtk_editable_get_text (GTK_EDITABLE (entry))), >, 0);
        g_string_free (line, TRUE);
      }
  wait_for_label (fixture,
                  "This text is too long for one line. Paste it into a card of the map instead.");
  type (bar, "short");
  g_assert_cmpuint (etp_node_list_get_length (cards), ==, n_cards + 1);
}

static EtpNode *
find_card (WindowFixture *fixture, const char *title)
{
  EtpNodeList *cards = etp_journey_get_list (fixture->journey, ETP_LIST_CARDS);

  for (guint i = 0; i < etp_node_list_get_length (cards); i++)
    if (g_str_equal (etp_node_get_text (etp_node_list_get (cards, i), ETP_CARD_TITLE), title))
      return etp_node_list_get (cards, i);
  return NULL;
}

/* A click aims also at what is selected already. In the same cell notes stay under the step that was named. */
static void
test_click_again (WindowFixture *fixture, gconstpointer data)
{
  EtpCaptureTarget target = { window_fixture_get (fixture, "pains"),
                              window_fixture_get (fixture, "consider"),
                              window_fixture_get (fixture, "compare") };
  g_autofree char *code = etp_capture_dup_code (fixture->journey, &target);
  g_autofree char *line = g_strdup_printf ("%s no prices", code);
  EtpNode *lane = NULL, *phase = NULL, *note;
  EtpCaptureBar *bar;

  select_node (fixture, "slow");
  bar = aim (fixture, "touchpoints", "buy");
  g_signal_emit_by_name (fixture->window->canvas, "clicked");
  g_assert_true (etp_capture_bar_get_target (bar, &lane, &phase));
  g_assert_true (lane == window_fixture_get (fixture, "pains")
                 && phase == window_fixture_get (fixture, "consider"));

  type (bar, line);
  g_signal_emit_by_name (fixture->window->canvas, "clicked");
  type (bar, "no pictures");
  note = find_card (fixture, "no pictures");
  g_assert_nonnull (note);
  g_assert_cmpstr (etp_node_get_text (note, ETP_CARD_STEP), ==, "compare");
}

static void
press_alt (GtkWidget *entry, guint key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (entry);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean is_done = FALSE;

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, GDK_ALT_MASK, &is_done);
      if (is_done)
        return;
    }
  g_assert_not_reached ();
}

/* With a code that leads nowhere a note goes to the parking lot, whole, and the next one to where notes went; the
 * code alone stays. Arrows lead such a line to the map. */
static void
test_astray (WindowFixture *fixture, gconstpointer data)
{
  EtpCaptureBar *bar = aim (fixture, "pains", "consider");
  GtkWidget *entry = find_of_type (GTK_WIDGET (bar), GTK_TYPE_ENTRY);
  EtpNodeList *cards = etp_journey_get_list (fixture->journey, ETP_LIST_CARDS);
  const guint n = etp_node_list_get_length (cards);
  EtpNode *card;

  type (bar, "4b");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "4b");
  g_assert_cmpuint (etp_node_list_get_length (cards), ==, n);
  type (bar, "4b too slow");
  card = find_card (fixture, "4b too slow");
  g_assert_nonnull (card);
  g_assert_cmpstr (etp_node_get_text (card, ETP_CARD_LANE), ==, "");
  type (bar, "no prices");
  card = find_card (fixture, "no prices");
  g_assert_nonnull (card);
  g_assert_cmpstr (etp_node_get_text (card, ETP_CARD_LANE), ==, "pains");
  g_assert_cmpstr (etp_node_get_text (card, ETP_CARD_PHASE), ==, "consider");

  gtk_editable_set_text (GTK_EDITABLE (entry), "4b times");
  press_alt (entry, GDK_KEY_Right);
  g_assert_true (g_str_has_suffix (gtk_editable_get_text (GTK_EDITABLE (entry)), " 4b times"));
  press_alt (entry, GDK_KEY_Left);
  press_alt (entry, GDK_KEY_Right);
  g_signal_emit_by_name (entry, "activate");
  card = find_card (fixture, "4b times");
  g_assert_nonnull (card);
  g_assert_cmpstr (etp_node_get_text (card, ETP_CARD_LANE), ==, "pains");
  g_assert_cmpstr (etp_node_get_text (card, ETP_CARD_PHASE), ==, "buy");
}

static gboolean
has_focus (WindowFixture *fixture, GtkWidget *widget)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

/* A click on the map aims there, and what is typed next is a note; on what takes no notes it is a command.
 * F4 finds the way back to the line, and closes it there. */
static void
test_keyboard (WindowFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *id; /* what was clicked; NULL: nothing */
    gboolean is_line;
  } rows[] = { { "visit", TRUE }, { "buy", TRUE }, { "emotion", FALSE }, { NULL, TRUE } };
  GtkWidget *canvas = GTK_WIDGET (fixture->window->canvas);
  GtkWidget *bar = GTK_WIDGET (aim (fixture, "pains", "buy"));

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gtk_widget_grab_focus (canvas);
      g_assert_true (has_focus (fixture, canvas));
      select_node (fixture, rows[i].id);
      g_signal_emit_by_name (canvas, "clicked");
      g_assert_true (has_focus (fixture, rows[i].is_line ? bar : canvas));
    }

  gtk_widget_grab_focus (canvas);
  window_fixture_run (fixture, "capture");
  g_assert_true (has_focus (fixture, bar));
  window_fixture_run (fixture, "capture");
  g_assert_false (gtk_widget_get_visible (bar));
  g_assert_true (has_focus (fixture, canvas));
  select_node (fixture, "visit");
  g_signal_emit_by_name (canvas, "clicked");
  g_assert_true (has_focus (fixture, canvas));
}

/* The step that a code names may be folded away: what it is folded into is selected then. */
static void
test_folded_step (WindowFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *folded;
    guint field;
    const char *selected;
  } rows[] = { { NULL, 0, "order" },
               { "buy", ETP_PHASE_COLLAPSED, "buy" },
               { "touchpoints", ETP_LANE_COLLAPSED, "touchpoints" } };
  EtpCaptureTarget target = { window_fixture_get (fixture, "pains"),
                              window_fixture_get (fixture, "buy"),
                              window_fixture_get (fixture, "order") };
  g_autofree char *code = etp_capture_dup_code (fixture->journey, &target);
  EtpNode *lane = NULL, *phase = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      EtpDatum yes = etp_datum_boolean (TRUE);
      GtkWidget *bar, *entry;

      select_node (fixture, "compare");
      if (rows[i].folded != NULL)
        g_assert_true (etp_edit_set (fixture->journey, window_fixture_get (fixture, rows[i].folded),
                                     rows[i].field, &yes, NULL));
      set_state (fixture, "capture", TRUE);
      bar = find (fixture, ETP_TYPE_CAPTURE_BAR);
      entry = find_of_type (bar, GTK_TYPE_ENTRY);
      gtk_editable_set_text (GTK_EDITABLE (entry), code);
      g_signal_emit_by_name (entry, "activate");
      g_assert_true (etp_canvas_get_selected_node (fixture->window->canvas)
                     == window_fixture_get (fixture, rows[i].selected));
      g_assert_true (etp_capture_bar_get_target (ETP_CAPTURE_BAR (bar), &lane, &phase));
      g_assert_true (phase == window_fixture_get (fixture, "buy"));
      if (rows[i].folded != NULL)
        g_assert_true (etp_history_undo (etp_journey_get_history (fixture->journey)));
    }
}

/* What a newer version wrote can be looked at, what it parked too. */
static void
test_newer_version (WindowFixture *fixture, gconstpointer data)
{
  GActionGroup *group = G_ACTION_GROUP (fixture->window);

  g_assert_true (etp_journey_get_read_only (fixture->journey));
  run_idle ();
  g_assert_true (g_action_group_get_action_enabled (group, "show-parking-lot"));
  g_assert_false (g_action_group_get_action_enabled (group, "capture"));
  g_assert_false (g_action_group_get_action_enabled (group, "send-parked"));
  g_assert_null (edit_parked (fixture));
  wait_for_label (fixture, "Loyalty card");
  select_node (fixture, "smaller");
  gtk_widget_activate_action (find (fixture, ETP_TYPE_PARKING_LOT), "parking.send", NULL);
  gtk_widget_activate_action (find (fixture, ETP_TYPE_PARKING_LOT), "parking.delete", NULL);
  g_assert_cmpstr (get_text (fixture, "parked", ETP_CARD_LANE), ==, "");
}

static gboolean
is_delete (GtkWidget *widget, gconstpointer key)
{
  return GTK_IS_LABEL (widget) && strcmp (gtk_widget_get_css_name (widget), "accelerator") == 0
         && strcmp (gtk_label_get_label (GTK_LABEL (widget)), key) == 0;
}

/* Of the two keys that delete a card the menu tells that which every keyboard has. */
static void
test_menu_tells_main_key (WindowFixture *fixture, gconstpointer data)
{
  g_autofree char *key = gtk_accelerator_get_label (GDK_KEY_Delete, 0);
  GtkWidget *button;

  set_state (fixture, "show-parking-lot", TRUE);
  button = find_of_type (find (fixture, ETP_TYPE_PARKING_LOT), GTK_TYPE_MENU_BUTTON);
  g_assert_nonnull (button);
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  run_idle ();
  g_assert_nonnull (find_widget (button, is_delete, key));
}

/* The first controller of a type that row has; of a click the one of the second button. */
static GtkEventController *
find_controller (GtkWidget *row, GType type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (row);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (controller, type)
          && (type != GTK_TYPE_GESTURE_CLICK
              || gtk_gesture_single_get_button (GTK_GESTURE_SINGLE (controller))
                     == GDK_BUTTON_SECONDARY))
        return controller; /* the row holds it */
    }
  g_assert_not_reached ();
}

/* A parked card has its menu by key, by the second button and by a finger that stays, as one on the map
 * has; it is of the card that it was asked for at. */
static void
test_parked_menu (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *lot, *row, *button;
  GtkPopover *menu;

  set_state (fixture, "show-parking-lot", TRUE);
  lot = find (fixture, ETP_TYPE_PARKING_LOT);
  row = find_of_type (lot, GTK_TYPE_LIST_BOX_ROW);
  button = find_of_type (row, GTK_TYPE_MENU_BUTTON);
  for (guint i = 0; i < 3; i++)
    {
      gtk_list_box_unselect_all (GTK_LIST_BOX (gtk_widget_get_parent (row)));
      if (i == 0)
        {
          g_assert_true (gtk_widget_grab_focus (row));
          g_assert_true (gtk_widget_activate_action (lot, "parking.menu", NULL));
        }
      else if (i == 1)
        g_signal_emit_by_name (find_controller (row, GTK_TYPE_GESTURE_CLICK), "pressed", 1, 5.0,
                               5.0);
      else
        g_signal_emit_by_name (find_controller (row, GTK_TYPE_GESTURE_LONG_PRESS), "pressed", 5.0,
                               5.0);
      run_idle ();
      menu = gtk_menu_button_get_popover (GTK_MENU_BUTTON (button));
      g_assert_true (gtk_widget_get_visible (GTK_WIDGET (menu)));
      g_assert_true (gtk_list_box_row_is_selected (GTK_LIST_BOX_ROW (row)));
      gtk_popover_popdown (menu);
      while (gtk_widget_get_visible (GTK_WIDGET (menu)))
        g_main_context_iteration (NULL, TRUE);
      run_idle ();
      g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == row);
    }
}

/* The head of a phase is in no lane, not in the first one. */
static void
test_sort_nothing (WindowFixture *fixture, gconstpointer data)
{
  select_node (fixture, "buy");
  window_fixture_run (fixture, "sort-by-votes");
  wait_for_label (fixture, "Select something of the lane that is to be sorted.");
  select_node (fixture, "touchpoints");
  window_fixture_run (fixture, "sort-by-votes");
  wait_for_label (fixture, "Steps keep the order of the journey and cannot be sorted by votes.");
}

/* No vote opens what was closed: it begins another round, which is told; there the count that is typed is of that
 * round, and what the others gave is said beside it. */
static void
test_closed_round (WindowFixture *fixture, gconstpointer data)
{
  EtpNodeList *rounds = etp_journey_get_list (fixture->journey, ETP_LIST_VOTE_ROUNDS);
  const guint n = etp_node_list_get_length (rounds);
  GtkWidget *canvas = GTK_WIDGET (fixture->window->canvas);
  GtkWidget *entry;

  select_node (fixture, "order");
  window_fixture_run (fixture, "close-votes");
  gtk_widget_activate_action (canvas, "canvas.vote-up", NULL);
  g_assert_cmpuint (etp_node_list_get_length (rounds), ==, n + 1);
  wait_for_label (fixture, "Round 2 has begun: the round before is closed");
  gtk_widget_activate_action (canvas, "canvas.set-votes", NULL);
  wait_for_label (fixture, "Round 2");
  wait_for_label (fixture, "5 votes from other rounds");
  entry = find_of_type (find (fixture, ETP_TYPE_VOTES_POPOVER), GTK_TYPE_ENTRY);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "1");

  /* What stands there was typed by nobody: it does not come back when the vote is taken back meanwhile. */
  etp_history_undo (etp_journey_get_history (fixture->journey));
  g_assert_cmpuint (etp_node_list_get_length (rounds), ==, n);
  gtk_popover_popdown (GTK_POPOVER (find (fixture, ETP_TYPE_VOTES_POPOVER)));
  run_idle ();
  g_assert_cmpuint (etp_node_list_get_length (rounds), ==, n);
}

/* A filter goes with what it filters by. */
static void
test_filter (WindowFixture *fixture, gconstpointer data)
{
  EtpFilterBar *bar;

  set_state (fixture, "facts-only", TRUE);
  bar = ETP_FILTER_BAR (find (fixture, ETP_TYPE_FILTER_BAR));
  etp_filter_bar_set (bar, ETP_FILTER_PERSONA, "max", TRUE);
  etp_filter_bar_set (bar, ETP_FILTER_TAG, "mobile", TRUE);
  etp_filter_bar_set_facts_only (bar, FALSE);
  wait_for_label (fixture, "Tag: mobile");
  g_assert_true (etp_edit_set_text (fixture->journey, window_fixture_get (fixture, "max"),
                                    ETP_PERSONA_NAME, "Moritz", NULL));
  wait_for_label (fixture, "Persona: Moritz");
  g_assert_true (etp_edit_remove_tag (fixture->journey, "mobile", NULL));
  g_assert_true (etp_edit_remove (fixture->journey, window_fixture_get (fixture, "max"), NULL));
  while (gtk_widget_get_visible (GTK_WIDGET (bar)))
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (etp_filter_is_empty (etp_filter_bar_get_filter (bar)));
  g_assert_null (etp_canvas_get_filter (fixture->window->canvas));
}

/* The hint in the line is not cut in a narrow window, but shorter. */
static void
test_hint (WindowFixture *fixture, gconstpointer data)
{
  static const struct
  {
    int width;
    const char *hint;
  } rows[] = { { 360, "Note, or “3g note”" }, { 1200, "Note, or “3g note” for phase 3, lane g" } };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GtkWidget *window = gtk_window_new ();
      GtkWidget *bar = etp_capture_bar_new (fixture->window->canvas);
      GtkEntry *entry = GTK_ENTRY (find_of_type (bar, GTK_TYPE_ENTRY));

      gtk_widget_set_visible (bar, TRUE);
      gtk_window_set_child (GTK_WINDOW (window), bar);
      gtk_window_set_default_size (GTK_WINDOW (window), rows[i].width, 100);
      gtk_window_present (GTK_WINDOW (window));
      while (gtk_widget_get_width (bar) == 0)
        g_main_context_iteration (NULL, TRUE);
      run_idle ();
      g_assert_cmpstr (gtk_entry_get_placeholder_text (entry), ==, rows[i].hint);
      gtk_window_destroy (GTK_WINDOW (window));
    }
}

int
main (int argc, char **argv)
{
  if (window_fixture_start (&argc, &argv) == NULL)
    return 0;
#define ADD(path, func, data)                                                                      \
  g_test_add (path, WindowFixture, data, set_up, func, window_fixture_tear_down)
  ADD ("/app/capture/long-text", test_long_text, NULL);
  ADD ("/app/capture/long-property", test_long_property, NULL);
  ADD ("/app/capture/long-note", test_long_note, NULL);
  ADD ("/app/capture/send-group", test_send_group, NULL);
  ADD ("/app/capture/send-while-capturing", test_send_while_capturing, NULL);
  ADD ("/app/capture/choose-target", test_choose_target, NULL);
  ADD ("/app/capture/first-target", test_first_target, NULL);
  ADD ("/app/capture/click-again", test_click_again, NULL);
  ADD ("/app/capture/astray", test_astray, NULL);
  ADD ("/app/capture/keyboard", test_keyboard, NULL);
  ADD ("/app/capture/folded-step", test_folded_step, NULL);
  ADD ("/app/capture/newer-version", test_newer_version, "\"version\": 2");
  ADD ("/app/capture/menu-tells-main-key", test_menu_tells_main_key, NULL);
  ADD ("/app/capture/parked-menu", test_parked_menu, NULL);
  ADD ("/app/capture/sort-nothing", test_sort_nothing, NULL);
  ADD ("/app/capture/closed-round", test_closed_round, NULL);
  ADD ("/app/capture/filter", test_filter, NULL);
  ADD ("/app/capture/hint", test_hint, NULL);
#undef ADD
  return window_fixture_end ();
}
