/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Inside of file/ only. */
#pragma once

#include "etp-fragment.h"

G_BEGIN_DECLS

#define ETP_FRAGMENT_FORMAT "etappe-fragment"
#define ETP_FRAGMENT_VERSION 1

struct _EtpFragment
{
  EtpJourney *journey; /* owned; holds the chosen nodes and what they need, under their old ids */
  GPtrArray *chosen; /* owned; of EtpNode, borrowed from journey */
  GHashTable *chosen_set; /* owned; the same */
  char *token; /* owned; of the journey that it comes from */
};

/* The lists whose objects come along when something names them. */
gboolean etp_fragment_is_needed_list (EtpListKind list);

G_END_DECLS
