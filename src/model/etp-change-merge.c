/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-model"

#include "config.h"

#include "etp-journey-private.h"

#include <string.h>

/* One step of the history out of many transactions. */

/* What a SET sets: a field of a node. */
static guint
hash_target (gconstpointer data)
{
  const EtpChange *change = data;

  return g_str_hash (change->id) * 31 + change->field;
}

static gboolean
is_same_target (gconstpointer data, gconstpointer other_data)
{
  const EtpChange *change = data, *other = other_data;

  return change->field == other->field && strcmp (change->id, other->id) == 0;
}

/* The SETs at the end may be made in any order, so one that sets what another of them does becomes part of
 * that. */
void
etp_change_merge (GPtrArray *into, GPtrArray *changes)
{
  g_autoptr (GHashTable) sets = g_hash_table_new (hash_target, is_same_target);

  for (guint i = into->len; i-- > 0;)
    {
      EtpChange *change = into->pdata[i];

      if (change->kind != ETP_CHANGE_SET)
        break;
      if (!g_hash_table_contains (sets, change))
        g_hash_table_add (sets, change);
    }
  for (guint i = 0; i < changes->len; i++)
    {
      const EtpChange *next = changes->pdata[i];
      EtpChange *same = next->kind == ETP_CHANGE_SET ? g_hash_table_lookup (sets, next) : NULL;

      if (same != NULL)
        {
          etp_datum_clear (&same->to);
          etp_datum_copy (&next->to, &same->to);
          continue;
        }
      same = etp_change_copy (next);
      g_ptr_array_add (into, same);
      if (same->kind == ETP_CHANGE_SET)
        g_hash_table_add (sets, same);
      else
        g_hash_table_remove_all (sets);
    }
}
