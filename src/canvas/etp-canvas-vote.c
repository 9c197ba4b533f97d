/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-canvas"

#include "config.h"

#include "etp-canvas-private.h"
#include "etp-proxy.h"

#include <glib/gi18n-lib.h>

#include "model/etp-edit.h"

/* What a room does with the selection: vote for it, put it aside. */

static gboolean
can_be_voted_for (EtpNode *node)
{
  return etp_node_get_list (node) == ETP_LIST_CARDS
         || etp_node_get_list (node) == ETP_LIST_MEASURES;
}

void
etp_canvas_vote (EtpCanvas *self, int delta)
{
  g_autoptr (GPtrArray) things = NULL;
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();
  g_autofree char *title = NULL;
  g_autoptr (GError) error = NULL;
  gboolean has_rounds;

  if (self->journey == NULL)
    return;
  title = etp_votes_dup_next_title (self->journey);
  has_rounds = etp_node_list_get_length (etp_journey_get_list (self->journey, ETP_LIST_VOTE_ROUNDS))
               > 0;
  things = etp_canvas_dup_things (self, -1);
  for (guint i = 0; i < things->len; i++)
    if (can_be_voted_for (things->pdata[i]))
      g_ptr_array_add (nodes, things->pdata[i]);
  if (nodes->len == 0)
    gtk_widget_error_bell (GTK_WIDGET (self));
  else if (!etp_edit_vote (self->journey, nodes, NULL, title, delta, &error))
    etp_canvas_tell_error (self, error);
  else if (title != NULL && has_rounds && delta > 0)
    {
      /* Translators: %s is the name of a round of votes: "Round 2". */
      g_autofree char *text = g_strdup_printf (_ ("%s has begun: the round before is closed"),
                                               title);

      etp_canvas_tell (self, text, TRUE);
    }
}

/* TRUE: the selected item itself can be voted for, and that may be written down. */
static gboolean
has_candidate (EtpCanvas *self)
{
  const EtpItemRef ref = etp_canvas_get_selection (self);
  EtpNode *node = etp_canvas_get_selected_node (self);
  const EtpItem *item;

  if (node == NULL || !can_be_voted_for (node) || etp_item_ref_is_none (ref)
      || etp_journey_get_read_only (self->journey))
    return FALSE;
  item = etp_scene_get_item (self->scene, ref);
  return item->kind == ETP_ITEM_CARD || item->kind == ETP_ITEM_MEASURE
         || item->kind == ETP_ITEM_IMAGE;
}

void
etp_canvas_set_votes (EtpCanvas *self)
{
  if (has_candidate (self))
    etp_canvas_emit_votes_requested (self, "");
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

gboolean
etp_canvas_press_vote_key (EtpCanvas *self, guint key, GdkModifierType state)
{
  const gunichar c = gdk_keyval_to_unicode (key);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  char typed[2] = { (char) c, '\0' };

  /* Some keyboards have their digits with Shift. */
  if (c < '0' || c > '9' || (state & gtk_accelerator_get_default_mod_mask () & ~GDK_SHIFT_MASK) != 0
      || (focus != GTK_WIDGET (self) && !ETP_IS_PROXY (focus)) || !has_candidate (self))
    return FALSE;
  etp_canvas_emit_votes_requested (self, typed);
  return TRUE;
}

void
etp_canvas_park (EtpCanvas *self)
{
  g_autoptr (GPtrArray) cards = NULL;
  g_autoptr (EtpCanvasHeirs) heirs = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (self->journey == NULL)
    return;
  cards = etp_canvas_dup_things (self, ETP_LIST_CARDS);
  if (cards->len == 0)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  heirs = etp_canvas_list_heirs (self);
  if (!etp_edit_park_cards (self->journey, cards, &error))
    {
      etp_canvas_tell_error (self, error);
      return;
    }
  etp_canvas_select_heir (self, heirs);
  text = g_strdup_printf (ngettext ("%u card moved to the parking lot",
                                    "%u cards moved to the parking lot", cards->len),
                          cards->len);
  etp_canvas_tell (self, text, TRUE);
}
