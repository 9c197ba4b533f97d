/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Short ways to build a journey in code, without history: for tests of every folder. */
#pragma once

#include "model/etp-fields.h"
#include "model/etp-journey.h"

G_BEGIN_DECLS

/* Appends a node; returned borrowed. After the id: field, value, …, ETP_TEST_END. Values by the row's
 * type: texts, references, words and JSON are const char *; booleans and integers are int; numbers
 * are double; lists of texts, references and numbers are one const char * with the items parted by
 * "|"; nested values are EtpValue *, taken, one for a single one, several and NULL for a list. */
#define ETP_TEST_END (-1)
EtpNode *etp_test_add (EtpJourney *journey, EtpListKind list, const char *id, ...);
/* The same for the journey itself. */
void etp_test_set_root (EtpJourney *journey, ...);
/* A nested value from column, value, …, ETP_TEST_END; owned by the caller. */
EtpValue *etp_test_value (const EtpTable *table, ...);

/* A datum of a row from text as people would type it: numbers in C form, lists parted by "|". */
EtpDatum etp_test_datum (const EtpField *row, const char *text);

/* A small journey with every lane kind and at least one object in every list, with every sort of
 * field in use and no finding in the check. Ids are words ("aware", "visit", "max"). */
EtpJourney *etp_test_journey_new_sample (void);
/* n_cards in n_phases and four lanes (steps, emotion, pains, opportunities), texts of usual
 * length, an emotion on each step. */
EtpJourney *etp_test_journey_new_large (guint n_cards, guint n_phases);

G_END_DECLS
