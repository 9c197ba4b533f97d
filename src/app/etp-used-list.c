/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-used-list.h"

#include <glib/gi18n-lib.h>

#include "etp-wrapped-label.h"
#include "app/inspector/etp-naming.h"
#include "app/inspector/etp-section.h"

/* A persona may be named by a thousand cards; the rest comes when it is asked for. */
#define MAX_AT_ONCE 30

struct _EtpUsedList
{
  GtkWidget parent;

  /* borrowed: children */
  EtpSection *section;
  GtkWidget *rows, *nothing, *more;

  /* owned */
  GPtrArray *nodes; /* of EtpNode */
  char *shown; /* their names, to see whether anything has to be made anew */

  /* state */
  guint limit;
};

G_DEFINE_FINAL_TYPE (EtpUsedList, etp_used_list, GTK_TYPE_WIDGET)

static guint activated_signal;

static void
on_clicked (GtkWidget *row, EtpUsedList *self)
{
  g_signal_emit (self, activated_signal, 0, g_object_get_data (G_OBJECT (row), "node"));
}

static GtkWidget *
create_row (EtpUsedList *self, EtpNode *node, const char *name)
{
  GtkWidget *row = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *kind = etp_wrapped_label_new (etp_naming_get_kind (node));
  /* Translators: what kind of thing it is, and its name: "Pain Point: The page is slow". */
  g_autofree char *full = g_strdup_printf (_ ("%1$s: %2$s"), etp_naming_get_kind (node), name);

  gtk_widget_add_css_class (kind, "dim-label");
  gtk_widget_add_css_class (kind, "caption");
  gtk_box_append (GTK_BOX (box), etp_wrapped_label_new (name));
  gtk_box_append (GTK_BOX (box), kind);
  gtk_button_set_child (GTK_BUTTON (row), box);
  gtk_widget_add_css_class (row, "flat");
  gtk_widget_add_css_class (row, "related");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, full, -1);
  g_object_set_data_full (G_OBJECT (row), "node", g_object_ref (node), g_object_unref);
  g_signal_connect (row, "clicked", G_CALLBACK (on_clicked), self);
  return row;
}

static void
show_rows (EtpUsedList *self)
{
  const guint n = MIN (self->nodes->len, self->limit);
  g_autoptr (GString) shown = g_string_new (NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *all = NULL;
  GtkWidget *child;

  for (guint i = 0; i < n; i++)
    {
      g_ptr_array_add (names, etp_naming_dup (self->nodes->pdata[i]));
      g_string_append_printf (shown, "%p %s\n", self->nodes->pdata[i], (char *) names->pdata[i]);
    }
  gtk_widget_set_visible (self->nothing, n == 0);
  gtk_widget_set_visible (self->more, self->nodes->len > n);
  /* Translators: %u is a number of entries. */
  all = g_strdup_printf (ngettext ("Show All %u", "Show All %u", self->nodes->len),
                         self->nodes->len);
  gtk_button_set_label (GTK_BUTTON (self->more), all);
  if (g_strcmp0 (shown->str, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_string_free (g_steal_pointer (&shown), FALSE);
  while ((child = gtk_widget_get_first_child (self->rows)) != NULL)
    gtk_box_remove (GTK_BOX (self->rows), child);
  for (guint i = 0; i < n; i++)
    gtk_box_append (GTK_BOX (self->rows),
                    create_row (self, self->nodes->pdata[i], names->pdata[i]));
}

static void
on_more (EtpUsedList *self)
{
  self->limit = G_MAXUINT;
  show_rows (self);
}

void
etp_used_list_set_nodes (EtpUsedList *self, GPtrArray *nodes)
{
  g_return_if_fail (ETP_IS_USED_LIST (self));

  g_ptr_array_set_size (self->nodes, 0);
  for (guint i = 0; i < nodes->len; i++)
    g_ptr_array_add (self->nodes, g_object_ref (nodes->pdata[i]));
  self->limit = MAX_AT_ONCE;
  show_rows (self);
}

static void
etp_used_list_dispose (GObject *object)
{
  EtpUsedList *self = ETP_USED_LIST (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->nodes, g_ptr_array_unref);
  g_clear_pointer (&self->shown, g_free);
  G_OBJECT_CLASS (etp_used_list_parent_class)->dispose (object);
}

static void
etp_used_list_class_init (EtpUsedListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = etp_used_list_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  activated_signal = g_signal_new ("activated", ETP_TYPE_USED_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, ETP_TYPE_NODE);
}

static void
etp_used_list_init (EtpUsedList *self)
{
  self->nodes = g_ptr_array_new_with_free_func (g_object_unref);
  self->section = ETP_SECTION (etp_section_new (_ ("Where Used")));
  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->nothing = etp_wrapped_label_new (_ ("Nothing on the map names it yet."));
  self->more = gtk_button_new ();
  gtk_widget_add_css_class (self->nothing, "dim-label");
  gtk_widget_add_css_class (self->nothing, "item");
  gtk_widget_add_css_class (self->more, "flat");
  g_signal_connect_swapped (self->more, "clicked", G_CALLBACK (on_more), self);
  etp_section_add (self->section, self->rows);
  etp_section_add (self->section, self->nothing);
  etp_section_add (self->section, self->more);
  gtk_widget_set_parent (GTK_WIDGET (self->section), GTK_WIDGET (self));
}

GtkWidget *
etp_used_list_new (void)
{
  return g_object_new (ETP_TYPE_USED_LIST, NULL);
}
