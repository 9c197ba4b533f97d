/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-export"

#include "config.h"

#include "etp-odp-private.h"

#include <math.h>
#include <string.h>

#include "paint/etp-paint.h"

/* Shapes as ODF draws them. Path data are in hundredths of a millimetre, as LibreOffice counts. */

#define CM (2.54 / 96) /* in a slide unit */
#define PATH_UNITS (2540.0 / 96)
#define ICON_GRID 16
#define ICON_STROKE 1.4
#define OWN_WAY 0.5 /* cm that LibreOffice goes away from a shape before it turns */

static void
add_place (EtpOdpWriter *self, const EtpRect *rect)
{
  etp_odp_add_length (self->out, "svg:x", self->x0 + rect->x * self->scale);
  etp_odp_add_length (self->out, "svg:y", self->y0 + rect->y * self->scale);
  etp_odp_add_length (self->out, "svg:width", MAX (rect->width, 0) * self->scale);
  etp_odp_add_length (self->out, "svg:height", MAX (rect->height, 0) * self->scale);
}

/* Opens the element of a shape up to its own attributes. style 0: none. */
static void
begin_element (EtpOdpWriter *self, const char *element, const EtpShape *shape, guint style)
{
  GString *out = self->out;

  g_string_append_printf (out, "<draw:%s", element);
  if (style > 0)
    g_string_append_printf (out, " draw:style-name=\"g%u\"", style);
  g_string_append_printf (out, " xml:id=\"s%u-%u\" draw:id=\"s%u-%u\"", self->slide, shape->id,
                          self->slide, shape->id);
  if (self->depth == 0)
    {
      g_string_append (out, " draw:layer=\"layout\"");
      if (shape->is_decoration && shape->n_texts == 0)
        g_string_append (out, " loext:decorative=\"true\"");
    }
}

/* What somebody hears who cannot see it; parts of groups are told by the group. */
static void
add_description (EtpOdpWriter *self, const EtpShape *shape)
{
  const EtpItem *item = shape->item;
  GString *out = self->out;

  if (self->depth > 0 || item == NULL || item->name == NULL || item->name[0] == '\0'
      || shape->is_decoration || shape->n_texts > 0)
    return;
  g_string_append (out, "<svg:title>");
  etp_xml_add_text (out, item->name, -1);
  g_string_append (out, "</svg:title>");
  if (item->note == NULL || item->note[0] == '\0')
    return;
  g_string_append (out, "<svg:desc>");
  etp_xml_add_text (out, item->note, -1);
  g_string_append (out, "</svg:desc>");
}

static gboolean
is_circle (const EtpMark *mark)
{
  const double side = MIN (mark->rect.width, mark->rect.height);

  return side > 0 && (double) mark->radius > side / 2 - 0.1
         && fabs (mark->rect.width - mark->rect.height) < 0.1;
}

/* A rectangle, one with round corners, or an ellipse, by the names that LibreOffice knows, with all
 * that others need to draw them. Text breaks in these, and in no draw:rect. */
