/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-intake-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "etp-application.h"
#include "etp-recent.h"
#include "import/etp-sheet.h"

/* Files, read one after the other. */

#define MAX_TEXT (1024 * 1024) /* bytes of a text that becomes cards */
#define MAX_FILES 50

/* How what is in a file becomes cards. */
typedef enum
{
  KIND_PICTURE, /* also what nobody knows: the reader says what is wrong with it */
  KIND_TEXT,
  KIND_TABLE, /* cells parted by commas, semicolons or tabs */
  KIND_PAGE, /* HTML, for its table */
  KIND_OTHER, /* known, and not for cards */
} Kind;

static void read_next_file (EtpIntake *self);

static void
on_picture_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  EtpIntake *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EtpImage) image = etp_image_import_finish (result, &error);

  if (image != NULL)
    etp_intake_add_picture (self, image);
  else
    etp_intake_fail (self, G_IS_FILE (source) ? G_FILE (source) : NULL, error);
  read_next_file (self);
}

static gboolean
is_table_file (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *lower = name != NULL ? g_ascii_strdown (name, -1) : NULL;

  return lower != NULL && (g_str_has_suffix (lower, ".csv") || g_str_has_suffix (lower, ".tsv"));
}

/* Drawings, pages and documents are text too for whoever looks at their bytes, but none that people
 * wrote. */
static Kind
choose_kind (GFile *file, const char *type)
{
  if (is_table_file (file))
    return KIND_TABLE;
  if (type == NULL)
    return KIND_PICTURE;
  if (g_content_type_is_a (type, "text/html")
      || g_content_type_is_a (type, "application/xhtml+xml"))
    return KIND_PAGE;
  if (g_str_has_prefix (type, "text/") && g_content_type_is_a (type, "text/plain")
      && !g_content_type_is_a (type, "application/xml")
      && !g_content_type_is_a (type, "application/rtf"))
    return KIND_TEXT;
  return g_str_has_prefix (type, "image/") || g_content_type_is_unknown (type) ? KIND_PICTURE
                                                                               : KIND_OTHER;
}

static void
set_no_text (GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                       _ ("This is no plain text that can be read."));
}

static EtpSheet *
read_page (const char *text, GError **error)
{
  g_autoptr (GError) problem = NULL;
  EtpSheet *sheet = etp_sheet_new_from_html (text, strlen (text), &problem);

  if (g_error_matches (problem, ETP_SHEET_ERROR, ETP_SHEET_ERROR_EMPTY))
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                         _ ("There is no table on this page."));
  else if (problem != NULL)
    g_propagate_error (error, g_steal_pointer (&problem));
  return sheet;
}

/* A table is looked at before it is taken; of one column it is lines like any other text. */
static void
take_sheet (EtpIntake *self, EtpSheet *taken)
{
  g_autoptr (EtpSheet) sheet = taken;

  if (etp_sheet_get_n_columns (sheet) > 1)
    etp_intake_offer_sheet (self, g_steal_pointer (&sheet));
  else
    etp_intake_add_column (self, sheet);
}

static void
take_text (EtpIntake *self, GFile *file, const char *bytes, gsize length)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = etp_sheet_dup_text (bytes, length);
  EtpSheet *sheet = NULL;

  if (text == NULL)
    set_no_text (&error);
  else if (self->kind == KIND_TEXT)
    etp_intake_add_lines (self, text);
  else if (self->kind == KIND_TABLE)
    sheet = etp_sheet_new_from_csv (text, strlen (text), &error);
  else
    sheet = read_page (text, &error);
  if (error != NULL)
    etp_intake_fail (self, file, error);
  else if (sheet != NULL)
    take_sheet (self, sheet);
}

static gsize
get_limit (Kind kind)
{
  return kind == KIND_TEXT ? MAX_TEXT : ETP_SHEET_MAX_BYTES;
}

static void
fail_too_large (EtpIntake *self, GFile *file)
{
  g_autoptr (GError)
      error = g_error_new (G_IO_ERROR, G_IO_ERROR_NO_SPACE, _ ("The file has more than %u MiB."),
                           (guint) (get_limit (self->kind) >> 20));

  etp_intake_fail (self, file, error);
}

static void
fail_other (EtpIntake *self, GFile *file)
{
  g_autoptr (GError) error = g_error_new_literal (
      G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
      _ ("This becomes no cards. Pictures, plain text, CSV files and web pages with a table do."));

  etp_intake_fail (self, file, error);
}

static void
on_text_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  EtpIntake *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL;
  gsize length = 0;

  if (!g_file_load_contents_finish (G_FILE (source), result, &bytes, &length, NULL, &error))
    etp_intake_fail (self, G_FILE (source), error);
  else if (length > get_limit (self->kind)) /* it has grown since */
    fail_too_large (self, G_FILE (source));
  else
    take_text (self, G_FILE (source), bytes, length);
  read_next_file (self);
}

static void
on_type_known (GObject *source, GAsyncResult *result, gpointer user_data)
{
  EtpIntake *self = user_data;
  GFile *file = G_FILE (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info_finish (file, result, &error);

  if (info == NULL)
    {
      etp_intake_fail (self, file, error);
      read_next_file (self);
      return;
    }
  self->kind = choose_kind (file, g_file_info_get_content_type (info));
  if (self->kind == KIND_PICTURE)
    etp_image_import_file_async (file, NULL, on_picture_read, self);
  else if (self->kind == KIND_OTHER)
    {
      fail_other (self, file);
      read_next_file (self);
    }
  else if (g_file_info_get_size (info) <= (goffset) get_limit (self->kind))
    g_file_load_contents_async (file, NULL, on_text_read, self);
  else
    {
      fail_too_large (self, file);
      read_next_file (self);
    }
}

static void
read_next_file (EtpIntake *self)
{
  g_autoptr (GFile) file = NULL;

  if (self->files->len == 0)
    {
      etp_intake_end (self);
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

  return name != NULL && etp_recent_is_map (name);
}

/* What a browser gives as a file is an address: nothing is fetched from it. */
static gboolean
is_web_file (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);

  return etp_intake_is_web_address (uri);
}

static void
add_address (EtpIntake *self, GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);

  etp_intake_add_lines (self, uri);
}

static void
add_file (EtpIntake *self, GFile *file)
{
  self->n_files++;
  if (self->files->len >= MAX_FILES)
    return;
  self->n_files_taken++;
  g_ptr_array_add (self->files, g_object_ref (file));
}

/* Maps are opened; everything else becomes cards. */
void
etp_intake_add_files (EtpIntake *self, GSList *files)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self->window));
  gboolean is_beside = FALSE;

  if (application == NULL) /* the window is closed */
    return;
  for (GSList *link = files; link != NULL; link = link->next)
    if (is_map (link->data))
      etp_application_open_file (ETP_APPLICATION (application), link->data, self->window);
    else if (!etp_intake_has_place (self))
      is_beside = TRUE;
    else if (is_web_file (link->data))
      add_address (self, link->data);
    else
      add_file (self, link->data);
  if (is_beside && self->failure == NULL)
    self->failure = g_strdup (etp_journey_get_read_only (self->journey)
                                  ? _ ("This journey is read-only. Save a copy to change it.")
                                  : _ ("Drop it on a lane that shows cards."));
}

void
etp_intake_run (EtpIntake *self)
{
  read_next_file (self);
}
