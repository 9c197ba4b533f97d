/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-export"

#include "config.h"

#include "etp-grid-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/etp-fields.h"

/* The tables by name. A new one is a function that declares columns and adds rows, and a row here. */

static const struct
{
  const char *name;
  const char *title;
  EtpListKind list; /* what a row is */
  void (*build) (EtpGrid *self);
} kinds[] = {
  /* Translators: these are names of sheets in a workbook: at most 31 letters, none of []:*?/\ */
  { "cards", N_ ("Cards"), ETP_LIST_CARDS, etp_grid_build_cards },
  { "feelings", N_ ("Touchpoints and emotions"), ETP_LIST_CARDS, etp_grid_build_feelings },
  { "personas", N_ ("Personas"), ETP_LIST_PERSONAS, etp_grid_build_personas },
  { "channels", N_ ("Channels"), ETP_LIST_CHANNELS, etp_grid_build_channels },
  { "touchpoints", N_ ("Touchpoints"), ETP_LIST_TOUCHPOINTS, etp_grid_build_touchpoints },
  { "measures", N_ ("Measures"), ETP_LIST_MEASURES, etp_grid_build_measures },
  { "metrics", N_ ("Metrics"), ETP_LIST_METRICS, etp_grid_build_metrics },
  { "history", N_ ("Metrics over time"), ETP_LIST_METRICS, etp_grid_build_history },
};

const char *
etp_grid_get_nth_name (guint index)
{
  return index < G_N_ELEMENTS (kinds) ? kinds[index].name : NULL;
}

static void
clear_column (gpointer data)
{
  EtpGridColumn *column = data;

  g_free (column->key);
  g_free (column->label);
}

static void
clear_cell (gpointer data)
{
  g_free (((EtpGridCell *) data)->text);
}

EtpGrid *
etp_grid_new (EtpJourney *journey, const char *name)
{
  EtpGrid *self;
  guint i = 0;

  while (i < G_N_ELEMENTS (kinds) && strcmp (kinds[i].name, name) != 0)
    i++;
  if (i == G_N_ELEMENTS (kinds))
    return NULL;
  self = g_new0 (EtpGrid, 1);
  self->journey = journey;
  self->title = _ (kinds[i].title);
  self->list = kinds[i].list;
  self->table = etp_list_get_table (kinds[i].list);
  self->columns = g_array_new (FALSE, TRUE, sizeof (EtpGridColumn));
  self->sources = g_array_new (FALSE, TRUE, sizeof (EtpGridSource));
  self->rows = g_array_new (FALSE, TRUE, sizeof (EtpGridRow));
  self->cells = g_array_new (FALSE, TRUE, sizeof (EtpGridCell));
  g_array_set_clear_func (self->columns, clear_column);
  g_array_set_clear_func (self->cells, clear_cell);
  kinds[i].build (self);
  return self;
}

void
etp_grid_free (EtpGrid *self)
{
  g_array_unref (self->columns);
  g_array_unref (self->sources);
  g_array_unref (self->rows);
  g_array_unref (self->cells);
  g_free (self);
}

const char *
etp_grid_get_title (const EtpGrid *self)
{
  return self->title;
}

guint
etp_grid_get_n_columns (const EtpGrid *self)
{
  return self->columns->len;
}

guint
etp_grid_get_n_rows (const EtpGrid *self)
{
  return self->rows->len;
}

const EtpGridColumn *
etp_grid_get_column (const EtpGrid *self, guint column)
{
  return &g_array_index (self->columns, EtpGridColumn, column);
}

guint
etp_grid_get_n_left_out (const EtpGrid *self)
{
  return self->n_left_out;
}

const EtpGridCell *
etp_grid_read_row (EtpGrid *self, guint row)
{
  g_array_set_size (self->cells, 0);
  g_array_set_size (self->cells, self->sources->len);
  for (guint c = 0; c < self->sources->len; c++)
    {
      const EtpGridSource *source = &g_array_index (self->sources, EtpGridSource, c);

      source->func (self, source, &g_array_index (self->rows, EtpGridRow, row),
                    &g_array_index (self->cells, EtpGridCell, c));
    }
  return (const EtpGridCell *) (gconstpointer) self->cells->data;
}
