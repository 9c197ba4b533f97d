/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-map-legend.h"
#include "etp-map-private.h"
#include "model/etp-format.h"

#include <math.h>

/* The foot of a printed map: it hangs on a wall without its author, so it says what the signs mean,
 * what it is built on and how far, who made it, and whom to ask. */

#define SECTION_GAP 40.0
#define LEGEND_GAP 16.0
#define NARROW 900.0

typedef struct
{
  const char *heading;
  char *text; /* owned; "" is left out */
  double share; /* of the width */
} Section;

static void
append_line (GString *text, const char *line)
{
  if (line == NULL || line[0] == '\0')
    return;
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, line);
}

static void
append_labelled (GString *text, const char *label, const char *value)
{
  g_autofree char *line = NULL;

  if (value == NULL || value[0] == '\0')
    return;
  line = g_strdup_printf ("%s: %s", label, value);
  append_line (text, line);
}

/* "Customer survey, 18 Sep 2026 (n = 412)" */
static char *
dup_source (EtpMap *map, EtpNode *source)
{
  GString *text = g_string_new (etp_node_get_text (source, ETP_SOURCE_TITLE));
  g_autofree char *date = etp_format_date_short (etp_node_get_text (source, ETP_SOURCE_DATE),
                                                 map->language);
  gint64 sample = etp_node_get_integer (source, ETP_SOURCE_SAMPLE);

  if (date[0] != '\0')
    g_string_append_printf (text, ", %s", date);
  if (sample != ETP_ABSENT_INTEGER)
    {
      g_autofree char *number = etp_format_number ((double) sample, 0, map->language);

      g_string_append_printf (text, " (%s\u00a0%s)", etp_words_get (map->language, ETP_WORD_SAMPLE),
                              number);
    }
  return g_string_free (text, FALSE);
}

static char *
dup_data_basis (EtpMap *map)
{
  EtpNodeList *sources = etp_journey_get_list (map->journey, ETP_LIST_SOURCES);
  EtpValue *period = etp_node_get_value (ETP_NODE (map->journey), ETP_JOURNEY_DATA_PERIOD);
  guint n = etp_node_list_get_length (sources);
  double share = etp_outline_get_evidence_share (map->outline);
  GString *all = g_string_new (NULL), *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *source = dup_source (map, etp_node_list_get (sources, i));

      g_string_append_printf (all, "%s%s", all->len > 0 ? " · " : "", source);
    }
  append_line (text, all->str);
  g_string_free (all, TRUE);
  if (period != NULL)
    {
      g_autofree char *from = etp_format_date_short (
          etp_value_get_text (period, ETP_DATA_PERIOD_FROM), map->language);
      g_autofree char *to = etp_format_date_short (etp_value_get_text (period, ETP_DATA_PERIOD_TO),
                                                   map->language);
      g_autofree char *range = g_strdup_printf ("%s – %s", from, to);

      if (from[0] != '\0' && to[0] != '\0')
        append_labelled (text, etp_words_get (map->language, ETP_WORD_DATA_PERIOD), range);
    }
  if (!isnan (share))
    {
      g_autofree char *percent = etp_format_percent (share, 0, map->language);

      append_labelled (text, etp_words_get (map->language, ETP_WORD_EVIDENCE_SHARE), percent);
    }
  return g_string_free (text, FALSE);
}

/* Names with their departments, "Jana Reuter (Marketing)". */
static char *
dup_contributors (EtpMap *map)
{
  EtpNode *root = ETP_NODE (map->journey);
  guint n = etp_node_get_length (root, ETP_JOURNEY_CONTRIBUTORS);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      EtpValue *person = etp_node_get_value_at (root, ETP_JOURNEY_CONTRIBUTORS, i);
      const char *name = etp_value_get_text (person, ETP_CONTRIBUTOR_NAME);
      const char *unit_id = etp_value_get_text (person, ETP_CONTRIBUTOR_UNIT);
      EtpNode *unit = unit_id[0] != '\0' ? etp_journey_get_node (map->journey, unit_id) : NULL;

      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", name);
      if (unit != NULL && etp_node_get_list (unit) == ETP_LIST_UNITS)
        g_string_append_printf (text, " (%s)", etp_node_get_text (unit, ETP_UNIT_NAME));
    }
  return g_string_free (text, FALSE);
}

