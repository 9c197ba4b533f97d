/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-editor-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "app/etp-typing.h"
#include "model/etp-fields.h"
#include "model/etp-format.h"
#include "model/etp-limits.h"
#include "model/etp-parse.h"

/* Whole numbers, numbers, money and shares: typed and shown in the form of the interface's language. */

struct _EtpEditorNumber
{
  EtpEditor parent;

  /* borrowed: a child */
  GtkEditable *entry;

  /* state */
  gboolean is_typed;
  gboolean is_shown; /* the entry is being filled, not typed into */
};

G_DECLARE_FINAL_TYPE (EtpEditorNumber, etp_editor_number, ETP, EDITOR_NUMBER, EtpEditor)
G_DEFINE_FINAL_TYPE (EtpEditorNumber, etp_editor_number, ETP_TYPE_EDITOR)

static const char *
get_currency (EtpEditor *self)
{
  EtpJourney *journey = etp_editor_get_journey (self);

  return journey != NULL ? etp_node_get_text (journey, ETP_JOURNEY_CURRENCY) : "";
}

/* A year has no point in it. */
static char *
dup_whole (const EtpField *row, gint64 number)
{
  return (row->flags & ETP_FIELD_YEAR) ? g_strdup_printf ("%" G_GINT64_FORMAT, number)
                                       : etp_format_number ((double) number, 0, NULL);
}

static char *
dup_text (EtpEditor *self, const EtpDatum *datum)
{
  const EtpField *row = etp_editor_get_row (self);

  if (row->type == ETP_FIELD_INTEGER)
    return datum->u.integer != ETP_ABSENT_INTEGER ? dup_whole (row, datum->u.integer)
                                                  : g_strdup ("");
  if (isnan (datum->u.number))
    return g_strdup ("");
  if (row->flags & ETP_FIELD_SHARE)
    return etp_format_percent (datum->u.number, 4, NULL);
  if (row->flags & ETP_FIELD_MONEY)
    return etp_format_money (datum->u.number, get_currency (self), NULL);
  return etp_format_number (datum->u.number, 6, NULL);
}

static void
set_text (EtpEditorNumber *self, const char *text)
{
  self->is_shown = TRUE;
  etp_typing_set_text (self->entry, text);
  self->is_shown = FALSE;
  gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
}

static void
etp_editor_number_show (EtpEditor *editor, const EtpDatum *datum, gboolean mixed)
{
  EtpEditorNumber *self = (EtpEditorNumber *) editor;
  g_autofree char *text = NULL;

  if (self->is_typed)
    return;
  text = dup_text (editor, datum);
  set_text (self, text);
}

static char *
dup_limit (const EtpField *row, double limit)
{
  if (row->type == ETP_FIELD_INTEGER)
    return dup_whole (row, (gint64) limit);
  return etp_format_number (limit * ((row->flags & ETP_FIELD_SHARE) ? 100 : 1), 2, NULL);
}

/* What lies outside says so, with the limits. */
static void
tell_range (EtpEditor *editor)
{
  const EtpField *row = etp_editor_get_row (editor);
  g_autofree char *low = dup_limit (row, row->minimum);
  g_autofree char *high = dup_limit (row, row->maximum);
  g_autofree char *message = NULL;

  if (row->maximum >= ETP_LIMIT_NUMBER)
    message = g_strdup (_ ("This number is too large."));
  else
    /* Translators: %1$s and %2$s are numbers. */
    message = g_strdup_printf (_ ("It has to be between %1$s and %2$s."), low, high);
  etp_editor_set_error (editor, message);
}

static gboolean
parse (EtpEditor *editor, const char *text, EtpDatum *datum)
{
  const EtpField *row = etp_editor_get_row (editor);
  g_autofree char *plain = g_strstrip (g_strdup (text));
  double number = NAN;

  if (plain[0] != '\0')
    {
      const char *currency = get_currency (editor);
      g_auto (GStrv) parts = g_strsplit (plain, currency[0] != '\0' ? currency : "\n", 2);
      g_autofree char *without = g_strjoinv ("", parts);

      if (!etp_parse_number (without, NULL, &number))
        {
          etp_editor_set_error (editor, _ ("This is no number."));
          return FALSE;
        }
      if (row->flags & ETP_FIELD_SHARE)
        number /= 100;
      if (row->type == ETP_FIELD_INTEGER && number != round (number))
        {
          etp_editor_set_error (editor, _ ("Only whole numbers fit here."));
          return FALSE;
        }
      if (number < row->minimum || number > row->maximum)
        {
          tell_range (editor);
          return FALSE;
        }
    }
  *datum = row->type == ETP_FIELD_INTEGER
               ? etp_datum_integer (isnan (number) ? ETP_ABSENT_INTEGER : (gint64) number)
               : etp_datum_number (number);
  return TRUE;
}

static void
etp_editor_number_flush (EtpEditor *editor)
{
  EtpEditorNumber *self = (EtpEditorNumber *) editor;
  EtpDatum datum;

  if (!self->is_typed)
    return;
  if (!etp_typing_is_other (self->entry))
    {
      self->is_typed = FALSE;
      etp_editor_set_error (editor, NULL);
      etp_editor_refresh (editor);
      return;
    }
  if (!parse (editor, gtk_editable_get_text (self->entry), &datum))
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
      return;
    }
  self->is_typed = FALSE;
  etp_typing_end_undo (self->entry);
  etp_editor_write (editor, &datum);
  etp_editor_refresh (editor); /* also what was written already has its own form */
}

/* What could not be read does not stay behind when the keyboard goes elsewhere: the number that is
 * there comes back, and the message stays to say why. */
static void
on_leave (EtpEditorNumber *self)
{
  etp_editor_flush (ETP_EDITOR (self));
  if (self->is_typed)
    {
      self->is_typed = FALSE;
      etp_editor_refresh (ETP_EDITOR (self));
    }
}

static void
on_changed (EtpEditorNumber *self)
{
  if (!self->is_shown)
    self->is_typed = TRUE;
}

static void
etp_editor_number_forget (EtpEditor *editor)
{
  ((EtpEditorNumber *) editor)->is_typed = FALSE;
}

static void
etp_editor_number_class_init (EtpEditorNumberClass *klass)
{
  ETP_EDITOR_CLASS (klass)->show = etp_editor_number_show;
  ETP_EDITOR_CLASS (klass)->flush = etp_editor_number_flush;
  ETP_EDITOR_CLASS (klass)->forget = etp_editor_number_forget;
}

static void
etp_editor_number_init (EtpEditorNumber *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkWidget *entry = gtk_entry_new ();

  self->entry = GTK_EDITABLE (entry);
  gtk_editable_set_width_chars (self->entry, 11);
  gtk_editable_set_max_width_chars (self->entry, 11);
  gtk_editable_set_alignment (self->entry, 1);
  gtk_widget_add_css_class (entry, "numeric");
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (on_changed), self);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (etp_editor_flush), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_leave), self);
  gtk_widget_add_controller (entry, focus);
}

EtpEditor *
etp_editor_number_new (const EtpField *row)
{
  EtpEditorNumber *self = g_object_new (etp_editor_number_get_type (), NULL);

  etp_editor_init_row (ETP_EDITOR (self), row);
  etp_editor_set_control (ETP_EDITOR (self), GTK_WIDGET (self->entry), TRUE);
  return ETP_EDITOR (self);
}
