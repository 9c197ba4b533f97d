/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-model"

#include "config.h"

#include "etp-node-private.h"

#include <stdatomic.h>

#include "etp-change.h"
#include "etp-tables.h"
#include "etp-types.h"

/* A node is a block of memory: GObject, this private part, the slots of its class (zero = default).
 * Nodes are made by the ten thousand when a file is opened, so making one costs one allocation and
 * no signal. The id never changes once it is set. */

typedef struct
{
  char *id; /* owned GRefString */
  EtpRecord record;
  EtpJourney *journey; /* borrowed; NULL while in none */
  guint64 stamp;
  guint index_hint; /* see etp-node-list.c */
} EtpNodePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (EtpNode, etp_node, G_TYPE_OBJECT)

/* Nodes of several journeys may live in several threads. */
static atomic_ullong last_stamp;

static EtpNodePrivate *
get_private (EtpNode *self)
{
  return etp_node_get_instance_private (self);
}

static void
value_take_texts (GValue *value, const EtpRecord *record, guint field)
{
  guint length = etp_record_get_length (record, field);
  GStrvBuilder *builder = g_strv_builder_new ();

  for (guint i = 0; i < length; i++)
    g_strv_builder_add (builder, etp_record_get_text_at (record, field, i));
  g_value_take_boxed (value, g_strv_builder_end (builder));
  g_strv_builder_unref (builder);
}

static void
etp_node_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  const EtpRecord *record = etp_node_record (ETP_NODE (object));
  guint field = property_id - 1;

  switch (record->table->fields[field].type)
    {
    case ETP_FIELD_BOOLEAN:
      g_value_set_boolean (value, etp_record_get_boolean (record, field));
      break;
    case ETP_FIELD_INTEGER:
      g_value_set_int64 (value, etp_record_get_integer (record, field));
      break;
    case ETP_FIELD_NUMBER:
      g_value_set_double (value, etp_record_get_number (record, field));
      break;
    case ETP_FIELD_REFS:
    case ETP_FIELD_TEXTS:
      value_take_texts (value, record, field);
      break;
    case ETP_FIELD_NUMBERS:
      g_value_set_boxed (value, record->slots[field].numbers);
      break;
    case ETP_FIELD_VALUE:
      g_value_set_boxed (value, etp_record_get_value (record, field));
      break;
    case ETP_FIELD_VALUES:
      g_value_set_boxed (value, record->slots[field].items);
      break;
    case ETP_FIELD_DATA:
      g_value_set_boxed (value, etp_record_get_bytes (record, field));
      break;
    default:
      g_value_set_string (value, etp_record_get_text (record, field));
      break;
    }
}

static GParamSpec *
create_property (const EtpField *field)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  const char *name = field->name;

  switch (field->type)
    {
    case ETP_FIELD_BOOLEAN:
      return g_param_spec_boolean (name, NULL, NULL, FALSE, flags);
    case ETP_FIELD_INTEGER:
      return g_param_spec_int64 (name, NULL, NULL, G_MININT64, G_MAXINT64, ETP_ABSENT_INTEGER,
                                 flags);
    case ETP_FIELD_NUMBER:
      return g_param_spec_double (name, NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0, flags);
    case ETP_FIELD_REFS:
    case ETP_FIELD_TEXTS:
      return g_param_spec_boxed (name, NULL, NULL, G_TYPE_STRV, flags);
    case ETP_FIELD_NUMBERS:
      return g_param_spec_boxed (name, NULL, NULL, G_TYPE_ARRAY, flags);
    case ETP_FIELD_VALUE:
      return g_param_spec_boxed (name, NULL, NULL, ETP_TYPE_VALUE_BOX, flags);
    case ETP_FIELD_VALUES:
      return g_param_spec_boxed (name, NULL, NULL, G_TYPE_PTR_ARRAY, flags);
    case ETP_FIELD_DATA:
      return g_param_spec_boxed (name, NULL, NULL, G_TYPE_BYTES, flags);
    default:
      return g_param_spec_string (name, NULL, NULL, "", flags);
    }
}

