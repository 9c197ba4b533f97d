/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Lines of a table's cells, read as what they become where their lane shows no cards: metrics,
 * measures, feelings. What is not understood stays as words; nothing is left out. language: of the
 * journey, for numbers. */
#pragma once

#include "model/etp-enums.h"

G_BEGIN_DECLS

#define ETP_SHEET_MAX_LINE 2000 /* bytes: what is longer is a text, and not taken apart */

typedef struct
{
  char *name; /* "" if the line is a bare number */
  char *unit; /* "" if there is none */
  char *date; /* YYYY-MM-DD of the value */
  int period; /* EtpPeriod, or -1 */
  double value, target; /* NAN: none */
} EtpSheetMetric;

/* "Conversion: 3.4 % per month (target 5 %)". today: YYYY-MM-DD, of values that name no day, and the
 * latest day that there is. */
void etp_sheet_metric_read (EtpSheetMetric *self,
                            const char *line,
                            const char *language,
                            const char *today);
void etp_sheet_metric_clear (EtpSheetMetric *self);

typedef struct
{
  char *title; /* never "" for a line that has text */
  char *owner; /* "": nobody yet */
  char *due; /* YYYY-MM-DD, or "" */
  EtpMeasureStatus status;
} EtpSheetMeasure;

/* "Short answers on the page (Jana Reuter, by 31 March 2027, planned)" */
void etp_sheet_measure_read (EtpSheetMeasure *self, const char *line);
void etp_sheet_measure_clear (EtpSheetMeasure *self);

typedef struct
{
  double number, top; /* as they are written, "4" of "4/5"; NAN: none */
  double value; /* −2 … +2 that a word or a face stands for; NAN: none */
  char *feeling; /* a word, or "" */
  char *note; /* longer text, or "" */
} EtpSheetFeeling;

/* "−1", "4/5", "frustrated", "annoyed (−1.5)", "++", a face. */
void etp_sheet_feeling_read (EtpSheetFeeling *self, const char *line, const char *language);
void etp_sheet_feeling_clear (EtpSheetFeeling *self);

/* Which numbers a row of feelings is written in. */
typedef struct
{
  double low, high; /* what −2 and +2 are written as */
} EtpSheetScale;

/* From the smallest and the largest number of the row, and the top that it names (or NAN). */
EtpSheetScale etp_sheet_scale_guess (double smallest, double largest, double top);
/* −2 … +2 in steps of 0.1, or NAN. */
double etp_sheet_scale_apply (EtpSheetScale scale, const EtpSheetFeeling *feeling);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EtpSheetMetric, etp_sheet_metric_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EtpSheetMeasure, etp_sheet_measure_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EtpSheetFeeling, etp_sheet_feeling_clear)

G_END_DECLS
