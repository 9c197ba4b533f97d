/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-canvas"

#include "config.h"

#include "etp-canvas-editor.h"

#include "scene/etp-hyphen.h"

#include <string.h>

/* An item is a list of marks and does not say which of them shows which field, so the text is found
 * by what it says: the field's value, perhaps in quotation marks or with soft hyphens. A field that
 * is empty has no mark; then it gets the place where it will stand. */

#define PADDING_X 11.0
#define PADDING_Y 10.0
#define GAP 7.0 /* behind an icon or a number */
#define LEFT_SHARE 0.3 /* of the item: what stands there is a sign before the text */
#define LEAST_WIDTH 60.0

static gboolean
says (const EtpMark *mark, const char *value)
{
  g_autofree char *shown = NULL;

  if (mark->type != ETP_MARK_TEXT || mark->text == NULL)
    return FALSE;
  shown = etp_hyphen_strip (mark->text);
  return strcmp (mark->text, value) == 0 || strstr (shown, value) != NULL;
}

static const EtpMark *
find_mark (const EtpItem *item, const char *value)
{
  g_autofree char *plain = etp_hyphen_strip (value);

  for (guint i = 0; plain[0] != '\0' && i < item->n_marks; i++)
    if (item->marks[i].type == ETP_MARK_TEXT && g_strcmp0 (item->marks[i].text, value) == 0)
      return &item->marks[i];
  for (guint i = 0; plain[0] != '\0' && i < item->n_marks; i++)
    if (says (&item->marks[i], plain))
      return &item->marks[i];
  return NULL;
}

/* What is shown in place of an empty title: the name of a lane's kind, of a touchpoint. */
static const EtpMark *
find_stand_in (const EtpItem *item)
{
  for (guint i = 0; i < item->n_marks; i++)
    {
      const EtpMark *mark = &item->marks[i];

      if (mark->type == ETP_MARK_TEXT
          && (item->kind == ETP_ITEM_LANE_HEAD || item->kind == ETP_ITEM_TITLE
              || (item->kind == ETP_ITEM_PHASE_HEAD && mark->rect.x > 45)))
        return mark;
    }
  return NULL;
}

/* Right of the signs in the first line. */
static double
find_left (const EtpItem *item)
{
  double left = PADDING_X;

  for (guint i = 0; i < item->n_marks; i++)
    {
      const EtpMark *mark = &item->marks[i];
      const double right = mark->rect.x + mark->rect.width;

      if (mark->rect.x < item->width * LEFT_SHARE && right < item->width * 0.5
          && mark->rect.y < 2 * PADDING_Y && right + GAP > left)
        left = right + GAP;
    }
  return left;
}

/* The number of a step, beside which its title stands; NULL: there is none. */
static const EtpMark *
find_number (const EtpItem *item)
{
  for (guint i = 0; i < item->n_marks; i++)
    {
      const EtpMark *mark = &item->marks[i];

      if (mark->type == ETP_MARK_TEXT && mark->text != NULL && g_ascii_isdigit (mark->text[0])
          && mark->rect.x < item->width * LEFT_SHARE && mark->rect.y < 3 * PADDING_Y)
        return mark;
    }
  return NULL;
}

static void
fill_empty (
    const EtpItem *item, EtpStyle *style, guint position, const EtpMark *above, EtpTextSpot *spot)
{
  const EtpType type = position > 0 ? ETP_TYPE_CARD_TEXT : ETP_TYPE_NOTE;
  const EtpMark *number = find_number (item);

  spot->font = etp_style_get_font (style, type);
  spot->line_height = etp_style_get_line_height (style, type);
  spot->ink = etp_style_get_color (style, position > 0 ? ETP_COLOR_DIM : ETP_COLOR_INK);
  spot->rect = (EtpRect){ find_left (item), PADDING_Y, 0, spot->line_height };
  if (position == 0 && item->kind == ETP_ITEM_CARD && number != NULL)
    {
      spot->font = number->font;
      spot->line_height = (double) number->line_height;
      spot->rect = (EtpRect){ MAX (find_left (item), number->rect.x + number->rect.width + GAP),
                              number->rect.y, 0, spot->line_height };
    }
  if (above != NULL)
    {
      spot->rect.x = above->rect.x;
      spot->rect.y = above->rect.y + above->rect.height + 1;
    }
  spot->rect.width = item->width - spot->rect.x - PADDING_X;
}

/* The opaque ground on which the text stands. */
static EtpRgba
find_surface (const EtpItem *item, EtpStyle *style, const EtpRect *rect)
{
  const double x = rect->x + rect->width / 2, y = rect->y + rect->height / 2;
  EtpRgba surface = etp_style_get_color (style, ETP_COLOR_PAPER);

  for (guint i = 0; i < item->n_marks; i++)
    {
      const EtpMark *mark = &item->marks[i];

      if ((mark->type == ETP_MARK_BOX || mark->type == ETP_MARK_PATH)
          && (mark->fill_color & 0xff) == 0xff
          && etp_rect_contains (&mark->rect, x, MIN (y, item->height - 1))
          && mark->rect.width > rect->width * 0.8)
        surface = mark->fill_color;
    }
  return surface;
}

void
etp_text_spot_find (
    const EtpItem *item, EtpStyle *style, guint position, const char *value, EtpTextSpot *spot)
{
  const EtpMark *mark = find_mark (item, value);
  const EtpMark *above = NULL;

  if (mark == NULL && position == 0)
    mark = find_stand_in (item);
  for (guint i = 0; position > 0 && i < item->n_marks; i++)
    if (item->marks[i].type == ETP_MARK_TEXT
        && (above == NULL || item->marks[i].rect.width > above->rect.width))
      above = &item->marks[i];
  if (mark == NULL)
    fill_empty (item, style, position, above, spot);
  else
    *spot = (EtpTextSpot){ mark->rect, mark->font, (double) mark->line_height, mark->fill_color,
                           0 };
  spot->rect.width = MAX (spot->rect.width, LEAST_WIDTH);
  spot->surface = find_surface (item, style, &spot->rect);
}
