/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/etp-intake.h"

#include <string.h>

#include "app/etp-window-private.h"
#include "canvas/etp-canvas-editor-private.h"
#include "canvas/etp-canvas-private.h"
#include "file/etp-fragment.h"
#include "model/etp-edit.h"
#include "model/etp-fields.h"
#include "model/etp-history.h"
#include "model/etp-outline.h"
#include "window-fixture.h"

/* What comes from outside into a window with a map. */

/* A file beside the map. */
static GFile *
write_file (WindowFixture *fixture, const char *name, const char *bytes, gsize length)
{
  GFile *file = g_file_new_build_filename (fixture->folder, name, NULL);

  g_assert_true (g_file_replace_contents (file, bytes, length, NULL, FALSE, G_FILE_CREATE_NONE,
                                          NULL, NULL, NULL));
  return file;
}

/* For the place of the sample's "visit". */
static EtpIntake *
begin (WindowFixture *fixture)
{
  EtpNode *card = etp_journey_get_node (fixture->journey, "visit");
  const char *lane = etp_node_get_text (card, ETP_CARD_LANE);
  const char *phase = etp_node_get_text (card, ETP_CARD_PHASE);

  return etp_intake_new (fixture->window, etp_journey_get_node (fixture->journey, lane),
                         etp_journey_get_node (fixture->journey, phase), G_MAXUINT);
}

static void
add_file (
    WindowFixture *fixture, EtpIntake *intake, const char *name, const char *bytes, gsize length)
{
  g_autoptr (GFile) file = write_file (fixture, name, bytes, length);
  g_autoptr (GSList) files = g_slist_prepend (NULL, file);

  etp_intake_add_files (intake, files);
}

/* Something is still being read when its window is closed: it goes nowhere. */

static void
close_window (WindowFixture *fixture)
{
  etp_window_destroy (fixture->window, FALSE);
  g_assert_nonnull (fixture->window); /* what is being read holds it */
}

static void
come_as_file (WindowFixture *fixture)
{
  EtpIntake *intake = begin (fixture);

  add_file (fixture, intake, "a.txt", "one", 3);
  etp_intake_run (intake);
  close_window (fixture);
}

static void
come_as_picture (WindowFixture *fixture)
{
  EtpIntake *intake = begin (fixture);
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 2, 2);
  g_autofree char *bytes = NULL;
  gsize length = 0;

  gdk_pixbuf_fill (pixbuf, 0);
  g_assert_true (gdk_pixbuf_save_to_buffer (pixbuf, &bytes, &length, "png", NULL, NULL));
  add_file (fixture, intake, "a.png", bytes, length);
  etp_intake_run (intake);
  close_window (fixture);
}

static void
come_as_map (WindowFixture *fixture)
{
  EtpIntake *intake = begin (fixture);

  close_window (fixture);
  add_file (fixture, intake, "other.journey", "{}", 2);
  etp_intake_run (intake);
}

static void
come_as_text (WindowFixture *fixture)
{
  EtpIntake *intake = begin (fixture);

  close_window (fixture);
  etp_intake_add_text (intake, "one\ntwo");
  etp_intake_run (intake);
}

static void
come_as_table (WindowFixture *fixture)
{
  g_autoptr (EtpIntake) intake = begin (fixture);

  close_window (fixture);
  g_assert_true (etp_intake_offer_table (intake, "a\tb\nc\td\n", NULL));
}

static void
come_as_fragment (WindowFixture *fixture)
{
  EtpNode *card = etp_journey_get_node (fixture->journey, "visit");
  g_autoptr (GBytes) bytes = etp_fragment_write (fixture->journey, &card, 1, NULL);
  g_autoptr (EtpIntake) intake = begin (fixture);

  close_window (fixture);
  etp_intake_put_fragment (intake, bytes, "Paste");
}

