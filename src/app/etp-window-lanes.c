/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-window-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "canvas/etp-point-to.h"
#include "canvas/etp-unparent.h"
#include "etp-color-popover.h"
#include "etp-lane-gallery.h"
#include "model/etp-edit.h"
#include "model/etp-tables.h"
#include "scene/etp-heads.h"

/* The window's commands on phases and lanes. They act on the phase and the lane of what is selected:
 * of a head itself, of a card its own. One table; a row without a list acts on the map as a whole. */

#define SIZE_STEP 24.0 /* wider, narrower, taller, shorter: map units */

typedef struct
{
  const char *name;
  EtpListKind list; /* ETP_N_LISTS: none is needed */
  void (*run) (EtpWindow *self, EtpNode *node, int argument);
  int argument;
} Row;

static EtpNode *
get_target (EtpWindow *self, EtpListKind list)
{
  EtpJourney *journey = etp_window_get_journey (self);
  EtpItemRef ref;
  const EtpCell *cell;
  const char *id;
  EtpNode *node;

  if (journey == NULL || etp_canvas_get_scene (self->canvas) == NULL)
    return NULL;
  ref = etp_canvas_get_selection (self->canvas);
  if (etp_item_ref_is_none (ref))
    return NULL;
  cell = etp_scene_get_cell (etp_canvas_get_scene (self->canvas), ref.cell)->cell;
  id = list == ETP_LIST_PHASES ? cell->phase_id : cell->lane_id;
  node = id != NULL ? etp_journey_get_node (journey, id) : NULL;
  return node != NULL && etp_node_get_list (node) == list ? node : NULL;
}

static void
tell_if_failed (EtpWindow *self, const GError *error)
{
  if (error != NULL)
    etp_window_tell_error (self, error);
}

void
etp_window_select_node (EtpWindow *self, EtpNode *node)
{
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();

  g_ptr_array_add (nodes, node);
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
  etp_canvas_select_nodes (self->canvas, nodes);
}

/* In the name of the selected head. */
static void
begin_typing (EtpWindow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->canvas), "canvas.edit", NULL);
}

static EtpNodeList *
get_list (EtpWindow *self, EtpListKind list)
{
  return etp_journey_get_list (etp_window_get_journey (self), list);
}

/* Phases */

static void
insert_phase_at (EtpWindow *self, guint position)
{
  /* Translators: what a phase is called that was just added. */
  etp_canvas_insert_phase (self->canvas, position, _ ("New Phase"));
}

static void
insert_phase (EtpWindow *self, EtpNode *phase, int behind)
{
  insert_phase_at (self, etp_node_list_get_index (get_list (self, ETP_LIST_PHASES), phase)
                             + (guint) behind);
}

static void
add_phase (EtpWindow *self, EtpNode *node, int argument)
{
  insert_phase_at (self, G_MAXUINT);
}

/* Lanes: the gallery asks for the kind. Where the new one goes, or which one changes, is remembered
 * by id, because the map may change while one looks. */

static void
on_kind_chosen (EtpLaneKind kind, gpointer owner)
{
  EtpWindow *self = ETP_WINDOW (owner);
  EtpJourney *journey = etp_window_get_journey (self);
  EtpNode *beside = journey != NULL && self->gallery_lane != NULL
                        ? etp_journey_get_node (journey, self->gallery_lane)
                        : NULL;
  guint position = G_MAXUINT;

  if (journey == NULL)
    return;
  if (beside != NULL)
    position = etp_node_list_get_index (get_list (self, ETP_LIST_LANES), beside)
               + (self->gallery_is_below ? 1 : 0);
  etp_canvas_insert_lane (self->canvas, position, kind);
}

static void
show_gallery (EtpWindow *self, EtpNode *lane, gboolean is_below)
{
  g_free (self->gallery_lane);
  self->gallery_lane = lane != NULL ? g_strdup (etp_node_get_id (lane)) : NULL;
  self->gallery_is_below = is_below;
  etp_lane_gallery_show (GTK_WINDOW (self), _ ("Add Lane"), NULL, on_kind_chosen, G_OBJECT (self));
}

static void
insert_lane (EtpWindow *self, EtpNode *lane, int below)
{
  show_gallery (self, lane, below != 0);
}

static void
add_lane (EtpWindow *self, EtpNode *node, int argument)
{
  show_gallery (self, NULL, TRUE);
}

