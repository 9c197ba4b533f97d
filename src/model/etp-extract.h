/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What leaves the house: a copy of a journey without what was not chosen and, for people outside,
 * without what is not for them. Every export gets this copy and nothing else, so that no format can
 * let anything out. */
#pragma once

#include "etp-journey.h"

G_BEGIN_DECLS

typedef struct
{
  /* Ids, NULL-terminated; NULL: all. What the document hides is shown if it is named here. */
  const char *const *lanes, *const *phases, *const *personas;
  /* Without comments, votes, money, owners, contributors, files of sub-journeys, what is hidden and
   * what is marked internal. */
  gboolean external;
  /* Nothing but the frame, to be filled in by hand: without cards, measures, metrics and insights. */
  gboolean blank;
  guint n_free_lanes; /* empty lanes after the last one */
  /* Where the extract is of an earlier state: today's, borrowed. What stays behind of it stays
   * behind of the earlier one too, whatever was said of it then. NULL: the state itself decides. */
  EtpJourney *now;
  /* A picture within the limits of assets that the copy has for its logo; NULL: the journey's. */
  GBytes *logo_bytes;
  const char *logo_type; /* "image/png" */
} EtpExtractOptions;

/* What goes out and what stays, for people to see before anything is written. */
typedef struct
{
  guint kept[ETP_N_LISTS], left[ETP_N_LISTS]; /* objects */
  guint n_internal; /* lanes, cards and measures that stay because they are marked internal */
  guint n_votes; /* cards and measures whose votes stay, emotions without their ratings */
  guint n_money; /* amounts that stay */
  guint n_owners; /* names that stay */
} EtpExtractCounts;

/* A detached copy; ids are the same, and so are the numbers of phases. The journey is not changed.
 *
 * Lanes, phases and personas that were not chosen go with all that is in them, about them or needs
 * them; a card that spans phases keeps to those that are left. Two things stay, hidden and bare:
 * phases before the last chosen one, so that numbers stay as they are, and the steps, with title,
 * channels and emotions, because curve and path stand on them. Hidden lanes and phases are to be
 * passed by. Measures and metrics go with the lanes that show them. Snapshots are never copied:
 * whoever compares extracts the earlier state with the same options, for people outside with now.
 * Pictures that nothing shows any more go too, and texts in which there is nothing to see. For
 * people outside ratings become their mean, and members that this version does not know are left
 * out. counts may be NULL. */
EtpJourney *
etp_extract_new (EtpJourney *journey, const EtpExtractOptions *options, EtpExtractCounts *counts);

/* Whether there are texts in which there is nothing to see, so that a copy differs though
 * everything was chosen. */
gboolean etp_extract_has_blanks (EtpJourney *journey);

/* "5 phases, 9 lanes, 42 cards …" in the interface's language; newly allocated. */
char *etp_extract_dup_going (const EtpExtractCounts *counts);
/* What stays, one line each ("12 comments", "votes on 8 cards and measures" …); new array of char *,
 * empty if nothing does. */
GPtrArray *etp_extract_list_staying (const EtpExtractCounts *counts);

/* A choice as people type it: names or how they begin, numbers, ranges ("2-4"), letters of lanes as
 * in the line for capturing, kinds of lanes ("pains"), or ids, parted by commas. list: ETP_LIST_PHASES, _LANES,
 * _PERSONAS or _TOUCHPOINTS.
 * Ids in the journey's order, NULL-terminated; free with g_strfreev(). NULL with an
 * ETP_MODEL_ERROR_NOT_FOUND that names what there is. */
char **etp_extract_choose (EtpJourney *journey, EtpListKind list, const char *text, GError **error);

G_END_DECLS
