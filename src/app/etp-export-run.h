/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Writing an export: a worker reads its own copy of the map, and the file is whole or as it was. */
#pragma once

#include "etp-export-choice.h"

G_BEGIN_DECLS

/* bytes: the map as etp_write_journey () writes it. What is in the file is replaced: a dialog asked;
 * with is_new there must not be one. progress: as in the options of an export, alive
 * until callback is called; or NULL. Errors are those of exports and of etp_save_stream (), or
 * G_IO_ERROR_CANCELLED. */
void etp_export_run_async (GBytes *bytes,
                           const EtpExportChoice *choice,
                           GFile *file,
                           gboolean is_new,
                           int *progress,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
gboolean etp_export_run_finish (GAsyncResult *result, GError **error);

/* The file that is meant: people type names without an ending. What a portal gave is the only thing
 * that may be written. is_new: nobody was asked about a file of that name. New reference. */
GFile *etp_export_complete_name (GFile *file, const EtpExporter *format, gboolean *is_new);

G_END_DECLS
