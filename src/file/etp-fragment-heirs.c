/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-file"
#include "config.h"

#include "etp-fragment-private.h"

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

gboolean
etp_fragment_has_heir (EtpJourney *journey, const char *id)
{
  const char *heir = g_hash_table_lookup (get_heirs (journey), id);

  return heir != NULL && etp_journey_get_node (journey, heir) != NULL;
}

void
etp_fragment_set_heir (EtpJourney *journey, const char *id, const char *heir)
{
  g_hash_table_insert (get_heirs (journey), g_strdup (id), g_strdup (heir));
}
