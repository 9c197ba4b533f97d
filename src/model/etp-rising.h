/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Which of a row may stay where they are so that as few as possible are moved to put it in order.
 * places: n of them, no two alike, where each stands or stood. stays: n, filled with TRUE for those of a
 * longest rising run, FALSE for the others. O(n log n). */
void etp_rising_find (const guint *places, guint n, gboolean *stays);

G_END_DECLS
