/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-canvas"

#include "config.h"

#include "etp-canvas-drag.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "etp-canvas-drop.h"
#include "etp-canvas-private.h"
#include "model/etp-edit.h"
#include "model/etp-outline.h"

/* The things that are dragged: which they are, how they look on the way, and the verb at the end. */

#define STACK 5.0 /* px between the edges of cards behind each other */
#define SHADOW 8.0 /* px around the picture */
#define ICON_MAX 2048.0 /* px of a side: a card over many phases is cut, not the memory filled */
#define BADGE 22.0

static gboolean
is_step (EtpNode *node)
{
  EtpNode *lane;

  if (etp_node_get_list (node) != ETP_LIST_CARDS)
    return FALSE;
  lane = etp_journey_get_node (etp_node_get_journey (node),
                               etp_node_get_text (node, ETP_CARD_LANE));
  return lane != NULL && etp_node_get_list (lane) == ETP_LIST_LANES
         && etp_node_get_enum (lane, ETP_LANE_KIND) == ETP_LANE_KIND_TOUCHPOINTS;
}

/* What is asked with each step of the drag: all that is carried, and whether it could be a group. */
static void
look_at_nodes (EtpCanvasLoad *load)
{
  g_autoptr (GPtrArray) all = etp_card_bring_groups (load->nodes);

  for (guint i = 0; i < all->len; i++)
    g_hash_table_add (load->ids, g_ref_string_acquire ((char *) etp_node_get_id (all->pdata[i])));
  for (guint i = 0; i < load->nodes->len && !load->has_steps; i++)
    load->has_steps = is_step (load->nodes->pdata[i]);
}

static void
free_id (gpointer id)
{
  g_ref_string_release (id);
}

/* All that is selected and of the same kind as what was pressed, if that is selected itself. */
static GPtrArray *
collect_nodes (EtpCanvas *self, EtpNode *pressed)
{
  g_autoptr (GPtrArray) selected = etp_canvas_dup_selected_nodes (self);
  GPtrArray *nodes = g_ptr_array_new ();
  gboolean is_selected = g_ptr_array_find (selected, pressed, NULL);

  for (guint i = 0; is_selected && i < selected->len; i++)
    if (etp_node_get_list (selected->pdata[i]) == etp_node_get_list (pressed))
      g_ptr_array_add (nodes, selected->pdata[i]);
  if (!is_selected)
    g_ptr_array_add (nodes, pressed);
  return nodes;
}

EtpCanvasLoad *
etp_canvas_load_new (EtpCanvas *self, EtpItemRef ref, double x, double y)
{
  const EtpItem *item;
  EtpNode *node;
  EtpCanvasLoad *load;
  EtpRect bounds;

  if (self->journey == NULL || etp_journey_get_read_only (self->journey)
      || etp_item_ref_is_none (ref))
    return NULL;
  item = etp_scene_get_item (etp_canvas_get_scene (self), ref);
  if ((item->kind != ETP_ITEM_CARD && item->kind != ETP_ITEM_MEASURE) || item->node_id == NULL)
    return NULL;
  node = etp_journey_get_node (self->journey, item->node_id);
  if (node == NULL
      || (etp_node_get_list (node) != ETP_LIST_CARDS
          && etp_node_get_list (node) != ETP_LIST_MEASURES))
    return NULL;
  bounds = etp_canvas_get_item_bounds (self, ref);
  load = g_new0 (EtpCanvasLoad, 1);
  load->pressed = node;
  load->nodes = collect_nodes (self, node);
  load->ids = g_hash_table_new_full (g_str_hash, g_str_equal, free_id, NULL);
  load->grab_x = x - bounds.x;
  load->grab_y = y - bounds.y;
  load->width = item->width;
  load->height = item->height;
  look_at_nodes (load);
  return load;
}

EtpCanvasLoad *
etp_canvas_load_new_for_cards (GPtrArray *cards, double height)
{
  EtpCanvasLoad *load = g_new0 (EtpCanvasLoad, 1);

  load->nodes = g_ptr_array_new ();
  for (guint i = 0; i < cards->len; i++)
    g_ptr_array_add (load->nodes, cards->pdata[i]);
  load->pressed = cards->len > 0 ? cards->pdata[0] : NULL;
  load->ids = g_hash_table_new_full (g_str_hash, g_str_equal, free_id, NULL);
  load->height = height;
  look_at_nodes (load);
  return load;
}

void
etp_canvas_load_free (EtpCanvasLoad *load)
{
  if (load == NULL)
    return;
  g_ptr_array_unref (load->nodes);
  g_hash_table_unref (load->ids);
  g_clear_pointer (&load->icon, gsk_render_node_unref);
  g_free (load);
}

