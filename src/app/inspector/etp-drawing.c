/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-drawing.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "app/compat/etp-compat-color.h"
#include "scene/etp-style.h"

#define STROKE 1.4 /* of 16 */

static const char *const names[ETP_N_ICONS] = {
  [ETP_ICON_NONE] = NC_ ("icon", "None"),
  [ETP_ICON_WEBSITE] = NC_ ("icon", "Website"),
  [ETP_ICON_SHOP] = NC_ ("icon", "Shop"),
  [ETP_ICON_PHONE] = NC_ ("icon", "Telephone"),
  [ETP_ICON_MOBILE] = NC_ ("icon", "Mobile phone"),
  [ETP_ICON_APP] = NC_ ("icon", "App"),
  [ETP_ICON_MAIL] = NC_ ("icon", "E-mail"),
  [ETP_ICON_CHAT] = NC_ ("icon", "Chat"),
  [ETP_ICON_SOCIAL] = NC_ ("icon", "Social media"),
  [ETP_ICON_SEARCH] = NC_ ("icon", "Search"),
  [ETP_ICON_AD] = NC_ ("icon", "Advertisement"),
  [ETP_ICON_PARCEL] = NC_ ("icon", "Parcel"),
  [ETP_ICON_LETTER] = NC_ ("icon", "Letter"),
  [ETP_ICON_PERSON] = NC_ ("icon", "Person"),
  [ETP_ICON_PEOPLE] = NC_ ("icon", "People"),
  [ETP_ICON_EVENT] = NC_ ("icon", "Event"),
  [ETP_ICON_DOCUMENT] = NC_ ("icon", "Document"),
  [ETP_ICON_PAYMENT] = NC_ ("icon", "Payment"),
  [ETP_ICON_TRUCK] = NC_ ("icon", "Delivery van"),
  [ETP_ICON_VIDEO] = NC_ ("icon", "Video"),
  [ETP_ICON_MAGAZINE] = NC_ ("icon", "Magazine"),
  [ETP_ICON_HANDSHAKE] = NC_ ("icon", "Handshake"),
  [ETP_ICON_GEAR] = NC_ ("icon", "Gear"),
  [ETP_ICON_DATABASE] = NC_ ("icon", "Database"),
  [ETP_ICON_HOME] = NC_ ("icon", "Home"),
  [ETP_ICON_CART] = NC_ ("icon", "Shopping cart"),
  [ETP_ICON_TOUCHPOINT] = NC_ ("icon", "Touchpoint"),
  [ETP_ICON_EMOTION] = NC_ ("icon", "Emotion"),
  [ETP_ICON_ACTION] = NC_ ("icon", "Action"),
  [ETP_ICON_THOUGHT] = NC_ ("icon", "Thought"),
  [ETP_ICON_NEED] = NC_ ("icon", "Need"),
  [ETP_ICON_QUESTION] = NC_ ("icon", "Question"),
  [ETP_ICON_QUOTE] = NC_ ("icon", "Quotation"),
  [ETP_ICON_GAIN] = NC_ ("icon", "Gain"),
  [ETP_ICON_PAIN] = NC_ ("icon", "Pain point"),
  [ETP_ICON_OPPORTUNITY] = NC_ ("icon", "Opportunity"),
  [ETP_ICON_IDEA] = NC_ ("icon", "Idea"),
  [ETP_ICON_MEASURE] = NC_ ("icon", "Measure"),
  [ETP_ICON_IMAGE] = NC_ ("icon", "Image"),
  [ETP_ICON_CHANNELS] = NC_ ("icon", "Channels"),
  [ETP_ICON_METRIC] = NC_ ("icon", "Metric"),
  [ETP_ICON_MESSAGE] = NC_ ("icon", "Message"),
  [ETP_ICON_EVIDENCE] = NC_ ("icon", "Physical evidence"),
  [ETP_ICON_FRONTSTAGE] = NC_ ("icon", "Frontstage"),
  [ETP_ICON_BACKSTAGE] = NC_ ("icon", "Backstage"),
  [ETP_ICON_SUPPORT] = NC_ ("icon", "Support"),
  [ETP_ICON_DEPARTMENT] = NC_ ("icon", "Department"),
  [ETP_ICON_LINE] = NC_ ("icon", "Line"),
  [ETP_ICON_TEXT] = NC_ ("icon", "Text"),
  [ETP_ICON_STAR] = NC_ ("icon", "Star"),
  [ETP_ICON_BOLT] = NC_ ("icon", "Lightning bolt"),
  [ETP_ICON_BULB] = NC_ ("icon", "Light bulb"),
  [ETP_ICON_CHECK] = NC_ ("icon", "Check mark"),
  [ETP_ICON_EXCLAMATION] = NC_ ("icon", "Exclamation mark"),
  [ETP_ICON_BROKEN] = NC_ ("icon", "Break"),
  [ETP_ICON_CLOCK] = NC_ ("icon", "Clock"),
  [ETP_ICON_FACE_VERY_SAD] = NC_ ("icon", "Very sad face"),
  [ETP_ICON_FACE_SAD] = NC_ ("icon", "Sad face"),
  [ETP_ICON_FACE_NEUTRAL] = NC_ ("icon", "Neutral face"),
  [ETP_ICON_FACE_HAPPY] = NC_ ("icon", "Happy face"),
  [ETP_ICON_FACE_VERY_HAPPY] = NC_ ("icon", "Very happy face"),
  [ETP_ICON_SUB_JOURNEY] = NC_ ("icon", "Sub-journey"),
  [ETP_ICON_INTERNAL] = NC_ ("icon", "Internal"),
};

