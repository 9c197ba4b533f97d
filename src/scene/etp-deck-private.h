/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Scene-internal: the deck in the making, and what its sections share. */
#pragma once

#include "etp-deck-words.h"
#include "etp-deck.h"
#include "etp-map-private.h"
#include "etp-slide-box.h"
#include "etp-slide.h"

G_BEGIN_DECLS

typedef struct _EtpDeck EtpDeck;

/* Called on each further slide of a section, before it is filled: what is to be repeated there. */
typedef void (*EtpDeckRepeat) (EtpDeck *deck, gpointer data);

struct _EtpDeck
{
  EtpMap map; /* journey, outline, style, language, colours; columns are the shown phases */
  EtpViewOptions view;
  const EtpDeckOptions *options;
  gboolean has_emotions; /* the curve is shown */
  guint n_curves;
  double width, height; /* of a slide */
  double left, right, bottom; /* of its content */
  double header_height, title_top;
  guint64 seed; /* of the items' stamps */
  guint n_items;

  GPtrArray *slides; /* of EtpSlide */
  EtpSlide *slide; /* the one that is being filled, of slides */
  guint first; /* of the section, in slides */
  double top, y; /* where content begins; where it goes on */
  double start; /* where it begins on this slide, below what is repeated */
  EtpDeckRepeat repeat;
  gpointer repeat_data;
  double picture; /* height of pictures on cards, at most */
  guint n_short; /* slides of the section from the first on that have less room */
  double whole_bottom; /* of the others; these two: see etp-deck-balance.c */
};

/* An empty deck, and what is in it as EtpDeckSlides (etp-deck.c). */
void etp_deck_init (EtpDeck *self,
                    EtpJourney *journey,
                    const EtpDeckOptions *options,
                    EtpStyle *style,
                    EtpMeasurer *measurer);
void etp_deck_clear (EtpDeck *self);
GPtrArray *etp_deck_take_slides (EtpDeck *self);
/* Content lies in this part of the slides that follow. */
void etp_deck_set_room (EtpDeck *self, const EtpRect *room);

/* Colours and words. */
EtpRgba etp_deck_get_ink (EtpDeck *self);
EtpRgba etp_deck_get_dim (EtpDeck *self);
EtpRgba etp_deck_get_accent (EtpDeck *self); /* as text */
EtpRgba etp_deck_get_color (EtpDeck *self, EtpColorRole role);
const char *etp_deck_get_word (EtpDeck *self, EtpWord word);
guint64 etp_deck_next_stamp (EtpDeck *self);

/* Sections (etp-deck-section.c): a title and slides that continue each other. column: of the phase
 * that it is about, else G_MAXUINT. A title that is too long to be one goes on in the content. */
void etp_deck_begin (EtpDeck *self, const char *role, const char *title, guint column);
/* The same for a slide that sets its title itself, whole, as its own content from top on. */
void etp_deck_begin_cover (EtpDeck *self, const char *role, const char *title, double top);
void etp_deck_continue (EtpDeck *self);
void etp_deck_end (EtpDeck *self);
double etp_deck_get_room (EtpDeck *self); /* left on this slide */
gboolean etp_deck_is_fresh (EtpDeck *self); /* nothing stands on this slide yet */
void etp_deck_add (EtpDeck *self, EtpItem *item, double x, double y); /* takes item */
/* Titles and grounds, and what stands at the edges, once all slides are there. */
void etp_deck_finish (EtpDeck *self);
void etp_deck_finish_titles (EtpDeck *self); /* the same for sheets: titles alone */

/* The edges (etp-deck-furniture.c). */
void etp_deck_furnish (EtpDeck *self);
double etp_deck_get_header_height (EtpDeck *self); /* 0 without one */

/* Content that flows (etp-deck-flow.c). A stack holds boxes below each other. */
typedef struct
{
  double x, width, gap; /* gap: between boxes */
  GPtrArray *boxes; /* of EtpBox, owned */
  guint next;
  double filled; /* height of what was added */
} EtpStackBox;

typedef enum
{
  ETP_FLOW_EQUAL = 1 << 0, /* surfaces are as high as the highest of the row */
  ETP_FLOW_RULE = 1 << 1, /* a hairline below it */
  ETP_FLOW_SPLIT = 1 << 2, /* begins here even if the next slide could hold it together */
} EtpFlowFlags;

