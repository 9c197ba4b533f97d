/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-report-layout.h"

/* Minutes on paper. */

gboolean
etp_pages_build_minutes (EtpPagesJob *job, GError **error)
{
  g_autoptr (EtpReport) report = etp_report_new_minutes (job->journey);

  return etp_report_layout (report, job, error);
}
