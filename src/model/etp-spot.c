/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-model"

#include "config.h"

#include "etp-spot-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "etp-assets.h"
#include "etp-edit-item.h"
#include "etp-edit-private.h"
#include "etp-edit-result.h"
#include "etp-edit.h"
#include "etp-tables.h"

static EtpNode *
get_node (const EtpSpot *self)
{
  return self->nodes->pdata[0];
}

const EtpField *
etp_spot_get_row (const EtpSpot *self)
{
  const EtpField *row = &etp_node_record (get_node (self))->table->fields[self->field];

  return self->column >= 0 ? &row->columns->fields[self->column] : row;
}

/* Absent, as its type says it. */
static void
init_absent (const EtpField *row, EtpDatum *datum)
{
  memset (datum, 0, sizeof *datum);
  datum->type = row->type;
  if (row->type == ETP_FIELD_INTEGER)
    datum->u.integer = ETP_ABSENT_INTEGER;
  else if (row->type == ETP_FIELD_NUMBER)
    datum->u.number = NAN;
  else if (etp_field_is_text (row->type))
    *datum = etp_datum_text (row, row->type == ETP_FIELD_ENUM ? row->words[0] : "");
}

/* The column that tells the entries of such a list apart. */
static guint
get_key_column (const EtpField *row)
{
  for (guint i = 0; i < row->columns->n_fields; i++)
    if (row->columns->fields[i].type == ETP_FIELD_REF)
      return i;

  g_return_val_if_reached (0);
}

static EtpValue *
get_nested (const EtpSpot *self, EtpNode *node)
{
  const EtpRecord *record = etp_node_record (node);
  const EtpField *row = &record->table->fields[self->field];
  int item = self->item;

  if (row->type == ETP_FIELD_VALUE)
    return etp_record_get_value (record, self->field);
  if (self->key != NULL)
    item = etp_values_find (record, self->field, get_key_column (row), self->key);
  if (item < 0 || (guint) item >= etp_record_get_length (record, self->field))
    return NULL;
  return etp_record_get_value_at (record, self->field, (guint) item);
}

void
etp_spot_dup_datum_of (const EtpSpot *self, EtpNode *node, EtpDatum *datum)
{
  EtpValue *value;

  if (self->column < 0)
    {
      etp_record_dup_datum (etp_node_record (node), self->field, datum);
      return;
    }
  value = get_nested (self, node);
  if (value != NULL)
    etp_record_dup_datum (etp_value_record (value), (guint) self->column, datum);
  else
    init_absent (etp_spot_get_row (self), datum);
}

gboolean
etp_spot_dup_datum (const EtpSpot *self, EtpDatum *datum)
{
  etp_spot_dup_datum_of (self, get_node (self), datum);
  for (guint i = 1; i < self->nodes->len; i++)
    {
      g_auto (EtpDatum) other = { 0 };

      etp_spot_dup_datum_of (self, self->nodes->pdata[i], &other);
      if (etp_datum_equal (datum, &other))
        continue;
      if (etp_spot_is_list (self))
        {
          etp_spot_keep_common (self, datum);
          return FALSE;
        }
      etp_datum_clear (datum);
      init_absent (etp_spot_get_row (self), datum);
      return FALSE;
    }

  return TRUE;
}

static gboolean
write_vote (const EtpSpot *self, EtpNode *round, const EtpDatum *datum, GError **error)
{
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();
  EtpValue *old = get_nested (self, get_node (self));
  gint64 before = old != NULL ? etp_value_get_integer (old, ETP_VOTE_COUNT) : 0;
  gint64 after = datum->u.integer;

  before = before == ETP_ABSENT_INTEGER ? 0 : before;
  after = after == ETP_ABSENT_INTEGER ? 0 : after;
  if (before == after)
    return TRUE;
  g_ptr_array_add (nodes, get_node (self));
  return etp_edit_vote (self->journey, nodes, round, NULL, (int) (after - before), error);
}

/* The feeling follows, as where a point is dragged. */
static gboolean
write_level (const EtpSpot *self, EtpNode *persona, double value, GError **error)
{
  EtpNode *step = get_node (self);

  if (!(fabs (value) <= 2)) /* none, or one that is refused */
    return etp_edit_set_emotion_value (self->journey, step, persona, value, error);
  return etp_edit_slide_emotion (self->journey, step, persona, FALSE, value, error);
}

