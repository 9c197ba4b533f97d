/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-recent.h"

#include <string.h>

gboolean
etp_recent_is_map (const char *name)
{
  const gsize length = strlen (name), n = strlen (ETP_JOURNEY_ENDING);

  return length >= n && g_ascii_strcasecmp (name + length - n, ETP_JOURNEY_ENDING) == 0;
}

static gboolean
is_journey (GtkRecentInfo *info)
{
  const char *type = gtk_recent_info_get_mime_type (info);

  return g_strcmp0 (type, ETP_JOURNEY_MIME_TYPE) == 0
         || etp_recent_is_map (gtk_recent_info_get_uri (info));
}

static gboolean
may_exist (GtkRecentInfo *info)
{
  return !gtk_recent_info_is_local (info) || gtk_recent_info_exists (info);
}

static int
compare_visits (gconstpointer a, gconstpointer b)
{
  GDateTime *one = gtk_recent_info_get_visited (*(GtkRecentInfo *const *) a);
  GDateTime *other = gtk_recent_info_get_visited (*(GtkRecentInfo *const *) b);

  return g_date_time_compare (other, one);
}

static GPtrArray *
list (GtkRecentManager *manager, guint max, gboolean with_gone)
{
  GPtrArray *recent = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_recent_info_unref);
  GList *all = gtk_recent_manager_get_items (manager);

  for (GList *link = all; link != NULL; link = link->next)
    if (is_journey (link->data) && (with_gone || may_exist (link->data)))
      g_ptr_array_add (recent, link->data);
    else
      gtk_recent_info_unref (link->data);
  g_list_free (all);
  g_ptr_array_sort (recent, compare_visits);
  if (recent->len > max)
    g_ptr_array_set_size (recent, (int) max);
  return recent;
}

GPtrArray *
etp_recent_list (GtkRecentManager *manager, guint max)
{
  return list (manager, max, FALSE);
}

GPtrArray *
etp_recent_list_all (GtkRecentManager *manager, guint max)
{
  return list (manager, max, TRUE);
}

void
etp_recent_add (GtkRecentManager *manager, GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  g_autofree char *command = g_strdup ("etappe %u");
  g_autofree char *type = g_strdup (ETP_JOURNEY_MIME_TYPE);
  g_autofree char *name = g_strdup (g_get_application_name ());
  GtkRecentData data = { .mime_type = type, .app_name = name, .app_exec = command };

  gtk_recent_manager_add_full (manager, uri, &data);
}
