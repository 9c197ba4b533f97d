/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A picture from outside of which a part is going to be chosen: read and scaled in a worker, shown
 * small, cut from what was read. Nothing of it changes once it is there. */
#pragma once

#include "etp-image-cut.h"
#include "etp-image-import.h"

G_BEGIN_DECLS

/* How far a worker is. Both sides hold a reference. */
typedef struct _EtpImageProgress EtpImageProgress;

EtpImageProgress *etp_image_progress_new (void);
EtpImageProgress *etp_image_progress_ref (EtpImageProgress *self);
void etp_image_progress_unref (EtpImageProgress *self);
double etp_image_progress_get (EtpImageProgress *self); /* 0…1 */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EtpImageProgress, etp_image_progress_unref)

typedef struct _EtpImageSource EtpImageSource;

/* No side is kept longer than this: enough for a small part of a photograph. */
#define ETP_IMAGE_SOURCE_PIXELS 4096
/* The longest side of what is shown. */
#define ETP_IMAGE_SOURCE_PREVIEW 1024

EtpImageSource *etp_image_source_ref (EtpImageSource *self);
void etp_image_source_unref (EtpImageSource *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EtpImageSource, etp_image_source_unref)

/* In pixels of the source; cuts are, too. */
int etp_image_source_get_width (EtpImageSource *self);
int etp_image_source_get_height (EtpImageSource *self);
/* To look at: rows of stride bytes, red, green, blue and, if has_alpha, what covers, not multiplied. */
GBytes *etp_image_source_get_preview (
    EtpImageSource *self, int *width, int *height, gsize *stride, gboolean *has_alpha);

/* In a worker: reads a file, or bytes (the other one NULL). Errors are those of GIO and those of
 * etp_image_import (). progress may be NULL. */
void etp_image_source_load_async (GFile *file,
                                  GBytes *bytes,
                                  EtpImageProgress *progress,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
EtpImageSource *etp_image_source_load_finish (GAsyncResult *result, GError **error);

/* In a worker: that part, with no side longer than longest (pixels), made fit for a journey. */
void etp_image_source_cut_async (EtpImageSource *self,
                                 const EtpImageCut *cut,
                                 int longest,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
EtpImage *etp_image_source_cut_finish (GAsyncResult *result, GError **error);

G_END_DECLS
