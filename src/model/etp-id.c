/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-model"

#include "config.h"

#include "etp-id.h"

#include "etp-limits.h"

/* 36^8 ids: two people who add 1,000 cards each to copies of a map of 10,000 collide with a chance
 * below one in 100,000; inside one document the caller asks again. */

#define NEW_ID_LENGTH 8

gboolean
etp_id_is_valid (const char *id)
{
  guint length;

  for (length = 0; id[length] != '\0'; length++)
    if (length >= ETP_LIMIT_ID_LENGTH
        || !(g_ascii_isalnum (id[length]) || id[length] == '_' || id[length] == '-'))
      return FALSE;

  return length > 0;
}

char *
etp_id_new (GRand *random)
{
  static const char digits[] = "0123456789abcdefghijklmnopqrstuvwxyz";
  char id[NEW_ID_LENGTH + 1];

  for (guint i = 0; i < NEW_ID_LENGTH; i++)
    id[i] = digits[g_rand_int_range (random, 0, 36)];
  id[NEW_ID_LENGTH] = '\0';

  return g_ref_string_new (id);
}

guint
etp_id_hash (gconstpointer id)
{
  static gsize seed = 0;
  guint32 hash;

  if (g_once_init_enter (&seed))
    g_once_init_leave (&seed, (gsize) g_random_int () | 1);
  hash = (guint32) seed;
  for (const guchar *c = id; *c != '\0'; c++)
    hash = (hash ^ *c) * 16777619u;
  return hash ^ (hash >> 15);
}
