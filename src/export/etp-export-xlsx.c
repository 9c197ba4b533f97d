/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-export"

#include "config.h"

#include "etp-export-private.h"

#include <fcntl.h>
#include <gio/gunixinputstream.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <unistd.h>

#include "etp-xlsx.h"
#include "model/etp-fields.h"
#include "model/etp-iso.h"
#include "model/etp-words.h"

/* A workbook with a sheet for each table, by libxlsxwriter. The library writes to a named file only;
 * it is a temporary one, which has no name any more when it is read.
 *
 * The library prints numbers in the locale of the thread, which must have a decimal point then.
 */

/* When the file says that it was made: as it is given from outside, else the day of the workshop,
 * else a day that is the same for all. The library would take the present time. */
static time_t
get_time (EtpJourney *journey)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  gint64 seconds;
  int year = 2000, month = 1, day = 1;
  g_autoptr (GDateTime) time = NULL;

  if (epoch != NULL && g_ascii_string_to_signed (epoch, 10, 1, G_MAXINT32, &seconds, NULL))
    return (time_t) seconds;
  if (!etp_iso_parse_date (etp_node_get_text (journey, ETP_JOURNEY_WORKSHOP_DATE), &year, &month,
                           &day)
      || year < 1980)
    {
      year = 2000;
      month = day = 1;
    }
  time = g_date_time_new_utc (year, month, day, 0, 0, 0);
  return (time_t) g_date_time_to_unix (time);
}

/* What the properties may hold: 255 characters. */
static char *
dup_property (const char *text)
{
  guint n_cut = 0;
  g_autofree char *fit = etp_xlsx_dup_text (text, &n_cut);

  return g_utf8_substring (fit, 0, MIN (g_utf8_strlen (fit, -1), 255));
}

static void
set_properties (lxw_workbook *book, EtpJourney *journey)
{
  g_autofree char *title = dup_property (etp_node_get_text (journey, ETP_JOURNEY_TITLE));
  g_autofree char *owner = dup_property (etp_node_get_text (journey, ETP_JOURNEY_OWNER));
  lxw_doc_properties properties = { .title = title,
                                    .author = owner,
                                    .created = get_time (journey) };

  workbook_set_properties (book, &properties);
}

static gboolean
add_sheets (EtpXlsx *xlsx,
            EtpJourney *journey,
            const EtpExportOptions *options,
            GCancellable *cancellable,
            GError **error)
{
  guint n = 0;

  while (etp_grid_get_nth_name (n) != NULL)
    n++;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (EtpGrid) grid = etp_grid_new (journey, etp_grid_get_nth_name (i));

      etp_export_step (options, i, n);
      etp_export_note_personas (options, grid);
      if (!etp_xlsx_add_sheet (xlsx, grid, cancellable, error))
        return FALSE;
    }
  if (xlsx->n_cut > 0)
    etp_export_note (options,
                     ngettext ("%u text is longer than a cell may be; it was cut.",
                               "%u texts are longer than a cell may be; they were cut.",
                               xlsx->n_cut),
                     xlsx->n_cut);
  return TRUE;
}

/* Writes the workbook to a file. */
/* What goes wrong with its temporary files has one cause in practice. The library says more, but on
 * standard error and in English only. */
static void
set_book_error (GError **error, lxw_error status)
{
  g_autofree char *folder = g_filename_display_name (g_get_tmp_dir ());

  if (status >= LXW_ERROR_CREATING_XLSX_FILE && status <= LXW_ERROR_ZIP_CLOSE)
    g_set_error (
        error, ETP_EXPORT_ERROR, ETP_EXPORT_ERROR_FAILED,
        /* Translators: %s is a folder: "/tmp". */
        _ ("The workbook could not be written. Perhaps there is no room left in the folder "
           "for temporary files, %s."),
        folder);
  else
    g_set_error (error, ETP_EXPORT_ERROR, ETP_EXPORT_ERROR_FAILED,
                 /* Translators: %s is what a library says, in English. */
                 _ ("The workbook could not be written: %s"), lxw_strerror (status));
}

static gboolean
write_book (const char *path,
            EtpJourney *journey,
            const EtpExportOptions *options,
            GCancellable *cancellable,
            GError **error)
{
  lxw_workbook_options book_options = { .tmpdir = (char *) g_get_tmp_dir () };
  lxw_workbook *book = workbook_new_opt (path, &book_options);
  EtpXlsx xlsx = { 0 };
  gboolean done;
  lxw_error status;

  set_properties (book, journey);
  etp_xlsx_init (&xlsx, book, etp_node_get_text (journey, ETP_JOURNEY_TITLE),
                 etp_node_get_text (journey, ETP_JOURNEY_CURRENCY), etp_words_is_german (NULL));
  done = add_sheets (&xlsx, journey, options, cancellable, error);
  status = workbook_close (book);
  etp_xlsx_clear (&xlsx);
  if (done && status != LXW_NO_ERROR)
    {
      set_book_error (error, status);
      return FALSE;
    }
  return done;
}

GInputStream *
etp_export_xlsx_open (EtpJourney *journey,
                      const EtpExportOptions *options,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autofree char *path = NULL;
  locale_t point, before;
  gboolean done;
  int fd;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  fd = g_file_open_tmp ("etappe-XXXXXX", &path, error);
  if (fd < 0)
    return NULL;
  close (fd);
  before = uselocale ((locale_t) 0);
  point = newlocale (LC_NUMERIC_MASK, "C", duplocale (before));
  uselocale (point);
  done = write_book (path, journey, options, cancellable, error);
  uselocale (before);
  freelocale (point);
  fd = done ? g_open (path, O_RDONLY | O_CLOEXEC, 0) : -1;
  g_unlink (path);
  if (done && fd < 0)
    g_set_error_literal (error, ETP_EXPORT_ERROR, ETP_EXPORT_ERROR_FAILED,
                         _ ("The workbook could not be read again."));
  return fd >= 0 ? g_unix_input_stream_new (fd, TRUE) : NULL;
}
