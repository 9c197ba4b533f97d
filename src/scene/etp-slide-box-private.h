/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Scene-internal: what measuring and drawing of boxes share. */
#pragma once

#include "etp-slide-box.h"

G_BEGIN_DECLS

/* Lengths of signs. */
#define BADGE 34.0
#define PILL_PADDING 11.0
#define CORNER 18.0
#define CORNER_GAP 6.0
#define LEAST_ROOM 24.0 /* for text */

double etp_box_get_corner_width (const EtpBox *self); /* of the signs in the upper right corner */
/* Of what a further piece begins with; 0 for the first one, and for what would take too much. */
double etp_box_get_resume_height (const EtpBox *self,
                                  EtpStyle *style,
                                  EtpMeasurer *measurer,
                                  double width);
/* Breaks a paragraph into lines, unless it is broken at this width already. */
void etp_box_break_para (
    EtpBox *self, guint index, EtpStyle *style, EtpMeasurer *measurer, double width);
/* How far its text begins beside its sign; what follows a sign is in line with it. */
double etp_para_get_indent (const EtpPara *para, EtpStyle *style, EtpMeasurer *measurer);
double etp_para_get_line (const EtpPara *para, EtpStyle *style);
/* Of at most n of the lines that are left. */
double etp_para_get_height (const EtpPara *para, EtpStyle *style, guint n);

G_END_DECLS
