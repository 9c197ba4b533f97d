/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-import"

#include "config.h"

#include "etp-sheet-plan-private.h"

#include <math.h>
#include <string.h>

#include "model/etp-fields.h"
#include "model/etp-format.h"
#include "model/etp-words.h"

/* What is in the cells: their lines, what a row's cells say of its kind, and how a cell is told
 * before it is pasted. */

/* Parts of one line, in rows where a line names several things. */
static void
add_parts (GPtrArray *lines, const char *line, int kind)
{
  g_auto (GStrv) parts = g_regex_split_simple (
      kind == ETP_LANE_KIND_CHANNELS ? "\\s*[,;|]\\s*|\\s+/\\s+" : "\\s*[;|]\\s*", line, 0, 0);

  for (guint i = 0; parts[i] != NULL; i++)
    if (*g_strstrip (parts[i]) != '\0')
      g_ptr_array_add (lines, g_strdup (parts[i]));
}

static gboolean
is_read (int kind)
{
  return kind == ETP_LANE_KIND_EMOTION || kind == ETP_LANE_KIND_CHANNELS
         || kind == ETP_LANE_KIND_METRICS || kind == ETP_LANE_KIND_MEASURES;
}

/* One blank for several: long runs of them would take regular expressions long. */
static char *
squeeze (const char *cell)
{
  GString *text = g_string_new (NULL);

  for (; *cell != '\0'; cell++)
    if (*cell != ' ' || text->len == 0 || text->str[text->len - 1] != ' ')
      g_string_append_c (text, *cell == '\t' ? ' ' : *cell);
  return g_string_free (text, FALSE);
}

GPtrArray *
etp_sheet_split_cell (const char *cell, int kind)
{
  g_autofree char *text = is_read (kind) ? squeeze (cell) : g_strdup (cell);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  GPtrArray *titles = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = g_strstrip (lines[i]);

      /* "- 2" is a number there. */
      if (kind != ETP_LANE_KIND_EMOTION || !g_ascii_isdigit (*etp_sheet_skip_list_sign (line)))
        line = etp_sheet_skip_list_sign (line);
      if (kind == ETP_LANE_KIND_CHANNELS || kind == ETP_LANE_KIND_METRICS)
        add_parts (titles, line, kind);
      else if (*line != '\0')
        g_ptr_array_add (titles, g_strdup (line));
    }
  return titles;
}

static const char *
get_language (const EtpSheetPlan *self)
{
  return etp_node_get_text (ETP_NODE (self->journey), ETP_JOURNEY_LANGUAGE);
}

/* Every line of a row and of those that go on with it. */
typedef void (*LineFunc) (const EtpSheetPlan *self, const char *line, gpointer data);

static void
each_line (const EtpSheetPlan *self, guint row, int kind, LineFunc call, gpointer data)
{
  const guint n_rows = etp_sheet_get_n_rows (self->sheet);
  const guint n_columns = etp_sheet_get_n_columns (self->sheet);

  do
    {
      for (guint i = etp_sheet_plan_get_first_column (self); i < n_columns; i++)
        {
          g_autoptr (GPtrArray)
              lines = etp_sheet_split_cell (etp_sheet_get (self->sheet, row, i), kind);

          for (guint j = 0; j < lines->len; j++)
            call (self, lines->pdata[j], data);
        }
      row++;
    }
  while (row < n_rows && self->has_head_column && *etp_sheet_get (self->sheet, row, 0) == '\0');
}

/* Scales */

typedef struct
{
  double smallest, largest, top;
  guint n, n_understood;
} Range;

static void
widen (const EtpSheetPlan *self, const char *line, gpointer data)
{
  Range *range = data;
  g_auto (EtpSheetFeeling) feeling = { 0 };

  etp_sheet_feeling_read (&feeling, line, get_language (self));
  range->n++;
  range->n_understood += !isnan (feeling.number) || !isnan (feeling.value);
  if (isnan (feeling.number))
    return;
  range->smallest = isnan (range->smallest) ? feeling.number
                                            : MIN (range->smallest, feeling.number);
  range->largest = isnan (range->largest) ? feeling.number : MAX (range->largest, feeling.number);
  if (!isnan (feeling.top))
    range->top = isnan (range->top) ? feeling.top : MAX (range->top, feeling.top);
}

EtpSheetScale
etp_sheet_plan_get_scale (const EtpSheetPlan *self, guint row)
{
  Range range = { NAN, NAN, NAN, 0, 0 };

  while (row > etp_sheet_plan_get_first_row (self) && etp_sheet_plan_is_continued (self, row))
    row--;
  if (self->scale->row != row)
    {
      each_line (self, row, ETP_LANE_KIND_EMOTION, widen, &range);
      self->scale->row = row;
      self->scale->scale = etp_sheet_scale_guess (range.smallest, range.largest, range.top);
    }
  return self->scale->scale;
}

