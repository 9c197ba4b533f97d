/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-model"

#include "config.h"

#include "etp-compare.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "etp-edit-emotion.h"
#include "etp-edit-node.h"
#include "etp-fields.h"
#include "etp-outline.h"
#include "etp-rising.h"
#include "etp-tables.h"

/* Nodes are the same by id and list. What has moved is the least that must be taken out and put
 * elsewhere to get one order from the other: all but a longest rising run of old positions. Cards
 * are ordered within their cell only; the order of the whole list says nothing to people. */

#define NAME_LENGTH 60 /* characters that are shown of a name */

typedef struct
{
  EtpJourney *before, *after;
  EtpComparison *result;
  GHashTable *found; /* EtpNode (after) → EtpDifference; of the list that is compared */
  gboolean has_personas; /* several: points of the curve name theirs */
  /* names of phases, borrowed → how many have that one; NULL until it is asked */
  GHashTable *names_before, *names_after;
} Compare;

typedef struct
{
  EtpNode *node; /* after */
  guint64 cell; /* cards: where it lies; others: 0 */
  guint from; /* position in the list before */
} Stayed;

static void
difference_free (gpointer data)
{
  EtpDifference *self = data;

  g_free (self->id);
  g_free (self->name);
  g_free (self->old_name);
  g_free (self->phase);
  g_free (self);
}

static void
feeling_free (gpointer data)
{
  EtpFeelingDifference *self = data;

  g_free (self->card);
  g_free (self->persona);
  g_free (self->place);
  g_free (self);
}

/* The first line of a text, cut where it is long. */
static char *
cut (const char *text)
{
  gsize length = strcspn (text, "\n");
  const char *end = text;
  guint n = 0;

  for (; n < NAME_LENGTH && end < text + length; n++)
    end = g_utf8_next_char (end);
  return end < text + length ? g_strdup_printf ("%.*s…", (int) (end - text), text)
                             : g_strndup (text, length);
}

static const char *
get_name (EtpNode *node)
{
  EtpListKind list = etp_node_get_list (node);
  int field = list == ETP_N_LISTS ? (int) ETP_JOURNEY_TITLE : etp_list_get_name_field (list);
  const char *name = field >= 0 ? etp_node_get_text (node, (guint) field) : "";

  if (name[0] == '\0' && list == ETP_LIST_CARDS)
    name = etp_node_get_text (node, ETP_CARD_TEXT);
  if (list == ETP_LIST_COMMENTS)
    name = etp_node_get_text (node, ETP_COMMENT_TEXT);
  return name;
}

static GHashTable *
count_names (EtpJourney *journey)
{
  EtpNodeList *phases = etp_journey_get_list (journey, ETP_LIST_PHASES);
  GHashTable *names = g_hash_table_new (g_str_hash, g_str_equal);
  EtpNode *phase;

  for (guint i = 0; (phase = etp_node_list_get (phases, i)) != NULL; i++)
    {
      gpointer name = (gpointer) etp_node_get_text (phase, ETP_PHASE_NAME);
      const guint n = GPOINTER_TO_UINT (g_hash_table_lookup (names, name));

      g_hash_table_insert (names, name, GUINT_TO_POINTER (n + 1));
    }
  return names;
}

/* Each card that differs asks for its phase: all names are looked at once. */
static GHashTable *
get_names (Compare *self, EtpJourney *journey)
{
  GHashTable **names = journey == self->before ? &self->names_before : &self->names_after;

  if (*names == NULL)
    *names = count_names (journey);
  return *names;
}

/* 0: its name is enough to find it, as it has one and no other phase has the same. */
static guint
get_number (Compare *self, EtpJourney *journey, EtpNode *phase)
{
  const char *name = etp_node_get_text (phase, ETP_PHASE_NAME);

  if (name[0] != '\0'
      && GPOINTER_TO_UINT (g_hash_table_lookup (get_names (self, journey), name)) == 1)
    return 0;
  return etp_node_list_get_index (etp_journey_get_list (journey, ETP_LIST_PHASES), phase) + 1;
}

