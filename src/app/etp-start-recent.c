/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-start-page-private.h"

#include <glib/gi18n-lib.h>

#include "etp-recent.h"
#include "etp-tile-health.h"
#include "file/etp-file-error.h"

#define MAX_RECENT 12

/* The recent maps of the start page. They are put in order once all are known, so that nothing moves
 * under the pointer more than once. A tile whose map was saved stays as it is until what it tells is
 * there anew. */

/* Of a tile, its data "reading": maps may be saved faster than they are read. */
enum
{
  NOT_READ,
  READ,
  READ_ONCE_MORE, /* afterwards, for it was saved meanwhile */
};

/* Those that are looked after equally well: last used first. */
static int
compare_tiles (GtkFlowBoxChild *a, GtkFlowBoxChild *b, gpointer user_data)
{
  GObject *one = G_OBJECT (gtk_flow_box_child_get_child (a));
  GObject *other = G_OBJECT (gtk_flow_box_child_get_child (b));
  const int order = etp_health_compare (g_object_get_data (one, "health"),
                                        g_object_get_data (other, "health"));

  return order != 0 ? order
                    : GPOINTER_TO_INT (g_object_get_data (one, "place"))
                          - GPOINTER_TO_INT (g_object_get_data (other, "place"));
}

static void
show_recent (EtpMapTile *tile, EtpPreview *preview, const char *today, const GError *error)
{
  const char *name = g_object_get_data (G_OBJECT (tile), "name");
  const char *where = g_object_get_data (G_OBJECT (tile), "where");
  const gboolean has_title = preview != NULL && preview->health->title[0] != '\0';

  etp_map_tile_set_title (tile, has_title ? preview->health->title : name, has_title ? name : NULL);
  etp_map_tile_clear_lines (tile);
  if (where != NULL)
    etp_map_tile_add_line (tile, NULL, where, NULL);
  if (preview == NULL)
    {
      etp_map_tile_set_picture (tile, NULL);
      g_object_set_data (G_OBJECT (tile), "health", NULL);
      etp_map_tile_add_line (tile, "dialog-warning-symbolic",
                             g_error_matches (error, ETP_FILE_ERROR, ETP_FILE_ERROR_NOT_FOUND)
                                 ? _ ("Moved or deleted")
                                 : _ ("Cannot be read"),
                             "warning");
      return;
    }
  etp_tile_health_add (tile, preview->health, today);
  g_object_set_data_full (G_OBJECT (tile), "health", g_steal_pointer (&preview->health),
                          (GDestroyNotify) etp_health_free);
}

static void
load (EtpStartPage *self, EtpMapTile *tile, GFile *file)
{
  self->n_pending++;
  g_object_set_data (G_OBJECT (tile), "reading", GINT_TO_POINTER (READ));
  etp_start_page_load (self, tile, file, TRUE);
}

void
etp_start_page_take_recent (
    EtpStartPage *self, EtpMapTile *tile, GFile *file, EtpPreview *preview, const GError *error)
{
  show_recent (tile, preview, self->today, error);
  if (GPOINTER_TO_INT (g_object_get_data (G_OBJECT (tile), "reading")) == READ_ONCE_MORE
      && gtk_widget_is_ancestor (GTK_WIDGET (tile), GTK_WIDGET (self->recent)))
    load (self, tile, file);
  else
    g_object_set_data (G_OBJECT (tile), "reading", GINT_TO_POINTER (NOT_READ));
  if (--self->n_pending == 0)
    gtk_flow_box_invalidate_sort (self->recent);
}

/* A recent map that was written. */
static void
renew_tile (EtpStartPage *self, GtkWidget *child)
{
  GtkWidget *tile = gtk_flow_box_child_get_child (GTK_FLOW_BOX_CHILD (child));
  g_autoptr (GFile) file = g_file_new_for_uri (g_object_get_data (G_OBJECT (child), "uri"));

  if (GPOINTER_TO_INT (g_object_get_data (G_OBJECT (tile), "reading")) == NOT_READ)
    load (self, ETP_MAP_TILE (tile), file);
  else
    g_object_set_data (G_OBJECT (tile), "reading", GINT_TO_POINTER (READ_ONCE_MORE));
}

/* When the list was told of it last. */
static char *
dup_recent_time (GtkRecentInfo *info)
{
  GDateTime *modified = gtk_recent_info_get_modified (info);

  return g_strdup_printf ("%" G_GINT64_FORMAT,
                          modified != NULL ? g_date_time_to_unix (modified) : 0);
}

