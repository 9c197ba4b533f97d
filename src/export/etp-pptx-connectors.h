/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* PPTX-internal: connectors. */
#pragma once

#include "etp-pptx-private.h"

G_BEGIN_DECLS

/* Which shapes it connects: <p:cNvCxnSpPr>. */
void etp_pptx_add_connector_ends (EtpPptxWriter *self, const EtpShape *shape);
/* Place and form: a straight or bent connector that takes the same way as the shape's route. */
void etp_pptx_add_connector_way (EtpPptxWriter *self, const EtpShape *shape);

G_END_DECLS
