/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-crop-dialog.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "app/compat/etp-compat-dialog.h"
#include "app/compat/etp-compat-drop-down.h"
#include "app/compat/etp-compat-file-dialog.h"
#include "etp-crop-area.h"
#include "app/compat/etp-compat-mnemonic.h"

/* One page each for reading, for cutting and for what went wrong. The crop lives as long as its
 * content and the workers that it waits for. */

#define WIDTH 620 /* px */
#define HEIGHT 560
#define PROGRESS_MS 100
#define KEY "etp-crop" /* of the content: the crop */
#define REQUEST_KEY "etp-crop-request" /* of an owner: for whom a file is asked for */

const EtpCropPlace etp_crop_portrait = { 1, TRUE, 640 };
const EtpCropPlace etp_crop_logo = { 0, FALSE, 800 };
const EtpCropPlace etp_crop_image = { 0, FALSE, 1200 };

typedef struct
{
  /* owned */
  GCancellable *cancellable; /* of what is being read or cut; NULL: nothing */
  EtpImageProgress *progress;
  EtpImageSource *source; /* NULL: not read yet */
  GWeakRef owner;

  /* borrowed: widgets, NULL once the dialog is closed */
  GtkWidget *dialog;
  GtkStack *stack;
  GtkProgressBar *bar;
  GtkLabel *doing, *failure, *size;
  GtkWidget *area, *use;
  GtkDropDown *proportions; /* NULL: the place has its own */

  /* state */
  EtpCropPlace place;
  EtpCropFunc func;
  guint progress_id; /* source */
  gboolean is_there_already; /* the picture: taking all of it changes nothing */
} Crop;

typedef struct
{
  GWeakRef widget;
  EtpCropPlace place;
  EtpCropFunc func;
} Request;

static void
clear_crop (gpointer data)
{
  Crop *self = data;

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->progress, etp_image_progress_unref);
  g_clear_pointer (&self->source, etp_image_source_unref);
  g_weak_ref_clear (&self->owner);
}

static void
crop_unref (Crop *self)
{
  g_rc_box_release_full (self, clear_crop);
}

static void
stop (Crop *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->progress_id, g_source_remove);
}

/* The content is gone, and the dialog with it. */
static void
on_gone (gpointer data)
{
  Crop *self = data;

  stop (self);
  self->dialog = NULL;
  crop_unref (self);
}

/* Work */

static void
show_page (Crop *self, const char *page)
{
  const gboolean is_ready = g_str_equal (page, "ready");

  gtk_stack_set_visible_child_name (self->stack, page);
  gtk_widget_set_sensitive (self->use, is_ready);
}

static gboolean
on_progress (gpointer user_data)
{
  Crop *self = user_data;

  if (self->source == NULL)
    gtk_progress_bar_set_fraction (self->bar, etp_image_progress_get (self->progress));
  else
    gtk_progress_bar_pulse (self->bar);
  return G_SOURCE_CONTINUE;
}

/* Returns the cancellable of the work that begins. */
static GCancellable *
start (Crop *self, const char *doing)
{
  stop (self);
  self->cancellable = g_cancellable_new ();
  self->progress_id = g_timeout_add (PROGRESS_MS, on_progress, self);
  gtk_label_set_label (self->doing, doing);
  gtk_progress_bar_set_fraction (self->bar, 0);
  show_page (self, "working");
  return self->cancellable;
}

static void
fail (Crop *self, const GError *error)
{
  gtk_label_set_label (self->failure, error->message);
  show_page (self, "failed");
  gtk_widget_child_focus (gtk_stack_get_visible_child (self->stack), GTK_DIR_TAB_FORWARD);
}

/* Whether the dialog still waits for that work. */
static gboolean
is_awaited (Crop *self, const GError *error)
{
  if (self->dialog == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return FALSE;
  stop (self);
  return TRUE;
}

static const struct
{
  const char *name; /* N_() */
  double ratio;
} ratios[] = {
  { N_ ("Any proportions"), 0 }, { N_ ("Square"), 1 }, { "4 ∶ 3", 4.0 / 3 },
  { "16 ∶ 9", 16.0 / 9 },        { "3 ∶ 4", 3.0 / 4 },
};

static double
get_ratio (Crop *self)
{
  const guint chosen = self->proportions != NULL ? gtk_drop_down_get_selected (self->proportions)
                                                 : G_MAXUINT;

  return chosen < G_N_ELEMENTS (ratios) ? ratios[chosen].ratio : self->place.ratio;
}

static void
on_loaded (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Crop *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EtpImageSource) source = etp_image_source_load_finish (result, &error);

  if (is_awaited (self, error) && source == NULL)
    fail (self, error);
  else if (self->dialog != NULL && source != NULL)
    {
      self->source = g_steal_pointer (&source);
      show_page (self, "ready");
      etp_crop_area_set_source (ETP_CROP_AREA (self->area), self->source, get_ratio (self),
                                self->place.is_round);
      gtk_widget_grab_focus (self->area);
    }
  crop_unref (self);
}

