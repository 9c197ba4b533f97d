/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-bench"

#include "config.h"

#include "bench-stats.h"
#include "canvas/etp-canvas-editor.h"
#include "canvas/etp-canvas-private.h"
#include "canvas/etp-canvas-tools.h"
#include "canvas/etp-canvas.h"
#include "file/etp-load.h"
#include "model/etp-edit-node.h"
#include "model/etp-fields.h"
#include "model/etp-history.h"

/* What a frame of the canvas costs in processor time, all threads of the program, with whatever
 * renderer GSK_RENDERER names. Usage: bench-canvas FILE
 *
 * Prints one line for each measurement: its name and key=value in milliseconds.
 *   pan-1.0, pan-0.6: the map is scrolled by a step in each frame, to and fro
 *   pan-fit: the same at a zoom a little over that at which the whole map is seen, where there is
 *     still something to scroll
 *   card-drag-start, card-drag: from the press of a card to the first frame that shows it dragged, and
 *     from the pointer's next place to the end of its frame
 *   all-drag-start, all-drag: the same with all cards selected, which are all carried
 *   curve-drag: from the pointer's next place to the end of the frame that shows the curve there
 *   filter-1.0, filter-fit: from another filter to the end of the frame that shows it, at zoom 1
 *     and far out
 *   edit: from the change of a card's title to the end of the frame that shows it
 *   undo: from undoing that change to the end of the frame that shows it
 *   type: from a letter typed on the map to the end of the frame that shows it, the card growing now
 *     and then */

#define WIDTH 1600
#define HEIGHT 1000
#define STEP 48.0 /* px a frame: a quick swipe */
#define FIT_AND_MORE 1.25
#define N_FRAMES 120
#define N_EDITS 40
#define SETTLE_FRAMES_MAX 2000

typedef struct
{
  EtpCanvas *canvas; /* borrowed from the window */
  GtkAdjustment *horizontal, *vertical; /* borrowed from the scrolled window */
  GdkFrameClock *clock; /* borrowed from the canvas */
  guint n_frames; /* painted so far */
  double start_s, frame_s; /* of the last frame */
} Bench;

static void
on_before_paint (GdkFrameClock *clock, Bench *self)
{
  self->start_s = bench_cpu_s ();
}

static void
on_after_paint (GdkFrameClock *clock, Bench *self)
{
  self->frame_s = bench_cpu_s () - self->start_s;
  self->n_frames++;
}

static void
run_frame (Bench *self)
{
  guint n = self->n_frames;

  gtk_widget_queue_draw (GTK_WIDGET (self->canvas));
  while (self->n_frames == n)
    g_main_context_iteration (NULL, TRUE);
}

static void
settle (Bench *self)
{
  for (guint i = 0; i < SETTLE_FRAMES_MAX && !etp_canvas_is_settled (self->canvas); i++)
    run_frame (self);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
print_frames (const char *name, double *frames, guint n)
{
  double median = bench_median (frames, n);

  g_print ("%s median=%.2f p95=%.2f max=%.2f\n", name, 1000 * median,
           1000 * bench_percentile (frames, n, 0.95), 1000 * frames[n - 1]);
}

/* One step in the direction, turning back at the end. */
static void
scroll (GtkAdjustment *adjustment, double *step)
{
  double value = gtk_adjustment_get_value (adjustment) + *step;
  double end = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);

  if (value < gtk_adjustment_get_lower (adjustment) || value > end)
    *step = -*step;
  gtk_adjustment_set_value (adjustment, value);
}

static void
measure_pan (Bench *self, const char *name)
{
  double frames[N_FRAMES];
  double x_step = STEP, y_step = STEP / 2;

  settle (self);
  for (guint i = 0; i < N_FRAMES; i++)
    {
      scroll (self->horizontal, &x_step);
      scroll (self->vertical, &y_step);
      run_frame (self);
      frames[i] = self->frame_s;
    }
  print_frames (name, frames, N_FRAMES);
}

