/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What people type, read as data: the way back of etp-format.h, and more forgiving. language is
 * NULL for the interface's. White space around is ignored. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* "1,234.5", "1.234,5", "−3", "12 %", "€ 20": the number as it is written, with either decimal sign
 * where it can be told from grouping. FALSE: no number. */
gboolean etp_parse_number (const char *text, const char *language, double *value);

/* "2026-03-05", "5.3.2026", "5 March 2026", "5. März 26", and with slashes in the order of the
 * locale: as YYYY-MM-DD; NULL if there is no such day. */
char *etp_parse_date (const char *text);

/* "de", "de_at", "English", "Deutsch" as a BCP 47 tag; "EUR", "eur", "€", "Euro" as an ISO 4217 code.
 * NULL if it is none; "" stays "". */
char *etp_parse_language (const char *text);
char *etp_parse_currency (const char *text);

/* The letters of a duration's units in ISO 8601, the largest first; 'm' stands for minutes. */
#define ETP_DURATION_UNITS "YMWDhms"

/* "3", "1.5", "2 days", "1 h 30 min" as an ISO 8601 duration; a number without a unit is in unit (one
 * of ETP_DURATION_UNITS). NULL if it is none, or if a part of a month would remain. */
char *etp_parse_duration (const char *text, char unit, const char *language);
/* A duration as a whole number of one unit, the largest that fits: "PT1H30M" is 90 'm'. FALSE if
 * there is none ("P1M3D"), or iso is no duration. */
gboolean etp_duration_get_single (const char *iso, guint64 *number, char *unit);

G_END_DECLS
