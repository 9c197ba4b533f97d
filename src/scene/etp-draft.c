/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-draft.h"
#include "etp-hyphen.h"

#include <string.h>

/* An item in the making. Its marks are painted in the order in which they are added. A card has
 * about eight; the first build of a large map makes tens of thousands of items. */

#define PILL_HEIGHT 22.0
#define PILL_PADDING 9.0

struct _EtpDraft
{
  EtpStyle *style; /* owned */
  EtpMeasurer *measurer; /* owned */
  EtpItem *item; /* owned until finished */
  GArray *marks; /* of EtpMark */
  GArray *lines; /* of EtpTextLine, scratch */
  GString *verbs; /* the path so far */
  GArray *points; /* float */
  gboolean detail_is_set;
  guint8 detail, bar;
};

EtpDraft *
etp_draft_new (EtpItemKind kind, EtpStyle *style, EtpMeasurer *measurer)
{
  EtpDraft *self = g_new0 (EtpDraft, 1);

  self->style = g_object_ref (style);
  self->measurer = g_object_ref (measurer);
  self->item = g_new0 (EtpItem, 1);
  self->item->ref_count = 1;
  self->item->kind = (guint8) kind;
  self->item->layer = ETP_LAYER_BODY;
  self->item->field = -1;
  self->marks = g_array_sized_new (FALSE, TRUE, sizeof (EtpMark), 12);
  self->lines = g_array_sized_new (FALSE, FALSE, sizeof (EtpTextLine), 8);
  return self;
}

static void
set_ref_string (char **target, const char *text)
{
  g_clear_pointer (target, g_ref_string_release);
  if (text != NULL)
    *target = g_ref_string_new (text);
}

void
etp_draft_set_node (EtpDraft *self, const char *node_id, gint field, const char *sub)
{
  set_ref_string (&self->item->node_id, node_id);
  set_ref_string (&self->item->sub, sub);
  self->item->field = (gint16) field;
}

void
etp_draft_set_name (EtpDraft *self, const char *name)
{
  g_autofree char *spoken = name != NULL ? etp_hyphen_strip (name) : NULL;

  set_ref_string (&self->item->name, spoken);
}

void
etp_draft_set_note (EtpDraft *self, const char *note)
{
  set_ref_string (&self->item->note, note);
}

void
etp_draft_set_place (EtpDraft *self, EtpLayer layer, EtpPin pin, EtpCan can)
{
  self->item->layer = (guint8) layer;
  self->item->pin = (guint8) pin;
  self->item->can = (guint8) can;
}

void
etp_draft_set_detail (EtpDraft *self, EtpDetail detail, gboolean bar)
{
  self->detail_is_set = TRUE;
  self->detail = (guint8) detail;
  self->bar = bar != FALSE;
}

void
etp_draft_reset_detail (EtpDraft *self)
{
  self->detail_is_set = FALSE;
}

static EtpMark *
add_mark (EtpDraft *self, EtpMarkType type, EtpRect rect)
{
  EtpMark *mark;
  gboolean is_fine = type == ETP_MARK_TEXT || type == ETP_MARK_ICON;

  g_array_set_size (self->marks, self->marks->len + 1);
  mark = &g_array_index (self->marks, EtpMark, self->marks->len - 1);
  mark->type = (guint8) type;
  mark->rect = rect;
  mark->detail = is_fine ? ETP_DETAIL_TITLES : ETP_DETAIL_BLOCKS;
  mark->bar = type == ETP_MARK_TEXT;
  if (self->detail_is_set)
    {
      mark->detail = self->detail;
      mark->bar = type == ETP_MARK_TEXT && self->bar;
    }
  return mark;
}

void
etp_draft_box (
    EtpDraft *self, EtpRect rect, double radius, EtpRgba fill, EtpRgba stroke, double stroke_width)
{
  EtpMark *mark = add_mark (self, ETP_MARK_BOX, rect);

  mark->radius = (float) radius;
  mark->fill_color = fill;
  mark->stroke_color = stroke;
  mark->stroke_width = stroke != 0 ? (float) stroke_width : 0;
}

