/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-deck-private.h"

#include <math.h>

/* Content that goes on from slide to slide. A row of stacks stays together where it can; what is
 * higher than a slide is parted between boxes, and a box between lines. */

#define BOX_GAP 10.0
#define CLOSE_GAP 9.0 /* of columns that are full */
#define LEAST_SHARE 0.35 /* of a slide that must be free to begin what is higher than a slide */
#define RULE_GAP 12.0
#define CELL_GAP 24.0

void
etp_stack_box_init (EtpStackBox *self, double x, double width)
{
  *self = (EtpStackBox){ x, width, BOX_GAP, NULL, 0, 0 };
  self->boxes = g_ptr_array_new_with_free_func ((GDestroyNotify) etp_box_free);
}

static double
get_box_height (EtpDeck *self, EtpBox *box, double width)
{
  return etp_box_get_height (box, self->map.style, self->map.measurer, width);
}

void
etp_deck_stack (EtpDeck *self, EtpStackBox *stack, EtpBox *box)
{
  stack->filled += get_box_height (self, box, stack->width)
                   + (stack->boxes->len > 0 ? stack->gap : 0);
  g_ptr_array_add (stack->boxes, box);
}

static double
get_stack_height (EtpDeck *self, const EtpStackBox *stack)
{
  double height = 0;

  for (guint i = stack->next; i < stack->boxes->len; i++)
    height += get_box_height (self, g_ptr_array_index (stack->boxes, i), stack->width)
              + (i > stack->next ? stack->gap : 0);
  return height;
}

static double
get_row_height (EtpDeck *self, const EtpStackBox *stacks, guint n)
{
  double height = 0;

  for (guint i = 0; i < n; i++)
    height = MAX (height, get_stack_height (self, &stacks[i]));
  return height;
}

/* Puts what goes into room from y on; returns the height that it takes. */
static double
put_stack (EtpDeck *self, EtpStackBox *stack, double y, double room, double least)
{
  double top = y, whole = self->bottom - self->start;

  while (stack->next < stack->boxes->len)
    {
      EtpBox *box = g_ptr_array_index (stack->boxes, stack->next);
      double start = y + (y > top ? stack->gap : 0), left = top + room - start;
      double height = get_box_height (self, box, stack->width);
      EtpItem *item;

      /* A box that another slide could hold whole waits for it, unless it would be the first here. */
      if (height > left + 1e-6 && (y > top || !etp_deck_is_fresh (self)))
        if (height <= whole
            || etp_box_get_least (box, self->map.style, self->map.measurer, stack->width) > left)
          break;
      box->stamp = etp_deck_next_stamp (self);
      item = etp_box_take (box, self->map.style, self->map.measurer, stack->width, left, least);
      if (item != NULL)
        {
          y = start + item->height;
          etp_deck_add (self, item, stack->x, start);
        }
      if (!etp_box_is_done (box))
        break;
      stack->next++;
    }
  return y - top;
}

static gboolean
is_done (const EtpStackBox *stacks, guint n)
{
  for (guint i = 0; i < n; i++)
    if (stacks[i].next < stacks[i].boxes->len)
      return FALSE;
  return TRUE;
}

static void
add_rule (EtpDeck *self, double y)
{
  EtpDraft *draft = etp_draft_new (ETP_ITEM_LINE, self->map.style, self->map.measurer);
  double width = self->right - self->left;

  etp_draft_set_place (draft, ETP_LAYER_BACK, ETP_PIN_NONE, 0);
  etp_draft_box (draft, (EtpRect){ 0, 0, width, 1 }, 0,
                 etp_deck_get_color (self, ETP_COLOR_HAIRLINE), 0, 0);
  etp_deck_add (self, etp_draft_finish (draft, width, 1, etp_deck_next_stamp (self)), self->left,
                y);
}

