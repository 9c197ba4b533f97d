/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-file"
#include "config.h"

#include "etp-fragment-private.h"

#include "model/etp-change.h"
#include "model/etp-fields.h"

/* Between an original and its copy that is pasted into the same journey: what the original keeps,
 * and what it hands over to the copy, its heir, once it is cut. */

/* For what was cut from a journey and pasted there again: id of the original → id of the copy that
 * stands for it. The journey keeps it, as what was cut may be pasted twice. */
static GHashTable *
get_heirs (EtpJourney *journey)
{
  static GQuark quark = 0;
  GHashTable *heirs;

  if (quark == 0)
    quark = g_quark_from_static_string ("etp-fragment-heirs");
  heirs = g_object_get_qdata (G_OBJECT (journey), quark);
  if (heirs == NULL)
    {
      heirs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      g_object_set_qdata_full (G_OBJECT (journey), quark, heirs,
                               (GDestroyNotify) g_hash_table_unref);
    }
  return heirs;
}

static gboolean
has_heir (EtpJourney *journey, const char *id)
{
  const char *heir = g_hash_table_lookup (get_heirs (journey), id);

  return heir != NULL && etp_journey_get_node (journey, heir) != NULL;
}

static void
set_heir (EtpJourney *journey, const char *id, const char *heir)
{
  g_hash_table_insert (get_heirs (journey), g_strdup (id), g_strdup (heir));
}

/* TRUE if the journey has what the fragment shows, or what stands for it. */
static gboolean
is_still_there (EtpFragmentInsertion *self, EtpNode *original)
{
  const char *id = etp_node_get_id (original);

  return self->is_same
         && (etp_journey_get_node (self->journey, id) != NULL || has_heir (self->journey, id));
}

/* What has this id in the fragment and was chosen there; NULL: nothing. */
static EtpNode *
find_chosen (EtpFragmentInsertion *self, const char *id)
{
  EtpNode *node = *id != '\0' ? etp_journey_get_node (self->fragment->journey, id) : NULL;

  return node != NULL && g_hash_table_contains (self->fragment->chosen_set, node) ? node : NULL;
}

/* TRUE if it was cut from here and comes back with this. */
static gboolean
comes_back (EtpFragmentInsertion *self, const char *id)
{
  EtpNode *node = find_chosen (self, id);

  return node != NULL && !is_still_there (self, node);
}

/* A link that leads out of what was chosen is cut with its end, and comes back with that alone. */
static gboolean
is_kept_link (EtpFragmentInsertion *self, EtpNode *link)
{
  return self->is_same && !g_hash_table_contains (self->fragment->chosen_set, link)
         && !comes_back (self, etp_node_get_text (link, ETP_LINK_FROM))
         && !comes_back (self, etp_node_get_text (link, ETP_LINK_TO));
}

gboolean
etp_fragment_is_left_out (EtpFragmentInsertion *self, EtpNode *original, guint field)
{
  const EtpListKind list = etp_node_get_list (original);

  return ((list == ETP_LIST_CARDS && field == ETP_CARD_VOTES)
          || (list == ETP_LIST_MEASURES && field == ETP_MEASURE_VOTES))
         && is_still_there (self, original);
}

gboolean
etp_fragment_is_kept_by_original (EtpFragmentInsertion *self, EtpNode *original)
{
  const EtpListKind list = etp_node_get_list (original);
  EtpNode *at;

  if (list == ETP_LIST_LINKS)
    return is_kept_link (self, original);
  if (list != ETP_LIST_METRICS)
    return list == ETP_LIST_COMMENTS && is_still_there (self, original);
  at = etp_journey_get_node (self->fragment->journey, etp_node_get_text (original, ETP_METRIC_AT));
  return at != NULL && g_hash_table_contains (self->fragment->chosen_set, at)
         && is_still_there (self, original);
}

EtpNode *
etp_fragment_find_left_behind (EtpFragmentInsertion *self, EtpNode *original)
{
  EtpNode *node;

  if (!self->is_same || etp_node_get_list (original) != ETP_LIST_MEASURES
      || (g_hash_table_contains (self->fragment->chosen_set, original)
          && find_chosen (self, etp_node_get_text (original, ETP_MEASURE_PHASE)) == NULL))
    return NULL;
  node = etp_journey_get_node (self->journey, etp_node_get_id (original));
  return node != NULL && etp_node_get_list (node) == ETP_LIST_MEASURES ? node : NULL;
}

