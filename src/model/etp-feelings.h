/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Words for feelings to choose from, in the language of the journey (see etp-words.h for what
 * language means). Anything else may be typed: a feeling is free text. All strings are static. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  const char *word;
  double low, high; /* the emotions −2 … +2 that it usually goes with, both included */
} EtpFeeling;

/* All of them, the best first; n of them. */
const EtpFeeling *etp_feelings_get (const char *language, guint *n);
/* The same as words alone, NULL-terminated: for completion. */
const char *const *etp_feelings_get_words (const char *language);
/* The plain word for an emotion: one word for each value of the scale, "neutral" round 0; "" for
 * NAN. */
const char *etp_feelings_get_plain (const char *language, double value);
/* The feeling of this word, whatever its case; NULL for a free one. */
const EtpFeeling *etp_feelings_find (const char *language, const char *word);
/* What becomes of a feeling when its emotion gets another value: a word of the list that does not
 * go with the value any more gives way to the plain one; free words and none stay. Returns feeling
 * itself or a static string. */
const char *etp_feelings_follow (const char *language, const char *feeling, double value);

G_END_DECLS
