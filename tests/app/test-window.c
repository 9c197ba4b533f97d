/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>
#include <math.h>
#include <string.h>

#include "app/etp-application.h"
#include "app/etp-settings.h"
#include "app/etp-window-private.h"
#include "canvas-fixture.h"
#include "canvas/etp-canvas-private.h"
#include "etp-test-build.h"
#include "file/etp-writer.h"
#include "find-widget.h"
#include "model/etp-edit.h"
#include "model/etp-history.h"
#include "scene/etp-heads.h"

/* A window with a map in a file: what is typed and what is done in it gets lost neither when it is
 * undone, nor when the file is saved, read again or left. */

typedef struct
{
  char *folder; /* owned */
  GFile *file; /* owned */
  EtpWindow *window; /* weak */
  EtpJourney *journey; /* borrowed: of the window */
} Fixture;

static char *root; /* of all that the program remembers; owned */
static EtpApplication *application; /* owned */

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
  g_autoptr (GBytes) bytes = etp_write_journey (journey);

  fixture->folder = g_build_filename (root, "maps", NULL);
  g_assert_cmpint (g_mkdir_with_parents (fixture->folder, 0700), ==, 0);
  fixture->file = g_file_new_build_filename (fixture->folder, "a.journey", NULL);
  g_assert_true (g_file_replace_contents (fixture->file, g_bytes_get_data (bytes, NULL),
                                          g_bytes_get_size (bytes), NULL, FALSE, G_FILE_CREATE_NONE,
                                          NULL, NULL, NULL));
  g_set_weak_pointer (&fixture->window, etp_window_new (GTK_APPLICATION (application)));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1200, 800);
  gtk_window_present (GTK_WINDOW (fixture->window));
  etp_window_open (fixture->window, fixture->file);
  while (etp_window_get_journey (fixture->window) == NULL)
    g_main_context_iteration (NULL, TRUE);
  fixture->journey = etp_window_get_journey (fixture->window);
  g_assert_true (etp_settings_set_autosave (data != NULL, NULL));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->window != NULL)
    etp_window_destroy (fixture->window, TRUE);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (fixture->window);
  g_clear_object (&fixture->file);
  g_clear_pointer (&fixture->folder, g_free);
}

static gboolean
is_label_of (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget)
         && strcmp (gtk_label_get_text (GTK_LABEL (widget)), data) == 0;
}

/* In any window. */
static GtkWidget *
find_label (const char *text)
{
  GListModel *windows = gtk_window_get_toplevels ();
  GtkWidget *label = NULL;

  for (guint i = 0; label == NULL && i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      label = find_widget (window, is_label_of, text);
    }
  return label;
}

static void
click (const char *text)
{
  GtkWidget *label;

  while ((label = find_label (text)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_signal_emit_by_name (gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON), "clicked");
}

static void
set_title (Fixture *fixture, const char *title)
{
  EtpNode *map = ETP_NODE (fixture->journey);

  etp_history_end_coalescing (etp_journey_get_history (fixture->journey));
  g_assert_true (etp_edit_set_text (fixture->journey, map, ETP_JOURNEY_TITLE, title, NULL));
}

static gboolean
file_has (Fixture *fixture, const char *text)
{
  g_autofree char *content = NULL;

  g_assert_true (g_file_load_contents (fixture->file, NULL, &content, NULL, NULL, NULL));
  return strstr (content, text) != NULL;
}

static const char *
get_redo (Fixture *fixture)
{
  return etp_history_get_redo_title (etp_journey_get_history (fixture->journey));
}

static void
run (Fixture *fixture, const char *action)
{
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), action, NULL);
}

static void
select_card (Fixture *fixture, const char *id)
{
  g_autoptr (GPtrArray) one = g_ptr_array_new ();

  g_ptr_array_add (one, etp_journey_get_node (fixture->journey, id));
  etp_canvas_select_nodes (fixture->window->canvas, one);
}

/* What letters are typed into, once that has the keyboard; other: not this one. */
static GtkWidget *
wait_for_text (Fixture *fixture, GtkWidget *other)
{
  GtkWidget *focus;

  while ((focus = gtk_window_get_focus (GTK_WINDOW (fixture->window))) == NULL || focus == other
         || !is_text (focus, NULL))
    g_main_context_iteration (NULL, TRUE);
  return focus;
}

