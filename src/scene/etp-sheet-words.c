/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-sheet-words.h"

#include "model/etp-words.h"

/* gettext cannot serve here: a map's language is independent of the locale. */

static const struct
{
  const char *english;
  const char *german;
} words[ETP_N_SHEET_WORDS] = {
  [ETP_SHEET_NAME] = { "Name", "Name" },
  [ETP_SHEET_AGE] = { "Age", "Alter" },
  [ETP_SHEET_ROLE] = { "Job, role", "Beruf, Rolle" },
  [ETP_SHEET_LOCATION] = { "Lives in", "Wohnort" },
  [ETP_SHEET_SEGMENT] = { "Segment", "Segment" },
  [ETP_SHEET_PORTRAIT] = { "Portrait", "Porträt" },
  [ETP_SHEET_QUOTE] = { "What this person says", "Was diese Person sagt" },
  [ETP_SHEET_GOALS] = { "Goals", "Ziele" },
  [ETP_SHEET_NEEDS] = { "Needs", "Bedürfnisse" },
  [ETP_SHEET_CHALLENGES] = { "Challenges", "Herausforderungen" },
  [ETP_SHEET_MOTIVATIONS] = { "Motivations", "Motive" },
  [ETP_SHEET_EXPECTATIONS] = { "Expectations", "Erwartungen" },
  [ETP_SHEET_ROUTINE] = { "Daily routine", "Tagesablauf" },
  [ETP_SHEET_CHANNELS] = { "Channels", "Kanäle" },
  [ETP_SHEET_BUYING] = { "Buying behaviour", "Kaufverhalten" },
  [ETP_SHEET_TRAITS] = { "Traits: where between two ends?",
                         "Eigenschaften: wo zwischen zwei Polen?" },
  [ETP_SHEET_OFFERED] = { "There, planned, missing", "Vorhanden, geplant, fehlt" },
  [ETP_SHEET_USED] = { "{1}: never … always", "{1}: nie … immer" },
  [ETP_SHEET_NOTES] = { "Notes", "Notizen" },
};

const char *
etp_sheet_get_word (const char *language, EtpSheetWord word)
{
  return etp_words_is_german (language) ? words[word].german : words[word].english;
}
