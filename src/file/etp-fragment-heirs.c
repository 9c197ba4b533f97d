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

/* The new ids of what a measure named, beside those that it names: of all of it, or of what comes
 * back. */
static GPtrArray *
join_ids (
    EtpFragmentInsertion *self, EtpNode *measure, EtpNode *original, guint field, gboolean is_all)
{
  GPtrArray *ids = g_ptr_array_new ();

  for (guint i = 0; i < etp_node_get_length (measure, field); i++)
    g_ptr_array_add (ids, g_ref_string_new (etp_node_get_text_at (measure, field, i)));
  for (guint i = 0; i < etp_node_get_length (original, field); i++)
    {
      const char *old = etp_node_get_text_at (original, field, i);
      const char *id = is_all || comes_back (self, old) ? etp_fragment_map_id (self, old) : NULL;

      if (id != NULL && !g_ptr_array_find_with_equal_func (ids, id, g_str_equal, NULL))
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
  ids = join_ids (self, measure, original, ETP_MEASURE_CARDS, is_all);
  n_ids = ids->len;
  cards = etp_datum_take_items (&fields[ETP_MEASURE_CARDS], ids);
  if (n_ids > etp_node_get_length (measure, ETP_MEASURE_CARDS))
    etp_change_set (self->journey, measure, ETP_MEASURE_CARDS, &cards);
}

void
etp_fragment_note_heirs (EtpFragmentInsertion *self)
{
  for (guint i = 0; self->is_same && i < self->copies->len; i++)
    if (!is_still_there (self, self->originals->pdata[i]))
      set_heir (self->journey, etp_node_get_id (self->originals->pdata[i]),
                etp_node_get_id (self->copies->pdata[i]));
}
