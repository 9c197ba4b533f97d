/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-window-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "etp-intake.h"
#include "etp-stream.h"
#include "file/etp-fragment.h"
#include "import/etp-sheet.h"
#include "model/etp-fields.h"
#include "model/etp-limits.h"

#define HTML_TYPE "text/html"
#define TYPES_WAIT_MS 2000

/* What is pasted is read without blocking; it belongs to the journey that was shown when the key was
 * pressed. What comes first here is what says most. */

static void
on_fragment_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EtpIntake) intake = user_data;
  EtpWindow *self = etp_intake_get_window (intake);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = etp_stream_read_all_finish (result, &error);

  if (bytes == NULL)
    etp_window_tell_error (self, error);
  else
    /* Translators: what undo is called. */
    etp_intake_put_fragment (intake, bytes, _ ("Paste"));
}

static void
on_fragment (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EtpIntake) intake = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GInputStream)
      stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, &error);

  if (stream == NULL)
    etp_window_tell_error (etp_intake_get_window (intake), error);
  else
    etp_stream_read_all_async (stream, ETP_LIMIT_FILE_BYTES, NULL, on_fragment_read,
                               g_steal_pointer (&intake));
}

/* FALSE, after a word: what is about to be pasted finds nothing there that it could become. */
static gboolean
has_place (EtpWindow *self, const EtpIntake *intake, gboolean is_picture)
{
  if (is_picture ? etp_intake_takes_cards (intake) : etp_intake_takes_lines (intake))
    return TRUE;
  etp_window_tell (self,
                   etp_intake_has_place (intake)
                       ? _ ("This lane shows no cards. Choose another place.")
                       : _ ("Select a place on the map first, then paste."),
                   NULL, NULL);
  return FALSE;
}

static void
on_files (GObject *source, GAsyncResult *result, gpointer user_data)
{
  EtpIntake *intake = user_data;
  g_autoptr (GError) error = NULL;
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (source), result, &error);

  if (value != NULL)
    etp_intake_add_files (intake, g_value_get_boxed (value));
  else
    etp_intake_fail (intake, NULL, error);
  etp_intake_run (intake);
}

/* The text of what is pasted, which may be a table; html: the same as HTML, or NULL. */
static void
put_text (EtpIntake *intake, const char *text, GBytes *html)
{
  if (etp_intake_offer_table (intake, text, html))
    {
      etp_intake_free (intake);
      return;
    }
  if (text == NULL && html != NULL)
    etp_window_tell (etp_intake_get_window (intake),
                     _ ("There is nothing on the clipboard that could become cards."), NULL, NULL);
  else if (text != NULL
           && (!etp_intake_has_place (intake)
               || has_place (etp_intake_get_window (intake), intake, FALSE)))
    etp_intake_add_text (intake, text); /* without a place to the parking lot */
  etp_intake_run (intake);
}

/* Text that is offered as HTML too: that is read first, as tables are better told in it. */
typedef struct
{
  EtpIntake *intake; /* owned, until it runs */
  GdkClipboard *clipboard; /* owned */
  GBytes *html; /* owned; NULL: none could be read */
} Rich;

static void
rich_free (Rich *self)
{
  g_clear_pointer (&self->intake, etp_intake_free);
  g_object_unref (self->clipboard);
  g_clear_pointer (&self->html, g_bytes_unref);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Rich, rich_free)

static void
on_text (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Rich) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, &error);

  if (text == NULL && error != NULL && self->html == NULL)
    etp_intake_fail (self->intake, NULL, error);
  put_text (g_steal_pointer (&self->intake), text, self->html);
}

static void
read_text (Rich *self)
{
  gdk_clipboard_read_text_async (self->clipboard, NULL, on_text, self);
}

static void
on_html_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Rich *self = user_data;

  self->html = etp_stream_read_all_finish (result, NULL);
  read_text (self);
}

/* HTML that cannot be had is no loss: the text is there too. */
static void
on_html (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Rich *self = user_data;
  g_autoptr (GInputStream)
      stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, NULL);

  if (stream != NULL)
    etp_stream_read_all_async (stream, ETP_SHEET_MAX_BYTES, NULL, on_html_read, self);
  else
    read_text (self);
}

