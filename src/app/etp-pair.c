/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-pair.h"

/* One above the other the second comes first: it is what one looks at, and what the first changes. */

struct _EtpPair
{
  GtkWidget parent;

  GtkWidget *first, *second; /* children */
  int wide_from, first_width;
  double first_share;
};

G_DEFINE_FINAL_TYPE (EtpPair, etp_pair, GTK_TYPE_WIDGET)

static GtkSizeRequestMode
etp_pair_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static int
measure_least (GtkWidget *child, GtkOrientation orientation, int for_size)
{
  int minimum;

  gtk_widget_measure (child, orientation, for_size, &minimum, NULL, NULL, NULL);
  return minimum;
}

static void
etp_pair_measure (GtkWidget *widget,
                  GtkOrientation orientation,
                  int for_size,
                  int *minimum,
                  int *natural,
                  int *minimum_baseline,
                  int *natural_baseline)
{
  EtpPair *self = ETP_PAIR (widget);
  const int first = measure_least (self->first, orientation, -1);
  const int second = measure_least (self->second, orientation, -1);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MAX (first, second);
      *natural = MAX (*minimum, self->wide_from);
    }
  else
    *minimum = *natural = first + second;
}

static void
etp_pair_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  EtpPair *self = ETP_PAIR (widget);
  const gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkAllocation first = { 0, 0, width, height }, second = first;

  if (width >= self->wide_from)
    {
      first.width = MAX (self->first_width,
                         measure_least (self->first, GTK_ORIENTATION_HORIZONTAL, -1));
      second.width = width - first.width;
      if (is_rtl)
        first.x = second.width;
      else
        second.x = first.width;
    }
  else
    {
      first.height = MAX ((int) (height * self->first_share),
                          measure_least (self->first, GTK_ORIENTATION_VERTICAL, width));
      second.height = MAX (height - first.height,
                           measure_least (self->second, GTK_ORIENTATION_VERTICAL, width));
      /* Words that take many lines in a very small window: the first keeps what it needs. */
      first.height = MAX (height - second.height,
                          measure_least (self->first, GTK_ORIENTATION_VERTICAL, width));
      first.y = second.height;
    }
  gtk_widget_size_allocate (self->first, &first, -1);
  gtk_widget_size_allocate (self->second, &second, -1);
}

static void
etp_pair_dispose (GObject *object)
{
  EtpPair *self = ETP_PAIR (object);

  g_clear_pointer (&self->first, gtk_widget_unparent);
  g_clear_pointer (&self->second, gtk_widget_unparent);
  G_OBJECT_CLASS (etp_pair_parent_class)->dispose (object);
}

static void
etp_pair_class_init (EtpPairClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = etp_pair_dispose;
  widget_class->get_request_mode = etp_pair_get_request_mode;
  widget_class->measure = etp_pair_measure;
  widget_class->size_allocate = etp_pair_size_allocate;
}

static void
etp_pair_init (EtpPair *self)
{
}

GtkWidget *
etp_pair_new (
    GtkWidget *first, GtkWidget *second, int wide_from, int first_width, double first_share)
{
  EtpPair *self = g_object_new (ETP_TYPE_PAIR, NULL);

  self->first = first;
  self->second = second;
  self->wide_from = wide_from;
  self->first_width = first_width;
  self->first_share = first_share;
  gtk_widget_set_parent (first, GTK_WIDGET (self));
  gtk_widget_set_parent (second, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}
