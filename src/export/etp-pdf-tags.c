/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-export"

#include "config.h"

#include "etp-pdf-tags.h"

#include <cairo-pdf.h>
#include <math.h>

#include "model/etp-fields.h"
#include "paint/etp-paint-page.h"

/* cairo 1.16 ends the process or writes a damaged file when tags are used in any but a narrow form,
 * so this form is kept here and nowhere else: for each page first everything that is not tagged, then
 * one Document that holds for each item with text a Div with paragraphs and headings, and links
 * beside them by their rectangles, closed before the page is shown. No tag begins inside of a clip,
 * where cairo may lose its end. Nothing is painted directly in Document or Div. Shapes, curves and pictures say nothing that the texts do not: they are not
 * tagged, and so a reader of the structure meets texts only. A paragraph that is alone needs no Div.
 *
 * Each tag costs half a kilobyte until the page is written, so texts of one row share a paragraph.
 */

#define SAME_ROW 3.0 /* map units that baselines of one row may differ */
#define EDGE 0.5 /* that ink may lie beyond a part and still be whole, in map units */
#define MANY_ITEMS                                                                                 \
  5000 /* from here on paragraphs are not grouped by item: 10 MiB for 10,000 cards */

/* The mark of an item whose text is its heading: the largest. G_MAXUINT: it has none. */
static guint
find_heading (const EtpItem *item)
{
  guint heading = G_MAXUINT;

  if (item->kind != ETP_ITEM_TITLE && item->kind != ETP_ITEM_PHASE_HEAD)
    return G_MAXUINT;
  for (guint i = 0; i < item->n_marks; i++)
    if (item->marks[i].type == ETP_MARK_TEXT
        && (heading == G_MAXUINT || item->marks[i].font.size > item->marks[heading].font.size))
      heading = i;
  return heading;
}

/* The first mark after those that stand in one row with the text at first. */
static guint
find_row_end (const EtpItem *item, guint first)
{
  const EtpMark *mark = &item->marks[first];
  double baseline = mark->rect.y + (double) mark->baseline;
  guint end = first + 1;

  for (; end < item->n_marks; end++)
    {
      const EtpMark *other = &item->marks[end];

      if (other->type == ETP_MARK_TEXT
          && ABS (other->rect.y + (double) other->baseline - baseline) > SAME_ROW)
        break;
    }
  return end;
}

static void
paint_paragraphs (
    const EtpPdfTags *self, cairo_t *cr, EtpItem *item, EtpStyle *style, const EtpRect *clip)
{
  const char *heading_tag = item->kind == ETP_ITEM_TITLE ? "H1" : "H2";
  guint heading = find_heading (item);
  guint end;

  for (guint first = 0; first < item->n_marks; first = end)
    {
      const char *tag;

      end = first + 1;
      if (item->marks[first].type != ETP_MARK_TEXT || item->marks[first].n_lines == 0)
        continue;
      end = find_row_end (item, first);
      tag = heading >= first && heading < end ? heading_tag : "P";
      cairo_tag_begin (cr, tag, NULL);
      cairo_save (cr);
      if (clip != NULL)
        {
          cairo_rectangle (cr, clip->x, clip->y, clip->width, clip->height);
          cairo_clip (cr);
        }
      etp_paint_texts (self->from->painter, cr, item, style, first, end - first, NULL);
      cairo_restore (cr);
      cairo_tag_end (cr, tag);
    }
}

/* Whether a text of the item stands below or above another. */
static gboolean
has_rows (const EtpItem *item)
{
  for (guint i = 0; i < item->n_marks; i++)
    if (item->marks[i].type == ETP_MARK_TEXT && item->marks[i].n_lines > 0)
      {
        for (guint end = find_row_end (item, i); end < item->n_marks; end++)
          if (item->marks[end].type == ETP_MARK_TEXT && item->marks[end].n_lines > 0)
            return TRUE;
        return FALSE;
      }
  return FALSE;
}

/* The rectangle is in points of the page: cairo 1.16 does not apply the matrix to it. Whole numbers,
 * because it cannot read its own decimal points where the locale has a comma. */
