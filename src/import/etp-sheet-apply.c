/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-import"

#include "config.h"

#include "etp-sheet-plan-private.h"

#include <string.h>

#include "model/etp-edit-fill.h"
#include "model/etp-edit-map.h"
#include "model/etp-fields.h"
#include "model/etp-words.h"

/* From the plan of a table to the map. All cells are read into lists, which the verb puts onto the
 * map; counting reads them too, so that what is told is what comes. */

typedef struct
{
  const EtpSheetPlan *plan; /* borrowed */
  GArray *phases, *lanes; /* borrowed; of EtpFillHead, which are told what goes into them */
  GArray *cards, *metrics, *measures, *steps; /* of the verb's rows */
  GPtrArray *texts; /* owned strings that the rows borrow */
  GArray *firsts; /* of guint, by column: which step of its phase is its first */
  gboolean has_steps; /* the table names steps */
} Reading;

static const char *
keep (Reading *self, char *text)
{
  g_ptr_array_add (self->texts, text);
  return text;
}

/* A line of a cell; until: the last phase that the cell covers. */
typedef struct
{
  const char *line;
  guint lane, phase, until; /* of the verb's heads */
  guint row; /* of the sheet */
  guint step; /* of the phase, that it says something of */
  guint n; /* of lines that say something of the phase */
} Line;

static void
read_card (Reading *self, const Line *line)
{
  const EtpFillCard row = { line->lane, line->phase, line->line, line->until };

  g_array_append_val (self->cards, row);
}

static void
read_metric (Reading *self, const Line *line)
{
  const char *language = etp_node_get_text (ETP_NODE (self->plan->journey), ETP_JOURNEY_LANGUAGE);
  EtpSheetMetric metric;
  EtpFillMetric row;

  etp_sheet_metric_read (&metric, line->line, language, self->plan->today);
  row = (EtpFillMetric){ line->phase,
                         *metric.name != '\0'
                             ? metric.name
                             : etp_sheet_plan_get_lane_name (self->plan, line->row),
                         metric.unit,
                         metric.period,
                         metric.value,
                         metric.target,
                         metric.date };
  keep (self, metric.name);
  keep (self, metric.unit);
  keep (self, metric.date);
  g_array_append_val (self->metrics, row);
}

static void
read_measure (Reading *self, const Line *line)
{
  EtpSheetMeasure measure;
  EtpFillMeasure row;

  etp_sheet_measure_read (&measure, line->line);
  row = (EtpFillMeasure){ line->phase,
                          { keep (self, measure.title), keep (self, measure.owner),
                            keep (self, measure.due), measure.status } };
  g_array_append_val (self->measures, row);
}

/* What is said of a merged cell is said of each phase. */
static void
read_step (Reading *self, const Line *line, EtpFillStep row)
{
  row.number = line->step;
  row.n = line->n;
  for (row.phase = line->phase; row.phase <= line->until; row.phase++)
    g_array_append_val (self->steps, row);
}

static void
read_feeling (Reading *self, const Line *line)
{
  const char *language = etp_node_get_text (ETP_NODE (self->plan->journey), ETP_JOURNEY_LANGUAGE);
  const EtpSheetScale scale = etp_sheet_plan_get_scale (self->plan, line->row);
  EtpSheetFeeling feeling;

  etp_sheet_feeling_read (&feeling, line->line, language);
  read_step (self, line,
             (EtpFillStep){ .value = etp_sheet_scale_apply (scale, &feeling),
                            .feeling = keep (self, feeling.feeling),
                            .note = keep (self, feeling.note) });
}

static void
read_channel (Reading *self, const Line *line)
{
  read_step (self, line, (EtpFillStep){ .channel = line->line });
}

static void
fill_heads (Reading *self, const Line *line)
{
  g_array_index (self->lanes, EtpFillHead, line->lane).is_empty = FALSE;
  for (guint i = line->phase; i <= line->until; i++)
    g_array_index (self->phases, EtpFillHead, i).is_empty = FALSE;
}

