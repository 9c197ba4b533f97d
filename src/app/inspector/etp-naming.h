/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What things are called in the inspector and the managers, in the interface's language. */
#pragma once

#include "model/etp-journey.h"

G_BEGIN_DECLS

/* "Persona", "Touchpoint", "Pain Point": what kind of thing a node is. Static or owned by nobody. */
const char *etp_naming_get_kind (EtpNode *node);
/* "New Persona…"; NULL: such things are not made by their name alone. */
const char *etp_naming_get_create (EtpListKind list);
/* What people call it: its name or title, else the beginning of its text, else "Untitled"; a step
 * with its number. Plain text, one line. */
char *etp_naming_dup (EtpNode *node);

G_END_DECLS