/* Two maps of one name are told apart by their folders. */
static char *
dup_removal (GPtrArray *recent, const char *name, const char *where)
{
  guint n = 0;

  for (guint i = 0; i < recent->len; i++)
    n += g_strcmp0 (gtk_recent_info_get_display_name (recent->pdata[i]), name) == 0;
  if (n > 1 && where != NULL)
    /* Translators: the first %s is the name of a file, the second the path of its folder. */
    return g_strdup_printf (_ ("Remove %1$s in %2$s from the List"), name, where);
  /* Translators: %s is the name of a file. */
  return g_strdup_printf (_ ("Remove %s from the List"), name);
}

static void
add_recent (EtpStartPage *self, GPtrArray *recent, guint place)
{
  GtkRecentInfo *info = g_ptr_array_index (recent, place);
  const char *uri = gtk_recent_info_get_uri (info);
  const char *name = gtk_recent_info_get_display_name (info);
  g_autoptr (GFile) file = g_file_new_for_uri (uri);
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *where = folder != NULL ? g_file_get_parse_name (folder) : NULL;
  GtkWidget *tile = etp_map_tile_new (name, "win.open-uri", uri);
  g_autofree char *removal = dup_removal (recent, name, where);
  GtkWidget *child;

  g_object_set_data_full (G_OBJECT (tile), "name", g_strdup (name), g_free);
  g_object_set_data (G_OBJECT (tile), "place", GINT_TO_POINTER ((int) place));
  if (where != NULL)
    etp_map_tile_add_line (ETP_MAP_TILE (tile), NULL, where, NULL);
  g_object_set_data_full (G_OBJECT (tile), "where", g_steal_pointer (&where), g_free);
  etp_map_tile_set_removal (ETP_MAP_TILE (tile), removal, "win.forget-recent");
  child = etp_start_page_add_tile (self->recent, tile);
  load (self, ETP_MAP_TILE (tile), file);
  g_object_set_data_full (G_OBJECT (child), "uri", g_strdup (uri), g_free);
  g_object_set_data_full (G_OBJECT (child), "time", dup_recent_time (info), g_free);
}

/* Its map stands in the list still, perhaps in another place and told of again. */
static void
keep_recent (EtpStartPage *self, GtkWidget *child, GPtrArray *recent, guint place)
{
  g_autofree char *time = dup_recent_time (g_ptr_array_index (recent, place));

  g_object_set_data (G_OBJECT (gtk_flow_box_child_get_child (GTK_FLOW_BOX_CHILD (child))), "place",
                     GINT_TO_POINTER ((int) place));
  if (g_strcmp0 (time, g_object_get_data (G_OBJECT (child), "time")) == 0)
    return;
  g_object_set_data_full (G_OBJECT (child), "time", g_steal_pointer (&time), g_free);
  renew_tile (self, child);
}

/* The list says again and again that it changed, and seldom did: what stays is not made anew, under
 * the pointer or with the keyboard on it. What is new comes before what is gone goes, so that there is
 * always a tile for the keyboard. */
void
etp_start_page_fill_recent (EtpStartPage *self)
{
  g_autoptr (GPtrArray)
      recent = etp_recent_list_all (gtk_recent_manager_get_default (), MAX_RECENT);
  g_autoptr (GHashTable) old = g_hash_table_new (g_str_hash, g_str_equal); /* by its URI */
  GHashTableIter iter;
  gpointer child;

  gtk_widget_set_visible (self->recent_box, recent->len > 0);
  for (GtkWidget *tile = gtk_widget_get_first_child (GTK_WIDGET (self->recent)); tile != NULL;
       tile = gtk_widget_get_next_sibling (tile))
    g_hash_table_insert (old, g_object_get_data (G_OBJECT (tile), "uri"), tile);
  for (guint i = 0; i < recent->len; i++)
    if (g_hash_table_steal_extended (old, gtk_recent_info_get_uri (recent->pdata[i]), NULL, &child))
      keep_recent (self, child, recent, i);
    else
      add_recent (self, recent, i);
  g_hash_table_iter_init (&iter, old);
  while (g_hash_table_iter_next (&iter, NULL, &child))
    {
      g_hash_table_iter_steal (&iter); /* its URI goes with it */
      etp_start_page_remove_tile (self->recent, child);
    }
}

void
etp_start_page_renew_recent (EtpStartPage *self, const char *uri)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->recent)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (g_strcmp0 (g_object_get_data (G_OBJECT (child), "uri"), uri) == 0)
      renew_tile (self, child);
}

void
etp_start_page_sort_recent (EtpStartPage *self)
{
  gtk_flow_box_set_sort_func (self->recent, compare_tiles, NULL, NULL);
}
