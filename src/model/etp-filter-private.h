/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Model-internal: what the two files of the filter share. */
#pragma once

#include "etp-fields.h"
#include "etp-filter.h"

G_BEGIN_DECLS

struct _EtpFilter
{
  GPtrArray *values[ETP_N_FILTER_KINDS]; /* of char *, owned */
  gboolean facts_only;
};

G_END_DECLS