static void
load (Crop *self, GFile *file, GBytes *bytes)
{
  GCancellable *cancellable;

  g_clear_pointer (&self->source, etp_image_source_unref);
  g_clear_pointer (&self->progress, etp_image_progress_unref);
  self->progress = etp_image_progress_new ();
  cancellable = start (self, _ ("Reading the picture…"));
  etp_image_source_load_async (file, bytes, self->progress, cancellable, on_loaded,
                               g_rc_box_acquire (self));
}

static void
on_cut (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Crop *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EtpImage) image = etp_image_source_cut_finish (result, &error);
  g_autoptr (GObject) owner = g_weak_ref_get (&self->owner);

  if (is_awaited (self, error) && image == NULL)
    fail (self, error);
  else if (self->dialog != NULL && image != NULL)
    {
      etp_compat_dialog_close (self->dialog);
      if (owner != NULL)
        self->func (image, owner);
    }
  crop_unref (self);
}

static void
on_use (Crop *self)
{
  if (self->source == NULL || self->cancellable != NULL)
    return;
  if (self->is_there_already && etp_crop_area_is_whole (ETP_CROP_AREA (self->area)))
    {
      etp_compat_dialog_close (self->dialog);
      return;
    }
  etp_image_source_cut_async (self->source, etp_crop_area_get_cut (ETP_CROP_AREA (self->area)),
                              self->place.longest, start (self, _ ("Cutting the picture…")), on_cut,
                              g_rc_box_acquire (self));
}

/* The person */

static void
on_changed (EtpCropArea *area, Crop *self)
{
  const EtpImageCut *cut = etp_crop_area_get_cut (area);
  const double scale = MIN (1, self->place.longest / MAX (cut->width, cut->height));
  /* Translators: width and height of a picture. */
  g_autofree char *text = g_strdup_printf (_ ("%d × %d pixels"), (int) round (cut->width * scale),
                                           (int) round (cut->height * scale));

  gtk_label_set_label (self->size, text);
}

static gboolean
on_key (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, Crop *self)
{
  if (key != GDK_KEY_Return && key != GDK_KEY_KP_Enter)
    return FALSE;
  on_use (self);
  return TRUE;
}

static void
on_ratio_selected (GtkDropDown *list, GParamSpec *pspec, Crop *self)
{
  etp_crop_area_set_ratio (ETP_CROP_AREA (self->area), get_ratio (self));
}

static void
on_another (GListModel *files, gpointer user_data)
{
  Crop *self = g_object_get_data (user_data, KEY);
  g_autoptr (GFile) file = g_list_model_get_item (files, 0);

  if (self == NULL || self->dialog == NULL)
    return;
  self->is_there_already = FALSE;
  load (self, file, NULL);
}

static void
ask_for_file (GtkWidget *widget, EtpOpenFilesFunc func, GObject *owner)
{
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) images = gtk_file_filter_new ();

  gtk_file_filter_set_name (images, _ ("Images"));
  gtk_file_filter_add_mime_type (images, "image/*");
  g_list_store_append (filters, images);
  etp_compat_open_files (GTK_WINDOW (gtk_widget_get_root (widget)), _ ("Choose an Image"),
                         G_LIST_MODEL (filters), NULL, func, owner);
}

static void
on_choose_another (Crop *self)
{
  ask_for_file (GTK_WIDGET (self->stack), on_another, G_OBJECT (self->stack));
}

/* The dialog */

static GtkWidget *
create_column (int spacing)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, spacing);

  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (box, "crop-column");
  return box;
}

static GtkWidget *
create_working_page (Crop *self)
{
  GtkWidget *box = create_column (12);

  self->doing = GTK_LABEL (gtk_label_new (NULL));
  self->bar = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  self->doing, NULL, -1);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->doing));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->bar));
  return box;
}

static GtkLabel *
create_text (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return GTK_LABEL (label);
}

