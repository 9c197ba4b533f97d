/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-canvas"

#include "config.h"

#include "etp-overview-paint.h"

#include <string.h>

#include "etp-canvas-private.h"

/* Blocks and lines only: 1,000 cards take about 2 ms. */

#define BLOCK_ALPHA 0.38
#define SIGN_ALPHA 0.75
#define CURVE_WIDTH 2.0
#define CURVE_WIDTH_LARGE 3.0
#define NAME_SAMPLE "Mmmm…" /* a name is not shortened to less */
#define NAME_SPACE 6

GdkRGBA
etp_overview_get_rgba (EtpRgba color, double alpha)
{
  return (GdkRGBA){ (float) (color >> 24) / 255.0f, (float) (color >> 16 & 0xff) / 255.0f,
                    (float) (color >> 8 & 0xff) / 255.0f,
                    (float) (color & 0xff) / 255.0f * (float) alpha };
}

static void
set_source (cairo_t *cr, EtpRgba color, double alpha)
{
  const GdkRGBA rgba = etp_overview_get_rgba (color, alpha);

  gdk_cairo_set_source_rgba (cr, &rgba);
}

static void
add_rect (cairo_t *cr, const EtpOverviewPlace *place, const EtpRect *rect)
{
  cairo_rectangle (cr, place->x + (rect->x - place->region.x) * place->scale_x,
                   place->y + (rect->y - place->region.y) * place->scale_y,
                   MAX (1.0, rect->width * place->scale_x),
                   MAX (1.0, rect->height * place->scale_y));
}

/* A lane's own colour says what sort of card it is. */
static EtpRgba
get_block_color (EtpStyle *style, const EtpItem *item, double *alpha)
{
  const EtpRgba fill = item->n_marks > 0 ? item->marks[0].fill_color : 0;

  *alpha = SIGN_ALPHA;
  for (guint i = 0; i < item->n_marks; i++)
    if (item->marks[i].type == ETP_MARK_BOX
        && item->marks[i].fill_color == etp_style_get_color (style, ETP_COLOR_PAIN_SURFACE))
      return etp_style_get_color (style, ETP_COLOR_PAIN_INK);
    else if (item->marks[i].type == ETP_MARK_BOX
             && item->marks[i].fill_color == etp_style_get_color (style, ETP_COLOR_GAIN_SURFACE))
      return etp_style_get_color (style, ETP_COLOR_GAIN_INK);
  if (item->kind == ETP_ITEM_PHASE_HEAD && (fill & 0xff) != 0)
    {
      *alpha = 1;
      return fill;
    }
  *alpha = BLOCK_ALPHA;
  return etp_style_get_color (style, ETP_COLOR_DIM);
}

static void
paint_fill (cairo_t *cr, const EtpItem *item, double x, double y, const EtpOverviewPlace *place)
{
  for (guint i = 0; i < item->n_marks; i++)
    {
      EtpRect rect = item->marks[i].rect;

      rect.x += x;
      rect.y += y;
      set_source (cr, item->marks[i].fill_color, 1);
      add_rect (cr, place, &rect);
      cairo_fill (cr);
    }
}

static void
add_path (cairo_t *cr, const EtpPath *path, double x, double y, const EtpOverviewPlace *place)
{
  const float *p = path->points;
  double q[6];

  for (const char *verb = path->verbs; *verb != '\0'; verb++)
    {
      const guint n = *verb == 'C' ? 6 : *verb == 'Z' ? 0 : 2;

      for (guint i = 0; i < n; i += 2)
        {
          q[i] = place->x + (x + (double) p[i] - place->region.x) * place->scale_x;
          q[i + 1] = place->y + (y + (double) p[i + 1] - place->region.y) * place->scale_y;
        }
      p += n;
      if (*verb == 'M')
        cairo_move_to (cr, q[0], q[1]);
      else if (*verb == 'L')
        cairo_line_to (cr, q[0], q[1]);
      else if (*verb == 'C')
        cairo_curve_to (cr, q[0], q[1], q[2], q[3], q[4], q[5]);
      else
        cairo_close_path (cr);
    }
}

