/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-intake-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "etp-table-dialog.h"
#include "import/etp-sheet.h"
#include "model/etp-edit.h"
#include "model/etp-fields.h"
#include "model/etp-history.h"

#define MAX_LINES 500 /* cards from one text */

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
etp_intake_set_step (EtpIntake *self, EtpNode *step, gboolean is_pointed)
{
  g_set_object (&self->step, step);
  self->step_is_pointed = is_pointed;
}

void
etp_intake_set_unfolds (EtpIntake *self, gboolean unfolds)
{
  self->unfolds = unfolds;
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
  /* A closed window belongs to no application. Its map has been saved or given up: what came into it
   * now would lie in its crash journal, unseen. */
  if (gtk_window_get_application (GTK_WINDOW (self->window)) == NULL
      || etp_window_get_journey (self->window) != self->journey)
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

gboolean
etp_intake_takes_lines (const EtpIntake *self)
{
  return etp_intake_takes_cards (self)
         || (etp_intake_has_place (self)
             && etp_node_get_enum (self->lane, ETP_LANE_KIND) == ETP_LANE_KIND_MEASURES);
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
etp_intake_add_lines (EtpIntake *self, const char *text)
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

void
etp_intake_add_column (EtpIntake *self, const EtpSheet *sheet)
{
  for (guint i = 0; i < etp_sheet_get_n_rows (sheet); i++)
    etp_intake_add_lines (self, etp_sheet_get (sheet, i, 0));
}

void
etp_intake_add_text (EtpIntake *self, const char *text)
{
  g_autoptr (EtpSheet) column = etp_sheet_new_from_column (text);

  if (column != NULL)
    etp_intake_add_column (self, column);
  else
    etp_intake_add_lines (self, text);
}

gboolean
etp_intake_is_list (const char *text)
{
  g_autofree char *bare = g_strstrip (g_strdup (text));

  return strpbrk (bare, "\r\n") != NULL || etp_sheet_is_table (bare);
}

gboolean
etp_intake_is_web_address (const char *text)
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

static void
unfold (EtpIntake *self, EtpNode *head, guint field)
{
  EtpDatum open = etp_datum_boolean (FALSE);

  if (etp_node_get_boolean (head, field))
    etp_edit_set (self->journey, head, field, &open, NULL);
}

/* With what unfolds it is one step, under the title of the cards. */
static gboolean
add_cards (
    EtpIntake *self, const EtpCardPlace *place, GArray *cards, GPtrArray *news, GError **error)
{
  EtpHistory *history = etp_journey_get_history (self->journey);
  const EtpNewCard *rows = (const EtpNewCard *) cards->data;
  gboolean is_done;

  if (!self->unfolds || !etp_intake_has_place (self))
    return etp_edit_add_cards (self->journey, place, rows, cards->len, news, error);
  etp_history_begin_run (history);
  is_done = etp_edit_add_cards (self->journey, place, rows, cards->len, news, error);
  if (is_done)
    {
      unfold (self, self->phase, ETP_PHASE_COLLAPSED);
      unfold (self, self->lane, ETP_LANE_COLLAPSED);
    }
  etp_history_end_run (history);
  return is_done;
}

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
                                .link = etp_intake_is_web_address (row->title) ? row->title : NULL,
                                .picture = row->picture,
                                .picture_type = row->type };

      g_array_append_val (cards, card);
    }
  if (cards->len > 0 && etp_intake_reach_map (self))
    {
      if (add_cards (self, &place, cards, news, &error))
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

void
etp_intake_end (EtpIntake *self)
{
  put_rows (self);
  etp_intake_free (self);
}

void
etp_intake_offer_sheet (const EtpIntake *self, EtpSheet *sheet)
{
  if (etp_intake_reach_map (self))
    etp_table_dialog_show (self->window,
                           etp_sheet_plan_new (sheet, self->journey, self->lane, self->phase));
  else
    etp_sheet_free (sheet);
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
    etp_intake_offer_sheet (self, sheet);
  return TRUE;
}
