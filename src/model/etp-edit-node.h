/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Verbs that every object has. All verbs: one transaction with a whole title; FALSE (or NULL) with
 * an ETP_MODEL_ERROR leaves everything as it was. New nodes are returned borrowed. */
#pragma once

#include "etp-journey.h"

G_BEGIN_DECLS

/* FALSE, with the error that every verb would give, if the journey is read-only. */
gboolean etp_edit_check_writable (EtpJourney *journey, GError **error);

/* Sets one field (any node, the journey itself included); takes the datum. Typing in one text or
 * nudging one number is coalesced. What follows from it follows in the same transaction: a card
 * that changes its lane loses an alignment that makes no sense there, and a lane that gets another
 * kind the name of the old one, and with it the question that a template asks in such lanes; what a
 * person has written stays. */
gboolean
etp_edit_set (EtpJourney *journey, EtpNode *node, guint field, EtpDatum *datum, GError **error);
gboolean etp_edit_set_text (
    EtpJourney *journey, EtpNode *node, guint field, const char *text, GError **error);
/* The same field of several nodes of one kind; takes the datum. */
gboolean etp_edit_set_several (
    EtpJourney *journey, GPtrArray *nodes, guint field, EtpDatum *datum, GError **error);
/* One column of a single nested value ("brief", "focus"); takes the datum. */
gboolean etp_edit_set_nested (
    EtpJourney *journey, EtpNode *node, guint field, guint column, EtpDatum *datum, GError **error);

/* A new object with a name (its field "name" or "title") at a position of its list, G_MAXUINT for
 * the end. */
EtpNode *etp_edit_add (
    EtpJourney *journey, EtpListKind list, const char *name, guint position, GError **error);
/* A node that the caller has filled (etp-change.h); refs it. */
gboolean etp_edit_insert (EtpJourney *journey, EtpNode *node, guint position, GError **error);
/* To another position of its list: the index after the move, clamped. */
gboolean etp_edit_move (EtpJourney *journey, EtpNode *node, guint position, GError **error);

/* With everything that cannot be without it, and forgotten by everything that named it: a phase or
 * lane goes with its cards, these with their links and comments. */
gboolean etp_edit_remove (EtpJourney *journey, EtpNode *node, GError **error);
gboolean etp_edit_remove_several (EtpJourney *journey, GPtrArray *nodes, GError **error);

/* A new node without id with the same fields; not in the journey. Owned by the caller. */
EtpNode *etp_node_copy (EtpNode *node);

/* The field that people call its name, or -1. */
int etp_list_get_name_field (EtpListKind list);

G_END_DECLS
