/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-model"

#include "config.h"

#include "etp-extract-private.h"

#include <string.h>

/* Which nodes of a journey stay behind. What was not chosen and what is not for people outside is
 * marked first; then all that cannot be without it, until nothing more is found. */

gboolean
etp_extract_is_chosen (const char *const *choice, const char *id)
{
  return choice != NULL && g_strv_contains (choice, id);
}

static void
mark (EtpExtract *self, EtpNode *node)
{
  g_hash_table_add (self->gone, (gpointer) etp_node_get_id (node));
  g_hash_table_remove (self->bare, etp_node_get_id (node));
}

static void
mark_bare (EtpExtract *self, EtpNode *node)
{
  g_hash_table_add (self->bare, (gpointer) etp_node_get_id (node));
}

static gboolean
is_kept (const EtpExtract *self, EtpNode *node)
{
  return !g_hash_table_contains (self->gone, etp_node_get_id (node))
         && !g_hash_table_contains (self->bare, etp_node_get_id (node));
}

static void
mark_list (EtpExtract *self, EtpListKind kind)
{
  EtpNodeList *list = etp_journey_get_list (self->journey, kind);
  EtpNode *node;

  for (guint i = 0; (node = etp_node_list_get (list, i)) != NULL; i++)
    mark (self, node);
}

/* Of a list with a field that says so. */
static void
mark_internal (EtpExtract *self, EtpListKind kind, guint field)
{
  EtpNodeList *list = etp_journey_get_list (self->journey, kind);
  EtpNode *node;

  for (guint i = 0; (node = etp_node_list_get (list, i)) != NULL; i++)
    if (etp_node_get_boolean (node, field))
      {
        mark (self, node);
        self->counts->n_internal++;
      }
}

/* Cards of internal lanes are internal too. */
static void
count_cards_of_internal_lanes (EtpExtract *self)
{
  EtpNodeList *list = etp_journey_get_list (self->journey, ETP_LIST_CARDS);
  EtpNode *card;

  for (guint i = 0; (card = etp_node_list_get (list, i)) != NULL; i++)
    {
      const char *lane_id = etp_node_get_text (card, ETP_CARD_LANE);
      EtpNode *lane = etp_journey_get_node (self->journey, lane_id);

      if (!etp_node_get_boolean (card, ETP_CARD_INTERNAL) && lane_id[0] != '\0' && lane != NULL
          && etp_node_get_list (lane) == ETP_LIST_LANES
          && etp_node_get_boolean (lane, ETP_LANE_INTERNAL))
        self->counts->n_internal++;
    }
}

/* Whether a lane or phase goes out by what was chosen, and by what the document hides. */
static gboolean
is_wanted (const EtpExtract *self, const char *const *choice, EtpNode *node, guint hidden)
{
  if (choice != NULL)
    return etp_extract_is_chosen (choice, etp_node_get_id (node));
  return !self->options->external || !etp_node_get_boolean (node, hidden);
}

static void
mark_lanes (EtpExtract *self)
{
  EtpNodeList *list = etp_journey_get_list (self->journey, ETP_LIST_LANES);
  EtpNode *lane;

  for (guint i = 0; (lane = etp_node_list_get (list, i)) != NULL; i++)
    {
      if (!is_kept (self, lane) || is_wanted (self, self->options->lanes, lane, ETP_LANE_HIDDEN))
        continue;
      if (etp_node_get_enum (lane, ETP_LANE_KIND) == ETP_LANE_KIND_TOUCHPOINTS)
        mark_bare (self, lane);
      else
        mark (self, lane);
    }
}

static void
mark_phases (EtpExtract *self)
{
  EtpNodeList *list = etp_journey_get_list (self->journey, ETP_LIST_PHASES);
  gboolean is_before = FALSE;

  for (guint i = etp_node_list_get_length (list); i-- > 0;)
    {
      EtpNode *phase = etp_node_list_get (list, i);

      if (is_wanted (self, self->options->phases, phase, ETP_PHASE_HIDDEN))
        is_before = TRUE;
      else if (is_before)
        mark_bare (self, phase);
      else
        mark (self, phase);
    }
}

