/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-import"

#include "config.h"

#include <string.h>

#include "etp-sheet-plan.h"
#include "model/etp-enums.h"
#include "model/etp-fold.h"

/* What people call such rows in spreadsheets, German and English: beginnings of words, folded. The
 * first row of the table that fits decides. */
static const struct
{
  EtpLaneKind kind;
  const char *beginnings;
} names[] = {
  { ETP_LANE_KIND_TOUCHPOINTS, "touchpoint kontaktpunkt beruhrungspunkt schritt step" },
  { ETP_LANE_KIND_MEASURES, "measure massnahm todo to-do task aufgabe" },
  { ETP_LANE_KIND_METRICS, "kpi metric kennzahl messgross messwert conversion nps csat churn" },
  { ETP_LANE_KIND_CHANNELS, "channel kanal kanale vertriebsweg" },
  { ETP_LANE_KIND_PAINS, "pain problem frust barrier obstacle weakness schmerz schwach schwierig "
                         "hurde hindernis negativ "
                         "arger" },
  { ETP_LANE_KIND_GAINS, "gain delight strength positiv plus starke begeister" },
  { ETP_LANE_KIND_OPPORTUNITIES, "opportunit chance potenzial potential verbesser improve" },
  { ETP_LANE_KIND_IDEAS, "idea idee losung solution" },
  { ETP_LANE_KIND_QUOTES, "quote verbatim voice zitat originalzitat aussage kundenstimme" },
  { ETP_LANE_KIND_QUESTIONS, "question frage" },
  { ETP_LANE_KIND_THOUGHTS, "thought think gedank denk" },
  { ETP_LANE_KIND_NEEDS,
    "need expectation goal bedurfnis kundenbedurfnis erwartung ziel kundenziel motiv" },
  { ETP_LANE_KIND_EMOTION,
    "emotion feeling feels mood sentiment gefuhl fuhl stimmung empfind befind" },
  { ETP_LANE_KIND_FRONTSTAGE, "frontstage vordergrund sichtbar" },
  { ETP_LANE_KIND_BACKSTAGE, "backstage hintergrund unsichtbar" },
  { ETP_LANE_KIND_SUPPORT, "support unterstutz" },
  { ETP_LANE_KIND_DEPARTMENTS, "department responsib team abteilung verantwort zustandig" },
  { ETP_LANE_KIND_MESSAGES, "message content botschaft inhalt kommunikation" },
  { ETP_LANE_KIND_EVIDENCE, "evidence evidenz beleg" },
  { ETP_LANE_KIND_IMAGES, "storyboard image picture bild" },
  { ETP_LANE_KIND_ACTIONS, "action activit doing handlung aktion aktivitat tatigkeit verhalten" },
};

/* A word of the name begins so; both folded. */
static gboolean
has_beginning (const char *name, const char *beginning)
{
  for (const char *found = strstr (name, beginning); found != NULL;
       found = strstr (found + 1, beginning))
    if (found == name || !g_ascii_isalnum (found[-1]))
      return TRUE;
  return FALSE;
}

EtpLaneKind
etp_sheet_guess_kind (const char *name)
{
  g_autofree char *folded = etp_fold (name);

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_auto (GStrv) beginnings = g_strsplit (names[i].beginnings, " ", -1);

      for (guint j = 0; beginnings[j] != NULL; j++)
        if (has_beginning (folded, beginnings[j]))
          return names[i].kind;
    }
  return ETP_LANE_KIND_TEXT;
}