static void
add_geometry (GString *out, const EtpMark *mark)
{
  const double side = MIN (mark->rect.width, mark->rect.height);
  const double radius = MIN ((double) mark->radius, side / 2);

  if (radius <= 0)
    g_string_append (out, "<draw:enhanced-geometry svg:viewBox=\"0 0 21600 21600\""
                          " draw:type=\"rectangle\" draw:enhanced-path=\""
                          "M 0 0 L 21600 0 21600 21600 0 21600 0 0 Z N\"/>");
  else if (is_circle (mark))
    g_string_append (out, "<draw:enhanced-geometry svg:viewBox=\"0 0 21600 21600\""
                          " draw:type=\"ellipse\" draw:text-areas=\"3163 3163 18437 18437\""
                          " draw:enhanced-path=\"U 10800 10800 10800 10800 0 360 Z N\"/>");
  else
    g_string_append_printf (
        out,
        "<draw:enhanced-geometry svg:viewBox=\"0 0 21600 21600\" draw:type=\"round-rectangle\""
        " draw:path-stretchpoint-x=\"10800\" draw:path-stretchpoint-y=\"10800\""
        " draw:modifiers=\"%ld\" draw:text-areas=\"?f2 ?f2 ?f3 ?f4\" draw:enhanced-path=\""
        "M ?f5 0 X 0 ?f6 L 0 ?f7 Y ?f5 21600 L ?f8 21600 X 21600 ?f7 L 21600 ?f6 Y ?f8 0 Z N\">"
        "<draw:equation draw:name=\"f2\" draw:formula=\"$0 *2929/10000\"/>"
        "<draw:equation draw:name=\"f3\" draw:formula=\"right-?f2 \"/>"
        "<draw:equation draw:name=\"f4\" draw:formula=\"bottom-?f2 \"/>"
        "<draw:equation draw:name=\"f5\" draw:formula=\"left+$0 \"/>"
        "<draw:equation draw:name=\"f6\" draw:formula=\"top+$0 \"/>"
        "<draw:equation draw:name=\"f7\" draw:formula=\"bottom-$0 \"/>"
        "<draw:equation draw:name=\"f8\" draw:formula=\"right-$0 \"/>"
        "</draw:enhanced-geometry>",
        lround (radius / side * 21600));
}

static void
add_box (EtpOdpWriter *self, const EtpShape *shape)
{
  begin_element (self, "custom-shape", shape, etp_odp_get_mark_style (self, shape));
  add_place (self, &shape->rect);
  g_string_append_c (self->out, '>');
  add_description (self, shape);
  etp_odp_add_paragraphs (self, shape);
  add_geometry (self->out, shape->mark);
  g_string_append (self->out, "</draw:custom-shape>");
}

static void
add_text_box (EtpOdpWriter *self, const EtpShape *shape)
{
  GString *says = g_string_new (
      "<style:graphic-properties draw:fill=\"none\" draw:stroke=\"none\"");
  EtpRect rect = etp_shape_list_get_text_box (self->list, shape);

  rect.y -= etp_mark_get_lead (etp_shape_list_get_text (self->list, shape, 0)->mark) * shape->scale;
  etp_odp_add_frame (self, says, shape);
  begin_element (self, "frame", shape, etp_odp_take_style (self, says));
  add_place (self, &rect);
  g_string_append (self->out, "><draw:text-box>");
  etp_odp_add_paragraphs (self, shape);
  g_string_append (self->out, "</draw:text-box></draw:frame>");
}

static void
add_title (EtpOdpWriter *self, const EtpShape *shape, const char *title)
{
  const char *text = shape->n_texts > 0 ? etp_shape_list_get_text (self->list, shape, 0)->mark->text
                                        : title;
  EtpRect rect = shape->rect;

  if (self->template != NULL)
    {
      etp_odp_add_placed_title (self, shape->id, text);
      return;
    }
  if (shape->n_texts > 0)
    rect.y -= etp_mark_get_lead (etp_shape_list_get_text (self->list, shape, 0)->mark)
              * shape->scale;
  begin_element (self, "frame", shape, 0);
  g_string_append_printf (self->out,
                          " presentation:style-name=\"%s\" presentation:class=\"title\""
                          " presentation:user-transformed=\"true\"",
                          self->slide == 1 ? "title-first" : "title-other");
  add_place (self, &rect);
  g_string_append (self->out, "><draw:text-box>");
  etp_odp_add_title_paragraph (self, shape, text);
  g_string_append (self->out, "</draw:text-box></draw:frame>");
}

