/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How data is shown in words, in the journey's language (see etp-words.h for what language means):
 * nothing here looks at the locale. All results are new UTF-8 strings to be freed. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* "2026-03-05" → "5 March 2026", "5. März 2026". What is no date comes back as it is. */
char *etp_format_date (const char *iso, const char *language);
/* For tight places: "5 Mar 2026", "5.3.2026". */
char *etp_format_date_short (const char *iso, const char *language);
/* "P3D" → "3 days", "PT1H30M" → "1 hour 30 minutes", "P1M" → "1 Monat". What is no duration comes
 * back as it is. */
char *etp_format_duration (const char *iso, const char *language);
/* "3 d", "1 h 30 min": for tight places. */
char *etp_format_duration_short (const char *iso, const char *language);
/* "1,234.5", "1.234,5": at most max_decimals (0…9) places, no trailing zeros; "" for nan. */
char *etp_format_number (double value, guint max_decimals, const char *language);
/* A share of 0…1: "12.5%", "12,5 %" (with a no-break space); "" for nan. */
char *etp_format_percent (double share, guint max_decimals, const char *language);
/* currency is an ISO 4217 code; "€1,234.50", "1.234,50 €"; whole amounts without places.
 * A code without a known sign is written after the number; "" or NULL: the number alone. */
char *etp_format_money (double value, const char *currency, const char *language);

G_END_DECLS