static void
read_line (Reading *self, const Line *line, int kind)
{
  switch (kind)
    {
    case ETP_LANE_KIND_METRICS:
      read_metric (self, line);
      break;
    case ETP_LANE_KIND_MEASURES:
      read_measure (self, line);
      break;
    case ETP_LANE_KIND_EMOTION:
      read_feeling (self, line);
      break;
    case ETP_LANE_KIND_CHANNELS:
      read_channel (self, line);
      break;
    default:
      read_card (self, line);
      break;
    }
}

/* Several columns of one phase are about its steps one after the other, and so are several rows of
 * one lane: nothing that one of them says may take the place of what another one says. */

static gboolean
is_continued (const GArray *heads, guint number)
{
  return number < heads->len && g_array_index (heads, EtpSheetHead, number).is_continued;
}

/* i, j: numbers of the plan's rows and columns. */
static GPtrArray *
split_cell (const Reading *self, guint i, guint j)
{
  const EtpSheetPlan *plan = self->plan;
  const guint row = etp_sheet_plan_get_first_row (plan) + i;

  return etp_sheet_split_cell (
      etp_sheet_get (plan->sheet, row, etp_sheet_plan_get_first_column (plan) + j),
      etp_sheet_plan_get_effective_kind (plan, row));
}

static guint
count_lines (const Reading *self, guint i, guint j)
{
  g_autoptr (GPtrArray) lines = split_cell (self, i, j);

  return lines->len;
}

static int
get_kind (const Reading *self, guint i)
{
  return etp_sheet_plan_get_effective_kind (self->plan,
                                            etp_sheet_plan_get_first_row (self->plan) + i);
}

/* The most that a lane says in a column. A step may have several channels. */
static guint
count_steps (const Reading *self, guint j)
{
  guint most = 0;
  guint n = 0;

  for (guint i = 0; i < self->plan->rows->len; i++)
    {
      const int kind = get_kind (self, i);

      if (kind != ETP_LANE_KIND_TOUCHPOINTS && kind != ETP_LANE_KIND_EMOTION
          && (kind != ETP_LANE_KIND_CHANNELS || self->has_steps))
        continue;
      n = count_lines (self, i, j) + (is_continued (self->plan->rows, i) ? n : 0);
      most = MAX (most, n);
    }
  return most;
}

static void
number_steps (Reading *self)
{
  guint first = 0;

  for (guint i = 0; i < self->plan->rows->len && !self->has_steps; i++)
    for (guint j = 0; j < self->plan->columns->len && !self->has_steps; j++)
      self->has_steps = get_kind (self, i) == ETP_LANE_KIND_TOUCHPOINTS
                        && count_lines (self, i, j) > 0;
  for (guint j = 0; j < self->plan->columns->len; j++)
    {
      first = is_continued (self->plan->columns, j) ? first + count_steps (self, j - 1) : 0;
      g_array_append_val (self->firsts, first);
    }
}

/* The step that a line of a cell is about. */
static guint
find_step (const Reading *self, guint i, guint j, guint line)
{
  const guint first = g_array_index (self->firsts, guint, j);

  for (; is_continued (self->plan->rows, i); i--)
    line += count_lines (self, i - 1, j);
  if (self->has_steps && get_kind (self, i) == ETP_LANE_KIND_CHANNELS
      && is_continued (self->plan->columns, j + 1))
    line = MIN (line, MAX (g_array_index (self->firsts, guint, j + 1), first + 1) - first - 1);
  return first + line;
}

