/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A journey as a document that is read from top to bottom, before it is written in
 * one of its forms: a row of blocks in the language of the map. All text is plain; who writes it
 * down sees to it that it stays so. */
#pragma once

#include "model/etp-journey.h"
#include "etp-item.h"

G_BEGIN_DECLS

typedef enum
{
  ETP_BLOCK_HEADING, /* level 1…5, none left out */
  ETP_BLOCK_TEXT, /* paragraphs, a line each */
  ETP_BLOCK_QUOTE, /* what somebody has said */
  ETP_BLOCK_FACT, /* label and text; several in a row belong together */
  ETP_BLOCK_ITEM, /* of a list: label (or NULL) and text; several in a row are one list */
  ETP_BLOCK_TABLE,
  ETP_BLOCK_IMAGE, /* text: what is seen in it */
  ETP_BLOCK_CURVE, /* the curve as a drawing, where the form has drawings */
} EtpBlockType;

typedef struct
{
  EtpBlockType type;
  guint level; /* HEADING */
  EtpRgba color; /* HEADING: of a phase; 0 */
  char *id; /* HEADING: to be linked to; NULL */
  char *label;
  char *text;
  char *uri; /* FACT: the text leads there; http, https and mailto only; NULL */
  const char *asset; /* IMAGE: its id; borrowed from the journey */
  guint n_columns; /* TABLE */
  guint numeric; /* TABLE: bit mask of columns that are numbers */
  guint primary; /* TABLE: of those that have a column where there is little room; 0: all */
  guint linking; /* TABLE: of columns that are addresses */
  GPtrArray
      *cells; /* TABLE: of char *, row by row, the heads first; the first column names its row */
} EtpBlock;

typedef struct
{
  EtpJourney *journey; /* borrowed */
  const char *language; /* borrowed */
  char *title;
  GPtrArray *blocks; /* of EtpBlock */
} EtpReport;

/* Everything that a map says. */
EtpReport *etp_report_new (EtpJourney *journey);
/* What a meeting agreed on: who, when, findings, measures, parking lot. */
EtpReport *etp_report_new_minutes (EtpJourney *journey);
void etp_report_free (EtpReport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EtpReport, etp_report_free)

const EtpBlock *etp_report_get (const EtpReport *self, guint index); /* NULL past the end */
/* What parts a label from its text: ":", unless it ends with a sign of its own, or there is no text. */
const char *etp_block_get_colon (const EtpBlock *self);
/* The code for documents: letters, digits and hyphens only. New. */
char *etp_report_dup_language (const EtpReport *self);

#define ETP_REPORT_CURVE_CAPTION                                                                   \
  "Filled points of the curve are measured, half-filled ones observed, hollow ones assumed. The "  \
  "dashed line is the to-be curve."

/* A word of reports: english itself, or what it is in German. */
const char *etp_report_word (const char *language, const char *english);
gboolean etp_report_has_word (const char *english);

/* Adding. Texts are copied; what has no text is not added. */
EtpBlock *etp_report_add_heading (EtpReport *self, guint level, const char *text, const char *id);
void etp_report_add_text (EtpReport *self, const char *text);
void etp_report_add_quote (EtpReport *self, const char *text);
void etp_report_add_fact (EtpReport *self, const char *label, const char *text);
EtpBlock *etp_report_take_fact (EtpReport *self, const char *label, char *text); /* NULL */
void etp_report_add_item (EtpReport *self, const char *label, const char *text);
void etp_report_add_image (EtpReport *self, const char *asset, const char *text);
void etp_report_add_curve (EtpReport *self);
/* A table; heads end with NULL. Then its cells, row by row; texts are taken. */
EtpBlock *etp_report_add_table (EtpReport *self,
                                const char *caption,
                                const char *const *heads,
                                guint numeric);
void etp_block_take_cell (EtpBlock *table, char *text);

/* A field of a record in words; "" if it has none, or if no report shows it. New. */
char *etp_report_dup_value (const EtpReport *self, const EtpRecord *record, guint field);
/* The same of a record, as a fact under the field's label. */
void etp_report_add_field (EtpReport *self, const EtpRecord *record, guint field);
/* The same for several, which end with G_MAXUINT. */
void etp_report_add_fields (EtpReport *self, const EtpRecord *record, const guint *fields);
/* "+0.6 curious, target +0.9; measured (Interviews)". New. */
char *etp_report_dup_feeling (const EtpReport *self, EtpValue *emotion);
/* "measured: Interviews, Web analytics". New. */
char *etp_report_dup_evidence (const EtpReport *self,
                               const EtpRecord *record,
                               guint evidence,
                               guint sources);
/* "4 of 5". New; "" if there is none. */
char *etp_report_dup_score (const EtpReport *self, gint64 score);
/* NULL, or the address if it is one that documents may lead to. New. */
char *etp_report_dup_uri (const char *text);

/* Parts, private to etp-report-*.c. Each adds its heading, and nothing if there is nothing. */
EtpReport *etp_report_new_empty (EtpJourney *journey);
void etp_report_finish (EtpReport *self); /* columns in which nothing stands go */
/* A heading of the second level that goes again if nothing has followed it at the end. */
guint etp_report_begin_part (EtpReport *self, const char *title, const char *id);
void etp_report_end_part (EtpReport *self, guint begin);
void etp_report_add_phases (EtpReport *self);
void etp_report_add_people (EtpReport *self);
void etp_report_add_curve_part (EtpReport *self);
void etp_report_add_links (EtpReport *self);
/* decided: those that are planned, being done or done; else the others that are not dropped. */
typedef enum
{
  ETP_REPORT_ALL_MEASURES,
  ETP_REPORT_DECIDED,
  ETP_REPORT_UNDECIDED,
} EtpReportMeasures;
void etp_report_add_measures (EtpReport *self, const char *heading, EtpReportMeasures which);
void etp_report_add_metrics (EtpReport *self);
void etp_report_add_parking_lot (EtpReport *self);
void etp_report_add_sources (EtpReport *self);
void etp_report_add_insights (EtpReport *self);
void etp_report_add_pains (EtpReport *self);

G_END_DECLS
