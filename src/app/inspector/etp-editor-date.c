/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-editor-private.h"

#include <glib/gi18n-lib.h>

#include "app/etp-typing.h"
#include "model/etp-format.h"
#include "model/etp-iso.h"
#include "model/etp-parse.h"
#include "app/compat/etp-compat-mnemonic.h"

/* A day: typed as people write it, or chosen in a calendar. */

struct _EtpEditorDate
{
  EtpEditor parent;

  /* borrowed: children */
  GtkEditable *entry;
  GtkWidget *box, *button;
  GtkWidget *popover; /* NULL until it is first shown */
  GtkWidget *calendar;

  /* state */
  gboolean is_typed;
  gboolean is_shown; /* the controls are being filled */
  int month; /* that the calendar shows, counted from year 0 */
};

G_DECLARE_FINAL_TYPE (EtpEditorDate, etp_editor_date, ETP, EDITOR_DATE, EtpEditor)
G_DEFINE_FINAL_TYPE (EtpEditorDate, etp_editor_date, ETP_TYPE_EDITOR)

static void
etp_editor_date_show (EtpEditor *editor, const EtpDatum *datum, gboolean mixed)
{
  EtpEditorDate *self = (EtpEditorDate *) editor;
  g_autofree char *text = NULL;

  if (self->is_typed)
    return;
  text = datum->u.text != NULL ? etp_format_date_short (datum->u.text, NULL) : g_strdup ("");
  self->is_shown = TRUE;
  etp_typing_set_text (self->entry, text);
  self->is_shown = FALSE;
  gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
}

static void
etp_editor_date_flush (EtpEditor *editor)
{
  EtpEditorDate *self = (EtpEditorDate *) editor;
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));
  g_autofree char *iso = NULL;

  if (!self->is_typed)
    return;
  if (!etp_typing_is_other (self->entry))
    {
      self->is_typed = FALSE;
      etp_editor_set_error (editor, NULL);
      etp_editor_refresh (editor);
      return;
    }
  iso = text[0] == '\0' ? g_strdup ("") : etp_parse_date (text);
  if (iso == NULL)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
      etp_editor_set_error (editor, _ ("This is no date. Write it as 2026-03-05, for example."));
      return;
    }
  self->is_typed = FALSE;
  etp_typing_end_undo (self->entry);
  etp_editor_write_text (editor, iso);
  etp_editor_refresh (editor);
}

static void
on_leave (EtpEditorDate *self)
{
  etp_editor_flush (ETP_EDITOR (self));
  if (self->is_typed)
    {
      self->is_typed = FALSE;
      etp_editor_refresh (ETP_EDITOR (self));
    }
}

static void
on_changed (EtpEditorDate *self)
{
  if (!self->is_shown)
    self->is_typed = TRUE;
}

/* Leafing to another month selects a day, too, but does not choose it. */
static void
on_day_selected (GtkCalendar *calendar, EtpEditorDate *self)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (calendar);
  g_autofree char *iso = g_date_time_format (day, "%Y-%m-%d");
  const int month = g_date_time_get_year (day) * 12 + g_date_time_get_month (day);
  const gboolean is_leafing = month != self->month;

  self->month = month;
  if (self->is_shown || is_leafing)
    return;
  self->is_typed = FALSE;
  etp_editor_write_text (ETP_EDITOR (self), iso);
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static void
on_clear (EtpEditorDate *self)
{
  self->is_typed = FALSE;
  etp_editor_write_text (ETP_EDITOR (self), "");
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static void
show_day (EtpEditorDate *self)
{
  const EtpSpot *spot = etp_editor_get_spot (ETP_EDITOR (self));
  g_auto (EtpDatum) datum = { 0 };
  g_autoptr (GDateTime) day = NULL;
  int year, month, day_of_month;

  etp_spot_dup_datum (spot, &datum);
  if (datum.u.text != NULL && etp_iso_parse_date (datum.u.text, &year, &month, &day_of_month))
    day = g_date_time_new_local (year, month, day_of_month, 12, 0, 0);
  else
    day = g_date_time_new_now_local ();
  self->is_shown = TRUE;
  /* By properties, which every toolkit has: the functions for it come and go. The first of a month
   * exists in all months on the way. */
  g_object_set (self->calendar, "day", 1, NULL);
  g_object_set (self->calendar, "year", g_date_time_get_year (day), "month",
                g_date_time_get_month (day) - 1, NULL);
  g_object_set (self->calendar, "day", g_date_time_get_day_of_month (day), NULL);
  self->is_shown = FALSE;
}

static void
create_popover (GtkMenuButton *button, gpointer user_data)
{
  EtpEditorDate *self = user_data;

  etp_editor_flush (ETP_EDITOR (self));
  if (self->popover == NULL)
    {
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
      GtkWidget *clear = etp_compat_mnemonic_button_new (_ ("_No Date"));

      self->calendar = gtk_calendar_new ();
      g_signal_connect (self->calendar, "day-selected", G_CALLBACK (on_day_selected), self);
      g_signal_connect_swapped (clear, "clicked", G_CALLBACK (on_clear), self);
      gtk_box_append (GTK_BOX (box), self->calendar);
      gtk_box_append (GTK_BOX (box), clear);
      self->popover = gtk_popover_new ();
      gtk_popover_set_child (GTK_POPOVER (self->popover), box);
      gtk_menu_button_set_popover (button, self->popover);
    }
  show_day (self);
}

static void
etp_editor_date_forget (EtpEditor *editor)
{
  ((EtpEditorDate *) editor)->is_typed = FALSE;
}

static void
etp_editor_date_class_init (EtpEditorDateClass *klass)
{
  ETP_EDITOR_CLASS (klass)->show = etp_editor_date_show;
  ETP_EDITOR_CLASS (klass)->flush = etp_editor_date_flush;
  ETP_EDITOR_CLASS (klass)->forget = etp_editor_date_forget;
}

static void
etp_editor_date_init (EtpEditorDate *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkWidget *entry = gtk_entry_new ();

  self->entry = GTK_EDITABLE (entry);
  gtk_editable_set_width_chars (self->entry, 11);
  gtk_editable_set_max_width_chars (self->entry, 11);
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->button), "x-office-calendar-symbolic");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->button), create_popover, self,
                                         NULL);
  gtk_widget_set_tooltip_text (self->button, _ ("Choose a Day"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Choose a Day"), -1);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (on_changed), self);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (etp_editor_flush), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_leave), self);
  gtk_widget_add_controller (entry, focus);
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->box, "linked");
  gtk_box_append (GTK_BOX (self->box), entry);
  gtk_box_append (GTK_BOX (self->box), self->button);
}

EtpEditor *
etp_editor_date_new (const EtpField *row)
{
  EtpEditorDate *self = g_object_new (etp_editor_date_get_type (), NULL);

  etp_editor_init_row (ETP_EDITOR (self), row);
  etp_editor_set_control (ETP_EDITOR (self), self->box, TRUE);
  etp_editor_set_named (ETP_EDITOR (self), GTK_WIDGET (self->entry));
  return ETP_EDITOR (self);
}
