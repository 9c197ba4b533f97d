/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-canvas"

#include "config.h"

#include <math.h>

#include "etp-canvas-drag.h"
#include "etp-canvas-private.h"
#include "model/etp-edit.h"
#include "model/etp-outline.h"

/* The right edge of a card is dragged over further phases, or back to its own. What is seen
 * meanwhile is the outline that it is going to have. */

#define EDGE_PX 7.0 /* within the card, from its right edge; outside, half as much */
#define MIN_WIDTH_PX 60.0 /* narrower cards have no edge to take */

static gboolean
is_at_edge (EtpCanvas *self, EtpItemRef ref, double x)
{
  const EtpItem *item = etp_item_ref_is_none (ref)
                            ? NULL
                            : etp_scene_get_item (etp_canvas_get_scene (self), ref);
  EtpRect bounds;

  if (item == NULL || item->kind != ETP_ITEM_CARD || item->node_id == NULL
      || etp_journey_get_read_only (self->journey))
    return FALSE;
  bounds = etp_canvas_get_item_bounds (self, ref);
  return bounds.width >= MIN_WIDTH_PX && x >= bounds.x + bounds.width - EDGE_PX;
}

/* Where nothing else is there to be taken, half as much outside of the card counts too. */
static EtpItemRef
find_edge (EtpCanvas *self, double x, double y)
{
  EtpItemRef ref = etp_canvas_pick (self, x, y);

  if (is_at_edge (self, ref, x))
    return ref;
  if (!etp_item_ref_is_none (ref) && etp_scene_get_item (self->scene, ref)->kind == ETP_ITEM_CARD)
    return ETP_ITEM_REF_NONE;
  ref = etp_canvas_pick (self, x - EDGE_PX / 2, y);
  return is_at_edge (self, ref, x - EDGE_PX / 2) ? ref : ETP_ITEM_REF_NONE;
}

static EtpNode *
get_card (EtpCanvas *self)
{
  EtpNode *card = self->span.card != NULL ? etp_journey_get_node (self->journey, self->span.card)
                                          : NULL;

  return card != NULL && etp_node_get_list (card) == ETP_LIST_CARDS ? card : NULL;
}

static void
put_away (EtpCanvas *self)
{
  g_clear_pointer (&self->span.card, g_ref_string_release);
  self->span.until = NULL;
}

static gboolean
take (EtpCanvas *self, const EtpCanvasDrag *drag)
{
  const EtpItemRef ref = find_edge (self, drag->x0, drag->y0);
  const EtpItem *item;

  if (etp_item_ref_is_none (ref))
    return FALSE;
  item = etp_scene_get_item (self->scene, ref);
  put_away (self);
  self->span.card = g_ref_string_acquire (item->node_id);
  self->span.rect = etp_scene_item_rect (self->scene, ref, NULL);
  return TRUE;
}

/* The shown phase, from the card's own on, whose column the pointer has reached: more than a third of
 * it counts as all. */
static EtpNode *
find_until (EtpCanvas *self, EtpNode *card, double x_map, double *right)
{
  const EtpPlace *place = etp_outline_find (etp_journey_get_outline (self->journey), card);
  EtpNodeList *phases = etp_journey_get_list (self->journey, ETP_LIST_PHASES);
  const double inset = etp_style_get_metrics (self->style)->card_inset;
  EtpNode *until = NULL;

  for (guint i = 0; place != NULL && i < etp_scene_get_n_groups (self->scene); i++)
    {
      const EtpGroup *group = etp_scene_get_group (self->scene, i);
      EtpNode *phase = group->node_id != NULL ? etp_journey_get_node (self->journey, group->node_id)
                                              : NULL;

      if (phase == NULL || etp_node_get_list (phase) != ETP_LIST_PHASES
          || etp_node_list_get_index (phases, phase) < place->phase)
        continue;
      if (until != NULL && x_map < group->rect.x + group->rect.width / 3)
        break;
      until = phase;
      *right = group->rect.x + group->rect.width - inset;
    }
  return until;
}

static void
update (EtpCanvas *self, const EtpCanvasDrag *drag)
{
  EtpNode *card = get_card (self);
  double right = 0;

  self->span.until = card != NULL ? find_until (self, card, drag->x_map, &right) : NULL;
  if (self->span.until != NULL)
    self->span.rect.width = right - self->span.rect.x;
}

static void
finish (EtpCanvas *self, const EtpCanvasDrag *drag)
{
  g_autoptr (GError) error = NULL;
  EtpNode *card = get_card (self);

  update (self, drag);
  if (card != NULL && self->span.until != NULL
      && !etp_edit_extend_card (self->journey, card, self->span.until, &error))
    etp_canvas_tell_error (self, error);
  put_away (self);
}

static void
snapshot_span (EtpCanvas *self, GtkSnapshot *snapshot)
{
  GdkRGBA rgba = etp_canvas_get_rgba (self, ETP_COLOR_SELECTION);
  const GdkRGBA colors[4] = { rgba, rgba, rgba, rgba };
  const float widths[4] = { 2, 2, 2, 2 };
  GskRoundedRect outline;
  double x, y;

  if (self->span.until == NULL)
    return;
  etp_canvas_from_map (self, self->span.rect.x, self->span.rect.y, &x, &y);
  gsk_rounded_rect_init_from_rect (
      &outline,
      &GRAPHENE_RECT_INIT ((float) round (x), (float) round (y),
                           (float) round (self->span.rect.width * self->zoom),
                           (float) round (self->span.rect.height * self->zoom)),
      (float) (9 * self->zoom));
  rgba.alpha = 0.12f;
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &rgba, &outline.bounds);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &outline, widths, colors);
}

static const char *
hover (EtpCanvas *self, double x, double y)
{
  return self->journey != NULL && self->scene != NULL
                 && !etp_item_ref_is_none (find_edge (self, x, y))
             ? "ew-resize"
             : NULL;
}

const EtpCanvasTool etp_canvas_tool_span = {
  .name = "span",
  .take = take,
  .update = update,
  .finish = finish,
  .cancel = put_away,
  .snapshot = snapshot_span,
  .cursor = "ew-resize",
  .hover = hover,
};
