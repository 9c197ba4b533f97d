/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-import"

#include "config.h"

#include "etp-sheet-plan-private.h"

#include "model/etp-edit-map.h"
#include "model/etp-enums.h"
#include "model/etp-fields.h"
#include "model/etp-words.h"

static void
clear_head (gpointer data)
{
  EtpSheetHead *head = data;

  g_clear_object (&head->node);
  g_free (head->name);
}

static const char *
get_language (const EtpSheetPlan *self)
{
  return etp_node_get_text (ETP_NODE (self->journey), ETP_JOURNEY_LANGUAGE);
}

gboolean
etp_sheet_is_hidden (EtpNode *node)
{
  return etp_node_get_boolean (node,
                               etp_map_field_get (etp_node_get_list (node), ETP_MAP_FIELD_HIDDEN));
}

/* The nodes that columns or rows without heads go into: from the selected one on. */
static EtpNode *
get_next (const EtpSheetPlan *self, EtpListKind list, guint number)
{
  EtpNodeList *nodes = etp_journey_get_list (self->journey, list);
  EtpNode *first = list == ETP_LIST_PHASES ? self->phase : self->lane;
  guint i = 0;
  EtpNode *node;

  if (first != NULL && etp_node_get_journey (first) == self->journey)
    i = etp_node_list_get_index (nodes, first);
  for (; (node = etp_node_list_get (nodes, i)) != NULL; i++)
    {
      if (etp_sheet_is_hidden (node)
          || (list == ETP_LIST_LANES
              && !etp_lane_kind_shows_cards (etp_node_get_enum (node, ETP_LANE_KIND))))
        continue;
      if (number-- == 0)
        return node;
    }
  return NULL;
}

static char *
dup_name_of (const EtpSheetPlan *self, EtpNode *node)
{
  if (etp_node_get_list (node) == ETP_LIST_PHASES)
    return g_strdup (etp_node_get_text (node, ETP_PHASE_NAME));
  if (*etp_node_get_text (node, ETP_LANE_NAME) != '\0')
    return g_strdup (etp_node_get_text (node, ETP_LANE_NAME));
  return g_strdup (
      etp_words_get_lane_kind (get_language (self), etp_node_get_enum (node, ETP_LANE_KIND)));
}

/* Lanes of which one shows all that there is of its kind. */
static gboolean
is_shared_kind (int kind)
{
  return kind >= 0 && kind != ETP_LANE_KIND_LINE && !etp_lane_kind_shows_cards (kind);
}

gboolean
etp_sheet_takes_kind (int kind)
{
  return kind != ETP_LANE_KIND_LINE;
}

EtpNode *
etp_sheet_find_lane_of (EtpJourney *journey, int kind)
{
  EtpNodeList *lanes = etp_journey_get_list (journey, ETP_LIST_LANES);
  EtpNode *lane, *hidden = NULL;

  for (guint i = 0; (lane = etp_node_list_get (lanes, i)) != NULL; i++)
    {
      if (etp_node_get_enum (lane, ETP_LANE_KIND) != kind)
        continue;
      if (!etp_sheet_is_hidden (lane))
        return lane;
      if (hidden == NULL)
        hidden = lane;
    }
  return hidden;
}

/* The lane of a row with a name, and its kind. */
static EtpNode *
guess_lane (const EtpSheetPlan *self, const char *name, guint row, EtpNode *named, int *kind)
{
  if (named != NULL && etp_sheet_takes_kind (etp_node_get_enum (named, ETP_LANE_KIND)))
    return named;
  *kind = etp_sheet_plan_judge (self, row, (int) etp_sheet_guess_kind (name));
  return is_shared_kind (*kind) ? etp_sheet_find_lane_of (self->journey, *kind) : NULL;
}

/* The phase that a new map begins with, as long as nothing is on the map: the first column takes it
 * over. NULL: there is none. */
static EtpNode *
find_blank_phase (const EtpSheetPlan *self, EtpListKind list)
{
  static const EtpListKind lists[] = { ETP_LIST_CARDS, ETP_LIST_MEASURES, ETP_LIST_METRICS };
  EtpNodeList *phases = etp_journey_get_list (self->journey, ETP_LIST_PHASES);

  if (list != ETP_LIST_PHASES || etp_node_list_get_length (phases) != 1)
    return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    if (etp_node_list_get_length (etp_journey_get_list (self->journey, lists[i])) > 0)
      return NULL;
  for (guint i = 0; i < etp_sheet_get_n_columns (self->sheet); i++)
    {
      g_autofree char *name = etp_sheet_make_name (etp_sheet_get (self->sheet, 0, i));

      if (etp_sheet_plan_find (self, ETP_LIST_PHASES, name) != NULL)
        return NULL;
    }
  return etp_node_list_get (phases, 0);
}

