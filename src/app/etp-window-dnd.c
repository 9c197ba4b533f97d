/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-window-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "etp-application.h"
#include "file/etp-fragment.h"
#include "model/etp-edit.h"
#include "paint/etp-image-import.h"

/* What is dragged from the map and dropped on it. Cards travel as a fragment, with plain text for
 * other programs; from these come files, pictures and text. A drop is one object that is read step
 * by step, and then put on the map with one verb. */

#define MAX_TEXT (1024 * 1024) /* bytes of a text that becomes cards */
#define MAX_LINES 500 /* cards from one text */
#define MAX_FILES 50

typedef struct
{
  EtpWindow *window; /* owned reference */
  EtpJourney *journey; /* owned: that it was dropped on */
  GdkDrop *drop; /* owned; NULL when it is finished */
  EtpNode *lane, *phase; /* owned; NULL: not on a place for cards */
  guint index;
  GPtrArray *files; /* of GFile, still to be read */
  GArray *rows; /* of Row */
  char *failure; /* what went wrong first */
} Drop;

typedef struct
{
  char *title;
  GBytes *picture;
  const char *type;
} Row;

static void
clear_row (gpointer data)
{
  Row *row = data;

  g_free (row->title);
  g_clear_pointer (&row->picture, g_bytes_unref);
}

static Drop *
drop_new (EtpWindow *window, GdkDrop *gdk_drop, const EtpCanvasTarget *target)
{
  Drop *self = g_new0 (Drop, 1);

  self->window = g_object_ref (window);
  self->journey = g_object_ref (etp_window_get_journey (window));
  self->drop = g_object_ref (gdk_drop);
  g_set_object (&self->lane, target->lane);
  g_set_object (&self->phase, target->phase);
  self->index = target->index;
  self->files = g_ptr_array_new_with_free_func (g_object_unref);
  self->rows = g_array_new (FALSE, TRUE, sizeof (Row));
  g_array_set_clear_func (self->rows, clear_row);
  return self;
}

static void
finish (Drop *self, GdkDragAction action)
{
  if (self->drop != NULL)
    gdk_drop_finish (self->drop, action);
  g_clear_object (&self->drop);
}

static void
drop_free (Drop *self)
{
  finish (self, 0);
  g_object_unref (self->window);
  g_object_unref (self->journey);
  g_clear_object (&self->lane);
  g_clear_object (&self->phase);
  g_ptr_array_unref (self->files);
  g_array_unref (self->rows);
  g_free (self->failure);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Drop, drop_free)

/* The map that it was dropped on may be another one by now. */
static gboolean
is_current (const Drop *self)
{
  return etp_window_get_journey (self->window) == self->journey;
}

static gboolean
has_place (const Drop *self)
{
  return self->lane != NULL && self->phase != NULL;
}

static void
note_failure (Drop *self, GFile *file, const GError *error)
{
  g_autofree char *name = file != NULL ? g_file_get_basename (file) : NULL;

  if (self->failure != NULL)
    return;
  self->failure = name != NULL
                      /* Translators: the name of a file and what is wrong with it. */
                      ? g_strdup_printf (_ ("“%s”: %s"), name, error->message)
                      : g_strdup (error->message);
}

static void
add_text_rows (Drop *self, const char *text)
{
  g_auto (GStrv) lines = g_strsplit_set (text, "\r\n", -1);

  for (guint i = 0; lines[i] != NULL && self->rows->len < MAX_LINES; i++)
    {
      Row row = { .title = g_strdup (g_strstrip (lines[i])) };

      if (row.title[0] != '\0')
        g_array_append_val (self->rows, row);
      else
        g_free (row.title);
    }
}

