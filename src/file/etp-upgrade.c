/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-file"
#include "config.h"

#include "etp-upgrade.h"

/* A step works on the text, not on the journey: the model knows the newest version only. The
 * reader scans the result again, so that a step may be as simple as it likes. */

GBytes *
etp_upgrade (
    GBytes *document, guint version, guint last, const EtpUpgradeStep *steps, GError **error)
{
  g_autoptr (GBytes) current = g_bytes_ref (document);

  for (guint v = version; v < last; v++)
    {
      GBytes *next = steps[v](current, error);

      if (next == NULL)
        return NULL;
      g_bytes_unref (current);
      current = next;
    }
  return g_steal_pointer (&current);
}
