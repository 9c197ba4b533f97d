/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Measuring the words of the first map while the toolkit starts: on a second processor, in the time
 * that the main one takes for its own beginnings. It is help only: the map is read and laid out in
 * the usual way, which then finds its words measured. */
#pragma once

#include "paint/etp-text.h"

G_BEGIN_DECLS

/* Begins with the one file of the command line; anything else (options, several, none) is left
 * alone. Call it before the toolkit starts, at most once. */
void etp_early_start (int argc, char **argv);
/* What was measured with, or NULL; once, from the main thread. Waits for the rest of the work, which
 * has to be done in any case. Transfer full. */
EtpText *etp_early_take_text (void);

G_END_DECLS
