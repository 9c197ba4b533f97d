/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The context menu of the map: what fits what is selected. One table of rows (etp-map-menu.c): a row
 * says for which kinds it is there, what it is called, and which action it runs; rows that differ
 * from thing to thing are made by a function. */
#pragma once

#include "canvas/etp-canvas.h"

G_BEGIN_DECLS

/* Kinds of what a menu is of, as bits. */
typedef enum
{
  ETP_MENU_CARD = 1 << 0,
  ETP_MENU_MEASURE = 1 << 1,
  ETP_MENU_METRIC = 1 << 2,
  ETP_MENU_PHASE = 1 << 3, /* its head */
  ETP_MENU_LANE = 1 << 4, /* its head */
  ETP_MENU_POINT = 1 << 5, /* of the curve */
  ETP_MENU_LINK = 1 << 6,
  ETP_MENU_TITLE = 1 << 7, /* the journey's title block, or its insights */
  ETP_MENU_CELL = 1 << 8, /* an empty cell, or an empty place in a cell */
  ETP_MENU_MAP = 1 << 9, /* beside everything */
  ETP_MENU_STOP = 1 << 11, /* of a channel */
  ETP_MENU_PERSONA = 1 << 12,
  ETP_MENU_SEVERAL = 1 << 10, /* set as well if several things are selected */
} EtpMenuKind;

typedef struct
{
  EtpCanvas *canvas;
  guint kinds; /* EtpMenuKind bits */
  EtpNode *node; /* the selected one, borrowed; NULL for cells and the map */
  GPtrArray *nodes; /* all that are selected */
  gboolean has_place;
  EtpCanvasPlace place; /* where in the grid the menu was asked for, if has_place */
} EtpMenuTarget;

/* The menu's model, to be unreffed; without items if there is nothing to do. */
GMenu *etp_map_menu_new (EtpCanvas *canvas);
/* Shows it when the canvas asks for it. */
void etp_map_menu_attach (EtpCanvas *canvas);

G_END_DECLS
