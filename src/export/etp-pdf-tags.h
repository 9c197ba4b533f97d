/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Export-internal: the only caller of cairo's tags. */
#pragma once

#include "etp-export-private.h"

G_BEGIN_DECLS

/* Paints the whole scene on the current page of a PDF surface, tagged for screen readers, with
 * links. The user space of cr is the map's. FALSE if it was cancelled. */
gboolean etp_pdf_tags_paint (const EtpExportScene *scene, cairo_t *cr, GCancellable *cancellable);

/* Adds the outline: the title, below it the phases. cr as it was for painting. */
void etp_pdf_tags_add_outline (const EtpExportScene *scene, cairo_t *cr);

G_END_DECLS
