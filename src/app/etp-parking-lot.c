/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-parking-lot.h"

#include <glib/gi18n-lib.h>

#include "canvas/etp-drop-site.h"
#include "etp-parked-rows.h"
#include "etp-parked-text.h"
#include "file/etp-fragment.h"
#include "model/etp-edit.h"
#include "model/etp-outline.h"

/* Rows are made anew only when the cards or what they say are others, so that what is selected and
 * what is dragged stays. */

#define WIDTH 208
#define MOST_ROWS 500 /* more are counted, not shown */

struct _EtpParkingLot
{
  GtkWidget parent;

  /* children */
  GtkWidget *box, *empty;
  GtkLabel *heading;
  GtkListBox *list;

  /* borrowed: the same window holds both */
  EtpCanvas *canvas;

  char *shown; /* ids and stamps of the rows; owned */
};

enum
{
  FAILED,
  SEND_REQUESTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EtpParkingLot, etp_parking_lot, GTK_TYPE_WIDGET)

static void
tell_error (EtpParkingLot *self, const GError *error)
{
  g_signal_emit (self, signals[FAILED], 0, error);
}

GPtrArray *
etp_parking_lot_dup_cards (EtpParkingLot *self)
{
  g_return_val_if_fail (ETP_IS_PARKING_LOT (self), NULL);

  return etp_parked_rows_dup_cards (self->list, NULL, etp_canvas_get_journey (self->canvas));
}

void
etp_parking_lot_focus (EtpParkingLot *self)
{
  GtkListBoxRow *row;

  g_return_if_fail (ETP_IS_PARKING_LOT (self));

  row = etp_parked_rows_get_first (self->list);
  if (row == NULL)
    {
      gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
      return;
    }
  gtk_list_box_select_row (self->list, row);
  gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
send (GtkWidget *widget, const char *action, GVariant *parameter)
{
  EtpParkingLot *self = ETP_PARKING_LOT (widget);
  g_autoptr (GPtrArray) cards = etp_parking_lot_dup_cards (self);

  if (cards->len == 0)
    gtk_widget_error_bell (widget);
  else
    g_signal_emit (self, signals[SEND_REQUESTED], 0, cards);
}

static void
delete_cards (GtkWidget *widget, const char *action, GVariant *parameter)
{
  EtpParkingLot *self = ETP_PARKING_LOT (widget);
  g_autoptr (GPtrArray) cards = etp_parking_lot_dup_cards (self);
  g_autoptr (GError) error = NULL;

  if (cards->len == 0)
    gtk_widget_error_bell (widget);
  else if (!etp_edit_remove_several (etp_canvas_get_journey (self->canvas), cards, &error))
    tell_error (self, error);
}

static void
on_text_failed (const GError *error, gpointer user_data)
{
  tell_error (user_data, error);
}

static void
edit (GtkWidget *widget, const char *action, GVariant *parameter)
{
  EtpParkingLot *self = ETP_PARKING_LOT (widget);
  GtkListBoxRow *row = etp_parked_rows_get_first (self->list);
  EtpNode *card = etp_parked_rows_get_card (row, etp_canvas_get_journey (self->canvas));

  if (card == NULL || etp_journey_get_read_only (etp_canvas_get_journey (self->canvas)))
    gtk_widget_error_bell (widget);
  else
    etp_parked_text_edit (GTK_WIDGET (row), self->canvas, card, on_text_failed, self);
}

/* The row that has the keyboard, or something in it; NULL: none has. */
static GtkListBoxRow *
find_focused (EtpParkingLot *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list)))
    return NULL;
  return GTK_LIST_BOX_ROW (gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW));
}

gboolean
etp_parking_lot_choose_focused (EtpParkingLot *self)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (ETP_IS_PARKING_LOT (self), FALSE);

  row = find_focused (self);
  if (row == NULL)
    return FALSE;
  etp_parked_rows_choose (self->list, row);
  return TRUE;
}

