/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The guiding questions with which the lanes of the templates (data/templates) begin: they are of the
 * lane's kind, and not the words of a person. A test compares the table with the templates. */
#pragma once

#include "etp-enums.h"

G_BEGIN_DECLS

typedef struct
{
  EtpLaneKind kind;
  const char *english, *german;
} EtpPrompt;

extern const EtpPrompt etp_prompts[]; /* by kind; ends with one without words */

/* TRUE if a template asks this in a lane of this kind, in whatever language; kind: of a lane, -1: an unknown one. */
gboolean etp_prompts_contain (int kind, const char *prompt);

G_END_DECLS
