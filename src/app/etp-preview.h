/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "model/etp-health.h"
#include "scene/etp-style.h"

G_BEGIN_DECLS

/* A small picture of a map and how well it is looked after, made from its file by a worker of its
 * own, one after the other, and kept in the user's cache until the file changes. */
typedef struct
{
  GdkTexture *picture; /* owned */
  EtpHealth *health; /* owned */
} EtpPreview;

/* Size in pixels; shown at half of it or less. */
#define ETP_PREVIEW_WIDTH 480
#define ETP_PREVIEW_HEIGHT 300

void etp_preview_free (EtpPreview *self);

/* Never blocks. Errors are of ETP_FILE_ERROR: NOT_FOUND for a file that is gone. */
void etp_preview_load_async (GFile *file,
                             EtpStyleKind style,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
EtpPreview *etp_preview_load_finish (GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EtpPreview, etp_preview_free)

G_END_DECLS
