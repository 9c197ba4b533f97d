/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Export-internal: what every format of presentations begins with. */
#pragma once

#include "etp-export-private.h"
#include "etp-slide-media.h"
#include "etp-slide-shapes.h"
#include "etp-slide-theme.h"

G_BEGIN_DECLS

/* The pages of a journey as the slides of one presentation, all of the same size. */
typedef struct
{
  EtpExportPages export;
  EtpJourney *journey; /* borrowed, as all that follows: of export */
  EtpPages *pages;
  EtpStyle *style;
  EtpSlideTheme theme;
  EtpSlideMedia media;
  const char *title, *author; /* borrowed */
  char *language; /* with a region, as spelling checkers want it: "de-DE" */
  double width, height; /* of a slide, 1/96 inch */
  const EtpSlideFrame *frame; /* somebody else's slides, whose size it is; NULL: ours. Borrowed */
  double
      scale; /* of the first page to a slide: 1, less where pages are larger than slides can be */
} EtpSlideDeck;

#define ETP_SLIDE_MAX (56 * 96.0) /* what PowerPoint takes */

gboolean etp_slide_deck_init (EtpSlideDeck *self,
                              EtpJourney *journey,
                              const EtpExportOptions *options,
                              GError **error);
void etp_slide_deck_clear (EtpSlideDeck *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EtpSlideDeck, etp_slide_deck_clear)

/* How a page lies on its slide: slide units for a page unit, and where its corner is. */
void etp_slide_deck_get_fit (
    const EtpSlideDeck *self, const EtpPage *page, double *scale, double *x, double *y);

typedef struct
{
  EtpRect rect; /* page units */
  EtpFont font;
  double line_height;
  EtpRgba ink;
} EtpSlideTitle;

/* Where titles are, and how they look: as on the first slide, or on the first of the others. */
EtpSlideTitle etp_slide_deck_get_title (const EtpSlideDeck *self, gboolean of_title_slide);

/* The time of creation, "2026-11-12T10:00:00Z", if it is given from outside (SOURCE_DATE_EPOCH), as
 * for PDF: same journey, same bytes. Else NULL. Free it. */
char *etp_slide_dup_date (void);

G_END_DECLS