static void
add_round (cairo_t *cr, double x, double y, double width, double height, double radius)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - radius, y + radius, radius, -G_PI / 2, 0);
  cairo_arc (cr, x + width - radius, y + height - radius, radius, 0, G_PI / 2);
  cairo_arc (cr, x + radius, y + height - radius, radius, G_PI / 2, G_PI);
  cairo_arc (cr, x + radius, y + radius, radius, G_PI, 3 * G_PI / 2);
  cairo_close_path (cr);
}

static void
set_color (cairo_t *cr, EtpRgba color, double alpha)
{
  cairo_set_source_rgba (cr, (color >> 24) / 255.0, (color >> 16 & 0xff) / 255.0,
                         (color >> 8 & 0xff) / 255.0, alpha);
}

/* A soft shadow, painted once; then the edges of the cards below. */
static void
paint_behind (EtpCanvas *self, cairo_t *cr, guint n_behind, double width, double height)
{
  const double radius = MIN (10 * self->zoom, MIN (width, height) / 2);

  for (double reach = SHADOW; reach > 0; reach -= 2)
    {
      cairo_set_source_rgba (cr, 0, 0, 0, 0.045);
      add_round (cr, -reach / 2, -reach / 3, width + reach, height + reach, radius + reach / 2);
      cairo_fill (cr);
    }
  /* Where it is dark no shadow is seen. */
  set_color (cr, etp_style_get_color (self->style, ETP_COLOR_DIM), 0.5);
  cairo_set_line_width (cr, 1);
  add_round (cr, -0.5, -0.5, width + 1, height + 1, radius + 0.5);
  cairo_stroke (cr);
  for (guint i = n_behind; i > 0; i--)
    {
      set_color (cr, etp_style_get_color (self->style, ETP_COLOR_CARD), 1);
      add_round (cr, i * STACK, i * STACK, width, height, radius);
      cairo_fill_preserve (cr);
      set_color (cr, etp_style_get_color (self->style, ETP_COLOR_DIM), 0.5);
      cairo_set_line_width (cr, 1);
      cairo_stroke (cr);
    }
}

/* How many they are, in a circle at the upper right corner. */
static void
append_badge (EtpCanvas *self, GtkSnapshot *snapshot, const char *text, double x, double y)
{
  const GdkRGBA fill = etp_canvas_get_rgba (self, ETP_COLOR_SELECTION);
  const float light = 0.299f * fill.red + 0.587f * fill.green + 0.114f * fill.blue;
  const GdkRGBA ink = light > 0.6f ? (GdkRGBA){ 0, 0, 0, 1 } : (GdkRGBA){ 1, 1, 1, 1 };
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  PangoAttrList *attributes = pango_attr_list_new ();
  int width, height;
  double box;
  GskRoundedRect outline;

  pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_get_pixel_size (layout, &width, &height);
  box = MAX (BADGE, width + 12);
  gsk_rounded_rect_init_from_rect (&outline,
                                   &GRAPHENE_RECT_INIT ((float) (x - box / 2),
                                                        (float) (y - BADGE / 2), (float) box,
                                                        (float) BADGE),
                                   (float) BADGE / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &fill, &outline.bounds);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) round (x - width / 2.0),
                                                          (float) round (y - height / 2.0)));
  gtk_snapshot_append_layout (snapshot, layout, &ink);
  gtk_snapshot_restore (snapshot);
}

void
etp_canvas_load_paint (EtpCanvas *self, EtpCanvasLoad *load)
{
  const EtpItemKind kind = etp_node_get_list (load->pressed) == ETP_LIST_CARDS ? ETP_ITEM_CARD
                                                                               : ETP_ITEM_MEASURE;
  const EtpItemRef ref = etp_scene_find_node (self->scene, etp_node_get_id (load->pressed), kind);
  EtpItem *item = etp_item_ref_is_none (ref) ? NULL : etp_scene_get_item (self->scene, ref);
  const EtpPaintState state = { .detail = etp_detail_for_zoom (self->zoom) };
  const int scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  const double width = MIN (load->width * self->zoom, ICON_MAX);
  const double height = MIN (load->height * self->zoom, ICON_MAX);
  const guint n_behind = MIN (load->nodes->len, 3u) - 1;
  const double margin = SHADOW + 2 * STACK;
  const graphene_rect_t bounds = GRAPHENE_RECT_INIT ((float) -margin, (float) -margin,
                                                     (float) ceil (width + 2 * margin),
                                                     (float) ceil (height + 2 * margin));
  cairo_surface_t *surface = cairo_image_surface_create (
      CAIRO_FORMAT_ARGB32, (int) bounds.size.width * scale, (int) bounds.size.height * scale);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  cairo_t *cr;

  cairo_surface_set_device_scale (surface, scale, scale);
  cr = cairo_create (surface);
  cairo_translate (cr, margin, margin);
  paint_behind (self, cr, n_behind, width, height);
  cairo_scale (cr, self->zoom, self->zoom);
  if (item != NULL)
    etp_paint_item (self->painter, cr, item, self->style, &state);
  cairo_destroy (cr);

  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  cairo_set_source_surface (cr, surface, -margin, -margin);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  if (load->nodes->len > 1)
    {
      g_autofree char *count = g_strdup_printf ("%u", load->nodes->len);

      append_badge (self, snapshot, count, width - 4, 2);
    }
  g_clear_pointer (&load->icon, gsk_render_node_unref);
  load->icon = gtk_snapshot_free_to_node (snapshot);
}

