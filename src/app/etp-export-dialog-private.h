/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* App-internal: what the files of the export dialog share: -rows.c what is chosen of the format and
 * its pages, -paper.c their sheet, -about.c what sheets tell about, -parts.c which lanes, phases and personas, -logo.c a picture on each page,
 * -template.c a presentation that slides look like. */
#pragma once

#include <adwaita.h>

#include "etp-export-choice.h"
#include "etp-export-dialog.h"
#include "etp-page-view.h"

G_BEGIN_DECLS

typedef struct
{
  EtpWindow *window; /* borrowed: the dialog goes with it */
  EtpExportTarget target;

  /* owned */
  EtpJourney *journey;
  EtpExportChoice *choice;
  GBytes *bytes; /* the map as it is written */
  GCancellable *cancellable; /* of the writing; NULL: nothing is written */
  GFile *file; /* that is written; NULL: none */
  int thousandths; /* of it that are done, told by the worker; -1: nobody knows */

  /* the toolkit's, until the dialog is closed; NULL afterwards */
  GtkWidget *dialog, *content, *go;
  EtpPageView *view;
  GtkWidget *progress_box;
  GtkLabel *progress_label;
  GtkProgressBar *progress;
  GtkWidget *stop; /* button */
  GtkLabel *going, *staying;
  GtkWidget *format, *pages, *paper, *lying, *detail, *slides, *style, *scale, *table, *preset;
  GtkWidget *before, *template_row, *template_off, *about[ETP_N_ABOUT];
  GtkWidget *width_row, *height_row; /* of a sheet of its own size */
  GtkSpinButton *width_mm, *height_mm;
  GtkWidget *edges; /* group: what stands on each page */
  GtkWidget *logo;

  /* state */
  gboolean is_filling; /* rows are set, not chosen */
  gboolean is_new; /* nothing may be replaced by the file: its name was completed */
  guint progress_id; /* source: it takes long */
} EtpExportDialog;

EtpExportDialog *etp_export_dialog_ref (EtpExportDialog *self);
void etp_export_dialog_unref (EtpExportDialog *self);

/* Another choice: the pages are made anew. */
void etp_export_dialog_changed (EtpExportDialog *self);

/* etp-export-rows.c */
void etp_export_dialog_add_rows (EtpExportDialog *self, AdwPreferencesPage *page);
void etp_export_dialog_add_edges (EtpExportDialog *self, AdwPreferencesPage *page);
void etp_export_dialog_update_rows (EtpExportDialog *self); /* those that mean something now */
/* A group with a title (NULL: none), on the page. */
GtkWidget *etp_export_dialog_add_group (AdwPreferencesPage *page, const char *title);
/* A switch in a row of its own; callback is that of notify::active. */
GtkWidget *etp_export_dialog_add_switch (EtpExportDialog *self,
                                         GtkWidget *group,
                                         const char *title,
                                         const char *subtitle,
                                         gboolean is_active,
                                         GCallback callback);

/* A row with a list; labels: of const char *, already translated. func gets what is chosen. */
typedef void (*EtpChosenFunc) (EtpExportDialog *self, guint index);
GtkWidget *etp_export_dialog_add_combo (EtpExportDialog *self,
                                        GtkWidget *group,
                                        const char *title,
                                        GPtrArray *labels,
                                        guint selected,
                                        EtpChosenFunc func);

/* etp-export-paper.c */
void etp_export_dialog_add_paper (EtpExportDialog *self, GtkWidget *group);
void etp_export_dialog_update_paper (EtpExportDialog *self, gboolean on_paper);

/* etp-export-about.c */
void etp_export_dialog_add_about (EtpExportDialog *self, GtkWidget *group);
void etp_export_dialog_update_about (EtpExportDialog *self, gboolean has_pages);
/* A sheet about a persona or touchpoint; another node changes nothing. */
void etp_export_dialog_choose_about (EtpExportChoice *choice, EtpNode *node);

/* etp-export-parts.c */
void etp_export_dialog_add_parts (EtpExportDialog *self, AdwPreferencesPage *page);
/* What goes out and what stays, in words. */
GtkWidget *etp_export_dialog_create_words (EtpExportDialog *self);

/* etp-export-logo.c, etp-export-template.c: files that are chosen for this time */
void etp_export_dialog_add_logo (EtpExportDialog *self, GtkWidget *group);
void etp_export_dialog_add_template (EtpExportDialog *self, GtkWidget *group);
void etp_export_dialog_update_template (EtpExportDialog *self);

G_END_DECLS
