/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-window-private.h"

#include <glib/gi18n-lib.h>

#include "app/compat/etp-compat-frame.h"
#include "app/compat/etp-compat-window.h"
#include "canvas/etp-canvas-touch.h"
#include "etp-late-menu.h"
#include "etp-recent-popover.h"
#include "etp-shy-title.h"
#include "etp-start-page.h"
#include "etp-toasts.h"
#include "model/etp-fields.h"

/* The window itself: its pages, its title and its look. What is not seen at once is made later:
 * the first map has to be on the screen soon. */

static const char *const page_names[] = { "start", "loading", "error", "map" };

G_DEFINE_FINAL_TYPE (EtpWindow, etp_window, ADW_TYPE_APPLICATION_WINDOW)

static GtkWidget *
create_loading_page (void)
{
  GtkWidget *page = adw_status_page_new ();
  GtkWidget *spinner = gtk_spinner_new ();

  adw_status_page_set_title (ADW_STATUS_PAGE (page), _ ("Reading the Map…"));
  gtk_widget_set_size_request (spinner, 32, 32);
  gtk_spinner_start (GTK_SPINNER (spinner));
  adw_status_page_set_child (ADW_STATUS_PAGE (page), spinner);
  return page;
}

static GtkWidget *
create_page (EtpWindowPage page)
{
  switch (page)
    {
    case ETP_WINDOW_PAGE_START:
      return etp_start_page_new ();
    case ETP_WINDOW_PAGE_LOADING:
      return create_loading_page ();
    case ETP_WINDOW_PAGE_ERROR:
      return etp_error_page_new ();
    case ETP_WINDOW_PAGE_MAP:
    default:
      g_return_val_if_reached (NULL);
    }
}

GtkWidget *
etp_window_show_page (EtpWindow *self, EtpWindowPage page)
{
  GtkWidget *child = gtk_stack_get_child_by_name (self->stack, page_names[page]);

  if (child == NULL)
    {
      child = create_page (page);
      gtk_stack_add_named (self->stack, child, page_names[page]);
    }
  gtk_stack_set_visible_child (self->stack, child);
  gtk_widget_set_visible (GTK_WIDGET (self->bottom), page == ETP_WINDOW_PAGE_MAP);
  etp_window_update_actions (self);
  return child;
}

EtpWindowPage
etp_window_get_page (EtpWindow *self)
{
  const char *name = gtk_stack_get_visible_child_name (self->stack);

  for (guint i = 0; i < G_N_ELEMENTS (page_names); i++)
    if (g_strcmp0 (name, page_names[i]) == 0)
      return i;
  return ETP_WINDOW_PAGE_MAP;
}

void
etp_window_update_title (EtpWindow *self)
{
  g_autofree char *name = etp_window_dup_file_name (self);
  g_autofree char *marked = NULL;
  const char *title = "";

  if (self->document != NULL && etp_window_get_page (self) == ETP_WINDOW_PAGE_MAP)
    {
      title = etp_node_get_text (etp_document_get_journey (self->document), ETP_JOURNEY_TITLE);
      if (title[0] == '\0' && name[0] == '\0')
        title = _ ("Untitled Map");
    }
  if (title[0] == '\0')
    title = name[0] != '\0' ? name : _ ("Etappe");
  if (self->document != NULL && etp_document_is_modified (self->document))
    marked = g_strconcat (title, " •", NULL);
  adw_window_title_set_title (self->title, marked != NULL ? marked : title);
  adw_window_title_set_subtitle (self->title, title != name ? name : "");
  gtk_window_set_title (GTK_WINDOW (self), adw_window_title_get_title (self->title));
}

static void
update_style (EtpWindow *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  const gboolean is_dark = adw_style_manager_get_dark (manager);
  const gboolean is_contrast = adw_style_manager_get_high_contrast (manager);
  EtpStyleKind kind = is_dark ? ETP_STYLE_DARK : ETP_STYLE_LIGHT;

  if (is_contrast)
    kind = is_dark ? ETP_STYLE_CONTRAST_DARK : ETP_STYLE_CONTRAST;
  etp_canvas_set_style (self->canvas, kind);
}

/* GTK 4.8 calls menu buttons with an icon by the name of their class; their tooltips say what they
 * are. The keyboard focus goes to the button within. */
static void
name_menu_buttons (GtkWidget *parent)
{
  for (GtkWidget *child = gtk_widget_get_first_child (parent); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      const char *tooltip = gtk_widget_get_tooltip_text (child);

      name_menu_buttons (child);
      if (!GTK_IS_MENU_BUTTON (child) || tooltip == NULL)
        continue;
      gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      tooltip, -1);
    }
}

static void
on_is_active_changed (EtpWindow *self)
{
  GtkWidget *page = gtk_stack_get_visible_child (self->stack);

  if (!gtk_window_is_active (GTK_WINDOW (self)))
    return;
  etp_window_check_file (self);
  if (ETP_IS_START_PAGE (page))
    etp_start_page_set_day (ETP_START_PAGE (page), NULL);
}

static void
etp_window_dispose (GObject *object)
{
  EtpWindow *self = ETP_WINDOW (object);

  g_clear_handle_id (&self->inspector_offer_id, g_source_remove);
  g_clear_handle_id (&self->inspector_settle_id, g_source_remove);
  etp_window_dispose_present (self);
  etp_window_close_file (self);
  etp_window_dispose_curve (self);
  etp_window_dispose_capture (self);
  g_clear_pointer (&self->gallery_lane, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), ETP_TYPE_WINDOW);
  G_OBJECT_CLASS (etp_window_parent_class)->dispose (object);
}

