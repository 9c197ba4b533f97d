/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "model/etp-journey.h"
#include "etp-file-error.h"

G_BEGIN_DECLS

/* The state of a journey as JSON text, without images and snapshots, for etp_edit_take_snapshot().
 * Free it. */
char *etp_snapshot_write (EtpJourney *journey);

/* The journey that lies in a snapshot, attached to nothing; a new reference. Pictures are those of
 * the journey that the snapshot lies in and are not there. Errors as of loading; the name in them
 * is the snapshot's. */
EtpJourney *etp_snapshot_read (EtpNode *snapshot, GError **error);

/* The same in a worker, of the snapshot as it is now; callback comes in the caller's main context, behind
 * drawing and people. Errors: also G_IO_ERROR_CANCELLED. */
void etp_snapshot_read_async (EtpNode *snapshot,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
EtpJourney *etp_snapshot_read_finish (GAsyncResult *result, GError **error);

/* The canonical document without its snapshots and the pictures that nothing else shows, for a copy
 * that others may see. Free it. */
GBytes *etp_write_journey_without_snapshots (EtpJourney *journey);

G_END_DECLS
