/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-canvas"

#include "config.h"

#include "etp-canvas-editor-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/etp-edit.h"
#include "model/etp-history.h"

/* The text widget is made at the first edit and stays as a hidden child of the canvas.
 *
 * What is typed is recorded RECORD_MS after the last key, and at once when it takes another line,
 * so that the card grows with it. A card of 100,000 characters is typed into as well.
 */

#define RECORD_MS 500

typedef struct
{
  EtpListKind list;
  guint fields[2];
  guint n_fields;
} EditableRow;

/* What can be typed on the map, the title first. */
static const EditableRow rows[] = {
  { ETP_LIST_CARDS, { ETP_CARD_TITLE, ETP_CARD_TEXT }, 2 },
  { ETP_LIST_MEASURES, { ETP_MEASURE_TITLE }, 1 },
  { ETP_LIST_METRICS, { ETP_METRIC_NAME }, 1 },
  { ETP_LIST_PHASES, { ETP_PHASE_NAME, ETP_PHASE_GOAL }, 2 },
  { ETP_LIST_LANES, { ETP_LANE_NAME }, 1 },
  { ETP_N_LISTS, { ETP_JOURNEY_TITLE }, 1 },
};

static const EditableRow *
find_row (EtpNode *node)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    if (rows[i].list == etp_node_get_list (node))
      return &rows[i];
  return NULL;
}

gboolean
etp_canvas_can_edit (EtpCanvas *self, EtpNode *node)
{
  return node != NULL && find_row (node) != NULL && !etp_journey_get_read_only (self->journey);
}

gboolean
etp_canvas_is_editing (EtpCanvas *self)
{
  return self->editor != NULL && self->editor->node_id != NULL;
}

EtpNode *
etp_canvas_get_edited (EtpCanvas *self)
{
  return etp_journey_get_node (self->journey, self->editor->node_id);
}

static GtkTextBuffer *
get_buffer (EtpCanvasEditor *editor)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (editor->view));
}

/* Titles are one line in the document, whatever was pasted. */
static gboolean
is_one_line (EtpCanvasEditor *editor)
{
  return editor->position == 0;
}

static char *
dup_typed (EtpCanvasEditor *editor)
{
  GtkTextBuffer *buffer = get_buffer (editor);
  GtkTextIter start, end;
  char *text;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
  if (is_one_line (editor))
    g_strdelimit (text, "\r\n\t", ' ');
  return text;
}

/* The item that shows the node: its card or head. */
EtpItemRef
etp_canvas_find_edited (EtpCanvas *self, const char *node_id)
{
  static const EtpItemKind kinds[] = { ETP_ITEM_CARD,  ETP_ITEM_MEASURE,    ETP_ITEM_METRIC,
                                       ETP_ITEM_IMAGE, ETP_ITEM_PHASE_HEAD, ETP_ITEM_LANE_HEAD,
                                       ETP_ITEM_TITLE };

  etp_canvas_ensure_scene (self);
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const EtpItemRef ref = etp_scene_find_node (self->scene, node_id, kinds[i]);

      if (!etp_item_ref_is_none (ref))
        return ref;
    }
  return ETP_ITEM_REF_NONE;
}

/* FALSE: the verb refused; the person was told, and goes on typing. */
static gboolean
record (EtpCanvas *self)
{
  EtpCanvasEditor *editor = self->editor;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  EtpNode *node = etp_canvas_get_edited (self);

  g_clear_handle_id (&editor->record_id, g_source_remove);
  if (node == NULL)
    return TRUE;
  text = dup_typed (editor);
  if (strcmp (text, etp_node_get_text (node, etp_canvas_editor_get_field (editor))) == 0)
    return TRUE;
  editor->is_recording = TRUE;
  etp_edit_set_text (self->journey, node, etp_canvas_editor_get_field (editor), text, &error);
  editor->is_recording = FALSE;
  if (error != NULL)
    etp_canvas_tell_error (self, error);
  return error == NULL;
}

static gboolean
on_pause (gpointer user_data)
{
  EtpCanvas *self = user_data;

  self->editor->record_id = 0;
  record (self);
  return G_SOURCE_REMOVE;
}

void
etp_canvas_record_soon (EtpCanvas *self)
{
  g_clear_handle_id (&self->editor->record_id, g_source_remove);
  self->editor->record_id = g_idle_add (on_pause, self);
}

