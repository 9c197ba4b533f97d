/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-canvas"

#include "config.h"

#include "etp-canvas-private.h"
#include "scene/etp-heads.h"

/* How the map looks: the style of the desktop, and that of the room. */

/* What is narrower, in pixels where text is as large as it was designed, has a narrow room: in wider windows
 * lane heads take no more than a third. */
#define LEAST_ROOM_WIDTH 640

static gboolean
is_narrow (EtpCanvas *self, int width)
{
  return width > 0 && width < LEAST_ROOM_WIDTH * self->text_scale;
}

/* Takes the style. */
static void
take_style (EtpCanvas *self, EtpStyle *style)
{
  g_clear_object (&self->style);
  self->style = style;
  if (self->scene == NULL)
    return;
  /* Built anew from nothing, but what is selected stays selected. */
  self->is_scene_old = TRUE;
  etp_bitmap_cache_clear (self->bitmaps);
}

static EtpStyle *
create_room (EtpStyleKind kind, gboolean narrow)
{
  return narrow ? etp_style_new_narrow_room (kind) : etp_style_new_room (kind);
}

void
etp_canvas_fit_style (EtpCanvas *self, int width)
{
  const gboolean narrow = is_narrow (self, width);

  if (etp_style_is_room (self->style) && etp_style_is_narrow_room (self->style) != narrow)
    take_style (self, create_room (etp_style_get_kind (self->style), narrow));
}

static void
replace_style (EtpCanvas *self, EtpStyleKind kind, gboolean is_room)
{
  const gboolean narrow = is_narrow (self, gtk_widget_get_width (GTK_WIDGET (self)));

  take_style (self, is_room ? create_room (kind, narrow) : etp_style_new (kind));
  if (self->scene == NULL)
    return;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
etp_canvas_set_style (EtpCanvas *self, EtpStyleKind kind)
{
  g_return_if_fail (ETP_IS_CANVAS (self));

  if (etp_style_get_kind (self->style) != kind)
    replace_style (self, kind, etp_style_is_room (self->style));
}

void
etp_canvas_set_room (EtpCanvas *self, gboolean is_room)
{
  g_autofree char *phase = NULL;

  g_return_if_fail (ETP_IS_CANVAS (self));

  if (etp_canvas_get_room (self) == is_room)
    return;
  phase = etp_canvas_dup_phase (self);
  replace_style (self, etp_style_get_kind (self->style), is_room);
  etp_canvas_ensure_scene (self);
  etp_canvas_fit_room (self, phase);
}

void
etp_canvas_hide_prompts (EtpCanvas *self)
{
  g_return_if_fail (ETP_IS_CANVAS (self));

  self->hides_prompts = TRUE;
  self->is_scene_old = TRUE;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

gboolean
etp_canvas_get_room (EtpCanvas *self)
{
  g_return_val_if_fail (ETP_IS_CANVAS (self), FALSE);

  return etp_style_is_room (self->style);
}

EtpStyleKind
etp_canvas_get_style (EtpCanvas *self)
{
  g_return_val_if_fail (ETP_IS_CANVAS (self), ETP_STYLE_LIGHT);

  return etp_style_get_kind (self->style);
}

GdkRGBA
etp_canvas_get_rgba (EtpCanvas *self, EtpColorRole role)
{
  const EtpRgba color = etp_style_get_color (self->style, role);

  return (GdkRGBA){
    (float) (color >> 24) / 255.0f,
    (float) (color >> 16 & 0xff) / 255.0f,
    (float) (color >> 8 & 0xff) / 255.0f,
    (float) (color & 0xff) / 255.0f,
  };
}

double
etp_canvas_get_own_size (EtpCanvas *self, EtpListKind list, double shown)
{
  g_return_val_if_fail (ETP_IS_CANVAS (self), shown);

  return etp_heads_get_own_size (list, shown, etp_style_get_metrics (self->style)->scale);
}
