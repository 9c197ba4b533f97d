/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-deck-facts.h"
#include "etp-deck-parts.h"
#include "etp-signs.h"
#include "model/etp-chain.h"
#include "model/etp-edit-votes.h"

#include <string.h>

/* Pain points, the worst first, each with what it is known from and what answers it; opportunities,
 * each with the pain points that it answers and the measures that take it up. */

static gint64
get_severity (EtpNode *card)
{
  gint64 severity = etp_node_get_integer (card, ETP_CARD_SEVERITY);

  return severity == ETP_ABSENT_INTEGER ? 0 : severity;
}

/* By severity, then by votes, then in the order of the journey, in which they come. */
static int
compare_pains (gconstpointer a, gconstpointer b)
{
  const EtpPlace *left = *(EtpPlace *const *) a, *right = *(EtpPlace *const *) b;
  gint64 one = get_severity (left->card), other = get_severity (right->card);

  if (one == other)
    {
      one = etp_votes_count (left->card);
      other = etp_votes_count (right->card);
    }
  if (one != other)
    return one > other ? -1 : 1;
  if (left->phase != right->phase)
    return left->phase < right->phase ? -1 : 1;
  return left < right ? -1 : left > right;
}

/* By votes, else as they come. */
static int
compare_chances (gconstpointer a, gconstpointer b)
{
  const EtpPlace *left = *(EtpPlace *const *) a, *right = *(EtpPlace *const *) b;
  gint64 one = etp_votes_count (left->card), other = etp_votes_count (right->card);

  if (one != other)
    return one > other ? -1 : 1;
  if (left->phase != right->phase)
    return left->phase < right->phase ? -1 : 1;
  return left < right ? -1 : left > right;
}

static EtpLaneKind
get_kind (EtpDeck *self, EtpNode *card)
{
  const EtpPlace *place = etp_outline_find (self->map.outline, card);

  for (guint r = 0; place != NULL && r < self->map.n_rows; r++)
    if (self->map.rows[r].index == place->lane)
      return self->map.rows[r].kind;
  return ETP_N_LANE_KINDS;
}

/* What a card says, with its step's number before it and its text below. */
static EtpBox *
make_saying (EtpDeck *self, const EtpPlace *place, EtpRgba ink)
{
  EtpNode *card = place->card;
  const char *title = etp_node_get_text (card, ETP_CARD_TITLE);
  const char *text = etp_node_get_text (card, ETP_CARD_TEXT);
  g_autofree char *named = etp_deck_dup_named (self, card);
  EtpBox *box = etp_box_new (ETP_ITEM_LABEL);
  EtpPara *para = etp_box_add (box, title[0] != '\0' ? title : text, ETP_TYPE_CARD_TITLE,
                               etp_deck_get_ink (self), 0);

  etp_box_set_node (box, etp_node_get_id (card), named);
  if (place->step_phase > 0)
    {
      g_snprintf (para->word, sizeof para->word, "%u.%u", place->step_phase, place->step_index);
      para->sign = ETP_SIGN_WORD;
      para->color = ink;
    }
  if (title[0] != '\0')
    etp_box_add (box, text, ETP_TYPE_CARD_TEXT, etp_deck_get_dim (self), 2);
  return box;
}

/* Other cards and measures of its chain of a kind, each as a line; ETP_N_LANE_KINDS: measures. */
static guint
add_chain (EtpDeck *self, EtpBox *box, EtpNode *card, EtpLaneKind kind, EtpIcon icon, EtpRgba color)
{
  g_autoptr (GPtrArray) chain = etp_chain_dup (self->map.journey, card);
  guint n = 0;

  for (guint i = 0; i < chain->len; i++)
    {
      EtpNode *node = g_ptr_array_index (chain, i);
      g_autofree char *line = NULL;
      EtpPara *para;

      if (kind == ETP_N_LANE_KINDS && etp_node_get_list (node) == ETP_LIST_MEASURES)
        line = g_strdup (etp_node_get_text (node, ETP_MEASURE_TITLE));
      else if (kind != ETP_N_LANE_KINDS && etp_node_get_list (node) == ETP_LIST_CARDS
               && get_kind (self, node) == kind)
        line = etp_deck_dup_named (self, node);
      if (line == NULL || line[0] == '\0')
        continue;
      para = etp_box_add (box, line, ETP_TYPE_SMALL, etp_deck_get_ink (self), 3);
      para->sign = ETP_SIGN_ICON;
      para->value = icon;
      para->color = color;
      n++;
    }
  return n;
}