static void
add_link (cairo_t *cr, const EtpRect *rect, const char *uri)
{
  double x0 = rect->x, y0 = rect->y, x1 = rect->x + rect->width, y1 = rect->y + rect->height;
  g_autofree char *attributes = NULL;

  cairo_user_to_device (cr, &x0, &y0);
  cairo_user_to_device (cr, &x1, &y1);
  attributes = g_strdup_printf ("rect=[%ld %ld %ld %ld] uri='%s'", lround (x0), lround (y0),
                                lround (x1 - x0), lround (y1 - y0), uri);
  cairo_tag_begin (cr, CAIRO_TAG_LINK, attributes);
  cairo_tag_end (cr, CAIRO_TAG_LINK);
}

/* The item as it appears on paper, ink and all. */
static EtpRect
get_ink (EtpScene *scene, EtpItemRef ref)
{
  EtpRect rect = etp_scene_item_rect (scene, ref, NULL);
  const EtpItem *item = etp_scene_get_item (scene, ref);

  return (EtpRect){ rect.x + item->ink.x, rect.y + item->ink.y, item->ink.width, item->ink.height };
}

static gboolean
is_within (const EtpRect *ink, const EtpRect *source)
{
  return ink->x >= source->x - EDGE && ink->y >= source->y - EDGE
         && ink->x + ink->width <= source->x + source->width + EDGE
         && ink->y + ink->height <= source->y + source->height + EDGE;
}

/* The item's text at its place; tagged or, for what is read elsewhere, not. */
static void
paint_item_texts (EtpPdfTags *self,
                  cairo_t *cr,
                  const EtpPagePart *part,
                  EtpItemRef ref,
                  gboolean is_tagged,
                  gboolean may_group)
{
  EtpItem *item = etp_scene_get_item (part->scene, ref);
  EtpStyle *style = etp_scene_get_style (part->scene);
  EtpRect rect = etp_scene_item_rect (part->scene, ref, NULL);
  EtpRect ink = get_ink (part->scene, ref);
  EtpRect clip = { part->source.x - rect.x, part->source.y - rect.y, part->source.width,
                   part->source.height };
  g_autofree char *uri = is_tagged ? etp_export_dup_link (self->from->journey, item) : NULL;
  gboolean is_group = is_tagged && may_group && has_rows (item);
  cairo_matrix_t matrix;

  cairo_get_matrix (cr, &matrix);
  cairo_translate (cr, rect.x, rect.y);
  if (is_group)
    cairo_tag_begin (cr, "Div", NULL);
  if (is_tagged)
    paint_paragraphs (self, cr, item, style,
                      etp_page_part_is_whole (part) || is_within (&ink, &part->source) ? NULL
                                                                                       : &clip);
  else
    etp_paint_texts (self->from->painter, cr, item, style, 0, item->n_marks, &clip);
  if (is_group)
    cairo_tag_end (cr, "Div");
  cairo_set_matrix (cr, &matrix);
  if (uri != NULL)
    add_link (cr, &rect, uri);
}

static gboolean
is_whole_anywhere (const EtpPdfTags *self, EtpScene *scene, const EtpRect *ink)
{
  const EtpPage *page;

  for (guint i = 0; (page = etp_pages_get_nth (self->from->pages, i)) != NULL; i++)
    for (guint k = 0; k < page->n_parts; k++)
      if (page->parts[k].scene == scene && !page->parts[k].is_furniture
          && is_within (ink, &page->parts[k].source))
        return TRUE;
  return FALSE;
}

/* Whether a screen reader meets the item here; it does so once. */
static gboolean
takes_item (EtpPdfTags *self, const EtpPagePart *part, EtpItemRef ref)
{
  EtpItem *item = etp_scene_get_item (part->scene, ref);
  EtpRect ink;

  if (part->is_furniture)
    return FALSE;
  if (!g_hash_table_contains (self->shared, part->scene))
    return TRUE;
  if (g_hash_table_contains (self->read, item))
    return FALSE;
  ink = get_ink (part->scene, ref);
  if (!is_within (&ink, &part->source) && is_whole_anywhere (self, part->scene, &ink))
    return FALSE;
  g_hash_table_add (self->read, item);
  return TRUE;
}

