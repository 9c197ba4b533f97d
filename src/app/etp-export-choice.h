/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a person chose for an export or a print. What does not belong to one map is remembered. */
#pragma once

#include "export/etp-export.h"

G_BEGIN_DECLS

typedef enum
{
  ETP_ABOUT_PERSONA,
  ETP_ABOUT_TOUCHPOINT,
  ETP_N_ABOUT
} EtpAbout;

typedef struct
{
  const EtpExporter *format; /* of the table */
  const EtpPagesKind *pages; /* of the table */
  GHashTable *papers; /* by kind of pages: see etp_export_choice_set_page () */
  gboolean is_narrow; /* slides of 4:3, not 16:9 */
  EtpPagesDetail detail;
  EtpStyleKind style;
  gboolean external;
  char *header, *footer; /* "": none */
  gboolean has_date, has_logo;
  char *table; /* CSV: a name of etp-grid.h; NULL: the first */
  const EtpCsvPreset *preset; /* CSV; NULL: none */
  guint scale; /* PNG: pixels for a map unit */

  GBytes *logo_bytes; /* a logo that was chosen for this time; NULL: the map's own */
  const char *logo_type; /* static */

  GBytes *template_bytes; /* a presentation that the slides shall look like; NULL: none */
  const EtpExporter *template_for; /* the format that it was chosen for: others do not use it */

  /* Of one map: ids parted by commas; NULL: what the map shows. */
  char *lanes, *phases, *personas;
  char *about[ETP_N_ABOUT]; /* id of what sheets tell about, or "all"; NULL: empty ones */
  char *before; /* id of a snapshot that slides compare with; NULL: none */
} EtpExportChoice;

/* As it was the last time; is_print: on paper, which is remembered apart. */
EtpExportChoice *etp_export_choice_load (gboolean is_print);
void etp_export_choice_save (const EtpExportChoice *self, gboolean is_print);
EtpExportChoice *etp_export_choice_copy (const EtpExportChoice *self);
void etp_export_choice_free (EtpExportChoice *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EtpExportChoice, etp_export_choice_free)

/* The pages that come out: not those that were chosen where the format has its own. */
const EtpPagesKind *etp_export_choice_get_pages (const EtpExportChoice *self);
/* Their sheet, as etp_paper_parse () takes it; each kind has its own. */
const char *etp_export_choice_get_page (const EtpExportChoice *self);
void etp_export_choice_set_page (EtpExportChoice *self, const char *page);

/* The options of an export. They borrow from the choice and from page and date, which are filled
 * and to be freed. paper: a sheet that is used instead of the chosen one, or NULL. */
void etp_export_choice_get_options (const EtpExportChoice *self,
                                    const char *paper,
                                    char **page,
                                    char **date,
                                    EtpExportOptions *options);

/* The earlier state that the choice compares with, and its name, for the options; NULL without an
 * error: none. A new reference; the name is borrowed from the journey. */
EtpJourney *etp_export_choice_read_before (const EtpExportChoice *self,
                                           EtpJourney *journey,
                                           const char **name,
                                           GError **error);

G_END_DECLS
