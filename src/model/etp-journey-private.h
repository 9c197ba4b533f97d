/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What changes, history, outline and size keep in the journey; model-internal. */
#pragma once

#include "etp-change.h"
#include "etp-outline.h"
#include "etp-size.h"

G_BEGIN_DECLS

/* Applies and tells list models and notify handlers, but records nothing and touches no serial. */
void etp_journey_apply (EtpJourney *self, const EtpChange *change);

char *etp_journey_create_id (EtpJourney *self); /* a GRefString that is free */
void etp_journey_set_serial (EtpJourney *self, guint64 serial);
guint64 etp_journey_take_serial (EtpJourney *self); /* a new one, never used before */
/* After a transaction, an undo or a redo: the recorder, then "committed". */
void etp_journey_report (EtpJourney *self, GPtrArray *changes);

/* Caches, owned by the journey. */
typedef struct
{
  EtpOutline *outline;
  GPtrArray *retired; /* outlines made old inside a transaction; they live until the next commit */
  gboolean outline_is_old; /* something that the outline depends on has changed */
  gboolean evidence_is_old; /* or only its share of evidence */
} EtpJourneyCaches;

EtpJourneyCaches *etp_journey_get_caches (EtpJourney *self);
void etp_outline_free (EtpOutline *self);
/* What a change of this field (or, with G_MAXUINT, of the list's membership) makes old. */
void etp_outline_note_change (EtpJourneyCaches *caches, EtpListKind list, guint field);

/* Bytes and values that the document would take: counted when first asked, then kept up to date. */
const EtpSize *etp_journey_get_size (EtpJourney *self);
void etp_journey_forget_size (EtpJourney *self); /* it is counted anew when next asked */

/* Changes. */
EtpChange *etp_change_copy (const EtpChange *change);
EtpChange *etp_change_invert (const EtpChange *change);
void etp_change_free (EtpChange *change);
/* A run of typing in one field is one change to undo, not one for each key; sliding a value of many cards is
 * one for each card. into: the changes of a step so far, which get copies of those that follow them. */
void etp_change_merge (GPtrArray *into, GPtrArray *changes);
/* Called by etp-change.c: takes the change, applies and records it. */
void etp_history_take_change (EtpHistory *self, EtpChange *change);
EtpHistory *etp_history_new (EtpJourney *journey);
void etp_history_detach (EtpHistory *self);

G_END_DECLS
