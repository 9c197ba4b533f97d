/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "etp-paper.h"
#include "etp-scene.h"
#include "etp-slide-frame.h"

G_BEGIN_DECLS

/* Pages: what PDF, printing, its preview and presentations are made of. A page is pure data made
 * from scenes: it says which part of which scene lies where. Page units are map units, 1/96 inch.
 * No text on a page is smaller than 12 of them (9 pt), unless ETP_PAGES_ONE_SHEET is asked for. */

typedef enum
{
  ETP_PAGE_MAP, /* the whole map */
  ETP_PAGE_TILE, /* a part of it, to be glued to others */
  ETP_PAGE_SHEET, /* to write on, or to cut cards from */
  ETP_PAGE_SLIDE,
} EtpPageKind;

/* A part of a scene on a page; what lies outside source is clipped. */
typedef struct
{
  EtpScene *scene; /* owned */
  EtpRect source; /* in the scene's units */
  double x, y; /* of source's upper left corner on the page */
  double scale; /* page units for one of the scene's */
  gboolean is_furniture; /* page numbers, headers …: what a screen reader passes by */
} EtpPagePart;

typedef struct
{
  EtpPageKind kind;
  const char *role; /* of a slide: "title", "phase", "pains" …; static; else NULL */
  double width, height;
  char *title; /* what the page is called: slide title, outline entry; the map's language */
  char *label; /* where the page belongs, "B3"; NULL: nowhere in particular */
  EtpPagePart *parts; /* painted in this order; page numbers, crop marks … are scenes too */
  guint n_parts;
} EtpPage;

/* What is done when all text at a readable size does not fit on the sheet. */
typedef enum
{
  ETP_PAGES_AUTO, /* titles alone if that fits, else several sheets */
  ETP_PAGES_FULL, /* nothing is left out: several sheets */
  ETP_PAGES_TITLES, /* titles alone from the start */
  ETP_PAGES_ONE_SHEET, /* the text becomes smaller: the sheet as it lies, whatever can be read */
} EtpPagesDetail;

typedef struct
{
  const char *kind; /* a name of the table of kinds; NULL: the first, "map" */
  const EtpPaper *paper; /* NULL: the kind's own; "map" needs none */
  EtpPagesDetail detail;
  double scale; /* "tiles": page units for a map unit, 1 and more; 0 = 1 */
  double ratio; /* "deck": width by height of a slide; 0 = 16:9 */
  const EtpSlideFrame *frame; /* "deck": slides as somebody else's master has them; NULL: our own */
  const char *persona; /* id of the persona whose curve is strong; NULL: all */
  const char *about; /* "persona", "touchpoints": ids, parted by commas, of what sheets are to tell
                      * about, one each; NULL: an empty one to write on */
  EtpJourney *before; /* an earlier state to compare with, or NULL */
  const char *before_name; /* what it is called */
  const char *before_date; /* YYYY-MM-DD; NULL: not known */
  const char *today; /* "deck": YYYY-MM-DD, what was due before it is overdue; NULL: nothing is */
  gboolean external; /* "deck": the journey was made fit for people outside */
  /* What stands at the edges of each page; NULL or FALSE: nothing. */
  const char *header, *footer;
  const char *date; /* as it is to be read */
  gboolean logo; /* the journey's own (theme.logo) */
  double logo_ratio; /* its width by its height; 0 = 1 */
} EtpPagesOptions;

#define ETP_TYPE_PAGES (etp_pages_get_type ())
G_DECLARE_FINAL_TYPE (EtpPages, etp_pages, ETP, PAGES, GObject)

typedef enum
{
  ETP_PAGES_ERROR_UNKNOWN_KIND,
  ETP_PAGES_ERROR_PAPER, /* too small for anything */
  ETP_PAGES_ERROR_TOO_MANY, /* pages */
  ETP_PAGES_ERROR_EMPTY, /* nothing to show: no persona for a sheet about one … */
} EtpPagesError;

#define ETP_PAGES_ERROR (etp_pages_error_quark ())
GQuark etp_pages_error_quark (void);

/* Makes the pages of a journey. The journey is looked at only now, but pictures are looked up in it
 * while pages are painted. NULL with an ETP_PAGES_ERROR. */
EtpPages *etp_pages_new (EtpJourney *journey,
                         const EtpPagesOptions *options,
                         EtpStyle *style,
                         EtpMeasurer *measurer,
                         GError **error);
guint etp_pages_get_n (EtpPages *self);
const EtpPage *etp_pages_get_nth (EtpPages *self, guint index); /* borrowed; NULL past the end */
/* Translated messages (char *) about what had to be done: titles alone, more sheets …; borrowed. */
GPtrArray *etp_pages_get_notes (EtpPages *self);

/* The table of kinds, for dialogs and the command line. */
typedef struct
{
  const char *name; /* "map", "poster" */
  const char *label; /* N_() */
  gboolean has_paper; /* lies on sheets that can be chosen */
} EtpPagesKind;

/* "fit" is poster too; NULL if there is none */
const EtpPagesKind *etp_pages_kind_get (const char *name);
const EtpPagesKind *etp_pages_kind_get_nth (guint index); /* NULL past the end */
/* The paper that pages of a kind of the table lie on when nobody chooses, as etp_paper_parse () takes
 * it; NULL: none. */
const char *etp_pages_kind_get_paper (const EtpPagesKind *self);

G_END_DECLS
