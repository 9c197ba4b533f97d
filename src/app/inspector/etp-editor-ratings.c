/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-editor-private.h"

#include <glib/gi18n-lib.h>

#include "model/etp-format.h"

/* A room's ratings, to look at: how many, their mean and each of them. */

struct _EtpEditorRatings
{
  EtpEditor parent;

  /* borrowed: a child */
  GtkLabel *text;
};

G_DECLARE_FINAL_TYPE (EtpEditorRatings, etp_editor_ratings, ETP, EDITOR_RATINGS, EtpEditor)
G_DEFINE_FINAL_TYPE (EtpEditorRatings, etp_editor_ratings, ETP_TYPE_EDITOR)

static void
etp_editor_ratings_show (EtpEditor *editor, const EtpDatum *datum, gboolean mixed)
{
  EtpEditorRatings *self = (EtpEditorRatings *) editor;
  const guint n = datum->u.numbers != NULL ? datum->u.numbers->len : 0;
  g_autoptr (GString) each = g_string_new (NULL);
  g_autofree char *mean = NULL;
  g_autofree char *text = NULL;
  double sum = 0;

  for (guint i = 0; i < n; i++)
    {
      const double value = g_array_index (datum->u.numbers, double, i);
      g_autofree char *number = etp_format_number (value, 1, NULL);

      sum += value;
      g_string_append_printf (each, "%s%s", i > 0 ? "  " : "", number);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
  if (n == 0)
    return;
  mean = etp_format_number (sum / n, 1, NULL);
  /* Translators: %1$u is how many people rated, %2$s the mean of their ratings, %3$s each of them. */
  text = g_strdup_printf (
      ngettext ("%1$u rating, mean %2$s: %3$s", "%1$u ratings, mean %2$s: %3$s", n), n, mean,
      each->str);
  gtk_label_set_label (self->text, text);
}

static void
etp_editor_ratings_class_init (EtpEditorRatingsClass *klass)
{
  ETP_EDITOR_CLASS (klass)->show = etp_editor_ratings_show;
}

static void
etp_editor_ratings_init (EtpEditorRatings *self)
{
  self->text = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->text, 0);
  gtk_label_set_wrap (self->text, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->text), "numeric");
}

EtpEditor *
etp_editor_ratings_new (const EtpField *row)
{
  EtpEditorRatings *self = g_object_new (etp_editor_ratings_get_type (), NULL);

  etp_editor_init_row (ETP_EDITOR (self), row);
  etp_editor_set_control (ETP_EDITOR (self), GTK_WIDGET (self->text), FALSE);
  return ETP_EDITOR (self);
}
