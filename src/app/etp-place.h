/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the program's own files lie. In a build tree the environment says so: ETP_LOCALE_DIR and
 * ETP_DATA_DIR; installed, these are not set. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *etp_place_get_locale_folder (void);
const char *etp_place_get_data_folder (void); /* holds "examples" */

G_END_DECLS
