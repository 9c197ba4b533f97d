/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Export-internal: writing XML. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Text as XML or HTML content: escaped; what these cannot hold (control characters, U+FFFE and others
 * that are no characters) is dropped, but U+0085 becomes a space. text is valid UTF-8; length -1: up to NUL. */
void etp_xml_add_text (GString *out, const char *text, gssize length);
/* The same as the value of an attribute, in which line breaks and tabs survive. */
void etp_xml_add_value (GString *out, const char *text, gssize length);
/* A whole number; faster than printf and blind to the locale. */
void etp_xml_add_int (GString *out, gint64 number);
/* Six hexadecimal digits of 0xRRGGBBAA, without the alpha. */
void etp_xml_add_rgb (GString *out, guint32 color);

G_END_DECLS
