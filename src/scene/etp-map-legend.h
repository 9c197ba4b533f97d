/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Scene-internal: which signs a map uses, and what each means. */
#pragma once

#include "etp-map.h"

G_BEGIN_DECLS

/* Signs and words in lines of this width; returns the height. Names of all used signs are appended
 * to words, for people who listen. */
double etp_map_draw_legend (EtpMap *map, EtpDraft *draft, double width, GString *words);

G_END_DECLS
