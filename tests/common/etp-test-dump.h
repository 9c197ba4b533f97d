/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/etp-journey.h"

G_BEGIN_DECLS

/* Everything that a document would say, as lines of text: to compare journeys without file/.
 * To be freed. */
char *etp_test_dump (EtpJourney *journey);

/* g_assert_cmpstr of two dumps, showing the first line that differs. */
void etp_test_assert_same_dump (const char *a, const char *b);

G_END_DECLS
