/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-export"

#include "config.h"

#include "etp-svg-marks.h"

#include <math.h>
#include <string.h>

#include "model/etp-fields.h"
#include "model/etp-types.h"
#include "paint/etp-pictures.h"
#include "scene/etp-icon.h"

/* Shapes and real text that people edit in a drawing program: what the painter draws, element by
 * element, with nothing that a common reader of SVG 1.1 does not know. */

void
etp_svg_add_number (GString *out, double number)
{
  char digits[32];
  guint n = sizeof digits;
  gint64 value = (gint64) llround (CLAMP (number, -1e12, 1e12) * 100);
  guint64 rest = (guint64) ABS (value);
  guint places = rest % 100 == 0 ? 0 : rest % 10 == 0 ? 1 : 2;

  if (places < 2)
    rest /= places == 0 ? 100 : 10;
  for (guint i = 0; i < places; i++, rest /= 10)
    digits[--n] = (char) ('0' + rest % 10);
  if (places > 0)
    digits[--n] = '.';
  do
    {
      digits[--n] = (char) ('0' + rest % 10);
      rest /= 10;
    }
  while (rest > 0);
  if (value < 0)
    digits[--n] = '-';
  g_string_append_len (out, digits + n, (gssize) (sizeof digits - n));
}

static void
add_attribute (GString *out, const char *name, double number)
{
  g_string_append_c (out, ' ');
  g_string_append (out, name);
  g_string_append (out, "=\"");
  etp_svg_add_number (out, number);
  g_string_append_c (out, '"');
}

static void
add_hex (GString *out, guint32 value, guint n_digits)
{
  for (guint i = n_digits; i > 0; i--)
    g_string_append_c (out, "0123456789abcdef"[value >> (4 * (i - 1)) & 0xf]);
}

void
etp_svg_add_color (GString *out, const char *name, EtpRgba color)
{
  g_string_append_c (out, ' ');
  g_string_append (out, name);
  if (color == 0)
    {
      g_string_append (out, "=\"none\"");
      return;
    }
  g_string_append (out, "=\"#");
  add_hex (out, color >> 8, 6);
  g_string_append_c (out, '"');
  if ((color & 0xff) != 0xff)
    {
      g_string_append_c (out, ' ');
      g_string_append (out, name);
      g_string_append (out, "-opacity=\"");
      etp_svg_add_number (out, (color & 0xff) / 255.0);
      g_string_append_c (out, '"');
    }
}

