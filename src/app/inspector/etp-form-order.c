/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-form-order.h"

#include <glib/gi18n-lib.h>

#include "etp-mnemonics.h"
#include "model/etp-fields.h"
#include "model/etp-journey.h"
#include "model/etp-tables.h"

#define FIELDS(...) ((const gint16[]){ __VA_ARGS__, -1 })
#define NOTHING ((const gint16[]){ -1 })

/* ---- the journey ---- */

static const EtpFormSection journey_sections[] = {
  { NULL, FALSE,
    FIELDS (ETP_JOURNEY_TITLE,
            ETP_JOURNEY_SCENARIO,
            ETP_JOURNEY_GOAL,
            ETP_JOURNEY_OWNER,
            ETP_JOURNEY_REVIEW_DUE,
            ETP_JOURNEY_STATUS,
            ETP_JOURNEY_STATE) },
  { N_ ("Insights"), FALSE, FIELDS (ETP_JOURNEY_INSIGHTS) },
  { N_ ("Language and Currency"), FALSE, FIELDS (ETP_JOURNEY_LANGUAGE, ETP_JOURNEY_CURRENCY) },
  { N_ ("Scope"), TRUE,
    FIELDS (ETP_JOURNEY_DESCRIPTION,
            ETP_JOURNEY_TRIGGER,
            ETP_JOURNEY_BEGINS,
            ETP_JOURNEY_ENDS,
            ETP_JOURNEY_EXPECTATIONS,
            ETP_JOURNEY_POINT_OF_VIEW,
            ETP_JOURNEY_TAGS) },
  { N_ ("Brief"), TRUE, FIELDS (ETP_JOURNEY_BRIEF) },
  { N_ ("Workshop"), TRUE,
    FIELDS (ETP_JOURNEY_WORKSHOP_DATE, ETP_JOURNEY_CONTRIBUTORS, ETP_JOURNEY_CONTACT) },
  { N_ ("Reviews"), TRUE, FIELDS (ETP_JOURNEY_REVIEWS) },
  { N_ ("Data"), TRUE, FIELDS (ETP_JOURNEY_DATA_PERIOD) },
  { N_ ("Appearance"), TRUE,
    FIELDS (ETP_JOURNEY_ARRANGEMENT, ETP_JOURNEY_EMOTION_SCALE, ETP_JOURNEY_THEME) },
};

/* ---- the map ---- */

static const EtpFormSection phase_sections[] = {
  { NULL, FALSE,
    FIELDS (ETP_PHASE_NAME,
            ETP_PHASE_DESCRIPTION,
            ETP_PHASE_GOAL,
            ETP_PHASE_DURATION,
            ETP_PHASE_COLOR) },
  { N_ ("Appearance"), TRUE, FIELDS (ETP_PHASE_WIDTH, ETP_PHASE_COLLAPSED, ETP_PHASE_HIDDEN) },
};

static const EtpFormSection lane_sections[] = {
  { NULL, FALSE,
    FIELDS (ETP_LANE_NAME, ETP_LANE_KIND, ETP_LANE_PROMPT, ETP_LANE_PERSONA, ETP_LANE_COLOR) },
  { N_ ("Appearance"), TRUE,
    FIELDS (ETP_LANE_HEIGHT, ETP_LANE_COLLAPSED, ETP_LANE_HIDDEN, ETP_LANE_INTERNAL) },
};

