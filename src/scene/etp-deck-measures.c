/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-deck-facts.h"
#include "etp-deck-measure.h"
#include "etp-deck-parts.h"
#include "etp-metric.h"
#include "model/etp-format.h"
#include "model/etp-health.h"
#include "model/etp-tables.h"

#include <math.h>
#include <string.h>

/* What is done about it: who does what by when, what for, and how far it is. What is overdue stands
 * first, then by date. */

static gboolean
is_overdue (EtpDeck *self, EtpNode *measure)
{
  return self->options->today != NULL && etp_measure_is_overdue (measure, self->options->today);
}

typedef struct
{
  EtpNode *measure;
  gboolean overdue, open;
  const char *due;
  guint position;
} Entry;

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *left = a, *right = b;
  int order;

  if (left->overdue != right->overdue)
    return left->overdue ? -1 : 1;
  if (left->open != right->open)
    return left->open ? -1 : 1;
  if ((left->due[0] == '\0') != (right->due[0] == '\0'))
    return left->due[0] != '\0' ? -1 : 1;
  order = strcmp (left->due, right->due);
  if (order != 0)
    return order;
  return left->position < right->position ? -1 : 1;
}

static GArray *
sort_measures (EtpDeck *self)
{
  EtpNodeList *measures = etp_journey_get_list (self->map.journey, ETP_LIST_MEASURES);
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  EtpNode *measure;

  for (guint i = 0; (measure = etp_node_list_get (measures, i)) != NULL; i++)
    {
      Entry entry = { measure, is_overdue (self, measure), etp_measure_is_open (measure),
                      etp_node_get_text (measure, ETP_MEASURE_DUE), i };

      g_array_append_val (entries, entry);
    }
  g_array_sort (entries, compare_entries);
  return entries;
}

/* "2.2, 3.1": the steps of what it addresses. */
static char *
dup_steps (EtpDeck *self, EtpNode *measure)
{
  guint n = etp_node_get_length (measure, ETP_MEASURE_CARDS);
  g_autoptr (GHashTable) met = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      EtpNode *card = etp_journey_get_node (self->map.journey,
                                            etp_node_get_text_at (measure, ETP_MEASURE_CARDS, i));
      char *number;

      if (card == NULL || etp_node_get_list (card) != ETP_LIST_CARDS)
        continue;
      number = etp_deck_dup_number (self, card);
      if (number[0] != '\0' && !g_hash_table_contains (met, number))
        g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", number);
      g_hash_table_add (met, number);
    }
  return g_string_free (text, FALSE);
}

EtpBox *
etp_deck_new_measure (EtpDeck *self, EtpNode *measure)
{
  const char *title = etp_node_get_text (measure, ETP_MEASURE_TITLE);
  g_autofree char *steps = dup_steps (self, measure);
  EtpBox *box = etp_box_new (ETP_ITEM_LABEL);

  etp_box_set_node (box, etp_node_get_id (measure), title);
  etp_box_add (box, title[0] != '\0' ? title : etp_deck_get_word (self, ETP_WORD_MEASURE),
               ETP_TYPE_CARD_TITLE, etp_deck_get_ink (self), 0);
  etp_box_add (box, etp_node_get_text (measure, ETP_MEASURE_DESCRIPTION), ETP_TYPE_SMALL,
               etp_deck_get_dim (self), 2);
  if (steps[0] != '\0')
    {
      g_autofree char *line = g_strdup_printf ("%s %s", etp_deck_get_word (self, ETP_WORD_STEP),
                                               steps);

      etp_box_add (box, line, ETP_TYPE_SMALL_STRONG, etp_deck_get_accent (self), 2);
    }
  return box;
}

static void
add_who (EtpDeck *self, EtpBox *box, EtpNode *measure)
{
  EtpNode *unit = etp_deck_get_named (self, etp_node_record (measure), ETP_MEASURE_UNIT,
                                      ETP_LIST_UNITS);

  etp_box_add (box, etp_node_get_text (measure, ETP_MEASURE_OWNER), ETP_TYPE_CARD_TEXT,
               etp_deck_get_ink (self), 0);
  if (unit != NULL)
    etp_box_add (box, etp_node_get_text (unit, ETP_UNIT_NAME), ETP_TYPE_SMALL,
                 etp_deck_get_dim (self), 0);
}

