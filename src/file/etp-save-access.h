/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Inside of file/ only: what hangs on a file beside its content and mode. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Gives an open new file what people and programs have put on the old one (attributes of "user.",
 * as far as that works) and the access list of the old one, or none. FALSE: the list could not be
 * made the same, so the new file's group bits must not be trusted. Owner and group come before,
 * the mode after. */
gboolean etp_save_copy_access (const char *old_path, int new_fd);

G_END_DECLS
