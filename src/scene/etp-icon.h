/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "etp-geometry.h"

G_BEGIN_DECLS

/* The map's own drawings: 16 × 16 grid, 1.4 round strokes (some with a filled part). */
typedef enum
{
  ETP_ICON_NONE,
  /* channels and cards (names in documents: see etp_icon_from_name) */
  ETP_ICON_WEBSITE,
  ETP_ICON_SHOP,
  ETP_ICON_PHONE,
  ETP_ICON_MOBILE,
  ETP_ICON_APP,
  ETP_ICON_MAIL,
  ETP_ICON_CHAT,
  ETP_ICON_SOCIAL,
  ETP_ICON_SEARCH,
  ETP_ICON_AD,
  ETP_ICON_PARCEL,
  ETP_ICON_LETTER,
  ETP_ICON_PERSON,
  ETP_ICON_PEOPLE,
  ETP_ICON_EVENT,
  ETP_ICON_DOCUMENT,
  ETP_ICON_PAYMENT,
  ETP_ICON_TRUCK,
  ETP_ICON_VIDEO,
  ETP_ICON_MAGAZINE,
  ETP_ICON_HANDSHAKE,
  ETP_ICON_GEAR,
  ETP_ICON_DATABASE,
  ETP_ICON_HOME,
  ETP_ICON_CART,
  /* lanes */
  ETP_ICON_TOUCHPOINT,
  ETP_ICON_EMOTION,
  ETP_ICON_ACTION,
  ETP_ICON_THOUGHT,
  ETP_ICON_NEED,
  ETP_ICON_QUESTION,
  ETP_ICON_QUOTE,
  ETP_ICON_GAIN,
  ETP_ICON_PAIN,
  ETP_ICON_OPPORTUNITY,
  ETP_ICON_IDEA,
  ETP_ICON_MEASURE,
  ETP_ICON_IMAGE,
  ETP_ICON_CHANNELS,
  ETP_ICON_METRIC,
  ETP_ICON_MESSAGE,
  ETP_ICON_EVIDENCE,
  ETP_ICON_FRONTSTAGE,
  ETP_ICON_BACKSTAGE,
  ETP_ICON_SUPPORT,
  ETP_ICON_DEPARTMENT,
  ETP_ICON_LINE,
  ETP_ICON_TEXT,
  /* signs */
  ETP_ICON_STAR,
  ETP_ICON_BOLT,
  ETP_ICON_BULB,
  ETP_ICON_CHECK,
  ETP_ICON_EXCLAMATION,
  ETP_ICON_BROKEN,
  ETP_ICON_CLOCK,
  ETP_ICON_FACE_VERY_SAD,
  ETP_ICON_FACE_SAD,
  ETP_ICON_FACE_NEUTRAL,
  ETP_ICON_FACE_HAPPY,
  ETP_ICON_FACE_VERY_HAPPY,
  ETP_ICON_SUB_JOURNEY,
  ETP_ICON_INTERNAL,
  ETP_ICON_FOLD, /* a group is open and can be folded */
  ETP_ICON_UNFOLD,
  ETP_N_ICONS
} EtpIcon;

/* A drawing: strokes and filled parts as SVG path data on the 16 grid (only M L C Z, absolute,
 * numbers parted by spaces), so that the painter and the SVG writer read the same thing. */
typedef struct
{
  const char *name; /* as in documents: "phone" */
  const char *strokes; /* drawn 1.4 wide, round caps and joins; may be "" */
  const char *fills; /* filled; may be "" */
} EtpIconDrawing;

const EtpIconDrawing *etp_icon_get (EtpIcon icon);
EtpIcon etp_icon_from_name (const char *name); /* ETP_ICON_NONE if the set has none of this name */

G_END_DECLS
