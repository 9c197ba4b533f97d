/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-report.h"

#include <string.h>

#include "model/etp-fields.h"
#include "model/etp-words.h"

/* The row of blocks itself. */

static void
free_block (gpointer data)
{
  EtpBlock *block = data;

  g_free (block->id);
  g_free (block->label);
  g_free (block->text);
  g_free (block->uri);
  g_clear_pointer (&block->cells, g_ptr_array_unref);
  g_free (block);
}

EtpReport *
etp_report_new_empty (EtpJourney *journey)
{
  EtpReport *self = g_new0 (EtpReport, 1);
  const char *title = etp_node_get_text (journey, ETP_JOURNEY_TITLE);

  self->journey = journey;
  self->language = etp_node_get_text (journey, ETP_JOURNEY_LANGUAGE);
  self->title = g_strdup (title[0] != '\0' ? title
                                           : etp_words_get (self->language, ETP_WORD_UNTITLED));
  self->blocks = g_ptr_array_new_with_free_func (free_block);
  return self;
}

void
etp_report_free (EtpReport *self)
{
  g_free (self->title);
  g_ptr_array_unref (self->blocks);
  g_free (self);
}

const EtpBlock *
etp_report_get (const EtpReport *self, guint index)
{
  return index < self->blocks->len ? self->blocks->pdata[index] : NULL;
}

char *
etp_report_dup_language (const EtpReport *self)
{
  return etp_words_dup_tag (self->language);
}

static EtpBlock *
add (EtpReport *self, EtpBlockType type, const char *text)
{
  EtpBlock *block = g_new0 (EtpBlock, 1);

  block->type = type;
  block->text = g_strdup (text);
  g_ptr_array_add (self->blocks, block);
  return block;
}

EtpBlock *
etp_report_add_heading (EtpReport *self, guint level, const char *text, const char *id)
{
  EtpBlock *block = add (self, ETP_BLOCK_HEADING, text);

  block->level = level;
  block->id = g_strdup (id);
  return block;
}

void
etp_report_add_text (EtpReport *self, const char *text)
{
  if (text[0] != '\0')
    add (self, ETP_BLOCK_TEXT, text);
}

void
etp_report_add_quote (EtpReport *self, const char *text)
{
  if (text[0] != '\0')
    add (self, ETP_BLOCK_QUOTE, text);
}

EtpBlock *
etp_report_take_fact (EtpReport *self, const char *label, char *text)
{
  EtpBlock *block = NULL;

  if (text != NULL && text[0] != '\0')
    {
      block = add (self, ETP_BLOCK_FACT, NULL);
      block->label = g_strdup (label);
      block->text = g_steal_pointer (&text);
    }
  g_free (text);
  return block;
}

void
etp_report_add_fact (EtpReport *self, const char *label, const char *text)
{
  etp_report_take_fact (self, label, g_strdup (text));
}

void
etp_report_add_item (EtpReport *self, const char *label, const char *text)
{
  if ((label != NULL && label[0] != '\0') || text[0] != '\0')
    add (self, ETP_BLOCK_ITEM, text)->label = label != NULL && label[0] != '\0' ? g_strdup (label)
                                                                                : NULL;
}

const char *
etp_block_get_colon (const EtpBlock *self)
{
  const gsize length = self->label != NULL ? strlen (self->label) : 0;

  if (length == 0 || self->text[0] == '\0' || strchr (".:!?", self->label[length - 1]) != NULL
      || g_str_has_suffix (self->label, "…"))
    return "";
  return ":";
}

void
etp_report_add_image (EtpReport *self, const char *asset, const char *text)
{
  if (asset[0] != '\0')
    add (self, ETP_BLOCK_IMAGE, text)->asset = asset;
}

void
etp_report_add_curve (EtpReport *self)
{
  add (self, ETP_BLOCK_CURVE, NULL);
}

EtpBlock *
etp_report_add_table (EtpReport *self, const char *caption, const char *const *heads, guint numeric)
{
  EtpBlock *block = add (self, ETP_BLOCK_TABLE, caption);

  block->numeric = numeric;
  block->cells = g_ptr_array_new_with_free_func (g_free);
  for (; heads[block->n_columns] != NULL; block->n_columns++)
    g_ptr_array_add (block->cells,
                     g_strdup (etp_report_word (self->language, heads[block->n_columns])));
  return block;
}

void
etp_block_take_cell (EtpBlock *table, char *text)
{
  g_ptr_array_add (table->cells, text);
}

static gboolean
is_column_empty (const EtpBlock *table, guint column)
{
  for (guint i = column + table->n_columns; i < table->cells->len; i += table->n_columns)
    if (((const char *) table->cells->pdata[i])[0] != '\0')
      return FALSE;
  return TRUE;
}

/* Columns in which nothing stands would only take room. The first one stays. */
static void
prune_table (EtpBlock *table)
{
  g_autoptr (GPtrArray) cells = table->cells;
  guint n_columns = table->n_columns, n_kept = 0, numeric = 0, linking = 0, primary = 0, kept = 0;

  for (guint c = 0; c < n_columns; c++)
    if (c == 0 || !is_column_empty (table, c))
      {
        numeric |= (table->numeric >> c & 1) << n_kept;
        primary |= (table->primary >> c & 1) << n_kept;
        linking |= (table->linking >> c & 1) << n_kept++;
        kept |= 1u << c;
      }
  table->cells = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < cells->len; i++)
    if ((kept >> i % n_columns & 1) != 0)
      g_ptr_array_add (table->cells, g_steal_pointer (&cells->pdata[i]));
  table->n_columns = n_kept;
  table->numeric = numeric;
  table->linking = linking;
  table->primary = primary;
}

void
etp_report_finish (EtpReport *self)
{
  for (guint i = 0; i < self->blocks->len; i++)
    {
      EtpBlock *block = self->blocks->pdata[i];

      if (block->type == ETP_BLOCK_TABLE)
        prune_table (block);
    }
}
