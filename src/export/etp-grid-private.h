/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Export-internal, private to etp-grid*.c: how a table is put together. Columns are declared first,
 * each with where its cells come from; then rows. */
#pragma once

#include "etp-grid.h"

G_BEGIN_DECLS

typedef struct _EtpGridSource EtpGridSource;

typedef struct
{
  EtpNode *node; /* borrowed */
  guint index; /* of the entry of a nested list that the row is about */
} EtpGridRow;

/* Fills the cell, which is empty. */
typedef void (*EtpGridFunc) (EtpGrid *self,
                             const EtpGridSource *source,
                             const EtpGridRow *row,
                             EtpGridCell *cell);

struct _EtpGridSource
{
  EtpGridFunc func;
  guint field; /* of the node */
  int column; /* of a nested value; -1 */
  const char *persona; /* id: of the entry of a nested list; NULL; borrowed */
};

struct _EtpGrid
{
  EtpJourney *journey; /* borrowed */
  const char *title; /* static */
  const EtpTable *table; /* of the nodes */
  EtpListKind list;
  GArray *columns; /* of EtpGridColumn */
  GArray *sources; /* of EtpGridSource, as many */
  GArray *rows; /* of EtpGridRow */
  GArray *cells; /* of EtpGridCell: the row that was read last */
  guint n_left_out;
};

/* A column of its own making; label is translated. Returns where its cells come from, until the next
 * column. */
EtpGridSource *etp_grid_add (
    EtpGrid *self, const char *key, const char *label, EtpGridType type, EtpGridFunc func);
/* The field of the node as a column; of a nested value, each of its fields; none of what no table
 * shows: colours, icons, data, nested lists. */
void etp_grid_add_field (EtpGrid *self, guint field);
/* Every field of the table but those, which end with G_MAXUINT. */
void etp_grid_add_fields (EtpGrid *self, const guint *without);
/* A column of a nested list for each persona that any node has an entry for. */
void
etp_grid_add_persona_columns (EtpGrid *self, guint field, const guint *columns, guint n_columns);
void etp_grid_add_row (EtpGrid *self, EtpNode *node, guint index);
/* A row for each node of a list. */
void etp_grid_add_list (EtpGrid *self, EtpListKind list);

void etp_grid_cell_set_text (EtpGridCell *cell, const char *text);
void etp_grid_cell_take_text (EtpGridCell *cell, char *text);
void etp_grid_cell_set_number (EtpGridCell *cell, EtpGridType type, double number);

/* A field of a record, in the way of its type. */
void
etp_grid_cell_fill (EtpJourney *journey, const EtpRecord *record, guint field, EtpGridCell *cell);

void etp_grid_fill_id (EtpGrid *self,
                       const EtpGridSource *source,
                       const EtpGridRow *row,
                       EtpGridCell *cell);

void etp_grid_build_cards (EtpGrid *self);
void etp_grid_build_feelings (EtpGrid *self);
void etp_grid_build_personas (EtpGrid *self);
void etp_grid_build_channels (EtpGrid *self);
void etp_grid_build_touchpoints (EtpGrid *self);
void etp_grid_build_measures (EtpGrid *self);
void etp_grid_build_metrics (EtpGrid *self);
void etp_grid_build_history (EtpGrid *self);

G_END_DECLS
