/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-start-page.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "etp-example.h"
#include "etp-map-tile.h"
#include "etp-place.h"
#include "etp-preview.h"
#include "etp-recent.h"
#include "etp-template.h"
#include "etp-tile-health.h"
#include "file/etp-file-error.h"
#include "app/compat/etp-compat-mnemonic.h"

#define MAX_RECENT 12

/* Tiles stand in three flow boxes; the recent ones are put in order once all are known, so that
 * nothing moves under the pointer more than once. A tile whose map was saved stays as it is until what
 * it tells is there anew. */

struct _EtpStartPage
{
  GtkWidget parent;

  /* template children */
  GtkWidget *content;
  GtkWidget *recent_box, *template_box, *example_box; /* heading and tiles */
  GtkFlowBox *recent, *templates, *examples;

  /* owned */
  GCancellable *loading; /* of all previews */
  char *today; /* as of the last look at the calendar */

  /* state */
  guint n_pending; /* recent maps whose previews are under way */
  guint filled_recent; /* counts; answers for tiles of earlier ones are dropped */
  gboolean is_old; /* something changed while the page was not seen */
};

G_DEFINE_FINAL_TYPE (EtpStartPage, etp_start_page, GTK_TYPE_WIDGET)

typedef struct
{
  EtpStartPage *page; /* owned */
  EtpMapTile *tile; /* owned */
  GFile *file; /* owned */
  guint filled; /* 0: no recent map */
} Load;

/* Of a tile, its data "reading": maps may be saved faster than they are read. */
enum
{
  NOT_READ,
  READ,
  READ_ONCE_MORE, /* afterwards, for it was saved meanwhile */
};

GtkWidget *
etp_start_page_create_row (GFile *file, const char *title, const char *subtitle)
{
  g_autofree char *uri = g_file_get_uri (file);
  g_autofree char *plain_title = g_markup_escape_text (title, -1);
  g_autofree char *plain_subtitle = subtitle != NULL ? g_markup_escape_text (subtitle, -1) : NULL;
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), plain_title);
  if (plain_subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), plain_subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-uri");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", uri);
  return row;
}

static char *
dup_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_format (now, "%Y-%m-%d");
}

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

static void start_load (EtpStartPage *self, EtpMapTile *tile, GFile *file, guint filled);

static void
on_preview_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Load *load = user_data;
  g_autoptr (EtpStartPage) page = load->page;
  g_autoptr (EtpMapTile) tile = load->tile;
  g_autoptr (GFile) file = load->file;
  const guint filled = load->filled;
  g_autoptr (GError) error = NULL;
  g_autoptr (EtpPreview) preview = etp_preview_load_finish (result, &error);

  g_free (load);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (preview != NULL)
    etp_map_tile_set_picture (tile, GDK_PAINTABLE (preview->picture));
  if (filled == 0 || filled != page->filled_recent)
    return;
  show_recent (tile, preview, page->today, error);
  if (GPOINTER_TO_INT (g_object_get_data (G_OBJECT (tile), "reading")) == READ_ONCE_MORE
      && gtk_widget_is_ancestor (GTK_WIDGET (tile), GTK_WIDGET (page->recent)))
    start_load (page, tile, file, filled);
  else
    g_object_set_data (G_OBJECT (tile), "reading", GINT_TO_POINTER (NOT_READ));
  if (--page->n_pending == 0)
    gtk_flow_box_invalidate_sort (page->recent);
}

static void
start_load (EtpStartPage *self, EtpMapTile *tile, GFile *file, guint filled)
{
  const gboolean is_dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  Load *load = g_new (Load, 1);

  load->page = g_object_ref (self);
  load->tile = g_object_ref (tile);
  load->file = g_object_ref (file);
  load->filled = filled;
  self->n_pending += filled != 0;
  g_object_set_data (G_OBJECT (tile), "reading", GINT_TO_POINTER (READ));
  etp_preview_load_async (file, is_dark ? ETP_STYLE_DARK : ETP_STYLE_LIGHT, self->loading,
                          on_preview_loaded, load);
}

