/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-model"

#include "config.h"

#include "etp-heirs.h"

#include "etp-history.h"
#include "etp-usage.h"

/* A list of pairs, the latest last; a handful in an hour of work. */

typedef struct
{
  EtpHeirKind kind;
  char *from, *to; /* owned */
  gboolean is_part;
} Pair;

static void
free_pair (gpointer data)
{
  Pair *pair = data;

  g_free (pair->from);
  g_free (pair->to);
  g_free (pair);
}

/* Pairs whose first name is there again are done with. As long as something can be redone it may be
 * there only because the renaming was undone, and goes once more when that is redone: it is followed
 * then as the first time. */
static void
on_committed (EtpJourney *journey, GPtrArray *ids, gpointer user_data)
{
  GPtrArray *pairs = user_data;
  g_autoptr (GHashTable) tags = NULL;

  if (pairs->len == 0 || etp_history_get_redo_title (etp_journey_get_history (journey)) != NULL)
    return;
  tags = etp_tags_count (journey);
  for (guint i = pairs->len; i-- > 0;)
    {
      const Pair *pair = pairs->pdata[i];

      if (pair->kind == ETP_HEIR_TAG ? g_hash_table_contains (tags, pair->from)
                                     : etp_journey_get_node (journey, pair->from) != NULL)
        g_ptr_array_remove_index (pairs, i);
    }
}

static GPtrArray *
get_pairs (EtpJourney *journey)
{
  static GQuark quark = 0;
  GPtrArray *pairs;

  if (quark == 0)
    quark = g_quark_from_static_string ("etp-heirs");
  pairs = g_object_get_qdata (G_OBJECT (journey), quark);
  if (pairs == NULL)
    {
      pairs = g_ptr_array_new_with_free_func (free_pair);
      g_object_set_qdata_full (G_OBJECT (journey), quark, pairs,
                               (GDestroyNotify) g_ptr_array_unref);
      g_signal_connect (journey, "committed", G_CALLBACK (on_committed), pairs);
    }
  return pairs;
}

void
etp_heirs_note (
    EtpJourney *journey, EtpHeirKind kind, const char *from, const char *to, gboolean is_part)
{
  GPtrArray *pairs = get_pairs (journey);
  Pair *pair;

  if (g_str_equal (from, to))
    return;
  for (guint i = pairs->len; i-- > 0;)
    {
      pair = pairs->pdata[i];
      if (pair->kind == kind && g_str_equal (pair->from, from) && g_str_equal (pair->to, to))
        g_ptr_array_remove_index (pairs, i);
    }
  pair = g_new0 (Pair, 1);
  pair->kind = kind;
  pair->from = g_strdup (from);
  pair->to = g_strdup (to);
  pair->is_part = is_part;
  g_ptr_array_add (pairs, pair);
}

void
etp_heirs_forget (EtpJourney *journey, EtpHeirKind kind, const char *name)
{
  GPtrArray *pairs = get_pairs (journey);

  for (guint i = pairs->len; i-- > 0;)
    {
      const Pair *pair = pairs->pdata[i];

      if (pair->kind == kind && (g_str_equal (pair->from, name) || g_str_equal (pair->to, name)))
        g_ptr_array_remove_index (pairs, i);
    }
}

static const char *
get_other (const Pair *pair, EtpHeirKind kind, const char *name)
{
  if (pair->kind != kind)
    return NULL;
  if (g_str_equal (pair->from, name))
    return pair->to;
  return !pair->is_part && g_str_equal (pair->to, name) ? pair->from : NULL;
}

const char *
etp_heirs_find (EtpJourney *journey, EtpHeirKind kind, const char *name, const GPtrArray *there)
{
  const GPtrArray *pairs = get_pairs (journey);
  g_autoptr (GPtrArray) names = g_ptr_array_new (); /* borrowed from the pairs */

  g_ptr_array_add (names, (gpointer) name);
  for (guint n = 0; n < names->len; n++)
    for (guint i = pairs->len; i-- > 0;)
      {
        const char *other = get_other (pairs->pdata[i], kind, names->pdata[n]);
        guint index;

        if (other == NULL || g_ptr_array_find_with_equal_func (names, other, g_str_equal, NULL))
          continue;
        if (g_ptr_array_find_with_equal_func ((GPtrArray *) there, other, g_str_equal, &index))
          return there->pdata[index];
        g_ptr_array_add (names, (gpointer) other);
      }
  return NULL;
}
