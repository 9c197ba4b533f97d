/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Inside of file/ only: documents of older versions. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* From one version to the next: takes a whole document that passed the guard and gives a whole
 * document. NULL with error (of ETP_FILE_ERROR) if it is not sound. */
typedef GBytes *(*EtpUpgradeStep) (GBytes *document, GError **error);

/* Brings a document from version up to version last. steps[v] leads from version v to v + 1. */
GBytes *etp_upgrade (
    GBytes *document, guint version, guint last, const EtpUpgradeStep *steps, GError **error);

G_END_DECLS
