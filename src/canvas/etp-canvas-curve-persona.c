/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-canvas"

#include "config.h"

#include "etp-canvas-private.h"

#include <math.h>

#include "model/etp-edit-card.h"
#include "model/etp-edit-emotion.h"
#include "model/etp-fields.h"
#include "model/etp-outline.h"

/* Whose curve is edited: the lane that is bound to a persona says it, else the persona in focus, else
 * the curves that are there. */

static void
set_view (EtpCanvas *self)
{
  self->is_scene_old = self->journey != NULL;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gboolean
etp_canvas_select_point (EtpCanvas *self, EtpNode *card, EtpNode *persona)
{
  const char *persona_id = persona != NULL ? etp_node_get_id (persona) : "";
  g_autofree char *target = etp_emotion_dup_target_sub (persona_id);
  EtpItem point = { .kind = ETP_ITEM_POINT, .node_id = (char *) etp_node_get_id (card) };
  EtpItemRef ref;

  point.sub = self->curve.edits_to_be ? target : (char *) persona_id;
  ref = etp_canvas_find_item (self, &point);
  if (etp_item_ref_is_none (ref))
    return FALSE;
  etp_canvas_select (self, ref);
  return TRUE;
}

/* The points of the other curve are gone: the same step's point on the curve that is edited now. */
static void
select_point_or_card (EtpCanvas *self, EtpNode *card, EtpNode *persona)
{
  EtpItem item = { .kind = ETP_ITEM_CARD, .node_id = (char *) etp_node_get_id (card) };

  if (!etp_canvas_select_point (self, card, persona))
    etp_canvas_select (self, etp_canvas_find_item (self, &item));
}

static EtpNode *
get_persona (EtpCanvas *self, const char *id)
{
  EtpNode *node = id != NULL && id[0] != '\0' ? etp_journey_get_node (self->journey, id) : NULL;

  return node != NULL && etp_node_get_list (node) == ETP_LIST_PERSONAS ? node : NULL;
}

void
etp_canvas_set_persona (EtpCanvas *self, const char *persona_id)
{
  g_autoptr (EtpNode) card = NULL;
  EtpEmotionHandle handle;
  gboolean has_point;

  g_return_if_fail (ETP_IS_CANVAS (self));

  if (g_strcmp0 (self->curve.persona, persona_id) == 0)
    return;
  has_point = etp_canvas_get_point (self, &handle);
  card = has_point ? g_object_ref (handle.card) : NULL;
  g_free (self->curve.persona);
  self->curve.persona = g_strdup (persona_id);
  set_view (self);
  /* The to-be points of the curves that have become faint are gone; what else is selected stays. */
  if (has_point && etp_item_ref_is_none (etp_canvas_get_selection (self)))
    select_point_or_card (self, card, get_persona (self, persona_id));
  g_object_notify (G_OBJECT (self), "persona");
}

const char *
etp_canvas_get_persona (EtpCanvas *self)
{
  g_return_val_if_fail (ETP_IS_CANVAS (self), NULL);

  return self->curve.persona;
}

void
etp_canvas_set_edits_to_be (EtpCanvas *self, gboolean edits_to_be)
{
  g_autoptr (EtpNode) card = NULL;
  g_autoptr (EtpNode) persona = NULL;
  EtpEmotionHandle handle;
  gboolean has_point;

  g_return_if_fail (ETP_IS_CANVAS (self));

  if (self->curve.edits_to_be == edits_to_be)
    return;
  has_point = etp_canvas_get_point (self, &handle);
  card = has_point ? g_object_ref (handle.card) : NULL;
  persona = has_point && handle.persona != NULL ? g_object_ref (handle.persona) : NULL;
  self->curve.edits_to_be = edits_to_be;
  set_view (self);
  if (has_point)
    select_point_or_card (self, card, persona);
  g_object_notify (G_OBJECT (self), "edits-to-be");
}

gboolean
etp_canvas_get_edits_to_be (EtpCanvas *self)
{
  g_return_val_if_fail (ETP_IS_CANVAS (self), FALSE);

  return self->curve.edits_to_be;
}

/* What counts as a curve that is there. */
typedef enum
{
  CURVE_EDITED, /* has a point of the curve that is edited */
  CURVE_ANY, /* or of the other one */
  N_CURVES,
} CurveTest;

static gboolean
has_curve (EtpCanvas *self, const char *persona_id, CurveTest test)
{
  const EtpPlace *const *steps;
  guint n;

  steps = etp_outline_get_steps (etp_journey_get_outline (self->journey), &n);
  for (guint i = 0; i < n; i++)
    {
      EtpValue *emotion = etp_card_get_emotion (steps[i]->card, persona_id);

      if (emotion == NULL)
        continue;
      if ((test == CURVE_ANY || !self->curve.edits_to_be)
          && !isnan (etp_emotion_get_level (emotion)))
        return TRUE;
      if ((test == CURVE_ANY || self->curve.edits_to_be)
          && !isnan (etp_value_get_number (emotion, ETP_EMOTION_TARGET)))
        return TRUE;
    }
  return FALSE;
}

gboolean
etp_canvas_has_curve_of_nobody (EtpCanvas *self)
{
  g_return_val_if_fail (ETP_IS_CANVAS (self), FALSE);

  return self->journey != NULL && has_curve (self, "", CURVE_ANY);
}

static EtpNode *
search_persona_with_curve (EtpCanvas *self)
{
  EtpNodeList *personas = etp_journey_get_list (self->journey, ETP_LIST_PERSONAS);
  EtpNode *persona;

  for (CurveTest test = 0; test < N_CURVES; test++)
    {
      for (guint i = 0; (persona = etp_node_list_get (personas, i)) != NULL; i++)
        if (has_curve (self, etp_node_get_id (persona), test))
          return persona;
      if (has_curve (self, "", test))
        return NULL;
    }
  return etp_node_list_get (personas, 0);
}

/* The first persona with a curve. Where only nobody in particular has one, that goes on. The pointer asks
 * with each movement: it is searched once for each state of the journey. */
static EtpNode *
find_persona_with_curve (EtpCanvas *self)
{
  EtpCanvasCurveFound *found = &self->curve.found;
  const guint64 serial = etp_journey_get_serial (self->journey);

  if (!found->is_known || found->serial != serial || found->is_to_be != self->curve.edits_to_be)
    {
      EtpNode *persona = search_persona_with_curve (self);

      g_free (found->persona);
      found->persona = persona != NULL ? g_strdup (etp_node_get_id (persona)) : NULL;
      found->serial = serial;
      found->is_to_be = self->curve.edits_to_be;
      found->is_known = TRUE;
      found->n_searches++;
    }
  return get_persona (self, found->persona);
}

EtpNode *
etp_canvas_get_curve_persona (EtpCanvas *self, EtpNode *emotion_lane, EtpNode *card)
{
  EtpNodeList *personas = etp_journey_get_list (self->journey, ETP_LIST_PERSONAS);
  EtpNode *persona = NULL;

  if (emotion_lane != NULL)
    persona = get_persona (self, etp_node_get_text (emotion_lane, ETP_LANE_PERSONA));
  if (persona == NULL)
    persona = get_persona (self, self->curve.persona);
  if (persona != NULL)
    return persona;
  for (guint i = 0; card != NULL && (persona = etp_node_list_get (personas, i)) != NULL; i++)
    if (etp_card_get_emotion (card, etp_node_get_id (persona)) != NULL)
      return persona;
  if (card != NULL && etp_card_get_emotion (card, "") != NULL)
    return NULL;
  return find_persona_with_curve (self);
}

static gboolean
is_open_emotion_lane (EtpNode *lane)
{
  return etp_node_get_enum (lane, ETP_LANE_KIND) == ETP_LANE_KIND_EMOTION
         && !etp_node_get_boolean (lane, ETP_LANE_HIDDEN)
         && !etp_node_get_boolean (lane, ETP_LANE_COLLAPSED);
}

EtpNode *
etp_canvas_find_curve_lane (EtpCanvas *self, EtpNode *card)
{
  EtpNodeList *lanes = etp_journey_get_list (self->journey, ETP_LIST_LANES);
  EtpNode *lane, *first = NULL, *blank = NULL;

  for (guint i = 0; (lane = etp_node_list_get (lanes, i)) != NULL; i++)
    {
      EtpNode *persona;

      if (!is_open_emotion_lane (lane))
        continue;
      persona = get_persona (self, etp_node_get_text (lane, ETP_LANE_PERSONA));
      if (persona == NULL) /* it shows all of them */
        return lane;
      if (g_strcmp0 (etp_node_get_id (persona), self->curve.persona) == 0)
        return lane;
      if (first == NULL)
        first = lane;
      if (blank == NULL && !etp_canvas_has_point (self, card, persona))
        blank = lane;
    }
  return blank != NULL ? blank : first;
}
