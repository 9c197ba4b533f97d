/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/etp-journey.h"
#include "model/etp-verbs.h"

G_BEGIN_DECLS

/* Performs n random verbs with random arguments; verbs may refuse. They are dealt from a shuffled
 * deck, so n >= ETP_N_VERBS uses every row of the verb table at least once. Print the seed. */
void etp_test_random_edits (EtpJourney *journey, GRand *random, guint n);

/* The same; succeeded (ETP_N_VERBS long) counts for each verb the calls that were not refused. */
void etp_test_random_edits_counted (EtpJourney *journey, GRand *random, guint n, guint *succeeded);

/* One call of one verb; FALSE if it refused, or had nothing to act on. */
gboolean etp_test_random_verb (EtpJourney *journey, GRand *random, EtpVerb verb);

/* A random datum that a field accepts; references name what is there. */
EtpDatum etp_test_random_datum (EtpJourney *journey, GRand *random, const EtpField *row);

/* A random node of a list, NULL if it is empty; and a text with something nasty in it. */
EtpNode *etp_test_pick (EtpJourney *journey, GRand *random, EtpListKind list);
const char *etp_test_pick_text (GRand *random);

G_END_DECLS
