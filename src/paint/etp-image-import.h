/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Pictures from outside, made fit for a journey: at most ETP_LIMIT_ASSET_PIXELS a side and
 * ETP_LIMIT_ASSET_BYTES, as PNG or JPEG, upright, and without what cameras write into them. What is
 * given is not trusted: size is known before anything is decoded. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define ETP_IMAGE_ERROR (etp_image_error_quark ())

typedef enum
{
  ETP_IMAGE_ERROR_UNKNOWN, /* no picture, or none of a kind that is read */
  ETP_IMAGE_ERROR_BROKEN,
  ETP_IMAGE_ERROR_TOO_LARGE, /* more pixels or bytes than are read */
} EtpImageError;

GQuark etp_image_error_quark (void);

#define ETP_IMAGE_MAX_PIXELS (50 * 1000 * 1000)
#define ETP_IMAGE_MAX_BYTES (64 * 1024 * 1024)

typedef struct
{
  GBytes *bytes; /* owned */
  const char *type; /* "image/png" or "image/jpeg" */
  int width, height; /* pixels */
} EtpImage;

void etp_image_free (EtpImage *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EtpImage, etp_image_free)

/* Blocks: for workers and tests. NULL with an ETP_IMAGE_ERROR, whose message is a whole sentence for
 * people, or G_IO_ERROR_CANCELLED. */
EtpImage *etp_image_import (GBytes *bytes, GCancellable *cancellable, GError **error);

/* In a worker. The finish functions return a new image. */
void etp_image_import_async (GBytes *bytes,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
/* Reads the file there, too; errors of reading are those of GIO. */
void etp_image_import_file_async (GFile *file,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
EtpImage *etp_image_import_finish (GAsyncResult *result, GError **error);

G_END_DECLS
