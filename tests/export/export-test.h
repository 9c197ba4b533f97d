/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the tests of exporters share. */
#pragma once

#include "export/etp-export-private.h"

G_BEGIN_DECLS

/* Two phases, two lanes, two steps, a persona with a curve. */
extern const char export_test_small[];

EtpJourney *export_test_load_text (const char *text);
EtpJourney *export_test_load_example (const char *name);
/* Never fails. */
GBytes *export_test_write (EtpJourney *journey, const char *format, EtpExportOptions options);
gboolean export_test_has_text (GBytes *bytes, const char *text);

G_END_DECLS
