/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The emotion curve in words, for those who do not see it. */
#pragma once

#include "etp-journey.h"

G_BEGIN_DECLS

/* "Starts at 0 neutral, falls to −1.6 frustrated at 2.1 Search, … ends at +1.2 trusting at 5.2 …":
 * the curve of a persona by its turns, and where it is farthest from the to-be curve. persona_id
 * NULL: each persona's that has one, with its name before it. Sentences in language (see
 * etp-words.h; NULL is the interface's), feelings as the journey names them. Never NULL; newly
 * allocated. */
char *etp_curve_describe (EtpJourney *journey, const char *persona_id, const char *language);

/* "+1.6", "−0,5", "0": an emotion in the language's form. Newly allocated. */
char *etp_emotion_format (double value, const char *language);
/* What a person typed for an emotion: "-1,5", "+ 0.3", "−2"; comma or point. FALSE if it is no
 * number of −2 … +2; value is rounded to steps of 0.1. */
gboolean etp_emotion_parse (const char *text, double *value);

G_END_DECLS
