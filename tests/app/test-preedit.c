/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <gtk/gtk.h>

#include "app/etp-preedit.h"

static void
test_open (void)
{
  GtkWidget *texts[] = { gtk_text_new (), gtk_text_view_new (), gtk_entry_new (),
                         gtk_search_entry_new () };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GtkWidget) text = g_object_ref_sink (texts[i]);
      GtkEditable *inner = GTK_IS_EDITABLE (text) ? gtk_editable_get_delegate (GTK_EDITABLE (text))
                                                  : NULL;
      GObject *composer = inner != NULL ? G_OBJECT (inner) : G_OBJECT (text);

      etp_preedit_watch (text);
      g_assert_false (etp_preedit_is_open (text));
      g_signal_emit_by_name (composer, "preedit-changed", "ni");
      g_assert_true (etp_preedit_is_open (text));
      g_signal_emit_by_name (composer, "preedit-changed", "");
      g_assert_false (etp_preedit_is_open (text));
    }
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/preedit/open", test_open);
  return g_test_run ();
}
