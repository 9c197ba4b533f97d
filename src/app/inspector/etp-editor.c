/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-editor-private.h"

#include "etp-beside.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  /* owned: children */
  GtkWidget *head; /* label and mark, beside the control where there is room */
  GtkWidget *label, *mixed_mark;
  GtkWidget *control;
  GtkWidget *error; /* NULL until something was refused */

  /* owned */
  GPtrArray *nodes;
  char *key;

  /* borrowed */
  const EtpField *row;

  /* state */
  EtpSpot spot; /* journey NULL: none */
  gboolean is_writing;
} EtpEditorPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (EtpEditor, etp_editor, GTK_TYPE_WIDGET)

#define PRIVATE(self) ((EtpEditorPrivate *) etp_editor_get_instance_private (self))

static void
etp_editor_dispose (GObject *object)
{
  EtpEditorPrivate *private = PRIVATE (ETP_EDITOR (object));
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  private->error = NULL;
  memset (&private->spot, 0, sizeof private->spot);
  g_clear_pointer (&private->nodes, g_ptr_array_unref);
  g_clear_pointer (&private->key, g_free);
  G_OBJECT_CLASS (etp_editor_parent_class)->dispose (object);
}

static void
etp_editor_class_init (EtpEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = etp_editor_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "editor");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
etp_editor_init (EtpEditor *self)
{
  EtpEditorPrivate *private = PRIVATE (self);
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 3);
  private->head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  private->label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (private->label), 0);
  gtk_label_set_wrap (GTK_LABEL (private->label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (private->label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_use_underline (GTK_LABEL (private->label), FALSE);
  gtk_box_append (GTK_BOX (private->head), private->label);
  gtk_widget_set_parent (private->head, GTK_WIDGET (self));
}

void
etp_editor_set_control (EtpEditor *self, GtkWidget *control, gboolean is_beside)
{
  EtpEditorPrivate *private = PRIVATE (self);

  private->control = control;
  if (is_beside)
    {
      g_autoptr (GtkWidget) head = g_object_ref (private->head);

      gtk_widget_set_hexpand (private->label, TRUE);
      gtk_widget_unparent (head);
      gtk_widget_set_parent (etp_beside_box_new (head, control), GTK_WIDGET (self));
    }
  else
    {
      gtk_widget_add_css_class (private->label, "caption");
      gtk_widget_add_css_class (private->label, "dim-label");
      gtk_widget_set_parent (control, GTK_WIDGET (self));
    }
  etp_editor_set_named (self, control);
}

void
etp_editor_set_named (EtpEditor *self, GtkWidget *widget)
{
  EtpEditorPrivate *private = PRIVATE (self);

  gtk_label_set_mnemonic_widget (GTK_LABEL (private->label), widget);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  private->label, NULL, -1);
}

void
etp_editor_set_label (EtpEditor *self, const char *label)
{
  EtpEditorPrivate *private = PRIVATE (self);

  g_return_if_fail (ETP_IS_EDITOR (self));

  if (g_strcmp0 (gtk_label_get_text (GTK_LABEL (private->label)), label) == 0)
    return;
  gtk_label_set_text (GTK_LABEL (private->label), label);
  gtk_widget_set_visible (private->label, label[0] != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

void
etp_editor_set_label_with_mnemonic (EtpEditor *self, const char *label)
{
  EtpEditorPrivate *private = PRIVATE (self);

  g_return_if_fail (ETP_IS_EDITOR (self));

  gtk_label_set_text_with_mnemonic (GTK_LABEL (private->label), label);
  gtk_widget_set_visible (private->label, label[0] != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  etp_editor_get_label (self), -1);
}

const char *
etp_editor_get_label (EtpEditor *self)
{
  return gtk_label_get_text (GTK_LABEL (PRIVATE (self)->label));
}

const EtpField *
etp_editor_get_row (EtpEditor *self)
{
  return PRIVATE (self)->row;
}

const EtpSpot *
etp_editor_get_spot (EtpEditor *self)
{
  EtpEditorPrivate *private = PRIVATE (self);

  return private->spot.journey != NULL ? &private->spot : NULL;
}

EtpJourney *
etp_editor_get_journey (EtpEditor *self)
{
  return PRIVATE (self)->spot.journey;
}

static void
show_mixed (EtpEditor *self, gboolean mixed)
{
  EtpEditorPrivate *private = PRIVATE (self);

  if (private->mixed_mark == NULL && mixed)
    {
      private->mixed_mark = gtk_label_new (_ ("different values"));
      gtk_widget_add_css_class (private->mixed_mark, "caption");
      gtk_widget_add_css_class (private->mixed_mark, "mixed");
      gtk_box_insert_child_after (GTK_BOX (private->head), private->mixed_mark, private->label);
    }
  if (private->mixed_mark != NULL)
    gtk_widget_set_visible (private->mixed_mark, mixed);
}

void
etp_editor_set_error (EtpEditor *self, const char *message)
{
  EtpEditorPrivate *private = PRIVATE (self);

  if (private->error == NULL && message == NULL)
    return;
  if (private->error == NULL)
    {
      private->error = gtk_label_new (NULL);
      gtk_label_set_xalign (GTK_LABEL (private->error), 0);
      gtk_label_set_wrap (GTK_LABEL (private->error), TRUE);
      gtk_widget_add_css_class (private->error, "caption");
      gtk_widget_add_css_class (private->error, "error");
      gtk_widget_set_parent (private->error, GTK_WIDGET (self));
    }
  gtk_label_set_label (GTK_LABEL (private->error), message != NULL ? message : "");
  gtk_widget_set_visible (private->error, message != NULL);
  if (private->control != NULL)
    gtk_accessible_update_state (
        GTK_ACCESSIBLE (private->control), GTK_ACCESSIBLE_STATE_INVALID,
        message != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

/* A node that was removed meanwhile has no journey. */
gboolean
etp_editor_is_there (EtpEditor *self)
{
  EtpEditorPrivate *private = PRIVATE (self);

  for (guint i = 0; private->spot.journey != NULL && i < private->nodes->len; i++)
    if (etp_node_get_journey (private->nodes->pdata[i]) != private->spot.journey)
      return FALSE;
  return private->spot.journey != NULL;
}

void
etp_editor_refresh (EtpEditor *self)
{
  EtpEditorPrivate *private = PRIVATE (self);
  EtpEditorClass *klass = ETP_EDITOR_GET_CLASS (self);
  g_auto (EtpDatum) datum = { 0 };
  gboolean mixed;

  g_return_if_fail (ETP_IS_EDITOR (self));

  if (!etp_editor_is_there (self) || private->is_writing)
    return;
  mixed = !etp_spot_dup_datum (&private->spot, &datum);
  /* Each entry of a list of its own says so itself. */
  show_mixed (self, mixed && datum.type != ETP_FIELD_VALUES);
  klass->show (self, &datum, mixed);
  if (klass->look_around != NULL)
    klass->look_around (self);
}

void
etp_editor_flush (EtpEditor *self)
{
  EtpEditorClass *klass = ETP_EDITOR_GET_CLASS (self);

  g_return_if_fail (ETP_IS_EDITOR (self));

  if (klass->flush != NULL && etp_editor_is_there (self))
    klass->flush (self);
}

static gboolean
are_same (const EtpSpot *a, const EtpSpot *b)
{
  if (a->journey != b->journey || a->field != b->field || a->column != b->column
      || a->item != b->item || g_strcmp0 (a->key, b->key) != 0 || a->nodes->len != b->nodes->len)
    return FALSE;
  for (guint i = 0; i < a->nodes->len; i++)
    if (a->nodes->pdata[i] != b->nodes->pdata[i])
      return FALSE;
  return TRUE;
}

void
etp_editor_set_spot (EtpEditor *self, const EtpSpot *spot)
{
  EtpEditorPrivate *private = PRIVATE (self);
  EtpEditorClass *klass = ETP_EDITOR_GET_CLASS (self);
  g_autoptr (GPtrArray) old = NULL;
  g_autofree char *old_key = NULL;

  g_return_if_fail (ETP_IS_EDITOR (self));

  etp_editor_flush (self);
  /* What could not be written, or belongs to what was taken away, must not be written here. */
  if (klass->forget != NULL && private->spot.journey != NULL && !are_same (&private->spot, spot))
    klass->forget (self);
  etp_editor_set_error (self, NULL);
  old = g_steal_pointer (&private->nodes);
  old_key = g_steal_pointer (&private->key);
  private->spot = *spot;
  private->nodes = g_ptr_array_ref (spot->nodes);
  private->key = g_strdup (spot->key);
  private->spot.nodes = private->nodes;
  private->spot.key = private->key;
  etp_editor_refresh (self);
}

void
etp_editor_follow_spot (EtpEditor *self, const EtpSpot *spot)
{
  EtpEditorPrivate *private = PRIVATE (self);

  if (private->spot.journey != NULL && are_same (&private->spot, spot))
    etp_editor_refresh (self);
  else
    etp_editor_set_spot (self, spot);
}

gboolean
etp_editor_write (EtpEditor *self, EtpDatum *datum)
{
  EtpEditorPrivate *private = PRIVATE (self);
  g_auto (EtpDatum) now = { 0 };
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (!etp_editor_is_there (self))
    {
      etp_datum_clear (datum);
      return FALSE;
    }
  if (etp_spot_dup_datum (&private->spot, &now) && etp_datum_equal (&now, datum))
    {
      etp_datum_clear (datum);
      etp_editor_set_error (self, NULL);
      return TRUE;
    }
  private->is_writing = TRUE;
  done = etp_spot_write (&private->spot, datum, &error);
  private->is_writing = FALSE;
  etp_editor_set_error (self, done ? NULL : error->message);
  etp_editor_refresh (self); /* what was refused must not look as if it were in the map */
  return done;
}

gboolean
etp_editor_change_items (EtpEditor *self, const char *without, const char *const *with)
{
  EtpEditorPrivate *private = PRIVATE (self);
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (!etp_editor_is_there (self))
    return FALSE;
  private->is_writing = TRUE;
  done = etp_spot_change_items (&private->spot, without, with, &error);
  private->is_writing = FALSE;
  etp_editor_set_error (self, done ? NULL : error->message);
  etp_editor_refresh (self);
  return done;
}

gboolean
etp_editor_write_text (EtpEditor *self, const char *text)
{
  EtpDatum datum = etp_datum_text (PRIVATE (self)->row, text);

  return etp_editor_write (self, &datum);
}

void
etp_editor_init_row (EtpEditor *self, const EtpField *row)
{
  PRIVATE (self)->row = row;
  etp_editor_set_label (self, _ (row->label));
}
