/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-beside.h"

#define GAP 8 /* px between both */
#define GAP_BELOW 3
#define LEAST_SHARE 0.38 /* of the width: with less, the first would break within its words */

struct _EtpBeside
{
  GtkLayoutManager parent;
};

G_DEFINE_FINAL_TYPE (EtpBeside, etp_beside, GTK_TYPE_LAYOUT_MANAGER)

static void
measure_width (GtkWidget *child, int *minimum, int *natural)
{
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, minimum, natural, NULL, NULL);
}

static int
measure_height (GtkWidget *child, int width)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  return natural;
}

/* Returns the height; with allocate it places both. */
static int
lay_out (GtkWidget *widget, int width, gboolean allocate)
{
  GtkWidget *first = gtk_widget_get_first_child (widget);
  GtkWidget *second = gtk_widget_get_last_child (widget);
  const gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkAllocation place[2] = { 0 };
  int least, likes, second_least, second_likes;
  gboolean has_room;

  measure_width (first, &least, &likes);
  measure_width (second, &second_least, &second_likes);
  second_likes = MAX (second_least, MIN (second_likes, width));
  has_room = width - GAP - second_likes >= MAX (least, MIN (likes, (int) (LEAST_SHARE * width)));
  place[0].width = has_room ? width - GAP - second_likes : width;
  place[0].height = measure_height (first, place[0].width);
  place[1].width = second_likes;
  place[1].height = measure_height (second, second_likes);
  if (has_room)
    {
      const int height = MAX (place[0].height, place[1].height);

      place[0].x = is_rtl ? width - place[0].width : 0;
      place[0].y = (height - place[0].height) / 2;
      place[1].x = is_rtl ? 0 : width - second_likes;
      place[1].y = (height - place[1].height) / 2;
    }
  else
    {
      place[1].x = is_rtl ? width - second_likes : 0;
      place[1].y = place[0].height + GAP_BELOW;
    }
  if (allocate)
    {
      gtk_widget_size_allocate (first, &place[0], -1);
      gtk_widget_size_allocate (second, &place[1], -1);
    }
  return MAX (place[0].y + place[0].height, place[1].y + place[1].height);
}

static GtkSizeRequestMode
etp_beside_get_request_mode (GtkLayoutManager *layout, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
etp_beside_measure (GtkLayoutManager *layout,
                    GtkWidget *widget,
                    GtkOrientation orientation,
                    int for_size,
                    int *minimum,
                    int *natural,
                    int *minimum_baseline,
                    int *natural_baseline)
{
  int least, likes, second_least, second_likes;

  measure_width (gtk_widget_get_first_child (widget), &least, &likes);
  measure_width (gtk_widget_get_last_child (widget), &second_least, &second_likes);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MAX (least, second_least);
      *natural = likes + GAP + second_likes;
      return;
    }
  if (for_size < 0)
    for_size = likes + GAP + second_likes;
  *minimum = *natural = lay_out (widget, MAX (for_size, MAX (least, second_least)), FALSE);
}

static void
etp_beside_allocate (
    GtkLayoutManager *layout, GtkWidget *widget, int width, int height, int baseline)
{
  lay_out (widget, width, TRUE);
}

static void
etp_beside_class_init (EtpBesideClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = etp_beside_get_request_mode;
  layout_class->measure = etp_beside_measure;
  layout_class->allocate = etp_beside_allocate;
}

static void
etp_beside_init (EtpBeside *self)
{
}

GtkWidget *
etp_beside_box_new (GtkWidget *first, GtkWidget *second)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_box_append (GTK_BOX (box), first);
  gtk_box_append (GTK_BOX (box), second);
  gtk_widget_set_layout_manager (box, g_object_new (ETP_TYPE_BESIDE, NULL));
  return box;
}