void
etp_node_class_install (EtpNodeClass *klass, const EtpTable *table, EtpListKind list)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  klass->table = table;
  klass->list = list;
  klass->properties = g_new0 (GParamSpec *, table->n_fields + 1);
  for (guint i = 0; i < table->n_fields; i++)
    klass->properties[i + 1] = create_property (&table->fields[i]);

  object_class->get_property = etp_node_get_property;
  g_object_class_install_properties (object_class, table->n_fields + 1, klass->properties);
}

static void
etp_node_finalize (GObject *object)
{
  EtpNodePrivate *priv = get_private (ETP_NODE (object));

  etp_record_clear (&priv->record);
  g_clear_pointer (&priv->id, g_ref_string_release);

  G_OBJECT_CLASS (etp_node_parent_class)->finalize (object);
}

static void
etp_node_class_init (EtpNodeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = etp_node_finalize;
}

static void
etp_node_init (EtpNode *self)
{
  get_private (self)->stamp = ++last_stamp;
}

void
etp_node_bind (EtpNode *self, EtpSlot *slots)
{
  EtpNodePrivate *priv = get_private (self);

  priv->record.table = ETP_NODE_GET_CLASS (self)->table;
  priv->record.slots = slots;
}

EtpNode *
etp_node_new (EtpListKind list, const char *id)
{
  EtpNode *self = g_object_new (etp_list_get_type (list), NULL);

  if (id != NULL)
    etp_node_set_id (self, id);
  return self;
}

void
etp_node_init_datum (EtpNode *self, guint field, EtpDatum *datum)
{
  EtpNodePrivate *priv = get_private (self);

  g_assert (priv->journey == NULL || priv->journey == (gpointer) self);
  etp_record_set (&priv->record, field, datum);
}

void
etp_node_init_unknown (EtpNode *self, const char *name, const char *json)
{
  EtpNodePrivate *priv = get_private (self);

  g_assert (priv->journey == NULL || priv->journey == (gpointer) self);
  etp_record_add_unknown (&priv->record, name, json);
}

void
etp_node_set_id (EtpNode *self, const char *id)
{
  EtpNodePrivate *priv = get_private (self);

  g_assert (priv->id == NULL);
  priv->id = g_ref_string_new (id);
}

void
etp_node_set_datum (EtpNode *self, guint field, EtpDatum *datum)
{
  EtpNodePrivate *priv = get_private (self);

  etp_record_set (&priv->record, field, datum);
  priv->stamp = ++last_stamp;
  g_object_notify_by_pspec (G_OBJECT (self), ETP_NODE_GET_CLASS (self)->properties[field + 1]);
}

void
etp_node_set_journey (EtpNode *self, EtpJourney *journey)
{
  get_private (self)->journey = journey;
}

guint
etp_node_get_index_hint (EtpNode *self)
{
  return get_private (self)->index_hint;
}

void
etp_node_set_index_hint (EtpNode *self, guint index)
{
  get_private (self)->index_hint = index;
}

const char *
etp_node_get_id (EtpNode *self)
{
  g_return_val_if_fail (ETP_IS_NODE (self), NULL);
  return get_private (self)->id;
}

EtpListKind
etp_node_get_list (EtpNode *self)
{
  g_return_val_if_fail (ETP_IS_NODE (self), ETP_N_LISTS);
  return ETP_NODE_GET_CLASS (self)->list;
}

EtpJourney *
etp_node_get_journey (EtpNode *self)
{
  g_return_val_if_fail (ETP_IS_NODE (self), NULL);
  return get_private (self)->journey;
}

guint64
etp_node_get_stamp (EtpNode *self)
{
  /* No type check here either: a scene of 10,000 cards asks each of them at every edit. */
  return get_private (self)->stamp;
}

const EtpRecord *
etp_node_record (EtpNode *self)
{
  /* The hottest call of all: no type check, the macros of the header have made it. */
  return &get_private (self)->record;
}
