/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-tile-cuts.h"

#include <math.h>

/* From the start to the end: each piece is as long as the sheet allows, then its cut moves back for
 * as long as that saves more than it wastes. That tells how many pieces are needed. Then all is cut
 * once more, each piece near to its even part of what is left; that is taken if it needs no more
 * pieces and does not hit much more. Only spans near the piece are looked at, so that the time grows
 * with their number, not with its square. */

#define TORN 1000.0 /* cost of a span that no piece shows whole */
#define WASTE 20.0 /* cost of leaving all of a piece empty */
#define UNEVEN 15.0 /* cost of a piece that is full beside one that is empty */
#define LATER 0.02 /* of a piece: of two places that are as near, the later one is better */
#define LEAST 0.2 /* of a piece, which is used at least */
#define BLEED                                                                                      \
  6.0 /* shown beyond a cut, so that no white line appears where the next piece begins */
#define TOUCH 0.01

typedef struct
{
  const EtpTileSpan *spans;
  guint n_spans;
  double start, capacity, rest, limit; /* of the piece; limit: the latest cut */
  double aim; /* where the cut should be, if it were not for the spans; limit at most */
} Piece;

typedef struct
{
  GArray *spans; /* borrowed, sorted */
  double length, body, first, rest, overlap;
  guint most;
  guint n_even; /* pieces of equal parts; 0: each is as long as it goes */
  double even; /* they end here */
} Job;

/* All pieces, and what they cost. */
typedef struct
{
  GArray *pieces; /* of EtpTilePiece; owned */
  double hits; /* weight of the spans that are cut */
  double fullest, emptiest; /* of those with something of the body; parts of their capacity */
} Cuts;

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
get_hits (const Piece *self, double cut)
{
  double hits = 0;

  for (guint i = 0; i < self->n_spans && self->spans[i].start < cut; i++)
    {
      const EtpTileSpan *span = &self->spans[i];

      if (!is_hit (span, cut))
        continue;
      hits += span->weight;
      if (!span->is_frame && span->end > self->start + self->capacity && span->start >= self->start
          && span->end - span->start <= self->rest)
        hits += TORN;
    }
  return hits;
}

static double
get_cost (const Piece *self, double cut)
{
  return get_hits (self, cut) + WASTE * fabs (self->aim - cut) / self->capacity;
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
  double best = self->aim, cost = get_cost (self, best);

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

/* The even part of what is left for so many pieces; 0: as much as there is room for. */
static double
find_aim (const Job *job, double start, double capacity, guint n_left)
{
  const double limit = start + capacity - job->overlap;

  if (n_left == 0)
    return limit;
  return MIN (limit, start + LATER * capacity
                         + (job->even - start) * capacity / (capacity + (n_left - 1) * job->rest));
}

static void
add_piece (const Job *job, Cuts *self, EtpTilePiece piece, double capacity)
{
  const double filled = (piece.cut - piece.start) / capacity;

  self->fullest = MAX (self->fullest, filled);
  if (piece.start < job->body - TOUCH)
    self->emptiest = MIN (self->emptiest, filled);
  g_array_append_val (self->pieces, piece);
}

/* FALSE if there are more than most. */
static gboolean
cut_all (const Job *job, Cuts *cuts)
{
  double start = 0, capacity = job->first;
  guint from = 0;

  *cuts = (Cuts){ .pieces = g_array_new (FALSE, FALSE, sizeof (EtpTilePiece)), .emptiest = 1 };
  while (start + capacity < job->length - TOUCH)
    {
      Piece piece = { .start = start,
                      .capacity = capacity,
                      .rest = job->rest,
                      .limit = start + capacity - job->overlap };
      EtpTilePiece shown = { .start = start };

      if (cuts->pieces->len == job->most)
        return FALSE;
      piece.aim = find_aim (job, start, capacity,
                            job->n_even > cuts->pieces->len ? job->n_even - cuts->pieces->len : 0);
      piece.spans = (const EtpTileSpan *) (gconstpointer) job->spans->data + from;
      while (from + piece.n_spans < job->spans->len
             && piece.spans[piece.n_spans].start <= piece.limit)
        piece.n_spans++;
      shown.cut = find_cut (&piece);
      shown.end = find_end (&piece, shown.cut);
      cuts->hits += get_hits (&piece, shown.cut);
      add_piece (job, cuts, shown, capacity);
      start = shown.cut;
      capacity = job->rest;
      while (from < job->spans->len && g_array_index (job->spans, EtpTileSpan, from).end <= start)
        from++;
    }
  add_piece (job, cuts, (EtpTilePiece){ start, job->length, job->length }, capacity);
  return TRUE;
}

static double
get_badness (const Cuts *cuts)
{
  return cuts->hits + UNEVEN * (cuts->fullest - cuts->emptiest);
}

/* How many pieces show something of the body. */
static guint
count_body (const Job *job, const GArray *pieces)
{
  guint n = pieces->len;

  while (n > 1 && g_array_index (pieces, EtpTilePiece, n - 1).start >= job->body - TOUCH)
    n--;
  return n;
}

/* Takes the even cuts instead if they are better. */
static void
even_out (Job *job, Cuts *cuts)
{
  Cuts even;

  job->n_even = count_body (job, cuts->pieces);
  job->even = job->n_even == cuts->pieces->len ? job->length : job->body;
  if (job->n_even < 2)
    return;
  if (cut_all (job, &even) && even.pieces->len <= cuts->pieces->len
      && count_body (job, even.pieces) <= job->n_even && get_badness (&even) < get_badness (cuts))
    {
      Cuts worse = *cuts;

      *cuts = even;
      even = worse;
    }
  g_array_unref (even.pieces);
}

GArray *
etp_tile_cut (GArray *spans,
              double length,
              double body,
              double first,
              double rest,
              double overlap,
              guint most)
{
  Job job = { .spans = spans,
              .length = length,
              .body = body,
              .first = first,
              .rest = rest,
              .overlap = overlap,
              .most = most };
  Cuts cuts;

  g_return_val_if_fail (first > 2 * overlap && rest > 2 * overlap,
                        g_array_new (FALSE, FALSE, sizeof (EtpTilePiece)));

  g_array_sort (spans, compare_spans);
  if (!cut_all (&job, &cuts))
    {
      g_array_unref (cuts.pieces);
      return NULL;
    }
  even_out (&job, &cuts);
  return cuts.pieces;
}