static void
mark_personas (EtpExtract *self)
{
  EtpNodeList *list = etp_journey_get_list (self->journey, ETP_LIST_PERSONAS);
  EtpNode *persona;

  for (guint i = 0; (persona = etp_node_list_get (list, i)) != NULL; i++)
    if (self->options->personas != NULL
        && !etp_extract_is_chosen (self->options->personas, etp_node_get_id (persona)))
      mark (self, persona);
}

/* Measures and metrics are shown by lanes: without one of them they were not chosen. */
static void
mark_shown_by (EtpExtract *self, int kind, EtpListKind shown)
{
  EtpNodeList *list = etp_journey_get_list (self->journey, ETP_LIST_LANES);
  gboolean exists = FALSE;
  EtpNode *lane;

  for (guint i = 0; (lane = etp_node_list_get (list, i)) != NULL; i++)
    {
      if (etp_node_get_enum (lane, ETP_LANE_KIND) != kind)
        continue;
      if (is_kept (self, lane))
        return;
      exists = TRUE;
    }
  if (exists)
    mark_list (self, shown);
}

static guint
find_phase (const EtpExtract *self, const char *id)
{
  EtpNode *node = id[0] != '\0' ? etp_journey_get_node (self->journey, id) : NULL;

  return node != NULL && etp_node_get_list (node) == ETP_LIST_PHASES
             ? etp_node_list_get_index (etp_journey_get_list (self->journey, ETP_LIST_PHASES), node)
             : G_MAXUINT;
}

gboolean
etp_extract_find_span (const EtpExtract *self, EtpNode *card, EtpExtractSpan *span)
{
  EtpNodeList *list = etp_journey_get_list (self->journey, ETP_LIST_PHASES);
  guint from = find_phase (self, etp_node_get_text (card, ETP_CARD_PHASE));
  guint to = find_phase (self, etp_node_get_text (card, ETP_CARD_UNTIL));

  *span = (EtpExtractSpan){ NULL, NULL };
  if (from == G_MAXUINT)
    return FALSE;
  if (to == G_MAXUINT || to < from)
    to = from;
  for (guint i = from; i <= to; i++)
    {
      EtpNode *phase = etp_node_list_get (list, i);

      if (!is_kept (self, phase))
        continue;
      if (span->first == NULL)
        span->first = etp_node_get_id (phase);
      span->last = etp_node_get_id (phase);
    }
  return span->first != NULL;
}

/* TRUE if a node is about personas of whom none is left. */
static gboolean
concerns_nobody (const EtpExtract *self, EtpNode *node, guint field)
{
  guint n = etp_node_get_length (node, field);

  for (guint i = 0; i < n; i++)
    if (!g_hash_table_contains (self->gone, etp_node_get_text_at (node, field, i)))
      return FALSE;
  return n > 0;
}

static gboolean
is_of_gone_persona (const EtpExtract *self, EtpNode *node, guint field)
{
  return g_hash_table_contains (self->gone, etp_node_get_text (node, field));
}

static gboolean
is_in_gone_phase (const EtpExtract *self, EtpNode *node, guint field)
{
  const char *id = etp_node_get_text (node, field);

  return g_hash_table_contains (self->gone, id) || g_hash_table_contains (self->bare, id);
}

/* A card has left with its lane, its phases, or all whom it concerned; one without a place is part
 * of the whole only. */
static gboolean
has_card_left (EtpExtract *self, EtpNode *card)
{
  const char *lane = etp_node_get_text (card, ETP_CARD_LANE);
  EtpExtractSpan span;

  if (g_hash_table_contains (self->gone, lane) || concerns_nobody (self, card, ETP_CARD_PERSONAS))
    return TRUE;
  if (find_phase (self, etp_node_get_text (card, ETP_CARD_PHASE)) == G_MAXUINT)
    return self->options->lanes != NULL || self->options->phases != NULL;
  if (!etp_extract_find_span (self, card, &span))
    return TRUE;
  if (g_hash_table_contains (self->bare, lane))
    mark_bare (self, card);
  return FALSE;
}

