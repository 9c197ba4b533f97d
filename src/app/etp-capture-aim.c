/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-capture-bar-private.h"

#include "model/etp-fields.h"

/* Where the notes of the capture line go, and how that follows what is selected on the map. The target is
 * remembered by ids: people undo and delete while the line is open. */

static EtpNode *
find_node (EtpJourney *journey, const char *id)
{
  return id != NULL ? etp_journey_get_node (journey, id) : NULL;
}

EtpCaptureTarget
etp_capture_bar_get_last (EtpCaptureBar *self, EtpJourney *journey)
{
  EtpCaptureTarget target = { find_node (journey, self->lane), find_node (journey, self->phase),
                              find_node (journey, self->step) };

  etp_capture_check (journey, &target);
  return target;
}

static char *
dup_id (EtpNode *node)
{
  return node != NULL ? g_strdup (etp_node_get_id (node)) : NULL;
}

void
etp_capture_bar_set_last (EtpCaptureBar *self, const EtpCaptureTarget *target)
{
  g_free (self->lane);
  g_free (self->phase);
  g_free (self->step);
  self->lane = dup_id (target->lane);
  self->phase = dup_id (target->phase);
  self->step = dup_id (target->step);
}

const char *
etp_capture_bar_resolve (EtpCaptureBar *self, EtpJourney *journey, EtpCaptureTarget *target)
{
  const EtpCaptureTarget last = etp_capture_bar_get_last (self, journey);

  return etp_capture_resolve (journey, gtk_editable_get_text (self->entry), &last, target);
}

/* The cell of what is selected on the map; FALSE: there is none that takes notes. */
static gboolean
look_at_selection (EtpCaptureBar *self, EtpCaptureTarget *target, gboolean *is_new)
{
  EtpCanvasPlace place;
  g_autofree char *seen = NULL;
  EtpNode *node = etp_canvas_get_selected_node (self->canvas);

  *is_new = FALSE;
  if (!etp_canvas_get_selected_place (self->canvas, &place))
    return FALSE;
  seen = g_strjoin ("/", etp_node_get_id (place.lane), etp_node_get_id (place.phase),
                    node != NULL ? etp_node_get_id (node) : "", NULL);
  *is_new = g_strcmp0 (seen, self->seen) != 0;
  g_free (self->seen);
  self->seen = g_steal_pointer (&seen);
  *target = (EtpCaptureTarget){ place.lane, place.phase, NULL };
  return etp_capture_takes_notes (place.lane);
}

void
etp_capture_bar_choose_target (EtpCaptureBar *self, EtpJourney *journey)
{
  EtpCaptureTarget target;
  gboolean is_new;

  if (look_at_selection (self, &target, &is_new))
    etp_capture_bar_set_last (self, &target);
  target = etp_capture_bar_get_last (self, journey);
  if (target.lane == NULL && etp_capture_find_first (journey, &target))
    etp_capture_bar_set_last (self, &target);
}

gboolean
etp_capture_bar_follow_selection (EtpCaptureBar *self)
{
  EtpCaptureTarget target;
  gboolean is_new;

  if (!look_at_selection (self, &target, &is_new) || !is_new)
    return FALSE;
  etp_capture_bar_set_last (self, &target);
  return TRUE;
}

gboolean
etp_capture_bar_aim_at_selection (EtpCaptureBar *self)
{
  EtpCaptureTarget target;
  gboolean is_new;

  if (!look_at_selection (self, &target, &is_new))
    return FALSE;
  if (g_strcmp0 (etp_node_get_id (target.lane), self->lane) != 0
      || g_strcmp0 (etp_node_get_id (target.phase), self->phase) != 0)
    etp_capture_bar_set_last (self, &target);
  return TRUE;
}

/* A step's card, or the head of the collapsed phase or lane that it is in; none: it is not shown. */
static EtpItemRef
find_step (EtpCaptureBar *self, EtpNode *step)
{
  EtpJourney *journey = etp_canvas_get_journey (self->canvas);
  EtpScene *scene = etp_canvas_get_scene (self->canvas);
  EtpNode *phase = etp_journey_get_node (journey, etp_node_get_text (step, ETP_CARD_PHASE));
  EtpNode *lane = etp_journey_get_node (journey, etp_node_get_text (step, ETP_CARD_LANE));
  const EtpItemRef ref = etp_scene_find_node (scene, etp_node_get_id (step), ETP_ITEM_CARD);

  if (!etp_item_ref_is_none (ref) || phase == NULL || lane == NULL)
    return ref;
  if (etp_node_get_boolean (phase, ETP_PHASE_COLLAPSED))
    return etp_scene_find_node (scene, etp_node_get_id (phase), ETP_ITEM_PHASE_HEAD);
  if (etp_node_get_boolean (lane, ETP_LANE_COLLAPSED))
    return etp_scene_find_node (scene, etp_node_get_id (lane), ETP_ITEM_LANE_HEAD);
  return ref;
}

gboolean
etp_capture_bar_select_step (EtpCaptureBar *self, EtpNode *step)
{
  const EtpItemRef ref = find_step (self, step);
  EtpCaptureTarget selected;
  gboolean is_new;

  if (etp_item_ref_is_none (ref))
    return FALSE;
  etp_canvas_select (self->canvas, ref);
  look_at_selection (self, &selected, &is_new); /* no wish for another target */
  return TRUE;
}