static void
paint_curve (cairo_t *cr,
             EtpCanvas *canvas,
             const EtpItem *item,
             double x,
             double y,
             const EtpOverviewPlace *place,
             double width)
{
  for (guint i = 0; i < item->n_marks; i++)
    {
      const EtpMark *mark = &item->marks[i];

      if (mark->type != ETP_MARK_PATH || mark->path == NULL || (mark->stroke_color & 0xff) == 0
          || mark->stroke != ETP_STROKE_SOLID)
        continue;
      set_source (cr, mark->stroke_color, (double) etp_canvas_get_opacity (canvas, item));
      cairo_set_line_width (cr, width);
      add_path (cr, mark->path, x, y, place);
      cairo_stroke (cr);
    }
}

static void
paint_item (cairo_t *cr,
            EtpCanvas *canvas,
            const EtpItem *item,
            double x,
            double y,
            const EtpOverviewPlace *place)
{
  const EtpRect rect = { x, y, item->width, item->height };
  double alpha;
  EtpRgba color;

  switch (item->kind)
    {
    case ETP_ITEM_FILL:
      paint_fill (cr, item, x, y, place);
      break;
    case ETP_ITEM_CURVE:
      paint_curve (cr, canvas, item, x, y, place, CURVE_WIDTH);
      break;
    case ETP_ITEM_PHASE_HEAD:
    case ETP_ITEM_CARD:
    case ETP_ITEM_MEASURE:
    case ETP_ITEM_METRIC:
    case ETP_ITEM_IMAGE:
      color = get_block_color (canvas->style, item, &alpha);
      set_source (cr, color, alpha * (double) etp_canvas_get_opacity (canvas, item));
      add_rect (cr, place, &rect);
      cairo_fill (cr);
      break;
    default:
      break;
    }
}

void
etp_overview_paint_map (cairo_t *cr,
                        EtpCanvas *canvas,
                        EtpScene *scene,
                        const EtpOverviewPlace *place)
{
  for (guint layer = ETP_LAYER_BACK; layer <= ETP_LAYER_FRONT; layer++)
    for (guint i = 0; i < etp_scene_get_n_cells (scene); i++)
      {
        const EtpPlacedCell *placed = etp_scene_get_cell (scene, i);

        for (guint j = 0; j < placed->cell->n_items; j++)
          {
            const EtpPlaced *at = &placed->cell->items[j];

            if (at->item->layer == layer)
              paint_item (cr, canvas, at->item, placed->x + at->x, placed->y + at->y, place);
          }
      }
}

/* The head of a group that is a phase; NULL: it is none. */
static const EtpItem *
find_head (EtpScene *scene, const EtpGroup *group)
{
  EtpItemRef ref = ETP_ITEM_REF_NONE;

  if (group->node_id != NULL)
    ref = etp_scene_find_node (scene, group->node_id, ETP_ITEM_PHASE_HEAD);
  return etp_item_ref_is_none (ref) ? NULL : etp_scene_get_item (scene, ref);
}

EtpRect
etp_overview_find_curve (EtpScene *scene)
{
  EtpRect region = { 0, 0, etp_scene_get_width (scene), 0 };
  double left = G_MAXDOUBLE, right = 0, top = G_MAXDOUBLE, bottom = 0;

  for (guint i = 0; i < etp_scene_get_n_groups (scene); i++)
    {
      const EtpGroup *group = etp_scene_get_group (scene, i);

      if (find_head (scene, group) == NULL)
        continue;
      left = MIN (left, group->rect.x);
      right = MAX (right, group->rect.x + group->rect.width);
    }
  for (guint i = 0; i < etp_scene_get_n_cells (scene); i++)
    {
      const EtpPlacedCell *placed = etp_scene_get_cell (scene, i);

      for (guint j = 0; j < placed->cell->n_items; j++)
        if (placed->cell->items[j].item->kind == ETP_ITEM_CURVE)
          {
            const double y = placed->y + placed->cell->items[j].y;

            /* The first lane of feelings, if there are several. */
            if (y > top)
              continue;
            bottom = y + placed->cell->items[j].item->height;
            top = y;
          }
    }
  if (left < right)
    region = (EtpRect){ left, 0, right - left, 0 };
  if (top < bottom)
    {
      region.y = top;
      region.height = bottom - top;
    }
  return region;
}

