/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-paint"

#include "config.h"

#include "etp-marks.h"

#include <math.h>
#include <string.h>

/* The display list of an item, one mark after another, onto any cairo surface. Rounded corners are
 * one Bézier curve each (cairo_arc computes sines for every corner of every card). */

#define ARC 0.5522847498 /* control point of a quarter circle, in radii */
#define ICON_GRID 16.0
#define ICON_STROKE 1.4
#define BAR_HEIGHT 0.5 /* of the size of the text that it stands for */
#define BAR_ALPHA 0.38
#define ROUND_WIDTH 1.4 /* strokes at least this wide have round ends */

void
etp_mark_set_source (cairo_t *cr, EtpRgba color)
{
  cairo_set_source_rgba (cr, (color >> 24) / 255.0, (color >> 16 & 0xff) / 255.0,
                         (color >> 8 & 0xff) / 255.0, (color & 0xff) / 255.0);
}

void
etp_mark_add_box (cairo_t *cr, EtpRect rect, double radius)
{
  double r = MIN (radius, MIN (rect.width, rect.height) / 2);
  double x0 = rect.x, y0 = rect.y, x1 = rect.x + rect.width, y1 = rect.y + rect.height;
  double k = r * (1 - ARC);

  if (r <= 0)
    {
      cairo_rectangle (cr, rect.x, rect.y, rect.width, rect.height);
      return;
    }
  cairo_move_to (cr, x0 + r, y0);
  cairo_line_to (cr, x1 - r, y0);
  cairo_curve_to (cr, x1 - k, y0, x1, y0 + k, x1, y0 + r);
  cairo_line_to (cr, x1, y1 - r);
  cairo_curve_to (cr, x1, y1 - k, x1 - k, y1, x1 - r, y1);
  cairo_line_to (cr, x0 + r, y1);
  cairo_curve_to (cr, x0 + k, y1, x0, y1 - k, x0, y1 - r);
  cairo_line_to (cr, x0, y0 + r);
  cairo_curve_to (cr, x0, y0 + k, x0 + k, y0, x0 + r, y0);
  cairo_close_path (cr);
}

guint
etp_stroke_get_dashes (EtpStroke stroke, double width, double dashes[2])
{
  switch (stroke)
    {
    case ETP_STROKE_DASHED:
      dashes[0] = MAX (4, 3 * width);
      dashes[1] = MAX (3, 2 * width);
      return 2;
    case ETP_STROKE_DOTTED:
      dashes[0] = 0;
      dashes[1] = MAX (3, 2.2 * width);
      return 2;
    case ETP_STROKE_SOLID:
    default:
      return 0;
    }
}

gboolean
etp_stroke_is_round (EtpStroke stroke, double width)
{
  return stroke == ETP_STROKE_DOTTED || (stroke == ETP_STROKE_SOLID && width >= ROUND_WIDTH);
}

