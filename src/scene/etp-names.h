/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What people call the things of a journey in running text and in tables. */
#pragma once

#include "model/etp-outline.h"

G_BEGIN_DECLS

/* A step's number with its title ("2.3 Search"), another card's title or, without one, the first
 * line of its text; the name or title of anything else. "" if it has none. New. */
char *etp_names_dup (EtpJourney *journey, EtpNode *node);
/* The same of what an id names; the id itself if that is nothing. New. */
char *etp_names_dup_for_id (EtpJourney *journey, const char *id);
/* The names that a REFS field lists, with the separator between, without those that no document
 * tells. New. */
char *etp_names_dup_list (EtpJourney *journey,
                          const EtpRecord *record,
                          guint field,
                          const char *separator);
/* What a card's sub-journey is called: its file without folders and ending. Where it lies is
 * nobody's business but the document's. "" if it has none. New. */
char *etp_names_dup_sub_journey (const EtpRecord *card);
/* A lane's name, or that of its kind in the language of the map. New. */
char *etp_names_dup_lane (EtpJourney *journey, EtpNode *lane);
/* "2.3" for a step and for a note that is aligned under one; NULL if there is none. New. */
char *etp_names_dup_number (EtpJourney *journey, EtpNode *card);

/* TRUE if neither the phase nor the lane of a card is hidden: what is, no document tells of. */
gboolean etp_names_is_shown (EtpJourney *journey, const EtpPlace *place);
/* The same of a step where its feelings are told: a lane of curves that is shown shows its step
 * too. */
gboolean etp_names_is_felt (EtpJourney *journey, const EtpPlace *step);
/* TRUE if a lane of curves is shown. */
gboolean etp_names_has_curve (EtpJourney *journey);
/* FALSE of what a reference names if it is a card in a hidden phase or lane, or such a phase or lane
 * itself. */
gboolean etp_names_is_told (EtpJourney *journey, const char *id);

G_END_DECLS