void
etp_draft_circle (EtpDraft *self,
                  double x,
                  double y,
                  double radius,
                  EtpRgba fill,
                  EtpRgba stroke,
                  double stroke_width)
{
  EtpRect rect = { x - radius, y - radius, 2 * radius, 2 * radius };

  etp_draft_box (self, rect, radius, fill, stroke, stroke_width);
}

void
etp_draft_card (EtpDraft *self, EtpRect rect, double radius, EtpRgba fill, EtpRgba ring)
{
  EtpRgba shadow = etp_style_get_color (self->style, ETP_COLOR_CARD_SHADOW);
  EtpRect below = { rect.x, rect.y + 1.25, rect.width, rect.height };

  if (shadow != 0)
    {
      gboolean was_set = self->detail_is_set;
      guint8 detail = self->detail, bar = self->bar;

      etp_draft_set_detail (self, ETP_DETAIL_TITLES, FALSE);
      etp_draft_box (self, below, radius, shadow, 0, 0);
      self->detail_is_set = was_set;
      self->detail = detail;
      self->bar = bar;
    }
  etp_draft_box (self, rect, radius, fill, ring, 1);
}

void
etp_draft_set_card_height (EtpDraft *self, double height)
{
  for (guint i = 0; i < self->marks->len; i++)
    {
      EtpMark *mark = &g_array_index (self->marks, EtpMark, i);

      if (mark->type != ETP_MARK_BOX || mark->rect.height > 0)
        return;
      mark->rect.height = height;
    }
}

/* The lines of the scratch array as a mark's own copy, aligned in a box of width. */
static void
take_lines (EtpDraft *self, EtpMark *mark, double width, EtpAlign align)
{
  double share = align == ETP_ALIGN_CENTER ? 0.5 : align == ETP_ALIGN_END ? 1.0 : 0.0;

  mark->n_lines = self->lines->len;
  mark->lines = g_memdup2 (self->lines->data, self->lines->len * sizeof (EtpTextLine));
  if (align == ETP_ALIGN_START)
    return;
  for (guint i = 0; i < mark->n_lines; i++)
    mark->lines[i].x = (float) ((width - (double) mark->lines[i].width) * share);
}

/* What of a text is seen; the lines follow. */
static char *
new_shown_text (EtpDraft *self, const char *text)
{
  g_autofree char *shown = NULL;

  if (!etp_hyphen_is_in (text))
    return g_ref_string_new (text);
  shown = etp_hyphen_resolve (text, self->lines);
  return g_ref_string_new (shown);
}

double
etp_draft_text (EtpDraft *self,
                double x,
                double y,
                double width,
                const char *text,
                EtpType type,
                EtpRgba ink,
                EtpAlign align)
{
  EtpFont font = etp_style_get_font (self->style, type);
  double line_height = etp_style_get_line_height (self->style, type);
  double ascent = 0, descent = 0, widest = 0;
  EtpMark *mark;

  if (text == NULL || text[0] == '\0')
    return 0;
  g_array_set_size (self->lines, 0);
  etp_measurer_break_lines (self->measurer, text, font, width, self->lines);
  etp_measurer_get_metrics (self->measurer, font, &ascent, &descent);
  for (guint i = 0; i < self->lines->len; i++)
    widest = MAX (widest, (double) g_array_index (self->lines, EtpTextLine, i).width);
  if (width <= 0)
    {
      /* Without a box, x is where the text starts, has its middle or ends. */
      width = widest;
      x -= align == ETP_ALIGN_CENTER ? width / 2 : align == ETP_ALIGN_END ? width : 0;
    }
  mark = add_mark (self, ETP_MARK_TEXT,
                   (EtpRect){ x, y, width, line_height * (double) self->lines->len });
  mark->font = font;
  mark->fill_color = ink;
  mark->align = (guint8) align;
  mark->line_height = (float) line_height;
  mark->baseline = (float) ((line_height - ascent - descent) / 2 + ascent);
  mark->text = new_shown_text (self, text);
  take_lines (self, mark, width, align);
  return mark->rect.height;
}

