/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/etp-journey.h"

G_BEGIN_DECLS

/* The one canonical writing of a journey: what the document's layout is stands in etp-writer.c and
 * in data/journey.schema.json. The same journey always gives the same bytes, whatever the locale;
 * they can always be read again. Never fails. Free the result. */
GBytes *etp_write_journey (EtpJourney *journey);

G_END_DECLS