/* A path whose units are scale slide units long and whose origin lies at (x, y) of the slide. */
static void
add_drawing (EtpOdpWriter *self,
             const EtpShape *shape,
             guint style,
             const EtpOdpPath *path,
             double x,
             double y,
             double scale)
{
  const double units = scale * PATH_UNITS;
  EtpRect rect;
  g_autofree char *d = etp_odp_path_write (path, units, &rect);

  if (d == NULL)
    return;
  begin_element (self, "path", shape, style);
  etp_odp_add_length (self->out, "svg:x", x + rect.x * scale);
  etp_odp_add_length (self->out, "svg:y", y + rect.y * scale);
  etp_odp_add_length (self->out, "svg:width", rect.width * scale);
  etp_odp_add_length (self->out, "svg:height", rect.height * scale);
  g_string_append (self->out, " svg:viewBox=\"0 0 ");
  etp_xml_add_int (self->out, MAX (llround (rect.width * units), 1));
  g_string_append_c (self->out, ' ');
  etp_xml_add_int (self->out, MAX (llround (rect.height * units), 1));
  g_string_append_printf (self->out, "\" svg:d=\"%s\">", d);
  add_description (self, shape);
  g_string_append (self->out, "</draw:path>");
}

static void
add_straight (EtpOdpWriter *self, const EtpShape *shape)
{
  const float *p = shape->mark->path->points;
  static const char *const names[] = { "svg:x1", "svg:y1", "svg:x2", "svg:y2" };

  begin_element (self, "line", shape, etp_odp_get_mark_style (self, shape));
  for (guint i = 0; i < 4; i++)
    etp_odp_add_length (self->out, names[i],
                        (i % 2 == 0 ? self->x0 : self->y0)
                            + ((i % 2 == 0 ? shape->x : shape->y) + (double) p[i] * shape->scale)
                                  * self->scale);
  g_string_append_c (self->out, '>');
  add_description (self, shape);
  g_string_append (self->out, "</draw:line>");
}

static void
add_path (EtpOdpWriter *self, const EtpShape *shape)
{
  const EtpMark *mark = shape->mark;
  g_auto (EtpOdpPath) path = { NULL };

  if (strcmp (mark->path->verbs, "ML") == 0 && mark->path->n_points == 4 && mark->fill_color == 0)
    {
      add_straight (self, shape);
      return;
    }
  etp_odp_path_copy (mark->path, &path);
  add_drawing (self, shape, etp_odp_get_mark_style (self, shape), &path,
               self->x0 + shape->x * self->scale, self->y0 + shape->y * self->scale,
               shape->scale * self->scale);
}

/* An icon's strokes have no ground and its grounds no stroke: two drawings. */
static void
add_icon (EtpOdpWriter *self, const EtpShape *shape)
{
  const double side = MIN (shape->rect.width, shape->rect.height);
  const double x = shape->rect.x + (shape->rect.width - side) / 2;
  const double y = shape->rect.y + (shape->rect.height - side) / 2;
  const EtpIcon icon = (EtpIcon) shape->mark->icon;
  const EtpIconDrawing *drawing = etp_icon_get (icon);
  const char *data[] = { drawing->strokes, drawing->fills };
  EtpShape part = *shape;

  for (guint i = 0; i < 2; i++)
    {
      EtpMark look = { .fill_color = i == 1 ? shape->mark->fill_color : 0 };
      GString *says;

      if (data[i][0] == '\0')
        continue;
      if (self->icons[icon][i].verbs == NULL)
        etp_odp_path_parse (data[i], &self->icons[icon][i]);
      says = g_string_new ("<style:graphic-properties");
      etp_odp_add_fill (self, says, &look);
      etp_odp_add_line (self, says, i == 0 ? shape->mark->fill_color : 0,
                        side / ICON_GRID * ICON_STROKE * self->scale, ETP_STROKE_SOLID, TRUE);
      add_drawing (self, &part, etp_odp_take_style (self, says), &self->icons[icon][i],
                   self->x0 + x * self->scale, self->y0 + y * self->scale,
                   side / ICON_GRID * self->scale);
      part.id += 500000; /* of its own, and beyond those of all shapes */
    }
}

