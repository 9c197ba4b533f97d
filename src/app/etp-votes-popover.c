/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-votes-popover.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "canvas/etp-buttons.h"
#include "canvas/etp-focus.h"
#include "canvas/etp-point-to.h"
#include "etp-typing.h"
#include "model/etp-edit-votes.h"
#include "model/etp-fields.h"

#define MOST_DIGITS 4
#define MOST_VOTES 9999
#define WIDEST_NAME 24 /* characters of a round's name */

struct _EtpVotesPopover
{
  GtkPopover parent;

  GtkLabel *round; /* child: what the round is called */
  GtkLabel *others; /* child: what other rounds gave, as the map shows the sum */
  GtkEditable *entry; /* child */
  EtpCanvas *canvas; /* borrowed */
  GPtrArray *ids; /* of what is voted for; owned; NULL while it is closed */
  gboolean is_cancelled;
  gboolean is_typed; /* it was opened with a digit */
};

enum
{
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EtpVotesPopover, etp_votes_popover, GTK_TYPE_POPOVER)

/* The cards and measures that are meant and still there; borrowed nodes. */
static GPtrArray *
list_nodes (EtpVotesPopover *self)
{
  EtpJourney *journey = etp_canvas_get_journey (self->canvas);
  GPtrArray *nodes = g_ptr_array_new ();

  for (guint i = 0; journey != NULL && self->ids != NULL && i < self->ids->len; i++)
    {
      EtpNode *node = etp_journey_get_node (journey, self->ids->pdata[i]);

      if (node != NULL)
        g_ptr_array_add (nodes, node);
    }
  return nodes;
}

