/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-editor-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "app/compat/etp-compat-color.h"
#include "etp-drawing.h"
#include "etp-picker.h"

/* A colour: none, which is the map's own choice; one of the palette, which fits every style; or any
 * other. */

#define OTHER "other"

static const struct
{
  const char *id;
  const char *name;
} palette[] = {
  { "", NC_ ("colour", "Default") },    { "blue", NC_ ("colour", "Blue") },
  { "teal", NC_ ("colour", "Teal") },   { "purple", NC_ ("colour", "Purple") },
  { "pink", NC_ ("colour", "Pink") },   { "amber", NC_ ("colour", "Amber") },
  { "green", NC_ ("colour", "Green") }, { "red", NC_ ("colour", "Red") },
  { "slate", NC_ ("colour", "Slate") },
};

struct _EtpEditorColor
{
  EtpEditor parent;

  /* borrowed: children */
  GtkWidget *box, *swatch, *button;

  /* owned */
  char *color; /* "": none, or different ones */

  gboolean is_mixed;
};

G_DECLARE_FINAL_TYPE (EtpEditorColor, etp_editor_color, ETP, EDITOR_COLOR, EtpEditor)
G_DEFINE_FINAL_TYPE (EtpEditorColor, etp_editor_color, ETP_TYPE_EDITOR)

static const char *
get_name (const char *color)
{
  for (guint i = 0; i < G_N_ELEMENTS (palette); i++)
    if (strcmp (palette[i].id, color) == 0)
      return g_dpgettext2 (NULL, "colour", palette[i].name);
  return color;
}

static void
etp_editor_color_show (EtpEditor *editor, const EtpDatum *datum, gboolean mixed)
{
  EtpEditorColor *self = (EtpEditorColor *) editor;
  const char *color = datum->u.text != NULL ? datum->u.text : "";

  if (g_strcmp0 (color, self->color) != 0)
    {
      g_free (self->color);
      self->color = g_strdup (color);
      etp_swatch_set_color (self->swatch, color);
    }
  self->is_mixed = mixed;
  etp_picker_button_set_text (self->button, mixed ? "" : get_name (color));
}

static char *
dup_hex (const GdkRGBA *color)
{
  return g_strdup_printf ("#%02x%02x%02x", (guint) lroundf (color->red * 255),
                          (guint) lroundf (color->green * 255),
                          (guint) lroundf (color->blue * 255));
}

/* Colours as design manuals state them: "#f80", "#ff8800", "FF8800", "rgb(255, 136, 0)". */
static char *
read_color (const char *text, GtkWidget *swatch)
{
  const gboolean is_bare = strlen (text) == 6 && strspn (text, "0123456789abcdefABCDEF") == 6;
  g_autofree char *full = g_strconcat (is_bare ? "#" : "", text, NULL);
  g_autofree char *hex = NULL;
  GdkRGBA color;

  if ((full[0] != '#' && !g_str_has_prefix (full, "rgb")) || !gdk_rgba_parse (&color, full))
    return NULL;
  hex = dup_hex (&color);
  etp_swatch_set_color (swatch, hex);
  return g_steal_pointer (&hex);
}

static void
list_colors (EtpPicker *picker, gpointer user_data)
{
  EtpEditorColor *self = user_data;
  gboolean is_listed = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (palette); i++)
    {
      const gboolean is_shown = strcmp (palette[i].id, self->color) == 0;

      is_listed = is_listed || is_shown;
      etp_picker_add (picker, palette[i].id, get_name (palette[i].id),
                      etp_swatch_new (palette[i].id), is_shown && !self->is_mixed);
    }
  etp_picker_add (picker, OTHER, _ ("Another Colour…"),
                  etp_swatch_new (is_listed ? "" : self->color), !is_listed);
  etp_picker_set_read (picker, etp_swatch_new (""), _ ("Name or #RRGGBB"), read_color);
}

static void
on_color_chosen (const GdkRGBA *color, gpointer user_data)
{
  g_autofree char *text = dup_hex (color);

  etp_editor_write_text (user_data, text);
}

static void
on_picked (EtpPicker *picker, const char *id, gpointer user_data)
{
  EtpEditorColor *self = user_data;
  GdkRGBA color = { 0.11f, 0.44f, 0.82f, 1 };

  if (strcmp (id, OTHER) != 0)
    {
      etp_editor_write_text (user_data, id);
      return;
    }
  etp_swatch_get_rgba (self->color, &color);
  etp_compat_choose_color (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                           etp_editor_get_label (ETP_EDITOR (self)), &color, on_color_chosen,
                           G_OBJECT (self));
}

static void
etp_editor_color_finalize (GObject *object)
{
  g_free (((EtpEditorColor *) object)->color);
  G_OBJECT_CLASS (etp_editor_color_parent_class)->finalize (object);
}

static void
etp_editor_color_class_init (EtpEditorColorClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = etp_editor_color_finalize;
  ETP_EDITOR_CLASS (klass)->show = etp_editor_color_show;
}

static void
etp_editor_color_init (EtpEditorColor *self)
{
  self->color = g_strdup ("");
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  self->swatch = etp_swatch_new ("");
  self->button = etp_picker_button_new (list_colors, on_picked, self);
  gtk_box_append (GTK_BOX (self->box), self->swatch);
  gtk_box_append (GTK_BOX (self->box), self->button);
}

EtpEditor *
etp_editor_color_new (const EtpField *row)
{
  EtpEditorColor *self = g_object_new (etp_editor_color_get_type (), NULL);

  etp_editor_init_row (ETP_EDITOR (self), row);
  etp_editor_set_control (ETP_EDITOR (self), self->box, TRUE);
  etp_editor_set_named (ETP_EDITOR (self), self->button);
  return ETP_EDITOR (self);
}
