/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The tables of etp-icon-things.c and etp-icon-signs.c. */
#pragma once

#include "etp-icon.h"

G_BEGIN_DECLS

#define ETP_N_ICON_THINGS ETP_ICON_TOUCHPOINT /* the first of the signs */

extern const EtpIconDrawing etp_icon_things[ETP_N_ICON_THINGS];
extern const EtpIconDrawing etp_icon_signs[ETP_N_ICONS - ETP_N_ICON_THINGS];

G_END_DECLS
