/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "model/etp-enums.h"
#include "model/etp-filter.h"
#include "paint/etp-text.h"
#include "scene/etp-emotion-spot.h"
#include "scene/etp-scene.h"

G_BEGIN_DECLS

/* EtpCanvas: shows a journey's scene and lets people move through it. A GtkScrollable: put it into
 * a GtkScrolledWindow. It paints everything itself and mirrors the scene for assistive technology
 * as a tree of widgets that are never painted.
 *
 * Properties:
 *   zoom (double, notified): pixels of the screen (not of the device) for a map unit.
 *   persona (string, notified): id of the persona whose curve is edited and strong; NULL: all.
 *   edits-to-be (boolean, notified): the points of the to-be curve are there to be moved.
 *
 * Signals:
 *   selection-changed: other items are selected, or none, or a selected one was edited.
 *   scene-changed: another scene is shown: references into the one before are void. Emitted while
 *     the widget is laid out, so do no more than take note.
 *   filter-changed: other things step back.
 *   emotion-requested (const char *): the emotion of etp_canvas_get_emotion() is to be edited; what
 *     was typed already, or "".
 *   votes-requested (const char *): a count of votes is to be typed for what is selected; what was
 *     typed already, or "".
 *   item-activated → gboolean: Enter or a double click on the selected item. A handler that returns
 *     TRUE has done what there is to do; else typing begins in what can be typed.
 *   failed (GError *): a verb refused; the person should be told.
 *   told (char *text, gboolean can_undo): something large was done that the person should know of.
 *   taken-back (char *text): what was told in these words holds no more.
 *   menu-requested (GdkRectangle *): the person wants the menu of what is selected, or, if nothing
 *     is, of the map; the rectangle, in the widget, is where it belongs.
 *   clicked: a plain click or tap, which nothing else came of than what is selected.
 *
 * Actions of the class: canvas.zoom-in, .zoom-out, .zoom-original, .fit-map, .fit-width, .fit-phase,
 * .go-left, .go-right, .go-up, .go-down, .next, .previous, .first, .last, .clear-selection,
 * .extend-left, .extend-right, .extend-up, .extend-down, .select-all, .select-lane, .select-phase,
 * .raise-emotion, .lower-emotion, .raise-emotion-much, .lower-emotion-much, .move-step-left,
 * .move-step-right, .remove-emotion, .edit-emotion, .toggle-to-be,
 * .cut, .copy, .paste, .paste-here (which ask the window for win.copy, win.paste, win.paste-here),
 * .activate, .edit, .add, .delete, .duplicate, .move-left, .move-right, .move-up,
 * .move-down, .vote-up, .vote-down, .set-votes, .park, .menu, .pan-left, .pan-right, .pan-up, .pan-down, .page-up,
 * .page-down.
 */
#define ETP_TYPE_CANVAS (etp_canvas_get_type ())
G_DECLARE_FINAL_TYPE (EtpCanvas, etp_canvas, ETP, CANVAS, GtkWidget)

GtkWidget *etp_canvas_new (void);

/* The journey that is shown; NULL: nothing. The first frame shows its beginning at a zoom at which
 * text can be read. */
void etp_canvas_set_journey (EtpCanvas *self, EtpJourney *journey);
/* The same document read anew: view and selection stay. */
void etp_canvas_replace_journey (EtpCanvas *self, EtpJourney *journey);
EtpJourney *etp_canvas_get_journey (EtpCanvas *self);
/* What to measure and draw text with, if it was made before; takes it. Only before the first journey. */
void etp_canvas_take_text (EtpCanvas *self, EtpText *text);
void etp_canvas_set_style (EtpCanvas *self, EtpStyleKind kind);
EtpStyleKind etp_canvas_get_style (EtpCanvas *self);
/* What the document says of a width of phases or height of lanes that is shown so, in map units. */
double etp_canvas_get_own_size (EtpCanvas *self, EtpListKind list, double shown);
/* Laid out anew with large text for a projector, two or three phases in the window; the phase that
 * one is at stays in view. */
void etp_canvas_set_room (EtpCanvas *self, gboolean is_room);
gboolean etp_canvas_get_room (EtpCanvas *self);
/* Shows the map to people who are not to fill it in: empty cells ask nothing. */
void etp_canvas_hide_prompts (EtpCanvas *self);
/* An earlier state whose curves stand below today's, and its name; NULL: none. */
void etp_canvas_set_ghost (EtpCanvas *self, EtpJourney *ghost, const char *name);
/* The scene as of now, after all commits; borrowed; NULL without a journey. */
EtpScene *etp_canvas_get_scene (EtpCanvas *self);

