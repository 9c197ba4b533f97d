/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Scene-internal: boxes that several sections of a deck use. */
#pragma once

#include "etp-deck-private.h"

G_BEGIN_DECLS

/* A heading with nothing below it yet. */
EtpBox *etp_deck_new_part (EtpDeck *self, const char *heading);
void etp_deck_add_bullet (EtpDeck *self, EtpBox *box, const char *text);
/* A heading with a text, unless that is empty. */
void etp_deck_add_part (EtpDeck *self, GPtrArray *boxes, const char *heading, const char *text);
/* A heading with a list (ETP_FIELD_TEXTS), unless that is empty. */
void etp_deck_add_list_part (
    EtpDeck *self, GPtrArray *boxes, const char *heading, const EtpRecord *record, guint field);

/* A cell of a table: text in the type of running text; NULL if it is empty. */
EtpBox *etp_deck_new_cell (EtpDeck *self, const char *text);
/* "measured: survey" with its sign, at the end of a box. */
void etp_deck_add_evidence (EtpDeck *self,
                            EtpBox *box,
                            const EtpRecord *record,
                            guint evidence,
                            guint sources,
                            double before);
/* The portrait of a persona, or a face; for etp_box_add_drawing(). */
typedef struct
{
  char *asset; /* or NULL */
  EtpRgba color;
} EtpDeckPortrait;

EtpDeckPortrait *etp_deck_portrait_new (EtpDeck *self, EtpNode *persona, guint index);
void etp_deck_portrait_free (gpointer data);
void etp_deck_draw_portrait (EtpDraft *draft, EtpStyle *style, EtpRect rect, gpointer data);

/* A picture of the journey that fills the rect; data: the asset's id. */
void etp_deck_draw_picture (EtpDraft *draft, EtpStyle *style, EtpRect rect, gpointer data);

G_END_DECLS
