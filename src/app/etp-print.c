/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-print.h"

#include "etp-state.h"
#include "model/etp-fields.h"
#include "paint/etp-paint-page.h"
#include "scene/etp-paper.h"

/* The pages are made when the paper is known, which the person chooses in the printer's dialog. They
 * bring their own margins, so the whole sheet is used. */

#define SETTINGS "Print Settings"
#define SETUP "Page Setup"
#define POINTS 0.75 /* for a page unit */

typedef struct
{
  EtpJourney *journey; /* owned */
  EtpExportChoice *choice; /* owned */
  EtpText *text; /* owned; these three: NULL until the paper is known */
  EtpJourney *extract;
  EtpPages *pages;
  EtpPainter *painter;
  GError *error; /* owned */
} Print;

static void
print_free (gpointer data)
{
  Print *self = data;

  g_clear_object (&self->pages);
  g_clear_object (&self->painter);
  g_clear_object (&self->extract);
  g_clear_object (&self->text);
  g_clear_error (&self->error);
  g_object_unref (self->journey);
  etp_export_choice_free (self->choice);
  g_free (self);
}

/* "210.00x297.00mm" */
static char *
dup_paper (GtkPageSetup *setup)
{
  char width[G_ASCII_DTOSTR_BUF_SIZE], height[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (width, sizeof width, "%.2f",
                   gtk_page_setup_get_paper_width (setup, GTK_UNIT_MM));
  g_ascii_formatd (height, sizeof height, "%.2f",
                   gtk_page_setup_get_paper_height (setup, GTK_UNIT_MM));
  return g_strconcat (width, "x", height, "mm", NULL);
}

static gboolean
make_pages (Print *self, GtkPageSetup *setup)
{
  g_autofree char *paper = etp_export_choice_get_pages (self->choice)->has_paper ? dup_paper (setup)
                                                                                 : NULL;
  g_autofree char *page = NULL;
  g_autofree char *date = NULL;
  g_autoptr (EtpStyle) style = etp_style_new (self->choice->style);
  EtpExportOptions options;

  etp_export_choice_get_options (self->choice, paper, &page, &date, &options);
  g_clear_object (&self->pages);
  g_clear_object (&self->painter);
  g_clear_object (&self->extract);
  if (self->text == NULL)
    self->text = etp_text_new ();
  self->extract = etp_export_extract (self->journey, &options, NULL, &self->error);
  if (self->extract == NULL)
    return FALSE;
  self->pages = etp_export_get_pages (self->extract, &options, style, ETP_MEASURER (self->text),
                                      &self->error);
  self->painter = etp_painter_new (self->text, self->extract);
  return self->pages != NULL;
}

static void
on_begin (GtkPrintOperation *operation, GtkPrintContext *context, Print *self)
{
  if (make_pages (self, gtk_print_context_get_page_setup (context)))
    gtk_print_operation_set_n_pages (operation, (int) etp_pages_get_n (self->pages));
  else
    gtk_print_operation_cancel (operation);
}

static void
on_draw_page (GtkPrintOperation *operation, GtkPrintContext *context, int number, Print *self)
{
  const EtpPage *page = etp_pages_get_nth (self->pages, (guint) number);
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  const double width = gtk_print_context_get_width (context);
  const double height = gtk_print_context_get_height (context);
  double scale;

  if (page == NULL)
    return;
  scale = MIN (width / page->width, height / page->height);
  /* A page that was made for this paper is not made smaller for a rounding. */
  if (scale > POINTS * 0.99 && scale < POINTS * 1.01)
    scale = POINTS;
  cairo_translate (cr, (width - page->width * scale) / 2, (height - page->height * scale) / 2);
  cairo_scale (cr, scale, scale);
  etp_paint_page (self->painter, cr, page, 0);
}

static const char *
get_iso_name (const char *paper)
{
  static const struct
  {
    const char *paper, *name;
  } rows[] = {
    { "A4", GTK_PAPER_NAME_A4 }, { "A3", GTK_PAPER_NAME_A3 },
    { "A2", "iso_a2" },          { "A1", "iso_a1" },
    { "A0", "iso_a0" },          { "letter", GTK_PAPER_NAME_LETTER },
    { "tabloid", "na_ledger" },  { "legal", GTK_PAPER_NAME_LEGAL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    if (g_str_equal (rows[i].paper, paper))
      return rows[i].name;
  return NULL;
}

static GtkPaperSize *
create_size (const EtpPaper *paper)
{
  const char *name = paper->name != NULL ? get_iso_name (paper->name) : NULL;
  const double width_mm = MIN (paper->width, paper->height) / ETP_PAPER_MM;
  const double height_mm = MAX (paper->width, paper->height) / ETP_PAPER_MM;
  g_autofree char *label = NULL;

  if (name != NULL)
    return gtk_paper_size_new (name);
  label = etp_paper_dup_label (paper);
  return gtk_paper_size_new_custom ("custom_etappe", label, width_mm, height_mm, GTK_UNIT_MM);
}

static GtkPageSetup *
create_setup (const EtpExportChoice *choice)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  const gboolean has_paper = etp_export_choice_get_pages (choice)->has_paper;
  gboolean is_portrait;
  EtpPaper paper;

  etp_paper_parse (etp_export_choice_get_page (choice), &paper);
  is_portrait = has_paper && etp_paper_is_portrait (&paper);
  if (has_paper)
    {
      GtkPaperSize *size = create_size (&paper);

      gtk_page_setup_set_paper_size_and_default_margins (setup, size);
      gtk_paper_size_free (size);
    }
  gtk_page_setup_set_orientation (setup, is_portrait ? GTK_PAGE_ORIENTATION_PORTRAIT
                                                     : GTK_PAGE_ORIENTATION_LANDSCAPE);
  return setup;
}

GtkPrintOperation *
etp_print_operation_new (EtpJourney *journey, const EtpExportChoice *choice)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = create_setup (choice);
  const char *title = etp_node_get_text (journey, ETP_JOURNEY_TITLE);
  Print *self = g_new0 (Print, 1);

  self->journey = g_object_ref (journey);
  self->choice = etp_export_choice_copy (choice);
  g_object_set_data_full (G_OBJECT (operation), "print", self, print_free);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  if (title[0] != '\0')
    gtk_print_operation_set_job_name (operation, title);
  g_signal_connect (operation, "begin-print", G_CALLBACK (on_begin), self);
  g_signal_connect (operation, "draw-page", G_CALLBACK (on_draw_page), self);
  return operation;
}

const GError *
etp_print_operation_get_error (GtkPrintOperation *operation)
{
  const Print *self = g_object_get_data (G_OBJECT (operation), "print");

  return self != NULL ? self->error : NULL;
}

/* The printer and what is set there, of the last time. */
static void
recall_settings (GtkPrintOperation *operation)
{
  g_autoptr (GKeyFile) state = etp_state_read ();
  g_autoptr (GtkPrintSettings)
      settings = gtk_print_settings_new_from_key_file (state, SETTINGS, NULL);

  if (settings != NULL)
    gtk_print_operation_set_print_settings (operation, settings);
}

static void
remember_settings (GtkPrintOperation *operation)
{
  g_autoptr (GKeyFile) state = etp_state_read ();
  g_autoptr (GtkPrintSettings) settings = NULL;

  if (gtk_print_operation_get_print_settings (operation) == NULL)
    return;
  /* The sheet is chosen anew each time, with the pages. */
  settings = gtk_print_settings_copy (gtk_print_operation_get_print_settings (operation));
  gtk_print_settings_unset (settings, GTK_PRINT_SETTINGS_PAPER_FORMAT);
  gtk_print_settings_unset (settings, GTK_PRINT_SETTINGS_PAPER_WIDTH);
  gtk_print_settings_unset (settings, GTK_PRINT_SETTINGS_PAPER_HEIGHT);
  gtk_print_settings_unset (settings, GTK_PRINT_SETTINGS_ORIENTATION);
  gtk_print_settings_to_key_file (settings, state, SETTINGS);
  etp_state_write (state);
}

typedef struct
{
  EtpPrintFunc func;
  gpointer user_data;
} Answer;

static void
on_done (GtkPrintOperation *operation, GtkPrintOperationResult result, Answer *answer)
{
  const GError *own = etp_print_operation_get_error (operation);
  g_autoptr (GError) error = own != NULL ? g_error_copy (own) : NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_ERROR && error == NULL)
    gtk_print_operation_get_error (operation, &error);
  if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    remember_settings (operation);
  answer->func (result == GTK_PRINT_OPERATION_RESULT_APPLY, error, answer->user_data);
  g_free (answer);
  g_object_unref (operation);
}

void
etp_print (GtkWindow *parent,
           EtpJourney *journey,
           const EtpExportChoice *choice,
           EtpPrintFunc func,
           gpointer user_data)
{
  GtkPrintOperation *operation = etp_print_operation_new (journey, choice);
  Answer *answer = g_new (Answer, 1);

  *answer = (Answer){ func, user_data };
  recall_settings (operation);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect (operation, "done", G_CALLBACK (on_done), answer);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, NULL);
}
