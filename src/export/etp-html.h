/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Export-internal: parts of a report as an HTML page. */
#pragma once

#include "scene/etp-report.h"

G_BEGIN_DECLS

/* The rules of the page, for screen (light and dark) and paper. */
extern const char etp_html_style[];

/* The emotion curves of a journey as one <svg> with text in it, and, for dark screens, the rules
 * that give its colours another. FALSE if nothing is shown of them. */
gboolean
etp_html_add_curve (GString *out, GString *dark_rules, EtpJourney *journey, const char *label);

/* The same bytes as a Markdown or HTML file of any report. */
GInputStream *etp_export_md_write (EtpReport *report);
GInputStream *etp_export_html_write (EtpReport *report, GCancellable *cancellable, GError **error);

G_END_DECLS