const char *
etp_drawing_get_name (EtpIcon icon)
{
  return names[icon] != NULL ? g_dpgettext2 (NULL, "icon", names[icon]) : "";
}

gboolean
etp_swatch_get_rgba (const char *color, GdkRGBA *rgba)
{
  static EtpStyle *styles[2];
  const gboolean is_dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  EtpRgba found;

  if (color[0] == '\0')
    return FALSE;
  if (color[0] == '#')
    return gdk_rgba_parse (rgba, color);
  if (styles[is_dark] == NULL)
    styles[is_dark] = etp_style_new (is_dark ? ETP_STYLE_DARK : ETP_STYLE_LIGHT);
  found = etp_style_get_named (styles[is_dark], color, 0);
  *rgba = (GdkRGBA){ (float) (found >> 24 & 0xff) / 255, (float) (found >> 16 & 0xff) / 255,
                     (float) (found >> 8 & 0xff) / 255, 1 };
  return found != 0;
}

static void
draw_swatch (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer user_data)
{
  const char *color = g_object_get_data (G_OBJECT (area), "color");
  const double radius = MIN (width, height) / 2.0 - 1;
  GdkRGBA rgba;

  cairo_arc (cr, width / 2.0, height / 2.0, radius, 0, 2 * G_PI);
  if (etp_swatch_get_rgba (color, &rgba))
    {
      gdk_cairo_set_source_rgba (cr, &rgba);
      cairo_fill (cr);
      return;
    }
  etp_compat_get_color (GTK_WIDGET (area), &rgba);
  rgba.alpha *= 0.5f;
  gdk_cairo_set_source_rgba (cr, &rgba);
  cairo_new_sub_path (cr);
  cairo_move_to (cr, width / 2.0 - radius * 0.7, height / 2.0 + radius * 0.7);
  cairo_line_to (cr, width / 2.0 + radius * 0.7, height / 2.0 - radius * 0.7);
  cairo_set_line_width (cr, STROKE);
  cairo_stroke (cr);
}

GtkWidget *
etp_swatch_new (const char *color)
{
  GtkWidget *area = gtk_drawing_area_new ();

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (area), 16);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (area), 16);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_swatch, NULL, NULL);
  gtk_widget_set_valign (area, GTK_ALIGN_CENTER);
  etp_swatch_set_color (area, color);
  return area;
}

void
etp_swatch_set_color (GtkWidget *swatch, const char *color)
{
  g_object_set_data_full (G_OBJECT (swatch), "color", g_strdup (color), g_free);
  gtk_widget_queue_draw (swatch);
}

/* Path data of the map's icons: M, L, C and Z, absolute, numbers parted by blanks. */
static void
add_path (cairo_t *cr, const char *data)
{
  double p[6];
  char *at = (char *) data;

  while (*at != '\0')
    {
      const char verb = *at++;
      const guint n = verb == 'C' ? 6 : verb == 'M' || verb == 'L' ? 2 : 0;

      for (guint i = 0; i < n; i++)
        p[i] = g_ascii_strtod (at, &at);
      if (verb == 'M')
        cairo_move_to (cr, p[0], p[1]);
      else if (verb == 'L')
        cairo_line_to (cr, p[0], p[1]);
      else if (verb == 'C')
        cairo_curve_to (cr, p[0], p[1], p[2], p[3], p[4], p[5]);
      else if (verb == 'Z')
        cairo_close_path (cr);
    }
}

static void
draw_icon (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer user_data)
{
  const EtpIcon icon = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (area), "icon"));
  const EtpIconDrawing *drawing = icon != ETP_ICON_NONE ? etp_icon_get (icon) : NULL;
  const double scale = MIN (width, height) / 16.0;
  GdkRGBA rgba;

  if (drawing == NULL)
    return;
  etp_compat_get_color (GTK_WIDGET (area), &rgba);
  gdk_cairo_set_source_rgba (cr, &rgba);
  cairo_scale (cr, scale, scale);
  add_path (cr, drawing->fills);
  cairo_fill (cr);
  add_path (cr, drawing->strokes);
  cairo_set_line_width (cr, STROKE);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (cr);
}

GtkWidget *
etp_drawing_new (EtpIcon icon, int size)
{
  GtkWidget *area = gtk_drawing_area_new ();

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (area), size);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (area), size);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_icon, NULL, NULL);
  gtk_widget_set_valign (area, GTK_ALIGN_CENTER);
  etp_drawing_set_icon (area, icon);
  return area;
}

void
etp_drawing_set_icon (GtkWidget *drawing, EtpIcon icon)
{
  g_object_set_data (G_OBJECT (drawing), "icon", GUINT_TO_POINTER (icon));
  gtk_widget_queue_draw (drawing);
}
