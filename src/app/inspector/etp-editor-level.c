/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-editor-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "app/etp-slide.h"
#include "canvas/etp-scroll.h"
#include "model/etp-edit-emotion.h"
#include "model/etp-feelings.h"
#include "model/etp-fields.h"
#include "model/etp-format.h"
#include "model/etp-tables.h"

/* An emotion between −2 and +2: a scale to slide on, and what it is called. Delete takes it away, 0 makes
 * it neutral. */

struct _EtpEditorLevel
{
  EtpEditor parent;

  /* borrowed: children */
  GtkWidget *box;
  GtkRange *scale;
  GtkLabel *text;
  GtkWidget *clear_button;

  /* state */
  double shown; /* where the scale was put; 0: also for nothing */
  gboolean is_absent; /* there is none, or several differ */
  gboolean is_held; /* the slider, since there was none */
};

G_DECLARE_FINAL_TYPE (EtpEditorLevel, etp_editor_level, ETP, EDITOR_LEVEL, EtpEditor)
G_DEFINE_FINAL_TYPE (EtpEditorLevel, etp_editor_level, ETP_TYPE_EDITOR)

/* Where the ratings of a room decide, what is set by hand would not be seen: it is told instead. */
static gboolean
tell_rated (EtpEditorLevel *self)
{
  const EtpSpot *spot = etp_editor_get_spot (ETP_EDITOR (self));
  EtpValue *emotion;
  g_autofree char *message = NULL;
  guint n;

  if (spot == NULL || spot->nodes->len > 1 || spot->key == NULL
      || spot->column != ETP_EMOTION_VALUE)
    return FALSE;
  emotion = etp_card_get_emotion (spot->nodes->pdata[0], spot->key);
  n = emotion != NULL ? etp_value_get_length (emotion, ETP_EMOTION_RATINGS) : 0;
  if (n == 0)
    return FALSE;
  message = g_strdup_printf (
      /* Translators: %u is how many votes a room has given a step. */
      ngettext ("This point shows %u rating of the room. Clear the ratings to set it by hand.",
                "This point is the mean of %u ratings of the room. Clear the ratings to set it by "
                "hand.",
                n),
      n);
  etp_editor_set_error (ETP_EDITOR (self), message);
  etp_editor_refresh (ETP_EDITOR (self));
  gtk_widget_error_bell (GTK_WIDGET (self));
  return TRUE;
}

static void
write_level (EtpEditorLevel *self, double level)
{
  EtpJourney *journey = etp_editor_get_journey (ETP_EDITOR (self));
  EtpDatum datum = etp_datum_number (level);

  if (journey == NULL || tell_rated (self))
    return;
  etp_slide_prepare (GTK_WIDGET (self->scale), etp_journey_get_history (journey));
  etp_editor_write (ETP_EDITOR (self), &datum);
}

/* In steps of a tenth; −0 is 0. */
static double
round_level (double value)
{
  return round (value * 10) / 10 + 0.0;
}

/* A scale that is put back meanwhile says so only after this, when nothing is blocked any more. */
static void
on_value_changed (GtkRange *scale, EtpEditorLevel *self)
{
  const double value = gtk_range_get_value (scale);

  if (value != self->shown)
    write_level (self, round_level (value));
}

/* Where there is none the scale is in the middle already, which is no other value for it. */
static gboolean
on_change_value (GtkRange *scale, GtkScrollType scroll, double value, EtpEditorLevel *self)
{
  if (!self->is_absent || round_level (value) != 0)
    return FALSE;
  write_level (self, 0);
  return TRUE;
}

/* A dash is not spoken. */
static void
show_text (EtpEditorLevel *self, double value, gboolean mixed)
{
  EtpJourney *journey = etp_editor_get_journey (ETP_EDITOR (self));
  g_autofree char *number = etp_format_number (value, 1, NULL);
  g_autofree char *text = NULL;
  const char *spoken;

  if (isnan (value))
    text = g_strdup ("—");
  else if (etp_editor_get_row (ETP_EDITOR (self)) == &etp_emotion_table.fields[ETP_EMOTION_VALUE])
    /* Its feeling stands beside it. A plus sign tells apart what goes up and down. */
    text = g_strdup_printf ("%s%s", value > 0 ? "+" : "", number);
  else
    text = g_strdup_printf (
        "%s%s %s", value > 0 ? "+" : "", number,
        etp_feelings_get_plain (etp_node_get_text (journey, ETP_JOURNEY_LANGUAGE), value));
  gtk_label_set_label (self->text, text);
  spoken = !isnan (value) ? text : mixed ? _ ("different values") : _ ("not set");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scale), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                  spoken, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, spoken, -1);
}

static void
etp_editor_level_show (EtpEditor *editor, const EtpDatum *datum, gboolean mixed)
{
  EtpEditorLevel *self = (EtpEditorLevel *) editor;
  const double value = datum->u.number;

  self->is_absent = isnan (value);
  self->shown = self->is_absent ? 0 : value;
  g_signal_handlers_block_by_func (self->scale, on_value_changed, self);
  gtk_range_set_value (self->scale, self->shown);
  g_signal_handlers_unblock_by_func (self->scale, on_value_changed, self);
  gtk_widget_set_opacity (GTK_WIDGET (self->scale), self->is_absent ? 0.5 : 1);
  gtk_widget_set_visible (self->clear_button, mixed || !self->is_absent);
  show_text (self, value, mixed);
}