/* The new ids of what a measure or insight named, beside those that it names: of all of it, or of what
 * comes back. */
static GPtrArray *
join_ids (EtpFragmentInsertion *self,
          const EtpRecord *record,
          const EtpRecord *original,
          guint field,
          gboolean is_all)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *ids = g_ptr_array_new ();

  for (guint i = 0; i < etp_record_get_length (record, field); i++)
    {
      g_ptr_array_add (ids, g_ref_string_new (etp_record_get_text_at (record, field, i)));
      g_hash_table_add (seen, ids->pdata[i]);
    }
  for (guint i = 0; i < etp_record_get_length (original, field); i++)
    {
      const char *old = etp_record_get_text_at (original, field, i);
      const char *id = is_all || comes_back (self, old) ? etp_fragment_map_id (self, old) : NULL;

      if (id != NULL && g_hash_table_add (seen, (gpointer) id))
        g_ptr_array_add (ids, g_ref_string_new (id));
    }
  return ids;
}

void
etp_fragment_take_up (EtpFragmentInsertion *self, EtpNode *original)
{
  static const guint singles[] = { ETP_MEASURE_PHASE, ETP_MEASURE_METRIC };
  EtpNode *measure = etp_journey_get_node (self->journey, etp_node_get_id (original));
  const EtpField *fields = etp_list_get_table (ETP_LIST_MEASURES)->fields;
  /* With its phase, unless that was copied, or it has another one by now. */
  const gboolean is_all = g_hash_table_contains (self->fragment->chosen_set, original)
                          && *etp_node_get_text (measure, ETP_MEASURE_PHASE) == '\0';
  g_auto (EtpDatum) cards = { 0 };
  GPtrArray *ids;
  guint n_ids;

  for (guint i = 0; i < G_N_ELEMENTS (singles); i++)
    {
      const char *old = etp_node_get_text (original, singles[i]);
      const char *id = is_all || comes_back (self, old) ? etp_fragment_map_id (self, old) : NULL;
      g_auto (EtpDatum) datum = etp_datum_text (&fields[singles[i]], id);

      if (id != NULL && *etp_node_get_text (measure, singles[i]) == '\0')
        etp_change_set (self->journey, measure, singles[i], &datum);
    }
  ids = join_ids (self, etp_node_record (measure), etp_node_record (original), ETP_MEASURE_CARDS,
                  is_all);
  n_ids = ids->len;
  cards = etp_datum_take_items (&fields[ETP_MEASURE_CARDS], ids);
  if (n_ids > etp_node_get_length (measure, ETP_MEASURE_CARDS))
    etp_change_set (self->journey, measure, ETP_MEASURE_CARDS, &cards);
}

static gboolean
is_of_steps (EtpJourney *journey, EtpNode *card)
{
  EtpNode *lane = etp_journey_get_node (journey, etp_node_get_text (card, ETP_CARD_LANE));

  return lane != NULL && etp_node_get_list (lane) == ETP_LIST_LANES
         && etp_node_get_enum (lane, ETP_LANE_KIND) == ETP_LANE_KIND_TOUCHPOINTS;
}

static gboolean
may_stand_under (EtpJourney *journey, EtpNode *note, EtpNode *step)
{
  const char *phase;

  if (etp_node_get_list (note) != ETP_LIST_CARDS || etp_node_get_list (step) != ETP_LIST_CARDS
      || *etp_node_get_text (note, ETP_CARD_STEP) != '\0')
    return FALSE;
  phase = etp_node_get_text (note, ETP_CARD_PHASE);
  return *phase != '\0' && g_str_equal (phase, etp_node_get_text (step, ETP_CARD_PHASE))
         && is_of_steps (journey, step) && !is_of_steps (journey, note);
}

/* id: of what was cut here, perhaps, and comes back with this. */
static EtpNode *
find_copy (EtpFragmentInsertion *self, const char *id)
{
  const char *copy = comes_back (self, id) ? etp_fragment_map_id (self, id) : NULL;

  return copy != NULL ? etp_journey_get_node (self->journey, copy) : NULL;
}

