/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-slide.h"

#include "etp-scene-private.h"

/* A slide holds some twenty items, a hundred where many short cards stand side by side. */

static void
clear_placed (gpointer data)
{
  EtpPlaced *placed = data;

  etp_item_unref (placed->item);
}

EtpSlide *
etp_slide_new (const char *role, const char *title)
{
  EtpSlide *self = g_new0 (EtpSlide, 1);

  self->role = role;
  self->title = g_strdup (title);
  self->part = self->n_parts = 1;
  self->title_type = ETP_TYPE_SLIDE_TITLE;
  self->column = G_MAXUINT;
  self->items = g_array_new (FALSE, FALSE, sizeof (EtpPlaced));
  self->furniture = g_array_new (FALSE, FALSE, sizeof (EtpPlaced));
  g_array_set_clear_func (self->items, clear_placed);
  g_array_set_clear_func (self->furniture, clear_placed);
  return self;
}

void
etp_slide_free (EtpSlide *self)
{
  g_free (self->title);
  g_free (self->named);
  g_array_unref (self->items);
  g_array_unref (self->furniture);
  g_free (self);
}

void
etp_slide_add (EtpSlide *self, EtpItem *item, double x, double y)
{
  EtpPlaced placed = { item, x, y };

  g_array_append_val (self->items, placed);
}

void
etp_slide_prepend (EtpSlide *self, EtpItem *item, double x, double y)
{
  EtpPlaced placed = { item, x, y };

  g_array_prepend_val (self->items, placed);
}

void
etp_slide_add_furniture (EtpSlide *self, EtpItem *item, double x, double y)
{
  EtpPlaced placed = { item, x, y };

  g_array_append_val (self->furniture, placed);
}

EtpScene *
etp_slide_take_scene (EtpSlide *self,
                      GArray *items,
                      double width,
                      double height,
                      EtpStyle *style,
                      const char *language)
{
  EtpScene *scene = etp_scene_new (style, language);
  EtpPlaced *placed = (EtpPlaced *) (gpointer) items->data;
  guint n = items->len;

  etp_scene_set_size (scene, width, height);
  etp_scene_set_pins (scene, 0, 0, 0);
  etp_scene_begin_group (scene, NULL, self->named, (EtpRect){ 0, 0, width, height });
  etp_scene_begin_slot (scene, NULL, NULL, 0, 0, 0, height);
  for (guint first = 0, part = 0; first < n; first += ETP_CELL_MAX, part++)
    {
      guint more = MIN (n - first, (guint) ETP_CELL_MAX);
      EtpPlaced *own = g_memdup2 (&placed[first], more * sizeof *own);

      for (guint i = 0; i < more; i++)
        etp_item_ref (own[i].item);
      etp_scene_add_cell (scene, etp_cell_new (NULL, NULL, part, own, more, width, height), 0);
    }
  g_array_set_size (items, 0);
  return scene;
}
