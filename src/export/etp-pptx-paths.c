/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-export"

#include "config.h"

#include "etp-pptx-private.h"

#include <math.h>
#include <string.h>

/* Lines, curves and icons as geometry of DrawingML. */

#define ICON_GRID 16
#define ICON_STROKE 1.4
#define ICON_UNITS 100 /* of the path, for one of the grid */

static void
add_point (GString *out, double x, double y)
{
  etp_pptx_add_pair (out, "pt", "x", llround (x), "y", llround (y));
}

/* Opens <a:custGeom> up to its paths. */
static void
begin_geometry (GString *out)
{
  g_string_append (out, "<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
                        "<a:rect l=\"0\" t=\"0\" r=\"r\" b=\"b\"/><a:pathLst>");
}

static void
add_step (GString *out, char verb, const double *p)
{
  switch (verb)
    {
    case 'M':
      g_string_append (out, "<a:moveTo>");
      add_point (out, p[0], p[1]);
      g_string_append (out, "</a:moveTo>");
      break;
    case 'L':
      g_string_append (out, "<a:lnTo>");
      add_point (out, p[0], p[1]);
      g_string_append (out, "</a:lnTo>");
      break;
    case 'C':
      g_string_append (out, "<a:cubicBezTo>");
      for (guint i = 0; i < 6; i += 2)
        add_point (out, p[i], p[i + 1]);
      g_string_append (out, "</a:cubicBezTo>");
      break;
    default:
      g_string_append (out, "<a:close/>");
    }
}

static guint
count_numbers (char verb)
{
  return verb == 'C' ? 6 : verb == 'Z' ? 0 : 2;
}

/* A straight line is one that can be pulled at its ends. */
static void
add_straight (EtpPptxWriter *self, const EtpShape *shape)
{
  const float *p = shape->mark->path->points;
  const char *flips[] = { "", " flipH=\"1\"", " flipV=\"1\"", " flipH=\"1\" flipV=\"1\"" };

  g_string_append (self->out, "<p:cxnSp><p:nvCxnSpPr>");
  etp_pptx_add_identity (self, shape);
  g_string_append (self->out, "<p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr><p:spPr>");
  etp_pptx_add_place (self, &shape->rect, flips[(p[2] < p[0]) | (p[3] < p[1]) << 1], FALSE);
  g_string_append (self->out, "<a:prstGeom prst=\"line\"><a:avLst/></a:prstGeom>");
  etp_pptx_add_line (self, shape->mark, shape->scale);
  g_string_append (self->out, "</p:spPr></p:cxnSp>");
}

void
etp_pptx_add_path (EtpPptxWriter *self, const EtpShape *shape)
{
  const EtpMark *mark = shape->mark;
  const float *p = mark->path->points, *end = p + mark->path->n_points;
  const double units = shape->scale * self->scale * 100;
  GString *out = self->out;

  if (strcmp (mark->path->verbs, "ML") == 0 && mark->path->n_points == 4 && mark->fill_color == 0)
    {
      add_straight (self, shape);
      return;
    }
  etp_pptx_begin_shape (self, shape, FALSE);
  etp_pptx_add_place (self, &shape->rect, "", FALSE);
  begin_geometry (out);
  g_string_append (out, "<a:path");
  etp_pptx_add_number (out, "w", MAX (llround (mark->rect.width * units), 1));
  etp_pptx_add_number (out, "h", MAX (llround (mark->rect.height * units), 1));
  g_string_append (out, mark->fill_color == 0 ? " fill=\"none\">" : ">");
  for (const char *verb = mark->path->verbs; *verb != '\0'; verb++)
    {
      const guint n = count_numbers (*verb);
      double numbers[6];

      if (p + n > end)
        break;
      for (guint i = 0; i < n; i++)
        numbers[i] = ((double) p[i] - (i % 2 == 0 ? mark->rect.x : mark->rect.y)) * units;
      p += n;
      add_step (out, *verb, numbers);
    }
  g_string_append (out, "</a:path></a:pathLst></a:custGeom>");
  etp_pptx_add_fill (self, mark);
  etp_pptx_add_line (self, mark, shape->scale);
  etp_pptx_end_shape (self, shape);
}

/* One of an icon's two drawings, written as SVG path data, as an <a:path>. */
static void
add_icon_path (GString *out, const char *data, const char *attributes)
{
  if (data[0] == '\0')
    return;
  g_string_append (out, "<a:path");
  etp_pptx_add_number (out, "w", ICON_GRID * ICON_UNITS);
  etp_pptx_add_number (out, "h", ICON_GRID * ICON_UNITS);
  g_string_append (out, attributes);
  while (*data != '\0')
    {
      const char verb = *data++;
      double numbers[6] = { 0 };

      if (strchr ("MLCZ", verb) == NULL)
        continue;
      for (guint i = 0; i < count_numbers (verb); i++)
        {
          char *next;

          numbers[i] = g_ascii_strtod (data, &next) * ICON_UNITS;
          data = next;
        }
      add_step (out, verb, numbers);
    }
  g_string_append (out, "</a:path>");
}

static const char *
get_icon (EtpPptxWriter *self, EtpIcon icon)
{
  if (self->icons[icon] == NULL)
    {
      const EtpIconDrawing *drawing = etp_icon_get (icon);
      GString *out = g_string_new (NULL);

      begin_geometry (out);
      add_icon_path (out, drawing->fills, " stroke=\"0\">");
      add_icon_path (out, drawing->strokes, " fill=\"none\">");
      g_string_append (out, "</a:pathLst></a:custGeom>");
      self->icons[icon] = g_string_free (out, FALSE);
    }
  return self->icons[icon];
}

void
etp_pptx_add_icon (EtpPptxWriter *self, const EtpShape *shape)
{
  const double side = MIN (shape->rect.width, shape->rect.height);
  const EtpRect square = { shape->rect.x + (shape->rect.width - side) / 2,
                           shape->rect.y + (shape->rect.height - side) / 2, side, side };

  etp_pptx_begin_shape (self, shape, FALSE);
  etp_pptx_add_place (self, &square, "", FALSE);
  g_string_append (self->out, get_icon (self, (EtpIcon) shape->mark->icon));
  etp_pptx_add_color (self, shape->mark->fill_color);
  g_string_append (self->out, "<a:ln");
  etp_pptx_add_number (self->out, "w", etp_pptx_get_length (self, side / ICON_GRID * ICON_STROKE));
  g_string_append (self->out, " cap=\"rnd\">");
  etp_pptx_add_color (self, shape->mark->fill_color);
  g_string_append (self->out, "<a:round/></a:ln>");
  etp_pptx_end_shape (self, shape);
}
