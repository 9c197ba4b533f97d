/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-intake-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "etp-application.h"
#include "etp-recent.h"
#include "etp-table-dialog.h"
#include "import/etp-sheet.h"
#include "model/etp-edit.h"
#include "model/etp-fields.h"

#define MAX_TEXT (1024 * 1024) /* bytes of a text that becomes cards */
#define MAX_LINES 500 /* cards from one text */
#define MAX_FILES 50

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

EtpIntake *
etp_intake_new (EtpWindow *window, EtpNode *lane, EtpNode *phase, guint index)
{
  EtpIntake *self = g_new0 (EtpIntake, 1);

  self->window = g_object_ref (window);
  self->journey = g_object_ref (etp_window_get_journey (window));
  g_set_object (&self->lane, lane);
  g_set_object (&self->phase, phase);
  self->index = index;
  self->files = g_ptr_array_new_with_free_func (g_object_unref);
  self->rows = g_array_new (FALSE, TRUE, sizeof (Row));
  g_array_set_clear_func (self->rows, clear_row);
  return self;
}

void
etp_intake_set_step (EtpIntake *self, EtpNode *step)
{
  g_set_object (&self->step, step);
}

void
etp_intake_free (EtpIntake *self)
{
  g_object_unref (self->window);
  g_object_unref (self->journey);
  g_clear_object (&self->lane);
  g_clear_object (&self->phase);
  g_clear_object (&self->step);
  g_ptr_array_unref (self->files);
  g_array_unref (self->rows);
  g_free (self->failure);
  g_free (self);
}

EtpWindow *
etp_intake_get_window (const EtpIntake *self)
{
  return self->window;
}

gboolean
etp_intake_reach_map (const EtpIntake *self)
{
  if (etp_window_get_journey (self->window) != self->journey)
    return FALSE;
  etp_canvas_end_typing (self->window->canvas);
  return TRUE;
}

gboolean
etp_intake_has_place (const EtpIntake *self)
{
  return self->lane != NULL && self->phase != NULL;
}

gboolean
etp_intake_takes_cards (const EtpIntake *self)
{
  return etp_intake_has_place (self)
         && etp_lane_kind_shows_cards (etp_node_get_enum (self->lane, ETP_LANE_KIND));
}

void
etp_intake_fail (EtpIntake *self, GFile *file, const GError *error)
{
  g_autofree char *base = file != NULL ? g_file_get_basename (file) : NULL;
  g_autofree char *name = base != NULL ? g_filename_display_name (base) : NULL;

  if (self->failure != NULL)
    return;
  self->failure = name != NULL
                      /* Translators: the name of a file and what is wrong with it. */
                      ? g_strdup_printf (_ ("“%s”: %s"), name, error->message)
                      : g_strdup (error->message);
}

void
etp_intake_add_text (EtpIntake *self, const char *text)
{
  g_auto (GStrv) lines = g_strsplit_set (text, "\r\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = g_strstrip ((char *) etp_sheet_skip_list_sign (lines[i]));

      if (line[0] == '\0')
        continue;
      self->n_lines++;
      if (self->rows->len < MAX_LINES)
        {
          const Row row = { .title = g_strdup (line) };

          self->n_lines_taken++;
          g_array_append_val (self->rows, row);
        }
    }
}

/* An address in the web and nothing else. */
static gboolean
is_web_address (const char *text)
{
  const char *scheme = text != NULL ? g_uri_peek_scheme (text) : NULL;

  return scheme != NULL && (g_str_equal (scheme, "http") || g_str_equal (scheme, "https"))
         && g_uri_is_valid (text, G_URI_FLAGS_NONE, NULL);
}

