/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Scene-internal: the small signs that cards of several kinds share. Each is told by its form, not
 * by its colour alone. */
#pragma once

#include "etp-map.h"

G_BEGIN_DECLS

/* A star with its outline, fitted into rect: a moment of truth. */
void etp_sign_star (EtpDraft *draft, EtpStyle *style, EtpRect rect);
/* An open circle with a wave: a hand-over that rubs. */
void etp_sign_friction (
    EtpDraft *draft, double x, double y, double radius, EtpRgba ink, EtpRgba surface);
/* Filled: measured, half: observed, hollow: assumed; on surface. */
void etp_sign_evidence (EtpDraft *draft,
                        double x,
                        double y,
                        double radius,
                        int evidence,
                        EtpRgba color,
                        EtpRgba surface);
/* The shape of the points of a persona's curve by her place among all: 0 circle, 1 square, 2 diamond,
 * 3 triangle. Where the colours begin again, shapes do not: 32 personas can be told apart. */
guint etp_sign_get_shape (guint index);
/* A piece of such a curve from x on with the shape of its points. */
void etp_sign_curve (EtpDraft *draft, double x, double y, double width, guint shape, EtpRgba color);
/* Five rising bars, as many filled as severity says; 23 × 12. */
void etp_sign_severity (
    EtpDraft *draft, double x, double y, gint64 severity, EtpRgba ink, EtpRgba surface);

/* A line of small facts that wraps: an icon with words, dots for votes. */
typedef struct
{
  EtpDraft *draft;
  EtpStyle *style;
  double left, width; /* of the line */
  double x, y; /* where the next fact begins */
  gint64 more_votes; /* of the cards that a card stands for */
  guint n;
} EtpFlow;

void etp_flow_init (
    EtpFlow *self, EtpDraft *draft, EtpStyle *style, double left, double y, double width);
/* Height of all lines; 0 if nothing was added. */
double etp_flow_get_height (EtpFlow *self, double top);
double etp_flow_get_line_height (EtpStyle *style);

/* The facts of a card that stand on it in words: time, whose it is, votes, sub-journey, internal.
 * with_owners: departments and systems too. */
void etp_flow_add_card (EtpFlow *self, EtpMap *map, EtpNode *card, gboolean with_owners);
/* Dots for this many votes, nothing for none. */
void etp_flow_add_votes (EtpFlow *self, gint64 count);
char *etp_votes_dup_words (gint64 votes); /* "3 votes", in the interface's language */
/* What a screen reader calls a card: its title, else its text, else that it is an image, in a language as of
 * etp_words_get (); "" if it is blank. Valid as long as the card says that. */
const char *etp_card_get_spoken (EtpNode *card, const char *language);
/* What a screen reader says about a card besides its name, in the interface's language. more_votes: of
 * the cards that it stands for. */
char *etp_card_dup_note (EtpNode *card, gboolean pain, gint64 more_votes);

G_END_DECLS