/* A field of a step in the inspector. */
static GtkWidget *
go_to_field (Fixture *fixture, guint field)
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

/* Letters are taken back first, then steps: what was typed before is not written once more by that. */
static void
test_undo_in_text (Fixture *fixture, gconstpointer data)
{
  EtpNode *card = etp_journey_get_node (fixture->journey, "visit");
  g_autofree char *before = g_strdup (etp_node_get_text (card, ETP_CARD_TITLE));
  g_autofree char *text = NULL;
  GtkTextBuffer *buffer;

  g_assert_true (etp_edit_set_text (fixture->journey, card, ETP_CARD_TITLE, "Second", NULL));
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (go_to_field (fixture, ETP_CARD_TITLE)));
  gtk_text_buffer_insert_at_cursor (buffer, "x", -1);
  run (fixture, "undo");
  g_assert_cmpstr (etp_node_get_text (card, ETP_CARD_TITLE), ==, "Second");
  run (fixture, "undo");
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
test_undo_in_number (Fixture *fixture, gconstpointer data)
{
  EtpNode *card = etp_journey_get_node (fixture->journey, "visit");
  GtkWidget *text;

  go_to_field (fixture, ETP_CARD_TITLE);
  click ("More Fields");
  click ("Time and Figures");
  text = go_to_field (fixture, ETP_CARD_COST);
  gtk_editable_set_text (GTK_EDITABLE (text), "5");
  g_signal_emit_by_name (text, "activate");
  g_assert_cmpfloat (etp_record_get_number (etp_node_record (card), ETP_CARD_COST), ==, 5);
  /* As by a key: newer versions of GTK take back nothing else. */
  gtk_editable_set_position (GTK_EDITABLE (text), -1);
  g_signal_emit_by_name (text, "insert-at-cursor", "6");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == text);
  run (fixture, "undo");
  g_assert_null (strchr (gtk_editable_get_text (GTK_EDITABLE (text)), '6'));
  g_assert_cmpfloat (etp_record_get_number (etp_node_record (card), ETP_CARD_COST), ==, 5);
  run (fixture, "undo");
  etp_window_take_typing (fixture->window);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_true (isnan (etp_record_get_number (etp_node_record (card), ETP_CARD_COST)));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (text)), ==, "");
  g_assert_nonnull (get_redo (fixture));
}

/* The button of a message means the map, whatever letters the keyboard could take back. */
static void
test_undo_of_message (Fixture *fixture, gconstpointer data)
{
  EtpNode *lane = etp_journey_get_node (fixture->journey, "pains");
  GtkWidget *text;

  etp_window_select_node (fixture->window, lane);
  run (fixture, "hide-lane");
  g_assert_true (etp_record_get_boolean (etp_node_record (lane), ETP_LANE_HIDDEN));
  run (fixture, "find");
  text = wait_for_text (fixture, NULL);
  gtk_editable_set_text (GTK_EDITABLE (text), "shop");
  click ("Undo");
  g_assert_false (etp_record_get_boolean (etp_node_record (lane), ETP_LANE_HIDDEN));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (text)), ==, "shop");
}

static EtpNode *
get_selected (Fixture *fixture)
{
  return etp_canvas_get_selected_node (fixture->window->canvas);
}

/* A phase or lane that goes by a command leaves the keyboard on a neighbour, whether its head is selected
 * or a card in it; undo selects what is back. */
static void
test_gone_by_command (Fixture *fixture, gconstpointer data)
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
        run (fixture, commands[i]);
        g_assert_nonnull (get_selected (fixture));
        g_assert_cmpint (etp_node_get_list (get_selected (fixture)), ==,
                         is_lane ? ETP_LIST_LANES : ETP_LIST_PHASES);
        g_assert_cmpstr (etp_node_get_id (get_selected (fixture)), !=, id);
        run (fixture, "undo");
        g_assert_nonnull (get_selected (fixture));
        g_assert_cmpstr (etp_node_get_id (get_selected (fixture)), ==, id);
      }
}

