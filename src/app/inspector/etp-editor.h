/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Editors: one row of a form each, that shows the datum of a spot and writes to it. Which widget
 * edits which field follows from the field's row in its table. */
#pragma once

#include <gtk/gtk.h>

#include "model/etp-spot.h"

G_BEGIN_DECLS

/* EtpEditor: label, control and, when something was refused, why. Subclasses know their control; all
 * else, above all reading and writing, is here.
 *
 * Typed text is written when it has rested for half a second, when the focus leaves and when the
 * editor is flushed; whoever takes the spot or the widget away flushes first (etp_editor_set_spot ()
 * does).
 */
#define ETP_TYPE_EDITOR (etp_editor_get_type ())
G_DECLARE_DERIVABLE_TYPE (EtpEditor, etp_editor, ETP, EDITOR, GtkWidget)

struct _EtpEditorClass
{
  GtkWidgetClass parent_class;

  /* Shows a datum, which is absent when several nodes have different ones (mixed). */
  void (*show) (EtpEditor *self, const EtpDatum *datum, gboolean mixed);
  /* Writes what is typed and not yet written; NULL: such a thing does not exist. */
  void (*flush) (EtpEditor *self);
  /* What is typed and not yet written is not wanted any more; show () follows. NULL as above. */
  void (*forget) (EtpEditor *self);
  /* The journey has changed somewhere else: names of other things, lists to choose from. NULL: that
   * is not shown. */
  void (*look_around) (EtpEditor *self);
};

/* The editor that fits a field; it has no spot yet. */
EtpEditor *etp_editor_new (const EtpField *row);
/* In place of the field's own label; plain text. */
void etp_editor_set_label (EtpEditor *self, const char *label);
/* The same with an underscore before the letter that leads to it, and doubled ones for others. */
void etp_editor_set_label_with_mnemonic (EtpEditor *self, const char *label);
/* Copies the spot and refs its nodes. */
void etp_editor_set_spot (EtpEditor *self, const EtpSpot *spot);
/* The same for an editor within another one: when it is the spot that it has already, it only reads
 * again, and what is being typed stays. */
void etp_editor_follow_spot (EtpEditor *self, const EtpSpot *spot);
/* Reads again; cheap when nothing has changed. */
void etp_editor_refresh (EtpEditor *self);
void etp_editor_flush (EtpEditor *self);

/* ---- for subclasses ---- */

/* The control, below the label or beside it. */
void etp_editor_set_control (EtpEditor *self, GtkWidget *control, gboolean is_beside);
/* What the label names for assistive technology and activates by its mnemonic: the control itself
 * unless it is said otherwise. */
void etp_editor_set_named (EtpEditor *self, GtkWidget *widget);
const EtpField *etp_editor_get_row (EtpEditor *self);
const EtpSpot *etp_editor_get_spot (EtpEditor *self); /* NULL until it has one */
/* The spot is one of the journey that it names still. Of a form that is not shown it may be what has gone,
 * the journey too: who comes back later asks. */
gboolean etp_editor_is_there (EtpEditor *self);
const char *etp_editor_get_label (EtpEditor *self);
EtpJourney *etp_editor_get_journey (EtpEditor *self); /* borrowed; NULL without a spot */
/* Writes, if it is something else than what is there; takes the datum. FALSE: refused, which is
 * said below the control, which shows again what is there. */
gboolean etp_editor_write (EtpEditor *self, EtpDatum *datum);
gboolean etp_editor_write_text (EtpEditor *self, const char *text);
/* The same for a list of names or texts (etp_spot_change_items ()). */
gboolean etp_editor_change_items (EtpEditor *self, const char *without, const char *const *with);
/* Why something cannot be taken; NULL: all is well. Plain text. */
void etp_editor_set_error (EtpEditor *self, const char *message);

G_END_DECLS
