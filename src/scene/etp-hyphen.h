/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Scene-internal: soft hyphens (U+00AD), which say where a long word may be parted. */
#pragma once

#include "etp-measurer.h"

G_BEGIN_DECLS

gboolean etp_hyphen_is_in (const char *text);
/* The text without soft hyphens, as it is read out. New. */
char *etp_hyphen_strip (const char *text);
/* The text as it is drawn: a hyphen where a line ends at a soft one, nothing for the others. lines
 * (of EtpTextLine) speak about text before and about the answer afterwards. New. */
char *etp_hyphen_resolve (const char *text, GArray *lines);

G_END_DECLS
