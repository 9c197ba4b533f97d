/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-manager-detail.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/inspector/etp-form.h"
#include "app/inspector/etp-naming.h"
#include "app/inspector/etp-wrap.h"
#include "etp-typing.h"
#include "etp-used-list.h"
#include "model/etp-usage.h"
#include "app/compat/etp-compat-mnemonic.h"

struct _EtpManagerDetail
{
  GtkWidget parent;

  /* borrowed: children */
  GtkStack *pages; /* an entry, or nothing */
  GtkWidget *nothing, *scroller;
  GtkLabel *kind;
  GtkWidget *merge_button, *sheet_button;
  GtkStack *forms; /* of forms, and the entry for a tag's name */
  GtkWidget *tag_page, *tag_entry;
  EtpUsedList *used;

  /* owned */
  GHashTable *made; /* EtpFormOrder → EtpForm */
  EtpNode *node; /* that is shown, or NULL */
  char *tag; /* that is shown, or NULL */

  /* borrowed */
  EtpForm *form; /* that is shown, or NULL */
};

G_DEFINE_FINAL_TYPE (EtpManagerDetail, etp_manager_detail, GTK_TYPE_WIDGET)

enum
{
  USED_ACTIVATED,
  TAG_RENAMED,
  MERGE,
  SHEET,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_used_activated (EtpManagerDetail *self, EtpNode *node)
{
  g_signal_emit (self, signals[USED_ACTIVATED], 0, node);
}

static void
on_merge (EtpManagerDetail *self)
{
  g_signal_emit (self, signals[MERGE], 0, self->merge_button);
}

static void
on_sheet (EtpManagerDetail *self)
{
  if (self->node != NULL)
    g_signal_emit (self, signals[SHEET], 0, self->node);
}

static void
write_tag (EtpManagerDetail *self)
{
  g_autofree char *from = g_strdup (self->tag);
  g_autofree char *to = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->tag_entry)));

  /* A tag from elsewhere may begin or end with a blank: it stays as it is until something is typed. */
  if (from == NULL || !etp_typing_is_other (GTK_EDITABLE (self->tag_entry)))
    return;
  g_strstrip (to);
  if (strcmp (from, to) == 0)
    return;
  if (to[0] == '\0')
    etp_typing_set_text (GTK_EDITABLE (self->tag_entry), from);
  else
    {
      /* What follows from it must not rename the tag once more. */
      g_free (self->tag);
      self->tag = g_strdup (to);
      etp_typing_set_text (GTK_EDITABLE (self->tag_entry), to);
      g_signal_emit (self, signals[TAG_RENAMED], 0, from, to);
    }
}

void
etp_manager_detail_flush (EtpManagerDetail *self)
{
  g_return_if_fail (ETP_IS_MANAGER_DETAIL (self));

  if (self->form != NULL)
    etp_form_flush (self->form);
  write_tag (self);
}

static EtpForm *
get_form (EtpManagerDetail *self, const EtpFormOrder *order)
{
  EtpForm *form = g_hash_table_lookup (self->made, order);

  if (form != NULL)
    return form;
  form = ETP_FORM (etp_form_new (order));
  g_hash_table_insert (self->made, (gpointer) order, form);
  gtk_stack_add_child (self->forms, GTK_WIDGET (form));
  return form;
}

static gboolean
has_sheet (const EtpManagerDetail *self)
{
  const EtpListKind list = self->node != NULL ? etp_node_get_list (self->node) : ETP_N_LISTS;

  return list == ETP_LIST_PERSONAS || list == ETP_LIST_TOUCHPOINTS;
}

static void
show_entry (EtpManagerDetail *self, GtkWidget *form, const char *kind, GPtrArray *nodes)
{
  gtk_widget_set_visible (self->sheet_button, has_sheet (self));
  gtk_label_set_label (self->kind, kind);
  gtk_stack_set_visible_child (self->forms, form);
  gtk_stack_set_visible_child (self->pages, self->scroller);
  etp_used_list_set_nodes (self->used, nodes);
}

