/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Verbs on phases and lanes beyond those that every object has (etp-edit-node.h): there one moves,
 * renames, colours and removes them. New nodes are returned borrowed. */
#pragma once

#include "etp-fields.h"
#include "etp-journey.h"

G_BEGIN_DECLS

/* position: index in the list, G_MAXUINT for the end; before a phase: its index, after: + 1. */
EtpNode *
etp_edit_insert_phase (EtpJourney *journey, guint position, const char *name, GError **error);
/* name NULL or "": a lane is named by its kind. */
EtpNode *etp_edit_insert_lane (
    EtpJourney *journey, guint position, EtpLaneKind kind, const char *name, GError **error);

G_END_DECLS
