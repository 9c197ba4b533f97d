/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-deck-words.h"

#include "model/etp-words.h"

#include <string.h>

/* gettext cannot serve here: a map's language is independent of the locale. Places are filled in one
 * walk over the saying, so that nothing in the journey's words is taken for a place. */

static const struct
{
  const char *english;
  const char *german;
} sayings[ETP_N_SAYINGS] = {
  [ETP_SAY_PART] = { "({1}\302\240of\302\240{2})", "({1}\302\240von\302\240{2})" },
  [ETP_SAY_LIST] = { "{1}, {2}", "{1}, {2}" },
  [ETP_SAY_CONTINUED] = { "{1} (continued)", "{1} (Fortsetzung)" },
  [ETP_SAY_TO_STEP] = { "{1} → {2}", "{1} → {2}" },
  [ETP_SAY_UNTIL_PHASE] = { "until {1}", "bis {1}" },
  [ETP_SAY_STEP_ONE] = { "step", "Schritt" },
  [ETP_SAY_STEP_MANY] = { "steps", "Schritte" },
  [ETP_SAY_PAIN_ONE] = { "pain point", "Schwachstelle" },
  [ETP_SAY_PAIN_MANY] = { "pain points", "Schwachstellen" },
  [ETP_SAY_BREAK_ONE] = { "broken hand-over", "Medienbruch" },
  [ETP_SAY_BREAK_MANY] = { "broken hand-overs", "Medienbrüche" },
  [ETP_SAY_CHANCE_ONE] = { "opportunity", "Chance" },
  [ETP_SAY_CHANCE_MANY] = { "opportunities", "Chancen" },
  [ETP_SAY_EVIDENCED] = { "observed or measured", "beobachtet oder gemessen" },
  [ETP_SAY_FOUND] = { "What the map shows", "Was die Map zeigt" },
  [ETP_SAY_FOUND_NOTE] = { "Counted from the map; no insights have been written down yet.",
                           "Aus der Map gezählt; Erkenntnisse sind noch nicht festgehalten." },
  [ETP_SAY_LOWEST] = { "Lowest moments of the journey", "Tiefpunkte der Reise" },
  [ETP_SAY_HANDOVERS] = { "Broken hand-overs", "Medienbrüche" },
  [ETP_SAY_MOST_VOTED] = { "Pain points with the most votes",
                           "Schwachstellen mit den meisten Stimmen" },
  [ETP_SAY_SCOPE] = { "What this journey is about", "Worum es in dieser Reise geht" },
  [ETP_SAY_SCOPE_GOAL] = { "The goal: {1}", "Das Ziel: {1}" },
  [ETP_SAY_INDUSTRY] = { "Industry", "Branche" },
  [ETP_SAY_POSITION] = { "Position in the market", "Marktposition" },
  [ETP_SAY_OFFER] = { "Offer", "Angebot" },
  [ETP_SAY_USP] = { "What sets it apart", "Was es besonders macht" },
  [ETP_SAY_FOCUS] = { "Focus", "Fokus" },
  [ETP_SAY_CHALLENGES] = { "Challenges", "Herausforderungen" },
  [ETP_SAY_OUTLOOK] = { "Outlook", "Ausblick" },
  [ETP_SAY_KEY_MOMENTS] = { "Key moments of life", "Schlüsselmomente" },
  [ETP_SAY_TOPICS] = { "Topics", "Themen" },
  [ETP_SAY_OFFERS] = { "Offers", "Angebote" },
  [ETP_SAY_SEGMENT] = { "Segment", "Segment" },
  [ETP_SAY_SHARE] = { "{1} of customers", "{1} der Kunden" },
  [ETP_SAY_LIFE_STAGE] = { "Stage of life", "Lebensphase" },
  [ETP_SAY_INTERESTS] = { "Interests", "Interessen" },
  [ETP_SAY_GOALS] = { "Goals", "Ziele" },
  [ETP_SAY_NEEDS] = { "Needs", "Bedürfnisse" },
  [ETP_SAY_MOTIVATIONS] = { "Motivations", "Motive" },
  [ETP_SAY_DAILY_ROUTINE] = { "Daily routine", "Tagesablauf" },
  [ETP_SAY_KNOWLEDGE] = { "Level of knowledge", "Wissensstand" },
  [ETP_SAY_TECH_BACKGROUND] = { "Technical background", "Technischer Hintergrund" },
  [ETP_SAY_DIGITAL_DEMANDS] = { "Digital demands", "Digitale Ansprüche" },
  [ETP_SAY_BUYING_BEHAVIOUR] = { "Buying behaviour", "Kaufverhalten" },
  [ETP_SAY_INDUSTRY_NEEDS] = { "Needs of the industry", "Bedarf der Branche" },
  [ETP_SAY_DECISION_PROCESS] = { "Decision process", "Entscheidungsprozess" },
  [ETP_SAY_PREFERRED_CHANNELS] = { "Channels", "Kanäle" },
  [ETP_SAY_TRAITS] = { "Traits", "Eigenschaften" },
  [ETP_SAY_VALUE] = { "Customer value", "Kundenwert" },
  [ETP_SAY_ORDER_VALUE] = { "Value of an order: {1}", "Bestellwert: {1}" },
  [ETP_SAY_ORDERS] = { "Orders a year: {1}", "Bestellungen im Jahr: {1}" },
  [ETP_SAY_YEARS] = { "Years as a customer: {1}", "Jahre als Kunde: {1}" },
  [ETP_SAY_MARGIN] = { "Margin: {1}", "Marge: {1}" },
  [ETP_SAY_DISCOUNT] = { "Discount rate: {1}", "Abzinsung: {1}" },
  [ETP_SAY_ACQUISITION] = { "Cost of acquisition: {1}", "Kosten der Gewinnung: {1}" },
  [ETP_SAY_TOUCHPOINT_PRESENCE] = { "Is it there?", "Gibt es ihn?" },
  [ETP_SAY_TOUCHPOINT_CONTACT] = { "Contact", "Kontakt" },
  [ETP_SAY_TOUCHPOINT_OPERATOR] = { "Run by", "Betrieben von" },
  [ETP_SAY_TOUCHPOINT_UNIT] = { "Department", "Abteilung" },
  [ETP_SAY_TOUCHPOINT_SYSTEMS] = { "Systems", "Systeme" },
  [ETP_SAY_TOUCHPOINT_USAGE] = { "How much it is used", "Wie stark er genutzt wird" },
  [ETP_SAY_TOUCHPOINT_STEPS] = { "Where customers meet it", "Wo Kunden ihm begegnen" },
  [ETP_SAY_TOUCHPOINT_NO_STEP] = { "On no step of this map.", "Auf keinem Schritt dieser Map." },
  [ETP_SAY_TOUCHPOINT_NOTE] = { "Notes", "Notizen" },
  [ETP_SAY_TOUCHPOINT_PRIVACY] = { "Privacy", "Datenschutz" },
  [ETP_SAY_OVERVIEW_BOTH] = { "Lowest at {1}, highest at {2}",
                              "Am tiefsten bei {1}, am höchsten bei {2}" },
  [ETP_SAY_OVERVIEW_PHASES] = { "{1} phases from {2} to {3}", "{1} Phasen von {2} bis {3}" },
  [ETP_SAY_OVERVIEW] = { "The journey at a glance", "Die Reise im Überblick" },
  [ETP_SAY_PHASE_LOWEST] = { "{1}: lowest point of the journey at {2}",
                             "{1}: Tiefpunkt der Reise bei {2}" },
  [ETP_SAY_PHASE_HIGHEST] = { "{1}: highest point of the journey at {2}",
                              "{1}: Höhepunkt der Reise bei {2}" },
  [ETP_SAY_PHASE_BOTH] = { "{1}: lowest point at {2}, highest at {3}",
                           "{1}: Tiefpunkt bei {2}, Höhepunkt bei {3}" },
  [ETP_SAY_PHASE_TRUTH] = { "{1}: moment of truth at {2}", "{1}: Moment of Truth bei {2}" },
  [ETP_SAY_PHASE_FALLS] = { "{1}: the mood falls until {2}", "{1}: Die Stimmung fällt bis {2}" },
  [ETP_SAY_PHASE_RISES] = { "{1}: the mood rises until {2}", "{1}: Die Stimmung steigt bis {2}" },
  [ETP_SAY_PHASE_PAINS_ONE] = { "{1}: {2} pain point", "{1}: {2} Schwachstelle" },
  [ETP_SAY_PHASE_PAINS_MANY] = { "{1}: {2} pain points", "{1}: {2} Schwachstellen" },
  [ETP_SAY_PHASE_GOAL] = { "Customer goal: {1}", "Kundenziel: {1}" },
  [ETP_SAY_PAINS_ONE] = { "1 pain point", "1 Schwachstelle" },
  [ETP_SAY_PAINS_MANY] = { "{1} pain points", "{1} Schwachstellen" },
  [ETP_SAY_PAINS_SEVERE] = { "{1}, the most severe: {2}", "{1}, die schwerste: {2}" },
  [ETP_SAY_PAINS_VOTED] = { "{1}, most votes: {2}", "{1}, die meisten Stimmen: {2}" },
  [ETP_SAY_COLUMN_PROOF] = { "Evidence", "Beleg" },
  [ETP_SAY_COLUMN_ANSWER] = { "Answer", "Antwort" },
  [ETP_SAY_NO_ANSWER] = { "open", "offen" },
  [ETP_SAY_CHANCES_ONE] = { "1 opportunity", "1 Chance" },
  [ETP_SAY_CHANCES_MANY] = { "{1} opportunities", "{1} Chancen" },
  [ETP_SAY_CHANCES_NONE] = { "{1}, none with a measure yet", "{1}, noch keine mit Maßnahme" },
  [ETP_SAY_CHANCES_SOME] = { "{1}, {2} of them with a measure", "{1}, davon {2} mit Maßnahme" },
  [ETP_SAY_CHANCES_ALL] = { "{1}, each with a measure", "{1}, jede mit Maßnahme" },
  [ETP_SAY_COLUMN_ANSWERS] = { "Answers", "Antwort auf" },
  [ETP_SAY_MEASURES_ONE] = { "1 measure", "1 Maßnahme" },
  [ETP_SAY_MEASURES_MANY] = { "{1} measures", "{1} Maßnahmen" },
  [ETP_SAY_MEASURES_TITLE] = { "{1}: {2}", "{1}: {2}" },
  [ETP_SAY_COUNT_DONE] = { "{1} done", "{1} erledigt" },
  [ETP_SAY_COUNT_DOING] = { "{1} in progress", "{1} in Arbeit" },
  [ETP_SAY_COUNT_PLANNED] = { "{1} planned", "{1} geplant" },
  [ETP_SAY_COUNT_IDEA_ONE] = { "{1} idea", "{1} Idee" },
  [ETP_SAY_COUNT_IDEA_MANY] = { "{1} ideas", "{1} Ideen" },
  [ETP_SAY_COUNT_DROPPED] = { "{1} dropped", "{1} verworfen" },
  [ETP_SAY_COUNT_OVERDUE] = { "{1} overdue", "{1} überfällig" },
  [ETP_SAY_COLUMN_WHO] = { "Who", "Wer" },
  [ETP_SAY_COLUMN_WHEN] = { "By when", "Bis wann" },
  [ETP_SAY_COLUMN_WHO_WHEN] = { "Who, by when", "Wer, bis wann" },
  [ETP_SAY_COLUMN_EFFECT] = { "Effect", "Wirkung" },
  [ETP_SAY_COLUMN_STATUS] = { "Status", "Status" },
  [ETP_SAY_OVERDUE] = { "Overdue", "Überfällig" },
  [ETP_SAY_FINISHED_ON] = { "done on {1}", "erledigt am {1}" },
  [ETP_SAY_EFFORT] = { "Effort\302\240{1}/5", "Aufwand\302\240{1}/5" },
  [ETP_SAY_BUSINESS_VALUE] = { "Business\302\240value\302\240{1}/5",
                               "Geschäftsnutzen\302\240{1}/5" },
  [ETP_SAY_CUSTOMER_VALUE] = { "Customer\302\240value\302\240{1}/5", "Kundennutzen\302\240{1}/5" },
  [ETP_SAY_CUSTOMER_VALUE_OF] = { "Value\302\240for\302\240{1}\302\240{2}/5",
                                  "Nutzen\302\240für\302\240{1}\302\240{2}/5" },
  [ETP_SAY_COST] = { "Cost\302\240{1}", "Kosten\302\240{1}" },
  [ETP_SAY_BENEFIT] = { "Benefit\302\240{1}", "Nutzen\302\240{1}" },
  [ETP_SAY_EXPECTED] = { "{1}: {2} expected", "{1}: {2} erwartet" },
  [ETP_SAY_DECISIONS_ONE] = { "1 decision is needed", "1 Entscheidung steht an" },
  [ETP_SAY_DECISIONS_MANY] = { "{1} decisions are needed", "{1} Entscheidungen stehen an" },
  [ETP_SAY_COLUMN_DECISION] = { "Decision", "Entscheidung" },
  [ETP_SAY_COLUMN_ABOUT] = { "About", "Worum es geht" },
  [ETP_SAY_COLUMN_GROUND] = { "What speaks for it", "Was dafür spricht" },
  [ETP_SAY_DECIDE_IDEA] = { "Do it or drop it", "Umsetzen oder verwerfen" },
  [ETP_SAY_DECIDE_OVERDUE] = { "Set a new date or stop", "Neuer Termin oder Abbruch" },
  [ETP_SAY_DECIDE_OWNER] = { "Name who is responsible", "Verantwortung festlegen" },
  [ETP_SAY_DECIDE_DUE] = { "Set a date", "Termin festlegen" },
  [ETP_SAY_DECIDE_PAIN] = { "Agree on an answer", "Antwort vereinbaren" },
  [ETP_SAY_DECIDE_APPROVE] = { "Approve this version of the map",
                               "Diese Fassung der Map freigeben" },
  [ETP_SAY_DECIDE_REVIEW] = { "Review the map, due since {1}", "Map überprüfen, fällig seit {1}" },
  [ETP_SAY_DUE_SINCE] = { "Due since {1}", "Fällig seit {1}" },
  [ETP_SAY_METRICS_MET] = { "{1} of {2} metrics meet their target",
                            "{1} von {2} Kennzahlen erreichen ihr Ziel" },
  [ETP_SAY_METRICS_ALL] = { "All {2} metrics meet their target",
                            "Alle {2} Kennzahlen erreichen ihr Ziel" },
  [ETP_SAY_METRICS_NONE] = { "None of {2} metrics meets its target",
                             "Keine von {2} Kennzahlen erreicht ihr Ziel" },
  [ETP_SAY_METRIC_MET] = { "The metric meets its target", "Die Kennzahl erreicht ihr Ziel" },
  [ETP_SAY_METRIC_MISSED] = { "The metric misses its target", "Die Kennzahl verfehlt ihr Ziel" },
  [ETP_SAY_METRICS_ONE] = { "1 metric", "1 Kennzahl" },
  [ETP_SAY_METRICS_MANY] = { "{1} metrics", "{1} Kennzahlen" },
  [ETP_SAY_AT_TARGET] = { "Target {1}", "Ziel {1}" },
  [ETP_SAY_FROM_BASELINE] = { "Baseline {1}", "Ausgangswert {1}" },
  [ETP_SAY_WARNING] = { "Beyond the warning value", "Jenseits des Warnwerts" },
  [ETP_SAY_NO_READING] = { "No value yet", "Noch kein Wert" },
  [ETP_SAY_CHANGES] = { "What has changed since {1}", "Was sich seit {1} geändert hat" },
  [ETP_SAY_CHANGES_SINCE] = { "What has changed", "Was sich geändert hat" },
  [ETP_SAY_CHANGES_NONE] = { "Nothing has changed since {1}", "Seit {1} hat sich nichts geändert" },
  [ETP_SAY_CHANGES_CURVE] = { "The curve then and now", "Die Kurve damals und heute" },
  [ETP_SAY_CHANGES_ROSE] = { "The mood has risen most at {1}",
                             "Am meisten gestiegen ist die Stimmung bei {1}" },
  [ETP_SAY_CHANGES_FELL] = { "The mood has fallen most at {1}",
                             "Am meisten gefallen ist die Stimmung bei {1}" },
  [ETP_SAY_ADDED] = { "New", "Neu" },
  [ETP_SAY_REMOVED] = { "Removed", "Entfallen" },
  [ETP_SAY_MOVED] = { "Moved", "Verschoben" },
  [ETP_SAY_REWORDED] = { "Reworded", "Umformuliert" },
  [ETP_SAY_CHANGED] = { "Changed", "Geändert" },
  [ETP_SAY_FELT] = { "Emotion curve", "Emotionskurve" },
  [ETP_SAY_MOVED_TO] = { "{1} → {2}", "{1} → {2}" },
  [ETP_SAY_CURVE_FROM_TO] = { "{1}: {2} → {3}", "{1}: {2} → {3}" },
  [ETP_SAY_CURVE_NEW] = { "{1}: new, {2}", "{1}: neu, {2}" },
  [ETP_SAY_CURVE_GONE] = { "{1}: gone, it was {2}", "{1}: entfallen, war {2}" },
  [ETP_SAY_TARGET_OF] = { "{1} (to-be)", "{1} (Soll)" },
  [ETP_SAY_DETAILS] = { "Details of the journey", "Angaben zur Reise" },
  [ETP_SAY_METHOD_SHARE] = { "{1} of what the map says is observed or measured",
                             "{1} der Aussagen sind beobachtet oder gemessen" },
  [ETP_SAY_METHOD] = { "Method and data basis", "Methode und Datenbasis" },
  [ETP_SAY_SOURCES] = { "Sources", "Quellen" },
  [ETP_SAY_EVIDENCE_COUNT] = { "{1}: {2}", "{1}: {2}" },
  [ETP_SAY_REVIEW] = { "Reviews", "Überprüfungen" },
  [ETP_SAY_HOW_SURE] = { "How sure the map is", "Wie sicher die Map ist" },
  [ETP_SAY_WORKSHOP_ON] = { "Workshop: {1}", "Workshop: {1}" },
  [ETP_SAY_NEXT_REVIEW_ON] = { "Next review: {1}", "Nächste Überprüfung: {1}" },
  [ETP_SAY_NEXT_REVIEW_OVERDUE] = { "Next review was due on {1}",
                                    "Nächste Überprüfung war fällig am {1}" },
  [ETP_SAY_PERIOD] = { "{1} to {2}", "{1} bis {2}" },
  [ETP_SAY_DATES] = { "Dates", "Termine" },
  [ETP_SAY_VOTINGS] = { "Votes", "Abstimmungen" },
};

