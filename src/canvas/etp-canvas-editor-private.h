/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Shared by the files of the canvas's editor. */
#pragma once

#include "etp-canvas-editor.h"
#include "etp-canvas-private.h"

G_BEGIN_DECLS

#define PADDING_PX 3 /* beside the text, within the ring */
#define PADDING_Y_PX 1 /* above and below: other lines stand near */

struct _EtpCanvasEditor
{
  GtkWidget *view; /* GtkTextView, child of the canvas */
  GtkTextTag *tag; /* how all of the text looks */
  char *node_id; /* GRefString; NULL: nothing is edited */
  guint fields[2];
  guint n_fields, position; /* of the field that is edited */
  gboolean is_new; /* the node was added for this */
  GPtrArray *before; /* owned, of EtpItem: what was selected before a node was added; NULL */
  char *
      kept_name; /* owned; the first field of a new node that stays; NULL: it goes when it is blank */
  char *filled; /* owned; the text as it was filled in or recorded last, with all line breaks */
  gboolean is_preediting; /* an input method is at work: keys are its own */
  gboolean is_ending, is_recording;
  guint record_id; /* source */
  guint leave_id; /* source: the keyboard has gone, what was composed may come yet */
  guint look_id; /* source: the map has another zoom or style */
  int height; /* of the text in pixels when it was recorded last */
  EtpTextSpot spot;
  EtpTextSpot look; /* as it was set last, at look_scale */
  double look_scale;
  EtpRect place; /* of the view in the widget, in pixels */
};

/* The field that is edited. */
static inline guint
etp_canvas_editor_get_field (const EtpCanvasEditor *self)
{
  return self->fields[self->position];
}

static inline GtkTextBuffer *
etp_canvas_editor_get_buffer (const EtpCanvasEditor *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
}

/* Titles are one line in the document, whatever was pasted. */
static inline gboolean
etp_canvas_editor_is_one_line (const EtpCanvasEditor *self)
{
  return self->position == 0;
}

/* etp-canvas-editor-view.c */
void etp_canvas_ensure_editor (EtpCanvas *self); /* the text widget, hidden at first */

/* etp-canvas-editor.c */
void etp_canvas_begin_field (EtpCanvas *self, guint position); /* typing goes on there */
/* FALSE: the verb refused what was typed; the person was told, and goes on typing. */
gboolean etp_canvas_record (EtpCanvas *self);
void etp_canvas_record_later (EtpCanvas *self); /* when the person pauses */
EtpNode *etp_canvas_get_edited (EtpCanvas *self); /* borrowed; NULL: it has gone */
/* The item that shows a node: its card or head. */
EtpItemRef etp_canvas_find_edited (EtpCanvas *self, const char *node_id);
/* TRUE while a card that was added for this says nothing yet, nor does the title that is typed. */
gboolean etp_canvas_is_typing_blank_card (EtpCanvas *self);
void etp_canvas_record_soon (EtpCanvas *self); /* what was typed, in the next idle moment */

/* etp-canvas-editor-layout.c */
void etp_canvas_dress_editor (EtpCanvas *self); /* the look of the text at its place */
/* Look, size and place. Never while the canvas itself is laid out: text that gets another width or
 * font asks for another size, and nobody would hear. */
void etp_canvas_size_editor (EtpCanvas *self);

G_END_DECLS
