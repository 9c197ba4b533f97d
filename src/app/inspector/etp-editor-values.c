/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-editor-private.h"

#include <glib/gi18n-lib.h>

#include "model/etp-edit-item.h"

/* A nested list, such as the insights or the values of a metric: each entry with an editor for each
 * of its columns, to add, remove and reorder. */

struct _EtpEditorValues
{
  EtpEditor parent;

  /* borrowed: children */
  GtkWidget *box;
  GtkWidget *add_button;

  /* owned */
  GPtrArray *items; /* of Item: one for each entry that is shown */
};

typedef struct
{
  GtkWidget *box; /* borrowed */
  GtkWidget *up_button; /* borrowed; NULL: it is the first one */
  GPtrArray *editors; /* of EtpEditor, borrowed: one for each column */
} Item;

G_DECLARE_FINAL_TYPE (EtpEditorValues, etp_editor_values, ETP, EDITOR_VALUES, EtpEditor)
G_DEFINE_FINAL_TYPE (EtpEditorValues, etp_editor_values, ETP_TYPE_EDITOR)

static void
item_free (gpointer data)
{
  Item *item = data;

  g_ptr_array_unref (item->editors);
  g_free (item);
}

/* What is typed goes into its entry before the entries are others. */
static void
etp_editor_values_flush (EtpEditor *editor)
{
  EtpEditorValues *self = (EtpEditorValues *) editor;

  for (guint i = 0; i < self->items->len; i++)
    {
      Item *item = self->items->pdata[i];

      for (guint j = 0; j < item->editors->len; j++)
        etp_editor_flush (item->editors->pdata[j]);
    }
}

/* Which entry a button stands at. */
static int
find_item (EtpEditorValues *self, GtkWidget *button)
{
  for (guint i = 0; i < self->items->len; i++)
    if (gtk_widget_is_ancestor (button, ((Item *) self->items->pdata[i])->box))
      return (int) i;

  g_return_val_if_reached (-1);
}

static void
finish (EtpEditorValues *self, gboolean done, const GError *error)
{
  etp_editor_set_error (ETP_EDITOR (self), done ? NULL : error->message);
  etp_editor_refresh (ETP_EDITOR (self));
}

static void
on_remove (GtkWidget *button, EtpEditorValues *self)
{
  const EtpSpot *spot = etp_editor_get_spot (ETP_EDITOR (self));
  const int item = find_item (self, button);
  g_autoptr (GError) error = NULL;

  etp_editor_flush (ETP_EDITOR (self));
  gtk_widget_grab_focus (self->add_button);
  finish (self,
          etp_edit_remove_item (spot->journey, spot->nodes->pdata[0], spot->field, (guint) item,
                                &error),
          error);
}

/* The keyboard goes along with the entry: pressed again, the button moves it further. */
static void
on_move_up (GtkWidget *button, EtpEditorValues *self)
{
  const EtpSpot *spot = etp_editor_get_spot (ETP_EDITOR (self));
  const int item = find_item (self, button);
  g_autoptr (GError) error = NULL;
  const Item *moved;

  if (item <= 0)
    return;
  etp_editor_flush (ETP_EDITOR (self));
  finish (self,
          etp_edit_move_item (spot->journey, spot->nodes->pdata[0], spot->field, (guint) item,
                              (guint) item - 1, &error),
          error);
  if (error != NULL || (guint) item > self->items->len)
    return;
  moved = self->items->pdata[item - 1];
  if (moved->up_button != NULL)
    gtk_widget_grab_focus (moved->up_button);
  else
    gtk_widget_child_focus (moved->editors->pdata[0], GTK_DIR_TAB_FORWARD);
}

static void
on_add (EtpEditorValues *self)
{
  const EtpSpot *spot = etp_editor_get_spot (ETP_EDITOR (self));
  g_autoptr (GError) error = NULL;
  const guint n = self->items->len;

  etp_editor_flush (ETP_EDITOR (self));
  finish (self,
          etp_edit_add_item (spot->journey, spot->nodes->pdata[0], spot->field, G_MAXUINT, &error),
          error);
  if (self->items->len > n)
    gtk_widget_child_focus (((Item *) self->items->pdata[n])->editors->pdata[0],
                            GTK_DIR_TAB_FORWARD);
}

