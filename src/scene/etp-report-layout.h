/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Scene-internal: a report on sheets of paper. */
#pragma once

#include "etp-pages-private.h"
#include "etp-report.h"

G_BEGIN_DECLS

/* Adds the pages to the job. Nothing is cut off: what has no room goes on on the next page, heads of
 * tables are repeated there. FALSE with an ETP_PAGES_ERROR if the paper is too small, or if there
 * would be too many pages. */
gboolean etp_report_layout (const EtpReport *report, EtpPagesJob *job, GError **error);

G_END_DECLS
