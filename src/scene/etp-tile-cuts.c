/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-tile-cuts.h"

#include <math.h>

/* From the start to the end: each piece is as long as the sheet allows, then its cut moves back for
 * as long as that saves more than it wastes. Only spans near the piece are looked at, so that the
 * time grows with their number, not with its square. */

#define TORN 1000.0 /* cost of a span that no piece shows whole */
#define WASTE 20.0 /* cost of leaving all of a piece empty */
#define LEAST 0.2 /* of a piece, which is used at least */
#define BLEED                                                                                      \
  6.0 /* shown beyond a cut, so that no white line appears where the next piece begins */
#define TOUCH 0.01

typedef struct
{
  const EtpTileSpan *spans;
  guint n_spans;
  double start, capacity, rest, limit; /* of the piece; limit: the latest cut */
} Piece;

static int
compare_spans (gconstpointer a, gconstpointer b)
{
  const EtpTileSpan *one = a, *other = b;

  if (one->start != other->start)
    return one->start < other->start ? -1 : 1;
  return one->end < other->end ? -1 : one->end > other->end;
}

static gboolean
is_hit (const EtpTileSpan *span, double cut)
{
  return span->start < cut - TOUCH && span->end > cut + TOUCH;
}

static double
get_cost (const Piece *self, double cut)
{
  double cost = WASTE * (self->limit - cut) / self->capacity;

  for (guint i = 0; i < self->n_spans && self->spans[i].start < cut; i++)
    {
      const EtpTileSpan *span = &self->spans[i];

      if (!is_hit (span, cut))
        continue;
      cost += span->weight;
      if (!span->is_frame && span->end > self->start + self->capacity && span->start >= self->start
          && span->end - span->start <= self->rest)
        cost += TORN;
    }
  return cost;
}

static void
try_cut (const Piece *self, double cut, double *best, double *best_cost)
{
  double cost;

  if (cut > self->limit || cut < self->start + LEAST * self->capacity)
    return;
  cost = get_cost (self, cut);
  if (cost > *best_cost || (cost == *best_cost && cut <= *best))
    return;
  *best = cut;
  *best_cost = cost;
}

static double
find_cut (const Piece *self)
{
  double best = self->limit, cost = get_cost (self, best);

  for (guint i = 0; i < self->n_spans; i++)
    {
      try_cut (self, self->spans[i].start - self->spans[i].pad, &best, &cost);
      try_cut (self, self->spans[i].end + self->spans[i].pad, &best, &cost);
    }
  return best;
}

/* As far as anything that the cut hits goes on, if the piece has room for it. */
static double
find_end (const Piece *self, double cut)
{
  double most = self->start + self->capacity, end = cut;

  for (guint i = 0; i < self->n_spans; i++)
    if (is_hit (&self->spans[i], cut) && self->spans[i].end <= most && !self->spans[i].is_frame)
      end = MAX (end, self->spans[i].end);
  return MIN (end + BLEED, most);
}

GArray *
etp_tile_cut (GArray *spans, double length, double first, double rest, double overlap, guint most)
{
  GArray *pieces = g_array_new (FALSE, FALSE, sizeof (EtpTilePiece));
  double start = 0, capacity = first;
  guint from = 0;

  g_return_val_if_fail (first > 2 * overlap && rest > 2 * overlap, pieces);

  g_array_sort (spans, compare_spans);
  while (start + capacity < length - TOUCH)
    {
      Piece piece = {
        .start = start, .capacity = capacity, .rest = rest, .limit = start + capacity - overlap
      };
      EtpTilePiece shown = { .start = start };

      if (pieces->len == most)
        {
          g_array_unref (pieces);
          return NULL;
        }
      piece.spans = (const EtpTileSpan *) (gconstpointer) spans->data + from;
      while (from + piece.n_spans < spans->len && piece.spans[piece.n_spans].start <= piece.limit)
        piece.n_spans++;
      shown.cut = find_cut (&piece);
      shown.end = find_end (&piece, shown.cut);
      g_array_append_val (pieces, shown);
      start = shown.cut;
      capacity = rest;
      while (from < spans->len && g_array_index (spans, EtpTileSpan, from).end <= start)
        from++;
    }
  g_array_append_val (pieces, ((EtpTilePiece){ start, length, length }));
  return pieces;
}
