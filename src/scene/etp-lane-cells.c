/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-lane-cells.h"

#include "etp-map-private.h"
#include "etp-stack.h"

/* One array a phase, made when the first node comes. */

struct _EtpLaneCells
{
  guint n_phases;
  GPtrArray **cells; /* borrowed nodes; NULL while empty */
  gpointer notes; /* owned: what the notes lane prepared for the row's cards */
  GDestroyNotify notes_free;
};

EtpLaneCells *
etp_lane_cells_new (EtpMap *map)
{
  EtpLaneCells *self = g_new0 (EtpLaneCells, 1);

  self->n_phases = etp_outline_get_n_phases (map->outline);
  self->cells = g_new0 (GPtrArray *, self->n_phases);
  return self;
}

void
etp_lane_cells_free (EtpLaneCells *self)
{
  for (guint i = 0; i < self->n_phases; i++)
    g_clear_pointer (&self->cells[i], g_ptr_array_unref);
  g_free (self->cells);
  if (self->notes != NULL && self->notes_free != NULL)
    self->notes_free (self->notes);
  g_free (self);
}

void
etp_lane_cells_add (EtpLaneCells *self, guint phase, EtpNode *node)
{
  g_return_if_fail (phase < self->n_phases);

  if (self->cells[phase] == NULL)
    self->cells[phase] = g_ptr_array_new ();
  g_ptr_array_add (self->cells[phase], node);
}

EtpNode *const *
etp_lane_cells_get (EtpLaneCells *self, guint phase, guint *n)
{
  GPtrArray *cell = phase < self->n_phases ? self->cells[phase] : NULL;

  *n = cell != NULL ? cell->len : 0;
  return cell != NULL ? (EtpNode *const *) cell->pdata : NULL;
}

guint
etp_lane_cells_count (const EtpRow *row, const EtpColumn *column)
{
  guint n;

  etp_lane_cells_get (row->data, column->index, &n);
  return n;
}

/* The notes lane finds what it prepared in the row's data; there, lend it its own. */
static gpointer
lend (EtpLaneCells *self, EtpRow *row)
{
  gpointer own = row->data;

  row->data = self->notes;
  return own;
}

void
etp_lane_cells_prepare_notes (EtpLaneCells *self, EtpMap *map, EtpRow *row)
{
  gpointer own = row->data;
  GDestroyNotify own_free = row->data_free;

  if (etp_lane_notes.prepare == NULL)
    return;
  row->data = NULL;
  row->data_free = NULL;
  etp_lane_notes.prepare (map, row);
  self->notes = row->data;
  self->notes_free = row->data_free;
  row->data = own;
  row->data_free = own_free;
}

guint64
etp_lane_cells_get_notes_stamp (EtpLaneCells *self, EtpMap *map, EtpRow *row, EtpColumn *column)
{
  gpointer own = lend (self, row);
  guint64 stamp = etp_lane_notes.stamp (map, row, column);

  row->data = own;
  return stamp;
}

/* Their own draft, because they are stacked from its top, and then moved down. */
void
etp_lane_cells_add_notes (
    EtpLaneCells *self, EtpMap *map, EtpRow *row, EtpColumn *column, double y, EtpCellDraft *cell)
{
  g_autoptr (GArray) built = g_array_new (FALSE, FALSE, sizeof (EtpBuiltCell));
  EtpCellDraft *draft;
  gpointer own;
  double height;
  guint n;

  etp_outline_get_cell (map->outline, column->index, row->index, &n);
  if (n == 0)
    {
      if (y == 0)
        etp_map_build_prompt (map, row, column, cell);
      return;
    }
  draft = etp_cell_draft_new (map->old, etp_node_get_id (column->phase),
                              etp_node_get_id (row->lane), 0, column->width);
  own = lend (self, row);
  etp_lane_notes.build (map, row, column, draft);
  row->data = own;
  height = etp_cell_draft_finish (draft, built);
  for (guint i = 0; i < built->len; i++)
    {
      EtpBuiltCell *part = &g_array_index (built, EtpBuiltCell, i);

      for (guint k = 0; k < part->cell->n_items; k++)
        {
          const EtpPlaced *placed = &part->cell->items[k];

          etp_cell_draft_add (cell, etp_item_ref (placed->item), placed->x,
                              y + part->y + placed->y);
        }
      etp_cell_unref (part->cell);
    }
  if (built->len > 0)
    etp_cell_draft_grow (cell, y + height);
}

double
etp_map_get_text_height (EtpMap *map, const char *text, EtpType type, double width)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (EtpTextLine));

  etp_measurer_break_lines (map->measurer, text, etp_style_get_font (map->style, type), width,
                            lines);
  return lines->len * etp_style_get_line_height (map->style, type);
}

void
etp_lane_cells_build (EtpLaneCells *self,
                      EtpMap *map,
                      EtpRow *row,
                      EtpColumn *column,
                      EtpItemKind kind,
                      EtpTileStamper mix,
                      EtpTileMaker maker,
                      EtpCellDraft *cell)
{
  double inset = map->metrics->card_inset, y = 0;
  double width = etp_map_get_readable_width (map, column) - 2 * inset;
  guint n;
  EtpNode *const *nodes = etp_lane_cells_get (self, column->index, &n);

  for (guint i = 0; i < n; i++)
    {
      guint64 stamp = etp_stamp_number (mix (map, map->stamp, nodes[i]), width);
      EtpItem *item = etp_cell_draft_reuse (cell, kind, etp_node_get_id (nodes[i]), NULL, stamp);

      if (item == NULL)
        item = maker (map, nodes[i], width, stamp);
      y += i > 0 ? map->metrics->card_gap : 0;
      etp_cell_draft_add (cell, item, inset, y);
      y += item->height;
    }
  etp_cell_draft_grow (cell, y);
  etp_lane_cells_add_notes (self, map, row, column, y > 0 ? y + map->metrics->card_gap : 0, cell);
}

guint
etp_lane_cells_find_card (EtpMap *map, const char *id)
{
  EtpNode *card = id[0] != '\0' ? etp_journey_get_node (map->journey, id) : NULL;
  const EtpPlace *place;

  if (card == NULL || etp_node_get_list (card) != ETP_LIST_CARDS)
    return G_MAXUINT;
  place = etp_outline_find (map->outline, card);
  return place != NULL ? place->phase : G_MAXUINT;
}
