/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-canvas"

#include "config.h"

#include "etp-canvas-drag.h"
#include "etp-canvas-editor-private.h"
#include "etp-focus.h"

/* The text widget of the editor, and what its keys do. */

static void
on_typed (GtkTextBuffer *buffer, EtpCanvas *self)
{
  EtpCanvasEditor *editor = self->editor;

  if (editor->node_id == NULL || editor->is_ending)
    return;
  etp_canvas_record_later (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* What comes in looks like the rest. */
static void
on_inserted (GtkTextBuffer *buffer, GtkTextIter *end, char *text, int length, EtpCanvas *self)
{
  GtkTextIter start = *end;

  gtk_text_iter_backward_chars (&start, (int) g_utf8_strlen (text, length));
  gtk_text_buffer_apply_tag (buffer, self->editor->tag, &start, end);
}

static void
on_preedit (GtkTextView *view, const char *preedit, EtpCanvas *self)
{
  self->editor->is_preediting = preedit[0] != '\0';
}

static void
go_to_field (EtpCanvas *self, int step)
{
  EtpCanvasEditor *editor = self->editor;
  const int position = (int) editor->position + step;

  /* Behind the last field letters would be commands to the map. */
  if (position < 0)
    etp_canvas_end_editing (self, FALSE);
  else if (etp_canvas_record (self) && position < (int) editor->n_fields)
    etp_canvas_begin_field (self, (guint) position);
}

static gboolean
on_key (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, EtpCanvas *self)
{
  const GdkModifierType held = state & gtk_accelerator_get_default_mod_mask ();

  if (self->editor->is_preediting || self->editor->node_id == NULL
      || etp_focus_is_in_popup (self->editor->view))
    return GDK_EVENT_PROPAGATE;
  switch (key)
    {
    case GDK_KEY_Escape:
      etp_canvas_end_editing (self, TRUE);
      return GDK_EVENT_STOP;
    case GDK_KEY_Tab:
    case GDK_KEY_KP_Tab:
    case GDK_KEY_ISO_Left_Tab:
      if ((held & ~GDK_SHIFT_MASK) != 0)
        return GDK_EVENT_PROPAGATE;
      go_to_field (self, held != 0 ? -1 : 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      if (held == GDK_SHIFT_MASK && !etp_canvas_editor_is_one_line (self->editor))
        return GDK_EVENT_PROPAGATE; /* a new line */
      etp_canvas_end_editing (self, FALSE);
      if (held == GDK_CONTROL_MASK)
        gtk_widget_activate_action (GTK_WIDGET (self), "canvas.add", NULL);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* Where the card is that is typed in, so that what comes there takes its place. */
static gboolean
find_target (EtpCanvas *self, EtpCanvasTarget *target)
{
  EtpCanvasPlace place;

  if (etp_canvas_get_selected_node (self) != etp_canvas_get_edited (self)
      || !etp_canvas_get_selected_place (self, &place))
    return FALSE;
  /* The place is the one behind it. */
  *target = (EtpCanvasTarget){ place.lane, place.phase, MAX (place.index, 1) - 1, place.step };
  return TRUE;
}

static void
insert (EtpCanvasEditor *editor, const char *text)
{
  GtkTextBuffer *buffer = etp_canvas_editor_get_buffer (editor);

  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete_selection (buffer, TRUE, TRUE);
  gtk_text_buffer_insert_interactive_at_cursor (buffer, text, -1, TRUE);
  gtk_text_buffer_end_user_action (buffer);
  gtk_text_view_scroll_mark_onscreen (GTK_TEXT_VIEW (editor->view),
                                      gtk_text_buffer_get_insert (buffer));
}

typedef struct
{
  EtpCanvas *canvas; /* owned reference */
  char *node_id; /* owned; the card that was typed in */
} Pasted;

static void
on_pasted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Pasted *pasted = user_data;
  EtpCanvas *self = pasted->canvas;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  EtpCanvasTarget target;

  /* Typing may have ended meanwhile, or have begun elsewhere. */
  if (text != NULL && self->editor != NULL
      && g_strcmp0 (self->editor->node_id, pasted->node_id) == 0
      && !(etp_canvas_is_typing_blank_card (self) && find_target (self, &target)
           && etp_canvas_offer_text (self, text, &target)))
    insert (self->editor, text);
  g_object_unref (pasted->canvas);
  g_free (pasted->node_id);
  g_free (pasted);
}

/* A list that comes into a new card is a list of cards; whoever pastes it into an empty cell presses "+"
 * there first. */
static void
on_paste (GtkTextView *view, EtpCanvas *self)
{
  Pasted *pasted;

  if (!etp_canvas_is_typing_blank_card (self))
    return;
  g_signal_stop_emission_by_name (view, "paste-clipboard");
  pasted = g_new0 (Pasted, 1);
  pasted->canvas = g_object_ref (self);
  pasted->node_id = g_strdup (self->editor->node_id);
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL, on_pasted,
                                 pasted);
}

/* Insert held a little longer than it takes to add a card is no wish to replace letters, on this card
 * and on all that are typed in later. */
static void
on_overwrite (GtkTextView *view, EtpCanvas *self)
{
  g_signal_stop_emission_by_name (view, "toggle-overwrite");
}

/* Another window in front is no reason to stop, only to record. */
static void
leave (EtpCanvas *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (!etp_canvas_is_editing (self) || self->editor->is_ending)
    return;
  if (root != NULL && gtk_root_get_focus (root) == self->editor->view)
    etp_canvas_record (self);
  else
    etp_canvas_end_editing (self, FALSE);
}

static void
on_left_late (gpointer user_data)
{
  EtpCanvas *self = user_data;

  self->editor->leave_id = 0;
  leave (self);
}

/* The input method is told after this, and only then gives what is composed. */
static void
on_left (GtkEventControllerFocus *controller, EtpCanvas *self)
{
  EtpCanvasEditor *editor = self->editor;

  if (!editor->is_preediting || editor->node_id == NULL || editor->is_ending)
    leave (self);
  else if (editor->leave_id == 0)
    editor->leave_id = g_idle_add_once (on_left_late, self);
}

void
etp_canvas_ensure_editor (EtpCanvas *self)
{
  GtkEventController *keys, *focus;
  EtpCanvasEditor *editor;
  GtkTextBuffer *buffer;

  if (self->editor != NULL)
    return;
  self->editor = editor = g_new0 (EtpCanvasEditor, 1);
  editor->view = gtk_text_view_new ();
  gtk_widget_set_visible (editor->view, FALSE);
  gtk_widget_add_css_class (editor->view, "map-text");
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (editor->view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (editor->view), FALSE);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (editor->view), PADDING_PX);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (editor->view), PADDING_PX);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (editor->view), PADDING_Y_PX);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (editor->view), PADDING_Y_PX);
  gtk_widget_set_parent (editor->view, GTK_WIDGET (self));
  buffer = etp_canvas_editor_get_buffer (editor);
  editor->tag = gtk_text_buffer_create_tag (buffer, NULL, NULL, NULL);
  g_signal_connect (buffer, "changed", G_CALLBACK (on_typed), self);
  g_signal_connect_after (buffer, "insert-text", G_CALLBACK (on_inserted), self);
  g_signal_connect (editor->view, "preedit-changed", G_CALLBACK (on_preedit), self);
  g_signal_connect (editor->view, "paste-clipboard", G_CALLBACK (on_paste), self);
  g_signal_connect (editor->view, "toggle-overwrite", G_CALLBACK (on_overwrite), self);
  keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (editor->view, keys);
  focus = gtk_event_controller_focus_new ();
  g_signal_connect (focus, "leave", G_CALLBACK (on_left), self);
  gtk_widget_add_controller (editor->view, focus);
}