/* A recent map that was written. */
static void
renew_tile (EtpStartPage *self, GtkWidget *child)
{
  GtkWidget *tile = gtk_flow_box_child_get_child (GTK_FLOW_BOX_CHILD (child));
  g_autoptr (GFile) file = g_file_new_for_uri (g_object_get_data (G_OBJECT (child), "uri"));

  if (GPOINTER_TO_INT (g_object_get_data (G_OBJECT (tile), "reading")) == NOT_READ)
    start_load (self, ETP_MAP_TILE (tile), file, self->filled_recent);
  else
    g_object_set_data (G_OBJECT (tile), "reading", GINT_TO_POINTER (READ_ONCE_MORE));
}

static GtkWidget *
add_tile (EtpStartPage *self, GtkFlowBox *box, GtkWidget *tile, GFile *file)
{
  GtkWidget *child = gtk_flow_box_child_new ();

  /* The button within is what has the focus. */
  gtk_widget_set_focusable (child, FALSE);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), tile);
  gtk_flow_box_append (box, child);
  start_load (self, ETP_MAP_TILE (tile), file, box == self->recent ? self->filled_recent : 0);
  return child;
}

static void
clear (GtkFlowBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_flow_box_remove (box, child);
}

static gboolean
has_focus (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, widget);
}

static void
focus_tile (GtkWidget *child)
{
  etp_map_tile_take_focus (
      ETP_MAP_TILE (gtk_flow_box_child_get_child (GTK_FLOW_BOX_CHILD (child))));
}

/* Of recent maps. The keyboard goes on with the next one, or the last. */
static void
remove_tile (GtkFlowBox *box, GtkWidget *child)
{
  const gboolean had_focus = has_focus (child);
  GtkWidget *heir = gtk_widget_get_next_sibling (child);

  if (heir == NULL)
    heir = gtk_widget_get_prev_sibling (child);
  gtk_flow_box_remove (box, child);
  if (had_focus && heir != NULL)
    focus_tile (heir);
}

/* The tile that has the keyboard; -1: none of them. */
static int
find_focused (GtkFlowBox *box)
{
  GtkFlowBoxChild *child;

  for (int i = 0; (child = gtk_flow_box_get_child_at_index (box, i)) != NULL; i++)
    if (has_focus (GTK_WIDGET (child)))
      return i;
  return -1;
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
  child = add_tile (self, self->recent, tile, file);
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
static void
fill_recent (EtpStartPage *self)
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
      remove_tile (self->recent, child);
    }
}

void
etp_start_page_refresh_templates (EtpStartPage *self)
{
  g_autoptr (GPtrArray) templates = etp_template_list ();
  const int focused = find_focused (self->templates);
  GtkWidget *heir = NULL;

  clear (self->templates);
  for (guint i = 0; i < templates->len; i++)
    {
      const EtpTemplate *template = g_ptr_array_index (templates, i);
      g_autofree char *uri = g_file_get_uri (template->file);
      GtkWidget *tile = etp_map_tile_new (template->title, "win.new-from", uri);
      /* Translators: %s is the name of a template. */
      g_autofree char *removal = g_strdup_printf (_ ("Remove the Template %s"), template->title);
      GtkWidget *child;

      etp_map_tile_add_line (ETP_MAP_TILE (tile), NULL,
                             template->is_own ? _ ("Your own template") : template->description,
                             NULL);
      if (template->is_own)
        etp_map_tile_set_removal (ETP_MAP_TILE (tile), removal, "win.remove-template");
      child = add_tile (self, self->templates, tile, template->file);
      /* One that is removed leaves the keyboard to the next, or the last. */
      if ((int) i <= focused)
        heir = child;
    }
  if (heir != NULL)
    focus_tile (heir);
  gtk_widget_set_visible (self->template_box, templates->len > 0);
}

