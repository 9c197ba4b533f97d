/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-report.h"

#include "etp-names.h"
#include "model/etp-fields.h"
#include "model/etp-format.h"
#include "model/etp-outline.h"
#include "model/etp-words.h"

/* The whole report: what the journey is, who goes it, then what happens, and what follows. */

#define WORD(english) etp_report_word (self->language, english)
#define MAP_WORD(word) etp_words_get (self->language, ETP_WORD_##word)

static void
add_head (EtpReport *self)
{
  static const guint facts[] = { ETP_JOURNEY_STATE,         ETP_JOURNEY_STATUS, ETP_JOURNEY_OWNER,
                                 ETP_JOURNEY_WORKSHOP_DATE, ETP_JOURNEY_TAGS,   G_MAXUINT };
  EtpValue *theme = etp_node_get_value (self->journey, ETP_JOURNEY_THEME);

  etp_report_add_heading (self, 1, self->title, NULL);
  if (theme != NULL)
    etp_report_add_image (self, etp_value_get_text (theme, ETP_THEME_LOGO), "Logo");
  etp_report_add_text (self, etp_node_get_text (self->journey, ETP_JOURNEY_DESCRIPTION));
  etp_report_add_fields (self, etp_node_record (ETP_NODE (self->journey)), facts);
}

guint
etp_report_begin_part (EtpReport *self, const char *title, const char *id)
{
  etp_report_add_heading (self, 2, title, id);
  return self->blocks->len;
}

void
etp_report_end_part (EtpReport *self, guint begin)
{
  if (self->blocks->len == begin)
    g_ptr_array_set_size (self->blocks, (int) begin - 1);
}

static void
add_situation (EtpReport *self)
{
  static const guint facts[] = { ETP_JOURNEY_SCENARIO,      ETP_JOURNEY_GOAL,
                                 ETP_JOURNEY_TRIGGER,       ETP_JOURNEY_BEGINS,
                                 ETP_JOURNEY_ENDS,          ETP_JOURNEY_EXPECTATIONS,
                                 ETP_JOURNEY_POINT_OF_VIEW, G_MAXUINT };
  static const guint brief_facts[] = { ETP_BRIEF_INDUSTRY, ETP_BRIEF_POSITION, ETP_BRIEF_OFFER,
                                       ETP_BRIEF_USP,      ETP_BRIEF_FOCUS,    ETP_BRIEF_CHALLENGES,
                                       ETP_BRIEF_OUTLOOK,  G_MAXUINT };
  EtpValue *brief = etp_node_get_value (self->journey, ETP_JOURNEY_BRIEF);
  guint begin = etp_report_begin_part (self, WORD ("About this journey"), "about");

  etp_report_add_fields (self, etp_node_record (ETP_NODE (self->journey)), facts);
  if (brief != NULL)
    etp_report_add_fields (self, etp_value_record (brief), brief_facts);
  etp_report_end_part (self, begin);
}

void
etp_report_add_insights (EtpReport *self)
{
  guint n = etp_node_get_length (self->journey, ETP_JOURNEY_INSIGHTS);
  guint begin = etp_report_begin_part (self, MAP_WORD (INSIGHTS), "insights");

  for (guint i = 0; i < n; i++)
    {
      EtpValue *insight = etp_node_get_value_at (self->journey, ETP_JOURNEY_INSIGHTS, i);
      const char *text = etp_value_get_text (insight, ETP_INSIGHT_TEXT);
      g_autofree char *cards = etp_names_dup_list (self->journey, etp_value_record (insight),
                                                   ETP_INSIGHT_CARDS, ", ");
      g_autofree char *whole = cards[0] != '\0' ? g_strdup_printf ("%s (%s)", text, cards)
                                                : g_strdup (text);

      etp_report_add_item (self, NULL, whole);
    }
  etp_report_end_part (self, begin);
}

