/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "canvas-fixture.h"
#include "canvas/etp-canvas-editor-private.h"
#include "etp-test-build.h"
#include "etp-test-dump.h"
#include "model/etp-edit.h"
#include "model/etp-fields.h"
#include "model/etp-history.h"

/* The text widget that lies on the map while something is typed. */
static GtkTextView *
find_view (CanvasFixture *fixture)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->canvas)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_TEXT_VIEW (child))
      return GTK_TEXT_VIEW (child);
  g_assert_not_reached ();
}

/* What is selected of what is typed; owned by the caller. */
static char *
dup_selected (CanvasFixture *fixture)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (find_view (fixture));
  GtkTextIter start, end;

  gtk_text_buffer_get_selection_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

static void
on_content (GdkClipboard *clipboard, GParamSpec *pspec, guint *n_empty)
{
  if (gdk_clipboard_get_content (clipboard) == NULL)
    ++*n_empty;
}

/* A title is selected when typing begins, whatever was selected when it ended before. The selection
 * is not given away and taken back in between: the X server may tell the two in one moment, and the
 * toolkit then thinks that somebody else took it and selects nothing. */
static void
test_stays_selected (void)
{
  CanvasFixture fixture;
  GdkClipboard *primary;
  EtpNode *card;
  guint n_empty = 0;

  canvas_fixture_show (&fixture, etp_test_journey_new_sample (), 1000, 700);
  card = etp_node_list_get (etp_journey_get_list (fixture.journey, ETP_LIST_CARDS), 0);
  etp_canvas_edit (fixture.canvas, card, ETP_CARD_TITLE);
  primary = gtk_widget_get_primary_clipboard (GTK_WIDGET (find_view (&fixture)));
  g_signal_connect (primary, "notify::content", G_CALLBACK (on_content), &n_empty);
  for (int i = 0; i < 30; i++)
    {
      g_autofree char *selected = NULL;

      etp_canvas_edit (fixture.canvas, card, ETP_CARD_TITLE);
      canvas_fixture_run_frame (&fixture);
      while (g_main_context_iteration (NULL, FALSE))
        continue;
      selected = dup_selected (&fixture);
      g_assert_cmpstr (selected, ==, etp_node_get_text (card, ETP_CARD_TITLE));
    }
  g_assert_cmpuint (n_empty, ==, 0);
  g_signal_handlers_disconnect_by_data (primary, &n_empty);
  canvas_fixture_tear_down (&fixture);
}

typedef enum
{
  KEEP, /* nothing is typed */
  TYPE,
  BLANK, /* all of it is deleted */
  PAUSE, /* typed, and recorded by a pause */
} Typing;

static void
type_name (CanvasFixture *fixture, Typing typing)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (find_view (fixture));

  if (typing != KEEP)
    gtk_text_buffer_set_text (buffer, typing == BLANK ? "" : "Größe", -1);
  if (typing == PAUSE)
    etp_canvas_record (fixture->canvas);
}

/* A new phase or lane and its name are one step; Escape, and no name, leave the one that it came
 * with. */