void
etp_deck_flow (EtpDeck *self, EtpStackBox *stacks, guint n, EtpFlowFlags flags, double after)
{
  double whole = self->bottom - self->start, height = get_row_height (self, stacks, n);
  double room = etp_deck_get_room (self);

  if (!etp_deck_is_fresh (self) && height > room && (height <= whole || room < whole * LEAST_SHARE))
    {
      etp_deck_continue (self);
      /* What is repeated there may leave less. */
      room = etp_deck_get_room (self);
    }
  while (!is_done (stacks, n))
    {
      double taken = 0;

      height = get_row_height (self, stacks, n);
      for (guint i = 0; i < n; i++)
        {
          double own = put_stack (self, &stacks[i], self->y, room,
                                  (flags & ETP_FLOW_EQUAL) != 0 ? MIN (height, room) : 0);

          taken = MAX (taken, own);
        }
      self->y += taken;
      if (is_done (stacks, n))
        break;
      etp_deck_continue (self);
      room = etp_deck_get_room (self);
    }
  if ((flags & ETP_FLOW_RULE) != 0)
    {
      self->y += RULE_GAP;
      if (self->y < self->bottom)
        add_rule (self, self->y);
      self->y += RULE_GAP;
    }
  self->y += after;
  for (guint i = 0; i < n; i++)
    g_ptr_array_unref (stacks[i].boxes);
}

void
etp_deck_flow_box (EtpDeck *self, EtpBox *box, double after)
{
  EtpStackBox stack;

  etp_stack_box_init (&stack, self->left, self->right - self->left);
  g_ptr_array_add (stack.boxes, box);
  etp_deck_flow (self, &stack, 1, 0, after);
}

static double
get_column_width (EtpDeck *self, guint n, double gap)
{
  return floor ((self->right - self->left - (n - 1) * gap) / n);
}

void
etp_deck_flow_grid (EtpDeck *self, GPtrArray *boxes, guint n_columns, double gap)
{
  double width = get_column_width (self, n_columns, gap);
  g_autofree EtpStackBox *stacks = g_new (EtpStackBox, n_columns);

  for (guint first = 0; first < boxes->len; first += n_columns)
    {
      guint n = MIN (boxes->len - first, n_columns);

      for (guint i = 0; i < n; i++)
        {
          etp_stack_box_init (&stacks[i], self->left + i * (width + gap), width);
          g_ptr_array_add (stacks[i].boxes, g_ptr_array_index (boxes, first + i));
        }
      etp_deck_flow (self, stacks, n, ETP_FLOW_EQUAL, gap);
    }
  g_ptr_array_set_size (boxes, 0);
}

guint
etp_deck_find_lowest_stack (const EtpStackBox *stacks, guint n)
{
  guint best = 0;

  for (guint i = 1; i < n; i++)
    if (stacks[i].filled < stacks[best].filled)
      best = i;
  return best;
}

void
etp_deck_fill_stacks (EtpDeck *self, EtpStackBox *stacks, guint n, GPtrArray *boxes)
{
  static const double gaps[] = { 18, 13, 9, 18 };

  for (guint k = 0; k < G_N_ELEMENTS (gaps); k++)
    {
      double highest = 0;

      for (guint i = 0; i < n; i++)
        {
          stacks[i].gap = gaps[k];
          stacks[i].filled = 0;
        }
      for (guint i = 0; i < boxes->len; i++)
        etp_deck_stack (self, &stacks[etp_deck_find_lowest_stack (stacks, n)],
                        g_ptr_array_index (boxes, i));
      for (guint i = 0; i < n; i++)
        highest = MAX (highest, stacks[i].filled);
      if (highest <= etp_deck_get_room (self) || k + 1 == G_N_ELEMENTS (gaps))
        break;
      for (guint i = 0; i < n; i++)
        g_free (g_ptr_array_steal (stacks[i].boxes, NULL));
    }
  g_ptr_array_set_size (boxes, 0);
}

/* As many boxes from the first on as this slide has room for, at least one, each into the lowest
 * column; returns how many. */
static guint
fill_slide (EtpDeck *self, EtpStackBox *stacks, guint n, GPtrArray *boxes, guint first)
{
  const double room = etp_deck_get_room (self);
  guint i;

  for (guint k = 0; k < n; k++)
    {
      stacks[k].gap = CLOSE_GAP;
      stacks[k].filled = 0;
    }
  for (i = first; i < boxes->len; i++)
    {
      EtpBox *box = g_ptr_array_index (boxes, i);
      EtpStackBox *stack = &stacks[etp_deck_find_lowest_stack (stacks, n)];
      const double gap_above = stack->boxes->len > 0 ? stack->gap : 0;

      if (i > first && stack->filled + gap_above + get_box_height (self, box, stack->width) > room)
        break;
      etp_deck_stack (self, stack, box);
    }
  return i - first;
}

