/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-export"

#include "config.h"

#include "etp-export.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "etp-export-private.h"

/* The table of formats. A new format is a file of its own and a row here. */

#define THOUSAND 1000

G_DEFINE_QUARK (etp - export - error - quark, etp_export_error)

static const EtpExporter exporters[] = {
  { "pdf", N_ ("PDF Document"), "application/pdf", FALSE, etp_export_pdf_open,
    ETP_EXPORT_USES_PAGES | ETP_EXPORT_USES_STYLE },
  { "svg", N_ ("SVG Drawing"), "image/svg+xml", TRUE, etp_export_svg_open,
    ETP_EXPORT_USES_PICTURE | ETP_EXPORT_USES_STYLE },
  { "png", N_ ("PNG Image"), "image/png", FALSE, etp_export_png_open,
    ETP_EXPORT_USES_PICTURE | ETP_EXPORT_USES_STYLE | ETP_EXPORT_USES_SCALE },
#ifdef ETP_HAS_XLSX
  { "xlsx", N_ ("Excel Workbook"),
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", FALSE,
    etp_export_xlsx_open },
#endif
  { "csv", N_ ("CSV Table"), "text/csv", TRUE, etp_export_csv_open, ETP_EXPORT_USES_TABLE },
  { "md", N_ ("Markdown Text"), "text/markdown", TRUE, etp_export_md_open },
  { "html", N_ ("HTML Page"), "text/html", TRUE, etp_export_html_open },
  { "pptx", N_ ("PowerPoint Presentation"),
    "application/vnd.openxmlformats-officedocument.presentationml.presentation", FALSE,
    etp_export_pptx_open, ETP_EXPORT_USES_SLIDES | ETP_EXPORT_USES_TEMPLATE },
  { "odp", N_ ("OpenDocument Presentation"), "application/vnd.oasis.opendocument.presentation",
    FALSE, etp_export_odp_open, ETP_EXPORT_USES_SLIDES | ETP_EXPORT_USES_TEMPLATE },
  { "minutes-pdf", N_ ("Minutes (PDF)"), "application/pdf", FALSE, etp_export_minutes_pdf_open,
    ETP_EXPORT_USES_PAPER },
  { "minutes-md", N_ ("Minutes (Markdown)"), "text/markdown", TRUE, etp_export_minutes_md_open },
  { "minutes-html", N_ ("Minutes (HTML)"), "text/html", TRUE, etp_export_minutes_html_open },
  { "ics", N_ ("Due Dates (Calendar)"), "text/calendar", TRUE, etp_export_ics_open },
};

void
etp_export_step (const EtpExportOptions *options, double done, guint total)
{
  if (options->progress != NULL)
    g_atomic_int_set (options->progress,
                      total > 0 ? (int) (CLAMP (done / total, 0, 1) * THOUSAND) : -1);
}

const EtpExporter *
etp_exporter_get (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (exporters); i++)
    if (g_ascii_strcasecmp (exporters[i].name, name) == 0)
      return &exporters[i];
  return NULL;
}

const EtpExporter *
etp_exporter_get_nth (guint index)
{
  return index < G_N_ELEMENTS (exporters) ? &exporters[index] : NULL;
}

const char *
etp_exporter_get_ending (const EtpExporter *self)
{
  const char *dash = strrchr (self->name, '-');

  return dash != NULL ? dash + 1 : self->name;
}

char *
etp_exporter_dup_file_name (const EtpExporter *self, const char *stem)
{
  const char *ending = etp_exporter_get_ending (self);
  gsize length = (gsize) (ending - self->name); /* of "minutes-" */

  if (length == 0)
    return g_strconcat (stem, ".", ending, NULL);
  return g_strdup_printf ("%s-%.*s.%s", stem, (int) length - 1, self->name, ending);
}

GInputStream *
etp_exporter_open (const EtpExporter *self,
                   EtpJourney *journey,
                   const EtpExportOptions *options,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autoptr (EtpJourney) extract = NULL;
  g_autoptr (EtpJourney) before = NULL;
  EtpExportOptions own = *options;

  extract = etp_export_extract (journey, options, NULL, error);
  if (extract == NULL)
    return NULL;
  if (options->before != NULL)
    {
      before = etp_export_extract_before (journey, options, error);
      if (before == NULL)
        return NULL;
      own.before = before;
    }
  return self->open (extract, &own, cancellable, error);
}

GBytes *
etp_exporter_write (const EtpExporter *self,
                    EtpJourney *journey,
                    const EtpExportOptions *options,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (GInputStream) stream = etp_exporter_open (self, journey, options, cancellable, error);
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();

  if (stream == NULL
      || g_output_stream_splice (memory, stream, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, cancellable,
                                 error)
             < 0)
    return NULL;
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}