static void
test_new_heads (void)
{
  static const struct
  {
    Typing typing;
    gboolean is_cancelled;
    const char *phase, *lane; /* what they are called in the end */
  } rows[] = {
    { KEEP, FALSE, "New", "" },         { KEEP, TRUE, "New", "" },
    { TYPE, FALSE, "Größe", "Größe" },  { TYPE, TRUE, "New", "" },
    { BLANK, FALSE, "New", "" },        { PAUSE, TRUE, "New", "" },
    { PAUSE, FALSE, "Größe", "Größe" },
  };
  CanvasFixture fixture;
  EtpHistory *history;
  g_autofree char *before = NULL;

  canvas_fixture_show (&fixture, etp_test_journey_new_sample (), 1000, 700);
  history = etp_journey_get_history (fixture.journey);
  before = etp_test_dump (fixture.journey);
  for (gsize i = 0; i < 2 * G_N_ELEMENTS (rows); i++)
    {
      const gboolean is_phase = i % 2 == 0;
      EtpNodeList *list = etp_journey_get_list (fixture.journey,
                                                is_phase ? ETP_LIST_PHASES : ETP_LIST_LANES);
      const guint n = etp_node_list_get_length (list);
      g_autofree char *undone = NULL;
      g_autofree char *selected = NULL;
      EtpNode *node;

      if (is_phase)
        etp_canvas_insert_phase (fixture.canvas, 1, "New");
      else
        etp_canvas_insert_lane (fixture.canvas, 1, ETP_LANE_KIND_IDEAS);
      g_assert_cmpuint (etp_node_list_get_length (list), ==, n + 1);
      node = etp_node_list_get (list, 1);
      selected = dup_selected (&fixture); /* a lane without a name is called by its kind */
      g_assert_cmpstr (selected, ==, is_phase ? "New" : "Ideas");
      type_name (&fixture, rows[i / 2].typing);
      etp_canvas_end_editing (fixture.canvas, rows[i / 2].is_cancelled);
      g_assert_false (etp_canvas_is_editing (fixture.canvas));
      g_assert_cmpstr (
          etp_node_get_text (node, is_phase ? (guint) ETP_PHASE_NAME : (guint) ETP_LANE_NAME), ==,
          is_phase ? rows[i / 2].phase : rows[i / 2].lane);

      g_assert_true (etp_history_undo (history));
      undone = etp_test_dump (fixture.journey);
      etp_test_assert_same_dump (before, undone);
      g_assert_true (etp_history_redo (history));
      g_assert_true (etp_history_undo (history));
    }
  canvas_fixture_tear_down (&fixture);
}

/* A phase that goes while its name is typed takes nothing with it. */
static void
test_new_head_undone (void)
{
  CanvasFixture fixture;
  EtpNodeList *phases;
  guint n;

  canvas_fixture_show (&fixture, etp_test_journey_new_sample (), 1000, 700);
  phases = etp_journey_get_list (fixture.journey, ETP_LIST_PHASES);
  n = etp_node_list_get_length (phases);
  etp_canvas_insert_phase (fixture.canvas, 1, "New");
  type_name (&fixture, PAUSE);
  g_assert_true (etp_history_undo (etp_journey_get_history (fixture.journey)));
  canvas_fixture_run_frame (&fixture);
  g_assert_false (etp_canvas_is_editing (fixture.canvas));
  g_assert_cmpuint (etp_node_list_get_length (phases), ==, n);
  etp_canvas_insert_phase (fixture.canvas, 1, "Other"); /* nothing of it is left over */
  etp_canvas_end_editing (fixture.canvas, TRUE);
  g_assert_cmpstr (etp_node_get_text (etp_node_list_get (phases, 1), ETP_PHASE_NAME), ==, "Other");
  canvas_fixture_tear_down (&fixture);
}

static int
get_cursor (CanvasFixture *fixture)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (find_view (fixture));
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  return gtk_text_iter_get_offset (&iter);
}

/* A title of several lines, which another program wrote, stays so until something is typed; who only reads
 * it keeps the cursor where it is while others write. */
