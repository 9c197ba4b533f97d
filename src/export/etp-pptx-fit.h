/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* PPTX-internal: our slides on somebody else's layouts. */
#pragma once

#include "etp-pptx-private.h"
#include "etp-pptx-template.h"

G_BEGIN_DECLS

/* Takes away what a layout has of its own: grounds, feet, and what stands above the content beside
 * the title. */
void etp_pptx_fit_prune (EtpShapeList *list, const EtpPage *page);
/* Puts the content between the layout's title and its foot. */
void etp_pptx_fit_place (EtpPptxWriter *writer,
                         const EtpPptxTemplate *template,
                         const EtpPptxTemplateLayout *layout,
                         const EtpShapeList *list,
                         const EtpPage *page);
/* The texts of a title slide, for its subtitle; all shapes but the title are taken away. NULL if
 * there are none. */
GPtrArray *etp_pptx_fit_take_subtitle (EtpShapeList *list);

G_END_DECLS
