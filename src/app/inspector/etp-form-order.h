/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* In which order a form shows the fields of a thing: what is of use every day first, the long tail
 * below "More Fields". A new field is one more number here; a test knows which one is missing. */
#pragma once

#include "model/etp-node.h"

G_BEGIN_DECLS

typedef struct
{
  const char *title; /* N_(); NULL: without a heading */
  gboolean is_more; /* one click away */
  const gint16
      *fields; /* of the table, -1 at the end; a single nested value stands for its columns */
} EtpFormSection;

typedef struct
{
  const EtpTable *table;
  const char *name; /* what is remembered about the form is kept under it */
  const EtpFormSection *sections;
  guint n_sections;
  const gint16 *hidden; /* what is deliberately not shown, -1 at the end */
} EtpFormOrder;

/* All of them: each table once, cards twice. */
const EtpFormOrder *etp_form_orders_get (guint *n_orders);
/* The one for a node: steps have another everyday than notes. */
const EtpFormOrder *etp_form_order_for (EtpNode *node);

/* What the fields are called, in the order of the form, the columns of single nested values in their
 * places, with letters to reach them by (etp-mnemonics.h); "" where the section's heading says it.
 * To be freed. */
char **etp_form_order_dup_labels (const EtpFormOrder *self);

G_END_DECLS
