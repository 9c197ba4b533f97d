/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-slide-box.h"

#include "etp-signs.h"

#include <math.h>
#include <string.h>

/* Texts are broken into lines once, however many slides they fill: a text may be a megabyte long.
 * Typical: 5 paragraphs of 2 lines. */

#define PARAGRAPH_GAP 4.0
#define BULLET_INDENT 18.0
#define BULLET_RADIUS 3.0
#define WORD_GAP 9.0
#define BADGE 34.0
#define BADGE_GAP 16.0
#define ICON 17.0
#define ICON_INDENT 26.0
#define EVIDENCE_RADIUS 5.5
#define EVIDENCE_INDENT 19.0
#define SEVERITY_INDENT 32.0
#define PILL_PADDING 11.0
#define CORNER 18.0
#define CORNER_GAP 6.0
#define BAR 5.0
#define LEAST_ROOM 24.0 /* for text */
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

static double
get_corner_width (const EtpBox *self)
{
  double width = 0;

  for (guint i = 0; i < G_N_ELEMENTS (self->corner); i++)
    if (self->corner[i] != ETP_SIGN_NONE)
      width += CORNER + CORNER_GAP;
  return width;
}

/* How far the text begins beside its sign; what follows a sign is in line with it. */
static double
get_indent (const EtpPara *para, EtpStyle *style, EtpMeasurer *measurer)
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

static double
get_line (const EtpPara *para, EtpStyle *style)
{
  return etp_style_get_line_height (style, para->type);
}

static void
break_para (EtpBox *self, guint index, EtpStyle *style, EtpMeasurer *measurer, double width)
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
  room = width - 2 * self->padding - get_indent (para, style, measurer);
  if (index == 0)
    room -= get_corner_width (self);
  if (para->sign == ETP_SIGN_PILL)
    room -= PILL_PADDING;
  etp_measurer_break_lines (measurer, para->text, etp_style_get_font (style, para->type),
                            MAX (room, LEAST_ROOM), para->lines);
}

/* Height of the lines of a paragraph from first on, at most n of them. */
static double
get_para_height (const EtpPara *para, EtpStyle *style, guint n)
{
  double height;

  if (para->draw != NULL)
    return para->height;
  height = MIN (n, para->lines->len - para->done) * get_line (para, style);
  if (para->sign == ETP_SIGN_PILL)
    height += 6;
  return para->sign == ETP_SIGN_BADGE && para->done == 0 ? MAX (height, BADGE) : height;
}

/* What a further piece begins with is left out where it would take more than two lines. */
static double
get_resume_height (const EtpBox *self, EtpStyle *style, EtpMeasurer *measurer, double width)
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
  double height = 2 * self->padding + get_resume_height (self, style, measurer, width);

  for (guint i = self->next; i < self->paras->len; i++)
    {
      const EtpPara *para = &g_array_index (self->paras, EtpPara, i);

      break_para (self, i, style, measurer, width);
      height += get_para_height (para, style, G_MAXUINT) + (i > self->next ? para->before : 0);
    }
  return height;
}

double
etp_box_get_least (EtpBox *self, EtpStyle *style, EtpMeasurer *measurer, double width)
{
  if (etp_box_is_done (self))
    return 0;
  break_para (self, self->next, style, measurer, width);
  return 2 * self->padding + get_resume_height (self, style, measurer, width)
         + get_para_height (&g_array_index (self->paras, EtpPara, self->next), style, 1);
}

static void
draw_badge (const EtpPara *para, EtpDraft *draft, EtpStyle *style, double x, double y)
{
  double line = etp_style_get_line_height (style, ETP_TYPE_PHASE_NUMBER);
  double middle = y + MAX (get_line (para, style), BADGE) / 2;

  middle = y + BADGE / 2;
  etp_draft_circle (draft, x + BADGE / 2, middle, BADGE / 2, para->color, 0, 0);
  etp_draft_text (draft, x + BADGE / 2, middle - line / 2, 0, para->word, ETP_TYPE_PHASE_NUMBER,
                  etp_rgba_ink_on (para->color), ETP_ALIGN_CENTER);
}