static void
test_closed (void)
{
  static void (*const ways[]) (WindowFixture * fixture) = {
    come_as_file, come_as_picture, come_as_map, come_as_text, come_as_table, come_as_fragment,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      WindowFixture fixture = { 0 };
      g_autoptr (EtpJourney) journey = NULL;
      guint64 serial;

      g_test_message ("way %zu", i);
      window_fixture_set_up (&fixture, NULL);
      journey = g_object_ref (fixture.journey);
      serial = etp_journey_get_serial (journey);
      ways[i](&fixture);
      while (fixture.window != NULL) /* until all is read */
        g_main_context_iteration (NULL, TRUE);
      g_assert_cmpuint (etp_journey_get_serial (journey), ==, serial);
      g_assert_cmpuint (g_list_model_get_n_items (gtk_window_get_toplevels ()), ==, 0);
      window_fixture_tear_down (&fixture, NULL);
    }
}

static gboolean
is_told (GtkWidget *widget, gconstpointer data)
{
  GtkWidget *toast = widget;

  if (!GTK_IS_LABEL (widget) || !gtk_widget_get_mapped (widget))
    return FALSE;
  while (toast != NULL && strcmp (gtk_widget_get_css_name (toast), "toast") != 0)
    toast = gtk_widget_get_parent (toast);
  return toast != NULL;
}

/* The titles of the cards that are not among old, with | between. */
static char *
dup_new_titles (WindowFixture *fixture, GHashTable *old)
{
  EtpNodeList *cards = etp_journey_get_list (fixture->journey, ETP_LIST_CARDS);
  GString *titles = g_string_new (NULL);

  for (guint i = 0; i < etp_node_list_get_length (cards); i++)
    {
      EtpNode *card = etp_node_list_get (cards, i);

      if (!g_hash_table_contains (old, card))
        g_string_append_printf (titles, "%s%s", titles->len > 0 ? "|" : "",
                                etp_node_get_text (card, ETP_CARD_TITLE));
    }
  return g_string_free (titles, FALSE);
}

static GHashTable *
remember_cards (WindowFixture *fixture)
{
  EtpNodeList *cards = etp_journey_get_list (fixture->journey, ETP_LIST_CARDS);
  GHashTable *old = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < etp_node_list_get_length (cards); i++)
    g_hash_table_add (old, etp_node_list_get (cards, i));
  return old;
}

/* What became of something from outside, once it is there: the titles of the new cards, or what is
 * told. */
static char *
wait_for_result (WindowFixture *fixture, GHashTable *old)
{
  char *result = dup_new_titles (fixture, old);
  GtkWidget *label = NULL;

  while (*result == '\0' && label == NULL)
    {
      g_main_context_iteration (NULL, TRUE);
      g_free (result);
      result = dup_new_titles (fixture, old);
      label = find_widget (GTK_WIDGET (fixture->window), is_told, NULL);
    }
  if (label != NULL)
    {
      g_free (result);
      result = g_strdup (gtk_label_get_text (GTK_LABEL (label)));
    }
  return result;
}

/* A window for each, so that nothing is told that was told before. */
static void
check_file (const char *name, const char *bytes, gsize length, const char *expected)
{
  WindowFixture fixture = { 0 };
  g_autoptr (GHashTable) old = NULL;
  g_autofree char *result = NULL;
  EtpIntake *intake;

  g_test_message ("%s", name);
  window_fixture_set_up (&fixture, NULL);
  old = remember_cards (&fixture);
  intake = begin (&fixture);
  add_file (&fixture, intake, name, bytes, length);
  etp_intake_run (intake);
  result = wait_for_result (&fixture, old);
  g_assert_cmpstr (result, ==, expected);
  window_fixture_tear_down (&fixture, NULL);
}

#define NO_PICTURE "This is no picture that can be read. PNG and JPEG always can."
#define NO_TEXT "This is no plain text that can be read."
#define NO_TABLE "There is no table on this page."
#define NO_CARDS                                                                                   \
  "This becomes no cards. Pictures, plain text, CSV files and web pages with a table do."