static void
on_typed (GtkTextBuffer *buffer, EtpCanvas *self)
{
  EtpCanvasEditor *editor = self->editor;

  if (editor->node_id == NULL || editor->is_ending)
    return;
  g_clear_handle_id (&editor->record_id, g_source_remove);
  editor->record_id = g_timeout_add (RECORD_MS, on_pause, self);
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

static void begin_field (EtpCanvas *self, guint position);

static void
go_to_field (EtpCanvas *self, int step)
{
  EtpCanvasEditor *editor = self->editor;
  const int position = (int) editor->position + step;

  if (position < 0 || position >= (int) editor->n_fields)
    etp_canvas_end_editing (self, FALSE);
  else if (record (self))
    begin_field (self, (guint) position);
}

static gboolean
on_key (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, EtpCanvas *self)
{
  const GdkModifierType held = state & gtk_accelerator_get_default_mod_mask ();

  if (self->editor->is_preediting || self->editor->node_id == NULL)
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
      if (held == GDK_SHIFT_MASK && !is_one_line (self->editor))
        return GDK_EVENT_PROPAGATE; /* a new line */
      etp_canvas_end_editing (self, FALSE);
      if (held == GDK_CONTROL_MASK)
        gtk_widget_activate_action (GTK_WIDGET (self), "canvas.add", NULL);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* Another window in front is no reason to stop, only to record. */
static void
on_left (GtkEventControllerFocus *controller, EtpCanvas *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (!etp_canvas_is_editing (self) || self->editor->is_ending)
    return;
  if (root != NULL && gtk_root_get_focus (root) == self->editor->view)
    record (self);
  else
    etp_canvas_end_editing (self, FALSE);
}

static void
ensure_editor (EtpCanvas *self)
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
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (editor->view), PADDING_PX);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (editor->view), PADDING_PX);
  gtk_widget_set_parent (editor->view, GTK_WIDGET (self));
  buffer = get_buffer (editor);
  editor->tag = gtk_text_buffer_create_tag (buffer, NULL, NULL, NULL);
  g_signal_connect (buffer, "changed", G_CALLBACK (on_typed), self);
  g_signal_connect_after (buffer, "insert-text", G_CALLBACK (on_inserted), self);
  g_signal_connect (editor->view, "preedit-changed", G_CALLBACK (on_preedit), self);
  keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (editor->view, keys);
  focus = gtk_event_controller_focus_new ();
  g_signal_connect (focus, "leave", G_CALLBACK (on_left), self);
  gtk_widget_add_controller (editor->view, focus);
}

/* Selected text is offered to other windows. What is selected goes over to the new text before the
 * old one is deleted: the X server may date giving an offer up and making the next one to the same
 * moment, the toolkit then takes the first for somebody else's offer and drops the selection, and
 * what is typed would not replace the title. */
static void
replace_typed (EtpCanvasEditor *editor, const char *text)
{
  GtkTextBuffer *buffer = get_buffer (editor);
  const int n_before = gtk_text_buffer_get_char_count (buffer);
  GtkTextIter start, end;

  editor->is_ending = TRUE; /* this is not typing */
  gtk_text_buffer_begin_irreversible_action (buffer);
  gtk_text_buffer_get_end_iter (buffer, &end);
  gtk_text_buffer_insert (buffer, &end, text, -1);
  gtk_text_buffer_get_iter_at_offset (buffer, &start, n_before);
  gtk_text_buffer_select_range (buffer, &end, is_one_line (editor) ? &start : &end);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_iter_set_offset (&end, n_before);
  gtk_text_buffer_delete (buffer, &start, &end);
  gtk_text_buffer_end_irreversible_action (buffer);
  editor->is_ending = FALSE;
}

