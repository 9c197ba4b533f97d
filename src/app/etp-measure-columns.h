/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The columns of the table of measures: what stands in them and how they are sorted. */
#pragma once

#include <gtk/gtk.h>

#include "model/etp-journey.h"

G_BEGIN_DECLS

typedef enum
{
  ETP_MEASURE_COLUMN_TITLE,
  ETP_MEASURE_COLUMN_OWNER,
  ETP_MEASURE_COLUMN_UNIT,
  ETP_MEASURE_COLUMN_DUE,
  ETP_MEASURE_COLUMN_STATUS,
  ETP_MEASURE_COLUMN_PHASE,
  ETP_N_MEASURE_COLUMNS
} EtpMeasureColumn;

typedef struct _EtpMeasureColumns EtpMeasureColumns;

/* Adds the columns to a table, which goes before this is freed. today: borrowed. */
EtpMeasureColumns *
etp_measure_columns_new (GtkColumnView *table, EtpJourney *journey, const char *today);
void etp_measure_columns_free (EtpMeasureColumns *self);
/* The measures have changed: what is shown and in which order is looked at again. */
void etp_measure_columns_update (EtpMeasureColumns *self);
/* The order of the table, with what says nothing last; goes before the columns. */
GtkSorter *etp_measure_columns_create_sorter (EtpMeasureColumns *self);
void etp_measure_columns_sort (EtpMeasureColumns *self, EtpMeasureColumn column);
/* Sorts by the same column the other way round; what says nothing stays last. */
void etp_measure_columns_reverse (EtpMeasureColumns *self);
/* By which column the table is sorted now, its headings can be clicked; ETP_N_MEASURE_COLUMNS if there is
 * too little to tell. */
EtpMeasureColumn etp_measure_columns_get_sorted (EtpMeasureColumns *self);
/* N_(), NULL-terminated: "By title" and so on. */
const char *const *etp_measure_columns_get_titles (void);

G_END_DECLS
