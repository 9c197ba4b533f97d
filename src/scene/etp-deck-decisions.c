/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-deck-facts.h"
#include "etp-deck-measure.h"
#include "etp-deck-parts.h"
#include "etp-signs.h"
#include "model/etp-chain.h"
#include "model/etp-format.h"
#include "model/etp-health.h"

#include <math.h>
#include <string.h>

/* What the room has to decide, as far as the map tells: measures that are only ideas, overdue, or
 * nobody's; severe pain points that nothing answers; and the map itself. */

#define SEVERE 4

typedef struct
{
  const char *decision; /* static */
  char *text; /* owned; with a date in it; NULL: decision */
  EtpNode *node; /* measure or card; NULL: the journey */
} Decision;

static void
clear_decision (gpointer data)
{
  Decision *decision = data;

  g_free (decision->text);
}

static void
add_decision (EtpDeck *self, GArray *decisions, EtpSaying saying, EtpNode *node)
{
  Decision decision = { etp_deck_get_saying (self->map.language, saying), NULL, node };

  g_array_append_val (decisions, decision);
}

static void
add_measure (EtpDeck *self, GArray *decisions, EtpNode *measure)
{
  const char *today = self->options->today;
  gboolean nobody = etp_node_get_text (measure, ETP_MEASURE_OWNER)[0] == '\0'
                    && etp_node_get_text (measure, ETP_MEASURE_UNIT)[0] == '\0';

  if (!etp_measure_is_open (measure))
    return;
  if (today != NULL && etp_measure_is_overdue (measure, today))
    add_decision (self, decisions, ETP_SAY_DECIDE_OVERDUE, measure);
  else if (etp_node_get_enum (measure, ETP_MEASURE_STATUS) == ETP_MEASURE_STATUS_IDEA)
    add_decision (self, decisions, ETP_SAY_DECIDE_IDEA, measure);
  else if (nobody && !self->options->external)
    add_decision (self, decisions, ETP_SAY_DECIDE_OWNER, measure);
  else if (etp_node_get_text (measure, ETP_MEASURE_DUE)[0] == '\0')
    add_decision (self, decisions, ETP_SAY_DECIDE_DUE, measure);
}

static gboolean
is_answered (EtpDeck *self, EtpNode *card)
{
  g_autoptr (GPtrArray) chain = etp_chain_dup (self->map.journey, card);

  for (guint i = 0; i < chain->len; i++)
    if (etp_node_get_list (g_ptr_array_index (chain, i)) == ETP_LIST_MEASURES)
      return TRUE;
  return FALSE;
}

static void
add_pains (EtpDeck *self, GArray *decisions)
{
  g_autoptr (GPtrArray) pains = etp_deck_list_places (self, ETP_LANE_KIND_PAINS);

  for (guint i = 0; i < pains->len; i++)
    {
      EtpNode *card = ((const EtpPlace *) g_ptr_array_index (pains, i))->card;
      gint64 severity = etp_node_get_integer (card, ETP_CARD_SEVERITY);

      if (severity != ETP_ABSENT_INTEGER && severity >= SEVERE && !is_answered (self, card))
        add_decision (self, decisions, ETP_SAY_DECIDE_PAIN, card);
    }
}

static void
add_map (EtpDeck *self, GArray *decisions)
{
  EtpNode *root = ETP_NODE (self->map.journey);
  const char *due = etp_node_get_text (root, ETP_JOURNEY_REVIEW_DUE);

  if (etp_node_get_enum (root, ETP_JOURNEY_STATUS) == ETP_STATUS_REVIEW)
    add_decision (self, decisions, ETP_SAY_DECIDE_APPROVE, NULL);
  if (self->options->today != NULL && due[0] != '\0' && strcmp (due, self->options->today) < 0)
    {
      g_autofree char *date = etp_format_date (due, self->map.language);
      Decision decision = { "", NULL, NULL };

      decision.text = etp_deck_say (self->map.language, ETP_SAY_DECIDE_REVIEW, date, NULL, NULL);
      g_array_append_val (decisions, decision);
    }
}

/* What it is about. */
static EtpBox *
make_about (EtpDeck *self, const Decision *decision)
{
  EtpBox *box;
  g_autofree char *named = NULL;

  if (decision->node == NULL)
    return etp_deck_new_cell (self,
                              etp_node_get_text (ETP_NODE (self->map.journey), ETP_JOURNEY_TITLE));
  if (etp_node_get_list (decision->node) == ETP_LIST_MEASURES)
    return etp_deck_new_measure (self, decision->node);
  named = etp_deck_dup_named (self, decision->node);
  box = etp_deck_new_cell (self, named);
  if (box != NULL)
    etp_box_set_node (box, etp_node_get_id (decision->node), named);
  return box;
}

