/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-export"

#include "config.h"

#include "etp-grid-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "scene/etp-names.h"
#include "model/etp-edit-emotion.h"
#include "model/etp-fields.h"
#include "model/etp-format.h"
#include "model/etp-tables.h"
#include "model/etp-words.h"

/* Columns and cells from the tables of the model: a field that is new there is a column here. */

#define SEPARATOR "; " /* between the entries of a list */

void
etp_grid_cell_take_text (EtpGridCell *cell, char *text)
{
  if (text == NULL || text[0] == '\0')
    {
      g_free (text);
      return;
    }
  cell->type = ETP_GRID_TEXT;
  cell->text = text;
}

void
etp_grid_cell_set_text (EtpGridCell *cell, const char *text)
{
  etp_grid_cell_take_text (cell, g_strdup (text));
}

void
etp_grid_cell_set_number (EtpGridCell *cell, EtpGridType type, double number)
{
  if (isnan (number))
    return;
  cell->type = type;
  cell->number = number;
}

/* EMPTY: it is not shown. */
static EtpGridType
get_type (const EtpField *row)
{
  switch (row->type)
    {
    case ETP_FIELD_TEXT:
    case ETP_FIELD_ENUM:
    case ETP_FIELD_DURATION:
    case ETP_FIELD_REF:
    case ETP_FIELD_REFS:
    case ETP_FIELD_TEXTS:
      return ETP_GRID_TEXT;
    case ETP_FIELD_BOOLEAN:
      return ETP_GRID_BOOLEAN;
    case ETP_FIELD_INTEGER:
      return ETP_GRID_NUMBER;
    case ETP_FIELD_NUMBER:
      return (row->flags & ETP_FIELD_MONEY) != 0       ? ETP_GRID_MONEY
             : (row->flags & ETP_FIELD_SHARE) != 0     ? ETP_GRID_SHARE
             : row->minimum == -2 && row->maximum == 2 ? ETP_GRID_FEELING
                                                       : ETP_GRID_NUMBER;
    case ETP_FIELD_DATE:
      return ETP_GRID_DATE;
    case ETP_FIELD_COLOR:
    case ETP_FIELD_ICON:
    case ETP_FIELD_NUMBERS:
    case ETP_FIELD_VALUE:
    case ETP_FIELD_VALUES:
    case ETP_FIELD_DATA:
    case ETP_FIELD_JSON:
    default:
      return ETP_GRID_EMPTY;
    }
}

/* What people should know of the numbers of a field. */
static const char *
get_note (const EtpField *row)
{
  if (get_type (row) == ETP_GRID_FEELING)
    return _ ("From −2, the worst, to +2, the best.");
  if (row->type == ETP_FIELD_INTEGER && row->minimum == 1 && row->maximum == 5)
    return _ ("From 1, the least, to 5, the most.");
  if (row->type == ETP_FIELD_INTEGER && row->minimum == 0 && row->maximum == 5)
    return _ ("From 0, never, to 5, always.");
  return NULL;
}

/* Takes key. row: of what its cells are of; NULL: they are texts of another kind. */
static void
add_column (EtpGrid *self,
            char *key,
            const char *label,
            const EtpField *row,
            EtpGridType type,
            EtpGridSource source)
{
  EtpGridColumn column = { .key = key, .label = g_strdup (label), .type = type };

  if (row != NULL)
    {
      column.is_long = (row->flags & ETP_FIELD_LONG) != 0;
      column.note = get_note (row);
    }
  g_array_append_val (self->columns, column);
  g_array_append_val (self->sources, source);
}

EtpGridSource *
etp_grid_add (EtpGrid *self, const char *key, const char *label, EtpGridType type, EtpGridFunc func)
{
  EtpGridSource source = { .func = func, .column = -1 };

  add_column (self, g_strdup (key), label, NULL, type, source);
  return &g_array_index (self->sources, EtpGridSource, self->sources->len - 1);
}

static char *
dup_texts (const EtpRecord *record, guint field)
{
  GString *texts = g_string_new (NULL);

  for (guint i = 0; i < etp_record_get_length (record, field); i++)
    {
      if (i > 0)
        g_string_append (texts, SEPARATOR);
      g_string_append (texts, etp_record_get_text_at (record, field, i));
    }
  return g_string_free (texts, FALSE);
}

static void
fill_enum (const EtpRecord *record, guint field, const EtpField *row, EtpGridCell *cell)
{
  int index = etp_record_get_enum (record, field);

  etp_grid_cell_set_text (cell, index >= 0 ? etp_words_get_choice (NULL, row->words, index)
                                           : etp_record_get_word (record, field));
}

