/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-start-page-private.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "etp-example.h"
#include "etp-place.h"
#include "etp-template.h"
#include "app/compat/etp-compat-mnemonic.h"

/* Tiles stand in three flow boxes: the recent maps (etp-start-recent.c), templates, examples. */

G_DEFINE_FINAL_TYPE (EtpStartPage, etp_start_page, GTK_TYPE_WIDGET)

typedef struct
{
  EtpStartPage *page; /* owned */
  EtpMapTile *tile; /* owned */
  GFile *file; /* owned */
  guint filled; /* 0: no recent map */
} Load;

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
  if (filled != 0 && filled == page->filled_recent)
    etp_start_page_take_recent (page, tile, file, preview, error);
}

void
etp_start_page_load (EtpStartPage *self, EtpMapTile *tile, GFile *file, gboolean is_recent)
{
  const gboolean is_dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  Load *load = g_new (Load, 1);

  load->page = g_object_ref (self);
  load->tile = g_object_ref (tile);
  load->file = g_object_ref (file);
  load->filled = is_recent ? self->filled_recent : 0;
  etp_preview_load_async (file, is_dark ? ETP_STYLE_DARK : ETP_STYLE_LIGHT, self->loading,
                          on_preview_loaded, load);
}

GtkWidget *
etp_start_page_add_tile (GtkFlowBox *box, GtkWidget *tile)
{
  GtkWidget *child = gtk_flow_box_child_new ();

  /* The button within is what has the focus. */
  gtk_widget_set_focusable (child, FALSE);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), tile);
  gtk_flow_box_append (box, child);
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

void
etp_start_page_remove_tile (GtkFlowBox *box, GtkWidget *child)
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
      child = etp_start_page_add_tile (self->templates, tile);
      etp_start_page_load (self, ETP_MAP_TILE (tile), template->file, FALSE);
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
      GtkWidget *tile = etp_map_tile_new (title, "win.open-uri", uri);

      etp_start_page_add_tile (self->examples, tile);
      etp_start_page_load (self, ETP_MAP_TILE (tile), example, FALSE);
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
  etp_start_page_fill_recent (self);
  etp_start_page_refresh_templates (self);
  fill_examples (self);
}

/* Maps are opened and saved while the page is hidden: it looks again when it is shown. */
static void
on_changed (EtpStartPage *self)
{
  self->is_old = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (!self->is_old)
    etp_start_page_fill_recent (self);
}

void
etp_start_page_look_again (EtpStartPage *self, GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);

  g_return_if_fail (ETP_IS_START_PAGE (self));

  self->is_old = self->is_old || !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (!self->is_old)
    etp_start_page_renew_recent (self, uri);
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
  etp_start_page_sort_recent (self);
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