void
etp_intake_tell_parked (EtpIntake *self, GPtrArray *nodes)
{
  g_autofree char *text = NULL;
  guint n = 0;

  for (guint i = 0; i < nodes->len; i++)
    if (etp_node_get_list (nodes->pdata[i]) == ETP_LIST_CARDS
        && etp_node_get_text (nodes->pdata[i], ETP_CARD_LANE)[0] == '\0')
      n++;
  if (n == 0)
    return;
  /* Translators: %u is how many cards were pasted without a place on the map. */
  text = g_strdup_printf (
      ngettext ("%u card put into the parking lot", "%u cards put into the parking lot", n), n);
  etp_window_tell (self->window, text, _ ("Undo"), "win.undo-step");
}

/* What there is too much of is not left out without a word. NULL: nothing is. */
static char *
dup_left_over (const EtpIntake *self)
{
  if (self->n_lines_taken < self->n_lines)
    return g_strdup_printf (
        /* Translators: the first number is how many lines became cards, the second (the plural) how
         * many there are. */
        ngettext ("Only %1$u of %2$u line became cards. Add the rest separately.",
                  "Only %1$u of %2$u lines became cards. Add the rest separately.", self->n_lines),
        self->n_lines_taken, self->n_lines);
  if (self->n_files_taken < self->n_files)
    return g_strdup_printf (
        /* Translators: the first number is how many files were read, the second (the plural) how
         * many there are. */
        ngettext ("Only %1$u of %2$u file was read. Add the rest separately.",
                  "Only %1$u of %2$u files were read. Add the rest separately.", self->n_files),
        self->n_files_taken, self->n_files);
  return NULL;
}

EtpNode *
etp_intake_get_step (const EtpIntake *self)
{
  return self->step != NULL && etp_node_get_journey (self->step) == self->journey ? self->step
                                                                                  : NULL;
}

/* Everything is read: onto the map with it. */
static void
put_rows (EtpIntake *self)
{
  g_autoptr (GArray) cards = g_array_new (FALSE, TRUE, sizeof (EtpNewCard));
  g_autoptr (GPtrArray) news = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *left_over = NULL;
  const EtpCardPlace place = { .lane = self->lane,
                               .phase = self->phase,
                               .index = self->index,
                               .step = etp_intake_get_step (self) };

  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = &g_array_index (self->rows, Row, i);
      const EtpNewCard card = { .title = row->title,
                                .link = is_web_address (row->title) ? row->title : NULL,
                                .picture = row->picture,
                                .picture_type = row->type };

      g_array_append_val (cards, card);
    }
  if (cards->len > 0 && etp_intake_reach_map (self))
    {
      if (etp_edit_add_cards (self->journey, &place, (const EtpNewCard *) cards->data, cards->len,
                              news, &error))
        {
          if (etp_intake_has_place (self))
            etp_canvas_select_placed (self->window->canvas, news);
          etp_intake_tell_parked (self, news);
          left_over = dup_left_over (self);
        }
      else
        etp_intake_fail (self, NULL, error);
    }
  /* There is room for one; what is missing of many matters more than the one that cannot be read. */
  if (left_over != NULL || self->failure != NULL)
    etp_window_tell (self->window, left_over != NULL ? left_over : self->failure, NULL, NULL);
}

static void read_next_file (EtpIntake *self);

static void
on_picture_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  EtpIntake *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EtpImage) image = etp_image_import_finish (result, &error);

  if (image != NULL)
    {
      const Row row = { NULL, g_bytes_ref (image->bytes), image->type };

      g_array_append_val (self->rows, row);
    }
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

static void
offer_sheet (const EtpIntake *self, EtpSheet *sheet)
{
  if (etp_intake_reach_map (self))
    etp_table_dialog_show (self->window,
                           etp_sheet_plan_new (sheet, self->journey, self->lane, self->phase));
  else
    etp_sheet_free (sheet);
}

