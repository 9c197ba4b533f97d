/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-map-private.h"
#include "etp-stack-spans.h"
#include "etp-stack.h"
#include "model/etp-edit-drop.h"

/* Where cards lie: stacked in each column in their order, in one slot, or in one for each step of
 * the phase when steps stand side by side. A spanning card lies below those that precede it in the
 * first column that it covers, and above all of the further columns' own. Rows with such cards are
 * therefore laid out twice: from left to right for the spanning cards' places, then cell by cell.
 * Cards of a cluster lie in a frame under their heading. */

#define CLUSTER_PADDING 7.0
#define CLUSTER_GAP 6.0
#define FOLD_EDGE 5.0 /* of what lies below a folded group */

EtpStepSlot
etp_map_get_step_slot (EtpMap *map, const EtpColumn *column, guint step_index)
{
  double inset = map->metrics->card_inset, gap = map->metrics->card_gap;
  double width = column->width - 2 * inset;
  guint n = 0;

  if (map->side_by_side)
    etp_outline_get_phase_steps (map->outline, column->index, &n);
  if (n < 2 || step_index == 0 || step_index > n)
    return (EtpStepSlot){ inset, etp_map_get_readable_width (map, column) - 2 * inset };
  width = (width - (n - 1) * gap) / n;
  return (EtpStepSlot){ inset + (step_index - 1) * (width + gap), width };
}

gboolean
etp_map_is_folded (EtpMap *map, EtpNode *card)
{
  return map->options->folded != NULL
         && g_hash_table_contains (map->options->folded, etp_node_get_id (card));
}

guint64
etp_stack_get_stamp (EtpMap *map, EtpRow *row, EtpColumn *column)
{
  const EtpSpans *spans = row->data;
  guint index = (guint) (column - map->columns), n;
  const EtpPlace *const *places = etp_outline_get_cell (map->outline, column->index, row->index,
                                                        &n);
  guint64 stamp = map->inventory_stamp;

  for (guint i = 0; places != NULL && i < n; i++)
    {
      const EtpPlace *place = places[i];

      stamp = etp_stamp_mix (stamp, etp_node_get_stamp (place->card));
      stamp = etp_stamp_mix (stamp, (guint64) place->step_phase << 33
                                        | (guint64) place->step_index << 1
                                        | (place->pain != FALSE));
      if (etp_map_is_folded (map, place->card))
        stamp = etp_stamp_mix (stamp, i + 1);
    }
  if (map->side_by_side)
    {
      etp_outline_get_phase_steps (map->outline, column->index, &n);
      stamp = etp_stamp_mix (stamp, n);
    }
  if (spans == NULL)
    return stamp;
  stamp = etp_stamp_number (stamp, spans->starts[index]);
  for (guint i = 0; i < spans->spans->len; i++)
    {
      const EtpSpan *span = &g_array_index (spans->spans, EtpSpan, i);

      if (span->first != index)
        continue;
      stamp = etp_stamp_mix (stamp, span->item->stamp);
      stamp = etp_stamp_number (stamp, span->y);
    }
  return stamp;
}

typedef struct
{
  EtpMap *map;
  EtpRow *row;
  EtpColumn *column;
  EtpCardMaker maker;
  EtpCellDraft *cell;
  double gap;
  EtpSpans *spans; /* NULL: none in this row */
  guint next_span; /* the next of the column's own; those that follow are still to be made */
  GPtrArray *places; /* the cards that begin in this column, in their order */
  double *tops; /* of each slot */
  guint n_slots;
} Stack;

/* The heading that a card is drawn under. */
static const EtpPlace *
get_heading (Stack *self, const EtpPlace *place)
{
  EtpNode *card = etp_card_get_heading (place->card);
  const EtpPlace *heading = card != NULL ? etp_outline_find (self->map->outline, card) : NULL;

  if (heading == NULL || heading->phase != self->column->index /* its own column is collapsed */
      || etp_span_is_needed (self->map, heading))
    return NULL;
  return heading;
}

