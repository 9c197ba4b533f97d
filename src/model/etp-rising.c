/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-model"

#include "config.h"

#include "etp-rising.h"

/* TRUE, and all may stay: the usual case needs no more. */
static gboolean
is_rising (const guint *places, guint n, gboolean *stays)
{
  for (guint i = 0; i < n; i++)
    {
      if (i > 0 && places[i - 1] >= places[i])
        return FALSE;
      stays[i] = TRUE;
    }
  return TRUE;
}

/* Patience sorting: heads[k] is the one that ends the best rising run of length k + 1. */
void
etp_rising_find (const guint *places, guint n, gboolean *stays)
{
  g_autofree guint *heads = NULL, *previous = NULL;
  guint length = 0;

  if (is_rising (places, n, stays))
    return;

  heads = g_new (guint, n);
  previous = g_new (guint, n);
  for (guint i = 0; i < n; i++)
    {
      guint low = 0, high = length;

      while (low < high)
        {
          guint middle = (low + high) / 2;

          if (places[heads[middle]] < places[i])
            low = middle + 1;
          else
            high = middle;
        }
      previous[i] = low > 0 ? heads[low - 1] : G_MAXUINT;
      heads[low] = i;
      length = MAX (length, low + 1);
      stays[i] = FALSE;
    }
  for (guint i = heads[length - 1]; i != G_MAXUINT; i = previous[i])
    stays[i] = TRUE;
}
