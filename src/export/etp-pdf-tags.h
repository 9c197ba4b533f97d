/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Export-internal: the only caller of cairo's tags. */
#pragma once

#include "etp-export-private.h"

G_BEGIN_DECLS

#define ETP_PDF_POINTS 0.75 /* for a page unit */

/* The pages of one PDF on their way. */
typedef struct
{
  const EtpExportPages *from; /* borrowed */
  GHashTable *shared; /* scene → number of parts that show it, if there are several */
  GHashTable *read; /* set of items of shared scenes that a screen reader has met */
} EtpPdfTags;

void etp_pdf_tags_init (EtpPdfTags *self, const EtpExportPages *pages);
void etp_pdf_tags_clear (EtpPdfTags *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EtpPdfTags, etp_pdf_tags_clear)

/* Paints a page on the current one of a PDF surface, tagged for screen readers, with links. The user
 * space of cr is the page's. What several pages show is read where it is whole for the first time.
 * FALSE if it was cancelled. */
gboolean
etp_pdf_tags_paint (EtpPdfTags *self, cairo_t *cr, const EtpPage *page, GCancellable *cancellable);

/* Adds the outline: the title, below it the phases of a map, or else the pages. share: of
 * ETP_PDF_POINTS, which a page unit has become. */
void etp_pdf_tags_add_outline (const EtpPdfTags *self, cairo_surface_t *surface, double share);

G_END_DECLS
