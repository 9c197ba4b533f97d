/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-measurer.h"

/* The scene's question to whoever can set text. */

#define MOST_WORDS 16 /* that are measured for the widest */

G_DEFINE_INTERFACE (EtpMeasurer, etp_measurer, G_TYPE_OBJECT)

static void
etp_measurer_default_init (EtpMeasurerInterface *iface)
{
}

void
etp_measurer_break_lines (
    EtpMeasurer *self, const char *text, EtpFont font, double width, GArray *lines)
{
  g_return_if_fail (ETP_IS_MEASURER (self));
  g_return_if_fail (text != NULL);

  if (text[0] != '\0')
    ETP_MEASURER_GET_IFACE (self)->break_lines (self, text, font, width, lines);
}

void
etp_measurer_get_metrics (EtpMeasurer *self, EtpFont font, double *ascent, double *descent)
{
  g_return_if_fail (ETP_IS_MEASURER (self));

  ETP_MEASURER_GET_IFACE (self)->get_metrics (self, font, ascent, descent);
}

double
etp_measurer_get_width (EtpMeasurer *self, const char *text, EtpFont font)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (EtpTextLine));
  double width = 0;

  etp_measurer_break_lines (self, text, font, 0, lines);
  for (guint i = 0; i < lines->len; i++)
    width = MAX (width, (double) g_array_index (lines, EtpTextLine, i).width);
  return width;
}

double
etp_measurer_get_widest_word (EtpMeasurer *self, const char *text, EtpFont font)
{
  g_auto (GStrv) words = g_strsplit_set (text, " -\n", MOST_WORDS + 1);
  double widest = 0;

  for (guint i = 0; i < MOST_WORDS && words[i] != NULL; i++)
    widest = MAX (widest, etp_measurer_get_width (self, words[i], font));
  return widest;
}