static const EtpFormSection step_sections[] = {
  { NULL, FALSE, FIELDS (ETP_CARD_TITLE, ETP_CARD_TEXT, ETP_CARD_TOUCHPOINT, ETP_CARD_CHANNELS) },
  { N_ ("Emotions"), FALSE, FIELDS (ETP_CARD_EMOTIONS, ETP_CARD_MOMENT_OF_TRUTH) },
  { N_ ("Evidence and Responsibility"), FALSE,
    FIELDS (ETP_CARD_EVIDENCE, ETP_CARD_SOURCES, ETP_CARD_UNITS) },
  { N_ ("Appearance"), TRUE, FIELDS (ETP_CARD_ICON, ETP_CARD_COLOR, ETP_CARD_IMAGE) },
  { N_ ("For Whom and What For"), TRUE,
    FIELDS (ETP_CARD_PERSONAS,
            ETP_CARD_OFFERS,
            ETP_CARD_INTENTION,
            ETP_CARD_MESSAGE,
            ETP_CARD_QUOTE,
            ETP_CARD_TAGS) },
  { N_ ("Assessment"), TRUE,
    FIELDS (ETP_CARD_SATISFACTION,
            ETP_CARD_CUSTOMER_IMPORTANCE,
            ETP_CARD_BUSINESS_IMPORTANCE,
            ETP_CARD_SEVERITY,
            ETP_CARD_FAIL_POINT,
            ETP_CARD_VOTES) },
  { N_ ("Time and Figures"), TRUE,
    FIELDS (ETP_CARD_DURATION,
            ETP_CARD_WAIT_TIME,
            ETP_CARD_COUNT,
            ETP_CARD_PROBLEMS,
            ETP_CARD_REVENUE,
            ETP_CARD_COST) },
  { N_ ("Technology and Privacy"), TRUE,
    FIELDS (ETP_CARD_SYSTEMS, ETP_CARD_PRIVACY, ETP_CARD_LINK, ETP_CARD_JOURNEY) },
  { N_ ("Place on the Map"), TRUE,
    FIELDS (ETP_CARD_PHASE,
            ETP_CARD_UNTIL,
            ETP_CARD_LANE,
            ETP_CARD_STEP,
            ETP_CARD_CLUSTER,
            ETP_CARD_INTERNAL) },
};

static const EtpFormSection note_sections[] = {
  { NULL, FALSE,
    FIELDS (ETP_CARD_TITLE,
            ETP_CARD_TEXT,
            ETP_CARD_STEP,
            ETP_CARD_PERSONAS,
            ETP_CARD_SEVERITY,
            ETP_CARD_VOTES,
            ETP_CARD_TAGS) },
  { N_ ("Evidence and Responsibility"), FALSE,
    FIELDS (ETP_CARD_EVIDENCE, ETP_CARD_SOURCES, ETP_CARD_UNITS) },
  { N_ ("Appearance"), TRUE, FIELDS (ETP_CARD_ICON, ETP_CARD_COLOR, ETP_CARD_IMAGE) },
  { N_ ("For Whom and What For"), TRUE,
    FIELDS (ETP_CARD_TOUCHPOINT,
            ETP_CARD_CHANNELS,
            ETP_CARD_OFFERS,
            ETP_CARD_INTENTION,
            ETP_CARD_MESSAGE,
            ETP_CARD_QUOTE) },
  { N_ ("Assessment"), TRUE,
    FIELDS (ETP_CARD_EMOTIONS,
            ETP_CARD_MOMENT_OF_TRUTH,
            ETP_CARD_SATISFACTION,
            ETP_CARD_CUSTOMER_IMPORTANCE,
            ETP_CARD_BUSINESS_IMPORTANCE,
            ETP_CARD_FAIL_POINT) },
  { N_ ("Time and Figures"), TRUE,
    FIELDS (ETP_CARD_DURATION,
            ETP_CARD_WAIT_TIME,
            ETP_CARD_COUNT,
            ETP_CARD_PROBLEMS,
            ETP_CARD_REVENUE,
            ETP_CARD_COST) },
  { N_ ("Technology and Privacy"), TRUE,
    FIELDS (ETP_CARD_SYSTEMS, ETP_CARD_PRIVACY, ETP_CARD_LINK, ETP_CARD_JOURNEY) },
  { N_ ("Place on the Map"), TRUE,
    FIELDS (ETP_CARD_PHASE, ETP_CARD_UNTIL, ETP_CARD_LANE, ETP_CARD_CLUSTER, ETP_CARD_INTERNAL) },
};

/* ---- people ---- */

