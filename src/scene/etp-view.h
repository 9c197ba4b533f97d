/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "etp-scene.h"

G_BEGIN_DECLS

/* What is to be shown of a journey, besides the document's own hidden and collapsed. */
typedef struct
{
  gboolean paper; /* with the foot; nothing pinned */
  const char *persona; /* id of the persona whose curve is strong; NULL: all */
  gboolean hide_title; /* without the title block */
  gboolean only_curves; /* of the lanes, those with emotion curves */
  gboolean hide_foot; /* on paper: without the foot */
  gboolean short_heads; /* of phases: number and name */
  gboolean titles; /* cards and measures say no more than their titles */
  double column_share; /* of the columns' widths, which stay ETP_PHASE_NARROWEST at least; 0 = 1 */
  /* On how many sheets the columns lie, as many on each as it goes: cards over several of them are
   * set anew on each sheet, and where they would be wider than that; 0 = never. */
  guint n_sheets;
  double span_width;
  double free_strip; /* left in each cell for sticky notes; 0 = none */
  gboolean hide_prompts; /* nobody is asked anything in empty cells */
  gboolean few_feelings; /* only at peaks and valleys of the curve */
  gboolean to_be; /* the points of the to-be curve stand on it and can be moved */
  /* A card whose emotion of one persona shows as this one, not as what the journey says: a point
   * that is being dragged. Both borrowed for the time of the build; NULL: none. */
  EtpNode *preview_card;
  EtpValue *preview_emotion;
  GHashTable *folded; /* set of ids: cards whose groups show no more than them; NULL: none */
  /* An earlier state of the journey whose curves stand faintly below today's, at the steps that
   * both have, and what it is called. Borrowed for the time of the build; NULL: none. */
  EtpJourney *ghost;
  const char *ghost_name;
} EtpViewOptions;

/* A representation: one row, one file. */
typedef struct
{
  const char *name; /* "journey-map" */
  const char *label; /* N_() */
  EtpScene *(*build) (EtpJourney *journey,
                      const EtpViewOptions *options,
                      EtpStyle *style,
                      EtpMeasurer *measurer,
                      EtpScene *old);
} EtpView;

const EtpView *etp_view_get (const char *name); /* NULL: the first, the journey map */

/* Builds the scene of a journey. old (or NULL): the scene before of the same journey, view and
 * measurer; untouched cells and items are shared with it. Returns a new reference. */
EtpScene *etp_view_build (const EtpView *view,
                          EtpJourney *journey,
                          const EtpViewOptions *options,
                          EtpStyle *style,
                          EtpMeasurer *measurer,
                          EtpScene *old);

G_END_DECLS