/* Texts, whoever wrote them, become cards; what only looks like text does not. */
static void
test_files (void)
{
  static const struct
  {
    const char *name, *bytes;
    gsize length; /* 0: up to its end */
    const char *result;
  } rows[] = {
    { "a.txt", "- one\n- two\n", 0, "one|two" },
    { "a.md", "* [ ] one\n", 0, "one" },
    { "a.log", "one\n", 0, "one" },
    { "mark.txt", "\xef\xbb\xbf- one\n- two\n", 0, "one|two" },
    { "wide.txt", "\xff\xfe\xe4\0\n\0b\0", 8, "ä|b" },
    { "windows.txt", "Gr\xf6\xdf\n", 0, "Größ" },
    { "none.txt", "a\xff\0b", 4, "“none.txt”: " NO_TEXT },
    { "a.csv", "one\ntwo\n", 0, "one|two" },
    { "a.html", "<p>no</p><table><tr><td>one<br>two<tr><td>three</table>", 0, "one|two|three" },
    { "b.html", "<p>no table</p>", 0, "“b.html”: " NO_TABLE },
    { "a.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\">\n<g/>\n</svg>", 0,
      "“a.svg”: " NO_PICTURE },
    { "a.xml", "<a>\n<b/>\n</a>", 0, "“a.xml”: " NO_CARDS },
    { "a.rtf", "{\\rtf1\none\n}", 0, "“a.rtf”: " NO_CARDS },
    { "a.eps", "%!PS-Adobe-3.0 EPSF-3.0\nshowpage\n", 0, "“a.eps”: " NO_PICTURE },
    { "a.json", "{\n}", 0, "“a.json”: " NO_CARDS },
    { "a.xlsx", "PK\3\4", 0, "“a.xlsx”: " NO_CARDS },
    { "a.png", "none", 0, "“a.png”: " NO_PICTURE },
    { "a.unknown", "\1\2\3", 0, "“a.unknown”: " NO_PICTURE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    check_file (rows[i].name, rows[i].bytes,
                rows[i].length > 0 ? rows[i].length : strlen (rows[i].bytes), rows[i].result);
}

/* How much may be read depends on what becomes of it, and is told. */
static void
test_large_files (void)
{
  static const struct
  {
    const char *name;
    gsize n_blanks;
    const char *result;
  } rows[] = {
    { "a.txt", 900 * 1024, "one|two" },
    { "a.txt", 1024 * 1024, "“a.txt”: The file has more than 1 MiB." },
    { "a.csv", 1024 * 1024, "one|two" },
    { "a.csv", 8 * 1024 * 1024, "“a.csv”: The file has more than 8 MiB." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *blanks = g_strnfill (rows[i].n_blanks, ' ');
      g_autofree char *text = g_strconcat ("one", blanks, "\ntwo\n", NULL);

      check_file (rows[i].name, text, strlen (text), rows[i].result);
    }
}

/* A cell of several lines, as spreadsheets put it on the clipboard, and what people quote. */
static void
test_pasted_text (void)
{
  static const struct
  {
    const char *text, *html, *result;
  } rows[] = {
    { "\"one\ntwo\"\n", "<table><tr><td>one<br>two</table>", "one|two" },
    { "\"one\ntwo\"", "<span>one<br>two</span>", "one|two" },
    { "\"one\"\n\"two\"", "<p>\"one\"<p>\"two\"", "\"one\"|\"two\"" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      WindowFixture fixture = { 0 };
      g_autoptr (GBytes) html = g_bytes_new_static (rows[i].html, strlen (rows[i].html));
      g_autoptr (GHashTable) old = NULL;
      g_autofree char *result = NULL;
      EtpIntake *intake;

      window_fixture_set_up (&fixture, NULL);
      old = remember_cards (&fixture);
      intake = begin (&fixture);
      g_assert_false (etp_intake_offer_table (intake, rows[i].text, html));
      etp_intake_add_text (intake, rows[i].text);
      etp_intake_run (intake);
      result = wait_for_result (&fixture, old);
      g_assert_cmpstr (result, ==, rows[i].result);
      window_fixture_tear_down (&fixture, NULL);
    }
}

/* In a lane of measures lines become measures; where there is no place for them it is told. */
static void
test_measures (WindowFixture *fixture, gconstpointer data)
{
  EtpNodeList *measures = etp_journey_get_list (fixture->journey, ETP_LIST_MEASURES);
  EtpNode *phase = etp_journey_get_node (fixture->journey, "buy");
  const guint n = etp_node_list_get_length (measures);
  g_autoptr (GHashTable) old = remember_cards (fixture);
  g_autofree char *told = NULL;
  EtpIntake *intake;

  intake = etp_intake_new (fixture->window, etp_journey_get_node (fixture->journey, "measures"),
                           phase, G_MAXUINT);
  g_assert_true (etp_intake_takes_lines (intake));
  g_assert_false (etp_intake_takes_cards (intake));
  etp_intake_add_text (intake, "- one\n- two\n");
  etp_intake_run (intake);
  g_assert_cmpuint (etp_node_list_get_length (measures), ==, n + 2);
  g_assert_cmpstr (etp_node_get_text (etp_node_list_get (measures, n), ETP_MEASURE_TITLE), ==,
                   "one");
  g_assert_cmpstr (etp_node_get_text (etp_node_list_get (measures, n), ETP_MEASURE_PHASE), ==,
                   "buy");
  g_assert_true (etp_canvas_get_selected_node (fixture->window->canvas) != NULL);
  g_assert_cmpint (etp_node_get_list (etp_canvas_get_selected_node (fixture->window->canvas)), ==,
                   ETP_LIST_MEASURES);

  intake = etp_intake_new (fixture->window, etp_journey_get_node (fixture->journey, "metrics"),
                           phase, G_MAXUINT);
  g_assert_false (etp_intake_takes_lines (intake));
  etp_intake_add_text (intake, "one");
  etp_intake_run (intake);
  told = wait_for_result (fixture, old);
  g_assert_cmpstr (told, ==, "This lane shows no cards. Choose another place.");
}

/* What stands in the cell of the sample's "visit", from top to bottom. */
static char *
dup_cell (WindowFixture *fixture)
{
  EtpOutline *outline = etp_journey_get_outline (fixture->journey);
  const EtpPlace *visit = etp_outline_find (outline,
                                            etp_journey_get_node (fixture->journey, "visit"));
  GString *titles = g_string_new (NULL);
  guint n = 0;
  const EtpPlace *const *places = etp_outline_get_cell (outline, visit->phase, visit->lane, &n);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (titles, "%s%s", i > 0 ? "|" : "",
                            etp_node_get_text (places[i]->card, ETP_CARD_TITLE));
  return g_string_free (titles, FALSE);
}

/* Adds a card behind "visit" and pastes text (NULL: what is on the clipboard) into it before anything is
 * typed, as its text widget does when Ctrl+V is pressed. Returns that. */
static GtkTextView *
paste_into_new (WindowFixture *fixture, const char *text)
{
  GtkWidget *canvas = GTK_WIDGET (fixture->window->canvas);
  GtkWidget *view;

  if (text != NULL)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (canvas), text);
  etp_window_select_node (fixture->window, etp_journey_get_node (fixture->journey, "visit"));
  g_assert_true (gtk_widget_activate_action (canvas, "canvas.add", NULL));
  view = find_of_type (canvas, GTK_TYPE_TEXT_VIEW);
  g_assert_true (gtk_widget_get_visible (view));
  g_signal_emit_by_name (view, "paste-clipboard");
  return GTK_TEXT_VIEW (view);
}

/* The lines of a list that comes into a new card are cards in that very place; the blank one is gone, and
 * all of it is one step. */
static void
test_list_into_new (WindowFixture *fixture, gconstpointer data)
{
  EtpHistory *history = etp_journey_get_history (fixture->journey);
  g_autofree char *before = dup_cell (fixture);
  g_autofree char *result = NULL;
  g_autofree char *undone = NULL;
  GtkTextView *view;
  GString *expected = g_string_new (before);

  g_assert_cmpuint (
      g_string_replace (expected, "Visits the shop", "Visits the shop|one|two|three", 1), ==, 1);
  view = paste_into_new (fixture, "- one\n\n- two\n- three\n");
  while (gtk_widget_get_visible (GTK_WIDGET (view))
         && gtk_text_buffer_get_char_count (gtk_text_view_get_buffer (view)) == 0)
    g_main_context_iteration (NULL, TRUE);
  result = dup_cell (fixture);
  g_assert_cmpstr (result, ==, expected->str);
  g_assert_cmpstr (etp_history_get_undo_title (history), ==, "Add 3 Cards");
  g_assert_true (etp_history_undo (history));
  undone = dup_cell (fixture);
  g_assert_cmpstr (undone, ==, before);
  g_assert_null (etp_history_get_undo_title (history));
  g_string_free (expected, TRUE);
}

/* The lane had unfolded for the blank card: it stays so for the list, and collapses again with it. */
static void
test_list_into_collapsed (WindowFixture *fixture, gconstpointer data)
{
  EtpHistory *history = etp_journey_get_history (fixture->journey);
  EtpNode *visit = etp_journey_get_node (fixture->journey, "visit");
  EtpNode *lane = etp_journey_get_node (fixture->journey, etp_node_get_text (visit, ETP_CARD_LANE));
  EtpNode *phase = etp_journey_get_node (fixture->journey,
                                         etp_node_get_text (visit, ETP_CARD_PHASE));
  g_autofree char *before = dup_cell (fixture);
  g_autofree char *undone = NULL;
  EtpDatum collapsed = etp_datum_boolean (TRUE);
  const EtpCanvasPlace place = { .lane = lane, .phase = phase, .index = G_MAXUINT };
  GtkWidget *view;

  g_assert_true (etp_edit_set (fixture->journey, lane, ETP_LANE_COLLAPSED, &collapsed, NULL));
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (fixture->window)), "one\ntwo");
  g_assert_true (etp_canvas_add (fixture->window->canvas, &place));
  g_assert_false (etp_node_get_boolean (lane, ETP_LANE_COLLAPSED));
  view = find_of_type (GTK_WIDGET (fixture->window->canvas), GTK_TYPE_TEXT_VIEW);
  g_signal_emit_by_name (view, "paste-clipboard");
  while (gtk_widget_get_visible (view)
         && gtk_text_buffer_get_char_count (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view))) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (etp_node_get_boolean (lane, ETP_LANE_COLLAPSED));
  g_assert_cmpstr (etp_history_get_undo_title (history), ==, "Add 2 Cards");
  g_assert_true (etp_history_undo (history));
  undone = dup_cell (fixture);
  g_assert_cmpstr (undone, ==, before);
  g_assert_true (etp_node_get_boolean (lane, ETP_LANE_COLLAPSED));
}

