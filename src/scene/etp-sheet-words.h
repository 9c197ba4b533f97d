/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Scene-internal: what stands on sheets to write on, in the language of the journey as the words of
 * a map (model/etp-words.h). */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  ETP_SHEET_NAME,
  ETP_SHEET_AGE,
  ETP_SHEET_ROLE,
  ETP_SHEET_LOCATION,
  ETP_SHEET_SEGMENT,
  ETP_SHEET_PORTRAIT,
  ETP_SHEET_QUOTE,
  ETP_SHEET_GOALS,
  ETP_SHEET_NEEDS,
  ETP_SHEET_CHALLENGES,
  ETP_SHEET_MOTIVATIONS,
  ETP_SHEET_EXPECTATIONS,
  ETP_SHEET_ROUTINE,
  ETP_SHEET_CHANNELS,
  ETP_SHEET_BUYING,
  ETP_SHEET_TRAITS,
  ETP_SHEET_OFFERED, /* heading of three circles: there, planned, missing */
  ETP_SHEET_USED, /* heading of five circles: never to always */
  ETP_SHEET_NOTES,
  ETP_N_SHEET_WORDS
} EtpSheetWord;

const char *etp_sheet_get_word (const char *language, EtpSheetWord word);

G_END_DECLS
