/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-deck-persona-facts.h"
#include "etp-deck-private.h"

#include <math.h>

/* One section a persona: who they are on a panel at the left, what they want at its right, and how
 * they live and buy there too or, if there is much to say, on a further slide. */

#define PANEL 300.0
#define PANEL_GAP 36.0
#define COLUMN_GAP 36.0
#define NARROWEST 270.0 /* column of a sheet */
#define MOST_COLUMNS 5
#define SHEET_GAP 18.0
#define LEAST_TOLD 3u /* lines of a panel: portrait, name and something else */
#define LEAST_FILLED 0.35 /* of a slide */

static double
get_part_height (EtpDeck *self, EtpBox *box, double width)
{
  return etp_box_get_height (box, self->map.style, self->map.measurer, width) + 14;
}

/* Moves from lives to wishes what n columns have room for beside these. */
static void
take_fitting (EtpDeck *self, double width, guint n, GPtrArray *wishes, GPtrArray *lives)
{
  /* Boxes are not parted to fill a column. */
  double room = 0.9 * n * etp_deck_get_room (self), needed = 0;

  for (guint i = 0; i < wishes->len; i++)
    needed += get_part_height (self, g_ptr_array_index (wishes, i), width);
  while (lives->len > 0)
    {
      needed += get_part_height (self, g_ptr_array_index (lives, 0), width);
      if (needed > room)
        return;
      g_ptr_array_add (wishes, g_ptr_array_steal_index (lives, 0));
    }
}

/* The panel and columns beside it, in which everything stands, below the panel too. */
typedef struct
{
  guint n; /* beside the panel */
  double x, width, step;
} Columns;

static Columns
plan_columns (const EtpDeck *self)
{
  Columns plan = { .x = self->left + PANEL + PANEL_GAP };
  double room = self->right - plan.x;

  plan.n = (guint) CLAMP ((room + COLUMN_GAP) / (NARROWEST + COLUMN_GAP), 1, MOST_COLUMNS);
  plan.width = floor ((room - (plan.n - 1) * COLUMN_GAP) / plan.n);
  plan.step = plan.width + COLUMN_GAP;
  return plan;
}

/* Whether all of it has room on this slide, each box in the lowest column; below: the panel too. */
static gboolean
fit_together (EtpDeck *self, EtpBox *panel, GPtrArray *boxes, double gap, gboolean below)
{
  const Columns plan = plan_columns (self);
  EtpStackBox stacks[MOST_COLUMNS + 1] = { 0 };
  double highest = 0;

  stacks[0].filled = etp_box_get_height (panel, self->map.style, self->map.measurer, PANEL);
  highest = stacks[0].filled;
  if (!below)
    stacks[0].filled = G_MAXDOUBLE;
  for (guint i = 0; i < boxes->len; i++)
    {
      guint k = etp_deck_find_lowest_stack (stacks, plan.n + 1);

      stacks[k].filled += etp_box_get_height (g_ptr_array_index (boxes, i), self->map.style,
                                              self->map.measurer, k == 0 ? PANEL : plan.width)
                          + (stacks[k].filled > 0 ? gap : 0);
    }
  for (guint k = below ? 0 : 1; k <= plan.n; k++)
    highest = MAX (highest, stacks[k].filled);
  return highest <= etp_deck_get_room (self);
}

static void
flow_together (EtpDeck *self, EtpBox *panel, GPtrArray *boxes, double gap, gboolean below)
{
  const Columns plan = plan_columns (self);
  EtpStackBox stacks[MOST_COLUMNS + 1];

  etp_stack_box_init (&stacks[0], self->left, PANEL);
  for (guint i = 0; i < plan.n; i++)
    etp_stack_box_init (&stacks[i + 1], plan.x + i * plan.step, plan.width);
  for (guint i = 0; i <= plan.n; i++)
    stacks[i].gap = gap;
  etp_deck_stack (self, &stacks[0], panel);
  if (!below)
    stacks[0].filled = G_MAXDOUBLE;
  for (guint i = 0; i < boxes->len; i++)
    etp_deck_stack (self, &stacks[etp_deck_find_lowest_stack (stacks, plan.n + 1)],
                    g_ptr_array_index (boxes, i));
  etp_deck_flow (self, stacks, plan.n + 1, 0, 2 * SHEET_GAP);
}