/* All shapes, layer by layer. Of sheets there may be a hundred, each with a few of a thousand cells:
 * those are found once. */
static void
paint_decorations (EtpPdfTags *self, cairo_t *cr, EtpScene *scene, const EtpRect *area)
{
  g_autoptr (GArray) near = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint cell = 0; cell < etp_scene_get_n_cells (scene); cell++)
    {
      const EtpPlacedCell *placed = etp_scene_get_cell (scene, cell);
      EtpRect ink = placed->cell->ink;

      ink.x += placed->x;
      ink.y += placed->y;
      if (area == NULL || etp_rect_intersects (&ink, area))
        g_array_append_val (near, cell);
    }
  for (guint layer = ETP_LAYER_BACK; layer <= ETP_LAYER_FRONT; layer++)
    for (guint i = 0; i < near->len; i++)
      etp_paint_decoration (self->from->painter, cr, scene, g_array_index (near, guint, i),
                            (EtpLayer) layer, area);
}

/* All of a part but the texts that are to be tagged, which are moved to the front of refs; returns
 * their number. */
static guint
paint_untagged (EtpPdfTags *self, cairo_t *cr, const EtpPagePart *part, GArray *refs)
{
  const EtpRect *area = etp_page_part_is_whole (part) ? NULL : &part->source;
  guint n_tagged = 0;

  paint_decorations (self, cr, part->scene, area);
  etp_export_list_items (part->scene, area, refs);
  for (guint i = 0; i < refs->len; i++)
    {
      EtpItemRef ref = g_array_index (refs, EtpItemRef, i);

      if (!etp_export_item_has_text (etp_scene_get_item (part->scene, ref)))
        continue;
      if (takes_item (self, part, ref))
        g_array_index (refs, EtpItemRef, n_tagged++) = ref;
      else
        paint_item_texts (self, cr, part, ref, FALSE, FALSE);
    }
  g_array_set_size (refs, n_tagged);
  return n_tagged;
}

gboolean
etp_pdf_tags_paint (EtpPdfTags *self, cairo_t *cr, const EtpPage *page, GCancellable *cancellable)
{
  g_autoptr (GPtrArray) lists = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  gboolean cancelled = FALSE;
  guint n = 0;

  for (guint p = 0; p < page->n_parts; p++)
    {
      GArray *refs = g_array_new (FALSE, FALSE, sizeof (EtpItemRef));

      g_ptr_array_add (lists, refs);
      cairo_save (cr);
      etp_paint_enter_part (cr, &page->parts[p]);
      etp_paint_clip_part (cr, &page->parts[p]);
      n += paint_untagged (self, cr, &page->parts[p], refs);
      cairo_restore (cr);
    }
  /* A Document without anything in it is an error for some versions of cairo. */
  if (n == 0)
    return !g_cancellable_is_cancelled (cancellable);
  cairo_tag_begin (cr, "Document", NULL);
  for (guint p = 0; p < page->n_parts && !cancelled; p++)
    {
      const GArray *refs = lists->pdata[p];

      cairo_save (cr);
      etp_paint_enter_part (cr, &page->parts[p]);
      for (guint i = 0; i < refs->len && !cancelled; i++)
        {
          paint_item_texts (self, cr, &page->parts[p], g_array_index (refs, EtpItemRef, i), TRUE,
                            n < MANY_ITEMS);
          cancelled = i % 64 == 0 && g_cancellable_is_cancelled (cancellable);
        }
      cairo_restore (cr);
    }
  cairo_tag_end (cr, "Document");
  return !cancelled;
}

