/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-export"

#include "config.h"

#include "etp-odp-private.h"

#include <math.h>

#include "paint/etp-paint.h"

/* Looks as styles with names. A slide of a hundred shapes has about thirty. */

#define CM (2.54 / 96) /* in a slide unit */

void
etp_odp_writer_init (EtpOdpWriter *self, EtpSlideDeck *deck, EtpOdpTemplate *template)
{
  EtpOdpStyles *all[] = { &self->graphics, &self->paragraphs, &self->texts };
  static const char *const names[][2] = { { "g", "graphic" },
                                          { "P", "paragraph" },
                                          { "T", "text" } };

  *self = (EtpOdpWriter){ .deck = deck,
                          .media = &deck->media,
                          .family = etp_text_get_family (deck->export.text),
                          .scale = 1 };
  if (template != NULL)
    {
      const char *titles = template->title.family, *subtitles = template->subtitle.family;

      self->template = template;
      self->family = template->family != NULL ? template->family : self->family;
      self->titles = titles != NULL ? etp_text_new_for (titles) : etp_text_new ();
      self->subtitles = subtitles != NULL ? etp_text_new_for (subtitles) : etp_text_new ();
    }
  self->has_outline = template == NULL || etp_odp_template_has_outline (template);
  self->has_color = template == NULL || etp_odp_template_has_readable_outline (template);
  self->prefix = template != NULL ? template->prefix : "etappe-";
  self->out = g_string_sized_new (256 * 1024);
  self->styles = g_string_new (NULL);
  self->hatches = g_string_new (NULL);
  self->known_hatches = g_hash_table_new (NULL, NULL);
  self->lists = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    *all[i] = (EtpOdpStyles){ names[i][0], names[i][1],
                              g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL) };
}

void
etp_odp_writer_clear (EtpOdpWriter *self)
{
  g_clear_object (&self->titles);
  g_clear_object (&self->subtitles);
  g_string_free (self->out, TRUE);
  g_string_free (self->styles, TRUE);
  g_string_free (self->hatches, TRUE);
  g_hash_table_unref (self->known_hatches);
  g_hash_table_unref (self->graphics.names);
  g_hash_table_unref (self->paragraphs.names);
  g_hash_table_unref (self->texts.names);
  g_hash_table_unref (self->lists);
  for (guint i = 0; i < ETP_N_ICONS; i++)
    {
      etp_odp_path_clear (&self->icons[i][0]);
      etp_odp_path_clear (&self->icons[i][1]);
    }
}

guint
etp_odp_get_style (EtpOdpWriter *self, EtpOdpStyles *styles, const char *content)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (styles->names, content));

  if (number > 0)
    return number;
  number = g_hash_table_size (styles->names) + 1;
  g_hash_table_insert (styles->names, g_strdup (content), GUINT_TO_POINTER (number));
  g_string_append_printf (self->styles,
                          "<style:style style:name=\"%s%u\" style:family=\"%s\">%s</style:style>",
                          styles->prefix, number, styles->family, content);
  return number;
}

void
etp_odp_add_length (GString *out, const char *name, double length)
{
  const gint64 value = llround (length * CM * 10000);
  const guint64 rest = (guint64) ABS (value);

  g_string_append_printf (out, " %s=\"%s%u.%04ucm\"", name, value < 0 ? "-" : "",
                          (guint) (rest / 10000), (guint) (rest % 10000));
}

void
etp_odp_add_color (GString *out, const char *name, EtpRgba color)
{
  g_string_append_printf (out, " %s=\"#", name);
  etp_xml_add_rgb (out, color);
  g_string_append_c (out, '"');
}

void
etp_odp_add_letters (GString *out, double points, guint weight, gboolean is_italic)
{
  static const char *const names[][3] = {
    { "fo:font-size", "fo:font-weight", "fo:font-style" },
    { "style:font-size-asian", "style:font-weight-asian", "style:font-style-asian" },
    { "style:font-size-complex", "style:font-weight-complex", "style:font-style-complex" }
  };
  const guint hundredths = (guint) floor (points * 100 + 1e-6);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_string_append_printf (out, " %s=\"%u.%02upt\"", names[i][0], hundredths / 100,
                              hundredths % 100);
      if (weight == 400)
        g_string_append_printf (out, " %s=\"normal\"", names[i][1]);
      else if (weight >= 700)
        g_string_append_printf (out, " %s=\"bold\"", names[i][1]);
      else if (weight > 0)
        g_string_append_printf (out, " %s=\"%u\"", names[i][1], weight);
      if (is_italic)
        g_string_append_printf (out, " %s=\"italic\"", names[i][2]);
    }
}

void
etp_odp_add_percent (GString *out, const char *name, double share)
{
  g_string_append_printf (out, " %s=\"%ld%%\"", name, lround (share * 100));
}