static void
test_lines_of_title (void)
{
  static const char title[] = "Order\nin the\tshop";
  CanvasFixture fixture;
  EtpHistory *history;
  GtkTextBuffer *buffer;
  GtkTextIter iter;
  EtpNode *visit;

  canvas_fixture_show (&fixture, etp_test_journey_new_sample (), 1000, 700);
  history = etp_journey_get_history (fixture.journey);
  visit = etp_journey_get_node (fixture.journey, "visit");
  g_assert_true (etp_edit_set_text (fixture.journey, visit, ETP_CARD_TITLE, title, NULL));
  for (int cancel = 0; cancel < 2; cancel++)
    {
      etp_canvas_edit (fixture.canvas, visit, ETP_CARD_TITLE);
      etp_canvas_end_editing (fixture.canvas, cancel);
      g_assert_cmpstr (etp_node_get_text (visit, ETP_CARD_TITLE), ==, title);
    }
  g_assert_true (etp_history_undo (history)); /* the title, and nothing else */
  g_assert_cmpstr (etp_node_get_text (visit, ETP_CARD_TITLE), ==, "Visits the shop");
  g_assert_true (etp_history_redo (history));

  etp_canvas_edit (fixture.canvas, visit, ETP_CARD_TITLE);
  buffer = gtk_text_view_get_buffer (find_view (&fixture));
  gtk_text_buffer_get_iter_at_offset (buffer, &iter, 3);
  gtk_text_buffer_place_cursor (buffer, &iter);
  g_assert_true (etp_edit_set_text (fixture.journey, visit, ETP_CARD_TEXT, "By others", NULL));
  g_assert_cmpint (get_cursor (&fixture), ==, 3);
  gtk_text_buffer_insert_at_cursor (buffer, "!", -1);
  g_assert_true (etp_canvas_record (fixture.canvas));
  g_assert_cmpstr (etp_node_get_text (visit, ETP_CARD_TITLE), ==, "Ord!er in the shop");
  /* Taken back by typing. */
  gtk_text_buffer_set_text (buffer, title, -1);
  etp_canvas_end_editing (fixture.canvas, FALSE);
  g_assert_cmpstr (etp_node_get_text (visit, ETP_CARD_TITLE), ==, "Order in the shop");
  canvas_fixture_tear_down (&fixture);
}

/* At every zoom text that is typed can be read, and stays within its card where that is wide enough
 * to type in. */
static void
test_zooms (void)
{
  static const double zooms[] = { 0.36, 0.49, 0.7, 1, 1.5 };
  CanvasFixture fixture;
  EtpNode *card;

  canvas_fixture_show (&fixture, etp_test_journey_new_sample (), 1200, 800);
  card = etp_node_list_get (etp_journey_get_list (fixture.journey, ETP_LIST_CARDS), 0);
  for (gsize i = 0; i < G_N_ELEMENTS (zooms); i++)
    {
      const EtpCanvasEditor *editor;
      EtpItemRef ref;
      EtpRect box;

      etp_canvas_set_zoom (fixture.canvas, zooms[i]);
      canvas_fixture_settle (&fixture);
      etp_canvas_edit (fixture.canvas, card, ETP_CARD_TITLE);
      canvas_fixture_settle (&fixture);
      editor = fixture.canvas->editor;
      ref = canvas_fixture_find (&fixture, etp_node_get_id (card), ETP_ITEM_CARD);
      box = etp_canvas_get_item_bounds (fixture.canvas, ref);
      g_test_message ("%g: %g px", zooms[i], box.width);
      g_assert_cmpfloat ((double) editor->look.font.size * editor->look_scale, >=, 12 - 1e-6);
      g_assert_cmpfloat (editor->place.width, >=, MIN (100, box.width));
      g_assert_cmpfloat (editor->place.x, >=, box.x);
      if (box.width > 104)
        g_assert_cmpfloat (editor->place.x + editor->place.width, <=, box.x + box.width);
      etp_canvas_end_editing (fixture.canvas, TRUE);
    }
  canvas_fixture_tear_down (&fixture);
}

/* An entry that writes when the keyboard leaves it, like those of the inspector. */
static void
on_left (GtkEventControllerFocus *focus, EtpJourney *journey)
{
  EtpNode *card = etp_journey_get_node (journey, "visit");

  g_assert_true (etp_edit_set_text (journey, card, ETP_CARD_TEXT, "Written elsewhere", NULL));
}