static char *
dup_typed (GtkTextView *view)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (gtk_text_view_get_buffer (view), &start, &end);
  return gtk_text_buffer_get_text (gtk_text_view_get_buffer (view), &start, &end, TRUE);
}

/* One line is what the card says, and so is a list where something is typed already. */
static void
test_text_into_new (WindowFixture *fixture, gconstpointer data)
{
  GtkTextView *view = paste_into_new (fixture, "one");
  g_autofree char *first = NULL;
  g_autofree char *both = NULL;

  while (gtk_text_buffer_get_char_count (gtk_text_view_get_buffer (view)) == 0)
    g_main_context_iteration (NULL, TRUE);
  first = dup_typed (view);
  g_assert_cmpstr (first, ==, "one");
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (view)), " and\ntwo");
  g_signal_emit_by_name (view, "paste-clipboard");
  while (gtk_text_buffer_get_char_count (gtk_text_view_get_buffer (view)) == 3)
    g_main_context_iteration (NULL, TRUE);
  both = dup_typed (view);
  g_assert_cmpstr (both, ==, "one and\ntwo");
  etp_canvas_end_typing (fixture->window->canvas);
  g_assert_cmpstr (
      etp_node_get_text (etp_canvas_get_selected_node (fixture->window->canvas), ETP_CARD_TITLE),
      ==, "one and two");
  /* The window goes while a new card is being typed. */
  gtk_widget_activate_action (GTK_WIDGET (fixture->window->canvas), "canvas.add", NULL);
  g_assert_true (etp_canvas_is_editing (fixture->window->canvas));
}

