/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-room-strip.h"

#include <adwaita.h>

#include "canvas/etp-overview.h"
#include "etp-picture.h"
#include "model/etp-fields.h"

#define PORTRAIT 56
#define NAME_CHARS 20

typedef struct
{
  GtkWidget *box;
  AdwAvatar *portrait;
  GtkLabel *name, *role;
  EtpCanvas *canvas; /* weak: an idle may come after the window has gone */
  guint64 stamp; /* of the persona that is shown */
} Strip;

static void
strip_free (gpointer data)
{
  Strip *strip = data;

  g_clear_weak_pointer (&strip->canvas);
  g_free (strip);
}

/* The persona of the strong curve; the first where all are. */
static EtpNode *
find_persona (EtpCanvas *canvas)
{
  EtpJourney *journey = etp_canvas_get_journey (canvas);
  const char *id = etp_canvas_get_persona (canvas);
  EtpNode *persona;

  if (journey == NULL)
    return NULL;
  persona = id != NULL ? etp_journey_get_node (journey, id) : NULL;
  if (persona != NULL && etp_node_get_list (persona) == ETP_LIST_PERSONAS)
    return persona;
  return etp_node_list_get (etp_journey_get_list (journey, ETP_LIST_PERSONAS), 0);
}

static void
update (Strip *strip)
{
  EtpNode *persona = find_persona (strip->canvas);
  const guint64 stamp = persona != NULL ? etp_node_get_stamp (persona) : 0;
  g_autoptr (GdkTexture) portrait = NULL;
  const char *role;

  gtk_widget_set_visible (strip->box, persona != NULL);
  if (persona == NULL || stamp == strip->stamp)
    return;
  strip->stamp = stamp;
  portrait = etp_picture_new_of_asset (etp_node_get_journey (persona),
                                       etp_node_get_text (persona, ETP_PERSONA_PORTRAIT));
  role = etp_node_get_text (persona, ETP_PERSONA_ROLE);
  adw_avatar_set_text (strip->portrait, etp_node_get_text (persona, ETP_PERSONA_NAME));
  adw_avatar_set_custom_image (strip->portrait, GDK_PAINTABLE (portrait));
  gtk_label_set_label (strip->name, etp_node_get_text (persona, ETP_PERSONA_NAME));
  gtk_label_set_label (strip->role, role);
  gtk_widget_set_visible (GTK_WIDGET (strip->role), role[0] != '\0');
}

static gboolean
on_idle (gpointer user_data)
{
  GtkWidget *widget = user_data;
  Strip *strip = g_object_get_data (G_OBJECT (widget), "strip");

  if (strip->canvas != NULL)
    update (strip);
  return G_SOURCE_REMOVE;
}

/* Emitted while the canvas is laid out. */
static void
on_scene_changed (GtkWidget *widget)
{
  if (gtk_widget_get_visible (widget))
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, on_idle, g_object_ref (widget), g_object_unref);
}

static GtkLabel *
create_label (GtkWidget *box, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), NAME_CHARS);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

GtkWidget *
etp_room_strip_new (EtpCanvas *canvas)
{
  GtkWidget *widget = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *names = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *curve = etp_overview_new (canvas, ETP_OVERVIEW_CURVE);
  Strip *strip = g_new0 (Strip, 1);

  g_set_weak_pointer (&strip->canvas, canvas);
  strip->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  strip->portrait = ADW_AVATAR (adw_avatar_new (PORTRAIT, NULL, TRUE));
  gtk_widget_set_valign (GTK_WIDGET (strip->portrait), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (names, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (strip->box), GTK_WIDGET (strip->portrait));
  strip->name = create_label (names, "title-2");
  strip->role = create_label (names, "dim-label");
  gtk_label_set_wrap (strip->role, TRUE);
  gtk_label_set_wrap_mode (strip->role, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (strip->role, 2);
  gtk_box_append (GTK_BOX (strip->box), names);
  gtk_widget_add_css_class (strip->box, "room-persona");
  gtk_box_append (GTK_BOX (widget), strip->box);
  gtk_widget_set_hexpand (curve, TRUE);
  gtk_box_append (GTK_BOX (widget), curve);
  gtk_widget_add_css_class (widget, "room-strip");
  g_object_set_data_full (G_OBJECT (widget), "strip", strip, strip_free);
  g_signal_connect_object (canvas, "scene-changed", G_CALLBACK (on_scene_changed), widget,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (canvas, "notify::persona", G_CALLBACK (on_scene_changed), widget,
                           G_CONNECT_SWAPPED);
  update (strip);
  return widget;
}
