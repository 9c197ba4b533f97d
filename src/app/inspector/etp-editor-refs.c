/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-editor-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "etp-naming.h"
#include "etp-picker.h"
#include "etp-wrap.h"

/* One or several other things of the journey by name: chips, and a picker that also creates what is
 * not there yet. */

struct _EtpEditorRefs
{
  EtpEditor parent;

  /* borrowed: children */
  GtkWidget *box; /* several: the chips and the button that adds */
  GtkWidget *button; /* one: what is chosen; several: "Add" */

  /* owned */
  GPtrArray *ids; /* of GRefString: what is shown */
  char *shown; /* names and ids, to see whether anything has to be made anew */

  gboolean is_mixed; /* ids: what is common to all */
};

G_DECLARE_FINAL_TYPE (EtpEditorRefs, etp_editor_refs, ETP, EDITOR_REFS, EtpEditor)
G_DEFINE_FINAL_TYPE (EtpEditorRefs, etp_editor_refs, ETP_TYPE_EDITOR)

static gboolean
is_several (EtpEditorRefs *self)
{
  return etp_editor_get_row (ETP_EDITOR (self))->type == ETP_FIELD_REFS;
}

static char *
dup_name (EtpEditorRefs *self, const char *id)
{
  EtpNode *node = etp_journey_get_node (etp_editor_get_journey (ETP_EDITOR (self)), id);

  return node != NULL && id[0] != '\0' ? etp_naming_dup (node) : g_strdup (id);
}

static void
write_with (EtpEditorRefs *self, const char *id, gboolean is_in)
{
  const char *const ids[] = { id, NULL };

  if (is_several (self))
    etp_editor_change_items (ETP_EDITOR (self), is_in ? NULL : id, is_in ? ids : NULL);
  else
    etp_editor_write_text (ETP_EDITOR (self), is_in ? id : "");
}

static void
on_remove (GtkButton *button, EtpEditorRefs *self)
{
  GObject *chip = g_object_get_data (G_OBJECT (button), "chip");
  g_autofree char *id = g_strdup (g_object_get_data (chip, "id"));

  gtk_widget_grab_focus (self->button);
  write_with (self, id, FALSE);
}

static gboolean
has_id (EtpEditorRefs *self, const char *id)
{
  for (guint i = 0; i < self->ids->len; i++)
    if (strcmp (self->ids->pdata[i], id) == 0)
      return TRUE;
  return FALSE;
}

/* The list in which something new is made; the first of those that may be named. */
static int
get_create_list (EtpEditorRefs *self)
{
  const EtpField *row = etp_editor_get_row (ETP_EDITOR (self));

  for (int list = 0; list < ETP_N_LISTS; list++)
    if (row->lists == 1u << list && etp_naming_get_create (list) != NULL)
      return list;
  return -1;
}

static void
list_nodes (EtpPicker *picker, gpointer user_data)
{
  EtpEditorRefs *self = user_data;
  EtpJourney *journey = etp_editor_get_journey (ETP_EDITOR (self));
  const EtpField *row = etp_editor_get_row (ETP_EDITOR (self));
  const EtpSpot *spot = etp_editor_get_spot (ETP_EDITOR (self));
  const int create_list = get_create_list (self);

  if (!is_several (self) && etp_spot_may_name (spot, NULL))
    etp_picker_add (picker, "", C_ ("reference", "None"), NULL,
                    self->ids->len == 0 && !self->is_mixed);
  for (int list = 0; list < ETP_N_LISTS; list++)
    {
      EtpNodeList *nodes = etp_journey_get_list (journey, list);
      EtpNode *node;

      if ((row->lists & (1u << list)) == 0)
        continue;
      for (guint i = 0; (node = etp_node_list_get (nodes, i)) != NULL; i++)
        {
          g_autofree char *name = NULL;

          if (!etp_spot_may_name (spot, node))
            continue;
          name = etp_naming_dup (node);
          etp_picker_add (picker, etp_node_get_id (node), name, NULL,
                          has_id (self, etp_node_get_id (node)));
        }
    }
  if (create_list >= 0)
    etp_picker_set_create (picker, etp_naming_get_create (create_list));
}

static void
create_node (EtpEditorRefs *self, const char *typed)
{
  g_autofree char *name = g_strstrip (g_strdup (typed));
  g_autoptr (GError) error = NULL;

  if (name[0] == '\0')
    gtk_widget_error_bell (GTK_WIDGET (self));
  else if (!etp_spot_create (etp_editor_get_spot (ETP_EDITOR (self)), get_create_list (self), name,
                             &error))
    etp_editor_set_error (ETP_EDITOR (self), error->message);
  else
    etp_editor_refresh (ETP_EDITOR (self));
}

