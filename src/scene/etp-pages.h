/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A sheet of paper as it lies before its reader, in points (1/72 inch). */
typedef struct
{
  double width_pt, height_pt;
  double margin_pt; /* kept free at each side: what printers cannot reach */
} EtpPage;

/* "A4", "a3-landscape", "letter-portrait": a sheet's name, then how it lies; a map is wider than
 * high more often than not, so landscape needs no word. FALSE if there is no such sheet. */
gboolean etp_page_parse (const char *name, EtpPage *page);
/* Names of the known sheets, NULL-terminated, the smallest of each family first. */
const char *const *etp_page_get_names (void);
/* Fits a scene of this size (map units) to the sheet as large as it goes, in the middle: points for
 * a map unit, and where its upper left corner lies, in points. */
void etp_page_fit (const EtpPage *page,
                   double width_map,
                   double height_map,
                   double *scale,
                   double *x_pt,
                   double *y_pt);

G_END_DECLS
