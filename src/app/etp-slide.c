/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-slide.h"

/* GTK tells by a class that a slider is held; of its gestures nobody else hears the end. */
#define IS_DRAGGED "dragging"
#define HAS_WRITTEN "etp-slide-has-written" /* data of the scale: this drag */

static void
on_classes_changed (GtkWidget *scale)
{
  if (!gtk_widget_has_css_class (scale, IS_DRAGGED))
    g_object_set_data (G_OBJECT (scale), HAS_WRITTEN, NULL);
}

void
etp_slide_watch (GtkWidget *scale)
{
  g_return_if_fail (GTK_IS_WIDGET (scale));
  g_signal_connect (scale, "notify::css-classes", G_CALLBACK (on_classes_changed), NULL);
}

void
etp_slide_prepare (GtkWidget *scale, EtpHistory *history)
{
  g_return_if_fail (GTK_IS_WIDGET (scale));
  g_return_if_fail (ETP_IS_HISTORY (history));

  if (!gtk_widget_has_css_class (scale, IS_DRAGGED))
    return;
  if (g_object_get_data (G_OBJECT (scale), HAS_WRITTEN) != NULL)
    etp_history_prolong (history);
  else
    etp_history_end_coalescing (history);
  g_object_set_data (G_OBJECT (scale), HAS_WRITTEN, scale);
}
