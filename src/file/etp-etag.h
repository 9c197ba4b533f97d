/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Inside of file/ only: the state of a file as a short text. */
#pragma once

#include <sys/stat.h>

#include <gio/gio.h>

G_BEGIN_DECLS

/* How contents are told apart. */
#define ETP_ETAG_CHECKSUM G_CHECKSUM_SHA256

/* Of a local file whose content has that checksum; NULL: its content is not known. Free it. */
char *etp_etag_from_stat (const struct stat *st, const char *checksum);
/* Of a file that GIO knows better than the system does. */
char *etp_etag_from_info (GFileInfo *info);
/* etp_etag_query() of a local file; NULL with errno. */
char *etp_etag_query_path (const char *path, const char *known);

G_END_DECLS
