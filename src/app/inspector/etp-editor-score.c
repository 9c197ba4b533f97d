/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-editor-private.h"

#include <glib/gi18n-lib.h>

/* A small whole number as dots: a click or a digit sets it, the same again or Delete takes it away,
 * left and right change it by one. */

#define MAX_DOTS 5

struct _EtpEditorScore
{
  EtpEditor parent;

  /* borrowed: children */
  GtkWidget *dots; /* has the focus and the value */
  GtkWidget *dot[MAX_DOTS];

  /* state */
  gint64 value;
};

G_DECLARE_FINAL_TYPE (EtpEditorScore, etp_editor_score, ETP, EDITOR_SCORE, EtpEditor)
G_DEFINE_FINAL_TYPE (EtpEditorScore, etp_editor_score, ETP_TYPE_EDITOR)

static void
show_value (EtpEditorScore *self)
{
  const gint64 value = self->value == ETP_ABSENT_INTEGER ? 0 : self->value;
  g_autofree char *text = NULL;

  for (int i = 0; i < MAX_DOTS; i++)
    {
      if (i < value)
        gtk_widget_add_css_class (self->dot[i], "filled");
      else
        gtk_widget_remove_css_class (self->dot[i], "filled");
    }
  if (self->value == ETP_ABSENT_INTEGER)
    text = g_strdup (C_ ("score", "none"));
  else
    /* Translators: a score, such as 3 of 5. */
    text = g_strdup_printf (_ ("%1$d of %2$d"), (int) value, MAX_DOTS);
  gtk_widget_set_tooltip_text (self->dots, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->dots), GTK_ACCESSIBLE_PROPERTY_VALUE_NOW,
                                  (double) value, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

static void
etp_editor_score_show (EtpEditor *editor, const EtpDatum *datum, gboolean mixed)
{
  EtpEditorScore *self = (EtpEditorScore *) editor;

  self->value = datum->u.integer;
  show_value (self);
}

static void
set_value (EtpEditorScore *self, gint64 value)
{
  const EtpField *row = etp_editor_get_row (ETP_EDITOR (self));
  EtpDatum datum;

  if (value != ETP_ABSENT_INTEGER)
    value = CLAMP (value, (gint64) row->minimum, (gint64) row->maximum);
  datum = etp_datum_integer (value);
  etp_editor_write (ETP_EDITOR (self), &datum);
}

static void
on_pressed (GtkGestureClick *click, int n, double x, double y, EtpEditorScore *self)
{
  gint64 value = 0;

  gtk_widget_grab_focus (self->dots);
  for (int i = 0; i < MAX_DOTS; i++)
    {
      graphene_rect_t bounds;

      if (!gtk_widget_compute_bounds (self->dot[i], self->dots, &bounds))
        continue;
      if (x >= (double) bounds.origin.x - 2)
        value = i + 1;
    }
  set_value (self, value == self->value ? ETP_ABSENT_INTEGER : MAX (value, 1));
}

static gboolean
on_key (
    GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, EtpEditorScore *self)
{
  const gint64 value = self->value == ETP_ABSENT_INTEGER ? 0 : self->value;
  const guint digit = gdk_keyval_to_unicode (key);

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;
  if (digit >= '1' && digit <= '5')
    set_value (self, digit - '0');
  else if (key == GDK_KEY_Delete || key == GDK_KEY_BackSpace || digit == '0')
    set_value (self, ETP_ABSENT_INTEGER);
  else if (key == GDK_KEY_Right || digit == '+')
    set_value (self, value + 1);
  else if (key == GDK_KEY_Left || digit == '-')
    set_value (self, value - 1);
  else
    return FALSE;
  return TRUE;
}

static void
etp_editor_score_class_init (EtpEditorScoreClass *klass)
{
  ETP_EDITOR_CLASS (klass)->show = etp_editor_score_show;
}

static void
etp_editor_score_init (EtpEditorScore *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->value = ETP_ABSENT_INTEGER;
  self->dots = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_SPIN_BUTTON,
                             "focusable", TRUE, NULL);
  gtk_widget_add_css_class (self->dots, "dots");
  for (int i = 0; i < MAX_DOTS; i++)
    {
      self->dot[i] = g_object_new (GTK_TYPE_BOX, "css-name", "dot", NULL);
      gtk_box_append (GTK_BOX (self->dots), self->dot[i]);
    }
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), self);
  gtk_widget_add_controller (self->dots, keys);
  gtk_widget_add_controller (self->dots, GTK_EVENT_CONTROLLER (click));
}

EtpEditor *
etp_editor_score_new (const EtpField *row)
{
  EtpEditorScore *self = g_object_new (etp_editor_score_get_type (), NULL);

  etp_editor_init_row (ETP_EDITOR (self), row);
  etp_editor_set_control (ETP_EDITOR (self), self->dots, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->dots), GTK_ACCESSIBLE_PROPERTY_VALUE_MIN,
                                  row->minimum, GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, row->maximum,
                                  -1);
  return ETP_EDITOR (self);
}
