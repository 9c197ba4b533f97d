/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-slide-box-private.h"

#include "etp-signs.h"

#include <math.h>
#include <string.h>

/* Drawing a box, as much of it as has room. */

#define BULLET_RADIUS 3.0
#define ICON 17.0
#define EVIDENCE_RADIUS 5.5
#define BAR 5.0
#define ALONE 3 /* lines of a paragraph that is not parted into one and the rest */

static void
draw_badge (const EtpPara *para, EtpDraft *draft, EtpStyle *style, double x, double y)
{
  double line = etp_style_get_line_height (style, ETP_TYPE_PHASE_NUMBER);
  double middle = y + BADGE / 2;

  etp_draft_circle (draft, x + BADGE / 2, middle, BADGE / 2, para->color, 0, 0);
  etp_draft_text (draft, x + BADGE / 2, middle - line / 2, 0, para->word, ETP_TYPE_PHASE_NUMBER,
                  etp_rgba_ink_on (para->color), ETP_ALIGN_CENTER);
}

/* The sign before the first line. */
static void
draw_sign (const EtpBox *self, const EtpPara *para, EtpDraft *draft, EtpStyle *style, double y)
{
  double x = self->padding, middle = y + etp_para_get_line (para, style) / 2;
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
  double indent = etp_para_get_indent (para, style, measurer), x = self->padding + indent;
  double room = width - self->padding - x, top = y, height = n * etp_para_get_line (para, style);
  gboolean pill = para->sign == ETP_SIGN_PILL;

  if (index == 0)
    room -= etp_box_get_corner_width (self);
  if (para->done == 0)
    draw_sign (self, para, draft, style, y);
  if (para->sign == ETP_SIGN_BADGE && para->done == 0)
    y += MAX (0, (BADGE - etp_para_get_line (para, style)) / 2);
  if (pill)
    {
      float widest = 0;

      for (guint i = 0; i < n; i++)
        widest = MAX (widest, first[i].width);
      room -= PILL_PADDING;
      etp_draft_box (
          draft,
          (EtpRect){ self->padding, y, MIN ((double) widest, room) + 2 * PILL_PADDING, height + 6 },
          (etp_para_get_line (para, style) + 6) / 2, para->color, 0, 0);
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
  double line = etp_para_get_line (para, style);

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

      etp_box_break_para (self, self->next, style, measurer, width);
      if (any && top + etp_para_get_height (para, style, 1) > bottom + 1e-6)
        break;
      if (para->draw != NULL)
        {
          double room = width - 2 * self->padding;

          if (para->aspect > 0)
            room = MIN (room, para->height * para->aspect);
          para->draw (draft, style, (EtpRect){ self->padding, top, room, para->height },
                      para->data);
          y = top + para->height;
          any = TRUE;
          self->next++;
          continue;
        }
      n = MAX (count_lines (para, style, bottom - top), 1);
      /* No line of a longer paragraph stands alone, neither here nor on the next slide. */
      if (any && n == 1 && para->lines->len - para->done >= ALONE)
        break;
      if (n >= ALONE && para->lines->len - para->done == n + 1)
        n--;
      any = TRUE;
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
  resume = etp_box_get_resume_height (self, style, measurer, width);
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
