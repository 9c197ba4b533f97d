/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-canvas"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "etp-canvas-private.h"
#include "model/etp-curve-text.h"
#include "model/etp-edit-emotion.h"
#include "model/etp-feelings.h"
#include "model/etp-fields.h"
#include "model/etp-history.h"
#include "model/etp-outline.h"
#include "scene/etp-curve.h"

/* A point of the curve under the pointer. The first way it goes decides: up and down it gets
 * another value, which the whole curve shows at once (a scene with a preview in it); sideways its
 * step gets another place, which a mark shows. */

/* Values this near to a whole one become it, unless Shift is held. */
#define SNAP 0.15
#define MARK_WIDTH 3.0
#define MARK_OVERHANG 6.0

static void
clear (EtpCanvas *self)
{
  EtpPointDrag *drag = &self->curve.drag;

  etp_canvas_set_preview (self, NULL, NULL);
  g_clear_object (&drag->card);
  g_clear_object (&drag->persona);
  g_clear_object (&drag->lane);
  drag->mode = ETP_POINT_DRAG_NONE;
}

static gboolean
take (EtpCanvas *self, const EtpCanvasDrag *drag)
{
  EtpEmotionHandle handle;

  return !etp_item_ref_is_none (drag->item)
         && (drag->modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK)) == 0
         && etp_emotion_get_handle (etp_scene_get_item (self->scene, drag->item), self->journey,
                                    &handle);
}

static EtpValue *
get_emotion (const EtpPointDrag *drag)
{
  return etp_card_get_emotion (drag->card,
                               drag->persona != NULL ? etp_node_get_id (drag->persona) : "");
}

/* The press has become a drag. FALSE: there is nothing to hold. */
static gboolean
begin (EtpCanvas *self, const EtpCanvasDrag *pressed)
{
  EtpPointDrag *drag = &self->curve.drag;
  const EtpRect rect = etp_scene_item_rect (self->scene, pressed->item, NULL);
  const double x = rect.x + rect.width / 2, y = rect.y + rect.height / 2;
  EtpEmotionHandle handle;
  EtpEmotionSpot spot;
  EtpValue *emotion;
  double pressed_x;

  if (!etp_emotion_get_handle (etp_scene_get_item (self->scene, pressed->item), self->journey,
                               &handle)
      || !etp_emotion_find_spot (self->scene, self->journey, NULL, x, y, NULL, &spot))
    return FALSE;
  g_set_object (&drag->card, handle.card);
  g_set_object (&drag->persona, handle.persona);
  g_set_object (&drag->lane, spot.lane);
  drag->is_target = handle.is_target;
  drag->x = x;
  drag->y = drag->shown_y = y;
  /* Selecting the point may have moved the map into view since. */
  etp_canvas_to_map (self, pressed->x0, pressed->y0, &pressed_x, &drag->pressed_y);
  drag->has_spot = FALSE;
  emotion = get_emotion (drag);
  drag->old_value = handle.is_target ? etp_value_get_number (emotion, ETP_EMOTION_TARGET)
                                     : etp_emotion_get_level (emotion);
  drag->value = drag->old_value;
  if (fabs (pressed->x - pressed->x0) > fabs (pressed->y - pressed->y0))
    drag->mode = ETP_POINT_DRAG_STEP;
  else if (!handle.is_target && etp_value_get_length (emotion, ETP_EMOTION_RATINGS) > 0)
    drag->mode = ETP_POINT_DRAG_RATED;
  else
    drag->mode = ETP_POINT_DRAG_VALUE;
  return TRUE;
}

static double
snap (double value, gboolean is_free)
{
  const double whole = round (value);

  return !is_free && fabs (value - whole) <= SNAP + 1e-9 ? whole + 0.0 : value;
}

