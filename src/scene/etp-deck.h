/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A journey as a deck of slides, for those who were not there when the map was drawn. */
#pragma once

#include "etp-scene.h"
#include "etp-slide-frame.h"

G_BEGIN_DECLS

typedef enum
{
  ETP_DECK_WIDE, /* 16:9, 1280 × 720 */
  ETP_DECK_CLASSIC, /* 4:3, 960 × 720 */
} EtpDeckRatio;

typedef struct
{
  EtpDeckRatio ratio; /* how many columns there are beside each other, with a frame too */
  /* Slides of another size, with content in the frame's rooms only; nothing stands at the edges, and
   * titles are set where the frame has them. NULL: our own. Borrowed. */
  const EtpSlideFrame *frame;
  const char *today; /* YYYY-MM-DD: what was due before it is overdue; NULL: nothing is */
  const char *persona; /* id of the persona whose curve is strong; NULL: all */
  gboolean external; /* the journey was made fit for others: what is missing was taken out */
  /* An earlier state of the journey, made fit in the same way; what has changed since gets slides of
   * its own. NULL: none. */
  EtpJourney *before;
  const char *before_name; /* "" or NULL: the state has none */
  const char *before_date; /* YYYY-MM-DD, "" or NULL */
  /* At the edges of each slide. */
  const char *header, *footer; /* NULL: none, and the journey's title */
  const char *date; /* as it is to be read; NULL: none */
  gboolean logo; /* the journey's own */
} EtpDeckOptions;

/* A slide. Its scene's first item is a flat one as large as the slide: its ground. Then come its
 * title (the one item of kind ETP_ITEM_TITLE, with one text) and its content in reading order. */
typedef struct
{
  const char *role; /* "title", "findings", "persona", "overview", "phase", "pains" …; static */
  char *title; /* owned; in the language of the map */
  double width, height; /* map units: 1/96 inch */
  EtpScene *scene; /* owned */
  EtpScene *furniture; /* owned: number, header, foot, the strip of phases; lies above the scene */
} EtpDeckSlide;

/* The slides of a journey, of EtpDeckSlide; new. Nothing is cut off or left out for want of room:
 * what does not fit goes on on a further slide, "… (2 of 3)". No text is smaller than 12 units
 * (9 pt). Of style only the kind counts. The options are borrowed for the time of the build. */
GPtrArray *etp_deck_build (EtpJourney *journey,
                           const EtpDeckOptions *options,
                           EtpStyle *style,
                           EtpMeasurer *measurer);

/* Sheets about a persona or a touchpoint, of EtpDeckSlide without furniture and ground; new. What is
 * known goes onto one sheet if it can, as large as it goes; else onto several at the least size.
 * width, height: the room on a sheet, in page units; *scale: page units for a unit of the scenes. */
GPtrArray *etp_deck_build_sheet (EtpJourney *journey,
                                 EtpNode *about,
                                 double width,
                                 double height,
                                 EtpStyle *style,
                                 EtpMeasurer *measurer,
                                 double *scale);

G_END_DECLS