/* Of what is copied from a map only the text comes into a new card, whatever it is. */
static void
test_map_into_new (WindowFixture *fixture, gconstpointer data)
{
  EtpNodeList *phases = etp_journey_get_list (fixture->journey, ETP_LIST_PHASES);
  const guint n = etp_node_list_get_length (phases);
  GtkTextView *view;

  etp_window_select_node (fixture->window, etp_node_list_get (phases, 0));
  etp_window_copy (fixture->window);
  view = paste_into_new (fixture, NULL);
  while (gtk_text_buffer_get_char_count (gtk_text_view_get_buffer (view)) == 0
         && etp_node_list_get_length (phases) == n)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (etp_node_list_get_length (phases), ==, n);
  g_assert_true (etp_canvas_is_editing (fixture->window->canvas));
}

/* A step that was put onto the curve is not blank, though it has no title yet. */
static void
test_list_into_point (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *canvas = GTK_WIDGET (fixture->window->canvas);
  EtpNode *step;

  etp_window_select_node (fixture->window, etp_journey_get_node (fixture->journey, "visit"));
  g_assert_true (gtk_widget_activate_action (canvas, "canvas.add", NULL));
  g_assert_true (etp_canvas_is_typing_blank_card (fixture->window->canvas));
  step = etp_canvas_get_selected_node (fixture->window->canvas);
  g_assert_true (etp_edit_set_emotion_value (fixture->journey, step, NULL, 1.5, NULL));
  g_assert_false (etp_canvas_is_typing_blank_card (fixture->window->canvas));
}

