/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "etp-item.h"
#include "model/etp-filter.h"

G_BEGIN_DECLS

/* Which items of a scene step back because they show nothing that a filter looks for. Computed
 * from the journey, so it holds for every view and paper, and a change of the filter lays nothing
 * out anew. Good until the next commit. */
typedef struct _EtpFade EtpFade;

EtpFade *etp_fade_new (const EtpFilter *filter, EtpJourney *journey); /* O(nodes) */
void etp_fade_free (EtpFade *self);
/* Heads, titles, axes and bands never fade: they say where one is. */
gboolean etp_fade_has (EtpFade *self, const EtpItem *item);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EtpFade, etp_fade_free)

G_END_DECLS