static void
on_clear (EtpEditorLevel *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->scale));
  write_level (self, (double) NAN);
}

static gboolean
on_key (
    GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, EtpEditorLevel *self)
{
  if (key == GDK_KEY_Delete || key == GDK_KEY_BackSpace)
    on_clear (self);
  else if (gdk_keyval_to_unicode (key) == '0' && (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) == 0)
    write_level (self, 0);
  else
    return FALSE;
  return TRUE;
}

/* On the slider itself, where it is in the middle: who does not move it means that. */
static void
on_pressed (GtkGestureClick *click, int n, double x, double y, EtpEditorLevel *self)
{
  GtkWidget *under = gtk_widget_pick (GTK_WIDGET (self->scale), x, y, GTK_PICK_DEFAULT);

  self->is_held = self->is_absent && under != NULL
                  && g_str_equal (gtk_widget_get_css_name (under), "slider");
}

/* Whether it was moved is known only now; written before, it would be a step of its own. The scale takes the
 * sequence for itself, so that no gesture beside its own ones hears of the end. */
static gboolean
on_event (GtkEventControllerLegacy *legacy, GdkEvent *event, EtpEditorLevel *self)
{
  const GdkEventType type = gdk_event_get_event_type (event);
  const gboolean is_let_go = type == GDK_BUTTON_RELEASE || type == GDK_TOUCH_END;

  if (is_let_go && self->is_held && self->is_absent)
    write_level (self, 0);
  if (is_let_go || type == GDK_TOUCH_CANCEL)
    self->is_held = FALSE;
  return GDK_EVENT_PROPAGATE;
}

/* The wheel, or two fingers, scroll the form, as everywhere else in it. */
static gboolean
on_scroll (GtkEventControllerScroll *scroll, double dx, double dy, EtpEditorLevel *self)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);
  const GdkScrollUnit unit = gtk_event_controller_scroll_get_unit (scroll);
  GtkAdjustment *adjustment;
  double click_px;

  if (scroller == NULL)
    return FALSE;
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  click_px = gtk_adjustment_get_page_size (adjustment) / 8;
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment)
                                            + etp_scroll_get_px (unit, dy, click_px));
  return TRUE;
}

static void
etp_editor_level_class_init (EtpEditorLevelClass *klass)
{
  ETP_EDITOR_CLASS (klass)->show = etp_editor_level_show;
}

static void
etp_editor_level_init (EtpEditorLevel *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *legacy = gtk_event_controller_legacy_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (
      GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *scale = gtk_scale_new_with_range (GTK_ORIENTATION_HORIZONTAL, -2, 2, 0.1);

  self->scale = GTK_RANGE (scale);
  gtk_range_set_increments (self->scale, 0.1, 1);
  gtk_scale_set_draw_value (GTK_SCALE (scale), FALSE);
  gtk_scale_set_has_origin (GTK_SCALE (scale), FALSE);
  for (int i = -2; i <= 2; i++)
    gtk_scale_add_mark (GTK_SCALE (scale), i, GTK_POS_BOTTOM, NULL);
  etp_slide_watch (scale);
  gtk_widget_set_hexpand (scale, TRUE);
  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  gtk_event_controller_set_propagation_phase (legacy, GTK_PHASE_CAPTURE);
  g_signal_connect (scale, "value-changed", G_CALLBACK (on_value_changed), self);
  g_signal_connect (scale, "change-value", G_CALLBACK (on_change_value), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), self);
  g_signal_connect (legacy, "event", G_CALLBACK (on_event), self);
  g_signal_connect (scroll, "scroll", G_CALLBACK (on_scroll), self);
  gtk_widget_add_controller (scale, keys);
  gtk_widget_add_controller (scale, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (scale, legacy);
  gtk_widget_add_controller (scale, scroll);
  self->text = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->text, 0);
  gtk_label_set_ellipsize (self->text, PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (GTK_WIDGET (self->text), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->text), "numeric");
  self->clear_button = gtk_button_new_from_icon_name ("edit-clear-symbolic");
  gtk_widget_add_css_class (self->clear_button, "flat");
  gtk_widget_add_css_class (self->clear_button, "circular");
  gtk_widget_add_css_class (self->clear_button, "small");
  gtk_widget_set_tooltip_text (self->clear_button, _ ("Take Away"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->clear_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Take Away"), -1);
  g_signal_connect_swapped (self->clear_button, "clicked", G_CALLBACK (on_clear), self);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->text));
  gtk_box_append (GTK_BOX (line), self->clear_button);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self->box), line);
  gtk_box_append (GTK_BOX (self->box), scale);
}

EtpEditor *
etp_editor_level_new (const EtpField *row)
{
  EtpEditorLevel *self = g_object_new (etp_editor_level_get_type (), NULL);

  etp_editor_init_row (ETP_EDITOR (self), row);
  etp_editor_set_control (ETP_EDITOR (self), self->box, FALSE);
  etp_editor_set_named (ETP_EDITOR (self), GTK_WIDGET (self->scale));
  return ETP_EDITOR (self);
}
