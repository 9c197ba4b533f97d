/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-page-view.h"

#include <glib/gi18n-lib.h>

/* The large page is painted for the size at which it is shown, the small ones when they come into
 * view. Typical: 10 pages. */

#define THUMB_WIDTH 112
#define THUMB_HEIGHT 80
#define LEAST_HEIGHT 150

struct _EtpPageView
{
  GtkWidget parent;

  /* children */
  GtkWidget *box, *area, *strip, *bar;
  GtkStack *stack; /* "page", "text", "message" */
  GtkPicture *picture;
  GtkTextBuffer *text;
  GtkLabel *message, *place, *notes;
  GtkWidget *previous, *next;

  /* owned */
  EtpPageMaker *maker;
  EtpMade *made; /* NULL: nothing, or an error */
  GtkStringList *titles;
  GtkSingleSelection *selection;
  GHashTable *thumbs; /* number of a page → GdkTexture, of what was made last */

  /* state */
  guint page;
  guint n_made; /* how often something was made; answers for earlier ones are dropped */
};

enum
{
  MADE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EtpPageView, etp_page_view, GTK_TYPE_WIDGET)

static guint
get_n_pages (EtpPageView *self)
{
  return self->made != NULL ? self->made->n_pages : 0;
}

static void
on_painted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EtpPageView) self = user_data;
  g_autoptr (GdkTexture)
      texture = etp_page_maker_paint_finish (ETP_PAGE_MAKER (source), result, NULL);

  if (texture != NULL && self->picture != NULL)
    gtk_picture_set_paintable (self->picture, GDK_PAINTABLE (texture));
}

static void
paint_page (EtpPageView *self)
{
  const int factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  const int width = gtk_widget_get_width (self->area) * factor;
  const int height = gtk_widget_get_height (self->area) * factor;

  if (self->page < get_n_pages (self) && width > 0 && height > 0)
    etp_page_maker_paint_async (self->maker, self->page, width, height, on_painted,
                                g_object_ref (self));
}

static void
update_place (EtpPageView *self)
{
  const guint n = get_n_pages (self);
  const char *title = self->page < n ? self->made->pages[self->page].title : NULL;
  g_autofree char *number = NULL;
  g_autofree char *name = NULL;

  gtk_widget_set_visible (self->bar, n > 1);
  gtk_widget_set_visible (self->strip, n > 1);
  gtk_widget_set_sensitive (self->previous, self->page > 0);
  gtk_widget_set_sensitive (self->next, self->page + 1 < n);
  /* Translators: the number of a page, and how many there are. */
  number = g_strdup_printf (_ ("Page %u of %u"), self->page + 1, n);
  name = title != NULL && title[0] != '\0' ? g_strdup_printf ("%s · %s", number, title)
                                           : g_strdup (number);
  gtk_label_set_label (self->place, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->picture), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
}

static void
show_page (EtpPageView *self, guint page)
{
  self->page = page;
  update_place (self);
  paint_page (self);
}

static void
on_selected (EtpPageView *self)
{
  const guint page = gtk_single_selection_get_selected (self->selection);

  if (page == GTK_INVALID_LIST_POSITION || page == self->page)
    return;
  gtk_widget_activate_action (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (self->strip)),
                              "list.scroll-to-item", "u", page);
  show_page (self, page);
}

static void
step (EtpPageView *self, int by)
{
  gtk_single_selection_set_selected (self->selection, (guint) ((int) self->page + by));
}

static void
on_previous (EtpPageView *self)
{
  step (self, -1);
}

static void
on_next (EtpPageView *self)
{
  step (self, 1);
}

static void
on_resized (EtpPageView *self)
{
  paint_page (self);
}

/* The small pages */

typedef struct
{
  EtpPageView *self; /* owned */
  GtkPicture *picture; /* owned */
  guint page, n_made;
} Thumb;

