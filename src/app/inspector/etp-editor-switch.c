/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-editor-private.h"

struct _EtpEditorSwitch
{
  EtpEditor parent;

  /* borrowed: a child */
  GtkSwitch *control;
};

G_DECLARE_FINAL_TYPE (EtpEditorSwitch, etp_editor_switch, ETP, EDITOR_SWITCH, EtpEditor)
G_DEFINE_FINAL_TYPE (EtpEditorSwitch, etp_editor_switch, ETP_TYPE_EDITOR)

static void
on_active_changed (GtkSwitch *control, GParamSpec *pspec, EtpEditor *editor)
{
  EtpDatum datum = etp_datum_boolean (gtk_switch_get_active (control));

  etp_editor_write (editor, &datum);
}

static void
etp_editor_switch_show (EtpEditor *editor, const EtpDatum *datum, gboolean mixed)
{
  EtpEditorSwitch *self = (EtpEditorSwitch *) editor;

  g_signal_handlers_block_by_func (self->control, on_active_changed, editor);
  gtk_switch_set_active (self->control, datum->u.boolean);
  g_signal_handlers_unblock_by_func (self->control, on_active_changed, editor);
}

static void
etp_editor_switch_class_init (EtpEditorSwitchClass *klass)
{
  ETP_EDITOR_CLASS (klass)->show = etp_editor_switch_show;
}

static void
etp_editor_switch_init (EtpEditorSwitch *self)
{
  self->control = GTK_SWITCH (gtk_switch_new ());
  g_signal_connect (self->control, "notify::active", G_CALLBACK (on_active_changed), self);
}

EtpEditor *
etp_editor_switch_new (const EtpField *row)
{
  EtpEditorSwitch *self = g_object_new (etp_editor_switch_get_type (), NULL);

  etp_editor_init_row (ETP_EDITOR (self), row);
  etp_editor_set_control (ETP_EDITOR (self), GTK_WIDGET (self->control), TRUE);
  return ETP_EDITOR (self);
}