/* The sign before the first line. */
static void
draw_sign (const EtpBox *self, const EtpPara *para, EtpDraft *draft, EtpStyle *style, double y)
{
  double x = self->padding, middle = y + get_line (para, style) / 2;
  EtpRgba ground = self->surface != 0 ? self->surface
                                      : etp_style_get_color (style, ETP_COLOR_PAPER);

  switch (para->sign)
    {
    case ETP_SIGN_BULLET:
      etp_draft_circle (draft, x + BULLET_RADIUS + 2, middle, BULLET_RADIUS, para->color, 0, 0);
      break;
    case ETP_SIGN_WORD:
      etp_draft_text (draft, x, y, 0, para->word, para->type, para->color, ETP_ALIGN_START);
      break;
    case ETP_SIGN_BADGE:
      draw_badge (para, draft, style, x, y);
      break;
    case ETP_SIGN_ICON:
      etp_draft_icon (draft, (EtpIcon) para->value, (EtpRect){ x, middle - ICON / 2, ICON, ICON },
                      para->color);
      break;
    case ETP_SIGN_STAR:
      etp_sign_star (draft, style, (EtpRect){ x, middle - ICON / 2, ICON, ICON });
      break;
    case ETP_SIGN_EVIDENCE:
      etp_sign_evidence (draft, x + EVIDENCE_RADIUS + 1, middle, EVIDENCE_RADIUS, para->value,
                         para->color, ground);
      break;
    case ETP_SIGN_SEVERITY:
      etp_sign_severity (draft, x, middle - 6, para->value, para->color, ground);
      break;
    case ETP_SIGN_PILL:
    case ETP_SIGN_NONE:
      break;
    }
}

/* n lines of a paragraph, as a text of their own; returns their height. */
static double
draw_lines (EtpBox *self,
            guint index,
            guint n,
            EtpDraft *draft,
            EtpStyle *style,
            EtpMeasurer *measurer,
            double width,
            double y)
{
  EtpPara *para = &g_array_index (self->paras, EtpPara, index);
  const EtpTextLine *first = &g_array_index (para->lines, EtpTextLine, para->done);
  const EtpTextLine *last = first + n - 1;
  guint end = para->done + n == para->lines->len ? (guint) strlen (para->text)
                                                 : last->start + last->length;
  g_autofree char *text = g_strndup (para->text + first->start, end - first->start);
  double indent = get_indent (para, style, measurer), x = self->padding + indent;
  double room = width - self->padding - x, top = y, height = n * get_line (para, style);
  gboolean pill = para->sign == ETP_SIGN_PILL;

  if (index == 0)
    room -= get_corner_width (self);
  if (para->done == 0)
    draw_sign (self, para, draft, style, y);
  if (para->sign == ETP_SIGN_BADGE && para->done == 0)
    y += MAX (0, (BADGE - get_line (para, style)) / 2);
  if (pill)
    {
      float widest = 0;

      for (guint i = 0; i < n; i++)
        widest = MAX (widest, first[i].width);
      room -= PILL_PADDING;
      etp_draft_box (
          draft,
          (EtpRect){ self->padding, y, MIN ((double) widest, room) + 2 * PILL_PADDING, height + 6 },
          (get_line (para, style) + 6) / 2, para->color, 0, 0);
      y += 3;
    }
  height = etp_draft_text (draft, x, y, MAX (room, LEAST_ROOM), text, para->type, para->ink,
                           ETP_ALIGN_START);
  if (para->sign == ETP_SIGN_BADGE && para->done == 0)
    height = MAX (height + (y - top), BADGE);
  return height + (pill ? 6 : 0);
}

static void
draw_corner (const EtpBox *self, EtpDraft *draft, EtpStyle *style, double width)
{
  double x = width - self->padding;

  for (guint i = 0; i < G_N_ELEMENTS (self->corner); i++)
    {
      EtpRect rect = { x - CORNER, self->padding + 3, CORNER, CORNER };

      if (self->corner[i] == ETP_SIGN_NONE)
        continue;
      if (self->corner[i] == ETP_SIGN_STAR)
        etp_sign_star (draft, style, rect);
      else
        etp_draft_icon (draft, ETP_ICON_PAIN, rect, self->corner_ink);
      x -= CORNER + CORNER_GAP;
    }
}

