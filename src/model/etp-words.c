/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-model"

#include "config.h"

#include "etp-words.h"

#include "etp-enums.h"
#include "etp-tables.h"

#include <string.h>

/* The words of a map in both languages, in one place. gettext cannot serve here: a map's language
 * is independent of the locale, and changes while the program runs. */

static const struct
{
  const char *english;
  const char *german;
} words_of_the_map[ETP_N_WORDS] = {
  [ETP_WORD_LANE_TOUCHPOINTS] = { "Touchpoints", "Touchpoints" },
  [ETP_WORD_LANE_EMOTION] = { "Emotions", "Emotionen" },
  [ETP_WORD_LANE_ACTIONS] = { "Actions", "Handlungen" },
  [ETP_WORD_LANE_THOUGHTS] = { "Thoughts", "Gedanken" },
  [ETP_WORD_LANE_NEEDS] = { "Needs", "Bedürfnisse" },
  [ETP_WORD_LANE_QUESTIONS] = { "Questions", "Fragen" },
  [ETP_WORD_LANE_QUOTES] = { "Quotes", "Originalzitate" },
  [ETP_WORD_LANE_GAINS] = { "Gains", "Pluspunkte" },
  [ETP_WORD_LANE_PAINS] = { "Pain Points", "Schwachstellen" },
  [ETP_WORD_LANE_OPPORTUNITIES] = { "Opportunities", "Chancen" },
  [ETP_WORD_LANE_IDEAS] = { "Ideas", "Ideen" },
  [ETP_WORD_LANE_MEASURES] = { "Measures", "Maßnahmen" },
  [ETP_WORD_LANE_IMAGES] = { "Storyboard", "Storyboard" },
  [ETP_WORD_LANE_CHANNELS] = { "Channels", "Kanäle" },
  [ETP_WORD_LANE_METRICS] = { "Metrics", "Kennzahlen" },
  [ETP_WORD_LANE_MESSAGES] = { "Messages", "Botschaften" },
  [ETP_WORD_LANE_EVIDENCE] = { "Physical Evidence", "Physische Evidenz" },
  [ETP_WORD_LANE_FRONTSTAGE] = { "Frontstage", "Frontstage" },
  [ETP_WORD_LANE_BACKSTAGE] = { "Backstage", "Backstage" },
  [ETP_WORD_LANE_SUPPORT] = { "Support Processes", "Unterstützungs\u00adprozesse" },
  [ETP_WORD_LANE_DEPARTMENTS] = { "Departments", "Abteilungen" },
  [ETP_WORD_LANE_LINE] = { "Line", "Linie" },
  [ETP_WORD_LANE_TEXT] = { "Notes", "Notizen" },
  [ETP_WORD_EVIDENCE_ASSUMED] = { "assumed", "Annahme" },
  [ETP_WORD_EVIDENCE_OBSERVED] = { "observed", "beobachtet" },
  [ETP_WORD_EVIDENCE_MEASURED] = { "measured", "gemessen" },
  [ETP_WORD_STATE_AS_IS] = { "As-is", "Ist-Zustand" },
  [ETP_WORD_STATE_TO_BE] = { "To-be", "Soll-Zustand" },
  [ETP_WORD_STATUS_DRAFT] = { "Draft", "Entwurf" },
  [ETP_WORD_STATUS_REVIEW] = { "In review", "In Prüfung" },
  [ETP_WORD_STATUS_APPROVED] = { "Approved", "Freigegeben" },
  [ETP_WORD_STATUS_RETIRED] = { "Retired", "Abgelöst" },
  [ETP_WORD_ARRANGEMENT_STACKED] = { "Stacked", "Übereinander" },
  [ETP_WORD_ARRANGEMENT_SIDE_BY_SIDE] = { "Side by side", "Nebeneinander" },
  [ETP_WORD_PERSONA_CONSUMER] = { "Consumer", "Privatkunde" },
  [ETP_WORD_PERSONA_BUSINESS] = { "Business customer", "Geschäftskunde" },
  [ETP_WORD_PERSONA_EMPLOYEE] = { "Employee", "Mitarbeiter" },
  [ETP_WORD_PERSONA_OTHER] = { "Other", "Sonstige" },
  [ETP_WORD_RELATION_PROSPECT] = { "Prospect", "Interessent" },
  [ETP_WORD_RELATION_NEW] = { "New customer", "Neukunde" },
  [ETP_WORD_RELATION_REGULAR] = { "Regular customer", "Stammkunde" },
  [ETP_WORD_RELATION_LOST] = { "Lost customer", "Verlorener Kunde" },
  [ETP_WORD_CHANNEL_ONLINE] = { "Online", "Online" },
  [ETP_WORD_CHANNEL_OFFLINE] = { "Offline", "Offline" },
  [ETP_WORD_SYSTEM_ERP] = { "ERP", "ERP" },
  [ETP_WORD_SYSTEM_CRM] = { "CRM", "CRM" },
  [ETP_WORD_SYSTEM_SHOP] = { "Shop", "Shop" },
  [ETP_WORD_SYSTEM_MARKETING] = { "Marketing", "Marketing" },
  [ETP_WORD_SYSTEM_SERVICE] = { "Service", "Service" },
  [ETP_WORD_SYSTEM_OTHER] = { "Other", "Sonstiges" },
  [ETP_WORD_SOURCE_SURVEY] = { "Survey", "Umfrage" },
  [ETP_WORD_SOURCE_INTERVIEW] = { "Interview", "Interview" },
  [ETP_WORD_SOURCE_OBSERVATION] = { "Observation", "Beobachtung" },
  [ETP_WORD_SOURCE_ANALYTICS] = { "Analytics", "Webanalyse" },
  [ETP_WORD_SOURCE_CRM] = { "CRM", "CRM" },
  [ETP_WORD_SOURCE_ERP] = { "ERP", "ERP" },
  [ETP_WORD_SOURCE_WORKSHOP] = { "Workshop", "Workshop" },
  [ETP_WORD_SOURCE_OTHER] = { "Other", "Sonstige" },
  [ETP_WORD_CONTACT_DIRECT] = { "Direct", "Direkt" },
  [ETP_WORD_CONTACT_INDIRECT] = { "Indirect", "Indirekt" },
  [ETP_WORD_OPERATOR_OWN] = { "Own", "Eigenes Unternehmen" },
  [ETP_WORD_OPERATOR_PARTNER] = { "Partner", "Partner" },
  [ETP_WORD_OPERATOR_INDEPENDENT] = { "Independent", "Unabhängig" },
  [ETP_WORD_PRESENCE_EXISTING] = { "Existing", "Vorhanden" },
  [ETP_WORD_PRESENCE_PLANNED] = { "Planned", "Geplant" },
  [ETP_WORD_PRESENCE_MISSING] = { "Missing", "Fehlt" },
  [ETP_WORD_LINK_FLOW] = { "Flow", "Ablauf" },
  [ETP_WORD_LINK_HANDOFF] = { "Hand-over", "Übergabe" },
  [ETP_WORD_LINK_LOOP] = { "Loop", "Schleife" },
  [ETP_WORD_LINK_ANSWERS] = { "Answers", "Antwort auf" },
  [ETP_WORD_CONTINUITY_SEAMLESS] = { "Seamless", "Nahtlos" },
  [ETP_WORD_CONTINUITY_FRICTION] = { "Friction", "Reibungsverlust" },
  [ETP_WORD_CONTINUITY_BROKEN] = { "Broken hand-over", "Medienbruch" },
  [ETP_WORD_MEASURE_PROCESS] = { "Process", "Prozess" },
  [ETP_WORD_MEASURE_TECHNOLOGY] = { "Technology", "Technik" },
  [ETP_WORD_MEASURE_CONTENT] = { "Content", "Inhalte" },
  [ETP_WORD_MEASURE_TRAINING] = { "Training", "Schulung" },
  [ETP_WORD_MEASURE_OTHER] = { "Other", "Sonstiges" },
  [ETP_WORD_MEASURE_STATUS_IDEA] = { "Idea", "Idee" },
  [ETP_WORD_MEASURE_STATUS_PLANNED] = { "Planned", "Geplant" },
  [ETP_WORD_MEASURE_STATUS_DOING] = { "In progress", "In Arbeit" },
  [ETP_WORD_MEASURE_STATUS_DONE] = { "Done", "Erledigt" },
  [ETP_WORD_MEASURE_STATUS_DROPPED] = { "Dropped", "Verworfen" },
  [ETP_WORD_FEASIBILITY_EXISTING] = { "With what exists", "Mit Vorhandenem" },
  [ETP_WORD_FEASIBILITY_EXTEND] = { "By extending", "Durch Erweiterung" },
  [ETP_WORD_FEASIBILITY_BUY] = { "By buying", "Durch Zukauf" },
  [ETP_WORD_PERIOD_DAY] = { "day", "Tag" },
  [ETP_WORD_PERIOD_WEEK] = { "week", "Woche" },
  [ETP_WORD_PERIOD_MONTH] = { "month", "Monat" },
  [ETP_WORD_PERIOD_QUARTER] = { "quarter", "Quartal" },
  [ETP_WORD_PERIOD_YEAR] = { "year", "Jahr" },
  [ETP_WORD_BETTER_HIGHER] = { "Higher is better", "Höher ist besser" },
  [ETP_WORD_BETTER_LOWER] = { "Lower is better", "Niedriger ist besser" },
  [ETP_WORD_LINE_OF_INTERACTION] = { "Line of interaction", "Interaktionslinie" },
  [ETP_WORD_LINE_OF_VISIBILITY] = { "Line of visibility", "Sichtbarkeitslinie" },
  [ETP_WORD_LINE_OF_INTERNAL_INTERACTION] = { "Line of internal interaction",
                                              "Interne Interaktionslinie" },
  [ETP_WORD_PER_DAY] = { "per day", "pro Tag" },
  [ETP_WORD_PER_WEEK] = { "per week", "pro Woche" },
  [ETP_WORD_PER_MONTH] = { "per month", "pro Monat" },
  [ETP_WORD_PER_QUARTER] = { "per quarter", "pro Quartal" },
  [ETP_WORD_PER_YEAR] = { "per year", "pro Jahr" },
  [ETP_WORD_QUOTE_OPEN] = { "“", "„" },
  [ETP_WORD_QUOTE_CLOSE] = { "”", "“" },
  [ETP_WORD_CUSTOMER_JOURNEY] = { "Customer journey", "Customer Journey" },
  [ETP_WORD_UNTITLED] = { "Untitled Map", "Unbenannte Map" },
  [ETP_WORD_PHASE] = { "Phase", "Phase" },
  [ETP_WORD_LANE] = { "Lane", "Zeile" },
  [ETP_WORD_STEP] = { "Step", "Schritt" },
  [ETP_WORD_TOUCHPOINT] = { "Touchpoint", "Touchpoint" },
  [ETP_WORD_CHANNEL] = { "Channel", "Kanal" },
  [ETP_WORD_PERSONA] = { "Persona", "Persona" },
  [ETP_WORD_PERSONAS] = { "Personas", "Personas" },
  [ETP_WORD_MEASURE] = { "Measure", "Maßnahme" },
  [ETP_WORD_METRIC] = { "Metric", "Kennzahl" },
  [ETP_WORD_PARKING_LOT] = { "Parking lot", "Themenspeicher" },
  [ETP_WORD_SCENARIO] = { "Scenario", "Szenario" },
  [ETP_WORD_GOAL] = { "Goal", "Ziel" },
  [ETP_WORD_EXPECTATIONS] = { "Expectations", "Erwartungen" },
  [ETP_WORD_TRIGGER] = { "Trigger", "Auslöser" },
  [ETP_WORD_BEGINS] = { "Begins", "Beginn" },
  [ETP_WORD_ENDS] = { "Ends", "Ende" },
  [ETP_WORD_POINT_OF_VIEW] = { "Point of view", "Perspektive" },
  [ETP_WORD_OWNER] = { "Owner", "Verantwortlich" },
  [ETP_WORD_DURATION] = { "Duration", "Dauer" },
  [ETP_WORD_WAIT_TIME] = { "Waiting time", "Wartezeit" },
  [ETP_WORD_INSIGHTS] = { "The most important insights", "Die wichtigsten Erkenntnisse" },
  [ETP_WORD_LEGEND] = { "Legend", "Legende" },
  [ETP_WORD_TARGET] = { "Target", "Ziel" },
  [ETP_WORD_TARGET_MET] = { "Target met", "Ziel erreicht" },
  [ETP_WORD_TARGET_MISSED] = { "Target missed", "Ziel verfehlt" },
  [ETP_WORD_BASELINE] = { "Baseline", "Ausgangswert" },
  [ETP_WORD_TREND] = { "Trend", "Trend" },
  [ETP_WORD_FROM] = { "from", "von" },
  [ETP_WORD_UNTIL] = { "until", "bis" },
  [ETP_WORD_OF] = { "of", "von" },
  [ETP_WORD_DUE] = { "Due", "Fällig" },
  [ETP_WORD_FINISHED] = { "Finished", "Abgeschlossen" },
  [ETP_WORD_MOMENT_OF_TRUTH] = { "Moment of truth", "Moment of Truth" },
  [ETP_WORD_HOW_MIGHT_WE] = { "How might we …?", "Wie könnten wir …?" },
  [ETP_WORD_PAIN_POINT] = { "Pain point", "Schwachstelle" },
  [ETP_WORD_OPPORTUNITY] = { "Opportunity", "Chance" },
  [ETP_WORD_FAIL_POINT] = { "Fail point", "Fehlerstelle" },
  [ETP_WORD_WAIT_POINT] = { "Wait point", "Wartestelle" },
  [ETP_WORD_STEP_NUMBER] = { "Step number", "Schrittnummer" },
  [ETP_WORD_EMOTION] = { "Emotion", "Emotion" },
  [ETP_WORD_EMOTION_CURVE] = { "Emotion curve", "Emotionskurve" },
  [ETP_WORD_SPREAD_OF_RATINGS] = { "Spread of the ratings", "Streuung der Bewertungen" },
  [ETP_WORD_BROKEN_HANDOVER] = { "Broken hand-over", "Medienbruch" },
  [ETP_WORD_LOSES] = { "is lost", "geht verloren" },
  [ETP_WORD_VOTES] = { "Votes", "Stimmen" },
  [ETP_WORD_EVIDENCE] = { "Evidence", "Datenbasis" },
  [ETP_WORD_VERY_GOOD] = { "very good", "sehr gut" },
  [ETP_WORD_GOOD] = { "good", "gut" },
  [ETP_WORD_NEUTRAL] = { "neutral", "neutral" },
  [ETP_WORD_BAD] = { "bad", "schlecht" },
  [ETP_WORD_VERY_BAD] = { "very bad", "sehr schlecht" },
  [ETP_WORD_CONTRIBUTORS] = { "Contributors", "Mitwirkende" },
  [ETP_WORD_DATA_BASIS] = { "Data basis", "Datenbasis" },
  [ETP_WORD_DATA_PERIOD] = { "Data period", "Datenzeitraum" },
  [ETP_WORD_EVIDENCE_SHARE] = { "Observed or measured", "Beobachtet oder gemessen" },
  [ETP_WORD_SAMPLE] = { "n\u00a0=", "n\u00a0=" },
  [ETP_WORD_WORKSHOP] = { "Workshop", "Workshop" },
  [ETP_WORD_LAST_REVIEW] = { "Last review", "Letzte Überprüfung" },
  [ETP_WORD_NEXT_REVIEW] = { "Next review", "Nächste Überprüfung" },
  [ETP_WORD_CONTACT] = { "Contact", "Kontakt" },
  [ETP_WORD_INTERNAL] = { "Internal", "Intern" },
  [ETP_WORD_PAGE] = { "Page", "Seite" },
  [ETP_WORD_SHEETS] = { "Sheets", "Blätter" },
  [ETP_WORD_SHEETS_HOW] = { "Cut at the solid marks, glue on at the dashed ones.",
                            "An den durchgezogenen Marken schneiden, an den gestrichelten "
                            "ankleben." },
  [ETP_WORD_AGE] = { "Age", "Alter" },
  [ETP_WORD_QUOTE] = { "Quote", "Zitat" },
  [ETP_WORD_SEVERITY] = { "Severity", "Schweregrad" },
  [ETP_WORD_SUB_JOURNEY] = { "Sub-journey", "Teilreise" },
  [ETP_WORD_IMAGE] = { "Image", "Bild" },
};