/* The map's upper left corner at zoom 1. */
static void
show_start (Bench *self)
{
  etp_canvas_set_zoom (self->canvas, 1);
  gtk_adjustment_set_value (self->horizontal, 0);
  gtk_adjustment_set_value (self->vertical, 0);
  settle (self);
}

static void
measure_edits (Bench *self)
{
  EtpJourney *journey = etp_canvas_get_journey (self->canvas);
  EtpNode *card = etp_node_list_get (etp_journey_get_list (journey, ETP_LIST_CARDS), 0);
  double frames[N_EDITS], undos[N_EDITS];

  show_start (self);
  for (guint i = 0; i < N_EDITS; i++)
    {
      g_autofree char *title = g_strdup_printf ("Beratung am Telefon %u", i);
      guint n = self->n_frames;
      double start = bench_cpu_s ();

      if (!etp_edit_set_text (journey, card, ETP_CARD_TITLE, title, NULL))
        g_error ("the card cannot be edited");
      while (self->n_frames == n)
        g_main_context_iteration (NULL, TRUE);
      frames[i] = bench_cpu_s () - start;
      settle (self);
    }
  print_frames ("edit", frames, N_EDITS);
  for (guint i = 0; i < N_EDITS; i++)
    {
      g_autofree char *title = g_strdup_printf ("Beratung im Laden %u", i);
      double start;
      guint n;

      if (!etp_edit_set_text (journey, card, ETP_CARD_TITLE, title, NULL))
        g_error ("the card cannot be edited");
      settle (self);
      run_frame (self);
      n = self->n_frames;
      start = bench_cpu_s ();
      if (!etp_history_undo (etp_journey_get_history (journey)))
        g_error ("the edit cannot be undone");
      while (self->n_frames == n)
        g_main_context_iteration (NULL, TRUE);
      undos[i] = bench_cpu_s () - start;
      settle (self);
    }
  print_frames ("undo", undos, N_EDITS);
}

/* The widget that is typed into on the map. */
static GtkTextView *
find_text_view (Bench *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->canvas)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_TEXT_VIEW (child))
      return GTK_TEXT_VIEW (child);
  g_error ("nothing can be typed into the card");
}

static void
measure_typing (Bench *self)
{
  EtpJourney *journey = etp_canvas_get_journey (self->canvas);
  EtpNode *card = etp_node_list_get (etp_journey_get_list (journey, ETP_LIST_CARDS), 0);
  double frames[N_FRAMES];
  GtkTextBuffer *buffer;

  show_start (self);
  etp_canvas_edit (self->canvas, card, ETP_CARD_TITLE);
  settle (self);
  buffer = gtk_text_view_get_buffer (find_text_view (self));
  for (guint i = 0; i < N_FRAMES; i++)
    {
      guint n = self->n_frames;
      double start = bench_cpu_s ();

      gtk_text_buffer_insert_at_cursor (buffer, i % 6 == 5 ? " " : "e", 1);
      while (self->n_frames == n)
        g_main_context_iteration (NULL, TRUE);
      frames[i] = bench_cpu_s () - start;
    }
  etp_canvas_end_editing (self->canvas, TRUE);
  settle (self);
  print_frames ("type", frames, N_FRAMES);
}

/* The first point of the curve that is seen. */
static EtpItemRef
find_point (Bench *self)
{
  EtpScene *scene = etp_canvas_get_scene (self->canvas);

  for (guint i = 0; i < etp_scene_get_n_cells (scene); i++)
    {
      const EtpCell *cell = etp_scene_get_cell (scene, i)->cell;

      for (guint k = 0; k < cell->n_items; k++)
        if (cell->items[k].item->kind == ETP_ITEM_POINT)
          return (EtpItemRef){ i, k };
    }
  g_error ("the map has no curve");
}

