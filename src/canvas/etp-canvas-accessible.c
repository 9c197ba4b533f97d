/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-canvas"

#include "config.h"

#include "etp-canvas-mirror.h"

/* Mirrors the scene as a tree of proxies: a group for each of the scene's (the frame, the phases),
 * in it a group for each cell with focusable items, in it a proxy for each of those.
 *
 * The mirror follows in idle time, a few milliseconds at once: a pass walks one scene from its
 * first to its last cell and leaves alone what the scene before shares. A scene that comes
 * meanwhile waits for the next pass. Only the places in the window lag on purpose: they are laid
 * out again when scrolling and zooming rest, because at 10,000 cards that takes 10 ms.
 */

#define SLICE_US 4000

static gboolean on_mirror_idle (gpointer user_data);

static void
queue_pass (EtpCanvas *self)
{
  if (self->mirror->idle_id == 0)
    self->mirror->idle_id = g_idle_add_full (G_PRIORITY_LOW, on_mirror_idle, self, NULL);
}

void
etp_canvas_queue_mirror (EtpCanvas *self)
{
  if (self->mirror == NULL)
    {
      self->mirror = g_new0 (EtpMirror, 1);
      self->mirror->cells = g_ptr_array_new ();
    }
  queue_pass (self);
}

/* The old children of a node by their keys; whoever is not taken out again goes at the end. */
static GHashTable *
collect_children (GtkWidget *parent)
{
  GHashTable *children = g_hash_table_new (g_str_hash, g_str_equal);

  for (GtkWidget *child = gtk_widget_get_first_child (parent); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (ETP_IS_PROXY_GROUP (child))
      g_hash_table_insert (children, (gpointer) etp_proxy_group_get_key (ETP_PROXY_GROUP (child)),
                           child);
  return children;
}

static void
drop_children (GHashTable **children)
{
  GHashTableIter iter;
  gpointer child;

  if (*children == NULL)
    return;
  g_hash_table_iter_init (&iter, *children);
  while (g_hash_table_iter_next (&iter, NULL, &child))
    gtk_widget_unparent (child);
  g_clear_pointer (children, g_hash_table_unref);
}

/* The child of this key, or a new one, behind the sibling before it. */
static EtpProxyGroup *
take_child (GHashTable *children,
            const char *key,
            GtkWidget *parent,
            EtpProxyGroup *before,
            GtkAccessibleRole role)
{
  GtkWidget *sibling = before != NULL ? GTK_WIDGET (before) : NULL;
  EtpProxyGroup *child = g_hash_table_lookup (children, key);

  if (child != NULL)
    g_hash_table_remove (children, key);
  else
    {
      child = etp_proxy_group_new (role);
      etp_proxy_group_set_key (child, key);
    }
  if (gtk_widget_get_parent (GTK_WIDGET (child)) == NULL
      || gtk_widget_get_prev_sibling (GTK_WIDGET (child)) != sibling)
    gtk_widget_insert_after (GTK_WIDGET (child), parent, sibling);
  return child;
}

static void
find_lane_names (EtpMirror *mirror)
{
  const EtpGroup *frame = etp_scene_get_group (mirror->next, 0);

  mirror->lane_names = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; frame != NULL && i < frame->n_cells; i++)
    {
      const EtpCell *cell = etp_scene_get_cell (mirror->next, frame->first_cell + i)->cell;

      for (guint j = 0; j < cell->n_items; j++)
        {
          const EtpItem *item = cell->items[j].item;

          if (item->kind == ETP_ITEM_LANE_HEAD && item->node_id != NULL && item->name != NULL)
            g_hash_table_insert (mirror->lane_names, item->node_id, item->name);
        }
    }
}

static void
begin_pass (EtpCanvas *self)
{
  EtpMirror *mirror = self->mirror;

  mirror->next = g_object_ref (self->scene);
  mirror->old_groups = collect_children (GTK_WIDGET (self));
  mirror->group = NULL;
  mirror->cell = NULL;
  mirror->group_index = G_MAXUINT;
  mirror->cell_index = 0;
  g_ptr_array_set_size (mirror->cells, 0);
  find_lane_names (mirror);
}

static void
begin_group (EtpCanvas *self, guint index)
{
  EtpMirror *mirror = self->mirror;
  const EtpGroup *group = etp_scene_get_group (mirror->next, index);
  const char *key = group->node_id != NULL ? group->node_id : "";

  drop_children (&mirror->old_cells);
  mirror->group_index = index;
  mirror->group = take_child (mirror->old_groups, key, GTK_WIDGET (self), mirror->group,
                              GTK_ACCESSIBLE_ROLE_GROUP);
  mirror->cell = NULL;
  mirror->is_group_renamed = etp_proxy_group_set_name (mirror->group, group->name);
  etp_proxy_group_set_place (mirror->group, &group->rect);
  mirror->old_cells = collect_children (GTK_WIDGET (mirror->group));
}

