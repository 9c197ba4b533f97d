/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "model/etp-journey.h"

G_BEGIN_DECLS

/* EtpSnapshotWords: labels that say what has changed in a journey since its snapshots were taken. Each
 * snapshot has to be read for that, which takes a while: one after the other, in a worker, in the order in
 * which they were added. */
typedef struct _EtpSnapshotWords EtpSnapshotWords;

EtpSnapshotWords *etp_snapshot_words_new (EtpJourney *journey); /* keeps a reference */
void etp_snapshot_words_free (EtpSnapshotWords *self);

/* The label gets the words of the snapshot with that id once they are known; it may go before. Neither is
 * kept alive. */
void etp_snapshot_words_add (EtpSnapshotWords *self, const char *id, GtkLabel *label);
/* The journey is another one than it was: all is found out again. */
void etp_snapshot_words_renew (EtpSnapshotWords *self);

G_END_DECLS