/* The feeling that goes along with the value; a new string. */
static char *
dup_feeling (EtpCanvas *self, const EtpPointDrag *drag)
{
  EtpValue *emotion = get_emotion (drag);

  if (drag->is_target || emotion == NULL)
    return g_strdup ("");
  return g_strdup (etp_feelings_follow (etp_node_get_text (self->journey, ETP_JOURNEY_LANGUAGE),
                                        etp_value_get_text (emotion, ETP_EMOTION_FEELING),
                                        drag->value));
}

static void
update_value (EtpCanvas *self, const EtpCanvasDrag *pressed)
{
  EtpPointDrag *drag = &self->curve.drag;
  EtpEmotionSpot spot;
  EtpValue *preview;
  g_autofree char *feeling = NULL;
  double value;

  if (!etp_emotion_find_spot (self->scene, self->journey, drag->lane, drag->x,
                              drag->y + pressed->y_map - drag->pressed_y, NULL, &spot))
    return;
  value = snap (spot.value, (pressed->modifiers & GDK_SHIFT_MASK) != 0);
  if (value == drag->value && self->curve.preview != NULL)
    return;
  drag->value = value;
  drag->shown_y = spot.rect.y + etp_curve_value_to_y (value, spot.rect.height);
  feeling = dup_feeling (self, drag);
  preview = etp_card_make_emotion (drag->card,
                                   drag->persona != NULL ? etp_node_get_id (drag->persona) : "",
                                   drag->is_target, value, drag->is_target ? NULL : feeling);
  etp_canvas_set_preview (self, drag->card, preview);
  etp_value_unref (preview);
}

/* TRUE if the step would lie elsewhere than it does. */
static gboolean
is_elsewhere (EtpCanvas *self, const EtpPointDrag *drag)
{
  EtpOutline *outline = etp_journey_get_outline (self->journey);
  const EtpPlace *place = etp_outline_find (outline, drag->card);
  const EtpPlace *const *steps;
  guint n, index = 0;

  if (place == NULL || drag->spot.step_lane == NULL)
    return FALSE;
  if (etp_node_list_get (etp_journey_get_list (self->journey, ETP_LIST_PHASES), place->phase)
      != drag->spot.phase)
    return TRUE;
  steps = etp_outline_get_phase_steps (outline, place->phase, &n);
  while (index < n && steps[index]->card != drag->card)
    index++;
  return drag->spot.index != index;
}

static void
update_step (EtpCanvas *self, const EtpCanvasDrag *pressed)
{
  EtpPointDrag *drag = &self->curve.drag;

  drag->has_spot = etp_emotion_find_spot (self->scene, self->journey, drag->lane, pressed->x_map,
                                          pressed->y_map, drag->card, &drag->spot)
                   && is_elsewhere (self, drag);
}

static void
update (EtpCanvas *self, const EtpCanvasDrag *pressed)
{
  etp_canvas_ensure_scene (self);
  if (self->curve.drag.mode == ETP_POINT_DRAG_NONE && !begin (self, pressed))
    return;
  if (self->curve.drag.mode == ETP_POINT_DRAG_VALUE)
    update_value (self, pressed);
  else if (self->curve.drag.mode == ETP_POINT_DRAG_STEP)
    update_step (self, pressed);
}

static void
finish_value (EtpCanvas *self, const EtpPointDrag *drag)
{
  EtpHistory *history = etp_journey_get_history (self->journey);
  const EtpEmotionHandle handle = { drag->card, drag->persona,
                                    drag->persona != NULL ? etp_node_get_id (drag->persona) : "",
                                    drag->is_target };

  if (drag->value == drag->old_value)
    return;
  /* A drag is a step of its own, however soon another one follows. */
  etp_history_end_coalescing (history);
  etp_canvas_set_level (self, &handle, drag->value);
  etp_history_end_coalescing (history);
}