static gboolean
may_become (EtpLaneKind kind, gpointer owner)
{
  EtpWindow *self = ETP_WINDOW (owner);
  EtpJourney *journey = etp_window_get_journey (self);
  EtpNode *lane = journey != NULL && self->gallery_lane != NULL
                      ? etp_journey_get_node (journey, self->gallery_lane)
                      : NULL;

  return lane != NULL && etp_lane_may_become (journey, lane, kind);
}

static void
on_other_kind_chosen (EtpLaneKind kind, gpointer owner)
{
  EtpWindow *self = ETP_WINDOW (owner);
  EtpJourney *journey = etp_window_get_journey (self);
  EtpNode *lane = journey != NULL && self->gallery_lane != NULL
                      ? etp_journey_get_node (journey, self->gallery_lane)
                      : NULL;
  g_autoptr (GError) error = NULL;

  if (lane == NULL)
    return;
  etp_edit_set_text (journey, lane, ETP_LANE_KIND, etp_lane_kind_words[kind], &error);
  tell_if_failed (self, error);
}

static void
change_kind (EtpWindow *self, EtpNode *lane, int argument)
{
  g_free (self->gallery_lane);
  self->gallery_lane = g_strdup (etp_node_get_id (lane));
  etp_lane_gallery_show (GTK_WINDOW (self), _ ("Change Kind of Lane"), may_become,
                         on_other_kind_chosen, G_OBJECT (self));
}

/* Both */

static void
rename_node (EtpWindow *self, EtpNode *node, int argument)
{
  etp_window_select_node (self, node);
  begin_typing (self);
}

static void
move_node (EtpWindow *self, EtpNode *node, int step)
{
  const EtpListKind list = etp_node_get_list (node);
  g_autoptr (GArray) heads = etp_heads_list (etp_canvas_get_scene (self->canvas), list);
  const guint index = etp_heads_find (heads, etp_node_get_id (node));
  const guint gap = step < 0 ? index - 1 : index + 2;
  g_autoptr (GError) error = NULL;

  if (index == G_MAXUINT || (step < 0 ? index == 0 : index + 1 >= heads->len))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  etp_edit_move (etp_window_get_journey (self), node,
                 etp_heads_get_position (heads, get_list (self, list), node, gap), &error);
  tell_if_failed (self, error);
}

static void
set_field (EtpWindow *self, EtpNode *node, EtpMapField field, EtpDatum *datum)
{
  g_autoptr (GError) error = NULL;

  etp_edit_set (etp_window_get_journey (self), node,
                etp_map_field_get (etp_node_get_list (node), field), datum, &error);
  tell_if_failed (self, error);
}

static void
resize_node (EtpWindow *self, EtpNode *node, int steps)
{
  const EtpListKind list = etp_node_get_list (node);
  g_autoptr (GArray) heads = etp_heads_list (etp_canvas_get_scene (self->canvas), list);
  const guint index = etp_heads_find (heads, etp_node_get_id (node));
  const EtpHead *head;
  double size;
  EtpDatum datum;

  if (index == G_MAXUINT
      || etp_node_get_boolean (node, etp_map_field_get (list, ETP_MAP_FIELD_COLLAPSED)))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  head = &g_array_index (heads, EtpHead, index);
  size = etp_canvas_get_own_size (self->canvas, list, head->end - head->start);
  size = etp_heads_fit_size (list, size + steps * SIZE_STEP, (double) NAN, 0);
  datum = etp_datum_number (size);
  set_field (self, node, ETP_MAP_FIELD_SIZE, &datum);
}

static void
reset_size (EtpWindow *self, EtpNode *node, int argument)
{
  EtpDatum own = { 0 };

  set_field (self, node, ETP_MAP_FIELD_SIZE, &own);
}

/* What is selected once the phase or lane has gone, its cards with it: a head beside it. */
static EtpCanvasHeirs *
list_heirs (EtpWindow *self, EtpNode *node)
{
  if (etp_canvas_get_selected_node (self->canvas) != node)
    etp_window_select_node (self, node);
  return etp_canvas_list_heirs (self->canvas);
}

static void
select_heir (EtpWindow *self, const EtpCanvasHeirs *heirs)
{
  if (etp_item_ref_is_none (etp_canvas_get_selection (self->canvas)))
    etp_canvas_select_heir (self->canvas, heirs);
}

static void
hide_node (EtpWindow *self, EtpNode *node, int argument)
{
  EtpDatum hidden = etp_datum_boolean (TRUE);
  const gboolean is_phase = etp_node_get_list (node) == ETP_LIST_PHASES;
  g_autoptr (EtpCanvasHeirs) heirs = list_heirs (self, node);

  set_field (self, node, ETP_MAP_FIELD_HIDDEN, &hidden);
  select_heir (self, heirs);
  etp_window_tell (self, is_phase ? _ ("Phase hidden") : _ ("Lane hidden"), _ ("Undo"),
                   "win.undo-step");
}

