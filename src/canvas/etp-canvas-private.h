/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Canvas-internal: what the canvas' files share. One file for each role: etp-canvas-paint.c puts a
 * frame together, -zoom.c moves the view, -gestures.c and -keys.c listen, -selection.c knows what
 * is selected, -choice.c and -keep.c what is selected with it, -place.c finds cells, -accessible.c
 * mirrors the scene for assistive technology. */
#pragma once

#include "etp-bitmap-cache.h"
#include "etp-canvas-adders.h"
#include "etp-canvas-capture.h"
#include "etp-canvas-curve.h"
#include "etp-canvas-editor.h"
#include "etp-canvas-marks.h"
#include "etp-canvas-heads.h"
#include "etp-canvas-tools.h"
#include "etp-canvas.h"
#include "etp-cell-plan.h"
#include "paint/etp-paint.h"

G_BEGIN_DECLS

#define ETP_CANVAS_MAX_ZOOM 4.0
#define ETP_CANVAS_FIT_MAX_ZOOM 1.5 /* at the text scale 1 */
#define ETP_CANVAS_MIN_ZOOM 0.1 /* or where the whole map fits, if that is smaller */
#define ETP_CANVAS_CACHE_BYTES (64 * 1024 * 1024)

/* A movement of the view: the map's point moves from (x0, y0) to (x1, y1) under the fixed point
 * (x_px, y_px) of the widget while the zoom goes from zoom0 to zoom1. */
typedef struct
{
  double zoom0, zoom1;
  double x0, y0, x1, y1; /* map */
  double x_px, y_px;
  guint ms; /* how long it takes */
  gint64 start; /* frame time in µs; 0: the next frame */
  guint tick_id; /* 0: nothing moves */
} EtpCanvasMotion;

typedef struct
{
  double x, y; /* widget pixels; meaningful while is_inside */
  gboolean is_inside;
  gboolean is_space_down;
  gboolean is_panning;
  double pan_x, pan_y; /* adjustment values when panning began */
  double pinch_zoom; /* zoom when the pinch began */
  gboolean has_pinch; /* the fingers have moved since */
  double pinch_x, pinch_y; /* between the fingers when they moved last, in widget pixels */
  double typing_x, typing_y; /* where the press was that began typing, in widget pixels */
  guint32 typing_time; /* ms: of that press, or of the last surplus one; 0: there was none */
  gboolean ends_typing; /* the press that is down ended typing elsewhere */
  gboolean
      is_plain; /* it selects and no more: no Ctrl or Shift was held when it came, whatever is at its end */
  gboolean is_on_chosen; /* and it met one of several that are selected: at its end it is alone */
  gboolean has_finger; /* one is down and may become a tap */
  double finger_x, finger_y; /* where it came down, in widget pixels */
  GdkModifierType finger_state; /* keys that were held then */
} EtpCanvasPointer;

/* The drag in progress (etp-canvas-tools.c). */
typedef struct
{
  const EtpCanvasTool *tool; /* that took the press; NULL: none */
  EtpCanvasDrag drag;
  gboolean is_dragging; /* moved by more than the threshold */
  const char *cursor; /* that the tool wants instead of its usual one; NULL: none */
  guint edge_id; /* tick callback: the pointer is at an edge, the map scrolls */
  guint settle_id; /* source: the event of the press is still being handled */
} EtpCanvasTools;

/* What the zoom was chosen for. It is chosen anew when the window's size changes. */
typedef enum
{
  ETP_CANVAS_FIT_NONE, /* by the person */
  ETP_CANVAS_FIT_START, /* the first look */
  ETP_CANVAS_FIT_WIDTH,
  ETP_CANVAS_FIT_MAP,
  ETP_CANVAS_FIT_ROOM, /* two or three phases, in the room's style */
} EtpCanvasFit;

/* The right edge of a card that is being dragged. */
typedef struct
{
  char *card; /* GRefString: its id; NULL: none */
  EtpNode *until; /* borrowed: the phase that it would reach; NULL: none */
  EtpRect rect; /* as it would be, on the map */
} EtpCanvasSpan;

struct _EtpCanvas
{
  GtkWidget parent;

