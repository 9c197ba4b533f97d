/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-canvas"

#include "config.h"

#include "etp-canvas-private.h"

#include <math.h>
#include <string.h>

#include "etp-proxy.h"
#include "model/etp-edit-emotion.h"
#include "model/etp-fields.h"
#include "model/etp-history.h"
#include "model/etp-outline.h"

/* What the keys do to the selected points of curves. */

#define STEP 0.1
#define MUCH 1.0
#define SIGN_US (2 * G_USEC_PER_SEC) /* a digit that comes later stands for itself */

static gboolean
has_point (GArray *points, const EtpEmotionHandle *handle)
{
  for (guint i = 0; i < points->len; i++)
    {
      const EtpEmotionHandle *other = &g_array_index (points, EtpEmotionHandle, i);

      if (other->card == handle->card && other->persona == handle->persona
          && other->is_target == handle->is_target)
        return TRUE;
    }
  return FALSE;
}

/* All chosen points, each once in however many lanes it stands (EtpEmotionHandle). NULL, after a bell,
 * if none is selected, or if there is something else among them that nothing could be done to. */
static GArray *
dup_points (EtpCanvas *self)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (EtpEmotionHandle));
  g_autoptr (GPtrArray) items = NULL;
  EtpEmotionHandle handle;
  gboolean are_points = etp_canvas_get_point (self, &handle);

  if (are_points)
    items = etp_canvas_dup_chosen_items (self);
  for (guint i = 0; are_points && i < items->len; i++)
    {
      are_points = etp_emotion_get_handle (items->pdata[i], self->journey, &handle);
      if (are_points && !has_point (points, &handle))
        g_array_append_val (points, handle);
    }
  if (are_points)
    return g_steal_pointer (&points);
  gtk_widget_error_bell (GTK_WIDGET (self));
  return NULL;
}

/* What is done to several points is one step of the history. */
static EtpHistory *
begin_step (EtpCanvas *self, GArray *points)
{
  EtpHistory *history = etp_journey_get_history (self->journey);

  if (points->len > 1)
    etp_history_begin_run (history);
  return history;
}

static double
get_level (const EtpEmotionHandle *handle)
{
  EtpValue *emotion = etp_card_get_emotion (handle->card, handle->persona_id);

  return handle->is_target ? etp_value_get_number (emotion, ETP_EMOTION_TARGET)
                           : etp_emotion_get_level (emotion);
}

/* If votes decide where one of them lies, none is moved. */
static gboolean
tell_any_rated (EtpCanvas *self, GArray *points)
{
  for (guint i = 0; i < points->len; i++)
    {
      const EtpEmotionHandle *handle = &g_array_index (points, EtpEmotionHandle, i);

      if (!handle->is_target && etp_canvas_tell_rated (self, handle->card, handle->persona))
        return TRUE;
    }
  return FALSE;
}

static void
nudge (EtpCanvas *self, double way)
{
  g_autoptr (GArray) points = dup_points (self);
  EtpHistory *history;
  gboolean is_done = TRUE, has_moved = FALSE;

  if (points == NULL || tell_any_rated (self, points))
    return;
  history = begin_step (self, points);
  for (guint i = 0; is_done && i < points->len; i++)
    {
      const EtpEmotionHandle *handle = &g_array_index (points, EtpEmotionHandle, i);
      const double old = get_level (handle);
      const double value = CLAMP (round ((old + way) * 10) / 10, -2, 2);

      if (value == old)
        continue;
      is_done = etp_canvas_set_level (self, handle, value);
      has_moved = TRUE;
    }
  etp_history_end_run (history);
  if (!has_moved)
    gtk_widget_error_bell (GTK_WIDGET (self));
}

void
etp_canvas_raise_emotion (EtpCanvas *self)
{
  nudge (self, STEP);
}

void
etp_canvas_lower_emotion (EtpCanvas *self)
{
  nudge (self, -STEP);
}

void
etp_canvas_raise_emotion_much (EtpCanvas *self)
{
  nudge (self, MUCH);
}

