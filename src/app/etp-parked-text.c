/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-parked-text.h"

#include <glib/gi18n-lib.h>

#include "canvas/etp-focus.h"
#include "canvas/etp-point-to.h"
#include "canvas/etp-unparent.h"
#include "etp-parking-lot.h"
#include "etp-preedit.h"
#include "etp-typing.h"
#include "model/etp-edit.h"

/* The popover hangs at the parking lot, not at the row: rows are made anew when cards change. */

typedef struct
{
  EtpCanvas *canvas; /* borrowed: of the same window */
  GtkWidget *list; /* borrowed: gets the keyboard afterwards */
  char *card; /* owned: its id */
  guint field; /* title, or the text of a card that has no title */
  gboolean is_cancelled;
  EtpParkedTextFailed failed;
  gpointer user_data;
} Typing;

static void
typing_free (gpointer data)
{
  Typing *self = data;

  g_free (self->card);
  g_free (self);
}

static Typing *
get_typing (GtkPopover *popover)
{
  return g_object_get_data (G_OBJECT (popover), "etp-typing");
}

static gboolean
on_key (GtkEventControllerKey *keys,
        guint key,
        guint code,
        GdkModifierType modifiers,
        GtkPopover *popover)
{
  if (key != GDK_KEY_Escape || etp_focus_is_in_popup (GTK_WIDGET (popover))
      || etp_preedit_is_open (gtk_popover_get_child (popover)))
    return GDK_EVENT_PROPAGATE;
  get_typing (popover)->is_cancelled = TRUE;
  gtk_popover_popdown (popover);
  return GDK_EVENT_STOP;
}

static void
on_closed (GtkPopover *popover)
{
  Typing *self = get_typing (popover);
  EtpJourney *journey = etp_canvas_get_journey (self->canvas);
  GtkEditable *entry = GTK_EDITABLE (gtk_popover_get_child (popover));
  EtpNode *card = journey != NULL ? etp_journey_get_node (journey, self->card) : NULL;
  GtkWidget *list = self->list;
  g_autoptr (GError) error = NULL;

  if (card != NULL && !self->is_cancelled && etp_typing_is_other (entry)
      && !etp_edit_set_text (journey, card, self->field, gtk_editable_get_text (entry), &error))
    self->failed (error, self->user_data);
  etp_unparent_later (GTK_WIDGET (popover));
  gtk_widget_grab_focus (list);
}

static GtkWidget *
create_entry (EtpNode *card, guint field)
{
  GtkWidget *entry = gtk_entry_new ();

  etp_typing_set_text (GTK_EDITABLE (entry), etp_node_get_text (card, field));
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 28);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Text of the card"), -1);
  return entry;
}

static void
refuse (EtpParkedTextFailed failed, gpointer user_data)
{
  g_autoptr (GError) error = g_error_new_literal (
      ETP_MODEL_ERROR, ETP_MODEL_ERROR_LIMIT,
      _ ("This text is too long for one line. Send the card to the map to edit it."));

  failed (error, user_data);
}

void
etp_parked_text_edit (GtkWidget *row,
                      EtpCanvas *canvas,
                      EtpNode *card,
                      EtpParkedTextFailed failed,
                      gpointer user_data)
{
  GtkWidget *list = gtk_widget_get_parent (row);
  GtkWidget *lot = gtk_widget_get_ancestor (row, ETP_TYPE_PARKING_LOT);
  const gboolean has_title = etp_node_get_text (card, ETP_CARD_TITLE)[0] != '\0';
  const gboolean has_text = etp_node_get_text (card, ETP_CARD_TEXT)[0] != '\0';
  const guint field = has_title || !has_text ? ETP_CARD_TITLE
                                             : ETP_CARD_TEXT; /* as the row shows */
  GtkWidget *entry = create_entry (card, field);
  GtkEventController *keys;
  GtkWidget *popover;
  Typing *self;
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, 1, 1);

  /* What is changed in a text that the entry cuts would cut the card. */
  if (!etp_typing_shows_all (GTK_EDITABLE (entry), etp_node_get_text (card, field)))
    {
      refuse (failed, user_data);
      g_object_unref (g_object_ref_sink (entry));
      return;
    }
  popover = gtk_popover_new ();
  self = g_new0 (Typing, 1);
  *self =
      (Typing){ canvas, list, g_strdup (etp_node_get_id (card)), field, FALSE, failed, user_data };
  g_object_set_data_full (G_OBJECT (popover), "etp-typing", self, typing_free);
  gtk_popover_set_child (GTK_POPOVER (popover), entry);
  etp_preedit_watch (entry);
  keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), popover);
  gtk_widget_add_controller (popover, keys);
  etp_typing_add_keys (popover);
  g_signal_connect_object (entry, "activate", G_CALLBACK (gtk_popover_popdown), popover,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_parent (popover, lot);
  gtk_popover_set_position (GTK_POPOVER (popover), GTK_POS_BOTTOM);
  if (gtk_widget_compute_bounds (row, lot, &bounds))
    etp_point_to (GTK_POPOVER (popover), lot,
                  &(EtpRect){ (double) bounds.origin.x, (double) bounds.origin.y,
                              (double) bounds.size.width, (double) bounds.size.height });
  g_signal_connect (popover, "closed", G_CALLBACK (on_closed), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
  gtk_widget_grab_focus (entry);
}