static void
read_cell (Reading *self, const GArray *columns, const GArray *rows, guint i, guint j)
{
  const EtpSheetPlan *plan = self->plan;
  const guint row = etp_sheet_plan_get_first_row (plan) + i;
  const guint span = etp_sheet_get_span (plan->sheet, row,
                                         etp_sheet_plan_get_first_column (plan) + j);
  const gboolean is_one = !is_continued (plan->columns, j) && !is_continued (plan->columns, j + 1)
                          && !is_continued (plan->rows, i) && !is_continued (plan->rows, i + 1);
  g_autoptr (GPtrArray) lines = split_cell (self, i, j);

  for (guint k = 0; k < lines->len; k++)
    {
      const Line line = { keep (self, g_steal_pointer (&lines->pdata[k])),
                          g_array_index (rows, guint, i),
                          g_array_index (columns, guint, j),
                          g_array_index (columns, guint, MIN (j + span, columns->len) - 1),
                          row,
                          find_step (self, i, j, k),
                          is_one ? lines->len : MAX (lines->len, 2) };

      fill_heads (self, &line);
      read_line (self, &line, get_kind (self, i));
    }
}

/* columns, rows: the verb's heads by number of those of the plan, G_MAXUINT: left out. */
static void
read_cells (Reading *self, const GArray *columns, const GArray *rows)
{
  number_steps (self);
  for (guint i = 0; i < rows->len; i++)
    for (guint j = 0; j < columns->len; j++)
      if (g_array_index (rows, guint, i) != G_MAXUINT)
        read_cell (self, columns, rows, i, j);
}

static void
reading_init (Reading *self, const EtpSheetPlan *plan, GArray *phases, GArray *lanes)
{
  self->plan = plan;
  self->phases = phases;
  self->lanes = lanes;
  self->cards = g_array_new (FALSE, FALSE, sizeof (EtpFillCard));
  self->metrics = g_array_new (FALSE, FALSE, sizeof (EtpFillMetric));
  self->measures = g_array_new (FALSE, FALSE, sizeof (EtpFillMeasure));
  self->steps = g_array_new (FALSE, FALSE, sizeof (EtpFillStep));
  self->texts = g_ptr_array_new_with_free_func (g_free);
  self->firsts = g_array_new (FALSE, FALSE, sizeof (guint));
  self->has_steps = FALSE;
}

static void
reading_clear (Reading *self)
{
  g_array_unref (self->cards);
  g_array_unref (self->metrics);
  g_array_unref (self->measures);
  g_array_unref (self->steps);
  g_ptr_array_unref (self->texts);
  g_array_unref (self->firsts);
}

/* A lane that is called as its kind is called on this map needs no name. */
static EtpFillHead
make_fill_head (const EtpSheetPlan *self, const EtpSheetHead *head, gboolean is_lane)
{
  EtpFillHead row = { .name = head->name, .is_renamed = head->is_renamed, .is_empty = TRUE };

  if (!is_lane || head->kind == ETP_SHEET_INTO_LANE)
    row.node = head->node;
  else if (!etp_lane_kind_shows_cards (head->kind))
    row.node = etp_sheet_find_lane_of (self->journey, head->kind);
  if (is_lane && head->kind >= 0)
    row.kind = (EtpLaneKind) head->kind;
  if (is_lane && row.node == NULL
      && etp_sheet_is_same_name (
          head->name,
          etp_words_get_lane_kind (
              etp_node_get_text (ETP_NODE (self->journey), ETP_JOURNEY_LANGUAGE), head->kind)))
    row.name = NULL;
  return row;
}

/* Two rows of metrics share a lane, if a new one has to be made for them. */
static guint
find_shared (const GArray *rows, const EtpFillHead *head)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const EtpFillHead *other = &g_array_index (rows, EtpFillHead, i);

      if (other->node == NULL && other->kind == head->kind)
        return i;
    }
  return G_MAXUINT;
}

static guint
add_fill_head (GArray *rows, const EtpFillHead *head, gboolean is_lane)
{
  guint shared = G_MAXUINT;

  if (is_lane && head->node == NULL && !etp_lane_kind_shows_cards ((int) head->kind))
    shared = find_shared (rows, head);
  if (shared != G_MAXUINT)
    return shared;
  g_array_append_val (rows, *head);
  return rows->len - 1;
}