/* "EUR", "TEUR" and "kUSD", and "euro" however it is written. Codes count in capitals only: "sek"
 * may be seconds, "SEK" is not. */
static gboolean
is_money_word (const char *word, gsize length)
{
  static const char *const codes[] = { "AED", "ARS", "AUD", "BGN", "BRL", "CAD", "CHF", "CLP",
                                       "CNY", "COP", "CZK", "DKK", "EGP", "EUR", "GBP", "HKD",
                                       "HUF", "IDR", "ILS", "INR", "ISK", "JPY", "KRW", "MXN",
                                       "MYR", "NOK", "NZD", "PEN", "PHP", "PLN", "QAR", "RON",
                                       "RSD", "RUB", "SAR", "SEK", "SGD", "THB", "TRY", "TWD",
                                       "UAH", "USD", "VND", "ZAR", NULL };
  static const char *const names[] = { "eur",    "teur",    "euro",    "euros",
                                       "dollar", "dollars", "franken", NULL };
  g_autofree char *code = g_strndup (word, length);
  g_autofree char *name = g_ascii_strdown (code, -1);

  /* Thousands and millions of it. */
  return g_strv_contains (names, name) || g_strv_contains (codes, code)
         || (length == 4 && strchr ("TkKM", code[0]) != NULL && g_strv_contains (codes, code + 1));
}

/* Amounts of money may also be called so by the unit of a metric: "EUR", "€", "T€ per month". */
gboolean
etp_extract_is_in_money (const EtpExtract *self, EtpNode *metric)
{
  static const char letters[] = G_CSET_a_2_z G_CSET_A_2_Z;
  const char *unit = etp_node_get_text (metric, ETP_METRIC_UNIT);
  const char *currency = etp_node_get_text (self->journey, ETP_JOURNEY_CURRENCY);
  g_autofree char *folded = g_utf8_casefold (unit, -1);
  g_autofree char *wanted = g_utf8_casefold (currency, -1);
  gsize length;

  for (const char *p = unit; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_type (g_utf8_get_char (p)) == G_UNICODE_CURRENCY_SYMBOL)
      return TRUE;
  for (const char *p = unit; *p != '\0'; p += MAX (length, 1))
    {
      length = strspn (p, letters);
      if (is_money_word (p, length))
        return TRUE;
    }
  return wanted[0] != '\0' && strstr (folded, wanted) != NULL;
}

static void
mark_money (EtpExtract *self)
{
  EtpNodeList *list = etp_journey_get_list (self->journey, ETP_LIST_METRICS);
  EtpNode *metric;

  for (guint i = 0; (metric = etp_node_list_get (list, i)) != NULL; i++)
    if (etp_extract_is_in_money (self, metric))
      {
        mark (self, metric);
        self->counts->n_money++;
      }
}

typedef struct
{
  EtpExtract *self;
  gboolean has_left;
} Holder;

static gboolean
look_at_reference (const EtpReference *reference, gpointer user_data)
{
  Holder *holder = user_data;

  holder->has_left |= reference->item < 0 && reference->column < 0
                      && reference->row->gone == ETP_GONE_REMOVE
                      && (g_hash_table_contains (holder->self->gone, reference->id)
                          || g_hash_table_contains (holder->self->bare, reference->id));
  return !holder->has_left;
}

