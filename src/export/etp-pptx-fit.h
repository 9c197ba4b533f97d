/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* PPTX-internal: our slides on somebody else's layouts. */
#pragma once

#include "etp-pptx-private.h"
#include "etp-pptx-template.h"
#include "paint/etp-text.h"

G_BEGIN_DECLS

/* Measures the texts of placeholders in the template's fonts. */
typedef struct
{
  const EtpPptxTemplate *template;
  EtpText *titles, *texts;
} EtpPptxFit;

void etp_pptx_fit_init (EtpPptxFit *self, const EtpPptxTemplate *template);
void etp_pptx_fit_clear (EtpPptxFit *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EtpPptxFit, etp_pptx_fit_clear)

/* Puts a page onto a layout: slides of the deck lie as they were made for the template's frame, any
 * other page is scaled into its room. */
void etp_pptx_fit_place (const EtpPptxFit *self, EtpPptxWriter *writer, const EtpPage *page);
/* The texts of a title slide, for its subtitle; all shapes but the title are taken away. NULL if
 * there are none. */
GPtrArray *etp_pptx_fit_take_subtitle (EtpShapeList *list);
/* How large the text of the title, or of the subtitle, has to be for its box, in hundredths of a
 * point; 0: as the layout says. */
guint etp_pptx_fit_find_title_size (const EtpPptxFit *self,
                                    const EtpPptxTemplateLayout *layout,
                                    const char *title);
guint etp_pptx_fit_find_subtitle_size (const EtpPptxFit *self,
                                       const EtpPptxTemplateLayout *layout,
                                       GPtrArray *texts);

G_END_DECLS