/* name: with the number of the entry, for who does not see where the button stands. */
static GtkWidget *
create_button (
    const char *icon, const char *tip, const char *name, GCallback clicked, EtpEditorValues *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_add_css_class (button, "small");
  gtk_widget_set_tooltip_text (button, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect (button, "clicked", clicked, self);
  return button;
}

static void
add_item (EtpEditorValues *self)
{
  const EtpField *row = etp_editor_get_row (ETP_EDITOR (self));
  const EtpTable *columns = row->columns;
  const guint n = self->items->len + 1;
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  Item *item = g_new0 (Item, 1);
  GtkWidget *number;
  g_autofree char *text = g_strdup_printf ("%u", n);
  /* Translators: one entry of a list; %1$s is the list's name, such as "Insights", %2$u its number. */
  g_autofree char *name = g_strdup_printf (_ ("%1$s, entry %2$u"), _ (row->label), n);
  /* Translators: %u is the number of an entry in its list. */
  g_autofree char *up = g_strdup_printf (_ ("Move entry %u up"), n);
  /* Translators: %u is the number of an entry in its list. */
  g_autofree char *away = g_strdup_printf (_ ("Remove entry %u"), n);

  item->box = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP,
                            "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 6, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (item->box), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  item->editors = g_ptr_array_new ();
  gtk_widget_add_css_class (item->box, "item");
  number = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (number), 0);
  gtk_widget_set_hexpand (number, TRUE);
  gtk_widget_add_css_class (number, "dim-label");
  gtk_box_append (GTK_BOX (head), number);
  if (n > 1)
    {
      item->up_button = create_button ("go-up-symbolic", _ ("Move Up"), up, G_CALLBACK (on_move_up),
                                       self);
      gtk_box_append (GTK_BOX (head), item->up_button);
    }
  gtk_box_append (GTK_BOX (head), create_button ("user-trash-symbolic", _ ("Remove"), away,
                                                 G_CALLBACK (on_remove), self));
  gtk_box_append (GTK_BOX (item->box), head);
  for (guint i = 0; i < columns->n_fields; i++)
    {
      EtpEditor *editor = etp_editor_new (&columns->fields[i]);

      gtk_box_append (GTK_BOX (item->box), GTK_WIDGET (editor));
      g_ptr_array_add (item->editors, editor);
    }
  gtk_widget_insert_before (item->box, self->box, self->add_button);
  g_ptr_array_add (self->items, item);
}

static void
etp_editor_values_show (EtpEditor *editor, const EtpDatum *datum, gboolean mixed)
{
  EtpEditorValues *self = (EtpEditorValues *) editor;
  const guint n = datum->u.items != NULL ? datum->u.items->len : 0;
  EtpSpot spot = *etp_editor_get_spot (editor);

  while (self->items->len < n)
    add_item (self);
  while (self->items->len > n)
    {
      Item *last = self->items->pdata[self->items->len - 1];

      gtk_box_remove (GTK_BOX (self->box), last->box);
      g_ptr_array_set_size (self->items, (int) self->items->len - 1);
    }
  for (guint i = 0; i < n; i++)
    {
      Item *item = self->items->pdata[i];

      for (guint j = 0; j < item->editors->len; j++)
        {
          spot.item = (int) i;
          spot.column = (int) j;
          etp_editor_follow_spot (item->editors->pdata[j], &spot);
        }
    }
}

static void
etp_editor_values_finalize (GObject *object)
{
  g_ptr_array_unref (((EtpEditorValues *) object)->items);
  G_OBJECT_CLASS (etp_editor_values_parent_class)->finalize (object);
}

/* The keyboard goes to what the first item says, not to the button that takes it away. */
static gboolean
etp_editor_values_grab_focus (GtkWidget *widget)
{
  EtpEditorValues *self = ETP_EDITOR_VALUES (widget);
  const Item *first = self->items->len > 0 ? self->items->pdata[0] : NULL;

  return first != NULL ? gtk_widget_child_focus (first->editors->pdata[0], GTK_DIR_TAB_FORWARD)
                       : gtk_widget_grab_focus (self->add_button);
}

static void
etp_editor_values_class_init (EtpEditorValuesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = etp_editor_values_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = etp_editor_values_grab_focus;
  ETP_EDITOR_CLASS (klass)->show = etp_editor_values_show;
  ETP_EDITOR_CLASS (klass)->flush = etp_editor_values_flush;
}

static void
etp_editor_values_init (EtpEditorValues *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->items = g_ptr_array_new_with_free_func (item_free);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  self->add_button = gtk_button_new ();
  gtk_box_append (GTK_BOX (content), gtk_image_new_from_icon_name ("list-add-symbolic"));
  gtk_box_append (GTK_BOX (content), gtk_label_new (_ ("Add")));
  gtk_button_set_child (GTK_BUTTON (self->add_button), content);
  gtk_widget_set_halign (self->add_button, GTK_ALIGN_START);
  g_signal_connect_swapped (self->add_button, "clicked", G_CALLBACK (on_add), self);
  gtk_box_append (GTK_BOX (self->box), self->add_button);
}

EtpEditor *
etp_editor_values_new (const EtpField *row)
{
  EtpEditorValues *self = g_object_new (etp_editor_values_get_type (), NULL);
  g_autofree char *name = NULL;

  etp_editor_init_row (ETP_EDITOR (self), row);
  etp_editor_set_control (ETP_EDITOR (self), self->box, FALSE);
  /* Translators: adds an entry to a list; %s is the list's name, such as "Insights". */
  name = g_strdup_printf (_ ("Add to “%s”"), _ (row->label));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  return ETP_EDITOR (self);
}
