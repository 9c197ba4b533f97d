/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-canvas"

#include "config.h"

#include "etp-canvas-drag.h"
#include "etp-canvas-drop.h"
#include "etp-canvas-links.h"
#include "etp-canvas-private.h"

#include <glib/gi18n-lib.h>

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

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE_WITH_CODE (EtpCanvas,
                               etp_canvas,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

static void
on_journey_committed (EtpJourney *journey, GPtrArray *ids, EtpCanvas *self)
{
  etp_canvas_release_changed (self);
  etp_canvas_check_link (self);
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
  etp_canvas_emit_scene_changed (self);
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
    .hide_prompts = self->hides_prompts,
  };
  g_autoptr (EtpScene) scene = NULL;

  if (!self->is_scene_old)
    return;
  self->is_scene_old = FALSE;
  scene = etp_view_build (etp_view_get (NULL), self->journey, &options, self->style,
                          ETP_MEASURER (self->text), self->scene);
  set_scene (self, scene, TRUE);
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
  etp_canvas_fit_style (self, width);
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
      etp_canvas_set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      etp_canvas_set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
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
  etp_canvas_forget_tip (self);
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
  etp_canvas_free_band (self);
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
  g_clear_pointer (&self->menu_base, g_ptr_array_unref);
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
  widget_class->query_tooltip = etp_canvas_query_tooltip;

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

  etp_canvas_class_install_signals ();
  etp_canvas_class_install_keys (widget_class);
  gtk_widget_class_set_css_name (widget_class, "etpcanvas");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
etp_canvas_init (EtpCanvas *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  self->zoom = 1.0;
  etp_canvas_watch_text_scale (self);
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
  gtk_widget_set_has_tooltip (widget, TRUE);
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
  etp_canvas_cancel_link (self);
  etp_canvas_forget_curve (self);
  etp_canvas_release_load (self); /* its nodes are the old journey's */
  g_set_object (&self->journey, journey);
  g_clear_object (&self->painter);
  if (journey != NULL)
    {
      if (self->text == NULL)
        self->text = etp_text_new ();
      self->painter = etp_painter_new (self->text, journey);
      etp_painter_decode_later (self->painter);
      g_signal_connect_object (self->painter, "picture-ready",
                               G_CALLBACK (etp_canvas_repaint_picture), self, G_CONNECT_SWAPPED);
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
