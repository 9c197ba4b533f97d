/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Paint-internal: where a line of a plain script may be broken. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Text is plain if each of its characters can be set one word at a time from left to right: Latin
 * (precomposed accents included), Greek, Cyrillic, digits, punctuation and signs. Anything that
 * joins, combines, runs from right to left or is broken without spaces is not. Controls are not. */
gboolean etp_break_is_plain (const char *text, gsize length);

/* A piece is a stretch of plain text without a space inside which no line is broken. Returns the
 * length of the piece that begins at text, at least one byte unless length is 0, at most
 * ETP_PIECE_MAX bytes; 0 if text begins with a space. */
#define ETP_PIECE_MAX 200
gsize etp_break_get_piece (const char *text, gsize length);

/* TRUE if a line may end in the spaces between these two stretches of plain text; before ends
 * and after begins where the spaces are ("(" and what follows it stay together). */
gboolean etp_break_is_allowed_at_spaces (const char *start, const char *before, const char *after);

G_END_DECLS
