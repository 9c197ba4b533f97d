/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Export-internal: the colours of a map as those of a presentation's theme. */
#pragma once

#include "model/etp-journey.h"
#include "scene/etp-style.h"

G_BEGIN_DECLS

/* The colours that a theme has, by what they are for and in the order of the file. */
typedef enum
{
  ETP_SLOT_TEXT, /* dk1 */
  ETP_SLOT_GROUND, /* lt1 */
  ETP_SLOT_TEXT_2, /* dk2 */
  ETP_SLOT_GROUND_2, /* lt2 */
  ETP_SLOT_ACCENT, /* six of them */
  ETP_SLOT_LINK = ETP_SLOT_ACCENT + 6,
  ETP_SLOT_VISITED,
  ETP_N_SLOTS
} EtpThemeSlot;

/* Colours of the style that stand for a slot, plainly or as a tint of it, are written as the
 * slot's, so that another theme changes them. All other colours stay what they are: red and green
 * mean the same in every company. */
typedef struct
{
  EtpStyle *style; /* owned */
  EtpRgba own[ETP_N_SLOTS]; /* of the map's style */
  EtpRgba actual[ETP_N_SLOTS]; /* of the presentation: the same, or those of a template */
  EtpRgba behind; /* what lies behind all shapes: the master's ground */
  gboolean has_template;
  GHashTable *known; /* EtpRgba to Known * */
} EtpSlideTheme;

/* The theme of a journey in a style: its phases are the accents. */
void etp_slide_theme_init (EtpSlideTheme *self, EtpJourney *journey, EtpStyle *style);
void etp_slide_theme_clear (EtpSlideTheme *self);
/* From now on the slots mean these colours, of somebody else's theme. */
void etp_slide_theme_set_actual (EtpSlideTheme *self, const EtpRgba *actual, EtpRgba behind);

/* A DrawingML colour, <a:schemeClr …> or <a:srgbClr …>. */
void etp_slide_theme_add (const EtpSlideTheme *self, GString *out, EtpRgba color);
/* The colour of a text that stands on ground (0: the slide's own): with another theme it is
 * darkened, lightened or replaced until it can be read there. */
void
etp_slide_theme_add_text (const EtpSlideTheme *self, GString *out, EtpRgba color, EtpRgba ground);
/* What a colour of the map becomes in the presentation. */
EtpRgba etp_slide_theme_resolve (const EtpSlideTheme *self, EtpRgba color);

G_END_DECLS
