/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-presentation-private.h"

#include <glib/gi18n-lib.h>

#include "app/compat/etp-compat-window.h"
#include "canvas/etp-scroll.h"
#include "etp-picture.h"
#include "etp-room-strip.h"
#include "model/etp-fields.h"

/* A canvas of its own, in the room's style, that only shows; what is at the place of the talk is lit
 * by what lies over it. The place is kept by the ids of its phase and lane, so that edits move it
 * along. */

/* Longer than the motions of the editor: a room has to follow. */
#define MOTION_MS 400
#define WHEEL_STEP 80 /* px for a click */

G_DEFINE_FINAL_TYPE (EtpPresentation, etp_presentation, GTK_TYPE_WINDOW)

char *
etp_presentation_dup_title (EtpPresentation *self, EtpTalkPlace place)
{
  EtpJourney *journey = etp_canvas_get_journey (self->canvas);
  const char *phase = self->talk != NULL ? etp_talk_get_phase_name (self->talk, place) : NULL;
  const char *lane = self->talk != NULL ? etp_talk_get_lane_name (self->talk, place) : NULL;
  const char *title = journey != NULL ? etp_node_get_text (journey, ETP_JOURNEY_TITLE) : "";

  if (phase == NULL)
    return g_strdup (title[0] != '\0' ? title : _ ("Whole Map"));
  return lane != NULL ? g_strdup_printf ("%s · %s", phase, lane) : g_strdup (phase);
}

char *
etp_presentation_dup_count (EtpPresentation *self)
{
  if (self->talk == NULL || self->place.phase == 0)
    return NULL;
  /* Translators: the number of the phase that is presented, and how many there are. */
  return g_strdup_printf (_ ("%u of %u"), self->place.phase, etp_talk_get_n_phases (self->talk));
}

GdkPaintable *
etp_presentation_paint (EtpPresentation *self, EtpTalkPlace place, int width, int height)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GdkTexture) texture = NULL;
  EtpScene *scene = etp_canvas_get_scene (self->canvas);
  EtpRect area = etp_talk_get_lit (self->talk, (EtpTalkPlace){ place.phase, 0 });

  if (self->painter == NULL)
    {
      g_autoptr (EtpText) text = etp_text_new ();

      self->painter = etp_painter_new (text, etp_canvas_get_journey (self->canvas));
    }
  /* Of a phase, which is much higher than wide, its beginning. */
  if (place.phase > 0)
    area.height = MIN (area.height, area.width * height / width);
  /* For dense screens too. */
  texture = etp_picture_new_of_area (self->painter, scene, &area, 2 * width, 2 * height);
  gtk_snapshot_append_texture (snapshot, texture,
                               &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  return gtk_snapshot_free_to_paintable (snapshot,
                                         &GRAPHENE_SIZE_INIT ((float) width, (float) height));
}

