/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-canvas"

#include "config.h"

#include "etp-canvas-choice.h"

#include <math.h>

#include "scene/etp-scene-place.h"

/* A rubber band: a press beside everything that can be selected, dragged over what shall be. With
 * Shift or Ctrl it adds to what was selected. The last tool: whoever else wants the press has it.
 *
 * The pointer moves more than a hundred times a second, and most of these motions meet nothing new. What
 * lay in the area last tells that, and what to tell assistive technology where there is something. */

typedef struct _EtpBand
{
  GPtrArray *base; /* of EtpItem: what was selected before the press */
  EtpScene *scene; /* owned; of the last motion; NULL: there was none yet */
  GArray *base_refs; /* of EtpItemRef in scene, in order: those of the base that are there */
  GArray *refs; /* the same: the tiles that lay in the area */
  gboolean adds; /* the base was chosen as well */
  GHashTable *items; /* owned; all that was chosen then */
  guint n_items; /* so many */
  EtpItemRef first; /* and this had the keyboard */
} EtpBand;

void
etp_canvas_free_band (EtpCanvas *self)
{
  EtpBand *band = self->band;

  if (band == NULL)
    return;
  g_ptr_array_unref (band->base);
  g_clear_object (&band->scene);
  g_array_unref (band->base_refs);
  g_array_unref (band->refs);
  g_clear_pointer (&band->items, g_hash_table_unref);
  g_clear_pointer (&self->band, g_free);
}

static GArray *
new_refs (void)
{
  return g_array_new (FALSE, FALSE, sizeof (EtpItemRef));
}

/* Before the press selects anything. */
static gboolean
take (EtpCanvas *canvas, const EtpCanvasDrag *drag)
{
  if (!etp_item_ref_is_none (drag->item)
      && etp_scene_get_item (canvas->scene, drag->item)->kind != ETP_ITEM_CELL)
    return FALSE;
  etp_canvas_free_band (canvas);
  canvas->band = g_new0 (EtpBand, 1);
  canvas->band->base = etp_canvas_dup_chosen_items (canvas);
  canvas->band->base_refs = new_refs ();
  canvas->band->refs = new_refs ();
  return TRUE;
}

static EtpRect
get_area (const EtpCanvasDrag *drag)
{
  return (EtpRect){ MIN (drag->x0_map, drag->x_map), MIN (drag->y0_map, drag->y_map),
                    MAX (0.01, fabs (drag->x_map - drag->x0_map)),
                    MAX (0.01, fabs (drag->y_map - drag->y0_map)) };
}

typedef struct
{
  EtpRect area;
  GArray *refs; /* of EtpItemRef */
} Sweep;

static void
visit_tile (EtpCanvas *canvas, EtpItemRef ref, EtpItem *item, gpointer user_data)
{
  Sweep *sweep = user_data;
  EtpRect rect;

  if (!etp_item_is_tile (item))
    return;
  rect = etp_scene_item_rect (canvas->scene, ref, NULL);
  if (etp_rect_intersects (&rect, &sweep->area))
    g_array_append_val (sweep->refs, ref);
}

static int
compare_refs (EtpItemRef a, EtpItemRef b)
{
  if (a.cell != b.cell)
    return a.cell < b.cell ? -1 : 1;
  return (a.index > b.index) - (a.index < b.index);
}

/* What is in one of both only. */
static GArray *
find_changed (const GArray *before, const GArray *after)
{
  GArray *changed = new_refs ();
  guint i = 0, j = 0;

  while (i < before->len || j < after->len)
    {
      int order; /* below 0: what comes next is in the first one only */

      if (i == before->len || j == after->len)
        order = j == after->len ? -1 : 1;
      else
        order = compare_refs (g_array_index (before, EtpItemRef, i),
                              g_array_index (after, EtpItemRef, j));
      if (order < 0)
        g_array_append_val (changed, g_array_index (before, EtpItemRef, i));
      else if (order > 0)
        g_array_append_val (changed, g_array_index (after, EtpItemRef, j));
      i += order <= 0;
      j += order >= 0;
    }
  return changed;
}

/* What the last motion has chosen is what is chosen now: no key has done anything meanwhile. */
static gboolean
is_known (EtpCanvas *canvas, gboolean adds)
{
  const EtpBand *band = canvas->band;

  return band->scene == canvas->scene && band->adds == adds && band->items == canvas->choice->items
         && band->n_items == etp_canvas_get_n_chosen (canvas)
         && etp_item_ref_equal (band->first, canvas->selection);
}