/* Everything is read: onto the map with it. */
static void
put_rows (Drop *self)
{
  g_autoptr (GArray) cards = g_array_new (FALSE, TRUE, sizeof (EtpNewCard));
  g_autoptr (GPtrArray) news = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  const EtpCardPlace place = { .lane = self->lane, .phase = self->phase, .index = self->index };

  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = &g_array_index (self->rows, Row, i);
      const EtpNewCard card = { row->title, row->picture, row->type };

      g_array_append_val (cards, card);
    }
  if (cards->len > 0 && is_current (self))
    {
      if (etp_edit_add_cards (self->journey, &place, (const EtpNewCard *) cards->data, cards->len,
                              news, &error))
        etp_canvas_select_nodes (self->window->canvas, news);
      else
        note_failure (self, NULL, error);
    }
  if (self->failure != NULL)
    etp_window_tell (self->window, self->failure, NULL, NULL);
}

static void read_next_file (Drop *self);

static void
on_picture_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Drop *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EtpImage) image = etp_image_import_finish (result, &error);

  if (image != NULL)
    {
      const Row row = { NULL, g_bytes_ref (image->bytes), image->type };

      g_array_append_val (self->rows, row);
    }
  else
    note_failure (self, G_IS_FILE (source) ? G_FILE (source) : NULL, error);
  read_next_file (self);
}

static void
on_text_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Drop *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gsize length = 0;

  if (!g_file_load_contents_finish (G_FILE (source), result, &text, &length, NULL, &error))
    note_failure (self, G_FILE (source), error);
  else if (length > MAX_TEXT || !g_utf8_validate (text, (gssize) length, NULL))
    {
      g_set_error_literal (&error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                           _ ("This is no plain text that can be read."));
      note_failure (self, G_FILE (source), error);
    }
  else
    add_text_rows (self, text);
  read_next_file (self);
}

static void
on_type_known (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Drop *self = user_data;
  GFile *file = G_FILE (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info_finish (file, result, &error);
  const char *type = info != NULL ? g_file_info_get_content_type (info) : NULL;

  if (info == NULL)
    {
      note_failure (self, file, error);
      read_next_file (self);
    }
  else if (type != NULL && g_content_type_is_a (type, "text/plain")
           && g_file_info_get_size (info) <= MAX_TEXT)
    g_file_load_contents_async (file, NULL, on_text_read, self);
  else /* says itself what is wrong with what is no picture */
    etp_image_import_file_async (file, NULL, on_picture_read, self);
}

static void
read_next_file (Drop *self)
{
  g_autoptr (GFile) file = NULL;

  if (self->files->len == 0)
    {
      put_rows (self);
      drop_free (self);
      return;
    }
  file = g_ptr_array_steal_index (self->files, 0);
  g_file_query_info_async (
      file, G_FILE_ATTRIBUTE_STANDARD_CONTENT_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
      G_FILE_QUERY_INFO_NONE, G_PRIORITY_DEFAULT, NULL, on_type_known, self);
}

static gboolean
is_map (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  return name != NULL && g_str_has_suffix (name, ".journey");
}

/* Maps are opened; everything else becomes cards. */
static void
take_files (Drop *self, GSList *files)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self->window));
  gboolean is_beside = FALSE;

  for (GSList *link = files; link != NULL; link = link->next)
    if (is_map (link->data))
      etp_application_open_file (ETP_APPLICATION (application), link->data, self->window);
    else if (!has_place (self))
      is_beside = TRUE;
    else if (self->files->len < MAX_FILES)
      g_ptr_array_add (self->files, g_object_ref (link->data));
  if (is_beside && self->failure == NULL)
    self->failure = g_strdup (_ ("Drop it on a lane that shows cards."));
}

static void
on_files (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Drop *self = user_data;
  g_autoptr (GError) error = NULL;
  const GValue *value = gdk_drop_read_value_finish (GDK_DROP (source), result, &error);

  if (value != NULL)
    take_files (self, g_value_get_boxed (value));
  else
    note_failure (self, NULL, error);
  finish (self, value != NULL ? GDK_ACTION_COPY : 0);
  read_next_file (self);
}

static void
on_text (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Drop *self = user_data;
  g_autoptr (GError) error = NULL;
  const GValue *value = gdk_drop_read_value_finish (GDK_DROP (source), result, &error);

  if (value != NULL)
    add_text_rows (self, g_value_get_string (value));
  else
    note_failure (self, NULL, error);
  finish (self, value != NULL ? GDK_ACTION_COPY : 0);
  read_next_file (self);
}

