/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "etp-cli.h"

G_BEGIN_DECLS

/* What `info` tells of a journey, as one line of JSON without its end; name is the file's. Free. */
char *etp_cli_info_dup_json (const char *name, EtpJourney *journey);

G_END_DECLS
