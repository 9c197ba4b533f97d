/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-map-tile.h"

#include <adwaita.h>

#include "etp-preview.h"
#include "etp-wrapped-label.h"

#define PICTURE_HEIGHT 142
#define NATURAL_WIDTH 226 /* whatever the picture and the texts would like */

struct _EtpMapTile
{
  GtkWidget parent;

  /* owned by their parents */
  GtkWidget *overlay, *button, *picture, *title, *subtitle, *lines;

  /* owned */
  GString *description; /* the lines, for those who hear them */
  char *target;
};

G_DEFINE_FINAL_TYPE (EtpMapTile, etp_map_tile, GTK_TYPE_WIDGET)

static void
etp_map_tile_dispose (GObject *object)
{
  g_clear_pointer (&ETP_MAP_TILE (object)->overlay, gtk_widget_unparent);
  G_OBJECT_CLASS (etp_map_tile_parent_class)->dispose (object);
}

static void
etp_map_tile_finalize (GObject *object)
{
  EtpMapTile *self = ETP_MAP_TILE (object);

  g_string_free (self->description, TRUE);
  g_free (self->target);
  G_OBJECT_CLASS (etp_map_tile_parent_class)->finalize (object);
}

static GtkSizeRequestMode
etp_map_tile_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
etp_map_tile_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  EtpMapTile *self = ETP_MAP_TILE (widget);

  gtk_widget_measure (self->overlay, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural = MAX (*minimum, NATURAL_WIDTH);
}

static void
etp_map_tile_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_allocate (ETP_MAP_TILE (widget)->overlay, width, height, baseline, NULL);
}

static void
etp_map_tile_class_init (EtpMapTileClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = etp_map_tile_dispose;
  G_OBJECT_CLASS (klass)->finalize = etp_map_tile_finalize;
  widget_class->get_request_mode = etp_map_tile_get_request_mode;
  widget_class->measure = etp_map_tile_measure;
  widget_class->size_allocate = etp_map_tile_size_allocate;
}

static GtkWidget *
create_label (const char *text, const char *style)
{
  GtkWidget *label = etp_wrapped_label_new (text);

  gtk_widget_set_hexpand (label, TRUE);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

/* The picture keeps its shape, so that nothing of it is cut off where tiles are wide. */
static GtkSizeRequestMode
get_frame_mode (GtkWidget *frame)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_frame (GtkWidget *frame,
               GtkOrientation orientation,
               int for_size,
               int *minimum,
               int *natural,
               int *minimum_baseline,
               int *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 0;
      *natural = NATURAL_WIDTH;
    }
  else
    *minimum = *natural = MAX (PICTURE_HEIGHT, for_size * ETP_PREVIEW_HEIGHT / ETP_PREVIEW_WIDTH);
}

static void
allocate_frame (GtkWidget *frame, int width, int height, int baseline)
{
  gtk_widget_allocate (gtk_widget_get_first_child (frame), width, height, baseline, NULL);
}

static GtkWidget *
create_frame (GtkWidget *picture)
{
  GtkWidget *frame = adw_bin_new ();

  gtk_widget_set_layout_manager (
      frame, gtk_custom_layout_new (get_frame_mode, measure_frame, allocate_frame));
  adw_bin_set_child (ADW_BIN (frame), picture);
  return frame;
}