static GtkWidget *
add_entry (CanvasFixture *fixture)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  g_autoptr (GtkWidget)
      scrolled = g_object_ref (gtk_window_get_child (GTK_WINDOW (fixture->window)));
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkWidget *entry = gtk_entry_new ();

  gtk_window_set_child (GTK_WINDOW (fixture->window), box);
  gtk_widget_set_hexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_box_append (GTK_BOX (box), entry);
  g_signal_connect (focus, "leave", G_CALLBACK (on_left), fixture->journey);
  gtk_widget_add_controller (entry, focus);
  canvas_fixture_settle (fixture);
  return entry;
}

/* What was typed in another part of the window is written before something is added or typed on the map,
 * as a step of its own: Escape does not take it back. */
static void
test_typed_elsewhere (void)
{
  static const char *const titles[] = { "Add Card", "Insert Phase", "Insert Lane", "Change Card" };

  for (int what = 0; what < 4; what++)
    {
      CanvasFixture fixture;
      EtpHistory *history;
      GtkWidget *entry;
      EtpNode *visit;

      canvas_fixture_show (&fixture, etp_test_journey_new_sample (), 1000, 700);
      history = etp_journey_get_history (fixture.journey);
      visit = etp_journey_get_node (fixture.journey, "visit");
      entry = add_entry (&fixture);
      g_assert_true (gtk_widget_grab_focus (entry));
      if (what == 0)
        g_assert_true (etp_canvas_add (
            fixture.canvas, &(EtpCanvasPlace){ etp_journey_get_node (fixture.journey, "pains"),
                                               etp_journey_get_node (fixture.journey, "buy"), 0 }));
      else if (what == 1)
        etp_canvas_insert_phase (fixture.canvas, 1, "New");
      else if (what == 2)
        etp_canvas_insert_lane (fixture.canvas, 1, ETP_LANE_KIND_IDEAS);
      else
        etp_canvas_edit (fixture.canvas, visit, ETP_CARD_TITLE);
      g_assert_true (etp_canvas_is_editing (fixture.canvas));
      type_name (&fixture, what == 0 ? KEEP : PAUSE);
      g_test_message ("%s: %s", titles[what], etp_history_get_undo_title (history));
      etp_canvas_end_editing (fixture.canvas, TRUE);
      g_assert_cmpstr (etp_node_get_text (visit, ETP_CARD_TEXT), ==, "Written elsewhere");
      if (what == 1 || what == 2) /* which stay after Escape */
        {
          g_assert_cmpstr (etp_history_get_undo_title (history), ==, titles[what]);
          g_assert_true (etp_history_undo (history));
          g_assert_cmpstr (etp_node_get_text (visit, ETP_CARD_TEXT), ==, "Written elsewhere");
        }
      g_assert_true (etp_history_undo (history));
      g_assert_cmpstr (etp_node_get_text (visit, ETP_CARD_TEXT), ==, "");
      g_assert_false (etp_history_undo (history));
      canvas_fixture_tear_down (&fixture);
    }
}

static EtpItem *
get_selected (CanvasFixture *fixture)
{
  const EtpItemRef ref = etp_canvas_get_selection (fixture->canvas);

  g_assert_false (etp_item_ref_is_none (ref));
  return etp_scene_get_item (etp_canvas_get_scene (fixture->canvas), ref);
}

/* A new card into which nothing is typed goes again, after Escape and Enter alike: what was selected is
 * selected again, and the keyboard is on the map. */