static void
draw_surface (const EtpBox *self, EtpDraft *draft, double width, double height)
{
  EtpRect rect = { 0, 0, width, height };

  if (self->surface == 0)
    return;
  if (self->is_card)
    etp_draft_card (draft, rect, self->radius, self->surface, self->ring);
  else
    etp_draft_box (draft, rect, self->radius, self->surface, self->ring, 1);
  if (self->bar != 0)
    etp_draft_box (draft, (EtpRect){ 0, self->radius, BAR, height - 2 * self->radius }, 0,
                   self->bar, 0, 0);
}

/* How many lines of the paragraph go into room. */
static guint
count_lines (const EtpPara *para, EtpStyle *style, double room)
{
  guint left = para->lines->len - para->done;
  double line = get_line (para, style);

  if (para->sign == ETP_SIGN_PILL)
    room -= 6;
  return (guint) CLAMP (floor (room / line + 1e-6), 0, (double) left);
}

/* Draws what goes between y and bottom; returns where it ends. */
static double
draw_paras (EtpBox *self,
            EtpDraft *draft,
            EtpStyle *style,
            EtpMeasurer *measurer,
            double width,
            double y,
            double bottom)
{
  gboolean any = FALSE;

  while (self->next < self->paras->len)
    {
      EtpPara *para = &g_array_index (self->paras, EtpPara, self->next);
      double top = y + (any ? para->before : 0);
      guint n;

      break_para (self, self->next, style, measurer, width);
      if (any && top + get_para_height (para, style, 1) > bottom + 1e-6)
        break;
      any = TRUE;
      if (para->draw != NULL)
        {
          double room = width - 2 * self->padding;

          if (para->aspect > 0)
            room = MIN (room, para->height * para->aspect);
          para->draw (draft, style, (EtpRect){ self->padding, top, room, para->height },
                      para->data);
          y = top + para->height;
          self->next++;
          continue;
        }
      n = MAX (count_lines (para, style, bottom - top), 1);
      y = top + draw_lines (self, self->next, n, draft, style, measurer, width, top);
      para->done += n;
      if (para->done < para->lines->len)
        break;
      self->next++;
    }
  return y;
}

EtpItem *
etp_box_take (
    EtpBox *self, EtpStyle *style, EtpMeasurer *measurer, double width, double room, double least)
{
  EtpDraft *draft;
  double height, y = self->padding, whole, resume;

  if (etp_box_is_done (self))
    return NULL;
  draft = etp_draft_new (self->kind, style, measurer);
  whole = etp_box_get_height (self, style, measurer, width);
  resume = get_resume_height (self, style, measurer, width);
  etp_draft_set_node (draft, self->node_id, -1, NULL);
  etp_draft_set_name (draft, self->name);
  etp_draft_set_place (draft, ETP_LAYER_BODY, ETP_PIN_NONE, 0);
  /* Boxes of height 0 get theirs once it is known. */
  draw_surface (self, draft, width, whole <= room + 1e-6 ? MAX (whole, least) : room);
  if (self->n_pieces == 0)
    draw_corner (self, draft, style, width);
  else if (resume > 0)
    {
      etp_draft_text (draft, self->padding, y, MAX (width - 2 * self->padding, LEAST_ROOM),
                      self->resume, ETP_TYPE_SMALL_STRONG, self->resume_ink, ETP_ALIGN_START);
      y += resume;
    }
  height = draw_paras (self, draft, style, measurer, width, y, room - self->padding)
           + self->padding;
  if (self->surface != 0)
    height = whole <= room + 1e-6 ? MAX (whole, least) : MAX (height, room);
  self->n_pieces++;
  return etp_draft_finish (draft, width, height, etp_stamp_mix (self->stamp, self->n_pieces));
}