/* "": the parking lot; NULL: it is no card. */
static char *
dup_phase (Compare *self, EtpJourney *journey, EtpNode *node)
{
  g_autofree char *name = NULL;
  EtpNode *phase;
  guint number;

  if (etp_node_get_list (node) != ETP_LIST_CARDS)
    return NULL;
  phase = etp_journey_get_node (journey, etp_node_get_text (node, ETP_CARD_PHASE));
  if (phase == NULL || etp_node_get_list (phase) != ETP_LIST_PHASES)
    return g_strdup ("");
  name = cut (etp_node_get_text (phase, ETP_PHASE_NAME));
  number = get_number (self, journey, phase);
  if (number == 0)
    return g_steal_pointer (&name);
  if (name[0] == '\0')
    /* Translators: a phase without a name: "Phase 2". */
    return g_strdup_printf (_ ("Phase %u"), number);
  /* Translators: a phase's number, then its name, which another phase has too: "Phase 2 Purchase". */
  return g_strdup_printf (_ ("Phase %u %s"), number, name);
}

static EtpDifference *
add (Compare *self, EtpNode *node, guint what)
{
  EtpDifference *difference = g_new0 (EtpDifference, 1);
  gboolean is_gone = what == ETP_DIFFERENCE_REMOVED;
  EtpJourney *journey = is_gone ? self->before : self->after;

  difference->what = what;
  difference->list = etp_node_get_list (node);
  difference->id = g_strdup (etp_node_get_id (node));
  difference->name = cut (get_name (node));
  difference->number = difference->list == ETP_LIST_PHASES ? get_number (self, journey, node) : 0;
  difference->phase = dup_phase (self, journey, node);
  g_ptr_array_add (self->result->differences, difference);
  return difference;
}

/* The difference of a node that both have; made when there is the first one. */
static EtpDifference *
note (Compare *self, EtpNode *node, guint what)
{
  EtpDifference *difference = g_hash_table_lookup (self->found, node);

  if (difference == NULL)
    {
      difference = add (self, node, what);
      g_hash_table_insert (self->found, node, difference);
    }
  difference->what |= what;
  return difference;
}

static gboolean
is_wording (EtpListKind list, guint field)
{
  if (list == ETP_LIST_CARDS)
    return field == ETP_CARD_TITLE || field == ETP_CARD_TEXT;
  if (list == ETP_LIST_COMMENTS)
    return field == ETP_COMMENT_TEXT;
  return list == ETP_N_LISTS ? field == ETP_JOURNEY_TITLE
                             : (int) field == etp_list_get_name_field (list);
}

static gboolean
is_same_number (double a, double b)
{
  return isnan (a) ? isnan (b) : a == b;
}

static char *
dup_place (Compare *self, EtpNode *card, const char *persona)
{
  const EtpPlace *place = etp_outline_find (etp_journey_get_outline (self->after), card);
  EtpNode *node = etp_journey_get_node (self->after, persona);
  g_autofree char *number = NULL;
  g_autofree char *name = NULL;

  number = place != NULL && place->step_phase > 0
               ? g_strdup_printf ("%u.%u", place->step_phase, place->step_index)
               : cut (get_name (card));
  if (!self->has_personas || node == NULL || etp_node_get_list (node) != ETP_LIST_PERSONAS)
    return g_steal_pointer (&number);
  name = cut (get_name (node));
  return g_strdup_printf ("%s (%s)", number, name);
}

static gboolean
compare_point (Compare *self,
               EtpNode *card,
               const char *persona,
               gboolean is_target,
               double before,
               double after)
{
  EtpFeelingDifference *feeling;

  if (is_same_number (before, after))
    return FALSE;
  feeling = g_new0 (EtpFeelingDifference, 1);
  feeling->card = g_strdup (etp_node_get_id (card));
  feeling->persona = g_strdup (persona);
  feeling->place = dup_place (self, card, persona);
  feeling->is_target = is_target;
  feeling->before = before;
  feeling->after = after;
  g_ptr_array_add (self->result->feelings, feeling);
  return TRUE;
}

static double
get_target (EtpValue *emotion)
{
  return emotion != NULL ? etp_value_get_number (emotion, ETP_EMOTION_TARGET) : (double) NAN;
}

