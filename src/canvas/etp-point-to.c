/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-canvas"

#include "config.h"

#include "etp-point-to.h"

#define ARROW_LENGTH 12 /* GTK's */

/* A place along the axis on which the popover lies before or after it. */
typedef struct
{
  int start;
  int end;
} Stretch;

/* What of a stretch lies within the room; a pixel at least. */
static Stretch
clamp (double start, double length, int room)
{
  const int shown = CLAMP ((int) start, 0, MAX (0, room - 1));

  return (Stretch){ shown, CLAMP ((int) (start + length), shown + 1, MAX (shown + 1, room)) };
}

/* GTK turns to the other side only what fits there whole, and makes smaller what fits on neither, down to less
 * than nothing. So the stretch becomes shorter until there is room, or is the edge that has more of it. */
static void
make_room (Stretch *stretch, int room, int needed)
{
  if (stretch->start >= needed || room - stretch->end >= needed)
    return;
  if (room - needed > stretch->start)
    stretch->end = room - needed;
  else if (needed < stretch->end)
    stretch->start = needed;
  else if (room - stretch->start >= stretch->end)
    stretch->end = stretch->start + 1;
  else
    stretch->start = stretch->end - 1;
}

/* How much room the popover takes with its arrow, without its shadow, which may lie off the screen. It is
 * not shown yet, and GTK measures only what is. */
static int
measure (GtkPopover *popover, GtkOrientation orientation)
{
  GtkWidget *contents = gtk_widget_get_first_child (GTK_WIDGET (popover));
  const int arrow = gtk_popover_get_has_arrow (popover) ? ARROW_LENGTH : 0;
  int width, length;

  gtk_widget_measure (contents, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return width + arrow;
  gtk_widget_measure (contents, orientation, width, NULL, &length, NULL, NULL);
  return length + arrow;
}

/* How long the monitor is that the window is on; 0 if it is not known. */
static int
get_monitor_length (GtkWidget *root, GtkOrientation orientation)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (root));
  GdkMonitor *monitor = surface != NULL ? gdk_display_get_monitor_at_surface (
                            gtk_widget_get_display (root), surface)
                                        : NULL;
  GdkRectangle area = { 0 };

  if (monitor != NULL)
    gdk_monitor_get_geometry (monitor, &area);
  return orientation == GTK_ORIENTATION_HORIZONTAL ? area.width : area.height;
}

/* Moves the ends of the stretch, which begins at origin within the window, and chooses a side. A popover may
 * stand out of the window: nothing is moved if there is room on one side wherever on the monitor the window
 * is. What has room on neither side and no arrow covers what it is about. */
static void
place_along (
    GtkPopover *popover, GtkWidget *root, GtkOrientation orientation, int origin, Stretch *stretch)
{
  const gboolean is_beside = orientation == GTK_ORIENTATION_HORIZONTAL;
  const int room = is_beside ? gtk_widget_get_width (root) : gtk_widget_get_height (root);
  const int needed = measure (popover, orientation);
  const int spare = get_monitor_length (root, orientation) - (stretch->end - stretch->start);
  Stretch inside = { stretch->start + origin, stretch->end + origin };
  gboolean is_before = FALSE;

  if (spare < 2 * needed)
    {
      make_room (&inside, room, needed);
      if (!gtk_popover_get_has_arrow (popover) && inside.start < needed
          && room - inside.end < needed)
        {
          inside.end = MAX (1, room - needed);
          inside.start = inside.end - 1;
        }
      is_before = inside.start > room - inside.end;
      *stretch = (Stretch){ inside.start - origin, inside.end - origin };
    }
  if (is_beside)
    gtk_popover_set_position (popover, is_before ? GTK_POS_LEFT : GTK_POS_RIGHT);
  else
    gtk_popover_set_position (popover, is_before ? GTK_POS_TOP : GTK_POS_BOTTOM);
}

void
etp_point_to (GtkPopover *popover, GtkWidget *widget, const EtpRect *place)
{
  const GtkPositionType position = gtk_popover_get_position (popover);
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (widget));
  graphene_point_t in_root, in_parent;
  Stretch across, down;

  g_return_if_fail (GTK_IS_POPOVER (popover));
  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (root == NULL
      || !gtk_widget_compute_point (widget, root, &GRAPHENE_POINT_INIT (0, 0), &in_root)
      || !gtk_widget_compute_point (widget, gtk_widget_get_parent (GTK_WIDGET (popover)),
                                    &GRAPHENE_POINT_INIT (0, 0), &in_parent))
    return;
  across = clamp (place->x, place->width, gtk_widget_get_width (widget));
  down = clamp (place->y, place->height, gtk_widget_get_height (widget));
  if (position == GTK_POS_LEFT || position == GTK_POS_RIGHT)
    place_along (popover, root, GTK_ORIENTATION_HORIZONTAL, (int) in_root.x, &across);
  else
    place_along (popover, root, GTK_ORIENTATION_VERTICAL, (int) in_root.y, &down);
  gtk_popover_set_pointing_to (
      popover, &(GdkRectangle){ (int) in_parent.x + across.start, (int) in_parent.y + down.start,
                                across.end - across.start, down.end - down.start });
}

void
etp_point_to_selection (GtkPopover *popover, EtpCanvas *canvas)
{
  EtpRect bounds;

  g_return_if_fail (ETP_IS_CANVAS (canvas));

  bounds = etp_canvas_get_item_bounds (canvas, etp_canvas_get_selection (canvas));
  etp_point_to (popover, GTK_WIDGET (canvas), &bounds);
}