static const EtpFormSection persona_sections[] = {
  { NULL, FALSE,
    FIELDS (ETP_PERSONA_NAME,
            ETP_PERSONA_PORTRAIT,
            ETP_PERSONA_COLOR,
            ETP_PERSONA_KIND,
            ETP_PERSONA_ROLE,
            ETP_PERSONA_QUOTE,
            ETP_PERSONA_SUMMARY) },
  { N_ ("What Moves Them"), FALSE,
    FIELDS (ETP_PERSONA_GOALS, ETP_PERSONA_NEEDS, ETP_PERSONA_CHALLENGES) },
  { N_ ("Circumstances"), TRUE,
    FIELDS (ETP_PERSONA_AGE,
            ETP_PERSONA_GENDER,
            ETP_PERSONA_LOCATION,
            ETP_PERSONA_LIFE_STAGE,
            ETP_PERSONA_INTERESTS,
            ETP_PERSONA_DAILY_ROUTINE) },
  { N_ ("Motives and Knowledge"), TRUE,
    FIELDS (ETP_PERSONA_MOTIVATIONS,
            ETP_PERSONA_EXPECTATIONS,
            ETP_PERSONA_KNOWLEDGE,
            ETP_PERSONA_TECH_BACKGROUND,
            ETP_PERSONA_DIGITAL_DEMANDS,
            ETP_PERSONA_CHANNELS,
            ETP_PERSONA_TRAITS) },
  { N_ ("Buying"), TRUE,
    FIELDS (ETP_PERSONA_RELATION,
            ETP_PERSONA_SEGMENT,
            ETP_PERSONA_SHARE,
            ETP_PERSONA_BUYING_BEHAVIOUR,
            ETP_PERSONA_DECISION_PROCESS,
            ETP_PERSONA_INDUSTRY,
            ETP_PERSONA_INDUSTRY_NEEDS) },
  { N_ ("Customer Lifetime Value"), TRUE, FIELDS (ETP_PERSONA_VALUE) },
  { N_ ("Own Sections"), TRUE, FIELDS (ETP_PERSONA_SECTIONS) },
  { N_ ("Evidence"), TRUE, FIELDS (ETP_PERSONA_EVIDENCE, ETP_PERSONA_SOURCES) },
};

static const EtpFormSection unit_sections[] = {
  { NULL, FALSE, FIELDS (ETP_UNIT_NAME, ETP_UNIT_LEAD) },
};

static const EtpFormSection source_sections[] = {
  { NULL, FALSE,
    FIELDS (ETP_SOURCE_TITLE,
            ETP_SOURCE_KIND,
            ETP_SOURCE_DATE,
            ETP_SOURCE_SAMPLE,
            ETP_SOURCE_LINK,
            ETP_SOURCE_NOTE) },
};

static const EtpFormSection offer_sections[] = {
  { NULL, FALSE,
    FIELDS (ETP_OFFER_NAME, ETP_OFFER_DESCRIPTION, ETP_OFFER_DEMAND, ETP_OFFER_PERSONAS) },
};

static const EtpFormSection key_moment_sections[] = {
  { NULL, FALSE,
    FIELDS (ETP_KEY_MOMENT_NAME,
            ETP_KEY_MOMENT_AGE,
            ETP_KEY_MOMENT_YEAR,
            ETP_KEY_MOMENT_PERSONA,
            ETP_KEY_MOMENT_PHASE,
            ETP_KEY_MOMENT_NOTE) },
};

/* ---- where customer and company meet ---- */

static const EtpFormSection system_sections[] = {
  { NULL, FALSE,
    FIELDS (ETP_SYSTEM_NAME,
            ETP_SYSTEM_KIND,
            ETP_SYSTEM_OWNER,
            ETP_SYSTEM_PERSONAL_DATA,
            ETP_SYSTEM_FEEDS,
            ETP_SYSTEM_NOTE) },
};

static const EtpFormSection channel_sections[] = {
  { NULL, FALSE, FIELDS (ETP_CHANNEL_NAME, ETP_CHANNEL_KIND, ETP_CHANNEL_ICON, ETP_CHANNEL_COLOR) },
  { N_ ("Assessment"), TRUE, FIELDS (ETP_CHANNEL_PROS, ETP_CHANNEL_CONS, ETP_CHANNEL_STRATEGY) },
  { N_ ("Responsibility"), TRUE, FIELDS (ETP_CHANNEL_UNIT, ETP_CHANNEL_SYSTEMS) },
};

