/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-emotion-spot.h"

#include <math.h>
#include <string.h>

#include "etp-curve.h"
#include "model/etp-fields.h"
#include "model/etp-outline.h"

/* Read from the finished scene, which knows columns and cards, and the outline, which knows steps. */

#define TARGET_SUFFIX "/target" /* no id has a slash */

gboolean
etp_emotion_get_handle (const EtpItem *item, EtpJourney *journey, EtpEmotionHandle *handle)
{
  const char *sub = item->sub != NULL ? item->sub : "";
  g_autofree char *id = g_strndup (sub, strcspn (sub, "/"));
  EtpNode *card, *persona = NULL;

  if (item->kind != ETP_ITEM_POINT || item->node_id == NULL)
    return FALSE;
  card = etp_journey_get_node (journey, item->node_id);
  if (card == NULL || etp_node_get_list (card) != ETP_LIST_CARDS)
    return FALSE;
  if (id[0] != '\0')
    {
      persona = etp_journey_get_node (journey, id);
      if (persona == NULL || etp_node_get_list (persona) != ETP_LIST_PERSONAS)
        return FALSE;
    }
  *handle = (EtpEmotionHandle){ card, persona, persona != NULL ? etp_node_get_id (persona) : "",
                                g_str_has_suffix (sub, TARGET_SUFFIX) };
  return TRUE;
}

char *
etp_emotion_dup_target_sub (const char *persona_id)
{
  return g_strconcat (persona_id, TARGET_SUFFIX, NULL);
}

static gboolean
is_emotion_lane (EtpNode *lane)
{
  return lane != NULL && etp_node_get_list (lane) == ETP_LIST_LANES
         && etp_node_get_enum (lane, ETP_LANE_KIND) == ETP_LANE_KIND_EMOTION
         && !etp_node_get_boolean (lane, ETP_LANE_COLLAPSED);
}

static const EtpGroup *
find_column (EtpScene *scene, double x)
{
  for (guint i = 0; i < etp_scene_get_n_groups (scene); i++)
    {
      const EtpGroup *group = etp_scene_get_group (scene, i);

      if (group->node_id != NULL && x >= group->rect.x && x <= group->rect.x + group->rect.width)
        return group;
    }
  return NULL;
}

/* The lane's ground is the item that has exactly the height that values are measured by. */
static gboolean
fill_lane (EtpScene *scene,
           EtpJourney *journey,
           const EtpGroup *group,
           EtpNode *lane,
           double y,
           EtpEmotionSpot *spot)
{
  for (guint i = group->first_cell; i < group->first_cell + group->n_cells; i++)
    {
      const EtpPlacedCell *placed = etp_scene_get_cell (scene, i);
      EtpNode *node = placed->cell->lane_id != NULL
                          ? etp_journey_get_node (journey, placed->cell->lane_id)
                          : NULL;

      if (!is_emotion_lane (node) || (lane != NULL && node != lane)
          || (lane == NULL && (y < placed->y || y > placed->y + placed->cell->height)))
        continue;
      for (guint k = 0; k < placed->cell->n_items; k++)
        if (placed->cell->items[k].item->kind == ETP_ITEM_AXIS)
          {
            spot->lane = node;
            spot->rect = (EtpRect){ group->rect.x, placed->y + placed->cell->items[k].y,
                                    group->rect.width, placed->cell->items[k].item->height };
            return TRUE;
          }
    }
  return FALSE;
}

/* Whether that place of the lane is the question which stands there as long as it has no curve. */
static gboolean
is_on_prompt (EtpScene *scene, const EtpGroup *group, EtpNode *lane, double x, double y)
{
  for (guint i = group->first_cell; i < group->first_cell + group->n_cells; i++)
    {
      const EtpPlacedCell *placed = etp_scene_get_cell (scene, i);

      if (g_strcmp0 (placed->cell->lane_id, etp_node_get_id (lane)) != 0)
        continue;
      for (guint k = 0; k < placed->cell->n_items; k++)
        {
          const EtpPlaced *at = &placed->cell->items[k];
          const EtpRect rect = { placed->x + at->x, placed->y + at->y, at->item->width,
                                 at->item->height };

          if (at->item->kind == ETP_ITEM_LABEL && g_strcmp0 (at->item->sub, "prompt") == 0
              && etp_rect_contains (&rect, x, y))
            return TRUE;
        }
    }
  return FALSE;
}

