/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-deck-facts.h"
#include "etp-deck-parts.h"
#include "model/etp-format.h"
#include "model/etp-tables.h"

#include <math.h>
#include <string.h>

/* What the map is built on, who made it, and when it is looked at again. */

/* "Customer survey, 18 Sep 2026 (n = 412)", below it what there is to say about it. */
static void
add_source (EtpDeck *self, EtpBox *box, EtpNode *source)
{
  const char *language = self->map.language;
  g_autofree char *date = etp_format_date_short (etp_node_get_text (source, ETP_SOURCE_DATE),
                                                 language);
  gint64 sample = etp_node_get_integer (source, ETP_SOURCE_SAMPLE);
  const char *kind = etp_words_get_choice (language, etp_source_kind_words,
                                           etp_node_get_enum (source, ETP_SOURCE_KIND));
  const char *title = etp_node_get_text (source, ETP_SOURCE_TITLE);
  g_autoptr (GString) line = g_string_new (title);
  EtpPara *para;

  if (kind[0] != '\0' && strcmp (kind, title) != 0)
    g_string_append_printf (line, "%s%s", line->len > 0 ? ", " : "", kind);
  if (date[0] != '\0')
    g_string_append_printf (line, ", %s", date);
  if (sample != ETP_ABSENT_INTEGER)
    {
      g_autofree char *number = etp_format_number ((double) sample, 0, language);

      g_string_append_printf (line, " (%s\302\240%s)", etp_deck_get_word (self, ETP_WORD_SAMPLE),
                              number);
    }
  etp_deck_add_bullet (self, box, line->str);
  para = etp_box_add (box, etp_node_get_text (source, ETP_SOURCE_NOTE), ETP_TYPE_SMALL,
                      etp_deck_get_dim (self), 0);
  para->indent = 18;
}

static void
add_sources (EtpDeck *self, GPtrArray *boxes)
{
  EtpNodeList *sources = etp_journey_get_list (self->map.journey, ETP_LIST_SOURCES);
  EtpBox *box;
  EtpNode *source;

  if (etp_node_list_get_length (sources) == 0)
    return;
  box = etp_deck_new_part (self, etp_deck_get_saying (self->map.language, ETP_SAY_SOURCES));
  for (guint i = 0; (source = etp_node_list_get (sources, i)) != NULL; i++)
    add_source (self, box, source);
  g_ptr_array_add (boxes, box);
}

/* How many cards and feelings are assumed, observed, measured. */
static void
add_certainty (EtpDeck *self, GPtrArray *boxes)
{
  EtpNodeList *cards = etp_journey_get_list (self->map.journey, ETP_LIST_CARDS);
  guint counts[ETP_N_EVIDENCES] = { 0 };
  EtpBox *box;
  EtpNode *card;

  for (guint i = 0; (card = etp_node_list_get (cards, i)) != NULL; i++)
    {
      guint n = etp_node_get_length (card, ETP_CARD_EMOTIONS);

      counts[MAX (0, etp_node_get_enum (card, ETP_CARD_EVIDENCE))]++;
      for (guint k = 0; k < n; k++)
        counts[MAX (0, etp_value_get_enum (etp_node_get_value_at (card, ETP_CARD_EMOTIONS, k),
                                           ETP_EMOTION_EVIDENCE))]++;
    }
  if (etp_node_list_get_length (cards) == 0)
    return;
  box = etp_deck_new_part (self, etp_deck_get_saying (self->map.language, ETP_SAY_HOW_SURE));
  for (int i = ETP_N_EVIDENCES - 1; i >= 0; i--)
    {
      g_autofree char *number = etp_format_number (counts[i], 0, self->map.language);
      g_autofree char *line = etp_deck_say (
          self->map.language, ETP_SAY_EVIDENCE_COUNT,
          etp_deck_get_word (self, (EtpWord) (ETP_WORD_EVIDENCE_ASSUMED + i)), number, NULL);
      EtpPara *para = etp_box_add (box, line, ETP_TYPE_CARD_TEXT, etp_deck_get_ink (self), 3);

      para->sign = ETP_SIGN_EVIDENCE;
      para->value = i;
      para->color = etp_deck_get_dim (self);
    }
  g_ptr_array_add (boxes, box);
}

static void
add_period (EtpDeck *self, GPtrArray *boxes)
{
  EtpValue *period = etp_node_get_value (ETP_NODE (self->map.journey), ETP_JOURNEY_DATA_PERIOD);
  g_autofree char *from = NULL, *to = NULL, *line = NULL;

  if (period == NULL)
    return;
  from = etp_format_date (etp_value_get_text (period, ETP_DATA_PERIOD_FROM), self->map.language);
  to = etp_format_date (etp_value_get_text (period, ETP_DATA_PERIOD_TO), self->map.language);
  line = from[0] != '\0' && to[0] != '\0'
             ? etp_deck_say (self->map.language, ETP_SAY_PERIOD, from, to, NULL)
             : g_strconcat (from, to, NULL);
  etp_deck_add_part (self, boxes, etp_deck_get_word (self, ETP_WORD_DATA_PERIOD), line);
}

