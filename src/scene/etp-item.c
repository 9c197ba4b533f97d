/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-item.h"

#include <string.h>

/* Life and comparison of items. They are made by etp-draft.c and never changed afterwards, so any
 * thread may hold one; the count is atomic. */

EtpItem *
etp_item_ref (EtpItem *self)
{
  g_atomic_int_inc (&self->ref_count);
  return self;
}

static void
clear_mark (EtpMark *mark)
{
  g_free (mark->lines);
  g_clear_pointer (&mark->text, g_ref_string_release);
  if (mark->path != NULL)
    {
      g_free (mark->path->verbs);
      g_free (mark->path->points);
      g_free (mark->path);
    }
}

void
etp_item_unref (EtpItem *self)
{
  if (!g_atomic_int_dec_and_test (&self->ref_count))
    return;
  for (guint i = 0; i < self->n_marks; i++)
    clear_mark (&self->marks[i]);
  g_free (self->marks);
  g_clear_pointer (&self->node_id, g_ref_string_release);
  g_clear_pointer (&self->sub, g_ref_string_release);
  g_clear_pointer (&self->name, g_ref_string_release);
  g_clear_pointer (&self->note, g_ref_string_release);
  g_free (self);
}

static gboolean
is_same_rect (const EtpRect *a, const EtpRect *b)
{
  return a->x == b->x && a->y == b->y && a->width == b->width && a->height == b->height;
}

static gboolean
is_same_path (const EtpPath *a, const EtpPath *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return strcmp (a->verbs, b->verbs) == 0 && a->n_points == b->n_points
         && memcmp (a->points, b->points, a->n_points * sizeof (float)) == 0;
}

static gboolean
is_same_text (const EtpMark *a, const EtpMark *b)
{
  if (g_strcmp0 (a->text, b->text) != 0 || a->n_lines != b->n_lines)
    return FALSE;
  if (a->font.size != b->font.size || a->font.weight != b->font.weight
      || a->font.italic != b->font.italic || a->font.tabular != b->font.tabular)
    return FALSE;
  for (guint i = 0; i < a->n_lines; i++)
    if (a->lines[i].start != b->lines[i].start || a->lines[i].length != b->lines[i].length
        || a->lines[i].width != b->lines[i].width || a->lines[i].x != b->lines[i].x)
      return FALSE;
  return a->line_height == b->line_height && a->baseline == b->baseline;
}

static gboolean
is_same_mark (const EtpMark *a, const EtpMark *b)
{
  return a->type == b->type && a->detail == b->detail && a->bar == b->bar && a->stroke == b->stroke
         && a->fill == b->fill && a->align == b->align && a->icon == b->icon
         && is_same_rect (&a->rect, &b->rect) && a->fill_color == b->fill_color
         && a->stroke_color == b->stroke_color && a->stroke_width == b->stroke_width
         && a->radius == b->radius && is_same_text (a, b) && is_same_path (a->path, b->path);
}

gboolean
etp_item_equal (const EtpItem *a, const EtpItem *b)
{
  if (a == b)
    return TRUE;
  if (a->kind != b->kind || a->layer != b->layer || a->pin != b->pin || a->can != b->can
      || a->field != b->field || a->n_marks != b->n_marks)
    return FALSE;
  if (a->width != b->width || a->height != b->height || !is_same_rect (&a->ink, &b->ink))
    return FALSE;
  if (g_strcmp0 (a->node_id, b->node_id) != 0 || g_strcmp0 (a->sub, b->sub) != 0
      || g_strcmp0 (a->name, b->name) != 0 || g_strcmp0 (a->note, b->note) != 0)
    return FALSE;
  for (guint i = 0; i < a->n_marks; i++)
    if (!is_same_mark (&a->marks[i], &b->marks[i]))
      return FALSE;
  return TRUE;
}
