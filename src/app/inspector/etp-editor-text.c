/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-editor-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/compat/etp-compat-launch.h"
#include "app/etp-preedit.h"
#include "etp-picker.h"
#include "etp-text-layout.h"
#include "model/etp-feelings.h"
#include "model/etp-fields.h"
#include "model/etp-parse.h"
#include "model/etp-tables.h"

/* Text of one line or of several, with an undo of its own while it is typed. One line breaks where
 * there is no room, too: titles are long. A URI has a button that opens it, and only the button does. */

#define MAX_HEIGHT 260 /* pixels; longer texts scroll in their own window */

struct _EtpEditorText
{
  EtpEditor parent;

  /* borrowed: children */
  GtkTextView *view;
  GtkTextBuffer *buffer;
  GtkWidget *open_button; /* NULL: the text is no URI */

  /* owned */
  char *shown; /* what the buffer was filled with */

  /* state */
  gboolean is_typed; /* and not yet written */
  gboolean is_shown; /* the buffer is being filled, not typed into */
  guint rest_id; /* source: typing has rested */
};

G_DECLARE_FINAL_TYPE (EtpEditorText, etp_editor_text, ETP, EDITOR_TEXT, EtpEditor)
G_DEFINE_FINAL_TYPE (EtpEditorText, etp_editor_text, ETP_TYPE_EDITOR)

static char *
dup_text (EtpEditorText *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return gtk_text_buffer_get_text (self->buffer, &start, &end, TRUE);
}

static gboolean
is_long (EtpEditorText *self)
{
  return (etp_editor_get_row (ETP_EDITOR (self))->flags & ETP_FIELD_LONG) != 0;
}

static gboolean
is_language (EtpEditorText *self)
{
  return etp_editor_get_row (ETP_EDITOR (self)) == &etp_journey_table.fields[ETP_JOURNEY_LANGUAGE];
}

static gboolean
is_currency (EtpEditorText *self)
{
  return etp_editor_get_row (ETP_EDITOR (self)) == &etp_journey_table.fields[ETP_JOURNEY_CURRENCY];
}

static gboolean
can_open (const char *uri)
{
  g_autofree char *scheme = g_uri_parse_scheme (uri);

  return scheme != NULL
         && (g_ascii_strcasecmp (scheme, "http") == 0 || g_ascii_strcasecmp (scheme, "https") == 0
             || g_ascii_strcasecmp (scheme, "mailto") == 0);
}

static void
update_open_button (EtpEditorText *self, const char *text)
{
  if (self->open_button != NULL)
    gtk_widget_set_sensitive (self->open_button, can_open (text));
}

/* A language or a currency is stored as its code, however it was typed. FALSE: it is none, and the
 * person is told. */
static gboolean
take_code (EtpEditorText *self, char **text)
{
  char *code = is_language (self) ? etp_parse_language (*text) : etp_parse_currency (*text);

  if (code == NULL)
    {
      etp_editor_set_error (ETP_EDITOR (self),
                            is_language (self)
                                ? _ ("Write a language as “de” or “en-GB”, for example.")
                                : _ ("Write a currency as “EUR” or “CHF”, for example."));
      return FALSE;
    }
  g_free (*text);
  *text = code;
  return TRUE;
}

static void
end_undo (EtpEditorText *self)
{
  gtk_text_buffer_set_enable_undo (self->buffer, FALSE);
  gtk_text_buffer_set_enable_undo (self->buffer, TRUE);
}

/* What was typed and taken back writes nothing: where several things differ, nothing is shown, and it
 * would be the same nothing for all of them. */
static void
take_back (EtpEditorText *self)
{
  self->is_typed = FALSE;
  end_undo (self);
  etp_editor_set_error (ETP_EDITOR (self), NULL);
  etp_editor_refresh (ETP_EDITOR (self));
}

static void
etp_editor_text_flush (EtpEditor *editor)
{
  EtpEditorText *self = (EtpEditorText *) editor;
  const gboolean is_code = is_language (self) || is_currency (self);
  g_autofree char *text = NULL;

  g_clear_handle_id (&self->rest_id, g_source_remove);
  if (!self->is_typed)
    return;
  text = dup_text (self);
  if (g_strcmp0 (text, self->shown) == 0)
    {
      take_back (self);
      return;
    }
  if (!is_long (self))
    g_strdelimit (text, "\n\r", ' ');
  if (is_code && !take_code (self, &text))
    return;
  if (is_code)
    {
      self->is_typed = FALSE;
      etp_editor_refresh (editor);
    }
  /* What is refused stays to be mended while the keyboard is in it, and not longer: see on_leave (). */
  if (!etp_editor_write_text (editor, text))
    return;
  self->is_typed = FALSE;
  etp_editor_refresh (editor);
  g_free (self->shown);
  self->shown = g_steal_pointer (&text);
  /* What is written is a step of the journey, and taken back as one. */
  end_undo (self);
}

