/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How a slot holds its value; for etp-record.c, etp-value.c and etp-node.c only. */
#pragma once

#include "etp-record.h"

G_BEGIN_DECLS

/* A slot of zero bytes is the default or absent, so that a new record is one cleared block:
 *  - text-like types and JSON: a GRefString, NULL for ""
 *  - enumerations: 2 × index + 1 of a known word, 0 for the first one; otherwise (the lowest bit is
 *    clear) the GRefString of a word that is not known
 *  - integers and numbers: their bits xor those of ETP_ABSENT_INTEGER or of NAN
 *  - lists: NULL when empty. */
union _EtpSlot
{
  gpointer pointer;
  guint64 bits;
  char *text;
  gboolean boolean;
  GPtrArray *items;
  GArray *numbers;
  EtpValue *value;
  GBytes *bytes;
};

void etp_slot_take (EtpSlot *slot, const EtpField *field, EtpDatum *datum); /* slot is default */
void etp_slot_clear (EtpSlot *slot, const EtpField *field);
void etp_record_clear (EtpRecord *self); /* all slots and the unknown members */
void etp_record_set (EtpRecord *self, guint field, EtpDatum *datum);
void etp_record_add_unknown (EtpRecord *self, const char *name, const char *json);

G_END_DECLS
