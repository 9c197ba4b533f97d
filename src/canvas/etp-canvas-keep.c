/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-canvas"

#include "config.h"

#include "etp-canvas-choice.h"

#include "scene/etp-scene-place.h"

#include <glib/gi18n-lib.h>

/* What the keyboard alone selects together. Things that do not lie side by side: it goes on from what is
 * selected, and where it is now is selected as well, but only passes. That can be kept, and the other way
 * round. Things side by side: a range from where it began. */

static gboolean
is_of_cells (const EtpItem *item)
{
  return item->kind == ETP_ITEM_CELL || etp_item_is_tile (item);
}

static gboolean
is_mention (const EtpItem *item)
{
  return item->kind == ETP_ITEM_POINT || item->kind == ETP_ITEM_STOP;
}

/* A range is of cards or of one kind of other things: the head of a lane or phase that comes after the
 * last card means all that is in it, and is deleted with all of that. Empty cells are only passed. */
gboolean
etp_canvas_may_end_at (const EtpItem *anchor, const EtpItem *item)
{
  return is_of_cells (anchor) ? is_of_cells (item) : item->kind == anchor->kind;
}

/* Between lanes of cards there are curves and channels. A range of cards goes on past what lies in them:
 * that is where cards are mentioned once more. */
static EtpItemRef
go_on (EtpScene *scene, const EtpItem *anchor, EtpItemRef from, EtpGo direction)
{
  EtpItemRef ref = etp_scene_go (scene, from, direction);

  while (is_of_cells (anchor) && is_mention (etp_scene_get_item (scene, ref))
         && !etp_item_ref_equal (ref, from))
    {
      from = ref;
      ref = etp_scene_go (scene, from, direction);
    }
  return ref;
}

void
etp_canvas_extend (EtpCanvas *self, EtpGo direction)
{
  const EtpItemRef from = etp_canvas_get_selection (self);
  const EtpItem *anchor = self->choice->anchor;
  g_autoptr (EtpItem) item = NULL;
  EtpItemRef ref;

  if (etp_item_ref_is_none (from))
    return;
  if (anchor == NULL || etp_item_ref_is_none (etp_canvas_find_item (self, anchor)))
    anchor = etp_canvas_get_primary (self);
  ref = go_on (self->scene, anchor, from, direction);
  item = etp_item_ref (etp_scene_get_item (self->scene, ref));
  if (!etp_canvas_may_end_at (anchor, item))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  etp_canvas_extend_to (self, ref);
  if (item->kind == ETP_ITEM_CELL)
    self->choice->passing = g_steal_pointer (&item);
}

static void
go_keeping (EtpCanvas *self, EtpGo direction)
{
  const EtpItemRef from = etp_canvas_get_selection (self);
  const EtpItemRef ref = etp_item_ref_is_none (from) ? ETP_ITEM_REF_NONE
                                                     : etp_scene_go (self->scene, from, direction);
  g_autoptr (EtpItem) passing = NULL;
  EtpItem *item;

  if (etp_item_ref_is_none (ref))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  item = etp_scene_get_item (self->scene, ref);
  if (self->choice->passing != NULL)
    g_hash_table_remove (self->choice->items, self->choice->passing);
  etp_canvas_leave_cell (self);
  if (!etp_canvas_is_chosen (self, item))
    passing = etp_item_ref (item);
  g_clear_pointer (&self->choice->anchor, etp_item_unref);
  etp_canvas_take_choice (self, g_hash_table_ref (self->choice->items), ref, TRUE);
  self->choice->passing = g_steal_pointer (&passing);
}

void
etp_canvas_keep_left (EtpCanvas *self)
{
  go_keeping (self, ETP_GO_LEFT);
}

void
etp_canvas_keep_right (EtpCanvas *self)
{
  go_keeping (self, ETP_GO_RIGHT);
}

void
etp_canvas_keep_up (EtpCanvas *self)
{
  go_keeping (self, ETP_GO_UP);
}

void
etp_canvas_keep_down (EtpCanvas *self)
{
  go_keeping (self, ETP_GO_DOWN);
}

/* What has the keyboard is selected either way; only where the keyboard goes on is there something to
 * see, so it is said. */
void
etp_canvas_toggle_kept (EtpCanvas *self)
{
  EtpItem *primary = etp_canvas_get_scene (self) != NULL ? etp_canvas_get_primary (self) : NULL;

  if (primary == NULL || primary->kind == ETP_ITEM_CELL) /* an empty cell is no thing */
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  if (self->choice->passing != NULL)
    {
      g_clear_pointer (&self->choice->passing, etp_item_unref);
      etp_canvas_tell (self, _ ("It stays selected when the keyboard goes on."), FALSE);
    }
  else if (etp_canvas_get_n_chosen (self) > 1)
    {
      self->choice->passing = etp_item_ref (primary);
      etp_canvas_tell (self, _ ("It leaves the selection when the keyboard goes on."), FALSE);
    }
}