/* Where the words of each enumerated field begin above. */
static const struct
{
  const char *const *words;
  EtpWord first;
} choices[] = {
  { etp_lane_kind_words, ETP_WORD_LANE_TOUCHPOINTS },
  { etp_evidence_words, ETP_WORD_EVIDENCE_ASSUMED },
  { etp_state_words, ETP_WORD_STATE_AS_IS },
  { etp_status_words, ETP_WORD_STATUS_DRAFT },
  { etp_arrangement_words, ETP_WORD_ARRANGEMENT_STACKED },
  { etp_persona_kind_words, ETP_WORD_PERSONA_CONSUMER },
  { etp_relation_words, ETP_WORD_RELATION_PROSPECT },
  { etp_channel_kind_words, ETP_WORD_CHANNEL_ONLINE },
  { etp_system_kind_words, ETP_WORD_SYSTEM_ERP },
  { etp_source_kind_words, ETP_WORD_SOURCE_SURVEY },
  { etp_contact_words, ETP_WORD_CONTACT_DIRECT },
  { etp_operator_words, ETP_WORD_OPERATOR_OWN },
  { etp_presence_words, ETP_WORD_PRESENCE_EXISTING },
  { etp_link_kind_words, ETP_WORD_LINK_FLOW },
  { etp_link_continuity_words, ETP_WORD_CONTINUITY_SEAMLESS },
  { etp_measure_kind_words, ETP_WORD_MEASURE_PROCESS },
  { etp_measure_status_words, ETP_WORD_MEASURE_STATUS_IDEA },
  { etp_feasibility_words, ETP_WORD_FEASIBILITY_EXISTING },
  { etp_period_words, ETP_WORD_PERIOD_DAY },
  { etp_better_words, ETP_WORD_BETTER_HIGHER },
};

