/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Letters by which fields are reached with Alt. They are given to the labels as these are in the
 * person's language, so no two fields of a page ever share one; labels that come first choose first. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One for each label: the label with an underscore before its letter and with its own ones doubled, or,
 * where no letter was left, without one. Takes UTF-8; the result is to be freed. */
char **etp_mnemonics_assign (const char *const *labels);

G_END_DECLS
