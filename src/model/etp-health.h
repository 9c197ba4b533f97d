/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "etp-journey.h"

G_BEGIN_DECLS

/* EtpHealth: how well a map is looked after, in a few words that outlive the journey and can be
 * kept beside its picture. What depends on the day is asked with it: dates are YYYY-MM-DD. */
typedef struct
{
  char *title; /* of the journey; "" if it has none */
  char *review_due; /* date; "" if none was agreed */
  char *
      *measures_due; /* dates of the measures that are neither done nor dropped; NULL-terminated */
  double evidence; /* share of cards and feelings observed or measured, 0…1; NAN: there are none */
} EtpHealth;

EtpHealth *etp_health_new (EtpJourney *journey);
void etp_health_free (EtpHealth *self);

/* Neither done nor dropped. */
gboolean etp_measure_is_open (EtpNode *measure);
gboolean etp_measure_is_overdue (EtpNode *measure, const char *today);

gboolean etp_health_is_review_overdue (const EtpHealth *self, const char *today);
guint etp_health_count_overdue (const EtpHealth *self, const char *today);
/* The order in which maps want to be looked at: the review that was due first comes first, maps
 * without a date last. NULL (not known yet) is without a date. */
int etp_health_compare (const EtpHealth *a, const EtpHealth *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EtpHealth, etp_health_free)

G_END_DECLS
