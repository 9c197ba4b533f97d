/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-crop-area.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "canvas/etp-scroll.h"

/* The picture is scaled into the widget; the cut is kept in pixels of the source. What is not taken
 * is veiled. Border and handles are white on black, which shows on every picture. */

#define MARGIN 14 /* px around the picture, for handles at its border */
#define HANDLE 5 /* px: half a handle */
#define REACH 16 /* px from an edge at which it is held */
#define STEP 0.01 /* of the picture's longer side, for a key */
#define LARGE_STEP 0.1
#define SCALE_STEP 1.1 /* for plus and minus */
#define VEIL 0.55

struct _EtpCropArea
{
  GtkWidget parent;

  /* owned */
  EtpImageSource *source; /* NULL: nothing is shown */
  GdkTexture *texture;

  /* state */
  EtpImageFrame frame;
  EtpImageCut cut, before; /* now; when dragging began */
  guint edges; /* that are held; 0: all of it */
  gboolean is_round, is_dragged;
  double scale, left, top; /* from pixels of the source to px of the widget */
};

G_DEFINE_FINAL_TYPE (EtpCropArea, etp_crop_area, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
tell (EtpCropArea *self)
{
  g_autofree char *text = NULL;

  /* Translators: the part of a picture that is taken: its width and height, and how far it is from
   * the left and from the top, in pixels. */
  text = g_strdup_printf (_ ("%d × %d pixels, %d from the left, %d from the top"),
                          (int) round (self->cut.width), (int) round (self->cut.height),
                          (int) round (self->cut.x), (int) round (self->cut.y));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text,
                                  -1);
}