/* Whose curve is edited; the others stay visible and faint. NULL: none is. */
void etp_canvas_set_persona (EtpCanvas *self, const char *persona_id);
const char *etp_canvas_get_persona (EtpCanvas *self);
/* TRUE if there is a curve of nobody in particular, as it is or to be. Cost: the steps. */
gboolean etp_canvas_has_curve_of_nobody (EtpCanvas *self);
/* The to-be curve has points that are moved like those of the curve as it is. */
void etp_canvas_set_edits_to_be (EtpCanvas *self, gboolean edits_to_be);
gboolean etp_canvas_get_edits_to_be (EtpCanvas *self);
/* The emotion of the selected point; of a selected step the one of the persona in focus, which the
 * step may not have yet. FALSE: nothing of this sort is selected. Good until the next commit. */
gboolean etp_canvas_get_emotion (EtpCanvas *self, EtpEmotionHandle *handle);

/* Zoom. Setting it is immediate and keeps the middle of the window, or the point (x, y) of the
 * widget, where it is; the others move there smoothly, unless the system asks for no motion. */
double etp_canvas_get_zoom (EtpCanvas *self); /* pixels of the interface a map unit */
/* What people call 100 %: the zoom at which the map's text is as large as the interface's. Follows
 * the settings; "zoom" is notified then. */
double etp_canvas_get_text_scale (EtpCanvas *self);
void etp_canvas_set_zoom (EtpCanvas *self, double zoom);
void etp_canvas_set_zoom_at (EtpCanvas *self, double zoom, double x, double y);
void etp_canvas_zoom_in (EtpCanvas *self);
void etp_canvas_zoom_out (EtpCanvas *self);
void etp_canvas_zoom_original (EtpCanvas *self);
void etp_canvas_fit_map (EtpCanvas *self);
/* The phase of the selection, else the one in the middle of the window. */
void etp_canvas_fit_width (EtpCanvas *self); /* keeps the height at which it is */
void etp_canvas_fit_phase (EtpCanvas *self);
/* The zoom stays when the canvas gets another size, also if it was chosen for the one that it has. */
void etp_canvas_hold_zoom (EtpCanvas *self);
/* The map's point (x, y) in the upper left corner at this zoom, as far as the map's edges allow. The
 * way there takes motion_ms; 0, and where the system asks for no motion: at once. */
void etp_canvas_show_corner (EtpCanvas *self, double zoom, double x, double y, guint motion_ms);
/* The visible part of the map, in map units; may begin outside of it. */
EtpRect etp_canvas_get_viewport (EtpCanvas *self);
/* Where an item is shown, in the widget's coordinates. */
EtpRect etp_canvas_get_item_bounds (EtpCanvas *self, EtpItemRef ref);
/* TRUE when nothing moves, every visible item is painted for the present zoom and no picture is still
 * to come. */
gboolean etp_canvas_is_settled (EtpCanvas *self);

/* The selected item; ETP_ITEM_REF_NONE if there is none. Valid until the next commit. */
EtpItemRef etp_canvas_get_selection (EtpCanvas *self);
/* Selects the item and moves it into view; ETP_ITEM_REF_NONE clears. */
void etp_canvas_select (EtpCanvas *self, EtpItemRef ref);
/* Moves the selected item into view, if there is one, and leaves the keyboard and the choice alone. */
void etp_canvas_show_selection (EtpCanvas *self);
/* The selected item and all that are selected with it: the node of each, in the order of the map,
 * without the nodes of places that hold none (an empty cell). New array of borrowed nodes. */
GPtrArray *etp_canvas_dup_selected_nodes (EtpCanvas *self);
/* The selected item's node, borrowed; NULL if nothing is selected, or an empty cell. */
EtpNode *etp_canvas_get_selected_node (EtpCanvas *self);
/* The field of that node that the item shows; -1: the node as a whole, or nothing is selected. */
int etp_canvas_get_selected_field (EtpCanvas *self);
/* Selects the cards, heads … of these nodes; the first that is on the map gets the focus and comes
 * into view. An empty array or NULL clears. What is not on the map is left out. */
void etp_canvas_select_nodes (EtpCanvas *self, GPtrArray *nodes);
/* The same for one. FALSE: it is not on the map, and the selection stays. */
gboolean etp_canvas_select_seen (EtpCanvas *self, EtpNode *node);
/* The same for what was just put on the map. If that went out of sight, into a collapsed phase or lane,
 * its head is selected, so that the keyboard goes on from there, and where it went is said. */
