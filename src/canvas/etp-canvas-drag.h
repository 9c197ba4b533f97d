/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Canvas-internal: things that are dragged. Inside the widget a tool moves them; when the pointer
 * leaves it, the toolkit's drag takes over, with the same picture, and drops come back through the
 * drop target, from wherever they are. */
#pragma once

#include "etp-canvas-tools.h"
#include "scene/etp-drop.h"

G_BEGIN_DECLS

/* What is being dragged out of this canvas. */
typedef struct _EtpCanvasLoad
{
  EtpNode *pressed; /* borrowed */
  GPtrArray *nodes; /* borrowed nodes of one list: cards, or measures */
  GHashTable *ids; /* set of their ids, and of those of cards that come along */
  gboolean has_steps; /* some are steps of the journey, which cannot be grouped */
  GskRenderNode *icon; /* origin at that of the pressed item; widget pixels */
  double grab_x, grab_y; /* where in the icon it was grabbed, pixels */
  double width, height; /* of the pressed item, map units */
} EtpCanvasLoad;

/* NULL if what was pressed cannot be moved. */
EtpCanvasLoad *etp_canvas_load_new (EtpCanvas *self, EtpItemRef ref, double x, double y);
/* Of cards that are not on the map; height: of the room that they are shown (map units). */
EtpCanvasLoad *etp_canvas_load_new_for_cards (GPtrArray *cards, double height);
void etp_canvas_load_free (EtpCanvasLoad *load);
/* Paints the pressed thing; done once, when the drag begins. */
void etp_canvas_load_paint (EtpCanvas *self, EtpCanvasLoad *load);

/* Shows where the load would go. */
const EtpDropPlace *
etp_canvas_load_show (EtpCanvas *self, EtpCanvasLoad *load, double x, double y, gboolean is_copy);
/* Puts it there with one verb and selects it. */
void
etp_canvas_load_drop (EtpCanvas *self, EtpCanvasLoad *load, double x, double y, gboolean is_copy);

/* The toolkit's drag takes the load over (and owns it); the button is still pressed. FALSE: it
 * could not, and the load stays the caller's. */
gboolean etp_canvas_drag_out (EtpCanvas *self, EtpCanvasLoad *load, GdkDevice *device);
/* The same for a drag that has begun already; takes both, and nothing else is being dragged out. */
void etp_canvas_hold_drag (EtpCanvas *self, GdkDrag *drag, EtpCanvasLoad *load);
/* The load that is being dragged out of this very canvas; NULL. */
EtpCanvasLoad *etp_canvas_get_load (EtpCanvas *self);
/* Another journey is shown: what is being dragged out is of the old one. Whoever drops it here then drops
 * something foreign. */
void etp_canvas_release_load (EtpCanvas *self);
/* Text that comes into a blank card, as the delegate knows it: TRUE: it takes it as a list. */
gboolean etp_canvas_offer_text (EtpCanvas *self, const char *text, const EtpCanvasTarget *target);
void etp_canvas_dispose_drag (EtpCanvas *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EtpCanvasLoad, etp_canvas_load_free)

G_END_DECLS
