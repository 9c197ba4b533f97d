/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-editor-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/etp-typing.h"
#include "etp-picker.h"
#include "model/etp-format.h"
#include "model/etp-iso.h"
#include "model/etp-parse.h"

/* A duration: a number and its unit; what has several units is typed and shown in words. */

static const struct
{
  char unit;
  const char *name;
} units[] = {
  { 's', NC_ ("unit of a duration", "seconds") }, { 'm', NC_ ("unit of a duration", "minutes") },
  { 'h', NC_ ("unit of a duration", "hours") },   { 'D', NC_ ("unit of a duration", "days") },
  { 'W', NC_ ("unit of a duration", "weeks") },   { 'M', NC_ ("unit of a duration", "months") },
  { 'Y', NC_ ("unit of a duration", "years") },
};

#define DEFAULT_UNIT 3

struct _EtpEditorDuration
{
  EtpEditor parent;

  /* borrowed: children */
  GtkEditable *entry;
  GtkWidget *box, *button;

  /* state */
  guint unit; /* index in units */
  gboolean is_compound; /* the entry shows words */
  gboolean is_typed;
  gboolean is_other_unit; /* was chosen; the number counts again, although it is the same */
  gboolean is_shown;
};

G_DECLARE_FINAL_TYPE (EtpEditorDuration, etp_editor_duration, ETP, EDITOR_DURATION, EtpEditor)
G_DEFINE_FINAL_TYPE (EtpEditorDuration, etp_editor_duration, ETP_TYPE_EDITOR)

static const char *
get_unit_name (guint unit)
{
  return g_dpgettext2 (NULL, "unit of a duration", units[unit].name);
}

static void
show_unit (EtpEditorDuration *self)
{
  etp_picker_button_set_text (self->button, self->is_compound ? "" : get_unit_name (self->unit));
}

/* A number alone counts in the smallest unit that the words name. */
static guint
get_smallest_unit (const char *iso)
{
  EtpIsoDuration d = { 0 };
  const gboolean is_known = etp_iso_parse_duration (iso, &d);
  const guint parts[] = { d.seconds, d.minutes, d.hours, d.days, d.weeks, d.months, d.years };

  for (guint i = 0; is_known && i < G_N_ELEMENTS (parts); i++)
    if (parts[i] > 0)
      return i;
  return DEFAULT_UNIT;
}

static void
etp_editor_duration_show (EtpEditor *editor, const EtpDatum *datum, gboolean mixed)
{
  EtpEditorDuration *self = (EtpEditorDuration *) editor;
  const char *iso = datum->u.text != NULL ? datum->u.text : "";
  g_autofree char *text = NULL;
  guint64 number;
  char unit;

  if (self->is_typed)
    return;
  self->is_compound = FALSE;
  if (etp_duration_get_single (iso, &number, &unit))
    {
      text = g_strdup_printf ("%" G_GUINT64_FORMAT, number);
      for (guint i = 0; i < G_N_ELEMENTS (units); i++)
        if (units[i].unit == unit)
          self->unit = i;
    }
  else if (iso[0] != '\0')
    {
      text = etp_format_duration (iso, NULL);
      self->is_compound = TRUE;
      self->unit = get_smallest_unit (iso);
    }
  self->is_shown = TRUE;
  etp_typing_set_text (self->entry, text != NULL ? text : "");
  self->is_shown = FALSE;
  gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
  show_unit (self);
}

static void
etp_editor_duration_flush (EtpEditor *editor)
{
  EtpEditorDuration *self = (EtpEditorDuration *) editor;
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));
  g_autofree char *iso = NULL;

  if (!self->is_typed)
    return;
  if (!self->is_other_unit && !etp_typing_is_other (self->entry))
    {
      self->is_typed = FALSE;
      etp_editor_set_error (editor, NULL);
      etp_editor_refresh (editor);
      return;
    }
  iso = text[0] == '\0' ? g_strdup ("") : etp_parse_duration (text, units[self->unit].unit, NULL);
  if (iso == NULL)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
      etp_editor_set_error (
          editor, _ ("This is no duration. Write a number, or “1 hour 30 minutes”, for example."));
      return;
    }
  self->is_typed = FALSE;
  etp_typing_end_undo (self->entry);
  etp_editor_write_text (editor, iso);
  etp_editor_refresh (editor);
}

static void
on_leave (EtpEditorDuration *self)
{
  etp_editor_flush (ETP_EDITOR (self));
  if (self->is_typed)
    {
      self->is_typed = FALSE;
      etp_editor_refresh (ETP_EDITOR (self));
    }
}

static void
on_changed (EtpEditorDuration *self)
{
  if (!self->is_shown)
    self->is_typed = TRUE;
}

static void
list_units (EtpPicker *picker, gpointer user_data)
{
  EtpEditorDuration *self = user_data;

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    etp_picker_add (picker, units[i].name, get_unit_name (i), NULL,
                    !self->is_compound && i == self->unit);
}

/* The number stays, in the other unit. */
static void
on_unit_picked (EtpPicker *picker, const char *id, gpointer user_data)
{
  EtpEditorDuration *self = user_data;

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (strcmp (units[i].name, id) == 0)
      self->unit = i;
  self->is_typed = gtk_editable_get_text (self->entry)[0] != '\0';
  self->is_other_unit = TRUE;
  etp_editor_flush (ETP_EDITOR (self));
  self->is_other_unit = FALSE;
  show_unit (self);
}

static void
etp_editor_duration_forget (EtpEditor *editor)
{
  ((EtpEditorDuration *) editor)->is_typed = FALSE;
}

static void
etp_editor_duration_class_init (EtpEditorDurationClass *klass)
{
  ETP_EDITOR_CLASS (klass)->show = etp_editor_duration_show;
  ETP_EDITOR_CLASS (klass)->flush = etp_editor_duration_flush;
  ETP_EDITOR_CLASS (klass)->forget = etp_editor_duration_forget;
}

static void
etp_editor_duration_init (EtpEditorDuration *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkWidget *entry = gtk_entry_new ();

  self->unit = DEFAULT_UNIT;
  self->entry = GTK_EDITABLE (entry);
  gtk_editable_set_width_chars (self->entry, 5);
  gtk_editable_set_max_width_chars (self->entry, 9);
  gtk_editable_set_alignment (self->entry, 1);
  self->button = etp_picker_button_new (list_units, on_unit_picked, self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Unit"), -1);
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
etp_editor_duration_new (const EtpField *row)
{
  EtpEditorDuration *self = g_object_new (etp_editor_duration_get_type (), NULL);

  etp_editor_init_row (ETP_EDITOR (self), row);
  etp_editor_set_control (ETP_EDITOR (self), self->box, TRUE);
  etp_editor_set_named (ETP_EDITOR (self), GTK_WIDGET (self->entry));
  return ETP_EDITOR (self);
}
