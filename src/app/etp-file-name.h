/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Names as people type them into the dialog for a file: which of them need an ending. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether the path is one that the document portal gave: it is the only thing that may be written. A folder
 * that is merely called doc is none of it. */
gboolean etp_file_name_is_of_portal (const char *path);
/* Whether what stands behind the last point tells a kind of file, as in "map.png", and is not part of the
 * words, as in "Shop v1.2", "map 12.3.2026" and "Talk with Dr.Huber". */
gboolean etp_file_name_has_ending (const char *name);

G_END_DECLS
