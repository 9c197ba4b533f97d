/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "etp-window.h"

G_BEGIN_DECLS

/* What holds for all maps. */
void etp_preferences_show (EtpWindow *parent);

G_END_DECLS
