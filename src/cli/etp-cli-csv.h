/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* CLI-internal: the options of "export" that say how a CSV file is written. */
#pragma once

#include "export/etp-export.h"

G_BEGIN_DECLS

/* As they were typed; NULL, FALSE if they were not. */
typedef struct
{
  char *table, *separator, *decimal, *preset;
  gboolean bom;
} EtpCliCsv;

void etp_cli_csv_clear (EtpCliCsv *self);
gboolean etp_cli_csv_is_used (const EtpCliCsv *self);
/* Into the options of an export, which borrow from self. 0, or the exit status of a call that is
 * wrong, which has been told then. */
int etp_cli_csv_apply (const EtpCliCsv *self, EtpExportOptions *options);

G_END_DECLS