/* What another window or program gave as cards. */
static void
take_fragment (Drop *self, GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();
  g_autoptr (EtpFragment) fragment = etp_fragment_read (bytes, &error);
  const EtpFragmentPlace place = { self->lane, self->phase, self->index, G_MAXUINT };

  if (!is_current (self))
    return;
  if (fragment == NULL
      || !etp_fragment_insert (fragment, self->journey, &place, _ ("Copy Cards"), nodes, &error))
    etp_window_tell_error (self->window, error);
  else
    etp_canvas_select_nodes (self->window->canvas, nodes);
}

static void
on_fragment_spliced (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Drop) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (g_output_stream_splice_finish (G_OUTPUT_STREAM (source), result, &error) < 0)
    {
      etp_window_tell_error (self->window, error);
      return;
    }
  bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (source));
  finish (self, GDK_ACTION_COPY);
  take_fragment (self, bytes);
}

static void
on_fragment (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Drop *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GOutputStream) memory = NULL;
  g_autoptr (GInputStream) stream = gdk_drop_read_finish (GDK_DROP (source), result, NULL, &error);

  if (stream == NULL)
    {
      etp_window_tell_error (self->window, error);
      drop_free (self);
      return;
    }
  memory = g_memory_output_stream_new_resizable ();
  g_output_stream_splice_async (
      memory, stream, G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
      G_PRIORITY_DEFAULT, NULL, on_fragment_spliced, self);
}

static gboolean
on_canvas_drop (EtpCanvas *canvas,
                GdkDrop *gdk_drop,
                const EtpCanvasTarget *target,
                gpointer user_data)
{
  static const char *types[] = { ETP_FRAGMENT_MIME_TYPE, NULL };
  GdkContentFormats *formats = gdk_drop_get_formats (gdk_drop);
  Drop *self = drop_new (user_data, gdk_drop, target);

  if (gdk_content_formats_contain_mime_type (formats, ETP_FRAGMENT_MIME_TYPE) && has_place (self))
    gdk_drop_read_async (gdk_drop, types, G_PRIORITY_DEFAULT, NULL, on_fragment, self);
  else if (gdk_content_formats_contain_gtype (formats, GDK_TYPE_FILE_LIST))
    gdk_drop_read_value_async (gdk_drop, GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT, NULL, on_files,
                               self);
  else if (gdk_content_formats_contain_gtype (formats, G_TYPE_STRING) && has_place (self))
    gdk_drop_read_value_async (gdk_drop, G_TYPE_STRING, G_PRIORITY_DEFAULT, NULL, on_text, self);
  else
    {
      drop_free (self);
      return FALSE;
    }
  return TRUE;
}

static GdkContentProvider *
provide (EtpCanvas *canvas, GPtrArray *nodes, gpointer user_data)
{
  GdkContentProvider *parts[2];
  g_autofree char *plain = NULL;
  g_autoptr (GBytes) bytes = etp_fragment_write (
      etp_canvas_get_journey (canvas), (EtpNode *const *) nodes->pdata, nodes->len, &plain);

  parts[0] = gdk_content_provider_new_for_bytes (ETP_FRAGMENT_MIME_TYPE, bytes);
  parts[1] = gdk_content_provider_new_typed (G_TYPE_STRING, plain);
  return gdk_content_provider_new_union (parts, G_N_ELEMENTS (parts));
}

static GdkContentFormats *
dup_formats (void)
{
  GdkContentFormatsBuilder *builder = gdk_content_formats_builder_new ();

  gdk_content_formats_builder_add_mime_type (builder, ETP_FRAGMENT_MIME_TYPE);
  gdk_content_formats_builder_add_gtype (builder, GDK_TYPE_FILE_LIST);
  gdk_content_formats_builder_add_gtype (builder, G_TYPE_STRING);
  return gdk_content_formats_builder_free_to_formats (builder);
}

void
etp_window_add_dnd (EtpWindow *self)
{
  static const EtpCanvasDelegate delegate = { provide, dup_formats, on_canvas_drop };

  etp_canvas_set_delegate (self->canvas, &delegate, self);
}