static void
begin_text (EtpIntake *intake, GdkClipboard *clipboard)
{
  static const char *types[] = { HTML_TYPE, NULL };
  Rich *self = g_new0 (Rich, 1);

  self->intake = intake;
  self->clipboard = g_object_ref (clipboard);
  if (gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard), HTML_TYPE))
    gdk_clipboard_read_async (clipboard, types, G_PRIORITY_DEFAULT, NULL, on_html, self);
  else
    read_text (self);
}

static void
on_picture_made (GObject *source, GAsyncResult *result, gpointer user_data)
{
  EtpIntake *intake = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EtpImage) image = etp_image_import_finish (result, &error);

  if (image != NULL)
    etp_intake_add_picture (intake, image);
  else
    etp_intake_fail (intake, NULL, error);
  etp_intake_run (intake);
}

static void
on_picture_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  EtpIntake *intake = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = etp_stream_read_all_finish (result, &error);

  if (bytes != NULL)
    {
      etp_image_import_async (bytes, NULL, on_picture_made, intake);
      return;
    }
  etp_intake_fail (intake, NULL, error);
  etp_intake_run (intake);
}

static void
on_picture (GObject *source, GAsyncResult *result, gpointer user_data)
{
  EtpIntake *intake = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GInputStream)
      stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, &error);

  if (stream != NULL)
    {
      etp_stream_read_all_async (stream, ETP_IMAGE_MAX_BYTES, NULL, on_picture_read, intake);
      return;
    }
  etp_intake_fail (intake, NULL, error);
  etp_intake_run (intake);
}

/* The encoded picture is read, not a texture: its size is known before it is decoded. */
static const char *const picture_types[] = { "image/png", "image/jpeg", "image/webp", "image/tiff",
                                             "image/gif", "image/bmp",  NULL };

static const char *
find_picture_type (GdkContentFormats *formats)
{
  for (gsize i = 0; picture_types[i] != NULL; i++)
    if (gdk_content_formats_contain_mime_type (formats, picture_types[i]))
      return picture_types[i];
  return NULL;
}

static EtpIntake *
create_intake (EtpWindow *self, gboolean is_here)
{
  EtpCanvasPlace place = { .index = G_MAXUINT };
  EtpIntake *intake;

  if (!(is_here ? etp_canvas_get_menu_place (self->canvas, &place)
                : etp_canvas_get_selected_place (self->canvas, &place)))
    place = (EtpCanvasPlace){ .index = G_MAXUINT };
  intake = etp_intake_new (self, place.lane, place.phase, place.index);
  etp_intake_set_step (intake, place.step, is_here);
  return intake;
}

/* Takes the intake. */
static void
paste (EtpIntake *taken, GdkClipboard *clipboard)
{
  const char *types[] = { NULL, NULL };
  g_autoptr (EtpIntake) intake = taken;
  EtpWindow *self = etp_intake_get_window (intake);
  GdkContentFormats *formats = gdk_clipboard_get_formats (clipboard);
  const gboolean is_fragment = gdk_content_formats_contain_mime_type (formats,
                                                                      ETP_FRAGMENT_MIME_TYPE);
  g_autoptr (GdkContentFormats) all = NULL;
  gboolean has_files;

  all = gdk_content_formats_union_deserialize_gtypes (gdk_content_formats_ref (formats));
  has_files = gdk_content_formats_contain_gtype (all, GDK_TYPE_FILE_LIST);
  if (is_fragment)
    {
      types[0] = ETP_FRAGMENT_MIME_TYPE;
      gdk_clipboard_read_async (clipboard, types, G_PRIORITY_DEFAULT, NULL, on_fragment,
                                g_steal_pointer (&intake));
    }
  else if (!has_files
           && (gdk_content_formats_contain_gtype (all, G_TYPE_STRING)
               || (gdk_content_formats_contain_mime_type (formats, HTML_TYPE)
                   && find_picture_type (formats) == NULL)))
    begin_text (g_steal_pointer (&intake), clipboard);
  else if (!has_files && find_picture_type (formats) == NULL)
    etp_window_tell (self, _ ("There is nothing on the clipboard that could become cards."), NULL,
                     NULL);
  else if ((etp_intake_has_place (intake) || has_files) && !has_place (self, intake, !has_files))
    return;
  else if (has_files)
    gdk_clipboard_read_value_async (clipboard, GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT, NULL,
                                    on_files, g_steal_pointer (&intake));
  else
    {
      types[0] = find_picture_type (formats);
      gdk_clipboard_read_async (clipboard, types, G_PRIORITY_DEFAULT, NULL, on_picture,
                                g_steal_pointer (&intake));
    }
}

