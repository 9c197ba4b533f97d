/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* For tests of the emotion lane: journeys with curves, and what people read at them. */
#pragma once

#include <math.h>

#include "lane-test.h"

#define EMOTION_TEST_NONE ((double) NAN) /* no value, no target */

/* The lane "emotion" behind "steps"; persona: whose it is, "" for everybody's. */
void emotion_test_add_lane (EtpJourney *journey, const char *persona);
void emotion_test_add_persona (EtpJourney *journey, const char *id, const char *name);
EtpValue *emotion_test_feel (
    const char *persona, double value, double target, const char *feeling, const char *ratings);
/* The step "s" and its number. Takes the emotions; b may be NULL. */
void
emotion_test_add_step (EtpJourney *journey, guint phase, guint number, EtpValue *a, EtpValue *b);
/* Three phases of three steps, one persona. */
EtpJourney *emotion_test_new_simple (void);

/* Boxes of what people read at the points (EtpLaneItem), on the map: EtpRect. */
GArray *emotion_test_list_labels (GArray *points);
gboolean emotion_test_overlaps (const EtpRect *a, const EtpRect *b);
/* No label lies on another one, nor on a point. */
void emotion_test_check_labels (EtpScene *scene);
