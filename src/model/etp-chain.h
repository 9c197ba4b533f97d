/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The chain from a pain over the chances that answer it to the measures that are taken, walked from
 * any of its links. */
#pragma once

#include "etp-journey.h"

G_BEGIN_DECLS

/* All cards and measures that hang together with the node by links that answer and by what measures
 * address, in both directions, without the node itself; only the links that join them too
 * (ETP_LIST_LINKS). New array of borrowed nodes; empty if there is no chain. */
GPtrArray *etp_chain_dup (EtpJourney *journey, EtpNode *node);

G_END_DECLS
