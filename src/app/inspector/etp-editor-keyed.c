/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-editor-private.h"

#include <glib/gi18n-lib.h>

#include "etp-naming.h"

/* A number for each persona (usage of a touchpoint, value of a measure) or for each vote round. */

struct _EtpEditorKeyed
{
  EtpEditor parent;

  /* borrowed: children */
  GtkWidget *box;
  GtkWidget *nothing; /* said when there is nobody to give a number */

  /* owned */
  GPtrArray *editors; /* of EtpEditor, borrowed */

  /* state */
  guint key_column, number_column;
};

G_DECLARE_FINAL_TYPE (EtpEditorKeyed, etp_editor_keyed, ETP, EDITOR_KEYED, EtpEditor)
G_DEFINE_FINAL_TYPE (EtpEditorKeyed, etp_editor_keyed, ETP_TYPE_EDITOR)

static EtpNodeList *
get_keys (EtpEditorKeyed *self)
{
  const EtpField *row = etp_editor_get_row (ETP_EDITOR (self));
  const guint lists = row->columns->fields[self->key_column].lists;
  int list = 0;

  while (lists != 1u << list)
    list++;
  return etp_journey_get_list (etp_editor_get_journey (ETP_EDITOR (self)), list);
}

static void
etp_editor_keyed_show (EtpEditor *editor, const EtpDatum *datum, gboolean mixed)
{
  EtpEditorKeyed *self = (EtpEditorKeyed *) editor;
  const EtpField *row = etp_editor_get_row (editor);
  EtpNodeList *keys = get_keys (self);
  EtpSpot spot = *etp_editor_get_spot (editor);
  guint n = 0;
  EtpNode *key;

  for (; (key = etp_node_list_get (keys, n)) != NULL; n++)
    {
      g_autofree char *name = etp_naming_dup (key);
      EtpEditor *own;

      if (n == self->editors->len)
        {
          own = etp_editor_new (&row->columns->fields[self->number_column]);
          gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (own));
          g_ptr_array_add (self->editors, own);
        }
      own = self->editors->pdata[n];
      spot.column = (int) self->number_column;
      spot.key = etp_node_get_id (key);
      etp_editor_set_label (own, name);
      etp_editor_follow_spot (own, &spot);
      gtk_widget_set_visible (GTK_WIDGET (own), TRUE);
    }
  gtk_widget_set_visible (self->nothing, n == 0);
  for (; n < self->editors->len; n++)
    gtk_widget_set_visible (self->editors->pdata[n], FALSE);
}

static void
etp_editor_keyed_flush (EtpEditor *editor)
{
  EtpEditorKeyed *self = (EtpEditorKeyed *) editor;

  for (guint i = 0; i < self->editors->len; i++)
    etp_editor_flush (self->editors->pdata[i]);
}

static void
etp_editor_keyed_finalize (GObject *object)
{
  g_ptr_array_unref (((EtpEditorKeyed *) object)->editors);
  G_OBJECT_CLASS (etp_editor_keyed_parent_class)->finalize (object);
}

static void
etp_editor_keyed_class_init (EtpEditorKeyedClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = etp_editor_keyed_finalize;
  ETP_EDITOR_CLASS (klass)->show = etp_editor_keyed_show;
  ETP_EDITOR_CLASS (klass)->flush = etp_editor_keyed_flush;
}

static void
etp_editor_keyed_init (EtpEditorKeyed *self)
{
  self->editors = g_ptr_array_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->nothing = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->nothing), 0);
  gtk_label_set_wrap (GTK_LABEL (self->nothing), TRUE);
  gtk_widget_add_css_class (self->nothing, "dim-label");
  gtk_box_append (GTK_BOX (self->box), self->nothing);
}

EtpEditor *
etp_editor_keyed_new (const EtpField *row)
{
  EtpEditorKeyed *self = g_object_new (etp_editor_keyed_get_type (), NULL);

  etp_editor_init_row (ETP_EDITOR (self), row);
  etp_editor_set_control (ETP_EDITOR (self), self->box, FALSE);
  for (guint i = 0; i < row->columns->n_fields; i++)
    {
      if (row->columns->fields[i].type == ETP_FIELD_REF)
        self->key_column = i;
      else if (row->columns->fields[i].type == ETP_FIELD_INTEGER)
        self->number_column = i;
    }
  gtk_label_set_label (GTK_LABEL (self->nothing),
                       row->columns->fields[self->key_column].lists == 1u << ETP_LIST_PERSONAS
                           ? _ ("There is no persona yet.")
                           : _ ("There is no round of votes yet."));
  return ETP_EDITOR (self);
}