static void
update_words (EtpPresentation *self)
{
  g_autofree char *title = etp_presentation_dup_title (self, self->place);
  g_autofree char *count = etp_presentation_dup_count (self);
  g_autofree char *spoken = count != NULL ? g_strdup_printf ("%s, %s", title, count)
                                          : g_strdup (title);

  gtk_label_set_label (self->status, title);
  gtk_label_set_label (self->count, count != NULL ? count : "");
  /* It has the focus: screen readers tell its new name. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->light), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken, -1);
  etp_presentation_update_notes (self);
}

static void
show_place (EtpPresentation *self, guint motion_ms)
{
  const int width = gtk_widget_get_width (GTK_WIDGET (self->canvas));
  const int height = gtk_widget_get_height (GTK_WIDGET (self->canvas));
  EtpRect lit;
  double zoom, x, y;

  if (self->talk == NULL || width <= 0 || height <= 0)
    return;
  lit = etp_talk_get_lit (self->talk, self->place);
  etp_talk_get_view (self->talk, self->place, width, height, &zoom, &x, &y);
  etp_canvas_show_corner (self->canvas, zoom, x, y, motion_ms);
  etp_spotlight_set_lit (self->light, &lit,
                         etp_talk_get_lit (self->talk, (EtpTalkPlace){ self->place.phase, 0 }).y,
                         motion_ms);
}

static void
take_ids (EtpPresentation *self)
{
  g_free (self->phase_id);
  g_free (self->lane_id);
  self->phase_id = g_strdup (etp_talk_get_phase_id (self->talk, self->place));
  self->lane_id = g_strdup (etp_talk_get_lane_id (self->talk, self->place));
}

void
etp_presentation_go_to (EtpPresentation *self, EtpTalkPlace place)
{
  if (self->talk == NULL)
    return;
  etp_presentation_set_state (self, "black", FALSE);
  etp_presentation_set_state (self, "white", FALSE);
  self->place = place;
  take_ids (self);
  show_place (self, MOTION_MS);
  update_words (self);
}

void
etp_presentation_go (EtpPresentation *self, EtpTalkMove move)
{
  if (self->talk != NULL)
    etp_presentation_go_to (self, etp_talk_go (self->talk, self->place, move));
}

static void
on_resized (EtpPresentation *self)
{
  show_place (self, 0);
}

static void
on_refresh (gpointer user_data)
{
  EtpPresentation *self = user_data;
  EtpScene *scene = etp_canvas_get_scene (self->canvas);

  self->refresh_id = 0;
  g_clear_pointer (&self->talk, etp_talk_free);
  if (scene == NULL)
    return;
  self->talk = etp_talk_new (scene);
  self->place = etp_talk_find (self->talk, self->phase_id, self->lane_id);
  take_ids (self);
  show_place (self, 0);
  update_words (self);
  if (etp_presentation_get_state (self, "overview"))
    etp_presentation_fill_overview (self);
}

/* Emitted while the canvas is laid out. */
static void
on_scene_changed (EtpPresentation *self)
{
  if (self->refresh_id == 0)
    self->refresh_id = g_idle_add_once (on_refresh, self);
}

/* The editor shows another map, or the same in another look. */
static void
on_source_changed (EtpPresentation *self)
{
  EtpJourney *journey = etp_canvas_get_journey (self->source);

  if (journey == NULL)
    {
      etp_presentation_end (self);
      return;
    }
  etp_canvas_set_style (self->canvas, etp_canvas_get_style (self->source));
  if (journey == etp_canvas_get_journey (self->canvas))
    return;
  g_clear_object (&self->painter);
  etp_canvas_replace_journey (self->canvas, journey);
}

static void
on_clicked (EtpSpotlight *light, int button, EtpPresentation *self)
{
  if (button == GDK_BUTTON_PRIMARY || button == 9)
    g_action_group_activate_action (G_ACTION_GROUP (self->actions), "next", NULL);
  else if (button == GDK_BUTTON_SECONDARY || button == 8)
    g_action_group_activate_action (G_ACTION_GROUP (self->actions), "previous", NULL);
}

static gboolean
on_scroll (GtkEventControllerScroll *controller, double dx, double dy, EtpPresentation *self)
{
  const GdkScrollUnit unit = gtk_event_controller_scroll_get_unit (controller);
  g_autoptr (GtkAdjustment) across = NULL;
  g_autoptr (GtkAdjustment) down = NULL;

  g_object_get (self->canvas, "hadjustment", &across, "vadjustment", &down, NULL);
  gtk_adjustment_set_value (across, gtk_adjustment_get_value (across)
                                        + etp_scroll_get_px (unit, dx, WHEEL_STEP));
  gtk_adjustment_set_value (down, gtk_adjustment_get_value (down)
                                      + etp_scroll_get_px (unit, dy, WHEEL_STEP));
  return TRUE;
}

static void
on_curtain_pressed (EtpPresentation *self)
{
  etp_presentation_set_state (self, "black", FALSE);
  etp_presentation_set_state (self, "white", FALSE);
}

/* It shows and does nothing else, also for assistive technology. */
static void
quieten_canvas (EtpCanvas *canvas)
{
  EtpCanvasCommand command;

  gtk_widget_set_can_target (GTK_WIDGET (canvas), FALSE);
  gtk_widget_set_can_focus (GTK_WIDGET (canvas), FALSE);
  for (guint i = 0; etp_canvas_get_command (i, &command); i++)
    if (g_str_has_prefix (command.action, "canvas."))
      gtk_widget_action_set_enabled (GTK_WIDGET (canvas), command.action, FALSE);
}

static GtkWidget *
create_map (EtpPresentation *self)
{
  GtkWidget *overlay = gtk_overlay_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (
      GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);

  self->canvas = ETP_CANVAS (etp_canvas_new ());
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_EXTERNAL,
                                  GTK_POLICY_EXTERNAL);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->canvas));
  gtk_overlay_set_child (GTK_OVERLAY (overlay), scroller);
  self->light = ETP_SPOTLIGHT (etp_spotlight_new (self->canvas));
  g_signal_connect_object (self->light, "resized", G_CALLBACK (on_resized), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->light, "clicked", G_CALLBACK (on_clicked), self, 0);
  g_signal_connect_object (scroll, "scroll", G_CALLBACK (on_scroll), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self->light), scroll);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), GTK_WIDGET (self->light));
  gtk_widget_set_vexpand (overlay, TRUE);
  return overlay;
}

static GtkWidget *
create_footer (EtpPresentation *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  etp_presentation_add_button (bar, "go-previous-symbolic", _ ("Previous Phase"),
                               "present.previous", FALSE);
  etp_presentation_add_button (bar, "go-next-symbolic", _ ("Next Phase"), "present.next", FALSE);
  self->status = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (self->status, PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (self->status, 0);
  gtk_widget_set_hexpand (GTK_WIDGET (self->status), TRUE);
  gtk_box_append (GTK_BOX (bar), GTK_WIDGET (self->status));
  self->count = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "numeric");
  gtk_box_append (GTK_BOX (bar), GTK_WIDGET (self->count));
  gtk_box_append (GTK_BOX (bar), etp_presentation_create_tools ());
  etp_presentation_add_button (bar, "window-close-symbolic", _ ("End"), "present.end", FALSE);
  gtk_widget_add_css_class (bar, "talk-bar");
  return bar;
}