/* Frames are never round: a portrait is the ground of an ellipse. */
static void
add_portrait (EtpOdpWriter *self, const EtpShape *shape, const EtpMedium *medium)
{
  GString *says = g_string_new (
      "<style:graphic-properties draw:stroke=\"none\" draw:fill=\"bitmap\""
      " style:repeat=\"stretch\" draw:fill-image-name=\"");

  g_string_append_printf (says, "%s%s", self->prefix, medium->name);
  g_string_append_c (says, '"');
  if (g_hash_table_add (self->known_hatches, (gpointer) medium))
    g_string_append_printf (self->hatches,
                            "<draw:fill-image draw:name=\"%s%s\" xlink:href=\"Pictures/%s%s\""
                            " xlink:type=\"simple\" xlink:show=\"embed\""
                            " xlink:actuate=\"onLoad\"/>",
                            self->prefix, medium->name, self->prefix, medium->name);
  begin_element (self, "custom-shape", shape, etp_odp_take_style (self, says));
  add_place (self, &shape->rect);
  g_string_append_c (self->out, '>');
  add_description (self, shape);
  add_geometry (self->out, shape->mark);
  g_string_append (self->out, "</draw:custom-shape>");
}

static void
add_image (EtpOdpWriter *self, const EtpShape *shape)
{
  const EtpMedium *medium = etp_slide_media_get (self->media, shape->mark->text);
  GString *says;
  double across, down;

  if (medium == NULL)
    {
      EtpMark empty = *shape->mark;
      EtpShape box = *shape;

      empty.fill_color = etp_rgba_with_alpha (self->deck->theme.own[ETP_SLOT_TEXT_2], 0.15);
      box.mark = &empty;
      add_box (self, &box);
      return;
    }
  etp_medium_get_crop (medium, shape->rect.width, shape->rect.height, &across, &down);
  if (is_circle (shape->mark) && across < 0.01 && down < 0.01)
    {
      add_portrait (self, shape, medium);
      return;
    }
  says = g_string_new ("<style:graphic-properties draw:fill=\"none\" draw:stroke=\"none\"");
  if (across > 0.005 || down > 0.005)
    {
      /* In lengths of the picture at its own size. */
      const double x = across * medium->natural_width * 96 * CM;
      const double y = down * medium->natural_height * 96 * CM;
      char lengths[2][G_ASCII_DTOSTR_BUF_SIZE];

      g_ascii_formatd (lengths[0], sizeof lengths[0], "%.4f", y);
      g_ascii_formatd (lengths[1], sizeof lengths[1], "%.4f", x);
      g_string_append_printf (says, " fo:clip=\"rect(%scm, %scm, %scm, %scm)\"", lengths[0],
                              lengths[1], lengths[0], lengths[1]);
    }
  begin_element (self, "frame", shape, etp_odp_take_style (self, says));
  add_place (self, &shape->rect);
  g_string_append_printf (self->out,
                          "><draw:image xlink:href=\"Pictures/%s%s\" xlink:type=\"simple\""
                          " xlink:show=\"embed\" xlink:actuate=\"onLoad\"/>",
                          self->prefix, medium->name);
  add_description (self, shape);
  g_string_append (self->out, "</draw:frame>");
}

/* How far the middle leg of a connector lies from where LibreOffice would put it. */
static double
get_skew (const EtpShape *shape)
{
  const EtpShapeRoute *route = shape->route;
  const gboolean is_level = fabs (route->x[1] - route->x[0]) >= fabs (route->y[1] - route->y[0]);
  const double *along = is_level ? route->x : route->y;

  if (route->from_side == route->to_side)
    {
      const gboolean goes_up = along[1] > along[0];
      const double far = goes_up ? MAX (along[0], along[3]) : MIN (along[0], along[3]);

      return along[1] - far - (goes_up ? OWN_WAY : -OWN_WAY) / CM;
    }
  return along[1] - (along[0] + along[3]) / 2;
}