static void
etp_window_finalize (GObject *object)
{
  etp_window_free_find (ETP_WINDOW (object));
  etp_window_free_capture (ETP_WINDOW (object));
  g_clear_object (&ETP_WINDOW (object)->exported);
  G_OBJECT_CLASS (etp_window_parent_class)->finalize (object);
}

static void
etp_window_class_init (EtpWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = etp_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = etp_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = etp_window_close_request;
  g_type_ensure (ETP_TYPE_CANVAS);
  g_type_ensure (ETP_TYPE_NOTICE);
  g_type_ensure (ETP_TYPE_SHY_BOX);
  g_type_ensure (ETP_TYPE_SHY_TITLE);
  g_type_ensure (ETP_TYPE_ZOOM_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, ETP_RESOURCE_PATH "/ui/window.ui");
  gtk_widget_class_bind_template_child (widget_class, EtpWindow, header_bar);
  gtk_widget_class_bind_template_child (widget_class, EtpWindow, content);
  gtk_widget_class_bind_template_child (widget_class, EtpWindow, title);
  gtk_widget_class_bind_template_child (widget_class, EtpWindow, open_button);
  gtk_widget_class_bind_template_child (widget_class, EtpWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, EtpWindow, notice);
  gtk_widget_class_bind_template_child (widget_class, EtpWindow, canvas);
  gtk_widget_class_bind_template_child (widget_class, EtpWindow, zoom_bar);
  gtk_widget_class_bind_template_child (widget_class, EtpWindow, top_slot);
  gtk_widget_class_bind_template_child (widget_class, EtpWindow, map_box);
  gtk_widget_class_bind_template_child (widget_class, EtpWindow, bottom);
  gtk_widget_class_bind_template_child (widget_class, EtpWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, EtpWindow, scroller);
  gtk_widget_class_bind_template_child (widget_class, EtpWindow, hidden_menu);
  gtk_widget_class_bind_template_child (widget_class, EtpWindow, main_menu);
  gtk_widget_class_bind_template_child (widget_class, EtpWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, EtpWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, EtpWindow, end_buttons);
  gtk_widget_class_bind_template_child (widget_class, EtpWindow, redo_button);
  gtk_widget_class_bind_template_callback (widget_class, etp_window_dismiss_notice);
}

static void
etp_window_init (EtpWindow *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  etp_compat_window_init (GTK_WINDOW (self));
  gtk_widget_init_template (GTK_WIDGET (self));
  etp_shy_box_set_at_end (self->end_buttons, TRUE);
  adw_application_window_set_content (
      ADW_APPLICATION_WINDOW (self),
      etp_compat_frame_new (self->header_bar, etp_window_create_split (self), NULL));
  etp_late_menu_set (self->menu_button, self->main_menu);
  adw_split_button_set_popover (self->open_button, GTK_POPOVER (etp_recent_popover_new ()));
  name_menu_buttons (self->header_bar);
  etp_zoom_bar_set_canvas (self->zoom_bar, self->canvas);
  etp_window_add_find (self);
  etp_window_add_capture (self);
  etp_window_add_snapshots (self);
  etp_window_add_export (self);
  etp_window_add_present (self);
  etp_window_add_managers (self);
  etp_window_add_templates (self);
  etp_window_add_undo (self);
  etp_window_add_chain (self);
  etp_window_add_clipboard (self);
  etp_window_attach_map (self);
  etp_window_add_curve (self);
  etp_window_add_actions (self);
  etp_window_add_drop_target (self);
  etp_window_add_dnd (self);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (update_style), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (update_style), self,
                           G_CONNECT_SWAPPED);
  etp_canvas_attach_touch (self->canvas, GTK_SCROLLED_WINDOW (self->scroller));
  g_signal_connect_object (self->canvas, "failed", G_CALLBACK (etp_window_tell_error), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (on_is_active_changed), NULL);
  update_style (self);
  etp_window_update_title (self);
}

EtpWindow *
etp_window_new (GtkApplication *application)
{
  return g_object_new (ETP_TYPE_WINDOW, "application", application, NULL);
}

void
etp_window_tell (EtpWindow *self, const char *text, const char *button, const char *action)
{
  const gboolean undoes = g_strcmp0 (action, "win.undo-step") == 0;

  etp_toasts_show (self->toasts, text, button, action,
                   undoes ? etp_window_get_journey (self) : NULL);
}

void
etp_window_tell_error (EtpWindow *self, const GError *error)
{
  etp_window_tell (self, error->message, NULL, NULL);
}

EtpJourney *
etp_window_get_journey (EtpWindow *self)
{
  g_return_val_if_fail (ETP_IS_WINDOW (self), NULL);

  return etp_canvas_get_journey (self->canvas);
}

void
etp_window_show_start (EtpWindow *self)
{
  g_return_if_fail (ETP_IS_WINDOW (self));

  if (etp_window_is_free (self))
    g_clear_object (&self->file); /* one that could not be read */
  etp_window_show_page (self, ETP_WINDOW_PAGE_START);
  etp_window_update_title (self);
}

GFile *
etp_window_get_file (EtpWindow *self)
{
  g_return_val_if_fail (ETP_IS_WINDOW (self), NULL);

  return self->file;
}

gboolean
etp_window_is_free (EtpWindow *self)
{
  g_return_val_if_fail (ETP_IS_WINDOW (self), FALSE);

  return self->loading == NULL && self->document == NULL;
}
