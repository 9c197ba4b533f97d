/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Canvas-internal: the emotion curve as something to draw on. etp-canvas-curve-persona.c knows
 * whose curve is edited, etp-canvas-curve.c edits it, etp-canvas-curve-marks.c shows what the
 * pointer could do and what belongs together, etp-canvas-tool-point.c drags. */
#pragma once

#include "etp-canvas.h"
#include "scene/etp-emotion-spot.h"

G_BEGIN_DECLS

/* A point in the making: the plus under the pointer. */
typedef struct
{
  char *step; /* id of the step without a point; owned; NULL: there is none */
  double x, y; /* on the map */
} EtpCanvasPlus;

/* A point that is being dragged (etp-canvas-tool-point.c). */
typedef enum
{
  ETP_POINT_DRAG_NONE,
  ETP_POINT_DRAG_VALUE,
  ETP_POINT_DRAG_RATED, /* up and down, but a room's votes decide */
  ETP_POINT_DRAG_STEP, /* sideways */
} EtpPointDragMode;

typedef struct
{
  EtpPointDragMode mode;
  EtpNode *card, *persona; /* owned; persona may be NULL */
  EtpNode *lane; /* owned: the emotion lane */
  gboolean is_target;
  double x, y; /* of the point when it was pressed, on the map */
  double pressed_y; /* of the pointer then, on the map as it lies when the drag begins */
  double shown_y; /* of the point now */
  double old_value, value;
  EtpEmotionSpot spot; /* where the pointer is; its nodes are borrowed */
  gboolean has_spot; /* sideways: the step would go elsewhere */
} EtpPointDrag;

/* A sign that was typed on a point has nudged it; a digit right behind it begins a number with that sign. */
typedef struct
{
  char sign; /* '+', '-'; 0: the key before was another one */
  gboolean is_alone; /* the key before it was no sign */
  gboolean has_nudged; /* there is a step of the history that does nothing else */
  EtpNode *card, *persona; /* borrowed, only compared */
  gboolean is_target;
  guint64 serial; /* of the journey, after the nudge */
  gint64 time; /* monotonic, in µs */
} EtpCanvasSign;

/* Whose curve is the first that is there, as of a state of the journey. */
typedef struct
{
  char *persona; /* id; owned; NULL: nobody's */
  guint64 serial; /* of the journey */
  gboolean is_to_be, is_known;
  guint n_searches; /* for tests */
} EtpCanvasCurveFound;

typedef struct
{
  char *persona; /* id; owned; NULL: all */
  gboolean edits_to_be;
  EtpCanvasCurveFound found;
  EtpNode *preview_card; /* owned; NULL: the scene shows what the journey says */
  EtpValue *preview; /* owned */
  EtpCanvasPlus plus;
  EtpCanvasSign sign;
  gboolean has_given; /* the last press gave a step its point */
  EtpPointDrag drag;
} EtpCanvasCurve;

void etp_canvas_dispose_curve (EtpCanvas *self);
void etp_canvas_forget_curve (EtpCanvas *self); /* the journey is another one */

/* Shows a card's emotion as this one until it is NULL; takes no time but that of a frame. */
void etp_canvas_set_preview (EtpCanvas *self, EtpNode *card, EtpValue *emotion);
/* The persona in whose name a step gets a point: the lane's, the one in focus, else the one of the
 * step's own point, or the first that has a curve. card: NULL for a step that is not there yet. NULL:
 * nobody's. Cost: the personas; after a change of the journey once the steps times the personas. */
EtpNode *etp_canvas_get_curve_persona (EtpCanvas *self, EtpNode *emotion_lane, EtpNode *card);
/* The emotion lane on which the step's emotion is edited without pointing at one: one that shows all
 * curves or that of the persona in focus, else the first without this step's point, or the first.
 * NULL: none is open. */
EtpNode *etp_canvas_find_curve_lane (EtpCanvas *self, EtpNode *card);
/* Selects a step's point of the curve that is edited; persona: NULL for nobody's. FALSE: it is not on
 * the map. */
gboolean etp_canvas_select_point (EtpCanvas *self, EtpNode *card, EtpNode *persona);
/* The selected point; its nodes are borrowed. FALSE: none is selected. */
gboolean etp_canvas_get_point (EtpCanvas *self, EtpEmotionHandle *handle);
/* TRUE if the step has a point of the curve that is edited. */
gboolean etp_canvas_has_point (EtpCanvas *self, EtpNode *card, EtpNode *persona);
/* TRUE if a click there gives the nearest step its point; x_map: where, on the map. */
gboolean etp_canvas_may_give_point (EtpCanvas *self, const EtpEmotionSpot *spot, double x_map);
/* Tells why an emotion cannot be set by hand if votes decide; TRUE then. */
gboolean etp_canvas_tell_rated (EtpCanvas *self, EtpNode *card, EtpNode *persona);
/* Sets the value of a point, its feeling going along; FALSE, after a message, if that is refused. */
gboolean etp_canvas_set_level (EtpCanvas *self, const EtpEmotionHandle *handle, double value);
/* The plus: gives the step a point; a double click at a free place: adds a step there. FALSE: there
 * is nothing to do at this place. */
gboolean etp_canvas_click_curve (EtpCanvas *self, int n_press, double x, double y);
/* A click on the line of the curve that is edited: adds a step there. FALSE: it is not there. */
gboolean etp_canvas_click_line (EtpCanvas *self, double x, double y);
/* TRUE if the line of the curve that is edited passes the place, and at what height of the map.
 * Cost: the items of the lane. */
gboolean etp_canvas_find_line (
    EtpCanvas *self, const EtpEmotionSpot *spot, double x_map, double y_map, double *y);
/* A new step behind that of the selected point, with a point of the same curve halfway to the next
 * one. FALSE: no point is selected, or the journey is read-only. */
gboolean etp_canvas_add_behind_point (EtpCanvas *self);
/* Keys that mean something else while a point is selected; TRUE: it was one. */
gboolean etp_canvas_press_curve_key (EtpCanvas *self, guint key, GdkModifierType state);

/* Commands of the table in etp-canvas-keys.c. */
void etp_canvas_raise_emotion (EtpCanvas *self);
void etp_canvas_lower_emotion (EtpCanvas *self);
void etp_canvas_raise_emotion_much (EtpCanvas *self);
void etp_canvas_lower_emotion_much (EtpCanvas *self);
void etp_canvas_move_step_left (EtpCanvas *self);
void etp_canvas_move_step_right (EtpCanvas *self);
void etp_canvas_remove_emotion (EtpCanvas *self);
void etp_canvas_edit_emotion (EtpCanvas *self);
void etp_canvas_toggle_to_be (EtpCanvas *self);

/* etp-canvas-curve-marks.c */
void etp_canvas_update_plus (EtpCanvas *self); /* the pointer or the scene is elsewhere */
void etp_canvas_snapshot_plus (EtpCanvas *self, GtkSnapshot *snapshot);
/* TRUE for another item of the step that is selected or under the pointer. */
gboolean etp_canvas_is_related (EtpCanvas *self, EtpItemRef ref, const EtpItem *item);
/* A word in a bubble beside a point of the widget, inside of it. */
void etp_canvas_snapshot_bubble (
    EtpCanvas *self, GtkSnapshot *snapshot, const char *text, double x, double y);

G_END_DECLS
