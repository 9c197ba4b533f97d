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

/* The byte range in text of what became bytes start … end - 1 of its folded form: whole characters,
 * with the marks that belong to them. */
void
etp_fold_map_back (const char *text, gsize start, gsize end, gsize *text_start, gsize *text_end);

G_END_DECLS
