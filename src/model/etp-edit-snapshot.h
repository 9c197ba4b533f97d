/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Verbs on snapshots: earlier states of the journey that travel in the document. Their text is made
 * and read by file/ (etp-snapshot.h). */
#pragma once

#include "etp-journey.h"

G_BEGIN_DECLS

/* A new snapshot at the end of the list. date: YYYY-MM-DD; author: or ""; json: the whole document
 * as it is now, without images and snapshots. */
EtpNode *etp_edit_take_snapshot (EtpJourney *journey,
                                 const char *name,
                                 const char *date,
                                 const char *author,
                                 const char *json,
                                 GError **error);

/* Makes everything but images and snapshots as it is in another journey, ids included; what names an
 * image or a snapshot that is gone forgets it. Members that this version does not know stay those of the journey
 * on the journey itself. */
gboolean etp_edit_restore (EtpJourney *journey, EtpJourney *state, GError **error);

G_END_DECLS