/* The tool of the points, pixel by pixel down and up again; nothing is committed. */
static void
measure_curve_drag (Bench *self)
{
  const EtpCanvasTool *tool = &etp_canvas_tool_point;
  double frames[N_FRAMES];
  EtpItemRef point;
  EtpCanvasDrag drag = { 0 };
  EtpRect bounds;

  etp_canvas_set_zoom (self->canvas, 1);
  point = find_point (self);
  etp_canvas_select (self->canvas, point);
  settle (self);
  bounds = etp_canvas_get_item_bounds (self->canvas, point);
  drag.item = point;
  drag.x = drag.x0 = bounds.x + bounds.width / 2;
  drag.y = drag.y0 = bounds.y + bounds.height / 2;
  etp_canvas_to_map (self->canvas, drag.x, drag.y, &drag.x_map, &drag.y_map);
  drag.x0_map = drag.x_map;
  drag.y0_map = drag.y_map;
  drag.modifiers = GDK_SHIFT_MASK;
  if (!tool->take (self->canvas, &drag))
    g_error ("the point cannot be dragged");
  for (guint i = 0; i < N_FRAMES; i++)
    {
      const guint n = self->n_frames;
      const double start = bench_cpu_s ();

      /* Five pixels are more than a tenth of the scale: each step shows another curve. */
      drag.y = drag.y0 + 5 * (i % 16 < 8 ? i % 8 : 8 - i % 8) + 5;
      etp_canvas_to_map (self->canvas, drag.x, drag.y, &drag.x_map, &drag.y_map);
      tool->update (self->canvas, &drag);
      while (self->n_frames == n)
        g_main_context_iteration (NULL, TRUE);
      frames[i] = bench_cpu_s () - start;
    }
  tool->cancel (self->canvas);
  settle (self);
  print_frames ("curve-drag", frames, N_FRAMES);
}

/* The first card of the map. */
static EtpItemRef
find_card (Bench *self)
{
  EtpScene *scene = etp_canvas_get_scene (self->canvas);
  EtpNode *card = etp_node_list_get (
      etp_journey_get_list (etp_canvas_get_journey (self->canvas), ETP_LIST_CARDS), 0);

  return etp_scene_find_node (scene, etp_node_get_id (card), ETP_ITEM_CARD);
}

static void
drag_card_to (Bench *self, EtpCanvasDrag *drag, double x, double y)
{
  const guint n = self->n_frames;

  drag->x = x;
  drag->y = y;
  etp_canvas_to_map (self->canvas, x, y, &drag->x_map, &drag->y_map);
  /* As the gesture does, so that the tool is asked for its picture too. */
  self->canvas->tools.tool = &etp_canvas_tool_cards;
  self->canvas->tools.is_dragging = TRUE;
  self->canvas->tools.drag = *drag;
  etp_canvas_tool_cards.update (self->canvas, drag);
  gtk_widget_queue_draw (GTK_WIDGET (self->canvas));
  while (self->n_frames == n)
    g_main_context_iteration (NULL, TRUE);
}

/* The tool of the cards over cells and columns and back; nothing is committed. A start is everything
 * from the press to the first frame that shows the card under the pointer; a step is one frame. */
static void
measure_card_drag (Bench *self, const char *start_name, const char *step_name)
{
  const EtpCanvasTool *tool = &etp_canvas_tool_cards;
  double starts[N_EDITS], steps[N_FRAMES];
  EtpCanvasDrag drag = { 0 };
  EtpRect bounds;

  show_start (self);
  drag.item = find_card (self);
  bounds = etp_canvas_get_item_bounds (self->canvas, drag.item);
  drag.x0 = bounds.x + bounds.width / 2;
  drag.y0 = bounds.y + bounds.height / 2;
  etp_canvas_to_map (self->canvas, drag.x0, drag.y0, &drag.x0_map, &drag.y0_map);
  for (guint i = 0; i < N_EDITS; i++)
    {
      const double start = bench_cpu_s ();

      drag.x = drag.x0;
      drag.y = drag.y0;
      if (!tool->take (self->canvas, &drag))
        g_error ("the card cannot be dragged");
      drag_card_to (self, &drag, drag.x0 + 9, drag.y0 + 5);
      starts[i] = bench_cpu_s () - start;
      for (guint k = 0; i + 1 == N_EDITS && k < N_FRAMES; k++)
        {
          const double step = bench_cpu_s ();
          const guint way = k % 64 < 32 ? k % 32 : 32 - k % 32;

          drag_card_to (self, &drag, drag.x0 + 12 * way, drag.y0 + 7 * way);
          steps[k] = bench_cpu_s () - step;
        }
      etp_canvas_cancel_tool (self->canvas);
      settle (self);
    }
  print_frames (start_name, starts, N_EDITS);
  print_frames (step_name, steps, N_FRAMES);
}