/* A card in what is collapsed gives way to the head. */
static void
test_collapse_by_command (Fixture *fixture, gconstpointer data)
{
  select_card (fixture, "slow");
  run (fixture, "collapse-lane");
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
test_palette_of_parked (Fixture *fixture, gconstpointer data)
{
  GtkWidget *palette, *offer;

  select_card (fixture, "slow");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window->canvas), "canvas.park", NULL);
  run (fixture, "show-parking-lot");
  run_idle ();
  select_card (fixture, "visit");
  run (fixture, "palette");
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

/* Without a map nothing that concerns one is offered. */
static void
test_palette_of_start (Fixture *fixture, gconstpointer data)
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

/* What is typed in a popover counts before it is asked whether there are changes. */
static void
test_popover (Fixture *fixture, gconstpointer data)
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

/* What is done while the last save is under way is saved as well. */
static void
test_close_while_saving (Fixture *fixture, gconstpointer data)
{
  set_title (fixture, "the first change");
  gtk_window_close (GTK_WINDOW (fixture->window));
  g_assert_true (etp_document_is_saving (fixture->window->document));
  set_title (fixture, "the second change");
  while (fixture->window != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (file_has (fixture, "the second change"));
}

/* Nothing is saved by itself that the person may be about to give up; kept, it is. */
static void
test_asked_to_discard (Fixture *fixture, gconstpointer data)
{
  set_title (fixture, "perhaps not");
  g_assert_true (etp_window_saves_itself (fixture->window));
  etp_window_reload (fixture->window);
  while (find_label ("Discard Your Changes?") == NULL)
    {
      g_assert_false (etp_window_saves_itself (fixture->window));
      g_main_context_iteration (NULL, TRUE);
    }
  g_assert_false (etp_window_saves_itself (fixture->window));
  click ("Cancel");
  while (!file_has (fixture, "perhaps not"))
    g_main_context_iteration (NULL, TRUE);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_assert_true (etp_document_save_finish (ETP_DOCUMENT (source), result, NULL));
}

/* What is saved while the file is read again is not taken for what somebody else wrote. */
static void
test_read_while_saving (Fixture *fixture, gconstpointer is_first)
{
  EtpWindow *window = fixture->window;

  set_title (fixture, "just saved");
  if (is_first != NULL)
    etp_document_save_async (window->document, NULL, ETP_SAVE_NONE, on_saved, NULL);
  etp_window_reload (window);
  if (is_first == NULL)
    etp_document_save_async (window->document, NULL, ETP_SAVE_NONE, on_saved, NULL);
  while (etp_document_is_saving (window->document) || window->loading != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (etp_window_get_journey (window) == fixture->journey);
  g_assert_null (find_label ("Discard Your Changes?"));
  g_assert_false (etp_window_has_changes (window));
  g_assert_true (file_has (fixture, "just saved"));
}

static gboolean
is_label_with_start (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_LABEL (widget) && g_str_has_prefix (gtk_label_get_text (GTK_LABEL (widget)), data);
}

/* Somebody else does it, without the window being told. */
static void
write_otherwise (Fixture *fixture)
{
  g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
  g_autoptr (GBytes) bytes = NULL;

  etp_test_set_root (journey, ETP_JOURNEY_TITLE, "by somebody else", ETP_TEST_END);
  bytes = etp_write_journey (journey);
  g_assert_true (g_file_replace_contents (fixture->file, g_bytes_get_data (bytes, NULL),
                                          g_bytes_get_size (bytes), NULL, FALSE, G_FILE_CREATE_NONE,
                                          NULL, NULL, NULL));
}

/* The time to save by itself has come. */
static void
let_save (Fixture *fixture)
{
  g_assert_cmpuint (fixture->window->autosave_id, !=, 0);
  g_source_set_ready_time (g_main_context_find_source_by_id (NULL, fixture->window->autosave_id),
                           0);
  while (fixture->window->autosave_id != 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
wait_for_disk (Fixture *fixture, EtpMonitorState state)
{
  while (etp_document_get_disk_state (fixture->window->document) != state)
    g_main_context_iteration (NULL, TRUE);
}

/* Who stays after all has his map saved by itself as before. */
static void
test_stay (Fixture *fixture, gconstpointer data)
{
  etp_window_set_trouble (fixture->window, "a disk without room", TRUE);
  set_title (fixture, "kept after all");
  gtk_window_close (GTK_WINDOW (fixture->window));
  g_assert_true (fixture->window->is_asking_to_leave);
  let_save (fixture);
  click ("Cancel");
  while (fixture->window->is_asking_to_leave)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (fixture->window->autosave_id, !=, 0);
}

/* A file that was away is written again by itself once it is back as it was. */
static void
test_back_again (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) away = g_file_new_build_filename (fixture->folder, "away.journey", NULL);

  g_assert_true (g_file_move (fixture->file, away, G_FILE_COPY_NONE, NULL, NULL, NULL, NULL));
  etp_document_check_disk (fixture->window->document);
  wait_for_disk (fixture, ETP_MONITOR_GONE);
  set_title (fixture, "while it was away");
  g_assert_cmpuint (fixture->window->autosave_id, ==, 0);
  g_assert_true (g_file_move (away, fixture->file, G_FILE_COPY_NONE, NULL, NULL, NULL, NULL));
  etp_document_check_disk (fixture->window->document);
  wait_for_disk (fixture, ETP_MONITOR_SAME);
  g_assert_cmpuint (fixture->window->autosave_id, !=, 0);
}

/* What cannot be saved can be given up: the failure is not the last word. */
static void
test_discard_unsaved (Fixture *fixture, gconstpointer data)
{
  set_title (fixture, "cannot be saved");
  g_assert_true (etp_window_saves_itself (fixture->window));
  write_otherwise (fixture);
  gtk_window_close (GTK_WINDOW (fixture->window));
  click ("Cancel"); /* overwriting it */
  click ("Discard");
  while (fixture->window != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (file_has (fixture, "cannot be saved"));
}

/* What somebody else did in the file is said with what can be done about it, whoever finds it first. */
static void
test_changed_before_saving (Fixture *fixture, gconstpointer data)
{
  set_title (fixture, "mine");
  write_otherwise (fixture);
  g_assert_true (etp_document_get_disk_state (fixture->window->document) == ETP_MONITOR_SAME);
  let_save (fixture);
  while (find_widget (GTK_WIDGET (fixture->window->notice), is_label_with_start,
                      "Someone else changed this file: ")
         == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (fixture->window->trouble);
  g_assert_nonnull (find_label ("Keep Mine"));
}

/* Another window's start page tells of a map what was saved last. */
static void
test_start_tells_saved (Fixture *fixture, gconstpointer data)
{
  EtpWindow *other = etp_window_new (GTK_APPLICATION (application));

  etp_window_show_start (other);
  gtk_window_present (GTK_WINDOW (other));
  for (guint i = 0; i < 2; i++)
    {
      const char *title = i == 0 ? "saved by hand" : "saved by itself";

      set_title (fixture, title);
      g_assert_null (find_widget (GTK_WIDGET (other), is_label_of, title));
      if (i == 0)
        run (fixture, "save");
      else
        let_save (fixture);
      while (find_widget (GTK_WIDGET (other), is_label_of, title) == NULL)
        g_main_context_iteration (NULL, TRUE);
    }
  etp_window_destroy (other, FALSE);
}

/* The start page is about no file, also where one could not be opened before. */
static void
test_start_over_error (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) broken = g_file_new_build_filename (fixture->folder, "broken.journey", NULL);
  EtpWindow *window = etp_window_new (GTK_APPLICATION (application));

  g_assert_true (
      g_file_replace_contents (broken, "{", 1, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, NULL));
  gtk_window_present (GTK_WINDOW (window));
  etp_window_open (window, broken);
  while (etp_window_get_page (window) != ETP_WINDOW_PAGE_ERROR)
    g_main_context_iteration (NULL, TRUE);
  g_action_group_activate_action (G_ACTION_GROUP (window), "show-start", NULL);
  g_assert_cmpint (etp_window_get_page (window), ==, ETP_WINDOW_PAGE_START);
  g_assert_null (etp_window_get_file (window));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "Etappe");
  etp_window_destroy (window, FALSE);
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_SYMLINK) || !g_file_test (child, G_FILE_TEST_IS_DIR))
        remove (child);
      else
        remove_tree (child);
    }
  remove (path);
}

