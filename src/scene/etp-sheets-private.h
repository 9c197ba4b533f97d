/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* For etp-sheets*.c only. */
#pragma once

#include "etp-pages-private.h"
#include "etp-sheet-draft.h"
#include "etp-sheet-words.h"

G_BEGIN_DECLS

/* A sheet in the making. */
typedef struct
{
  EtpPagesJob *job; /* borrowed */
  const char *language;
  EtpSheetDraft *draft;
  EtpPagesFrame frame; /* inner: below the heading, in the sheet's own units from x, y on */
  double x, y; /* where the sheet lies on the page */
  double height; /* of the sheet, heading and all */
  double scale; /* page units for one of the sheet's: more on large paper, for a wall */
  EtpRgba ink, dim, line;
} EtpSheet;

/* FALSE with an error if the paper is too small to write on. */
gboolean etp_sheet_begin (EtpSheet *self, EtpPagesJob *job, const char *heading, GError **error);
void etp_sheet_end (EtpSheet *self, const char *title);

/* Filled sheets instead of empty ones, about the entries of a list that the options name; FALSE with
 * an error if there are none of them. */
gboolean etp_sheets_build_about (EtpPagesJob *job, EtpListKind list, GError **error);

G_END_DECLS