static void
select_all_cards (Bench *self)
{
  EtpNodeList *cards = etp_journey_get_list (etp_canvas_get_journey (self->canvas), ETP_LIST_CARDS);
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();

  for (guint i = 0; i < etp_node_list_get_length (cards); i++)
    g_ptr_array_add (nodes, etp_node_list_get (cards, i));
  etp_canvas_select_nodes (self->canvas, nodes);
}

/* From another filter to the end of the frame that shows it, most things fading and none. */
static void
measure_filter (Bench *self, const char *name)
{
  g_autoptr (EtpFilter) filter = etp_filter_new ();
  double frames[N_EDITS];

  etp_filter_set (filter, ETP_FILTER_TAG, "nothing has this tag", TRUE);
  settle (self);
  for (guint i = 0; i < N_EDITS; i++)
    {
      guint n = self->n_frames;
      double start = bench_cpu_s ();

      etp_canvas_set_filter (self->canvas, i % 2 == 0 ? filter : NULL);
      while (self->n_frames == n)
        g_main_context_iteration (NULL, TRUE);
      frames[i] = bench_cpu_s () - start;
    }
  print_frames (name, frames, N_EDITS);
}

static void
measure (Bench *self)
{
  etp_canvas_set_zoom (self->canvas, 1);
  measure_pan (self, "pan-1.0");
  measure_filter (self, "filter-1.0");
  etp_canvas_set_zoom (self->canvas, 0.6);
  measure_pan (self, "pan-0.6");
  etp_canvas_fit_map (self->canvas);
  settle (self);
  etp_canvas_set_zoom (self->canvas, FIT_AND_MORE * etp_canvas_get_zoom (self->canvas));
  measure_pan (self, "pan-fit");
  measure_filter (self, "filter-fit");
  measure_edits (self);
  measure_typing (self);
  measure_curve_drag (self);
  measure_card_drag (self, "card-drag-start", "card-drag");
  select_all_cards (self);
  measure_card_drag (self, "all-drag-start", "all-drag");
}

int
main (int argc, char **argv)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (EtpLoaded) loaded = NULL;
  g_autoptr (GError) error = NULL;
  Bench bench = { 0 };
  GtkWidget *window;
  GtkWidget *scrolled;

  if (argc != 2)
    {
      g_printerr ("usage: bench-canvas FILE\n");
      return 2;
    }
  file = g_file_new_for_commandline_arg (argv[1]);
  loaded = etp_load_file (file, NULL, NULL, &error);
  if (loaded == NULL)
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }

  gtk_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  window = gtk_window_new ();
  scrolled = gtk_scrolled_window_new ();
  bench.canvas = ETP_CANVAS (etp_canvas_new ());
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (bench.canvas));
  gtk_window_set_child (GTK_WINDOW (window), scrolled);
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  etp_canvas_set_journey (bench.canvas, loaded->journey);
  gtk_window_present (GTK_WINDOW (window));

  bench.horizontal = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (scrolled));
  bench.vertical = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  bench.clock = gtk_widget_get_frame_clock (GTK_WIDGET (bench.canvas));
  g_signal_connect (bench.clock, "before-paint", G_CALLBACK (on_before_paint), &bench);
  g_signal_connect (bench.clock, "after-paint", G_CALLBACK (on_after_paint), &bench);
  run_frame (&bench);
  measure (&bench);
  gtk_window_destroy (GTK_WINDOW (window));
  return 0;
}