static double
get_shown_width (Fixture *fixture, const char *id)
{
  g_autoptr (GArray)
      heads = etp_heads_list (etp_canvas_get_scene (fixture->window->canvas), ETP_LIST_PHASES);
  const EtpHead *head = &g_array_index (heads, EtpHead, etp_heads_find (heads, id));

  return head->end - head->start;
}

/* The room's style shows phases wider than they are: they do not become so with the first step. */
static void
test_width_in_room (Fixture *fixture, gconstpointer data)
{
  EtpNode *phase = etp_journey_get_node (fixture->journey, "buy");
  EtpDatum width = etp_datum_number (400);

  g_assert_true (etp_edit_set (fixture->journey, phase, ETP_PHASE_WIDTH, &width, NULL));
  g_action_group_change_action_state (G_ACTION_GROUP (fixture->window), "room-style",
                                      g_variant_new_boolean (TRUE));
  while (get_shown_width (fixture, "buy") <= 400)
    g_main_context_iteration (NULL, TRUE);
  select_card (fixture, "buy");
  run (fixture, "widen-phase");
  g_assert_cmpfloat (etp_node_get_number (phase, ETP_PHASE_WIDTH), ==, 424);
  run (fixture, "narrow-phase");
  g_assert_cmpfloat (etp_node_get_number (phase, ETP_PHASE_WIDTH), ==, 400);
}

