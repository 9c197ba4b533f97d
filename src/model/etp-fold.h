/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Folding for search: case, diacritics, ligatures and widths do not matter; ß is ss. "Größe",
 * "GRÖSSE" and "grosse" are the same. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Appends the folded text. */
void etp_fold_append (GString *folded, const char *text);
char *etp_fold (const char *text);

/* A walk through a text, from places in its folded form back to those in itself: { .text = text } to
 * begin with. */
typedef struct
{
  const char *text; /* borrowed, UTF-8 */
  gsize at, folded; /* how far it has come, in bytes of the text and of its folded form */
} EtpFoldWalk;

/* The byte range in the walk's text of what became bytes start … end - 1 of its folded form: whole
 * characters, with the marks that belong to them; 0 and 0 behind its end. No start may lie before the
 * last one: however many places there are, the text is folded once and what was found once more. */
void
etp_fold_map_back (EtpFoldWalk *walk, gsize start, gsize end, gsize *text_start, gsize *text_end);

G_END_DECLS