/* What is changed in a tag that the entry has cut would cut it on all cards. */
static void
show_tag (EtpManagerDetail *self, const char *tag)
{
  gboolean is_whole;

  etp_typing_set_text (GTK_EDITABLE (self->tag_entry), tag);
  is_whole = etp_typing_shows_all (GTK_EDITABLE (self->tag_entry), tag);
  gtk_editable_set_editable (GTK_EDITABLE (self->tag_entry), is_whole);
  gtk_widget_set_tooltip_text (
      self->tag_entry,
      is_whole ? NULL
               : _ ("This tag is too long for one line. It can be merged with another one."));
}

static void
scroll_to_top (EtpManagerDetail *self)
{
  gtk_adjustment_set_value (
      gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
}

void
etp_manager_detail_set_node (EtpManagerDetail *self, EtpJourney *journey, EtpNode *node)
{
  g_autoptr (GPtrArray) nodes = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) used = NULL;
  EtpForm *form;

  g_return_if_fail (ETP_IS_MANAGER_DETAIL (self));

  form = get_form (self, etp_form_order_for (node));
  used = etp_usage_dup (journey, etp_node_get_id (node));
  g_clear_pointer (&self->tag, g_free);
  if (node == self->node && form == self->form)
    etp_form_refresh (form);
  else
    {
      if (self->form != NULL && self->form != form)
        etp_form_flush (self->form);
      g_ptr_array_add (nodes, g_object_ref (node));
      etp_form_set_nodes (form, journey, nodes);
      scroll_to_top (self);
    }
  g_set_object (&self->node, node);
  self->form = form;
  show_entry (self, GTK_WIDGET (form), etp_naming_get_kind (node), used);
}

void
etp_manager_detail_set_tag (EtpManagerDetail *self, EtpJourney *journey, const char *tag)
{
  g_autoptr (GPtrArray) used = NULL;

  g_return_if_fail (ETP_IS_MANAGER_DETAIL (self));

  used = etp_tags_dup_nodes (journey, tag);
  g_clear_object (&self->node);
  self->form = NULL;
  if (g_strcmp0 (self->tag, tag) != 0)
    {
      g_free (self->tag);
      self->tag = g_strdup (tag);
      show_tag (self, tag);
      scroll_to_top (self);
    }
  show_entry (self, self->tag_page, _ ("Tag"), used);
}

void
etp_manager_detail_set_nothing (EtpManagerDetail *self, const char *title, const char *description)
{
  g_autofree char *plain = NULL;

  g_return_if_fail (ETP_IS_MANAGER_DETAIL (self));

  plain = g_markup_escape_text (description, -1);
  g_clear_object (&self->node);
  g_clear_pointer (&self->tag, g_free);
  self->form = NULL;
  adw_status_page_set_title (ADW_STATUS_PAGE (self->nothing), title);
  adw_status_page_set_description (ADW_STATUS_PAGE (self->nothing), plain);
  gtk_stack_set_visible_child (self->pages, self->nothing);
}

void
etp_manager_detail_grab_focus (EtpManagerDetail *self)
{
  g_return_if_fail (ETP_IS_MANAGER_DETAIL (self));

  if (self->tag != NULL)
    gtk_widget_grab_focus (self->tag_entry);
  else if (self->form != NULL)
    gtk_widget_child_focus (GTK_WIDGET (self->form), GTK_DIR_TAB_FORWARD);
}

/* What it was given until it has one: what is typed takes its place. */
void
etp_manager_detail_edit_name (EtpManagerDetail *self)
{
  GtkRoot *root;
  GtkWidget *focus;

  g_return_if_fail (ETP_IS_MANAGER_DETAIL (self));

  etp_manager_detail_grab_focus (self);
  root = gtk_widget_get_root (GTK_WIDGET (self));
  focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  if (GTK_IS_TEXT_VIEW (focus))
    g_signal_emit_by_name (focus, "select-all", TRUE);
  else if (GTK_IS_EDITABLE (focus))
    gtk_editable_select_region (GTK_EDITABLE (focus), 0, -1);
}

static void
etp_manager_detail_dispose (GObject *object)
{
  EtpManagerDetail *self = ETP_MANAGER_DETAIL (object);
  GtkWidget *child;

  self->form = NULL;
  g_clear_object (&self->node);
  g_clear_pointer (&self->tag, g_free);
  g_clear_pointer (&self->made, g_hash_table_unref);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (etp_manager_detail_parent_class)->dispose (object);
}