/* numbers: of the fill's heads, for each of the plan's. */
static GArray *
list_heads (const EtpSheetPlan *self, const GArray *heads, gboolean are_lanes, GArray *numbers)
{
  GArray *rows = g_array_new (FALSE, TRUE, sizeof (EtpFillHead));
  guint number = G_MAXUINT;

  for (guint i = 0; i < heads->len; i++)
    {
      const EtpSheetHead *head = &g_array_index (heads, EtpSheetHead, i);

      if (!head->is_continued && head->kind == ETP_SHEET_LEAVE_OUT)
        number = G_MAXUINT;
      else if (!head->is_continued)
        {
          const EtpFillHead row = make_fill_head (self, head, are_lanes);

          number = add_fill_head (rows, &row, are_lanes);
        }
      g_array_append_val (numbers, number);
    }
  return rows;
}

/* Whose feelings they are: the emotion lane's persona, or the map's first. */
static EtpNode *
find_persona (EtpJourney *journey)
{
  EtpNode *lane = etp_sheet_find_lane_of (journey, ETP_LANE_KIND_EMOTION);
  EtpNode *persona = lane != NULL ? etp_journey_get_node (
                         journey, etp_node_get_text (lane, ETP_LANE_PERSONA))
                                  : NULL;

  if (persona != NULL && etp_node_get_list (persona) == ETP_LIST_PERSONAS)
    return persona;
  return etp_node_list_get (etp_journey_get_list (journey, ETP_LIST_PERSONAS), 0);
}

static guint
count_new (const GArray *heads)
{
  guint n = 0;

  for (guint i = 0; i < heads->len; i++)
    n += g_array_index (heads, EtpFillHead, i).node == NULL
         || g_array_index (heads, EtpFillHead, i).is_renamed;
  return n;
}

void
etp_sheet_plan_count (const EtpSheetPlan *self, EtpSheetCounts *counts)
{
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) phases = list_heads (self, self->columns, FALSE, columns);
  g_autoptr (GArray) lanes = list_heads (self, self->rows, TRUE, rows);
  Reading reading;

  reading_init (&reading, self, phases, lanes);
  read_cells (&reading, columns, rows);
  *counts = (EtpSheetCounts){ .n_phases = count_new (phases),
                              .n_lanes = count_new (lanes),
                              .n_cards = reading.cards->len,
                              .n_metrics = reading.metrics->len,
                              .n_measures = reading.measures->len };
  for (guint i = 0; i < reading.steps->len; i++)
    if (g_array_index (reading.steps, EtpFillStep, i).channel != NULL)
      counts->n_channels++;
    else
      counts->n_feelings++;
  reading_clear (&reading);
}

gboolean
etp_sheet_plan_apply (const EtpSheetPlan *self, GPtrArray *cards, GError **error)
{
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) phases = list_heads (self, self->columns, FALSE, columns);
  g_autoptr (GArray) lanes = list_heads (self, self->rows, TRUE, rows);
  Reading reading;
  EtpFillTable fill;
  gboolean is_done;

  reading_init (&reading, self, phases, lanes);
  read_cells (&reading, columns, rows);
  fill = (EtpFillTable){ .phases = (const EtpFillHead *) phases->data,
                         .lanes = (const EtpFillHead *) lanes->data,
                         .n_phases = phases->len,
                         .n_lanes = lanes->len,
                         .cards = (const EtpFillCard *) reading.cards->data,
                         .n_cards = reading.cards->len,
                         .metrics = (const EtpFillMetric *) reading.metrics->data,
                         .n_metrics = reading.metrics->len,
                         .measures = (const EtpFillMeasure *) reading.measures->data,
                         .n_measures = reading.measures->len,
                         .steps = (const EtpFillStep *) reading.steps->data,
                         .n_steps = reading.steps->len,
                         .persona = find_persona (self->journey) };
  is_done = etp_edit_fill_map (self->journey, &fill, cards, error);
  reading_clear (&reading);
  return is_done;
}
