/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How well a name answers what somebody types to find it. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  ETP_MATCH_NONE,
  ETP_MATCH_LETTERS, /* the letters in this order, with others between: "zi" in "Zoom in" */
  ETP_MATCH_INSIDE, /* each word somewhere */
  ETP_MATCH_WORDS, /* each word begins one of the name's */
  ETP_MATCH_START, /* the name begins with it */
} EtpMatch;

/* Both folded (etp-fold.h); query without blanks at its ends. "" matches everything as a start. */
EtpMatch etp_match (const char *name, const char *query);

G_END_DECLS
