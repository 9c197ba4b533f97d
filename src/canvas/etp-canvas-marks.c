/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-canvas"

#include "config.h"

#include "etp-canvas-marks.h"

#include <math.h>

#include "etp-canvas-private.h"
#include "model/etp-fold.h"
#include "scene/etp-fade.h"
#include "scene/etp-find.h"

/* Where the words of an item lie is looked up when it is first seen, measured when they are, and kept
 * until the scene or the search is another one. Typical: 20 found items of which 5 are in the window,
 * with a word each. Tested: one text of 100,000 characters with a word in each of its lines. */

#define FADED_OPACITY 0.3f
#define VEIL_ALPHA 0.7
#define WORD_ROUND 1.5 /* px around the words */
#define RING_WIDTH 2.0f

/* A marker's yellow, through which text stays legible, and its line on paper and on cards. */
#define COLOR_WORD 0xf6d32d73
#define COLOR_WORD_DARK 0xf6d32d55
#define COLOR_CURRENT 0xff9d3b99
#define COLOR_CURRENT_DARK 0xff9d3b80
#define COLOR_RING 0x9a6a00ff
#define COLOR_RING_DARK 0xf6d32dff

struct _EtpCanvasMarks
{
  EtpFilter *filter; /* NULL: everything is wanted */
  EtpFade *fade; /* of the filter; NULL: to be made */
  char *query; /* folded; NULL: nothing is searched */
  GHashTable *found; /* ids of what was found; owned strings */
  char *current; /* id of the one that the person is at; NULL */
  GHashTable *words; /* EtpItem → GArray of EtpFoundWord; both owned */
};

static EtpCanvasMarks *
ensure_marks (EtpCanvas *self)
{
  if (self->marks == NULL)
    {
      self->marks = g_new0 (EtpCanvasMarks, 1);
      self->marks->words = g_hash_table_new_full (NULL, NULL, (GDestroyNotify) etp_item_unref,
                                                  (GDestroyNotify) g_array_unref);
    }
  return self->marks;
}

void
etp_canvas_free_marks (EtpCanvas *self)
{
  EtpCanvasMarks *marks = g_steal_pointer (&self->marks);

  if (marks == NULL)
    return;
  g_clear_pointer (&marks->filter, etp_filter_free);
  g_clear_pointer (&marks->fade, etp_fade_free);
  g_clear_pointer (&marks->found, g_hash_table_unref);
  g_hash_table_unref (marks->words);
  g_free (marks->query);
  g_free (marks->current);
  g_free (marks);
}

void
etp_canvas_forget_marks (EtpCanvas *self)
{
  if (self->marks == NULL)
    return;
  g_clear_pointer (&self->marks->fade, etp_fade_free);
  g_hash_table_remove_all (self->marks->words);
}

gboolean
etp_canvas_has_marks (EtpCanvas *self)
{
  return self->marks != NULL && (self->marks->filter != NULL || self->marks->query != NULL);
}