static guint
count_focusable (const EtpCell *cell)
{
  guint n = 0;

  for (guint i = 0; i < cell->n_items; i++)
    n += (cell->items[i].item->can & ETP_CAN_FOCUS) != 0;
  return n;
}

static char *
dup_key (const EtpCell *cell, guint part)
{
  return g_strdup_printf ("%s %u", cell->lane_id != NULL ? cell->lane_id : "", part);
}

static guint
count_children (GtkWidget *parent)
{
  GtkWidget *child = parent != NULL ? gtk_widget_get_first_child (parent) : NULL;
  guint n = 0;

  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    n++;
  return n;
}

/* Asked at the first part of a long cell: whether one of its parts has more or fewer things than before.
 * All of them say which of how many they are, also those of the parts that stay what they were. */
static gboolean
are_others (EtpMirror *mirror)
{
  const EtpPlacedCell *first = etp_scene_get_cell (mirror->next, mirror->cell_index);
  const EtpPlacedCell *placed = first;
  guint part = 0;

  while (TRUE)
    {
      const gboolean is_part = placed != NULL && placed->group == first->group
                               && placed->cell->part == part;
      g_autofree char *key = dup_key (first->cell, part);

      if ((is_part ? count_focusable (placed->cell) : 0)
          != count_children (g_hash_table_lookup (mirror->old_cells, key)))
        return TRUE;
      if (!is_part)
        return FALSE;
      placed = etp_scene_get_cell (mirror->next, mirror->cell_index + ++part);
    }
}

/* The child that stands for item already, or a new one, before the sibling. */
static EtpProxy *
take_proxy (GtkWidget *parent, GtkWidget *sibling, EtpItem *item)
{
  EtpProxy *proxy;

  for (GtkWidget *child = sibling; child != NULL; child = gtk_widget_get_next_sibling (child))
    if (etp_proxy_fits (ETP_PROXY (child), item))
      {
        if (child != sibling)
          gtk_widget_insert_before (child, parent, sibling);
        return ETP_PROXY (child);
      }
  proxy = etp_proxy_new (item);
  gtk_widget_insert_before (GTK_WIDGET (proxy), parent, sibling);
  return proxy;
}

static void
mirror_items (EtpMirror *mirror, EtpProxyGroup *parent, const EtpCell *cell)
{
  GtkWidget *next = gtk_widget_get_first_child (GTK_WIDGET (parent));
  const EtpItemRef none = ETP_ITEM_REF_NONE;
  EtpItemRef ref = { mirror->cell_index, none.index };

  for (ref.index = 0; ref.index < cell->n_items; ref.index++)
    {
      const EtpPlaced *placed = &cell->items[ref.index];
      const EtpRect place = { placed->x, placed->y, placed->item->width, placed->item->height };
      g_autofree char *description = NULL;
      EtpProxy *proxy;

      if ((placed->item->can & ETP_CAN_FOCUS) == 0)
        continue;
      description = etp_scene_dup_description (mirror->next, ref);
      proxy = take_proxy (GTK_WIDGET (parent), next, placed->item);
      etp_proxy_set_item (proxy, placed->item, description);
      etp_proxy_set_place (proxy, &place);
      next = gtk_widget_get_next_sibling (GTK_WIDGET (proxy));
    }
  while (next != NULL)
    {
      GtkWidget *gone = next;

      next = gtk_widget_get_next_sibling (gone);
      gtk_widget_unparent (gone);
    }
}

static void
mirror_cell (EtpMirror *mirror)
{
  const EtpPlacedCell *placed = etp_scene_get_cell (mirror->next, mirror->cell_index);
  const EtpGroup *group = etp_scene_get_group (mirror->next, placed->group);
  const EtpCell *cell = placed->cell;
  const EtpRect place = { placed->x - group->rect.x, placed->y - group->rect.y, cell->width,
                          cell->height };
  g_autofree char *key = NULL;
  const char *name = NULL;
  EtpProxyGroup *proxy;

  if (cell->part == 0)
    mirror->has_others = are_others (mirror);
  if (count_focusable (cell) == 0)
    {
      g_ptr_array_add (mirror->cells, NULL);
      return;
    }
  if (cell->lane_id != NULL)
    name = g_hash_table_lookup (mirror->lane_names, cell->lane_id);
  key = dup_key (cell, cell->part);
  proxy = take_child (mirror->old_cells, key, GTK_WIDGET (mirror->group), mirror->cell,
                      GTK_ACCESSIBLE_ROLE_LIST);
  mirror->cell = proxy;
  g_ptr_array_add (mirror->cells, proxy);
  etp_proxy_group_set_place (proxy, &place);
  if (etp_proxy_group_set_name (proxy, name != NULL ? name : group->name)
      || mirror->is_group_renamed || mirror->has_others || etp_proxy_group_get_cell (proxy) != cell)
    {
      mirror_items (mirror, proxy, cell);
      gtk_widget_queue_allocate (GTK_WIDGET (proxy));
    }
  etp_proxy_group_set_cell (proxy, cell);
}

