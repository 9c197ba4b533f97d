/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-shy-title.h"

#define USUAL_LETTERS 45

struct _EtpShyTitle
{
  AdwBin parent;
};

G_DEFINE_FINAL_TYPE (EtpShyTitle, etp_shy_title, ADW_TYPE_BIN)

/* In pixels; large text takes more. */
static int
get_usual_width (GtkWidget *widget)
{
  PangoFontMetrics *metrics = pango_context_get_metrics (gtk_widget_get_pango_context (widget),
                                                         NULL, NULL);
  int width = PANGO_PIXELS (USUAL_LETTERS
                            * pango_font_metrics_get_approximate_char_width (metrics));

  pango_font_metrics_unref (metrics);
  return width;
}

static int
get_least_width (GtkWidget *child)
{
  int least;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  return least;
}

static void
measure (GtkWidget *widget,
         GtkOrientation orientation,
         int for_size,
         int *minimum,
         int *natural,
         int *minimum_baseline,
         int *natural_baseline)
{
  GtkWidget *child = adw_bin_get_child (ADW_BIN (widget));

  if (for_size >= 0 && orientation == GTK_ORIENTATION_VERTICAL)
    for_size = MAX (for_size, get_least_width (child));
  gtk_widget_measure (child, orientation, for_size, minimum, natural, minimum_baseline,
                      natural_baseline);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *natural = MAX (*minimum, MIN (*natural, get_usual_width (widget)));
      *minimum = 0;
    }
}

static void
allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GtkWidget *child = adw_bin_get_child (ADW_BIN (widget));
  const int least = get_least_width (child);

  gtk_widget_set_child_visible (child, width >= least);
  gtk_widget_allocate (child, MAX (width, least), height, baseline, NULL);
}

static void
etp_shy_title_class_init (EtpShyTitleClass *klass)
{
}

static void
etp_shy_title_init (EtpShyTitle *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self),
                                 gtk_custom_layout_new (NULL, measure, allocate));
}
