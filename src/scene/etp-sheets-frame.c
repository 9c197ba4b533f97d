/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-sheets-private.h"

#include <glib/gi18n-lib.h>

#include "model/etp-fields.h"

/* What sheets to write on have in common: a heading, the journey's title, what stands at the edges. */

#define HEADING_SPACE 12.0
#define LEAST 480.0
#define IN_THE_HAND 1060.0 /* the shorter side of what is written on at a table: A3 */

gboolean
etp_sheet_begin (EtpSheet *self, EtpPagesJob *job, const char *heading, GError **error)
{
  EtpStyle *style = job->style;

  *self = (EtpSheet){ .job = job,
                      .language = etp_node_get_text (job->journey, ETP_JOURNEY_LANGUAGE),
                      .ink = etp_style_get_color (style, ETP_COLOR_INK),
                      .dim = etp_style_get_color (style, ETP_COLOR_DIM) };
  self->line = etp_rgba_mix (self->ink, etp_style_get_color (style, ETP_COLOR_PAPER), 0.35);
  etp_pages_frame_init (&self->frame, job, job->paper.width, job->paper.height, job->paper.margin,
                        FALSE);
  if (self->frame.inner.width < LEAST || self->frame.inner.height < LEAST)
    {
      g_autofree char *paper = etp_paper_dup_label (&job->paper);

      g_set_error (error, ETP_PAGES_ERROR, ETP_PAGES_ERROR_PAPER,
                   /* Translators: %s is a size of paper: "60 × 80 mm". */
                   _ ("Sheets of %s are too small to write on."), paper);
      return FALSE;
    }
  self->scale = MAX (1, MIN (self->frame.inner.width, self->frame.inner.height) / IN_THE_HAND);
  self->x = self->frame.inner.x;
  self->y = self->frame.inner.y;
  self->frame.inner = (EtpRect){ 0, 0, self->frame.inner.width / self->scale,
                                 self->frame.inner.height / self->scale };
  self->height = self->frame.inner.height;
  self->draft = etp_sheet_draft_new (style, job->measurer, self->language);
  self->frame.inner.y += etp_sheet_draft_text (
      self->draft, ETP_ITEM_TITLE, self->frame.inner.x, self->frame.inner.y,
      self->frame.inner.width, heading, ETP_TYPE_MAP_TITLE, self->ink, ETP_ALIGN_START);
  self->frame.inner.y += etp_sheet_draft_text (self->draft, ETP_ITEM_LABEL, self->frame.inner.x,
                                               self->frame.inner.y, self->frame.inner.width,
                                               etp_pages_get_title (job->journey), ETP_TYPE_FACTS,
                                               self->dim, ETP_ALIGN_START);
  self->frame.inner.y += HEADING_SPACE;
  self->frame.inner.height = self->height - self->frame.inner.y;
  return TRUE;
}

void
etp_sheet_end (EtpSheet *self, const char *title)
{
  EtpPage *page = etp_pages_add (self->job->pages, ETP_PAGE_SHEET, self->frame.width,
                                 self->frame.height, title);
  g_autoptr (EtpScene)
      scene = etp_sheet_draft_finish (self->draft, self->frame.inner.width, self->height);

  etp_page_add_part (page, scene, NULL, self->x, self->y, self->scale);
  etp_pages_frame_add (&self->frame, self->job, page, NULL);
}
