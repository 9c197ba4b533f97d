/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-paint"

#include "config.h"

#include "etp-text-private.h"

#include <string.h>

#include "etp-break.h"

/* EtpText: fonts, metrics and drawing. Breaking into lines is in etp-text-lines.c, with the choice
 * between shaped pieces and layouts. A line is drawn with one call for each face, so that in a PDF
 * it is one piece of text to select. */

#define DIRECTION_BYTES 65536 /* how far back a line looks for the direction of its paragraph */
#define DIRECTION_LIMIT 4096 /* how far on it looks for a letter */

static void etp_text_measurer_init (EtpMeasurerInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (EtpText,
                               etp_text,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (ETP_TYPE_MEASURER, etp_text_measurer_init))

/* Direction of the paragraph that the byte at start belongs to, by rule P2 of UAX #9 without
 * isolates: its first letter decides. */
PangoDirection
etp_text_find_direction (const char *text, gsize start)
{
  const char *from = text + start;
  const char *floor = start > DIRECTION_BYTES ? from - DIRECTION_BYTES : text;
  const char *newline = memrchr (floor, '\n', (gsize) (from - floor));
  const char *begin = newline != NULL ? newline + 1 : floor;

  while (((guchar) *begin & 0xc0) == 0x80)
    begin++;
  for (const char *p = begin; *p != '\0' && *p != '\n' && p < begin + DIRECTION_LIMIT;
       p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isalpha (c))
        continue;
      if ((c >= 0x590 && c <= 0x8ff) || (c >= 0xfb1d && c <= 0xfdff) || (c >= 0xfe70 && c <= 0xfeff)
          || (c >= 0x10800 && c <= 0x10fff) || (c >= 0x1e800 && c <= 0x1efff))
        return PANGO_DIRECTION_RTL;
      return PANGO_DIRECTION_LTR;
    }
  return PANGO_DIRECTION_LTR;
}

static gboolean
is_noncharacter (gunichar c)
{
  return (c >= 0xfdd0 && c <= 0xfdef) || (c & 0xfffe) == 0xfffe;
}

char *
etp_text_dup_drawable (const char *text, gssize length)
{
  char *copy = length < 0 ? g_strdup (text) : g_strndup (text, (gsize) length);

  for (char *p = copy; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = (guchar) *p < 0xef ? 0 : g_utf8_get_char (p);

      /* The last but two of each plane is no noncharacter and takes as many bytes. */
      if (is_noncharacter (c))
        g_unichar_to_utf8 ((c & 0x1f0000) | 0xfffd, p);
    }
  return copy;
}