void
etp_pdf_tags_init (EtpPdfTags *self, const EtpExportPages *pages)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  const EtpPage *page;

  self->from = pages;
  self->shared = g_hash_table_new (NULL, NULL);
  self->read = g_hash_table_new (NULL, NULL);
  for (guint i = 0; (page = etp_pages_get_nth (pages->pages, i)) != NULL; i++)
    for (guint k = 0; k < page->n_parts; k++)
      if (!g_hash_table_add (seen, page->parts[k].scene))
        g_hash_table_add (self->shared, page->parts[k].scene);
}

void
etp_pdf_tags_clear (EtpPdfTags *self)
{
  g_clear_pointer (&self->shared, g_hash_table_unref);
  g_clear_pointer (&self->read, g_hash_table_unref);
}

static int
add_entry (cairo_surface_t *surface,
           int parent,
           const char *name,
           guint page,
           double x_pt,
           double y_pt,
           int flags)
{
  g_autofree char *attributes = NULL;
  g_autofree char *drawable = etp_text_dup_drawable (name, -1);

  attributes = g_strdup_printf ("page=%u pos=[%ld %ld]", page + 1, lround (x_pt), lround (y_pt));
  return cairo_pdf_surface_add_outline (surface, parent, drawable, attributes, flags);
}

/* An entry for a phase where its head is seen for the first time. */
static void
add_phase (const EtpPdfTags *self,
           cairo_surface_t *surface,
           int root,
           EtpScene *scene,
           const EtpGroup *group,
           double share)
{
  EtpNode *node = etp_journey_get_node (self->from->journey, group->node_id);
  const char *name = node != NULL && etp_node_get_list (node) == ETP_LIST_PHASES
                         ? etp_node_get_text (node, ETP_PHASE_NAME)
                         : "";
  const EtpPage *page;

  for (guint i = 0; (page = etp_pages_get_nth (self->from->pages, i)) != NULL; i++)
    for (guint k = 0; k < page->n_parts; k++)
      {
        const EtpPagePart *part = &page->parts[k];

        if (part->scene != scene || part->is_furniture
            || !etp_rect_contains (&part->source, group->rect.x, group->rect.y))
          continue;
        add_entry (
            surface, root, name[0] != '\0' ? name : group->name, i,
            (part->x + (group->rect.x - part->source.x) * part->scale) * ETP_PDF_POINTS * share,
            (part->y + (group->rect.y - part->source.y) * part->scale) * ETP_PDF_POINTS * share, 0);
        return;
      }
}

/* The first scene that has phases; NULL: none. */
static EtpScene *
find_map (EtpPages *pages)
{
  const EtpPage *page;

  for (guint p = 0; (page = etp_pages_get_nth (pages, p)) != NULL; p++)
    for (guint k = 0; k < page->n_parts; k++)
      for (guint i = 0; i < etp_scene_get_n_groups (page->parts[k].scene); i++)
        if (etp_group_is_phase (etp_scene_get_group (page->parts[k].scene, i)))
          return page->parts[k].scene;
  return NULL;
}

void
etp_pdf_tags_add_outline (const EtpPdfTags *self, cairo_surface_t *surface, double share)
{
  const EtpPage *page = etp_pages_get_nth (self->from->pages, 0);
  const char *title = etp_node_get_text (self->from->journey, ETP_JOURNEY_TITLE);
  EtpScene *map;
  int root = add_entry (surface, CAIRO_PDF_OUTLINE_ROOT, title[0] != '\0' ? title : page->title, 0,
                        0, 0, CAIRO_PDF_OUTLINE_FLAG_OPEN | CAIRO_PDF_OUTLINE_FLAG_BOLD);

  if (page->kind == ETP_PAGE_SLIDE || page->kind == ETP_PAGE_SHEET)
    {
      for (guint i = 0; (page = etp_pages_get_nth (self->from->pages, i)) != NULL; i++)
        if (page->title != NULL)
          add_entry (surface, root, page->title, i, 0, 0, 0);
      return;
    }
  map = find_map (self->from->pages);
  for (guint i = 0; map != NULL && i < etp_scene_get_n_groups (map); i++)
    if (etp_group_is_phase (etp_scene_get_group (map, i)))
      add_phase (self, surface, root, map, etp_scene_get_group (map, i), share);
}
