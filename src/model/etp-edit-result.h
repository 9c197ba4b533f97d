/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Verbs on what follows from a map: measures, metrics, links, insights, comments, images. For the
 * rules of all verbs see etp-edit-node.h; new nodes are returned borrowed. */
#pragma once

#include "etp-fields.h"
#include "etp-journey.h"

G_BEGIN_DECLS

/* A measure that addresses cards; in their phase, if they share one. */
EtpNode *etp_edit_add_measure_for_cards (EtpJourney *journey,
                                         GPtrArray *cards,
                                         const char *title,
                                         GError **error);
/* Measures come to another phase. */
gboolean
etp_edit_move_measures (EtpJourney *journey, GPtrArray *measures, EtpNode *phase, GError **error);
/* Copies of measures and metrics, each behind the original and without its votes; copies: gets them,
 * borrowed. */
gboolean etp_edit_duplicate_results (EtpJourney *journey,
                                     GPtrArray *nodes,
                                     GPtrArray *copies,
                                     GError **error);
/* The same of measures, into a phase. */
gboolean etp_edit_copy_measures (
    EtpJourney *journey, GPtrArray *measures, EtpNode *phase, GPtrArray *copies, GError **error);
/* What a measure is worth to a persona, or (NULL) to the business: 1…5 or ETP_ABSENT_INTEGER. */
gboolean etp_edit_rate_measure (
    EtpJourney *journey, EtpNode *measure, EtpNode *persona, gint64 value, GError **error);

/* A metric's value on a day, in the order of days; replaces that day's. source: or NULL. */
gboolean etp_edit_record_metric (EtpJourney *journey,
                                 EtpNode *metric,
                                 const char *date,
                                 double value,
                                 EtpNode *source,
                                 GError **error);
gboolean
etp_edit_forget_metric (EtpJourney *journey, EtpNode *metric, const char *date, GError **error);

/* A link between cards or measures; the one that is there already is returned as it is. */
EtpNode *etp_edit_connect (
    EtpJourney *journey, EtpNode *from, EtpNode *to, EtpLinkKind kind, GError **error);

/* The journey's insights by their texts, NULL-terminated; each keeps the cards of its place. */
gboolean etp_edit_set_insights (EtpJourney *journey, const char *const *texts, GError **error);

/* How much a persona uses a touchpoint, 0…5; ETP_ABSENT_INTEGER takes the entry away. */
gboolean etp_edit_set_usage (
    EtpJourney *journey, EtpNode *touchpoint, EtpNode *persona, gint64 level, GError **error);

/* A comment on any node (on the journey: the journey itself). date: YYYY-MM-DD. */
EtpNode *etp_edit_add_comment (EtpJourney *journey,
                               EtpNode *on,
                               const char *text,
                               const char *author,
                               const char *date,
                               GError **error);

/* An image, already encoded within the limits; one with the same bytes is returned as it is. */
EtpNode *
etp_edit_import_asset (EtpJourney *journey, const char *type, GBytes *bytes, GError **error);

G_END_DECLS
