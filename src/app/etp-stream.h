/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading what another program sends, however much that may be. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Reads to the end, but no more than limit bytes: then it fails with G_IO_ERROR_NO_SPACE and a
 * message for people. */
void etp_stream_read_all_async (GInputStream *stream,
                                gsize limit,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
GBytes *etp_stream_read_all_finish (GAsyncResult *result, GError **error);

G_END_DECLS
