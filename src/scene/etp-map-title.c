/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-map-private.h"
#include "model/etp-format.h"
#include "model/etp-tables.h"

#include <math.h>

/* The title block: what journey this is, what was learnt, and whose it is, side by side; on a
 * narrow map below each other. A wide map is seen from further away, and its title is larger. */

#define WIDEST 5400.0 /* beyond, the eye does not find the way back */
#define NORMAL 2850.0 /* what a wider map's block is as wide as */
#define WIDE 2700.0 /* from here on the title is larger */
#define WIDEST_NAME 1000.0
#define WIDEST_INSIGHTS 860.0
#define NARROW 1120.0 /* below, one under the other */
#define GAP 48.0
#define STACK_GAP 20.0
#define PERSONA_WIDTH 404.0
#define PORTRAIT 68.0
#define RULE 3.0
#define RULE_GAP 15.0
#define MAX_INSIGHTS 3

/* How large the block is set; lengths above are multiplied by scale. */
typedef struct
{
  EtpType title, facts, heading, number, text, name, about, quote;
  double scale;
} Look;

static const Look normal_look = { ETP_TYPE_MAP_TITLE,     ETP_TYPE_FACTS,       ETP_TYPE_CARD_TITLE,
                                  ETP_TYPE_MEASURE_TITLE, ETP_TYPE_NOTE,        ETP_TYPE_PHASE_NAME,
                                  ETP_TYPE_CARD_TEXT,     ETP_TYPE_NOTE_ITALIC, 1 };
static const Look wide_look = { ETP_TYPE_WIDE_TITLE, ETP_TYPE_WIDE_TEXT,   ETP_TYPE_WIDE_NAME,
                                ETP_TYPE_WIDE_NAME,  ETP_TYPE_WIDE_TEXT,   ETP_TYPE_WIDE_NAME,
                                ETP_TYPE_WIDE_TEXT,  ETP_TYPE_WIDE_ITALIC, 1.5 };

static EtpNode *
get_persona (EtpMap *map)
{
  EtpNodeList *personas = etp_journey_get_list (map->journey, ETP_LIST_PERSONAS);
  EtpNode *node = NULL;

  if (map->options->persona != NULL)
    node = etp_journey_get_node (map->journey, map->options->persona);
  if (node != NULL && etp_node_get_list (node) == ETP_LIST_PERSONAS)
    return node;
  return etp_node_list_get (personas, 0);
}

static double
get_block_width (double width)
{
  return width > WIDEST ? NORMAL : width;
}

guint64
etp_map_get_title_stamp (EtpMap *map, double width)
{
  guint64 stamp = etp_stamp_mix (map->stamp, map->inventory_stamp);

  stamp = etp_stamp_mix (stamp, etp_node_get_stamp (ETP_NODE (map->journey)));
  return etp_stamp_number (stamp, width);
}

static void
append_fact (GString *facts, const char *fact)
{
  if (fact == NULL || fact[0] == '\0')
    return;
  if (facts->len > 0)
    g_string_append (facts, " · ");
  g_string_append (facts, fact);
}

/* What the journey is about on one line, where it stands on the next. */
static char *
dup_facts (EtpMap *map)
{
  EtpNode *root = ETP_NODE (map->journey);
  const char *about = etp_node_get_text (root, ETP_JOURNEY_DESCRIPTION);
  g_autofree char *date = etp_format_date (etp_node_get_text (root, ETP_JOURNEY_WORKSHOP_DATE),
                                           map->language);
  GString *facts = g_string_new (NULL);

  append_fact (facts, etp_words_get_choice (map->language, etp_state_words,
                                            etp_node_get_enum (root, ETP_JOURNEY_STATE)));
  append_fact (facts, etp_words_get_choice (map->language, etp_status_words,
                                            etp_node_get_enum (root, ETP_JOURNEY_STATUS)));
  append_fact (facts, date);
  if (about[0] == '\0')
    about = etp_node_get_text (root, ETP_JOURNEY_SCENARIO);
  if (about[0] != '\0')
    {
      g_string_prepend_c (facts, '\n');
      g_string_prepend (facts, about);
    }
  return g_string_free (facts, FALSE);
}

/* Each part of the block is an item of its own: it can be pointed at. Where a title is missing, the
 * screen says so; nobody wants to read that on a poster, which begins with the facts. */
