/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-import"

#include "config.h"

#include "etp-sheet-plan-private.h"

#include <string.h>

#include "model/etp-enums.h"
#include "model/etp-fields.h"
#include "model/etp-fold.h"
#include "model/etp-words.h"

/* Where the heads of a table are, and which phase or lane is called so. */

#define HEAD_LENGTH 40 /* characters: what is longer is no head */

/* How names are compared: folded, without soft hyphens. */
static char *
fold_name (const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, "\302\255", -1); /* U+00AD */
  g_autofree char *plain = g_strjoinv ("", parts);

  return etp_fold (plain);
}

gboolean
etp_sheet_is_same_name (const char *a, const char *b)
{
  g_autofree char *x = fold_name (a);
  g_autofree char *y = fold_name (b);

  return *x != '\0' && strcmp (x, y) == 0;
}

/* A lane without a name of its own is called by its kind, in whichever language the table is. */
static gboolean
is_called (const EtpSheetPlan *self, EtpNode *node, const char *name)
{
  const gboolean is_lane = etp_node_get_list (node) == ETP_LIST_LANES;
  const char *own = etp_node_get_text (node,
                                       is_lane ? (guint) ETP_LANE_NAME : (guint) ETP_PHASE_NAME);
  int kind;

  if (*own != '\0' || !is_lane)
    return etp_sheet_is_same_name (own, name);
  kind = etp_node_get_enum (node, ETP_LANE_KIND);
  return etp_sheet_is_same_name (etp_words_get_lane_kind ("de", kind), name)
         || etp_sheet_is_same_name (etp_words_get_lane_kind ("en", kind), name);
}

EtpNode *
etp_sheet_plan_find (const EtpSheetPlan *self, EtpListKind list, const char *name)
{
  EtpNodeList *nodes = etp_journey_get_list (self->journey, list);
  EtpNode *node, *hidden = NULL;

  for (guint i = 0; *name != '\0' && (node = etp_node_list_get (nodes, i)) != NULL; i++)
    {
      if (!is_called (self, node, name))
        continue;
      if (!etp_sheet_is_hidden (node))
        return node;
      if (hidden == NULL)
        hidden = node;
    }
  return hidden;
}

char *
etp_sheet_make_name (const char *cell)
{
  g_autofree char *line = g_strdelimit (g_strdup (cell), "\n\t", ' ');
  const char *name = line + strspn (line, "0123456789");

  if (name == line || (*name != '.' && *name != ')' && *name != ':') || name[1] != ' ')
    return g_steal_pointer (&line);
  name += strspn (name, ".): ");
  return g_strdup (*name != '\0' ? name : line);
}

static gboolean
is_short (const char *cell)
{
  return *cell != '\0' && strchr (cell, '\n') == NULL && g_utf8_strlen (cell, -1) <= HEAD_LENGTH;
}

static guint
count_cells (const EtpSheetPlan *self, guint row)
{
  guint n = 0;

  for (guint i = 0; i < etp_sheet_get_n_columns (self->sheet); i++)
    n += *etp_sheet_get (self->sheet, row, i) != '\0';
  return n;
}

/* A title: nothing but its first cell, and that is not what a lane is called. Nothing at all is none of
 * the table's, either. */
static gboolean
is_title (const EtpSheetPlan *self, guint row)
{
  const char *cell = etp_sheet_get (self->sheet, row, 0);
  g_autofree char *name = etp_sheet_make_name (cell);

  if (*cell == '\0' || count_cells (self, row) > 1)
    return count_cells (self, row) == 0;
  return etp_sheet_plan_find (self, ETP_LIST_LANES, name) == NULL
         && etp_sheet_guess_kind (name) == ETP_LANE_KIND_TEXT;
}

/* In a table of two columns a row with one cell may be anything. */
guint
etp_sheet_plan_guess_n_above (const EtpSheetPlan *self)
{
  const guint n_rows = etp_sheet_get_n_rows (self->sheet);
  guint n = 0;

  if (etp_sheet_get_n_columns (self->sheet) < 3)
    return 0;
  while (n + 2 < n_rows && is_title (self, n))
    n++;
  return count_cells (self, n) > 1 ? n : 0;
}

gboolean
etp_sheet_plan_guess_head_row (const EtpSheetPlan *self)
{
  const guint n_columns = etp_sheet_get_n_columns (self->sheet);
  gboolean are_short = TRUE;

  if (etp_sheet_get_n_rows (self->sheet) < 2)
    return FALSE;
  if (n_columns > 1 && *etp_sheet_get (self->sheet, 0, 0) == '\0')
    return TRUE;
  for (guint i = 0; i < n_columns; i++)
    {
      const char *cell = etp_sheet_get (self->sheet, 0, i);
      g_autofree char *name = etp_sheet_make_name (cell);

      if (etp_sheet_plan_find (self, ETP_LIST_PHASES, name) != NULL)
        return TRUE;
      are_short &= is_short (cell);
    }
  return are_short;
}

gboolean
etp_sheet_plan_guess_head_column (const EtpSheetPlan *self)
{
  const guint n_rows = etp_sheet_get_n_rows (self->sheet);
  gboolean are_short = TRUE;

  if (etp_sheet_get_n_columns (self->sheet) < 2)
    return FALSE;
  if (n_rows > 1 && *etp_sheet_get (self->sheet, 0, 0) == '\0')
    return TRUE;
  for (guint i = self->has_head_row ? 1 : 0; i < n_rows; i++)
    {
      const char *cell = etp_sheet_get (self->sheet, i, 0);
      g_autofree char *name = etp_sheet_make_name (cell);

      if (etp_sheet_plan_find (self, ETP_LIST_LANES, name) != NULL
          || (is_short (cell) && etp_sheet_guess_kind (name) != ETP_LANE_KIND_TEXT))
        return TRUE;
      are_short &= *cell == '\0' || is_short (cell);
    }
  return are_short;
}
