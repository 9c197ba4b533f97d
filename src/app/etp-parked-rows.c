/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-parked-rows.h"

#include <glib/gi18n-lib.h>

#include "canvas/etp-buttons.h"
#include "model/etp-fields.h"

/* A row knows the id of its card; the card itself may be gone when the row is asked. */

#define MOST_LINES 5
#define MOST_CHARS 400 /* on these; laying out all of a very long text takes seconds */

EtpNode *
etp_parked_rows_get_card (GtkListBoxRow *row, EtpJourney *journey)
{
  const char *id = row != NULL ? g_object_get_data (G_OBJECT (row), "card") : NULL;

  return journey != NULL && id != NULL ? etp_journey_get_node (journey, id) : NULL;
}

GtkListBoxRow *
etp_parked_rows_get_first (GtkListBox *list)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    if (gtk_list_box_row_is_selected (row))
      return row;
  return gtk_list_box_get_row_at_index (list, 0);
}

GPtrArray *
etp_parked_rows_dup_cards (GtkListBox *list, GtkListBoxRow *row, EtpJourney *journey)
{
  GPtrArray *cards = g_ptr_array_new ();
  const gboolean are_all = row == NULL || gtk_list_box_row_is_selected (row);
  GtkListBoxRow *each;
  EtpNode *card;

  for (int i = 0; are_all && (each = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    if (gtk_list_box_row_is_selected (each)
        && (card = etp_parked_rows_get_card (each, journey)) != NULL)
      g_ptr_array_add (cards, card);
  if (row == NULL)
    row = etp_parked_rows_get_first (list);
  if (cards->len == 0 && (card = etp_parked_rows_get_card (row, journey)) != NULL)
    g_ptr_array_add (cards, card);
  return cards;
}

void
etp_parked_rows_choose (GtkListBox *list, GtkListBoxRow *row)
{
  if (gtk_list_box_row_is_selected (row))
    return;
  gtk_list_box_unselect_all (list);
  gtk_list_box_select_row (list, row);
}

/* What a card says: its title, else its text, as much of it as its row shows at the most. */
static char *
dup_words (EtpNode *card)
{
  const char *words = etp_node_get_text (card, ETP_CARD_TITLE);

  if (words[0] == '\0')
    words = etp_node_get_text (card, ETP_CARD_TEXT);
  if (words[0] == '\0' && etp_node_get_text (card, ETP_CARD_IMAGE)[0] != '\0')
    return g_strdup (_ ("Image"));
  return g_utf8_substring (words, 0, MIN (MOST_CHARS, g_utf8_strlen (words, -1)));
}

/* What is dragged with the row of this source. */
static GPtrArray *
dup_dragged (GtkDragSource *source, EtpCanvas *canvas)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));

  return etp_parked_rows_dup_cards (GTK_LIST_BOX (gtk_widget_get_parent (row)),
                                    GTK_LIST_BOX_ROW (row), etp_canvas_get_journey (canvas));
}

/* A drag of a row: to the map it is a move, to other windows and programs a copy. */
static GdkContentProvider *
on_drag_prepare (GtkDragSource *source, double x, double y, EtpCanvas *canvas)
{
  g_autoptr (GPtrArray) cards = dup_dragged (source, canvas);
  g_autoptr (GdkPaintable) picture = NULL;

  if (cards->len == 0)
    return NULL;
  picture = gtk_widget_paintable_new (
      gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source)));
  gtk_drag_source_set_icon (source, picture, (int) x, (int) y);
  return etp_canvas_provide (canvas, cards);
}

static void
on_drag_begin (GtkDragSource *source, GdkDrag *drag, EtpCanvas *canvas)
{
  g_autoptr (GPtrArray) cards = dup_dragged (source, canvas);

  if (cards->len > 0)
    etp_canvas_carry (canvas, drag, cards);
}

static void
on_drag_end (GtkDragSource *source, GdkDrag *drag, gboolean delete_data, EtpCanvas *canvas)
{
  etp_canvas_carry (canvas, drag, NULL);
}

static GtkWidget *
create_menu_button (void)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenuItem) delete = g_menu_item_new (_ ("_Delete"), "parking.delete");

  g_menu_item_set_attribute (delete, "accel", "s", "Delete"); /* else that of the keypad is told */
  g_menu_append (menu, _ ("_Send to the Map"), "parking.send");
  g_menu_append (menu, _ ("_Edit Text"), "parking.edit");
  g_menu_append_item (menu, delete);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_widget_set_tooltip_text (button, _ ("What to Do with the Card"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (button)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("What to Do with the Card"),
                                  -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  return button;
}

static void
on_menu_active (GtkWidget *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW);

  etp_parked_rows_choose (GTK_LIST_BOX (gtk_widget_get_parent (row)), GTK_LIST_BOX_ROW (row));
}

static gboolean
take_keyboard (gpointer row)
{
  GtkRoot *root = gtk_widget_get_root (row);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL
      && gtk_widget_is_ancestor (
          focus, gtk_widget_get_last_child (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row)))))
    gtk_widget_grab_focus (row);
  return G_SOURCE_REMOVE;
}

/* The keyboard is at the card again, not at the button that the menu hangs at, where newer toolkits put it
 * once the menu has gone. */
static void
on_closed (GtkPopover *menu, GtkWidget *row)
{
  g_signal_handlers_disconnect_by_func (menu, on_closed, row);
  gtk_widget_grab_focus (row);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, take_keyboard, g_object_ref (row), g_object_unref);
}

static void
popup (GtkWidget *button, gpointer data)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW);

  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  if (row != NULL)
    g_signal_connect_object (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)), "closed",
                             G_CALLBACK (on_closed), row, G_CONNECT_DEFAULT);
}

void
etp_parked_rows_show_menu (GtkListBoxRow *row)
{
  GtkWidget *button = gtk_widget_get_last_child (gtk_list_box_row_get_child (row));

  etp_parked_rows_choose (GTK_LIST_BOX (gtk_widget_get_parent (GTK_WIDGET (row))), row);
  etp_buttons_call_when_up (button, popup, NULL, NULL);
}

static void
on_menu_wanted (GtkGesture *gesture)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  etp_parked_rows_show_menu (GTK_LIST_BOX_ROW (row));
}

/* The second button, and a finger that stays there. */
static void
add_menu_gestures (GtkWidget *row)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (on_menu_wanted), NULL);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (click));
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect (press, "pressed", G_CALLBACK (on_menu_wanted), NULL);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (press));
}

GtkWidget *
etp_parked_rows_create (EtpCanvas *canvas, EtpNode *card)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  g_autofree char *words = dup_words (card);
  GtkWidget *label = gtk_label_new (words);
  GtkWidget *button = create_menu_button ();
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), MOST_LINES);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 8);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 20);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  g_signal_connect (button, "notify::active", G_CALLBACK (on_menu_active), NULL);
  gtk_box_append (GTK_BOX (box), button);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_add_css_class (row, "parked-card");
  add_menu_gestures (row);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_object_set_data_full (G_OBJECT (row), "card", g_strdup (etp_node_get_id (card)), g_free);
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE | GDK_ACTION_COPY);
  /* A slow program may end the drag when the window, and the canvas with it, has long gone. */
  g_signal_connect_object (source, "prepare", G_CALLBACK (on_drag_prepare), canvas, 0);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (on_drag_begin), canvas, 0);
  g_signal_connect_object (source, "drag-end", G_CALLBACK (on_drag_end), canvas, 0);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (source));
  return row;
}