static void
on_thumb_painted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Thumb *thumb = user_data;
  g_autoptr (GdkTexture)
      texture = etp_page_maker_paint_finish (ETP_PAGE_MAKER (source), result, NULL);
  const guint shown = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (thumb->picture), "page"));

  if (texture != NULL && thumb->n_made == thumb->self->n_made)
    {
      if (shown == thumb->page + 1)
        gtk_picture_set_paintable (thumb->picture, GDK_PAINTABLE (texture));
      g_hash_table_insert (thumb->self->thumbs, GUINT_TO_POINTER (thumb->page),
                           g_steal_pointer (&texture));
    }
  g_object_unref (thumb->self);
  g_object_unref (thumb->picture);
  g_free (thumb);
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item, EtpPageView *self)
{
  GtkWidget *picture = gtk_picture_new ();

  gtk_widget_set_size_request (picture, THUMB_WIDTH, THUMB_HEIGHT);
  gtk_picture_set_can_shrink (GTK_PICTURE (picture), TRUE);
  gtk_list_item_set_child (item, picture);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item, EtpPageView *self)
{
  const guint page = gtk_list_item_get_position (item);
  GtkPicture *picture = GTK_PICTURE (gtk_list_item_get_child (item));
  const int factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  GdkTexture *known = g_hash_table_lookup (self->thumbs, GUINT_TO_POINTER (page));
  const char *title = gtk_string_object_get_string (gtk_list_item_get_item (item));
  Thumb *thumb;

  gtk_picture_set_paintable (picture, GDK_PAINTABLE (known));
  gtk_picture_set_alternative_text (picture, title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (picture), title);
  g_object_set_data (G_OBJECT (picture), "page", GUINT_TO_POINTER (page + 1));
  if (known != NULL)
    return;
  thumb = g_new (Thumb, 1);
  *thumb = (Thumb){ g_object_ref (self), g_object_ref (picture), page, self->n_made };
  etp_page_maker_paint_async (self->maker, page, THUMB_WIDTH * factor, THUMB_HEIGHT * factor,
                              on_thumb_painted, thumb);
}

/* What was made */

static void
show_message (EtpPageView *self, const char *text)
{
  gtk_label_set_label (self->message, text);
  gtk_stack_set_visible_child_name (self->stack, "message");
}

static void
show_notes (EtpPageView *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; self->made != NULL && i < self->made->notes->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "",
                            (const char *) g_ptr_array_index (self->made->notes, i));
  gtk_label_set_label (self->notes, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->notes), text->len > 0);
}

static void
fill_strip (EtpPageView *self)
{
  const guint n = get_n_pages (self);
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);

  g_hash_table_remove_all (self->thumbs);
  for (guint i = 0; i < n; i++)
    {
      const char *title = self->made->pages[i].title;

      g_ptr_array_add (titles, title != NULL && title[0] != '\0'
                                   ? g_strdup (title)
                                   /* Translators: %u is the number of a page. */
                                   : g_strdup_printf (_ ("Page %u"), i + 1));
    }
  g_ptr_array_add (titles, NULL);
  gtk_string_list_splice (self->titles, 0, g_list_model_get_n_items (G_LIST_MODEL (self->titles)),
                          (const char *const *) titles->pdata);
}

static void
on_made (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EtpPageView) self = user_data;
  g_autoptr (GError) error = NULL;
  EtpMade *made = etp_page_maker_make_finish (ETP_PAGE_MAKER (source), result, &error);
  const guint page = self->page;

  if (self->picture == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_clear_pointer (&made, etp_made_free);
      return;
    }
  g_clear_pointer (&self->made, etp_made_free);
  self->made = made;
  self->n_made++;
  fill_strip (self);
  show_notes (self);
  self->page = MIN (page, get_n_pages (self) > 0 ? get_n_pages (self) - 1 : 0);
  gtk_single_selection_set_selected (self->selection, self->page);
  update_place (self);
  if (made == NULL)
    show_message (self, error->message);
  else if (made->text != NULL)
    {
      gtk_text_buffer_set_text (self->text, made->text, -1);
      gtk_stack_set_visible_child_name (self->stack, "text");
    }
  else if (made->n_pages > 0)
    {
      gtk_stack_set_visible_child_name (self->stack, "page");
      paint_page (self);
    }
  else
    show_message (self, _ ("There is no preview of this format."));
  g_signal_emit (self, signals[MADE], 0);
}

void
etp_page_view_set_choice (EtpPageView *self, const EtpExportChoice *choice)
{
  g_return_if_fail (ETP_IS_PAGE_VIEW (self));

  etp_page_maker_make_async (self->maker, choice, on_made, g_object_ref (self));
}

