/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Scene-internal: the emotion curve on slides: the map's own, on columns of another width. */
#pragma once

#include "etp-deck-private.h"
#include "etp-emotion.h"

G_BEGIN_DECLS

typedef struct
{
  EtpDeck *deck;
  EtpMap map; /* with columns, metrics and a row of its own */
  EtpMetrics metrics;
  EtpViewOptions view;
  EtpNode *lane; /* owned: one that is bound to nobody */
  EtpRow row;
} EtpDeckChart;

/* All columns are as wide; ghost: an earlier state to stand behind, or NULL; few_feelings: only those
 * at peaks and valleys. */
void etp_deck_chart_init (EtpDeckChart *self,
                          EtpDeck *deck,
                          double column_width,
                          double height,
                          EtpJourney *ghost,
                          gboolean few_feelings);
void etp_deck_chart_clear (EtpDeckChart *self);
guint etp_deck_chart_get_n_curves (const EtpDeckChart *self);
/* Adds the curve of n columns from first on, the first one's left edge at x; with the bands that it
 * lies on if radius is not negative. */
void
etp_deck_chart_add (EtpDeckChart *self, guint first, guint n, double x, double y, double radius);
/* Faces and signs, right of which the curve begins. */
void etp_deck_chart_add_axis (EtpDeckChart *self, double left, double right, double y);
/* TRUE if the feeling of a step stands at its point of the slide that is being filled. */
gboolean etp_deck_chart_shows (EtpDeck *deck, const char *card, const char *feeling);
/* What its signs mean, as wide as a slide's content. ghost: what the earlier state is called, or
 * NULL; with_counts: the signs of pain points and opportunities too. New. */
EtpItem *etp_deck_new_legend (EtpDeck *self, const char *ghost, gboolean with_counts);

/* Whose curves go through a phase; NULL where there is one curve only. New. */
EtpItem *etp_deck_new_persona_legend (EtpDeck *self, const EtpColumn *column, double width);

G_END_DECLS
