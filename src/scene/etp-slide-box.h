/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Scene-internal: paragraphs below each other, on a card or on nothing, that are put onto slides
 * piece by piece: what has no room goes on, between any two lines, on the next slide. */
#pragma once

#include "etp-draft.h"

G_BEGIN_DECLS

typedef enum
{
  ETP_SIGN_NONE,
  ETP_SIGN_BULLET, /* a small dot */
  ETP_SIGN_WORD, /* word stands before the text, in its colour and the text's type */
  ETP_SIGN_BADGE, /* word stands in a filled circle */
  ETP_SIGN_ICON, /* value is an EtpIcon */
  ETP_SIGN_EVIDENCE, /* value is an EtpEvidence */
  ETP_SIGN_SEVERITY, /* value is 1 … 5 */
  ETP_SIGN_STAR,
  ETP_SIGN_PILL, /* the text stands in a pill; color is its surface */
} EtpSignKind;

/* Draws what is no text into rect; it stays whole. */
typedef void (*EtpSlideDrawer) (EtpDraft *draft, EtpStyle *style, EtpRect rect, gpointer data);

typedef struct
{
  char *text; /* owned; "" for a drawing */
  EtpType type;
  EtpRgba ink;
  double before; /* free above it, unless it is the first of a piece */
  EtpSignKind sign;
  int value;
  EtpRgba color; /* of the sign */
  char word[24];
  double indent; /* at least; a sign takes as much as it needs */
  guint lead; /* how many paragraphs before it the text begins that it belongs to */
  /* A drawing instead of text. */
  EtpSlideDrawer draw;
  gpointer data; /* borrowed */
  double height;
  double aspect; /* width by height; 0: as wide as there is room */
  GDestroyNotify data_free; /* NULL: borrowed */
  /* State: lines at the width of the box, and how many of them are on slides already. */
  double width;
  GArray *lines; /* of EtpTextLine; NULL: not broken yet */
  guint done;
} EtpPara;

typedef struct
{
  EtpItemKind kind;
  EtpRgba surface, ring, bar; /* 0: none; bar: along the left edge */
  gboolean is_card; /* with a shadow */
  double padding, radius;
  char *node_id, *name; /* owned or NULL */
  char *resume; /* owned; what a further piece begins with; NULL: nothing */
  EtpRgba resume_ink;
  EtpSignKind corner[2]; /* signs in the upper right corner */
  EtpRgba corner_ink;
  GArray *paras; /* of EtpPara */
  guint next; /* the first that is not done */
  guint n_pieces;
  guint64 stamp;
} EtpBox;

EtpBox *etp_box_new (EtpItemKind kind);
void etp_box_free (EtpBox *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EtpBox, etp_box_free)

/* The box gets a surface, and the room within it. */
void etp_box_set_surface (EtpBox *self, EtpRgba surface, EtpRgba ring, double padding);
void etp_box_set_node (EtpBox *self, const char *node_id, const char *name);
/* Adds the paragraphs of a text (parted by \n) and returns the first, borrowed until the next one;
 * "" or NULL adds none and returns a spare that nobody reads. */
EtpPara *etp_box_add (EtpBox *self, const char *text, EtpType type, EtpRgba ink, double before);
EtpPara *etp_box_add_drawing (
    EtpBox *self, EtpSlideDrawer draw, gpointer data, double height, double before);
gboolean etp_box_is_empty (const EtpBox *self);
gboolean etp_box_is_done (const EtpBox *self);

/* Height of all that is left, at this width (always the same for one box). */
double etp_box_get_height (EtpBox *self, EtpStyle *style, EtpMeasurer *measurer, double width);
/* Height of the least that can be taken: the first line that is left. */
double etp_box_get_least (EtpBox *self, EtpStyle *style, EtpMeasurer *measurer, double width);
/* Takes as much as goes into room, at least one line, as an item; least: height of its surface at
 * least. A new item; NULL if nothing is left. */
EtpItem *etp_box_take (
    EtpBox *self, EtpStyle *style, EtpMeasurer *measurer, double width, double room, double least);

G_END_DECLS
