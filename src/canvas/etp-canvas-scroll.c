/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-canvas"

#include "config.h"

#include "etp-canvas-private.h"

#include <math.h>

/* Where the map lies in the window: its adjustments and the place of its origin. */

/* Where the map's origin lies: a map smaller than the window stands in its middle. */
void
etp_canvas_update_origin (EtpCanvas *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const int sizes[2] = { gtk_widget_get_width (widget), gtk_widget_get_height (widget) };
  const double map[2] = {
    self->scene != NULL ? etp_scene_get_width (self->scene) * self->zoom : 0,
    self->scene != NULL ? etp_scene_get_height (self->scene) * self->zoom : 0,
  };
  int *origins[2] = { &self->origin_x, &self->origin_y };

  for (guint i = 0; i < 2; i++)
    {
      const double room = MAX (0.0, (sizes[i] - map[i]) / 2);
      const double scroll = self->adjustments[i] != NULL
                                ? gtk_adjustment_get_value (self->adjustments[i])
                                : 0;

      *origins[i] = (int) lround (room - scroll);
    }
}

static void
on_adjustment_value_changed (EtpCanvas *self)
{
  etp_canvas_update_origin (self);
  etp_canvas_update_hover (self);
  etp_canvas_queue_mirror_places (self);
  if (etp_canvas_is_editing (self))
    gtk_widget_queue_allocate (GTK_WIDGET (self));
  etp_canvas_place_adders (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
etp_canvas_configure_adjustments (EtpCanvas *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const int sizes[2] = { gtk_widget_get_width (widget), gtk_widget_get_height (widget) };
  const double map[2] = {
    self->scene != NULL ? ceil (etp_scene_get_width (self->scene) * self->zoom) : 0,
    self->scene != NULL ? ceil (etp_scene_get_height (self->scene) * self->zoom) : 0,
  };

  for (guint i = 0; i < 2; i++)
    {
      GtkAdjustment *adjustment = self->adjustments[i];
      const double upper = MAX (map[i], sizes[i]);

      if (adjustment == NULL)
        continue;
      g_signal_handlers_block_by_func (adjustment, on_adjustment_value_changed, self);
      gtk_adjustment_configure (
          adjustment, CLAMP (gtk_adjustment_get_value (adjustment), 0.0, upper - sizes[i]), 0.0,
          upper, sizes[i] * 0.1, sizes[i] * 0.9, sizes[i]);
      g_signal_handlers_unblock_by_func (adjustment, on_adjustment_value_changed, self);
    }
  etp_canvas_update_origin (self);
}

void
etp_canvas_set_adjustment (EtpCanvas *self, GtkOrientation orientation, GtkAdjustment *adjustment)
{
  GtkAdjustment **place = &self->adjustments[orientation];

  if (adjustment != NULL && adjustment == *place)
    return;
  if (*place != NULL)
    g_signal_handlers_disconnect_by_func (*place, on_adjustment_value_changed, self);
  if (adjustment == NULL)
    adjustment = gtk_adjustment_new (0, 0, 0, 0, 0, 0);
  g_object_ref_sink (adjustment);
  g_set_object (place, adjustment);
  g_object_unref (adjustment);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (on_adjustment_value_changed),
                           self, G_CONNECT_SWAPPED);
  etp_canvas_configure_adjustments (self);
}
