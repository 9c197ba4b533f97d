/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-canvas"

#include "config.h"

#include "etp-cell-plan.h"

/* Zoomed out, a map of 10,000 cards shows all of them: looking at each one in each frame is too
 * much, so what a cell holds is summed up once for as long as the cell lives. Typical: 60 to
 * 1,500 cells. */

struct _EtpCellPlans
{
  EtpScene *scene; /* owned; keeps the cells alive, which are the keys */
  GHashTable *by_cell; /* EtpCell → EtpCellPlan, owned */
  GPtrArray *in_order; /* EtpCellPlan by cell index, borrowed */
  GArray *pinned; /* guint: cells with pinned items */
};

static void
free_plan (gpointer data)
{
  EtpCellPlan *plan = data;

  g_free (plan->singles);
  g_free (plan);
}

EtpCellPlans *
etp_cell_plans_new (void)
{
  EtpCellPlans *self = g_new0 (EtpCellPlans, 1);

  self->by_cell = g_hash_table_new_full (NULL, NULL, NULL, free_plan);
  self->in_order = g_ptr_array_new ();
  self->pinned = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

void
etp_cell_plans_free (EtpCellPlans *self)
{
  g_hash_table_unref (self->by_cell);
  g_ptr_array_unref (self->in_order);
  g_array_unref (self->pinned);
  g_clear_object (&self->scene);
  g_free (self);
}

gboolean
etp_cell_plan_merges (const EtpItem *item)
{
  return item->kind != ETP_ITEM_FILL && item->pin == ETP_PIN_NONE;
}

static EtpCellPlan *
make_plan (const EtpCell *cell)
{
  EtpCellPlan *plan = g_new0 (EtpCellPlan, 1);

  plan->singles = g_new (guint16, cell->n_items);
  for (guint i = 0; i < cell->n_items; i++)
    {
      const EtpPlaced *placed = &cell->items[i];
      const EtpItem *item = placed->item;
      EtpRect ink = item->ink;

      if (!etp_cell_plan_merges (item))
        {
          plan->singles[plan->n_single++] = (guint16) i;
          continue;
        }
      ink.x += placed->x;
      ink.y += placed->y;
      plan->ink[item->layer] = plan->has_layer[item->layer]
                                   ? etp_rect_union (&plan->ink[item->layer], &ink)
                                   : ink;
      plan->has_layer[item->layer] = TRUE;
      plan->n_merged++;
    }
  return plan;
}

static gboolean
has_pinned (const EtpCell *cell, const EtpCellPlan *plan)
{
  for (guint i = 0; i < plan->n_single; i++)
    if (cell->items[plan->singles[i]].item->pin != ETP_PIN_NONE)
      return TRUE;
  return FALSE;
}

void
etp_cell_plans_set_scene (EtpCellPlans *self, EtpScene *scene, EtpCellGone gone, gpointer user_data)
{
  g_autoptr (GHashTable) before = g_steal_pointer (&self->by_cell);
  const guint n_cells = scene != NULL ? etp_scene_get_n_cells (scene) : 0;
  GHashTableIter iter;
  gpointer cell_gone;

  self->by_cell = g_hash_table_new_full (NULL, NULL, NULL, free_plan);
  g_ptr_array_set_size (self->in_order, 0);
  g_array_set_size (self->pinned, 0);
  for (guint i = 0; i < n_cells; i++)
    {
      EtpCell *cell = etp_scene_get_cell (scene, i)->cell;
      EtpCellPlan *plan = g_hash_table_lookup (self->by_cell, cell);

      if (plan == NULL)
        {
          plan = g_hash_table_lookup (before, cell);
          if (plan != NULL)
            g_hash_table_steal (before, cell);
          else
            plan = make_plan (cell);
          g_hash_table_insert (self->by_cell, cell, plan);
        }
      g_ptr_array_add (self->in_order, plan);
      if (has_pinned (cell, plan))
        g_array_append_val (self->pinned, i);
    }

  g_hash_table_iter_init (&iter, before);
  while (g_hash_table_iter_next (&iter, &cell_gone, NULL))
    gone (cell_gone, user_data);
  g_set_object (&self->scene, scene);
}

const EtpCellPlan *
etp_cell_plans_get (EtpCellPlans *self, guint cell)
{
  return g_ptr_array_index (self->in_order, cell);
}

const guint *
etp_cell_plans_get_pinned (EtpCellPlans *self, guint *n_cells)
{
  *n_cells = self->pinned->len;
  return (const guint *) (gpointer) self->pinned->data;
}