static void
test_blank_goes (void)
{
  static const struct
  {
    EtpItemKind kind;
    const char *id, *sub; /* id NULL: nothing is selected */
  } rows[] = {
    { ETP_ITEM_CARD, "compare", NULL },
    { ETP_ITEM_POINT, "visit", "max" },
    { ETP_ITEM_CELL, "pains", "buy" },
    { ETP_ITEM_CARD, NULL, NULL },
  };
  CanvasFixture fixture;
  EtpNodeList *cards;
  guint n;

  canvas_fixture_show (&fixture, etp_test_journey_new_sample (), 1000, 700);
  etp_canvas_set_persona (fixture.canvas, "max");
  canvas_fixture_settle (&fixture);
  gtk_widget_grab_focus (GTK_WIDGET (fixture.canvas));
  cards = etp_journey_get_list (fixture.journey, ETP_LIST_CARDS);
  n = etp_node_list_get_length (cards);
  for (gsize i = 0; i < 2 * G_N_ELEMENTS (rows); i++)
    {
      const EtpItem wanted = { .kind = rows[i / 2].kind,
                               .node_id = (char *) rows[i / 2].id,
                               .sub = (char *) rows[i / 2].sub };
      EtpItemRef ref = ETP_ITEM_REF_NONE;

      if (wanted.node_id != NULL)
        {
          ref = etp_canvas_find_item (fixture.canvas, &wanted);
          g_assert_false (etp_item_ref_is_none (ref));
        }
      etp_canvas_select (fixture.canvas, ref);
      if (wanted.node_id != NULL)
        g_assert_true (
            gtk_widget_activate_action (GTK_WIDGET (fixture.canvas), "canvas.add", NULL));
      else
        g_assert_true (etp_canvas_add (
            fixture.canvas,
            &(EtpCanvasPlace){ etp_journey_get_node (fixture.journey, "touchpoints"),
                               etp_journey_get_node (fixture.journey, "buy"), G_MAXUINT }));
      g_assert_true (etp_canvas_is_editing (fixture.canvas));
      g_assert_cmpuint (etp_node_list_get_length (cards), ==, n + 1);
      canvas_fixture_run_frame (&fixture);
      etp_canvas_end_editing (fixture.canvas, i % 2 == 0);
      g_assert_cmpuint (etp_node_list_get_length (cards), ==, n);
      g_assert_true (etp_canvas_has_focus (fixture.canvas));
      g_assert_cmpstr (get_selected (&fixture)->node_id, ==,
                       wanted.node_id != NULL ? wanted.node_id : "order");
      g_assert_cmpint (get_selected (&fixture)->kind, ==, wanted.kind);
    }
  canvas_fixture_tear_down (&fixture);
}

/* A second Insert, or one that is held, does not make what is typed from then on replace letters. */
static void
test_inserts (void)
{
  CanvasFixture fixture;
  EtpNode *visit;

  canvas_fixture_show (&fixture, etp_test_journey_new_sample (), 1000, 700);
  visit = etp_journey_get_node (fixture.journey, "visit");
  for (guint i = 0; i < 2; i++)
    {
      etp_canvas_edit (fixture.canvas, visit, ETP_CARD_TITLE);
      g_signal_emit_by_name (find_view (&fixture), "toggle-overwrite");
      g_assert_false (gtk_text_view_get_overwrite (find_view (&fixture)));
      g_assert_true (etp_canvas_is_editing (fixture.canvas));
      etp_canvas_end_editing (fixture.canvas, FALSE);
    }
  canvas_fixture_tear_down (&fixture);
}

/* A new card in which nothing is typed goes when typing ends, also where it was to be typed in once more. */
static void
test_blank_again (void)
{
  const EtpItem cell = { .kind = ETP_ITEM_CELL,
                         .node_id = (char *) "pains",
                         .sub = (char *) "buy" };
  CanvasFixture fixture;
  EtpNodeList *cards;
  guint n;

  canvas_fixture_show (&fixture, etp_test_journey_new_sample (), 1000, 700);
  gtk_widget_grab_focus (GTK_WIDGET (fixture.canvas));
  cards = etp_journey_get_list (fixture.journey, ETP_LIST_CARDS);
  n = etp_node_list_get_length (cards);
  etp_canvas_select (fixture.canvas, etp_canvas_find_item (fixture.canvas, &cell));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture.canvas), "canvas.add", NULL));
  g_assert_true (etp_canvas_is_editing (fixture.canvas));
  etp_canvas_edit_selection (fixture.canvas);
  g_assert_false (etp_canvas_is_editing (fixture.canvas));
  g_assert_cmpuint (etp_node_list_get_length (cards), ==, n);
  canvas_fixture_tear_down (&fixture);
}