static void
delete_node (EtpWindow *self, EtpNode *node, int argument)
{
  const gboolean is_phase = etp_node_get_list (node) == ETP_LIST_PHASES;
  g_autoptr (EtpCanvasHeirs) heirs = list_heirs (self, node);
  g_autoptr (GError) error = NULL;

  if (etp_edit_remove (etp_window_get_journey (self), node, &error))
    etp_window_tell (self, is_phase ? _ ("Phase deleted") : _ ("Lane deleted"), _ ("Undo"),
                     "win.undo-step");
  select_heir (self, heirs);
  tell_if_failed (self, error);
}

static void
duplicate_node (EtpWindow *self, EtpNode *node, int argument)
{
  EtpJourney *journey = etp_window_get_journey (self);
  g_autoptr (GError) error = NULL;
  EtpNode *copy = etp_node_get_list (node) == ETP_LIST_PHASES
                      ? etp_edit_duplicate_phase (journey, node, &error)
                      : etp_edit_duplicate_lane (journey, node, &error);

  tell_if_failed (self, error);
  if (copy != NULL)
    etp_window_select_node (self, copy);
}

static void
on_color_chosen (const char *color, const char *node_id, GObject *owner)
{
  EtpWindow *self = ETP_WINDOW (owner);
  EtpJourney *journey = etp_window_get_journey (self);
  EtpNode *node = journey != NULL ? etp_journey_get_node (journey, node_id) : NULL;
  g_autoptr (GError) error = NULL;

  if (node == NULL)
    return;
  etp_edit_set_text (journey, node,
                     etp_map_field_get (etp_node_get_list (node), ETP_MAP_FIELD_COLOR), color,
                     &error);
  tell_if_failed (self, error);
}

static void
on_palette_closed (GtkPopover *popover, EtpWindow *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
  etp_unparent_later (GTK_WIDGET (popover));
}

/* Beside the canvas, not in it: what is in the canvas gives the focus back to the selected item. */
static void
show_palette (EtpWindow *self, GtkWidget *popover, const EtpRect *bounds)
{
  gtk_widget_set_parent (popover, self->scroller);
  etp_point_to (GTK_POPOVER (popover), GTK_WIDGET (self->canvas), bounds);
  g_signal_connect_object (popover, "closed", G_CALLBACK (on_palette_closed), self,
                           G_CONNECT_DEFAULT);
  gtk_popover_popup (GTK_POPOVER (popover));
}

static void
color_node (EtpWindow *self, EtpNode *node, int argument)
{
  const EtpListKind list = etp_node_get_list (node);
  g_autoptr (GArray) heads = etp_heads_list (etp_canvas_get_scene (self->canvas), list);
  const guint index = etp_heads_find (heads, etp_node_get_id (node));
  GtkWidget *popover;
  EtpRect bounds;

  if (index == G_MAXUINT)
    return;
  bounds = etp_canvas_get_item_bounds (self->canvas, g_array_index (heads, EtpHead, index).ref);
  popover = etp_color_popover_new (
      etp_node_get_id (node),
      etp_node_get_text (node, etp_map_field_get (list, ETP_MAP_FIELD_COLOR)), on_color_chosen,
      G_OBJECT (self));
  show_palette (self, popover, &bounds);
}

static const Row rows[] = {
  { "add-phase", ETP_N_LISTS, add_phase, 0 },
  { "insert-phase-before", ETP_LIST_PHASES, insert_phase, 0 },
  { "insert-phase-after", ETP_LIST_PHASES, insert_phase, 1 },
  { "rename-phase", ETP_LIST_PHASES, rename_node, 0 },
  { "move-phase-left", ETP_LIST_PHASES, move_node, -1 },
  { "move-phase-right", ETP_LIST_PHASES, move_node, 1 },
  { "widen-phase", ETP_LIST_PHASES, resize_node, 1 },
  { "narrow-phase", ETP_LIST_PHASES, resize_node, -1 },
  { "reset-phase-width", ETP_LIST_PHASES, reset_size, 0 },
  { "color-phase", ETP_LIST_PHASES, color_node, 0 },
  { "hide-phase", ETP_LIST_PHASES, hide_node, 0 },
  { "duplicate-phase", ETP_LIST_PHASES, duplicate_node, 0 },
  { "delete-phase", ETP_LIST_PHASES, delete_node, 0 },
  { "add-lane", ETP_N_LISTS, add_lane, 0 },
  { "insert-lane-above", ETP_LIST_LANES, insert_lane, 0 },
  { "insert-lane-below", ETP_LIST_LANES, insert_lane, 1 },
  { "rename-lane", ETP_LIST_LANES, rename_node, 0 },
  { "change-lane-kind", ETP_LIST_LANES, change_kind, 0 },
  { "move-lane-up", ETP_LIST_LANES, move_node, -1 },
  { "move-lane-down", ETP_LIST_LANES, move_node, 1 },
  { "heighten-lane", ETP_LIST_LANES, resize_node, 1 },
  { "lower-lane", ETP_LIST_LANES, resize_node, -1 },
  { "reset-lane-height", ETP_LIST_LANES, reset_size, 0 },
  { "color-lane", ETP_LIST_LANES, color_node, 0 },
  { "hide-lane", ETP_LIST_LANES, hide_node, 0 },
  { "duplicate-lane", ETP_LIST_LANES, duplicate_node, 0 },
  { "delete-lane", ETP_LIST_LANES, delete_node, 0 },
};