/* All on one slide, closer together if need be. */
static gboolean
flow_one_slide (EtpDeck *self, EtpBox *panel, GPtrArray *wishes, GPtrArray *lives)
{
  static const double gaps[] = { 18, 14, 10 };
  g_autoptr (GPtrArray) all = g_ptr_array_new ();

  g_ptr_array_extend (all, wishes, NULL, NULL);
  g_ptr_array_extend (all, lives, NULL, NULL);
  for (guint i = 0; i < 2 * G_N_ELEMENTS (gaps); i++)
    {
      const gboolean below = i >= G_N_ELEMENTS (gaps);
      const double gap = gaps[i % G_N_ELEMENTS (gaps)];

      if (!fit_together (self, panel, all, gap, below))
        continue;
      flow_together (self, panel, all, gap, below);
      return TRUE;
    }
  return FALSE;
}

/* Too little for a slide of its own. */
static gboolean
is_little (EtpDeck *self, GPtrArray *boxes, double width, guint n)
{
  double needed = 0;

  for (guint i = 0; i < boxes->len; i++)
    needed += get_part_height (self, g_ptr_array_index (boxes, i), width);
  return needed < LEAST_FILLED * n * etp_deck_get_room (self);
}

/* What they want beside the panel; how they live and buy there too, as far as there is room, and on
 * a further slide. */
static void
flow_slides (EtpDeck *self, EtpBox *panel, GPtrArray *wishes, GPtrArray *lives)
{
  const Columns plan = plan_columns (self);
  const guint n_wishes = wishes->len;
  EtpStackBox stacks[MOST_COLUMNS + 1];

  etp_stack_box_init (&stacks[0], self->left, PANEL);
  g_ptr_array_add (stacks[0].boxes, panel);
  for (guint i = 0; i < plan.n; i++)
    etp_stack_box_init (&stacks[i + 1], plan.x + i * plan.step, plan.width);
  take_fitting (self, plan.width, plan.n, wishes, lives);
  while (lives->len > 0 && wishes->len > n_wishes
         && is_little (self, lives, plan.width, plan.n + 1))
    g_ptr_array_insert (lives, 0, g_ptr_array_steal_index (wishes, wishes->len - 1));
  etp_deck_fill_stacks (self, &stacks[1], plan.n, wishes);
  etp_deck_flow (self, stacks, plan.n + 1, 0, 0);
  if (lives->len == 0)
    return;
  etp_deck_continue (self);
  etp_deck_flow_columns (self, lives, plan.n + 1, 36);
}

static void
add_persona (EtpDeck *self, gpointer data)
{
  EtpNode *persona = data;
  guint index = etp_node_list_get_index (
      etp_journey_get_list (self->map.journey, ETP_LIST_PERSONAS), persona);
  EtpRgba color = etp_style_get_persona (self->map.style, index,
                                         etp_node_get_text (persona, ETP_PERSONA_COLOR));
  g_autofree char *title = etp_deck_dup_persona_title (self, persona);
  g_autoptr (GPtrArray) wishes = etp_deck_list_persona_wishes (self, persona);
  g_autoptr (GPtrArray) lives = etp_deck_list_persona_habits (self, persona, color);
  EtpBox *panel;

  panel = etp_deck_new_persona_panel (self, persona, index);
  /* Portrait and name alone say nothing that the first slide does not. */
  if (wishes->len + lives->len == 0 && panel->paras->len < LEAST_TOLD)
    {
      etp_box_free (panel);
      return;
    }
  etp_deck_begin (self, "persona", title, G_MAXUINT);
  if (!flow_one_slide (self, panel, wishes, lives))
    flow_slides (self, panel, wishes, lives);
  etp_deck_end (self);
}