/* Kinds */

static void
count_number (const EtpSheetPlan *self, const char *line, gpointer data)
{
  Range *range = data;
  g_auto (EtpSheetMetric) metric = { 0 };

  if (range->n_understood < range->n) /* one that is none decides */
    return;
  etp_sheet_metric_read (&metric, line, get_language (self), self->today);
  range->n++;
  range->n_understood += !isnan (metric.value) && *metric.name == '\0';
}

int
etp_sheet_plan_judge (const EtpSheetPlan *self, guint row, int kind)
{
  Range range = { NAN, NAN, NAN, 0, 0 };

  if (kind == ETP_LANE_KIND_EMOTION)
    {
      /* "Emotional needs" are words. */
      each_line (self, row, kind, widen, &range);
      return 2 * range.n_understood >= range.n ? kind : ETP_LANE_KIND_TEXT;
    }
  if (kind != ETP_LANE_KIND_TEXT)
    return kind;
  each_line (self, row, ETP_LANE_KIND_METRICS, count_number, &range);
  return range.n > 0 && range.n_understood == range.n ? ETP_LANE_KIND_METRICS : kind;
}

/* Telling */

static void
tell_metric (const EtpSheetPlan *self, const char *line, guint row, GString *told)
{
  const char *language = get_language (self);
  g_auto (EtpSheetMetric) metric = { 0 };
  g_autofree char *value = NULL;

  etp_sheet_metric_read (&metric, line, language, self->today);
  g_string_append (told,
                   *metric.name != '\0' ? metric.name : etp_sheet_plan_get_lane_name (self, row));
  if (isnan (metric.value))
    return;
  value = etp_format_number (metric.value, 4, language);
  g_string_append_printf (told, ": %s", value);
  if (*metric.unit != '\0')
    g_string_append_printf (told, " %s", metric.unit);
  if (metric.period >= 0)
    g_string_append_printf (told, " %s",
                            etp_words_get (language, (EtpWord) (ETP_WORD_PER_DAY + metric.period)));
  if (!isnan (metric.target))
    {
      g_autofree char *target = etp_format_number (metric.target, 4, language);

      g_string_append_printf (told, " · %s %s", etp_words_get (language, ETP_WORD_TARGET), target);
    }
}

static void
tell_measure (const EtpSheetPlan *self, const char *line, guint row, GString *told)
{
  const char *language = get_language (self);
  g_auto (EtpSheetMeasure) measure = { 0 };

  etp_sheet_measure_read (&measure, line);
  g_string_append (told, measure.title);
  if (*measure.owner != '\0')
    g_string_append_printf (told, " · %s", measure.owner);
  if (*measure.due != '\0')
    {
      g_autofree char *due = etp_format_date_short (measure.due, language);

      g_string_append_printf (told, " · %s", due);
    }
  if (measure.status != ETP_MEASURE_STATUS_IDEA)
    g_string_append_printf (
        told, " · %s",
        etp_words_get (language, (EtpWord) (ETP_WORD_MEASURE_STATUS_IDEA + (int) measure.status)));
}

static void
tell_feeling (const EtpSheetPlan *self, const char *line, guint row, GString *told)
{
  const EtpSheetScale scale = etp_sheet_plan_get_scale (self, row);
  g_auto (EtpSheetFeeling) feeling = { 0 };
  const char *words;
  double value;

  etp_sheet_feeling_read (&feeling, line, get_language (self));
  value = etp_sheet_scale_apply (scale, &feeling);
  words = *feeling.feeling != '\0' ? feeling.feeling : feeling.note;
  if (!isnan (value))
    {
      g_autofree char *number = etp_format_number (value, 1, get_language (self));

      g_string_append_printf (told, "%s%s%s", value > 0 ? "+" : "", number,
                              *words != '\0' ? " · " : "");
    }
  g_string_append (told, words);
}

char *
etp_sheet_plan_dup_told (const EtpSheetPlan *self, guint row, guint column)
{
  const char *cell = etp_sheet_get (self->sheet, row, column);
  const int kind = etp_sheet_plan_get_effective_kind (self, row);
  void (*tell) (const EtpSheetPlan *, const char *, guint, GString *);
  g_autoptr (GPtrArray) lines = NULL;
  GString *told;

  if (kind == ETP_LANE_KIND_METRICS)
    tell = tell_metric;
  else if (kind == ETP_LANE_KIND_MEASURES)
    tell = tell_measure;
  else if (kind == ETP_LANE_KIND_EMOTION)
    tell = tell_feeling;
  else
    return g_strdup (cell);
  lines = etp_sheet_split_cell (cell, kind);
  told = g_string_new (NULL);
  for (guint i = 0; i < lines->len; i++)
    {
      if (i > 0)
        g_string_append_c (told, '\n');
      tell (self, lines->pdata[i], row, told);
    }
  return g_string_free (told, FALSE);
}