/* There is no place for a card, and that is not because of where it was dropped. */
static void
test_read_only (WindowFixture *fixture, gconstpointer data)
{
  g_autoptr (GHashTable) old = remember_cards (fixture);
  EtpIntake *intake;
  g_autofree char *result = NULL;

  etp_journey_set_read_only (fixture->journey, TRUE);
  intake = etp_intake_new (fixture->window, NULL, NULL, G_MAXUINT);
  add_file (fixture, intake, "a.txt", "one", 3);
  etp_intake_run (intake);
  result = wait_for_result (fixture, old);
  g_assert_cmpstr (result, ==, "This journey is read-only. Save a copy to change it.");
}

int
main (int argc, char **argv)
{
  if (window_fixture_start (&argc, &argv) == NULL)
    return 0;
  g_test_add_func ("/app/intake/files", test_files);
  g_test_add_func ("/app/intake/large-files", test_large_files);
  g_test_add_func ("/app/intake/pasted-text", test_pasted_text);
  g_test_add_func ("/app/intake/closed", test_closed);
  g_test_add ("/app/intake/measures", WindowFixture, NULL, window_fixture_set_up, test_measures,
              window_fixture_tear_down);
  g_test_add ("/app/intake/list-into-new", WindowFixture, NULL, window_fixture_set_up,
              test_list_into_new, window_fixture_tear_down);
  g_test_add ("/app/intake/list-into-collapsed", WindowFixture, NULL, window_fixture_set_up,
              test_list_into_collapsed, window_fixture_tear_down);
  g_test_add ("/app/intake/text-into-new", WindowFixture, NULL, window_fixture_set_up,
              test_text_into_new, window_fixture_tear_down);
  g_test_add ("/app/intake/map-into-new", WindowFixture, NULL, window_fixture_set_up,
              test_map_into_new, window_fixture_tear_down);
  g_test_add ("/app/intake/list-into-point", WindowFixture, NULL, window_fixture_set_up,
              test_list_into_point, window_fixture_tear_down);
  g_test_add ("/app/intake/read-only", WindowFixture, NULL, window_fixture_set_up, test_read_only,
              window_fixture_tear_down);
  return window_fixture_end ();
}
