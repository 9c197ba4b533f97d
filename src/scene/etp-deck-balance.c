/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-deck-private.h"

#include <math.h>

/* A section that goes on on further slides fills each of them to the brim, and what is left over
 * stands alone on the last. Then its text becomes a little smaller, if that saves the slide; else it
 * is made anew with less room on all but the last, as little as does not take one slide more. */

#define LEAST_FILLED 0.6 /* of the last slide */
#define STEP 0.04

double
etp_deck_get_filled (const EtpDeck *self, guint first)
{
  const guint n = self->slides->len - first;
  const EtpSlide *last;

  if (n < 2)
    return 1;
  last = g_ptr_array_index (self->slides, self->slides->len - 1);
  if (last->n_parts != n)
    return 1;
  return (self->y - self->start) / (self->bottom - self->start);
}

static void
add_with_text (EtpDeck *self, EtpDeckPart add, gpointer data, double share)
{
  EtpStyle *style = self->map.style;
  g_autoptr (EtpStyle) close = etp_style_new_close_slide (etp_style_get_kind (style), share);

  self->map.style = close;
  add (self, data);
  self->map.style = style;
}

gboolean
etp_deck_add_close (EtpDeck *self, EtpDeckPart add, gpointer data)
{
  static const double shares[] = { 0.94, 0.88 };
  const guint first = self->slides->len;
  guint n;

  add (self, data);
  n = self->slides->len - first;
  if (etp_deck_get_filled (self, first) >= LEAST_FILLED)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (shares); i++)
    {
      g_ptr_array_set_size (self->slides, (int) first);
      add_with_text (self, add, data, shares[i]);
      if (self->slides->len - first < n)
        return TRUE;
    }
  g_ptr_array_set_size (self->slides, (int) first);
  add (self, data);
  return FALSE;
}

static void
call_section (EtpDeck *self, gpointer data)
{
  (*(const EtpDeckSection *) data) (self);
}

/* Makes the section anew with this share of the room on all slides but the last of n; FALSE if it
 * takes more slides then. */
static gboolean
add_shared (EtpDeck *self, EtpDeckSection add, guint first, guint n, double room, double share)
{
  const double bottom = self->bottom;

  g_ptr_array_set_size (self->slides, (int) first);
  self->bottom -= room * (1 - share);
  self->whole_bottom = bottom;
  self->n_short = n - 1;
  add (self);
  self->bottom = bottom;
  self->n_short = 0;
  return self->slides->len - first <= n;
}

void
etp_deck_add_balanced (EtpDeck *self, EtpDeckSection add)
{
  const guint first = self->slides->len;
  double filled, room, best, least;
  guint n;

  if (etp_deck_add_close (self, call_section, &add))
    return;
  filled = etp_deck_get_filled (self, first);
  n = self->slides->len - first;
  room = self->bottom - self->start;
  /* The last one as full as the others, if it were not for what cannot be parted. */
  best = 1;
  least = 1 - filled;
  for (double share = (n - 1 + filled) / n; share < 1; share += STEP)
    if (add_shared (self, add, first, n, room, share)
        && fabs (etp_deck_get_filled (self, first) - share) < least)
      {
        best = share;
        least = fabs (etp_deck_get_filled (self, first) - share);
      }
  add_shared (self, add, first, n, room, best);
}
