/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A small picture of what a kind of lane looks like on a map. */
#pragma once

#include <gtk/gtk.h>

#include "etp-lane-sample.h"
#include "scene/etp-style.h"

G_BEGIN_DECLS

#define ETP_LANE_PICTURE_WIDTH 216 /* pixels of the screen */
#define ETP_LANE_PICTURE_HEIGHT 104

/* Painted when it is first asked for, a few milliseconds, then kept; scale: device pixels for one of
 * the screen. Borrowed. */
GdkTexture *etp_lane_picture_get (const EtpLaneSample *sample, EtpStyleKind style, int scale);

G_END_DECLS