static const struct
{
  const char *name;
  EtpListKind list;
} switches[] = { { "collapse-phase", ETP_LIST_PHASES }, { "collapse-lane", ETP_LIST_LANES } };

static const Row *
find_row (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    if (g_str_equal (rows[i].name, name))
      return &rows[i];
  return NULL;
}

static void
on_activate (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  EtpWindow *self = user_data;
  const Row *row = find_row (g_action_get_name (G_ACTION (action)));
  EtpNode *node;

  etp_canvas_end_typing (self->canvas);
  node = row->list != ETP_N_LISTS ? get_target (self, row->list) : NULL;
  if (row->list == ETP_N_LISTS || node != NULL)
    row->run (self, node, row->argument);
}

/* A card that was selected has gone into the head. */
static void
on_collapse (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  EtpWindow *self = user_data;
  const char *name = g_action_get_name (G_ACTION (action));

  etp_canvas_end_typing (self->canvas);
  for (gsize i = 0; i < G_N_ELEMENTS (switches); i++)
    {
      EtpNode *node = g_str_equal (switches[i].name, name) ? get_target (self, switches[i].list)
                                                           : NULL;
      EtpDatum datum = etp_datum_boolean (g_variant_get_boolean (value));

      if (node == NULL)
        continue;
      set_field (self, node, ETP_MAP_FIELD_COLLAPSED, &datum);
      if (etp_item_ref_is_none (etp_canvas_get_selection (self->canvas)))
        etp_window_select_node (self, node);
    }
}

static void
set_enabled (EtpWindow *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

void
etp_window_update_lanes (EtpWindow *self)
{
  EtpJourney *journey = etp_window_get_journey (self);
  const gboolean may_edit = journey != NULL && !etp_journey_get_read_only (journey);
  EtpNode *lane = may_edit ? get_target (self, ETP_LIST_LANES) : NULL;
  EtpNode *phase = may_edit ? get_target (self, ETP_LIST_PHASES) : NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    set_enabled (self, rows[i].name,
                 may_edit
                     && (rows[i].list == ETP_N_LISTS
                         || (rows[i].list == ETP_LIST_PHASES ? phase : lane) != NULL));
  etp_window_update_hidden (self);
  etp_window_update_empty (self);
  for (gsize i = 0; i < G_N_ELEMENTS (switches); i++)
    {
      EtpNode *node = switches[i].list == ETP_LIST_PHASES ? phase : lane;
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), switches[i].name);
      const guint field = etp_map_field_get (switches[i].list, ETP_MAP_FIELD_COLLAPSED);

      g_simple_action_set_enabled (G_SIMPLE_ACTION (action), node != NULL);
      g_simple_action_set_state (
          G_SIMPLE_ACTION (action),
          g_variant_new_boolean (node != NULL && etp_node_get_boolean (node, field)));
    }
}

void
etp_window_add_lanes (EtpWindow *self)
{
  etp_window_add_hidden (self);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const GActionEntry entry = { .name = rows[i].name, .activate = on_activate };

      g_action_map_add_action_entries (G_ACTION_MAP (self), &entry, 1, self);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (switches); i++)
    {
      const GActionEntry entry = { .name = switches[i].name,
                                   .state = "false",
                                   .change_state = on_collapse };

      g_action_map_add_action_entries (G_ACTION_MAP (self), &entry, 1, self);
    }
  g_signal_connect_object (self->canvas, "selection-changed", G_CALLBACK (etp_window_update_lanes),
                           self, G_CONNECT_SWAPPED);
}
