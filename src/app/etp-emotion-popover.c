/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-emotion-popover-private.h"

#include "canvas/etp-buttons.h"
#include "canvas/etp-focus.h"
#include "canvas/etp-point-to.h"
#include "etp-preedit.h"
#include "etp-slide.h"
#include "etp-typing.h"
#include "model/etp-curve-text.h"
#include "model/etp-edit-emotion.h"
#include "model/etp-fields.h"
#include "model/etp-history.h"
#include "model/etp-tables.h"
#include "model/etp-words.h"
#include "app/compat/etp-compat-mnemonic.h"

/* The widgets follow the journey: each change is a verb, and what the verb made of it is shown.
 * is_filling keeps that from coming back as a change. */

enum
{
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EtpEmotionPopover, etp_emotion_popover, GTK_TYPE_POPOVER)

static void
finish (EtpEmotionPopover *self, gboolean is_done, const GError *error)
{
  if (!is_done)
    g_signal_emit (self, signals[FAILED], 0, error);
}

static void
set_level (EtpEmotionPopover *self, double level)
{
  g_autoptr (GError) error = NULL;

  if (level == etp_emotion_popover_get_level (self))
    return;
  finish (self,
          etp_edit_slide_emotion (self->journey, self->card, self->persona, self->is_target, level,
                                  &error),
          error);
}

/* While a number is typed, the word for it stands beside. */
static void
on_value_typed (EtpEmotionPopover *self)
{
  double value;

  if (self->is_filling)
    return;
  if (etp_emotion_parse (gtk_editable_get_text (self->value), &value))
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->value), "error");
      etp_emotion_popover_show_plain (self, value);
    }
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->value), "error");
}

/* Takes over what is typed; FALSE if it is no number. What still reads as it was shown is not written:
 * the journey may know it more precisely. */
static gboolean
write_value (EtpEmotionPopover *self)
{
  const double level = etp_emotion_popover_get_level (self);
  g_autofree char *shown = isnan (level) ? NULL : etp_emotion_format (level, NULL);
  const char *text = gtk_editable_get_text (self->value);
  double value;

  if (!etp_emotion_parse (text, &value))
    return FALSE;
  if (g_strcmp0 (text, shown) != 0)
    set_level (self, value);
  return TRUE;
}

static void
commit_value (EtpEmotionPopover *self)
{
  if (self->card == NULL || self->is_filling)
    return;
  if (!write_value (self) && gtk_editable_get_text (self->value)[0] != '\0')
    gtk_widget_error_bell (GTK_WIDGET (self));
  etp_emotion_popover_fill (self);
}

/* What nobody has typed is not written: the entry may have cut it, and it may end with a blank. */
void
etp_emotion_popover_commit_feeling (EtpEmotionPopover *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->feeling)));
  g_autoptr (GError) error = NULL;

  if (self->card == NULL || self->is_filling || !etp_typing_is_other (self->feeling)
      || g_str_equal (text, etp_emotion_popover_get_text (self, ETP_EMOTION_FEELING)))
    return;
  finish (self,
          etp_edit_set_emotion_feeling (self->journey, self->card, self->persona, text, &error),
          error);
}

char *
etp_emotion_popover_dup_note (EtpEmotionPopover *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->note);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
commit_note (EtpEmotionPopover *self)
{
  g_autofree char *text = etp_emotion_popover_dup_note (self);
  g_autoptr (GError) error = NULL;
  EtpDatum datum;

  if (self->card == NULL || self->is_filling
      || g_str_equal (text, etp_emotion_popover_get_text (self, ETP_EMOTION_NOTE)))
    return;
  datum = etp_datum_text (&etp_emotion_table.fields[ETP_EMOTION_NOTE], text);
  finish (self,
          etp_edit_set_emotion_field (self->journey, self->card, self->persona, ETP_EMOTION_NOTE,
                                      &datum, &error),
          error);
}

