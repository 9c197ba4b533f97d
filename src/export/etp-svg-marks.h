/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Export-internal: marks as SVG elements. */
#pragma once

#include "etp-export-private.h"
#include "etp-xml.h"

G_BEGIN_DECLS

/* A number with at most two places, a point whatever the locale. */
void etp_svg_add_number (GString *out, double number);
/* name="#rrggbb", and name-opacity if it is not opaque; "none" for 0. */
void etp_svg_add_color (GString *out, const char *name, EtpRgba color);

/* The pattern that a hatch in this colour is filled with. */
void etp_svg_add_hatch (GString *out, EtpRgba color);
/* serial numbers what needs an id of its own (clips); counted on. */
void
etp_svg_add_mark (GString *out, const EtpMark *mark, const EtpExportScene *scene, guint *serial);

G_END_DECLS
