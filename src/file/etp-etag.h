/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Inside of file/ only: the state of a file as a short text. */
#pragma once

#include <sys/stat.h>

#include <gio/gio.h>

G_BEGIN_DECLS

/* Of a local file. Free it. */
char *etp_etag_from_stat (const struct stat *st);
/* Of a file that GIO knows better than the system does. */
char *etp_etag_from_info (GFileInfo *info);

G_END_DECLS
