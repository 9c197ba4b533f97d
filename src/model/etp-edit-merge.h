/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Verbs that make one of two: entries of the lists that cards and others name, and tags. For the
 * rules of all verbs see etp-edit-node.h. */
#pragma once

#include "etp-journey.h"

G_BEGIN_DECLS

/* Departments, systems, sources, offers, personas, channels and touchpoints can be merged. */
gboolean etp_list_can_merge (EtpListKind list);
/* Two nodes of one list become one: what named drop names keep from then on, no list names it twice,
 * and drop goes. What keep leaves empty it takes from drop; where both say something, keep counts. */
gboolean etp_edit_merge (EtpJourney *journey, EtpNode *keep, EtpNode *drop, GError **error);

/* Tags are words at the journey, its cards and its measures. A new one is the journey's; surrounding
 * white space does not count. */
gboolean etp_edit_add_tag (EtpJourney *journey, const char *tag, GError **error);
/* Where a tag of the new name is there already, the two become one. White space as above. */
gboolean
etp_edit_rename_tag (EtpJourney *journey, const char *from, const char *to, GError **error);
gboolean etp_edit_remove_tag (EtpJourney *journey, const char *tag, GError **error);

G_END_DECLS
