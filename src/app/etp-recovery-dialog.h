/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be had back after a crash: looked for at the start, shown as a list. */
#pragma once

#include "etp-application.h"

G_BEGIN_DECLS

/* Looks in a worker and shows the dialog over the active window if there is anything. To be called
 * once; later calls do nothing. */
void etp_recovery_dialog_look (EtpApplication *application);

G_END_DECLS