void
etp_canvas_set_filter (EtpCanvas *self, const EtpFilter *filter)
{
  EtpCanvasMarks *marks;

  g_return_if_fail (ETP_IS_CANVAS (self));

  marks = ensure_marks (self);
  g_clear_pointer (&marks->filter, etp_filter_free);
  g_clear_pointer (&marks->fade, etp_fade_free);
  if (filter != NULL && !etp_filter_is_empty (filter))
    marks->filter = etp_filter_copy (filter);
  g_signal_emit_by_name (self, "filter-changed");
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

const EtpFilter *
etp_canvas_get_filter (EtpCanvas *self)
{
  g_return_val_if_fail (ETP_IS_CANVAS (self), NULL);

  return self->marks != NULL ? self->marks->filter : NULL;
}

void
etp_canvas_set_found (EtpCanvas *self, const char *query, GHashTable *ids)
{
  EtpCanvasMarks *marks;

  g_return_if_fail (ETP_IS_CANVAS (self));

  marks = ensure_marks (self);
  g_clear_pointer (&marks->query, g_free);
  g_clear_pointer (&marks->found, g_hash_table_unref);
  g_clear_pointer (&marks->current, g_free);
  g_hash_table_remove_all (marks->words);
  if (query != NULL && ids != NULL)
    {
      marks->query = etp_fold (query);
      g_strdelimit (marks->query, "\n", ' ');
      marks->found = g_hash_table_ref (ids);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
etp_canvas_set_current_found (EtpCanvas *self, const char *id)
{
  EtpCanvasMarks *marks;

  g_return_if_fail (ETP_IS_CANVAS (self));

  marks = ensure_marks (self);
  if (g_strcmp0 (marks->current, id) == 0)
    return;
  g_free (marks->current);
  marks->current = g_strdup (id);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
is_faded (EtpCanvas *self, const EtpItem *item)
{
  EtpCanvasMarks *marks = self->marks;

  if (marks == NULL || marks->filter == NULL || self->journey == NULL)
    return FALSE;
  if (marks->fade == NULL)
    marks->fade = etp_fade_new (marks->filter, self->journey);
  return etp_fade_has (marks->fade, item);
}

float
etp_canvas_get_opacity (EtpCanvas *self, const EtpItem *item)
{
  return is_faded (self, item) ? FADED_OPACITY : 1.0f;
}

static gboolean
is_found (EtpCanvas *self, const EtpItem *item)
{
  return self->marks != NULL && self->marks->query != NULL && item->node_id != NULL
         && g_hash_table_contains (self->marks->found, item->node_id);
}

static gboolean
is_current (EtpCanvas *self, const EtpItem *item)
{
  return g_strcmp0 (self->marks->current, item->node_id) == 0;
}

static GArray *
get_words (EtpCanvas *self, const EtpItem *item)
{
  EtpCanvasMarks *marks = self->marks;
  GArray *words = g_hash_table_lookup (marks->words, item);

  if (words == NULL)
    {
      words = g_array_new (FALSE, FALSE, sizeof (EtpFoundWord));
      etp_find_words (item, marks->query, words);
      g_hash_table_insert (marks->words, etp_item_ref ((EtpItem *) item), words);
    }
  return words;
}

static GdkRGBA
get_rgba (guint32 color)
{
  return (GdkRGBA){ (float) (color >> 24) / 255.0f, (float) (color >> 16 & 0xff) / 255.0f,
                    (float) (color >> 8 & 0xff) / 255.0f, (float) (color & 0xff) / 255.0f };
}

/* A rectangle of the map in the widget, on whole pixels. */
static graphene_rect_t
to_widget (EtpCanvas *self, double x, double y, double width, double height, double around)
{
  const double left = floor (self->origin_x + x * self->zoom - around);
  const double top = floor (self->origin_y + y * self->zoom - around);
  const double right = ceil (self->origin_x + (x + width) * self->zoom + around);
  const double bottom = ceil (self->origin_y + (y + height) * self->zoom + around);

  return GRAPHENE_RECT_INIT ((float) left, (float) top, (float) (right - left),
                             (float) (bottom - top));
}

static void
add_ring (EtpCanvas *self, const EtpRect *place, GPtrArray *nodes)
{
  const GdkRGBA color = get_rgba (etp_style_is_dark (self->style) ? COLOR_RING_DARK : COLOR_RING);
  const GdkRGBA colors[4] = { color, color, color, color };
  const float widths[4] = { RING_WIDTH, RING_WIDTH, RING_WIDTH, RING_WIDTH };
  const graphene_rect_t rect = to_widget (self, place->x, place->y, place->width, place->height,
                                          (double) RING_WIDTH);
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &rect, 4);
  g_ptr_array_add (nodes, gsk_border_node_new (&outline, widths, colors));
}

/* Whether anything between two heights of the map is in the window. */
static gboolean
is_in_sight (EtpCanvas *self, double top, double height)
{
  return self->origin_y + top * self->zoom < gtk_widget_get_height (GTK_WIDGET (self)) + WORD_ROUND
         && self->origin_y + (top + height) * self->zoom > -WORD_ROUND;
}

/* Points and stops are signs of a card that is found itself. */
static gboolean
wants_ring (const EtpItem *item)
{
  return (item->can & ETP_CAN_FOCUS) != 0 && item->kind != ETP_ITEM_POINT
         && item->kind != ETP_ITEM_STOP;
}

void
etp_canvas_add_marks (EtpCanvas *self, const EtpItem *item, const EtpRect *place, GPtrArray *nodes)
{
  const gboolean is_dark = etp_style_is_dark (self->style);
  GArray *words;
  GdkRGBA color;

  if (!is_found (self, item))
    return;
  words = get_words (self, item);
  if (is_current (self, item))
    color = get_rgba (is_dark ? COLOR_CURRENT_DARK : COLOR_CURRENT);
  else
    color = get_rgba (is_dark ? COLOR_WORD_DARK : COLOR_WORD);
  for (guint i = 0; i < words->len; i++)
    {
      EtpFoundWord *word = &g_array_index (words, EtpFoundWord, i);
      graphene_rect_t rect;
      EtpRect at;

      if (!is_in_sight (self, place->y + word->rect.y, word->rect.height))
        continue;
      at = etp_found_word_measure (word, item, ETP_MEASURER (self->text));
      rect = to_widget (self, place->x + at.x, place->y + at.y, at.width, at.height, WORD_ROUND);
      g_ptr_array_add (nodes, gsk_color_node_new (&color, &rect));
    }
  /* Found in something that is not written on it. */
  if (words->len == 0 && wants_ring (item))
    add_ring (self, place, nodes);
}

void
etp_canvas_add_far_marks (EtpCanvas *self, guint index, GPtrArray *nodes)
{
  const EtpPlacedCell *placed = etp_scene_get_cell (self->scene, index);
  const GdkRGBA veil = get_rgba (
      etp_rgba_with_alpha (etp_style_get_color (self->style, ETP_COLOR_PAPER), VEIL_ALPHA));

  for (guint i = 0; i < placed->cell->n_items; i++)
    {
      const EtpPlaced *at = &placed->cell->items[i];
      const EtpItem *item = at->item;
      const EtpRect place = { placed->x + at->x, placed->y + at->y, item->width, item->height };

      if (!etp_cell_plan_merges (item))
        continue;
      if (is_faded (self, item))
        {
          const graphene_rect_t rect = to_widget (self, place.x + item->ink.x,
                                                  place.y + item->ink.y, item->ink.width,
                                                  item->ink.height, 0);

          g_ptr_array_add (nodes, gsk_color_node_new (&veil, &rect));
        }
      if (wants_ring (item) && is_found (self, item))
        add_ring (self, &place, nodes);
    }
}
