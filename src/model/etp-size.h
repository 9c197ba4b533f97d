/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How much of the document's limits (etp-limits.h) something takes: never less than the canonical
 * writing of it, a little more where counting exactly would cost more than it is worth. */
#pragma once

#include "etp-record.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 values; /* JSON values */
  gint64 text_bytes; /* outside assets */
  gint64 assets_bytes; /* inside assets, as base64 */
  gint64 images_bytes; /* the same images as bytes */
} EtpSize;

void etp_size_add (EtpSize *self, const EtpSize *other, int sign); /* sign +1 or -1 */
/* depth: of the record's members in the document (1 for the root's). */
void etp_size_add_record (EtpSize *self, const EtpRecord *record, guint depth, int sign);
void
etp_size_add_field (EtpSize *self, const EtpRecord *record, guint field, guint depth, int sign);

G_END_DECLS