  /* owned */
  EtpJourney *journey;
  EtpJourney *ghost; /* that it is compared with, or NULL */
  char *ghost_name;
  EtpStyle *style;
  EtpText *text;
  EtpPainter *painter;
  EtpScene *scene; /* as of the last layout; see etp_canvas_get_scene() */
  EtpBitmapCache *bitmaps;
  EtpCellPlans *plans;
  GPtrArray *nodes; /* of the frame in the making; kept to keep its memory */
  GArray *refs; /* of EtpItemRef, the same */
  GtkAdjustment *adjustments[2]; /* by GtkOrientation */
  char *selected_node, *selected_sub; /* GRefString; the selection across commits */
  struct _EtpChoice *choice; /* what is selected with it */
  struct _EtpMirror *mirror;
  char *link_from; /* id: a link from there is being drawn by keyboard; NULL: none is */
  GHashTable *chain; /* ids of what hangs together with chain_node as of chain_serial */
  EtpCanvasMarks *marks; /* NULL until something is searched or filtered */
  struct _EtpCanvasEditor *editor; /* NULL until something is typed */
  struct _EtpCanvasLoad *load; /* what a tool drags; NULL */
  struct _EtpDropView *drop; /* what is shown of a drag; NULL until the first */
  GHashTable *folded; /* set of ids of cards whose groups are folded; NULL: none */
  gpointer exchange; /* with other windows and programs; of etp-canvas-dnd.c */

  /* state */
  guint scroll_policies : 2;
  guint is_scene_old : 1; /* there were commits since */
  guint is_scene_foreign : 1; /* of another journey than the one to show now */
  guint is_view_new : 1; /* a journey that was not shown yet: choose its zoom */
  guint is_zooming : 1; /* scaled bitmaps will do */
  guint is_incomplete : 1; /* the last frame showed scaled bitmaps */
  struct
  {
    EtpItemRef ref; /* that the pointer came to rest on; only to be compared */
    guint rest_id; /* source: it has rested */
    gboolean has_rested;
  } tip;
  double text_scale; /* of the interface: 2 is text twice as large */
  EtpCanvasFit fit;
  int fit_width, fit_height; /* of the widget when the zoom was chosen for it */
  double zoom;
  int origin_x, origin_y; /* where the map's origin lies in the widget, in pixels */
  EtpCanvasMotion motion;
  EtpCanvasPointer pointer;
  EtpCanvasTools tools;
  EtpCanvasCurve curve;
  EtpCanvasHeadDrag head_drag;
  EtpCanvasSpan span;
  EtpCanvasAdders adders;
  EtpCanvasCapture capture;
  const char *cursor; /* name of the widget's cursor; NULL: the usual one */
  EtpItemKind selected_kind;
  EtpItemRef selection;
  EtpItemRef hover;
  double menu_x, menu_y; /* map: where the last menu was asked for with the pointer */
  gboolean has_menu_place;
  GPtrArray
      *menu_base; /* of EtpItem: what was selected before a finger asked for the menu; NULL: none */
  double menu_press_x, menu_press_y; /* the widget: where the button for it went down */
  gboolean is_menu_pressed;
  EtpRect adder; /* the "+" of the cell under the pointer, in the widget; no width: there is none */
  gboolean is_over_adder;
  struct _EtpBand *band; /* the rubber band, from its press on; NULL: there is none; owned */
  gboolean hides_prompts;
  gboolean is_laying_out; /* a new scene is taken over in the layout */
  guint selection_id; /* source: selection-changed, said after the layout */
  EtpNode *chain_node; /* borrowed, only compared */
  guint64 chain_serial;
  guint settle_id; /* source: the zoom rests */
  guint rebake_id; /* tick callback: the next slice */
};

/* etp-canvas.c */
void etp_canvas_ensure_scene (EtpCanvas *self);

/* etp-canvas-scroll.c */
void
etp_canvas_set_adjustment (EtpCanvas *self, GtkOrientation orientation, GtkAdjustment *adjustment);
void etp_canvas_configure_adjustments (EtpCanvas *self);
/* Where the map's origin lies: a map smaller than the window stands in its middle. */
void etp_canvas_update_origin (EtpCanvas *self);

/* etp-canvas-style.c: a colour of the style. */
GdkRGBA etp_canvas_get_rgba (EtpCanvas *self, EtpColorRole role);