/* "Price or quality: 70": ends and the value between them. */
static void
add_traits (EtpReport *self, EtpNode *persona)
{
  guint n = etp_node_get_length (persona, ETP_PERSONA_TRAITS);

  for (guint i = 0; i < n; i++)
    {
      EtpValue *trait = etp_node_get_value_at (persona, ETP_PERSONA_TRAITS, i);
      const char *low = etp_value_get_text (trait, ETP_TRAIT_LOW);
      const char *high = etp_value_get_text (trait, ETP_TRAIT_HIGH);
      g_autofree char *value = etp_report_dup_value (self, etp_value_record (trait),
                                                     ETP_TRAIT_VALUE);

      if (value[0] == '\0')
        continue;
      etp_report_take_fact (
          self, etp_value_get_text (trait, ETP_TRAIT_NAME),
          low[0] != '\0' || high[0] != '\0'
              ? g_strdup_printf ("%s %s 100 (0 = %s, 100 = %s)", value, MAP_WORD (OF), low, high)
              : g_strdup_printf ("%s %s 100", value, MAP_WORD (OF)));
    }
}

static void
add_persona (EtpReport *self, EtpNode *persona)
{
  static const guint not_facts[] = { ETP_PERSONA_NAME,     ETP_PERSONA_QUOTE,
                                     ETP_PERSONA_PORTRAIT, ETP_PERSONA_SUMMARY,
                                     ETP_PERSONA_EVIDENCE, ETP_PERSONA_SOURCES };
  const EtpRecord *record = etp_node_record (persona);
  EtpValue *value = etp_node_get_value (persona, ETP_PERSONA_VALUE);
  g_autofree char *evidence = etp_report_dup_evidence (self, record, ETP_PERSONA_EVIDENCE,
                                                       ETP_PERSONA_SOURCES);
  const char *name = etp_node_get_text (persona, ETP_PERSONA_NAME);

  etp_report_add_heading (self, 3, name[0] != '\0' ? name : MAP_WORD (PERSONA), NULL);
  etp_report_add_image (self, etp_node_get_text (persona, ETP_PERSONA_PORTRAIT), name);
  etp_report_add_quote (self, etp_node_get_text (persona, ETP_PERSONA_QUOTE));
  etp_report_add_text (self, etp_node_get_text (persona, ETP_PERSONA_SUMMARY));
  for (guint f = 0; f < ETP_N_PERSONA_FIELDS; f++)
    {
      guint i = 0;

      while (i < G_N_ELEMENTS (not_facts) && not_facts[i] != f)
        i++;
      if (i == G_N_ELEMENTS (not_facts))
        etp_report_add_field (self, record, f);
    }
  add_traits (self, persona);
  for (guint f = 0; value != NULL && f < ETP_N_LIFETIME_FIELDS; f++)
    etp_report_add_field (self, etp_value_record (value), f);
  for (guint i = 0; i < etp_node_get_length (persona, ETP_PERSONA_SECTIONS); i++)
    {
      EtpValue *section = etp_node_get_value_at (persona, ETP_PERSONA_SECTIONS, i);

      etp_report_add_fact (self, etp_value_get_text (section, ETP_SECTION_TITLE),
                           etp_value_get_text (section, ETP_SECTION_TEXT));
    }
  etp_report_add_fact (self, MAP_WORD (DATA_BASIS), evidence);
}

static void
add_personas (EtpReport *self)
{
  EtpNodeList *personas = etp_journey_get_list (self->journey, ETP_LIST_PERSONAS);
  EtpNode *persona;
  guint begin = etp_report_begin_part (self, MAP_WORD (PERSONAS), "personas");

  for (guint i = 0; (persona = etp_node_list_get (personas, i)) != NULL; i++)
    add_persona (self, persona);
  etp_report_end_part (self, begin);
}

static void
add_key_moments (EtpReport *self)
{
  static const guint fields[] = { ETP_KEY_MOMENT_AGE, ETP_KEY_MOMENT_YEAR, ETP_KEY_MOMENT_PERSONA,
                                  ETP_KEY_MOMENT_PHASE, ETP_KEY_MOMENT_NOTE };
  EtpNodeList *moments = etp_journey_get_list (self->journey, ETP_LIST_KEY_MOMENTS);
  EtpNode *moment;
  guint begin = etp_report_begin_part (self, WORD ("Key moments in life"), "key-moments");

  for (guint i = 0; (moment = etp_node_list_get (moments, i)) != NULL; i++)
    {
      const EtpRecord *record = etp_node_record (moment);
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint f = 0; f < G_N_ELEMENTS (fields); f++)
        {
          g_autofree char *value = etp_report_dup_value (self, record, fields[f]);

          if (value[0] != '\0')
            g_string_append_printf (text, "%s%s: %s", text->len > 0 ? "; " : "",
                                    WORD (record->table->fields[fields[f]].label), value);
        }
      etp_report_add_item (self, etp_node_get_text (moment, ETP_KEY_MOMENT_NAME), text->str);
    }
  etp_report_end_part (self, begin);
}

