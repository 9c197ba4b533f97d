/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "canvas-fixture.h"
#include "etp-test-build.h"
#include "model/etp-fields.h"

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
  canvas_fixture_tear_down (&fixture);
}

int
main (int argc, char **argv)
{
  if (!canvas_fixture_start (&argc, &argv))
    return 0;
  g_test_add_func ("/canvas/editor/stays-selected", test_stays_selected);
  return g_test_run ();
}