static void
take_up_note (EtpFragmentInsertion *self, const char *note_id, const char *step_id)
{
  EtpNode *note = etp_journey_get_node (self->journey, note_id);
  EtpNode *step = find_copy (self, step_id);
  g_auto (EtpDatum) datum = { 0 };

  if (note == NULL || step == NULL || !may_stand_under (self->journey, note, step))
    return;
  datum = etp_datum_text (&etp_node_record (note)->table->fields[ETP_CARD_STEP],
                          etp_node_get_id (step));
  etp_change_set (self->journey, note, ETP_CARD_STEP, &datum);
}

/* An insight has no name but what it says. */
static guint
find_insight (EtpNode *root, const char *text)
{
  for (guint i = 0; *text != '\0' && i < etp_node_get_length (root, ETP_JOURNEY_INSIGHTS); i++)
    if (g_str_equal (text,
                     etp_value_get_text (etp_node_get_value_at (root, ETP_JOURNEY_INSIGHTS, i),
                                         ETP_INSIGHT_TEXT)))
      return i;
  return G_MAXUINT;
}

/* The journey's insights, of which the one at an index names these cards. */
static void
write_insight (EtpFragmentInsertion *self, guint index, EtpDatum *cards)
{
  EtpNode *root = ETP_NODE (self->journey);
  GPtrArray *items = g_ptr_array_new ();
  g_auto (EtpDatum) datum = { 0 };

  for (guint i = 0; i < etp_node_get_length (root, ETP_JOURNEY_INSIGHTS); i++)
    {
      EtpValue *insight = etp_node_get_value_at (root, ETP_JOURNEY_INSIGHTS, i);

      g_ptr_array_add (items, i == index ? etp_value_with (insight, ETP_INSIGHT_CARDS, cards)
                                         : etp_value_ref (insight));
    }
  datum = etp_datum_take_items (&etp_node_record (root)->table->fields[ETP_JOURNEY_INSIGHTS],
                                items);
  etp_change_set (self->journey, root, ETP_JOURNEY_INSIGHTS, &datum);
}

static void
take_up_insight (EtpFragmentInsertion *self, EtpValue *original)
{
  EtpNode *root = ETP_NODE (self->journey);
  const EtpRecord *record = etp_value_record (original);
  const guint index = find_insight (root, etp_record_get_text (record, ETP_INSIGHT_TEXT));
  g_auto (EtpDatum) cards = { 0 };
  const EtpRecord *insight;
  GPtrArray *ids;
  guint n_ids;

  if (index == G_MAXUINT)
    return;
  insight = etp_value_record (etp_node_get_value_at (root, ETP_JOURNEY_INSIGHTS, index));
  ids = join_ids (self, insight, record, ETP_INSIGHT_CARDS, FALSE);
  n_ids = ids->len;
  cards = etp_datum_take_items (&record->table->fields[ETP_INSIGHT_CARDS], ids);
  if (n_ids > etp_record_get_length (insight, ETP_INSIGHT_CARDS))
    write_insight (self, index, &cards);
}

void
etp_fragment_take_up_rest (EtpFragmentInsertion *self)
{
  const GPtrArray *notes = self->fragment->notes;
  EtpNode *shown = ETP_NODE (self->fragment->journey);

  if (!self->is_same)
    return;
  for (guint i = 0; i + 1 < notes->len; i += 2)
    take_up_note (self, notes->pdata[i], notes->pdata[i + 1]);
  for (guint i = 0; i < etp_node_get_length (shown, ETP_JOURNEY_INSIGHTS); i++)
    take_up_insight (self, etp_node_get_value_at (shown, ETP_JOURNEY_INSIGHTS, i));
}

void
etp_fragment_note_heirs (EtpFragmentInsertion *self)
{
  for (guint i = 0; self->is_same && i < self->copies->len; i++)
    if (!is_still_there (self, self->originals->pdata[i]))
      set_heir (self->journey, etp_node_get_id (self->originals->pdata[i]),
                etp_node_get_id (self->copies->pdata[i]));
}
