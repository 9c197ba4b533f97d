/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-text-layout.h"

/* Of a text so long that it scrolls anyway only the beginning is measured. */
#define MAX_CHARS 1500
#define MAX_LINES 40
#define LEAST_WIDTH 40
/* What surely does not scroll. */
#define SHORT_CHARS 250
#define SHORT_LINES 8

struct _EtpTextLayout
{
  GtkLayoutManager parent;

  /* borrowed */
  GtkTextView *view;

  /* owned */
  PangoLayout *layout; /* of the present text; NULL: to be made */

  int max_height;
};

G_DEFINE_FINAL_TYPE (EtpTextLayout, etp_text_layout, GTK_TYPE_LAYOUT_MANAGER)

/* A scroll bar asks for a height that a line or two do not have; without one the wheel is for what
 * lies around the text. */
static void
set_scrolls (GtkScrolledWindow *scroller, gboolean scrolls)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (scroller));
  const GtkPropagationPhase from = scrolls ? GTK_PHASE_NONE : GTK_PHASE_BUBBLE;
  const GtkPropagationPhase to = scrolls ? GTK_PHASE_BUBBLE : GTK_PHASE_NONE;

  gtk_scrolled_window_set_policy (scroller, GTK_POLICY_NEVER,
                                  scrolls ? GTK_POLICY_AUTOMATIC : GTK_POLICY_EXTERNAL);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller)
          && gtk_event_controller_get_propagation_phase (controller) == from)
        gtk_event_controller_set_propagation_phase (controller, to);
    }
}

static void
on_changed (EtpTextLayout *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkWidget *scroller = gtk_widget_get_parent (GTK_WIDGET (self->view));
  const gboolean is_long = gtk_text_buffer_get_char_count (buffer) > SHORT_CHARS
                           || gtk_text_buffer_get_line_count (buffer) > SHORT_LINES;

  set_scrolls (GTK_SCROLLED_WINDOW (scroller), is_long);
  g_clear_object (&self->layout);
  gtk_widget_queue_resize (gtk_layout_manager_get_widget (GTK_LAYOUT_MANAGER (self)));
}

static PangoLayout *
get_layout (EtpTextLayout *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter start, end, line;
  g_autofree char *text = NULL;

  /* Made anew when the font is another one, which changes the context. */
  if (self->layout != NULL
      && pango_layout_get_context (self->layout)
             == gtk_widget_get_pango_context (GTK_WIDGET (self->view)))
    {
      pango_layout_context_changed (self->layout);
      return self->layout;
    }
  g_clear_object (&self->layout);
  gtk_text_buffer_get_iter_at_offset (buffer, &start, 0);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, MAX_CHARS);
  gtk_text_buffer_get_iter_at_line (buffer, &line, MAX_LINES);
  if (gtk_text_iter_compare (&line, &end) < 0 && gtk_text_iter_get_line (&line) == MAX_LINES)
    end = line;
  text = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
  self->layout = pango_layout_new (gtk_widget_get_pango_context (GTK_WIDGET (self->view)));
  pango_layout_set_text (self->layout, text[0] != '\0' ? text : " ", -1);
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
  return self->layout;
}

static GtkSizeRequestMode
etp_text_layout_get_request_mode (GtkLayoutManager *layout, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
etp_text_layout_measure (GtkLayoutManager *manager,
                         GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  EtpTextLayout *self = ETP_TEXT_LAYOUT (manager);
  GtkWidget *child = gtk_widget_get_first_child (widget);
  PangoLayout *layout;
  int height, least;

  /* GTK wants to have asked whom it gives a size. */
  gtk_widget_measure (child, orientation, -1, &least, NULL, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MAX (least, LEAST_WIDTH);
      *natural = MAX (*minimum, 200);
      return;
    }
  layout = get_layout (self);
  pango_layout_set_width (layout, for_size < 0 ? -1 : for_size * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, NULL, &height);
  *minimum = *natural = MAX (least, MIN (height, self->max_height));
}

static void
etp_text_layout_allocate (
    GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_allocate (gtk_widget_get_first_child (widget), width, height, baseline, NULL);
}

static void
etp_text_layout_finalize (GObject *object)
{
  g_clear_object (&ETP_TEXT_LAYOUT (object)->layout);
  G_OBJECT_CLASS (etp_text_layout_parent_class)->finalize (object);
}

static void
etp_text_layout_class_init (EtpTextLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = etp_text_layout_finalize;
  manager_class->get_request_mode = etp_text_layout_get_request_mode;
  manager_class->measure = etp_text_layout_measure;
  manager_class->allocate = etp_text_layout_allocate;
}

static void
etp_text_layout_init (EtpTextLayout *self)
{
}

GtkWidget *
etp_text_box_new (GtkTextView *view, int max_height)
{
  EtpTextLayout *layout = g_object_new (ETP_TYPE_TEXT_LAYOUT, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  layout->view = view;
  layout->max_height = max_height;
  set_scrolls (GTK_SCROLLED_WINDOW (scroller), FALSE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (view));
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_widget_set_layout_manager (box, GTK_LAYOUT_MANAGER (layout));
  g_signal_connect_object (gtk_text_view_get_buffer (view), "changed", G_CALLBACK (on_changed),
                           layout, G_CONNECT_SWAPPED);
  return box;
}
