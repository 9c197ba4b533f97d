/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-canvas"

#include "config.h"

#include "etp-canvas-adders.h"

#include <glib/gi18n-lib.h>

#include "etp-canvas-editor-private.h"
#include "etp-canvas-private.h"

/* They stand in the map's margin, as large as that is at the present zoom but never too small to be
 * hit, and go with the heads that stay in view. Whoever uses the keyboard has the same commands in
 * menus and the palette, so they are no stops of Tab. */

#define SMALLEST 22.0 /* pixels */
#define LARGEST 32.0
#define AIR 4.0

static GtkWidget *
create_button (EtpCanvas *self, const char *name, const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("list-add-symbolic");

  gtk_widget_add_css_class (button, "circular");
  gtk_widget_add_css_class (button, "adder");
  gtk_widget_set_focusable (button, FALSE);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_cursor_from_name (button, "default");
  gtk_widget_insert_before (button, GTK_WIDGET (self), NULL);
  return button;
}

static void
allocate (GtkWidget *button, double x, double y, double size)
{
  const GtkAllocation place = { (int) x, (int) y, (int) size, (int) size };
  int minimum;

  gtk_widget_measure (button, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_measure (button, GTK_ORIENTATION_VERTICAL, minimum, &minimum, NULL, NULL, NULL);
  gtk_widget_size_allocate (
      button,
      &(GtkAllocation){ place.x, place.y, MAX (place.width, minimum), MAX (place.height, minimum) },
      -1);
}

static const EtpHead *
get_last (GArray *heads)
{
  return heads->len > 0 ? &g_array_index (heads, EtpHead, heads->len - 1) : NULL;
}

static void
place_phase_adder (EtpCanvas *self, GArray *phases, double size)
{
  const EtpMetrics *metrics = etp_style_get_metrics (self->style);
  const EtpHead *last = get_last (phases);
  const double right = gtk_widget_get_width (GTK_WIDGET (self)) - size - AIR;
  double x, y;

  if (last != NULL)
    {
      const EtpRect head = etp_canvas_get_item_bounds (self, last->ref);

      x = head.x + head.width + AIR;
      y = head.y + (head.height - size) / 2;
      /* In the window, where the map ends at its edge. */
      if (x > right && head.x + head.width <= right + size + AIR)
        x = right;
    }
  else
    etp_canvas_from_map (self, metrics->margin + metrics->lane_head_width,
                         etp_scene_get_height (self->scene) - metrics->margin - size, &x, &y);
  allocate (self->adders.phase, x, y, size);
}

static void
place_lane_adder (EtpCanvas *self, GArray *lanes, GArray *phases, double size)
{
  const EtpMetrics *metrics = etp_style_get_metrics (self->style);
  const EtpHead *last = get_last (lanes);
  double x, y;

  if (last != NULL)
    {
      const EtpRect head = etp_canvas_get_item_bounds (self, last->ref);

      etp_canvas_from_map (self, 0, last->end, &x, &y);
      x = head.x;
      y += metrics->lane_space / 2 * self->zoom;
    }
  else
    {
      const EtpHead *phase = get_last (phases);
      const EtpRect head = phase != NULL ? etp_canvas_get_item_bounds (self, phase->ref)
                                         : (EtpRect){ 0 };

      etp_canvas_from_map (self, metrics->margin,
                           etp_scene_get_height (self->scene) - metrics->margin, &x, &y);
      y = phase != NULL ? head.y + head.height + AIR : y - size;
    }
  allocate (self->adders.lane, x, y, size);
}

void
etp_canvas_create_adders (EtpCanvas *self)
{
  if (self->adders.phase != NULL)
    return;
  self->adders.phase = create_button (self, _ ("Add Phase"), "win.add-phase");
  self->adders.lane = create_button (self, _ ("Add Lane"), "win.add-lane");
}

/* At the window's edge the button would cover what is typed there. */
static gboolean
is_phase_typed (EtpCanvas *self)
{
  EtpNode *node = etp_canvas_get_edited (self);

  return node != NULL && etp_node_get_list (node) == ETP_LIST_PHASES;
}

/* Where typing begins and ends the text comes and goes as a child of the canvas, which makes a layout. */
void
etp_canvas_place_adders (EtpCanvas *self)
{
  const gboolean is_shown = self->scene != NULL && self->journey != NULL
                            && !etp_journey_get_read_only (self->journey)
                            /* A map that is presented can only be looked at. */
                            && gtk_widget_get_can_target (GTK_WIDGET (self));
  g_autoptr (GArray) phases = NULL;
  g_autoptr (GArray) lanes = NULL;
  double size;

  if (self->adders.phase == NULL)
    return;
  /* Not "visible", which would ask for another layout in the middle of one. */
  gtk_widget_set_child_visible (self->adders.phase, is_shown && !is_phase_typed (self));
  gtk_widget_set_child_visible (self->adders.lane, is_shown);
  if (!is_shown)
    return;
  phases = etp_heads_list (self->scene, ETP_LIST_PHASES);
  lanes = etp_heads_list (self->scene, ETP_LIST_LANES);
  size = CLAMP (etp_style_get_metrics (self->style)->margin * self->zoom - 2 * AIR, SMALLEST,
                LARGEST);
  place_phase_adder (self, phases, size);
  place_lane_adder (self, lanes, phases, size);
}

void
etp_canvas_snapshot_adders (EtpCanvas *self, GtkSnapshot *snapshot)
{
  if (self->adders.phase == NULL || etp_canvas_get_tool (self) != NULL)
    return;
  gtk_widget_snapshot_child (GTK_WIDGET (self), self->adders.phase, snapshot);
  gtk_widget_snapshot_child (GTK_WIDGET (self), self->adders.lane, snapshot);
}

void
etp_canvas_dispose_adders (EtpCanvas *self)
{
  g_clear_pointer (&self->adders.phase, gtk_widget_unparent);
  g_clear_pointer (&self->adders.lane, gtk_widget_unparent);
}
