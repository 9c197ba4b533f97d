/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* All verbs: the one door through which people, gestures, keys, the inspector and the command line
 * change a journey. Rules in etp-edit-node.h, names and titles in etp-verbs.h. */
#pragma once

#include "etp-edit-answer.h"
#include "etp-edit-card.h"
#include "etp-edit-drop.h"
#include "etp-edit-emotion.h"
#include "etp-edit-fill.h"
#include "etp-edit-item.h"
#include "etp-edit-map.h"
#include "etp-edit-merge.h"
#include "etp-edit-node.h"
#include "etp-edit-result.h"
#include "etp-edit-snapshot.h"
#include "etp-edit-votes.h"
#include "etp-error.h"
#include "etp-verbs.h"