void
etp_grid_cell_fill (EtpJourney *journey, const EtpRecord *record, guint field, EtpGridCell *cell)
{
  const EtpField *row = &record->table->fields[field];
  const char *text;
  gint64 integer;

  switch (row->type)
    {
    case ETP_FIELD_TEXT:
      etp_grid_cell_take_text (cell, row == &etp_card_table.fields[ETP_CARD_JOURNEY]
                                         ? etp_names_dup_sub_journey (record)
                                         : g_strdup (etp_record_get_text (record, field)));
      break;
    case ETP_FIELD_ENUM:
      fill_enum (record, field, row, cell);
      break;
    case ETP_FIELD_DURATION:
      text = etp_record_get_text (record, field);
      etp_grid_cell_take_text (cell, text[0] != '\0' ? etp_format_duration (text, NULL) : NULL);
      break;
    case ETP_FIELD_REF:
      text = etp_record_get_text (record, field);
      etp_grid_cell_take_text (cell, text[0] != '\0' && etp_names_is_told (journey, text)
                                         ? etp_names_dup_for_id (journey, text)
                                         : NULL);
      break;
    case ETP_FIELD_REFS:
      etp_grid_cell_take_text (cell, etp_names_dup_list (journey, record, field, SEPARATOR));
      break;
    case ETP_FIELD_TEXTS:
      etp_grid_cell_take_text (cell, dup_texts (record, field));
      break;
    case ETP_FIELD_BOOLEAN:
      etp_grid_cell_set_number (cell, ETP_GRID_BOOLEAN,
                                etp_record_get_boolean (record, field) ? 1 : NAN);
      break;
    case ETP_FIELD_INTEGER:
      integer = etp_record_get_integer (record, field);
      etp_grid_cell_set_number (cell, ETP_GRID_NUMBER,
                                integer != ETP_ABSENT_INTEGER ? (double) integer : (double) NAN);
      break;
    case ETP_FIELD_NUMBER:
      etp_grid_cell_set_number (cell, get_type (row), etp_record_get_number (record, field));
      break;
    case ETP_FIELD_DATE:
      etp_grid_cell_set_text (cell, etp_record_get_text (record, field));
      if (cell->type == ETP_GRID_TEXT)
        cell->type = ETP_GRID_DATE;
      break;
    case ETP_FIELD_COLOR:
    case ETP_FIELD_ICON:
    case ETP_FIELD_NUMBERS:
    case ETP_FIELD_VALUE:
    case ETP_FIELD_VALUES:
    case ETP_FIELD_DATA:
    case ETP_FIELD_JSON:
    default:
      break;
    }
}

static void
fill_field (EtpGrid *self, const EtpGridSource *source, const EtpGridRow *row, EtpGridCell *cell)
{
  const EtpRecord *record = etp_node_record (row->node);

  if (source->column >= 0)
    {
      EtpValue *value = etp_record_get_value (record, source->field);

      if (value != NULL)
        etp_grid_cell_fill (self->journey, etp_value_record (value), (guint) source->column, cell);
    }
  else
    etp_grid_cell_fill (self->journey, record, source->field, cell);
}

/* Of a nested list, the entry for a persona; NULL if there is none. Its first column is it. */
static EtpValue *
find_entry (EtpNode *node, guint field, const char *persona)
{
  guint n = etp_node_get_length (node, field);

  for (guint i = 0; i < n; i++)
    {
      EtpValue *entry = etp_node_get_value_at (node, field, i);

      if (strcmp (etp_value_get_text (entry, 0), persona) == 0)
        return entry;
    }
  return NULL;
}

/* Where a room has voted, the value of a feeling is what its votes come to. */
static gboolean
is_voted (EtpValue *entry, int column)
{
  return etp_value_record (entry)->table == &etp_emotion_table && column == ETP_EMOTION_VALUE
         && etp_value_get_length (entry, ETP_EMOTION_RATINGS) > 0;
}

static void
fill_for_persona (EtpGrid *self,
                  const EtpGridSource *source,
                  const EtpGridRow *row,
                  EtpGridCell *cell)
{
  EtpValue *entry = find_entry (row->node, source->field, source->persona);

  if (entry != NULL && is_voted (entry, source->column))
    etp_grid_cell_set_number (cell, ETP_GRID_FEELING,
                              round (etp_emotion_get_level (entry) * 10) / 10);
  else if (entry != NULL)
    etp_grid_cell_fill (self->journey, etp_value_record (entry), (guint) source->column, cell);
}

void
etp_grid_fill_id (EtpGrid *self,
                  const EtpGridSource *source,
                  const EtpGridRow *row,
                  EtpGridCell *cell)
{
  etp_grid_cell_set_text (cell, etp_node_get_id (row->node));
}

