/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-tests"

#include "config.h"

#include "pages-test.h"
#include "scene-test.h"

void
pages_test_check_page (const EtpPage *page)
{
  g_assert_cmpuint (page->n_parts, >, 0);
  for (guint i = 0; i < page->n_parts; i++)
    {
      const EtpPagePart *part = &page->parts[i];

      g_assert_cmpfloat (part->x, >=, -0.01);
      g_assert_cmpfloat (part->y, >=, -0.01);
      g_assert_cmpfloat (part->x + part->source.width * part->scale, <=, page->width + 0.01);
      g_assert_cmpfloat (part->y + part->source.height * part->scale, <=, page->height + 0.01);
      for (guint c = 0; c < etp_scene_get_n_cells (part->scene); c++)
        {
          const EtpCell *cell = etp_scene_get_cell (part->scene, c)->cell;

          for (guint k = 0; k < cell->n_items; k++)
            for (guint m = 0; m < cell->items[k].item->n_marks; m++)
              {
                const EtpMark *mark = &cell->items[k].item->marks[m];

                if (mark->type == ETP_MARK_TEXT && mark->n_lines > 0)
                  g_assert_cmpfloat ((double) mark->font.size * part->scale, >=, 11.99);
              }
        }
    }
}

/* What is seen of an item; the bounds of a lane's head are those of the lane. */
static EtpRect
get_seen (EtpScene *scene, EtpItemRef ref)
{
  EtpRect rect = etp_scene_item_rect (scene, ref, NULL);
  const EtpItem *item = etp_scene_get_item (scene, ref);
  EtpRect seen = item->ink;

  if (item->kind == ETP_ITEM_LANE_HEAD)
    {
      seen = (EtpRect){ 0 };
      for (guint i = 0; i < item->n_marks; i++)
        seen = etp_rect_union (&seen, &item->marks[i].rect);
    }
  /* Of a column that is wider than a sheet: what it says. */
  if (item->kind == ETP_ITEM_PHASE_HEAD)
    {
      seen = (EtpRect){ 0 };
      for (guint i = 0; i < item->n_marks; i++)
        for (guint k = 0; item->marks[i].type == ETP_MARK_TEXT && k < item->marks[i].n_lines; k++)
          {
            const EtpMark *mark = &item->marks[i];
            EtpRect line = { mark->rect.x + (double) mark->lines[k].x,
                             mark->rect.y + k * (double) mark->line_height,
                             (double) mark->lines[k].width, (double) mark->line_height };

            seen = seen.width > 0 ? etp_rect_union (&seen, &line) : line;
          }
    }
  seen.x += rect.x;
  seen.y += rect.y;
  return seen;
}

static gboolean
is_whole_somewhere (EtpPages *pages, EtpScene *scene, const EtpRect *ink)
{
  const EtpPage *page;

  for (guint i = 0; (page = etp_pages_get_nth (pages, i)) != NULL; i++)
    for (guint k = 0; k < page->n_parts; k++)
      {
        const EtpRect *source = &page->parts[k].source;

        if (page->parts[k].scene != scene)
          continue;
        if (source->width >= etp_scene_get_width (scene)
            && source->height >= etp_scene_get_height (scene))
          return TRUE;
        if (ink->x >= source->x - 0.5 && ink->y >= source->y - 0.5
            && ink->x + ink->width <= source->x + source->width + 0.5
            && ink->y + ink->height <= source->y + source->height + 0.5)
          return TRUE;
      }
  return FALSE;
}

void
pages_test_check_whole (EtpPages *pages)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  const EtpPage *page;

  for (guint i = 0; (page = etp_pages_get_nth (pages, i)) != NULL; i++)
    for (guint k = 0; k < page->n_parts; k++)
      {
        EtpScene *scene = page->parts[k].scene;

        if (!g_hash_table_add (seen, scene))
          continue;
        for (guint c = 0; c < etp_scene_get_n_cells (scene); c++)
          for (guint n = 0; n < etp_scene_get_cell (scene, c)->cell->n_items; n++)
            {
              const EtpItem *item = etp_scene_get_cell (scene, c)->cell->items[n].item;
              EtpRect ink = get_seen (scene, (EtpItemRef){ c, n });

              /* What runs on over columns and lanes is cut wherever a sheet ends. */
              if (item->kind == ETP_ITEM_FILL || item->kind == ETP_ITEM_CURVE
                  || item->kind == ETP_ITEM_LINE || item->kind == ETP_ITEM_LINK
                  || item->kind == ETP_ITEM_AXIS || item->kind == ETP_ITEM_CELL)
                continue;
              if (!is_whole_somewhere (pages, scene, &ink))
                g_error ("kind %d “%s” is whole on no page: %g %g %g %g", item->kind, item->name,
                         ink.x, ink.y, ink.width, ink.height);
            }
      }
}

gboolean
pages_test_shows_text (const EtpPage *page, const char *wanted)
{
  for (guint i = 0; i < page->n_parts; i++)
    for (guint c = 0; c < etp_scene_get_n_cells (page->parts[i].scene); c++)
      {
        const EtpCell *cell = etp_scene_get_cell (page->parts[i].scene, c)->cell;

        for (guint k = 0; k < cell->n_items; k++)
          for (guint m = 0; m < cell->items[k].item->n_marks; m++)
            if (g_strcmp0 (cell->items[k].item->marks[m].text, wanted) == 0)
              return TRUE;
      }
  return FALSE;
}

gboolean
pages_test_shows_whole (const EtpPage *page, const char *id)
{
  for (guint i = 0; i < page->n_parts; i++)
    for (guint c = 0; c < etp_scene_get_n_cells (page->parts[i].scene); c++)
      for (guint k = 0; k < etp_scene_get_cell (page->parts[i].scene, c)->cell->n_items; k++)
        {
          const EtpItemRef ref = { c, k };
          const EtpItem *item = etp_scene_get_item (page->parts[i].scene, ref);
          const EtpRect ink = get_seen (page->parts[i].scene, ref),
                        *source = &page->parts[i].source;

          if (g_strcmp0 (item->node_id, id) == 0 && ink.x >= source->x - 0.5
              && ink.y >= source->y - 0.5 && ink.x + ink.width <= source->x + source->width + 0.5
              && ink.y + ink.height <= source->y + source->height + 0.5)
            return TRUE;
        }
  return FALSE;
}

EtpPages *
pages_test_build (EtpJourney *journey, const EtpPagesOptions *options, GError **error)
{
  g_autoptr (EtpStyle) style = etp_style_new (ETP_STYLE_PAPER);
  g_autoptr (EtpMeasurer) measurer = etp_test_measurer_new ();

  return etp_pages_new (journey, options, style, measurer, error);
}