static void
on_closed (EtpVotesPopover *self)
{
  const char *text = gtk_editable_get_text (self->entry);
  g_autoptr (GPtrArray) nodes = list_nodes (self);
  g_autoptr (GError) error = NULL;
  guint64 count = 0;

  g_clear_pointer (&self->ids, g_ptr_array_unref);
  if (!self->is_cancelled && nodes->len > 0 && (self->is_typed || etp_typing_is_other (self->entry))
      && g_ascii_string_to_unsigned (text, 10, 0, MOST_VOTES, &count, NULL))
    {
      EtpJourney *journey = etp_canvas_get_journey (self->canvas);
      g_autofree char *title = etp_votes_dup_next_title (journey);

      if (!etp_edit_set_votes (journey, nodes, NULL, title, (guint) count, &error))
        g_signal_emit (self, signals[FAILED], 0, error);
    }
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

static gboolean
on_key (GtkEventControllerKey *keys,
        guint key,
        guint code,
        GdkModifierType modifiers,
        EtpVotesPopover *self)
{
  if (key != GDK_KEY_Escape || etp_focus_is_in_popup (GTK_WIDGET (self)))
    return GDK_EVENT_PROPAGATE;
  self->is_cancelled = TRUE;
  gtk_popover_popdown (GTK_POPOVER (self));
  return GDK_EVENT_STOP;
}

static void
on_activate (EtpVotesPopover *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

/* Digits and nothing else. */
static void
on_insert_text (GtkEditable *text, const char *typed, int length, int *position, gpointer user_data)
{
  for (const char *p = typed; p < typed + (length < 0 ? (int) strlen (typed) : length); p++)
    if (!g_ascii_isdigit (*p))
      {
        g_signal_stop_emission_by_name (text, "insert-text");
        gtk_widget_error_bell (GTK_WIDGET (text));
        return;
      }
}

static void
etp_votes_popover_finalize (GObject *object)
{
  g_clear_pointer (&ETP_VOTES_POPOVER (object)->ids, g_ptr_array_unref);
  G_OBJECT_CLASS (etp_votes_popover_parent_class)->finalize (object);
}

static void
etp_votes_popover_class_init (EtpVotesPopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = etp_votes_popover_finalize;
  signals[FAILED] = g_signal_new ("failed", ETP_TYPE_VOTES_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_ERROR | G_SIGNAL_TYPE_STATIC_SCOPE);
}

static void
etp_votes_popover_init (EtpVotesPopover *self)
{
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *round = gtk_label_new (NULL);
  GtkWidget *others = gtk_label_new (NULL);
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->entry = GTK_EDITABLE (entry);
  gtk_entry_set_max_length (GTK_ENTRY (entry), MOST_DIGITS);
  gtk_entry_set_input_purpose (GTK_ENTRY (entry), GTK_INPUT_PURPOSE_DIGITS);
  gtk_editable_set_width_chars (self->entry, MOST_DIGITS);
  gtk_editable_set_max_width_chars (self->entry, MOST_DIGITS);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Votes"), -1);
  self->round = GTK_LABEL (round);
  gtk_label_set_ellipsize (self->round, PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (self->round, WIDEST_NAME);
  gtk_label_set_xalign (self->round, 0);
  gtk_widget_set_hexpand (round, TRUE);
  self->others = GTK_LABEL (others);
  gtk_label_set_xalign (self->others, 0);
  gtk_widget_add_css_class (others, "dim-label");
  gtk_widget_add_css_class (others, "caption");
  gtk_box_append (GTK_BOX (box), round);
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (lines), box);
  gtk_box_append (GTK_BOX (lines), others);
  gtk_popover_set_child (GTK_POPOVER (self), lines);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  etp_typing_add_keys (GTK_WIDGET (self));
  g_signal_connect (gtk_editable_get_delegate (self->entry), "insert-text",
                    G_CALLBACK (on_insert_text), NULL);
  g_signal_connect_object (entry, "activate", G_CALLBACK (on_activate), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "closed", G_CALLBACK (on_closed), NULL);
}

GtkWidget *
etp_votes_popover_new (EtpCanvas *canvas)
{
  EtpVotesPopover *self = g_object_new (ETP_TYPE_VOTES_POPOVER, NULL);

  self->canvas = canvas;
  return GTK_WIDGET (self);
}

static gboolean
can_be_voted_for (EtpNode *node)
{
  return etp_node_get_list (node) == ETP_LIST_CARDS
         || etp_node_get_list (node) == ETP_LIST_MEASURES;
}

/* Which round it is that a count is typed for, and what of the sum on the map is of others. */
static void
show_round (EtpVotesPopover *self, GPtrArray *nodes)
{
  EtpJourney *journey = etp_canvas_get_journey (self->canvas);
  EtpNode *round = etp_votes_get_round (journey);
  g_autofree char *next = etp_votes_dup_next_title (journey);
  const char *title = next != NULL ? next : etp_node_get_text (round, ETP_VOTE_ROUND_TITLE);
  g_autofree char *others = NULL;
  g_autofree char *both = NULL;
  guint n = 0;

  if (title[0] == '\0')
    title = _ ("Votes");
  for (guint i = 0; i < nodes->len; i++)
    {
      const guint sum = etp_votes_count (nodes->pdata[i]);

      n += sum - MIN (sum, etp_votes_count_in_round (nodes->pdata[i], round));
    }
  /* Translators: %u is how many votes something has besides those of the round that is open. */
  others = g_strdup_printf (ngettext ("%u vote from other rounds", "%u votes from other rounds", n),
                            n);
  both = g_strjoin (", ", title, others, NULL);
  gtk_label_set_text (self->round, title);
  gtk_label_set_text (self->others, others);
  gtk_widget_set_visible (GTK_WIDGET (self->others), n > 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  n > 0 ? both : title, -1);
}

/* The count that all of them have in the open round; "": none, or not the same one. */
static char *
dup_count (EtpVotesPopover *self, GPtrArray *nodes)
{
  EtpNode *round = etp_votes_get_round (etp_canvas_get_journey (self->canvas));
  const guint count = etp_votes_count_in_round (nodes->pdata[0], round);

  for (guint i = 1; i < nodes->len; i++)
    if (etp_votes_count_in_round (nodes->pdata[i], round) != count)
      return g_strdup ("");
  return count > 0 && count <= MOST_VOTES ? g_strdup_printf ("%u", count) : g_strdup ("");
}

static void
show (GtkWidget *widget, gpointer data)
{
  EtpVotesPopover *self = ETP_VOTES_POPOVER (widget);
  const char *typed = data;
  g_autoptr (GPtrArray) selected = NULL;
  g_autoptr (GPtrArray) nodes = NULL;
  g_autofree char *count = NULL;

  selected = etp_canvas_dup_selected_nodes (self->canvas);
  g_clear_pointer (&self->ids, g_ptr_array_unref);
  self->ids = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < selected->len; i++)
    if (can_be_voted_for (selected->pdata[i]))
      g_ptr_array_add (self->ids, g_strdup (etp_node_get_id (selected->pdata[i])));
  if (self->ids->len == 0)
    {
      gtk_widget_error_bell (GTK_WIDGET (self->canvas));
      return;
    }
  nodes = list_nodes (self);
  count = dup_count (self, nodes);
  show_round (self, nodes);
  self->is_cancelled = FALSE;
  self->is_typed = typed[0] != '\0';
  etp_typing_set_text (self->entry, typed[0] != '\0' ? typed : count);
  etp_point_to_selection (GTK_POPOVER (self), self->canvas);
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  if (typed[0] != '\0')
    gtk_editable_set_position (self->entry, -1);
}

void
etp_votes_popover_show (EtpVotesPopover *self, const char *typed)
{
  g_return_if_fail (ETP_IS_VOTES_POPOVER (self));

  etp_buttons_call_when_up (GTK_WIDGET (self), show, g_strdup (typed), g_free);
}