static EtpBox *
make_pain_ground (EtpDeck *self, EtpNode *card)
{
  EtpBox *box = etp_box_new (ETP_ITEM_LABEL);
  gint64 severity = etp_node_get_integer (card, ETP_CARD_SEVERITY);
  g_autofree char *line = g_strdup_printf ("%s %" G_GINT64_FORMAT "/5",
                                           etp_deck_get_word (self, ETP_WORD_SEVERITY), severity);
  EtpPara *para = etp_box_add (box, line, ETP_TYPE_SMALL, etp_deck_get_ink (self), 0);

  para->sign = ETP_SIGN_SEVERITY;
  para->value = (int) severity;
  para->color = etp_deck_get_color (self, ETP_COLOR_PAIN_INK);
  etp_deck_add_evidence (self, box, etp_node_record (card), ETP_CARD_EVIDENCE, ETP_CARD_SOURCES, 3);
  return box;
}

/* How far the map can be trusted. */
static EtpBox *
make_map_ground (EtpDeck *self)
{
  double share = etp_outline_get_evidence_share (self->map.outline);
  g_autofree char *percent = etp_format_percent (share, 0, self->map.language);
  g_autofree char *line = NULL;
  EtpBox *box = etp_box_new (ETP_ITEM_LABEL);

  if (!isnan (share))
    line = etp_deck_say (self->map.language, ETP_SAY_METHOD_SHARE, percent, NULL, NULL);
  etp_box_add (box, line, ETP_TYPE_SMALL, etp_deck_get_dim (self), 0);
  return box;
}

/* What there is to know for it. */
static EtpBox *
make_ground (EtpDeck *self, const Decision *decision)
{
  EtpBox *box;
  g_autofree char *due = NULL, *line = NULL;

  if (decision->node == NULL)
    return make_map_ground (self);
  if (etp_node_get_list (decision->node) != ETP_LIST_MEASURES)
    return make_pain_ground (self, decision->node);
  box = etp_deck_new_effect (self, decision->node);
  if (self->options->today != NULL && etp_measure_is_overdue (decision->node, self->options->today))
    {
      due = etp_format_date_short (etp_node_get_text (decision->node, ETP_MEASURE_DUE),
                                   self->map.language);
      line = etp_deck_say (self->map.language, ETP_SAY_DUE_SINCE, due, NULL, NULL);
      etp_box_add (box, line, ETP_TYPE_SMALL_STRONG, etp_deck_get_color (self, ETP_COLOR_BAD), 0);
    }
  return box;
}

static void
add_row (EtpDeck *self, const Decision *decision, guint number)
{
  EtpBox *cells[3] = { etp_box_new (ETP_ITEM_LABEL), make_about (self, decision),
                       make_ground (self, decision) };
  EtpPara *para = etp_box_add (cells[0],
                               decision->text != NULL ? decision->text : decision->decision,
                               ETP_TYPE_CARD_TITLE, etp_deck_get_ink (self), 0);

  g_snprintf (para->word, sizeof para->word, "%u", number);
  para->sign = ETP_SIGN_BADGE;
  para->color = self->map.accent;
  etp_deck_add_row (self, cells);
}

void
etp_deck_add_decisions (EtpDeck *self)
{
  EtpNodeList *measures = etp_journey_get_list (self->map.journey, ETP_LIST_MEASURES);
  const char *language = self->map.language;
  const EtpTableColumn columns[] = {
    { etp_deck_get_saying (language, ETP_SAY_COLUMN_DECISION), 0.36 },
    { etp_deck_get_saying (language, ETP_SAY_COLUMN_ABOUT), 0.38 },
    { etp_deck_get_saying (language, ETP_SAY_COLUMN_GROUND), 0.26 },
  };
  g_autoptr (GArray) decisions = g_array_new (FALSE, FALSE, sizeof (Decision));
  g_autofree char *title = NULL;
  EtpNode *measure;

  g_array_set_clear_func (decisions, clear_decision);
  add_map (self, decisions);
  add_pains (self, decisions);
  for (guint i = 0; (measure = etp_node_list_get (measures, i)) != NULL; i++)
    add_measure (self, decisions, measure);
  if (decisions->len == 0)
    return;
  title = etp_deck_say_count (language, ETP_SAY_DECISIONS_ONE, decisions->len);
  etp_deck_begin (self, "decisions", title, G_MAXUINT);
  etp_deck_begin_table (self, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < decisions->len; i++)
    add_row (self, &g_array_index (decisions, Decision, i), i + 1);
  etp_deck_end_table (self);
  etp_deck_end (self);
}
