/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The palettes of etp-style-palettes.c. */
#pragma once

#include "etp-style.h"

G_BEGIN_DECLS

#define ETP_N_HUES 8
#define ETP_N_PHASE_STEPS 5

typedef struct
{
  EtpRgba colors[ETP_N_COLORS];
  EtpRgba hues[ETP_N_HUES]; /* in the order of etp_hue_names */
  double band, head, surface; /* shares of a colour in its tints, 0…1 */
  double phase_contrast; /* of a phase's colour with the paper, at least */
} EtpPalette;

extern const char *const etp_hue_names[ETP_N_HUES];
extern const EtpRgba etp_phase_family[ETP_N_PHASE_STEPS];
extern const EtpPalette etp_palettes[ETP_N_STYLES];

G_END_DECLS