void
etp_text_prepare_layout (EtpText *self,
                         const char *text,
                         gsize length,
                         guint font,
                         double width,
                         PangoDirection direction)
{
  g_autofree char *drawable = etp_text_dup_drawable (text, (gssize) length);

  pango_context_set_base_dir (
      self->context, direction == PANGO_DIRECTION_RTL ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  pango_layout_set_font_description (self->layout, etp_glyphs_get_description (self->glyphs, font));
  pango_layout_set_attributes (self->layout, etp_glyphs_get_attributes (self->glyphs, font));
  pango_layout_set_width (self->layout, width > 0 ? (int) (width * PANGO_SCALE) : -1);
  pango_layout_set_text (self->layout, drawable, (int) length);
}

static void
etp_text_get_metrics (EtpMeasurer *measurer, EtpFont key, double *ascent, double *descent)
{
  EtpText *self = ETP_TEXT (measurer);

  etp_glyphs_get_metrics (self->glyphs, etp_glyphs_get_font (self->glyphs, key), ascent, descent);
}

/* What has been gathered of a line in one face, to be shown with one call. */
typedef struct
{
  EtpText *self;
  cairo_t *cr;
  double x, baseline;
  guint face; /* G_MAXUINT: none yet */
  const char *text; /* of the gathered glyphs */
  gsize n_bytes;
} Shower;

static void
show_gathered (Shower *shower)
{
  GArray *glyphs = shower->self->line_glyphs;
  GArray *clusters = shower->self->line_clusters;

  if (clusters->len > 0)
    {
      cairo_set_scaled_font (shower->cr, etp_glyphs_get_face (shower->self->glyphs, shower->face));
      cairo_show_text_glyphs (shower->cr, shower->text, (int) shower->n_bytes,
                              (cairo_glyph_t *) (gpointer) glyphs->data, (int) glyphs->len,
                              (cairo_text_cluster_t *) (gpointer) clusters->data,
                              (int) clusters->len, 0);
    }
  g_array_set_size (glyphs, 0);
  g_array_set_size (clusters, 0);
  shower->text += shower->n_bytes;
  shower->n_bytes = 0;
}

static void
gather_piece (Shower *shower, const EtpPiece *piece)
{
  const EtpGlyph *glyph = piece->glyphs;
  const EtpCluster *cluster = piece->clusters;

  for (const EtpGlyphRun *run = piece->runs; run < piece->runs + piece->n_runs; run++)
    {
      if (run->face != shower->face)
        {
          show_gathered (shower);
          shower->face = run->face;
        }
      for (guint c = 0; c < run->n_clusters; c++, cluster++)
        {
          cairo_text_cluster_t out = { .num_bytes = cluster->n_bytes };

          for (guint i = 0; i < cluster->n_glyphs; i++, glyph++)
            {
              cairo_glyph_t g = { glyph->id, shower->x + (double) glyph->dx,
                                  shower->baseline + (double) glyph->dy };

              shower->x += (double) glyph->advance;
              if (glyph->id == G_MAXUINT32)
                continue;
              g_array_append_val (shower->self->line_glyphs, g);
              out.num_glyphs++;
            }
          g_array_append_val (shower->self->line_clusters, out);
        }
      shower->n_bytes += run->n_bytes;
    }
}

/* FALSE, with nothing drawn, if a character has no glyph. */
static gboolean
show_plain (EtpText *self,
            cairo_t *cr,
            const char *text,
            gsize length,
            guint font,
            double x,
            double baseline)
{
  Shower shower = { self, cr, x, baseline, G_MAXUINT, text, 0 };

  etp_glyphs_trim (self->glyphs);
  g_ptr_array_set_size (self->line_pieces, 0);
  for (gsize at = 0; at < length;)
    {
      gsize n_bytes = etp_break_get_piece (text + at, length - at);
      const EtpPiece *piece;

      piece = n_bytes == 0 ? etp_glyphs_get_space (self->glyphs, font)
                           : etp_glyphs_get_piece (self->glyphs, font, text + at, n_bytes);
      if (piece->unknown)
        return FALSE;
      g_ptr_array_add (self->line_pieces, (gpointer) piece);
      at += MAX (n_bytes, 1);
    }
  for (guint i = 0; i < self->line_pieces->len; i++)
    gather_piece (&shower, g_ptr_array_index (self->line_pieces, i));
  show_gathered (&shower);
  return TRUE;
}

static void
etp_text_finalize (GObject *object)
{
  EtpText *self = ETP_TEXT (object);

  g_clear_pointer (&self->glyphs, etp_glyphs_free);
  g_clear_object (&self->layout);
  g_clear_object (&self->context);
  g_clear_object (&self->font_map);
  g_free (self->family);
  g_ptr_array_unref (self->line_pieces);
  g_array_unref (self->line_glyphs);
  g_array_unref (self->line_clusters);
  G_OBJECT_CLASS (etp_text_parent_class)->finalize (object);
}

static void
etp_text_measurer_init (EtpMeasurerInterface *iface)
{
  iface->break_lines = etp_text_break_lines;
  iface->get_metrics = etp_text_get_metrics;
}

static void
etp_text_class_init (EtpTextClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = etp_text_finalize;
}

static void
etp_text_init (EtpText *self)
{
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  self->font_map = pango_cairo_font_map_new ();
  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (self->font_map), 96);
  self->context = pango_font_map_create_context (self->font_map);
  pango_cairo_context_set_font_options (self->context, options);
  pango_context_set_round_glyph_positions (self->context, FALSE);
  cairo_font_options_destroy (options);

  self->layout = pango_layout_new (self->context);
  pango_layout_set_auto_dir (self->layout, FALSE);
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
  self->glyphs = etp_glyphs_new (self->context, NULL);
  self->line_pieces = g_ptr_array_new ();
  self->line_glyphs = g_array_new (FALSE, FALSE, sizeof (cairo_glyph_t));
  self->line_clusters = g_array_new (FALSE, FALSE, sizeof (cairo_text_cluster_t));
}

EtpText *
etp_text_new (void)
{
  return g_object_new (ETP_TYPE_TEXT, NULL);
}

EtpText *
etp_text_new_for (const char *family)
{
  EtpText *self = etp_text_new ();

  etp_glyphs_free (self->glyphs);
  self->glyphs = etp_glyphs_new (self->context, family);
  return self;
}

const char *
etp_text_get_family (EtpText *self)
{
  g_autoptr (PangoFont) font = NULL;
  PangoFontDescription *found;
  guint number;

  if (self->family != NULL)
    return self->family;
  number = etp_glyphs_get_font (self->glyphs, (EtpFont){ .size = 13, .weight = 400 });
  font = pango_context_load_font (self->context, etp_glyphs_get_description (self->glyphs, number));
  if (font == NULL)
    return "sans-serif";
  found = pango_font_describe (font);
  self->family = g_strdup (pango_font_description_get_family (found));
  pango_font_description_free (found);
  return self->family;
}

void
etp_text_show (EtpText *self,
               cairo_t *cr,
               const char *text,
               guint start,
               guint length,
               EtpFont key,
               double x,
               double baseline)
{
  const char *line = text + start;
  guint font;
  PangoDirection direction = PANGO_DIRECTION_LTR;

  g_return_if_fail (ETP_IS_TEXT (self));
  if (length == 0)
    return;
  font = etp_glyphs_get_font (self->glyphs, key);
  if (start > 0 || !g_ascii_isalpha (line[0]))
    direction = etp_text_find_direction (text, start);
  if (direction != PANGO_DIRECTION_RTL && etp_break_is_plain (line, length)
      && show_plain (self, cr, line, length, font, x, baseline))
    return;
  etp_text_prepare_layout (self, line, length, font, 0, direction);
  cairo_move_to (cr, x, baseline);
  pango_cairo_show_layout_line (cr, pango_layout_get_line_readonly (self->layout, 0));
}

gboolean
etp_text_is_rtl (const char *text, guint start)
{
  return etp_text_find_direction (text, start) == PANGO_DIRECTION_RTL;
}