static EtpItem *
build_name (EtpMap *map, const Look *look, double width, guint64 stamp)
{
  const char *title = etp_node_get_text (ETP_NODE (map->journey), ETP_JOURNEY_TITLE);
  const gboolean has_title = title[0] != '\0', is_shown = has_title || !map->options->paper;
  g_autofree char *facts = dup_facts (map);
  EtpDraft *draft = etp_draft_new (is_shown ? ETP_ITEM_TITLE : ETP_ITEM_LABEL, map->style,
                                   map->measurer);
  EtpRgba ink = etp_style_get_color (map->style, has_title ? ETP_COLOR_INK : ETP_COLOR_DIM);
  double y = 0;

  if (!has_title)
    title = etp_words_get (map->language, ETP_WORD_UNTITLED);
  etp_draft_set_node (draft, "", ETP_JOURNEY_TITLE, NULL);
  etp_draft_set_name (draft, is_shown ? title : facts);
  etp_draft_set_note (draft, is_shown ? facts : NULL);
  etp_draft_set_place (draft, ETP_LAYER_BODY, ETP_PIN_NONE, ETP_CAN_FOCUS | ETP_CAN_EDIT);
  if (is_shown)
    {
      etp_draft_set_detail (draft, ETP_DETAIL_BARS, TRUE);
      y += etp_draft_text (draft, 0, 0, width, title, look->title, ink, ETP_ALIGN_START) + 4;
      etp_draft_reset_detail (draft);
    }
  y += etp_draft_text (draft, 0, y, width, facts, look->facts,
                       etp_style_get_color (map->style, ETP_COLOR_DIM), ETP_ALIGN_START);
  return etp_draft_finish (draft, width, y, stamp);
}

/* NULL if nothing has been learnt yet. */
static EtpItem *
build_insights (EtpMap *map, const Look *look, double width, guint64 stamp)
{
  EtpNode *root = ETP_NODE (map->journey);
  guint n = MIN (etp_node_get_length (root, ETP_JOURNEY_INSIGHTS), (guint) MAX_INSIGHTS);
  const char *heading = etp_words_get (map->language, ETP_WORD_INSIGHTS);
  EtpRgba ink = etp_style_get_color (map->style, ETP_COLOR_INK);
  EtpRgba accent = etp_style_get_text_ink (map->style, map->accent);
  double rule = RULE * look->scale, x = rule + RULE_GAP * look->scale, y = 0;
  EtpDraft *draft;

  if (n == 0)
    return NULL;
  draft = etp_draft_new (ETP_ITEM_LABEL, map->style, map->measurer);
  etp_draft_set_node (draft, "", ETP_JOURNEY_INSIGHTS, NULL);
  etp_draft_set_name (draft, heading);
  etp_draft_set_place (draft, ETP_LAYER_BODY, ETP_PIN_NONE, ETP_CAN_FOCUS | ETP_CAN_EDIT);
  y += etp_draft_text (draft, x, y, width - x, heading, look->heading, ink, ETP_ALIGN_START);
  y += 4;
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i + 1);

      etp_draft_text (draft, x, y, 0, number, look->number, accent, ETP_ALIGN_START);
      y += etp_draft_text (
               draft, x + 18 * look->scale, y, width - x - 18 * look->scale,
               etp_value_get_text (etp_node_get_value_at (root, ETP_JOURNEY_INSIGHTS, i),
                                   ETP_INSIGHT_TEXT),
               look->text, ink, ETP_ALIGN_START)
           + 1;
    }
  etp_draft_box (draft, (EtpRect){ 0, 0, rule, y }, rule / 2, accent, 0, 0);
  return etp_draft_finish (draft, width, y, stamp);
}

static void
draw_portrait (EtpMap *map, EtpNode *persona, EtpDraft *draft, double size)
{
  const char *portrait = etp_node_get_text (persona, ETP_PERSONA_PORTRAIT);
  EtpNode *asset = portrait[0] != '\0' ? etp_journey_get_node (map->journey, portrait) : NULL;
  EtpRgba color = etp_style_get_persona (map->style, 0,
                                         etp_node_get_text (persona, ETP_PERSONA_COLOR));
  EtpRect box = { 0, 0, size, size };

  if (asset != NULL && etp_node_get_list (asset) == ETP_LIST_ASSETS)
    {
      etp_draft_image (draft, portrait, box, size / 2);
      etp_draft_box (draft, box, size / 2, 0, etp_style_get_color (map->style, ETP_COLOR_CARD_RING),
                     1);
      return;
    }
  etp_draft_box (draft, box, size / 2, etp_style_get_head_tint (map->style, color), 0, 0);
  etp_draft_icon (draft, ETP_ICON_FACE_HAPPY,
                  (EtpRect){ size * 0.24, size * 0.24, size * 0.52, size * 0.52 },
                  etp_style_get_text_ink (map->style, color));
}

static char *
dup_persona_facts (EtpNode *persona)
{
  GString *facts = g_string_new (NULL);

  append_fact (facts, etp_node_get_text (persona, ETP_PERSONA_ROLE));
  append_fact (facts, etp_node_get_text (persona, ETP_PERSONA_LOCATION));
  return g_string_free (facts, FALSE);
}

static char *
dup_persona_name (EtpNode *persona)
{
  const char *age = etp_node_get_text (persona, ETP_PERSONA_AGE);
  const char *name = etp_node_get_text (persona, ETP_PERSONA_NAME);

  return age[0] != '\0' ? g_strdup_printf ("%s, %s", name, age) : g_strdup (name);
}

