/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Inside of file/ only: what a document is on disk, asked without waiting for ever. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  gboolean is_gone; /* there is no such file */
  gboolean is_same; /* its state is the one that was asked about */
  GBytes *content; /* owned; NULL: nobody asked for it, or it cannot be read */
} EtpRecoveryDisk;

typedef struct _EtpRecoveryAsk EtpRecoveryAsk;

/* Asks for a file and whether its state is that of etag, in a thread of its own: several may be asked at
 * once. Where no thread can be had there is no answer. */
EtpRecoveryAsk *etp_recovery_ask_new (GFile *file, const char *etag, gboolean needs_content);
/* The answer, which lives as long as the question; NULL: there is none, and nobody waits for it any more.
 * patience: tenths of a second that are left for all that is asked; those that go by are taken off. */
const EtpRecoveryDisk *etp_recovery_ask_wait (EtpRecoveryAsk *self, guint *patience);
void etp_recovery_ask_free (EtpRecoveryAsk *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EtpRecoveryAsk, etp_recovery_ask_free)

G_END_DECLS