double
etp_draft_text_width (EtpDraft *self, const char *text, EtpType type)
{
  return etp_measurer_get_width (self->measurer, text, etp_style_get_font (self->style, type));
}

void
etp_draft_icon (EtpDraft *self, EtpIcon icon, EtpRect rect, EtpRgba ink)
{
  EtpMark *mark;

  if (icon == ETP_ICON_NONE)
    return;
  mark = add_mark (self, ETP_MARK_ICON, rect);
  mark->icon = (guint16) icon;
  mark->fill_color = ink;
}

void
etp_draft_image (EtpDraft *self, const char *asset_id, EtpRect rect, double radius)
{
  EtpMark *mark = add_mark (self, ETP_MARK_IMAGE, rect);

  mark->radius = (float) radius;
  mark->text = g_ref_string_new (asset_id);
}

void
etp_draft_line (EtpDraft *self,
                double x0,
                double y0,
                double x1,
                double y1,
                EtpRgba stroke,
                double width,
                EtpStroke dash)
{
  etp_draft_move_to (self, x0, y0);
  etp_draft_line_to (self, x1, y1);
  etp_draft_stroke (self, stroke, width, dash);
}

double
etp_draft_pill (EtpDraft *self,
                double x,
                double y,
                const char *text,
                EtpRgba surface,
                EtpRgba ink,
                EtpAlign align)
{
  double text_width = etp_draft_text_width (self, text, ETP_TYPE_SMALL_STRONG);
  double line_height = etp_style_get_line_height (self->style, ETP_TYPE_SMALL_STRONG);
  double width = text_width + 2 * PILL_PADDING;

  x -= align == ETP_ALIGN_CENTER ? width / 2 : align == ETP_ALIGN_END ? width : 0;
  etp_draft_box (self, (EtpRect){ x, y, width, PILL_HEIGHT }, PILL_HEIGHT / 2, surface, 0, 0);
  etp_draft_text (self, x + PILL_PADDING, y + (PILL_HEIGHT - line_height) / 2, 0, text,
                  ETP_TYPE_SMALL_STRONG, ink, ETP_ALIGN_START);
  return width;
}

static void
add_path_step (EtpDraft *self, char verb, const double *values, guint n)
{
  if (self->verbs == NULL)
    {
      self->verbs = g_string_new (NULL);
      self->points = g_array_new (FALSE, FALSE, sizeof (float));
    }
  g_string_append_c (self->verbs, verb);
  for (guint i = 0; i < n; i++)
    {
      float value = (float) values[i];

      g_array_append_val (self->points, value);
    }
}

void
etp_draft_move_to (EtpDraft *self, double x, double y)
{
  add_path_step (self, 'M', (double[]){ x, y }, 2);
}

void
etp_draft_line_to (EtpDraft *self, double x, double y)
{
  add_path_step (self, 'L', (double[]){ x, y }, 2);
}

void
etp_draft_curve_to (
    EtpDraft *self, double x1, double y1, double x2, double y2, double x3, double y3)
{
  add_path_step (self, 'C', (double[]){ x1, y1, x2, y2, x3, y3 }, 6);
}

void
etp_draft_close (EtpDraft *self)
{
  add_path_step (self, 'Z', NULL, 0);
}