/* Showing a new value shows everything anew: what is being typed is taken over before. */
static void
on_scale_changed (EtpEmotionPopover *self)
{
  const double level = round (gtk_range_get_value (self->scale) * 10) / 10;

  if (self->is_filling || self->card == NULL)
    return;
  etp_emotion_popover_commit_feeling (self);
  commit_note (self);
  etp_slide_prepare (GTK_WIDGET (self->scale), etp_journey_get_history (self->journey));
  set_level (self, level);
}

/* The wheel means the scale only where that has the keyboard, not wherever the pointer rests. */
static gboolean
on_scroll (EtpEmotionPopover *self)
{
  return !gtk_widget_is_focus (GTK_WIDGET (self->scale));
}

static void
on_evidence_chosen (EtpEmotionPopover *self)
{
  const guint chosen = gtk_drop_down_get_selected (self->evidence);
  g_autoptr (GError) error = NULL;
  EtpDatum datum;

  if (self->is_filling || self->card == NULL || chosen == GTK_INVALID_LIST_POSITION)
    return;
  datum = etp_datum_text (&etp_emotion_table.fields[ETP_EMOTION_EVIDENCE],
                          etp_evidence_words[chosen]);
  finish (self,
          etp_edit_set_emotion_field (self->journey, self->card, self->persona,
                                      ETP_EMOTION_EVIDENCE, &datum, &error),
          error);
}

/* The point that was selected may have gone: the keyboard stays with the step. */
static void
keep_step (EtpEmotionPopover *self, EtpNode *card)
{
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();

  if (!etp_item_ref_is_none (etp_canvas_get_selection (self->canvas)))
    return;
  g_ptr_array_add (nodes, card);
  etp_canvas_select_nodes (self->canvas, nodes);
}

/* A button that is activated by key is clicked a moment later; the popover may be closed by then. */
static void
on_clear_ratings (EtpEmotionPopover *self)
{
  g_autoptr (GError) error = NULL;

  if (self->card == NULL)
    return;
  finish (self,
          etp_edit_set_emotion_ratings (self->journey, self->card, self->persona, NULL, 0, &error),
          error);
  if (self->card != NULL)
    keep_step (self, self->card);
}

/* Closed before, so that the keyboard is on the map when the step is selected. */
static void
on_remove (EtpEmotionPopover *self)
{
  g_autoptr (EtpJourney) journey = NULL;
  g_autoptr (EtpNode) card = NULL;
  g_autoptr (EtpNode) persona = NULL;
  g_autoptr (GError) error = NULL;

  if (self->card == NULL)
    return;
  journey = g_object_ref (self->journey);
  card = g_object_ref (self->card);
  persona = self->persona != NULL ? g_object_ref (self->persona) : NULL;
  self->is_dropped = TRUE;
  gtk_popover_popdown (GTK_POPOVER (self));
  finish (self, etp_edit_remove_emotion_point (journey, card, persona, self->is_target, &error),
          error);
  keep_step (self, card);
}

static void
on_feeling_typed (EtpEmotionPopover *self)
{
  if (!self->is_filling)
    etp_emotion_popover_list_words (self);
}

static void
on_journey_committed (EtpEmotionPopover *self)
{
  if (self->card == NULL)
    return;
  if (etp_journey_get_node (self->journey, etp_node_get_id (self->card)) != self->card
      || (self->persona != NULL
          && etp_journey_get_node (self->journey, etp_node_get_id (self->persona))
                 != self->persona))
    {
      self->is_dropped = TRUE;
      gtk_popover_popdown (GTK_POPOVER (self));
      return;
    }
  etp_emotion_popover_fill (self);
}

static void
forget (EtpEmotionPopover *self)
{
  if (self->journey != NULL)
    g_signal_handlers_disconnect_by_func (self->journey, on_journey_committed, self);
  g_clear_object (&self->journey);
  g_clear_object (&self->card);
  g_clear_object (&self->persona);
  self->typing = NULL;
}

