/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-canvas"

#include "config.h"

#include "etp-canvas-drag.h"
#include "etp-canvas-drop.h"
#include "etp-canvas-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "etp-proxy-group.h"
#include "scene/etp-view.h"

/* The widget itself: its journey, scene, adjustments and layout. Coordinates without a suffix are
 * map units, those ending in _px are pixels of the widget; the map's origin lies at a whole pixel
 * (origin_x, origin_y), so that bitmaps are never resampled while the map is moved.
 *
 * Another scene asks for a resize, not only for an allocation: scrollbars that come and go in the
 * middle of a layout need all that is around them to be in it too.
 *
 * A commit only marks the scene as old; it is rebuilt in the next layout, or earlier by whoever
 * asks for it. Typical: 200 items, 40 to 100 of them visible.
 */

enum
{
  PROP_0,
  PROP_ZOOM,
  PROP_PERSONA,
  PROP_EDITS_TO_BE,
  N_PROPS,
  PROP_HADJUSTMENT = N_PROPS,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

enum
{
  SELECTION_CHANGED,
  ITEM_ACTIVATED,
  FAILED,
  EMOTION_REQUESTED,
  VOTES_REQUESTED,
  SCENE_CHANGED,
  TOLD,
  MENU_REQUESTED,
  FILTER_CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (EtpCanvas,
                               etp_canvas,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

static void
on_journey_committed (EtpJourney *journey, GPtrArray *ids, EtpCanvas *self)
{
  self->is_scene_old = TRUE;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  etp_canvas_update_editor (self);
}

static void
forget_cell (const EtpCell *cell, gpointer user_data)
{
  EtpCanvas *self = user_data;

  etp_bitmap_cache_forget_cell (self->bitmaps, cell);
}

static void
set_scene (EtpCanvas *self, EtpScene *scene, gboolean is_same_journey)
{
  /* The plans look at the cells of the scene before, so it goes last. */
  etp_cell_plans_set_scene (self->plans, scene, forget_cell, self);
  g_set_object (&self->scene, scene);
  etp_canvas_forget_marks (self);
  etp_canvas_forget_drop (self);
  etp_canvas_relocate_selection (self, is_same_journey);
  /* Nobody is told of what is only a preview. */
  if (self->curve.preview == NULL)
    etp_canvas_queue_mirror (self);
  g_signal_emit (self, signals[SCENE_CHANGED], 0);
}

void
etp_canvas_ensure_scene (EtpCanvas *self)
{
  const EtpViewOptions options = {
    .persona = self->curve.persona,
    .to_be = self->curve.edits_to_be,
    .preview_card = self->curve.preview_card,
    .preview_emotion = self->curve.preview,
    .folded = self->folded,
    .ghost = self->ghost,
    .ghost_name = self->ghost_name,
  };
  g_autoptr (EtpScene) scene = NULL;

  if (!self->is_scene_old)
    return;
  self->is_scene_old = FALSE;
  scene = etp_view_build (etp_view_get (NULL), self->journey, &options, self->style,
                          ETP_MEASURER (self->text), self->scene);
  set_scene (self, scene, TRUE);
}

/* Where the map's origin lies: a map smaller than the window stands in its middle. */
void
etp_canvas_update_origin (EtpCanvas *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const int sizes[2] = { gtk_widget_get_width (widget), gtk_widget_get_height (widget) };
  const double map[2] = {
    self->scene != NULL ? etp_scene_get_width (self->scene) * self->zoom : 0,
    self->scene != NULL ? etp_scene_get_height (self->scene) * self->zoom : 0,
  };
  int *origins[2] = { &self->origin_x, &self->origin_y };

  for (guint i = 0; i < 2; i++)
    {
      const double room = MAX (0.0, (sizes[i] - map[i]) / 2);
      const double scroll = self->adjustments[i] != NULL
                                ? gtk_adjustment_get_value (self->adjustments[i])
                                : 0;

      *origins[i] = (int) lround (room - scroll);
    }
}

static void
on_adjustment_value_changed (EtpCanvas *self)
{
  etp_canvas_update_origin (self);
  etp_canvas_update_hover (self);
  etp_canvas_queue_mirror_places (self);
  if (etp_canvas_is_editing (self))
    gtk_widget_queue_allocate (GTK_WIDGET (self));
  etp_canvas_place_adders (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
etp_canvas_configure_adjustments (EtpCanvas *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const int sizes[2] = { gtk_widget_get_width (widget), gtk_widget_get_height (widget) };
  const double map[2] = {
    self->scene != NULL ? ceil (etp_scene_get_width (self->scene) * self->zoom) : 0,
    self->scene != NULL ? ceil (etp_scene_get_height (self->scene) * self->zoom) : 0,
  };

  for (guint i = 0; i < 2; i++)
    {
      GtkAdjustment *adjustment = self->adjustments[i];
      const double upper = MAX (map[i], sizes[i]);

      if (adjustment == NULL)
        continue;
      g_signal_handlers_block_by_func (adjustment, on_adjustment_value_changed, self);
      gtk_adjustment_configure (
          adjustment, CLAMP (gtk_adjustment_get_value (adjustment), 0.0, upper - sizes[i]), 0.0,
          upper, sizes[i] * 0.1, sizes[i] * 0.9, sizes[i]);
      g_signal_handlers_unblock_by_func (adjustment, on_adjustment_value_changed, self);
    }
  etp_canvas_update_origin (self);
}

static void
set_adjustment (EtpCanvas *self, GtkOrientation orientation, GtkAdjustment *adjustment)
{
  GtkAdjustment **place = &self->adjustments[orientation];

  if (adjustment != NULL && adjustment == *place)
    return;
  if (*place != NULL)
    g_signal_handlers_disconnect_by_func (*place, on_adjustment_value_changed, self);
  if (adjustment == NULL)
    adjustment = gtk_adjustment_new (0, 0, 0, 0, 0, 0);
  g_object_ref_sink (adjustment);
  g_set_object (place, adjustment);
  g_object_unref (adjustment);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (on_adjustment_value_changed),
                           self, G_CONNECT_SWAPPED);
  etp_canvas_configure_adjustments (self);
}

static void
etp_canvas_measure (GtkWidget *widget,
                    GtkOrientation orientation,
                    int for_size,
                    int *minimum,
                    int *natural,
                    int *minimum_baseline,
                    int *natural_baseline)
{
  *minimum = 1;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 640 : 400;
}

static void
etp_canvas_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  EtpCanvas *self = ETP_CANVAS (widget);

  if (width <= 0 || height <= 0)
    return;
  self->is_laying_out = TRUE;
  etp_canvas_ensure_scene (self);
  self->is_laying_out = FALSE;
  if (self->is_view_new && self->scene != NULL)
    {
      self->is_view_new = FALSE;
      etp_canvas_start_view (self);
    }
  etp_canvas_keep_fit (self);
  etp_canvas_configure_adjustments (self);
  etp_canvas_allocate_mirror (self);
  etp_canvas_allocate_editor (self);
  for (GtkWidget *child = gtk_widget_get_last_child (widget);
       child != NULL && !ETP_IS_PROXY_GROUP (child); child = gtk_widget_get_prev_sibling (child))
    if (GTK_IS_POPOVER (child))
      gtk_popover_present (GTK_POPOVER (child));
  etp_canvas_place_adders (self);
}

static void
on_scale_factor_changed (EtpCanvas *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
etp_canvas_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  EtpCanvas *self = ETP_CANVAS (object);

  switch (id)
    {
    case PROP_ZOOM:
      g_value_set_double (value, self->zoom);
      break;
    case PROP_PERSONA:
      g_value_set_string (value, self->curve.persona);
      break;
    case PROP_EDITS_TO_BE:
      g_value_set_boolean (value, self->curve.edits_to_be);
      break;
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_VERTICAL]);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, self->scroll_policies & 1);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->scroll_policies >> 1);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
etp_canvas_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  EtpCanvas *self = ETP_CANVAS (object);