/* The middle of a step's card where steps stand side by side; NAN if it is not shown. */
static double
get_card_x (EtpScene *scene, const EtpGroup *group, const char *id)
{
  for (guint i = group->first_cell; i < group->first_cell + group->n_cells; i++)
    {
      const EtpPlacedCell *placed = etp_scene_get_cell (scene, i);

      for (guint k = 0; k < placed->cell->n_items; k++)
        {
          const EtpItem *item = placed->cell->items[k].item;

          if (item->kind == ETP_ITEM_CARD && g_strcmp0 (item->node_id, id) == 0)
            return placed->x + placed->cell->items[k].x + item->width / 2;
        }
    }
  return (double) NAN;
}

static double
get_step_x (
    EtpScene *scene, EtpJourney *journey, const EtpGroup *group, EtpNode *card, guint i, guint n)
{
  double x = (double) NAN;

  if (etp_node_get_enum (journey, ETP_JOURNEY_ARRANGEMENT) == ETP_ARRANGEMENT_SIDE_BY_SIDE)
    x = get_card_x (scene, group, etp_node_get_id (card));
  return isnan (x) ? group->rect.x + group->rect.width * (i + 0.5) / n : x;
}

/* The lane in which a step without neighbours goes: the first one that shows steps. */
static EtpNode *
find_step_lane (EtpJourney *journey)
{
  EtpNodeList *lanes = etp_journey_get_list (journey, ETP_LIST_LANES);
  EtpNode *lane;

  for (guint i = 0; (lane = etp_node_list_get (lanes, i)) != NULL; i++)
    if (etp_node_get_enum (lane, ETP_LANE_KIND) == ETP_LANE_KIND_TOUCHPOINTS
        && !etp_node_get_boolean (lane, ETP_LANE_HIDDEN))
      return lane;
  return NULL;
}

/* What is needed of the steps while going through them. */
typedef struct
{
  const EtpPlace *before, *after; /* neighbours of the gap */
  double before_x, after_x;
  guint n_before; /* all steps left of it */
} Gap;

static void
fill_gap (EtpJourney *journey, EtpNode *moved, const Gap *gap, EtpEmotionSpot *spot)
{
  EtpNodeList *lanes = etp_journey_get_list (journey, ETP_LIST_LANES);
  const EtpPlace *own = moved != NULL ? etp_outline_find (etp_journey_get_outline (journey), moved)
                                      : NULL;
  const EtpPlace *beside = own != NULL ? own : gap->before != NULL ? gap->before : gap->after;
  const double left = gap->before != NULL ? gap->before_x : spot->rect.x;
  const double right = gap->after != NULL ? gap->after_x : spot->rect.x + spot->rect.width;

  spot->gap_x = (left + right) / 2;
  spot->index = gap->n_before;
  spot->number = gap->n_before + 1;
  spot->step_lane = beside != NULL ? etp_node_list_get (lanes, beside->lane)
                                   : find_step_lane (journey);
}

gboolean
etp_emotion_find_spot (EtpScene *scene,
                       EtpJourney *journey,
                       EtpNode *lane,
                       double x,
                       double y,
                       EtpNode *moved,
                       EtpEmotionSpot *spot)
{
  const EtpGroup *group = find_column (scene, x);
  const EtpPlace *const *steps;
  Gap gap = { 0 };
  guint n;

  *spot = (EtpEmotionSpot){ 0 };
  if (group == NULL || !fill_lane (scene, journey, group, lane, y, spot))
    return FALSE;
  spot->phase = etp_journey_get_node (journey, group->node_id);
  if (spot->phase == NULL || etp_node_get_boolean (spot->phase, ETP_PHASE_COLLAPSED))
    return FALSE;
  spot->is_on_prompt = is_on_prompt (scene, group, spot->lane, x, y);
  spot->value = spot->is_on_prompt ? 0 : etp_curve_y_to_value (y - spot->rect.y, spot->rect.height);
  steps = etp_outline_get_phase_steps (
      etp_journey_get_outline (journey),
      etp_node_list_get_index (etp_journey_get_list (journey, ETP_LIST_PHASES), spot->phase), &n);
  for (guint i = 0; i < n; i++)
    {
      const double step_x = get_step_x (scene, journey, group, steps[i]->card, i, n);

      if (spot->step == NULL || fabs (step_x - x) < fabs (spot->step_x - x))
        {
          spot->step = steps[i]->card;
          spot->step_x = step_x;
        }
      if (steps[i]->card == moved)
        continue;
      if (step_x <= x)
        {
          gap.before = steps[i];
          gap.before_x = step_x;
          gap.n_before++;
        }
      else if (gap.after == NULL)
        {
          gap.after = steps[i];
          gap.after_x = step_x;
        }
    }
  fill_gap (journey, moved, &gap, spot);
  return TRUE;
}
