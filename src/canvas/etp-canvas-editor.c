/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-canvas"

#include "config.h"

#include "etp-canvas-editor-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/etp-edit.h"
#include "model/etp-history.h"
#include "model/etp-words.h"

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
  return etp_canvas_is_editing (self) ? etp_journey_get_node (self->journey, self->editor->node_id)
                                      : NULL;
}

/* The text as it is in the view. */
static char *
dup_content (EtpCanvasEditor *editor)
{
  GtkTextBuffer *buffer = etp_canvas_editor_get_buffer (editor);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

/* As it is written. */
static char *
dup_line (EtpCanvasEditor *editor, const char *text)
{
  char *line = g_strdup (text);

  if (etp_canvas_editor_is_one_line (editor))
    g_strdelimit (line, "\r\n\t", ' ');
  return line;
}

static void
take_filled (EtpCanvasEditor *editor, char *content)
{
  g_free (editor->filled);
  editor->filled = content;
}

/* What is in the field, as it is seen: a lane without a name of its own is called by its kind. */
static const char *
get_shown (EtpCanvas *self, EtpNode *node)
{
  const guint field = etp_canvas_editor_get_field (self->editor);
  const char *text = etp_node_get_text (node, field);

  if (*text != '\0' || etp_node_get_list (node) != ETP_LIST_LANES || field != ETP_LANE_NAME)
    return text;
  return etp_words_get_lane_kind (
      etp_node_get_text (ETP_NODE (self->journey), ETP_JOURNEY_LANGUAGE),
      etp_node_get_enum (node, ETP_LANE_KIND));
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

/* FALSE: the verb refused; the person was told, and goes on typing. A title of several lines that
 * another program wrote becomes one line when something is typed, not before. */
gboolean
etp_canvas_record (EtpCanvas *self)
{
  EtpCanvasEditor *editor = self->editor;
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;
  g_autofree char *text = NULL;
  EtpNode *node = etp_canvas_get_edited (self);

  g_clear_handle_id (&editor->record_id, g_source_remove);
  if (node == NULL)
    return TRUE;
  content = dup_content (editor);
  text = dup_line (editor, content);
  if (g_strcmp0 (content, editor->filled) == 0 || strcmp (text, get_shown (self, node)) == 0)
    return TRUE;
  editor->is_recording = TRUE;
  etp_edit_set_text (self->journey, node, etp_canvas_editor_get_field (editor), text, &error);
  editor->is_recording = FALSE;
  if (error != NULL)
    etp_canvas_tell_error (self, error);
  else
    take_filled (editor, g_steal_pointer (&content));
  return error == NULL;
}

static gboolean
on_pause (gpointer user_data)
{
  EtpCanvas *self = user_data;

  self->editor->record_id = 0;
  etp_canvas_record (self);
  return G_SOURCE_REMOVE;
}

void
etp_canvas_record_later (EtpCanvas *self)
{
  g_clear_handle_id (&self->editor->record_id, g_source_remove);
  self->editor->record_id = g_timeout_add (RECORD_MS, on_pause, self);
}

void
etp_canvas_record_soon (EtpCanvas *self)
{
  g_clear_handle_id (&self->editor->record_id, g_source_remove);
  self->editor->record_id = g_idle_add (on_pause, self);
}

/* Selected text is offered to other windows. What is selected goes over to the new text before the
 * old one is deleted: the X server may date giving an offer up and making the next one to the same
 * moment, the toolkit then takes the first for somebody else's offer and drops the selection, and
 * what is typed would not replace the title. */
static void
replace_typed (EtpCanvasEditor *editor, const char *text)
{
  GtkTextBuffer *buffer = etp_canvas_editor_get_buffer (editor);
  const int n_before = gtk_text_buffer_get_char_count (buffer);
  GtkTextIter start, end;

  editor->is_ending = TRUE; /* this is not typing */
  gtk_text_buffer_begin_irreversible_action (buffer);
  gtk_text_buffer_get_end_iter (buffer, &end);
  gtk_text_buffer_insert (buffer, &end, text, -1);
  gtk_text_buffer_get_iter_at_offset (buffer, &start, n_before);
  gtk_text_buffer_select_range (buffer, &end,
                                etp_canvas_editor_is_one_line (editor) ? &start : &end);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_iter_set_offset (&end, n_before);
  gtk_text_buffer_delete (buffer, &start, &end);
  gtk_text_buffer_end_irreversible_action (buffer);
  editor->is_ending = FALSE;
}

void
etp_canvas_begin_field (EtpCanvas *self, guint position)
{
  EtpCanvasEditor *editor = self->editor;
  EtpNode *node = etp_canvas_get_edited (self);

  editor->position = position;
  etp_canvas_dress_editor (self);
  replace_typed (editor, get_shown (self, node));
  take_filled (editor, dup_content (editor));
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
  etp_canvas_ensure_editor (self);
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
  /* Newer versions of GTK tell only now that the view lost the keyboard when it was left before. */
  editor->is_ending = TRUE;
  etp_canvas_select (self, ref);
  editor->is_ending = FALSE;
  etp_canvas_begin_field (self, position);
  gtk_widget_grab_focus (editor->view);
}

static gboolean
is_there (EtpCanvas *self, EtpNode *node)
{
  return node == ETP_NODE (self->journey)
         || etp_journey_get_node (self->journey, etp_node_get_id (node)) == node;
}

void
etp_canvas_edit (EtpCanvas *self, EtpNode *node, int field)
{
  g_autoptr (EtpNode) kept = NULL;

  g_return_if_fail (ETP_IS_CANVAS (self));
  g_return_if_fail (ETP_IS_NODE (node));

  kept = g_object_ref (node); /* a new one in which nothing was typed goes now */
  etp_canvas_end_editing (self, FALSE);
  if (!is_there (self, node))
    return;
  if (!etp_canvas_can_edit (self, node))
    {
      if (!etp_canvas_tell_read_only (self))
        gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  /* What was typed elsewhere is written now: Escape must not take it back. */
  if (!etp_canvas_has_focus (self))
    gtk_widget_grab_focus (GTK_WIDGET (self));
  begin (self, node, field, FALSE);
}

EtpHistory *
etp_canvas_begin_adding (EtpCanvas *self)
{
  EtpHistory *history = etp_journey_get_history (self->journey);

  etp_canvas_end_editing (self, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  etp_canvas_ensure_editor (self);
  g_clear_pointer (&self->editor->before, g_ptr_array_unref);
  self->editor->before = etp_canvas_dup_chosen_items (self);
  etp_history_begin_run (history); /* until typing ends */
  return history;
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

void
etp_canvas_edit_new_head (EtpCanvas *self, EtpNode *node)
{
  begin (self, node, -1, TRUE);
  if (etp_canvas_is_editing (self))
    self->editor->kept_name = g_strdup (etp_node_get_text (node, self->editor->fields[0]));
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

gboolean
etp_canvas_is_typing_blank_card (EtpCanvas *self)
{
  EtpNode *node = etp_canvas_get_edited (self);

  return node != NULL && etp_node_get_list (node) == ETP_LIST_CARDS && self->editor->is_new
         && self->editor->position == 0 && is_blank (self->editor, node)
         && etp_node_get_length (node, ETP_CARD_EMOTIONS) == 0
         && gtk_text_buffer_get_char_count (etp_canvas_editor_get_buffer (self->editor)) == 0;
}

/* A new phase or lane as it was added: after Escape all of it, else where no name was left. */
static void
keep_head (EtpCanvas *self, EtpNode *node, gboolean cancel)
{
  EtpCanvasEditor *editor = self->editor;
  g_autoptr (GError) error = NULL;

  if (!cancel && *etp_node_get_text (node, editor->fields[0]) != '\0')
    return;
  for (guint i = 0; i < (cancel ? editor->n_fields : 1) && error == NULL; i++)
    etp_edit_set_text (self->journey, node, editor->fields[i], i == 0 ? editor->kept_name : "",
                       &error);
  if (error != NULL)
    etp_canvas_tell_error (self, error);
}

/* How the run of the history ends. TRUE: it is taken back. */
static gboolean
settle (EtpCanvas *self, EtpNode *node, gboolean cancel)
{
  EtpCanvasEditor *editor = self->editor;

  if (editor->kept_name != NULL)
    {
      if (!cancel)
        etp_canvas_record (self);
      if (node != NULL)
        keep_head (self, node, cancel);
      return FALSE;
    }
  /* What was typed into a new card stays; only what is blank goes with Escape. */
  if (!cancel || editor->is_new)
    etp_canvas_record (self);
  if (!editor->is_new)
    return cancel;
  return node != NULL ? is_blank (editor, node) : FALSE;
}

/* A new node has gone again: what was selected before it was added is selected again, else what lies
 * where it was. The map stays where it is. */
static void
select_as_before (EtpCanvas *self, const EtpCanvasHeirs *heirs)
{
  etp_canvas_choose_items (self, self->editor->before);
  if (etp_item_ref_is_none (self->selection))
    etp_canvas_select_heir (self, heirs);
}

void
etp_canvas_end_editing (EtpCanvas *self, gboolean cancel)
{
  EtpCanvasEditor *editor = self->editor;
  g_autoptr (EtpCanvasHeirs) heirs = NULL;
  EtpHistory *history;
  EtpNode *node;
  gboolean had_focus;

  if (!etp_canvas_is_editing (self) || editor->is_ending)
    return;
  history = etp_journey_get_history (self->journey);
  node = etp_canvas_get_edited (self);
  editor->is_ending = TRUE;
  had_focus = gtk_widget_is_focus (editor->view); /* also of a window that is not in front */
  /* Input methods may give what is composed only when they lose the keyboard. */
  if (had_focus && editor->is_preediting && !cancel)
    gtk_root_set_focus (gtk_widget_get_root (editor->view), GTK_WIDGET (self));
  g_clear_handle_id (&editor->leave_id, g_source_remove);
  g_clear_handle_id (&editor->record_id, g_source_remove);
  cancel = settle (self, node, cancel);
  if (cancel && editor->is_new)
    heirs = etp_canvas_list_heirs (self);
  g_clear_pointer (&editor->kept_name, g_free);
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
  /* Who took the keyboard elsewhere is not shown another thing there than was. */
  if (heirs != NULL && had_focus)
    select_as_before (self, heirs);
  g_clear_pointer (&editor->before, g_ptr_array_unref);
}

void
etp_canvas_end_typing (EtpCanvas *self)
{
  g_return_if_fail (ETP_IS_CANVAS (self));

  etp_canvas_end_editing (self, FALSE);
}

/* Undo, or somebody else, wrote to the journey. */
void
etp_canvas_update_editor (EtpCanvas *self)
{
  EtpCanvasEditor *editor = self->editor;
  EtpHistory *history = etp_journey_get_history (self->journey);
  g_autofree char *content = NULL;
  g_autofree char *typed = NULL;
  g_autofree char *shown = NULL;
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
  content = dup_content (editor);
  typed = dup_line (editor, content);
  shown = dup_line (editor, get_shown (self, node));
  if (editor->record_id == 0 && strcmp (typed, shown) != 0)
    etp_canvas_begin_field (self, editor->position);
  /* Undo ended the run; what is typed from here on is one step again. */
  if (!etp_history_is_running (history))
    etp_history_begin_run (history);
}

void
etp_canvas_dispose_editor (EtpCanvas *self)
{
  EtpCanvasEditor *editor = self->editor;

  if (editor == NULL)
    return;
  editor->is_ending = TRUE;
  g_clear_handle_id (&editor->leave_id, g_source_remove);
  g_clear_handle_id (&editor->record_id, g_source_remove);
  g_clear_handle_id (&editor->look_id, g_source_remove);
  g_clear_pointer (&editor->kept_name, g_free);
  g_clear_pointer (&editor->filled, g_free);
  g_clear_pointer (&editor->before, g_ptr_array_unref);
  g_clear_pointer (&editor->node_id, g_ref_string_release);
  g_signal_handlers_disconnect_by_data (etp_canvas_editor_get_buffer (editor), self);
  g_signal_handlers_disconnect_by_data (editor->view, self);
  gtk_widget_unparent (editor->view);
  g_clear_pointer (&self->editor, g_free);
}
