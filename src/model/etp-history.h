/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "etp-journey.h"

G_BEGIN_DECLS

/* EtpHistory: what was done to a journey, as transactions of the four primitive changes
 * (etp-change.h), and the way back. "Modified" is a comparison of serials:
 * etp_journey_get_serial() against the serial at the last save.
 *
 * Signals:
 *   changed: what can be undone or redone, or its title, has changed.
 */
#define ETP_TYPE_HISTORY (etp_history_get_type ())
G_DECLARE_FINAL_TYPE (EtpHistory, etp_history, ETP, HISTORY, GObject)

/* title is a whole, translated sentence fragment ("Move Touchpoint"). coalesce (or NULL): a step
 * with the same non-NULL key as the one before it, within 1.5 s and with no other step between,
 * is merged into it for undo; what is recorded is never merged. Transactions nest: the inner
 * one's title and key are ignored. */
void etp_history_begin (EtpHistory *self, const char *title, const char *coalesce);
void etp_history_commit (EtpHistory *self); /* an empty transaction leaves no trace */
void etp_history_rollback (EtpHistory *self); /* everything back as it was at begin */
gboolean etp_history_is_open (EtpHistory *self);
void etp_history_end_coalescing (EtpHistory *self); /* the next step stands alone */
/* The last step goes on, as one does while a scale is held: to the 1.5 s, what it rested until now does
 * not count. */
void etp_history_prolong (EtpHistory *self);
/* Inside a transaction: what a field of a node was before the step for undo into which the transaction
 * will be merged. NULL: there is no such step, or it has not set the field. Borrowed from that step, until
 * the transaction ends. */
const EtpDatum *etp_history_get_before (EtpHistory *self, EtpNode *node, guint field);

/* A run, while somebody types: all that is committed until its end is one step for undo, whatever
 * its keys, titles and times; the first one's title stands. Undo and redo end it. What is recorded
 * is never merged. Runs do not nest: the second begins anew. */
void etp_history_begin_run (EtpHistory *self);
void etp_history_end_run (EtpHistory *self);
gboolean etp_history_is_running (EtpHistory *self); /* a run has begun and not ended */
/* Takes back what the run did, so that it cannot be redone either, and ends it. FALSE if there was
 * nothing to take back. */
gboolean etp_history_cancel_run (EtpHistory *self);

gboolean etp_history_undo (EtpHistory *self); /* FALSE if there is nothing to undo */
gboolean etp_history_redo (EtpHistory *self);
/* The ids (GRefString, owned by the array) of the nodes that the next undo or redo brings into the
 * journey, and of the hidden phases and lanes that it shows; none if there is nothing to undo or
 * redo. */
GPtrArray *etp_history_list_returning (EtpHistory *self, gboolean is_redo);
const char *etp_history_get_undo_title (EtpHistory *self); /* or NULL */
const char *etp_history_get_redo_title (EtpHistory *self);

/* The clock of coalescing, in microseconds: g_get_monotonic_time() unless a test says otherwise. */
typedef gint64 (*EtpHistoryClock) (void);
void etp_history_set_clock (EtpHistory *self, EtpHistoryClock clock);

G_END_DECLS
