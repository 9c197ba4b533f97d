/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-report.h"

#include <string.h>

#include "etp-names.h"
#include "model/etp-fields.h"
#include "model/etp-words.h"

/* Minutes: what a meeting leaves. Who was there and when, what was found, what was decided and who
 * does it by when, what is still open. */

#define WORD(english) etp_report_word (self->language, english)

#define MOST_VOTED 5 /* of a round, told in minutes */

typedef struct
{
  EtpNode *node; /* borrowed */
  gint64 count;
  guint position;
} Result;

static int
compare_results (gconstpointer a, gconstpointer b)
{
  const Result *left = a, *right = b;

  if (left->count != right->count)
    return left->count > right->count ? -1 : 1;
  return left->position < right->position ? -1 : 1;
}

static void
add_results (GArray *results, EtpJourney *journey, EtpListKind list, guint field, const char *round)
{
  EtpNodeList *nodes = etp_journey_get_list (journey, list);
  EtpNode *node;

  for (guint i = 0; (node = etp_node_list_get (nodes, i)) != NULL; i++)
    for (guint v = 0; v < etp_node_get_length (node, field); v++)
      {
        EtpValue *vote = etp_node_get_value_at (node, field, v);
        Result result = { node, etp_value_get_integer (vote, ETP_VOTE_COUNT), results->len };

        if (result.count > 0 && strcmp (etp_value_get_text (vote, ETP_VOTE_ROUND), round) == 0)
          g_array_append_val (results, result);
      }
}

/* What was asked, and what got the most votes. */
static void
add_round (EtpReport *self, EtpNode *round)
{
  static const char *const heads[] = { "Result", "Votes", NULL };
  const char *title = etp_node_get_text (round, ETP_VOTE_ROUND_TITLE);
  g_autoptr (GArray) results = g_array_new (FALSE, FALSE, sizeof (Result));
  EtpBlock *table;

  add_results (results, self->journey, ETP_LIST_CARDS, ETP_CARD_VOTES, etp_node_get_id (round));
  add_results (results, self->journey, ETP_LIST_MEASURES, ETP_MEASURE_VOTES,
               etp_node_get_id (round));
  if (results->len == 0)
    return;
  g_array_sort (results, compare_results);
  if (title[0] != '\0')
    etp_report_add_heading (self, 3, title, NULL);
  table = etp_report_add_table (self, title[0] != '\0' ? title : WORD ("Votes in the workshop"),
                                heads, 1 << 1);
  for (guint i = 0; i < results->len && i < MOST_VOTED; i++)
    {
      const Result *result = &g_array_index (results, Result, i);

      etp_block_take_cell (table, etp_names_dup (self->journey, result->node));
      etp_block_take_cell (table, g_strdup_printf ("%" G_GINT64_FORMAT, result->count));
    }
}

static void
add_votes (EtpReport *self)
{
  EtpNodeList *rounds = etp_journey_get_list (self->journey, ETP_LIST_VOTE_ROUNDS);
  const guint begin = etp_report_begin_part (self, WORD ("Votes in the workshop"), "votes");
  EtpNode *round;

  for (guint r = 0; (round = etp_node_list_get (rounds, r)) != NULL; r++)
    add_round (self, round);
  etp_report_end_part (self, begin);
}

EtpReport *
etp_report_new_minutes (EtpJourney *journey)
{
  static const guint facts[] = { ETP_JOURNEY_WORKSHOP_DATE, ETP_JOURNEY_OWNER,
                                 ETP_JOURNEY_CONTACT,       ETP_JOURNEY_SCENARIO,
                                 ETP_JOURNEY_REVIEW_DUE,    G_MAXUINT };
  EtpReport *self = etp_report_new_empty (journey);
  g_autofree char *title = g_strdup_printf ("%s: %s", WORD ("Minutes"), self->title);
  guint begin;

  g_free (self->title);
  self->title = g_steal_pointer (&title);
  etp_report_add_heading (self, 1, self->title, NULL);
  etp_report_add_fields (self, etp_node_record (ETP_NODE (journey)), facts);
  begin = etp_report_begin_part (self, WORD ("Participants"), "participants");
  etp_report_add_people (self);
  etp_report_end_part (self, begin);
  etp_report_add_insights (self);
  etp_report_add_pains (self);
  add_votes (self);
  etp_report_add_measures (self, WORD ("Decided measures"), ETP_REPORT_DECIDED);
  etp_report_add_measures (self, WORD ("Still to be decided"), ETP_REPORT_UNDECIDED);
  etp_report_add_parking_lot (self);
  etp_report_finish (self);
  return self;
}
