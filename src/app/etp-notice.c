/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-notice.h"
#include "app/compat/etp-compat-mnemonic.h"

#include <glib/gi18n-lib.h>

struct _EtpNotice
{
  GtkWidget parent;

  /* template children */
  GtkRevealer *revealer;
  GtkLabel *label;
  GtkBox *buttons;
};

enum
{
  DISMISSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EtpNotice, etp_notice, GTK_TYPE_WIDGET)

static void
on_closed (EtpNotice *self)
{
  etp_notice_hide (self);
  g_signal_emit (self, signals[DISMISSED], 0);
}

static void
etp_notice_dispose (GObject *object)
{
  EtpNotice *self = ETP_NOTICE (object);

  if (self->revealer != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->revealer));
  self->revealer = NULL;
  G_OBJECT_CLASS (etp_notice_parent_class)->dispose (object);
}

static void
etp_notice_class_init (EtpNoticeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = etp_notice_dispose;
  signals[DISMISSED] = g_signal_new ("dismissed", ETP_TYPE_NOTICE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                     NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, ETP_RESOURCE_PATH "/ui/notice.ui");
  gtk_widget_class_bind_template_child (widget_class, EtpNotice, revealer);
  gtk_widget_class_bind_template_child (widget_class, EtpNotice, label);
  gtk_widget_class_bind_template_child (widget_class, EtpNotice, buttons);
  gtk_widget_class_bind_template_callback (widget_class, on_closed);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
etp_notice_init (EtpNotice *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static void
fill_buttons (EtpNotice *self, const EtpNoticeButton *buttons)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->buttons))) != NULL)
    gtk_box_remove (self->buttons, child);
  for (const EtpNoticeButton *row = buttons; row != NULL && row->label != NULL; row++)
    {
      GtkWidget *button = etp_compat_mnemonic_button_new (_ (row->label));

      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), row->action);
      /* Long words shrink before they widen a narrow window. */
      gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))),
                               PANGO_ELLIPSIZE_END);
      gtk_box_append (self->buttons, button);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->buttons), buttons != NULL);
}

void
etp_notice_show (EtpNotice *self, const char *text, const EtpNoticeButton *buttons)
{
  g_return_if_fail (ETP_IS_NOTICE (self));

  gtk_label_set_label (self->label, text);
  fill_buttons (self, buttons);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
}

void
etp_notice_hide (EtpNotice *self)
{
  g_return_if_fail (ETP_IS_NOTICE (self));

  gtk_revealer_set_reveal_child (self->revealer, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