/* The number in a phase's head; NULL: there is none. */
static const char *
find_number (const EtpItem *head)
{
  for (guint i = 0; i < head->n_marks; i++)
    if (head->marks[i].type == ETP_MARK_TEXT && head->marks[i].text != NULL
        && g_ascii_isdigit (head->marks[i].text[0]))
      return head->marks[i].text;
  return NULL;
}

/* The phase's name; its number where hardly more than an ellipsis would be left of the name. */
static void
paint_name (cairo_t *cr,
            EtpCanvas *canvas,
            const EtpGroup *group,
            const EtpItem *head,
            const EtpOverviewPlace *place,
            GtkWidget *widget)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, NAME_SAMPLE);
  const double x = place->x + (group->rect.x - place->region.x) * place->scale_x;
  const double width = group->rect.width * place->scale_x - 2 * NAME_SPACE;
  const char *number = find_number (head);
  int least = 0, height = 0;

  pango_layout_get_pixel_size (layout, &least, NULL);
  if (width >= least)
    {
      pango_layout_set_text (layout, group->name, -1);
      pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    }
  else
    {
      pango_layout_set_text (layout, number != NULL ? number : "", -1);
      pango_layout_get_pixel_size (layout, &least, NULL);
      if (number == NULL || width < least - 2 * NAME_SPACE)
        return;
    }
  pango_layout_get_pixel_size (layout, NULL, &height);
  set_source (cr, etp_style_get_color (canvas->style, ETP_COLOR_INK), 1);
  cairo_move_to (cr, x + NAME_SPACE, (ETP_OVERVIEW_NAMES - height) / 2.0);
  pango_cairo_show_layout (cr, layout);
}

void
etp_overview_paint_curve (cairo_t *cr,
                          EtpCanvas *canvas,
                          EtpScene *scene,
                          const EtpOverviewPlace *place,
                          GtkWidget *widget)
{
  for (guint i = 0; i < etp_scene_get_n_groups (scene); i++)
    {
      const EtpGroup *group = etp_scene_get_group (scene, i);
      const EtpItem *head = find_head (scene, group);
      EtpRgba color;

      if (head == NULL)
        continue;
      color = etp_style_get_color (canvas->style, ETP_COLOR_DIM);
      if (head->n_marks > 0 && (head->marks[0].fill_color & 0xff) == 0xff)
        color = head->marks[0].fill_color;
      color = etp_style_get_head_tint (canvas->style, color);
      set_source (cr, color, 1);
      cairo_rectangle (cr, place->x + (group->rect.x - place->region.x) * place->scale_x, 2,
                       group->rect.width * place->scale_x,
                       place->y + place->region.height * place->scale_y - 2);
      cairo_fill (cr);
      paint_name (cr, canvas, group, head, place, widget);
    }
  for (guint i = 0; i < etp_scene_get_n_cells (scene); i++)
    {
      const EtpPlacedCell *placed = etp_scene_get_cell (scene, i);

      for (guint j = 0; j < placed->cell->n_items; j++)
        {
          const EtpPlaced *at = &placed->cell->items[j];

          if (at->item->kind == ETP_ITEM_CURVE && placed->y + at->y <= place->region.y + 1)
            paint_curve (cr, canvas, at->item, placed->x + at->x, placed->y + at->y, place,
                         CURVE_WIDTH_LARGE);
        }
    }
}
