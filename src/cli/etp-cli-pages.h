/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Options of export about what goes out, and about pages. */
#pragma once

#include "export/etp-export.h"

G_BEGIN_DECLS

typedef struct
{
  char *lanes, *phases, *persona, *since;
  gboolean external;
  char *pages, *page, *detail, *ratio, *about;
  char *header, *footer, *date, *logo;
  gboolean own_logo;
  char *template;
  GBytes *template_bytes; /* once it is read */
  GBytes *logo_bytes; /* once it is read */
  const char *logo_type;
} EtpCliPages;

void etp_cli_pages_clear (EtpCliPages *self);
/* The first option that is for formats with pages only and was given; NULL: none. */
const char *etp_cli_pages_get_used (const EtpCliPages *self);
/* Fills the options, which borrow from self. 0, or the exit code after a message. */
int etp_cli_pages_apply (EtpCliPages *self, EtpExportOptions *options);
/* The state that “--since” asks for, of which options then borrow name and date; *before is a new
 * reference, NULL if nothing was asked for. FALSE if there is no such snapshot. */
gboolean etp_cli_pages_find_since (const EtpCliPages *self,
                                   EtpJourney *journey,
                                   EtpExportOptions *options,
                                   EtpJourney **before,
                                   GError **error);
/* Before a journey goes to people outside: what goes and what stays, on standard error. */
gboolean etp_cli_pages_report (const char *name,
                               EtpJourney *journey,
                               const EtpExportOptions *options,
                               GError **error);

G_END_DECLS