void etp_stack_box_init (EtpStackBox *self, double x, double width);
void etp_deck_stack (EtpDeck *self, EtpStackBox *stack, EtpBox *box); /* takes box */
/* Puts the row of stacks onto the slides and frees what is in them. */
void etp_deck_flow (EtpDeck *self, EtpStackBox *stacks, guint n, EtpFlowFlags flags, double after);
/* One box over the whole width; takes it. */
void etp_deck_flow_box (EtpDeck *self, EtpBox *box, double after);
/* Boxes of equal width side by side, row after row; takes the boxes, which are emptied. */
void etp_deck_flow_grid (EtpDeck *self, GPtrArray *boxes, guint n_columns, double gap);
/* The one of n stacks that is the lowest so far. */
guint etp_deck_find_lowest_stack (const EtpStackBox *stacks, guint n);
/* Puts boxes into n empty stacks side by side, each into the lowest, a little closer if that saves a
 * slide; takes the boxes. */
void etp_deck_fill_stacks (EtpDeck *self, EtpStackBox *stacks, guint n, GPtrArray *boxes);
/* The same in columns over the whole width. */
void etp_deck_flow_columns (EtpDeck *self, GPtrArray *boxes, guint n_columns, double gap);

/* A table: its heads stand on each slide. */
typedef struct
{
  const char *name; /* "" for none */
  double share; /* of the width */
} EtpTableColumn;

#define ETP_TABLE_MAX 8

void etp_deck_begin_table (EtpDeck *self, const EtpTableColumn *columns, guint n);
/* cells: n boxes, taken; NULL is empty. */
void etp_deck_add_row (EtpDeck *self, EtpBox **cells);
void etp_deck_end_table (EtpDeck *self);

/* Sections, one file each. */
typedef void (*EtpDeckSection) (EtpDeck *self);
/* Adds a section so that its last slide is not nearly empty, with smaller text if that saves it
 * (etp-deck-balance.c). The first is for those that are called with something; FALSE: its last slide is
 * nearly empty all the same. */
typedef void (*EtpDeckPart) (EtpDeck *self, gpointer data);
gboolean etp_deck_add_close (EtpDeck *self, EtpDeckPart add, gpointer data);
void etp_deck_add_balanced (EtpDeck *self, EtpDeckSection add);
/* How much of the last slide is filled, in parts of its room, if one section made all slides from first
 * on; 1 if it does not go on. */
double etp_deck_get_filled (const EtpDeck *self, guint first);
void etp_deck_add_title (EtpDeck *self);
void etp_deck_add_findings (EtpDeck *self);
void etp_deck_add_scope (EtpDeck *self);
void etp_deck_add_personas (EtpDeck *self);
void etp_deck_add_overview (EtpDeck *self);
/* Heads and curve of all phases below each other on what is left; FALSE if they do not fit. */
gboolean etp_deck_add_overview_strip (EtpDeck *self);
void etp_deck_add_phases (EtpDeck *self);
/* The title of the slides of a phase. New. */
char *etp_deck_dup_phase_title (EtpDeck *self,
                                const EtpColumn *column,
                                const EtpPlace *const *steps,
                                guint n_steps);
void etp_deck_add_pains (EtpDeck *self);
void etp_deck_add_opportunities (EtpDeck *self);
void etp_deck_add_measures (EtpDeck *self);
void etp_deck_add_decisions (EtpDeck *self);
void etp_deck_add_metrics (EtpDeck *self);
void etp_deck_add_changes (EtpDeck *self);
void etp_deck_add_method (EtpDeck *self);

/* Sheets about one persona or touchpoint (etp-deck-sheet.c). with_curve: the curve below, too. */
void etp_deck_add_persona_sheet (EtpDeck *self, EtpNode *persona, gboolean with_curve);
void etp_deck_add_touchpoint_sheet (EtpDeck *self, EtpNode *touchpoint);
/* "Persona · Max finds his shoes" below the title of a sheet. */
void etp_deck_add_context (EtpDeck *self, EtpWord word);

G_END_DECLS