/* The next review stands first; without one, the workshop. */
static Section
get_dates (EtpMap *map, double share)
{
  EtpNode *root = ETP_NODE (map->journey);
  guint n = etp_node_get_length (root, ETP_JOURNEY_REVIEWS);
  g_autofree char *workshop = etp_format_date (etp_node_get_text (root, ETP_JOURNEY_WORKSHOP_DATE),
                                               map->language);
  g_autofree char *next = etp_format_date (etp_node_get_text (root, ETP_JOURNEY_REVIEW_DUE),
                                           map->language);
  GString *text = g_string_new (next);
  Section section = { etp_words_get (map->language,
                                     next[0] != '\0' ? ETP_WORD_NEXT_REVIEW : ETP_WORD_WORKSHOP),
                      NULL, share };

  if (next[0] == '\0')
    append_line (text, workshop);
  else
    append_labelled (text, etp_words_get (map->language, ETP_WORD_WORKSHOP), workshop);
  if (n > 0)
    {
      EtpValue *review = etp_node_get_value_at (root, ETP_JOURNEY_REVIEWS, n - 1);
      g_autofree char *last = etp_format_date (etp_value_get_text (review, ETP_REVIEW_DATE),
                                               map->language);

      append_labelled (text, etp_words_get (map->language, ETP_WORD_LAST_REVIEW), last);
    }
  section.text = g_string_free (text, FALSE);
  return section;
}

static char *
dup_contact (EtpMap *map)
{
  EtpNode *root = ETP_NODE (map->journey);
  GString *text = g_string_new (NULL);

  append_line (text, etp_node_get_text (root, ETP_JOURNEY_OWNER));
  append_line (text, etp_node_get_text (root, ETP_JOURNEY_CONTACT));
  return g_string_free (text, FALSE);
}

static double
draw_section (
    EtpMap *map, EtpDraft *draft, const Section *section, double x, double y, double width)
{
  y += etp_draft_text (draft, x, y, width, section->heading, ETP_TYPE_SMALL_STRONG,
                       etp_style_get_color (map->style, ETP_COLOR_INK), ETP_ALIGN_START)
       + 3;
  return y
         + etp_draft_text (draft, x, y, width, section->text, ETP_TYPE_FOOT,
                           etp_style_get_color (map->style, ETP_COLOR_DIM), ETP_ALIGN_START);
}

static double
get_room (const Section *section, double width, double used, double total)
{
  return floor ((width - (used - 1) * SECTION_GAP) * section->share / total);
}

/* Whether a word of a section, such as an address, would be cut up beside the others. */
static gboolean
is_too_narrow (
    EtpMap *map, const Section *sections, guint n, double width, double used, double total)
{
  EtpFont font = etp_style_get_font (map->style, ETP_TYPE_FOOT);

  for (guint i = 0; i < n; i++)
    {
      g_auto (GStrv) lines = g_strsplit (sections[i].text, "\n", -1);

      for (guint k = 0; lines[k] != NULL; k++)
        if (etp_measurer_get_widest_word (map->measurer, lines[k], font)
            > get_room (&sections[i], width, used, total))
          return TRUE;
    }
  return width < NARROW;
}

/* Side by side; on a narrow map one under the other. */
static double
draw_sections (
    EtpMap *map, EtpDraft *draft, const Section *sections, guint n, double top, double width)
{
  double total = 0, used = 0, x = 0, y = top, bottom = top;
  gboolean is_stacked;

  for (guint i = 0; i < n; i++)
    if (sections[i].text[0] != '\0')
      {
        total += sections[i].share;
        used++;
      }
  is_stacked = used > 0 && is_too_narrow (map, sections, n, width, used, total);
  for (guint i = 0; i < n; i++)
    {
      double room = get_room (&sections[i], width, used, total);

      if (sections[i].text[0] == '\0')
        continue;
      if (is_stacked)
        {
          y = bottom = draw_section (map, draft, &sections[i], 0, y, width) + 10;
          continue;
        }
      y = draw_section (map, draft, &sections[i], x, top, room);
      bottom = MAX (bottom, y);
      x += room + SECTION_GAP;
    }
  return bottom;
}

void
etp_map_build_foot (EtpMap *map, double width, EtpCellDraft *cell)
{
  Section sections[] = {
    { etp_words_get (map->language, ETP_WORD_DATA_BASIS), dup_data_basis (map), 0.44 },
    { etp_words_get (map->language, ETP_WORD_CONTRIBUTORS), dup_contributors (map), 0.26 },
    get_dates (map, 0.16),
    { etp_words_get (map->language, ETP_WORD_CONTACT), dup_contact (map), 0.14 },
  };
  EtpDraft *draft = etp_draft_new (ETP_ITEM_FOOT, map->style, map->measurer);
  g_autoptr (GString) legend = g_string_new (NULL);
  double y;

  y = etp_map_draw_legend (map, draft, width, legend);
  y = draw_sections (map, draft, sections, G_N_ELEMENTS (sections), y > 0 ? y + LEGEND_GAP : 0,
                     width);
  etp_draft_set_node (draft, "", -1, "foot");
  etp_draft_set_name (draft, etp_words_get (map->language, ETP_WORD_LEGEND));
  etp_draft_set_note (draft, legend->str);
  etp_draft_set_place (draft, ETP_LAYER_BODY, ETP_PIN_NONE, ETP_CAN_FOCUS);
  etp_cell_draft_add (cell, etp_draft_finish (draft, width, y, 0), 0, 0);
  etp_cell_draft_grow (cell, y);
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    g_free (sections[i].text);
}