/* The map's undo in the middle of typing: what is typed from there on is one step again, which Escape
 * takes back. */
static void
test_undone_within (void)
{
  CanvasFixture fixture;
  EtpHistory *history;
  EtpNode *visit;

  canvas_fixture_show (&fixture, etp_test_journey_new_sample (), 1000, 700);
  history = etp_journey_get_history (fixture.journey);
  visit = etp_journey_get_node (fixture.journey, "visit");
  g_assert_true (etp_edit_set_text (fixture.journey, visit, ETP_CARD_TEXT, "Before", NULL));
  etp_canvas_edit (fixture.canvas, visit, ETP_CARD_TITLE);
  type_name (&fixture, PAUSE);
  g_assert_true (etp_history_undo (history));
  g_assert_true (etp_history_undo (history));
  g_assert_true (etp_canvas_is_editing (fixture.canvas));
  for (guint i = 0; i < 2; i++)
    {
      gtk_text_buffer_set_text (gtk_text_view_get_buffer (find_view (&fixture)),
                                i == 0 ? "One" : "Two", -1);
      etp_canvas_record (fixture.canvas);
    }
  etp_canvas_end_editing (fixture.canvas, TRUE);
  g_assert_cmpstr (etp_node_get_text (visit, ETP_CARD_TITLE), ==, "Visits the shop");
  g_assert_false (etp_history_is_running (history));
  g_assert_false (etp_history_undo (history));
  canvas_fixture_tear_down (&fixture);
}

/* The round "+" behind the last phase may lie over its head at the window's edge: it is not there while a name
 * is typed, of a new phase or of one that gets another. Below the lanes it is in nobody's way. */
static void
test_phase_adder (void)
{
  CanvasFixture fixture;

  canvas_fixture_show (&fixture, etp_test_journey_new_sample (), 1000, 700);
  g_assert_true (gtk_widget_get_child_visible (fixture.canvas->adders.phase));
  for (guint i = 0; i < 2; i++)
    {
      if (i == 0)
        etp_canvas_edit (fixture.canvas, etp_journey_get_node (fixture.journey, "buy"),
                         ETP_PHASE_NAME);
      else
        etp_canvas_insert_phase (fixture.canvas, G_MAXUINT, "Another");
      canvas_fixture_settle (&fixture);
      g_assert_true (etp_canvas_is_editing (fixture.canvas));
      g_assert_false (gtk_widget_get_child_visible (fixture.canvas->adders.phase));
      g_assert_true (gtk_widget_get_child_visible (fixture.canvas->adders.lane));
      etp_canvas_end_typing (fixture.canvas);
      canvas_fixture_settle (&fixture);
      g_assert_true (gtk_widget_get_child_visible (fixture.canvas->adders.phase));
    }
  etp_canvas_edit (fixture.canvas, etp_journey_get_node (fixture.journey, "visit"), ETP_CARD_TITLE);
  canvas_fixture_settle (&fixture);
  g_assert_true (gtk_widget_get_child_visible (fixture.canvas->adders.phase));
  canvas_fixture_tear_down (&fixture);
}

static void
commit_composed (GtkEventControllerFocus *controller, GtkTextView *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);

  g_signal_handlers_disconnect_by_func (controller, commit_composed, view);
  g_signal_emit_by_name (view, "preedit-changed", "");
  if (!g_object_get_data (G_OBJECT (view), "composed"))
    return;
  g_object_set_data (G_OBJECT (view), "composed", NULL);
  gtk_text_buffer_insert_at_cursor (buffer, "객", -1);
}

/* As an input method that keeps a syllable to itself until it loses the keyboard. */
static void
compose (GtkTextView *view)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (view));

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (view), "고", -1);
  g_object_set_data (G_OBJECT (view), "composed", view);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_FOCUS (controller))
        g_signal_connect (controller, "leave", G_CALLBACK (commit_composed), view);
    }
  g_signal_emit_by_name (view, "preedit-changed", "객");
}

