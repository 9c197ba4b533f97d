/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-canvas"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "etp-canvas-drag.h"
#include "etp-canvas-editor.h"
#include "etp-canvas-private.h"
#include "model/etp-edit.h"
#include "model/etp-outline.h"

/* Groups of notes, and cards over several phases, from the keyboard. Whether a group is folded is
 * a matter of the window that looks at it, and not of the document. */

const char *
etp_canvas_get_group_title (void)
{
  /* Translators: the heading of a new group of notes, until somebody names it. */
  return _ ("New Group");
}

static GPtrArray *
dup_selected_cards (EtpCanvas *self)
{
  g_autoptr (GPtrArray) nodes = etp_canvas_dup_selected_nodes (self);
  GPtrArray *cards = g_ptr_array_new ();

  for (guint i = 0; i < nodes->len; i++)
    if (etp_node_get_list (nodes->pdata[i]) == ETP_LIST_CARDS)
      g_ptr_array_add (cards, nodes->pdata[i]);
  return cards;
}

static void
select_node (EtpCanvas *self, EtpNode *node)
{
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();

  g_ptr_array_add (nodes, node);
  etp_canvas_select_nodes (self, nodes);
}

void
etp_canvas_name_group (EtpCanvas *self, EtpNode *head)
{
  if (g_strcmp0 (etp_node_get_text (head, ETP_CARD_TITLE), etp_canvas_get_group_title ()) != 0)
    return;
  etp_canvas_edit (self, head, ETP_CARD_TITLE);
  etp_canvas_select_typed (self);
}

void
etp_canvas_group (EtpCanvas *self)
{
  g_autoptr (GPtrArray) cards = dup_selected_cards (self);
  g_autoptr (GError) error = NULL;
  EtpNode *head;

  if (self->journey == NULL || cards->len == 0)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  head = etp_edit_group_cards (self->journey, cards, etp_canvas_get_group_title (), &error);
  if (head == NULL)
    {
      etp_canvas_tell_error (self, error);
      return;
    }
  select_node (self, head);
  etp_canvas_name_group (self, head);
}

/* What is selected when the groups of the cards are none any more: all that are in them, but no headings. */
static GPtrArray *
list_freed (EtpCanvas *self, GPtrArray *cards)
{
  g_autoptr (GHashTable) groups = etp_card_index_groups (self->journey);
  GPtrArray *freed = g_ptr_array_new ();

  for (guint i = 0; i < cards->len; i++)
    {
      GPtrArray *members = g_hash_table_lookup (groups, etp_node_get_id (cards->pdata[i]));

      if (members == NULL)
        g_ptr_array_add (freed, cards->pdata[i]);
      else
        g_ptr_array_extend (freed, members, NULL, NULL);
    }
  return freed;
}

void
etp_canvas_ungroup (EtpCanvas *self)
{
  g_autoptr (GPtrArray) cards = dup_selected_cards (self);
  g_autoptr (GPtrArray) freed = NULL;
  g_autoptr (GError) error = NULL;

  if (!etp_cards_have_group (cards))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  freed = list_freed (self, cards);
  if (etp_edit_ungroup_cards (self->journey, cards, etp_canvas_get_group_title (), &error))
    etp_canvas_select_nodes (self, freed);
  else
    etp_canvas_tell_error (self, error);
}

/* The phases of the map up to which the card reaches, one more or less. Hidden ones are passed. */
static EtpNode *
get_phase_beside (EtpCanvas *self, EtpNode *card, int step)
{
  EtpNodeList *phases = etp_journey_get_list (self->journey, ETP_LIST_PHASES);
  const EtpPlace *place = etp_outline_find (etp_journey_get_outline (self->journey), card);
  int at;

  if (place == NULL)
    return NULL;
  for (at = (int) place->until + step;
       at >= (int) place->phase && at < (int) etp_node_list_get_length (phases); at += step)
    if (!etp_node_get_boolean (etp_node_list_get (phases, (guint) at), ETP_PHASE_HIDDEN))
      return etp_node_list_get (phases, (guint) at);
  return NULL;
}

