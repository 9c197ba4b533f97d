/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-model"

#include "config.h"

#include "etp-journey.h"

#include <string.h>

#include "etp-fields.h"
#include "etp-history.h"
#include "etp-id.h"
#include "etp-journey-private.h"
#include "etp-node-private.h"
#include "etp-tables.h"

/* The root. Invariants: every node of a list is in the index under its id and knows its journey;
 * no other node does. All writes come as changes through etp_journey_apply(). */

struct _EtpJourney
{
  EtpNode parent_instance;
  EtpSlot slots[ETP_N_JOURNEY_FIELDS];

  /* Owned. */
  EtpNodeList *lists[ETP_N_LISTS];
  GHashTable *nodes; /* id (the node's own GRefString) → EtpNode, borrowed from its list */
  EtpHistory *history;
  GRand *random;
  EtpJourneyCaches caches;
  EtpSize size; /* kept up to date once size_is_known */

  /* State. */
  guint64 serial;
  guint64 last_serial;
  EtpChangesFunc recorder;
  gpointer recorder_data;
  gboolean read_only;
  gboolean size_is_known;
};

G_DEFINE_FINAL_TYPE (EtpJourney, etp_journey, ETP_TYPE_NODE)

enum
{
  COMMITTED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
etp_journey_dispose (GObject *object)
{
  EtpJourney *self = ETP_JOURNEY (object);

  etp_history_detach (self->history);
  g_clear_pointer (&self->caches.outline, etp_outline_free);
  g_clear_pointer (&self->caches.retired, g_ptr_array_unref);

  G_OBJECT_CLASS (etp_journey_parent_class)->dispose (object);
}

static void
etp_journey_finalize (GObject *object)
{
  EtpJourney *self = ETP_JOURNEY (object);

  g_object_unref (self->history);
  g_hash_table_unref (self->nodes);
  for (guint i = 0; i < ETP_N_LISTS; i++)
    {
      EtpNode *node;

      /* Someone may hold a node longer than the journey. */
      for (guint j = 0; (node = etp_node_list_get (self->lists[i], j)) != NULL; j++)
        etp_node_set_journey (node, NULL);
      g_object_unref (self->lists[i]);
    }
  g_rand_free (self->random);

  G_OBJECT_CLASS (etp_journey_parent_class)->finalize (object);
}

static void
etp_journey_class_init (EtpJourneyClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = etp_journey_dispose;
  object_class->finalize = etp_journey_finalize;

  etp_node_class_install (ETP_NODE_CLASS (klass), &etp_journey_table, ETP_N_LISTS);

  signals[COMMITTED] = g_signal_new ("committed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);
}

static void
etp_journey_init (EtpJourney *self)
{
  etp_node_bind (ETP_NODE (self), self->slots);
  etp_node_set_id (ETP_NODE (self), "");
  etp_node_set_journey (ETP_NODE (self), self);

  self->nodes = g_hash_table_new (etp_id_hash, g_str_equal);
  for (guint i = 0; i < ETP_N_LISTS; i++)
    self->lists[i] = etp_node_list_new ((EtpListKind) i);
  self->random = g_rand_new ();
  self->history = etp_history_new (self);
}

EtpJourney *
etp_journey_new (void)
{
  return g_object_new (ETP_TYPE_JOURNEY, NULL);
}

EtpNodeList *
etp_journey_get_list (EtpJourney *self, EtpListKind kind)
{
  g_return_val_if_fail (ETP_IS_JOURNEY (self), NULL);
  g_return_val_if_fail ((guint) kind < ETP_N_LISTS, NULL);
  return self->lists[kind];
}

EtpNode *
etp_journey_get_node (EtpJourney *self, const char *id)
{
  g_return_val_if_fail (ETP_IS_JOURNEY (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  if (id[0] == '\0')
    return ETP_NODE (self);
  return g_hash_table_lookup (self->nodes, id);
}

EtpHistory *
etp_journey_get_history (EtpJourney *self)
{
  g_return_val_if_fail (ETP_IS_JOURNEY (self), NULL);
  return self->history;
}

guint64
etp_journey_get_serial (EtpJourney *self)
{
  g_return_val_if_fail (ETP_IS_JOURNEY (self), 0);
  return self->serial;
}

void
etp_journey_set_serial (EtpJourney *self, guint64 serial)
{
  self->serial = serial;
}

guint64
etp_journey_take_serial (EtpJourney *self)
{
  self->serial = ++self->last_serial;
  return self->serial;
}

gboolean
etp_journey_get_read_only (EtpJourney *self)
{
  g_return_val_if_fail (ETP_IS_JOURNEY (self), TRUE);
  return self->read_only;
}

void
etp_journey_set_read_only (EtpJourney *self, gboolean read_only)
{
  g_return_if_fail (ETP_IS_JOURNEY (self));
  self->read_only = read_only;
}

void
etp_journey_seed_ids (EtpJourney *self, guint32 seed)
{
  g_return_if_fail (ETP_IS_JOURNEY (self));
  g_rand_set_seed (self->random, seed);
}

char *
etp_journey_create_id (EtpJourney *self)
{
  for (;;)
    {
      char *id = etp_id_new (self->random);

      if (!g_hash_table_contains (self->nodes, id))
        return id;
      g_ref_string_release (id);
    }
}

EtpJourneyCaches *
etp_journey_get_caches (EtpJourney *self)
{
  return &self->caches;
}

/* The depth at which a node's members stand in the document: { "cards": [ { HERE. */
static guint
get_depth (EtpNode *node)
{
  return etp_node_get_list (node) == ETP_N_LISTS ? 1 : 3;
}

static void
count_node (EtpJourney *self, EtpNode *node, int sign)
{
  if (!self->size_is_known)
    return;

  etp_size_add_record (&self->size, etp_node_record (node), get_depth (node), sign);
  self->size.values += sign;
  if (ETP_NODE (self) != node) /* its id */
    self->size.text_bytes += sign * (20 + (gint64) strlen (etp_node_get_id (node)));
}

const EtpSize *
etp_journey_get_size (EtpJourney *self)
{
  EtpNode *node;

  if (self->size_is_known)
    return &self->size;

  /* The lists themselves, format and version. */
  self->size = (EtpSize){ 0 };
  self->size.values = ETP_N_LISTS + 2;
  self->size.text_bytes = 1024;
  self->size_is_known = TRUE;
  count_node (self, ETP_NODE (self), 1);
  for (guint i = 0; i < ETP_N_LISTS; i++)
    for (guint j = 0; (node = etp_node_list_get (self->lists[i], j)) != NULL; j++)
      count_node (self, node, 1);

  return &self->size;
}

static void
insert_node (EtpJourney *self, EtpNode *node, guint position)
{
  g_hash_table_insert (self->nodes, (gpointer) etp_node_get_id (node), node);
  etp_node_set_journey (node, self);
  etp_node_list_insert (self->lists[etp_node_get_list (node)], node, position);
}

static void
remove_node (EtpJourney *self, EtpNode *node, guint position)
{
  g_hash_table_remove (self->nodes, etp_node_get_id (node));
  etp_node_set_journey (node, NULL);
  etp_node_list_remove (self->lists[etp_node_get_list (node)], position);
}

void
etp_journey_forget_size (EtpJourney *self)
{
  self->size_is_known = FALSE;
}

static void
apply_set (EtpJourney *self, const EtpChange *change)
{
  EtpNode *node = etp_journey_get_node (self, change->id);
  const EtpRecord *record;
  EtpDatum datum = { 0 };

  g_assert (node != NULL);
  record = etp_node_record (node);
  if (self->size_is_known)
    etp_size_add_field (&self->size, record, change->field, get_depth (node), -1);
  etp_datum_copy (&change->to, &datum);
  etp_node_set_datum (node, change->field, &datum);
  if (self->size_is_known)
    etp_size_add_field (&self->size, record, change->field, get_depth (node), 1);
}

void
etp_journey_apply (EtpJourney *self, const EtpChange *change)
{
  guint field = change->kind == ETP_CHANGE_SET ? change->field : G_MAXUINT;

  etp_outline_note_change (&self->caches, change->list, field);
  switch (change->kind)
    {
    case ETP_CHANGE_SET:
      apply_set (self, change);
      break;
    case ETP_CHANGE_INSERT:
      insert_node (self, change->node, change->to_position);
      count_node (self, change->node, 1);
      break;
    case ETP_CHANGE_REMOVE:
      count_node (self, change->node, -1);
      remove_node (self, change->node, change->from_position);
      break;
    case ETP_CHANGE_MOVE:
      etp_node_list_move (self->lists[change->list], change->from_position, change->to_position);
      break;
    default:
      g_assert_not_reached ();
    }
}

gboolean
etp_journey_build_add (EtpJourney *self, EtpNode *node)
{
  g_return_val_if_fail (ETP_IS_JOURNEY (self), FALSE);
  g_return_val_if_fail (etp_node_get_journey (node) == NULL, FALSE);
  g_return_val_if_fail (self->last_serial == 0, FALSE);

  if (etp_node_get_id (node) == NULL)
    {
      char *id = etp_journey_create_id (self);

      etp_node_set_id (node, id);
      g_ref_string_release (id);
    }
  else if (g_hash_table_contains (self->nodes, etp_node_get_id (node)))
    return FALSE;

  insert_node (self, node, etp_node_list_get_length (self->lists[etp_node_get_list (node)]));
  self->caches.outline_is_old = TRUE;
  self->size_is_known = FALSE;
  return TRUE;
}

void
etp_journey_set_recorder (EtpJourney *self, EtpChangesFunc func, gpointer user_data)
{
  g_return_if_fail (ETP_IS_JOURNEY (self));

  self->recorder = func;
  self->recorder_data = user_data;
}

void
etp_journey_drop_recorder (EtpJourney *self, gpointer user_data)
{
  g_return_if_fail (ETP_IS_JOURNEY (self));

  if (self->recorder_data == user_data)
    etp_journey_set_recorder (self, NULL, NULL);
}

void
etp_journey_report (EtpJourney *self, GPtrArray *changes)
{
  g_autoptr (GPtrArray)
      ids = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ref_string_release);
  g_autoptr (GHashTable) seen = g_hash_table_new (etp_id_hash, g_str_equal);

  g_clear_pointer (&self->caches.retired, g_ptr_array_unref);
  if (self->recorder != NULL)
    self->recorder (self, changes, self->recorder_data);

  for (guint i = 0; i < changes->len; i++)
    {
      const EtpChange *change = changes->pdata[i];

      if (g_hash_table_add (seen, change->id))
        g_ptr_array_add (ids, g_ref_string_acquire (change->id));
    }
  g_signal_emit (self, signals[COMMITTED], 0, ids);
}