static EtpBox *
make_weight (EtpDeck *self, EtpNode *card)
{
  gint64 severity = get_severity (card), votes = etp_votes_count (card);
  EtpBox *box = etp_box_new (ETP_ITEM_LABEL);
  EtpPara *para;

  if (severity > 0)
    {
      g_autofree char *line = g_strdup_printf ("%" G_GINT64_FORMAT "/5", severity);

      para = etp_box_add (box, line, ETP_TYPE_CARD_TITLE,
                          etp_deck_get_color (self, ETP_COLOR_PAIN_INK), 0);
      para->sign = ETP_SIGN_SEVERITY;
      para->value = (int) severity;
      para->color = para->ink;
    }
  if (votes > 0)
    {
      g_autofree char *line = g_strdup_printf ("%s: %" G_GINT64_FORMAT,
                                               etp_deck_get_word (self, ETP_WORD_VOTES), votes);

      para = etp_box_add (box, line, ETP_TYPE_SMALL, etp_deck_get_dim (self), 2);
      para->sign = ETP_SIGN_BULLET;
      para->color = etp_style_get_named (self->map.style, "pink", para->ink);
    }
  return box;
}

static EtpBox *
make_answers (EtpDeck *self, EtpNode *card)
{
  EtpBox *box = etp_box_new (ETP_ITEM_LABEL);
  guint n = add_chain (self, box, card, ETP_LANE_KIND_OPPORTUNITIES, ETP_ICON_OPPORTUNITY,
                       etp_deck_get_color (self, ETP_COLOR_GAIN_INK));

  n += add_chain (self, box, card, ETP_N_LANE_KINDS, ETP_ICON_MEASURE, etp_deck_get_accent (self));
  if (n == 0)
    etp_box_add (box, etp_deck_get_saying (self->map.language, ETP_SAY_NO_ANSWER), ETP_TYPE_SMALL,
                 etp_deck_get_dim (self), 0);
  return box;
}

/* On a narrow slide the evidence stands below what it is for. */
static void
add_pain (EtpDeck *self, const EtpPlace *place, gboolean narrow)
{
  EtpNode *card = place->card;
  g_autofree char *quote = etp_deck_dup_quoted (self, etp_node_get_text (card, ETP_CARD_QUOTE));
  EtpBox *saying = make_saying (self, place, etp_deck_get_color (self, ETP_COLOR_PAIN_INK));
  EtpBox *proof = narrow ? saying : etp_box_new (ETP_ITEM_LABEL);
  EtpBox *cells[4];
  guint n = 0;

  etp_box_add (saying, quote, ETP_TYPE_NOTE_ITALIC, etp_deck_get_ink (self), 4);
  etp_deck_add_evidence (self, proof, etp_node_record (card), ETP_CARD_EVIDENCE, ETP_CARD_SOURCES,
                         narrow ? 4 : 0);
  cells[n++] = saying;
  cells[n++] = make_weight (self, card);
  if (!narrow)
    cells[n++] = proof;
  cells[n++] = make_answers (self, card);
  etp_deck_add_row (self, cells);
}

/* "4 pain points, the most severe: Checkout empties the cart (3.1)" */
static char *
dup_pains_title (EtpDeck *self, GPtrArray *pains)
{
  const char *language = self->map.language;
  g_autofree char *count = etp_deck_say_count (language, ETP_SAY_PAINS_ONE, pains->len);
  EtpNode *worst = ((const EtpPlace *) g_ptr_array_index (pains, 0))->card;
  g_autofree char *number = etp_deck_dup_number (self, worst);
  const char *said = etp_deck_get_title (self, worst);
  g_autofree char *named = number[0] != '\0' ? g_strdup_printf ("%s (%s)", said, number)
                                             : g_strdup (said);
  gboolean severe = get_severity (worst) > 0;

  if (pains->len < 2 || (!severe && etp_votes_count (worst) == 0))
    return g_steal_pointer (&count);
  return etp_deck_say (language, severe ? ETP_SAY_PAINS_SEVERE : ETP_SAY_PAINS_VOTED, count, named,
                       NULL);
}

void
etp_deck_add_pains (EtpDeck *self)
{
  gboolean narrow = self->options->ratio == ETP_DECK_CLASSIC;
  g_autoptr (GPtrArray) pains = etp_deck_list_places (self, ETP_LANE_KIND_PAINS);
  EtpTableColumn columns[4];
  g_autofree char *title = NULL;
  guint n = 0;

  if (pains->len == 0)
    return;
  columns[n++] = (EtpTableColumn){ etp_deck_get_word (self, ETP_WORD_PAIN_POINT), 0.42 };
  columns[n++] = (EtpTableColumn){ etp_deck_get_word (self, ETP_WORD_SEVERITY), 0.14 };
  if (!narrow)
    columns[n++] = (EtpTableColumn){
      etp_deck_get_saying (self->map.language, ETP_SAY_COLUMN_PROOF),
      0.2,
    };
  columns[n++] = (EtpTableColumn){
    etp_deck_get_saying (self->map.language, ETP_SAY_COLUMN_ANSWER),
    0.24,
  };
  g_ptr_array_sort (pains, compare_pains);
  title = dup_pains_title (self, pains);
  etp_deck_begin (self, "pains", title, G_MAXUINT);
  etp_deck_begin_table (self, columns, n);
  for (guint i = 0; i < pains->len; i++)
    add_pain (self, g_ptr_array_index (pains, i), narrow);
  etp_deck_end_table (self);
  etp_deck_end (self);
}

