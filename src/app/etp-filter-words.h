/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What people call the values of a filter. */
#pragma once

#include "model/etp-filter.h"

G_BEGIN_DECLS

const char *etp_filter_kind_title (EtpFilterKind kind); /* translated: "Personas" */
/* "Anna": a persona's or channel's name, else the word itself. */
char *etp_filter_dup_value_name (EtpJourney *journey, EtpFilterKind kind, const char *value);
/* "Persona: Anna" */
char *etp_filter_dup_pill (EtpJourney *journey, EtpFilterKind kind, const char *value);

G_END_DECLS
