/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-editor-private.h"

#include <glib/gi18n-lib.h>

#include "etp-crop-dialog.h"
#include "etp-wrap.h"
#include "app/etp-picture.h"
#include "model/etp-fields.h"
#include "model/etp-tables.h"

/* An image: looked at, chosen from a file, cropped, taken away. */

#define HEIGHT 120

struct _EtpEditorImage
{
  EtpEditor parent;

  /* borrowed: children */
  GtkWidget *box, *picture, *choose_button, *crop_button, *remove_button;

  /* owned */
  char *id; /* of the asset that is shown */
  EtpNode *target; /* for which an image is being chosen; NULL: none is */
};

G_DECLARE_FINAL_TYPE (EtpEditorImage, etp_editor_image, ETP, EDITOR_IMAGE, EtpEditor)
G_DEFINE_FINAL_TYPE (EtpEditorImage, etp_editor_image, ETP_TYPE_EDITOR)

static void
etp_editor_image_show (EtpEditor *editor, const EtpDatum *datum, gboolean mixed)
{
  EtpEditorImage *self = (EtpEditorImage *) editor;
  const char *id = datum->u.text != NULL ? datum->u.text : "";
  g_autoptr (GdkTexture) texture = NULL;

  /* Different images look like none, but can be taken away. */
  gtk_widget_set_visible (self->remove_button, mixed || id[0] != '\0');
  if (g_strcmp0 (id, self->id) == 0)
    return;
  g_free (self->id);
  self->id = g_strdup (id);
  if (id[0] != '\0')
    texture = etp_picture_new_of_asset (etp_editor_get_journey (editor), id);
  gtk_picture_set_paintable (GTK_PICTURE (self->picture), GDK_PAINTABLE (texture));
  gtk_widget_set_visible (self->picture, texture != NULL);
  gtk_widget_set_visible (self->crop_button, texture != NULL);
}

/* Faces are seen in circles; a logo is as it is. */
static const EtpCropPlace *
get_place (EtpEditorImage *self)
{
  const EtpField *row = etp_editor_get_row (ETP_EDITOR (self));

  if (row == &etp_persona_table.fields[ETP_PERSONA_PORTRAIT])
    return &etp_crop_portrait;
  if (row == &etp_theme_table.fields[ETP_THEME_LOGO])
    return &etp_crop_logo;
  return &etp_crop_image;
}

static void
on_taken (const EtpImage *image, gpointer owner)
{
  EtpEditorImage *self = owner;
  const EtpSpot *spot = etp_editor_get_spot (ETP_EDITOR (self));
  g_autoptr (EtpNode) target = g_steal_pointer (&self->target);
  g_autoptr (GError) error = NULL;

  /* Something else is shown by now, or another map: the image was not meant for that. */
  if (!etp_editor_is_there (ETP_EDITOR (self)) || spot->nodes->pdata[0] != target)
    return;
  etp_spot_set_image (spot, image->type, image->bytes, &error);
  etp_editor_set_error (ETP_EDITOR (self), error != NULL ? error->message : NULL);
  etp_editor_refresh (ETP_EDITOR (self));
}

/* FALSE: there is nothing that could get an image. */
static gboolean
aim (EtpEditorImage *self)
{
  const EtpSpot *spot = etp_editor_get_spot (ETP_EDITOR (self));

  if (spot == NULL)
    return FALSE;
  g_set_object (&self->target, spot->nodes->pdata[0]);
  etp_editor_set_error (ETP_EDITOR (self), NULL);
  return TRUE;
}

static void
on_choose (EtpEditorImage *self)
{
  if (aim (self))
    etp_crop_choose (GTK_WIDGET (self), get_place (self), on_taken, G_OBJECT (self));
}

static void
on_crop (EtpEditorImage *self)
{
  EtpJourney *journey = etp_editor_get_journey (ETP_EDITOR (self));
  EtpNode *asset = journey != NULL ? etp_journey_get_node (journey, self->id) : NULL;
  GBytes *bytes = asset != NULL && etp_node_get_list (asset) == ETP_LIST_ASSETS
                      ? etp_node_get_bytes (asset, ETP_ASSET_DATA)
                      : NULL;

  if (bytes != NULL && aim (self))
    etp_crop_again (GTK_WIDGET (self), bytes, get_place (self), on_taken, G_OBJECT (self));
}

static void
on_remove (EtpEditorImage *self)
{
  const EtpSpot *spot = etp_editor_get_spot (ETP_EDITOR (self));
  g_autoptr (GError) error = NULL;

  g_clear_object (&self->target);
  gtk_widget_grab_focus (self->choose_button);
  if (spot == NULL)
    return;
  etp_spot_set_image (spot, NULL, NULL, &error);
  etp_editor_set_error (ETP_EDITOR (self), error != NULL ? error->message : NULL);
  etp_editor_refresh (ETP_EDITOR (self));
}

static void
etp_editor_image_dispose (GObject *object)
{
  g_clear_object (&((EtpEditorImage *) object)->target);
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

static GtkWidget *
add_button (EtpEditorImage *self, GtkWidget *box, const char *label, GCallback func)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  g_signal_connect_swapped (button, "clicked", func, self);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static void
etp_editor_image_init (EtpEditorImage *self)
{
  GtkWidget *buttons = etp_wrap_box_new (); /* large text may need two lines */

  self->picture = gtk_picture_new ();
  gtk_picture_set_can_shrink (GTK_PICTURE (self->picture), TRUE);
  gtk_widget_set_size_request (self->picture, -1, HEIGHT);
  gtk_widget_set_visible (self->picture, FALSE);
  gtk_widget_set_halign (self->picture, GTK_ALIGN_START);
  self->choose_button = add_button (self, buttons, _ ("Choose…"), G_CALLBACK (on_choose));
  self->crop_button = add_button (self, buttons, _ ("Crop…"), G_CALLBACK (on_crop));
  self->remove_button = add_button (self, buttons, _ ("Remove"), G_CALLBACK (on_remove));
  gtk_widget_set_visible (self->crop_button, FALSE);
  gtk_widget_set_visible (self->remove_button, FALSE);
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
