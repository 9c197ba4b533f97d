/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-canvas"

#include "config.h"

#include "etp-canvas-mirror.h"

/* Which of the proxies say that they are selected. While a scene is being mirrored none is told anything:
 * all of them are at the end of the pass. */

static gboolean
is_current (EtpCanvas *self)
{
  EtpMirror *mirror = self->mirror;

  return mirror != NULL && mirror->scene == self->scene && mirror->next == NULL;
}

static void
set_chosen (EtpCanvas *self, EtpProxy *proxy)
{
  etp_proxy_set_selected (proxy, etp_canvas_is_chosen (self, etp_proxy_get_item (proxy)));
}

static EtpProxy *
find_proxy (EtpCanvas *self, EtpItemRef ref)
{
  EtpMirror *mirror = self->mirror;
  const EtpItem *item;
  GtkWidget *cell;

  if (etp_item_ref_is_none (ref) || !is_current (self))
    return NULL;
  item = etp_scene_get_item (self->scene, ref);
  cell = g_ptr_array_index (mirror->cells, ref.cell);
  for (GtkWidget *child = cell != NULL ? gtk_widget_get_first_child (cell) : NULL; child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (etp_proxy_get_item (ETP_PROXY (child)) == item)
      return ETP_PROXY (child);
  return NULL;
}

static void
mirror_primary (EtpCanvas *self)
{
  EtpProxy *proxy = find_proxy (self, self->selection);
  EtpProxy *last = self->mirror != NULL ? self->mirror->selected : NULL;
  const gboolean stays = last != NULL && etp_canvas_is_chosen (self, etp_proxy_get_item (last));

  /* While its scene is mirrored what is selected has no proxy. Who was selected is remembered
   * meanwhile, or it would be told as selected for ever. */
  if (self->mirror != NULL && last != proxy && (proxy != NULL || !stays))
    {
      if (last != NULL && !stays)
        etp_proxy_set_selected (last, FALSE);
      g_set_object (&self->mirror->selected, proxy);
      if (proxy != NULL)
        etp_proxy_set_selected (proxy, TRUE);
    }
}

static void
take_focus_there (EtpCanvas *self)
{
  EtpProxy *proxy = find_proxy (self, self->selection);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (root != NULL)
    gtk_root_set_focus (root, proxy != NULL ? GTK_WIDGET (proxy) : GTK_WIDGET (self));
}

/* Everything is looked at only while several items are chosen, and once when they are no more. */
static void
mirror_choice (EtpCanvas *self)
{
  EtpMirror *mirror = self->mirror;
  const gboolean has_choice = etp_canvas_get_n_chosen (self) > 1;

  if (!is_current (self) || (!has_choice && !mirror->has_choice))
    return;
  mirror->has_choice = has_choice;
  for (guint i = 0; i < mirror->cells->len; i++)
    {
      GtkWidget *cell = g_ptr_array_index (mirror->cells, i);

      for (GtkWidget *child = cell != NULL ? gtk_widget_get_first_child (cell) : NULL;
           child != NULL; child = gtk_widget_get_next_sibling (child))
        set_chosen (self, ETP_PROXY (child));
    }
}

void
etp_canvas_mirror_selection (EtpCanvas *self, gboolean take_focus)
{
  mirror_primary (self);
  mirror_choice (self);
  if (take_focus)
    take_focus_there (self);
}

/* The proxies of a cell stand in the order of its items. */
static void
mirror_refs (EtpCanvas *self, const GArray *refs)
{
  EtpItemRef last = ETP_ITEM_REF_NONE;
  GtkWidget *child = NULL;

  for (guint i = 0; i < refs->len; i++)
    {
      const EtpItemRef ref = g_array_index (refs, EtpItemRef, i);
      const EtpItem *item = etp_scene_get_item (self->scene, ref);
      GtkWidget *cell = g_ptr_array_index (self->mirror->cells, ref.cell);

      if (ref.cell != last.cell)
        child = cell != NULL ? gtk_widget_get_first_child (cell) : NULL;
      last = ref;
      while (child != NULL && etp_proxy_get_item (ETP_PROXY (child)) != item)
        child = gtk_widget_get_next_sibling (child);
      if (child != NULL)
        set_chosen (self, ETP_PROXY (child));
    }
}

void
etp_canvas_mirror_changed (EtpCanvas *self, const GArray *refs, gboolean take_focus)
{
  mirror_primary (self);
  if (is_current (self))
    {
      self->mirror->has_choice = etp_canvas_get_n_chosen (self) > 1;
      mirror_refs (self, refs);
    }
  if (take_focus)
    take_focus_there (self);
}
