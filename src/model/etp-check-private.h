/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* For etp-check*.c only. */
#pragma once

#include "etp-check.h"
#include "etp-references.h"

G_BEGIN_DECLS

typedef struct
{
  EtpJourney *journey;
  GPtrArray *findings; /* of EtpFinding */
  EtpNode *node; /* being checked */
  guint position; /* of node in its list */
} EtpCheck;

/* Where in the node a finding is; -1: not below. */
typedef struct
{
  int field, item, column, index;
} EtpCheckSpot;

#define ETP_SPOT(f) ((EtpCheckSpot){ (int) (f), -1, -1, -1 })

/* Takes the message. */
void etp_check_report (EtpCheck *self, EtpSeverity severity, EtpCheckSpot spot, char *message);

/* Rules between objects, for the node being checked. */
void etp_check_card (EtpCheck *self);
void etp_check_other (EtpCheck *self);

G_END_DECLS
