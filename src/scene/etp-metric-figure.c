/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-metric-figure.h"

#include "etp-lane-cells.h"

/* A figure that is too long becomes smaller, then shorter, then smaller again, and in the end
 * goes over several lines. */
void
etp_metric_figure_init (
    EtpMetricFigure *self, EtpMap *map, EtpNode *metric, const EtpMetricReading *last, double room)
{
  static const struct
  {
    EtpType type;
    gboolean is_short;
  } forms[] = {
    { ETP_TYPE_VALUE, FALSE },     { ETP_TYPE_PHASE_NAME, FALSE }, { ETP_TYPE_VALUE, TRUE },
    { ETP_TYPE_PHASE_NAME, TRUE }, { ETP_TYPE_CARD_TITLE, TRUE },
  };
  const char *unit = etp_node_get_text (metric, ETP_METRIC_UNIT);

  *self = (EtpMetricFigure){ NULL, ETP_TYPE_VALUE, 0, 0, 0 };
  for (guint i = 0; i < G_N_ELEMENTS (forms) && (i == 0 || self->width > room); i++)
    {
      g_free (self->text);
      self->type = forms[i].type;
      self->text = last == NULL        ? g_strdup ("–")
                   : forms[i].is_short ? etp_metric_format_short (last->value, unit, map->language)
                                       : etp_metric_format (last->value, unit, map->language);
      self->width = etp_measurer_get_width (map->measurer, self->text,
                                            etp_style_get_font (map->style, self->type));
    }
  self->height = etp_style_get_line_height (map->style, self->type);
  if (self->width <= room)
    return;
  self->wrap = self->width = room;
  self->height = etp_map_get_text_height (map, self->text, self->type, room);
}

void
etp_metric_figure_clear (EtpMetricFigure *self)
{
  g_clear_pointer (&self->text, g_free);
}
