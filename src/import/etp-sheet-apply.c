/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-import"

#include "config.h"

#include "etp-sheet-plan-private.h"

#include <string.h>

#include "model/etp-edit-fill.h"
#include "model/etp-enums.h"
#include "model/etp-fields.h"
#include "model/etp-words.h"

/* From the plan of a table to the map. */

/* Applying */

/* The lines of a cell, without the signs of lists. */
static GPtrArray *
split_cell (const char *cell)
{
  static const char *const signs[] = { "• ", "- ", "– ", "* ", "· " };
  g_auto (GStrv) lines = g_strsplit (cell, "\n", -1);
  GPtrArray *titles = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = g_strstrip (lines[i]);

      for (gsize j = 0; j < G_N_ELEMENTS (signs); j++)
        if (g_str_has_prefix (line, signs[j]))
          {
            line += strlen (signs[j]);
            break;
          }
      while (*line == ' ')
        line++;
      if (*line != '\0')
        g_ptr_array_add (titles, g_strdup (line));
    }
  return titles;
}

void
etp_sheet_plan_count (const EtpSheetPlan *self, guint *n_phases, guint *n_lanes, guint *n_cards)
{
  *n_phases = *n_lanes = *n_cards = 0;
  for (guint i = 0; i < self->columns->len; i++)
    {
      const EtpSheetHead *head = &g_array_index (self->columns, EtpSheetHead, i);

      *n_phases += !head->is_continued && head->node == NULL;
    }
  for (guint i = 0; i < self->rows->len; i++)
    {
      const guint row = i + etp_sheet_plan_get_first_row (self);
      const EtpSheetHead *head = &g_array_index (self->rows, EtpSheetHead, i);

      *n_lanes += !head->is_continued && head->kind >= 0;
      if (etp_sheet_head_get (self->rows, i)->kind == ETP_SHEET_LEAVE_OUT)
        continue;
      for (guint j = 0; j < self->columns->len; j++)
        {
          g_autoptr (GPtrArray) titles = split_cell (
              etp_sheet_get (self->sheet, row, j + etp_sheet_plan_get_first_column (self)));

          *n_cards += titles->len;
        }
    }
}

/* A lane that is called as its kind is called on this map needs no name. */
static EtpFillHead
make_fill_head (const EtpSheetPlan *self, const EtpSheetHead *head, gboolean is_lane)
{
  EtpFillHead row = { .name = head->name };

  if (!is_lane || head->kind == ETP_SHEET_INTO_LANE)
    row.node = head->node;
  else
    row.kind = (EtpLaneKind) head->kind;
  if (is_lane && row.node == NULL
      && etp_sheet_is_same_name (
          head->name,
          etp_words_get_lane_kind (
              etp_node_get_text (ETP_NODE (self->journey), ETP_JOURNEY_LANGUAGE), head->kind)))
    row.name = NULL;
  return row;
}

/* numbers: of the fill's heads, for each of the plan's. */
static GArray *
list_heads (const EtpSheetPlan *self, const GArray *heads, gboolean are_lanes, GArray *numbers)
{
  GArray *rows = g_array_new (FALSE, TRUE, sizeof (EtpFillHead));

  for (guint i = 0; i < heads->len; i++)
    {
      const EtpSheetHead *head = &g_array_index (heads, EtpSheetHead, i);
      guint number;

      if (!head->is_continued && head->kind != ETP_SHEET_LEAVE_OUT)
        {
          const EtpFillHead row = make_fill_head (self, head, are_lanes);

          g_array_append_val (rows, row);
        }
      number = etp_sheet_head_get (heads, i)->kind == ETP_SHEET_LEAVE_OUT ? G_MAXUINT
                                                                          : rows->len - 1;
      g_array_append_val (numbers, number);
    }
  return rows;
}

gboolean
etp_sheet_plan_apply (const EtpSheetPlan *self, GPtrArray *cards, GError **error)
{
  g_autoptr (GArray) column_numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) row_numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) phases = list_heads (self, self->columns, FALSE, column_numbers);
  g_autoptr (GArray) lanes = list_heads (self, self->rows, TRUE, row_numbers);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (EtpFillCard));
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  EtpFillTable fill;

  for (guint i = 0; i < self->rows->len; i++)
    for (guint j = 0; j < self->columns->len; j++)
      {
        GPtrArray *titles = split_cell (etp_sheet_get (self->sheet,
                                                       i + etp_sheet_plan_get_first_row (self),
                                                       j + etp_sheet_plan_get_first_column (self)));

        g_ptr_array_add (cells, titles);
        for (guint k = 0; k < titles->len; k++)
          {
            const EtpFillCard row = { g_array_index (row_numbers, guint, i),
                                      g_array_index (column_numbers, guint, j), titles->pdata[k] };

            if (row.lane != G_MAXUINT)
              g_array_append_val (rows, row);
          }
      }
  fill = (EtpFillTable){ (const EtpFillHead *) phases->data,
                         (const EtpFillHead *) lanes->data,
                         phases->len,
                         lanes->len,
                         (const EtpFillCard *) rows->data,
                         rows->len };
  return etp_edit_fill_map (self->journey, &fill, cards, error);
}