static GtkWidget *
create_failed_page (Crop *self)
{
  GtkWidget *box = create_column (18);
  GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
  GtkWidget *button = etp_compat_mnemonic_button_new (_ ("Choose _Another Picture…"));

  gtk_image_set_pixel_size (GTK_IMAGE (icon), 48);
  gtk_widget_add_css_class (icon, "dim-label");
  self->failure = create_text ("title-4");
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_choose_another), self);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->failure));
  gtk_box_append (GTK_BOX (box), button);
  return box;
}

static GtkDropDown *
create_proportions (Crop *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GtkWidget *list;

  for (gsize i = 0; i < G_N_ELEMENTS (ratios); i++)
    gtk_string_list_append (names, _ (ratios[i].name));
  list = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&names)), NULL);
  etp_compat_drop_down_set_name (list, _ ("Proportions"));
  gtk_widget_set_tooltip_text (list, _ ("Proportions"));
  g_signal_connect (list, "notify::selected", G_CALLBACK (on_ratio_selected), self);
  return GTK_DROP_DOWN (list);
}

static GtkWidget *
create_ready_page (Crop *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkLabel *hint = create_text ("caption");

  self->area = etp_crop_area_new ();
  gtk_widget_set_vexpand (self->area, TRUE);
  g_signal_connect (self->area, "changed", G_CALLBACK (on_changed), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (self->area, keys);
  gtk_label_set_label (hint,
                       _ ("Drag, or move with the arrow keys; with Shift they change the size."));
  gtk_widget_add_css_class (GTK_WIDGET (hint), "dim-label");
  self->size = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->size, 0);
  gtk_label_set_ellipsize (self->size, PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (GTK_WIDGET (self->size), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->size), "numeric");
  gtk_widget_add_css_class (foot, "crop-foot");
  gtk_box_append (GTK_BOX (foot), GTK_WIDGET (self->size));
  if (self->place.ratio == 0)
    {
      self->proportions = create_proportions (self);
      gtk_box_append (GTK_BOX (foot), GTK_WIDGET (self->proportions));
    }
  gtk_box_append (GTK_BOX (box), self->area);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (hint));
  gtk_box_append (GTK_BOX (box), foot);
  return box;
}

static Crop *
show (GtkWidget *widget, const EtpCropPlace *place, EtpCropFunc func, GObject *owner)
{
  Crop *self = g_rc_box_new0 (Crop);

  self->place = *place;
  self->func = func;
  g_weak_ref_init (&self->owner, owner);
  self->stack = GTK_STACK (gtk_stack_new ());
  self->use = etp_compat_mnemonic_button_new (_ ("_Use"));
  gtk_widget_add_css_class (self->use, "suggested-action");
  g_signal_connect_swapped (self->use, "clicked", G_CALLBACK (on_use), self);
  gtk_stack_add_named (self->stack, create_working_page (self), "working");
  gtk_stack_add_named (self->stack, create_failed_page (self), "failed");
  gtk_stack_add_named (self->stack, create_ready_page (self), "ready");
  g_object_set_data_full (G_OBJECT (self->stack), KEY, self, on_gone);
  self->dialog = etp_compat_dialog_show (GTK_WINDOW (gtk_widget_get_root (widget)),
                                         _ ("Crop the Picture"), GTK_WIDGET (self->stack), NULL,
                                         self->use, WIDTH, HEIGHT);
  return self;
}

static void
on_file_chosen (GListModel *files, gpointer user_data)
{
  Request *request = g_object_get_data (user_data, REQUEST_KEY);
  g_autoptr (GFile) file = g_list_model_get_item (files, 0);
  g_autoptr (GtkWidget) widget = request != NULL ? g_weak_ref_get (&request->widget) : NULL;

  if (widget != NULL && gtk_widget_get_root (widget) != NULL)
    load (show (widget, &request->place, request->func, user_data), file, NULL);
}

static void
request_free (gpointer data)
{
  Request *request = data;

  g_weak_ref_clear (&request->widget);
  g_free (request);
}

void
etp_crop_choose (GtkWidget *widget, const EtpCropPlace *place, EtpCropFunc func, GObject *owner)
{
  Request *request = g_new0 (Request, 1);

  g_return_if_fail (GTK_IS_WIDGET (widget));

  g_weak_ref_init (&request->widget, widget);
  request->place = *place;
  request->func = func;
  g_object_set_data_full (owner, REQUEST_KEY, request, request_free);
  ask_for_file (widget, on_file_chosen, owner);
}

void
etp_crop_again (
    GtkWidget *widget, GBytes *bytes, const EtpCropPlace *place, EtpCropFunc func, GObject *owner)
{
  Crop *self;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (bytes != NULL);

  self = show (widget, place, func, owner);
  self->is_there_already = TRUE;
  load (self, NULL, bytes);
}
