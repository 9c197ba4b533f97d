/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-model"

#include "config.h"

#include "etp-heirs.h"

/* A list of pairs, the latest last; a handful in an hour of work. */

typedef struct
{
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
    }
  return pairs;
}

void
etp_heirs_note (EtpJourney *journey, const char *from, const char *to, gboolean is_part)
{
  GPtrArray *pairs = get_pairs (journey);
  Pair *pair;

  if (g_str_equal (from, to))
    return;
  for (guint i = pairs->len; i-- > 0;)
    {
      pair = pairs->pdata[i];
      if (g_str_equal (pair->from, from) && g_str_equal (pair->to, to))
        g_ptr_array_remove_index (pairs, i);
    }
  pair = g_new0 (Pair, 1);
  pair->from = g_strdup (from);
  pair->to = g_strdup (to);
  pair->is_part = is_part;
  g_ptr_array_add (pairs, pair);
}

void
etp_heirs_forget (EtpJourney *journey, const char *name)
{
  GPtrArray *pairs = get_pairs (journey);

  for (guint i = pairs->len; i-- > 0;)
    {
      const Pair *pair = pairs->pdata[i];

      if (g_str_equal (pair->from, name) || g_str_equal (pair->to, name))
        g_ptr_array_remove_index (pairs, i);
    }
}

void
etp_heirs_forget_returned (EtpJourney *journey, const GPtrArray *there)
{
  GPtrArray *pairs = get_pairs (journey);

  for (guint i = pairs->len; i-- > 0;)
    {
      const Pair *pair = pairs->pdata[i];

      if (g_ptr_array_find_with_equal_func ((GPtrArray *) there, pair->from, g_str_equal, NULL))
        g_ptr_array_remove_index (pairs, i);
    }
}

static const char *
get_other (const Pair *pair, const char *name)
{
  if (g_str_equal (pair->from, name))
    return pair->to;
  return !pair->is_part && g_str_equal (pair->to, name) ? pair->from : NULL;
}

const char *
etp_heirs_find (EtpJourney *journey, const char *name, const GPtrArray *there)
{
  const GPtrArray *pairs = get_pairs (journey);
  g_autoptr (GPtrArray) names = g_ptr_array_new (); /* borrowed from the pairs */

  g_ptr_array_add (names, (gpointer) name);
  for (guint n = 0; n < names->len; n++)
    for (guint i = pairs->len; i-- > 0;)
      {
        const char *other = get_other (pairs->pdata[i], names->pdata[n]);
        guint index;

        if (other == NULL || g_ptr_array_find_with_equal_func (names, other, g_str_equal, NULL))
          continue;
        if (g_ptr_array_find_with_equal_func ((GPtrArray *) there, other, g_str_equal, &index))
          return there->pdata[index];
        g_ptr_array_add (names, (gpointer) other);
      }
  return NULL;
}
