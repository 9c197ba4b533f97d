/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the tests of scene/ share. */
#pragma once

#include "scene/etp-view.h"

G_BEGIN_DECLS

/* A measurer that is the same everywhere: a character is 0.55 of the size wide (0.6 from weight
 * 600), lines break at spaces, within a word only where it alone is too wide. */
EtpMeasurer *etp_test_measurer_new (void);

/* A scene of the journey in the light style; old may be NULL. */
EtpScene *etp_test_scene_new (EtpJourney *journey, const EtpViewOptions *options, EtpScene *old);

/* Compares text with tests/scene/golden/<name>.txt; with ETP_UPDATE_GOLDEN=1 in the environment
 * writes it instead. */
void etp_test_assert_golden (const char *name, const char *text);

/* One field of one node, in a transaction; text as etp_test_datum () takes it. */
void etp_test_set (EtpJourney *journey, const char *id, guint field, const char *text);

G_END_DECLS