/* "orderValue" of "value" */
static void
add_nested (EtpGrid *self, guint field)
{
  const EtpField *row = &self->table->fields[field];

  for (guint c = 0; c < row->columns->n_fields; c++)
    {
      const EtpField *column = &row->columns->fields[c];
      EtpGridSource source = { .func = fill_field, .field = field, .column = (int) c };

      if (get_type (column) != ETP_GRID_EMPTY)
        add_column (self, g_strconcat (row->member, ".", column->member, NULL), _ (column->label),
                    column, get_type (column), source);
    }
}

void
etp_grid_add_field (EtpGrid *self, guint field)
{
  const EtpField *row = &self->table->fields[field];
  EtpGridSource source = { .func = fill_field, .field = field, .column = -1 };

  if (row->type == ETP_FIELD_VALUE)
    add_nested (self, field);
  else if (get_type (row) != ETP_GRID_EMPTY)
    add_column (self, g_strdup (row->member), _ (row->label), row, get_type (row), source);
}

void
etp_grid_add_fields (EtpGrid *self, const guint *without)
{
  for (guint f = 0; f < self->table->n_fields; f++)
    {
      guint i = 0;

      while (without[i] != G_MAXUINT && without[i] != f)
        i++;
      if (without[i] == G_MAXUINT)
        etp_grid_add_field (self, f);
    }
}

/* Ids (borrowed) of the journey's personas, then of what else the entries name; "": nobody. */
static GPtrArray *
list_personas (EtpGrid *self, guint field)
{
  EtpNodeList *personas = etp_journey_get_list (self->journey, ETP_LIST_PERSONAS);
  EtpNodeList *nodes = etp_journey_get_list (self->journey, self->list);
  GPtrArray *ids = g_ptr_array_new ();
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint p = 0; p < etp_node_list_get_length (personas); p++)
    {
      const char *id = etp_node_get_id (etp_node_list_get (personas, p));

      g_ptr_array_add (ids, (gpointer) id);
      g_hash_table_add (known, (gpointer) id);
    }
  for (guint i = 0; i < etp_node_list_get_length (nodes); i++)
    {
      EtpNode *node = etp_node_list_get (nodes, i);

      for (guint e = 0; e < etp_node_get_length (node, field); e++)
        {
          const char *id = etp_value_get_text (etp_node_get_value_at (node, field, e), 0);

          if (g_hash_table_add (known, (gpointer) id))
            g_ptr_array_add (ids, (gpointer) id);
        }
    }
  return ids;
}

/* "Emotion: Max", for nobody "Emotion". */
static char *
dup_label (EtpGrid *self, const EtpField *column, const char *persona)
{
  g_autofree char *name = etp_names_dup_for_id (self->journey, persona);

  if (name[0] == '\0')
    return g_strdup (_ (column->label));
  /* Translators: head of a column: what it shows, then for which persona. */
  return g_strdup_printf (_ ("%1$s: %2$s"), _ (column->label), name);
}

void
etp_grid_add_persona_columns (EtpGrid *self, guint field, const guint *columns, guint n_columns)
{
  const EtpField *row = &self->table->fields[field];
  g_autoptr (GPtrArray) personas = list_personas (self, field);

  for (guint p = 0; p < personas->len && p < ETP_GRID_MAX_PERSONAS; p++)
    for (guint c = 0; c < n_columns; c++)
      {
        const char *id = personas->pdata[p];
        const EtpField *column = &row->columns->fields[columns[c]];
        g_autofree char *label = dup_label (self, column, id);
        EtpGridSource source = {
          .func = fill_for_persona, .field = field, .column = (int) columns[c], .persona = id
        };

        add_column (self,
                    id[0] != '\0' ? g_strjoin (".", row->member, id, column->member, NULL)
                                  : g_strjoin (".", row->member, column->member, NULL),
                    label, column, get_type (column), source);
      }
  if (personas->len > ETP_GRID_MAX_PERSONAS)
    self->n_left_out = personas->len - ETP_GRID_MAX_PERSONAS;
}

void
etp_grid_add_row (EtpGrid *self, EtpNode *node, guint index)
{
  EtpGridRow row = { node, index };

  g_array_append_val (self->rows, row);
}

void
etp_grid_add_list (EtpGrid *self, EtpListKind list)
{
  EtpNodeList *nodes = etp_journey_get_list (self->journey, list);

  for (guint i = 0; i < etp_node_list_get_length (nodes); i++)
    etp_grid_add_row (self, etp_node_list_get (nodes, i), 0);
}
