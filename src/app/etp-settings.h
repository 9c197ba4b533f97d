/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What people chose in the preferences: a key file of the user's configuration folder, which works
 * the same installed, from the build folder and in a sandbox. Read once, written at each choice. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Maps that have a file are saved by themselves; off at first. */
gboolean etp_settings_get_autosave (void);
/* FALSE with error: it holds until the program ends, but could not be remembered. */
gboolean etp_settings_set_autosave (gboolean autosave, GError **error);

G_END_DECLS
