/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "etp-item.h"
#include "etp-style.h"
#include "model/etp-journey.h"

G_BEGIN_DECLS

/* A scene is a picture of a journey in map units: groups (the frame, then one for each shown
 * phase, then the links between cards if there are any) hold cells (one for each lane; a long one is split into parts of at most
 * ETP_CELL_MAX items), cells hold placed items in local coordinates. Cells and items are shared
 * with the scene before where nothing that they show has changed. Immutable once built.
 *
 * Typical: 5 groups, 12 lanes, 200 items. Tested: 100 × 12, 30,000 items.
 */
#define ETP_CELL_MAX 100

typedef struct
{
  EtpItem *item; /* owned by the cell */
  double x, y; /* of the item's origin, in the cell */
} EtpPlaced;

typedef struct
{
  gint ref_count;
  char *phase_id; /* GRefString; NULL in the frame */
  char *lane_id; /* GRefString; NULL: phase head, title, foot … */
  guint part;
  guint8 layers; /* bit 1 << EtpLayer for each layer that its items lie in */
  guint8 has_pins; /* some of its items are pinned */
  guint64 stamp; /* of its items and their places */
  double width, height;
  EtpRect ink; /* union of its items' ink */
  guint n_items;
  EtpPlaced *items;
} EtpCell;

typedef struct
{
  EtpCell *cell; /* owned by the scene */
  double x, y;
  guint group;
} EtpPlacedCell;

/* The id of the group that holds the links between cards; no node has such an id. */
#define ETP_GROUP_LINKS "/links"

typedef struct
{
  char *node_id; /* GRefString: the phase's id; NULL for the frame */
  char *name; /* GRefString: accessible name, "Phase 2 Consideration" */
  EtpRect rect;
  guint first_cell, n_cells;
} EtpGroup;

/* Where an item is: stable within one scene. */
typedef struct
{
  guint cell, index;
} EtpItemRef;

#define ETP_ITEM_REF_NONE ((EtpItemRef){ G_MAXUINT, 0 })

#define ETP_TYPE_SCENE (etp_scene_get_type ())
G_DECLARE_FINAL_TYPE (EtpScene, etp_scene, ETP, SCENE, GObject)

double etp_scene_get_width (EtpScene *self);
double etp_scene_get_height (EtpScene *self);
EtpStyle *etp_scene_get_style (EtpScene *self);
const char *etp_scene_get_language (EtpScene *self); /* of the map: "de", "en-GB", … */
/* Size of the strips in which pinned items live when they have left their own place. */
double etp_scene_get_pin_top (EtpScene *self);
double etp_scene_get_pin_left (EtpScene *self);
guint etp_scene_get_n_groups (EtpScene *self);
const EtpGroup *etp_scene_get_group (EtpScene *self, guint index);
gboolean etp_group_is_phase (const EtpGroup *self);
guint etp_scene_get_n_cells (EtpScene *self);
const EtpPlacedCell *etp_scene_get_cell (EtpScene *self, guint index);
EtpItem *etp_scene_get_item (EtpScene *self, EtpItemRef ref); /* borrowed */

/* The item's bounds on the map. With a viewport (the visible part, in map units) a pinned item is
 * where it is shown: never above or left of the viewport's edge, a lane's head as long as its lane
 * is seen. The one function for painter,
 * hit test, drop and proxies. NULL viewport: paper. */
EtpRect etp_scene_item_rect (EtpScene *self, EtpItemRef ref, const EtpRect *viewport);

/* Items whose ink meets area, in painting order (back, body, front, pinned last). Appends
 * EtpItemRefs. Cost: cells + items of the cells that meet area. */
void etp_scene_find (EtpScene *self, const EtpRect *area, const EtpRect *viewport, GArray *refs);
/* The topmost focusable item at a point; ETP_ITEM_REF_NONE if there is none. */
EtpItemRef etp_scene_pick (EtpScene *self, double x, double y, const EtpRect *viewport);
EtpItemRef etp_scene_find_node (EtpScene *self, const char *node_id, EtpItemKind kind);
/* The line of a link between cards: of its legs the one that can be selected. */
EtpItemRef etp_scene_find_link (EtpScene *self, const char *link_id);
gboolean etp_item_ref_is_none (EtpItemRef ref);

/* All focusable items but empty cells as a list (N, Shift+N): step items on or back, ETP_ITEM_REF_NONE past the
 * ends; from none: the first or the last. */
EtpItemRef etp_scene_next (EtpScene *self, EtpItemRef from, gint step);
typedef enum
{
  ETP_GO_LEFT,
  ETP_GO_RIGHT,
  ETP_GO_UP,
  ETP_GO_DOWN
} EtpGo;
/* The map as a grid (arrows): left and right between phases in the same lane, up and down within a
 * cell and then to the next lane; heads are its first row and column. Returns from where there is
 * nothing in that direction; from none: the first focusable item. */
EtpItemRef etp_scene_go (EtpScene *self, EtpItemRef from, EtpGo direction);

/* What a screen reader says after the name: "Phase 2 Consideration, lane Touchpoints, 3 of 4,
 * delighted", in the interface's language. Newly allocated. */
char *etp_scene_dup_description (EtpScene *self, EtpItemRef ref);

/* Text of all that the scene holds, one item a line, for golden tests. */
char *etp_scene_dump (EtpScene *self);

G_END_DECLS