/* The phase or lane of a column or row; cell: what its head says, NULL: it has none. */
static EtpSheetHead
make_head (const EtpSheetPlan *self, EtpListKind list, guint number, const char *cell)
{
  EtpSheetHead head = { .kind = ETP_SHEET_INTO_LANE };
  EtpNode *node;

  if (cell != NULL)
    {
      head.name = etp_sheet_make_name (cell);
      head.is_continued = *head.name == '\0' && number > 0;
      node = etp_sheet_plan_find (self, list, head.name);
    }
  else
    node = get_next (self, list, number);
  if (list == ETP_LIST_LANES && !head.is_continued)
    node = guess_lane (self, head.name != NULL ? head.name : "",
                       number + etp_sheet_plan_get_first_row (self), node, &head.kind);
  if (node == NULL && cell != NULL && number == 0 && *head.name != '\0'
      && (node = find_blank_phase (self, list)) != NULL)
    head.is_renamed = TRUE;
  if (node != NULL)
    {
      head.node = g_object_ref (node);
      head.kind = ETP_SHEET_INTO_LANE;
    }
  if (node != NULL && cell == NULL)
    head.name = dup_name_of (self, node);
  if (head.name == NULL || *head.name == '\0')
    {
      const guint n = etp_node_list_get_length (etp_journey_get_list (self->journey, list));
      const EtpWord word = list == ETP_LIST_PHASES ? ETP_WORD_PHASE : ETP_WORD_LANE;

      g_free (head.name);
      head.name = g_strdup_printf ("%s %u", etp_words_get (get_language (self), word),
                                   cell == NULL && node == NULL ? n + 1 : number + 1);
    }
  return head;
}

static void
guess_heads (EtpSheetPlan *self)
{
  const guint first_row = etp_sheet_plan_get_first_row (self);
  const guint first_column = etp_sheet_plan_get_first_column (self);

  self->serial = etp_journey_get_serial (self->journey);
  self->scale->row = G_MAXUINT;
  g_array_set_size (self->columns, 0);
  g_array_set_size (self->rows, 0);
  for (guint i = first_column; i < etp_sheet_get_n_columns (self->sheet); i++)
    {
      const EtpSheetHead head = make_head (self, ETP_LIST_PHASES, i - first_column,
                                           self->has_head_row ? etp_sheet_get (self->sheet, 0, i)
                                                              : NULL);

      g_array_append_val (self->columns, head);
    }
  for (guint i = first_row; i < etp_sheet_get_n_rows (self->sheet); i++)
    {
      const EtpSheetHead head = make_head (self, ETP_LIST_LANES, i - first_row,
                                           self->has_head_column ? etp_sheet_get (self->sheet, i, 0)
                                                                 : NULL);

      g_array_append_val (self->rows, head);
    }
}

static void
guess_all (EtpSheetPlan *self)
{
  etp_sheet_set_n_above (self->sheet, etp_sheet_plan_guess_n_above (self));
  self->has_head_row = etp_sheet_plan_guess_head_row (self);
  self->has_head_column = etp_sheet_plan_guess_head_column (self);
  guess_heads (self);
}

static GArray *
heads_new (void)
{
  GArray *heads = g_array_new (FALSE, TRUE, sizeof (EtpSheetHead));

  g_array_set_clear_func (heads, clear_head);
  return heads;
}

EtpSheetPlan *
etp_sheet_plan_new (EtpSheet *sheet, EtpJourney *journey, EtpNode *lane, EtpNode *phase)
{
  EtpSheetPlan *self = g_new0 (EtpSheetPlan, 1);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  self->sheet = sheet;
  self->journey = g_object_ref (journey);
  g_set_object (&self->lane, lane);
  g_set_object (&self->phase, phase);
  self->columns = heads_new ();
  self->rows = heads_new ();
  self->scale = g_new0 (struct EtpSheetScaleOf, 1);
  self->today = g_date_time_format (now, "%Y-%m-%d");
  guess_all (self);
  return self;
}

void
etp_sheet_plan_free (EtpSheetPlan *self)
{
  etp_sheet_free (self->sheet);
  g_clear_pointer (&self->unturned, etp_sheet_free);
  g_object_unref (self->journey);
  g_clear_object (&self->lane);
  g_clear_object (&self->phase);
  g_array_unref (self->columns);
  g_array_unref (self->rows);
  g_free (self->today);
  g_free (self->scale);
  g_free (self);
}

const EtpSheet *
etp_sheet_plan_get_sheet (const EtpSheetPlan *self)
{
  return self->sheet;
}

gboolean
etp_sheet_plan_get_head_row (const EtpSheetPlan *self)
{
  return self->has_head_row;
}

gboolean
etp_sheet_plan_get_head_column (const EtpSheetPlan *self)
{
  return self->has_head_column;
}

void
etp_sheet_plan_set_n_above (EtpSheetPlan *self, guint n_rows)
{
  etp_sheet_set_n_above (self->sheet, n_rows);
  self->has_head_row = etp_sheet_plan_guess_head_row (self);
  self->has_head_column = etp_sheet_plan_guess_head_column (self);
  guess_heads (self);
}

