/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-canvas"

#include "config.h"

#include "etp-canvas-editor.h"
#include "etp-canvas-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "model/etp-edit-card.h"
#include "model/etp-edit-emotion.h"
#include "model/etp-error.h"
#include "model/etp-fields.h"
#include "model/etp-history.h"
#include "model/etp-outline.h"
#include "scene/etp-curve.h"

/* What the keys and clicks do to the curve that is edited. */

/* A click this near to a step without a point means that step, map units. */
#define NEAR_STEP 40.0

void
etp_canvas_set_preview (EtpCanvas *self, EtpNode *card, EtpValue *emotion)
{
  if (emotion == self->curve.preview)
    return;
  g_set_object (&self->curve.preview_card, card);
  g_clear_pointer (&self->curve.preview, etp_value_unref);
  if (emotion != NULL)
    self->curve.preview = etp_value_ref (emotion);
  self->is_scene_old = self->journey != NULL;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
etp_canvas_dispose_curve (EtpCanvas *self)
{
  g_clear_object (&self->curve.preview_card);
  g_clear_pointer (&self->curve.preview, etp_value_unref);
  g_clear_pointer (&self->curve.persona, g_free);
  g_clear_pointer (&self->curve.plus.step, g_free);
  etp_canvas_forget_curve (self);
}

void
etp_canvas_forget_curve (EtpCanvas *self)
{
  g_clear_pointer (&self->curve.found.persona, g_free);
  self->curve.found.is_known = FALSE;
  self->curve.sign = (EtpCanvasSign){ 0 };
}

static gboolean
is_step (EtpCanvas *self, EtpNode *card)
{
  const EtpPlace *place = etp_node_get_list (card) == ETP_LIST_CARDS
                              ? etp_outline_find (etp_journey_get_outline (self->journey), card)
                              : NULL;

  return place != NULL && place->step_phase > 0 && place->step == G_MAXUINT;
}

/* The selected point. */
gboolean
etp_canvas_get_point (EtpCanvas *self, EtpEmotionHandle *handle)
{
  const EtpItemRef ref = self->journey != NULL ? etp_canvas_get_selection (self)
                                               : ETP_ITEM_REF_NONE;

  return !etp_item_ref_is_none (ref)
         && etp_emotion_get_handle (etp_scene_get_item (self->scene, ref), self->journey, handle);
}

gboolean
etp_canvas_get_emotion (EtpCanvas *self, EtpEmotionHandle *handle)
{
  EtpItemRef ref;
  const EtpItem *item;
  EtpNode *card;

  g_return_val_if_fail (ETP_IS_CANVAS (self), FALSE);

  if (etp_canvas_get_point (self, handle))
    return TRUE;
  ref = self->journey != NULL ? etp_canvas_get_selection (self) : ETP_ITEM_REF_NONE;
  if (etp_item_ref_is_none (ref))
    return FALSE;
  item = etp_scene_get_item (self->scene, ref);
  card = item->node_id != NULL ? etp_journey_get_node (self->journey, item->node_id) : NULL;
  if (card == NULL || !is_step (self, card))
    return FALSE;
  handle->card = card;
  handle->persona = etp_canvas_get_curve_persona (self, etp_canvas_find_curve_lane (self, card),
                                                  card);
  handle->persona_id = handle->persona != NULL ? etp_node_get_id (handle->persona) : "";
  handle->is_target = self->curve.edits_to_be;
  return TRUE;
}

gboolean
etp_canvas_tell_rated (EtpCanvas *self, EtpNode *card, EtpNode *persona)
{
  EtpValue *emotion = etp_card_get_emotion (card, persona != NULL ? etp_node_get_id (persona) : "");
  const guint n = emotion != NULL ? etp_value_get_length (emotion, ETP_EMOTION_RATINGS) : 0;
  g_autoptr (GError) error = NULL;

  if (n == 0)
    return FALSE;
  error = g_error_new (
      ETP_MODEL_ERROR, ETP_MODEL_ERROR_REFUSED,
      /* Translators: %u is how many votes a room has given a step. */
      ngettext ("This point shows %u rating of the room. Clear the ratings to set it by hand.",
                "This point is the mean of %u ratings of the room. Clear the ratings to set it by "
                "hand.",
                n),
      n);
  etp_canvas_tell_error (self, error);
  gtk_widget_error_bell (GTK_WIDGET (self));
  return TRUE;
}

gboolean
etp_canvas_set_level (EtpCanvas *self, const EtpEmotionHandle *handle, double value)
{
  g_autoptr (GError) error = NULL;

  if (!handle->is_target && etp_canvas_tell_rated (self, handle->card, handle->persona))
    return FALSE;
  if (etp_edit_slide_emotion (self->journey, handle->card, handle->persona, handle->is_target,
                              value, &error))
    return TRUE;
  etp_canvas_tell_error (self, error);
  return FALSE;
}

gboolean
etp_canvas_has_point (EtpCanvas *self, EtpNode *card, EtpNode *persona)
{
  EtpValue *emotion = etp_card_get_emotion (card, persona != NULL ? etp_node_get_id (persona) : "");

  if (emotion == NULL)
    return FALSE;
  return !isnan (self->curve.edits_to_be ? etp_value_get_number (emotion, ETP_EMOTION_TARGET)
                                         : etp_emotion_get_level (emotion));
}

static void
give_point (EtpCanvas *self, EtpNode *card, EtpNode *persona, double value)
{
  const EtpEmotionHandle handle = { card, persona, persona != NULL ? etp_node_get_id (persona) : "",
                                    self->curve.edits_to_be };

  etp_history_end_coalescing (etp_journey_get_history (self->journey));
  etp_canvas_set_level (self, &handle, value);
  etp_canvas_select_point (self, card, persona);
}

/* A new step: its title is typed in place and belongs to the same step of the history; it goes again
 * where nothing is typed, and where its lane cannot be seen, as nobody could name it. */
static void
put_new_step (EtpCanvas *self,
              EtpNode *lane,
              EtpNode *phase,
              guint index,
              const EtpEmotionHandle *handle,
              double level)
{
  EtpHistory *history = etp_canvas_begin_adding (self);
  g_autoptr (GError) error = NULL;
  EtpItem card = { .kind = ETP_ITEM_CARD };
  EtpNode *step = etp_edit_add_step (self->journey, lane, phase, index, handle->persona,
                                     handle->is_target, level, &error);

  if (step == NULL)
    {
      etp_history_cancel_run (history);
      etp_canvas_tell_error (self, error);
      return;
    }
  etp_canvas_unfold_head (self, phase);
  etp_canvas_unfold_head (self, lane);
  card.node_id = (char *) etp_node_get_id (step);
  if (!etp_item_ref_is_none (etp_canvas_find_item (self, &card)))
    {
      etp_canvas_edit_new (self, step);
      return;
    }
  etp_history_cancel_run (history);
  gtk_widget_error_bell (GTK_WIDGET (self));
}

/* Halfway to the next point of the same curve, or as high as this one if there is none. */
static double
get_level_behind (EtpCanvas *self, const EtpEmotionHandle *handle)
{
  guint n;
  const EtpPlace *const *steps = etp_outline_get_steps (etp_journey_get_outline (self->journey),
                                                        &n);
  double own = NAN;

  for (guint i = 0; i < n; i++)
    {
      EtpValue *emotion = etp_card_get_emotion (steps[i]->card, handle->persona_id);
      double level = NAN;

      if (emotion != NULL && (!isnan (own) || steps[i]->card == handle->card))
        level = handle->is_target ? etp_value_get_number (emotion, ETP_EMOTION_TARGET)
                                  : etp_emotion_get_level (emotion);
      if (steps[i]->card == handle->card)
        own = level;
      else if (!isnan (own) && !isnan (level))
        return round ((own + level) * 5) / 10;
    }
  return isnan (own) ? 0 : own;
}

gboolean
etp_canvas_add_behind_point (EtpCanvas *self)
{
  EtpEmotionHandle handle;
  const EtpPlace *place = NULL;
  const EtpPlace *const *steps;
  guint n, index = 0;

  if (etp_canvas_get_point (self, &handle))
    place = etp_outline_find (etp_journey_get_outline (self->journey), handle.card);
  if (place == NULL || etp_journey_get_read_only (self->journey))
    return FALSE;
  steps = etp_outline_get_phase_steps (etp_journey_get_outline (self->journey), place->phase, &n);
  while (index < n && steps[index]->card != handle.card)
    index++;
  put_new_step (
      self, etp_node_list_get (etp_journey_get_list (self->journey, ETP_LIST_LANES), place->lane),
      etp_node_list_get (etp_journey_get_list (self->journey, ETP_LIST_PHASES), place->phase),
      index + 1, &handle, get_level_behind (self, &handle));
  return TRUE;
}

static void
add_step (EtpCanvas *self, const EtpEmotionSpot *spot)
{
  const EtpEmotionHandle handle = {
    .persona = etp_canvas_get_curve_persona (self, spot->lane, NULL),
    .is_target = self->curve.edits_to_be,
  };

  if (spot->step_lane == NULL)
    gtk_widget_error_bell (GTK_WIDGET (self));
  else
    put_new_step (self, spot->step_lane, spot->phase, spot->index, &handle, spot->value);
}

gboolean
etp_canvas_may_give_point (EtpCanvas *self, const EtpEmotionSpot *spot, double x_map)
{
  return !etp_journey_get_read_only (self->journey) && spot->step != NULL
         && fabs (spot->step_x - x_map) <= NEAR_STEP
         && !etp_canvas_has_point (self, spot->step,
                                   etp_canvas_get_curve_persona (self, spot->lane, spot->step));
}

/* Where nobody has felt anything yet there is no curve to put a step onto: the nearest step is meant. */
static gboolean
is_phase_blank (EtpCanvas *self, const EtpEmotionSpot *spot)
{
  EtpNodeList *phases = etp_journey_get_list (self->journey, ETP_LIST_PHASES);
  const EtpPlace *const *steps;
  guint n;

  steps = etp_outline_get_phase_steps (etp_journey_get_outline (self->journey),
                                       etp_node_list_get_index (phases, spot->phase), &n);
  for (guint i = 0; i < n; i++)
    if (etp_canvas_has_point (self, steps[i]->card,
                              etp_canvas_get_curve_persona (self, spot->lane, steps[i]->card)))
      return FALSE;
  return n > 0;
}

/* The place of the curve under the pointer, where nothing else lies. */
static gboolean
find_spot (EtpCanvas *self, double x, double y, EtpEmotionSpot *spot, double *x_map, double *y_map)
{
  double left_px, top_px;

  if (self->journey == NULL || !etp_item_ref_is_none (etp_canvas_pick (self, x, y)))
    return FALSE;
  etp_canvas_get_strips (self, &left_px, &top_px);
  etp_canvas_to_map (self, x, y, x_map, y_map);
  return x >= left_px && y >= top_px
         && etp_emotion_find_spot (self->scene, self->journey, NULL, *x_map, *y_map, NULL, spot);
}

gboolean
etp_canvas_click_line (EtpCanvas *self, double x, double y)
{
  double x_map, y_map, y_line;
  EtpEmotionSpot spot;

  if (!find_spot (self, x, y, &spot, &x_map, &y_map) || etp_journey_get_read_only (self->journey)
      || spot.step_lane == NULL || etp_canvas_may_give_point (self, &spot, x_map)
      || !etp_canvas_find_line (self, &spot, x_map, y_map, &y_line))
    return FALSE;
  spot.value = etp_curve_y_to_value (y_line - spot.rect.y, spot.rect.height);
  add_step (self, &spot);
  return TRUE;
}

gboolean
etp_canvas_click_curve (EtpCanvas *self, int n_press, double x, double y)
{
  double x_map, y_map;
  EtpEmotionSpot spot;
  gboolean is_given;

  if (!find_spot (self, x, y, &spot, &x_map, &y_map))
    return FALSE;
  is_given = self->curve.has_given; /* by the first press of a double click */
  self->curve.has_given = FALSE;
  if (n_press == 2 && is_given)
    return TRUE;
  if (etp_canvas_may_give_point (self, &spot, x_map)
      || (n_press == 2 && is_phase_blank (self, &spot)))
    {
      give_point (self, spot.step, etp_canvas_get_curve_persona (self, spot.lane, spot.step),
                  spot.value);
      self->curve.has_given = n_press == 1;
      return TRUE;
    }
  if (n_press != 2)
    return FALSE;
  add_step (self, &spot);
  return TRUE;
}
