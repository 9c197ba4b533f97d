/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Verbs on the emotions of a step, one for each persona (persona NULL: the emotion of nobody in
 * particular). They make the entry where there is none, and take it away when nothing is left in
 * it. Values are −2…+2 and are rounded to steps of 0.1; NAN takes the point away. Nudging one point
 * is coalesced. */
#pragma once

#include "etp-journey.h"

G_BEGIN_DECLS

gboolean etp_edit_set_emotion_value (
    EtpJourney *journey, EtpNode *step, EtpNode *persona, double value, GError **error);
gboolean etp_edit_set_emotion_target (
    EtpJourney *journey, EtpNode *step, EtpNode *persona, double target, GError **error);
gboolean etp_edit_set_emotion_feeling (
    EtpJourney *journey, EtpNode *step, EtpNode *persona, const char *feeling, GError **error);
/* A room's votes; value stays, the curve shows their mean while there are any. */
gboolean etp_edit_set_emotion_ratings (EtpJourney *journey,
                                       EtpNode *step,
                                       EtpNode *persona,
                                       const double *ratings,
                                       guint n_ratings,
                                       GError **error);
gboolean
etp_edit_remove_emotion (EtpJourney *journey, EtpNode *step, EtpNode *persona, GError **error);
/* The value (or the target) together with a feeling, in one step: what dragging a point does.
 * feeling NULL: as it is. */
gboolean etp_edit_set_emotion_level (EtpJourney *journey,
                                     EtpNode *step,
                                     EtpNode *persona,
                                     gboolean is_target,
                                     double level,
                                     const char *feeling,
                                     GError **error);
/* The same for what slides or is nudged: of the as-is curve a word of the list (etp-feelings.h) that does
 * not go with the level any more gives way to the plain one. What is merged into one step for undo goes by
 * the word before that step, which is there again when the level comes back to it. Free words stay, and so
 * does any while the room's ratings say where the point lies. */
gboolean etp_edit_slide_emotion (EtpJourney *journey,
                                 EtpNode *step,
                                 EtpNode *persona,
                                 gboolean is_target,
                                 double level,
                                 GError **error);
/* Takes a point off the as-is or the to-be curve: what else the entry says goes with its value, but
 * a point of the other curve stays. */
gboolean etp_edit_remove_emotion_point (
    EtpJourney *journey, EtpNode *step, EtpNode *persona, gboolean is_target, GError **error);
/* A new step without words in a cell of a touchpoints lane, before the index-th of the phase's steps in
 * all lanes (G_MAXUINT: after the last), with a point of the as-is or the to-be curve. Returned borrowed. */
EtpNode *etp_edit_add_step (EtpJourney *journey,
                            EtpNode *lane,
                            EtpNode *phase,
                            guint index,
                            EtpNode *persona,
                            gboolean is_target,
                            double level,
                            GError **error);
/* A step stays in its lane and comes into a phase, before the index-th of the phase's steps in all
 * lanes, itself not counted (G_MAXUINT: after the last): what dragging a point sideways does. */
gboolean etp_edit_move_step (
    EtpJourney *journey, EtpNode *step, EtpNode *phase, guint index, GError **error);
/* Any column of the entry (ETP_EMOTION_NOTE …, not the persona); takes the datum. */
gboolean etp_edit_set_emotion_field (EtpJourney *journey,
                                     EtpNode *step,
                                     EtpNode *persona,
                                     guint column,
                                     EtpDatum *datum,
                                     GError **error);

/* Any column of an entry that names a persona who is not there, as a file may have it; takes the datum.
 * What then says nothing goes. Refused where the step has no such entry: nothing new is made for nobody. */
gboolean etp_edit_set_emotion_of_id (EtpJourney *journey,
                                     EtpNode *step,
                                     const char *persona_id,
                                     guint column,
                                     EtpDatum *datum,
                                     GError **error);

/* The entry of a persona (NULL or "": of nobody in particular), or NULL; borrowed. */
EtpValue *etp_card_get_emotion (EtpNode *card, const char *persona_id);
/* The entry of a persona as etp_edit_set_emotion_level() would make it, without making it: for a
 * preview. */
EtpValue *etp_card_make_emotion (
    EtpNode *card, const char *persona_id, gboolean is_target, double level, const char *feeling);
/* Where the as-is curve goes through it: the mean of the ratings, or the value, or NAN. */
double etp_emotion_get_level (EtpValue *emotion);

G_END_DECLS