void etp_canvas_select_placed (EtpCanvas *self, GPtrArray *nodes);
/* The same for what undo has brought back, without a word; of phases and lanes with their cards only
 * these. If none of it is to be seen the selection stays. */
void etp_canvas_select_returned (EtpCanvas *self, GPtrArray *nodes);
/* What lies beside the selection, before an edit that may take the selection away; then the nearest
 * that is still there, or the empty cell, is selected. NULL: nothing is selected. */
typedef struct _EtpCanvasHeirs EtpCanvasHeirs;
EtpCanvasHeirs *etp_canvas_list_heirs (EtpCanvas *self);
void etp_canvas_select_heir (EtpCanvas *self, const EtpCanvasHeirs *heirs);
void etp_canvas_heirs_free (EtpCanvasHeirs *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EtpCanvasHeirs, etp_canvas_heirs_free)
/* TRUE if the item is selected, alone or with others. */
gboolean etp_canvas_is_selected (EtpCanvas *self, EtpItemRef ref);

/* A place for something in the map's grid. */
typedef struct
{
  EtpNode *lane, *phase; /* borrowed */
  guint index; /* among the cell's cards that are not left out: what the verbs take */
  EtpNode *step; /* borrowed; a note comes under this step; NULL: under none */
  EtpRect cell; /* all of the cell, on the map */
  EtpRect
      mark; /* on the map; a line without height, or without width between things side by side */
} EtpCanvasPlace;

/* The place at a point of the widget; FALSE where there is no cell, and where heads cover it. */
gboolean etp_canvas_get_place (EtpCanvas *self, double x, double y, EtpCanvasPlace *place);
/* The same, as if these nodes (may be NULL) were not there, because they are being moved. */
gboolean etp_canvas_get_place_without (
    EtpCanvas *self, double x, double y, GPtrArray *moved, EtpCanvasPlace *place);
/* The place behind the selected item in its cell; for a phase head or a lane head the first cell of
 * it, at the end. FALSE if nothing of the grid is selected. */
gboolean etp_canvas_get_selected_place (EtpCanvas *self, EtpCanvasPlace *place);

/* Notes are captured: the heads show what they are called by (etp_capture_dup_letter ()), the target
 * cell glows and comes into view, and in it stands the text as a note would. lane and phase NULL:
 * the parking lot. */
void
etp_canvas_set_capture_target (EtpCanvas *self, EtpNode *lane, EtpNode *phase, const char *text);
void etp_canvas_end_capture (EtpCanvas *self);

/* Begins typing in a field of a node that is on the map (−1: its title), and selects it. Rings the
 * bell for what cannot be typed there. */
void etp_canvas_edit (EtpCanvas *self, EtpNode *node, int field);
/* A new phase or lane, whose name is typed at once; both is one step for undo, and Escape leaves the
 * name that it was added with (of a lane: its kind's). position as of etp_edit_insert_phase (). What
 * goes wrong is told. */
void etp_canvas_insert_phase (EtpCanvas *self, guint position, const char *name);
void etp_canvas_insert_lane (EtpCanvas *self, guint position, EtpLaneKind kind);
/* Ends typing, if somebody types; what was typed counts. Before any verb that is none of the typing:
 * it would become part of the same step, and be taken back with it. */
void etp_canvas_end_typing (EtpCanvas *self);
/* TRUE if the node has texts that can be typed on the map, and the journey may be written to. */
gboolean etp_canvas_can_edit (EtpCanvas *self, EtpNode *node);
/* Adds to a cell what its lane is made of, and begins typing; FALSE where nothing can be added. */
gboolean etp_canvas_add (EtpCanvas *self, const EtpCanvasPlace *place);
gboolean etp_canvas_can_add (EtpCanvas *self, EtpNode *lane);
/* Where the menu was asked for: the place under the pointer, or that of the selection. */
gboolean etp_canvas_get_menu_place (EtpCanvas *self, EtpCanvasPlace *place);
/* TRUE while the menu is of something that a finger could select with what was selected before, by
 * "canvas.select-also"; with a pointer one holds Ctrl. */
gboolean etp_canvas_can_select_also (EtpCanvas *self);
/* A context menu, popover or the like at a place of the widget; becomes a child of the canvas, unless it is
 * one already, until it is closed. */
void etp_canvas_popup (EtpCanvas *self, GtkPopover *popover, const GdkRectangle *place);

/* The focusable item at a point of the widget, what is covered by the heads left out. */
EtpItemRef etp_canvas_pick (EtpCanvas *self, double x, double y);

