/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Shared by the files that put a table onto a map. */
#pragma once

#include "etp-edit-fill.h"
#include "etp-edit-private.h"

G_BEGIN_DECLS

/* A table on its way onto a map, within one transaction. */
typedef struct
{
  EtpEdit edit;
  const EtpFillTable *table; /* borrowed */
  GPtrArray *phases, *lanes; /* of the table's heads, in their order; nodes borrowed */
  GPtrArray *cards; /* borrowed: the new ones so far */
} EtpFill;

/* text NULL: "". */
void etp_fill_init_text (EtpNode *node, guint field, const char *text);
/* A new card at the end of its cell, borrowed; NULL with an error. */
EtpNode *
etp_fill_put_card (EtpEdit *edit, EtpNode *lane, EtpNode *phase, const char *title, GError **error);

gboolean etp_fill_put_results (EtpFill *fill, GError **error); /* metrics and measures */
gboolean etp_fill_put_steps (EtpFill *fill, GError **error); /* feelings and channels */

G_END_DECLS