static const EtpFormSection touchpoint_sections[] = {
  { NULL, FALSE,
    FIELDS (ETP_TOUCHPOINT_NAME,
            ETP_TOUCHPOINT_CHANNEL,
            ETP_TOUCHPOINT_CONTACT,
            ETP_TOUCHPOINT_OPERATOR,
            ETP_TOUCHPOINT_PRESENCE) },
  { N_ ("Usage"), FALSE, FIELDS (ETP_TOUCHPOINT_USAGE) },
  { N_ ("Responsibility"), TRUE,
    FIELDS (
        ETP_TOUCHPOINT_UNIT, ETP_TOUCHPOINT_SYSTEMS, ETP_TOUCHPOINT_PRIVACY, ETP_TOUCHPOINT_NOTE) },
};

/* ---- what follows ---- */

static const EtpFormSection link_sections[] = {
  { NULL, FALSE, FIELDS (ETP_LINK_KIND, ETP_LINK_CONTINUITY, ETP_LINK_CARRIES, ETP_LINK_LOSES) },
  { N_ ("Cards"), FALSE, FIELDS (ETP_LINK_FROM, ETP_LINK_TO) },
  { N_ ("Figures"), TRUE,
    FIELDS (ETP_LINK_CONDITION, ETP_LINK_COUNT, ETP_LINK_SHARE, ETP_LINK_PERSONAS) },
  { N_ ("Responsibility"), TRUE, FIELDS (ETP_LINK_UNIT, ETP_LINK_NOTE) },
};

static const EtpFormSection measure_sections[] = {
  { NULL, FALSE,
    FIELDS (ETP_MEASURE_TITLE,
            ETP_MEASURE_DESCRIPTION,
            ETP_MEASURE_STATUS,
            ETP_MEASURE_OWNER,
            ETP_MEASURE_UNIT,
            ETP_MEASURE_DUE) },
  { N_ ("Cards"), FALSE, FIELDS (ETP_MEASURE_CARDS, ETP_MEASURE_PHASE) },
  { N_ ("Priority"), FALSE,
    FIELDS (ETP_MEASURE_EFFORT, ETP_MEASURE_BUSINESS_VALUE, ETP_MEASURE_CUSTOMER_VALUES) },
  { N_ ("Course"), TRUE,
    FIELDS (ETP_MEASURE_STARTED, ETP_MEASURE_FINISHED, ETP_MEASURE_KIND, ETP_MEASURE_FEASIBILITY) },
  { N_ ("Figures"), TRUE,
    FIELDS (ETP_MEASURE_COST, ETP_MEASURE_BENEFIT, ETP_MEASURE_METRIC, ETP_MEASURE_EXPECTED) },
  { N_ ("Further Needs"), TRUE,
    FIELDS (ETP_MEASURE_SYSTEMS,
            ETP_MEASURE_TEAM_NEEDS,
            ETP_MEASURE_PRIVACY,
            ETP_MEASURE_TAGS,
            ETP_MEASURE_VOTES,
            ETP_MEASURE_INTERNAL) },
};

static const EtpFormSection metric_sections[] = {
  { NULL, FALSE,
    FIELDS (ETP_METRIC_NAME,
            ETP_METRIC_UNIT,
            ETP_METRIC_PERIOD,
            ETP_METRIC_BETTER,
            ETP_METRIC_TARGET,
            ETP_METRIC_BASELINE,
            ETP_METRIC_WARNING) },
  { N_ ("Values"), FALSE, FIELDS (ETP_METRIC_VALUES) },
  { N_ ("Where It Is Measured"), TRUE, FIELDS (ETP_METRIC_AT, ETP_METRIC_PERSONA) },
};

static const EtpFormSection vote_round_sections[] = {
  { NULL, FALSE,
    FIELDS (ETP_VOTE_ROUND_TITLE,
            ETP_VOTE_ROUND_QUESTION,
            ETP_VOTE_ROUND_DOTS,
            ETP_VOTE_ROUND_CLOSED) },
};