static gboolean
has_measure (EtpDeck *self, EtpNode *card)
{
  g_autoptr (GPtrArray) chain = etp_chain_dup (self->map.journey, card);

  for (guint i = 0; i < chain->len; i++)
    if (etp_node_get_list (g_ptr_array_index (chain, i)) == ETP_LIST_MEASURES)
      return TRUE;
  return FALSE;
}

static char *
dup_chances_title (EtpDeck *self, GPtrArray *chances)
{
  const char *language = self->map.language;
  g_autofree char *count = etp_deck_say_count (language, ETP_SAY_CHANCES_ONE, chances->len);
  g_autofree char *taken = NULL;
  guint n = 0;

  for (guint i = 0; i < chances->len; i++)
    n += has_measure (self, ((const EtpPlace *) g_ptr_array_index (chances, i))->card);
  /* Without any measure in the map, nobody expects one here. */
  if (chances->len < 2
      || etp_node_list_get_length (etp_journey_get_list (self->map.journey, ETP_LIST_MEASURES))
             == 0)
    return g_steal_pointer (&count);
  taken = g_strdup_printf ("%u", n);
  return etp_deck_say (language,
                       n == 0              ? ETP_SAY_CHANCES_NONE
                       : n == chances->len ? ETP_SAY_CHANCES_ALL
                                           : ETP_SAY_CHANCES_SOME,
                       count, taken, NULL);
}

static void
add_chance (EtpDeck *self, const EtpPlace *place)
{
  EtpNode *card = place->card;
  gint64 votes = etp_votes_count (card);
  EtpBox *cells[3] = { make_saying (self, place, etp_deck_get_color (self, ETP_COLOR_GAIN_INK)),
                       etp_box_new (ETP_ITEM_LABEL), etp_box_new (ETP_ITEM_LABEL) };

  if (etp_node_get_enum (card, ETP_CARD_EVIDENCE) > ETP_EVIDENCE_ASSUMED)
    etp_deck_add_evidence (self, cells[0], etp_node_record (card), ETP_CARD_EVIDENCE,
                           ETP_CARD_SOURCES, 3);
  if (votes > 0)
    {
      g_autofree char *line = g_strdup_printf ("%s: %" G_GINT64_FORMAT,
                                               etp_deck_get_word (self, ETP_WORD_VOTES), votes);
      EtpPara *para = etp_box_add (cells[0], line, ETP_TYPE_SMALL, etp_deck_get_dim (self), 3);

      para->sign = ETP_SIGN_BULLET;
      para->color = etp_style_get_named (self->map.style, "pink", para->ink);
    }
  add_chain (self, cells[1], card, ETP_LANE_KIND_PAINS, ETP_ICON_PAIN,
             etp_deck_get_color (self, ETP_COLOR_PAIN_INK));
  add_chain (self, cells[2], card, ETP_N_LANE_KINDS, ETP_ICON_MEASURE, etp_deck_get_accent (self));
  etp_deck_add_row (self, cells);
}

void
etp_deck_add_opportunities (EtpDeck *self)
{
  const char *language = self->map.language;
  const EtpTableColumn columns[] = {
    { etp_deck_get_word (self, ETP_WORD_OPPORTUNITY), 0.44 },
    { etp_deck_get_saying (language, ETP_SAY_COLUMN_ANSWERS), 0.28 },
    { etp_deck_get_word (self, ETP_WORD_MEASURE), 0.28 },
  };
  g_autoptr (GPtrArray) chances = etp_deck_list_places (self, ETP_LANE_KIND_OPPORTUNITIES);
  g_autofree char *title = NULL;

  if (chances->len == 0)
    return;
  g_ptr_array_sort (chances, compare_chances);
  title = dup_chances_title (self, chances);
  etp_deck_begin (self, "opportunities", title, G_MAXUINT);
  etp_deck_begin_table (self, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < chances->len; i++)
    add_chance (self, g_ptr_array_index (chances, i));
  etp_deck_end_table (self);
  etp_deck_end (self);
}