const EtpDropPlace *
etp_canvas_load_show (EtpCanvas *self, EtpCanvasLoad *load, double x, double y, gboolean is_copy)
{
  EtpDrop drop = { .journey = self->journey,
                   .moved = is_copy ? NULL : load->ids,
                   .height = load->height,
                   .can_group = !is_copy };
  const EtpDropPlace *place;
  EtpNode *lane;

  if (load->nodes->len == 0)
    return NULL;
  if (etp_node_get_list (load->nodes->pdata[0]) == ETP_LIST_CARDS)
    {
      drop.card = load->nodes->pdata[0];
      drop.can_group = drop.can_group && !load->has_steps;
      return etp_canvas_show_drop (self, &drop, x, y);
    }
  drop.can_group = FALSE;
  place = etp_canvas_show_drop (self, &drop, x, y);
  lane = place != NULL ? etp_journey_get_node (self->journey, place->lane_id) : NULL;
  if (lane != NULL && etp_node_get_enum (lane, ETP_LANE_KIND) == ETP_LANE_KIND_MEASURES)
    return place;
  etp_canvas_hide_drop (self);
  return NULL;
}

static EtpNode *
get_node (EtpCanvas *self, const char *id)
{
  return id != NULL ? etp_journey_get_node (self->journey, id) : NULL;
}

static gboolean
are_measures (const EtpCanvasLoad *load)
{
  return etp_node_get_list (load->nodes->pdata[0]) == ETP_LIST_MEASURES;
}

/* From then on the copies are what is held. */
static gboolean
drop_copies (EtpCanvas *self, EtpCanvasLoad *load, const EtpCardPlace *target, GError **error)
{
  g_autoptr (GPtrArray) copies = g_ptr_array_new ();

  if (are_measures (load)
          ? !etp_edit_copy_measures (self->journey, load->nodes, target->phase, copies, error)
          : !etp_edit_copy_cards (self->journey, load->nodes, target, copies, error))
    return FALSE;
  g_ptr_array_unref (load->nodes);
  load->nodes = g_steal_pointer (&copies);
  return TRUE;
}

/* Onto a note: both become a group, where that lies. */
static gboolean
drop_onto (EtpCanvas *self, EtpCanvasLoad *load, EtpNode *note, GError **error)
{
  EtpNode *head = etp_edit_group_onto (self->journey, note, load->nodes,
                                       etp_canvas_get_group_title (), error);

  if (head == NULL)
    return FALSE;
  g_ptr_array_set_size (load->nodes, 0);
  g_ptr_array_add (load->nodes, head);
  return TRUE;
}

static gboolean
run_verb (EtpCanvas *self,
          EtpCanvasLoad *load,
          const EtpDropPlace *place,
          gboolean is_copy,
          GError **error)
{
  const EtpCardPlace target = { .lane = get_node (self, place->lane_id),
                                .phase = get_node (self, place->phase_id),
                                .index = place->index,
                                .head = get_node (self, place->head_id),
                                .step = get_node (self, place->step_id) };
  EtpNode *onto = get_node (self, place->onto_id);

  if (onto != NULL)
    return drop_onto (self, load, onto, error);
  if (is_copy)
    return drop_copies (self, load, &target, error);
  if (are_measures (load))
    return etp_edit_move_measures (self->journey, load->nodes, target.phase, error);
  return etp_edit_drop_cards (self->journey, load->nodes, &target, error);
}

void
etp_canvas_load_drop (EtpCanvas *self, EtpCanvasLoad *load, double x, double y, gboolean is_copy)
{
  g_autoptr (GError) error = NULL;
  const EtpDropPlace *found = etp_canvas_load_show (self, load, x, y, is_copy);
  EtpDropPlace place;
  double x_map, y_map;

  if (found == NULL)
    {
      etp_canvas_fade (self, NULL);
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  place = *found;
  etp_canvas_to_map (self, x - load->grab_x, y - load->grab_y, &x_map, &y_map);
  etp_canvas_begin_settle (self, x_map, y_map);
  if (!run_verb (self, load, &place, is_copy, &error))
    {
      etp_canvas_fade (self, NULL);
      etp_canvas_hide_drop (self);
      etp_canvas_tell_error (self, error);
      return;
    }
  etp_canvas_end_settle (self, load->nodes);
  etp_canvas_select_placed (self, load->nodes);
  if (place.onto_id != NULL)
    etp_canvas_name_group (self, load->nodes->pdata[0]);
}
