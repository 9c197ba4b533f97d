/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-export"

#include "config.h"

#include "etp-pdf-tags.h"

#include <cairo-pdf.h>
#include <math.h>

#include "model/etp-fields.h"

/* cairo 1.16 ends the process or writes a damaged file when tags are used in any but a narrow form,
 * so this form is kept here and nowhere else: for each page first everything that is not tagged, then
 * one Document that holds for each item with text a Div with paragraphs and headings, and links
 * beside them by their rectangles, closed before the page is shown. Nothing is painted directly in
 * Document or Div. Shapes, curves and pictures say nothing that the texts do not: they are not
 * tagged, and so a reader of the structure meets texts only. A paragraph that is alone needs no Div.
 *
 * Each tag costs half a kilobyte until the page is written, so texts of one row share a paragraph.
 */

#define SAME_ROW 3.0 /* map units that baselines of one row may differ */
#define MANY_ITEMS                                                                                 \
  5000 /* from here on paragraphs are not grouped by item: 10 MiB for 10,000 cards */

static void
paint_decoration (const EtpExportScene *scene, cairo_t *cr)
{
  for (guint layer = ETP_LAYER_BACK; layer <= ETP_LAYER_FRONT; layer++)
    for (guint cell = 0; cell < etp_scene_get_n_cells (scene->scene); cell++)
      etp_paint_decoration (scene->painter, cr, scene->scene, cell, (EtpLayer) layer);
}

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
paint_paragraphs (const EtpExportScene *scene, cairo_t *cr, EtpItem *item)
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
      etp_paint_texts (scene->painter, cr, item, scene->style, first, end - first);
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
add_link (const EtpExportScene *scene, cairo_t *cr, EtpItemRef ref, const char *uri)
{
  EtpRect rect = etp_scene_item_rect (scene->scene, ref, NULL);
  double x1 = rect.x + rect.width, y1 = rect.y + rect.height;
  g_autofree char *attributes = NULL;

  cairo_user_to_device (cr, &rect.x, &rect.y);
  cairo_user_to_device (cr, &x1, &y1);
  attributes = g_strdup_printf ("rect=[%ld %ld %ld %ld] uri='%s'", lround (rect.x), lround (rect.y),
                                lround (x1 - rect.x), lround (y1 - rect.y), uri);
  cairo_tag_begin (cr, CAIRO_TAG_LINK, attributes);
  cairo_tag_end (cr, CAIRO_TAG_LINK);
}

static void
paint_tagged (const EtpExportScene *scene, cairo_t *cr, EtpItemRef ref, gboolean may_group)
{
  EtpItem *item = etp_scene_get_item (scene->scene, ref);
  EtpRect rect = etp_scene_item_rect (scene->scene, ref, NULL);
  g_autofree char *uri = etp_export_scene_dup_link (scene, item);
  gboolean is_group = may_group && has_rows (item);
  cairo_matrix_t matrix;

  cairo_get_matrix (cr, &matrix);
  cairo_translate (cr, rect.x, rect.y);
  if (is_group)
    cairo_tag_begin (cr, "Div", NULL);
  paint_paragraphs (scene, cr, item);
  if (is_group)
    cairo_tag_end (cr, "Div");
  cairo_set_matrix (cr, &matrix);
  if (uri != NULL)
    add_link (scene, cr, ref, uri);
}

gboolean
etp_pdf_tags_paint (const EtpExportScene *scene, cairo_t *cr, GCancellable *cancellable)
{
  g_autoptr (GArray) refs = g_array_new (FALSE, FALSE, sizeof (EtpItemRef));
  gboolean cancelled = FALSE;

  paint_decoration (scene, cr);
  etp_export_scene_list (scene, refs);
  cairo_tag_begin (cr, "Document", NULL);
  for (guint i = 0; i < refs->len && !cancelled; i++)
    {
      EtpItemRef ref = g_array_index (refs, EtpItemRef, i);

      if (etp_export_item_has_text (etp_scene_get_item (scene->scene, ref)))
        paint_tagged (scene, cr, ref, refs->len < MANY_ITEMS);
      cancelled = i % 64 == 0 && g_cancellable_is_cancelled (cancellable);
    }
  cairo_tag_end (cr, "Document");
  return !cancelled;
}

static int
add_entry (cairo_t *cr, int parent, const char *name, double x, double y, int flags)
{
  g_autofree char *attributes = NULL;
  g_autofree char *drawable = etp_text_dup_drawable (name, -1);

  cairo_user_to_device (cr, &x, &y);
  attributes = g_strdup_printf ("page=1 pos=[%ld %ld]", lround (x), lround (y));
  return cairo_pdf_surface_add_outline (cairo_get_target (cr), parent, drawable, attributes, flags);
}

void
etp_pdf_tags_add_outline (const EtpExportScene *scene, cairo_t *cr)
{
  int root = add_entry (cr, CAIRO_PDF_OUTLINE_ROOT, etp_export_scene_get_title (scene), 0, 0,
                        CAIRO_PDF_OUTLINE_FLAG_OPEN | CAIRO_PDF_OUTLINE_FLAG_BOLD);

  for (guint i = 0; i < etp_scene_get_n_groups (scene->scene); i++)
    {
      const EtpGroup *group = etp_scene_get_group (scene->scene, i);
      EtpNode *phase = group->node_id != NULL
                           ? etp_journey_get_node (scene->journey, group->node_id)
                           : NULL;
      const char *name;

      if (phase == NULL || etp_node_get_list (phase) != ETP_LIST_PHASES)
        continue;
      name = etp_node_get_text (phase, ETP_PHASE_NAME);
      add_entry (cr, root, name[0] != '\0' ? name : group->name, group->rect.x, group->rect.y, 0);
    }
}
