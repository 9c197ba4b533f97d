/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-model"

#include "config.h"

#include "etp-edit-map.h"

#include "etp-edit-private.h"
#include "etp-tables.h"

/* New columns and rows. */

static EtpNode *
insert (EtpJourney *journey, EtpVerb verb, EtpNode *node, guint position, GError **error)
{
  EtpEdit edit;

  if (!etp_edit_begin (&edit, journey, verb, NULL, error))
    return NULL;
  if (!etp_edit_put (&edit, node, position, error))
    {
      etp_edit_cancel (&edit);
      return NULL;
    }
  return etp_edit_commit (&edit, error) ? node : NULL;
}

EtpNode *
etp_edit_insert_phase (EtpJourney *journey, guint position, const char *name, GError **error)
{
  g_autoptr (EtpNode) phase = etp_node_new (ETP_LIST_PHASES, NULL);
  EtpDatum datum = etp_datum_text (&etp_phase_table.fields[ETP_PHASE_NAME], name);

  etp_node_init_datum (phase, ETP_PHASE_NAME, &datum);
  return insert (journey, ETP_VERB_PHASE_INSERT, phase, position, error);
}

EtpNode *
etp_edit_insert_lane (
    EtpJourney *journey, guint position, EtpLaneKind kind, const char *name, GError **error)
{
  g_autoptr (EtpNode) lane = etp_node_new (ETP_LIST_LANES, NULL);
  EtpDatum datum = { 0 };

  g_return_val_if_fail ((guint) kind < ETP_N_LANE_KINDS, NULL);

  datum = etp_datum_text (&etp_lane_table.fields[ETP_LANE_KIND], etp_lane_kind_words[kind]);
  etp_node_init_datum (lane, ETP_LANE_KIND, &datum);
  datum = etp_datum_text (&etp_lane_table.fields[ETP_LANE_NAME], name);
  etp_node_init_datum (lane, ETP_LANE_NAME, &datum);
  return insert (journey, ETP_VERB_LANE_INSERT, lane, position, error);
}
