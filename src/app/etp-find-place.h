/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What people call the place of something that is not on the map. */
#pragma once

#include "model/etp-journey.h"

G_BEGIN_DECLS

const char *etp_find_place_name (EtpNode *node); /* translated: "Parking lot", "Source" */
/* The place and the beginning of the text on one line; newly allocated. */
char *etp_find_place_describe (EtpNode *node, const char *text);

G_END_DECLS