static const EtpFormSection snapshot_sections[] = {
  { NULL, FALSE, FIELDS (ETP_SNAPSHOT_NAME, ETP_SNAPSHOT_DATE, ETP_SNAPSHOT_AUTHOR) },
};

static const EtpFormSection comment_sections[] = {
  { NULL, FALSE,
    FIELDS (ETP_COMMENT_TEXT, ETP_COMMENT_AUTHOR, ETP_COMMENT_DATE, ETP_COMMENT_RESOLVED) },
};

#define ORDER(id, form)                                                                            \
  {                                                                                                \
    &etp_##id##_table, #form, form##_sections, G_N_ELEMENTS (form##_sections), NOTHING             \
  }

static const EtpFormOrder orders[] = {
  ORDER (journey, journey),
  ORDER (phase, phase),
  ORDER (lane, lane),
  ORDER (card, step),
  ORDER (card, note),
  ORDER (persona, persona),
  ORDER (unit, unit),
  ORDER (source, source),
  ORDER (offer, offer),
  ORDER (key_moment, key_moment),
  ORDER (system, system),
  ORDER (channel, channel),
  ORDER (touchpoint, touchpoint),
  ORDER (link, link),
  ORDER (measure, measure),
  ORDER (metric, metric),
  ORDER (vote_round, vote_round),
  /* A snapshot's journey is compared and restored, not edited. */
  { &etp_snapshot_table, "snapshot", snapshot_sections, G_N_ELEMENTS (snapshot_sections),
    FIELDS (ETP_SNAPSHOT_JOURNEY) },
  /* What a comment is about is said where it is read. */
  { &etp_comment_table, "comment", comment_sections, G_N_ELEMENTS (comment_sections),
    FIELDS (ETP_COMMENT_ON) },
  /* An image is edited where it is used. */
  { &etp_asset_table, "asset", NULL, 0, FIELDS (ETP_ASSET_TYPE, ETP_ASSET_DATA) },
};

const EtpFormOrder *
etp_form_orders_get (guint *n_orders)
{
  *n_orders = G_N_ELEMENTS (orders);
  return orders;
}

static gboolean
is_step (EtpNode *card)
{
  EtpJourney *journey = etp_node_get_journey (card);
  EtpNode *lane;

  if (journey == NULL)
    return FALSE;
  lane = etp_journey_get_node (journey, etp_node_get_text (card, ETP_CARD_LANE));
  return lane != NULL && etp_node_get_list (lane) == ETP_LIST_LANES
         && etp_node_get_enum (lane, ETP_LANE_KIND) == ETP_LANE_KIND_TOUCHPOINTS;
}

const EtpFormOrder *
etp_form_order_for (EtpNode *node)
{
  const EtpTable *table = etp_node_record (node)->table;
  const EtpFormSection *first = table != &etp_card_table ? NULL
                                : is_step (node)         ? step_sections
                                                         : note_sections;

  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    if (orders[i].table == table && (first == NULL || orders[i].sections == first))
      return &orders[i];

  g_return_val_if_reached (&orders[0]);
}

/* The heading may say it already. */
static const char *
get_label (const EtpFormSection *section, const EtpField *row)
{
  return g_strcmp0 (section->title, row->label) == 0 ? "" : _ (row->label);
}

char **
etp_form_order_dup_labels (const EtpFormOrder *self)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  for (guint i = 0; i < self->n_sections; i++)
    for (const gint16 *field = self->sections[i].fields; *field >= 0; field++)
      {
        const EtpField *row = &self->table->fields[*field];

        if (row->type != ETP_FIELD_VALUE)
          g_ptr_array_add (labels, (gpointer) get_label (&self->sections[i], row));
        else
          for (guint j = 0; j < row->columns->n_fields; j++)
            g_ptr_array_add (labels,
                             (gpointer) get_label (&self->sections[i], &row->columns->fields[j]));
      }
  g_ptr_array_add (labels, NULL);
  return etp_mnemonics_assign ((const char *const *) labels->pdata);
}
