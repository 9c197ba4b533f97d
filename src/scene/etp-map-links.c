/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-map-links.h"
#include "etp-signs.h"

#include <math.h>

/* Links between cards and measures, as lines with an arrow along the free strips of the map. They
 * come after everything else because they need the places of cards, and lie in a group of their
 * own. Each leg of a line is an item of its own, so that a long line costs no large picture; the
 * leg with the sign is the link for keyboard, pointer and screen reader.
 *
 * Kind and continuity are told by form: a loop by the round arrow, friction by a wave, a broken
 * hand-over by dashes and a cross. */

#define MOST_LINKS 600 /* that are drawn; more are counted */
#define RADIUS 8.0
#define ARROW 7.0
#define SIGN 8.0 /* radius */
#define HALF_PICK 5.0 /* how far from a line one may press to mean it */
#define WORDS_ROOM 26.0 /* beside the words on a line, for line and sign */

typedef struct
{
  EtpNode *link;
  EtpRoute route;
  EtpRgba ink;
  double width;
  EtpStroke stroke;
  int kind, continuity;
  char *words; /* owned: what is carried or lost */
  char *name; /* owned: "2.1 Search → 2.2 Product page" */
} Line;

static void
set_look (EtpLinker *self, Line *line)
{
  EtpStyle *style = self->map->style;

  line->width = 1.6;
  line->stroke = ETP_STROKE_SOLID;
  line->ink = etp_style_get_color (style, ETP_COLOR_DIM);
  if (line->kind == ETP_LINK_KIND_ANSWERS)
    {
      line->ink = etp_style_get_color (style, ETP_COLOR_GAIN_INK);
      line->width = 1.2;
    }
  else if (line->continuity == ETP_LINK_CONTINUITY_BROKEN)
    {
      line->ink = etp_style_get_color (style, ETP_COLOR_PAIN_INK);
      line->stroke = ETP_STROKE_DASHED;
    }
}

static gboolean
has_sign (const Line *line)
{
  return line->kind == ETP_LINK_KIND_LOOP || line->continuity != ETP_LINK_CONTINUITY_SEAMLESS;
}

static double
get_leg_length (const EtpRoute *route, guint leg)
{
  return fabs (route->x[leg + 1] - route->x[leg]) + fabs (route->y[leg + 1] - route->y[leg]);
}

static guint
find_longest_leg (const EtpRoute *route)
{
  guint longest = 0;

  for (guint i = 1; i + 1 < route->n; i++)
    if (get_leg_length (route, i) > get_leg_length (route, longest))
      longest = i;
  return longest;
}

/* How much of a corner its two legs have room for. */
static double
get_radius (const EtpRoute *route, guint corner)
{
  if (corner == 0 || corner + 1 >= route->n)
    return 0;
  return MIN (RADIUS, MIN (get_leg_length (route, corner - 1), get_leg_length (route, corner)) / 2);
}

static void
draw_arrow (EtpDraft *draft, double x, double y, double dx, double dy, EtpRgba ink)
{
  const double half = ARROW * 0.55;

  etp_draft_move_to (draft, x, y);
  etp_draft_line_to (draft, x - dx * ARROW - dy * half, y - dy * ARROW - dx * half);
  etp_draft_line_to (draft, x - dx * ARROW + dy * half, y - dy * ARROW + dx * half);
  etp_draft_close (draft);
  etp_draft_fill (draft, ink, ETP_FILL_SOLID);
}