static void
etp_manager_detail_class_init (EtpManagerDetailClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = etp_manager_detail_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[USED_ACTIVATED] = g_signal_new ("used-activated", ETP_TYPE_MANAGER_DETAIL,
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                          ETP_TYPE_NODE);
  signals[TAG_RENAMED] = g_signal_new ("tag-renamed", ETP_TYPE_MANAGER_DETAIL, G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING,
                                       G_TYPE_STRING);
  signals[MERGE] = g_signal_new ("merge", ETP_TYPE_MANAGER_DETAIL, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 1, GTK_TYPE_WIDGET);
  signals[SHEET] = g_signal_new ("sheet", ETP_TYPE_MANAGER_DETAIL, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 1, ETP_TYPE_NODE);
}

static GtkWidget *
create_tag_page (EtpManagerDetail *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = gtk_label_new (_ ("Name"));
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->tag_entry = gtk_entry_new ();
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->tag_entry),
                                  GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  g_signal_connect_swapped (self->tag_entry, "activate", G_CALLBACK (write_tag), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (write_tag), self);
  gtk_widget_add_controller (self->tag_entry, focus);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), self->tag_entry);
  return box;
}

/* With large text its words take several lines. */
static GtkWidget *
create_button (const char *label)
{
  GtkWidget *button = etp_compat_mnemonic_button_new (label);
  GtkLabel *words = GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button)));

  gtk_label_set_wrap (words, TRUE);
  gtk_label_set_justify (words, GTK_JUSTIFY_CENTER);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  return button;
}

static GtkWidget *
create_title (EtpManagerDetail *self)
{
  GtkWidget *title = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *buttons = etp_wrap_box_new (); /* a narrow window shows them one below the other */

  self->kind = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->kind, 0);
  gtk_label_set_wrap (self->kind, TRUE);
  gtk_label_set_wrap_mode (self->kind, PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (GTK_WIDGET (self->kind), "title-4");
  self->merge_button = create_button (_ ("_Merge…"));
  gtk_widget_set_tooltip_text (self->merge_button, _ ("Make another entry part of this one"));
  g_signal_connect_swapped (self->merge_button, "clicked", G_CALLBACK (on_merge), self);
  self->sheet_button = create_button (_ ("_Print Sheet…"));
  gtk_widget_set_tooltip_text (self->sheet_button, _ ("What is known of this entry, on paper"));
  g_signal_connect_swapped (self->sheet_button, "clicked", G_CALLBACK (on_sheet), self);
  gtk_widget_add_css_class (title, "inspector-title");
  gtk_box_append (GTK_BOX (title), GTK_WIDGET (self->kind));
  gtk_box_append (GTK_BOX (buttons), self->sheet_button);
  gtk_box_append (GTK_BOX (buttons), self->merge_button);
  gtk_box_append (GTK_BOX (title), buttons);
  return title;
}

static void
etp_manager_detail_init (EtpManagerDetail *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->made = g_hash_table_new (NULL, NULL);
  self->forms = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_vhomogeneous (self->forms, FALSE);
  self->tag_page = create_tag_page (self);
  gtk_stack_add_child (self->forms, self->tag_page);
  self->used = ETP_USED_LIST (etp_used_list_new ());
  gtk_widget_set_margin_top (GTK_WIDGET (self->used), 18);
  g_signal_connect_swapped (self->used, "activated", G_CALLBACK (on_used_activated), self);
  gtk_widget_add_css_class (box, "entry-detail");
  gtk_box_append (GTK_BOX (box), create_title (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->forms));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->used));
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), box);
  self->nothing = adw_status_page_new ();
  self->pages = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_child (self->pages, self->nothing);
  gtk_stack_add_child (self->pages, self->scroller);
  gtk_widget_set_parent (GTK_WIDGET (self->pages), GTK_WIDGET (self));
}

GtkWidget *
etp_manager_detail_new (void)
{
  return g_object_new (ETP_TYPE_MANAGER_DETAIL, NULL);
}
