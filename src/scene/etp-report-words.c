/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-report.h"

#include <stdlib.h>
#include <string.h>

#include "model/etp-words.h"

/* Words of reports besides those of the map (model/etp-words.h): the labels of fields and headings.
 * A report is in the language of its map, so gettext cannot serve. In the order of strcmp (). */

typedef struct
{
  const char *english, *german;
} Pair;

static const Pair pairs[] = {
  { "About this journey", "Worum es geht" },
  { "Acquisition cost", "Akquisitionskosten" },
  { "Addresses", "Adressiert" },
  { "Age", "Alter" },
  { "Also in this phase", "Außerdem in dieser Phase" },
  { "As of", "Stand" },
  { "Baseline", "Ausgangswert" },
  { "Begins", "Beginn" },
  { "Benefit", "Ertrag" },
  { "Better", "Wünschenswerte Richtung" },
  { "Brief", "Ausgangslage" },
  { "Buying behaviour", "Kaufverhalten" },
  { "Cards", "Karten" },
  { "Carries", "Was übergeben wird" },
  { "Challenges", "Herausforderungen" },
  { "Channels", "Kanäle" },
  { "Cluster", "Gruppe" },
  { "Condition", "Bedingung" },
  { "Contact", "Kontakt" },
  { "Contents", "Inhalt" },
  { "Continues until", "Reicht bis" },
  { "Continuity", "Durchgängigkeit" },
  { "Contributors", "Mitwirkende" },
  { "Cost", "Kosten" },
  { "Count", "Anzahl" },
  { "Customer lifetime value", "Customer Lifetime Value" },
  { "Customer’s goal", "Ziel des Kunden" },
  { "Daily routine", "Tagesablauf" },
  { "Data basis and contributors", "Datenbasis und Mitwirkende" },
  { "Data period", "Datenzeitraum" },
  { "Date", "Datum" },
  { "Date of the workshop", "Datum des Workshops" },
  { "Decided measures", "Beschlossene Maßnahmen" },
  { "Decision process", "Entscheidungsprozess" },
  { "Demand", "Bedarf" },
  { "Department", "Abteilung" },
  { "Departments", "Abteilungen" },
  { "Description", "Beschreibung" },
  { "Digital demands", "Digitale Ansprüche" },
  { "Discount rate", "Diskontierungssatz" },
  { "Due", "Fällig" },
  { "Duration", "Dauer" },
  { "Effort", "Aufwand" },
  { "Emotion", "Emotion" },
  { "Emotions", "Emotionen" },
  { "Ends", "Ende" },
  { "Evidence", "Datenbasis" },
  { "Expectations", "Erwartungen" },
  { "Expected value", "Erwarteter Wert" },
  { "Fail point", "Fehlerstelle" },
  { "Feasibility", "Machbarkeit" },
  { "Feeling", "Gefühl" },
  { "Filled points of the curve are measured, half-filled ones observed, hollow ones assumed. The "
    "dashed line is the to-be curve.",
    "Gefüllte Punkte der Kurve sind gemessen, halb gefüllte beobachtet, hohle eine Annahme. Die "
    "gestrichelte Linie ist die Soll-Kurve." },
  { "Findings", "Erkenntnisse" },
  { "Findings and pain points", "Erkenntnisse und Schwachstellen" },
  { "Finished", "Abgeschlossen" },
  { "Focus", "Fokus" },
  { "From", "Von" },
  { "Gender", "Geschlecht" },
  { "Goal", "Ziel" },
  { "Goals", "Ziele" },
  { "Head of department", "Abteilungsleitung" },
  { "How it feels at each step", "Wie es sich an jedem Schritt anfühlt" },
  { "Importance for the business", "Bedeutung für das Unternehmen" },
  { "Importance for the customer", "Bedeutung für den Kunden" },
  { "Industry", "Branche" },
  { "Insights", "Erkenntnisse" },
  { "Intention", "Absicht" },
  { "Interactions", "Interaktionen" },
  { "Interests", "Interessen" },
  { "Internal", "Intern" },
  { "Key moments in life", "Schlüsselmomente im Leben" },
  { "Kind", "Art" },
  { "Lane", "Zeile" },
  { "Last value", "Letzter Wert" },
  { "Level of knowledge", "Wissensstand" },
  { "Lifetime value", "Kundenwert" },
  { "Links", "Verbindungen" },
  { "Location", "Wohnort" },
  { "Loses", "Was verloren geht" },
  { "Margin", "Marge" },
  { "Measure", "Maßnahme" },
  { "Measured at", "Gemessen an" },
  { "Message", "Botschaft" },
  { "Metric", "Kennzahl" },
  { "Minutes", "Protokoll" },
  { "Moment of truth", "Moment of Truth" },
  { "Motivations", "Motive" },
  { "Name", "Name" },
  { "Needs", "Bedürfnisse" },
  { "Needs of the industry", "Anforderungen der Branche" },
  { "Needs of the team", "Bedarf des Teams" },
  { "Next review", "Nächste Überprüfung" },
  { "No.", "Nr." },
  { "Note", "Notiz" },
  { "Offer", "Angebot" },
  { "Offers", "Angebote" },
  { "Opportunities", "Chancen" },
  { "Orders per year", "Bestellungen pro Jahr" },
  { "Outlook", "Ausblick" },
  { "Owner", "Verantwortlich" },
  { "Pain points", "Schwachstellen" },
  { "Participants", "Teilnehmende" },
  { "Period", "Zeitraum" },
  { "Persona", "Persona" },
  { "Personas", "Personas" },
  { "Phase", "Phase" },
  { "Phases", "Phasen" },
  { "Point of view", "Perspektive" },
  { "Position in the market", "Marktposition" },
  { "Privacy", "Datenschutz" },
  { "Problems", "Probleme" },
  { "Quote", "Originalzitat" },
  { "Ratings", "Bewertungen" },
  { "Relation", "Kundenbeziehung" },
  { "Result", "Ergebnis" },
  { "Revenue", "Umsatz" },
  { "Reviewed by", "Überprüft von" },
  { "Reviews", "Überprüfungen" },
  { "Role", "Rolle" },
  { "Sample size", "Stichprobengröße" },
  { "Satisfaction", "Zufriedenheit" },
  { "Scenario", "Szenario" },
  { "Segment", "Kundensegment" },
  { "Severity", "Schweregrad" },
  { "Share", "Anteil" },
  { "Share of customers", "Anteil an den Kunden" },
  { "Share of what is observed or measured", "Anteil beobachtet oder gemessen" },
  { "Source", "Quelle" },
  { "Sources", "Quellen" },
  { "Stage of life", "Lebensphase" },
  { "Started", "Begonnen" },
  { "State", "Zustand" },
  { "Status", "Status" },
  { "Step", "Schritt" },
  { "Still to be decided", "Noch zu entscheiden" },
  { "Sub-journey", "Teilreise" },
  { "Summary", "Zusammenfassung" },
  { "Systems", "Systeme" },
  { "Table", "Tabelle" },
  { "Tags", "Schlagwörter" },
  { "Target", "Zielwert" },
  { "Technical background", "Technischer Hintergrund" },
  { "Text", "Text" },
  { "The emotion curve as a drawing; the text before it and the table after it say the same.",
    "Die Emotionskurve als Zeichnung; der Text davor und die Tabelle danach sagen dasselbe." },
  { "The map", "Zur Map" },
  { "Title", "Titel" },
  { "To", "Nach" },
  { "Touchpoint", "Touchpoint" },
  { "Traits", "Merkmale" },
  { "Trigger", "Auslöser" },
  { "Unique selling proposition", "Alleinstellungsmerkmal" },
  { "Unit", "Einheit" },
  { "Until", "Bis Phase" },
  { "Value", "Wert" },
  { "Value for customers", "Nutzen für Kunden" },
  { "Value for the business", "Nutzen für das Unternehmen" },
  { "Value for the persona", "Nutzen für die Persona" },
  { "Value of an order", "Bestellwert" },
  { "Values", "Werte" },
  { "Votes", "Stimmen" },
  { "Votes in the workshop", "Abstimmungen" },
  { "Waiting time", "Wartezeit" },
  { "Warning value", "Warnschwelle" },
  { "Web address", "Webadresse" },
  { "What happened to measures", "Stand der Maßnahmen" },
  { "Year", "Jahr" },
  { "Years as a customer", "Jahre als Kunde" },
  { "yes", "ja" },
};

static int
compare (gconstpointer key, gconstpointer pair)
{
  return strcmp (key, ((const Pair *) pair)->english);
}

const char *
etp_report_word (const char *language, const char *english)
{
  const Pair *pair;

  if (!etp_words_is_german (language))
    return english;
  pair = bsearch (english, pairs, G_N_ELEMENTS (pairs), sizeof (Pair), compare);
  return pair != NULL ? pair->german : english;
}

gboolean
etp_report_has_word (const char *english)
{
  return bsearch (english, pairs, G_N_ELEMENTS (pairs), sizeof (Pair), compare) != NULL;
}