/* The leg and the bend at its end, relative to (x0, y0). */
static void
draw_leg (const Line *line, guint leg, double x0, double y0, EtpDraft *draft)
{
  const EtpRoute *route = &line->route;
  const gboolean is_last = leg + 2 == route->n;
  const double length = MAX (get_leg_length (route, leg), 0.01);
  const double ax = route->x[leg] - x0, ay = route->y[leg] - y0;
  const double bx = route->x[leg + 1] - x0, by = route->y[leg + 1] - y0;
  const double dx = (bx - ax) / length, dy = (by - ay) / length;
  const double begin = get_radius (route, leg), r = get_radius (route, leg + 1);
  const double end = is_last ? MIN (ARROW - 1, length) : r;

  etp_draft_move_to (draft, ax + dx * begin, ay + dy * begin);
  etp_draft_line_to (draft, bx - dx * end, by - dy * end);
  if (!is_last && r > 0)
    {
      const double next = MAX (get_leg_length (route, leg + 1), 0.01);
      const double ex = (route->x[leg + 2] - route->x[leg + 1]) / next;
      const double ey = (route->y[leg + 2] - route->y[leg + 1]) / next;
      const double k = r * 0.45; /* from the corner: a quarter of a circle, nearly */

      etp_draft_curve_to (draft, bx - dx * k, by - dy * k, bx + ex * k, by + ey * k, bx + ex * r,
                          by + ey * r);
    }
  etp_draft_stroke (draft, line->ink, line->width, line->stroke);
  if (is_last)
    draw_arrow (draft, bx, by, dx, dy, line->ink);
}

static void
draw_loop (EtpDraft *draft, double x, double y, EtpRgba ink)
{
  const double r = SIGN * 0.5, k = r * 0.5523;

  /* Three quarters of a circle with an arrow. */
  etp_draft_move_to (draft, x, y - r);
  etp_draft_curve_to (draft, x - k, y - r, x - r, y - k, x - r, y);
  etp_draft_curve_to (draft, x - r, y + k, x - k, y + r, x, y + r);
  etp_draft_curve_to (draft, x + k, y + r, x + r, y + k, x + r, y);
  etp_draft_stroke (draft, ink, 1.4, ETP_STROKE_SOLID);
  etp_draft_move_to (draft, x, y - r - 2.6);
  etp_draft_line_to (draft, x + 3.4, y - r);
  etp_draft_line_to (draft, x, y - r + 2.6);
  etp_draft_close (draft);
  etp_draft_fill (draft, ink, ETP_FILL_SOLID);
}

static void
draw_sign (EtpLinker *self, const Line *line, double x, double y, EtpDraft *draft)
{
  const EtpRgba paper = etp_style_get_color (self->map->style, ETP_COLOR_CARD);
  const double cross = SIGN * 0.36;

  if (line->continuity == ETP_LINK_CONTINUITY_FRICTION)
    {
      etp_sign_friction (draft, x, y, SIGN, line->ink, paper);
      return;
    }
  etp_draft_circle (draft, x, y, SIGN - 1, paper, line->ink, 1.4);
  if (line->continuity != ETP_LINK_CONTINUITY_BROKEN)
    {
      draw_loop (draft, x, y, line->ink);
      return;
    }
  etp_draft_move_to (draft, x - cross, y - cross);
  etp_draft_line_to (draft, x + cross, y + cross);
  etp_draft_move_to (draft, x + cross, y - cross);
  etp_draft_line_to (draft, x - cross, y + cross);
  etp_draft_stroke (draft, line->ink, 1.8, ETP_STROKE_SOLID);
}

/* Words stand on a horizontal leg that is long enough for all of them; else only a screen reader,
 * the pointer and the inspector tell them. */
static void
draw_words (EtpLinker *self, const Line *line, guint leg, double x, double y, EtpDraft *draft)
{
  const EtpMap *map = self->map;
  const EtpRgba paper = etp_style_get_color (map->style, ETP_COLOR_CARD);
  const double height = etp_style_get_line_height (map->style, ETP_TYPE_SMALL);
  double width;

  if (line->words[0] == '\0' || fabs (line->route.y[leg] - line->route.y[leg + 1]) > 0.5)
    return;
  width = etp_draft_text_width (draft, line->words, ETP_TYPE_SMALL) + 12;
  if (width + 2 * WORDS_ROOM > get_leg_length (&line->route, leg))
    return;
  if (has_sign (line))
    x += SIGN + 4 + width / 2;
  etp_draft_box (draft, (EtpRect){ x - width / 2, y - height / 2 - 1, width, height + 2 }, 6, paper,
                 0, 0);
  etp_draft_text (draft, x, y - height / 2, 0, line->words, ETP_TYPE_SMALL, line->ink,
                  ETP_ALIGN_CENTER);
}