  switch (id)
    {
    case PROP_ZOOM:
      etp_canvas_set_zoom (self, g_value_get_double (value));
      break;
    case PROP_PERSONA:
      etp_canvas_set_persona (self, g_value_get_string (value));
      break;
    case PROP_EDITS_TO_BE:
      etp_canvas_set_edits_to_be (self, g_value_get_boolean (value));
      break;
    case PROP_HADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
      self->scroll_policies = (self->scroll_policies & 2) | (g_value_get_enum (value) & 1);
      break;
    case PROP_VSCROLL_POLICY:
      self->scroll_policies = (self->scroll_policies & 1) | ((g_value_get_enum (value) & 1) << 1);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
etp_canvas_dispose (GObject *object)
{
  EtpCanvas *self = ETP_CANVAS (object);

  etp_canvas_cancel_tool (self);
  etp_canvas_dispose_curve (self);
  etp_canvas_dispose_drag (self);
  etp_canvas_free_drop (self);
  etp_canvas_dispose_zoom (self);
  g_clear_handle_id (&self->selection_id, g_source_remove);
  etp_canvas_dispose_editor (self);
  etp_canvas_dispose_mirror (self);
  etp_canvas_dispose_menus (self);
  etp_canvas_dispose_adders (self);
  g_clear_object (&self->journey);
  g_clear_object (&self->ghost);
  g_clear_object (&self->scene);
  g_clear_object (&self->painter);
  g_clear_object (&self->adjustments[0]);
  g_clear_object (&self->adjustments[1]);
  G_OBJECT_CLASS (etp_canvas_parent_class)->dispose (object);
}

static void
etp_canvas_finalize (GObject *object)
{
  EtpCanvas *self = ETP_CANVAS (object);

  etp_canvas_free_choice (self);
  g_clear_pointer (&self->band_base, g_ptr_array_unref);
  g_free (self->ghost_name);
  etp_canvas_free_marks (self);
  etp_cell_plans_free (self->plans);
  etp_bitmap_cache_free (self->bitmaps);
  g_ptr_array_unref (self->nodes);
  g_array_unref (self->refs);
  etp_canvas_head_drag_end (self);
  etp_canvas_free_capture (self);
  g_clear_object (&self->style);
  g_clear_object (&self->text);
  g_clear_pointer (&self->link_from, g_free);
  g_clear_pointer (&self->chain, g_hash_table_unref);
  g_clear_pointer (&self->folded, g_hash_table_unref);
  g_clear_pointer (&self->selected_node, g_ref_string_release);
  g_clear_pointer (&self->selected_sub, g_ref_string_release);
  G_OBJECT_CLASS (etp_canvas_parent_class)->finalize (object);
}

static void
etp_canvas_class_init (EtpCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = etp_canvas_dispose;
  object_class->finalize = etp_canvas_finalize;
  object_class->get_property = etp_canvas_get_property;
  object_class->set_property = etp_canvas_set_property;
  widget_class->measure = etp_canvas_measure;
  widget_class->size_allocate = etp_canvas_size_allocate;
  widget_class->snapshot = etp_canvas_snapshot;
  widget_class->focus = etp_canvas_focus;
  widget_class->grab_focus = etp_canvas_grab_focus;

  properties[PROP_ZOOM] = g_param_spec_double ("zoom", NULL, NULL, 0.0, ETP_CANVAS_MAX_ZOOM, 1.0,
                                               G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY
                                                   | G_PARAM_STATIC_STRINGS);
  properties[PROP_PERSONA] = g_param_spec_string ("persona", NULL, NULL, NULL,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY
                                                      | G_PARAM_STATIC_STRINGS);
  properties[PROP_EDITS_TO_BE] = g_param_spec_boolean ("edits-to-be", NULL, NULL, FALSE,
                                                       G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY
                                                           | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");

  signals[SELECTION_CHANGED] = g_signal_new (
      "selection-changed", ETP_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ITEM_ACTIVATED] = g_signal_new ("item-activated", ETP_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0,
                                          g_signal_accumulator_true_handled, NULL, NULL,
                                          G_TYPE_BOOLEAN, 0);
  signals[FAILED] = g_signal_new ("failed", ETP_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_ERROR | G_SIGNAL_TYPE_STATIC_SCOPE);
  signals[EMOTION_REQUESTED] = g_signal_new ("emotion-requested", ETP_TYPE_CANVAS,
                                             G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                             G_TYPE_STRING);
  signals[VOTES_REQUESTED] = g_signal_new ("votes-requested", ETP_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0,
                                           NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SCENE_CHANGED] = g_signal_new ("scene-changed", ETP_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[TOLD] = g_signal_new ("told", ETP_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
  signals[MENU_REQUESTED] = g_signal_new ("menu-requested", ETP_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 1, GDK_TYPE_RECTANGLE);
  signals[FILTER_CHANGED] = g_signal_new ("filter-changed", ETP_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);

  etp_canvas_class_install_keys (widget_class);
  gtk_widget_class_set_css_name (widget_class, "etpcanvas");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
etp_canvas_init (EtpCanvas *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  self->zoom = 1.0;
  self->style = etp_style_new (ETP_STYLE_LIGHT);
  self->bitmaps = etp_bitmap_cache_new (ETP_CANVAS_CACHE_BYTES);
  self->plans = etp_cell_plans_new ();
  self->nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) gsk_render_node_unref);
  self->refs = g_array_new (FALSE, FALSE, sizeof (EtpItemRef));
  self->selection = ETP_ITEM_REF_NONE;
  self->hover = ETP_ITEM_REF_NONE;
  etp_canvas_init_choice (self);
  self->head_drag.list = ETP_N_LISTS;

  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  /* Translators: what a screen reader calls the area in which the journey map is shown. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Journey map"), -1);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (on_scale_factor_changed), NULL);
  etp_canvas_add_gestures (self);
}

GtkWidget *
etp_canvas_new (void)
{
  return g_object_new (ETP_TYPE_CANVAS, NULL);
}

static void
take_journey (EtpCanvas *self, EtpJourney *journey)
{
  if (self->journey != NULL)
    {
      etp_canvas_end_editing (self, FALSE);
      g_signal_handlers_disconnect_by_func (self->journey, on_journey_committed, self);
    }
  g_set_object (&self->journey, journey);
  g_clear_object (&self->painter);
  if (journey != NULL)
    {
      if (self->text == NULL)
        self->text = etp_text_new ();
      self->painter = etp_painter_new (self->text, journey);
      g_signal_connect_object (journey, "committed", G_CALLBACK (on_journey_committed), self,
                               G_CONNECT_DEFAULT);
    }
  if (journey != NULL)
    etp_canvas_create_adders (self);
  etp_canvas_stop_motion (self);
  etp_canvas_cancel_tool (self);
  etp_bitmap_cache_clear (self->bitmaps);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
etp_canvas_set_journey (EtpCanvas *self, EtpJourney *journey)
{
  g_return_if_fail (ETP_IS_CANVAS (self));
  g_return_if_fail (journey == NULL || ETP_IS_JOURNEY (journey));

  if (self->journey == journey)
    return;
  take_journey (self, journey);
  set_scene (self, NULL, FALSE);
  self->is_scene_old = journey != NULL;
  self->is_view_new = TRUE;
}

void
etp_canvas_replace_journey (EtpCanvas *self, EtpJourney *journey)
{
  g_return_if_fail (ETP_IS_CANVAS (self));
  g_return_if_fail (ETP_IS_JOURNEY (journey));

  take_journey (self, journey);
  self->is_scene_old = self->is_scene_foreign = TRUE;
}

void
etp_canvas_take_text (EtpCanvas *self, EtpText *text)
{
  g_return_if_fail (ETP_IS_CANVAS (self));
  g_return_if_fail (ETP_IS_TEXT (text));

  if (self->text == NULL)
    self->text = text;
  else
    g_object_unref (text);
}

EtpJourney *
etp_canvas_get_journey (EtpCanvas *self)
{
  g_return_val_if_fail (ETP_IS_CANVAS (self), NULL);

  return self->journey;
}

static void
replace_style (EtpCanvas *self, EtpStyleKind kind, gboolean is_room)
{
  g_clear_object (&self->style);
  self->style = is_room ? etp_style_new_room (kind) : etp_style_new (kind);
  if (self->scene == NULL)
    return;
  /* Built anew from nothing, but what is selected stays selected. */
  self->is_scene_old = TRUE;
  etp_bitmap_cache_clear (self->bitmaps);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
etp_canvas_set_style (EtpCanvas *self, EtpStyleKind kind)
{
  g_return_if_fail (ETP_IS_CANVAS (self));

  if (etp_style_get_kind (self->style) != kind)
    replace_style (self, kind, etp_style_is_room (self->style));
}

void
etp_canvas_set_room (EtpCanvas *self, gboolean is_room)
{
  g_autofree char *phase = NULL;

  g_return_if_fail (ETP_IS_CANVAS (self));

  if (etp_canvas_get_room (self) == is_room)
    return;
  phase = etp_canvas_dup_phase (self);
  replace_style (self, etp_style_get_kind (self->style), is_room);
  etp_canvas_ensure_scene (self);
  etp_canvas_fit_room (self, phase);
}

gboolean
etp_canvas_get_room (EtpCanvas *self)
{
  g_return_val_if_fail (ETP_IS_CANVAS (self), FALSE);

  return etp_style_is_room (self->style);
}

EtpStyleKind
etp_canvas_get_style (EtpCanvas *self)
{
  g_return_val_if_fail (ETP_IS_CANVAS (self), ETP_STYLE_LIGHT);

  return etp_style_get_kind (self->style);
}

static gboolean
on_selection_changed (gpointer user_data)
{
  EtpCanvas *self = user_data;

  self->selection_id = 0;
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
  return G_SOURCE_REMOVE;
}

/* Whoever hears of it changes other widgets, which is too late while the window is laid out: it
 * would never be painted again. */
void
etp_canvas_emit_selection_changed (EtpCanvas *self)
{
  if (!self->is_laying_out)
    g_signal_emit (self, signals[SELECTION_CHANGED], 0);
  else if (self->selection_id == 0)
    self->selection_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_selection_changed, self, NULL);
}

gboolean
etp_canvas_emit_item_activated (EtpCanvas *self)
{
  gboolean is_done = FALSE;

  g_signal_emit (self, signals[ITEM_ACTIVATED], 0, &is_done);
  return is_done;
}

void
etp_canvas_emit_menu_requested (EtpCanvas *self, const GdkRectangle *place)
{
  g_signal_emit (self, signals[MENU_REQUESTED], 0, place);
}

void
etp_canvas_tell (EtpCanvas *self, const char *text, gboolean can_undo)
{
  g_signal_emit (self, signals[TOLD], 0, text, can_undo);
}

void
etp_canvas_emit_emotion_requested (EtpCanvas *self, const char *typed)
{
  g_signal_emit (self, signals[EMOTION_REQUESTED], 0, typed);
}

void
etp_canvas_emit_votes_requested (EtpCanvas *self, const char *typed)
{
  g_signal_emit (self, signals[VOTES_REQUESTED], 0, typed);
}

void
etp_canvas_tell_error (EtpCanvas *self, const GError *error)
{
  if (error != NULL)
    g_signal_emit (self, signals[FAILED], 0, error);
}

GdkRGBA
etp_canvas_get_rgba (EtpCanvas *self, EtpColorRole role)
{
  const EtpRgba color = etp_style_get_color (self->style, role);

  return (GdkRGBA){
    (float) (color >> 24) / 255.0f,
    (float) (color >> 16 & 0xff) / 255.0f,
    (float) (color >> 8 & 0xff) / 255.0f,
    (float) (color & 0xff) / 255.0f,
  };
}

EtpScene *
etp_canvas_get_scene (EtpCanvas *self)
{
  g_return_val_if_fail (ETP_IS_CANVAS (self), NULL);

  etp_canvas_ensure_scene (self);
  return self->scene;
}

void
etp_canvas_get_stats (EtpCanvas *self, EtpCanvasStats *stats)
{
  g_return_if_fail (ETP_IS_CANVAS (self));

  stats->n_bakes = etp_bitmap_cache_get_n_bakes (self->bitmaps);
  stats->bytes = etp_bitmap_cache_get_bytes (self->bitmaps);
  stats->n_bitmaps = etp_bitmap_cache_get_length (self->bitmaps);
}