/* Aligned ones first, in the order of their steps. */
static gint
compare_places (gconstpointer a, gconstpointer b, gpointer data)
{
  const EtpPlace *one = *(const EtpPlace *const *) a, *other = *(const EtpPlace *const *) b;
  guint64 left = (guint64) (one->step_phase - 1) << 32 | one->step_index;
  guint64 right = (guint64) (other->step_phase - 1) << 32 | other->step_index;

  return left < right ? -1 : left > right;
}

/* The first phase whose spanning cards begin in this column: those of hidden and collapsed phases
 * before it do so too. */
static guint
get_first_phase (Stack *self)
{
  const EtpColumn *before = self->column;

  while (before > self->map->columns)
    {
      before--;
      if (!before->collapsed)
        return before->index + 1;
    }
  return 0;
}

static void
collect_places (Stack *self)
{
  guint own = self->column->index, p = self->spans != NULL ? get_first_phase (self) : own;
  gboolean sorted = TRUE;

  self->places = g_ptr_array_new ();
  for (; p <= own; p++)
    {
      guint n;
      const EtpPlace *const *places = etp_outline_get_cell (self->map->outline, p, self->row->index,
                                                            &n);

      for (guint i = 0; places != NULL && i < n; i++)
        if (p == own || etp_span_is_needed (self->map, places[i]))
          g_ptr_array_add (self->places, (gpointer) places[i]);
    }
  for (guint i = 1; i < self->places->len && sorted; i++)
    sorted = compare_places (&self->places->pdata[i - 1], &self->places->pdata[i], NULL) <= 0;
  if (!sorted)
    g_ptr_array_sort_with_data (self->places, compare_places, NULL);
}

/* The slot under its step; without one, the shortest. */
static guint
choose_slot (Stack *self, const EtpPlace *place)
{
  guint best = 0;

  if (place->step_phase == self->column->number && place->step_index >= 1
      && place->step_index <= self->n_slots)
    return place->step_index - 1;
  for (guint i = 1; i < self->n_slots; i++)
    if (self->tops[i] < self->tops[best])
      best = i;
  return best;
}

static void
add_card (Stack *self, const EtpPlace *place, guint slot, double inset, guint group, double gap)
{
  EtpStepSlot box = etp_map_get_step_slot (self->map, self->column,
                                           self->n_slots > 1 ? slot + 1 : 0);
  EtpItem *item = self->maker (self->map, self->row, self->column, place, box.width - 2 * inset,
                               group, self->cell);

  etp_cell_draft_add (self->cell, item, box.x + inset, self->tops[slot]);
  etp_cell_draft_grow (self->cell, self->tops[slot] + item->height);
  self->tops[slot] += item->height + gap;
}

static void
add_cluster_frame (Stack *self, guint slot, double top, const EtpPlace *heading, gboolean folded)
{
  EtpMap *map = self->map;
  EtpStepSlot box = etp_map_get_step_slot (map, self->column, self->n_slots > 1 ? slot + 1 : 0);
  double height = self->tops[slot] - top;
  const char *id = etp_node_get_id (heading->card);
  guint64 stamp = etp_stamp_number (etp_stamp_number (map->stamp, box.width), height);
  EtpItem *item;

  stamp = etp_stamp_mix (stamp, (guint64) self->column->color << 1 | (folded != FALSE));
  item = etp_cell_draft_reuse (self->cell, ETP_ITEM_LABEL, NULL, id, stamp);
  if (item == NULL)
    {
      EtpDraft *draft = etp_draft_new (ETP_ITEM_LABEL, map->style, map->measurer);

      etp_draft_set_node (draft, NULL, -1, id);
      etp_draft_set_place (draft, ETP_LAYER_BACK, ETP_PIN_NONE, 0);
      if (folded) /* the edge of a pile */
        {
          etp_draft_box (draft,
                         (EtpRect){ FOLD_EDGE, height - 2 * FOLD_EDGE, box.width - 2 * FOLD_EDGE,
                                    2 * FOLD_EDGE },
                         map->metrics->card_radius, self->column->head,
                         etp_style_get_surface_ring (map->style, self->column->color), 1);
          height -= FOLD_EDGE;
        }
      etp_draft_box (draft, (EtpRect){ 0, 0, box.width, height }, map->metrics->card_radius + 2,
                     self->column->head,
                     folded ? etp_style_get_surface_ring (map->style, self->column->color) : 0,
                     folded ? 1 : 0);
      height = self->tops[slot] - top;
      item = etp_draft_finish (draft, box.width, height, stamp);
    }
  etp_cell_draft_add (self->cell, item, box.x, top);
}

