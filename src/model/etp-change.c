/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-model"

#include "config.h"

#include "etp-change.h"

#include <string.h>

#include "etp-history.h"
#include "etp-journey-private.h"
#include "etp-node-private.h"

/* The four primitive changes: made here, applied by the journey, kept by the history. A change that
 * changes nothing is not recorded. */

static EtpChange *
change_new (EtpChangeKind kind, EtpNode *node)
{
  EtpChange *change = g_new0 (EtpChange, 1);

  change->kind = kind;
  change->id = g_ref_string_acquire ((char *) etp_node_get_id (node));
  change->list = etp_node_get_list (node);
  return change;
}

void
etp_change_free (EtpChange *change)
{
  etp_datum_clear (&change->from);
  etp_datum_clear (&change->to);
  g_clear_object (&change->node);
  g_ref_string_release (change->id);
  g_free (change);
}

EtpChange *
etp_change_invert (const EtpChange *change)
{
  EtpChange *inverse = g_new0 (EtpChange, 1);

  inverse->kind = change->kind;
  if (change->kind == ETP_CHANGE_INSERT)
    inverse->kind = ETP_CHANGE_REMOVE;
  else if (change->kind == ETP_CHANGE_REMOVE)
    inverse->kind = ETP_CHANGE_INSERT;

  inverse->id = g_ref_string_acquire (change->id);
  inverse->list = change->list;
  inverse->field = change->field;
  etp_datum_copy (&change->to, &inverse->from);
  etp_datum_copy (&change->from, &inverse->to);
  g_set_object (&inverse->node, change->node);
  inverse->from_position = change->to_position;
  inverse->to_position = change->from_position;
  return inverse;
}

EtpChange *
etp_change_copy (const EtpChange *change)
{
  EtpChange *copy = g_memdup2 (change, sizeof *change);

  g_ref_string_acquire (copy->id);
  if (copy->node != NULL)
    g_object_ref (copy->node);
  etp_datum_copy (&change->from, &copy->from);
  etp_datum_copy (&change->to, &copy->to);
  return copy;
}

static void
assert_open (EtpJourney *journey)
{
  if (!etp_history_is_open (etp_journey_get_history (journey)))
    g_error ("A write outside a transaction: only a verb may change a journey");
}

static void
take_change (EtpJourney *journey, EtpChange *change)
{
  etp_history_take_change (etp_journey_get_history (journey), change);
}

void
etp_change_set (EtpJourney *journey, EtpNode *node, guint field, EtpDatum *to)
{
  const EtpRecord *record = etp_node_record (node);
  g_auto (EtpDatum) from = { 0 };
  EtpChange *change;

  assert_open (journey);
  g_assert (etp_node_get_journey (node) == journey);
  g_assert (field < record->table->n_fields);

  etp_record_dup_datum (record, field, &from);
  if (etp_datum_equal (&from, to)
      || (etp_record_is_default (record, field)
          && etp_datum_is_default (to, &record->table->fields[field])))
    {
      etp_datum_clear (to);
      return;
    }

  change = change_new (ETP_CHANGE_SET, node);
  change->field = field;
  change->from = from;
  change->to = *to;
  memset (&from, 0, sizeof from);
  memset (to, 0, sizeof *to);
  take_change (journey, change);
}

void
etp_change_insert (EtpJourney *journey, EtpNode *node, guint position)
{
  EtpNodeList *list = etp_journey_get_list (journey, etp_node_get_list (node));
  EtpChange *change;

  assert_open (journey);
  g_assert (etp_node_get_journey (node) == NULL);
  if (etp_node_get_id (node) == NULL)
    {
      char *id = etp_journey_create_id (journey);

      etp_node_set_id (node, id);
      g_ref_string_release (id);
    }
  g_assert (etp_journey_get_node (journey, etp_node_get_id (node)) == NULL);

  change = change_new (ETP_CHANGE_INSERT, node);
  change->node = g_object_ref (node);
  change->to_position = MIN (position, etp_node_list_get_length (list));
  take_change (journey, change);
}

void
etp_change_remove (EtpJourney *journey, EtpNode *node)
{
  EtpNodeList *list = etp_journey_get_list (journey, etp_node_get_list (node));
  EtpChange *change;

  assert_open (journey);
  g_assert (etp_node_get_journey (node) == journey);

  change = change_new (ETP_CHANGE_REMOVE, node);
  change->node = g_object_ref (node);
  change->from_position = etp_node_list_get_index (list, node);
  take_change (journey, change);
}

void
etp_change_move (EtpJourney *journey, EtpNode *node, guint position)
{
  EtpNodeList *list = etp_journey_get_list (journey, etp_node_get_list (node));
  guint from = etp_node_list_get_index (list, node);
  guint to = MIN (position, etp_node_list_get_length (list) - 1);
  EtpChange *change;

  assert_open (journey);
  g_assert (etp_node_get_journey (node) == journey);
  if (from == to)
    return;

  change = change_new (ETP_CHANGE_MOVE, node);
  change->from_position = from;
  change->to_position = to;
  take_change (journey, change);
}