static void
add_contributors (EtpDeck *self, GPtrArray *boxes)
{
  EtpNode *root = ETP_NODE (self->map.journey);
  guint n = etp_node_get_length (root, ETP_JOURNEY_CONTRIBUTORS);
  EtpBox *box;

  if (n == 0)
    return;
  box = etp_deck_new_part (self, etp_deck_get_word (self, ETP_WORD_CONTRIBUTORS));
  for (guint i = 0; i < n; i++)
    {
      EtpValue *person = etp_node_get_value_at (root, ETP_JOURNEY_CONTRIBUTORS, i);
      EtpNode *unit = etp_deck_get_named (self, etp_value_record (person), ETP_CONTRIBUTOR_UNIT,
                                          ETP_LIST_UNITS);
      const char *name = unit != NULL ? etp_node_get_text (unit, ETP_UNIT_NAME) : "";
      g_autofree char *line = g_strconcat (etp_value_get_text (person, ETP_CONTRIBUTOR_NAME),
                                           name[0] != '\0' ? ", " : "", name, NULL);

      etp_deck_add_bullet (self, box, line);
    }
  g_ptr_array_add (boxes, box);
}

static void
add_date (EtpDeck *self, EtpBox *box, EtpSaying saying, guint field)
{
  g_autofree char *date = etp_format_date (etp_node_get_text (ETP_NODE (self->map.journey), field),
                                           self->map.language);
  g_autofree char *line = etp_deck_say (self->map.language, saying, date, NULL, NULL);

  if (date[0] != '\0')
    etp_deck_add_bullet (self, box, line);
}

static void
add_dates (EtpDeck *self, GPtrArray *boxes)
{
  const char *today = self->options->today;
  const char *due = etp_node_get_text (ETP_NODE (self->map.journey), ETP_JOURNEY_REVIEW_DUE);
  gboolean overdue = today != NULL && due[0] != '\0' && strcmp (due, today) < 0;
  EtpBox *box = etp_deck_new_part (self, etp_deck_get_saying (self->map.language, ETP_SAY_DATES));

  add_date (self, box, ETP_SAY_WORKSHOP_ON, ETP_JOURNEY_WORKSHOP_DATE);
  add_date (self, box, overdue ? ETP_SAY_NEXT_REVIEW_OVERDUE : ETP_SAY_NEXT_REVIEW_ON,
            ETP_JOURNEY_REVIEW_DUE);
  if (box->paras->len > 1)
    g_ptr_array_add (boxes, box);
  else
    etp_box_free (box);
}

static void
add_reviews (EtpDeck *self, GPtrArray *boxes)
{
  EtpNode *root = ETP_NODE (self->map.journey);
  guint n = etp_node_get_length (root, ETP_JOURNEY_REVIEWS);
  EtpBox *box;

  if (n == 0)
    return;
  box = etp_deck_new_part (self, etp_deck_get_saying (self->map.language, ETP_SAY_REVIEW));
  for (guint i = n; i-- > 0;)
    {
      EtpValue *review = etp_node_get_value_at (root, ETP_JOURNEY_REVIEWS, i);
      g_autofree char *date = etp_format_date (etp_value_get_text (review, ETP_REVIEW_DATE),
                                               self->map.language);
      const char *by = etp_value_get_text (review, ETP_REVIEW_BY);
      g_autofree char *line = g_strconcat (date, date[0] != '\0' && by[0] != '\0' ? ", " : "", by,
                                           NULL);
      EtpPara *para;

      etp_deck_add_bullet (self, box, line);
      para = etp_box_add (box, etp_value_get_text (review, ETP_REVIEW_RESULT), ETP_TYPE_SMALL,
                          etp_deck_get_dim (self), 0);
      para->indent = 18;
    }
  g_ptr_array_add (boxes, box);
}

static void
add_votings (EtpDeck *self, GPtrArray *boxes)
{
  EtpNodeList *rounds = etp_journey_get_list (self->map.journey, ETP_LIST_VOTE_ROUNDS);
  EtpBox *box;
  EtpNode *round;

  if (etp_node_list_get_length (rounds) == 0)
    return;
  box = etp_deck_new_part (self, etp_deck_get_saying (self->map.language, ETP_SAY_VOTINGS));
  for (guint i = 0; (round = etp_node_list_get (rounds, i)) != NULL; i++)
    {
      const char *question = etp_node_get_text (round, ETP_VOTE_ROUND_QUESTION);
      const char *title = etp_node_get_text (round, ETP_VOTE_ROUND_TITLE);
      g_autofree char *line = g_strconcat (
          title, title[0] != '\0' && question[0] != '\0' ? ": " : "", question, NULL);

      etp_deck_add_bullet (self, box, line);
    }
  g_ptr_array_add (boxes, box);
}

void
etp_deck_add_method (EtpDeck *self)
{
  EtpNode *root = ETP_NODE (self->map.journey);
  double share = etp_outline_get_evidence_share (self->map.outline);
  g_autoptr (GPtrArray) boxes = g_ptr_array_new ();
  g_autofree char *percent = etp_format_percent (share, 0, self->map.language);
  g_autofree char *title = NULL, *contact = NULL;

  add_sources (self, boxes);
  add_certainty (self, boxes);
  add_period (self, boxes);
  add_dates (self, boxes);
  add_contributors (self, boxes);
  add_reviews (self, boxes);
  add_votings (self, boxes);
  contact = etp_deck_join (g_strdup (etp_node_get_text (root, ETP_JOURNEY_OWNER)),
                           g_strdup (etp_node_get_text (root, ETP_JOURNEY_CONTACT)), NULL);
  etp_deck_add_part (self, boxes, etp_deck_get_word (self, ETP_WORD_CONTACT), contact);
  if (boxes->len == 0)
    return;
  title = isnan (share)
              ? g_strdup (etp_deck_get_saying (self->map.language, ETP_SAY_METHOD))
              : etp_deck_say (self->map.language, ETP_SAY_METHOD_SHARE, percent, NULL, NULL);
  etp_deck_begin (self, "method", title, G_MAXUINT);
  etp_deck_flow_columns (self, boxes, self->options->ratio == ETP_DECK_WIDE ? 3 : 2, 36);
  etp_deck_end (self);
}
