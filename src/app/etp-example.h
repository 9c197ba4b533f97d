/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The examples that come with the program. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The examples in the folder that are in the language ("de"), else those in English: sorted GFiles
 * "<folder>/<name>.<language>.journey". Empty if the folder is missing. */
GPtrArray *etp_example_list (const char *folder, const char *language);
/* "de" or "en": the language of the interface. */
const char *etp_example_get_language (void);
/* What people read for an example: "webshop" → "Web shop"; its own name if it has none. */
char *etp_example_dup_title (GFile *example);

G_END_DECLS
