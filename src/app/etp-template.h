/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a new map begins with: the documents of the data folder's templates. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The template of that name ("five-phases", "empty") in the user's language, as the bytes of a
 * document. Errors are of ETP_FILE_ERROR. */
GBytes *etp_template_load (const char *name, GError **error);

G_END_DECLS
