/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Scene-internal: where something long is cut into pieces that lie on sheets of paper. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What is better not cut. */
typedef struct
{
  double start, end;
  double weight; /* how bad a cut through it is, though it be whole on one of the pieces */
  double pad; /* a good place for a cut is this far before its start or behind its end */
  gboolean is_frame; /* a lane or column: it need not be whole anywhere */
} EtpTileSpan;

/* What one piece shows. The next one begins at cut and lies over this one from there on. */
typedef struct
{
  double start, end, cut;
} EtpTilePiece;

/* Cuts [0, length] into pieces that show at most first (the first one) or rest, with overlap between
 * them. Every span is whole on at least one piece if that is possible at all; a cut moves back to a
 * place where it hits nothing, if there is one that is not too far. If it goes without more pieces,
 * [0, body] is spread over them evenly; what is behind it may stand on the last one alone. spans is
 * sorted. Array of EtpTilePiece; NULL if there would be more than most. */
GArray *etp_tile_cut (GArray *spans,
                      double length,
                      double body,
                      double first,
                      double rest,
                      double overlap,
                      guint most);

G_END_DECLS
