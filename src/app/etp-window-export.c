/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-window-private.h"

#include <glib/gi18n-lib.h>

#include "app/compat/etp-compat-show-file.h"
#include "etp-export-dialog.h"
#include "model/etp-fields.h"

static void
on_export (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  etp_window_take_typing (user_data);
  etp_export_dialog_show (user_data, ETP_EXPORT_TO_FILE);
}

static void
on_print (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  etp_window_take_typing (user_data);
  etp_export_dialog_show (user_data, ETP_EXPORT_TO_PRINTER);
}

/* The persona that is selected, or the touchpoint of the card. */
static EtpNode *
get_selected_subject (EtpWindow *self, EtpJourney *journey)
{
  EtpNode *node = etp_canvas_get_selected_node (self->canvas);

  if (node != NULL && etp_node_get_list (node) == ETP_LIST_CARDS)
    node = etp_journey_get_node (journey, etp_node_get_text (node, ETP_CARD_TOUCHPOINT));
  else if (node != NULL && etp_node_get_list (node) != ETP_LIST_PERSONAS)
    node = NULL;
  if (node == NULL)
    etp_window_tell (self, _ ("Select a persona or a card with a touchpoint first."), NULL, NULL);
  return node;
}

/* A sheet about the persona or touchpoint of that id; none: about what is selected. */
static void
on_print_sheet (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  EtpJourney *journey = etp_window_get_journey (user_data);
  const char *id = g_variant_get_string (parameter, NULL);
  EtpNode *node = NULL;

  if (journey != NULL)
    node = id[0] != '\0' ? etp_journey_get_node (journey, id)
                         : get_selected_subject (user_data, journey);
  if (node == NULL)
    return;
  etp_window_take_typing (user_data);
  etp_export_dialog_show_about (user_data, ETP_EXPORT_TO_PRINTER, node);
}

static void
on_show_exported (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  EtpWindow *self = user_data;

  etp_compat_show_file (GTK_WINDOW (self), self->exported);
}

static void
set_exported (EtpWindow *self, GFile *file)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "show-exported");

  g_set_object (&self->exported, file);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), file != NULL);
}

void
etp_window_tell_exported (EtpWindow *self, GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base);
  /* Translators: %s is the name of a file. */
  g_autofree char *text = g_strdup_printf (_ ("“%s” is written."), name);

  set_exported (self, file);
  etp_window_tell (self, text, _ ("Show in Files"), "win.show-exported");
}

void
etp_window_add_export (EtpWindow *self)
{
  static const GActionEntry actions[] = {
    { .name = "export", .activate = on_export },
    { .name = "print", .activate = on_print },
    { .name = "print-sheet", .activate = on_print_sheet, .parameter_type = "s" },
    { .name = "show-exported", .activate = on_show_exported },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  set_exported (self, NULL);
}
