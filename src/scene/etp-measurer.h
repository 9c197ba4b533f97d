/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "etp-geometry.h"

G_BEGIN_DECLS

/* What a text is set in: a size, weight and slant of the one family of the map. */
typedef struct
{
  float size; /* map units (CSS px) */
  guint16 weight; /* 400, 600, 700 */
  guint8 italic; /* 0, 1 */
  guint8 tabular; /* 0, 1: figures of equal width */
} EtpFont;

/* A line of a text: bytes [start, start + length) without the white space at which it was broken. */
typedef struct
{
  guint start, length;
  float width; /* map units */
  float x; /* from the left edge of the text's box, alignment and direction applied */
} EtpTextLine;

/* The scene's question to whoever can set text: how wide, how many lines. Implemented by
 * paint/etp-text.c with Pango and by the tests with a fake of fixed advances. Same answers at
 * every zoom, on paper and in files. */
#define ETP_TYPE_MEASURER (etp_measurer_get_type ())
G_DECLARE_INTERFACE (EtpMeasurer, etp_measurer, ETP, MEASURER, GObject)

struct _EtpMeasurerInterface
{
  GTypeInterface parent;
  void (*break_lines) (
      EtpMeasurer *self, const char *text, EtpFont font, double width, GArray *lines);
  void (*get_metrics) (EtpMeasurer *self, EtpFont font, double *ascent, double *descent);
};

/* Appends the EtpTextLines of text, broken to width (at words, at any character where a word alone
 * is wider, always at \n; width <= 0: only at \n). An empty text has no line. */
void etp_measurer_break_lines (
    EtpMeasurer *self, const char *text, EtpFont font, double width, GArray *lines);
void etp_measurer_get_metrics (EtpMeasurer *self, EtpFont font, double *ascent, double *descent);
/* Width of text on one line. */
double etp_measurer_get_width (EtpMeasurer *self, const char *text, EtpFont font);
/* Width of the widest of the first words of text: a narrower box would cut them up. */
double etp_measurer_get_widest_word (EtpMeasurer *self, const char *text, EtpFont font);

G_END_DECLS