static gboolean
write_emotion (const EtpSpot *self, EtpNode *persona, EtpDatum *datum, GError **error)
{
  EtpNode *step = get_node (self);

  switch (self->column)
    {
    case ETP_EMOTION_VALUE:
      return write_level (self, persona, datum->u.number, error);
    case ETP_EMOTION_TARGET:
      return etp_edit_set_emotion_target (self->journey, step, persona, datum->u.number, error);
    case ETP_EMOTION_FEELING:
      return etp_edit_set_emotion_feeling (self->journey, step, persona,
                                           datum->u.text != NULL ? datum->u.text : "", error);
    default:
      return etp_edit_set_emotion_field (self->journey, step, persona, (guint) self->column, datum,
                                         error);
    }
}

/* The entry of a persona or vote round. */
static gboolean
write_by_key (const EtpSpot *self, EtpDatum *datum, GError **error)
{
  const EtpField *row = &etp_node_record (get_node (self))->table->fields[self->field];
  EtpNode *who = self->key[0] != '\0' ? etp_journey_get_node (self->journey, self->key) : NULL;
  gboolean done;

  if (row->columns == &etp_emotion_table && self->key[0] != '\0'
      && (who == NULL || etp_node_get_list (who) != ETP_LIST_PERSONAS))
    done = etp_edit_set_emotion_of_id (self->journey, get_node (self), self->key,
                                       (guint) self->column, datum, error);
  else if (row->columns == &etp_emotion_table)
    done = write_emotion (self, who, datum, error);
  else if (row->columns == &etp_vote_table)
    done = write_vote (self, who, datum, error);
  else if (row->columns == &etp_usage_table)
    done = etp_edit_set_usage (self->journey, get_node (self), who, datum->u.integer, error);
  else if (row->columns == &etp_customer_value_table)
    done = etp_edit_rate_measure (self->journey, get_node (self), who, datum->u.integer, error);
  else
    g_return_val_if_reached (FALSE);
  etp_datum_clear (datum);
  return done;
}

/* Typing and sliding in one place is one step. */
static char *
dup_key_for_several (const EtpSpot *self)
{
  const EtpField *row = etp_spot_get_row (self);
  GString *key;

  if (row->type != ETP_FIELD_NUMBER && row->type != ETP_FIELD_TEXT)
    return NULL;
  key = g_string_new (NULL);
  g_string_printf (key, "several %u %d %d %s", self->field, self->column, self->item,
                   self->key != NULL ? self->key : "");
  for (guint i = 0; i < self->nodes->len; i++)
    g_string_append_printf (key, " %s", etp_node_get_id (self->nodes->pdata[i]));
  return g_string_free (key, FALSE);
}

/* What undo calls it: the same as for one. */
static EtpVerb
get_verb_for_several (const EtpSpot *self)
{
  const EtpTable *columns = etp_node_record (get_node (self))->table->fields[self->field].columns;

  if (columns == &etp_vote_table)
    return ETP_VERB_VOTES_SET;
  if (columns == &etp_emotion_table && self->column == ETP_EMOTION_VALUE)
    return ETP_VERB_EMOTION_SET_VALUE;
  if (columns == &etp_emotion_table && self->column == ETP_EMOTION_TARGET)
    return ETP_VERB_EMOTION_SET_TARGET;
  if (columns == &etp_emotion_table && self->column == ETP_EMOTION_FEELING)
    return ETP_VERB_EMOTION_SET_FEELING;
  return ETP_VERB_SEVERAL_EDIT;
}

/* The nested datum of several nodes, in one step; takes the datum. */
static gboolean
write_nested_of_several (const EtpSpot *self, EtpDatum *datum, GError **error)
{
  g_auto (EtpDatum) taken = *datum;
  g_autofree char *key = dup_key_for_several (self);
  EtpEdit edit;

  memset (datum, 0, sizeof *datum);
  if (!etp_edit_begin (&edit, self->journey, get_verb_for_several (self), key, error))
    return FALSE;
  for (guint i = 0; i < self->nodes->len; i++)
    {
      g_autoptr (GPtrArray) one = g_ptr_array_new ();
      EtpSpot spot = *self;
      EtpDatum copy;

      g_ptr_array_add (one, self->nodes->pdata[i]);
      spot.nodes = one;
      etp_datum_copy (&taken, &copy);
      if (!etp_spot_write (&spot, &copy, error))
        return etp_edit_cancel (&edit);
    }
  return etp_edit_commit (&edit, error);
}

