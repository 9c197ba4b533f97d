/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean etp_id_is_valid (const char *id); /* 1 to 64 of [A-Za-z0-9_-] */
char *etp_id_new (GRand *random); /* a GRefString: 8 of [0-9a-z] */
/* For hash tables of ids. Seeded anew in each process: ids come from files, and whoever writes a
 * file shall not know which of them collide. */
guint etp_id_hash (gconstpointer id);

G_END_DECLS