static double
get_level (EtpValue *emotion)
{
  return emotion != NULL ? etp_emotion_get_level (emotion) : (double) NAN;
}

static gboolean
compare_emotion (Compare *self, EtpNode *old, EtpNode *card, const char *persona)
{
  EtpValue *before = etp_card_get_emotion (old, persona);
  EtpValue *after = etp_card_get_emotion (card, persona);
  gboolean differs;

  differs = compare_point (self, card, persona, FALSE, get_level (before), get_level (after));
  differs |= compare_point (self, card, persona, TRUE, get_target (before), get_target (after));
  return differs;
}

static const char *
get_persona (EtpNode *card, guint index)
{
  EtpValue *emotion = etp_node_get_value_at (card, ETP_CARD_EMOTIONS, index);

  return etp_value_get_text (emotion, ETP_EMOTION_PERSONA);
}

/* Feelings differ: which points? None: only what is said about them. */
static guint
compare_emotions (Compare *self, EtpNode *old, EtpNode *card)
{
  guint n_before = etp_node_get_length (old, ETP_CARD_EMOTIONS);
  guint n_after = etp_node_get_length (card, ETP_CARD_EMOTIONS);
  gboolean is_felt = FALSE;

  for (guint i = 0; i < n_after; i++)
    is_felt |= compare_emotion (self, old, card, get_persona (card, i));
  for (guint i = 0; i < n_before; i++)
    if (etp_card_get_emotion (card, get_persona (old, i)) == NULL)
      is_felt |= compare_emotion (self, old, card, get_persona (old, i));

  return is_felt ? ETP_DIFFERENCE_FELT : ETP_DIFFERENCE_CHANGED;
}

/* with_unknown: what another program added counts as well. */
static void
compare_node (Compare *self, EtpNode *old, EtpNode *node, gboolean with_unknown)
{
  const EtpRecord *before = etp_node_record (old), *after = etp_node_record (node);
  EtpListKind list = etp_node_get_list (node);

  for (guint i = 0; i < after->table->n_fields; i++)
    {
      if (etp_record_is_same (before, after, i))
        continue;
      if (is_wording (list, i))
        {
          EtpDifference *difference = note (self, node, ETP_DIFFERENCE_REWORDED);

          if (difference->old_name == NULL)
            difference->old_name = cut (get_name (old));
        }
      else if (list == ETP_LIST_CARDS && (i == ETP_CARD_LANE || i == ETP_CARD_PHASE))
        note (self, node, ETP_DIFFERENCE_MOVED)->is_from_other_phase |= i == ETP_CARD_PHASE;
      else if (list == ETP_LIST_CARDS && i == ETP_CARD_EMOTIONS)
        note (self, node, compare_emotions (self, old, node));
      else
        note (self, node, ETP_DIFFERENCE_CHANGED);
    }
  if (with_unknown && !etp_record_has_same_unknown (before, after))
    note (self, node, ETP_DIFFERENCE_CHANGED);
}

static int
compare_cells (gconstpointer a, gconstpointer b)
{
  const Stayed *one = a, *other = b;

  return one->cell < other->cell ? -1 : one->cell > other->cell;
}

static void
find_moved (Compare *self, const Stayed *stayed, guint n)
{
  g_autofree guint *places = g_new (guint, n);
  g_autofree gboolean *stays = g_new (gboolean, n);

  for (guint i = 0; i < n; i++)
    places[i] = stayed[i].from;
  etp_rising_find (places, n, stays);
  for (guint i = 0; i < n; i++)
    if (!stays[i])
      note (self, stayed[i].node, ETP_DIFFERENCE_MOVED);
}

static void
compare_order (Compare *self, GArray *stayed)
{
  Stayed *all = (Stayed *) (void *) stayed->data;

  g_array_sort (stayed, compare_cells); /* stable */
  for (guint first = 0, i = 0; i < stayed->len; i++)
    if (i + 1 == stayed->len || all[i + 1].cell != all[first].cell)
      {
        find_moved (self, &all[first], i + 1 - first);
        first = i + 1;
      }
}

/* TRUE if its place among its neighbours means something: a card that came from elsewhere stands
 * where it was put. */
