/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "canvas/etp-canvas.h"

G_BEGIN_DECLS

/* EtpInspector: everything about what is selected on a canvas, to look at and to change; about the
 * journey when nothing is.
 *
 * Properties:
 *   active (boolean): it is seen. While it is not, it follows nothing.
 *
 * Signals:
 *   node-activated (EtpNode *node): somebody wants to go to what belongs to what is shown.
 */
#define ETP_TYPE_INSPECTOR (etp_inspector_get_type ())
G_DECLARE_FINAL_TYPE (EtpInspector, etp_inspector, ETP, INSPECTOR, GtkWidget)

/* canvas is in the same window and outlives the inspector. */
GtkWidget *etp_inspector_new (EtpCanvas *canvas);
/* Writes what is typed and not yet written: before saving, closing, undoing. */
void etp_inspector_flush (EtpInspector *self);
/* Puts the keyboard into a field of what is selected, with the field's section on top; as soon as it
 * has its place. */
void etp_inspector_focus_field (EtpInspector *self, guint field);
/* Shows what is selected at once, which otherwise happens before the next frame. */
void etp_inspector_update (EtpInspector *self);

G_END_DECLS
