/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the manager manages: lists of the journey that its cards and others name, and the tags. */
#pragma once

#include "model/etp-node.h"

G_BEGIN_DECLS

typedef struct
{
  const char *action; /* of the window: "manage-personas" */
  EtpListKind list; /* ETP_N_LISTS: the tags */
  const char *title; /* N_(): of the list */
  const char *create; /* N_(): what a new entry is called at first */
  const char *empty; /* N_(): what such entries are for, where there are none */
} EtpManagerKind;

const EtpManagerKind *etp_manager_kinds_get (guint *n_kinds);

G_END_DECLS
