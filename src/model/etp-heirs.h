/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands for a tag or an entry that is not there any more, because it was renamed or became
 * part of another one: for what names things and is no part of the journey, as a filter does. Verbs
 * note it, and the journey keeps it as long as it is open. */
#pragma once

#include "etp-journey.h"

G_BEGIN_DECLS

/* Their names are apart: a tag may be called as an entry's id is. */
typedef enum
{
  ETP_HEIR_TAG,
  ETP_HEIR_ENTRY, /* by its id */
} EtpHeirKind;

/* from is called to now, or (is_part) has become part of it. What is only called otherwise is found
 * in both directions: it may be undone. Once something is called from again and nothing can be
 * redone, that is another one, and nothing stands for it. */
void etp_heirs_note (
    EtpJourney *journey, EtpHeirKind kind, const char *from, const char *to, gboolean is_part);
/* It was removed: nothing stands for it, nor does it for anything. */
void etp_heirs_forget (EtpJourney *journey, EtpHeirKind kind, const char *name);
/* Which of these (char *) stands for it, however often it was renamed; NULL: none. Borrowed. */
const char *
etp_heirs_find (EtpJourney *journey, EtpHeirKind kind, const char *name, const GPtrArray *there);

G_END_DECLS