/* Just after another program has copied something it is not known yet what that is. */
typedef struct
{
  EtpIntake *intake; /* owned, until it is known */
  GdkClipboard *clipboard; /* owned */
  gulong on_changed;
  guint on_waited;
} Unknown;

static gboolean
is_unknown (GdkClipboard *clipboard)
{
  gsize n_types = 0, n_mime_types = 0;
  GdkContentFormats *formats = gdk_clipboard_get_formats (clipboard);

  gdk_content_formats_get_gtypes (formats, &n_types);
  gdk_content_formats_get_mime_types (formats, &n_mime_types);
  return n_types == 0 && n_mime_types == 0 && !gdk_clipboard_is_local (clipboard);
}

static void
end_unknown (Unknown *self)
{
  g_signal_handler_disconnect (self->clipboard, self->on_changed);
  g_clear_handle_id (&self->on_waited, g_source_remove);
  paste (self->intake, self->clipboard);
  g_object_unref (self->clipboard);
  g_free (self);
}

static void
on_clipboard_changed (GdkClipboard *clipboard, gpointer user_data)
{
  if (!is_unknown (clipboard))
    end_unknown (user_data);
}

static gboolean
on_waited_for_types (gpointer user_data)
{
  Unknown *self = user_data;

  self->on_waited = 0;
  end_unknown (self);
  return G_SOURCE_REMOVE;
}

static void
begin_paste (EtpWindow *self, gboolean is_here)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));
  Unknown *unknown;

  if (etp_window_get_journey (self) == NULL)
    return;
  if (etp_journey_get_read_only (etp_window_get_journey (self)))
    {
      etp_window_tell (self, _ ("This journey is read-only. Save a copy to change it."), NULL,
                       NULL);
      return;
    }
  if (!is_unknown (clipboard))
    {
      paste (create_intake (self, is_here), clipboard);
      return;
    }
  unknown = g_new0 (Unknown, 1);
  unknown->intake = create_intake (self, is_here);
  unknown->clipboard = g_object_ref (clipboard);
  unknown->on_changed = g_signal_connect (clipboard, "changed", G_CALLBACK (on_clipboard_changed),
                                          unknown);
  unknown->on_waited = g_timeout_add (TYPES_WAIT_MS, on_waited_for_types, unknown);
}

gboolean
etp_window_paste_list (EtpWindow *self, const char *text, const EtpCanvasTarget *target)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));
  EtpIntake *intake;

  /* What is of a map has a place of its own, which need not be this one: here it is only its text. */
  if (!etp_intake_is_list (text)
      || gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard),
                                                ETP_FRAGMENT_MIME_TYPE))
    return FALSE;
  intake = etp_intake_new (self, target->lane, target->phase, target->index);
  etp_intake_set_step (intake, target->step, FALSE);
  /* The blank card was seen there, and takes with it what unfolded for it. */
  etp_intake_set_unfolds (intake, TRUE);
  paste (intake, clipboard);
  return TRUE;
}

static void
on_copy (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  etp_window_copy (user_data);
}

static void
on_paste (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  begin_paste (user_data, FALSE);
}

static void
on_paste_here (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  begin_paste (user_data, TRUE);
}

void
etp_window_add_clipboard (EtpWindow *self)
{
  static const GActionEntry actions[] = {
    { .name = "copy", .activate = on_copy },
    { .name = "paste", .activate = on_paste },
    { .name = "paste-here", .activate = on_paste_here },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}