static void
add_when (EtpDeck *self, EtpBox *box, EtpNode *measure)
{
  g_autofree char *due = etp_format_date_short (etp_node_get_text (measure, ETP_MEASURE_DUE),
                                                self->map.language);
  g_autofree char *finished = etp_format_date_short (
      etp_node_get_text (measure, ETP_MEASURE_FINISHED), self->map.language);
  g_autofree char *line = NULL;

  etp_box_add (box, due, ETP_TYPE_CARD_TEXT,
               is_overdue (self, measure) ? etp_deck_get_color (self, ETP_COLOR_BAD)
                                          : etp_deck_get_ink (self),
               0);
  if (finished[0] == '\0')
    return;
  line = etp_deck_say (self->map.language, ETP_SAY_FINISHED_ON, finished, NULL, NULL);
  etp_box_add (box, line, ETP_TYPE_SMALL, etp_deck_get_dim (self), 0);
}

static char *
dup_score (EtpDeck *self, EtpSaying saying, gint64 score)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, score);

  if (score == ETP_ABSENT_INTEGER)
    return g_strdup ("");
  return etp_deck_say (self->map.language, saying, number, NULL, NULL);
}

static char *
dup_money (EtpDeck *self, EtpSaying saying, double amount)
{
  g_autofree char *money = NULL;

  if (isnan (amount))
    return g_strdup ("");
  money = etp_format_money (amount,
                            etp_node_get_text (ETP_NODE (self->map.journey), ETP_JOURNEY_CURRENCY),
                            self->map.language);
  return etp_deck_say (self->map.language, saying, money, NULL, NULL);
}

/* The metric that it is to move, and to where. */
static void
add_metric (EtpDeck *self, EtpBox *box, EtpNode *measure)
{
  EtpNode *metric = etp_deck_get_named (self, etp_node_record (measure), ETP_MEASURE_METRIC,
                                        ETP_LIST_METRICS);
  double expected = etp_node_get_number (measure, ETP_MEASURE_EXPECTED);
  const char *name;
  g_autofree char *value = NULL, *line = NULL;

  if (metric == NULL)
    return;
  name = etp_node_get_text (metric, ETP_METRIC_NAME);
  if (!isnan (expected))
    {
      value = etp_metric_format (expected, etp_node_get_text (metric, ETP_METRIC_UNIT),
                                 self->map.language);
      line = etp_deck_say (self->map.language, ETP_SAY_EXPECTED, name, value, NULL);
    }
  else
    line = g_strdup (name);
  etp_box_add (box, line, ETP_TYPE_SMALL_STRONG, etp_deck_get_ink (self), 0);
}

static char *
dup_customer_values (EtpDeck *self, EtpNode *measure)
{
  guint n = etp_node_get_length (measure, ETP_MEASURE_CUSTOMER_VALUES);
  char *text = g_strdup ("");

  for (guint i = 0; i < n; i++)
    {
      EtpValue *value = etp_node_get_value_at (measure, ETP_MEASURE_CUSTOMER_VALUES, i);
      gint64 score = etp_value_get_integer (value, ETP_CUSTOMER_VALUE_VALUE);
      EtpNode *persona = etp_deck_get_named (self, etp_value_record (value),
                                             ETP_CUSTOMER_VALUE_PERSONA, ETP_LIST_PERSONAS);
      g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, score);
      char *one;

      if (score == ETP_ABSENT_INTEGER)
        continue;
      one = n > 1 && persona != NULL
                ? etp_deck_say (self->map.language, ETP_SAY_CUSTOMER_VALUE_OF,
                                etp_node_get_text (persona, ETP_PERSONA_NAME), number, NULL)
                : etp_deck_say (self->map.language, ETP_SAY_CUSTOMER_VALUE, number, NULL, NULL);
      text = etp_deck_join (text, one, NULL);
    }
  return text;
}