static void
etp_editor_text_forget (EtpEditor *editor)
{
  EtpEditorText *self = (EtpEditorText *) editor;

  g_clear_handle_id (&self->rest_id, g_source_remove);
  self->is_typed = FALSE;
}

static void
on_rest (gpointer user_data)
{
  EtpEditorText *self = user_data;

  self->rest_id = 0;
  etp_editor_flush (ETP_EDITOR (self));
}

static void
on_changed (GtkTextBuffer *buffer, EtpEditorText *self)
{
  if (self->is_shown)
    return;
  self->is_typed = TRUE;
  g_clear_handle_id (&self->rest_id, g_source_remove);
  if (is_language (self) || is_currency (self)) /* half a code is none */
    return;
  self->rest_id = g_timeout_add_once (ETP_EDITOR_REST_MS, on_rest, self);
}

/* Changes only what differs, so that the cursor stays in its place. */
static void
replace_text (EtpEditorText *self, const char *old, const char *text)
{
  const char *start = old, *new_start = text;
  const char *end = old + strlen (old), *new_end = text + strlen (text);
  GtkTextIter from, to;

  while (*start != '\0' && *start == *new_start)
    start++, new_start++;
  while (start > old && ((guchar) *start & 0xc0) == 0x80)
    start--, new_start--;
  while (end > start && new_end > new_start && end[-1] == new_end[-1])
    end--, new_end--;
  while (((guchar) *end & 0xc0) == 0x80 || ((guchar) *new_end & 0xc0) == 0x80)
    end++, new_end++;
  gtk_text_buffer_get_iter_at_offset (self->buffer, &from,
                                      (int) g_utf8_pointer_to_offset (old, start));
  gtk_text_buffer_get_iter_at_offset (self->buffer, &to, (int) g_utf8_pointer_to_offset (old, end));
  gtk_text_buffer_begin_irreversible_action (self->buffer);
  gtk_text_buffer_delete (self->buffer, &from, &to);
  gtk_text_buffer_insert (self->buffer, &from, new_start, (int) (new_end - new_start));
  gtk_text_buffer_end_irreversible_action (self->buffer);
}

static void
etp_editor_text_show (EtpEditor *editor, const EtpDatum *datum, gboolean mixed)
{
  EtpEditorText *self = (EtpEditorText *) editor;
  const char *text = datum->u.text != NULL ? datum->u.text : "";
  g_autofree char *old = NULL;

  if (self->is_typed)
    return;
  old = dup_text (self);
  g_free (self->shown);
  self->shown = g_strdup (text);
  update_open_button (self, text);
  if (strcmp (old, text) == 0)
    return;
  self->is_shown = TRUE;
  replace_text (self, old, text);
  self->is_shown = FALSE;
}

static void
on_leave (GtkEventControllerFocus *controller, EtpEditorText *self)
{
  etp_editor_flush (ETP_EDITOR (self));
  /* What is no code, or was refused, does not stay behind. */
  if (self->is_typed)
    {
      self->is_typed = FALSE;
      etp_editor_refresh (ETP_EDITOR (self));
    }
}

/* Enter ends a line of text; in several lines Ctrl+Enter does. */
static gboolean
on_key (
    GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, EtpEditorText *self)
{
  if (key != GDK_KEY_Return && key != GDK_KEY_KP_Enter && key != GDK_KEY_ISO_Enter)
    return FALSE;
  if (etp_preedit_is_open (GTK_WIDGET (self->view)))
    return FALSE;
  if (is_long (self) && (state & GDK_CONTROL_MASK) == 0)
    return FALSE;
  etp_editor_flush (ETP_EDITOR (self));
  return TRUE;
}

static void
on_open (EtpEditorText *self)
{
  g_autofree char *text = NULL;

  etp_editor_flush (ETP_EDITOR (self));
  text = dup_text (self);
  if (can_open (text))
    etp_compat_launch_uri (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), text);
}

