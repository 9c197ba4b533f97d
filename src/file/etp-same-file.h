/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Whether both name the same file: under one name, or the one through a symbolic or hard link or
 * another path to its folder. Files that are not there, or lie on a server, are compared by name.
 * Blocks as long as the system takes to look. */
gboolean etp_same_file (GFile *one, GFile *other);

G_END_DECLS