static GtkWidget *
create_curtain (EtpPresentation *self)
{
  GtkGesture *press = gtk_gesture_click_new ();

  self->curtain = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->curtain, "curtain");
  gtk_widget_set_focusable (self->curtain, TRUE);
  gtk_widget_set_visible (self->curtain, FALSE);
  gtk_widget_set_cursor_from_name (self->curtain, "none");
  g_signal_connect_object (press, "pressed", G_CALLBACK (on_curtain_pressed), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->curtain, GTK_EVENT_CONTROLLER (press));
  return self->curtain;
}

static void
etp_presentation_dispose (GObject *object)
{
  EtpPresentation *self = ETP_PRESENTATION (object);

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  etp_presentation_show_notes (self, FALSE);
  if (self->inhibition != 0)
    gtk_application_uninhibit (GTK_APPLICATION (g_application_get_default ()), self->inhibition);
  self->inhibition = 0;
  g_clear_weak_pointer (&self->editor);
  g_clear_weak_pointer (&self->source);
  g_clear_object (&self->painter);
  g_clear_object (&self->actions);
  g_clear_pointer (&self->talk, etp_talk_free);
  G_OBJECT_CLASS (etp_presentation_parent_class)->dispose (object);
}

static void
etp_presentation_finalize (GObject *object)
{
  EtpPresentation *self = ETP_PRESENTATION (object);

  g_free (self->phase_id);
  g_free (self->lane_id);
  G_OBJECT_CLASS (etp_presentation_parent_class)->finalize (object);
}

static void
etp_presentation_class_init (EtpPresentationClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = etp_presentation_dispose;
  G_OBJECT_CLASS (klass)->finalize = etp_presentation_finalize;
}

static void
etp_presentation_init (EtpPresentation *self)
{
  GtkWidget *overlay = gtk_overlay_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *strip;

  etp_compat_window_init (GTK_WINDOW (self));
  etp_presentation_add_actions (self);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, create_map (self), "map");
  gtk_stack_add_named (self->stack, etp_presentation_create_overview (self), "overview");
  strip = etp_room_strip_new (self->canvas);
  gtk_widget_set_can_target (strip, FALSE);
  gtk_box_append (GTK_BOX (box), strip);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  gtk_box_append (GTK_BOX (box), create_footer (self));
  gtk_overlay_set_child (GTK_OVERLAY (overlay), box);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), create_curtain (self));
  gtk_window_set_child (GTK_WINDOW (self), overlay);
  /* Translators: the title of the window in which a map is presented. */
  gtk_window_set_title (GTK_WINDOW (self), _ ("Presentation"));
  etp_presentation_attach (self, GTK_WIDGET (self));
}

static void
inhibit_idle (EtpPresentation *self)
{
  GApplication *application = g_application_get_default ();

  if (GTK_IS_APPLICATION (application))
    self->inhibition = gtk_application_inhibit (GTK_APPLICATION (application), self->editor,
                                                GTK_APPLICATION_INHIBIT_IDLE,
                                                /* Translators: why the screen stays on. */
                                                _ ("A map is being presented"));
}

EtpPresentation *
etp_presentation_start (GtkWindow *editor, EtpCanvas *source)
{
  EtpPresentation *self;

  g_return_val_if_fail (GTK_IS_WINDOW (editor), NULL);
  g_return_val_if_fail (ETP_IS_CANVAS (source) && etp_canvas_get_journey (source) != NULL, NULL);

  self = g_object_new (ETP_TYPE_PRESENTATION, NULL);
  g_set_weak_pointer (&self->editor, editor);
  g_set_weak_pointer (&self->source, source);
  self->start = g_get_monotonic_time ();
  etp_canvas_set_style (self->canvas, etp_canvas_get_style (source));
  etp_canvas_set_persona (self->canvas, etp_canvas_get_persona (source));
  etp_canvas_set_journey (self->canvas, etp_canvas_get_journey (source));
  etp_canvas_set_filter (self->canvas, etp_canvas_get_filter (source));
  etp_canvas_set_room (self->canvas, TRUE);
  etp_canvas_hide_prompts (self->canvas);
  quieten_canvas (self->canvas);
  g_signal_connect_object (self->canvas, "scene-changed", G_CALLBACK (on_scene_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (source, "scene-changed", G_CALLBACK (on_source_changed), self,
                           G_CONNECT_SWAPPED);
  on_refresh (self);
  inhibit_idle (self);
  etp_presentation_fill_screen (self);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->light));
  if (etp_presentation_has_screens (self))
    etp_presentation_set_state (self, "notes", TRUE);
  return self;
}

static gboolean
on_end (gpointer user_data)
{
  gtk_window_destroy (GTK_WINDOW (user_data));
  return G_SOURCE_REMOVE;
}

/* Not while one of its keys or buttons is still at work. */
void
etp_presentation_end (EtpPresentation *self)
{
  g_return_if_fail (ETP_IS_PRESENTATION (self));

  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  if (self->editor != NULL)
    gtk_window_present (self->editor);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, on_end, g_object_ref (self), g_object_unref);
}
