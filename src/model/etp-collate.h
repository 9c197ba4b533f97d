/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The order of two names for people, in the language of the program: "Shop 2" comes before
 * "Shop 10". Below, at or above 0; 0 only for equal texts. */
int etp_collate_names (const char *one, const char *other);

G_END_DECLS
