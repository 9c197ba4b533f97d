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
/* Several that belong together: to be read at once, and to be written at once. New references; what
 * was not remembered is not in it. */
GKeyFile *etp_state_read (void);
void etp_state_write (GKeyFile *state);

G_END_DECLS