void
etp_canvas_lower_emotion_much (EtpCanvas *self)
{
  nudge (self, -MUCH);
}

/* The step goes to the other side of its neighbour, be that in another lane, or into the next phase in which it can be seen. */
static void
move_step (EtpCanvas *self, int way)
{
  EtpNodeList *phases;
  EtpEmotionHandle handle;
  const EtpPlace *place;
  const EtpPlace *const *steps;
  g_autoptr (GError) error = NULL;
  guint n, index = 0, phase;

  if (!etp_canvas_get_point (self, &handle))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  place = etp_outline_find (etp_journey_get_outline (self->journey), handle.card);
  phases = etp_journey_get_list (self->journey, ETP_LIST_PHASES);
  if (place == NULL)
    return;
  phase = place->phase;
  steps = etp_outline_get_phase_steps (etp_journey_get_outline (self->journey), phase, &n);
  while (index < n && steps[index]->card != handle.card)
    index++;
  if ((way > 0 && index + 1 < n) || (way < 0 && index > 0))
    index = (guint) ((int) index + way);
  else
    {
      phase = etp_canvas_find_neighbour (self, ETP_LIST_PHASES, phase, way, TRUE);
      index = way > 0 ? 0 : G_MAXUINT;
    }
  if (phase == G_MAXUINT)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  if (!etp_edit_move_step (self->journey, handle.card, etp_node_list_get (phases, phase), index,
                           &error))
    etp_canvas_tell_error (self, error);
  else
    etp_canvas_show_selection (self);
}

void
etp_canvas_move_step_left (EtpCanvas *self)
{
  move_step (self, -1);
}

void
etp_canvas_move_step_right (EtpCanvas *self)
{
  move_step (self, 1);
}

void
etp_canvas_remove_emotion (EtpCanvas *self)
{
  g_autoptr (GArray) points = dup_points (self);
  EtpEmotionHandle selected;
  EtpHistory *history;
  g_autoptr (GError) error = NULL;
  EtpItem card = { .kind = ETP_ITEM_CARD };
  EtpItemRef ref;

  if (points == NULL || !etp_canvas_get_point (self, &selected))
    return;
  history = begin_step (self, points);
  for (guint i = 0; error == NULL && i < points->len; i++)
    {
      const EtpEmotionHandle *handle = &g_array_index (points, EtpEmotionHandle, i);

      etp_edit_remove_emotion_point (self->journey, handle->card, handle->persona,
                                     handle->is_target, &error);
    }
  etp_history_end_run (history);
  if (error != NULL)
    {
      etp_canvas_tell_error (self, error);
      return;
    }
  /* The keyboard stays with the step; of several with one, as the next Delete takes what is chosen. */
  card.node_id = (char *) etp_node_get_id (selected.card);
  ref = etp_canvas_find_item (self, &card);
  if (!etp_item_ref_is_none (ref))
    etp_canvas_select (self, ref);
}