/* Whether the group that a card heads is folded to its heading; in this window only. */
gboolean etp_canvas_is_folded (EtpCanvas *self, EtpNode *card);
void etp_canvas_set_folded (EtpCanvas *self, EtpNode *card, gboolean folded);

/* Where something is dropped. */
typedef struct
{
  EtpNode *lane, *phase; /* borrowed; NULL: beside every place for cards */
  guint index; /* before the index-th card of the cell; G_MAXUINT: after its last */
  EtpNode *step; /* borrowed; that notes come under; NULL: under none */
} EtpCanvasTarget;

/* What the canvas cannot know: how nodes look to other windows and programs. */
typedef struct
{
  /* What dragged nodes offer to others, or NULL; a new reference. */
  GdkContentProvider *(*provide) (EtpCanvas *canvas, GPtrArray *nodes, gpointer user_data);
  /* What can be dropped; a new reference. */
  GdkContentFormats *(*dup_formats) (void);
  /* Takes what was dropped and sees to it that the drop is finished; FALSE: it cannot. */
  gboolean (*drop) (EtpCanvas *canvas,
                    GdkDrop *drop,
                    const EtpCanvasTarget *target,
                    gpointer user_data);
  /* Text that is pasted into a new card which is blank still, before the first card of the target. TRUE:
   * it is a list, whose lines become cards of their own there, and the blank one goes before they come;
   * FALSE, or NULL for the function: it is what the card says. */
  gboolean (*paste) (EtpCanvas *canvas,
                     const char *text,
                     const EtpCanvasTarget *target,
                     gpointer user_data);
} EtpCanvasDelegate;

/* A drag that began elsewhere in the window carries cards of the journey that are not on the map:
 * dropped here they are moved, not copied. cards NULL: that drag has ended. */
void etp_canvas_carry (EtpCanvas *self, GdkDrag *drag, GPtrArray *cards);
/* The cards that a drag of this canvas, or one that it was told of, brings to a drop; a new array of
 * borrowed nodes, or NULL. */
GPtrArray *etp_canvas_dup_carried (EtpCanvas *self, GdkDrop *drop);
/* What the delegate makes of nodes; a new reference, or NULL. */
GdkContentProvider *etp_canvas_provide (EtpCanvas *self, GPtrArray *nodes);
/* delegate is borrowed for good. Without one nothing is dragged out or dropped in. */
void
etp_canvas_set_delegate (EtpCanvas *self, const EtpCanvasDelegate *delegate, gpointer user_data);

/* Brings the tree for assistive technology up to date at once, which otherwise happens in idle
 * time. */
void etp_canvas_update_accessible (EtpCanvas *self);

/* Tells a screen reader with what is selected, if the keyboard is on the map or comes back to it; "" ends
 * that. For toolkits without announcements. */
void etp_canvas_say (EtpCanvas *self, const char *text);

/* What does not match steps back; NULL or an empty filter: nothing does. The filter is copied. */
void etp_canvas_set_filter (EtpCanvas *self, const EtpFilter *filter);
const EtpFilter *etp_canvas_get_filter (EtpCanvas *self); /* borrowed; NULL: none */
/* Marks the words of query in the things of these ids (a set of strings), and those things if
 * the words are not written on them. NULL: nothing is marked. */
void etp_canvas_set_found (EtpCanvas *self, const char *query, GHashTable *ids);
/* The one of them that the person is at; NULL: none. */
void etp_canvas_set_current_found (EtpCanvas *self, const char *id);

/* The commands of the map as people know them: the rows of the one table of keys. */
typedef struct
{
  const char *action; /* "canvas.zoom-in": an action of the class */
  const char *title; /* not yet translated; NULL: not to be offered by name */
  const char *section; /* the same, of the keys */
  const char *const *keys; /* as gtk_accelerator_parse() reads them, NULL-terminated */
  /* The same, parted by spaces: keys that mean something else where this cannot be done; "0...9": any
   * of them; NULL: none. */
  const char *told;
  gboolean edits; /* changes the map, but is not disabled where that may not be: it says why then */
} EtpCanvasCommand;

gboolean etp_canvas_get_command (guint index, EtpCanvasCommand *command); /* FALSE: past the last */

/* How often items and merged cells were painted into bitmaps, and what the cache holds, for tests
 * and measurements. */
typedef struct
{
  guint64 n_bakes;
  gsize bytes;
  guint n_bitmaps;
} EtpCanvasStats;

void etp_canvas_get_stats (EtpCanvas *self, EtpCanvasStats *stats);

G_END_DECLS
