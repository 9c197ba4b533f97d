/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-model"

#include "config.h"

#include "etp-prompts.h"

#include <string.h>

const EtpPrompt etp_prompts[] = {
  { ETP_LANE_KIND_TOUCHPOINTS, "Where do customer and company meet, online or on site?",
    "Wo begegnen sich Kunde und Unternehmen, online oder vor Ort?" },
  { ETP_LANE_KIND_TOUCHPOINTS, "Where does someone talk to us, read us or check us?",
    "Wo spricht, liest oder prüft jemand etwas von uns?" },
  { ETP_LANE_KIND_TOUCHPOINTS, "What happens here?", "Was passiert hier?" },
  { ETP_LANE_KIND_TOUCHPOINTS, "Where do customer and company meet?",
    "Wo begegnen sich Kunde und Unternehmen?" },
  { ETP_LANE_KIND_TOUCHPOINTS, "When and where does this person need us at this stage?",
    "Wann und wo braucht uns der Mensch in diesem Abschnitt?" },
  { ETP_LANE_KIND_TOUCHPOINTS, "Which page, message or help does the customer meet?",
    "Welche Seite, Nachricht oder Hilfe begegnet dem Kunden?" },
  { ETP_LANE_KIND_TOUCHPOINTS, "What does the customer do?", "Was tut der Kunde?" },
  { ETP_LANE_KIND_EMOTION, "How does it feel?", "Wie fühlt es sich an?" },
  { ETP_LANE_KIND_ACTIONS, "What exactly does the customer do here?",
    "Was tut der Kunde hier genau?" },
  { ETP_LANE_KIND_THOUGHTS, "What goes through the customer’s mind when switching?",
    "Was geht dem Kunden beim Wechsel durch den Kopf?" },
  { ETP_LANE_KIND_THOUGHTS, "What goes through the customer’s mind?",
    "Was geht dem Kunden durch den Kopf?" },
  { ETP_LANE_KIND_NEEDS, "What is needed to defend it inside?",
    "Was braucht er, um es intern zu vertreten?" },
  { ETP_LANE_KIND_NEEDS, "What is needed here?", "Was braucht er hier?" },
  { ETP_LANE_KIND_NEEDS, "What matters now?", "Was ist jetzt wichtig?" },
  { ETP_LANE_KIND_QUESTIONS, "What has to be answered inside the company?",
    "Was muss intern beantwortet werden?" },
  { ETP_LANE_KIND_QUESTIONS, "What must be known to go on?",
    "Was muss er wissen, um weiterzugehen?" },
  { ETP_LANE_KIND_GAINS, "Why stay with us at the next step?",
    "Warum bleibt man uns beim nächsten Schritt treu?" },
  { ETP_LANE_KIND_PAINS, "Where does it hurt?", "Wo hakt es?" },
  { ETP_LANE_KIND_PAINS, "Where does it break, where does someone wait?",
    "Wo bricht es, wo wartet jemand?" },
  { ETP_LANE_KIND_OPPORTUNITIES, "What could be better?", "Was ließe sich besser machen?" },
  { ETP_LANE_KIND_MEASURES, "What do we do, who and by when?", "Was tun wir, wer und bis wann?" },
  { ETP_LANE_KIND_CHANNELS, "Where does the customer switch channels, and what gets lost?",
    "Wo wechselt der Kunde den Kanal, und was geht dabei verloren?" },
  { ETP_LANE_KIND_CHANNELS, "Through which channels does the way lead?",
    "Über welche Kanäle führt der Weg?" },
  { ETP_LANE_KIND_METRICS, "How can it be measured?", "Woran lässt es sich messen?" },
  { ETP_LANE_KIND_MESSAGES, "What should we say now, and what no longer?",
    "Was sollten wir jetzt sagen, was nicht mehr?" },
  { ETP_LANE_KIND_EVIDENCE, "Which paper, figure or reference counts?",
    "Welches Papier, welche Zahl, welche Referenz zählt?" },
  { ETP_LANE_KIND_EVIDENCE, "What does the customer see, hear or hold?",
    "Was sieht, hört oder hält der Kunde in der Hand?" },
  { ETP_LANE_KIND_FRONTSTAGE, "What do staff and technology do before the customer’s eyes?",
    "Was tun Mitarbeiter und Technik vor den Augen des Kunden?" },
  { ETP_LANE_KIND_BACKSTAGE, "What happens behind it to make it work?",
    "Was geschieht dahinter, damit es klappt?" },
  { ETP_LANE_KIND_SUPPORT, "Which systems and partners carry it?",
    "Welche Systeme und Partner tragen das?" },
  { ETP_LANE_KIND_DEPARTMENTS, "Who answers for it, who hands over to whom?",
    "Wer ist hier zuständig, wer gibt an wen weiter?" },
  { ETP_LANE_KIND_DEPARTMENTS, "Who has a say, who can stop it?",
    "Wer entscheidet mit, wer kann stoppen?" },
  { ETP_LANE_KIND_TEXT, "Which event changes needs and habits?",
    "Welches Ereignis verändert Bedarf und Gewohnheiten?" },
  { .english = NULL },
};

gboolean
etp_prompts_contain (int kind, const char *prompt)
{
  g_return_val_if_fail (prompt != NULL, FALSE);

  for (const EtpPrompt *row = etp_prompts; row->english != NULL; row++)
    if ((int) row->kind == kind
        && (strcmp (prompt, row->english) == 0 || strcmp (prompt, row->german) == 0))
      return TRUE;
  return FALSE;
}