EtpBox *
etp_deck_new_effect (EtpDeck *self, EtpNode *measure)
{
  EtpBox *box = etp_box_new (ETP_ITEM_LABEL);
  g_autofree char *facts = etp_deck_join (
      dup_customer_values (self, measure),
      dup_score (self, ETP_SAY_BUSINESS_VALUE,
                 etp_node_get_integer (measure, ETP_MEASURE_BUSINESS_VALUE)),
      dup_money (self, ETP_SAY_BENEFIT, etp_node_get_number (measure, ETP_MEASURE_BENEFIT)),
      dup_score (self, ETP_SAY_EFFORT, etp_node_get_integer (measure, ETP_MEASURE_EFFORT)),
      dup_money (self, ETP_SAY_COST, etp_node_get_number (measure, ETP_MEASURE_COST)), NULL);

  add_metric (self, box, measure);
  etp_box_add (box, facts, ETP_TYPE_SMALL, etp_deck_get_dim (self), 0);
  return box;
}

static EtpBox *
make_status (EtpDeck *self, EtpNode *measure)
{
  static const char *const hues[ETP_N_MEASURE_STATUSES] = {
    [ETP_MEASURE_STATUS_IDEA] = "slate",  [ETP_MEASURE_STATUS_PLANNED] = "blue",
    [ETP_MEASURE_STATUS_DOING] = "amber", [ETP_MEASURE_STATUS_DONE] = "green",
    [ETP_MEASURE_STATUS_DROPPED] = "",
  };
  int status = etp_node_get_enum (measure, ETP_MEASURE_STATUS);
  EtpRgba color = etp_style_get_named (self->map.style, status >= 0 ? hues[status] : "",
                                       etp_deck_get_dim (self));
  EtpBox *box = etp_box_new (ETP_ITEM_LABEL);
  EtpPara *para = etp_box_add (
      box, etp_words_get_choice (self->map.language, etp_measure_status_words, status),
      ETP_TYPE_SMALL_STRONG, etp_style_get_text_ink (self->map.style, color), 0);

  para->sign = ETP_SIGN_PILL;
  para->color = etp_style_get_surface (self->map.style, color);
  if (is_overdue (self, measure))
    {
      EtpRgba bad = etp_deck_get_color (self, ETP_COLOR_BAD);

      para = etp_box_add (box, etp_deck_get_saying (self->map.language, ETP_SAY_OVERDUE),
                          ETP_TYPE_SMALL_STRONG, bad, 4);
      para->sign = ETP_SIGN_ICON;
      para->value = ETP_ICON_EXCLAMATION;
      para->color = bad;
    }
  return box;
}

static void
append_count (EtpDeck *self, GString *text, EtpSaying saying, guint n)
{
  g_autofree char *number = g_strdup_printf ("%u", n);
  g_autofree char *count = etp_deck_say (self->map.language, saying, number, NULL, NULL);

  if (n > 0)
    g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", count);
}

/* "7 measures: 1 overdue, 1 in progress, 4 planned, 1 done" */
static char *
dup_title (EtpDeck *self, GArray *entries)
{
  g_autofree char *count = etp_deck_say_count (self->map.language, ETP_SAY_MEASURES_ONE,
                                               entries->len);
  g_autoptr (GString) counts = g_string_new (NULL);
  guint n[ETP_N_MEASURE_STATUSES] = { 0 }, overdue = 0;

  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = &g_array_index (entries, Entry, i);
      int status = etp_node_get_enum (entry->measure, ETP_MEASURE_STATUS);

      if (status >= 0)
        n[status]++;
      overdue += entry->overdue != FALSE;
    }
  append_count (self, counts, ETP_SAY_COUNT_OVERDUE, overdue);
  append_count (self, counts, ETP_SAY_COUNT_DONE, n[ETP_MEASURE_STATUS_DONE]);
  append_count (self, counts, ETP_SAY_COUNT_DOING, n[ETP_MEASURE_STATUS_DOING]);
  append_count (self, counts, ETP_SAY_COUNT_PLANNED, n[ETP_MEASURE_STATUS_PLANNED]);
  append_count (self, counts,
                n[ETP_MEASURE_STATUS_IDEA] == 1 ? ETP_SAY_COUNT_IDEA_ONE : ETP_SAY_COUNT_IDEA_MANY,
                n[ETP_MEASURE_STATUS_IDEA]);
  append_count (self, counts, ETP_SAY_COUNT_DROPPED, n[ETP_MEASURE_STATUS_DROPPED]);
  if (counts->len == 0)
    return g_steal_pointer (&count);
  return etp_deck_say (self->map.language, ETP_SAY_MEASURES_TITLE, count, counts->str, NULL);
}