static void
show_menu (GtkWidget *widget, const char *action, GVariant *parameter)
{
  EtpParkingLot *self = ETP_PARKING_LOT (widget);
  GtkListBoxRow *row = find_focused (self);

  if (row == NULL)
    row = etp_parked_rows_get_first (self->list);
  if (row == NULL)
    gtk_widget_error_bell (widget);
  else
    etp_parked_rows_show_menu (row);
}

static char *
describe (EtpNode *const *cards, guint n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n && i < MOST_ROWS; i++)
    g_string_append_printf (text, "%s %" G_GUINT64_FORMAT "\n", etp_node_get_id (cards[i]),
                            etp_node_get_stamp (cards[i]));
  g_string_append_printf (text, "%u", n);
  return g_string_free (text, FALSE);
}

static void
clear_rows (EtpParkingLot *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

static void
fill_rows (EtpParkingLot *self, EtpNode *const *cards, guint n)
{
  GtkListBoxRow *selected = etp_parked_rows_get_first (self->list);
  const int index = selected != NULL && gtk_list_box_row_is_selected (selected)
                        ? gtk_list_box_row_get_index (selected)
                        : -1;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  const gboolean had_focus = focus != NULL
                             && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list));
  GtkListBoxRow *row;

  clear_rows (self);
  for (guint i = 0; i < n && i < MOST_ROWS; i++)
    gtk_list_box_append (self->list, etp_parked_rows_create (self->canvas, cards[i]));
  row = n > 0 ? gtk_list_box_get_row_at_index (self->list, CLAMP (index, 0, (int) n - 1)) : NULL;
  if (row != NULL && index >= 0)
    gtk_list_box_select_row (self->list, row);
  if (had_focus) /* the last one may be gone */
    gtk_widget_grab_focus (row != NULL ? GTK_WIDGET (row) : GTK_WIDGET (self->canvas));
}