static void
finish (EtpCanvas *self, const EtpCanvasDrag *pressed)
{
  EtpPointDrag *drag = &self->curve.drag;
  g_autoptr (GError) error = NULL;

  etp_canvas_set_preview (self, NULL, NULL);
  switch (drag->mode)
    {
    case ETP_POINT_DRAG_VALUE:
      finish_value (self, drag);
      break;
    case ETP_POINT_DRAG_RATED:
      etp_canvas_tell_rated (self, drag->card, drag->persona);
      break;
    case ETP_POINT_DRAG_STEP:
      update_step (self, pressed);
      if (drag->has_spot
          && !etp_edit_move_step (self->journey, drag->card, drag->spot.phase, drag->spot.index,
                                  &error))
        etp_canvas_tell_error (self, error);
      break;
    case ETP_POINT_DRAG_NONE:
    default:
      break;
    }
  clear (self);
}

/* Where the step would go, through the whole lane. */
static void
snapshot_mark (EtpCanvas *self, GtkSnapshot *snapshot, const EtpPointDrag *drag)
{
  const GdkRGBA color = etp_canvas_get_rgba (self, ETP_COLOR_SELECTION);
  const guint phase = etp_node_list_get_index (
      etp_journey_get_list (self->journey, ETP_LIST_PHASES), drag->spot.phase);
  g_autofree char *number = g_strdup_printf ("%u.%u", phase + 1, drag->spot.number);
  GskRoundedRect outline;
  double x, top, bottom;

  etp_canvas_from_map (self, drag->spot.gap_x, drag->spot.rect.y + MARK_OVERHANG, &x, &top);
  etp_canvas_from_map (self, drag->spot.gap_x,
                       drag->spot.rect.y + drag->spot.rect.height - MARK_OVERHANG, &x, &bottom);
  gsk_rounded_rect_init_from_rect (&outline,
                                   &GRAPHENE_RECT_INIT ((float) floor (x - MARK_WIDTH / 2),
                                                        (float) top, (float) MARK_WIDTH,
                                                        (float) (bottom - top)),
                                   (float) MARK_WIDTH / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &color, &outline.bounds);
  gtk_snapshot_pop (snapshot);
  etp_canvas_snapshot_bubble (self, snapshot, number, self->tools.drag.x, self->tools.drag.y);
}

/* "−1.6 · frustrated". */
static char *
dup_value_text (EtpCanvas *self, const EtpPointDrag *drag)
{
  const char *language = etp_node_get_text (self->journey, ETP_JOURNEY_LANGUAGE);
  g_autofree char *value = etp_emotion_format (drag->value, language);
  g_autofree char *feeling = dup_feeling (self, drag);

  return g_strdup_printf ("%s · %s", value,
                          feeling[0] != '\0' ? feeling
                                             : etp_feelings_get_plain (language, drag->value));
}

static void
snapshot (EtpCanvas *self, GtkSnapshot *snapshot)
{
  const EtpPointDrag *drag = &self->curve.drag;
  g_autofree char *text = NULL;
  double x, y;

  switch (drag->mode)
    {
    case ETP_POINT_DRAG_VALUE:
      text = dup_value_text (self, drag);
      break;
    case ETP_POINT_DRAG_RATED:
      text = g_strdup (_ ("mean of the ratings"));
      break;
    case ETP_POINT_DRAG_STEP:
      if (drag->has_spot)
        snapshot_mark (self, snapshot, drag);
      return;
    case ETP_POINT_DRAG_NONE:
    default:
      return;
    }
  etp_canvas_from_map (self, drag->x, drag->shown_y, &x, &y);
  etp_canvas_snapshot_bubble (self, snapshot, text, x, y);
}

/* The lane is high enough for all values. */
static gboolean
stays (EtpCanvas *self)
{
  return self->curve.drag.mode != ETP_POINT_DRAG_STEP;
}

const EtpCanvasTool etp_canvas_tool_point = {
  .name = "point",
  .take = take,
  .update = update,
  .finish = finish,
  .cancel = clear,
  .snapshot = snapshot,
  .stays = stays,
  .cursor = "grabbing",
};
