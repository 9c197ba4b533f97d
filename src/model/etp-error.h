/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Why a verb or a check refuses. The messages are whole translated sentences for people. */
typedef enum
{
  ETP_MODEL_ERROR_VALUE, /* a value of the wrong form or out of its range: another one helps */
  ETP_MODEL_ERROR_LIMIT, /* the journey would become too large: removing something helps */
  ETP_MODEL_ERROR_NOT_FOUND, /* what should be changed is not (or no longer) in the journey */
  ETP_MODEL_ERROR_READ_ONLY, /* the journey can only be looked at: save a copy */
  ETP_MODEL_ERROR_REFUSED, /* possible in the format, but makes no sense: a card under itself */
} EtpModelError;

#define ETP_MODEL_ERROR (etp_model_error_quark ())
GQuark etp_model_error_quark (void);

G_END_DECLS
