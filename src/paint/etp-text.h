/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>
#include "scene/etp-measurer.h"

G_BEGIN_DECLS

/* EtpText: the one Pango set-up (own font map and context, 96 dpi, no hinting, glyph positions not
 * rounded) and the scene's EtpMeasurer. The family is the first found of Inter, Adwaita Sans,
 * Cantarell, sans-serif. Not thread-safe: one for each thread. Keeps shaped words (plain scripts)
 * so that measuring and painting the same text shapes it once. */
#define ETP_TYPE_TEXT (etp_text_get_type ())
G_DECLARE_FINAL_TYPE (EtpText, etp_text, ETP, TEXT, GObject)

EtpText *etp_text_new (void);
/* Of another family, where it is installed; else of what its names are known to be replaced with. */
EtpText *etp_text_new_for (const char *family);
const char *etp_text_get_family (EtpText *self); /* "Inter" */
/* Draws bytes [start, start + length) of text as one line in the current source, x and baseline in
 * cairo's user space (map units). Works on image, PDF and recording surfaces; in PDF the text can
 * be selected. */
void etp_text_show (EtpText *self,
                    cairo_t *cr,
                    const char *text,
                    guint start,
                    guint length,
                    EtpFont font,
                    double x,
                    double baseline);
/* TRUE if the paragraph of the line that begins at this byte runs from right to left. */
gboolean etp_text_is_rtl (const char *text, guint start);
/* A copy of valid UTF-8 (length -1: up to NUL) of the same length in which noncharacters are
 * replaced by another character: cairo takes one for broken UTF-8 and gives up the whole file. */
char *etp_text_dup_drawable (const char *text, gssize length);

G_END_DECLS
