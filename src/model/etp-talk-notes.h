/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What whoever presents a map wants to read while the others see the map: what was written down but
 * does not stand on it. Comments are among it: nobody else gets to see these notes. */
#pragma once

#include "etp-journey.h"

G_BEGIN_DECLS

typedef enum
{
  ETP_TALK_NOTE_GOAL, /* the customer's */
  ETP_TALK_NOTE_DURATION, /* in words */
  ETP_TALK_NOTE_DESCRIPTION,
  ETP_TALK_NOTE_INSIGHT, /* of the whole map, in its order */
  ETP_TALK_NOTE_CARD, /* subject: "2.3 Search on the web"; notes on its emotions, its quote */
  ETP_TALK_NOTE_COMMENT, /* subject: who wrote it, or "" */
} EtpTalkNoteKind;

typedef struct
{
  EtpTalkNoteKind kind;
  char *subject; /* "" where the kind says it all */
  char *text; /* never empty; paragraphs parted by newlines */
} EtpTalkNote;

/* The notes on a phase, or on the whole map (NULL); with lane_id only the cards of that lane, in the
 * emotion lane the steps. Durations in the language, NULL: the interface's. New GPtrArray of
 * EtpTalkNote, which it owns. */
GPtrArray *etp_talk_notes_list (EtpJourney *journey,
                                const char *phase_id,
                                const char *lane_id,
                                const char *language);

G_END_DECLS
