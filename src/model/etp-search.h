/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "etp-journey.h"

G_BEGIN_DECLS

/* EtpSearch: finds text in a journey, whatever its case and diacritics (etp-fold.h). Keeps a folded
 * copy of each node's texts: made when first asked, or before in idle slices of the main loop (if
 * one runs); made anew for nodes that have changed since. */
#define ETP_TYPE_SEARCH (etp_search_get_type ())
G_DECLARE_FINAL_TYPE (EtpSearch, etp_search, ETP, SEARCH, GObject)

typedef struct
{
  EtpNode *node; /* owned: stays valid when the node goes */
  guint field;
  int item; /* in a list of texts or values, else -1 */
  int column; /* of a nested value, else -1 */
  gsize start, end; /* byte range in the original text */
} EtpHit;

EtpSearch *etp_search_new (EtpJourney *journey); /* refs the journey */

/* Hits in document order, at most max (0: all), an array of EtpHit to be unreffed; several in one
 * text do not overlap. An empty query, or one of nothing but marks, finds nothing. */
GArray *etp_search_find (EtpSearch *self, const char *query, guint max);
/* The same, but of each node only the first hit: enough to know what was found. */
GArray *etp_search_find_first (EtpSearch *self, const char *query);
guint etp_search_count (EtpSearch *self, const char *query);

/* Folds what is not folded yet for about so many microseconds; TRUE when all is done. */
gboolean etp_search_warm (EtpSearch *self, gint64 microseconds);

/* The text that a hit lies in; borrowed from the node; "" if it is gone since. */
const char *etp_hit_get_text (const EtpHit *hit);

G_END_DECLS
