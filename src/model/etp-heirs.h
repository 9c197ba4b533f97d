/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands for a tag or an entry that is not there any more, because it was renamed or became
 * part of another one: for what names things and is no part of the journey, as a filter does. Verbs
 * note it, and the journey keeps it as long as it is open. */
#pragma once

#include "etp-journey.h"

G_BEGIN_DECLS

/* from is called to now, or (is_part) has become part of it. What is only called otherwise is found
 * in both directions: it may be undone. */
void etp_heirs_note (EtpJourney *journey, const char *from, const char *to, gboolean is_part);
/* It was removed: nothing stands for it, nor does it for anything. */
void etp_heirs_forget (EtpJourney *journey, const char *name);
/* These (char *) are all that there is, and what was called so before is done with: one that is there again
 * is another one, and nothing stands for it. */
void etp_heirs_forget_returned (EtpJourney *journey, const GPtrArray *there);
/* Which of these (char *) stands for it, however often it was renamed; NULL: none. Borrowed. */
const char *etp_heirs_find (EtpJourney *journey, const char *name, const GPtrArray *there);

G_END_DECLS