/* What an input method gives only when it loses the keyboard belongs to what was typed, whether typing is
 * ended by the canvas or the keyboard goes elsewhere. */
static void
test_composed (gconstpointer goes_elsewhere)
{
  CanvasFixture fixture;
  EtpNode *card;

  canvas_fixture_show (&fixture, etp_test_journey_new_sample (), 1000, 700);
  card = etp_node_list_get (etp_journey_get_list (fixture.journey, ETP_LIST_CARDS), 0);
  etp_canvas_edit (fixture.canvas, card, ETP_CARD_TITLE);
  compose (find_view (&fixture));
  if (goes_elsewhere != NULL)
    gtk_window_set_focus (GTK_WINDOW (fixture.window), NULL);
  else
    etp_canvas_end_editing (fixture.canvas, FALSE);
  while (etp_canvas_is_editing (fixture.canvas))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (etp_node_get_text (card, ETP_CARD_TITLE), ==, "고객");
  canvas_fixture_tear_down (&fixture);
}

/* The middle button moves the map, but pastes into what is typed. */
static void
test_middle_button (void)
{
  CanvasFixture fixture;
  EtpNode *card;
  double x, y;

  canvas_fixture_show (&fixture, etp_test_journey_new_sample (), 1000, 700);
  card = etp_node_list_get (etp_journey_get_list (fixture.journey, ETP_LIST_CARDS), 0);
  etp_canvas_edit (fixture.canvas, card, ETP_CARD_TITLE);
  canvas_fixture_settle (&fixture);
  x = fixture.canvas->editor->place.x + fixture.canvas->editor->place.width / 2;
  y = fixture.canvas->editor->place.y + fixture.canvas->editor->place.height / 2;
  g_assert_true (etp_canvas_is_on_editor (fixture.canvas, x, y));
  g_assert_false (etp_canvas_is_pan (fixture.canvas, GDK_BUTTON_MIDDLE, x, y));
  g_assert_true (etp_canvas_is_pan (fixture.canvas, GDK_BUTTON_MIDDLE, x, y + 400));
  g_assert_false (etp_canvas_is_pan (fixture.canvas, GDK_BUTTON_PRIMARY, x, y + 400));
  etp_canvas_end_editing (fixture.canvas, FALSE);
  g_assert_true (etp_canvas_is_pan (fixture.canvas, GDK_BUTTON_MIDDLE, x, y));
  canvas_fixture_tear_down (&fixture);
}

int
main (int argc, char **argv)
{
  if (!canvas_fixture_start (&argc, &argv))
    return 0;
  g_test_add_func ("/canvas/editor/stays-selected", test_stays_selected);
  g_test_add_func ("/canvas/editor/new-heads", test_new_heads);
  g_test_add_func ("/canvas/editor/new-head-undone", test_new_head_undone);
  g_test_add_func ("/canvas/editor/lines-of-title", test_lines_of_title);
  g_test_add_func ("/canvas/editor/typed-elsewhere", test_typed_elsewhere);
  g_test_add_func ("/canvas/editor/blank-goes", test_blank_goes);
  g_test_add_func ("/canvas/editor/blank-again", test_blank_again);
  g_test_add_func ("/canvas/editor/inserts", test_inserts);
  g_test_add_func ("/canvas/editor/undone-within", test_undone_within);
  g_test_add_func ("/canvas/editor/zooms", test_zooms);
  g_test_add_func ("/canvas/editor/phase-adder", test_phase_adder);
  g_test_add_data_func ("/canvas/editor/composed", NULL, test_composed);
  g_test_add_data_func ("/canvas/editor/composed-left", "elsewhere", test_composed);
  g_test_add_func ("/canvas/editor/middle-button", test_middle_button);
  return g_test_run ();
}
