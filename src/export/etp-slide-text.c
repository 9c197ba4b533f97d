/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-export"

#include "config.h"

#include "etp-slide-shapes.h"

#include <math.h>
#include <string.h>

#include "paint/etp-text.h"

/* How texts stand in their shapes, and their paragraphs. */

#define TITLE_SLACK 0.025 /* of its width; margins are wider */
#define SAME 1.5 /* scene units: what counts as the same place */
#define FIRST_IDEOGRAPHIC 0x2e80
#define LETTERS 1.21 /* height of Inter's letters, for a size of 1 */

/* A text that was set on one line without a box of its own: it has room for nothing else. */
gboolean
etp_mark_is_free_line (const EtpMark *mark)
{
  return mark->n_lines == 1 && fabs (mark->rect.width - (double) mark->lines[0].width) < SAME;
}

/* A line that another font, or a bolder one, would break. */
gboolean
etp_mark_is_tight_line (const EtpMark *mark)
{
  return mark->n_lines == 1 && (double) mark->lines[0].width > 0.85 * mark->rect.width;
}

/* Another program sets the same text a hair wider or narrower. */
static double
get_slack (const EtpShape *shape)
{
  return shape->text_rect.width * 0.006;
}

/* Text stands in the square that fits into round corners or an ellipse; insets count from there. */
static double
get_corner (const EtpShape *shape)
{
  const double side = MIN (shape->rect.width, shape->rect.height);

  if (shape->type != ETP_SHAPE_BOX)
    return 0;
  return MIN ((double) shape->mark->radius * shape->scale, side / 2) * (1 - G_SQRT2 / 2);
}

EtpRect
etp_shape_list_get_text_box (const EtpShapeList *self, const EtpShape *shape)
{
  const EtpMark *mark = etp_shape_list_get_text (self, shape, 0)->mark;
  const gboolean rtl = etp_text_is_rtl (mark->text, mark->lines[0].start);
  const double slack = get_slack (shape);
  EtpRect rect = shape->rect;

  rect.width += slack;
  if (mark->align == ETP_ALIGN_CENTER)
    rect.x -= slack / 2;
  else if (mark->align == ETP_ALIGN_END || rtl)
    rect.x -= slack;
  return rect;
}

EtpShapeFrame
etp_shape_list_get_frame (const EtpShapeList *self, const EtpShape *shape)
{
  const EtpRect *rect = &shape->rect, *text = &shape->text_rect;
  const EtpMark *mark = etp_shape_list_get_text (self, shape, 0)->mark;
  const double slack = get_slack (shape), corner = get_corner (shape);
  EtpShapeFrame frame = { text->x - rect->x,
                          text->y - rect->y,
                          rect->x + rect->width - text->x - text->width,
                          rect->y + rect->height - text->y - text->height,
                          FALSE,
                          FALSE,
                          FALSE };

  frame.is_single = shape->n_texts == 1
                    && (etp_mark_is_free_line (mark) || etp_mark_is_tight_line (mark));
  frame.is_middle = fabs (frame.top - frame.bottom) < SAME && shape->type == ETP_SHAPE_BOX;
  if (frame.is_middle)
    frame.top = frame.bottom = MIN (frame.top, frame.bottom);
  if (frame.is_single && shape->type == ETP_SHAPE_BOX && fabs (frame.left - frame.right) < SAME)
    frame.is_centered = TRUE;
  if (!frame.is_single && frame.right > slack)
    frame.right -= slack;
  frame.left = frame.is_centered ? 0 : MAX (frame.left - corner, 0);
  frame.right = frame.is_centered ? 0 : MAX (frame.right - corner, 0);
  frame.top = MAX (frame.top - corner, 0);
  frame.bottom = 0;
  return frame;
}

void
etp_shape_widen_title (EtpShape *shape, const EtpMark *mark)
{
  const double slack = shape->rect.width * TITLE_SLACK;

  if (mark->n_lines != 1)
    return;
  if (etp_text_is_rtl (mark->text, 0))
    shape->rect.x -= slack;
  shape->rect.width += slack;
}

double
etp_mark_get_lead (const EtpMark *mark)
{
  return ((double) mark->line_height - LETTERS * (double) mark->font.size) / 2;
}

/* Broken after a hyphen, which may be one that was put in: other programs would break elsewhere, and it
 * would stay. A word that is too long for a line is broken by all of them, each where it has to; but
 * behind a number they would begin a line for it first. */
static gboolean
is_kept (const EtpParagraphs *self, guint at)
{
  const char *text = self->mark->text;
  const gunichar before = g_utf8_get_char (g_utf8_prev_char (text + at));

  return before == '-'
         || (self->is_beside && before < FIRST_IDEOGRAPHIC && g_unichar_isalnum (before)
             && g_unichar_isalnum (g_utf8_get_char (text + at)));
}

void
etp_paragraphs_init (EtpParagraphs *self, const EtpShapeText *text)
{
  *self = (EtpParagraphs){ text->mark, 0, text->beside > 0 };
}

gboolean
etp_paragraphs_next (EtpParagraphs *self, EtpStretch *stretch)
{
  const EtpMark *mark = self->mark;
  const EtpTextLine *line;

  if (self->line >= mark->n_lines)
    return FALSE;
  line = &mark->lines[self->line++];
  stretch->start = line->start;
  stretch->ends_paragraph = TRUE;
  for (;; line++, self->line++)
    {
      const guint end = line->start + line->length;

      stretch->length = end - stretch->start;
      if (self->line >= mark->n_lines
          || memchr (mark->text + end, '\n', line[1].start - end) != NULL)
        return TRUE;
      if (line->length > 0 && line[1].start == end && is_kept (self, end))
        {
          stretch->ends_paragraph = FALSE;
          return TRUE;
        }
    }
}
