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

/* Inside a transaction: copies come to their place, as far as it names one. */
gboolean etp_fragment_place (EtpJourney *journey,
                             GPtrArray *copies,
                             const EtpFragmentPlace *place,
                             GError **error);

/* What was cut from a journey, by its id there, and the copy that stands for it since it was pasted. */
gboolean etp_fragment_has_heir (EtpJourney *journey, const char *id);
void etp_fragment_set_heir (EtpJourney *journey, const char *id, const char *heir);

G_END_DECLS
