/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-find-place.h"

#include <glib/gi18n-lib.h>

#include "model/etp-outline.h"

#define MOST_CHARS 60 /* of a text that is quoted */

static const char *const names[ETP_N_LISTS] = {
  [ETP_LIST_UNITS] = N_ ("Department"),
  [ETP_LIST_SYSTEMS] = N_ ("System"),
  [ETP_LIST_SOURCES] = N_ ("Source"),
  [ETP_LIST_OFFERS] = N_ ("Offer"),
  [ETP_LIST_PERSONAS] = N_ ("Persona"),
  [ETP_LIST_CHANNELS] = N_ ("Channel"),
  [ETP_LIST_TOUCHPOINTS] = N_ ("Touchpoint inventory"),
  [ETP_LIST_PHASES] = N_ ("Hidden phase"),
  [ETP_LIST_KEY_MOMENTS] = N_ ("Key moment"),
  [ETP_LIST_LANES] = N_ ("Hidden lane"),
  [ETP_LIST_CARDS] = N_ ("Hidden or folded"),
  [ETP_LIST_LINKS] = N_ ("Link"),
  [ETP_LIST_MEASURES] = N_ ("Measure"),
  [ETP_LIST_METRICS] = N_ ("Metric"),
  [ETP_LIST_VOTE_ROUNDS] = N_ ("Vote Round"),
  [ETP_LIST_SNAPSHOTS] = N_ ("Snapshot"),
  [ETP_LIST_COMMENTS] = N_ ("Comment"),
  [ETP_LIST_ASSETS] = N_ ("Image"),
};

const char *
etp_find_place_name (EtpNode *node)
{
  const EtpListKind list = etp_node_get_list (node);
  EtpJourney *journey = etp_node_get_journey (node);

  if (list >= ETP_N_LISTS)
    return _ ("About the map");
  if (list == ETP_LIST_CARDS && journey != NULL
      && etp_outline_find (etp_journey_get_outline (journey), node) == NULL)
    return _ ("Parking lot");
  return _ (names[list]);
}

char *
etp_find_place_describe (EtpNode *node, const char *text)
{
  g_autofree char *line = g_strdelimit (g_strdup (text), "\n\r\t", ' ');

  if (g_utf8_strlen (line, -1) > MOST_CHARS)
    {
      g_autofree char *start = g_utf8_substring (line, 0, MOST_CHARS - 1);

      g_free (line);
      line = g_strconcat (start, "…", NULL);
    }
  /* Translators: where something was found that is not on the map, and the text that was found:
   * "Parking lot: Customer calls twice". */
  return g_strdup_printf (_ ("%s: %s"), etp_find_place_name (node), line);
}