/* etp-canvas-signals.c */
void etp_canvas_class_install_signals (void);
void etp_canvas_emit_scene_changed (EtpCanvas *self);
void etp_canvas_emit_selection_changed (EtpCanvas *self);
void etp_canvas_emit_emotion_requested (EtpCanvas *self, const char *typed);
void etp_canvas_emit_votes_requested (EtpCanvas *self, const char *typed);
void etp_canvas_emit_clicked (EtpCanvas *self);
/* A verb refused: the window says so. */
void etp_canvas_tell_error (EtpCanvas *self, const GError *error);
gboolean
etp_canvas_tell_read_only (EtpCanvas *self); /* FALSE: it may be changed, nothing is told */
gboolean etp_canvas_emit_item_activated (EtpCanvas *self);
void etp_canvas_emit_menu_requested (EtpCanvas *self, const GdkRectangle *place);
void etp_canvas_tell (EtpCanvas *self, const char *text, gboolean can_undo);
/* What was told in these words holds no more. */
void etp_canvas_take_back (EtpCanvas *self, const char *text);

/* etp-canvas-paint.c */
void etp_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot);
/* What shows the asset's picture is painted anew: there is more of it than before. */
void etp_canvas_repaint_picture (EtpCanvas *self, const char *asset_id);

/* etp-canvas-pins.c */
/* The viewport at whose edges pinned items stay: the visible one, except that in a small window
 * heads that would take too much of it scroll away. What etp_scene_item_rect() wants. */
EtpRect etp_canvas_get_pins (EtpCanvas *self);
/* Appends the pinned items that are in the window. */
void etp_canvas_find_pinned (EtpCanvas *self, GArray *refs);
/* How far the strips below displaced heads reach from the window's edges; 0: there is none. */
void etp_canvas_get_strips (EtpCanvas *self, double *left_px, double *top_px);

/* etp-canvas-tips.c */
void etp_canvas_forget_tip (EtpCanvas *self);
/* Says of the selected item what its tooltip does. */
void etp_canvas_explain (EtpCanvas *self);
gboolean etp_canvas_query_tooltip (
    GtkWidget *widget, int x_px, int y_px, gboolean by_keyboard, GtkTooltip *tooltip);

/* etp-canvas-style.c */
/* The widget is being given that width: in a room narrow windows have a style of their own. Asks for no
 * other layout. */
void etp_canvas_fit_style (EtpCanvas *self, int width);

/* etp-canvas-fit.c */
void etp_canvas_watch_text_scale (EtpCanvas *self);
double etp_canvas_get_map_zoom (EtpCanvas *self); /* at which the whole map is in the window */
double etp_canvas_choose_zoom (EtpCanvas *self, EtpCanvasFit fit);

/* etp-canvas-zoom.c */
double etp_canvas_get_min_zoom (EtpCanvas *self);
void etp_canvas_start_view (EtpCanvas *self); /* the first look at a journey */
/* The phase that one is at, by its id; NULL if there is none. */
char *etp_canvas_dup_phase (EtpCanvas *self);
/* After a change of the style: the zoom for it, with that phase first in the window. */
void etp_canvas_fit_room (EtpCanvas *self, const char *phase_id);
void etp_canvas_keep_fit (EtpCanvas *self); /* the widget may have another size */
void etp_canvas_stop_motion (EtpCanvas *self);
void etp_canvas_zoom_by (EtpCanvas *self, double factor, double x, double y, gboolean smoothly);
#define ETP_CANVAS_MOTION_MS 180
/* Moves the map's point (x, y) to the widget's (x_px, y_px) and the zoom along with it; motion_ms 0:
 * at once. */
void etp_canvas_move_view (
    EtpCanvas *self, double zoom, double x, double y, double x_px, double y_px, guint motion_ms);
void etp_canvas_dispose_zoom (EtpCanvas *self);

/* etp-canvas-show.c */
/* By pixels. motion_ms 0: at once, as whoever calls it in every frame has to, for a motion would begin
 * anew each time and never get anywhere. */
void etp_canvas_scroll_by (EtpCanvas *self, double dx, double dy, guint motion_ms);
void etp_canvas_show_rect (EtpCanvas *self, const EtpRect *rect); /* on the map, into view */
/* A head that stays at an edge of the window is in view that way already. */
void etp_canvas_show_item (EtpCanvas *self, EtpItemRef ref);

/* etp-canvas-pan.c: the map is moved by keyboard */
void etp_canvas_pan_left (EtpCanvas *self);
void etp_canvas_pan_right (EtpCanvas *self);
void etp_canvas_pan_up (EtpCanvas *self);
void etp_canvas_pan_down (EtpCanvas *self);
void etp_canvas_page_up (EtpCanvas *self);
void etp_canvas_page_down (EtpCanvas *self);

