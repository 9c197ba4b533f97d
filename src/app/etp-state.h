/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Small things that people chose in the window and that the next start remembers, in a key file of
 * the user's state folder. Nothing that matters is there: without it all is as on the first day. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* fallback: while nothing was chosen. */
gboolean etp_state_get_boolean (const char *key, gboolean fallback);
/* Whether anything was chosen. */
gboolean etp_state_has (const char *key);
void etp_state_set_boolean (const char *key, gboolean value);

G_END_DECLS