void
etp_odp_add_fill (EtpOdpWriter *self, GString *says, const EtpMark *mark)
{
  const EtpRgba color = mark->fill_color;

  if (color == 0)
    {
      g_string_append (says, " draw:fill=\"none\"");
      return;
    }
  if (mark->fill == ETP_FILL_HATCH)
    {
      g_string_append (says, " draw:fill=\"hatch\" draw:fill-hatch-name=\"");
      g_string_append (says, self->prefix);
      etp_xml_add_rgb (says, color);
      g_string_append_c (says, '"');
      if (g_hash_table_add (self->known_hatches, GUINT_TO_POINTER (color | 0xff)))
        {
          g_string_append (self->hatches, "<draw:hatch draw:name=\"");
          g_string_append (self->hatches, self->prefix);
          etp_xml_add_rgb (self->hatches, color);
          g_string_append (self->hatches, "\" draw:style=\"single\" draw:rotation=\"450\"");
          etp_odp_add_color (self->hatches, "draw:color", color);
          etp_odp_add_length (self->hatches, "draw:distance", ETP_HATCH_PERIOD / G_SQRT2);
          g_string_append (self->hatches, "/>");
        }
      return;
    }
  g_string_append (says, " draw:fill=\"solid\"");
  etp_odp_add_color (says, "draw:fill-color", color);
  if ((color & 0xff) != 0xff)
    etp_odp_add_percent (says, "draw:opacity", (color & 0xff) / 255.0);
}

void
etp_odp_add_line (EtpOdpWriter *self,
                  GString *says,
                  EtpRgba color,
                  double width,
                  EtpStroke stroke,
                  gboolean is_round)
{
  if (color == 0 || width <= 0)
    {
      g_string_append (says, " draw:stroke=\"none\"");
      return;
    }
  if (stroke == ETP_STROKE_SOLID)
    g_string_append (says, " draw:stroke=\"solid\"");
  else
    g_string_append_printf (says, " draw:stroke=\"dash\" draw:stroke-dash=\"%s%s\"", self->prefix,
                            stroke == ETP_STROKE_DASHED ? "dashes" : "dots");
  etp_odp_add_length (says, "svg:stroke-width", width);
  etp_odp_add_color (says, "svg:stroke-color", color);
  if ((color & 0xff) != 0xff)
    etp_odp_add_percent (says, "svg:stroke-opacity", (color & 0xff) / 255.0);
  if (is_round)
    g_string_append (says, " draw:stroke-linejoin=\"round\" svg:stroke-linecap=\"round\"");
}

void
etp_odp_add_mark_line (EtpOdpWriter *self, GString *says, const EtpShape *shape)
{
  const EtpMark *mark = shape->mark;
  const double width = (double) mark->stroke_width;

  etp_odp_add_line (self, says, mark->stroke_color, width * shape->scale * self->scale,
                    (EtpStroke) mark->stroke,
                    etp_stroke_is_round ((EtpStroke) mark->stroke, width));
}

/* How text stands in a shape. */
void
etp_odp_add_frame (EtpOdpWriter *self, GString *says, const EtpShape *shape)
{
  EtpShapeFrame frame = { 0 };
  double lead = 0;

  if (shape->n_texts > 0)
    {
      frame = etp_shape_list_get_frame (self->list, shape);
      lead = etp_mark_get_lead (etp_shape_list_get_text (self->list, shape, 0)->mark)
             * shape->scale;
    }
  if (frame.is_middle || shape->type != ETP_SHAPE_BOX)
    frame.top = 0;
  else
    frame.top = MAX (frame.top - lead, 0);
  etp_odp_add_length (says, "fo:padding-left", frame.left * self->scale);
  etp_odp_add_length (says, "fo:padding-top", frame.top * self->scale);
  etp_odp_add_length (says, "fo:padding-right", frame.right * self->scale);
  etp_odp_add_length (says, "fo:padding-bottom", frame.is_middle ? 2 * lead * self->scale : 0);
  g_string_append (says, frame.is_middle ? " draw:textarea-vertical-align=\"middle\""
                                         : " draw:textarea-vertical-align=\"top\"");
  if (frame.is_single)
    {
      const EtpMark *mark = etp_shape_list_get_text (self->list, shape, 0)->mark;
      const gboolean is_end = mark->align == ETP_ALIGN_END
                              || (mark->align == ETP_ALIGN_START
                                  && etp_text_is_rtl (mark->text, 0));
      const gboolean is_center = frame.is_centered || mark->align == ETP_ALIGN_CENTER;

      g_string_append (says, " fo:wrap-option=\"no-wrap\" draw:textarea-horizontal-align=\"");
      g_string_append (says, is_center ? "center\"" : is_end ? "right\"" : "left\"");
    }
  else
    g_string_append (says, " fo:wrap-option=\"wrap\" draw:textarea-horizontal-align=\"justify\"");
  /* A text box without wrapping grows with its text; a shape does not. */
  g_string_append (says, " draw:auto-grow-height=\"false\" draw:auto-grow-width=\"");
  g_string_append (says, frame.is_single && shape->type == ETP_SHAPE_TEXT ? "true\"" : "false\"");
}

/* Ends the properties and finds the style; frees says. */
guint
etp_odp_take_style (EtpOdpWriter *self, GString *says)
{
  guint number;

  g_string_append (says, "/>");
  number = etp_odp_get_style (self, &self->graphics, says->str);
  g_string_free (says, TRUE);
  return number;
}

guint
etp_odp_get_mark_style (EtpOdpWriter *self, const EtpShape *shape)
{
  GString *says = g_string_new ("<style:graphic-properties");

  etp_odp_add_fill (self, says, shape->mark);
  etp_odp_add_mark_line (self, says, shape);
  etp_odp_add_frame (self, says, shape);
  return etp_odp_take_style (self, says);
}