static void
add_cluster (Stack *self, const EtpPlace *heading, GPtrArray *members, guint slot)
{
  gboolean folded = etp_map_is_folded (self->map, heading->card);
  double top = self->tops[slot];

  self->tops[slot] += CLUSTER_PADDING;
  add_card (self, heading, slot, CLUSTER_PADDING, members->len, CLUSTER_GAP);
  for (guint i = 0; !folded && i < members->len; i++)
    add_card (self, g_ptr_array_index (members, i), slot, CLUSTER_PADDING, 0, CLUSTER_GAP);
  self->tops[slot] += CLUSTER_PADDING - CLUSTER_GAP + (folded ? FOLD_EDGE : 0);
  add_cluster_frame (self, slot, top, heading, folded);
  etp_cell_draft_grow (self->cell, self->tops[slot]);
  self->tops[slot] += self->gap;
}

/* The cards gathered under each heading, by the heading's place. */
static GHashTable *
collect_clusters (Stack *self)
{
  GHashTable *clusters = NULL;

  for (guint i = 0; i < self->places->len; i++)
    {
      const EtpPlace *place = g_ptr_array_index (self->places, i);
      const EtpPlace *heading = get_heading (self, place);
      GPtrArray *members;

      if (heading == NULL)
        continue;
      if (clusters == NULL)
        clusters = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
      members = g_hash_table_lookup (clusters, heading);
      if (members == NULL)
        {
          members = g_ptr_array_new ();
          g_hash_table_insert (clusters, (gpointer) heading, members);
        }
      g_ptr_array_add (members, (gpointer) place);
    }
  return clusters;
}

/* Below all that stands in its columns so far. */
static void
make_span (Stack *self, const EtpPlace *place)
{
  const EtpMap *map = self->map;
  EtpSpan span = { .place = place };
  guint last;

  if (!etp_span_find_columns (self->map, place, &span.first, &last))
    return;
  for (guint i = 0; i < self->n_slots; i++)
    span.y = MAX (span.y, self->tops[i]);
  for (guint c = span.first + 1; c <= last; c++)
    span.y = MAX (span.y, self->spans->starts[c]);
  for (guint from = span.first; from <= last; from = span.last + 1)
    {
      EtpSpan piece = span;

      piece.first = from;
      piece.last = span.last = etp_span_find_end (map, from, last);
      if (map->columns[from].collapsed)
        continue;
      piece.item = self->maker (self->map, self->row, &self->map->columns[from], place,
                                etp_span_get_width (map, from, piece.last), 0, self->cell);
      span.height = MAX (span.height, piece.item->height);
      if (from > span.first)
        g_array_append_val (self->spans->pieces, piece);
      else
        span.item = piece.item;
    }
  for (guint c = span.first + 1; c <= last; c++)
    self->spans->starts[c] = span.y + span.height + map->metrics->card_gap;
  g_array_append_val (self->spans->spans, span);
}

/* What goes on from the columns before. */
static void
add_pieces (Stack *self)
{
  const guint index = (guint) (self->column - self->map->columns);

  for (guint i = 0; self->spans != NULL && i < self->spans->pieces->len; i++)
    {
      const EtpSpan *piece = &g_array_index (self->spans->pieces, EtpSpan, i);

      if (piece->first != index)
        continue;
      etp_cell_draft_add (self->cell, etp_item_ref (piece->item), self->map->metrics->card_inset,
                          piece->y);
      etp_cell_draft_grow (self->cell, piece->y + piece->item->height);
    }
}