/* The path so far becomes a mark; its rect is the box of all its points. */
static EtpMark *
take_path (EtpDraft *self)
{
  EtpMark *mark;
  float x0 = G_MAXFLOAT, y0 = G_MAXFLOAT, x1 = -G_MAXFLOAT, y1 = -G_MAXFLOAT;
  const float *points;

  if (self->verbs == NULL || self->verbs->len == 0)
    return NULL;
  points = (const float *) (gpointer) self->points->data;
  for (guint i = 0; i + 1 < self->points->len; i += 2)
    {
      x0 = MIN (x0, points[i]);
      x1 = MAX (x1, points[i]);
      y0 = MIN (y0, points[i + 1]);
      y1 = MAX (y1, points[i + 1]);
    }
  mark = add_mark (self, ETP_MARK_PATH,
                   (EtpRect){ (double) x0, (double) y0, (double) (x1 - x0), (double) (y1 - y0) });
  mark->path = g_new0 (EtpPath, 1);
  mark->path->verbs = g_strdup (self->verbs->str);
  mark->path->points = g_memdup2 (points, self->points->len * sizeof (float));
  mark->path->n_points = self->points->len;
  g_string_truncate (self->verbs, 0);
  g_array_set_size (self->points, 0);
  return mark;
}

void
etp_draft_stroke (EtpDraft *self, EtpRgba color, double width, EtpStroke dash)
{
  EtpMark *mark = take_path (self);

  if (mark == NULL)
    return;
  mark->stroke_color = color;
  mark->stroke_width = (float) width;
  mark->stroke = (guint8) dash;
}

void
etp_draft_fill (EtpDraft *self, EtpRgba color, EtpFill fill)
{
  EtpMark *mark = take_path (self);

  if (mark == NULL)
    return;
  mark->fill_color = color;
  mark->fill = (guint8) fill;
}

/* Bounds and all that the marks cover, strokes included. */
static EtpRect
get_ink (const EtpItem *item)
{
  EtpRect ink = { 0, 0, item->width, item->height };

  for (guint i = 0; i < item->n_marks; i++)
    {
      const EtpMark *mark = &item->marks[i];
      double half = (double) mark->stroke_width / 2;
      EtpRect rect = { mark->rect.x - half, mark->rect.y - half, mark->rect.width + 2 * half,
                       mark->rect.height + 2 * half };

      ink = etp_rect_union (&ink, &rect);
    }
  return ink;
}

EtpItem *
etp_draft_finish (EtpDraft *self, double width, double height, guint64 stamp)
{
  EtpItem *item = self->item;

  item->width = width;
  item->height = height;
  item->stamp = stamp;
  item->n_marks = self->marks->len;
  item->marks = g_memdup2 (self->marks->data, self->marks->len * sizeof (EtpMark));
  item->ink = get_ink (item);
  if (item->name == NULL && (item->can & ETP_CAN_FOCUS) != 0)
    item->name = g_ref_string_new ("");
  g_array_unref (self->marks);
  g_array_unref (self->lines);
  if (self->verbs != NULL)
    {
      g_string_free (self->verbs, TRUE);
      g_array_unref (self->points);
    }
  g_object_unref (self->style);
  g_object_unref (self->measurer);
  g_free (self);
  return item;
}

/* One round of a 64-bit finaliser (splitmix64): cheap, and every bit of more reaches every bit. */
guint64
etp_stamp_mix (guint64 stamp, guint64 more)
{
  guint64 z = stamp * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) + more;

  z = (z ^ z >> 30) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ z >> 27) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return z ^ z >> 31;
}

guint64
etp_stamp_text (guint64 stamp, const char *text)
{
  if (text == NULL)
    return etp_stamp_mix (stamp, G_MAXUINT64);
  while (*text != '\0')
    {
      guint64 chunk = 0;

      for (guint i = 0; i < 8 && *text != '\0'; i++)
        chunk = chunk << 8 | (guchar) *text++;
      stamp = etp_stamp_mix (stamp, chunk);
    }
  return etp_stamp_mix (stamp, 0x1f);
}

guint64
etp_stamp_number (guint64 stamp, double number)
{
  guint64 bits;

  memcpy (&bits, &number, sizeof bits);
  return etp_stamp_mix (stamp, bits);
}