static void
on_closed (EtpEmotionPopover *self)
{
  if (!self->is_dropped && self->card != NULL)
    {
      if (gtk_widget_get_sensitive (self->value_box))
        write_value (self);
      etp_emotion_popover_commit_feeling (self);
      commit_note (self);
    }
  forget (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

static void
on_value_activated (EtpEmotionPopover *self)
{
  double value;

  if (!etp_emotion_parse (gtk_editable_get_text (self->value), &value))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
on_feeling_activated (EtpEmotionPopover *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

static GtkWidget *
find_typing (EtpEmotionPopover *self)
{
  GtkWidget *entries[] = { GTK_WIDGET (self->value), GTK_WIDGET (self->feeling),
                           GTK_WIDGET (self->note) };
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  for (gsize i = 0; focus != NULL && i < G_N_ELEMENTS (entries); i++)
    if (focus == entries[i] || gtk_widget_is_ancestor (focus, entries[i]))
      return entries[i];
  return NULL;
}

static gboolean
is_in_words (EtpEmotionPopover *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->words));
}

static gboolean
on_key_pressed (EtpEmotionPopover *self, guint key)
{
  GtkWidget *typing = find_typing (self);

  if (key == GDK_KEY_Escape && !etp_focus_is_in_popup (GTK_WIDGET (self))
      && (typing == NULL || !etp_preedit_is_open (typing)))
    self->is_dropped = TRUE;
  return GDK_EVENT_PROPAGATE;
}

/* What is typed counts as soon as it is left. Focus controllers would not do: they tell also when
 * the window itself loses the keyboard for a moment, as it does when a popover appears. */
static void
on_focus_moved (EtpEmotionPopover *self)
{
  GtkWidget *left = self->typing;

  /* Whoever goes to the words is about to choose one in place of its beginning. */
  if (left == GTK_WIDGET (self->feeling) && is_in_words (self))
    return;
  self->typing = find_typing (self);
  if (left == NULL || left == self->typing || self->is_dropped || self->card == NULL)
    return;
  if (left == GTK_WIDGET (self->value))
    commit_value (self);
  else if (left == GTK_WIDGET (self->feeling))
    etp_emotion_popover_commit_feeling (self);
  else
    commit_note (self);
}

static void
add_evidence (EtpEmotionPopover *self)
{
  GtkStringList *list = gtk_string_list_new (NULL);

  for (guint i = 0; etp_evidence_words[i] != NULL; i++)
    gtk_string_list_append (list, etp_words_get_choice (NULL, etp_evidence_words, (int) i));
  gtk_drop_down_set_model (self->evidence, G_LIST_MODEL (list));
  g_object_unref (list);
}

static void
etp_emotion_popover_dispose (GObject *object)
{
  EtpEmotionPopover *self = ETP_EMOTION_POPOVER (object);

  forget (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), ETP_TYPE_EMOTION_POPOVER);
  G_OBJECT_CLASS (etp_emotion_popover_parent_class)->dispose (object);
}

static void
etp_emotion_popover_class_init (EtpEmotionPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = etp_emotion_popover_dispose;
  signals[FAILED] = g_signal_new ("failed", ETP_TYPE_EMOTION_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_ERROR | G_SIGNAL_TYPE_STATIC_SCOPE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ETP_RESOURCE_PATH "/ui/emotion-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, EtpEmotionPopover, title);
  gtk_widget_class_bind_template_child (widget_class, EtpEmotionPopover, owner);
  gtk_widget_class_bind_template_child (widget_class, EtpEmotionPopover, plain);
  gtk_widget_class_bind_template_child (widget_class, EtpEmotionPopover, rated);
  gtk_widget_class_bind_template_child (widget_class, EtpEmotionPopover, rated_box);
  gtk_widget_class_bind_template_child (widget_class, EtpEmotionPopover, value_box);
  gtk_widget_class_bind_template_child (widget_class, EtpEmotionPopover, details);
  gtk_widget_class_bind_template_child (widget_class, EtpEmotionPopover, scale);
  gtk_widget_class_bind_template_child (widget_class, EtpEmotionPopover, value);
  gtk_widget_class_bind_template_child (widget_class, EtpEmotionPopover, feeling);
  gtk_widget_class_bind_template_child (widget_class, EtpEmotionPopover, words);
  gtk_widget_class_bind_template_child (widget_class, EtpEmotionPopover, note);
  gtk_widget_class_bind_template_child (widget_class, EtpEmotionPopover, evidence);
  gtk_widget_class_bind_template_callback (widget_class, on_scale_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_value_typed);
  gtk_widget_class_bind_template_callback (widget_class, on_value_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_feeling_typed);
  gtk_widget_class_bind_template_callback (widget_class, on_feeling_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_evidence_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_clear_ratings);
  gtk_widget_class_bind_template_callback (widget_class, on_remove);
  gtk_widget_class_bind_template_callback (widget_class, on_closed);
}

static void
etp_emotion_popover_init (EtpEmotionPopover *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (
      GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_label_set_selectable (self->rated, TRUE); /* so that it can have the keyboard */
  etp_compat_name_buttons (GTK_WIDGET (self));
  for (int i = -2; i <= 2; i++)
    gtk_scale_add_mark (GTK_SCALE (self->scale), i, GTK_POS_BOTTOM, NULL);
  etp_slide_watch (GTK_WIDGET (self->scale));
  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (on_scroll), self);
  gtk_widget_add_controller (GTK_WIDGET (self->scale), scroll);
  add_evidence (self);
  etp_preedit_watch (GTK_WIDGET (self->value));
  etp_preedit_watch (GTK_WIDGET (self->feeling));
  etp_preedit_watch (GTK_WIDGET (self->note));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  etp_typing_add_keys (GTK_WIDGET (self));
}

void
etp_emotion_popover_drop (EtpEmotionPopover *self)
{
  g_return_if_fail (ETP_IS_EMOTION_POPOVER (self));

  self->is_dropped = TRUE;
  gtk_popover_popdown (GTK_POPOVER (self));
}

GtkWidget *
etp_emotion_popover_new (EtpCanvas *canvas)
{
  EtpEmotionPopover *self = g_object_new (ETP_TYPE_EMOTION_POPOVER, NULL);

  self->canvas = canvas;
  return GTK_WIDGET (self);
}

static void
show (GtkWidget *widget, gpointer data)
{
  EtpEmotionPopover *self = ETP_EMOTION_POPOVER (widget);
  const char *typed = data;
  EtpEmotionHandle handle;

  if (!etp_canvas_get_emotion (self->canvas, &handle))
    return;
  forget (self);
  self->journey = g_object_ref (etp_canvas_get_journey (self->canvas));
  g_set_object (&self->card, handle.card);
  g_set_object (&self->persona, handle.persona);
  self->is_target = handle.is_target;
  self->is_dropped = FALSE;
  g_signal_connect_object (self->journey, "committed", G_CALLBACK (on_journey_committed), self,
                           G_CONNECT_SWAPPED);
  etp_history_end_coalescing (etp_journey_get_history (self->journey));
  etp_emotion_popover_fill (self);
  etp_point_to_selection (GTK_POPOVER (self), self->canvas);
  gtk_popover_popup (GTK_POPOVER (self));
  g_signal_handlers_disconnect_by_func (gtk_widget_get_root (GTK_WIDGET (self)), on_focus_moved,
                                        self);
  g_signal_connect_object (gtk_widget_get_root (GTK_WIDGET (self)), "notify::focus-widget",
                           G_CALLBACK (on_focus_moved), self, G_CONNECT_SWAPPED);
  /* A value that is the mean of ratings is not typed: the words that say so take the keyboard from what follows
   * the first digit. Enter must not reach a button by chance. */
  if (gtk_widget_get_sensitive (self->value_box))
    gtk_widget_grab_focus (GTK_WIDGET (self->value));
  else
    gtk_widget_grab_focus (typed[0] != '\0' ? GTK_WIDGET (self->rated)
                                            : GTK_WIDGET (self->feeling));
  if (typed[0] != '\0' && gtk_widget_get_sensitive (self->value_box))
    {
      gtk_editable_set_text (self->value, typed);
      gtk_editable_set_position (self->value, -1);
    }
}

void
etp_emotion_popover_show (EtpEmotionPopover *self, const char *typed)
{
  g_return_if_fail (ETP_IS_EMOTION_POPOVER (self));

  etp_buttons_call_when_up (GTK_WIDGET (self), show, g_strdup (typed), g_free);
}