static void
add_span (Stack *self, const EtpPlace *place)
{
  GArray *spans = self->spans->spans;
  const EtpSpan *span;

  if (self->next_span == spans->len)
    make_span (self, place);
  g_return_if_fail (self->next_span < spans->len);
  span = &g_array_index (spans, EtpSpan, self->next_span);
  self->next_span++;
  etp_cell_draft_add (self->cell, etp_item_ref (span->item), self->map->metrics->card_inset,
                      span->y);
  etp_cell_draft_grow (self->cell, span->y + span->height);
  for (guint i = 0; i < self->n_slots; i++)
    self->tops[i] = span->y + span->height + self->map->metrics->card_gap;
}

static void
add_place (Stack *self, const EtpPlace *place, GHashTable *clusters)
{
  GPtrArray *members = clusters != NULL ? g_hash_table_lookup (clusters, place) : NULL;

  /* One that is gathered lies with its group, even if it goes over several phases: so it folds with
   * it, and is there once. */
  if (clusters != NULL && get_heading (self, place) != NULL)
    return;
  if (self->spans != NULL && etp_span_is_needed (self->map, place))
    add_span (self, place);
  else if (members != NULL)
    add_cluster (self, place, members, choose_slot (self, place));
  else
    add_card (self, place, choose_slot (self, place), 0, 0, self->gap);
}

/* Below what comes from the left; also where nothing follows, the row must be high enough. */
static void
begin_slots (Stack *self)
{
  double start = self->spans != NULL ? self->spans->starts[self->column - self->map->columns] : 0;
  guint n = 0;

  if (self->map->side_by_side)
    etp_outline_get_phase_steps (self->map->outline, self->column->index, &n);
  self->n_slots = MAX (n, 1);
  self->tops = g_new (double, self->n_slots);
  for (guint i = 0; i < self->n_slots; i++)
    self->tops[i] = start;
  if (start > 0)
    etp_cell_draft_grow (self->cell, start - self->map->metrics->card_gap);
}

static void
build (Stack *self)
{
  GHashTable *clusters;

  collect_places (self);
  begin_slots (self);
  add_pieces (self);
  clusters = collect_clusters (self);
  for (guint i = 0; i < self->places->len; i++)
    add_place (self, g_ptr_array_index (self->places, i), clusters);
  g_clear_pointer (&clusters, g_hash_table_unref);
  g_ptr_array_unref (self->places);
  g_free (self->tops);
}

void
etp_stack_prepare (EtpMap *map, EtpRow *row, EtpCardMaker maker, double gap)
{
  EtpSpans *spans;

  row->data = NULL;
  row->data_free = NULL;
  if (!etp_span_is_in_row (map, row))
    return;
  spans = etp_spans_new (map->n_columns);
  row->data = spans;
  row->data_free = etp_spans_free;
  for (guint c = 0; c < map->n_columns; c++)
    {
      EtpColumn *column = &map->columns[c];
      g_autoptr (GArray) cells = NULL;
      Stack self = { .map = map, .row = row, .column = column, .maker = maker, .gap = gap };

      if (column->collapsed)
        continue;
      cells = g_array_new (FALSE, FALSE, sizeof (EtpBuiltCell));
      self.spans = spans;
      self.next_span = spans->spans->len;
      self.cell = etp_cell_draft_new (map->old, etp_node_get_id (column->phase),
                                      etp_node_get_id (row->lane), 0, column->width);
      build (&self);
      etp_cell_draft_finish (self.cell, cells);
      for (guint i = 0; i < cells->len; i++)
        etp_cell_unref (g_array_index (cells, EtpBuiltCell, i).cell);
    }
}

void
etp_stack_build (
    EtpMap *map, EtpRow *row, EtpColumn *column, EtpCardMaker maker, double gap, EtpCellDraft *cell)
{
  Stack self = { .map = map,
                 .row = row,
                 .column = column,
                 .maker = maker,
                 .cell = cell,
                 .gap = gap,
                 .spans = row->data };
  guint index = (guint) (column - map->columns);

  while (self.spans != NULL && self.next_span < self.spans->spans->len
         && g_array_index (self.spans->spans, EtpSpan, self.next_span).first < index)
    self.next_span++;
  build (&self);
}