void
etp_deck_flow_columns (EtpDeck *self, GPtrArray *boxes, guint n_columns, double gap)
{
  double width = get_column_width (self, n_columns, gap);
  g_autofree EtpStackBox *stacks = g_new (EtpStackBox, n_columns);

  for (guint first = 0, n; first < boxes->len; first += n)
    {
      if (first > 0)
        etp_deck_continue (self);
      for (guint i = 0; i < n_columns; i++)
        etp_stack_box_init (&stacks[i], self->left + i * (width + gap), width);
      n = fill_slide (self, stacks, n_columns, boxes, first);
      if (first + n == boxes->len)
        {
          /* The rest is on this slide: as far apart as it goes. */
          g_autoptr (GPtrArray) rest = g_ptr_array_new ();

          for (guint i = 0; i < n_columns; i++)
            g_free (g_ptr_array_steal (stacks[i].boxes, NULL));
          for (guint i = first; i < boxes->len; i++)
            g_ptr_array_add (rest, g_ptr_array_index (boxes, i));
          etp_deck_fill_stacks (self, stacks, n_columns, rest);
        }
      etp_deck_flow (self, stacks, n_columns, 0, 0);
    }
  g_ptr_array_set_size (boxes, 0);
}

typedef struct
{
  EtpTableColumn columns[ETP_TABLE_MAX];
  guint n;
} Table;

static double
get_cell (EtpDeck *self, const Table *table, guint index, double *width)
{
  double room = self->right - self->left - (table->n - 1) * CELL_GAP, total = 0, x = self->left;

  for (guint i = 0; i < table->n; i++)
    total += table->columns[i].share;
  for (guint i = 0; i <= index; i++)
    {
      *width = floor (room * table->columns[i].share / total);
      if (i < index)
        x += *width + CELL_GAP;
    }
  return x;
}

static void
add_heads (EtpDeck *self, gpointer data)
{
  const Table *table = data;
  double line = etp_style_get_line_height (self->map.style, ETP_TYPE_SMALL_STRONG), height = line;

  for (guint i = 0; i < table->n; i++)
    {
      EtpDraft *draft;
      double width, x = get_cell (self, table, i, &width), own;

      if (table->columns[i].name[0] == '\0')
        continue;
      draft = etp_draft_new (ETP_ITEM_LABEL, self->map.style, self->map.measurer);
      own = etp_draft_text (draft, 0, 0, width, table->columns[i].name, ETP_TYPE_SMALL_STRONG,
                            etp_deck_get_dim (self), ETP_ALIGN_START);
      height = MAX (height, own);
      etp_deck_add (self, etp_draft_finish (draft, width, own, etp_deck_next_stamp (self)), x,
                    self->y);
    }
  self->y += height + 8;
  add_rule (self, self->y);
  self->y += 14;
}

void
etp_deck_begin_table (EtpDeck *self, const EtpTableColumn *columns, guint n)
{
  Table *table = g_new0 (Table, 1);

  g_assert (n <= ETP_TABLE_MAX);
  table->n = n;
  for (guint i = 0; i < n; i++)
    table->columns[i] = columns[i];
  self->repeat = add_heads;
  self->repeat_data = table;
  add_heads (self, table);
  self->start = self->y;
}

void
etp_deck_add_row (EtpDeck *self, EtpBox **cells)
{
  const Table *table = self->repeat_data;
  EtpStackBox stacks[ETP_TABLE_MAX];

  for (guint i = 0; i < table->n; i++)
    {
      double width, x = get_cell (self, table, i, &width);

      etp_stack_box_init (&stacks[i], x, width);
      if (cells[i] != NULL)
        g_ptr_array_add (stacks[i].boxes, cells[i]);
    }
  etp_deck_flow (self, stacks, table->n, ETP_FLOW_RULE, 0);
}

void
etp_deck_end_table (EtpDeck *self)
{
  g_free (self->repeat_data);
  self->repeat = NULL;
  self->repeat_data = NULL;
}