static void
begin_field (EtpCanvas *self, guint position)
{
  EtpCanvasEditor *editor = self->editor;
  EtpNode *node = etp_canvas_get_edited (self);

  editor->position = position;
  etp_canvas_dress_editor (self);
  replace_typed (editor, etp_node_get_text (node, etp_canvas_editor_get_field (editor)));
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (editor->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
      _ (etp_node_record (node)->table->fields[etp_canvas_editor_get_field (editor)].label), -1);
  gtk_widget_set_visible (editor->view, TRUE);
  etp_canvas_size_editor (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
begin (EtpCanvas *self, EtpNode *node, int field, gboolean is_new)
{
  const EditableRow *row = find_row (node);
  const EtpItemRef ref = etp_canvas_find_edited (self, etp_node_get_id (node));
  EtpCanvasEditor *editor;
  guint position = 0;

  if (etp_item_ref_is_none (ref)) /* hidden or folded */
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      if (is_new)
        etp_history_end_run (etp_journey_get_history (self->journey));
      return;
    }
  ensure_editor (self);
  editor = self->editor;
  for (guint i = 0; i < row->n_fields; i++)
    {
      editor->fields[i] = row->fields[i];
      if ((int) row->fields[i] == field)
        position = i;
    }
  editor->n_fields = row->n_fields;
  editor->node_id = g_ref_string_new (etp_node_get_id (node));
  editor->is_new = is_new;
  editor->is_preediting = FALSE;
  if (!is_new)
    etp_history_begin_run (etp_journey_get_history (self->journey));
  etp_canvas_select (self, ref);
  begin_field (self, position);
  gtk_widget_grab_focus (editor->view);
}

void
etp_canvas_edit (EtpCanvas *self, EtpNode *node, int field)
{
  g_return_if_fail (ETP_IS_CANVAS (self));
  g_return_if_fail (ETP_IS_NODE (node));

  etp_canvas_end_editing (self, FALSE);
  if (etp_canvas_can_edit (self, node))
    begin (self, node, field, FALSE);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

void
etp_canvas_select_typed (EtpCanvas *self)
{
  if (etp_canvas_is_editing (self))
    gtk_widget_activate_action (self->editor->view, "selection.select-all", NULL);
}

void
etp_canvas_edit_new (EtpCanvas *self, EtpNode *node)
{
  begin (self, node, -1, TRUE);
}

/* TRUE if none of the node's fields that can be typed holds anything. */
static gboolean
is_blank (EtpCanvasEditor *editor, EtpNode *node)
{
  for (guint i = 0; i < editor->n_fields; i++)
    if (etp_node_get_text (node, editor->fields[i])[0] != '\0')
      return FALSE;
  return TRUE;
}

void
etp_canvas_end_editing (EtpCanvas *self, gboolean cancel)
{
  EtpCanvasEditor *editor = self->editor;
  EtpHistory *history;
  EtpNode *node;
  gboolean had_focus;

  if (!etp_canvas_is_editing (self) || editor->is_ending)
    return;
  history = etp_journey_get_history (self->journey);
  node = etp_canvas_get_edited (self);
  editor->is_ending = TRUE;
  had_focus = gtk_widget_has_focus (editor->view);
  g_clear_handle_id (&editor->record_id, g_source_remove);
  /* What was typed into a new card stays; only what is blank goes with Escape. */
  if (!cancel || editor->is_new)
    record (self);
  if (node != NULL && editor->is_new && is_blank (editor, node))
    cancel = TRUE;
  else if (editor->is_new)
    cancel = FALSE;
  g_clear_pointer (&editor->node_id, g_ref_string_release);
  if (cancel)
    etp_history_cancel_run (history);
  else
    etp_history_end_run (history);
  if (had_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_widget_set_visible (editor->view, FALSE);
  editor->is_ending = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Undo, or somebody else, wrote to the journey. */
void
etp_canvas_update_editor (EtpCanvas *self)
{
  EtpCanvasEditor *editor = self->editor;
  g_autofree char *typed = NULL;
  EtpNode *node;

  if (!etp_canvas_is_editing (self) || editor->is_recording || editor->is_ending)
    return;
  node = etp_canvas_get_edited (self);
  if (node == NULL)
    {
      editor->is_new = FALSE;
      etp_canvas_end_editing (self, FALSE);
      return;
    }
  typed = dup_typed (editor);
  if (editor->record_id == 0
      && strcmp (typed, etp_node_get_text (node, etp_canvas_editor_get_field (editor))) != 0)
    begin_field (self, editor->position);
}

void
etp_canvas_dispose_editor (EtpCanvas *self)
{
  EtpCanvasEditor *editor = self->editor;

  if (editor == NULL)
    return;
  editor->is_ending = TRUE;
  g_clear_handle_id (&editor->record_id, g_source_remove);
  g_clear_handle_id (&editor->look_id, g_source_remove);
  g_clear_pointer (&editor->node_id, g_ref_string_release);
  g_signal_handlers_disconnect_by_data (get_buffer (editor), self);
  g_signal_handlers_disconnect_by_data (editor->view, self);
  gtk_widget_unparent (editor->view);
  g_clear_pointer (&self->editor, g_free);
}