static guint64
get_line_stamp (const Line *line, guint64 stamp, double x0, double y0)
{
  stamp = etp_stamp_mix (stamp, etp_node_get_stamp (line->link));
  stamp = etp_stamp_text (stamp, line->name);
  for (guint i = 0; i < line->route.n; i++)
    stamp = etp_stamp_number (etp_stamp_number (stamp, line->route.x[i] - x0),
                              line->route.y[i] - y0);
  return stamp;
}

static char *
dup_end_name (EtpLinker *self, const char *id)
{
  EtpNode *node = etp_journey_get_node (self->map->journey, id);
  const EtpPlace *place = NULL;
  const char *title;

  if (node == NULL)
    return g_strdup ("");
  if (etp_node_get_list (node) == ETP_LIST_MEASURES)
    return g_strdup (etp_node_get_text (node, ETP_MEASURE_TITLE));
  title = etp_node_get_text (node, ETP_CARD_TITLE);
  if (title[0] == '\0')
    title = etp_node_get_text (node, ETP_CARD_TEXT);
  place = etp_outline_find (self->map->outline, node);
  if (place != NULL && place->step_phase > 0 && place->step == G_MAXUINT)
    return g_strdup_printf ("%u.%u %s", place->step_phase, place->step_index, title);
  return g_strdup (title);
}

static char *
dup_line_name (EtpLinker *self, EtpNode *link)
{
  g_autofree char *from = dup_end_name (self, etp_node_get_text (link, ETP_LINK_FROM));
  g_autofree char *to = dup_end_name (self, etp_node_get_text (link, ETP_LINK_TO));

  return g_strdup_printf ("%s → %s", from, to);
}

/* What it is called and what a screen reader adds. */
static void
name_line (EtpLinker *self, const Line *line, EtpDraft *draft)
{
  const char *language = self->map->language;
  GString *note = g_string_new (
      etp_words_get (language, (EtpWord) ((guint) ETP_WORD_LINK_FLOW + (guint) line->kind)));

  if (line->continuity != ETP_LINK_CONTINUITY_SEAMLESS)
    g_string_append_printf (note, ", %s",
                            etp_words_get (language, (EtpWord) ((guint) ETP_WORD_CONTINUITY_SEAMLESS
                                                                + (guint) line->continuity)));
  if (line->words[0] != '\0')
    g_string_append_printf (note, ", %s", line->words);
  etp_draft_set_name (draft, line->name);
  etp_draft_set_note (draft, note->str);
  g_string_free (note, TRUE);
}

static void
add_leg (EtpLinker *self, const Line *line, guint leg, gboolean is_main)
{
  const EtpRoute *route = &line->route;
  const char *id = etp_node_get_id (line->link);
  const double half = is_main && has_sign (line) ? MAX (SIGN, HALF_PICK) : HALF_PICK;
  const double x0 = MIN (route->x[leg], route->x[leg + 1]) - half;
  const double y0 = MIN (route->y[leg], route->y[leg + 1]) - half;
  const double width = fabs (route->x[leg + 1] - route->x[leg]) + 2 * half;
  const double height = fabs (route->y[leg + 1] - route->y[leg]) + 2 * half;
  const guint64 stamp = etp_stamp_mix (get_line_stamp (line, self->map->stamp, x0, y0),
                                       leg << 1 | (is_main != FALSE));
  char sub[16];
  EtpItem *item;

  g_snprintf (sub, sizeof sub, is_main ? "line" : "leg-%u", leg);
  item = etp_cell_draft_reuse (self->cell, ETP_ITEM_LINK, id, sub, stamp);
  if (item == NULL)
    {
      EtpDraft *draft = etp_draft_new (ETP_ITEM_LINK, self->map->style, self->map->measurer);
      const double x = (route->x[leg] + route->x[leg + 1]) / 2 - x0;
      const double y = (route->y[leg] + route->y[leg + 1]) / 2 - y0;

      etp_draft_set_node (draft, id, -1, sub);
      etp_draft_set_place (draft, ETP_LAYER_BODY, ETP_PIN_NONE,
                           is_main ? ETP_CAN_FOCUS | ETP_CAN_EDIT : 0);
      draw_leg (line, leg, x0, y0, draft);
      if (is_main)
        {
          name_line (self, line, draft);
          draw_words (self, line, leg, x, y, draft);
          if (has_sign (line))
            draw_sign (self, line, x, y, draft);
        }
      item = etp_draft_finish (draft, width, height, stamp);
    }
  etp_cell_draft_add (self->cell, item, x0, y0);
}

