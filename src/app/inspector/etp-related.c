/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-related.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "etp-drawing.h"
#include "etp-naming.h"
#include "etp-section.h"
#include "model/etp-fields.h"

struct _EtpRelated
{
  GtkWidget parent;

  /* borrowed: children */
  EtpSection *section;
  GtkWidget *rows;

  /* owned */
  GPtrArray *nodes; /* of EtpNode: what is shown */
  char *shown; /* their ids and names, to see whether anything has to be made anew */
};

G_DEFINE_FINAL_TYPE (EtpRelated, etp_related, GTK_TYPE_WIDGET)

static guint activated_signal;

static int
get_lane_kind (EtpJourney *journey, EtpNode *card)
{
  EtpNode *lane = etp_journey_get_node (journey, etp_node_get_text (card, ETP_CARD_LANE));

  return lane != NULL && etp_node_get_list (lane) == ETP_LIST_LANES
             ? etp_node_get_enum (lane, ETP_LANE_KIND)
             : -1;
}

static void
add_cards (EtpRelated *self, EtpJourney *journey, const char *id, int kind)
{
  EtpNodeList *cards = etp_journey_get_list (journey, ETP_LIST_CARDS);
  EtpNode *card;

  for (guint i = 0; (card = etp_node_list_get (cards, i)) != NULL; i++)
    if (strcmp (etp_node_get_text (card, ETP_CARD_STEP), id) == 0
        && get_lane_kind (journey, card) == kind)
      g_ptr_array_add (self->nodes, g_object_ref (card));
}

/* What answers a pain, and what an opportunity answers. */
static void
add_answers (EtpRelated *self, EtpJourney *journey, const char *id)
{
  EtpNodeList *links = etp_journey_get_list (journey, ETP_LIST_LINKS);
  EtpNode *link;

  for (guint i = 0; (link = etp_node_list_get (links, i)) != NULL; i++)
    {
      const char *from = etp_node_get_text (link, ETP_LINK_FROM);
      const char *to = etp_node_get_text (link, ETP_LINK_TO);
      EtpNode *other = NULL;

      if (etp_node_get_enum (link, ETP_LINK_KIND) != ETP_LINK_KIND_ANSWERS)
        continue;
      if (strcmp (from, id) == 0)
        other = etp_journey_get_node (journey, to);
      else if (strcmp (to, id) == 0)
        other = etp_journey_get_node (journey, from);
      if (other != NULL && !g_ptr_array_find (self->nodes, other, NULL))
        g_ptr_array_add (self->nodes, g_object_ref (other));
    }
}

static void
add_measures (EtpRelated *self, EtpJourney *journey, const char *id)
{
  EtpNodeList *measures = etp_journey_get_list (journey, ETP_LIST_MEASURES);
  EtpNode *measure;

  for (guint i = 0; (measure = etp_node_list_get (measures, i)) != NULL; i++)
    for (guint j = 0; j < etp_node_get_length (measure, ETP_MEASURE_CARDS); j++)
      if (strcmp (etp_node_get_text_at (measure, ETP_MEASURE_CARDS, j), id) == 0
          && !g_ptr_array_find (self->nodes, measure, NULL))
        g_ptr_array_add (self->nodes, g_object_ref (measure));
}

static void
on_clicked (GtkWidget *row, EtpRelated *self)
{
  g_signal_emit (self, activated_signal, 0, g_object_get_data (G_OBJECT (row), "node"));
}

/* Sign, colour and word say what it is. */
static GtkWidget *
create_row (EtpRelated *self, EtpJourney *journey, EtpNode *node, const char *name)
{
  GtkWidget *row = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new (name);
  const int kind = etp_node_get_list (node) == ETP_LIST_CARDS ? get_lane_kind (journey, node) : -1;
  EtpIcon icon = ETP_ICON_MEASURE;
  g_autofree char *full = NULL;

  if (kind == ETP_LANE_KIND_PAINS)
    icon = ETP_ICON_PAIN;
  else if (kind >= 0)
    icon = ETP_ICON_OPPORTUNITY;
  if (kind >= 0)
    gtk_widget_add_css_class (row, kind == ETP_LANE_KIND_PAINS ? "pain" : "opportunity");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), etp_drawing_new (icon, 16));
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (row), box);
  gtk_widget_add_css_class (row, "flat");
  gtk_widget_add_css_class (row, "related");
  /* Translators: what kind of thing it is, and its name: "Pain Point: The page is slow". */
  full = g_strdup_printf (_ ("%1$s: %2$s"), etp_naming_get_kind (node), name);
  gtk_widget_set_tooltip_text (row, etp_naming_get_kind (node));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, full, -1);
  g_object_set_data_full (G_OBJECT (row), "node", g_object_ref (node), g_object_unref);
  g_signal_connect (row, "clicked", G_CALLBACK (on_clicked), self);
  return row;
}

static void
show_rows (EtpRelated *self, EtpJourney *journey)
{
  g_autoptr (GString) shown = g_string_new (NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  GtkWidget *child;

  for (guint i = 0; i < self->nodes->len; i++)
    {
      g_ptr_array_add (names, etp_naming_dup (self->nodes->pdata[i]));
      g_string_append_printf (shown, "%p %s\n", self->nodes->pdata[i], (char *) names->pdata[i]);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), self->nodes->len > 0);
  if (g_strcmp0 (shown->str, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_string_free (g_steal_pointer (&shown), FALSE);
  while ((child = gtk_widget_get_first_child (self->rows)) != NULL)
    gtk_box_remove (GTK_BOX (self->rows), child);
  for (guint i = 0; i < self->nodes->len; i++)
    gtk_box_append (GTK_BOX (self->rows),
                    create_row (self, journey, self->nodes->pdata[i], names->pdata[i]));
}

void
etp_related_set_card (EtpRelated *self, EtpJourney *journey, EtpNode *card)
{
  g_return_if_fail (ETP_IS_RELATED (self));

  g_ptr_array_set_size (self->nodes, 0);
  if (card != NULL)
    {
      const char *id = etp_node_get_id (card);

      add_cards (self, journey, id, ETP_LANE_KIND_PAINS);
      add_cards (self, journey, id, ETP_LANE_KIND_OPPORTUNITIES);
      add_answers (self, journey, id);
      add_measures (self, journey, id);
    }
  show_rows (self, journey);
}

static void
etp_related_dispose (GObject *object)
{
  EtpRelated *self = ETP_RELATED (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->nodes, g_ptr_array_unref);
  g_clear_pointer (&self->shown, g_free);
  G_OBJECT_CLASS (etp_related_parent_class)->dispose (object);
}

static void
etp_related_class_init (EtpRelatedClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = etp_related_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  activated_signal = g_signal_new ("activated", ETP_TYPE_RELATED, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, ETP_TYPE_NODE);
}

static void
etp_related_init (EtpRelated *self)
{
  self->nodes = g_ptr_array_new_with_free_func (g_object_unref);
  self->section = ETP_SECTION (etp_section_new (_ ("Pain Points and Opportunities")));
  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  etp_section_add (self->section, self->rows);
  gtk_widget_set_parent (GTK_WIDGET (self->section), GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
etp_related_new (void)
{
  return g_object_new (ETP_TYPE_RELATED, NULL);
}