void
etp_sheet_plan_set_head_row (EtpSheetPlan *self, gboolean has_one)
{
  self->has_head_row = has_one;
  guess_heads (self);
}

void
etp_sheet_plan_set_head_column (EtpSheetPlan *self, gboolean has_one)
{
  self->has_head_column = has_one;
  guess_heads (self);
}

gboolean
etp_sheet_plan_turn (EtpSheetPlan *self, GError **error)
{
  EtpSheet *turned;

  if (self->unturned != NULL)
    {
      etp_sheet_free (self->sheet);
      self->sheet = g_steal_pointer (&self->unturned);
      /* As many rows above as the person left out. */
      etp_sheet_plan_set_n_above (self, etp_sheet_get_n_above (self->sheet));
      return TRUE;
    }
  turned = etp_sheet_turn (self->sheet, error);
  if (turned == NULL)
    return FALSE;
  self->unturned = self->sheet;
  self->sheet = turned;
  guess_all (self);
  return TRUE;
}

guint
etp_sheet_plan_get_first_row (const EtpSheetPlan *self)
{
  return self->has_head_row ? 1 : 0;
}

guint
etp_sheet_plan_get_first_column (const EtpSheetPlan *self)
{
  return self->has_head_column ? 1 : 0;
}

/* The head that counts: that of the column or row which this one goes on with. */
const EtpSheetHead *
etp_sheet_head_get (const GArray *heads, guint index)
{
  while (g_array_index (heads, EtpSheetHead, index).is_continued)
    index--;
  return &g_array_index (heads, EtpSheetHead, index);
}

static const EtpSheetHead *
get_column (const EtpSheetPlan *self, guint column)
{
  return etp_sheet_head_get (self->columns, column - etp_sheet_plan_get_first_column (self));
}

static const EtpSheetHead *
get_row (const EtpSheetPlan *self, guint row)
{
  return etp_sheet_head_get (self->rows, row - etp_sheet_plan_get_first_row (self));
}

const char *
etp_sheet_plan_get_phase_name (const EtpSheetPlan *self, guint column)
{
  return get_column (self, column)->name;
}

const char *
etp_sheet_plan_get_lane_name (const EtpSheetPlan *self, guint row)
{
  return get_row (self, row)->name;
}

gboolean
etp_sheet_plan_has_phase (const EtpSheetPlan *self, guint column)
{
  const EtpSheetHead *head = get_column (self, column);

  return head->node != NULL && !head->is_renamed;
}

gboolean
etp_sheet_plan_has_lane (const EtpSheetPlan *self, guint row)
{
  return get_row (self, row)->node != NULL;
}

char *
etp_sheet_plan_dup_lane (const EtpSheetPlan *self, guint row)
{
  EtpNode *node = get_row (self, row)->node;

  return node != NULL ? dup_name_of (self, node) : NULL;
}

gboolean
etp_sheet_plan_is_continued (const EtpSheetPlan *self, guint row)
{
  return g_array_index (self->rows, EtpSheetHead, row - etp_sheet_plan_get_first_row (self))
      .is_continued;
}

int
etp_sheet_plan_get_kind (const EtpSheetPlan *self, guint row)
{
  return get_row (self, row)->kind;
}

int
etp_sheet_plan_get_effective_kind (const EtpSheetPlan *self, guint row)
{
  const EtpSheetHead *head = get_row (self, row);

  return head->kind == ETP_SHEET_INTO_LANE ? etp_node_get_enum (head->node, ETP_LANE_KIND)
                                           : head->kind;
}

void
etp_sheet_plan_set_kind (EtpSheetPlan *self, guint row, int kind)
{
  EtpSheetHead *head = (EtpSheetHead *) get_row (self, row);

  g_return_if_fail (kind != ETP_SHEET_INTO_LANE || head->node != NULL);
  head->kind = kind;
  head->is_corrected = TRUE;
}

/* A kind that was chosen for a new lane is not meant for one that is there by now. */
static void
keep_kind (EtpSheetHead *head, const EtpSheetHead *old)
{
  if (!old->is_corrected || old->kind == ETP_SHEET_INTO_LANE
      || (old->kind != ETP_SHEET_LEAVE_OUT && (old->node == NULL) != (head->node == NULL)))
    return;
  head->kind = old->kind;
  head->is_corrected = TRUE;
}

gboolean
etp_sheet_plan_update (EtpSheetPlan *self)
{
  g_autoptr (GArray) old = NULL;

  if (self->serial == etp_journey_get_serial (self->journey))
    return FALSE;
  old = g_steal_pointer (&self->rows);
  self->rows = heads_new ();
  guess_heads (self);
  for (guint i = 0; i < old->len; i++)
    keep_kind (&g_array_index (self->rows, EtpSheetHead, i), &g_array_index (old, EtpSheetHead, i));
  return TRUE;
}