/* FALSE if there is nothing to draw: an end is not on the map. */
static gboolean
find_ends (EtpLinker *self, EtpNode *link, EtpRouteEnd **from, EtpRouteEnd **to)
{
  *from = etp_linker_find_end (self, etp_node_get_text (link, ETP_LINK_FROM));
  *to = etp_linker_find_end (self, etp_node_get_text (link, ETP_LINK_TO));
  return *from != NULL && *to != NULL && *from != *to
         && etp_node_get_enum (link, ETP_LINK_KIND) >= 0
         && etp_node_get_enum (link, ETP_LINK_CONTINUITY) >= 0;
}

/* FALSE if there is nothing to draw. */
static gboolean
add_link (EtpLinker *self, EtpNode *link)
{
  EtpRouteEnd *from, *to;
  const char *carries = etp_node_get_text (link, ETP_LINK_CARRIES);
  const char *loses = etp_node_get_text (link, ETP_LINK_LOSES);
  Line line = { .link = link,
                .kind = etp_node_get_enum (link, ETP_LINK_KIND),
                .continuity = etp_node_get_enum (link, ETP_LINK_CONTINUITY) };
  guint main_leg;

  if (!find_ends (self, link, &from, &to) || !etp_router_find (self->router, from, to, &line.route))
    return FALSE;
  line.words = line.continuity != ETP_LINK_CONTINUITY_SEAMLESS && loses[0] != '\0'
                   ? g_strdup (loses)
                   : g_strdup (carries);
  g_strdelimit (line.words, "\n\r\t", ' ');
  line.name = dup_line_name (self, link);
  set_look (self, &line);
  main_leg = find_longest_leg (&line.route);
  for (guint leg = 0; leg + 1 < line.route.n; leg++)
    if (leg != main_leg)
      add_leg (self, &line, leg, FALSE);
  /* Last, so that its sign lies on the line. */
  add_leg (self, &line, main_leg, TRUE);
  g_free (line.words);
  g_free (line.name);
  return TRUE;
}

guint
etp_map_build_links (EtpMap *map, EtpScene *scene, EtpCellDraft *cell)
{
  EtpNodeList *links = etp_journey_get_list (map->journey, ETP_LIST_LINKS);
  const guint n = etp_node_list_get_length (links);
  guint n_drawn = 0, n_more = 0;
  EtpLinker self = { .map = map, .scene = scene, .cell = cell };

  if (n == 0 || map->n_columns == 0 || map->n_rows == 0)
    return 0;
  self.ends = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  etp_linker_make_router (&self);
  for (guint i = 0; i < n; i++)
    {
      EtpNode *link = etp_node_list_get (links, i);
      EtpRouteEnd *from, *to;

      if (n_drawn < MOST_LINKS)
        n_drawn += add_link (&self, link) != FALSE;
      else
        n_more += find_ends (&self, link, &from, &to) != FALSE;
    }
  etp_router_free (self.router);
  g_hash_table_unref (self.ends);
  return n_more;
}
