/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Writing JSON: single values, and the layout that all written JSON shares. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Appends text in quotes; only what must be escaped is. text is UTF-8. */
void etp_json_append_string (GString *out, const char *text);

/* The shortest text that reads back as the same double, in any locale: 0.1, -1.2, 1e+22. Whole
 * numbers below 1e18 have no exponent; larger ones have, for as digits alone they could be past
 * int64. number is finite; -0 is written as 0. */
void etp_json_append_number (GString *out, double number);

/* Appends compact JSON (EtpMember.json) in the canonical layout, as the value of a member of an
 * object that lies depth objects and lists deep, at an indentation of so many spaces.
 * Containers less than ETP_JSON_SPREAD deep are spread over lines, one item or member each; the
 * deeper ones stand on one line. */
#define ETP_JSON_SPREAD 4
void etp_json_append_laid_out (GString *out, const char *json, guint depth, guint indent);

/* A line break and so many spaces. */
void etp_json_append_break (GString *out, guint indent);

G_END_DECLS