/* etp-canvas-selection.c */
void etp_canvas_relocate_selection (EtpCanvas *self, gboolean is_same_journey);
gboolean etp_canvas_has_focus (EtpCanvas *self); /* it, or something in it */
void etp_canvas_update_hover (EtpCanvas *self);
void etp_canvas_go (EtpCanvas *self, EtpGo direction);
void etp_canvas_step (EtpCanvas *self, gint step);
void etp_canvas_go_to_end (EtpCanvas *self, gboolean is_last);
void etp_canvas_activate_selection (EtpCanvas *self);
gboolean etp_canvas_focus (GtkWidget *widget, GtkDirectionType direction);
gboolean etp_canvas_grab_focus (GtkWidget *widget);
/* As etp_canvas_select (), but the map stays where it is. */
void etp_canvas_select_in_place (EtpCanvas *self, EtpItemRef ref);
/* The selected item without looking whether it is chosen; the caller tells. */
void etp_canvas_put_selection (EtpCanvas *self, EtpItemRef ref);
/* Where an item is in the scene of now; it may have been edited since. */
EtpItemRef etp_canvas_find_item (EtpCanvas *self, const EtpItem *item);
/* Takes the keyboard from wherever it is, which may write what was typed there: returns where that item
 * is from then on, or none if it has gone. */
EtpItemRef etp_canvas_grab_focus_at (EtpCanvas *self, EtpItemRef ref);
gboolean etp_item_ref_equal (EtpItemRef a, EtpItemRef b);

/* etp-canvas-choice.c: the set of all that is selected. The selected item is always in it; most of
 * the time it is alone. */
void etp_canvas_init_choice (EtpCanvas *self);
void etp_canvas_free_choice (EtpCanvas *self);
guint etp_canvas_get_n_chosen (EtpCanvas *self);
gboolean etp_canvas_is_chosen (EtpCanvas *self, const EtpItem *item);
/* The selected item is another one, and alone. */
void etp_canvas_reset_choice (EtpCanvas *self);
/* The scene is another one: what is not in it any more is not chosen any more. The selected item
 * gives way to another chosen one if it is gone itself. */
void etp_canvas_relocate_choice (EtpCanvas *self, gboolean is_same_journey);
/* Ctrl and a click; Shift and a click. */
void etp_canvas_toggle_chosen (EtpCanvas *self, EtpItemRef ref);
void etp_canvas_extend_to (EtpCanvas *self, EtpItemRef ref);
/* Those of the items (of EtpItem, or NULL) that are still there, and nothing else; the map stays where it
 * is. */
void etp_canvas_choose_items (EtpCanvas *self, GPtrArray *items);
/* The chosen items, in the order of the map; references on them. */
GPtrArray *etp_canvas_dup_chosen_items (EtpCanvas *self);
/* The cell of the selection, then its lane, then everything. */
void etp_canvas_select_all (EtpCanvas *self);
void etp_canvas_select_lane (EtpCanvas *self);
void etp_canvas_select_phase (EtpCanvas *self);

/* etp-canvas-keep.c: the keyboard goes on and leaves what is selected; where it is now is selected as
 * well until it goes on from there, or for good once that is toggled, and the other way round. */
void etp_canvas_keep_left (EtpCanvas *self);
void etp_canvas_keep_right (EtpCanvas *self);
void etp_canvas_keep_up (EtpCanvas *self);
void etp_canvas_keep_down (EtpCanvas *self);
void etp_canvas_toggle_kept (EtpCanvas *self);
/* Shift and an arrow: the range from where it began to what lies there. */
void etp_canvas_extend (EtpCanvas *self, EtpGo direction);

/* etp-canvas-place.c: the item that stands for an empty cell; none if it is not empty. */
EtpItemRef etp_canvas_find_empty_cell (EtpCanvas *self, const char *lane_id, const char *phase_id);

/* etp-canvas-edit.c: verbs on what is selected */
void etp_canvas_edit_selection (EtpCanvas *self);
void etp_canvas_add_here (EtpCanvas *self); /* at the selection */
/* What is typed has to be seen: a phase or lane that is collapsed unfolds. Within the run of what is
 * added, so that one step folds it again. */
void etp_canvas_unfold_head (EtpCanvas *self, EtpNode *head);
/* What to do instead where a lane of channels takes no cards. */
void etp_canvas_tell_no_cards (EtpCanvas *self, EtpNode *lane);
/* The nodes of all selected things (borrowed, in a new array); of one list if that is not −1. */
GPtrArray *etp_canvas_dup_things (EtpCanvas *self, int list);
void etp_canvas_delete_selection (EtpCanvas *self);
void etp_canvas_cut_selection (EtpCanvas *self); /* what of it can be copied */
void etp_canvas_duplicate_selection (EtpCanvas *self);
void etp_canvas_vote (EtpCanvas *self, int delta);
void etp_canvas_set_votes (EtpCanvas *self); /* asks for a count */
/* A digit on what can be voted for begins a count. */
gboolean etp_canvas_press_vote_key (EtpCanvas *self, guint key, GdkModifierType state);
void etp_canvas_park (EtpCanvas *self);

