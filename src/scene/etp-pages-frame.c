/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-pages-private.h"
#include "etp-sheet-draft.h"
#include "model/etp-fields.h"

/* Header, footer, logo and date. Above: the logo, beside it the header, at the right the date;
 * below: the footer, at the right where the page belongs. */

#define STRIP_GAP 10.0 /* between a strip and the page's content */
#define LOGO_HEIGHT 34.0
#define LOGO_WIDEST 180.0
#define GAP 14.0

typedef struct
{
  const char *logo; /* asset id, or NULL */
  double logo_width, logo_height;
  double text_x, text_width; /* of the header */
  double date_width;
} Strip;

static const char *
or_nothing (const char *text)
{
  return text != NULL ? text : "";
}

static double
get_width (const EtpPagesJob *job, const char *text)
{
  return etp_measurer_get_width (job->measurer, text,
                                 etp_style_get_font (job->style, ETP_TYPE_SMALL));
}

static double
get_height (const EtpPagesJob *job, const char *text, double width, EtpType type)
{
  return etp_sheet_text_height (job->style, job->measurer, text, MAX (width, 60), type);
}

static const char *
find_logo (const EtpPagesJob *job)
{
  EtpValue *theme = etp_node_get_value (job->journey, ETP_JOURNEY_THEME);
  const char *id = theme != NULL ? etp_value_get_text (theme, ETP_THEME_LOGO) : "";
  EtpNode *asset = id[0] != '\0' ? etp_journey_get_node (job->journey, id) : NULL;

  return job->options->logo && asset != NULL && etp_node_get_list (asset) == ETP_LIST_ASSETS ? id
                                                                                             : NULL;
}

static Strip
plan_strip (const EtpPagesJob *job, double width)
{
  double ratio = job->options->logo_ratio > 0 ? job->options->logo_ratio : 1;
  Strip strip = { .logo = find_logo (job) };

  if (strip.logo != NULL)
    {
      strip.logo_width = MIN (LOGO_HEIGHT * ratio, LOGO_WIDEST);
      strip.logo_height = strip.logo_width / ratio;
      strip.text_x = strip.logo_width + GAP;
    }
  if (job->options->date != NULL)
    strip.date_width = get_width (job, job->options->date);
  strip.text_width = width - strip.text_x - (strip.date_width > 0 ? strip.date_width + GAP : 0);
  return strip;
}

static double
get_header_height (const EtpPagesJob *job, const Strip *strip)
{
  const char *header = or_nothing (job->options->header);
  double height = get_height (job, header, strip->text_width, ETP_TYPE_SMALL_STRONG);

  height = MAX (height, strip->logo_height);
  if (job->options->date != NULL)
    height = MAX (height, etp_style_get_line_height (job->style, ETP_TYPE_SMALL));
  return height;
}

void
etp_pages_frame_init (EtpPagesFrame *self,
                      const EtpPagesJob *job,
                      double width,
                      double height,
                      double margin,
                      gboolean has_label)
{
  double room = width - 2 * margin;
  Strip strip = plan_strip (job, room);

  *self = (EtpPagesFrame){ .width = width, .height = height, .margin = margin };
  self->top = get_header_height (job, &strip);
  self->bottom = get_height (job, or_nothing (job->options->footer), room * 0.7, ETP_TYPE_SMALL);
  if (has_label)
    self->bottom = MAX (self->bottom, etp_style_get_line_height (job->style, ETP_TYPE_SMALL));
  self->top += self->top > 0 ? STRIP_GAP : 0;
  self->bottom += self->bottom > 0 ? STRIP_GAP : 0;
  self->inner = (EtpRect){ margin, margin + self->top, room,
                           height - 2 * margin - self->top - self->bottom };
}

static void
add_header (const EtpPagesFrame *self, const EtpPagesJob *job, EtpSheetDraft *sheet)
{
  double room = self->width - 2 * self->margin, height = self->top - STRIP_GAP;
  Strip strip = plan_strip (job, room);
  const char *header = or_nothing (job->options->header);
  EtpRgba ink = etp_style_get_color (job->style, ETP_COLOR_INK);
  EtpRgba dim = etp_style_get_color (job->style, ETP_COLOR_DIM);
  double text = get_height (job, header, strip.text_width, ETP_TYPE_SMALL_STRONG);
  double line = etp_style_get_line_height (job->style, ETP_TYPE_SMALL);

  if (strip.logo != NULL)
    {
      EtpDraft *draft = etp_sheet_draft_begin (sheet, ETP_ITEM_IMAGE, ETP_LAYER_BODY);

      etp_draft_image (draft, strip.logo, (EtpRect){ 0, 0, strip.logo_width, strip.logo_height },
                       0);
      etp_sheet_draft_add (sheet, draft, self->margin,
                           self->margin + (height - strip.logo_height) / 2, strip.logo_width,
                           strip.logo_height);
    }
  if (header[0] != '\0')
    etp_sheet_draft_text (sheet, ETP_ITEM_LABEL, self->margin + strip.text_x,
                          self->margin + (height - text) / 2, MAX (strip.text_width, 60), header,
                          ETP_TYPE_SMALL_STRONG, ink, ETP_ALIGN_START);
  if (job->options->date != NULL)
    etp_sheet_draft_text (sheet, ETP_ITEM_LABEL, self->width - self->margin - strip.date_width - 1,
                          self->margin + (height - line) / 2, strip.date_width + 1,
                          job->options->date, ETP_TYPE_SMALL, dim, ETP_ALIGN_END);
}

void
etp_pages_frame_add (const EtpPagesFrame *self,
                     const EtpPagesJob *job,
                     EtpPage *page,
                     const char *label)
{
  const char *language = etp_node_get_text (job->journey, ETP_JOURNEY_LANGUAGE);
  const char *footer = or_nothing (job->options->footer);
  EtpRgba dim = etp_style_get_color (job->style, ETP_COLOR_DIM);
  double room = self->width - 2 * self->margin;
  double y = self->height - self->margin - self->bottom + STRIP_GAP;
  g_autoptr (EtpScene) scene = NULL;
  EtpSheetDraft *sheet;

  if (self->top <= 0 && self->bottom <= 0)
    return;
  sheet = etp_sheet_draft_new (job->style, job->measurer, language);
  if (self->top > 0)
    add_header (self, job, sheet);
  if (footer[0] != '\0')
    etp_sheet_draft_text (sheet, ETP_ITEM_LABEL, self->margin, y, room * 0.7, footer,
                          ETP_TYPE_SMALL, dim, ETP_ALIGN_START);
  if (label != NULL)
    etp_sheet_draft_text (sheet, ETP_ITEM_LABEL, self->margin + room * 0.7, y, room * 0.3, label,
                          ETP_TYPE_SMALL, dim, ETP_ALIGN_END);
  scene = etp_sheet_draft_finish (sheet, self->width, self->height);
  etp_page_add_part (page, scene, NULL, 0, 0, 1)->is_furniture = TRUE;
}