/* Clears what is refused. */
static gboolean
check_choice (const EtpSpot *self, EtpDatum *datum, GError **error)
{
  const EtpField *row = etp_spot_get_row (self);

  if (row->type != ETP_FIELD_ENUM
      || etp_spot_may_say (self, datum->u.text != NULL ? datum->u.text : row->words[0]))
    return TRUE;
  etp_datum_clear (datum);
  return etp_edit_refuse (error, ETP_MODEL_ERROR_REFUSED,
                          _ ("The lane’s cards do not fit into a lane of this kind."));
}

gboolean
etp_spot_write (const EtpSpot *self, EtpDatum *datum, GError **error)
{
  EtpNode *node = get_node (self);

  if (etp_spot_is_place (self))
    return etp_spot_write_place (self, datum, error);
  if (!check_choice (self, datum, error))
    return FALSE;
  if (self->nodes->len > 1 && self->column >= 0)
    return write_nested_of_several (self, datum, error);
  if (self->nodes->len > 1)
    return etp_edit_set_several (self->journey, self->nodes, self->field, datum, error);
  if (self->column < 0)
    return etp_edit_set (self->journey, node, self->field, datum, error);
  if (self->key != NULL)
    return write_by_key (self, datum, error);
  if (self->item >= 0)
    return etp_edit_set_item (self->journey, node, self->field, (guint) self->item,
                              (guint) self->column, datum, error);
  return etp_edit_set_nested (self->journey, node, self->field, (guint) self->column, datum, error);
}

/* Names the node, too, where several may be named; else alone. */
static gboolean
name_also (const EtpSpot *self, EtpNode *node, GError **error)
{
  const EtpField *row = etp_spot_get_row (self);
  const char *const with[] = { etp_node_get_id (node), NULL };
  EtpDatum datum;

  if (row->type != ETP_FIELD_REF)
    return etp_spot_change_items (self, NULL, with, error);
  datum = etp_datum_text (row, with[0]);
  return etp_spot_write (self, &datum, error);
}

gboolean
etp_spot_create (const EtpSpot *self, EtpListKind list, const char *name, GError **error)
{
  EtpVerb verb = etp_verb_for_list (list, ETP_VERB_ACTION_ADD);
  EtpNode *node;
  EtpEdit edit;

  if (!etp_edit_begin (&edit, self->journey, verb, NULL, error))
    return FALSE;
  node = etp_edit_add (self->journey, list, name, G_MAXUINT, error);
  if (node == NULL)
    return etp_edit_cancel (&edit);
  if (!name_also (self, node, error))
    return etp_edit_cancel (&edit);
  return etp_edit_commit (&edit, error);
}

/* The images that the spot names now: a set of ids. */
static GHashTable *
collect_images (const EtpSpot *self)
{
  GHashTable *ids = etp_assets_new ();

  for (guint i = 0; i < self->nodes->len; i++)
    {
      g_autoptr (GPtrArray) one = g_ptr_array_new ();
      EtpSpot spot = *self;
      g_auto (EtpDatum) datum = { 0 };

      g_ptr_array_add (one, self->nodes->pdata[i]);
      spot.nodes = one;
      etp_spot_dup_datum (&spot, &datum);
      if (datum.u.text != NULL && datum.u.text[0] != '\0')
        g_hash_table_add (ids, g_strdup (datum.u.text));
    }
  return ids;
}

gboolean
etp_spot_set_image (const EtpSpot *self, const char *type, GBytes *bytes, GError **error)
{
  g_autoptr (GHashTable) before = collect_images (self);
  const EtpVerb verb = bytes == NULL ? etp_verb_for_list (ETP_LIST_ASSETS, ETP_VERB_ACTION_REMOVE)
                       : g_hash_table_size (before) > 0
                           ? etp_verb_for_list (ETP_LIST_ASSETS, ETP_VERB_ACTION_EDIT)
                           : ETP_VERB_ASSET_IMPORT;
  EtpNode *asset = NULL;
  EtpDatum datum;
  EtpEdit edit;

  if (!etp_edit_begin (&edit, self->journey, verb, NULL, error))
    return FALSE;
  if (bytes != NULL)
    asset = etp_edit_import_asset (self->journey, type, bytes, error);
  if (bytes != NULL && asset == NULL)
    return etp_edit_cancel (&edit);
  datum = etp_datum_text (etp_spot_get_row (self), asset != NULL ? etp_node_get_id (asset) : "");
  if (!etp_spot_write (self, &datum, error))
    return etp_edit_cancel (&edit);
  etp_edit_drop_unnamed (&edit, before);
  return etp_edit_commit (&edit, error);
}