static void
etp_map_tile_init (EtpMapTile *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  self->description = g_string_new (NULL);
  self->picture = gtk_picture_new ();
  gtk_picture_set_content_fit (GTK_PICTURE (self->picture), GTK_CONTENT_FIT_COVER);
  gtk_picture_set_can_shrink (GTK_PICTURE (self->picture), TRUE);
  gtk_widget_set_overflow (self->picture, GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (self->picture, "map-picture");
  self->title = create_label (NULL, "heading");
  self->subtitle = create_label (NULL, "caption");
  gtk_widget_add_css_class (self->subtitle, "dim-label");
  gtk_widget_set_visible (self->subtitle, FALSE);
  self->lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  gtk_widget_add_css_class (texts, "map-texts");
  gtk_box_append (GTK_BOX (texts), self->title);
  gtk_box_append (GTK_BOX (texts), self->subtitle);
  gtk_box_append (GTK_BOX (texts), self->lines);
  gtk_box_append (GTK_BOX (box), create_frame (self->picture));
  gtk_box_append (GTK_BOX (box), texts);

  self->button = gtk_button_new ();
  gtk_widget_add_css_class (self->button, "card");
  gtk_widget_add_css_class (self->button, "map-tile");
  gtk_button_set_child (GTK_BUTTON (self->button), box);
  gtk_widget_set_overflow (self->button, GTK_OVERFLOW_HIDDEN);
  self->overlay = gtk_overlay_new ();
  gtk_overlay_set_child (GTK_OVERLAY (self->overlay), self->button);
  gtk_widget_set_parent (self->overlay, GTK_WIDGET (self));
}

static void
update_name (EtpMapTile *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_label (GTK_LABEL (self->title)),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, self->description->str, -1);
}

GtkWidget *
etp_map_tile_new (const char *title, const char *action, const char *target)
{
  EtpMapTile *self = g_object_new (ETP_TYPE_MAP_TILE, NULL);

  self->target = g_strdup (target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->button), "s", target);
  etp_map_tile_set_title (self, title, NULL);
  return GTK_WIDGET (self);
}

void
etp_map_tile_set_title (EtpMapTile *self, const char *title, const char *subtitle)
{
  g_return_if_fail (ETP_IS_MAP_TILE (self));

  gtk_label_set_label (GTK_LABEL (self->title), title);
  gtk_label_set_label (GTK_LABEL (self->subtitle), subtitle != NULL ? subtitle : "");
  gtk_widget_set_visible (self->subtitle, subtitle != NULL);
  update_name (self);
}

void
etp_map_tile_set_picture (EtpMapTile *self, GdkPaintable *picture)
{
  g_return_if_fail (ETP_IS_MAP_TILE (self));

  gtk_picture_set_paintable (GTK_PICTURE (self->picture), picture);
}

void
etp_map_tile_add_line (EtpMapTile *self, const char *icon, const char *text, const char *style)
{
  GtkWidget *line = create_label (text, "caption");

  g_return_if_fail (ETP_IS_MAP_TILE (self));

  gtk_widget_add_css_class (line, style != NULL ? style : "dim-label");
  if (icon != NULL)
    {
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
      GtkWidget *image = gtk_image_new_from_icon_name (icon);

      gtk_widget_set_valign (image, GTK_ALIGN_START);
      gtk_widget_add_css_class (image, style != NULL ? style : "dim-label");
      gtk_box_append (GTK_BOX (box), image);
      gtk_box_append (GTK_BOX (box), line);
      line = box;
    }
  gtk_box_append (GTK_BOX (self->lines), line);
  g_string_append_printf (self->description, "%s%s", self->description->len > 0 ? ", " : "", text);
  update_name (self);
}

void
etp_map_tile_clear_lines (EtpMapTile *self)
{
  GtkWidget *line;

  g_return_if_fail (ETP_IS_MAP_TILE (self));

  while ((line = gtk_widget_get_first_child (self->lines)) != NULL)
    gtk_box_remove (GTK_BOX (self->lines), line);
  g_string_truncate (self->description, 0);
  update_name (self);
}

void
etp_map_tile_set_removal (EtpMapTile *self, const char *name, const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");

  g_return_if_fail (ETP_IS_MAP_TILE (self));

  gtk_widget_add_css_class (button, "osd");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_add_css_class (button, "map-removal");
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", self->target);
  gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), button);
}

void
etp_map_tile_take_focus (EtpMapTile *self)
{
  g_return_if_fail (ETP_IS_MAP_TILE (self));

  gtk_widget_grab_focus (self->button);
}
