/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-compat-announce.h"

#if GTK_CHECK_VERSION(4, 14, 0)

gboolean
etp_compat_announce (GtkWidget *widget, const char *text)
{
  if (text[0] != '\0')
    gtk_accessible_announce (GTK_ACCESSIBLE (widget), text,
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  return TRUE;
}

gboolean
etp_compat_announces_messages (void)
{
  return TRUE;
}

#else

#define DESCRIBED "etp-described"

static void
describe (GtkWidget *widget, const char *text)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text, -1);
}

static void
free_reference (gpointer reference)
{
  g_weak_ref_clear (reference);
  g_free (reference);
}

/* What was true of the last one is not to be read when the keyboard comes back to it. */
gboolean
etp_compat_announce (GtkWidget *widget, const char *text)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GWeakRef *last = g_object_get_data (G_OBJECT (widget), DESCRIBED);
  g_autoptr (GtkWidget) described = last != NULL ? g_weak_ref_get (last) : NULL;

  if (described != NULL && described != focus)
    describe (described, "");
  if (focus == NULL || !gtk_widget_is_ancestor (focus, widget))
    return FALSE;
  describe (focus, text);
  if (last == NULL)
    {
      last = g_new0 (GWeakRef, 1);
      g_weak_ref_init (last, focus);
      g_object_set_data_full (G_OBJECT (widget), DESCRIBED, last, free_reference);
    }
  else
    g_weak_ref_set (last, focus);
  return TRUE;
}

gboolean
etp_compat_announces_messages (void)
{
  return FALSE;
}

#endif