static void
stroke_path (cairo_t *cr, const EtpMark *mark)
{
  double width = (double) mark->stroke_width;
  double dashes[2];
  guint n_dashes = etp_stroke_get_dashes (mark->stroke, width, dashes);
  gboolean is_round = etp_stroke_is_round (mark->stroke, width);

  etp_mark_set_source (cr, mark->stroke_color);
  cairo_set_line_width (cr, width);
  cairo_set_line_cap (cr, is_round ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
  cairo_set_line_join (cr, is_round ? CAIRO_LINE_JOIN_ROUND : CAIRO_LINE_JOIN_MITER);
  cairo_set_dash (cr, dashes, (int) n_dashes, 0);
  cairo_stroke (cr);
  if (n_dashes > 0)
    cairo_set_dash (cr, NULL, 0, 0);
}

static void
add_path (cairo_t *cr, const EtpPath *path)
{
  const float *p = path->points;
  const float *end = p + path->n_points;

  for (const char *verb = path->verbs; *verb != '\0'; verb++)
    {
      guint n = *verb == 'C' ? 6 : *verb == 'Z' ? 0 : 2;

      if (p + n > end)
        return;
      if (*verb == 'M')
        cairo_move_to (cr, (double) p[0], (double) p[1]);
      else if (*verb == 'L')
        cairo_line_to (cr, (double) p[0], (double) p[1]);
      else if (*verb == 'C')
        cairo_curve_to (cr, (double) p[0], (double) p[1], (double) p[2], (double) p[3],
                        (double) p[4], (double) p[5]);
      else
        cairo_close_path (cr);
      p += n;
    }
}

/* Lines x + y = n × period inside the path; the path is used up. */
static void
hatch_path (cairo_t *cr, EtpRgba color)
{
  double x0, y0, x1, y1;

  cairo_save (cr);
  cairo_clip (cr);
  cairo_clip_extents (cr, &x0, &y0, &x1, &y1);
  y0 -= ETP_HATCH_WIDTH; /* the ends of the lines are not to be seen */
  y1 += ETP_HATCH_WIDTH;
  for (double sum = floor ((x0 + y0) / ETP_HATCH_PERIOD) * ETP_HATCH_PERIOD; sum < x1 + y1;
       sum += ETP_HATCH_PERIOD)
    {
      cairo_move_to (cr, sum - y0, y0);
      cairo_line_to (cr, sum - y1, y1);
    }
  etp_mark_set_source (cr, color);
  cairo_set_line_width (cr, ETP_HATCH_WIDTH);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* Fills and strokes the current path as the mark says, and uses it up. */
static void
paint_outline (cairo_t *cr, const EtpMark *mark)
{
  gboolean is_stroked = mark->stroke_color != 0 && mark->stroke_width > 0;

  if (mark->fill_color != 0 && mark->fill == ETP_FILL_HATCH)
    {
      cairo_path_t *path = is_stroked ? cairo_copy_path (cr) : NULL;

      hatch_path (cr, mark->fill_color);
      if (path != NULL)
        {
          cairo_append_path (cr, path);
          cairo_path_destroy (path);
        }
    }
  else if (mark->fill_color != 0)
    {
      etp_mark_set_source (cr, mark->fill_color);
      cairo_fill_preserve (cr);
    }
  if (is_stroked)
    stroke_path (cr, mark);
  cairo_new_path (cr);
}

static void
paint_text (const EtpMarkTools *tools, cairo_t *cr, const EtpMark *mark, const EtpRect *clip)
{
  etp_mark_set_source (cr, mark->fill_color);
  for (guint i = 0; i < mark->n_lines; i++)
    {
      const EtpTextLine *line = &mark->lines[i];
      double top = mark->rect.y + i * (double) mark->line_height;
      guint length = line->length;

      if (clip != NULL
          && (top > clip->y + clip->height || top + (double) mark->line_height < clip->y))
        continue;
      /* With the space at which it was broken, so that a text copied from a PDF keeps its words
       * apart. From right to left it would shift the line. */
      if (i + 1 < mark->n_lines && mark->text[line->start + length] == ' '
          && !etp_text_is_rtl (mark->text, line->start))
        length++;
      etp_text_show (tools->text, cr, mark->text, line->start, length, mark->font,
                     mark->rect.x + (double) line->x, top + (double) mark->baseline);
    }
}

static void
paint_bars (cairo_t *cr, const EtpMark *mark)
{
  double height = BAR_HEIGHT * (double) mark->font.size;

  for (guint i = 0; i < mark->n_lines; i++)
    {
      const EtpTextLine *line = &mark->lines[i];
      double y = mark->rect.y + (i + 0.5) * (double) mark->line_height - height / 2;

      cairo_rectangle (cr, mark->rect.x + (double) line->x, y, (double) line->width, height);
    }
  etp_mark_set_source (
      cr, etp_rgba_with_alpha (mark->fill_color, BAR_ALPHA * (mark->fill_color & 0xff) / 255.0));
  cairo_fill (cr);
}

EtpPath *
etp_icon_paths_new (void)
{
  return g_new0 (EtpPath, 2 * ETP_N_ICONS);
}

void
etp_icon_paths_free (EtpPath *icons)
{
  for (guint i = 0; i < 2 * ETP_N_ICONS; i++)
    {
      g_free (icons[i].verbs);
      g_free (icons[i].points);
    }
  g_free (icons);
}

static void
parse_path (EtpPath *path, const char *data)
{
  GString *verbs = g_string_new (NULL);
  GArray *points = g_array_new (FALSE, FALSE, sizeof (float));

  while (*data != '\0')
    {
      if (strchr ("MLCZ", *data) != NULL)
        g_string_append_c (verbs, *data++);
      else if (*data == ' ' || *data == ',')
        data++;
      else
        {
          char *end;
          float value = (float) g_ascii_strtod (data, &end);

          if (end == data)
            break;
          g_array_append_val (points, value);
          data = end;
        }
    }
  path->n_points = points->len;
  path->points = (float *) (gpointer) g_array_free (points, FALSE);
  path->verbs = g_string_free (verbs, FALSE);
}

static const EtpPath *
get_icon_path (const EtpMarkTools *tools, EtpIcon icon, gboolean fills)
{
  EtpPath *path = &tools->icons[2 * (guint) icon + (fills ? 1 : 0)];
  const EtpIconDrawing *drawing;

  if (path->verbs == NULL)
    {
      drawing = etp_icon_get (icon);
      parse_path (path, fills ? drawing->fills : drawing->strokes);
    }
  return path;
}

static double
get_icon_scale (const EtpMark *mark)
{
  return MIN (mark->rect.width, mark->rect.height) / ICON_GRID;
}

static void
add_icon (const EtpMarkTools *tools, cairo_t *cr, const EtpMarkAt *at, gboolean fills)
{
  const EtpMark *mark = at->mark;
  double scale = get_icon_scale (mark);
  cairo_matrix_t matrix;

  cairo_get_matrix (cr, &matrix);
  cairo_translate (cr, at->x + mark->rect.x + (mark->rect.width - scale * ICON_GRID) / 2,
                   at->y + mark->rect.y + (mark->rect.height - scale * ICON_GRID) / 2);
  cairo_scale (cr, scale, scale);
  add_path (cr, get_icon_path (tools, mark->icon, fills));
  cairo_set_matrix (cr, &matrix);
}

static void
paint_icons (const EtpMarkTools *tools, cairo_t *cr, const EtpMarkAt *marks, guint n)
{
  const EtpMark *first = marks[0].mark;

  if (first->icon == ETP_ICON_NONE || first->icon >= ETP_N_ICONS || get_icon_scale (first) <= 0)
    return;
  etp_mark_set_source (cr, first->fill_color);
  for (guint i = 0; i < n; i++)
    add_icon (tools, cr, &marks[i], TRUE);
  cairo_fill (cr);
  for (guint i = 0; i < n; i++)
    add_icon (tools, cr, &marks[i], FALSE);
  cairo_set_line_width (cr, ICON_STROKE * get_icon_scale (first));
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (cr);
}

static void
paint_no_image (const EtpMarkTools *tools, cairo_t *cr, const EtpMark *mark, EtpStyle *style)
{
  EtpRgba dim = etp_style_get_color (style, ETP_COLOR_DIM);
  double side = MIN (32, MIN (mark->rect.width, mark->rect.height) / 2);
  EtpMark icon = { .type = ETP_MARK_ICON,
                   .icon = ETP_ICON_IMAGE,
                   .fill_color = dim,
                   .rect = { mark->rect.x + (mark->rect.width - side) / 2,
                             mark->rect.y + (mark->rect.height - side) / 2, side, side } };

  etp_mark_add_box (cr, mark->rect, (double) mark->radius);
  etp_mark_set_source (cr, etp_rgba_with_alpha (dim, 0.15));
  cairo_fill (cr);
  paint_icons (tools, cr, &(EtpMarkAt){ &icon, 0, 0 }, 1);
}

/* What a rectangle covers on an image surface. */
static void
get_size_px (cairo_t *cr, const EtpRect *rect, double *width, double *height)
{
  cairo_matrix_t matrix;
  double scale_x, scale_y;

  cairo_get_matrix (cr, &matrix);
  cairo_surface_get_device_scale (cairo_get_group_target (cr), &scale_x, &scale_y);
  *width = rect->width * hypot (matrix.xx, matrix.yx) * scale_x;
  *height = rect->height * hypot (matrix.xy, matrix.yy) * scale_y;
}

static void
paint_image (const EtpMarkTools *tools, cairo_t *cr, const EtpMark *mark, EtpStyle *style)
{
  cairo_surface_t *surface;
  double width, height, scale;

  get_size_px (cr, &mark->rect, &width, &height);
  surface = etp_pictures_get (tools->pictures, tools->journey, mark->text, width, height);
  if (surface == NULL)
    {
      paint_no_image (tools, cr, mark, style);
      return;
    }
  width = cairo_image_surface_get_width (surface);
  height = cairo_image_surface_get_height (surface);
  scale = MAX (mark->rect.width / width, mark->rect.height / height);
  cairo_save (cr);
  etp_mark_add_box (cr, mark->rect, (double) mark->radius);
  cairo_clip (cr);
  cairo_translate (cr, mark->rect.x + (mark->rect.width - scale * width) / 2,
                   mark->rect.y + (mark->rect.height - scale * height) / 2);
  cairo_scale (cr, scale, scale);
  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_pattern_set_extend (cairo_get_source (cr), CAIRO_EXTEND_PAD);
  cairo_paint (cr);
  cairo_restore (cr);
}

gboolean
etp_mark_can_join (const EtpMark *a, const EtpMark *b)
{
  if (a->type != b->type || a->fill_color != b->fill_color)
    return FALSE;
  if (a->type == ETP_MARK_ICON)
    return a->icon != ETP_ICON_NONE && b->icon != ETP_ICON_NONE && get_icon_scale (a) > 0
           && get_icon_scale (a) == get_icon_scale (b);
  return a->type == ETP_MARK_BOX && a->fill == b->fill && a->stroke == b->stroke
         && a->stroke_color == b->stroke_color && a->stroke_width == b->stroke_width;
}

void
etp_mark_paint_joined (
    const EtpMarkTools *tools, cairo_t *cr, const EtpMarkAt *marks, guint n, EtpStyle *style)
{
  const EtpMark *first = marks[0].mark;
  cairo_matrix_t matrix;

  if (first->type == ETP_MARK_ICON)
    {
      paint_icons (tools, cr, marks, n);
      return;
    }
  if (first->type == ETP_MARK_BOX)
    {
      for (guint i = 0; i < n; i++)
        {
          EtpRect rect = marks[i].mark->rect;

          rect.x += marks[i].x;
          rect.y += marks[i].y;
          etp_mark_add_box (cr, rect, (double) marks[i].mark->radius);
        }
      paint_outline (cr, first);
      return;
    }
  g_assert (n == 1);
  cairo_get_matrix (cr, &matrix);
  cairo_translate (cr, marks[0].x, marks[0].y);
  etp_mark_paint (tools, cr, first, style, ETP_DETAIL_FULL, NULL);
  cairo_set_matrix (cr, &matrix);
}

void
etp_mark_paint (const EtpMarkTools *tools,
                cairo_t *cr,
                const EtpMark *mark,
                EtpStyle *style,
                EtpDetail detail,
                const EtpRect *clip)
{
  if (detail > mark->detail)
    {
      if (mark->type == ETP_MARK_TEXT && mark->bar && detail <= ETP_DETAIL_BARS)
        paint_bars (cr, mark);
      return;
    }
  switch ((EtpMarkType) mark->type)
    {
    case ETP_MARK_BOX:
      etp_mark_add_box (cr, mark->rect, (double) mark->radius);
      paint_outline (cr, mark);
      break;
    case ETP_MARK_TEXT:
      paint_text (tools, cr, mark, clip);
      break;
    case ETP_MARK_ICON:
      paint_icons (tools, cr, &(EtpMarkAt){ mark, 0, 0 }, 1);
      break;
    case ETP_MARK_PATH:
      add_path (cr, mark->path);
      paint_outline (cr, mark);
      break;
    case ETP_MARK_IMAGE:
      paint_image (tools, cr, mark, style);
      break;
    default:
      g_assert_not_reached ();
    }
}