/* Nobody is named in a journey that was made fit for others. */
static gboolean
has_owners (EtpDeck *self, GArray *entries)
{
  for (guint i = 0; i < entries->len; i++)
    {
      EtpNode *measure = g_array_index (entries, Entry, i).measure;

      if (etp_node_get_text (measure, ETP_MEASURE_OWNER)[0] != '\0'
          || etp_deck_get_named (self, etp_node_record (measure), ETP_MEASURE_UNIT, ETP_LIST_UNITS)
                 != NULL)
        return TRUE;
    }
  return !self->options->external;
}

/* Who and by when share a column on a narrow slide. */
typedef struct
{
  gboolean owners, shared;
} Columns;

static guint
get_columns (EtpDeck *self, const Columns *columns, EtpTableColumn *shown)
{
  const char *language = self->map.language;
  guint n = 0;

  shown[n++] = (EtpTableColumn){ etp_deck_get_word (self, ETP_WORD_MEASURE), 0.32 };
  if (columns->shared)
    shown[n++] = (EtpTableColumn){
      etp_deck_get_saying (language,
                           columns->owners ? ETP_SAY_COLUMN_WHO_WHEN : ETP_SAY_COLUMN_WHEN),
      0.2,
    };
  else
    {
      if (columns->owners)
        shown[n++] = (EtpTableColumn){ etp_deck_get_saying (language, ETP_SAY_COLUMN_WHO), 0.15 };
      shown[n++] = (EtpTableColumn){ etp_deck_get_saying (language, ETP_SAY_COLUMN_WHEN), 0.11 };
    }
  shown[n++] = (EtpTableColumn){ etp_deck_get_saying (language, ETP_SAY_COLUMN_EFFECT), 0.29 };
  shown[n++] = (EtpTableColumn){ etp_deck_get_saying (language, ETP_SAY_COLUMN_STATUS),
                                 columns->shared ? 0.19 : 0.13 };
  return n;
}

static void
add_measure (EtpDeck *self, const Columns *columns, EtpNode *measure)
{
  EtpBox *cells[ETP_TABLE_MAX];
  guint n = 0;

  cells[n++] = etp_deck_new_measure (self, measure);
  cells[n] = etp_box_new (ETP_ITEM_LABEL);
  if (columns->owners)
    add_who (self, cells[n], measure);
  if (columns->owners && !columns->shared)
    cells[++n] = etp_box_new (ETP_ITEM_LABEL);
  add_when (self, cells[n++], measure);
  cells[n++] = etp_deck_new_effect (self, measure);
  cells[n++] = make_status (self, measure);
  etp_deck_add_row (self, cells);
}

void
etp_deck_add_measures (EtpDeck *self)
{
  g_autoptr (GArray) entries = sort_measures (self);
  Columns columns = { has_owners (self, entries), self->options->ratio == ETP_DECK_CLASSIC };
  EtpTableColumn shown[ETP_TABLE_MAX];
  g_autofree char *title = NULL;
  guint n = get_columns (self, &columns, shown);

  if (entries->len == 0)
    return;
  title = dup_title (self, entries);
  etp_deck_begin (self, "measures", title, G_MAXUINT);
  etp_deck_begin_table (self, shown, n);
  for (guint i = 0; i < entries->len; i++)
    add_measure (self, &columns, g_array_index (entries, Entry, i).measure);
  etp_deck_end_table (self);
  etp_deck_end (self);
}
