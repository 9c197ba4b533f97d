/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Inspector-internal: the editors, of which each has a file etp-editor-*.c. */
#pragma once

#include "etp-editor.h"

G_BEGIN_DECLS

void etp_editor_init_row (EtpEditor *self, const EtpField *row);

/* Each for the rows that etp_editor_new () gives it. */
EtpEditor *etp_editor_text_new (const EtpField *row);
EtpEditor *etp_editor_number_new (const EtpField *row);
EtpEditor *etp_editor_score_new (const EtpField *row);
EtpEditor *etp_editor_date_new (const EtpField *row);
EtpEditor *etp_editor_duration_new (const EtpField *row);
EtpEditor *etp_editor_choice_new (const EtpField *row);
EtpEditor *etp_editor_switch_new (const EtpField *row);
EtpEditor *etp_editor_color_new (const EtpField *row);
EtpEditor *etp_editor_icon_new (const EtpField *row);
EtpEditor *etp_editor_refs_new (const EtpField *row);
EtpEditor *etp_editor_texts_new (const EtpField *row);
EtpEditor *etp_editor_image_new (const EtpField *row);
EtpEditor *etp_editor_values_new (const EtpField *row);
EtpEditor *etp_editor_emotions_new (const EtpField *row);
EtpEditor *etp_editor_keyed_new (const EtpField *row);
EtpEditor *etp_editor_ratings_new (const EtpField *row);
EtpEditor *etp_editor_level_new (const EtpField *row);

/* How long typing has to rest until it is written. */
#define ETP_EDITOR_REST_MS 500

G_END_DECLS
