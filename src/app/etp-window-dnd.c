/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-window-private.h"

#include <glib/gi18n-lib.h>

#include "etp-intake.h"
#include "etp-stream.h"
#include "file/etp-fragment.h"
#include "import/etp-sheet.h"
#include "model/etp-limits.h"

#define HTML_TYPE "text/html"

/* What is dragged from the map and dropped on it. Cards travel as a fragment, with plain text for
 * other programs; from these come files, pictures and text. A drop is one object that is read step
 * by step, and then put on the map with one verb. */

typedef struct
{
  EtpIntake *intake; /* owned; NULL: handed on */
  GdkDrop *drop; /* owned; NULL when it is finished */
  GBytes *html; /* owned; the text as HTML, or NULL */
} Drop;

static Drop *
drop_new (EtpWindow *window, GdkDrop *gdk_drop, const EtpCanvasTarget *target)
{
  Drop *self = g_new0 (Drop, 1);

  self->intake = etp_intake_new (window, target->lane, target->phase, target->index);
  etp_intake_set_step (self->intake, target->step, TRUE);
  self->drop = g_object_ref (gdk_drop);
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
  g_clear_pointer (&self->intake, etp_intake_free);
  g_clear_pointer (&self->html, g_bytes_unref);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Drop, drop_free)

static void
on_files (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Drop) self = user_data;
  g_autoptr (GError) error = NULL;
  const GValue *value = gdk_drop_read_value_finish (GDK_DROP (source), result, &error);

  if (value != NULL)
    etp_intake_add_files (self->intake, g_value_get_boxed (value));
  else
    etp_intake_fail (self->intake, NULL, error);
  finish (self, value != NULL ? GDK_ACTION_COPY : 0);
  etp_intake_run (g_steal_pointer (&self->intake));
}

static void
on_text (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Drop) self = user_data;
  g_autoptr (GError) error = NULL;
  const GValue *value = gdk_drop_read_value_finish (GDK_DROP (source), result, &error);

  if (value == NULL)
    etp_intake_fail (self->intake, NULL, error);
  else if (!etp_intake_offer_table (self->intake, g_value_get_string (value), self->html))
    etp_intake_add_text (self->intake, g_value_get_string (value));
  finish (self, value != NULL ? GDK_ACTION_COPY : 0);
  etp_intake_run (g_steal_pointer (&self->intake));
}

static void
read_text (Drop *self)
{
  gdk_drop_read_value_async (self->drop, G_TYPE_STRING, G_PRIORITY_DEFAULT, NULL, on_text, self);
}

/* HTML that cannot be had is no loss: the text is there too. */
static void
on_html_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Drop *self = user_data;

  self->html = etp_stream_read_all_finish (result, NULL);
  read_text (self);
}

static void
on_html (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Drop *self = user_data;
  g_autoptr (GInputStream) stream = gdk_drop_read_finish (GDK_DROP (source), result, NULL, NULL);

  if (stream != NULL)
    etp_stream_read_all_async (stream, ETP_SHEET_MAX_BYTES, NULL, on_html_read, self);
  else
    read_text (self);
}

/* What another window or program gave as cards. */
static void
on_fragment_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Drop) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = etp_stream_read_all_finish (result, &error);

  if (bytes == NULL)
    {
      etp_window_tell_error (etp_intake_get_window (self->intake), error);
      return;
    }
  finish (self, GDK_ACTION_COPY);
  etp_intake_put_fragment (self->intake, bytes, _ ("Copy Cards"));
}

static void
on_fragment (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Drop) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GInputStream) stream = gdk_drop_read_finish (GDK_DROP (source), result, NULL, &error);

  if (stream == NULL)
    etp_window_tell_error (etp_intake_get_window (self->intake), error);
  else
    etp_stream_read_all_async (stream, ETP_LIMIT_FILE_BYTES, NULL, on_fragment_read,
                               g_steal_pointer (&self));
}

static gboolean
on_canvas_drop (EtpCanvas *canvas,
                GdkDrop *gdk_drop,
                const EtpCanvasTarget *target,
                gpointer user_data)
{
  static const char *types[] = { ETP_FRAGMENT_MIME_TYPE, NULL };
  static const char *html_types[] = { HTML_TYPE, NULL };
  GdkContentFormats *formats = gdk_drop_get_formats (gdk_drop);
  Drop *self = drop_new (user_data, gdk_drop, target);
  const gboolean has_place = etp_intake_has_place (self->intake);

  if (gdk_content_formats_contain_mime_type (formats, ETP_FRAGMENT_MIME_TYPE) && has_place)
    gdk_drop_read_async (gdk_drop, types, G_PRIORITY_DEFAULT, NULL, on_fragment, self);
  else if (gdk_content_formats_contain_gtype (formats, GDK_TYPE_FILE_LIST))
    gdk_drop_read_value_async (gdk_drop, GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT, NULL, on_files,
                               self);
  else if (gdk_content_formats_contain_gtype (formats, G_TYPE_STRING) && has_place)
    {
      if (gdk_content_formats_contain_mime_type (formats, HTML_TYPE))
        gdk_drop_read_async (gdk_drop, html_types, G_PRIORITY_DEFAULT, NULL, on_html, self);
      else
        read_text (self);
    }
  else
    drop_free (self);
  return TRUE;
}

static GdkContentProvider *
provide (EtpCanvas *canvas, GPtrArray *nodes, gpointer user_data)
{
  return etp_window_provide (user_data, nodes);
}

static gboolean
on_canvas_paste (EtpCanvas *canvas,
                 const char *text,
                 const EtpCanvasTarget *target,
                 gpointer user_data)
{
  return etp_window_paste_list (user_data, text, target);
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
  static const EtpCanvasDelegate delegate = { provide, dup_formats, on_canvas_drop,
                                              on_canvas_paste };

  etp_canvas_set_delegate (self->canvas, &delegate, self);
}