void
etp_parking_lot_update (EtpParkingLot *self)
{
  EtpJourney *journey;
  EtpNode *const *cards = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *text = NULL;
  guint n = 0;

  g_return_if_fail (ETP_IS_PARKING_LOT (self));

  journey = etp_canvas_get_journey (self->canvas);
  if (journey != NULL)
    cards = etp_outline_get_parked (etp_journey_get_outline (journey), &n);
  shown = describe (cards, n);
  if (g_strcmp0 (shown, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&shown);
  fill_rows (self, cards, n);
  gtk_widget_set_visible (self->empty, n == 0);
  /* Translators: heading of a list of cards; %u is how many there are. */
  text = n > 0 ? g_strdup_printf (_ ("Parking Lot (%u)"), n) : g_strdup (_ ("Parking Lot"));
  gtk_label_set_label (self->heading, text);
}

/* Cards from the map come in. */
static gboolean
on_accept (GtkDropTargetAsync *target, GdkDrop *drop, EtpParkingLot *self)
{
  g_autoptr (GPtrArray) cards = etp_canvas_dup_carried (self->canvas, drop);

  return cards != NULL;
}

static gboolean
on_drop (GtkDropTargetAsync *target, GdkDrop *drop, double x, double y, EtpParkingLot *self)
{
  EtpJourney *journey = etp_canvas_get_journey (self->canvas);
  g_autoptr (GPtrArray) cards = etp_canvas_dup_carried (self->canvas, drop);
  g_autoptr (GError) error = NULL;

  for (guint i = cards != NULL ? cards->len : 0; i > 0; i--)
    if (etp_outline_find (etp_journey_get_outline (journey), cards->pdata[i - 1]) == NULL)
      g_ptr_array_remove_index (cards, i - 1); /* lies here already */
  if (cards == NULL || cards->len == 0)
    {
      gdk_drop_finish (drop, 0); /* who drags waits for it */
      return TRUE;
    }
  if (!etp_edit_park_cards (journey, cards, &error))
    tell_error (self, error);
  gdk_drop_finish (drop, error == NULL ? GDK_ACTION_MOVE : 0);
  return TRUE;
}

static void
on_row_activated (EtpParkingLot *self, GtkListBoxRow *row)
{
  etp_parked_rows_choose (self->list, row);
  gtk_widget_activate_action (GTK_WIDGET (self), "parking.send", NULL);
}

static void
etp_parking_lot_dispose (GObject *object)
{
  EtpParkingLot *self = ETP_PARKING_LOT (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (etp_parking_lot_parent_class)->dispose (object);
}

static void
etp_parking_lot_finalize (GObject *object)
{
  g_free (ETP_PARKING_LOT (object)->shown);
  G_OBJECT_CLASS (etp_parking_lot_parent_class)->finalize (object);
}

static void
etp_parking_lot_class_init (EtpParkingLotClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = etp_parking_lot_dispose;
  G_OBJECT_CLASS (klass)->finalize = etp_parking_lot_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_install_action (widget_class, "parking.send", NULL, send);
  gtk_widget_class_install_action (widget_class, "parking.edit", NULL, edit);
  gtk_widget_class_install_action (widget_class, "parking.delete", NULL, delete_cards);
  gtk_widget_class_install_action (widget_class, "parking.menu", NULL, show_menu);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "parking.edit", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "parking.delete", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Delete, 0, "parking.delete", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_BackSpace, 0, "parking.delete", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "parking.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "parking.menu",
                                       NULL);
  signals[FAILED] = g_signal_new ("failed", ETP_TYPE_PARKING_LOT, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_ERROR | G_SIGNAL_TYPE_STATIC_SCOPE);
  signals[SEND_REQUESTED] = g_signal_new ("send-requested", ETP_TYPE_PARKING_LOT, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);
}

static GtkWidget *
create_head (EtpParkingLot *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *close = gtk_button_new_from_icon_name ("window-close-symbolic");

  self->heading = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->heading, 0);
  gtk_label_set_ellipsize (self->heading, PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (GTK_WIDGET (self->heading), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->heading), "heading");
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->heading));
  gtk_widget_add_css_class (close, "flat");
  gtk_widget_add_css_class (close, "circular");
  gtk_widget_set_tooltip_text (close, _ ("Close the Parking Lot"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (close), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Close the Parking Lot"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (close), "win.show-parking-lot");
  gtk_box_append (GTK_BOX (head), close);
  return head;
}

static void
etp_parking_lot_init (EtpParkingLot *self)
{
  static const EtpDropSite site = { .accept = G_CALLBACK (on_accept),
                                    .drop = G_CALLBACK (on_drop) };
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GdkContentFormats *formats = gdk_content_formats_new ((const char *[]){ ETP_FRAGMENT_MIME_TYPE },
                                                        1);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_size_request (self->box, WIDTH, -1);
  gtk_widget_add_css_class (self->box, "parking-lot");
  gtk_box_append (GTK_BOX (self->box), create_head (self));

  self->empty = gtk_label_new (_ ("What fits nowhere waits here: drag cards here from the map, or "
                                  "begin a note with “p”."));
  gtk_label_set_wrap (GTK_LABEL (self->empty), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->empty), 0);
  gtk_label_set_width_chars (GTK_LABEL (self->empty), 8);
  gtk_label_set_max_width_chars (GTK_LABEL (self->empty), 20);
  gtk_widget_add_css_class (self->empty, "dim-label");
  gtk_box_append (GTK_BOX (self->box), self->empty);

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_activate_on_single_click (self->list, FALSE);
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_MULTIPLE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "recent");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Parking lot"), -1);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (on_row_activated), self,
                           G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->list));
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (self->box), scroller);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));

  etp_drop_site_add (GTK_WIDGET (self), formats, GDK_ACTION_MOVE, &site);
}

GtkWidget *
etp_parking_lot_new (EtpCanvas *canvas)
{
  EtpParkingLot *self = g_object_new (ETP_TYPE_PARKING_LOT, NULL);

  self->canvas = canvas;
  etp_parking_lot_update (self);
  return GTK_WIDGET (self);
}