/* etp-canvas-tool-band.c */
void etp_canvas_free_band (EtpCanvas *self); /* if there is one */

/* etp-canvas-adder.c */
void etp_canvas_update_adder (EtpCanvas *self); /* the pointer or the scene is elsewhere */
void etp_canvas_snapshot_adder (EtpCanvas *self, GtkSnapshot *snapshot);
gboolean etp_canvas_press_adder (EtpCanvas *self, double x, double y); /* TRUE: it was hit */

/* etp-canvas-move.c */
void etp_canvas_move_selection (EtpCanvas *self, EtpGo direction);
/* The next phase or lane that is shown, one way or the other (step 1 or −1); for_cards: in which cards
 * can be seen. G_MAXUINT at the end. */
guint etp_canvas_find_neighbour (
    EtpCanvas *self, EtpListKind kind, guint from, int step, gboolean for_cards);

/* etp-canvas-move-results.c: the selected measures or metrics (kind). FALSE without an error: there is nowhere to
 * go. */
gboolean
etp_canvas_move_results (EtpCanvas *self, EtpListKind kind, EtpGo direction, GError **error);

/* etp-canvas-menu.c */
void etp_canvas_add_menu_gestures (EtpCanvas *self);
void etp_canvas_show_menu (EtpCanvas *self); /* at the selection */
/* What was selected before a finger asked for the menu of something else is selected again, with that. */
void etp_canvas_select_also (EtpCanvas *self);
void etp_canvas_dispose_menus (EtpCanvas *self);
/* What comes next has nothing to do with the menu that was there. */
void etp_canvas_forget_menu_place (EtpCanvas *self);

/* etp-canvas-gestures.c, etp-canvas-keys.c */
void etp_canvas_update_cursor (EtpCanvas *self);
/* TRUE if the press at a place of the widget, which the gesture just got, follows on those that began
 * typing: whoever clicks once too often goes on typing. */
/* What a press does: it selects, begins typing, adds … n_press: 2 with a double click. */
void etp_canvas_press (EtpCanvas *self, GdkModifierType state, int n_press, double x, double y);
gboolean etp_canvas_is_surplus_press (EtpCanvas *self, GtkGesture *gesture, double x, double y);
/* TRUE: a press of the button there takes hold of the map, to move it. */
gboolean etp_canvas_is_pan (EtpCanvas *self, guint button, double x, double y);
void etp_canvas_add_gestures (EtpCanvas *self);
void etp_canvas_class_install_keys (GtkWidgetClass *klass);

/* etp-canvas-cluster.c */
const char *etp_canvas_get_group_title (void); /* of a new group */
void etp_canvas_group (EtpCanvas *self); /* the selected cards */
/* The heading of a group that nobody has named yet is open for typing. */
void etp_canvas_name_group (EtpCanvas *self, EtpNode *head);
void etp_canvas_ungroup (EtpCanvas *self);
void etp_canvas_fold (EtpCanvas *self); /* or unfold the group of the selection */
/* A press on the sign that folds a group does so; FALSE: it was none. */
gboolean etp_canvas_press_fold (EtpCanvas *self, EtpItemRef ref, double x, double y);
void etp_canvas_extend_card (EtpCanvas *self); /* over one more phase */
void etp_canvas_shorten_card (EtpCanvas *self);

/* etp-canvas-accessible.c */
void etp_canvas_queue_mirror (EtpCanvas *self); /* the scene is another one */
void etp_canvas_queue_mirror_places (EtpCanvas *self); /* things are elsewhere in the window */
void etp_canvas_allocate_mirror (EtpCanvas *self);
void etp_canvas_dispose_mirror (EtpCanvas *self);

/* etp-canvas-mirror-choice.c */
/* Something else is selected, or chosen with it. */
void etp_canvas_mirror_selection (EtpCanvas *self, gboolean take_focus);
/* The same where it is known what else: of no other items than refs (of EtpItemRef, in the scene's
 * order) is it new whether they are chosen. */
void etp_canvas_mirror_changed (EtpCanvas *self, const GArray *refs, gboolean take_focus);

G_END_DECLS