static gboolean
has_left (EtpExtract *self, EtpNode *node)
{
  Holder holder = { self, FALSE };

  switch (etp_node_get_list (node))
    {
    case ETP_LIST_CARDS:
      return has_card_left (self, node);
    case ETP_LIST_LANES:
      return is_of_gone_persona (self, node, ETP_LANE_PERSONA);
    case ETP_LIST_OFFERS:
      return concerns_nobody (self, node, ETP_OFFER_PERSONAS);
    case ETP_LIST_MEASURES:
      return is_in_gone_phase (self, node, ETP_MEASURE_PHASE);
    case ETP_LIST_KEY_MOMENTS:
      return is_of_gone_persona (self, node, ETP_KEY_MOMENT_PERSONA)
             || is_in_gone_phase (self, node, ETP_KEY_MOMENT_PHASE);
    case ETP_LIST_METRICS:
      if (is_of_gone_persona (self, node, ETP_METRIC_PERSONA))
        return TRUE;
      break;
    case ETP_LIST_LINKS:
      if (concerns_nobody (self, node, ETP_LINK_PERSONAS))
        return TRUE;
      break;
    default:
      break;
    }
  etp_record_foreach_reference (etp_node_record (node), look_at_reference, &holder);
  return holder.has_left;
}

/* One round over everything; FALSE if nothing more was found. */
static gboolean
mark_followers (EtpExtract *self)
{
  gboolean found = FALSE;
  EtpNode *node;

  for (guint list = 0; list < ETP_N_LISTS; list++)
    for (guint i = 0;
         (node = etp_node_list_get (etp_journey_get_list (self->journey, list), i)) != NULL; i++)
      if (!g_hash_table_contains (self->gone, etp_node_get_id (node)) && has_left (self, node))
        {
          mark (self, node);
          found = TRUE;
        }
  return found;
}

/* What was open once and is internal or hidden since then is not for people outside: an earlier
 * state that they compare with would name it as removed. Today's marks are its marks too. */
static void
mark_as_now (EtpExtract *self)
{
  EtpExtractOptions options = *self->options;
  EtpExtractCounts counts = { 0 };
  EtpExtract now = {
    .journey = options.now,
    .options = &options,
    .gone = g_hash_table_new (g_str_hash, g_str_equal),
    .bare = g_hash_table_new (g_str_hash, g_str_equal),
    .counts = &counts,
  };
  EtpNode *node;

  options.now = NULL;
  etp_extract_mark (&now);
  for (guint list = 0; list < ETP_N_LISTS; list++)
    for (guint i = 0;
         (node = etp_node_list_get (etp_journey_get_list (self->journey, list), i)) != NULL; i++)
      if (g_hash_table_contains (now.gone, etp_node_get_id (node)))
        mark (self, node);
      else if (g_hash_table_contains (now.bare, etp_node_get_id (node)) && is_kept (self, node))
        mark_bare (self, node);
  g_hash_table_unref (now.gone);
  g_hash_table_unref (now.bare);
}

void
etp_extract_mark (EtpExtract *self)
{
  mark_list (self, ETP_LIST_SNAPSHOTS);
  if (self->options->blank)
    {
      mark_list (self, ETP_LIST_CARDS);
      mark_list (self, ETP_LIST_MEASURES);
      mark_list (self, ETP_LIST_METRICS);
    }
  if (self->options->external)
    {
      mark_list (self, ETP_LIST_COMMENTS);
      mark_list (self, ETP_LIST_VOTE_ROUNDS);
      mark_internal (self, ETP_LIST_LANES, ETP_LANE_INTERNAL);
      mark_internal (self, ETP_LIST_CARDS, ETP_CARD_INTERNAL);
      mark_internal (self, ETP_LIST_MEASURES, ETP_MEASURE_INTERNAL);
      count_cards_of_internal_lanes (self);
      mark_money (self);
    }
  mark_personas (self);
  mark_lanes (self);
  mark_phases (self);
  if (self->options->now != NULL)
    mark_as_now (self);
  if (self->options->lanes != NULL || self->options->external)
    {
      mark_shown_by (self, ETP_LANE_KIND_MEASURES, ETP_LIST_MEASURES);
      mark_shown_by (self, ETP_LANE_KIND_METRICS, ETP_LIST_METRICS);
    }
  while (mark_followers (self))
    ;
}
