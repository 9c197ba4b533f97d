/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Walking over the ids that a record names, those in nested values included. */
#pragma once

#include "etp-record.h"

G_BEGIN_DECLS

typedef struct
{
  const EtpField *row; /* of the field or column that names */
  guint field; /* of the record that was asked */
  int item; /* index in a VALUES field, or -1 */
  int column; /* of the nested value, or -1 */
  int index; /* in a REFS list, or -1 */
  const char *id; /* never "" */
} EtpReference;

/* Return FALSE to stop. */
typedef gboolean (*EtpReferenceFunc) (const EtpReference *reference, gpointer user_data);

/* FALSE if func stopped it. */
gboolean
etp_record_foreach_reference (const EtpRecord *record, EtpReferenceFunc func, gpointer user_data);

G_END_DECLS
