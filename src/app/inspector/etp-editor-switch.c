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

  /* state */
  guint refused_id; /* source: it was turned back */
};

G_DECLARE_FINAL_TYPE (EtpEditorSwitch, etp_editor_switch, ETP, EDITOR_SWITCH, EtpEditor)
G_DEFINE_FINAL_TYPE (EtpEditorSwitch, etp_editor_switch, ETP_TYPE_EDITOR)

static void
on_refused (gpointer user_data)
{
  EtpEditorSwitch *self = user_data;

  self->refused_id = 0;
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->control), GTK_ACCESSIBLE_STATE_CHECKED,
                               gtk_switch_get_active (self->control), -1);
}

/* GTK 4.8 tells assistive technology last of all that a switch is on, even if it has been turned back
 * by then. */
static void
on_active_changed (GtkSwitch *control, GParamSpec *pspec, EtpEditor *editor)
{
  EtpEditorSwitch *self = (EtpEditorSwitch *) editor;
  EtpDatum datum = etp_datum_boolean (gtk_switch_get_active (control));

  if (!etp_editor_write (editor, &datum) && self->refused_id == 0)
    self->refused_id = g_idle_add_once (on_refused, self);
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
etp_editor_switch_dispose (GObject *object)
{
  g_clear_handle_id (&((EtpEditorSwitch *) object)->refused_id, g_source_remove);
  G_OBJECT_CLASS (etp_editor_switch_parent_class)->dispose (object);
}

static void
etp_editor_switch_class_init (EtpEditorSwitchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = etp_editor_switch_dispose;
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
