/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-editor-private.h"

#include <glib/gi18n-lib.h>

#include "app/compat/etp-compat-file-dialog.h"
#include "model/etp-fields.h"
#include "paint/etp-image-import.h"
#include "paint/etp-pictures.h"

/* An image: looked at, chosen from a file, taken away. What is chosen is made fit for the map in a
 * worker. */

#define HEIGHT 120

struct _EtpEditorImage
{
  EtpEditor parent;

  /* borrowed: children */
  GtkWidget *box, *picture, *choose_button, *remove_button;

  /* owned */
  char *id; /* of the asset that is shown */
  GCancellable *importing; /* NULL: nothing is read */
  EtpNode *target; /* for which it is read */
};

G_DECLARE_FINAL_TYPE (EtpEditorImage, etp_editor_image, ETP, EDITOR_IMAGE, EtpEditor)
G_DEFINE_FINAL_TYPE (EtpEditorImage, etp_editor_image, ETP_TYPE_EDITOR)

/* Only what the map itself would decode is decoded. */
static GdkTexture *
create_texture (EtpNode *asset)
{
  GBytes *bytes = etp_node_get_bytes (asset, ETP_ASSET_DATA);
  EtpPictureInfo info;

  if (bytes == NULL || !etp_picture_get_info (bytes, &info))
    return NULL;
  return gdk_texture_new_from_bytes (bytes, NULL);
}

static void
etp_editor_image_show (EtpEditor *editor, const EtpDatum *datum, gboolean mixed)
{
  EtpEditorImage *self = (EtpEditorImage *) editor;
  const char *id = datum->u.text != NULL ? datum->u.text : "";
  g_autoptr (GdkTexture) texture = NULL;
  EtpNode *asset = NULL;

  if (g_strcmp0 (id, self->id) == 0)
    return;
  g_free (self->id);
  self->id = g_strdup (id);
  if (id[0] != '\0')
    asset = etp_journey_get_node (etp_editor_get_journey (editor), id);
  if (asset != NULL && etp_node_get_list (asset) == ETP_LIST_ASSETS)
    texture = create_texture (asset);
  gtk_picture_set_paintable (GTK_PICTURE (self->picture), GDK_PAINTABLE (texture));
  gtk_widget_set_visible (self->picture, texture != NULL);
  gtk_widget_set_visible (self->remove_button, id[0] != '\0');
}

static void
stop_importing (EtpEditorImage *self)
{
  if (self->importing != NULL)
    g_cancellable_cancel (self->importing);
  g_clear_object (&self->importing);
  g_clear_object (&self->target);
}

static void
on_imported (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EtpEditorImage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EtpImage) image = etp_image_import_finish (result, &error);
  const EtpSpot *spot = etp_editor_get_spot (ETP_EDITOR (self));

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  /* Something else is shown by now: the image was not meant for that. */
  if (spot == NULL || spot->nodes->pdata[0] != self->target)
    {
      stop_importing (self);
      return;
    }
  stop_importing (self);
  if (image != NULL)
    etp_spot_set_image (spot, image->type, image->bytes, &error);
  etp_editor_set_error (ETP_EDITOR (self), error != NULL ? error->message : NULL);
  etp_editor_refresh (ETP_EDITOR (self));
}

static void
on_files_chosen (GListModel *files, gpointer user_data)
{
  EtpEditorImage *self = user_data;
  const EtpSpot *spot = etp_editor_get_spot (ETP_EDITOR (self));
  g_autoptr (GFile) file = g_list_model_get_item (files, 0);

  stop_importing (self);
  if (spot == NULL)
    return;
  self->importing = g_cancellable_new ();
  self->target = g_object_ref (spot->nodes->pdata[0]);
  etp_editor_set_error (ETP_EDITOR (self), NULL);
  etp_image_import_file_async (file, self->importing, on_imported, g_object_ref (self));
}

static void
on_choose (EtpEditorImage *self)
{
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) images = gtk_file_filter_new ();

  gtk_file_filter_set_name (images, _ ("Images"));
  gtk_file_filter_add_mime_type (images, "image/*");
  g_list_store_append (filters, images);
  etp_compat_open_files (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                         _ ("Choose an Image"), G_LIST_MODEL (filters), NULL, on_files_chosen,
                         G_OBJECT (self));
}

static void
on_remove (EtpEditorImage *self)
{
  stop_importing (self);
  gtk_widget_grab_focus (self->choose_button);
  etp_editor_write_text (ETP_EDITOR (self), "");
}

static void
etp_editor_image_dispose (GObject *object)
{
  stop_importing ((EtpEditorImage *) object);
  G_OBJECT_CLASS (etp_editor_image_parent_class)->dispose (object);
}

static void
etp_editor_image_finalize (GObject *object)
{
  g_free (((EtpEditorImage *) object)->id);
  G_OBJECT_CLASS (etp_editor_image_parent_class)->finalize (object);
}

static void
etp_editor_image_class_init (EtpEditorImageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = etp_editor_image_dispose;
  G_OBJECT_CLASS (klass)->finalize = etp_editor_image_finalize;
  ETP_EDITOR_CLASS (klass)->show = etp_editor_image_show;
}

static void
etp_editor_image_init (EtpEditorImage *self)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->picture = gtk_picture_new ();
  gtk_picture_set_can_shrink (GTK_PICTURE (self->picture), TRUE);
  gtk_widget_set_size_request (self->picture, -1, HEIGHT);
  gtk_widget_set_visible (self->picture, FALSE);
  gtk_widget_set_halign (self->picture, GTK_ALIGN_START);
  self->choose_button = gtk_button_new_with_label (_ ("Choose…"));
  self->remove_button = gtk_button_new_with_label (_ ("Remove"));
  gtk_widget_set_visible (self->remove_button, FALSE);
  g_signal_connect_swapped (self->choose_button, "clicked", G_CALLBACK (on_choose), self);
  g_signal_connect_swapped (self->remove_button, "clicked", G_CALLBACK (on_remove), self);
  gtk_box_append (GTK_BOX (buttons), self->choose_button);
  gtk_box_append (GTK_BOX (buttons), self->remove_button);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_append (GTK_BOX (self->box), self->picture);
  gtk_box_append (GTK_BOX (self->box), buttons);
}

EtpEditor *
etp_editor_image_new (const EtpField *row)
{
  EtpEditorImage *self = g_object_new (etp_editor_image_get_type (), NULL);

  etp_editor_init_row (ETP_EDITOR (self), row);
  etp_editor_set_control (ETP_EDITOR (self), self->box, FALSE);
  etp_editor_set_named (ETP_EDITOR (self), self->choose_button);
  return ETP_EDITOR (self);
}