static gboolean
get_stayed (Compare *self, EtpNode *old, EtpNode *node, Stayed *stayed)
{
  const EtpPlace *place;

  *stayed = (Stayed){ node, 0,
                      etp_node_list_get_index (
                          etp_journey_get_list (self->before, etp_node_get_list (old)), old) };
  if (etp_node_get_list (node) != ETP_LIST_CARDS)
    return TRUE;
  if (!etp_record_is_same (etp_node_record (old), etp_node_record (node), ETP_CARD_LANE)
      || !etp_record_is_same (etp_node_record (old), etp_node_record (node), ETP_CARD_PHASE))
    return FALSE;
  place = etp_outline_find (etp_journey_get_outline (self->after), node);
  stayed->cell = place != NULL ? ((guint64) place->phase << 32 | place->lane) : G_MAXUINT64;
  return TRUE;
}

static void
compare_list (Compare *self, EtpListKind list)
{
  EtpNodeList *before = etp_journey_get_list (self->before, list);
  EtpNodeList *after = etp_journey_get_list (self->after, list);
  g_autoptr (GArray) stayed = g_array_new (FALSE, FALSE, sizeof (Stayed));
  EtpNode *node, *other;

  self->found = g_hash_table_new (NULL, NULL);
  for (guint i = 0; (node = etp_node_list_get (after, i)) != NULL; i++)
    {
      Stayed one;

      other = etp_journey_get_node (self->before, etp_node_get_id (node));
      if (other == NULL || etp_node_get_list (other) != list)
        {
          add (self, node, ETP_DIFFERENCE_ADDED);
          continue;
        }
      compare_node (self, other, node, TRUE);
      if (get_stayed (self, other, node, &one))
        g_array_append_val (stayed, one);
    }
  compare_order (self, stayed);
  for (guint i = 0; (node = etp_node_list_get (before, i)) != NULL; i++)
    {
      other = etp_journey_get_node (self->after, etp_node_get_id (node));
      if (other == NULL || etp_node_get_list (other) != list)
        add (self, node, ETP_DIFFERENCE_REMOVED);
    }
  g_hash_table_unref (self->found);
}

EtpComparison *
etp_compare (EtpJourney *before, EtpJourney *after, EtpCompareFlags flags)
{
  Compare self = { before, after, g_new0 (EtpComparison, 1), NULL, FALSE, NULL, NULL };

  g_return_val_if_fail (ETP_IS_JOURNEY (before) && ETP_IS_JOURNEY (after), NULL);

  self.result->differences = g_ptr_array_new_with_free_func (difference_free);
  self.result->feelings = g_ptr_array_new_with_free_func (feeling_free);
  self.has_personas = etp_node_list_get_length (etp_journey_get_list (after, ETP_LIST_PERSONAS))
                      > 1;

  self.found = g_hash_table_new (NULL, NULL);
  compare_node (&self, ETP_NODE (before), ETP_NODE (after), (flags & ETP_COMPARE_CONTENT) == 0);
  g_hash_table_unref (self.found);
  for (guint list = 0; list < ETP_N_LISTS; list++)
    if ((flags & ETP_COMPARE_CONTENT) == 0
        || (list != ETP_LIST_ASSETS && list != ETP_LIST_SNAPSHOTS))
      compare_list (&self, (EtpListKind) list);
  g_clear_pointer (&self.names_before, g_hash_table_unref);
  g_clear_pointer (&self.names_after, g_hash_table_unref);
  return self.result;
}

void
etp_comparison_free (EtpComparison *self)
{
  g_ptr_array_unref (self->differences);
  g_ptr_array_unref (self->feelings);
  g_free (self);
}

gboolean
etp_comparison_is_empty (const EtpComparison *self)
{
  return self->differences->len == 0;
}

guint
etp_comparison_count (const EtpComparison *self, EtpListKind list, guint what)
{
  guint n = 0;

  for (guint i = 0; i < self->differences->len; i++)
    {
      const EtpDifference *difference = self->differences->pdata[i];

      n += difference->list == list && (difference->what & what) != 0;
    }
  return n;
}