static GtkWidget *
add_open_button (EtpEditorText *self, GtkWidget *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->open_button = gtk_button_new_from_icon_name ("adw-external-link-symbolic");
  gtk_widget_set_tooltip_text (self->open_button, _ ("Open in Browser or Mail"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->open_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Open in Browser or Mail"), -1);
  gtk_widget_add_css_class (self->open_button, "flat");
  gtk_widget_set_valign (self->open_button, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (self->open_button, "clicked", G_CALLBACK (on_open), self);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_box_append (GTK_BOX (box), text);
  gtk_box_append (GTK_BOX (box), self->open_button);
  return box;
}

/* ---- feelings: a word of the list, in the language of the map, or any other ---- */

static void
list_feelings (EtpPicker *picker, gpointer user_data)
{
  EtpEditorText *self = user_data;
  EtpJourney *journey = etp_editor_get_journey (user_data);
  const char *const *words = etp_feelings_get_words (
      etp_node_get_text (journey, ETP_JOURNEY_LANGUAGE));
  g_autofree char *now = NULL;

  etp_editor_flush (user_data);
  now = dup_text (self);
  for (guint i = 0; words[i] != NULL; i++)
    etp_picker_add (picker, words[i], words[i], NULL, strcmp (words[i], now) == 0);
}

static void
on_feeling_picked (EtpPicker *picker, const char *id, gpointer user_data)
{
  etp_editor_write_text (user_data, id);
}

static void
on_suggest (GtkWidget *button, EtpEditorText *self)
{
  etp_picker_open (button, list_feelings, on_feeling_picked, self);
}

static GtkWidget *
add_suggest_button (EtpEditorText *self, GtkWidget *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *button = gtk_button_new_from_icon_name ("pan-down-symbolic");

  gtk_widget_set_tooltip_text (button, _ ("Choose a Feeling"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Choose a Feeling"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_HAS_POPUP, TRUE,
                                  -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_add_css_class (button, "small");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect (button, "clicked", G_CALLBACK (on_suggest), self);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_box_append (GTK_BOX (box), text);
  gtk_box_append (GTK_BOX (box), button);
  return box;
}

static void
etp_editor_text_constructed (GObject *object)
{
  G_OBJECT_CLASS (etp_editor_text_parent_class)->constructed (object);
  gtk_widget_add_css_class (GTK_WIDGET (object), "typed");
}

static void
etp_editor_text_dispose (GObject *object)
{
  EtpEditorText *self = (EtpEditorText *) object;

  g_clear_handle_id (&self->rest_id, g_source_remove);
  G_OBJECT_CLASS (etp_editor_text_parent_class)->dispose (object);
}

static void
etp_editor_text_finalize (GObject *object)
{
  g_free (((EtpEditorText *) object)->shown);
  G_OBJECT_CLASS (etp_editor_text_parent_class)->finalize (object);
}

static void
etp_editor_text_class_init (EtpEditorTextClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = etp_editor_text_constructed;
  G_OBJECT_CLASS (klass)->dispose = etp_editor_text_dispose;
  G_OBJECT_CLASS (klass)->finalize = etp_editor_text_finalize;
  ETP_EDITOR_CLASS (klass)->show = etp_editor_text_show;
  ETP_EDITOR_CLASS (klass)->flush = etp_editor_text_flush;
  ETP_EDITOR_CLASS (klass)->forget = etp_editor_text_forget;
}

static void
etp_editor_text_init (EtpEditorText *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->view = GTK_TEXT_VIEW (gtk_text_view_new ());
  self->buffer = gtk_text_view_get_buffer (self->view);
  gtk_text_view_set_wrap_mode (self->view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (self->view, FALSE);
  gtk_text_buffer_set_max_undo_levels (self->buffer, 200);
  g_signal_connect (self->buffer, "changed", G_CALLBACK (on_changed), self);
  g_signal_connect (focus, "leave", G_CALLBACK (on_leave), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  etp_preedit_watch (GTK_WIDGET (self->view));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self->view), focus);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
}

EtpEditor *
etp_editor_text_new (const EtpField *row)
{
  EtpEditorText *self = g_object_new (etp_editor_text_get_type (), NULL);
  GtkWidget *control = etp_text_box_new (self->view, MAX_HEIGHT);

  etp_editor_init_row (ETP_EDITOR (self), row);
  if (row->flags & ETP_FIELD_URI)
    control = add_open_button (self, control);
  else if (row == &etp_emotion_table.fields[ETP_EMOTION_FEELING])
    control = add_suggest_button (self, control);
  etp_editor_set_control (ETP_EDITOR (self), control, FALSE);
  etp_editor_set_named (ETP_EDITOR (self), GTK_WIDGET (self->view));
  return ETP_EDITOR (self);
}
