/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Export-internal: what a journey is as tables with typed cells, for CSV and spreadsheets.
 *
 * Heads and words of choice are in the interface's language. Each column has a key as well, which
 * no language changes: the member of the document that it shows ("momentOfTruth",
 * "value.orderValue"; "emotions.max.value" of the persona with the id max), by which a table can be
 * read back. */
#pragma once

#include "etp-export.h"

G_BEGIN_DECLS

typedef enum
{
  ETP_GRID_EMPTY, /* of a cell: nothing is known; never of a column */
  ETP_GRID_TEXT,
  ETP_GRID_NUMBER,
  ETP_GRID_MONEY, /* in the journey's currency */
  ETP_GRID_SHARE, /* 0…1 */
  ETP_GRID_DATE, /* text YYYY-MM-DD */
  ETP_GRID_BOOLEAN, /* empty if it is not so */
  ETP_GRID_FEELING, /* −2…+2 */
} EtpGridType;

typedef struct
{
  char *key;
  char *label;
  EtpGridType type;
  gboolean is_long; /* text of several lines */
  const char *note; /* translated: what its numbers mean; NULL; static */
  gboolean is_step_number; /* "2.3", which spreadsheets take for a number or a day */
} EtpGridColumn;

typedef struct
{
  EtpGridType type; /* that of its column, or EMPTY */
  double number; /* NUMBER, MONEY, SHARE, FEELING; BOOLEAN: 1 */
  char *text; /* TEXT, DATE */
} EtpGridCell;

/* A row is made when it is read: a table takes no more memory than its list of rows. */
typedef struct _EtpGrid EtpGrid;

/* Columns for personas, of one kind of entry; of a map with more, the others are left out. */
#define ETP_GRID_MAX_PERSONAS 64

/* All there are, in their order in a workbook: cards, feelings, personas, channels, touchpoints,
 * measures, metrics, history. NULL past the end. */
const char *etp_grid_get_nth_name (guint index);
/* NULL if there is no such table. The journey must stay as it is and outlive the table. */
EtpGrid *etp_grid_new (EtpJourney *journey, const char *name);
void etp_grid_free (EtpGrid *self);

const char *etp_grid_get_title (const EtpGrid *self); /* translated */
guint etp_grid_get_n_columns (const EtpGrid *self);
guint etp_grid_get_n_rows (const EtpGrid *self);
const EtpGridColumn *etp_grid_get_column (const EtpGrid *self, guint column);
/* As many cells as there are columns, valid until the next call. */
const EtpGridCell *etp_grid_read_row (EtpGrid *self, guint row);
/* Personas for which there is no column. */
guint etp_grid_get_n_left_out (const EtpGrid *self);

/* Tells of those in the options' notes. */
void etp_export_note_personas (const EtpExportOptions *options, const EtpGrid *grid);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EtpGrid, etp_grid_free)

G_END_DECLS