/* A table is looked at before it is taken; of one column it is lines like any other text. */
static void
take_table_file (EtpIntake *self, GFile *file, const char *bytes, gsize length)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EtpSheet) sheet = etp_sheet_new_from_csv (bytes, length, &error);

  if (sheet == NULL)
    etp_intake_fail (self, file, error);
  else if (etp_sheet_get_n_columns (sheet) > 1)
    offer_sheet (self, g_steal_pointer (&sheet));
  else
    for (guint i = 0; i < etp_sheet_get_n_rows (sheet); i++)
      etp_intake_add_text (self, etp_sheet_get (sheet, i, 0));
}

static void
on_text_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  EtpIntake *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gsize length = 0;

  if (!g_file_load_contents_finish (G_FILE (source), result, &text, &length, NULL, &error))
    etp_intake_fail (self, G_FILE (source), error);
  else if (length <= MAX_TEXT && is_table_file (G_FILE (source)))
    take_table_file (self, G_FILE (source), text, length);
  else if (length > MAX_TEXT || !g_utf8_validate (text, (gssize) length, NULL))
    {
      g_set_error_literal (&error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                           _ ("This is no plain text that can be read."));
      etp_intake_fail (self, G_FILE (source), error);
    }
  else
    etp_intake_add_text (self, text);
  read_next_file (self);
}

static void
on_type_known (GObject *source, GAsyncResult *result, gpointer user_data)
{
  EtpIntake *self = user_data;
  GFile *file = G_FILE (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info_finish (file, result, &error);
  const char *type = info != NULL ? g_file_info_get_content_type (info) : NULL;

  if (info == NULL)
    {
      etp_intake_fail (self, file, error);
      read_next_file (self);
    }
  else if (type != NULL && (is_table_file (file) || g_content_type_is_a (type, "text/plain"))
           && g_file_info_get_size (info) <= MAX_TEXT)
    g_file_load_contents_async (file, NULL, on_text_read, self);
  else /* says itself what is wrong with what is no picture */
    etp_image_import_file_async (file, NULL, on_picture_read, self);
}

static void
read_next_file (EtpIntake *self)
{
  g_autoptr (GFile) file = NULL;

  if (self->files->len == 0)
    {
      put_rows (self);
      etp_intake_free (self);
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

  return is_web_address (uri);
}

static void
add_address (EtpIntake *self, GFile *file)
{
  const Row row = { .title = g_file_get_uri (file) };

  g_array_append_val (self->rows, row);
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
    self->failure = g_strdup (_ ("Drop it on a lane that shows cards."));
}

void
etp_intake_add_picture (EtpIntake *self, const EtpImage *image)
{
  const Row row = { NULL, g_bytes_ref (image->bytes), image->type };

  g_array_append_val (self->rows, row);
}

/* NULL without an error: it is no table. */
static EtpSheet *
read_table (const char *text, GBytes *html, GError **error)
{
  EtpSheet *from_text = NULL, *from_html = NULL;
  gsize length = 0;
  const char *bytes = html != NULL ? g_bytes_get_data (html, &length) : NULL;

  if (bytes != NULL)
    from_html = etp_sheet_new_from_html (bytes, length, NULL);
  /* A list in one column is lines, and these are cards. */
  if (from_html != NULL && etp_sheet_get_n_columns (from_html) < 2)
    g_clear_pointer (&from_html, etp_sheet_free);
  if (text != NULL && etp_sheet_is_table (text))
    from_text = etp_sheet_new (text, from_html == NULL ? error : NULL);
  return etp_sheet_choose (from_html, from_text);
}

gboolean
etp_intake_offer_table (EtpIntake *self, const char *text, GBytes *html)
{
  g_autoptr (GError) error = NULL;
  EtpSheet *sheet = read_table (text, html, &error);

  if (sheet == NULL && error == NULL)
    return FALSE;
  if (sheet == NULL)
    etp_window_tell_error (self->window, error);
  else
    offer_sheet (self, sheet);
  return TRUE;
}

void
etp_intake_run (EtpIntake *self)
{
  read_next_file (self);
}