static double
draw_persona_texts (EtpMap *map,
                    const Look *look,
                    EtpDraft *draft,
                    EtpNode *persona,
                    const char *name,
                    const char *facts,
                    double width)
{
  const char *quote = etp_node_get_text (persona, ETP_PERSONA_QUOTE);
  EtpRgba ink = etp_style_get_color (map->style, ETP_COLOR_INK);
  EtpRgba dim = etp_style_get_color (map->style, ETP_COLOR_DIM);
  double x = (PORTRAIT + 18) * look->scale, y = 0;

  y += etp_draft_text (draft, x, y, width - x, name, look->name, ink, ETP_ALIGN_START);
  y += etp_draft_text (draft, x, y, width - x, facts, look->about, dim, ETP_ALIGN_START);
  if (quote[0] != '\0')
    {
      const char *open = etp_words_get (map->language, ETP_WORD_QUOTE_OPEN);
      g_autofree char *quoted = g_str_has_prefix (quote, open)
                                    ? g_strdup (quote)
                                    : g_strconcat (
                                        open, quote,
                                        etp_words_get (map->language, ETP_WORD_QUOTE_CLOSE), NULL);

      y += 4;
      y += etp_draft_text (draft, x, y, width - x, quoted, look->quote, ink, ETP_ALIGN_START);
    }
  return y;
}

/* NULL if there is no persona. */
static EtpItem *
build_persona (EtpMap *map, const Look *look, double width, guint64 stamp)
{
  EtpNode *persona = get_persona (map);
  g_autofree char *name = NULL;
  g_autofree char *facts = NULL;
  EtpDraft *draft;
  double height;

  if (persona == NULL)
    return NULL;
  name = dup_persona_name (persona);
  facts = dup_persona_facts (persona);
  draft = etp_draft_new (ETP_ITEM_PERSONA, map->style, map->measurer);
  etp_draft_set_node (draft, etp_node_get_id (persona), -1, NULL);
  etp_draft_set_name (draft, name);
  etp_draft_set_note (draft, facts);
  etp_draft_set_place (draft, ETP_LAYER_BODY, ETP_PIN_NONE, ETP_CAN_FOCUS | ETP_CAN_EDIT);
  draw_portrait (map, persona, draft, PORTRAIT * look->scale);
  height = draw_persona_texts (map, look, draft, persona, name, facts, width);
  return etp_draft_finish (draft, width, MAX (height, PORTRAIT * look->scale), stamp);
}

/* Below each other, or side by side with the persona at the right edge. */
static void
place (EtpCellDraft *cell, EtpItem *item, double x, double *y, gboolean stacked)
{
  if (item == NULL)
    return;
  etp_cell_draft_add (cell, item, x, stacked ? *y : 0);
  etp_cell_draft_grow (cell, (stacked ? *y : 0) + item->height);
  *y += item->height + STACK_GAP;
}

/* Of the room beside the persona, a little less than half; more where that keeps the title on one
 * line: it is far larger than what the insights may have to break. */
static double
get_name_width (EtpMap *map, const Look *look, double room, double gap)
{
  const char *title = etp_node_get_text (ETP_NODE (map->journey), ETP_JOURNEY_TITLE);
  double needed = etp_measurer_get_width (map->measurer, title,
                                          etp_style_get_font (map->style, look->title));

  needed = ceil (needed) + gap;
  if (needed < floor (room * 0.47) || needed > floor (room * 0.6))
    needed = floor (room * 0.47);
  return MIN (needed, WIDEST_NAME * look->scale);
}

void
etp_map_build_title (EtpMap *map, double width, EtpCellDraft *cell, guint64 stamp)
{
  const Look *look = width < WIDE ? &normal_look : &wide_look;
  gboolean stacked = width < NARROW;
  gboolean has_persona = get_persona (map) != NULL;
  gboolean has_insights = etp_node_get_length (ETP_NODE (map->journey), ETP_JOURNEY_INSIGHTS) > 0;
  double gap = GAP * look->scale, persona = PERSONA_WIDTH * look->scale;
  double left, middle = 0, right, y = 0;

  width = get_block_width (width);
  if (stacked)
    {
      place (cell, build_name (map, look, width, stamp), 0, &y, TRUE);
      place (cell, build_insights (map, look, width, etp_stamp_mix (stamp, 1)), 0, &y, TRUE);
      place (cell, build_persona (map, look, width, etp_stamp_mix (stamp, 2)), 0, &y, TRUE);
      return;
    }
  right = has_persona ? persona + gap : 0;
  left = width - right;
  if (has_insights)
    {
      left = get_name_width (map, look, width - right, gap);
      middle = MIN (width - right - left, WIDEST_INSIGHTS * look->scale);
    }
  place (cell, build_name (map, look, left - (has_insights ? gap : 0), stamp), 0, &y, FALSE);
  place (cell, build_insights (map, look, middle, etp_stamp_mix (stamp, 1)), left, &y, FALSE);
  place (cell, build_persona (map, look, persona, etp_stamp_mix (stamp, 2)), width - persona, &y,
         FALSE);
}