void
etp_svg_add_hatch (GString *out, EtpRgba color)
{
  double period = ETP_HATCH_PERIOD / G_SQRT2;

  g_string_append (out, "<pattern id=\"hatch-");
  add_hex (out, color, 8);
  g_string_append (out, "\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"");
  add_attribute (out, "width", period);
  add_attribute (out, "height", period);
  g_string_append (out, "><rect");
  add_attribute (out, "width", ETP_HATCH_WIDTH);
  add_attribute (out, "height", period);
  etp_svg_add_color (out, "fill", color);
  g_string_append (out, "/></pattern>\n");
}

static void
add_fill (GString *out, const EtpMark *mark)
{
  if (mark->fill == ETP_FILL_HATCH && mark->fill_color != 0)
    {
      g_string_append (out, " fill=\"url(#hatch-");
      add_hex (out, mark->fill_color, 8);
      g_string_append (out, ")\"");
    }
  else
    etp_svg_add_color (out, "fill", mark->fill_color);
}

static void
add_stroke (GString *out, const EtpMark *mark)
{
  double width = (double) mark->stroke_width;
  double dashes[2];

  if (mark->stroke_color == 0 || width <= 0)
    return;
  etp_svg_add_color (out, "stroke", mark->stroke_color);
  if (width != 1)
    add_attribute (out, "stroke-width", width);
  if (etp_stroke_get_dashes (mark->stroke, width, dashes) > 0)
    {
      g_string_append (out, " stroke-dasharray=\"");
      etp_svg_add_number (out, dashes[0]);
      g_string_append_c (out, ' ');
      etp_svg_add_number (out, dashes[1]);
      g_string_append_c (out, '"');
    }
  if (etp_stroke_is_round (mark->stroke, width))
    g_string_append (out, " stroke-linecap=\"round\" stroke-linejoin=\"round\"");
}

static void
add_box (GString *out, EtpRect rect, double radius)
{
  radius = MIN (radius, MIN (rect.width, rect.height) / 2);
  g_string_append (out, "<rect");
  add_attribute (out, "x", rect.x);
  add_attribute (out, "y", rect.y);
  add_attribute (out, "width", rect.width);
  add_attribute (out, "height", rect.height);
  if (radius > 0)
    add_attribute (out, "rx", radius);
}

static void
add_path (GString *out, const EtpMark *mark)
{
  const float *p = mark->path->points;
  const float *end = p + mark->path->n_points;

  g_string_append (out, "<path d=\"");
  for (const char *verb = mark->path->verbs; *verb != '\0'; verb++)
    {
      guint n = *verb == 'C' ? 6 : *verb == 'Z' ? 0 : 2;

      if (p + n > end)
        break;
      g_string_append_c (out, *verb);
      for (guint i = 0; i < n; i++)
        {
          if (i > 0)
            g_string_append_c (out, ' ');
          etp_svg_add_number (out, (double) p[i]);
        }
      p += n;
    }
  g_string_append_c (out, '"');
  add_fill (out, mark);
  add_stroke (out, mark);
  g_string_append (out, "/>\n");
}

/* Where a line is anchored, so that it stays in place if the reader has another font: at the side
 * from which it is aligned. "start" of a text from right to left is its right side. */
static void
add_text_start (GString *out, const EtpMark *mark, gboolean rtl, double *share)
{
  static const double shares[] = { 0, 0.5, 1 };
  gboolean is_right = mark->align == ETP_ALIGN_END || (rtl && mark->align == ETP_ALIGN_START);

  *share = is_right ? 1 : shares[mark->align];
  g_string_append (out, rtl ? "<text direction=\"rtl\"" : "<text");
  if (mark->align == ETP_ALIGN_CENTER)
    g_string_append (out, " text-anchor=\"middle\"");
  else if (is_right != rtl)
    g_string_append (out, " text-anchor=\"end\"");
  add_attribute (out, "font-size", (double) mark->font.size);
  if (mark->font.weight != 400)
    add_attribute (out, "font-weight", mark->font.weight);
  if (mark->font.italic)
    g_string_append (out, " font-style=\"italic\"");
  if (mark->font.tabular)
    g_string_append (out, " style=\"font-feature-settings:'tnum'\"");
  etp_svg_add_color (out, "fill", mark->fill_color);
  g_string_append_c (out, '>');
}

static void
add_text_mark (GString *out, const EtpMark *mark)
{
  gboolean rtl;
  double share;

  if (mark->n_lines == 0)
    return;
  rtl = etp_text_is_rtl (mark->text, mark->lines[0].start);
  add_text_start (out, mark, rtl, &share);
  for (guint i = 0; i < mark->n_lines; i++)
    {
      const EtpTextLine *line = &mark->lines[i];

      g_string_append (out, "<tspan");
      add_attribute (out, "x", mark->rect.x + (double) line->x + share * (double) line->width);
      add_attribute (out, "y",
                     mark->rect.y + i * (double) mark->line_height + (double) mark->baseline);
      g_string_append_c (out, '>');
      etp_xml_add_text (out, mark->text + line->start, (gssize) line->length);
      /* The space at which the line was broken: for search and copying. Elsewhere it would shift
       * the line. */
      if (share == 0 && i + 1 < mark->n_lines && line[1].start > line->start + line->length)
        g_string_append_c (out, ' ');
      g_string_append (out, "</tspan>");
    }
  g_string_append (out, "</text>\n");
}

static void
add_icon (GString *out, EtpIcon icon, EtpRect rect, EtpRgba ink)
{
  const EtpIconDrawing *drawing = etp_icon_get (icon);
  double scale = MIN (rect.width, rect.height) / 16;

  if (icon == ETP_ICON_NONE || drawing == NULL || scale <= 0)
    return;
  g_string_append (out, "<g transform=\"translate(");
  etp_svg_add_number (out, rect.x + (rect.width - 16 * scale) / 2);
  g_string_append_c (out, ' ');
  etp_svg_add_number (out, rect.y + (rect.height - 16 * scale) / 2);
  g_string_append (out, ") scale(");
  g_string_append_printf (out, "%d.%04d", (int) scale, (int) (scale * 10000) % 10000);
  g_string_append (out, ")\">");
  if (drawing->fills[0] != '\0')
    {
      g_string_append (out, "<path");
      etp_svg_add_color (out, "fill", ink);
      g_string_append_printf (out, " d=\"%s\"/>", drawing->fills);
    }
  if (drawing->strokes[0] != '\0')
    {
      g_string_append (out, "<path fill=\"none\" stroke-width=\"1.4\" stroke-linecap=\"round\""
                            " stroke-linejoin=\"round\"");
      etp_svg_add_color (out, "stroke", ink);
      g_string_append_printf (out, " d=\"%s\"/>", drawing->strokes);
    }
  g_string_append (out, "</g>\n");
}

static void
add_no_image (GString *out, const EtpMark *mark, EtpStyle *style)
{
  EtpRgba dim = etp_style_get_color (style, ETP_COLOR_DIM);
  double side = MIN (32, MIN (mark->rect.width, mark->rect.height) / 2);
  EtpRect icon = { mark->rect.x + (mark->rect.width - side) / 2,
                   mark->rect.y + (mark->rect.height - side) / 2, side, side };

  add_box (out, mark->rect, (double) mark->radius);
  etp_svg_add_color (out, "fill", etp_rgba_with_alpha (dim, 0.15));
  g_string_append (out, "/>\n");
  add_icon (out, ETP_ICON_IMAGE, icon, dim);
}

static void
add_image (GString *out, const EtpMark *mark, const EtpExportScene *scene, guint *serial)
{
  EtpNode *asset = etp_journey_get_node (scene->journey, mark->text);
  GBytes *bytes = NULL;
  EtpPictureInfo info;
  g_autofree char *data = NULL;
  gsize length;
  const guchar *start;

  if (asset != NULL && etp_node_get_list (asset) == ETP_LIST_ASSETS)
    bytes = etp_node_get_bytes (asset, ETP_ASSET_DATA);
  if (bytes == NULL || !etp_picture_get_info (bytes, &info))
    {
      add_no_image (out, mark, scene->style);
      return;
    }
  g_string_append_printf (out, "<clipPath id=\"clip-%u\">", *serial);
  add_box (out, mark->rect, (double) mark->radius);
  g_string_append_printf (out, "/></clipPath><image clip-path=\"url(#clip-%u)\"", (*serial)++);
  add_attribute (out, "x", mark->rect.x);
  add_attribute (out, "y", mark->rect.y);
  add_attribute (out, "width", mark->rect.width);
  add_attribute (out, "height", mark->rect.height);
  start = g_bytes_get_data (bytes, &length);
  data = g_base64_encode (start, length);
  g_string_append (out, " preserveAspectRatio=\"xMidYMid slice\" xlink:href=\"data:");
  g_string_append (out, info.mime_type);
  g_string_append (out, ";base64,");
  g_string_append (out, data);
  g_string_append (out, "\"/>\n");
}

void
etp_svg_add_mark (GString *out, const EtpMark *mark, const EtpExportScene *scene, guint *serial)
{
  switch ((EtpMarkType) mark->type)
    {
    case ETP_MARK_BOX:
      add_box (out, mark->rect, (double) mark->radius);
      add_fill (out, mark);
      add_stroke (out, mark);
      g_string_append (out, "/>\n");
      break;
    case ETP_MARK_TEXT:
      add_text_mark (out, mark);
      break;
    case ETP_MARK_ICON:
      add_icon (out, mark->icon, mark->rect, mark->fill_color);
      break;
    case ETP_MARK_PATH:
      add_path (out, mark);
      break;
    case ETP_MARK_IMAGE:
      add_image (out, mark, scene, serial);
      break;
    default:
      g_assert_not_reached ();
    }
}