static void
fill_examples (EtpStartPage *self)
{
  g_autofree char *folder = g_build_filename (etp_place_get_data_folder (), "examples", NULL);
  g_autoptr (GPtrArray) examples = etp_example_list (folder, etp_example_get_language ());

  clear (self->examples);
  for (guint i = 0; i < examples->len; i++)
    {
      GFile *example = g_ptr_array_index (examples, i);
      g_autofree char *title = etp_example_dup_title (example);
      g_autofree char *uri = g_file_get_uri (example);

      add_tile (self, self->examples, etp_map_tile_new (title, "win.open-uri", uri), example);
    }
  gtk_widget_set_visible (self->example_box, examples->len > 0);
}

static void
fill (EtpStartPage *self)
{
  g_cancellable_cancel (self->loading);
  g_object_unref (self->loading);
  self->loading = g_cancellable_new ();
  clear (self->recent);
  self->n_pending = 0;
  self->filled_recent++;
  fill_recent (self);
  etp_start_page_refresh_templates (self);
  fill_examples (self);
}

/* Maps are opened and saved while the page is hidden: it looks again when it is shown. */
static void
on_changed (EtpStartPage *self)
{
  self->is_old = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (!self->is_old)
    fill_recent (self);
}

void
etp_start_page_look_again (EtpStartPage *self, GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);

  g_return_if_fail (ETP_IS_START_PAGE (self));

  self->is_old = self->is_old || !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (self->is_old)
    return;
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->recent)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (g_strcmp0 (g_object_get_data (G_OBJECT (child), "uri"), uri) == 0)
      renew_tile (self, child);
}

static void
on_style_changed (EtpStartPage *self)
{
  self->is_old = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (!self->is_old)
    fill (self);
}

static void
on_map (EtpStartPage *self)
{
  if (self->is_old)
    fill (self);
  self->is_old = FALSE;
}

static void
etp_start_page_dispose (GObject *object)
{
  EtpStartPage *self = ETP_START_PAGE (object);

  g_cancellable_cancel (self->loading);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  G_OBJECT_CLASS (etp_start_page_parent_class)->dispose (object);
}

static void
etp_start_page_finalize (GObject *object)
{
  g_clear_object (&ETP_START_PAGE (object)->loading);
  g_free (ETP_START_PAGE (object)->today);
  G_OBJECT_CLASS (etp_start_page_parent_class)->finalize (object);
}

static void
etp_start_page_class_init (EtpStartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = etp_start_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = etp_start_page_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, ETP_RESOURCE_PATH "/ui/start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, EtpStartPage, content);
  gtk_widget_class_bind_template_child (widget_class, EtpStartPage, recent_box);
  gtk_widget_class_bind_template_child (widget_class, EtpStartPage, template_box);
  gtk_widget_class_bind_template_child (widget_class, EtpStartPage, example_box);
  gtk_widget_class_bind_template_child (widget_class, EtpStartPage, recent);
  gtk_widget_class_bind_template_child (widget_class, EtpStartPage, templates);
  gtk_widget_class_bind_template_child (widget_class, EtpStartPage, examples);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
etp_start_page_init (EtpStartPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  etp_compat_name_buttons (GTK_WIDGET (self));
  self->loading = g_cancellable_new ();
  self->today = dup_today ();
  gtk_flow_box_set_sort_func (self->recent, compare_tiles, NULL, NULL);
  fill (self);
  g_signal_connect_object (gtk_recent_manager_get_default (), "changed", G_CALLBACK (on_changed),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (on_style_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "map", G_CALLBACK (on_map), NULL);
}

GtkWidget *
etp_start_page_new (void)
{
  return g_object_new (ETP_TYPE_START_PAGE, NULL);
}

void
etp_start_page_set_day (EtpStartPage *self, const char *day)
{
  g_autofree char *today = day != NULL ? g_strdup (day) : dup_today ();

  g_return_if_fail (ETP_IS_START_PAGE (self));

  if (g_str_equal (today, self->today))
    return;
  g_free (self->today);
  self->today = g_steal_pointer (&today);
  fill (self);
}