static void
end_pass (EtpCanvas *self)
{
  EtpMirror *mirror = self->mirror;

  drop_children (&mirror->old_cells);
  drop_children (&mirror->old_groups);
  g_clear_pointer (&mirror->lane_names, g_hash_table_unref);
  g_clear_object (&mirror->scene);
  mirror->scene = g_steal_pointer (&mirror->next);
  mirror->group = mirror->cell = NULL;
  etp_canvas_describe_curves (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  etp_canvas_mirror_selection (self, gtk_widget_is_focus (GTK_WIDGET (self)));
}

/* Goes on with the pass until it is through or the time is up; TRUE: there is more to do. */
static gboolean
run_pass (EtpCanvas *self, gint64 until)
{
  EtpMirror *mirror = self->mirror;

  if (mirror->next == NULL)
    {
      if (self->scene == mirror->scene)
        return FALSE;
      begin_pass (self);
    }
  while (mirror->cell_index < etp_scene_get_n_cells (mirror->next))
    {
      const guint group = etp_scene_get_cell (mirror->next, mirror->cell_index)->group;

      if (group != mirror->group_index)
        begin_group (self, group);
      mirror_cell (mirror);
      mirror->cell_index++;
      if (g_get_monotonic_time () > until)
        return TRUE;
    }
  end_pass (self);
  return self->scene != mirror->scene;
}

static gboolean
has_focus_inside (EtpCanvas *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

static void
drop_all (EtpCanvas *self)
{
  GtkWidget *next;

  g_clear_object (&self->mirror->selected);
  g_clear_pointer (&self->mirror->old_cells, g_hash_table_unref);
  g_clear_pointer (&self->mirror->old_groups, g_hash_table_unref);
  g_clear_pointer (&self->mirror->lane_names, g_hash_table_unref);
  g_clear_object (&self->mirror->next);
  g_clear_object (&self->mirror->scene);
  g_ptr_array_set_size (self->mirror->cells, 0);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = next)
    {
      next = gtk_widget_get_next_sibling (child);
      if (ETP_IS_PROXY_GROUP (child))
        gtk_widget_unparent (child);
    }
}

static gboolean
update_mirror (EtpCanvas *self, gint64 until)
{
  const gboolean had_focus = has_focus_inside (self);
  gboolean has_more = FALSE;

  if (self->scene != NULL)
    has_more = run_pass (self, until);
  else
    drop_all (self);
  /* What had the focus may be gone, or stand elsewhere now; the keyboard stays on the map, with what
   * is selected if it is there already. */
  if (had_focus && !has_focus_inside (self))
    etp_canvas_mirror_selection (self, TRUE);
  return has_more;
}

static gboolean
on_mirror_idle (gpointer user_data)
{
  EtpCanvas *self = user_data;

  if (update_mirror (self, g_get_monotonic_time () + SLICE_US))
    return G_SOURCE_CONTINUE;
  self->mirror->idle_id = 0;
  return G_SOURCE_REMOVE;
}

void
etp_canvas_update_accessible (EtpCanvas *self)
{
  g_return_if_fail (ETP_IS_CANVAS (self));

  etp_canvas_ensure_scene (self);
  etp_canvas_queue_mirror (self);
  while (update_mirror (self, G_MAXINT64))
    continue;
  g_clear_handle_id (&self->mirror->idle_id, g_source_remove);
}

void
etp_canvas_dispose_mirror (EtpCanvas *self)
{
  EtpMirror *mirror = self->mirror;

  if (mirror == NULL)
    return;
  drop_all (self);
  g_clear_handle_id (&mirror->idle_id, g_source_remove);
  g_clear_handle_id (&mirror->rest_id, g_source_remove);
  g_ptr_array_unref (mirror->cells);
  g_clear_pointer (&self->mirror, g_free);
}
