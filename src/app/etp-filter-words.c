/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-filter-words.h"

#include <glib/gi18n-lib.h>

#include "model/etp-fields.h"

const char *
etp_filter_kind_title (EtpFilterKind kind)
{
  static const char *const titles[ETP_N_FILTER_KINDS] = {
    [ETP_FILTER_PERSONA] = N_ ("Personas"),
    [ETP_FILTER_CHANNEL] = N_ ("Channels"),
    [ETP_FILTER_TAG] = N_ ("Tags"),
    [ETP_FILTER_OWNER] = N_ ("Owners"),
  };

  return _ (titles[kind]);
}

char *
etp_filter_dup_value_name (EtpJourney *journey, EtpFilterKind kind, const char *value)
{
  EtpNode *node = NULL;
  const char *name = "";

  if (kind == ETP_FILTER_PERSONA || kind == ETP_FILTER_CHANNEL)
    node = etp_journey_get_node (journey, value);
  if (node != NULL && etp_node_get_list (node) == ETP_LIST_PERSONAS)
    name = etp_node_get_text (node, ETP_PERSONA_NAME);
  else if (node != NULL && etp_node_get_list (node) == ETP_LIST_CHANNELS)
    name = etp_node_get_text (node, ETP_CHANNEL_NAME);
  else if (kind == ETP_FILTER_TAG || kind == ETP_FILTER_OWNER)
    name = value;
  return g_strdup (name[0] != '\0' ? name : _ ("Without a name"));
}

char *
etp_filter_dup_pill (EtpJourney *journey, EtpFilterKind kind, const char *value)
{
  static const char *const forms[ETP_N_FILTER_KINDS] = {
    /* Translators: %s is a persona's name. */
    [ETP_FILTER_PERSONA] = N_ ("Persona: %s"),
    /* Translators: %s is a channel's name. */
    [ETP_FILTER_CHANNEL] = N_ ("Channel: %s"),
    /* Translators: %s is a tag. */
    [ETP_FILTER_TAG] = N_ ("Tag: %s"),
    /* Translators: %s is the name of who answers for a measure or department. */
    [ETP_FILTER_OWNER] = N_ ("Owner: %s"),
  };
  g_autofree char *name = etp_filter_dup_value_name (journey, kind, value);
  GString *pill = g_string_new (_ (forms[kind]));

  g_string_replace (pill, "%s", name, 1);
  return g_string_free (pill, FALSE);
}