static void
take (EtpCropArea *self, EtpImageCut cut)
{
  self->cut = cut;
  tell (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Where the picture is */

static void
place_picture (EtpCropArea *self)
{
  const double width = gtk_widget_get_width (GTK_WIDGET (self));
  const double height = gtk_widget_get_height (GTK_WIDGET (self));

  self->scale = MIN ((width - 2 * MARGIN) / self->frame.width,
                     (height - 2 * MARGIN) / self->frame.height);
  self->scale = MAX (self->scale, 1e-6);
  self->left = (width - self->frame.width * self->scale) / 2;
  self->top = (height - self->frame.height * self->scale) / 2;
}

/* The edges within reach of a place in px; 0 within the cut. */
static guint
find_edges (EtpCropArea *self, double x, double y)
{
  const double x0 = self->left + self->cut.x * self->scale;
  const double y0 = self->top + self->cut.y * self->scale;
  const double x1 = x0 + self->cut.width * self->scale, y1 = y0 + self->cut.height * self->scale;
  /* Enough of a small cut is left to be moved by. */
  const double reach_x = MIN (REACH, (x1 - x0) / 3), reach_y = MIN (REACH, (y1 - y0) / 3);
  guint edges = 0;

  if (x < x0 - REACH || x > x1 + REACH || y < y0 - REACH || y > y1 + REACH)
    return 0;
  if (x < x0 + reach_x)
    edges |= ETP_IMAGE_EDGE_LEFT;
  else if (x > x1 - reach_x)
    edges |= ETP_IMAGE_EDGE_RIGHT;
  if (y < y0 + reach_y)
    edges |= ETP_IMAGE_EDGE_TOP;
  else if (y > y1 - reach_y)
    edges |= ETP_IMAGE_EDGE_BOTTOM;
  return edges;
}

static const char *
get_cursor (guint edges)
{
  static const char *const names[] = {
    [0] = "move",
    [ETP_IMAGE_EDGE_LEFT] = "ew-resize",
    [ETP_IMAGE_EDGE_RIGHT] = "ew-resize",
    [ETP_IMAGE_EDGE_TOP] = "ns-resize",
    [ETP_IMAGE_EDGE_BOTTOM] = "ns-resize",
    [ETP_IMAGE_EDGE_LEFT | ETP_IMAGE_EDGE_TOP] = "nwse-resize",
    [ETP_IMAGE_EDGE_RIGHT | ETP_IMAGE_EDGE_BOTTOM] = "nwse-resize",
    [ETP_IMAGE_EDGE_RIGHT | ETP_IMAGE_EDGE_TOP] = "nesw-resize",
    [ETP_IMAGE_EDGE_LEFT | ETP_IMAGE_EDGE_BOTTOM] = "nesw-resize",
  };

  return edges < G_N_ELEMENTS (names) ? names[edges] : NULL;
}

/* The pointer */

static void
on_motion (GtkEventControllerMotion *motion, double x, double y, EtpCropArea *self)
{
  if (self->source != NULL && !self->is_dragged)
    gtk_widget_set_cursor_from_name (GTK_WIDGET (self), get_cursor (find_edges (self, x, y)));
}

static void
on_drag_begin (GtkGestureDrag *drag, double x, double y, EtpCropArea *self)
{
  if (self->source == NULL)
    {
      gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  gtk_widget_grab_focus (GTK_WIDGET (self));
  self->edges = find_edges (self, x, y);
  self->before = self->cut;
  self->is_dragged = TRUE;
}

static void
on_drag_update (GtkGestureDrag *drag, double dx, double dy, EtpCropArea *self)
{
  if (!self->is_dragged)
    return;
  dx /= self->scale;
  dy /= self->scale;
  if (self->edges != 0)
    take (self, etp_image_cut_drawn (&self->before, &self->frame, self->edges, dx, dy));
  else
    take (self, etp_image_cut_moved (&self->before, &self->frame, dx, dy));
}

static void
on_drag_end (GtkGestureDrag *drag, double dx, double dy, EtpCropArea *self)
{
  self->is_dragged = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
on_scroll (GtkEventControllerScroll *scroll, double dx, double dy, EtpCropArea *self)
{
  const double clicks = etp_scroll_get_clicks (gtk_event_controller_scroll_get_unit (scroll), dy);

  if (self->source == NULL || dy == 0 || self->is_dragged)
    return FALSE;
  take (self, etp_image_cut_scaled (&self->cut, &self->frame, pow (SCALE_STEP, clicks)));
  return TRUE;
}

/* Keys */

static gboolean
move_or_draw (EtpCropArea *self, double dx, double dy, gboolean draws)
{
  if (!draws)
    take (self, etp_image_cut_moved (&self->cut, &self->frame, dx, dy));
  else
    take (self,
          etp_image_cut_drawn (&self->cut, &self->frame,
                               dx != 0 ? ETP_IMAGE_EDGE_RIGHT : ETP_IMAGE_EDGE_BOTTOM, dx, dy));
  return TRUE;
}

static gboolean
scale (EtpCropArea *self, double factor)
{
  take (self, etp_image_cut_scaled (&self->cut, &self->frame, factor));
  return TRUE;
}

static gboolean
on_key (
    GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, EtpCropArea *self)
{
  const double longer = MAX (self->frame.width, self->frame.height);
  const double step = MAX (1, round (longer * (state & GDK_CONTROL_MASK ? LARGE_STEP : STEP)));
  const gboolean draws = (state & GDK_SHIFT_MASK) != 0;

  if (self->source == NULL || (state & GDK_ALT_MASK) != 0)
    return FALSE;
  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return move_or_draw (self, -step, 0, draws);
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return move_or_draw (self, step, 0, draws);
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return move_or_draw (self, 0, -step, draws);
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return move_or_draw (self, 0, step, draws);
    case GDK_KEY_plus:
    case GDK_KEY_KP_Add:
      return scale (self, SCALE_STEP);
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      return scale (self, 1 / SCALE_STEP);
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      take (self, etp_image_cut_largest (&self->frame));
      return TRUE;
    default:
      return FALSE;
    }
}

/* Drawing */

static void
add_cut (cairo_t *cr, const EtpCropArea *self, const graphene_rect_t *box)
{
  if (self->is_round)
    {
      cairo_new_sub_path (cr);
      cairo_arc (cr, (double) (box->origin.x + box->size.width / 2),
                 (double) (box->origin.y + box->size.height / 2), (double) (box->size.width / 2), 0,
                 2 * G_PI);
    }
  else
    cairo_rectangle (cr, (double) box->origin.x, (double) box->origin.y, (double) box->size.width,
                     (double) box->size.height);
}

static void
draw_line (cairo_t *cr)
{
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_set_line_width (cr, 3);
  cairo_stroke_preserve (cr);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_set_line_width (cr, 1.5);
  cairo_stroke (cr);
}

/* At the corners, and in the middle of sides that can be drawn alone. */
static void
draw_handles (cairo_t *cr, const EtpCropArea *self, const graphene_rect_t *box)
{
  for (int i = 0; i < 9; i++)
    {
      const double x = (double) box->origin.x + i % 3 * (double) box->size.width / 2;
      const double y = (double) box->origin.y + i / 3 * (double) box->size.height / 2;

      if (i == 4 || (i % 2 == 1 && self->frame.ratio > 0))
        continue;
      cairo_rectangle (cr, x - HANDLE, y - HANDLE, 2 * HANDLE, 2 * HANDLE);
      cairo_set_source_rgb (cr, 1, 1, 1);
      cairo_fill_preserve (cr);
      cairo_set_source_rgb (cr, 0, 0, 0);
      cairo_set_line_width (cr, 1);
      cairo_stroke (cr);
    }
}

/* Helps the eye while something moves. */
static void
draw_thirds (cairo_t *cr, const graphene_rect_t *box)
{
  for (int i = 1; i < 3; i++)
    {
      const double x = round ((double) box->origin.x + i * (double) box->size.width / 3) + 0.5;
      const double y = round ((double) box->origin.y + i * (double) box->size.height / 3) + 0.5;

      cairo_move_to (cr, x, (double) box->origin.y);
      cairo_rel_line_to (cr, 0, (double) box->size.height);
      cairo_move_to (cr, (double) box->origin.x, y);
      cairo_rel_line_to (cr, (double) box->size.width, 0);
    }
  cairo_set_source_rgba (cr, 1, 1, 1, 0.6);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
}

static void
etp_crop_area_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  EtpCropArea *self = ETP_CROP_AREA (widget);
  graphene_rect_t whole, picture, box;
  cairo_t *cr;

  if (self->source == NULL)
    return;
  place_picture (self);
  graphene_rect_init (&whole, 0, 0, (float) gtk_widget_get_width (widget),
                      (float) gtk_widget_get_height (widget));
  graphene_rect_init (&picture, (float) self->left, (float) self->top,
                      (float) (self->frame.width * self->scale),
                      (float) (self->frame.height * self->scale));
  graphene_rect_init (&box, (float) (self->left + self->cut.x * self->scale),
                      (float) (self->top + self->cut.y * self->scale),
                      (float) (self->cut.width * self->scale),
                      (float) (self->cut.height * self->scale));
  gtk_snapshot_append_texture (snapshot, self->texture, &picture);
  cr = gtk_snapshot_append_cairo (snapshot, &whole);
  cairo_rectangle (cr, (double) picture.origin.x, (double) picture.origin.y,
                   (double) picture.size.width, (double) picture.size.height);
  add_cut (cr, self, &box);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_set_source_rgba (cr, 0, 0, 0, VEIL);
  cairo_fill (cr);
  if (self->is_dragged)
    draw_thirds (cr, &box);
  if (self->is_round)
    {
      add_cut (cr, self, &box);
      draw_line (cr);
    }
  cairo_rectangle (cr, (double) box.origin.x, (double) box.origin.y, (double) box.size.width,
                   (double) box.size.height);
  draw_line (cr);
  draw_handles (cr, self, &box);
  cairo_destroy (cr);
}

static void
etp_crop_area_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  EtpCropArea *self = ETP_CROP_AREA (widget);

  if (self->source != NULL)
    place_picture (self);
}

static void
etp_crop_area_dispose (GObject *object)
{
  EtpCropArea *self = ETP_CROP_AREA (object);

  g_clear_pointer (&self->source, etp_image_source_unref);
  g_clear_object (&self->texture);
  G_OBJECT_CLASS (etp_crop_area_parent_class)->dispose (object);
}

static void
etp_crop_area_class_init (EtpCropAreaClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = etp_crop_area_dispose;
  widget_class->snapshot = etp_crop_area_snapshot;
  widget_class->size_allocate = etp_crop_area_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "croparea");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  signals[CHANGED] = g_signal_new ("changed", ETP_TYPE_CROP_AREA, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
etp_crop_area_init (EtpCropArea *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (
      GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkGesture *drag = gtk_gesture_drag_new ();

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  g_signal_connect (motion, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  g_signal_connect (scroll, "scroll", G_CALLBACK (on_scroll), self);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (on_drag_update), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (on_drag_end), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("The part of the picture that is taken"), -1);
}

GtkWidget *
etp_crop_area_new (void)
{
  return g_object_new (ETP_TYPE_CROP_AREA, NULL);
}

void
etp_crop_area_set_source (EtpCropArea *self,
                          EtpImageSource *source,
                          double ratio,
                          gboolean is_round)
{
  int width, height;
  gsize stride;
  gboolean has_alpha;
  GBytes *pixels;

  g_return_if_fail (ETP_IS_CROP_AREA (self));

  etp_image_source_ref (source);
  g_clear_pointer (&self->source, etp_image_source_unref);
  g_clear_object (&self->texture);
  self->source = source;
  pixels = etp_image_source_get_preview (source, &width, &height, &stride, &has_alpha);
  self->texture = gdk_memory_texture_new (
      width, height, has_alpha ? GDK_MEMORY_R8G8B8A8 : GDK_MEMORY_R8G8B8, pixels, stride);
  g_bytes_unref (pixels);
  self->frame = (EtpImageFrame){ etp_image_source_get_width (source),
                                 etp_image_source_get_height (source), ratio };
  self->is_round = is_round;
  place_picture (self);
  take (self, etp_image_cut_largest (&self->frame));
}

void
etp_crop_area_set_ratio (EtpCropArea *self, double ratio)
{
  g_return_if_fail (ETP_IS_CROP_AREA (self));

  if (self->source == NULL)
    return;
  self->frame.ratio = ratio;
  take (self, etp_image_cut_fitted (&self->cut, &self->frame));
}

const EtpImageCut *
etp_crop_area_get_cut (EtpCropArea *self)
{
  g_return_val_if_fail (ETP_IS_CROP_AREA (self) && self->source != NULL, NULL);

  return &self->cut;
}

gboolean
etp_crop_area_is_whole (EtpCropArea *self)
{
  g_return_val_if_fail (ETP_IS_CROP_AREA (self), FALSE);

  return self->source != NULL && self->cut.width > self->frame.width - 1
         && self->cut.height > self->frame.height - 1;
}
