/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-preedit.h"

/* It is kept with the widget that talks to the input method. */

#define KEY "etp-preedit"

static GtkWidget *
find_text (GtkWidget *text)
{
  GtkEditable *inner = GTK_IS_EDITABLE (text) ? gtk_editable_get_delegate (GTK_EDITABLE (text))
                                              : NULL;

  return inner != NULL ? find_text (GTK_WIDGET (inner)) : text;
}

static void
on_preedit_changed (GtkWidget *text, const char *preedit, gpointer user_data)
{
  g_object_set_data (G_OBJECT (text), KEY, GINT_TO_POINTER (preedit[0] != '\0'));
}

void
etp_preedit_watch (GtkWidget *text)
{
  GtkWidget *inner = find_text (text);

  g_return_if_fail (GTK_IS_TEXT (inner) || GTK_IS_TEXT_VIEW (inner));

  g_signal_connect (inner, "preedit-changed", G_CALLBACK (on_preedit_changed), NULL);
}

gboolean
etp_preedit_is_open (GtkWidget *text)
{
  g_return_val_if_fail (GTK_IS_WIDGET (text), FALSE);

  return g_object_get_data (G_OBJECT (find_text (text)), KEY) != NULL;
}
