/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* EtpShyTitle: a bin around the title of a bar. A long title asks for as much as a usual one only, so
 * that it does not push the buttons out; it is shortened, as in a narrow window. Where the first
 * letters have no room, as with large text, there is none rather than a mere ellipsis. */
#define ETP_TYPE_SHY_TITLE (etp_shy_title_get_type ())
G_DECLARE_FINAL_TYPE (EtpShyTitle, etp_shy_title, ETP, SHY_TITLE, AdwBin)

G_END_DECLS