static char *
dup_data_period (EtpReport *self)
{
  EtpValue *period = etp_node_get_value (self->journey, ETP_JOURNEY_DATA_PERIOD);
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (period == NULL)
    return NULL;
  from = etp_report_dup_value (self, etp_value_record (period), ETP_DATA_PERIOD_FROM);
  to = etp_report_dup_value (self, etp_value_record (period), ETP_DATA_PERIOD_TO);
  if (from[0] == '\0' || to[0] == '\0')
    return g_strconcat (from, to, NULL);
  return g_strdup_printf ("%s – %s", from, to);
}

void
etp_report_add_people (EtpReport *self)
{
  guint n = etp_node_get_length (self->journey, ETP_JOURNEY_CONTRIBUTORS);

  for (guint i = 0; i < n; i++)
    {
      EtpValue *person = etp_node_get_value_at (self->journey, ETP_JOURNEY_CONTRIBUTORS, i);
      g_autofree char *unit = etp_report_dup_value (self, etp_value_record (person),
                                                    ETP_CONTRIBUTOR_UNIT);
      g_autofree char *whole = g_strdup_printf ("%s%s%s",
                                                etp_value_get_text (person, ETP_CONTRIBUTOR_NAME),
                                                unit[0] != '\0' ? ", " : "", unit);

      etp_report_add_item (self, NULL, whole);
    }
}

/* "1 October 2026, Ada: approved"; of what is not known neither comma nor colon. */
static char *
dup_review (EtpReport *self, EtpValue *review)
{
  g_autofree char *date = etp_report_dup_value (self, etp_value_record (review), ETP_REVIEW_DATE);
  const char *by = etp_value_get_text (review, ETP_REVIEW_BY);
  const char *result = etp_value_get_text (review, ETP_REVIEW_RESULT);
  const gboolean has_head = date[0] != '\0' || by[0] != '\0';

  return g_strconcat (date, date[0] != '\0' && by[0] != '\0' ? ", " : "", by,
                      has_head && result[0] != '\0' ? ": " : "", result, NULL);
}

static void
add_data_basis (EtpReport *self)
{
  double share = etp_outline_get_evidence_share (etp_journey_get_outline (self->journey));
  guint n = etp_node_get_length (self->journey, ETP_JOURNEY_REVIEWS);
  guint begin = etp_report_begin_part (self, WORD ("Data basis and contributors"), "basis");

  etp_report_take_fact (self, MAP_WORD (EVIDENCE_SHARE),
                        etp_format_percent (share, 0, self->language));
  etp_report_take_fact (self, MAP_WORD (DATA_PERIOD), dup_data_period (self));
  for (guint i = 0; i < n; i++)
    etp_report_take_fact (
        self, WORD ("Reviews"),
        dup_review (self, etp_node_get_value_at (self->journey, ETP_JOURNEY_REVIEWS, i)));
  etp_report_add_field (self, etp_node_record (ETP_NODE (self->journey)), ETP_JOURNEY_REVIEW_DUE);
  etp_report_add_fact (self, MAP_WORD (CONTACT),
                       etp_node_get_text (self->journey, ETP_JOURNEY_CONTACT));
  if (etp_node_get_length (self->journey, ETP_JOURNEY_CONTRIBUTORS) > 0)
    etp_report_add_heading (self, 3, MAP_WORD (CONTRIBUTORS), NULL);
  etp_report_add_people (self);
  etp_report_end_part (self, begin);
}

EtpReport *
etp_report_new (EtpJourney *journey)
{
  EtpReport *self = etp_report_new_empty (journey);

  add_head (self);
  add_situation (self);
  etp_report_add_insights (self);
  add_personas (self);
  add_key_moments (self);
  etp_report_add_phases (self);
  etp_report_add_curve_part (self);
  etp_report_add_links (self);
  etp_report_add_measures (self, MAP_WORD (LANE_MEASURES), ETP_REPORT_ALL_MEASURES);
  etp_report_add_metrics (self);
  etp_report_add_parking_lot (self);
  etp_report_add_sources (self);
  add_data_basis (self);
  etp_report_finish (self);
  return self;
}