gboolean
etp_words_is_german (const char *language)
{
  if (language == NULL || language[0] == '\0')
    language = g_get_language_names ()[0];

  /* "de", "de-AT", "de_DE.UTF-8", but not "del". */
  return g_ascii_strncasecmp (language, "de", 2) == 0 && !g_ascii_isalpha (language[2]);
}

static gboolean
is_made_of (const char *part, gboolean (*is_kind) (char c), gsize least, gsize most)
{
  gsize length = strlen (part);

  for (const char *c = part; *c != '\0'; c++)
    if (!is_kind (*c))
      return FALSE;
  return length >= least && length <= most;
}

static gboolean
is_letter (char c)
{
  return g_ascii_isalpha (c);
}

static gboolean
is_digit (char c)
{
  return g_ascii_isdigit (c);
}

char *
etp_words_dup_tag (const char *language)
{
  g_auto (GStrv) parts = g_strsplit_set (language != NULL ? language : "", "-_", 4);
  const char *fallback = etp_words_is_german (language) ? "de" : "en";
  GString *tag;
  guint i = 1;

  if (parts[0] == NULL || !is_made_of (parts[0], is_letter, 2, 3))
    return g_strdup (fallback);
  tag = g_string_new (parts[0]);
  if (parts[i] != NULL && is_made_of (parts[i], is_letter, 4, 4))
    g_string_append_printf (tag, "-%s", parts[i++]);
  if (parts[i] != NULL
      && (is_made_of (parts[i], is_letter, 2, 2) || is_made_of (parts[i], is_digit, 3, 3)))
    g_string_append_printf (tag, "-%s", parts[i]);
  return g_string_free (tag, FALSE);
}

const char *
etp_words_get (const char *language, EtpWord word)
{
  g_return_val_if_fail ((guint) word < ETP_N_WORDS, "");

  return etp_words_is_german (language) ? words_of_the_map[word].german
                                        : words_of_the_map[word].english;
}

const char *
etp_words_get_choice (const char *language, const char *const *words, int index)
{
  g_return_val_if_fail (words != NULL, "");

  if (index < 0)
    return "";
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    if (choices[i].words == words)
      return etp_words_get (language, (EtpWord) ((guint) choices[i].first + (guint) index));

  g_return_val_if_reached ("");
}

const char *
etp_words_get_lane_kind (const char *language, int kind)
{
  return etp_words_get_choice (language, etp_lane_kind_words,
                               kind < 0 ? (int) ETP_LANE_KIND_TEXT : kind);
}