/* The scene is another one, if there was one. */
static void
find_base (EtpCanvas *canvas)
{
  EtpBand *band = canvas->band;

  g_set_object (&band->scene, canvas->scene);
  g_array_set_size (band->base_refs, 0);
  for (guint i = 0; i < band->base->len; i++)
    {
      const EtpItemRef ref = etp_canvas_find_item (canvas, band->base->pdata[i]);

      if (!etp_item_ref_is_none (ref))
        g_array_append_val (band->base_refs, ref);
    }
}

static void
add (EtpCanvas *canvas, GHashTable *items, const GArray *refs, EtpItemRef *first)
{
  for (guint i = 0; i < refs->len; i++)
    g_hash_table_add (items, etp_item_ref (etp_scene_get_item (
                                 canvas->scene, g_array_index (refs, EtpItemRef, i))));
  if (etp_item_ref_is_none (*first) && refs->len > 0)
    *first = g_array_index (refs, EtpItemRef, 0);
}

/* Takes refs: what lies in the area now. changed: NULL, if nobody knows. */
static void
choose (EtpCanvas *canvas, GArray *refs, gboolean adds, const GArray *changed)
{
  EtpBand *band = canvas->band;
  GHashTable *items = etp_canvas_new_choice ();
  EtpItemRef first = ETP_ITEM_REF_NONE;

  if (band->scene != canvas->scene)
    find_base (canvas);
  add (canvas, items, refs, &first);
  if (adds)
    add (canvas, items, band->base_refs, &first);
  g_array_unref (band->refs);
  band->refs = refs;
  band->adds = adds;
  g_clear_pointer (&band->items, g_hash_table_unref);
  band->items = g_hash_table_ref (items);
  band->n_items = g_hash_table_size (items);
  band->first = first;
  g_clear_pointer (&canvas->choice->anchor, etp_item_unref);
  if (changed != NULL)
    etp_canvas_take_changed_choice (canvas, items, first, changed);
  else
    etp_canvas_take_choice (canvas, items, first, FALSE);
}

static void
update (EtpCanvas *canvas, const EtpCanvasDrag *drag)
{
  const gboolean adds = (drag->modifiers & (GDK_SHIFT_MASK | GDK_CONTROL_MASK)) != 0;
  Sweep sweep = { get_area (drag), new_refs () };
  g_autoptr (GArray) changed = NULL;

  etp_canvas_ensure_scene (canvas);
  etp_canvas_visit_items (canvas, visit_tile, &sweep);
  if (is_known (canvas, adds))
    changed = find_changed (canvas->band->refs, sweep.refs);
  if (changed != NULL && changed->len == 0)
    g_array_unref (sweep.refs);
  else
    choose (canvas, sweep.refs, adds, changed);
}

static void
finish (EtpCanvas *canvas, const EtpCanvasDrag *drag)
{
  update (canvas, drag);
  etp_canvas_free_band (canvas);
}

/* What was selected is selected again. */
static void
cancel (EtpCanvas *canvas)
{
  if (canvas->band != NULL && canvas->scene != NULL)
    etp_canvas_choose_items (canvas, canvas->band->base);
  etp_canvas_free_band (canvas);
}

static void
snapshot (EtpCanvas *canvas, GtkSnapshot *snapshot_to)
{
  const EtpRect area = get_area (&canvas->tools.drag);
  const EtpRgba blue = etp_style_get_color (canvas->style, ETP_COLOR_SELECTION);
  GdkRGBA color = { (float) (blue >> 24) / 255.0f, (float) (blue >> 16 & 0xff) / 255.0f,
                    (float) (blue >> 8 & 0xff) / 255.0f, 1 };
  const float widths[4] = { 1, 1, 1, 1 };
  GskRoundedRect outline;
  double x, y;

  etp_canvas_from_map (canvas, area.x, area.y, &x, &y);
  gsk_rounded_rect_init_from_rect (&outline,
                                   &GRAPHENE_RECT_INIT ((float) floor (x), (float) floor (y),
                                                        (float) ceil (area.width * canvas->zoom),
                                                        (float) ceil (area.height * canvas->zoom)),
                                   0);
  gtk_snapshot_append_border (snapshot_to, &outline, widths,
                              (GdkRGBA[4]){ color, color, color, color });
  color.alpha = 0.12f;
  gtk_snapshot_append_color (snapshot_to, &color, &outline.bounds);
}

const EtpCanvasTool etp_canvas_tool_band = {
  .name = "band",
  .take = take,
  .update = update,
  .finish = finish,
  .cancel = cancel,
  .snapshot = snapshot,
};