static void
on_picked (EtpPicker *picker, const char *id, gpointer user_data)
{
  EtpEditorRefs *self = user_data;

  if (id == NULL)
    create_node (self, etp_picker_get_new_name (picker));
  else
    write_with (self, id, is_several (self) ? !has_id (self, id) : id[0] != '\0');
}

static void
show_chips (EtpEditorRefs *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->box)) != self->button)
    gtk_box_remove (GTK_BOX (self->box), child);
  for (guint i = 0; i < self->ids->len; i++)
    {
      g_autofree char *name = dup_name (self, self->ids->pdata[i]);
      GtkWidget *chip = etp_chip_new (name, NULL, G_CALLBACK (on_remove), self);

      g_object_set_data_full (G_OBJECT (chip), "id", g_strdup (self->ids->pdata[i]), g_free);
      gtk_widget_insert_before (chip, self->box, self->button);
    }
}

static void
show_names (EtpEditorRefs *self)
{
  g_autoptr (GString) shown = g_string_new (NULL);

  for (guint i = 0; i < self->ids->len; i++)
    {
      g_autofree char *name = dup_name (self, self->ids->pdata[i]);

      g_string_append_printf (shown, "%s\n%s\n", (char *) self->ids->pdata[i], name);
    }
  if (g_strcmp0 (shown->str, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_string_free (g_steal_pointer (&shown), FALSE);
  if (is_several (self))
    show_chips (self);
  else
    {
      g_autofree char *name = self->ids->len > 0 ? dup_name (self, self->ids->pdata[0])
                                                 : g_strdup ("");

      etp_picker_button_set_text (self->button, name);
      gtk_widget_set_tooltip_text (self->button, name[0] != '\0' ? name : NULL);
    }
}

static void
etp_editor_refs_show (EtpEditor *editor, const EtpDatum *datum, gboolean mixed)
{
  EtpEditorRefs *self = (EtpEditorRefs *) editor;

  self->is_mixed = mixed;
  g_ptr_array_set_size (self->ids, 0);
  if (is_several (self))
    for (guint i = 0; datum->u.items != NULL && i < datum->u.items->len; i++)
      g_ptr_array_add (self->ids, g_ref_string_acquire (datum->u.items->pdata[i]));
  else if (datum->u.text != NULL && datum->u.text[0] != '\0')
    g_ptr_array_add (self->ids, g_ref_string_acquire (datum->u.text));
}

static void
etp_editor_refs_look_around (EtpEditor *editor)
{
  show_names ((EtpEditorRefs *) editor);
}

static void
etp_editor_refs_finalize (GObject *object)
{
  EtpEditorRefs *self = (EtpEditorRefs *) object;

  g_ptr_array_unref (self->ids);
  g_free (self->shown);
  G_OBJECT_CLASS (etp_editor_refs_parent_class)->finalize (object);
}

static void
etp_editor_refs_class_init (EtpEditorRefsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = etp_editor_refs_finalize;
  ETP_EDITOR_CLASS (klass)->show = etp_editor_refs_show;
  ETP_EDITOR_CLASS (klass)->look_around = etp_editor_refs_look_around;
}

static void
etp_editor_refs_init (EtpEditorRefs *self)
{
  self->ids = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ref_string_release);
}

static void
on_add (GtkWidget *button, EtpEditorRefs *self)
{
  etp_picker_open (button, list_nodes, on_picked, self);
}

EtpEditor *
etp_editor_refs_new (const EtpField *row)
{
  EtpEditorRefs *self = g_object_new (etp_editor_refs_get_type (), NULL);

  etp_editor_init_row (ETP_EDITOR (self), row);
  if (row->type == ETP_FIELD_REF)
    {
      self->button = etp_picker_button_new (list_nodes, on_picked, self);
      gtk_widget_add_css_class (self->button, "flat");
      etp_editor_set_control (ETP_EDITOR (self), self->button, FALSE);
    }
  else
    {
      self->box = etp_wrap_box_new ();
      self->button = gtk_button_new_from_icon_name ("list-add-symbolic");
      gtk_widget_set_tooltip_text (self->button, _ ("Add"));
      gtk_widget_add_css_class (self->button, "chip-add");
      gtk_widget_add_css_class (self->button, "circular");
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->button),
                                      GTK_ACCESSIBLE_PROPERTY_HAS_POPUP, TRUE, -1);
      g_signal_connect (self->button, "clicked", G_CALLBACK (on_add), self);
      gtk_box_append (GTK_BOX (self->box), self->button);
      etp_editor_set_control (ETP_EDITOR (self), self->box, FALSE);
      etp_editor_set_named (ETP_EDITOR (self), self->button);
    }
  return ETP_EDITOR (self);
}
