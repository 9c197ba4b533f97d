/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Scene-internal: small scenes made by hand: the furniture of pages, sheets to write on. */
#pragma once

#include "etp-draft.h"

G_BEGIN_DECLS

typedef struct _EtpSheetDraft EtpSheetDraft;

EtpSheetDraft *etp_sheet_draft_new (EtpStyle *style, EtpMeasurer *measurer, const char *language);
/* An item in the making, to be given back to etp_sheet_draft_add (). */
EtpDraft *etp_sheet_draft_begin (EtpSheetDraft *self, EtpItemKind kind, EtpLayer layer);
/* Takes the draft; it is read in this order. */
void etp_sheet_draft_add (
    EtpSheetDraft *self, EtpDraft *draft, double x, double y, double width, double height);
/* Text as an item of its own; returns the height that it takes. */
double etp_sheet_draft_text (EtpSheetDraft *self,
                             EtpItemKind kind,
                             double x,
                             double y,
                             double width,
                             const char *text,
                             EtpType type,
                             EtpRgba ink,
                             EtpAlign align);
/* The height that text takes, broken to this width. */
double etp_sheet_text_height (
    EtpStyle *style, EtpMeasurer *measurer, const char *text, double width, EtpType type);
/* Frees the draft. */
EtpScene *etp_sheet_draft_finish (EtpSheetDraft *self, double width, double height);

G_END_DECLS