static void
assert_said (Fixture *fixture, const char *text)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_autofree char *said = NULL;

  g_assert_nonnull (focus);
  said = gtk_test_accessible_check_property (GTK_ACCESSIBLE (focus),
                                             GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "");
  g_assert_nonnull (said);
  g_assert_nonnull (strstr (said, text));
}

/* Which curve is meant from now on is said with what has the keyboard, be it a step or its point. */
static void
test_say_curve (Fixture *fixture, gconstpointer data)
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
  assert_said (fixture, "To-be curve");
  gtk_widget_activate_action (GTK_WIDGET (canvas), "canvas.toggle-to-be", NULL);
  assert_said (fixture, "Curve as it is");
  run (fixture, "next-persona");
  assert_said (fixture, "Emotion curve of: ");
  etp_canvas_select (canvas, etp_canvas_find_item (canvas, &point));
  gtk_widget_activate_action (GTK_WIDGET (canvas), "canvas.toggle-to-be", NULL);
  assert_said (fixture, "To-be curve");
}

int
main (int argc, char **argv)
{
  static const char *const folders[] = { "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME",
                                         "XDG_CACHE_HOME" };
  int status;

  root = g_dir_make_tmp ("etappe-window-XXXXXX", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *path = g_build_filename (root, folders[i], NULL);

      g_setenv (folders[i], path, TRUE);
    }
  if (!canvas_fixture_start (&argc, &argv))
    return 0;
  application = etp_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
#define ADD(path, func, data) g_test_add (path, Fixture, data, set_up, func, tear_down)
  ADD ("/app/window/undo-in-text", test_undo_in_text, NULL);
  ADD ("/app/window/undo-in-number", test_undo_in_number, NULL);
  ADD ("/app/window/undo-of-message", test_undo_of_message, NULL);
  ADD ("/app/window/gone-by-command", test_gone_by_command, NULL);
  ADD ("/app/window/collapse-by-command", test_collapse_by_command, NULL);
  ADD ("/app/window/palette-of-parked", test_palette_of_parked, NULL);
  ADD ("/app/window/palette-of-start", test_palette_of_start, NULL);
  ADD ("/app/window/popover", test_popover, NULL);
  ADD ("/app/window/close-while-saving", test_close_while_saving, "by itself");
  ADD ("/app/window/asked-to-discard", test_asked_to_discard, "by itself");
  ADD ("/app/window/stay", test_stay, "by itself");
  ADD ("/app/window/back-again", test_back_again, "by itself");
  ADD ("/app/window/discard-unsaved", test_discard_unsaved, "by itself");
  ADD ("/app/window/changed-before-saving", test_changed_before_saving, "by itself");
  ADD ("/app/window/start-tells-saved", test_start_tells_saved, "by itself");
  ADD ("/app/window/start-over-error", test_start_over_error, NULL);
  ADD ("/app/window/save-while-reading", test_read_while_saving, NULL);
  ADD ("/app/window/width-in-room", test_width_in_room, NULL);
  ADD ("/app/window/read-while-saving", test_read_while_saving, "first");
  ADD ("/app/window/say-curve", test_say_curve, NULL);
  status = g_test_run ();
  g_clear_object (&application);
  remove_tree (root);
  g_free (root);
  return status;
}
