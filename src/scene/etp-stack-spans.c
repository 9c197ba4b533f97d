/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-stack-spans.h"

#include <glib/gi18n-lib.h>

/* Sheets of paper hold few columns. A card over more of them is set anew on each sheet, so that all
 * of it can be read there: its parts never go over the last column of a sheet. */

static void
clear_span (gpointer data)
{
  EtpSpan *span = data;

  g_clear_pointer (&span->item, etp_item_unref);
}

void
etp_spans_free (gpointer data)
{
  EtpSpans *self = data;

  g_array_unref (self->spans);
  g_array_unref (self->pieces);
  g_free (self->starts);
  g_free (self);
}

EtpSpans *
etp_spans_new (guint n_columns)
{
  EtpSpans *self = g_new0 (EtpSpans, 1);

  self->spans = g_array_new (FALSE, FALSE, sizeof (EtpSpan));
  self->pieces = g_array_new (FALSE, FALSE, sizeof (EtpSpan));
  g_array_set_clear_func (self->spans, clear_span);
  g_array_set_clear_func (self->pieces, clear_span);
  self->starts = g_new0 (double, n_columns);
  return self;
}

gboolean
etp_span_find_columns (const EtpMap *map, const EtpPlace *place, guint *first, guint *last)
{
  *first = G_MAXUINT;
  *last = 0;
  for (guint c = 0; c < map->n_columns; c++)
    {
      const EtpColumn *column = &map->columns[c];

      if (column->index < place->phase || column->index > place->until)
        continue;
      if (*first == G_MAXUINT && !column->collapsed)
        *first = c;
      *last = c;
    }
  if (*first == G_MAXUINT)
    return FALSE;
  *last = MAX (*last, *first);
  return *first != *last || map->columns[*first].index != place->phase;
}

gboolean
etp_span_is_needed (const EtpMap *map, const EtpPlace *place)
{
  guint first, last;

  return place->until != place->phase && etp_span_find_columns (map, place, &first, &last);
}

char *
etp_span_dup_note (const EtpMap *map, const EtpPlace *place, const char *note)
{
  guint first, last;
  g_autofree char *span = NULL;

  if (place->until == place->phase || !etp_span_find_columns (map, place, &first, &last))
    return g_strdup (note);
  /* Translators: of a card over several phases, for a screen reader: "through phase 4"; %u is the
   * number of the last one. */
  span = g_strdup_printf (_ ("through phase %u"), map->columns[last].number);
  return note != NULL && note[0] != '\0' ? g_strconcat (span, ", ", note, NULL)
                                         : g_steal_pointer (&span);
}

guint64
etp_span_stamp (const EtpMap *map, const EtpPlace *place, guint64 stamp)
{
  guint first, last;

  if (place->until == place->phase || !etp_span_find_columns (map, place, &first, &last))
    return stamp;
  return etp_stamp_mix (stamp, map->columns[last].number);
}

gboolean
etp_span_is_in_row (const EtpMap *map, const EtpRow *row)
{
  guint n_phases = etp_outline_get_n_phases (map->outline);

  for (guint p = 0; p < n_phases; p++)
    {
      guint n;
      const EtpPlace *const *places = etp_outline_get_cell (map->outline, p, row->index, &n);

      for (guint i = 0; places != NULL && i < n; i++)
        if (places[i]->until != places[i]->phase)
          return TRUE;
    }
  return FALSE;
}

double
etp_span_get_width (const EtpMap *map, guint first, guint last)
{
  return map->columns[last].x + map->columns[last].width - map->columns[first].x
         - 2 * map->metrics->card_inset;
}

gboolean
etp_span_ends_sheet (guint n_columns, guint n_sheets, guint column)
{
  guint least, n_larger;

  if (n_sheets == 0 || n_columns < n_sheets)
    return n_sheets > 0;
  least = n_columns / n_sheets;
  n_larger = n_columns % n_sheets * (least + 1);
  if (column < n_larger)
    return (column + 1) % (least + 1) == 0;
  return (column + 1 - n_larger) % least == 0;
}

guint
etp_span_find_end (const EtpMap *map, guint from, guint last)
{
  guint end = from;

  if (map->options->n_sheets == 0)
    return last;
  while (end < last && !etp_span_ends_sheet (map->n_columns, map->options->n_sheets, end)
         && etp_span_get_width (map, from, end + 1) <= map->options->span_width)
    end++;
  return end;
}