const EtpMade *
etp_page_view_get_made (EtpPageView *self)
{
  g_return_val_if_fail (ETP_IS_PAGE_VIEW (self), NULL);

  return self->made;
}

static void
etp_page_view_dispose (GObject *object)
{
  EtpPageView *self = ETP_PAGE_VIEW (object);

  self->picture = NULL;
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->maker);
  g_clear_object (&self->titles);
  g_clear_object (&self->selection);
  G_OBJECT_CLASS (etp_page_view_parent_class)->dispose (object);
}

static void
etp_page_view_finalize (GObject *object)
{
  EtpPageView *self = ETP_PAGE_VIEW (object);

  g_clear_pointer (&self->made, etp_made_free);
  g_hash_table_unref (self->thumbs);
  G_OBJECT_CLASS (etp_page_view_parent_class)->finalize (object);
}

static void
etp_page_view_class_init (EtpPageViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = etp_page_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = etp_page_view_finalize;
  signals[MADE] = g_signal_new ("made", ETP_TYPE_PAGE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "etppageview");
}

static GtkLabel *
create_label (const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, style);
  return GTK_LABEL (label);
}

static GtkWidget *
create_page (EtpPageView *self)
{
  GtkWidget *overlay = gtk_overlay_new ();

  self->area = gtk_drawing_area_new ();
  gtk_widget_set_size_request (self->area, -1, LEAST_HEIGHT);
  g_signal_connect_object (self->area, "resize", G_CALLBACK (on_resized), self, G_CONNECT_SWAPPED);
  self->picture = GTK_PICTURE (gtk_picture_new ());
  gtk_picture_set_can_shrink (self->picture, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->picture), "page-picture");
  gtk_overlay_set_child (GTK_OVERLAY (overlay), self->area);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), GTK_WIDGET (self->picture));
  return overlay;
}

static GtkWidget *
create_text (EtpPageView *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *view = gtk_text_view_new ();

  self->text = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  gtk_text_view_set_editable (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_monospace (GTK_TEXT_VIEW (view), TRUE);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (view), 12);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (view), 12);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (view), 12);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (view), 12);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("How the file begins"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  return scroller;
}

static GtkWidget *
create_button (EtpPageView *self, const char *icon, const char *name, GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->bar), button);
  return button;
}

static void
create_bar (EtpPageView *self)
{
  self->bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->previous = create_button (self, "go-previous-symbolic", _ ("Previous Page"),
                                  G_CALLBACK (on_previous));
  self->place = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (self->place, PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (GTK_WIDGET (self->place), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->place), "numeric");
  gtk_box_append (GTK_BOX (self->bar), GTK_WIDGET (self->place));
  self->next = create_button (self, "go-next-symbolic", _ ("Next Page"), G_CALLBACK (on_next));
}

static void
create_strip (EtpPageView *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *list;

  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind), self, 0);
  self->titles = gtk_string_list_new (NULL);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->titles)));
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (on_selected), self,
                           G_CONNECT_SWAPPED);
  list = gtk_list_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection)), factory);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (list), GTK_ORIENTATION_HORIZONTAL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Pages"),
                                  -1);
  gtk_widget_add_css_class (list, "page-strip");
  self->strip = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->strip), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->strip), list);
}

static void
etp_page_view_init (EtpPageView *self)
{
  self->thumbs = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, create_page (self), "page");
  gtk_stack_add_named (self->stack, create_text (self), "text");
  self->message = create_label ("dim-label");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->message), "message");
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  create_bar (self);
  create_strip (self);
  self->notes = create_label ("page-notes");
  gtk_label_set_xalign (self->notes, 0);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->stack));
  gtk_box_append (GTK_BOX (self->box), self->bar);
  gtk_box_append (GTK_BOX (self->box), self->strip);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->notes));
  gtk_widget_add_css_class (self->box, "page-view");
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self->notes), FALSE);
  gtk_widget_set_visible (self->bar, FALSE);
  gtk_widget_set_visible (self->strip, FALSE);
}

GtkWidget *
etp_page_view_new (EtpPageMaker *maker)
{
  EtpPageView *self = g_object_new (ETP_TYPE_PAGE_VIEW, NULL);

  self->maker = g_object_ref (maker);
  return GTK_WIDGET (self);
}
