/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* For etp-compare-words.c and etp-compare-counts.c only. */
#pragma once

#include "etp-compare.h"

G_BEGIN_DECLS

/* "2 cards added": lists without a noun of their own are "other entries". */
char *etp_compare_dup_added (EtpListKind list, guint n);
char *etp_compare_dup_removed (EtpListKind list, guint n);
char *etp_compare_dup_moved (EtpListKind list, guint n);
char *etp_compare_dup_changed (EtpListKind list, guint n);

G_END_DECLS
