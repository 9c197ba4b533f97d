/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What leaves the map and how: one dialog for files and for paper, with the pages as they will be. */
#pragma once

#include "etp-window.h"
#include "model/etp-node.h"

G_BEGIN_DECLS

typedef enum
{
  ETP_EXPORT_TO_FILE,
  ETP_EXPORT_TO_PRINTER,
} EtpExportTarget;

/* The window must show a map. */
void etp_export_dialog_show (EtpWindow *window, EtpExportTarget target);
/* The same with a sheet about a persona or touchpoint of its map chosen. */
void etp_export_dialog_show_about (EtpWindow *window, EtpExportTarget target, EtpNode *about);

G_END_DECLS
