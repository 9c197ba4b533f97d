/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/etp-extract.h"
#include "scene/etp-pages.h"

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
  ETP_EXPORT_ERROR_UNKNOWN_PAGES,
} EtpExportError;

#define ETP_EXPORT_ERROR (etp_export_error_quark ())
GQuark etp_export_error_quark (void);

typedef struct
{
  EtpStyleKind style;
  /* What goes out, in every format: choices as etp_extract_choose() takes them, NULL: all; and
   * whether it goes to people outside. */
  const char *lanes, *phases, *personas;
  gboolean external;
  /* Pages (etp-pages.h). */
  const char *pages; /* kind; NULL: "poster" if there is a page, else "map" */
  const char *page; /* paper: "A4", "A3-portrait", "210x297mm" …; NULL: the kind's own */
  EtpPagesDetail detail;
  double ratio; /* of slides, width by height; 0 = 16:9 */
  const char
      *about; /* sheets: personas or touchpoints as etp_extract_choose() takes them, or "all";
                      * NULL: an empty sheet to write on */
  const char *header, *footer; /* on each page; NULL: none */
  const char *date; /* on each page: YYYY-MM-DD; NULL: none */
  gboolean logo; /* on each page: the one that is given, else the journey's own */
  GBytes *logo_bytes; /* as etp_image_import() makes them; NULL: none is given */
  const char *logo_type;
  EtpJourney *before; /* an earlier state to compare with, and what it is called; NULL: none */
  const char *before_name;
  const char *before_date; /* YYYY-MM-DD; NULL: not known */
  double scale; /* PNG: pixels for a map unit, 0 = 2; tiles: page units for one, 0 = 1 */
  guint width_px; /* PNG: this many pixels wide instead of scale; 0 = by scale */
  const char *table; /* CSV: which (etp-grid.h); NULL: the cards */
  char separator; /* CSV: between cells; 0: a comma */
  char decimal; /* CSV: decimal sign, not the separator; 0: a point */
  gboolean bom; /* CSV: says in its first bytes that it is UTF-8, which Excel wants to be told */
  GBytes *
      template_bytes; /* PPTX, ODP: a presentation or template of the same kind, whose masters are used; NULL: our own */
  /* Set by what writes presentations: the frame of a template and the family of its texts. */
  const EtpSlideFrame *frame;
  const char *family;
  int *progress; /* NULL, or gets, atomically, how many thousandths are done; -1: nobody knows */
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

/* Which of the options mean anything to a format, for dialogs and their previews. Who has none of
 * the first three has no pages to show. */
typedef enum
{
  ETP_EXPORT_USES_PAGES = 1 << 0, /* pages of every kind, on paper or none */
  ETP_EXPORT_USES_SLIDES = 1 << 1, /* the pages of the kind "deck" */
  ETP_EXPORT_USES_PICTURE = 1 << 2, /* the one page of the kind "map" */
  ETP_EXPORT_USES_STYLE = 1 << 3,
  ETP_EXPORT_USES_SCALE = 1 << 4,
  ETP_EXPORT_USES_TABLE = 1 << 5, /* one of the tables, and how its cells are written */
  ETP_EXPORT_USES_PAPER =
      1 << 6, /* pages of one kind only: their paper and what is at their edges */
  ETP_EXPORT_USES_TEMPLATE = 1 << 7, /* somebody else's presentation as its master */
} EtpExportUses;

/* A format: one row, one file. */
typedef struct
{
  const char *name; /* "pdf"; "minutes-pdf": behind a dash stands the file name's ending */
  const char *label; /* N_() */
  const char *mime_type;
  gboolean is_text; /* may be written to a terminal */
  /* Called by etp_exporter_open () only, which decides what goes out: the journey is that already. */
  GInputStream *(*open) (EtpJourney *journey,
                         const EtpExportOptions *options,
                         GCancellable *cancellable,
                         GError **error);
  guint uses; /* EtpExportUses */
} EtpExporter;

const EtpExporter *etp_exporter_get (const char *name); /* NULL if there is none */
/* Of a file name, without the point: "pdf". */
const char *etp_exporter_get_ending (const EtpExporter *self);
/* "map" → "map.pdf", "map-minutes.pdf". New. */
char *etp_exporter_dup_file_name (const EtpExporter *self, const char *stem);
/* What is read from the stream is the file's content: a large one is not held in memory. */
GInputStream *etp_exporter_open (const EtpExporter *self,
                                 EtpJourney *journey,
                                 const EtpExportOptions *options,
                                 GCancellable *cancellable,
                                 GError **error);
/* The same, all in memory. */
GBytes *etp_exporter_write (const EtpExporter *self,
                            EtpJourney *journey,
                            const EtpExportOptions *options,
                            GCancellable *cancellable,
                            GError **error);
const EtpExporter *etp_exporter_get_nth (guint index); /* NULL past the end */

/* What a presentation that is chosen as the master of slides makes of them, for previews; nothing
 * without one. Fills frame, family and style of the options, which borrow from it. FALSE with an
 * ETP_EXPORT_ERROR if the bytes are of no use. */
typedef struct
{
  EtpSlideFrame frame;
  char *family;
} EtpExportLook;

gboolean etp_export_look_init (EtpExportLook *self,
                               const EtpExporter *exporter,
                               EtpExportOptions *options,
                               GError **error);
void etp_export_look_clear (EtpExportLook *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EtpExportLook, etp_export_look_clear)

/* What goes out with these options: a detached copy, or a new reference to the journey itself if
 * nothing is left out and nobody counts (counts NULL). NULL with an ETP_MODEL_ERROR that names what
 * there is to choose from. */
EtpJourney *etp_export_extract (EtpJourney *journey,
                                const EtpExportOptions *options,
                                EtpExtractCounts *counts,
                                GError **error);
/* The earlier state in the options, by what the journey's choices mean, for people outside without
 * what of the journey is not for them by now; a detached copy. */
EtpJourney *
etp_export_extract_before (EtpJourney *journey, const EtpExportOptions *options, GError **error);
/* The pages that a PDF of the journey would have, for printing and previews; journey as
 * etp_export_extract() gives it, alive as long as the pages are painted. Notes are added to the
 * options'. NULL with an ETP_EXPORT_ERROR or ETP_PAGES_ERROR. */
EtpPages *etp_export_get_pages (EtpJourney *journey,
                                const EtpExportOptions *options,
                                EtpStyle *style,
                                EtpMeasurer *measurer,
                                GError **error);

G_END_DECLS
