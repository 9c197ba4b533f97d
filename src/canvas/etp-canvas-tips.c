/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-canvas"

#include "config.h"

#include "etp-canvas-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "etp-focus.h"
#include "scene/etp-tip.h"

/* Tooltips: what etp-tip.h says of the thing under the pointer. Of the selected one it is said where the
 * keyboard and a screen reader get at it, for the toolkit has no key for tooltips any more. Text is never
 * markup.
 *
 * The toolkit puts them below the pointer half a second after it came, over what somebody reads whose
 * pointer happens to be there; so it has to rest for longer. */

#define REST_MS 500 /* before the toolkit's half a second */
#define NEAR_LINE_PX 4.0
#define MAX_LINE_CHARS 60

static gboolean
on_rested (gpointer user_data)
{
  EtpCanvas *self = user_data;

  self->tip.rest_id = 0;
  self->tip.has_rested = TRUE;
  gtk_widget_trigger_tooltip_query (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

void
etp_canvas_forget_tip (EtpCanvas *self)
{
  g_clear_handle_id (&self->tip.rest_id, g_source_remove);
  self->tip.has_rested = FALSE;
}

/* Asked whenever the pointer moves over something that there is a tip for. */
static gboolean
has_rested (EtpCanvas *self, EtpItemRef ref)
{
  if (self->tip.has_rested && ref.cell == self->tip.ref.cell && ref.index == self->tip.ref.index)
    return TRUE;
  etp_canvas_forget_tip (self);
  self->tip.ref = ref;
  self->tip.rest_id = g_timeout_add (REST_MS, on_rested, self);
  return FALSE;
}

/* A leg of a link that is not the one to select. */
static EtpItemRef
find_line (EtpCanvas *self, double x, double y)
{
  const double near = NEAR_LINE_PX / self->zoom;
  const EtpRect area = { x - near, y - near, 2 * near, 2 * near };
  const EtpRect pins = etp_canvas_get_pins (self);
  g_autoptr (GArray) refs = g_array_new (FALSE, FALSE, sizeof (EtpItemRef));

  etp_scene_find (self->scene, &area, &pins, refs);
  for (guint i = refs->len; i-- > 0;)
    {
      const EtpItemRef ref = g_array_index (refs, EtpItemRef, i);
      const EtpItemKind kind = etp_scene_get_item (self->scene, ref)->kind;

      if (kind == ETP_ITEM_LINK)
        return ref;
      if (kind != ETP_ITEM_FILL && kind != ETP_ITEM_CELL && kind != ETP_ITEM_LINE)
        break;
    }
  return ETP_ITEM_REF_NONE;
}

static EtpItemRef
find_item (EtpCanvas *self, double x_px, double y_px)
{
  const EtpItemRef ref = etp_canvas_pick (self, x_px, y_px);
  double left_px, top_px;

  if (!etp_item_ref_is_none (ref) && etp_scene_get_item (self->scene, ref)->kind != ETP_ITEM_CELL)
    return ref;
  etp_canvas_get_strips (self, &left_px, &top_px);
  if (x_px < left_px || y_px < top_px)
    return ETP_ITEM_REF_NONE;
  return find_line (self, (x_px - self->origin_x) / self->zoom,
                    (y_px - self->origin_y) / self->zoom);
}

static gboolean
is_busy (EtpCanvas *self)
{
  return self->scene == NULL || etp_canvas_get_tool (self) != NULL || self->pointer.is_panning
         || etp_canvas_is_editing (self) || self->is_over_adder;
}

/* The toolkit takes the tip away where the pointer is outside of its area, which it may be a little
 * beside a small sign. */
static void
set_area (GtkTooltip *tooltip, EtpRect area, int x_px, int y_px)
{
  const int left = MIN ((int) area.x, x_px) - 1, top = MIN ((int) area.y, y_px) - 1;
  const int right = MAX ((int) ceil (area.x + area.width), x_px) + 1;
  const int bottom = MAX ((int) ceil (area.y + area.height), y_px) + 1;

  gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle){ left, top, right - left, bottom - top });
}

gboolean
etp_canvas_query_tooltip (
    GtkWidget *widget, int x_px, int y_px, gboolean by_keyboard, GtkTooltip *tooltip)
{
  EtpCanvas *self = ETP_CANVAS (widget);
  EtpItemRef ref = ETP_ITEM_REF_NONE;
  EtpRect pins, rect, area;
  const EtpItem *item;
  g_autofree char *text = NULL;

  etp_canvas_ensure_scene (self);
  if (!is_busy (self))
    ref = by_keyboard ? self->selection : find_item (self, x_px, y_px);
  if (etp_item_ref_is_none (ref))
    {
      etp_canvas_forget_tip (self);
      return FALSE;
    }
  item = etp_scene_get_item (self->scene, ref);
  pins = etp_canvas_get_pins (self);
  rect = etp_scene_item_rect (self->scene, ref, &pins);
  area = (EtpRect){ 0, 0, rect.width, rect.height };
  if (by_keyboard)
    text = etp_tip_dup_all (self->journey, item);
  else
    text = etp_tip_dup (self->journey, item, (x_px - self->origin_x) / self->zoom - rect.x,
                        (y_px - self->origin_y) / self->zoom - rect.y,
                        etp_detail_for_zoom (self->zoom), &area);
  if (text == NULL)
    {
      etp_canvas_forget_tip (self);
      return FALSE;
    }
  if (!by_keyboard && !has_rested (self, ref))
    return FALSE;
  gtk_tooltip_set_text (tooltip, text);
  area.x = (rect.x + area.x) * self->zoom + self->origin_x;
  area.y = (rect.y + area.y) * self->zoom + self->origin_y;
  area.width *= self->zoom;
  area.height *= self->zoom;
  set_area (tooltip, area, x_px, y_px);
  return TRUE;
}

/* Nothing of it is selected before anybody does so. */
static void
on_explained (GtkWidget *label)
{
  gtk_widget_grab_focus (label);
  gtk_label_select_region (GTK_LABEL (label), 0, 0);
}

/* A label has the keyboard only if its text can be selected. */
static GtkWidget *
create_explanation (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MAX_LINE_CHARS);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  g_signal_connect (label, "map", G_CALLBACK (on_explained), NULL);
  return label;
}

void
etp_canvas_explain (EtpCanvas *self)
{
  GtkWidget *popover;
  EtpRect box;
  g_autofree char *text = NULL;

  etp_canvas_ensure_scene (self);
  if (self->scene == NULL || etp_canvas_get_tool (self) != NULL
      || etp_focus_is_in_popup (GTK_WIDGET (self)))
    return;
  if (etp_item_ref_is_none (self->selection))
    {
      etp_canvas_tell (self, _ ("First select what is to be explained."), FALSE);
      return;
    }
  text = etp_tip_dup_all (self->journey, etp_scene_get_item (self->scene, self->selection));
  if (text == NULL)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (popover), create_explanation (text));
  box = etp_canvas_get_item_bounds (self, self->selection);
  etp_canvas_popup (self, GTK_POPOVER (popover),
                    &(GdkRectangle){ (int) box.x, (int) box.y, (int) box.width, (int) box.height });
}
