/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/etp-journey.h"
#include "scene/etp-style.h"

G_BEGIN_DECLS

/* Exporters turn a journey into the bytes of a file; the caller saves them (file/etp-save.h). They
 * may run in any thread that owns the journey. Reproducible: same input, machine and libraries,
 * same bytes. */
typedef enum
{
  ETP_EXPORT_ERROR_FAILED,
  ETP_EXPORT_ERROR_TOO_LARGE,
  ETP_EXPORT_ERROR_UNKNOWN_PAGE,
  ETP_EXPORT_ERROR_UNKNOWN_FORMAT,
  ETP_EXPORT_ERROR_UNKNOWN_TABLE,
} EtpExportError;

#define ETP_EXPORT_ERROR (etp_export_error_quark ())
GQuark etp_export_error_quark (void);

typedef struct
{
  EtpStyleKind style;
  const char *page; /* NULL: one page as large as the map; "A4", "A3-portrait", "letter", … */
  double scale; /* PNG: pixels for a map unit; 0 = 2 */
  guint width_px; /* PNG: this many pixels wide instead of scale; 0 = by scale */
  const char *table; /* CSV: which (etp-grid.h); NULL: the cards */
  char separator; /* CSV: between cells; 0: a comma */
  char decimal; /* CSV: decimal sign, not the separator; 0: a point */
  gboolean bom; /* CSV: says in its first bytes that it is UTF-8, which Excel wants to be told */
  GPtrArray *notes; /* NULL, or gets translated messages (char *) about what was done: scaled … */
} EtpExportOptions;

/* What a programme opens as a table by a double click. */
typedef struct
{
  const char *name; /* "excel-de" */
  char separator, decimal;
  gboolean bom;
} EtpCsvPreset;

const EtpCsvPreset *etp_csv_preset_get_nth (guint index); /* NULL past the end */

/* A format: one row, one file. */
typedef struct
{
  const char *name; /* "pdf", also the file name's ending */
  const char *label; /* N_() */
  const char *mime_type;
  gboolean is_text; /* may be written to a terminal */
  /* What is read from the stream is the file's content: a large one is not held in memory. */
  GInputStream *(*open) (EtpJourney *journey,
                         const EtpExportOptions *options,
                         GCancellable *cancellable,
                         GError **error);
} EtpExporter;

const EtpExporter *etp_exporter_get (const char *name); /* NULL if there is none */
/* The same, all in memory. */
GBytes *etp_exporter_write (const EtpExporter *self,
                            EtpJourney *journey,
                            const EtpExportOptions *options,
                            GCancellable *cancellable,
                            GError **error);
const EtpExporter *etp_exporter_get_nth (guint index); /* NULL past the end */

G_END_DECLS