const char *
etp_deck_get_saying (const char *language, EtpSaying saying)
{
  g_return_val_if_fail (saying < ETP_N_SAYINGS, "");

  return etp_words_is_german (language) ? sayings[saying].german : sayings[saying].english;
}

static gboolean
runs_to_the_left (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if ((c >= 0x590 && c <= 0x8ff) || (c >= 0xfb1d && c <= 0xfdff)
          || (c >= 0xfe70 && c <= 0xfefc))
        return TRUE;
    }
  return FALSE;
}

/* What runs to the left stands for itself (U+2068 … U+2069): it does not turn round what the saying
 * has beside it. */
static void
append_value (GString *text, const char *value)
{
  if (value == NULL)
    return;
  if (runs_to_the_left (value))
    g_string_append_printf (text, "\342\201\250%s\342\201\251", value);
  else
    g_string_append (text, value);
}

char *
etp_deck_number_title (const char *language, const char *title, guint part, guint n_parts)
{
  g_autofree char *one = g_strdup_printf ("%u", part);
  g_autofree char *all = g_strdup_printf ("%u", n_parts);
  g_autofree char *number = etp_deck_say (language, ETP_SAY_PART, one, all, NULL);

  if (runs_to_the_left (title))
    return g_strconcat (title, " \342\201\246", number, "\342\201\251", NULL);
  return g_strconcat (title, " ", number, NULL);
}

char *
etp_deck_say (const char *language,
              EtpSaying saying,
              const char *first,
              const char *second,
              const char *third)
{
  const char *values[] = { first, second, third };
  GString *text = g_string_new (NULL);

  for (const char *p = etp_deck_get_saying (language, saying); *p != '\0'; p++)
    {
      if (p[0] != '{' || p[1] < '1' || p[1] > '3' || p[2] != '}')
        {
          g_string_append_c (text, *p);
          continue;
        }
      append_value (text, values[p[1] - '1']);
      p += 2;
    }
  return g_string_free (text, FALSE);
}

char *
etp_deck_say_count (const char *language, EtpSaying one, guint n)
{
  g_autofree char *number = g_strdup_printf ("%u", n);

  return etp_deck_say (language, n == 1 ? one : one + 1, number, NULL, NULL);
}