static void
add_connector (EtpOdpWriter *self, const EtpShape *shape)
{
  /* Sides are counted counter-clockwise in PowerPoint, clockwise here, both from the top. */
  static const guint glue[] = { 0, 3, 2, 1 };
  const EtpShapeRoute *route = shape->route;
  GString *says = g_string_new ("<style:graphic-properties draw:fill=\"none\"");
  const guint last = route->n - 1;

  g_string_append_printf (says, " draw:marker-end=\"%sarrow\" draw:marker-end-center=\"false\"",
                          self->prefix);
  etp_odp_add_length (says, "draw:marker-end-width", 7.7 * shape->scale * self->scale);
  etp_odp_add_mark_line (self, says, shape);
  begin_element (self, "connector", shape, etp_odp_take_style (self, says));
  g_string_append (self->out, route->n == 2 ? " draw:type=\"line\"" : " draw:type=\"standard\"");
  if (route->n == 4)
    etp_odp_add_length (self->out, "draw:line-skew", get_skew (shape) * self->scale);
  etp_odp_add_length (self->out, "svg:x1", self->x0 + route->x[0] * self->scale);
  etp_odp_add_length (self->out, "svg:y1", self->y0 + route->y[0] * self->scale);
  etp_odp_add_length (self->out, "svg:x2", self->x0 + route->x[last] * self->scale);
  etp_odp_add_length (self->out, "svg:y2", self->y0 + route->y[last] * self->scale);
  g_string_append_printf (self->out,
                          " draw:start-shape=\"s%u-%u\" draw:start-glue-point=\"%u\""
                          " draw:end-shape=\"s%u-%u\" draw:end-glue-point=\"%u\">",
                          self->slide, route->from, glue[route->from_side], self->slide, route->to,
                          glue[route->to_side]);
  add_description (self, shape);
  g_string_append (self->out, "</draw:connector>");
}

static void
add_shape (EtpOdpWriter *self, const EtpShape *shape, const char *title)
{
  switch ((EtpShapeType) shape->type)
    {
    case ETP_SHAPE_GROUP:
      begin_element (self, "g", shape, 0);
      g_string_append_c (self->out, '>');
      add_description (self, shape);
      self->depth++;
      break;
    case ETP_SHAPE_GROUP_END:
      g_string_append (self->out, "</draw:g>");
      self->depth--;
      break;
    case ETP_SHAPE_TITLE:
      add_title (self, shape, title);
      break;
    case ETP_SHAPE_BOX:
      add_box (self, shape);
      break;
    case ETP_SHAPE_TEXT:
      add_text_box (self, shape);
      break;
    case ETP_SHAPE_PATH:
      add_path (self, shape);
      break;
    case ETP_SHAPE_ICON:
      add_icon (self, shape);
      break;
    case ETP_SHAPE_IMAGE:
      add_image (self, shape);
      break;
    case ETP_SHAPE_CONNECTOR:
      add_connector (self, shape);
      break;
    case ETP_SHAPE_BODY:
      etp_odp_add_body (self, shape);
      break;
    default:
      g_assert_not_reached ();
    }
}

void
etp_odp_add_slide (EtpOdpWriter *self, const EtpShapeList *list, guint number, const char *title)
{
  const gboolean has_subtitle = etp_odp_is_cover (self) && self->template->subtitle_place.width > 0;

  self->list = list;
  self->slide = number;
  self->depth = 0;
  g_string_append_printf (self->out, "<draw:page draw:name=\"%u ", number);
  etp_xml_add_value (self->out, title, -1);
  etp_odp_begin_page (self);
  for (guint i = 0; i < list->shapes->len; i++)
    if (!has_subtitle || etp_shape_list_get (list, i)->type == ETP_SHAPE_TITLE)
      add_shape (self, etp_shape_list_get (list, i), title);
  if (has_subtitle)
    etp_odp_add_subtitle (self, list);
  g_string_append (self->out, "</draw:page>");
}
