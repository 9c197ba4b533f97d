/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-slide-box-private.h"

#include <math.h>
#include <string.h>

/* Texts are broken into lines once, however many slides they fill: a text may be a megabyte long.
 * Typical: 5 paragraphs of 2 lines. */

#define PARAGRAPH_GAP 4.0
#define BULLET_INDENT 18.0
#define WORD_GAP 9.0
#define BADGE_GAP 16.0
#define ICON_INDENT 26.0
#define EVIDENCE_INDENT 19.0
#define SEVERITY_INDENT 32.0
#define MOST_RESUME_LINES 2

EtpBox *
etp_box_new (EtpItemKind kind)
{
  EtpBox *self = g_new0 (EtpBox, 1);

  self->kind = kind;
  self->paras = g_array_new (FALSE, TRUE, sizeof (EtpPara));
  return self;
}

void
etp_box_free (EtpBox *self)
{
  for (guint i = 0; i < self->paras->len; i++)
    {
      EtpPara *para = &g_array_index (self->paras, EtpPara, i);

      g_free (para->text);
      g_clear_pointer (&para->lines, g_array_unref);
      if (para->data_free != NULL)
        para->data_free (para->data);
    }
  g_array_unref (self->paras);
  g_free (self->node_id);
  g_free (self->name);
  g_free (self->resume);
  g_free (self);
}

void
etp_box_set_surface (EtpBox *self, EtpRgba surface, EtpRgba ring, double padding)
{
  self->surface = surface;
  self->ring = ring;
  self->padding = padding;
  self->radius = 12;
}

void
etp_box_set_node (EtpBox *self, const char *node_id, const char *name)
{
  g_free (self->node_id);
  g_free (self->name);
  self->node_id = g_strdup (node_id);
  self->name = g_strdup (name);
}

static EtpPara *
add_para (EtpBox *self)
{
  g_array_set_size (self->paras, self->paras->len + 1);
  return &g_array_index (self->paras, EtpPara, self->paras->len - 1);
}

EtpPara *
etp_box_add (EtpBox *self, const char *text, EtpType type, EtpRgba ink, double before)
{
  static _Thread_local EtpPara spare;
  guint first = self->paras->len;

  while (text != NULL && *text != '\0')
    {
      const char *end = strchrnul (text, '\n');

      if (end > text)
        {
          EtpPara *para = add_para (self);

          para->text = g_strndup (text, (gsize) (end - text));
          para->type = type;
          para->ink = ink;
          para->before = self->paras->len - 1 > first ? PARAGRAPH_GAP : before;
          para->lead = self->paras->len - 1 - first;
        }
      text = *end != '\0' ? end + 1 : end;
    }
  if (self->paras->len == first)
    return &spare;
  return &g_array_index (self->paras, EtpPara, first);
}

EtpPara *
etp_box_add_drawing (EtpBox *self, EtpSlideDrawer draw, gpointer data, double height, double before)
{
  EtpPara *para = add_para (self);

  para->text = g_strdup ("");
  para->draw = draw;
  para->data = data;
  para->height = height;
  para->before = before;
  return para;
}

gboolean
etp_box_is_empty (const EtpBox *self)
{
  return self->paras->len == 0;
}

gboolean
etp_box_is_done (const EtpBox *self)
{
  return self->next >= self->paras->len;
}

double
etp_box_get_corner_width (const EtpBox *self)
{
  double width = 0;

  for (guint i = 0; i < G_N_ELEMENTS (self->corner); i++)
    if (self->corner[i] != ETP_SIGN_NONE)
      width += CORNER + CORNER_GAP;
  return width;
}

