/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A sheet of paper as it lies before its reader, in map units (1/96 inch). */
typedef struct
{
  const char *name; /* "A4"; NULL: a size of its own */
  double width, height;
  double margin; /* kept free at each side: what printers cannot reach */
  gboolean may_turn; /* nobody said how it lies */
} EtpPaper;

#define ETP_PAPER_MM (96.0 / 25.4) /* map units */
#define ETP_PAPER_INCH 96.0
#define ETP_PAPER_LEAST_MM 50.0 /* of a side */
#define ETP_PAPER_MOST_MM 5080.0 /* 200 inches: what viewers can show of a page */

/* "A4", "a3-landscape", "letter-portrait": a sheet's name, then how it lies; without the word it is
 * landscape, but may be turned where that fits better. Or a size, the width first: "210x297mm",
 * "21x29.7cm", "8.5x11in", within the limits above.
 * FALSE if there is no such sheet. */
gboolean etp_paper_parse (const char *name, EtpPaper *paper);
/* TRUE for what is a size, even one beyond the limits: "3x4mm". */
gboolean etp_paper_is_size (const char *name);
/* Names of the known sheets, NULL-terminated, the smallest of each family first. */
const char *const *etp_paper_get_names (void);
gboolean etp_paper_is_portrait (const EtpPaper *self);
EtpPaper etp_paper_turn (const EtpPaper *self); /* the same sheet lying the other way */
/* "A4", "A4, portrait" or "210 × 297 mm", in the interface's language; newly allocated. */
char *etp_paper_dup_label (const EtpPaper *self);
/* The smallest known sheet of the same family (A4 … A0; letter … tabloid), lying the same way, that
 * leaves at least this room inside its margins; FALSE if there is none. */
gboolean
etp_paper_find_larger (const EtpPaper *self, double width, double height, EtpPaper *larger);

/* Fits a scene of this size (map units) to the sheet as large as it goes, in the middle: page units
 * for a map unit, and where its upper left corner lies. */
void etp_paper_fit (
    const EtpPaper *self, double width_map, double height_map, double *scale, double *x, double *y);

G_END_DECLS