static void
extend (EtpCanvas *self, int step)
{
  g_autoptr (GPtrArray) cards = dup_selected_cards (self);
  g_autoptr (GError) error = NULL;
  EtpNode *until = cards->len == 1 ? get_phase_beside (self, cards->pdata[0], step) : NULL;

  if (until == NULL)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  if (!etp_edit_extend_card (self->journey, cards->pdata[0], until, &error))
    etp_canvas_tell_error (self, error);
}

void
etp_canvas_extend_card (EtpCanvas *self)
{
  extend (self, 1);
}

void
etp_canvas_shorten_card (EtpCanvas *self)
{
  extend (self, -1);
}

gboolean
etp_canvas_is_folded (EtpCanvas *self, EtpNode *card)
{
  g_return_val_if_fail (ETP_IS_CANVAS (self), FALSE);

  return self->folded != NULL && g_hash_table_contains (self->folded, etp_node_get_id (card));
}

static void
free_id (gpointer id)
{
  g_ref_string_release (id);
}

void
etp_canvas_set_folded (EtpCanvas *self, EtpNode *card, gboolean folded)
{
  const char *id;

  g_return_if_fail (ETP_IS_CANVAS (self));

  if (etp_canvas_is_folded (self, card) == !!folded)
    return;
  id = etp_node_get_id (card);
  if (self->folded == NULL)
    self->folded = g_hash_table_new_full (g_str_hash, g_str_equal, free_id, NULL);
  if (folded)
    g_hash_table_add (self->folded, g_ref_string_acquire ((char *) id));
  else
    g_hash_table_remove (self->folded, id);
  self->is_scene_old = TRUE;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The group's heading; what is folded away cannot stay selected. */
static void
toggle_fold (EtpCanvas *self, EtpNode *head)
{
  g_autoptr (GPtrArray) selected = dup_selected_cards (self);

  for (guint i = 0; i < selected->len; i++)
    if (g_strcmp0 (etp_node_get_text (selected->pdata[i], ETP_CARD_CLUSTER), etp_node_get_id (head))
        == 0)
      {
        select_node (self, head);
        break;
      }
  etp_canvas_set_folded (self, head, !etp_canvas_is_folded (self, head));
}

void
etp_canvas_fold (EtpCanvas *self)
{
  g_autoptr (GPtrArray) cards = dup_selected_cards (self);
  g_autoptr (GHashTable) groups = cards->len > 0 ? etp_card_index_groups (self->journey) : NULL;

  for (guint i = 0; i < cards->len; i++)
    {
      EtpNode *head = etp_journey_get_node (self->journey,
                                            etp_node_get_text (cards->pdata[i], ETP_CARD_CLUSTER));

      if (head == NULL || etp_node_get_list (head) != ETP_LIST_CARDS)
        head = cards->pdata[i];
      if (!g_hash_table_contains (groups, etp_node_get_id (head)))
        continue;
      toggle_fold (self, head);
      return;
    }
  gtk_widget_error_bell (GTK_WIDGET (self));
}

gboolean
etp_canvas_press_fold (EtpCanvas *self, EtpItemRef ref, double x, double y)
{
  const EtpItem *item = etp_item_ref_is_none (ref) ? NULL : etp_scene_get_item (self->scene, ref);
  EtpRect bounds, sign;
  EtpNode *card;

  if (item == NULL || !etp_item_find_fold_sign (item, &sign))
    return FALSE;
  bounds = etp_canvas_get_item_bounds (self, ref);
  x = (x - bounds.x) / self->zoom - sign.x;
  y = (y - bounds.y) / self->zoom - sign.y;
  card = etp_journey_get_node (self->journey, item->node_id);
  if (card == NULL || x < 0 || y < 0 || x > sign.width || y > sign.height)
    return FALSE;
  toggle_fold (self, card);
  return TRUE;
}