/* How far the text begins beside its sign; what follows a sign is in line with it. */
double
etp_para_get_indent (const EtpPara *para, EtpStyle *style, EtpMeasurer *measurer)
{
  double indent = 0;

  para -= para->lead;
  switch (para->sign)
    {
    case ETP_SIGN_BULLET:
      indent = BULLET_INDENT;
      break;
    case ETP_SIGN_WORD:
      indent = ceil (etp_measurer_get_width (measurer, para->word,
                                             etp_style_get_font (style, para->type)))
               + WORD_GAP;
      break;
    case ETP_SIGN_BADGE:
      indent = BADGE + BADGE_GAP;
      break;
    case ETP_SIGN_ICON:
    case ETP_SIGN_STAR:
      indent = ICON_INDENT;
      break;
    case ETP_SIGN_EVIDENCE:
      indent = EVIDENCE_INDENT;
      break;
    case ETP_SIGN_SEVERITY:
      indent = SEVERITY_INDENT;
      break;
    case ETP_SIGN_PILL:
      indent = PILL_PADDING;
      break;
    case ETP_SIGN_NONE:
      break;
    }
  return MAX (indent, para->indent);
}

double
etp_para_get_line (const EtpPara *para, EtpStyle *style)
{
  return etp_style_get_line_height (style, para->type);
}

void
etp_box_break_para (EtpBox *self, guint index, EtpStyle *style, EtpMeasurer *measurer, double width)
{
  EtpPara *para = &g_array_index (self->paras, EtpPara, index);
  double room;

  if (para->draw != NULL && para->aspect > 0)
    para->height = MIN (para->height, floor ((width - 2 * self->padding) / para->aspect));
  if (para->draw != NULL || (para->lines != NULL && para->width == width))
    return;
  g_clear_pointer (&para->lines, g_array_unref);
  para->lines = g_array_new (FALSE, FALSE, sizeof (EtpTextLine));
  para->width = width;
  room = width - 2 * self->padding - etp_para_get_indent (para, style, measurer);
  if (index == 0)
    room -= etp_box_get_corner_width (self);
  if (para->sign == ETP_SIGN_PILL)
    room -= PILL_PADDING;
  etp_measurer_break_lines (measurer, para->text, etp_style_get_font (style, para->type),
                            MAX (room, LEAST_ROOM), para->lines);
}

/* Height of the lines of a paragraph from first on, at most n of them. */
double
etp_para_get_height (const EtpPara *para, EtpStyle *style, guint n)
{
  double height;

  if (para->draw != NULL)
    return para->height;
  height = MIN (n, para->lines->len - para->done) * etp_para_get_line (para, style);
  if (para->sign == ETP_SIGN_PILL)
    height += 6;
  return para->sign == ETP_SIGN_BADGE && para->done == 0 ? MAX (height, BADGE) : height;
}

/* What a further piece begins with is left out where it would take more than two lines. */
double
etp_box_get_resume_height (const EtpBox *self, EtpStyle *style, EtpMeasurer *measurer, double width)
{
  g_autoptr (GArray) lines = NULL;

  if (self->n_pieces == 0 || self->resume == NULL)
    return 0;
  lines = g_array_new (FALSE, FALSE, sizeof (EtpTextLine));
  etp_measurer_break_lines (measurer, self->resume,
                            etp_style_get_font (style, ETP_TYPE_SMALL_STRONG),
                            MAX (width - 2 * self->padding, LEAST_ROOM), lines);
  if (lines->len > MOST_RESUME_LINES)
    return 0;
  return lines->len * etp_style_get_line_height (style, ETP_TYPE_SMALL_STRONG) + 4;
}

double
etp_box_get_height (EtpBox *self, EtpStyle *style, EtpMeasurer *measurer, double width)
{
  double height = 2 * self->padding + etp_box_get_resume_height (self, style, measurer, width);

  for (guint i = self->next; i < self->paras->len; i++)
    {
      const EtpPara *para = &g_array_index (self->paras, EtpPara, i);

      etp_box_break_para (self, i, style, measurer, width);
      height += etp_para_get_height (para, style, G_MAXUINT) + (i > self->next ? para->before : 0);
    }
  return height;
}

double
etp_box_get_least (EtpBox *self, EtpStyle *style, EtpMeasurer *measurer, double width)
{
  if (etp_box_is_done (self))
    return 0;
  etp_box_break_para (self, self->next, style, measurer, width);
  return 2 * self->padding + etp_box_get_resume_height (self, style, measurer, width)
         + etp_para_get_height (&g_array_index (self->paras, EtpPara, self->next), style, 1);
}