void
etp_deck_add_persona_sheet (EtpDeck *self, EtpNode *persona, gboolean with_curve)
{
  guint index = etp_node_list_get_index (
      etp_journey_get_list (self->map.journey, ETP_LIST_PERSONAS), persona);
  EtpRgba color = etp_style_get_persona (self->map.style, index,
                                         etp_node_get_text (persona, ETP_PERSONA_COLOR));
  g_autofree char *title = etp_deck_dup_persona_title (self, persona);
  g_autoptr (GPtrArray) boxes = etp_deck_list_persona_wishes (self, persona);
  g_autoptr (GPtrArray) lives = etp_deck_list_persona_habits (self, persona, color);

  etp_deck_begin (self, "persona", title, G_MAXUINT);
  etp_deck_add_context (self, ETP_WORD_PERSONA);
  g_ptr_array_extend_and_steal (boxes, g_steal_pointer (&lives));
  flow_together (self, etp_deck_new_persona_panel (self, persona, index), boxes, SHEET_GAP, TRUE);
  if (with_curve && !etp_deck_add_overview_strip (self))
    etp_deck_continue (self);
  etp_deck_end (self);
}

/* Of whom nothing is known but what stands on the panel; NULL if there is more. */
static EtpBox *
make_card (EtpDeck *self, EtpNode *persona, guint index)
{
  EtpRgba color = etp_style_get_persona (self->map.style, index,
                                         etp_node_get_text (persona, ETP_PERSONA_COLOR));
  g_autoptr (GPtrArray) wishes = etp_deck_list_persona_wishes (self, persona);
  g_autoptr (GPtrArray) lives = etp_deck_list_persona_habits (self, persona, color);
  EtpBox *panel;

  g_ptr_array_set_free_func (wishes, (GDestroyNotify) etp_box_free);
  g_ptr_array_set_free_func (lives, (GDestroyNotify) etp_box_free);
  if (wishes->len + lives->len > 0)
    return NULL;
  panel = etp_deck_new_persona_panel (self, persona, index);
  if (panel->paras->len >= LEAST_TOLD)
    return panel;
  etp_box_free (panel);
  return NULL;
}

/* Those who have a panel alone, and are several, share slides. */
static void
add_cards (EtpDeck *self, gpointer data)
{
  GPtrArray *personas = data;
  g_autoptr (GPtrArray) boxes = g_ptr_array_new ();
  EtpNodeList *all = etp_journey_get_list (self->map.journey, ETP_LIST_PERSONAS);
  const double room = self->right - self->left;

  for (guint i = 0; i < personas->len; i++)
    {
      EtpNode *persona = g_ptr_array_index (personas, i);

      g_ptr_array_add (boxes, make_card (self, persona, etp_node_list_get_index (all, persona)));
    }
  etp_deck_begin (self, "persona", etp_deck_get_word (self, ETP_WORD_PERSONAS), G_MAXUINT);
  etp_deck_flow_grid (self, boxes,
                      (guint) CLAMP ((room + SHEET_GAP) / (NARROWEST + SHEET_GAP), 1, MOST_COLUMNS),
                      SHEET_GAP);
  etp_deck_end (self);
}

void
etp_deck_add_personas (EtpDeck *self)
{
  EtpNodeList *personas = etp_journey_get_list (self->map.journey, ETP_LIST_PERSONAS);
  g_autoptr (GPtrArray) cards = g_ptr_array_new ();
  EtpNode *persona;

  for (guint i = 0; (persona = etp_node_list_get (personas, i)) != NULL; i++)
    {
      g_autoptr (EtpBox) card = make_card (self, persona, i);

      if (card != NULL)
        g_ptr_array_add (cards, persona);
    }
  for (guint i = 0; (persona = etp_node_list_get (personas, i)) != NULL; i++)
    if (cards->len < 2 || !g_ptr_array_find (cards, persona, NULL))
      etp_deck_add_close (self, add_persona, persona);
  if (cards->len >= 2)
    etp_deck_add_close (self, add_cards, cards);
}