void
etp_canvas_edit_emotion (EtpCanvas *self)
{
  EtpEmotionHandle handle;

  if (etp_canvas_get_emotion (self, &handle))
    etp_canvas_emit_emotion_requested (self, "");
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

void
etp_canvas_toggle_to_be (EtpCanvas *self)
{
  etp_canvas_set_edits_to_be (self, !self->curve.edits_to_be);
}

/* Letters and digits that begin a number. */
static gboolean
begins_number (gunichar c)
{
  return (c >= '0' && c <= '9') || c == ',' || c == '.';
}

/* Shift and the like are held on the way to a sign or a digit. */
static gboolean
is_modifier (guint key)
{
  return (key >= GDK_KEY_Shift_L && key <= GDK_KEY_Hyper_R) || key == GDK_KEY_Num_Lock
         || (key >= GDK_KEY_ISO_Lock && key <= GDK_KEY_ISO_Last_Group_Lock);
}

/* The key right before was a sign on the same point. */
static gboolean
follows_sign (EtpCanvas *self, const EtpEmotionHandle *handle, const EtpCanvasSign *before)
{
  return before->sign != 0 && before->card == handle->card && before->persona == handle->persona
         && before->is_target == handle->is_target
         && before->serial == etp_journey_get_serial (self->journey)
         && g_get_monotonic_time () - before->time < SIGN_US;
}

/* A sign nudges the point at once. Several of them are but nudges, and one undo takes them back; the first is
 * a step of its own, so that a digit can take it back. */
static void
press_sign (EtpCanvas *self, char sign, const EtpEmotionHandle *handle, const EtpCanvasSign *before)
{
  const gboolean is_alone = !follows_sign (self, handle, before);
  const guint64 serial = etp_journey_get_serial (self->journey);

  if (is_alone)
    etp_history_end_coalescing (etp_journey_get_history (self->journey));
  nudge (self, sign == '+' ? STEP : -STEP);
  self->curve.sign = (EtpCanvasSign){
    .sign = sign,
    .is_alone = is_alone,
    .has_nudged = etp_journey_get_serial (self->journey) != serial,
    .card = handle->card,
    .persona = handle->persona,
    .is_target = handle->is_target,
    .serial = etp_journey_get_serial (self->journey),
    .time = g_get_monotonic_time (),
  };
}

/* The number begins with the sign that was the key before, and what that did is taken back. */
static void
begin_number (EtpCanvas *self,
              gunichar c,
              const EtpEmotionHandle *handle,
              const EtpCanvasSign *before)
{
  const gboolean has_sign = before->is_alone && follows_sign (self, handle, before);
  char typed[8] = { 0 };

  if (has_sign)
    typed[0] = before->sign;
  g_unichar_to_utf8 (c, typed + strlen (typed));
  if (has_sign && before->has_nudged)
    etp_history_undo (etp_journey_get_history (self->journey));
  etp_canvas_emit_emotion_requested (self, typed);
}

static gboolean
has_map_focus (EtpCanvas *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus == GTK_WIDGET (self) || (focus != NULL && ETP_IS_PROXY (focus));
}

static gboolean
press_alt_key (EtpCanvas *self, guint key, gboolean is_shifted)
{
  switch (key)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      nudge (self, is_shifted ? MUCH : STEP);
      return TRUE;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      nudge (self, is_shifted ? -MUCH : -STEP);
      return TRUE;
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      move_step (self, -1);
      return TRUE;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      move_step (self, 1);
      return TRUE;
    default:
      return FALSE;
    }
}

gboolean
etp_canvas_press_curve_key (EtpCanvas *self, guint key, GdkModifierType state)
{
  const GdkModifierType held = state & gtk_accelerator_get_default_mod_mask ();
  const gunichar c = gdk_keyval_to_unicode (key);
  const EtpCanvasSign before = self->curve.sign;
  EtpEmotionHandle handle;

  if (is_modifier (key))
    return FALSE;
  self->curve.sign = (EtpCanvasSign){ 0 };
  if (!has_map_focus (self) || !etp_canvas_get_point (self, &handle))
    return FALSE;
  if ((held & ~GDK_SHIFT_MASK) == GDK_ALT_MASK)
    return press_alt_key (self, key, (held & GDK_SHIFT_MASK) != 0);
  if ((held & ~GDK_SHIFT_MASK) != 0)
    return FALSE;
  switch (held == 0 ? key : GDK_KEY_VoidSymbol)
    {
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
    case GDK_KEY_BackSpace:
      etp_canvas_remove_emotion (self);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      if (self->link_from != NULL) /* it is about the link */
        return FALSE;
      G_GNUC_FALLTHROUGH;
    case GDK_KEY_F2:
      etp_canvas_emit_emotion_requested (self, "");
      return TRUE;
    default:
      break;
    }
  /* With Shift on some keyboards. */
  if (c == '+' || c == '-')
    press_sign (self, (char) c, &handle, &before);
  else if (begins_number (c))
    begin_number (self, c, &handle, &before);
  else
    return FALSE;
  return TRUE;
}
