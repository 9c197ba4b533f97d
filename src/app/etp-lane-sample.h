/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What every kind of lane is for, in words, and a journey of one phase that shows it. */
#pragma once

#include "model/etp-fields.h"
#include "model/etp-journey.h"

G_BEGIN_DECLS

typedef enum
{
  ETP_LANE_GROUP_CUSTOMER,
  ETP_LANE_GROUP_EMOTION,
  ETP_LANE_GROUP_COMPANY,
  ETP_LANE_GROUP_RESULTS,
  ETP_N_LANE_GROUPS
} EtpLaneGroup;

typedef struct
{
  EtpLaneKind kind;
  EtpLaneGroup group;
  const char *description; /* N_(): one line */
  const char *texts[2]; /* N_(): cards of the sample; NULL: none */
} EtpLaneSample;

/* Every kind once, in the order in which the gallery shows them. */
const EtpLaneSample *etp_lane_samples_get (guint *n_samples);
const char *etp_lane_group_get_name (EtpLaneGroup group); /* translated */
/* A journey of one phase whose first lane is of the kind, in the interface's language. */
EtpJourney *etp_lane_sample_create_journey (const EtpLaneSample *self);

G_END_DECLS
